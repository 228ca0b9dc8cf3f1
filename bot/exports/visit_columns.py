"""The columns of an exported table of inspections on site. People are not in it."""

from collections.abc import Sequence

from bot.exports.speech import ColumnOf, clean, moment
from bot.exports.table import Look

_T, _N, _M = Look.TEXT, Look.NUMBER, Look.MOMENT

COLUMNS: Sequence[ColumnOf] = (
    ("number", _T, 18, lambda one, _: one.number),
    ("enterprise", _T, 28, lambda one, _: clean(one.enterprise)),
    ("credit_code", _T, 22, lambda one, _: one.credit_code),
    ("town", _T, 12, lambda one, _: clean(one.town)),
    ("visit_kind", _T, 12, lambda one, say: say.line("export-visit", kind=one.kind.value)),
    ("begun_at", _M, 16, lambda one, _: moment(one.begun_at)),
    ("ended_at", _M, 16, lambda one, _: moment(one.closed_at)),
    (
        "ending",
        _T,
        14,
        lambda one, say: say.line("export-ending", ending=one.ending.value if one.ending else "none"),
    ),
    ("items", _N, 10, lambda one, _: one.items),
    ("compared", _N, 10, lambda one, _: one.compared),
    ("agreed", _N, 10, lambda one, _: one.agreed),
)
