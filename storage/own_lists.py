"""Lists of an enterprise's own: as their sender sees them (safety.own_lists.OwnListBook), and as those who read them need them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, func, select, update

from safety.own_lists import OwnFault, OwnList, OwnListKind, OwnListState
from safety.people import Actor, Right
from storage import staff
from storage.supplies import things
from storage.tables.own_lists import WANTED, own_lists

LEASE = timedelta(seconds=60)  # after which another process may take over what one has begun
KEPT = timedelta(days=7)
SHOWN = 5  # faults on the screen
RIGHTS: Mapping[OwnListKind, Right] = {
    OwnListKind.STAFF: Right.KEEP_STAFF,
    OwnListKind.SUPPLIES: Right.KEEP_SUPPLIES,
}


@dataclass(frozen=True, slots=True)
class OwnListsOf:
    """One actor's view: what they sent from the seat they act from."""

    connection: Connection
    actor: Actor

    def one(self, number: int) -> OwnList | None:
        row = self.connection.execute(select(own_lists).where(own_lists.c.id == number)).one_or_none()
        return seen(row) if row is not None and theirs(self.actor, row) else None

    def newest(self) -> OwnList | None:
        mine = select(func.max(own_lists.c.id)).where(own_lists.c.person == self.actor.person)
        number = self.connection.execute(mine).scalar()
        return None if number is None else self.one(number)


def theirs(actor: Actor, row: Any) -> bool:
    """Whether a list is the actor's, from the enterprise or office that they act for now."""
    seat = actor.seat
    here = seat is not None and row.enterprise == seat.enterprise
    return here and row.person == actor.person and actor.may(RIGHTS[row.kind])


def seen(row: Row[Any]) -> OwnList:
    """A row as its sender sees it."""
    bad: dict[str, Any] = row.bad or {}
    faults = [OwnFault(*one) for one in bad.get("faults", ())]
    return OwnList(
        row.id,
        row.kind,
        row.name,
        row.state,
        row.sent_at,
        row.depot,
        row.reason,
        row.good,
        row.new,
        row.papers,
        len(faults),
        faults[:SHOWN],
    )


def of_number(connection: Connection, number: int) -> Row[Any] | None:
    """A list, whosever it is."""
    return connection.execute(select(own_lists).where(own_lists.c.id == number)).one_or_none()


def claim(connection: Connection, now: datetime) -> Row[Any] | None:
    """The next list to be read, for a minute; None when there is none."""
    reading = (own_lists.c.state == OwnListState.READING) & (own_lists.c.next_at <= now)
    number = connection.execute(
        select(own_lists.c.id).where(reading).order_by(own_lists.c.next_at, own_lists.c.id).limit(1)
    ).scalar_one_or_none()
    if number is None:
        return None
    taken = {"next_at": now + LEASE, "attempts": own_lists.c.attempts + 1}
    changed = update(own_lists).where(own_lists.c.id == number, reading).values(taken)
    return connection.execute(changed.returning(own_lists)).one_or_none()


def later(connection: Connection, number: int, at: datetime) -> None:
    """It is fetched again then."""
    connection.execute(update(own_lists).where(own_lists.c.id == number).values(next_at=at))


def known(connection: Connection, row: Any) -> frozenset[str]:
    """What the roster, or the depot, calls somebody or something already."""
    if row.kind is OwnListKind.STAFF:
        here = staff.of(connection, row.enterprise) if row.enterprise is not None else ()
        return frozenset(one.name for one in here)
    return frozenset(one.name for one in things(connection, row.depot)) if row.depot else frozenset()


def settle(connection: Connection, number: int, values: Mapping[str, Any]) -> bool:
    """What was read, or why it could not be; False when it is not wanted any more."""
    still = (own_lists.c.id == number) & (own_lists.c.state == OwnListState.READING)
    return connection.execute(update(own_lists).where(still).values(**values)).rowcount == 1


def wanted(connection: Connection) -> Sequence[Row[Any]]:
    """Lists whose bad rows somebody waits for."""
    return connection.execute(select(own_lists).where(WANTED).order_by(own_lists.c.id).limit(2)).all()


def given(connection: Connection, number: int) -> bool:
    """The file is on its way; False when another process was quicker."""
    still = (own_lists.c.id == number) & own_lists.c.wanted
    return connection.execute(update(own_lists).where(still).values(wanted=False)).rowcount == 1


def forget(connection: Connection, now: datetime) -> int:
    """What was read of lists that nobody has brought in within a week goes; how many there were."""
    old = (own_lists.c.sent_at < now - KEPT) & (
        own_lists.c.entries.is_not(None) | own_lists.c.bad.is_not(None)
    )
    gone = update(own_lists).where(old).values(entries=None, bad=None, wanted=False)
    cleared = connection.execute(gone).rowcount
    ready = (own_lists.c.sent_at < now - KEPT) & (own_lists.c.state == OwnListState.READY)
    dropped = {"state": OwnListState.DROPPED, "ended_at": now}
    connection.execute(update(own_lists).where(ready).values(dropped))
    return cleared
