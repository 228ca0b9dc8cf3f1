"""Writes down warnings that are sent, and who confirms and answers them."""

from datetime import timedelta
from typing import Any

from sqlalchemy import Row, insert, literal, select, update

from checklists.warnings import Level
from safety.errors import Refusal
from safety.events_warnings import (
    WarningAnswered,
    WarningConfirmed,
    WarningFileSent,
    WarningFileWanted,
    WarningIssued,
)
from safety.people import Right
from safety.warnings import LONGEST_ANSWER, MOST_LINES, Circle, Copied, Stage
from storage import attached, due, media
from storage.numbers import Series, next_number
from storage.queries import Asker
from storage.receipts import fingerprint_over
from storage.recording.turn import Turn, Written
from storage.scope import Reach, Scope, scope_of
from storage.tables.warnings import warning_files, warning_targets, warnings
from storage.types import to_text
from storage.warnings import circles, files
from storage.warnings.view import WarningsOf, may_end, own_enterprises, subject

POST, CHASE, COUNT, FILE = "warning", "warning-chase", "warning-count", "warning-file"  # kinds of due rows
LONGEST_TITLE, LONGEST_LINE = 60, 200  # characters in either language
T = warning_targets.c


def warning_issued(turn: Turn, event: WarningIssued) -> Written:
    """Numbered, with the enterprises that are meant as they are now; the clock posts the letters.

    Refusal without the right, for nobody, for more than the sender has seen, or when what it follows is over.
    """
    scope = scope_of(turn.actor, Right.SEND_WARNING)
    if scope is None or scope.reach is Reach.ENTERPRISE:
        raise Refusal("not-allowed")
    if not event.title.strip() or not event.lines or len(event.lines) > MOST_LINES:
        raise Refusal("warning-empty")
    former = _followed(turn, scope, event)
    number = next_number(turn.connection, Series.WARNING, turn.now)
    file = _file(turn, event.file) if event.file else None
    row = _row(turn, event, scope, former) | {"number": number}
    warning = turn.connection.execute(insert(warnings).values(row).returning(warnings.c.id)).scalar_one()
    if file is not None:
        turn.connection.execute(insert(warning_files).values(warning=warning, media=file.id))
    targets = _targets(turn, event, scope, warning, former)
    if not targets:
        raise Refusal("warning-nobody")
    if former is None and event.most and targets > event.most:
        raise Refusal("warning-grown", {"n": targets})
    whole = _whole(row, targets) | ({"file_sha256": file.sha256} if file else {})
    digest = fingerprint_over(whole)
    counted = {"targets": targets, "document": whole, "sha256": digest}
    turn.connection.execute(update(warnings).where(warnings.c.id == warning).values(counted))
    if former is not None:
        ended = {"ended_at": turn.now, "ended_by": number}
        turn.connection.execute(update(warnings).where(warnings.c.id == former.id).values(ended))
    for kind in (POST, COUNT):
        due.plan(turn.connection, f"{kind}:{warning}", kind, str(warning), turn.now)
    return Written(number, {"number": number, "targets": targets, "sha256": digest})


def _whole(row: dict[str, Any], targets: int) -> dict[str, Any]:
    """What is kept of a warning for good, and what its fingerprint is over."""
    moments = {name: to_text(row[name]) for name in ("issued_at", "valid_to")}
    named = {"level": row["level"].value, "stage": row["stage"].value}
    return {**row, **moments, **named, "targets": targets}


def _followed(turn: Turn, scope: Scope, event: WarningIssued) -> Row[Any] | None:
    """The warning that is updated or ended, held against a second one who does the same."""
    if event.stage is Stage.FIRST:
        return None
    found = select(warnings).where(warnings.c.number == event.follows).with_for_update()
    row = turn.connection.execute(found).one_or_none()
    if row is None or not may_end(scope, row.area):
        raise Refusal("warning-gone")
    if row.ended_at is not None or row.stage is Stage.CLEAR:
        raise Refusal("warning-over")
    return row


def _row(turn: Turn, event: WarningIssued, scope: Scope, former: Row[Any] | None) -> dict[str, Any]:
    english = event.english if len(event.english) == len(event.lines) else event.lines
    pairs = zip(event.lines, english, strict=True)
    words = {
        "title": [event.title[:LONGEST_TITLE], (event.title_en or event.title)[:LONGEST_TITLE]],
        "lines": [[zh[:LONGEST_LINE], en[:LONGEST_LINE]] for zh, en in pairs],
    }
    return {
        "template": event.template[:32],
        "level": Level(event.level),
        "stage": event.stage,
        "follows": event.follows or None,
        "person": turn.actor.person,
        "area": former.area if former is not None else scope.place,
        "words": words,
        "circle": former.circle if former is not None else Circle.of_json(dict(event.circle)).to_json(),
        "issued_at": turn.now,
        "valid_to": turn.now + timedelta(hours=max(1, event.hours)),
        "targets": 0,
    }


