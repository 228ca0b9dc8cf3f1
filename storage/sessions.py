"""Where each person's conversation stands: its state as JSON and the letter that is the live screen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import Connection, bindparam, or_, select, update

from storage.prepared import Prepared
from storage.tables.people import people
from storage.tables.post import outbox, sessions
from storage.types import hour


@dataclass(frozen=True, slots=True)
class Place:
    """A kept conversation. `live` is the outbox letter that shows the current screen, `message` its message if sent."""

    state: str
    live: int | None
    form: str = "text"
    settling: bool = False
    message: int | None = None


_LOAD = Prepared(
    select(sessions.c.state, sessions.c.live, sessions.c.form, sessions.c.settling, outbox.c.message)
    .outerjoin(outbox, outbox.c.id == sessions.c.live)
    .where(sessions.c.person == bindparam("person"))
)


def _replacing(new: Any) -> Any:
    return new.on_conflict_do_update(
        index_elements=["person"], set_={name: new.excluded[name] for name in _FIELDS}
    )


_FIELDS = ("state", "live", "form", "settling", "seen_at")
_SAVE = Prepared.upsert(
    lambda insert: _replacing(
        insert(sessions).values(
            {name: bindparam(f"b_{name}", type_=sessions.c[name].type) for name in ("person", *_FIELDS)}
        )
    )
)


def load(connection: Connection, person: int) -> Place | None:
    """The person's conversation, or None when there is none yet."""
    row = _LOAD.first(connection, {"person": person})
    return Place(*row) if row else None


_STATE = Prepared(select(sessions.c.state).where(sessions.c.person == bindparam("person")))


def standing(connection: Connection, person: int) -> tuple[str, str]:
    """The conversation a person is in, and its step; nothing for who has none."""
    kept = _STATE.scalar(connection, {"person": person})
    state = orjson.loads(kept).get("state", {}) if kept else {}
    return state.get("flow", ""), state.get("at", "")


def held(connection: Connection, person: int) -> Place | None:
    """The same, held until this transaction ends: a turn of the person that runs at the same time comes afterwards."""
    mine = select(sessions.c.person).where(sessions.c.person == person).with_for_update()
    return load(connection, person) if connection.execute(mine).first() is not None else None


def of_account(connection: Connection, account: int) -> str | None:
    """The kept conversation of the person with this account."""
    found = select(sessions.c.state).join(people, people.c.id == sessions.c.person)
    return connection.execute(found.where(people.c.account == account)).scalar_one_or_none()


def with_flow(
    connection: Connection,
    flows: Sequence[str],
    *,
    before: datetime | None = None,
    persons: Sequence[int] | None = None,
) -> list[tuple[int, str]]:
    """Persons whose conversation, or one that waits below it, is one of these, with its state as kept."""
    has = or_(*(sessions.c.state.contains(f'"flow":"{flow}"', autoescape=True) for flow in flows))
    found = select(sessions.c.person, sessions.c.state).where(has)
    if before is not None:
        found = found.where(sessions.c.seen_at < before)
    if persons is not None:
        found = found.where(sessions.c.person.in_(persons))
    return [(row.person, row.state) for row in connection.execute(found)]


def rewrite(connection: Connection, person: int, state: str) -> None:
    """Let a conversation stand elsewhere, whatever its screen shows."""
    connection.execute(update(sessions).where(sessions.c.person == person).values(state=state))


def save(connection: Connection, places: Mapping[int, Place], now: datetime) -> None:
    """Keep conversations, by person, as they stand after their turns."""
    rows = [
        {
            "b_person": person,
            "b_state": place.state,
            "b_live": place.live,
            "b_form": place.form,
            "b_settling": place.settling,
            "b_seen_at": hour(now),  # to the second it would name who wrote a tip just then
        }
        for person, place in places.items()
    ]
    _SAVE.run_many(connection, rows)
