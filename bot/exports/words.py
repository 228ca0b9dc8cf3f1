"""The columns of an exported table of hazards: one hazard becomes one row, in the language of who asked."""

from collections.abc import Sequence

from bot.exports.speech import ColumnOf, Speech, clean, moment
from bot.exports.table import Cell, Look
from checklists.schema import Severity
from dialogs.hazards.narrowing import short
from dialogs.talk import Line
from dialogs.texts import SHANGHAI
from safety.hazards import OVER, UNSAID
from storage.exporting import Entry


def _severity(one: Entry, say: Speech) -> Cell:
    """A major one is suspected until a supervisor has had a say."""
    if one.severity is not Severity.MAJOR:
        return say.line("export-severity", severity="general")
    return say.line("export-severity", severity="suspected" if one.state in UNSAID else "major")


def _overdue(one: Entry, say: Speech) -> Cell:
    """Days past the due day, until it was closed or until today."""
    if one.state in OVER and one.closed_at is None:
        return None
    end = one.closed_at.astimezone(SHANGHAI).date() if one.state in OVER and one.closed_at else say.today
    return max(0, (end - one.due).days)


def _plan(one: Entry, say: Speech) -> Cell:
    plan = one.plan
    if not plan:
        return None
    measures, day = clean(str(plan["measures"])), str(plan["day"])
    parts = [f"{measures}", say.line("export-plan-day", day=day)]
    if plan.get("money") is not None:
        parts.append(say.line("export-plan-money", money=int(plan["money"])))
    if plan.get("contingency"):
        reason = Line("hazard-reason", {"reason": str(plan["contingency"])})
        parts.append(say.line("export-plan-contingency", contingency=reason))
    return "\n".join(parts)


def _trades(one: Entry, say: Speech) -> Cell:
    return " / ".join(say.words(short(words)) for words in one.industries)


def _details(one: Entry, say: Speech) -> Cell:
    """A line for each extra field."""
    told = [(say.words(field), say.words(value)) for field, value in one.details]
    return (
        "\n".join(clean(say.line("export-detail", field=field, value=value)) for field, value in told) or None
    )


_T, _N, _D, _M = Look.TEXT, Look.NUMBER, Look.DAY, Look.MOMENT
COLUMNS: Sequence[ColumnOf] = (
    ("number", _T, 16, lambda one, _: one.number),
    ("enterprise", _T, 26, lambda one, _: clean(one.enterprise)),
    ("town", _T, 12, lambda one, _: clean(one.town)),
    ("industry", _T, 14, _trades),
    ("kind", _T, 14, lambda one, say: say.words(one.kind)),
    ("place", _T, 16, lambda one, _: clean(one.place)),
    ("question", _T, 36, lambda one, say: say.words(one.question)),
    ("words", _T, 36, lambda one, _: clean(one.words)),
    ("severity", _T, 10, _severity),
    ("source", _T, 8, lambda one, say: say.line("sift-from", source=one.source.value)),
    ("state", _T, 10, lambda one, say: say.line("export-state", state=one.state.value)),
    ("found_at", _M, 16, lambda one, _: moment(one.found_at)),
    ("found_by", _T, 10, lambda one, say: say.person(one.found_by)),
    ("owner", _T, 10, lambda one, say: say.person(one.owner)),
    ("due", _D, 12, lambda one, _: one.due.isoformat()),
    ("overdue", _N, 8, _overdue),
    ("plan", _T, 36, _plan),
    ("evidence", _N, 10, lambda one, _: one.evidence),
    ("evidence_by", _T, 10, lambda one, say: say.person(one.evidence_by)),
    ("closed_at", _M, 16, lambda one, _: moment(one.closed_at)),
    ("closed_by", _T, 10, lambda one, say: say.person(one.closed_by)),
    ("extensions", _N, 8, lambda one, _: one.extensions),
    ("returned", _N, 8, lambda one, _: one.returned),
    ("reopened", _N, 8, lambda one, _: one.reopened),
    ("listing", _T, 14, lambda one, _: one.listing),
    ("cost", _N, 10, lambda one, _: one.cost),
    ("cause", _T, 24, lambda one, say: clean(say.words(one.cause))),
    ("prevention", _T, 30, lambda one, _: clean(one.prevention)),
    ("details", _T, 30, _details),
    ("recurs", _T, 16, lambda one, _: one.recurs),
)
