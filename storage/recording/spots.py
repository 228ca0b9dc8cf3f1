"""Writes down spot exams: opened with a code and a link, entered once by each person, with a seat or without, closed into one record."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, bindparam, insert, or_, select, update

from checklists.answers import JsonValue
from safety.errors import Refusal
from safety.events_spots import SpotClosed, SpotEntered, SpotGuestEntered, SpotOpened
from safety.exams import Sheet
from safety.people import Right
from safety.spots import GUESS, average, name_in
from storage import due, spots
from storage.exams import points
from storage.numbers import Series, next_number
from storage.receipts import fingerprint_over
from storage.recording.exams import begin
from storage.recording.turn import Turn, Written
from storage.scope import Reach, scope_of, within
from storage.tables import spots as tables
from storage.tables.ledger import enterprises
from storage.types import to_text

KIND = "spot"  # of the due row: nobody comes in any more, and then the record
PAUSE = timedelta(minutes=1)  # after the last deadline: the clock hands papers in first
LONGEST = timedelta(hours=4)
TRIES, SHORTEST = 100, 6
SECRET = 16  # bytes of a link's key


def spot_opened(turn: Turn, event: SpotOpened) -> Written:
    """Refusal outside the scope. Another code than any that is open now; nobody can guess it, nor the link."""
    scope = scope_of(turn.actor, Right.OPEN_SPOT)
    if scope is None:
        raise Refusal("not-allowed")
    found = select(enterprises.c.id).where(
        within(scope.reach, enterprises.c.id), enterprises.c.credit_code == bindparam("code")
    )
    bound = {"place": scope.place, "code": event.enterprise}
    enterprise = turn.connection.execute(found, bound).scalar_one_or_none()
    if enterprise is None:
        raise Refusal("enterprise-gone")
    until = turn.now + min(timedelta(minutes=max(1, event.minutes)), LONGEST)
    row = {
        "enterprise": enterprise,
        "inspector": turn.actor.person,
        "opened_at": turn.now,
        "until": until,
        "own": scope.reach is Reach.ENTERPRISE,
        "code": _code(turn, event.digits),
        "link": secrets.token_urlsafe(SECRET),
    }
    new = insert(tables.spots).returning(tables.spots.c.id)
    number = int(turn.connection.execute(new, row).scalar_one())
    due.plan(turn.connection, f"{KIND}:{number}", KIND, str(number), until)
    return Written(f"spot/{number}", {"spot": number, "until": to_text(until)}, enterprise=enterprise)


def _code(turn: Turn, digits: int) -> str:
    taken = set(
        turn.connection.execute(select(tables.spots.c.code).where(tables.spots.c.code.is_not(None))).scalars()
    )
    for _ in range(TRIES):
        code = "".join(secrets.choice("0123456789") for _ in range(max(SHORTEST, digits)))
        if code not in taken:
            return code
    raise Refusal("spot-over")


def spot_entered(turn: Turn, event: SpotEntered) -> Written:
    """Once a person. One refusal for a wrong code, an old one, and that of another enterprise."""
    enterprise = turn.enterprise(Right.TAKE_EXAM)
    meant = or_(tables.spots.c.code == event.code, tables.spots.c.link == event.code)
    found = select(tables.spots).where(meant).with_for_update()
    row = turn.connection.execute(found).one_or_none()
    if row is None or row.enterprise != enterprise or turn.now >= row.until:
        raise Refusal("spot-code-wrong", guess=GUESS)
    exam, deadline = _begun(turn, row, event.sheet)
    kept = "" if event.code == row.link else event.code  # nobody has to know a link afterwards
    added = {"exam": exam, "spot": row.id, "deadline": to_text(deadline), "code": kept}
    return Written(f"exam/{exam}", added)


def _begun(turn: Turn, row: Row[Any], sheet: Mapping[str, JsonValue]) -> tuple[int, datetime]:
    """Once a person."""
    if spots.wrote(turn.connection, row.id, turn.actor.person):
        raise Refusal("spot-again")
    exam, deadline = begin(turn, row.enterprise, Sheet.from_json(sheet))
    belongs = {"exam": exam, "spot": row.id, "person": turn.actor.person}
    turn.connection.execute(insert(tables.spot_exams), belongs)
    return exam, deadline


def spot_guest_entered(turn: Turn, event: SpotGuestEntered) -> Written:
    """Once a person, and only so many. One refusal for a wrong link, an old one, and whoever has a seat, here or anywhere."""
    found = select(tables.spots).where(tables.spots.c.link == event.link).with_for_update()
    row = turn.connection.execute(found).one_or_none()
    outside = turn.actor.consented and turn.actor.seat is None
    if row is None or not event.link or not outside or turn.now >= row.until:
        raise Refusal("spot-link-wrong", guess=GUESS)
    name = name_in(event.name)
    if name is None:
        raise Refusal("spot-guest-name")
    most = turn.catalogue.rules.exams.spot_guests if turn.catalogue is not None else None
    if most is not None and spots.guests(turn.connection, row.id) >= most:
        raise Refusal("spot-full")
    exam, deadline = _begun(turn, row, event.sheet)
    turn.connection.execute(insert(tables.spot_guests), {"exam": exam, "name": name})
    added = {"exam": exam, "spot": row.id, "deadline": to_text(deadline), "link": "", "name": ""}
    return Written(f"exam/{exam}", added, enterprise=row.enterprise)


def spot_closed(turn: Turn, event: SpotClosed) -> Written:
    """By who opened it, or another inspector in whose scope it is. While somebody writes, the record waits for them."""
    table = tables.spots
    turn.connection.execute(select(table.c.id).where(table.c.id == event.spot).with_for_update())
    row = spots.of_number(turn.connection, event.spot)
    if row is None or not (
        row.inspector == turn.actor.person or spots.seen(turn.connection, turn.actor, row)
    ):
        raise Refusal("not-allowed")
    if row.number is not None:
        raise Refusal("spot-over")
    written = spots.written(turn.connection, row.id)
    waits = max((one.deadline for one in written if one.hundredths is None), default=None)
    if waits is not None:
        _change(turn, row.id, code=None, link=None, until=min(row.until, turn.now))
        _later(turn, row.id, max(waits, turn.now) + PAUSE)
        return Written(f"spot/{row.id}", enterprise=row.enterprise)
    return _recorded(turn, row, written)


def _recorded(turn: Turn, row: Row[Any], written: Sequence[Any]) -> Written:
    number = next_number(turn.connection, Series.SPOT, turn.now)
    shown = [points(one.hundredths) for one in written]
    whole: dict[str, Any] = {
        "spot": row.id,
        "number": number,
        "enterprise": row.enterprise,
        "inspector": row.inspector,
        "own": row.own,
        "guests": spots.guests(turn.connection, row.id),
        "opened_at": to_text(row.opened_at),
        "closed_at": to_text(turn.now),
        "exams": [one.exam_number for one in written],
        "points": [str(one) for one in shown],
        "average": str(average(shown)),
    }
    digest = fingerprint_over(whole)
    until = min(row.until, turn.now)
    _change(turn, row.id, code=None, link=None, until=until, number=number, document=whole, sha256=digest)
    waiting = due.of(turn.connection, f"{KIND}:{row.id}")
    if waiting is not None:
        due.move(turn.connection, waiting, None)
    added: dict[str, JsonValue] = {
        "number": number,
        "sha256": digest,
        "wrote": len(written),
        "average": str(average(shown)),
    }
    return Written(f"spot/{row.id}", added, enterprise=row.enterprise)


def _later(turn: Turn, spot: int, moment: datetime) -> None:
    """The clock comes again then."""
    key = f"{KIND}:{spot}"
    if due.plan(turn.connection, key, KIND, str(spot), moment):
        return
    waiting = due.of(turn.connection, key)
    if waiting is not None:
        due.move(turn.connection, waiting, moment)


def _change(turn: Turn, spot: int, **values: Any) -> None:
    turn.connection.execute(update(tables.spots).where(tables.spots.c.id == spot).values(**values))
