"""What personal data is cleared when its time has come (content/privacy.yaml), a class at a time, in portions.

Never what the seals or the law need: records of events, checks, hazards, commitments, statistics and the audit stay as they are.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    and_,
    delete,
    exists,
    func,
    or_,
    select,
    update,
)

from storage import inbox as post
from storage.tables.exams import exams
from storage.tables.people import invitations, joins, people, seats
from storage.tables.post import inbox, outbox, sessions
from storage.tables.spots import spot_exams, spot_guests

PORTION = 500
_P, _S, _J, _I, _O = people.c, seats.c, joins.c, invitations.c, outbox.c
_E, _GUESTS = spot_exams.c, select(spot_guests.c.exam)


@dataclass(frozen=True, slots=True)
class Class:
    """One class: its rows whose time has come, and what is done to them."""

    due: Callable[[datetime], Select[Any]]
    clear: Callable[[Connection, list[Any]], None]


def _left(before: datetime) -> Select[Any]:
    """People whose last seat ended then, or who wrote a spot exam as a guest then, with something left to clear."""
    known = or_(_P.name != "", _P.phone.is_not(None), _P.username.is_not(None))
    over = (func.count() == func.count(_S.until)) & (func.max(_S.until) < before)
    last = select(_S.person).group_by(_S.person).having(over)
    guest = select(_E.person).where(_E.exam.in_(_GUESTS)).group_by(_E.person)
    wrote = guest.join(exams, exams.c.id == _E.exam).having(func.max(exams.c.begun_at) < before)
    never = ~exists().where(_S.person == _P.id)
    return select(_P.id).where(known, or_(_P.id.in_(last), never & _P.id.in_(wrote)))


def _unname(connection: Connection, persons: list[Any]) -> None:
    cleared = {"name": "", "username": None, "phone": None, "consent_version": None, "consent_at": None}
    connection.execute(update(people).where(_P.id.in_(persons)).values(cleared))
    connection.execute(update(joins).where(_J.person.in_(persons)).values(phone=""))
    theirs = select(_E.exam).where(_E.person.in_(persons))
    connection.execute(delete(spot_guests).where(spot_guests.c.exam.in_(theirs)))


def _refused(before: datetime) -> Select[Any]:
    """Phones of requests that came to nothing."""
    return select(_J.id).where(_J.phone != "", _J.state.in_(("refused", "revoked")), _J.decided_at < before)


def _unphone(connection: Connection, requests: list[Any]) -> None:
    connection.execute(update(joins).where(_J.id.in_(requests)).values(phone=""))


def _letters(before: datetime) -> Select[Any]:
    """Letters that have left or were given up, whose words are kept still. The newest of a live screen is younger."""
    ended = _O.state.not_in(("waiting", "sending", "kept"))
    live = exists().where(sessions.c.live == _O.id)
    return select(_O.id).where(ended, _O.posted_at < before, _O.body != "", ~live)


def _unsay(connection: Connection, letters: list[Any]) -> None:
    emptied = {"body": "", "opens": None, "error": None}
    connection.execute(update(outbox).where(_O.id.in_(letters)).values(emptied))


def _idle(before: datetime) -> Select[Any]:
    return select(sessions.c.person).where(sessions.c.seen_at < before)


def _unsession(connection: Connection, persons: list[Any]) -> None:
    connection.execute(delete(sessions).where(sessions.c.person.in_(persons)))


def _expired(before: datetime) -> Select[Any]:
    """Invitations that nobody used and that no request rests on."""
    used = exists().where(_J.invitation == _I.id)
    return select(_I.id).where(_I.used_at.is_(None), _I.expires_at < before, ~used)


def _uninvite(connection: Connection, numbers: list[Any]) -> None:
    for table in _pointing(invitations):
        connection.execute(delete(table).where(table.c.invitation.in_(numbers)))
    connection.execute(delete(invitations).where(_I.id.in_(numbers)))


def _pointing(target: Table) -> list[Table]:
    """Tables beside joins with a column `invitation` that points at invitations."""
    tables = target.metadata.tables.values()
    return [
        one
        for one in tables
        if one.name != joins.name
        and "invitation" in one.c
        and any(key.column.table is target for key in one.c.invitation.foreign_keys)
    ]


CLASSES: Mapping[str, Class] = {
    "account": Class(_left, _unname),
    "phone": Class(_refused, _unphone),
    "messages": Class(_letters, _unsay),
    "conversation": Class(_idle, _unsession),
    "invitations": Class(_expired, _uninvite),
}


def waiting(connection: Connection, name: str, before: datetime) -> int:
    """How much of a class is to be cleared."""
    found = CLASSES[name].due(before).subquery()
    return int(connection.execute(select(func.count()).select_from(found)).scalar_one())


def clear(connection: Connection, name: str, before: datetime, portion: int = PORTION) -> int:
    """Clear a portion of a class; how much that was. Less than a portion: nothing is left."""
    one = CLASSES[name]
    rows = list(connection.execute(one.due(before).limit(portion)).scalars())
    if rows:
        one.clear(connection, rows)
    return len(rows)


def erase(connection: Connection, person: int, now: datetime) -> None:
    """What is kept about a person because of themself goes at once: account, name, phone, seats, conversation, letters' words.

    Records of what they did stay with their number, which leads to nobody any more. Their account, should it come back, is a new person.
    """
    row = connection.execute(select(_P.account, _P.chat).where(_P.id == person)).one_or_none()
    if row is None:
        return
    _unname(connection, [person])
    gone = {
        "account": -person,
        "chat": 0,
        "reachable": False,
        "reachable_at": now,
        "seat": None,
        "hour": None,
    }
    connection.execute(update(people).where(_P.id == person).values(gone))
    connection.execute(update(seats).where(_S.person == person, _S.until.is_(None)).values(until=now))
    undecided = and_(_J.person == person, _J.state == "waiting")
    connection.execute(update(joins).where(undecided).values(state="refused", decided_at=now))
    connection.execute(delete(sessions).where(sessions.c.person == person))
    to_them: ColumnElement[bool] = or_(_O.person == person, _O.chat == row.chat)
    waits = update(outbox).where(to_them, _O.state.in_(("waiting", "kept")))
    connection.execute(waits.values(state="failed", error="erased"))
    emptied = {"body": "", "opens": None, "chat": 0}
    connection.execute(update(outbox).where(to_them, _O.state != "sending").values(emptied))
    handled = select(inbox.c.bot, inbox.c.update_id).where(
        inbox.c.lane == row.account, inbox.c.state != "waiting"
    )
    for one in connection.execute(handled).all():
        post.empty(connection, one.bot, [one.update_id], now)
