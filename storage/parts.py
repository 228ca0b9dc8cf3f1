"""Parents and parts of hazards (子隐患) as the rules have to know them; how a part is made stands in recording/parts.py."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from safety.hazard_ledger import Part
from safety.hazards import OVER
from storage.tables.ledger import hazards
from storage.tables.people import people

_NUMBERS: Any = bindparam("numbers", expanding=True)
_PARTS = (
    select(
        hazards.c.parent,
        hazards.c.number,
        hazards.c.place,
        hazards.c.words,
        hazards.c.state,
        hazards.c.due,
        people.c.name,
    )
    .outerjoin(people, people.c.id == hazards.c.owner)
    .where(hazards.c.parent.in_(_NUMBERS))
    .order_by(hazards.c.id)
)
_PARENTS = select(hazards.c.number, hazards.c.state, hazards.c.due).where(hazards.c.number.in_(_NUMBERS))


@dataclass(frozen=True, slots=True)
class Family:
    """What belongs to one hazard. `latest` and `orphaned` are of a part: its parent's due day, and that the parent is over."""

    parts: tuple[Part, ...] = ()
    parent: str = ""
    latest: date | None = None
    orphaned: bool = False


ALONE = Family()


def families(connection: Connection, rows: Sequence[Row[Any]], *, lock: bool = False) -> Mapping[int, Family]:
    """The families of these rows of hazards by the rows' ids: one query, two when a part is among them.

    `lock`: nobody else changes the parents until the end of the transaction.
    """
    if not rows:
        return {}
    named = {row.parent for row in rows if row.parent}
    statement = _PARENTS.with_for_update() if lock else _PARENTS
    known: Sequence[Any] = connection.execute(statement, {"numbers": sorted(named)}).all() if named else []
    parents = {one.number: one for one in known}
    parts: Sequence[Any] = connection.execute(_PARTS, {"numbers": [row.number for row in rows]}).all()
    return {row.id: _family(row, parents, parts) for row in rows}


def _family(row: Row[Any], parents: Mapping[str, Any], parts: Sequence[Row[Any]]) -> Family:
    own = tuple(
        Part(one.number, one.place, one.words, one.state, one.due, one.name or "")
        for one in parts
        if one.parent == row.number
    )
    parent = parents.get(row.parent)
    if parent is None:
        return Family(own)
    return Family(own, parent.number, parent.due, parent.state in OVER)
