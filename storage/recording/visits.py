"""Writes down inspections on site: begun, who came, what was found, put before the enterprise. How one ends: visits_ended.py."""

from datetime import timedelta
from typing import Any

from sqlalchemy import Row, insert, select, update

from safety.calendar import today
from safety.errors import Refusal
from safety.events_visits import (
    FindingDropped,
    FindingReported,
    FormOpened,
    SecondConfirmed,
    SecondNamed,
    VisitBegun,
    VisitDropped,
    VisitPlaced,
    VisitPresented,
    VisitRemarked,
    VisitTakenBack,
)
from safety.hazard_ledger import HazardState
from safety.people import Right
from safety.visits import LONGEST, VisitState, kinds_of, needs_second, period_of
from storage import due, media
from storage.numbers import Series, next_number
from storage.places import seated_over
from storage.receipts import fingerprint_over
from storage.recording.found import marks
from storage.recording.reports import LONGEST_CLAUSE, LONGEST_PLACE, LONGEST_WORDS
from storage.recording.turn import Turn, Written
from storage.scope import held, scope_of
from storage.tables.checks import checks
from storage.tables.content import contents
from storage.tables.inspections import inspections
from storage.tables.ledger import enterprises, hazards
from storage.tables.people import seats
from storage.types import to_text
from storage.upsert import Upsert
from storage.visits import rows
from storage.visits.documents import content_of
from storage.visits.reading import INSPECTING

MOST_PLACES = 12
KIND = "visit"  # of the due row: it is left open
_OPENED = Upsert(lambda insert: insert(checks).on_conflict_do_nothing())


def visit_begun(turn: Turn, event: VisitBegun) -> Written:
    """Refusal outside the area, for a kind that the role does not come for, and while one's own is open there."""
    scope, seat = scope_of(turn.actor, Right.HOLD_VISIT), turn.actor.seat
    if scope is None or seat is None or event.what not in kinds_of(seat.role):
        raise Refusal("not-allowed")
    found = select(enterprises.c.id).where(
        enterprises.c.credit_code == event.enterprise, held(scope, enterprises.c.id)
    )
    enterprise = turn.connection.execute(found).scalar_one_or_none()
    if enterprise is None:
        raise Refusal("enterprise-gone")
    if event.second is None and needs_second(seat.role):
        raise Refusal("visit-needs-second")
    if event.second is not None:
        _may_come(turn, event.second, enterprise)
    row = {
        "enterprise": enterprise,
        "kind": event.what,
        "state": VisitState.OPEN,
        "lead": turn.actor.person,
        "role": seat.role,
        "begun_at": turn.now,
        "second": event.second,
    }
    number = int(
        turn.connection.execute(insert(inspections).values(row).returning(inspections.c.id)).scalar_one()
    )
    due.plan(
        turn.connection,
        f"{KIND}:{number}",
        KIND,
        str(number),
        turn.now + timedelta(hours=turn.rules.visits.remind_hours),
    )
    return _written(number, enterprise)


def second_named(turn: Turn, event: SecondNamed) -> Written:
    """By the lead, until somebody has confirmed."""
    row = _lead(turn, event.visit)
    if row.second_at is not None:
        raise Refusal("visit-second-there")
    _may_come(turn, event.second, row.enterprise)
    _change(turn, row, second=event.second)
    return _written(row.id, row.enterprise)


def second_confirmed(turn: Turn, event: SecondConfirmed) -> Written:
    """By who was named, from a seat that inspects there; `there` false: the lead names somebody else."""
    row = _any(turn, event.visit)
    mine = row.second == turn.actor.person and rows.in_scope(turn.connection, turn.actor, row.enterprise)
    if not mine:
        raise Refusal("visit-gone")
    if row.state is not VisitState.OPEN or (row.second_at is not None and event.there):
        raise Refusal("visit-second-there" if row.second_at is not None else "visit-over")
    if row.second_at is not None:
        raise Refusal("visit-second-there")
    _change(turn, row, **({"second_at": turn.now} if event.there else {"second": None}))
    return _written(row.id, row.enterprise)


