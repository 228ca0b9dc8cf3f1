"""How an enterprise is meant by what somebody types: its credit code or the end of it, words of name, town and address."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, case, false, or_, select

from safety import credit_code
from safety.enterprises import LAST
from safety.lists import sought
from storage.tables.ledger import areas, enterprises

MOST = 6  # words that are looked for
ESCAPE = "\\"
_town = areas.alias("town_named")
_TOWN = select(_town.c.name).where(_town.c.id == enterprises.c.town).scalar_subquery()


def meant(text: str) -> ColumnElement[bool]:
    """The condition: every word stands somewhere, or it is a code."""
    code, words = coded(text), sought(text).split()[:MOST]
    said = and_(*(_said(word) for word in words)) if words else false()
    return said if code is None else or_(enterprises.c.credit_code.endswith(code, autoescape=True), said)


def loosely(text: str) -> ColumnElement[bool]:
    """The characters stand in the name in this order, others between them: 王饭 means 王记大饭店."""
    signs = [sign for sign in sought(text) if not sign.isspace()]
    pattern = "%".join(f"{ESCAPE}{sign}" if sign in "%_\\" else sign for sign in signs)
    return enterprises.c.name.ilike(f"%{pattern}%", escape=ESCAPE) if len(signs) > 1 else false()


def coded(text: str) -> str | None:
    """A credit code or its last characters; None when it can be neither."""
    code = credit_code.normal(text)
    fits = LAST <= len(code) <= credit_code.LENGTH and all(sign in credit_code.ALPHABET for sign in code)
    return code if fits else None


def order(text: str) -> Sequence[ColumnElement[object]]:
    """The very name first, then what begins like it, then by name."""
    wanted = sought(text)
    begins = enterprises.c.name.startswith(wanted, autoescape=True)
    return (
        case((enterprises.c.name == wanted, 0), (begins, 1), else_=2),
        enterprises.c.name,
        enterprises.c.id,
    )


def _said(word: str) -> ColumnElement[bool]:
    columns = (enterprises.c.name, enterprises.c.address, _TOWN)
    return or_(*(column.icontains(word, autoescape=True) for column in columns))
