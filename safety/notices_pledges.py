"""Letters of commitments. Importing this module makes notices.of know these events."""

from datetime import datetime

from safety.audience import Audience, Pledging
from safety.calendar import local
from safety.events_pledges import ColourChanged, CommitmentBroken, CommitmentRecalled, SigningAsked
from safety.letters import LetterKind, Notice, Opens, Value
from safety.notices import of


@of.register
def colour_changed(event: ColourChanged, audience: Audience, now: datetime) -> list[Notice]:
    """The people of the enterprise hear of the new colour and why, with the way to the new pack."""
    told = audience.pledging(event.enterprise)
    args: dict[str, Value] = {
        "enterprise": told.enterprise,
        "colour": event.colour.value,
        "reason": event.reason,
    }
    key = f"colour:{event.enterprise}:{now:%Y%m%d%H%M%S%f}"
    return _alerts("letter-colour-changed", key, told, args)


@of.register
def commitment_recalled(event: CommitmentRecalled, audience: Audience, _now: datetime) -> list[Notice]:
    """The people of the enterprise hear that it has to be signed again, and why."""
    told = audience.pledging_of(event.number)
    args: dict[str, Value] = {
        "enterprise": told.enterprise,
        "number": event.number,
        "why": event.why.value,
    }
    key = f"recall:{event.number}"
    return _alerts("letter-pledge-recalled", key, told, args)


@of.register
def commitment_broken(event: CommitmentBroken, audience: Audience, now: datetime) -> list[Notice]:
    """The people of the enterprise hear what was found, so that they can put it right or object."""
    told = audience.pledging_of(event.number)
    args: dict[str, Value] = {
        "enterprise": told.enterprise,
        "number": event.number,
        "reason": event.reason,
    }
    key = f"broken:{event.number}:{now:%Y%m%d%H%M%S%f}"
    return _alerts("letter-commitment-broken", key, told, args)


@of.register
def signing_asked(event: SigningAsked, audience: Audience, now: datetime) -> list[Notice]:
    """The principals are reminded, once a day whoever asks."""
    told = audience.pledging(event.enterprise)
    key = f"asked:{event.enterprise}:{local(now):%Y%m%d}"
    args: dict[str, Value] = {"enterprise": told.enterprise}
    return [
        Notice(to, "letter-signing-asked", f"{key}:{to}", args, (_to_pledges(),)) for to in told.principals
    ]


def _alerts(line: str, key: str, told: Pledging, args: dict[str, Value]) -> list[Notice]:
    """To everybody of the enterprise, with the way to its notices and commitments."""
    return [
        Notice(to, line, f"{key}:{to}", args, (_to_pledges(),), LetterKind.ALERT) for to in told.everybody
    ]


def _to_pledges() -> Opens:
    return Opens("open-pledges", "pledges")