def _may_come(turn: Turn, person: int, enterprise: int) -> None:
    """A second officer is somebody else who inspects there."""
    seated = select(seats.c.id).where(
        seats.c.person == person,
        seats.c.until.is_(None),
        seats.c.role.in_(INSPECTING),
        seated_over(enterprise),
    )
    if person == turn.actor.person or turn.connection.execute(seated.limit(1)).one_or_none() is None:
        raise Refusal("visit-not-second")


def form_opened(turn: Turn, event: FormOpened) -> Written:
    """The form as it is asked now; the same again changes nothing. Refusal for a version nobody has published."""
    row = rows.open_to(turn.connection, turn.actor, event.visit)
    known = select(contents.c.fingerprint).where(contents.c.fingerprint == event.fingerprint)
    if turn.connection.execute(known).one_or_none() is None:
        raise Refusal("check-gone")
    new = {
        "enterprise": row.enterprise,
        "checklist": event.checklist,
        "period": period_of(row.id),
        "form": event.fingerprint,
        "due": today(turn.now),
        "begun_at": turn.now,
        "begun_by": turn.actor.person,
    }
    _OPENED.run(turn.connection, new)
    return _written(row.id, row.enterprise)


def visit_placed(turn: Turn, event: VisitPlaced) -> Written:
    """One more place with its moment; a dozen are enough."""
    row = rows.open_to(turn.connection, turn.actor, event.visit)
    spot = {"at": to_text(turn.now), "lat": event.lat, "lon": event.lon, "accuracy": event.accuracy}
    _change(turn, row, places=[*(row.places or ()), spot][-MOST_PLACES:])
    return _written(row.id, row.enterprise)


def visit_remarked(turn: Turn, event: VisitRemarked) -> Written:
    """Later words stand below earlier ones."""
    row = rows.open_to(turn.connection, turn.actor, event.visit)
    both = "\n".join(part for part in (row.remark, event.words.strip()) if part)
    _change(turn, row, remark=both[:LONGEST])
    return _written(row.id, row.enterprise)


def finding_reported(turn: Turn, event: FindingReported) -> Written:
    """Beside the list: in the ledger with its number, told with the rest when the visit ends."""
    row = rows.open_to(turn.connection, turn.actor, event.visit)
    number = next_number(turn.connection, Series.HAZARD, turn.now)
    new = {
        "number": number,
        "enterprise": row.enterprise,
        "state": HazardState.FOUND,
        "severity": event.severity,
        "suspected_major": event.suspected_major,
        "due": event.due,
        "found_at": turn.now,
        "found_by": turn.actor.person,
        "kind": event.category,
        "place": event.place[:LONGEST_PLACE],
        "words": event.words[:LONGEST_WORDS],
        "clause": event.clause[:LONGEST_CLAUSE] or None,
        **marks(turn, row),
    }
    hazard = turn.connection.execute(insert(hazards).values(new).returning(hazards.c.id)).scalar_one()
    for picture in event.pictures:
        sent = media.OfHazard(hazard, media.BEFORE, picture, turn.actor.person)
        media.enter_of_hazard(turn.connection, sent, turn.now)
    return Written(number, {"visit": row.id}, enterprise=row.enterprise)


def finding_dropped(turn: Turn, event: FindingDropped) -> Written:
    """Before the end: it never was one."""
    row = rows.open_to(turn.connection, turn.actor, event.visit)
    beside = (hazards.c.number == event.number) & (hazards.c.visit == row.id) & hazards.c.check_id.is_(None)
    gone = update(hazards).where(beside, hazards.c.state == HazardState.FOUND)
    values = {"state": HazardState.WITHDRAWN, "withdrawn_at": turn.now}
    if turn.connection.execute(gone.values(values)).rowcount != 1:
        raise Refusal("hazard-gone")
    return Written(event.number, {"visit": row.id}, enterprise=row.enterprise)


