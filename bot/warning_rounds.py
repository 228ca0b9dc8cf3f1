"""The clock of warnings: letters in chunks, who does not confirm is chased, the sender's count is edited in place. Rows of `due`.

Each chunk is one short transaction: its letters, what is noted of its enterprises, and the row that brings the next one.
A process that dies between two of them leaves the rest to the next tick; the letters' keys keep one from being posted twice.
"""

import hashlib
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import orjson
from sqlalchemy import Connection

from bot.screens import post_edit, post_screen
from bot.turn import House
from checklists.warnings import Chase
from dialogs.talk import Line, Screen
from dialogs.warnings import letter as reading
from safety.calendar import Calendar
from safety.warnings import STEPS, Step, Tallied, Warned, quiet_until
from storage import due, outbox, people
from storage.due import Due
from storage.outbox import Kind, Letter
from storage.recording.warnings import CHASE, COUNT, FILE, POST
from storage.warnings import files, posting, view

__all__ = ["CHASE", "COUNT", "FILE", "POST", "chase", "count", "enclose", "post"]

PAUSE = timedelta(seconds=1)  # between two chunks: other work comes in between
FRESH, LATER = (
    timedelta(minutes=30),
    timedelta(minutes=5),
)  # how long the count is looked at often, and how seldom then


def post(connection: Connection, house: House, _calendar: Calendar, row: Due, now: datetime) -> bool:
    """Claim one row and post the next chunk of a new warning; after the last one the chase begins."""
    if not due.move(connection, row, now + PAUSE):
        return False
    kept = posting.held(connection, int(row.subject))
    rules, opens = house.catalogue.rules.warnings, _opens(house, kept, now)
    if _chunk(connection, house, kept, now, opens):
        return True
    _finished(connection, row, now)
    first = opens or now
    posting.come_to(connection, kept.id, at_enterprise=0, step=1, read_from=first)
    if kept.stage.confirmed:
        again = first + timedelta(minutes=rules.of(kept.level).again)
        due.plan(connection, f"{CHASE}:{kept.id}", CHASE, str(kept.id), again)
    return True


def chase(connection: Connection, house: House, _calendar: Calendar, row: Due, now: datetime) -> bool:
    """Claim one row and go on with a step of the chase: once more, others of the enterprise, the town."""
    if not due.move(connection, row, now + PAUSE):
        return False
    kept = posting.held(connection, int(row.subject))
    if kept.ended_at is not None or now >= kept.valid_to or kept.step >= len(STEPS):
        _finished(connection, row, now)
        return True
    opens = _opens(house, kept, now)
    if opens is not None:
        _later(connection, row, now, opens)
        return True
    if STEPS[kept.step] is Step.LISTED:
        _tell_towns(connection, house, kept, now)
    if _chunk(connection, house, kept, now, None):
        return True
    _next_step(connection, row, kept, house.catalogue.rules.warnings.of(kept.level), now)
    return True


def _next_step(connection: Connection, row: Due, kept: Any, rule: Chase, now: datetime) -> None:
    following = kept.step + 1
    posting.come_to(connection, kept.id, at_enterprise=0, step=following)
    if following >= len(STEPS):
        _finished(connection, row, now)
        return
    at = kept.read_from + timedelta(minutes=rule.steps[following - 1])
    _later(connection, row, now, max(at, now + PAUSE))


def _finished(connection: Connection, row: Due, now: datetime) -> None:
    due.move(connection, Due(row.id, row.key, row.kind, row.subject, now + PAUSE), None)


def _later(connection: Connection, row: Due, now: datetime, at: datetime) -> None:
    due.move(connection, Due(row.id, row.key, row.kind, row.subject, now + PAUSE), at)


def _opens(house: House, kept: Any, now: datetime) -> datetime | None:
    """When letters may leave; None: now."""
    if house.catalogue.rules.warnings.of(kept.level).night:
        return None
    return quiet_until(now, house.catalogue.rules.reminders.hours.quiet)


def _chunk(connection: Connection, house: House, kept: Any, now: datetime, opens: datetime | None) -> int:
    """Post the letters of the next enterprises of this step. How many there were; 0: none is left."""
    most = house.catalogue.rules.warnings.chunk
    roles = posting.first_roles(kept.step)
    targets = posting.next_targets(connection, kept, roles, most)
    if not targets:
        return 0
    warned = view.of_id(connection, kept.id)
    listed = STEPS[kept.step] is Step.LISTED
    for target in targets:
        letters = {} if listed else _letters(connection, house, kept, warned, target, now, opens)
        posting.carried(connection, kept, target, letters, now)
    posting.come_to(connection, kept.id, at_enterprise=targets[-1].enterprise)
    return len(targets)


