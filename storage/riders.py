"""What rides in the day's message of a person beside what they owe (捎带的事): who is to hear of what, and which message told it.

What each of them says, and whether it is still of interest, is asked when the message is written: bot/riding.py.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import Connection, bindparam, delete, func, select, update

from storage import owing
from storage.prepared import Prepared
from storage.tables.riders import riders


class Riding(StrEnum):
    """What can ride, in the order in which it is told."""

    LISTING = "listing"  # the week's question about a listed hazard; subject: its number
    STANDING_IN = "standing-in"  # that the reader stands in for somebody; subject: the person
    COPY = "copy"  # a letter to somebody out of reach; subject: its row in the outbox
    CHORE = "chore"  # what comes again and again; subject: its number
    DRAFT = "draft"  # a self-check that was begun and lies still; subject: its row
    PRACTICE = "practice"  # the wrong-answer book


ORDER = {kind: place for place, kind in enumerate(Riding)}


@dataclass(frozen=True, slots=True)
class Rider:
    """One thing that rides. `absent`: for whom the reader stands in; `at`: since when it waits."""

    person: int
    kind: Riding
    subject: str
    absent: int | None
    at: datetime


_ONE = (
    (riders.c.person == bindparam("b_person"))
    & (riders.c.kind == bindparam("b_kind"))
    & (riders.c.subject == bindparam("b_subject"))
)
_VALUES = {
    name: bindparam(f"b_{name}", type_=riders.c[name].type)
    for name in ("person", "kind", "subject", "absent", "at", "ends", "letter")
}
_PUT = Prepared.upsert(
    lambda insert: (row := insert(riders).values(_VALUES)).on_conflict_do_update(
        index_elements=["person", "kind", "subject"],
        set_={name: row.excluded[name] for name in ("absent", "at", "ends", "letter")},
    )
)
_FIELDS = (riders.c.person, riders.c.kind, riders.c.subject, riders.c.absent, riders.c.at)
_NOW = bindparam("now", type_=riders.c.at.type)
_MINE = (riders.c.person == bindparam("person")) & riders.c.letter.is_(None) & (riders.c.ends > _NOW)
_WAITING = Prepared(select(*_FIELDS).where(_MINE, riders.c.at <= _NOW))
_OF_LETTER = Prepared(select(*_FIELDS).where(riders.c.letter == bindparam("letter")))
_NEXT = Prepared(select(func.min(riders.c.at).label("at")).where(_MINE))
_TELL = Prepared(update(riders).where(_ONE).values(letter=bindparam("b_letter")))
_BACK = Prepared(update(riders).where(riders.c.letter == bindparam("b_letter")).values(letter=None))
_DROP = Prepared(delete(riders).where(_ONE))
_OVER = Prepared(delete(riders).where(riders.c.person == bindparam("b_person"), riders.c.ends <= _NOW))


def put(
    connection: Connection,
    person: int,
    kind: Riding,
    subject: str,
    now: datetime,
    lives: timedelta,
    *,
    absent: int | None = None,
) -> None:
    """Have a person told of this by their next message, today's when it has not left yet. Put again it is told again."""
    row = {"b_person": person, "b_kind": kind.value, "b_subject": subject, "b_absent": absent}
    _OVER.run(connection, {"b_person": person, "now": now})
    _PUT.run(connection, row | {"b_at": now, "b_ends": now + lives, "b_letter": None})
    owing.pull(connection, person, now)


def waiting(connection: Connection, person: int, now: datetime) -> Sequence[Rider]:
    """What this person is to be told of by now, in the order in which it is told."""
    found = [_rider(row) for row in _WAITING.rows(connection, {"person": person, "now": now})]
    return sorted(found, key=lambda one: (ORDER[one.kind], one.at, one.subject))


def of_letter(connection: Connection, letter: int) -> Sequence[Rider]:
    """What a message told."""
    return [_rider(row) for row in _OF_LETTER.rows(connection, {"letter": letter})]


def told(connection: Connection, these: Sequence[Rider], letter: int) -> None:
    """A message tells these."""
    _TELL.run_many(connection, [{**_name(one), "b_letter": letter} for one in these])


def untold(connection: Connection, letter: int) -> None:
    """A message did not leave: what rode in it waits for the next one."""
    _BACK.run(connection, {"b_letter": letter})


def drop(connection: Connection, one: Rider) -> None:
    """It is of no interest any more."""
    _DROP.run(connection, _name(one))


def next_at(connection: Connection, person: int, now: datetime) -> datetime | None:
    """Since when, or from when on, something waits to be told to this person; None when nothing does."""
    moment: datetime | None = _NEXT.scalar(connection, {"person": person, "now": now})
    return moment


def _name(one: Rider) -> dict[str, object]:
    return {"b_person": one.person, "b_kind": one.kind.value, "b_subject": one.subject}


def _rider(row: tuple[int, str, str, int | None, datetime]) -> Rider:
    person, kind, subject, absent, moment = row
    return Rider(person, Riding(kind), subject, absent, moment)