def visit_presented(turn: Turn, event: VisitPresented) -> Written:
    """Put before somebody who has a seat in the enterprise; nothing of it changes until it is taken back."""
    row = rows.open_to(turn.connection, turn.actor, event.visit)
    ready(row)
    seated = select(seats.c.id).where(
        seats.c.person == event.to, seats.c.enterprise == row.enterprise, seats.c.until.is_(None)
    )
    inspector = event.to in {row.lead, row.second}
    if inspector or turn.connection.execute(seated.limit(1)).one_or_none() is None:
        raise Refusal("visit-not-host")
    digest = fingerprint_over(content_of(turn.connection, row))
    _change(
        turn,
        row,
        state=VisitState.PRESENTED,
        present=event.to,
        presented_at=turn.now,
        presented=digest,
        objection=None,
    )
    return Written(f"visit/{row.id}", {"fingerprint": digest}, enterprise=row.enterprise)


def ready(row: Row[Any]) -> None:
    """Refusal as long as two officers are needed and the second has not confirmed."""
    if row.second is None and needs_second(row.role):
        raise Refusal("visit-needs-second")
    if row.second is not None and row.second_at is None:
        raise Refusal("visit-needs-confirmed")


def visit_taken_back(turn: Turn, event: VisitTakenBack) -> Written:
    """By its inspectors: they go on."""
    row = presented_to(turn, event.visit)
    _change(turn, row, state=VisitState.OPEN, presented=None, presented_at=None, present=None)
    return _written(row.id, row.enterprise)


def presented_to(turn: Turn, visit: int) -> Row[Any]:
    """One of the actor's own that lies before the enterprise."""
    row = _any(turn, visit)
    inside = rows.in_scope(turn.connection, turn.actor, row.enterprise)
    if not rows.inspects(row, turn.actor.person) or not inside:
        raise Refusal("visit-gone")
    if row.state is not VisitState.PRESENTED:
        raise Refusal("visit-over")
    return row


def visit_dropped(turn: Turn, event: VisitDropped) -> Written:
    """By the lead, while it is open: its findings never were any."""
    row = _lead(turn, event.visit)
    if row.state is not VisitState.OPEN:
        raise Refusal("visit-is-presented")
    _change(turn, row, state=VisitState.DROPPED, reason=event.reason[:LONGEST])
    gone = {"state": HazardState.WITHDRAWN, "withdrawn_at": turn.now}
    drafted = (hazards.c.visit == row.id) & (hazards.c.state == HazardState.FOUND)
    turn.connection.execute(update(hazards).where(drafted).values(gone))
    over(turn, row.id)
    return _written(row.id, row.enterprise)


def over(turn: Turn, visit: int) -> None:
    """Nobody has to be reminded of it any more."""
    waiting = due.of(turn.connection, f"{KIND}:{visit}")
    if waiting is not None:
        due.move(turn.connection, waiting, None)


def _any(turn: Turn, visit: int) -> Row[Any]:
    row = turn.connection.execute(select(inspections).where(inspections.c.id == visit)).one_or_none()
    if row is None:
        raise Refusal("visit-gone")
    return row


def _lead(turn: Turn, visit: int) -> Row[Any]:
    row = _any(turn, visit)
    if row.lead != turn.actor.person or not rows.in_scope(turn.connection, turn.actor, row.enterprise):
        raise Refusal("visit-gone")
    if row.state in {VisitState.CLOSED, VisitState.DROPPED}:
        raise Refusal("visit-over")
    return row


def _change(turn: Turn, row: Row[Any], **values: Any) -> None:
    """Only while it stands as it was read: of two at once one wins."""
    same = (inspections.c.id == row.id) & (inspections.c.state == row.state)
    if turn.connection.execute(update(inspections).where(same).values(**values)).rowcount != 1:
        raise Refusal("visit-over")


def _written(visit: int, enterprise: int) -> Written:
    return Written(f"visit/{visit}", enterprise=enterprise)