def _letters(
    connection: Connection,
    house: House,
    kept: Any,
    warned: Warned,
    target: posting.Target,
    now: datetime,
    opens: datetime | None,
) -> Mapping[int, int]:
    """One letter to each of its people, by person."""
    screen = reading.letter(warned, target.name, again=kept.step > 0)
    found: dict[int, int] = {}
    for person in target.people:
        number = post_screen(
            connection,
            house.texts,
            person,
            screen,
            key=f"{POST}:{kept.id}:{target.enterprise}:{person}:{kept.step}",
            kind=Kind.WARNING,
            now=now,
            lives=max(kept.valid_to - (opens or now), timedelta(hours=1)),
            not_before=opens,
        )
        if number is None:
            continue
        found[person] = number
        if warned.file is not None:
            _enclose(connection, house, kept, person, now, key=f"{FILE}:{kept.id}:{person}", not_before=opens)
    return found


# --- the file that goes with it -----------------------------------------------------------------------------------


def enclose(connection: Connection, house: House, _calendar: Calendar, row: Due, now: datetime) -> bool:
    """Claim one row and send the file of a warning once more, to who has asked for it."""
    if not due.move(connection, row, None):
        return False
    warning, person, asked = row.subject.split("/")
    kept = posting.held(connection, int(warning))
    key = f"{FILE}:{warning}:{person}:{asked}"
    _enclose(connection, house, kept, int(person), now, key=key, not_before=None)
    return True


def _enclose(
    connection: Connection,
    house: House,
    kept: Any,
    person: int,
    now: datetime,
    *,
    key: str,
    not_before: datetime | None,
) -> None:
    """Our own copy as a message below the letter, once a key. Who cannot be reached finds it on the card when they are back."""
    reader, paper = people.reader_of(connection, person), files.paper(connection, kept.id)
    if reader is None or paper is None:
        return
    line = Line("letter-warning-file", {"name": paper.name or "—", "number": paper.number})
    caption = house.texts.say(line, reader.language)
    letter = Letter(
        reader.chat,
        Kind.WARNING,
        "sendDocument" if paper.document else "sendPhoto",
        orjson.dumps({"caption": caption, "parse_mode": "HTML"}).decode(),
        person=person,
        media=paper.media,
        key=key,
        not_before=not_before,
        expires_at=max(kept.valid_to, now + timedelta(hours=1)),
    )
    outbox.post(connection, letter, now)


def _tell_towns(connection: Connection, house: House, kept: Any, now: datetime) -> None:
    """Those who watch over a town hear how many of its enterprises have to be called; each once."""
    warned = view.of_id(connection, kept.id)
    for person, area, n in posting.callers(connection, kept.id):
        post_screen(
            connection,
            house.texts,
            person,
            reading.to_call(warned, n),
            key=f"{CHASE}:{kept.id}:{area}:{person}",
            kind=Kind.ALERT,
            now=now,
            lives=timedelta(days=1),
        )


# --- the sender's count -------------------------------------------------------------------------------------------


def count(connection: Connection, house: House, _calendar: Calendar, row: Due, now: datetime) -> bool:
    """Claim one row and bring the sender's count up to date, in place, when it shows something old."""
    kept = posting.held(connection, int(row.subject))
    warned = view.of_id(connection, kept.id)
    tallied = view.tallied(connection, posting.scope_of_sender(connection, kept), kept.number)
    over = not warned.holds(now) and tallied.posted == tallied.targets
    often = timedelta(seconds=house.catalogue.rules.warnings.count_seconds)
    following = None if over else now + (often if now < kept.issued_at + FRESH else LATER)
    if not due.move(connection, row, following):
        return False
    if posting.open_seat(connection, kept.person):
        _show(connection, house, kept, warned, tallied, now)
    return True


def _show(
    connection: Connection, house: House, kept: Any, warned: Warned, tallied: Tallied, now: datetime
) -> None:
    screen = reading.counted(warned, tallied)
    shown = _fingerprint(screen)
    if shown == kept.count_shown:
        return
    if kept.count_letter is None:
        lives = max(kept.valid_to - now, timedelta(hours=1))
        number = post_screen(
            connection,
            house.texts,
            kept.person,
            screen,
            key=f"{COUNT}:{kept.id}",
            kind=Kind.ALERT,
            now=now,
            lives=lives,
        )
        posting.come_to(connection, kept.id, count_letter=number, count_shown=shown)
    elif outbox.message_of(connection, kept.count_letter) is not None:
        post_edit(connection, house.texts, kept.person, screen, kept.count_letter, now)
        posting.come_to(connection, kept.id, count_shown=shown)


def _fingerprint(screen: Screen) -> str:
    """What a screen says, whatever the language."""
    said = [
        (one.id, sorted((k, str(v)) for k, v in one.args.items()))
        for one in screen.lines
        if isinstance(one, Line)
    ]
    return hashlib.sha256(repr((said, len(screen.rows[0]))).encode()).hexdigest()
