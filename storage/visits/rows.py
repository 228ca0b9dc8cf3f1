"""Rows of inspections with the names around them; whose they are; the enterprise an inspector may write in."""

from typing import Any

from sqlalchemy import CompoundSelect, Connection, Row, Select, and_, literal_column, select

from safety.errors import Refusal
from safety.people import Actor, Right
from safety.visits import VisitState
from storage.scope import held, scope_of
from storage.tables.inspections import inspections
from storage.tables.ledger import areas, enterprises
from storage.tables.people import people

# Spelled out, not bound, so that the database sees that the partial indexes of unfinished ones cover them.
OPEN: list[Any] = [literal_column(f"'{state.value}'") for state in (VisitState.OPEN, VisitState.PRESENTED)]
_lead, _second, _present = people.alias("leading"), people.alias("seconding"), people.alias("hosting")
WHOLE: Select[Any] = (
    select(
        inspections,
        enterprises.c.credit_code,
        enterprises.c.name.label("firm"),
        enterprises.c.colour,
        areas.c.name.label("town"),
        _lead.c.name.label("lead_name"),
        _second.c.name.label("second_name"),
        _present.c.name.label("present_name"),
    )
    .join(enterprises, enterprises.c.id == inspections.c.enterprise)
    .join(areas, areas.c.id == enterprises.c.town)
    .join(_lead, _lead.c.id == inspections.c.lead)
    .outerjoin(_second, _second.c.id == inspections.c.second)
    .outerjoin(_present, _present.c.id == inspections.c.present)
)


def of(connection: Connection, visit: int) -> Row[Any] | None:
    """One, whoever asks."""
    return connection.execute(WHOLE.where(inspections.c.id == visit)).one_or_none()


def unfinished_of(person: int) -> CompoundSelect[Any]:
    """The numbers of theirs that are not finished: each half is found by its own index."""
    open_ = inspections.c.state.in_(OPEN)
    led = select(inspections.c.id).where(inspections.c.lead == person, open_)
    return led.union(select(inspections.c.id).where(inspections.c.second == person, open_))


def inspects(row: Row[Any], person: int) -> bool:
    """Whether somebody writes in it: the lead, and the second officer once they have confirmed."""
    return row.lead == person or (row.second == person and row.second_at is not None)


def in_scope(connection: Connection, actor: Actor, enterprise: int, right: Right = Right.HOLD_VISIT) -> bool:
    """Whether an enterprise lies where the actor inspects, now."""
    scope = scope_of(actor, right)
    if scope is None:
        return False
    inside = select(enterprises.c.id).where(
        and_(enterprises.c.id == enterprise, held(scope, enterprises.c.id))
    )
    return connection.execute(inside).one_or_none() is not None


def open_to(connection: Connection, actor: Actor, visit: int) -> Row[Any]:
    """One that the actor writes in, and that is open. Refusal when it is not theirs, out of their area, or over."""
    found = select(inspections).where(inspections.c.id == visit)
    row = connection.execute(found).one_or_none()
    if row is None or not inspects(row, actor.person) or not in_scope(connection, actor, row.enterprise):
        raise Refusal("visit-gone")
    if row.state is VisitState.PRESENTED:
        raise Refusal("visit-is-presented")
    if row.state is not VisitState.OPEN:
        raise Refusal("visit-over")
    return row
