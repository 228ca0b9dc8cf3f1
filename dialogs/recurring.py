"""What is found again soon after it was closed: how it is said, and how much time is left for it."""

from datetime import date

from checklists.hazard_kinds import HazardKind
from checklists.suggest import Hit
from dialogs.context import Context
from dialogs.talk import Line
from safety.recurrence import counts_from, days_left, earlier
from safety.tips import Tip

OTHER_DAYS = 7  # when nothing is known of it


def term(hit: Hit | None, kind: HazardKind | None) -> tuple[int, bool]:
    """Days to put it right, and whether they are working days: of its clause, else of its kind."""
    if hit is not None:
        return hit.days, hit.working
    return (kind.days, kind.working) if kind is not None else (OTHER_DAYS, False)


def of_report(clause: str, kind: str, place: str, context: Context) -> str:
    """Number of the closed hazard that a report is about again; empty when there is none."""
    since = counts_from(context.today, context.ledger.rules().defaults.recurring)
    return earlier(clause, kind, place, context.ledger.closed_since(since))


def of_tip(clause: str, kind: str, tip: Tip, place: str, context: Context) -> str:
    """The same for a hazard that is made of a tip, among those of its enterprise."""
    since = counts_from(context.today, context.ledger.rules().defaults.recurring)
    return earlier(clause, kind, place, context.ledger.tips().closed_of(tip.number, since))


def due(days: int, recurs: str, context: Context, *, working: bool) -> date:
    """By when it is to be put right; sooner when it recurs."""
    left = days_left(days, context.ledger.rules().defaults.recurring) if recurs else days
    return context.ledger.calendar().after(context.today, left, working=working)


def said(recurs: str, context: Context) -> list[Line]:
    """That it recurs, which shortens its time and calls a supervisor."""
    if not recurs:
        return []
    months = context.ledger.rules().defaults.recurring.months
    return [Line("recurs-now", {"months": months, "number": recurs})]
