"""The digest of supervisors: one row of `due` each, moved on to their hour of the next working day; the figures of each area at night."""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime, time, timedelta

from sqlalchemy import Connection

from bot.screens import post_screen
from bot.turn import House
from dialogs import digest
from safety.areas import Area
from safety.calendar import Calendar, at, next_time
from safety.calendar import today as day_of
from safety.digests import LONGER, Report, Span, comes_on, ended, first_of
from safety.errors import Refusal
from safety.events_exports import ExportAsked
from safety.exported import Exported, FileForm
from safety.news import Told, case_of, news
from safety.people import Actor
from storage import concerns, digestbook, due, people
from storage.digest_figures import Keeper, key_of
from storage.due import Due
from storage.ledger import LedgerOf
from storage.outbox import Kind
from storage.people import Reader
from storage.prepared import savepoint
from storage.record import record

KIND, FIGURES = "digest", "digest-figures"
AT_ONCE = 1  # in one transaction: nobody waits for more than one digest of a morning
NIGHT = time(0, 5)  # when the figures of what has just ended are counted
LIVES = timedelta(hours=12)
CANDIDATES = 60  # exceptions among which those are looked for that are news


def hour_of(connection: Connection, person: int) -> time:
    """When a reader wants it."""
    minutes = digestbook.wish_of(connection, person).minutes
    return time(minutes // 60, minutes % 60)


def plan(connection: Connection, now: datetime, calendar: Calendar) -> list[Reader]:
    """Each supervisor has one due row for the digest; those who are new."""
    new = []
    for person in people.without_due(connection, KIND):
        moment = next_time(now, hour_of(connection, person), calendar)
        if due.plan(connection, f"{KIND}:{person}", KIND, str(person), moment):
            new.append(person)
            _have_counted(connection, person, now)
    return [reader for person in new if (reader := people.reader_of(connection, person))]


def _have_counted(connection: Connection, person: int, now: datetime) -> None:
    """The figures of their area are counted every night; one row for all who share it, in the name of the first."""
    actor = people.actor_of(connection, person)
    scope = digestbook.scope_for(actor)
    if scope is not None:
        due.plan(connection, f"{FIGURES}:{key_of(scope)}", FIGURES, str(person), _next_night(now))


def _next_night(now: datetime) -> datetime:
    return at(day_of(now) + timedelta(days=1), NIGHT)


def count(connection: Connection, house: House, _calendar: Calendar, row: Due, now: datetime) -> bool:
    """The figures of one area, of each span that has ended this night. Gone with the last of its readers."""
    actor = people.actor_of(connection, int(row.subject))
    scope = digestbook.scope_for(actor)
    if scope is None or row.key != f"{FIGURES}:{key_of(scope)}":
        return due.move(connection, row, None)
    if not due.move(connection, row, _next_night(now)):
        return False
    today = day_of(now)
    keeper = Keeper(connection, house.catalogue, actor, scope, now)
    for span in (Span.DAY, *LONGER):
        if first_of(span, today) == today:
            keeper.keep(span, ended(span, today))
    return True


def send(connection: Connection, house: House, calendar: Calendar, row: Due, now: datetime) -> bool:
    """The digest of one supervisor's own area. However late the tick, only one is sent. Whether the row was claimed."""
    person = int(row.subject)
    if not due.move(connection, row, next_time(now, hour_of(connection, person), calendar)):
        return False
    actor = people.actor_of(connection, person)
    if actor.seat is None or not actor.seat.supervises or digestbook.scope_for(actor) is None:
        return True
    _have_counted(connection, person, now)
    today = day_of(now)
    ledger = LedgerOf(connection, actor, house.catalogue, now)
    span = comes_on(today, calendar)
    if first_of(Span.MONTH, calendar.previous_working(today)) != first_of(Span.MONTH, today):
        _with_report(connection, actor, now)
    area, known = news_of(connection, house, ledger.area(today), actor, span.value, now)
    screen = digest.letter(area, now, _report(connection, house, actor, span, now), known)
    post_screen(
        connection,
        house.texts,
        actor.person,
        screen,
        key=f"digest:{row.due_at:%Y%m%d}:{row.subject}",
        kind=Kind.NOTICE,
        now=now,
        lives=LIVES,
        silent=not screen.rows,
    )
    return True


def _with_report(connection: Connection, actor: Actor, now: datetime) -> None:
    """The report of the month is made beside this letter, for those who want it; it is asked for in their name."""
    if digestbook.wish_of(connection, actor.person).report:
        event = ExportAsked({"span": Span.MONTH.value}, 0, Exported.REPORT, FileForm.PDF)
        with suppress(Refusal), savepoint(connection, "report"):  # another file of theirs is being made
            record(connection, actor, [event], now, None)


def _report(connection: Connection, house: House, actor: Actor, span: Span, now: datetime) -> Report | None:
    """Of the longer span that comes today; its figures are written down if the night has not."""
    scope = digestbook.scope_for(actor)
    if span is Span.DAY or scope is None:
        return None
    keeper, today = Keeper(connection, house.catalogue, actor, scope, now), day_of(now)
    keeper.keep(span, ended(span, today))
    return keeper.report(span, today)


def news_of(
    connection: Connection, house: House, area: Area, actor: Actor, span: str, now: datetime
) -> tuple[Area, int]:
    """The area with those exceptions alone that its reader is told of now, and how many they know of already.

    `span`: for what it is remembered, a Span or the mark of a group.
    """
    scope, today = digestbook.scope_for(actor), day_of(now)
    if scope is None:
        return area, 0
    found = concerns.concerns(connection, house.catalogue, scope, today, CANDIDATES)
    told: dict[str, Told] = dict(digestbook.told_to(connection, actor.person, span))
    fresh = news(found, told, today)
    said = replace(area, exceptions=tuple(fresh[: digest.MOST]))
    named = [one for one in digest.concerns(said) if one.enterprise]
    digestbook.tell(connection, actor.person, span, named, today)
    known = {case_of(one) for one in found} - {case_of(one) for one in fresh}
    return said, len(known)
