"""What comes of something done to several hazards at once: which cannot go, and what is said when it was written down."""

from collections.abc import Callable, Mapping

from dialogs.context import Context
from dialogs.hazards.ways import hand
from dialogs.talk import Line
from safety.deeds import Deed
from safety.errors import Refusal
from safety.events_hazards import HazardsMoved
from safety.hazard_ledger import Hazard, HazardState
from safety.hazards import HazardAction
from safety.ledger import Ledger
from safety.together import together

NAMED = 5  # hazards that could not be moved and are named


def refused_now(event: HazardsMoved, context: Context) -> dict[str, str]:
    """Those that cannot be moved as it stands now, with the text that says why."""
    known = {one.number: one for one in context.ledger.hazards_among(event.numbers)}
    deed, who, refused = Deed(event.reason, owner=event.owner), hand(context), {}
    for number in sorted(set(event.numbers)):
        case = known[number].case if number in known else None
        if case is None:
            refused[number] = "hazard-gone"
            continue
        try:
            together(case, event.action, deed, who, context.today)
        except Refusal as refusal:
            refused[number] = refusal.line
    return refused


def outcome(event: HazardsMoved, before: Mapping[str, str]) -> Callable[[Ledger], Line]:
    """What came of it, read after it was written down: somebody may have been quicker with some of them."""

    def said(ledger: Ledger) -> Line:
        after = {one.number: one for one in ledger.hazards_among(event.numbers)}
        refused = dict(before)
        for number in set(event.numbers) - set(before):
            if number not in after or not _happened(event, after[number]):
                refused[number] = "hazard-not-now"
        return told(event, refused, len(set(event.numbers)) - len(refused))

    return said


def _happened(event: HazardsMoved, one: Hazard) -> bool:
    if event.action is HazardAction.ACCEPT:
        return one.state is HazardState.CLOSED
    if event.action in {HazardAction.GRANT_EXTENSION, HazardAction.REFUSE_EXTENSION}:
        return one.case is not None and one.case.wanted is None
    return one.case is not None and one.case.owner == event.owner


def told(event: HazardsMoved, refused: Mapping[str, str], moved: int) -> Line:
    """How many went, and each that did not with its reason, the first few by number."""
    line = Line("together-did", {"action": event.action.value, "n": moved})
    for number in sorted(refused)[:NAMED]:
        line = Line("together-refused", {"before": line, "number": number, "why": Line(refused[number])})
    left = len(refused) - NAMED
    return Line("together-more", {"before": line, "n": left}) if left > 0 else line
