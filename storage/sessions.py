"""Where each person's conversation stands: its state as JSON and the letter that is the live screen."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, select, update
from sqlalchemy.dialects import postgresql, sqlite

from storage.tables.post import sessions


@dataclass(frozen=True, slots=True)
class Place:
    """A kept conversation. `live` is the outbox letter that shows the current screen."""

    state: str
    live: int | None
    form: str = "text"
    settling: bool = False


_LOAD = select(sessions.c.state, sessions.c.live, sessions.c.form, sessions.c.settling).where(
    sessions.c.person == bindparam("person")
)
_SAVE = (
    update(sessions)
    .where(sessions.c.person == bindparam("b_person"))
    .values(
        state=bindparam("b_state"),
        live=bindparam("b_live"),
        form=bindparam("b_form"),
        settling=bindparam("b_settling"),
        seen_at=bindparam("b_seen"),
    )
)


def load(connection: Connection, person: int) -> Place | None:
    """The person's conversation, or None when there is none yet."""
    row = connection.execute(_LOAD, {"person": person}).first()
    return Place(*row) if row else None


def save(connection: Connection, person: int, place: Place, now: datetime) -> None:
    """Keep the conversation as it stands after this turn."""
    values = {
        "b_person": person,
        "b_state": place.state,
        "b_live": place.live,
        "b_form": place.form,
        "b_settling": place.settling,
        "b_seen": now,
    }
    if not connection.execute(_SAVE, values).rowcount:
        build = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
        row = {
            "person": person,
            "state": place.state,
            "live": place.live,
            "form": place.form,
            "settling": place.settling,
            "seen_at": now,
        }
        connection.execute(build(sessions).on_conflict_do_nothing(), row)