def _targets(turn: Turn, event: WarningIssued, scope: Scope, warning: int, former: Row[Any] | None) -> int:
    """Who is meant, in one statement: those of the circle, or those of the warning before."""
    if former is not None:
        meant = select(literal(warning), T.enterprise).where(T.warning == former.id)
    else:
        asker = Asker(scope, turn.catalogue, turn.now) if turn.catalogue is not None else None
        inside = circles.meant(scope, Circle.of_json(dict(event.circle)), asker)
        meant = inside.with_only_columns(literal(warning), *inside.selected_columns)
    entered = insert(warning_targets).from_select(["warning", "enterprise"], meant)
    return turn.connection.execute(entered, {"place": scope.place}).rowcount


def warning_confirmed(turn: Turn, event: WarningConfirmed) -> Written:
    """By one for all of the enterprise; what is confirmed already stays as it is. Refusal for who never got it."""
    warning = _confirmed(turn, event.number)
    return Written(event.number, {"warning": warning})


def warning_answered(turn: Turn, event: WarningAnswered) -> Written:
    """What was done, behind what was said before; it confirms too."""
    warning = _confirmed(turn, event.number)
    place = _place(turn, warning)
    here = (T.warning == warning) & (T.enterprise == place)
    if event.words:
        before = turn.connection.execute(select(T.answer).where(here)).scalar_one()
        whole = f"{before}\n{event.words}" if before else event.words
        said = {"answer": whole[: LONGEST_ANSWER * 4]}
        turn.connection.execute(update(warning_targets).where(here).values(said))
    by = {"answered_at": turn.now, "answered_by": turn.actor.person}
    turn.connection.execute(update(warning_targets).where(here).values(by))
    for picture in event.pictures:
        attached.enter(turn.connection, subject(warning, place), picture, turn.actor.person, turn.now)
    return Written(event.number, {"warning": warning}, enterprise=place)


def _place(turn: Turn, warning: int) -> int:
    """For which enterprise somebody answers: the one they act for when it got the warning."""
    mine = (
        select(T.enterprise).where(T.warning == warning, T.enterprise.in_(_own(turn))).order_by(T.enterprise)
    )
    found = turn.connection.execute(mine).scalars().all()
    seat = turn.actor.seat
    own = seat.enterprise if seat else None
    return own if own in found and own is not None else int(found[0])


def _confirmed(turn: Turn, number: str) -> int:
    """Confirm for every enterprise of the actor that got it and has not yet; the warning's row."""
    row = turn.connection.execute(
        select(warnings.c.id, warnings.c.stage).where(warnings.c.number == number)
    ).one_or_none()
    mine = () if row is None else (T.warning == row.id, T.enterprise.in_(_own(turn)))
    if row is None or turn.connection.execute(select(T.enterprise).where(*mine)).first() is None:
        raise Refusal("warning-gone")
    if row.stage.confirmed:
        first = update(warning_targets).where(*mine, T.confirmed_at.is_(None))
        by = {"confirmed_at": turn.now, "confirmed_by": turn.actor.person}
        turn.connection.execute(first.values(by))
    return int(row.id)


def _own(turn: Turn) -> Any:
    return own_enterprises(turn.actor.person)


# --- the file that goes with it -----------------------------------------------------------------------------------


def _file(turn: Turn, unique: str) -> Row[Any]:
    """The sender's own file, whose copy is safe. Refusal when there is none, not yet, or it is no PDF."""
    row = files.found(turn.connection, turn.actor.person, unique)
    if row is None:
        raise Refusal("warning-file-gone")
    copied = files.enclosed(row).copied
    if copied is not Copied.SAFE:
        raise Refusal("warning-file-waits" if copied is Copied.PENDING else "warning-file-gone")
    return row


def warning_file_sent(turn: Turn, event: WarningFileSent) -> Written:
    """Fetched, checked and kept like every other file; it belongs to its sender until a warning takes it."""
    scope = scope_of(turn.actor, Right.SEND_WARNING)
    if scope is None or scope.reach is Reach.ENTERPRISE:
        raise Refusal("not-allowed")
    under, person = files.subject(turn.actor.person), turn.actor.person
    kind = media.FILE if event.document else media.PHOTO
    attached.enter(turn.connection, under, event.picture, person, turn.now, kind, event.name)
    return Written(under)


def warning_file_wanted(turn: Turn, event: WarningFileWanted) -> Written:
    """The clock sends it once more. Refusal for who neither got the warning nor watches over it, and where there is no file."""
    enclosed = warnings.join(warning_files, warning_files.c.warning == warnings.c.id)
    found = select(warnings.c.id).select_from(enclosed).where(warnings.c.number == event.number)
    row = turn.connection.execute(found).one_or_none()
    if row is None or not _may_read(turn, event.number, row.id):
        raise Refusal("warning-gone")
    key = f"{FILE}:{row.id}:{turn.actor.person}"
    due.plan(turn.connection, key, FILE, f"{row.id}/{turn.actor.person}/{to_text(turn.now)}", turn.now)
    return Written(event.number, {"warning": row.id})


def _may_read(turn: Turn, number: str, warning: int) -> bool:
    mine = select(T.enterprise).where(T.warning == warning, T.enterprise.in_(_own(turn)))
    if turn.connection.execute(mine.limit(1)).first() is not None:
        return True
    if turn.catalogue is None:
        return False
    return WarningsOf(turn.connection, turn.actor, turn.catalogue, turn.now).one(number) is not None
