"""The columns of two smaller tables: what is kept about oneself, and who has read personal data."""

from collections.abc import Sequence

from bot.exports.speech import ColumnOf, Speech, clean, moment
from bot.exports.table import Cell, Look
from dialogs.auditing import doing, place_of
from dialogs.register import role_line
from safety.audits import Access

_T, _N, _M = Look.TEXT, Look.NUMBER, Look.MOMENT


def _role(one: Access, say: Speech) -> Cell:
    return say.texts.plain(role_line(one.role), say.language) if one.role is not None else None


PERSONAL: Sequence[ColumnOf] = (
    ("class", _T, 20, lambda one, say: say.line("export-personal-item", what=one.name)),
    ("value", _T, 44, lambda one, _: clean(one.value)),
    ("kept_at", _M, 16, lambda one, _: moment(one.at)),
)
AUDIT: Sequence[ColumnOf] = (
    ("line", _N, 10, lambda one, _: one.number),
    ("kept_at", _M, 16, lambda one, _: moment(one.at)),
    ("reader", _T, 14, lambda one, say: say.person(one.reader)),
    ("role", _T, 14, _role),
    ("done", _T, 16, lambda one, say: say.texts.plain(doing(one), say.language)),
    ("whom", _T, 14, lambda one, say: say.person(one.whom)),
    ("enterprise", _T, 26, lambda one, _: clean(one.enterprise)),
    ("where", _T, 18, lambda one, say: say.texts.plain(place_of(one.where), say.language)),
    ("lines", _N, 8, lambda one, _: one.rows),
)
