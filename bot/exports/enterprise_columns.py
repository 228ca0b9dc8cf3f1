"""The columns of an exported table of enterprises. People are not in it."""

from collections.abc import Sequence

from bot.exports.speech import ColumnOf, Speech, clean, moment
from bot.exports.table import Cell, Look
from dialogs.hazards.narrowing import short
from storage.exporting_enterprises import EnterpriseEntry

_T, _N, _M = Look.TEXT, Look.NUMBER, Look.MOMENT


def _trades(one: EnterpriseEntry, say: Speech) -> Cell:
    return " / ".join(say.words(short(words)) for words in one.industries)


COLUMNS: Sequence[ColumnOf] = (
    ("credit_code", _T, 22, lambda one, _: one.credit_code),
    ("enterprise", _T, 30, lambda one, _: clean(one.name)),
    ("town", _T, 14, lambda one, _: clean(one.town)),
    ("department", _T, 18, lambda one, _: clean(one.department)),
    ("grid", _T, 14, lambda one, _: clean(one.grid)),
    ("colour", _T, 8, lambda one, say: say.line("export-colour", colour=one.colour.value)),
    ("activity", _T, 10, lambda one, say: say.line("export-activity", activity=one.activity.value)),
    ("industry", _T, 18, _trades),
    ("address", _T, 30, lambda one, _: clean(one.address)),
    ("added_at", _M, 16, lambda one, _: moment(one.added_at)),
    ("joined", _T, 8, lambda one, say: say.line("export-yes", yes="yes" if one.joined else "no")),
    ("open_hazards", _N, 10, lambda one, _: one.open),
    ("overdue_hazards", _N, 10, lambda one, _: one.overdue),
    ("major_hazards", _N, 10, lambda one, _: one.major),
    ("last_check", _M, 16, lambda one, _: moment(one.last_check)),
)
