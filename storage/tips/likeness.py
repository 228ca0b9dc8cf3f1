"""Photos of tips that are the same picture as one of another tip. They are compared with each other and with nothing else.

Few enough to be compared one by one. When a hazard is made of a tip its photos become the hazard's, prints and all.
"""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, select

from safety.likeness import BITS, Nearness, Print
from storage.scope import Scope, within
from storage.tables.tips import tip_photos, tips

DIGITS = 2 * BITS // 4
MOST = 5000  # photos of other tips that are looked at, the newest


def to_text(prints: Sequence[Print]) -> str | None:
    """One behind the other, as the row keeps them."""
    return "".join(one.to_text() for one in prints) or None


def from_text(kept: str | None) -> tuple[Print, ...]:
    text = kept or ""
    return tuple(Print.from_text(text[at : at + DIGITS]) for at in range(0, len(text), DIGITS))


def again(connection: Connection, scope: Scope, tip: int, near: Nearness) -> tuple[str, ...]:
    """Numbers of the other tips in scope that came with the same picture, the oldest first."""
    own = select(tip_photos.c.prints).where(tip_photos.c.tip == tip, tip_photos.c.prints.is_not(None))
    mine = [from_text(kept) for kept in connection.execute(own).scalars()]
    if not mine:
        return ()
    found = (
        select(tips.c.number, tip_photos.c.prints)
        .join(tips, tips.c.id == tip_photos.c.tip)
        .where(tips.c.id != bindparam("tip"), tip_photos.c.prints.is_not(None))
        .where(within(scope.reach, tips.c.enterprise))
        .order_by(tip_photos.c.id.desc())
        .limit(MOST)
    )
    others = connection.execute(found, {"tip": tip, "place": scope.place}).all()
    alike = {number for number, kept in others if any(_same(one, from_text(kept), near) for one in mine)}
    return tuple(sorted(alike))


def _same(one: Sequence[Print], other: Sequence[Print], near: Nearness) -> bool:
    """Whichever of the two was cut: its whole is one of the other's prints."""
    return any(near.holds(one[0], part) for part in other) or any(near.holds(other[0], part) for part in one)
