"""The columns of an exported table of submitted self-checks. People are not in it."""

from collections.abc import Sequence

from bot.exports.speech import ColumnOf, Speech, clean, moment
from bot.exports.table import Cell, Look
from safety.calendar import today
from storage.exporting_checks import CheckEntry

_T, _N, _D, _M = Look.TEXT, Look.NUMBER, Look.DAY, Look.MOMENT


def _late(one: CheckEntry, _say: Speech) -> Cell:
    return max(0, (today(one.submitted_at) - one.due).days)


def _zero(one: CheckEntry, say: Speech) -> Cell:
    return say.line("export-yes", yes="yes" if one.zero else "no")


COLUMNS: Sequence[ColumnOf] = (
    ("receipt", _T, 18, lambda one, _: one.receipt),
    ("enterprise", _T, 26, lambda one, _: clean(one.enterprise)),
    ("town", _T, 12, lambda one, _: clean(one.town)),
    ("form", _T, 26, lambda one, say: say.words(one.form)),
    ("period", _T, 10, lambda one, _: one.period),
    ("form_due", _D, 12, lambda one, _: one.due.isoformat()),
    ("submitted_at", _M, 16, lambda one, _: moment(one.submitted_at)),
    ("late", _N, 8, _late),
    ("score", _N, 8, lambda one, _: one.score),
    ("passed", _N, 8, lambda one, _: one.passed),
    ("asked", _N, 8, lambda one, _: one.asked),
    ("bad", _N, 8, lambda one, _: one.bad),
    ("zero", _T, 8, _zero),
    ("version", _N, 8, lambda one, _: one.version),
)
