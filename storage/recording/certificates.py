"""Writes down certificates, licences and special equipment: each renewal a new version, with its day for the reminders."""

from datetime import date
from typing import Any

from sqlalchemy import Row, insert, select, update

from checklists.certificates import Family
from checklists.reminders import Dated, Task
from safety.errors import Refusal
from safety.events_staff import CertificateAdded, CertificateDropped, CertificatePhotoFailed
from safety.people import Right
from storage import media, obligations, staff
from storage.recording.turn import Turn, Written
from storage.tables.certificates import certificates

LONGEST_NUMBER, LONGEST_PLACE, LONGEST_WHY = 64, 100, 200  # characters
DATES = {Family.LICENCE: Dated.LICENCE_EXPIRY, Family.EQUIPMENT: Dated.EQUIPMENT_INSPECTION}
TASKS = {Family.LICENCE: Task.LICENCE, Family.EQUIPMENT: Task.EQUIPMENT}
SUBJECTS = {Family.LICENCE: "licence", Family.EQUIPMENT: "equipment"}


def certificate_added(turn: Turn, event: CertificateAdded) -> Written:
    """A new one, or the next version of one that holds. Refusal for another enterprise's, or when it was replaced meanwhile."""
    enterprise = _allowed(turn, event.worker)
    before = None if event.replaces is None else _replaced(turn, enterprise, event)
    first = before.first or before.id if before is not None else None
    row = {
        "enterprise": enterprise,
        "worker": event.worker,
        "kind": event.certificate,
        "number": event.number.strip()[:LONGEST_NUMBER],
        "issued": event.issued,
        "valid_to": event.valid_to,
        "review": event.review,
        "place": event.place.strip()[:LONGEST_PLACE],
        "first": first,
        "added_at": turn.now,
        "added_by": turn.actor.person,
    }
    made = insert(certificates).returning(certificates.c.id)
    number = int(turn.connection.execute(made, row).scalar_one())
    for picture in event.pictures:
        media.enter_of_certificate(turn.connection, number, picture, turn.actor.person, turn.now)
    about = about_of(event.family, first or number)
    if before is not None and _moved_on(_earlier(before.review, before.valid_to), _due(event)):
        task = TASKS.get(event.family, Task.CERTIFICATE)
        obligations.settle(turn.connection, task, about, turn.now, turn.actor.person)
    _dated(turn, event.family, enterprise, about, _due(event))
    return Written(f"certificate/{number}", {"number": None, "row": number})


def _due(event: CertificateAdded) -> date | None:
    return _earlier(event.review, event.valid_to)


def _earlier(*days: date | None) -> date | None:
    return min((day for day in days if day is not None), default=None)


def _moved_on(before: date | None, after: date | None) -> bool:
    """Whether what was owed is done: the day has moved on. The same days with a photo more settle nothing."""
    return before is not None and (after is None or after > before)


def _dated(turn: Turn, family: Family, enterprise: int, about: str, on: date | None) -> None:
    what = DATES.get(family, Dated.CERTIFICATE_REVIEW)
    obligations.dated(turn.connection, what, enterprise, about, on)


def about_of(family: Family, first: int) -> str:
    """What reminders call it: by its first version, so that a renewal closes what was owed."""
    return f"{SUBJECTS.get(family, 'certificate')}:{first}"


def _replaced(turn: Turn, enterprise: int, event: CertificateAdded) -> Row[Any]:
    """The version before, which is over. Refusal when somebody was quicker."""
    mine = (certificates.c.id == event.replaces) & (certificates.c.enterprise == enterprise)
    same = certificates.c.worker.is_not_distinct_from(event.worker) & (
        certificates.c.kind == event.certificate
    )
    over = update(certificates).where(mine, same, certificates.c.gone_at.is_(None)).values(gone_at=turn.now)
    columns = certificates.c
    found = over.returning(columns.id, columns.first, columns.review, columns.valid_to)
    row = turn.connection.execute(found).one_or_none()
    if row is None:
        raise Refusal("paper-gone")
    return row


def certificate_dropped(turn: Turn, event: CertificateDropped) -> Written:
    """It counts no more and nothing is owed about it; the row stays."""
    enterprise = turn.enterprise(Right.KEEP_STAFF)
    mine = (certificates.c.id == event.certificate) & (certificates.c.enterprise == enterprise)
    gone: dict[str, Any] = {"gone_at": turn.now, "why": event.reason.strip()[:LONGEST_WHY]}
    over = update(certificates).where(mine, certificates.c.gone_at.is_(None)).values(**gone)
    row = turn.connection.execute(over.returning(certificates.c.id, certificates.c.first)).one_or_none()
    if row is None:
        raise Refusal("paper-gone")
    about = about_of(event.family, row.first or row.id)
    obligations.gone(turn.connection, enterprise, about, turn.now)
    return Written(f"certificate/{event.certificate}")


def certificate_photo_failed(turn: Turn, event: CertificatePhotoFailed) -> Written:
    """Our copy could not be made: media.fail has moved the row on."""
    owner = select(certificates.c.enterprise).where(certificates.c.id == event.certificate)
    enterprise = turn.connection.execute(owner).scalar_one()
    return Written(f"certificate/{event.certificate}", enterprise=enterprise)


def _allowed(turn: Turn, worker: int | None) -> int:
    """The officer for everybody and the enterprise; everybody for their own. Refusal otherwise."""
    if worker is None:
        return turn.enterprise(Right.KEEP_STAFF)
    enterprise = turn.enterprise(Right.SEE_OWN_PAPERS)
    one = staff.one(turn.connection, worker)
    if one is None or one.enterprise != enterprise or not one.here:
        raise Refusal("staff-gone")
    if not turn.actor.may(Right.KEEP_STAFF) and one.person != turn.actor.person:
        raise Refusal("not-allowed")
    return enterprise
