"""Rows of photos and files: pending until our own copy is safe or has failed. The copies are kept by the bot.

A pending photo is claimed by pushing its `again_at` into the future: a process that dies leaves it to the next one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Update, bindparam, func, insert, select, update

from safety.checks import CheckKey
from safety.events import PhotoFailed, PhotoKept
from safety.events_attached import AttachmentFailed
from safety.events_hazards import HazardPhotoFailed, Picture
from safety.events_staff import CertificatePhotoFailed
from storage.tables.certificates import certificate_photos, certificates
from storage.tables.checks import answers, checks
from storage.tables.ledger import hazards
from storage.tables.media import media
from storage.tables.obligations import obligation_photos, obligations
from storage.upsert import Insert, Upsert

LEASE = timedelta(minutes=5)
UNPAIRED_ROWS = media.c.answers.is_not(None) & media.c.pair.is_(None) & (media.c.state == "safe")
PHOTO, FILE = "photo", "file"
BEFORE, AFTER, NOTE = "before", "after", "note"  # what a photo of a hazard shows


@dataclass(frozen=True, slots=True)
class Sent:
    """A photo, or a file with its name, as it was sent."""

    check: int
    question: str
    file: str
    unique: str
    size: int | None
    note: str
    person: int
    kind: str = PHOTO
    name: str = ""


@dataclass(frozen=True, slots=True)
class OfHazard:
    """A photo of a hazard as it was sent. `answers`: the photo "before" that this one "after" answers.

    `round`: how often the hazard had been reopened by then. `word`: of the day, that is to be in the picture.
    """

    hazard: int
    stage: str
    picture: Picture
    person: int
    answers: int | None = None
    round: int = 0
    word: str = ""


@dataclass(frozen=True, slots=True)
class Pending:
    """A photo or file whose copy is to be fetched. `attempts` counts this one too."""

    id: int
    file: str
    unique: str
    size: int | None
    person: int
    attempts: int
    received_at: datetime
    kind: str = PHOTO


@dataclass(frozen=True, slots=True)
class Copy:
    """Our own copy: where below the media folder, its hash, bytes and pixels."""

    path: str
    sha256: str
    size: int
    width: int
    height: int
    plain: bool | None = None


_NEW = Upsert(lambda insert: insert(media).on_conflict_do_nothing())


def _again(place: ColumnElement[bool]) -> Update:
    """A file that had failed is wanted anew."""
    anew = {"state": "pending", "file": bindparam("b_file"), "attempts": 0, "again_at": bindparam("b_at")}
    failed = media.c.unique_name == bindparam("b_unique"), media.c.state == "failed"
    return update(media).where(place, *failed).values(**anew, reason=None, settled_at=None)


_AGAIN = _again((media.c.check_id == bindparam("b_check")) & (media.c.question == bindparam("b_question")))
_SENT_AGAIN = _again(media.c.hazard == bindparam("b_hazard"))


def _counted(insert: Insert) -> Any:
    """Count one more pending photo; `b_failed` is -1 when a failed one was sent again."""
    row = insert(answers).values(
        check_id=bindparam("b_check"),
        question=bindparam("b_question"),
        photos_pending=1,
        at=bindparam("b_at"),
        person=bindparam("b_person"),
    )
    more = {
        "photos_pending": answers.c.photos_pending + 1,
        "photos_failed": answers.c.photos_failed + bindparam("b_failed", type_=answers.c.photos_failed.type),
        "photos_skipped": False,
    }
    return row.on_conflict_do_update(index_elements=["check_id", "question"], set_=more)


_COUNTED = Upsert(_counted)


def enter(connection: Connection, sent: Sent, now: datetime) -> bool:
    """Enter a photo and count it with its answer. False: this file is there already and needs nothing."""
    where = {
        "b_check": sent.check,
        "b_question": sent.question,
        "b_unique": sent.unique,
        "b_file": sent.file,
        "b_at": now,
        "b_person": sent.person,
    }
    again = connection.execute(_AGAIN, where).rowcount == 1
    if not again and _NEW.run(connection, _row(sent, now)).rowcount != 1:
        return False
    _COUNTED.run(connection, where | {"b_failed": -1 if again else 0})
    return True


def _row(sent: Sent, now: datetime) -> dict[str, Any]:
    return {
        "check_id": sent.check,
        "question": sent.question,
        "file": sent.file,
        "unique_name": sent.unique,
        "announced_size": sent.size,
        "note": sent.note,
        "kind": sent.kind,
        "name": sent.name,
        "received_at": now,
        "person": sent.person,
        "state": "pending",
        "again_at": now,
    }


def enter_of_hazard(connection: Connection, sent: OfHazard, now: datetime) -> bool:
    """Enter a photo of a hazard. False: the hazard has this file already, and it needs nothing."""
    picture = sent.picture
    where = {"b_hazard": sent.hazard, "b_unique": picture.unique, "b_file": picture.file, "b_at": now}
    if connection.execute(_SENT_AGAIN, where).rowcount == 1:
        return True
    row = {
        "hazard": sent.hazard,
        "stage": sent.stage,
        "answers": sent.answers,
        "round": sent.round,
        "word": sent.word or None,
        "file": picture.file,
        "unique_name": picture.unique,
        "announced_size": picture.size,
        "note": picture.note,
        "received_at": now,
        "person": sent.person,
        "state": "pending",
        "again_at": now,
    }
    return _NEW.run(connection, row).rowcount == 1


def enter_of_certificate(
    connection: Connection, certificate: int, picture: Picture, person: int, now: datetime
) -> None:
    """Enter a photo of a certificate."""
    row = {
        "file": picture.file,
        "unique_name": picture.unique,
        "announced_size": picture.size,
        "note": picture.note,
        "received_at": now,
        "person": person,
        "state": "pending",
        "again_at": now,
    }
    number = connection.execute(insert(media).returning(media.c.id), row).scalar_one()
    connection.execute(insert(certificate_photos), {"media": number, "certificate": certificate})


_READY = (
    select(media)
    .where(media.c.state == "pending", media.c.again_at <= bindparam("now"))
    .order_by(media.c.again_at, media.c.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_CLAIM = (
    update(media)
    .where(media.c.id == bindparam("b_id"))
    .values(attempts=media.c.attempts + 1, again_at=bindparam("b_until"))
)


def claim(
    connection: Connection, now: datetime, most: int = 8, lease: timedelta = LEASE
) -> Sequence[Pending]:
    """Take photos to fetch, oldest first. Nobody else gets them before the lease ends."""
    rows = connection.execute(_READY, {"now": now, "most": most}).all()
    if rows:
        connection.execute(_CLAIM, [{"b_id": row.id, "b_until": now + lease} for row in rows])
    return tuple(
        Pending(
            row.id,
            row.file,
            row.unique_name,
            row.announced_size,
            row.person,
            row.attempts + 1,
            row.received_at,
            row.kind,
        )
        for row in rows
    )


@dataclass(frozen=True, slots=True)
class Unpaired:
    """A photo "after" whose copy is safe, with the copy of the photo "before" that it answers."""

    id: int
    before: str
    after: str


_BEFORE = media.alias("before")
_UNPAIRED = (
    select(media.c.id, _BEFORE.c.path.label("before"), media.c.path.label("after"))
    .join(_BEFORE, _BEFORE.c.id == media.c.answers)
    .where(UNPAIRED_ROWS, _BEFORE.c.state == "safe")
    .order_by(media.c.id)
    .limit(4)
)


def unpaired(connection: Connection) -> Sequence[Unpaired]:
    """Photos that can be put side by side and are not yet, oldest first."""
    return tuple(Unpaired(row.id, row.before, row.after) for row in connection.execute(_UNPAIRED))


def paired(connection: Connection, photo: int, path: str) -> None:
    """Our picture of both sides is on disk; empty: it cannot be made, and is not tried again."""
    connection.execute(update(media).where(media.c.id == photo).values(pair=path))


def again(connection: Connection, photo: int, at: datetime) -> None:
    """Try once more later: the trouble was a passing one."""
    mine = (media.c.id == photo) & (media.c.state == "pending")
    connection.execute(update(media).where(mine).values(again_at=at))


def keep(connection: Connection, photo: int, copy: Copy, now: datetime) -> PhotoKept | None:
    """Our copy is safe. The event to record, or None when this was settled before."""
    values = {
        "state": "safe",
        "path": copy.path,
        "sha256": copy.sha256,
        "size": copy.size,
        "width": copy.width,
        "height": copy.height,
        "plain": copy.plain,
        "settled_at": now,
    }
    if not _settle(connection, photo, values, "photos_safe"):
        return None
    return PhotoKept(photo, copy.sha256)


_WHERE = (
    media.outerjoin(checks, checks.c.id == media.c.check_id)
    .outerjoin(hazards, hazards.c.id == media.c.hazard)
    .outerjoin(obligation_photos, obligation_photos.c.media == media.c.id)
    .outerjoin(obligations, obligations.c.id == obligation_photos.c.obligation)
    .outerjoin(certificate_photos, certificate_photos.c.media == media.c.id)
    .outerjoin(certificates, certificates.c.id == certificate_photos.c.certificate)
)


def fail(
    connection: Connection, photo: int, reason: str, now: datetime
) -> PhotoFailed | HazardPhotoFailed | AttachmentFailed | CertificatePhotoFailed | None:
    """Our copy cannot be made; `reason` is a text id. The event to record, or None when this was settled before."""
    values = {"state": "failed", "reason": reason, "settled_at": now}
    if not _settle(connection, photo, values, "photos_failed"):
        return None
    columns = (
        media.c.person,
        media.c.question,
        media.c.kind,
        media.c.subject,
        checks.c.checklist,
        checks.c.period,
    )
    more = (certificate_photos.c.certificate, hazards.c.number)
    found = select(*columns, *more).select_from(_WHERE).where(media.c.id == photo)
    row = connection.execute(found).one()
    if row.number is not None:
        return HazardPhotoFailed(photo, row.person, row.number, reason)
    if row.subject is not None:
        return AttachmentFailed(photo, row.person, row.subject, reason)
    if row.certificate is not None:
        return CertificatePhotoFailed(photo, row.person, row.certificate, reason)
    if row.checklist is None:  # of something recorded as done: the record stands without it
        return None
    key = CheckKey(row.checklist, row.period)
    return PhotoFailed(photo, row.person, key, row.question, reason, row.kind)


def _settle(connection: Connection, photo: int, values: dict[str, Any], counter: str) -> bool:
    mine = (media.c.id == photo) & (media.c.state == "pending")
    settled = update(media).where(mine).values(**values).returning(media.c.check_id, media.c.question)
    row = connection.execute(settled).one_or_none()
    if row is None:
        return False
    answer = (answers.c.check_id == row.check_id) & (answers.c.question == row.question)
    moved = {"photos_pending": answers.c.photos_pending - 1, counter: answers.c[counter] + 1}
    connection.execute(update(answers).where(answer).values(moved))
    return True


def enterprise_of(connection: Connection, photo: int) -> int | None:
    """The enterprise a photo belongs to."""
    own = func.coalesce(
        checks.c.enterprise, hazards.c.enterprise, obligations.c.enterprise, certificates.c.enterprise
    )
    found = select(own).select_from(_WHERE).where(media.c.id == photo)
    return connection.execute(found).scalar_one_or_none()
