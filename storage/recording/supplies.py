"""Writes down depots, what lies in them, and that somebody has looked; what runs out is owed by the reminder rules."""

from datetime import date
from typing import Any

from sqlalchemy import Row, insert, select, update

from checklists.reminders import Dated, Task
from safety.errors import Refusal
from safety.events_supplies import (
    DepotMade,
    DepotPlaced,
    SuppliesChecked,
    SupplyAdded,
    SupplyCounted,
    SupplyDated,
    SupplyDropped,
    SupplyShown,
)
from safety.people import Right
from safety.supplies import MOST
from storage import attached, obligations
from storage.recording.turn import Turn, Written
from storage.scope import Reach, scope_of
from storage.supplies import kept_by
from storage.tables.supplies import depots, supplies

MOST_THINGS = 200  # in one depot
LONGEST, LONGEST_UNIT = 60, 16


def depot_made(turn: Turn, event: DepotMade) -> Written:
    """In the own enterprise or area. Refusal for who keeps nothing."""
    scope = scope_of(turn.actor, Right.KEEP_SUPPLIES)
    if scope is None:
        raise Refusal("not-allowed")
    inside = scope.reach is Reach.ENTERPRISE
    row = {
        "kind": event.of,
        "enterprise": scope.place if inside else None,
        "area": None if inside else scope.place,
        "name": event.name[:LONGEST],
        "place": event.place[:LONGEST],
        "keeper": event.keeper[:LONGEST],
        "phone": event.phone[:20],
        "made_at": turn.now,
        "made_by": turn.actor.person,
        "checked_at": turn.now if event.things else None,
        "checked_by": turn.actor.person if event.things else None,
    }
    depot = turn.connection.execute(insert(depots).values(row).returning(depots.c.id)).scalar_one()
    for item, name, unit, quantity in event.things[:MOST_THINGS]:
        _enter(turn, depot, item, name, unit, quantity)
    if inside and scope.place is not None:
        _owed(turn, scope.place, depot, event.check)
    return Written(f"depot/{depot}", {"depot": depot})


def _enter(turn: Turn, depot: int, item: str, name: str, unit: str, quantity: int) -> int:
    count = min(max(quantity, 0), MOST)
    row = {"depot": depot, "item": item[:32], "name": name[:LONGEST], "unit": unit[:LONGEST_UNIT]}
    row |= {"quantity": count, "wanted": count}
    entered = insert(supplies).values(row).returning(supplies.c.id)
    return int(turn.connection.execute(entered).scalar_one())


def _owed(turn: Turn, enterprise: int, depot: int, check: date) -> None:
    obligations.dated(turn.connection, Dated.SUPPLY_CHECK, enterprise, f"depot:{depot}", check)


def depot_placed(turn: Turn, event: DepotPlaced) -> Written:
    """What was said takes the place of what stood there."""
    row = kept_depot(turn, event.depot)
    said = {"name": event.name, "place": event.place, "keeper": event.keeper, "phone": event.phone}
    changed = {name: value[:LONGEST] for name, value in said.items() if value}
    if changed:
        turn.connection.execute(update(depots).where(depots.c.id == row.id).values(changed))
    return Written(f"depot/{row.id}")


def supply_added(turn: Turn, event: SupplyAdded) -> Written:
    """One more thing. Refusal when the depot is full of things."""
    row = kept_depot(turn, event.depot)
    held = select(supplies.c.id).where(supplies.c.depot == row.id, supplies.c.dropped_at.is_(None))
    if len(turn.connection.execute(held).all()) >= MOST_THINGS or not event.name.strip():
        raise Refusal("supply-too-many")
    supply = _enter(turn, row.id, "", event.name, event.unit, event.quantity)
    _until(turn, row, supply, event.expires)
    return Written(f"supply/{supply}", {"supply": supply})


def supply_counted(turn: Turn, event: SupplyCounted) -> Written:
    """How many there are; more than were wanted is what is wanted from now on."""
    row, supply = _of(turn, event.supply)
    count = min(max(event.quantity, 0), MOST)
    changed = {"quantity": count, "wanted": max(count, supply.wanted)}
    turn.connection.execute(update(supplies).where(supplies.c.id == supply.id).values(changed))
    return Written(f"supply/{supply.id}", enterprise=row.enterprise)


def supply_dated(turn: Turn, event: SupplyDated) -> Written:
    """Renewed, inspected, or told for the first time: what was owed of it is done, and it is owed by the new day."""
    row, supply = _of(turn, event.supply)
    if row.enterprise is not None:
        obligations.settle(turn.connection, Task.SUPPLIES, f"supply:{supply.id}", turn.now, turn.actor.person)
    _until(turn, row, supply.id, event.expires)
    return Written(f"supply/{supply.id}", enterprise=row.enterprise)


def _until(turn: Turn, depot: Row[Any], supply: int, expires: date | None) -> None:
    turn.connection.execute(update(supplies).where(supplies.c.id == supply).values(expires=expires))
    if depot.enterprise is not None:
        about = f"supply:{supply}"
        obligations.dated(turn.connection, Dated.SUPPLY_EXPIRY, depot.enterprise, about, expires)


def supply_shown(turn: Turn, event: SupplyShown) -> Written:
    """A photo of it is fetched and kept like every other."""
    row, supply = _of(turn, event.supply)
    attached.enter(turn.connection, f"supply/{supply.id}", event.picture, turn.actor.person, turn.now)
    return Written(f"supply/{supply.id}", enterprise=row.enterprise)


def supply_dropped(turn: Turn, event: SupplyDropped) -> Written:
    """It is out of the list, and nothing is owed of it; that it was there stands in the record."""
    row, supply = _of(turn, event.supply)
    turn.connection.execute(update(supplies).where(supplies.c.id == supply.id).values(dropped_at=turn.now))
    if row.enterprise is not None:
        obligations.gone(turn.connection, row.enterprise, f"supply:{supply.id}", turn.now)
    return Written(f"supply/{supply.id}", enterprise=row.enterprise)


def supplies_checked(turn: Turn, event: SuppliesChecked) -> Written:
    """All of it was looked at; what was owed is done, the next time is set."""
    row = kept_depot(turn, event.depot)
    by = {"checked_at": turn.now, "checked_by": turn.actor.person}
    turn.connection.execute(update(depots).where(depots.c.id == row.id).values(by))
    if row.enterprise is not None:
        about = f"depot:{row.id}"
        obligations.settle(turn.connection, Task.SUPPLIES, about, turn.now, turn.actor.person)
        _owed(turn, row.enterprise, row.id, event.check)
    return Written(f"depot/{row.id}")


def kept_depot(turn: Turn, depot: int) -> Row[Any]:
    """A depot that the actor may change, held until the end of the transaction. Refusal for any other."""
    scope = scope_of(turn.actor, Right.KEEP_SUPPLIES)
    found = select(depots).where(depots.c.id == depot).with_for_update()
    row = turn.connection.execute(found).one_or_none()
    if scope is None or row is None or not kept_by(scope, row):
        raise Refusal("depot-gone")
    return row


def _of(turn: Turn, supply: int) -> tuple[Row[Any], Row[Any]]:
    found = select(supplies).where(supplies.c.id == supply, supplies.c.dropped_at.is_(None))
    row = turn.connection.execute(found).one_or_none()
    if row is None:
        raise Refusal("depot-gone")
    return kept_depot(turn, row.depot), row
