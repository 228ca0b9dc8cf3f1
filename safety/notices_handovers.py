"""Letters about seats that are handed over. Importing this module makes notices.of know these events."""

from datetime import datetime

from safety.audience import Audience
from safety.events_handovers import HandoverDeclined, HandoverOffered, HandoverWithdrawn, SeatHanded
from safety.handovers import Handing
from safety.letters import LetterKind, Notice, Opens
from safety.notices import of


def _args(one: Handing) -> dict[str, str]:
    return {
        "place": one.place,
        "role": one.role.value,
        "person": one.giver_name,
        "officer": one.receiver_name,
        "owner": one.by_name,
    }


@of.register
def handover_offered(event: HandoverOffered, audience: Audience, _now: datetime) -> list[Notice]:
    """The successor is asked; who is replaced by a supervisor is told at once, and can say that they are not gone."""
    if event.receiver is None:
        return []
    one = audience.handing(None)
    button = Opens("open-handover", "handover", "take", {"offer": one.number})
    args = {**_args(one), "by": "other" if one.by != one.giver else "own"}
    letters = [
        Notice(event.receiver, "letter-handover", f"handover:{one.number}", args, (button,), LetterKind.ALERT)
    ]
    if one.by != one.giver:
        key = f"handover-for:{one.number}"
        letters.append(Notice(one.giver, "letter-handover-for", key, args, (), LetterKind.ALERT))
    return letters


@of.register(HandoverDeclined)
@of.register(HandoverWithdrawn)
def handover_ended(
    event: HandoverDeclined | HandoverWithdrawn, audience: Audience, _now: datetime
) -> list[Notice]:
    """The other side hears that nothing goes over."""
    one = audience.handing(event.offer)
    declined = isinstance(event, HandoverDeclined)
    to = one.by if declined else one.receiver
    if to is None:
        return []
    line = "letter-handover-declined" if declined else "letter-handover-withdrawn"
    return [Notice(to, line, f"handover-ended:{event.offer}:{to}", _args(one), (), LetterKind.ALERT)]


@of.register
def seat_handed(event: SeatHanded, audience: Audience, _now: datetime) -> list[Notice]:
    """The giver hears what has gone; the principals, and above them whom the rules name, who has the seat now."""
    one = audience.handing(event.offer)
    args: dict[str, str | int] = {**_args(one), "hazards": event.hazards}
    own = Notice(one.giver, "letter-handover-gone", f"handed:{event.offer}:{one.giver}", args)
    others = dict.fromkeys([*one.inside, *one.above, one.by])
    told = [
        Notice(to, "letter-handover-done", f"handed:{event.offer}:{to}", args)
        for to in others
        if to not in {one.giver, event.receiver}
    ]
    return [own, *told]
