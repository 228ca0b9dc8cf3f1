"""What an enterprise owes now by the reminder rules (应办事项), worked out from what is kept. Rows and letters are not here.

The theory. A rule and a subject have at most one newest row. It is open, done, or void (it concerns the enterprise no more).
What a rule counts from:

every   from when it was done last; when it never was, from when its subject came to be
on      the first of its days that lies after the last due day; when there was none, after its subject came to be
date    the day that the ledger keeps; done, it is owed again only when the day has moved
after   what happened; done, it is owed again only when it happens again

What came due while the rule was of no concern (the enterprise stopped) is due on the day on which it concerns again. What was
late before stays late: `on` goes on with the very next day of the year, whether that has passed or not.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from enum import StrEnum

from checklists.reminders import Dated, Happening, Hours, Reminder, Subject
from safety.calendar import Calendar, at, today
from safety.reminders import Standing, concerns, due

DAY = timedelta(days=1)


class State(StrEnum):
    """Of one thing owed."""

    OPEN = "open"
    DONE = "done"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class Row:
    """The newest obligation of a rule and a subject, as it is kept.

    begun   what the rule counted from; `set_at`: when its due moment became known
    ended   when it was done, or became of no concern; None while it is open
    """

    id: int
    rule: str
    about: str
    begun: datetime
    due: datetime
    set_at: datetime
    state: State = State.OPEN
    ended: datetime | None = None


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that rules are about.

    since    when it came to be; None: what recurs is not owed of it
    done, happened, dates   what is known of it: by task or by rule, by happening, by kind of date
    rests    nothing is owed of it for the time being (a hazard that waits for its verdict)
    """

    about: str
    since: datetime | None
    done: Mapping[str, datetime] = field(default_factory=dict)
    happened: Mapping[Happening, datetime] = field(default_factory=dict)
    dates: Mapping[Dated, datetime] = field(default_factory=dict)
    rests: bool = False


@dataclass(frozen=True, slots=True)
class Holding:
    """Everything that decides what one enterprise owes."""

    standing: Standing
    things: Mapping[Subject, Sequence[Thing]]
    rows: Sequence[Row] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """One thing owed: what it counts from and when it is due."""

    begun: datetime
    due: datetime


@dataclass(frozen=True, slots=True)
class Opened:
    """Owed newly. `after`: the row it follows."""

    rule: Reminder
    about: str
    term: Term
    after: Row | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """Still owed, by another moment."""

    rule: Reminder
    row: Row
    term: Term


@dataclass(frozen=True, slots=True)
class Voided:
    """Of no concern any more. `gone`: its subject is there no more, so that nothing is counted from it later."""

    row: Row
    gone: bool


@dataclass(frozen=True, slots=True)
class Settled:
    """Done, as the ledger shows by itself (a major hazard that was reported with its self-check)."""

    row: Row
    at: datetime


Change = Opened | Moved | Voided | Settled


def changes(
    rules: Sequence[Reminder], holding: Holding, calendar: Calendar, hours: Hours, now: datetime
) -> Iterator[Change]:
    """How the rows have to change so that they say what is owed now."""
    newest = {(row.rule, row.about): row for row in holding.rows}
    known = {about for _, about in newest}
    for rule in rules:
        concerned = concerns(rule, holding.standing)
        for thing in holding.things.get(rule.subject, ()):
            row = newest.pop((rule.id, thing.about), None)
            first = now if row is None and thing.about in known else thing.since  # a rule that is new to it
            counts = concerned and not thing.rests
            term = owed(rule, thing, row, first, calendar, hours, now) if counts else None
            yield from _change(rule, thing, row, term)
    for row in newest.values():  # their subject is gone, or their rule
        yield Voided(row, gone=True)


def owed(
    rule: Reminder,
    thing: Thing,
    row: Row | None,
    first: datetime | None,
    calendar: Calendar,
    hours: Hours,
    now: datetime,
) -> Term | None:
    """What is owed of a subject by a rule that concerns the enterprise; None when nothing is. `first`: where terms begin."""
    begun = begins(rule, thing, row, first, now)
    if begun is None:
        return None
    moment = due(rule, begun, calendar, hours)
    again = _again(rule, row, hours, now)
    return Term(begun, moment if again is None else max(moment, again))


def begins(
    rule: Reminder, thing: Thing, row: Row | None, first: datetime | None, now: datetime
) -> datetime | None:
    """What the rule counts from; None when there is nothing to count from, or it is done."""
    done = _done(rule, thing)
    if first is None and _moment(rule, thing) is None:
        return None
    if rule.due.every is not None:
        last = row.ended if row is not None and row.state is State.DONE else None
        known = [one for one in (done, last, row.begun if row else None) if one is not None]
        return max(known) if known else first
    if rule.due.on:
        return _next_day(row, first or now, now)
    begun = _moment(rule, thing)
    if begun is None or (rule.due.after is not None and done is not None and done >= begun):
        return None
    return None if row is not None and row.state is State.DONE and row.begun == begun else begun


def _done(rule: Reminder, thing: Thing) -> datetime | None:
    """When it was done last. What is recorded as done counts for the one rule that it was recorded for."""
    own, shared = thing.done.get(rule.id), thing.done.get(rule.task.value)
    return max(own, shared) if own is not None and shared is not None else own or shared


def _moment(rule: Reminder, thing: Thing) -> datetime | None:
    """The date that the ledger keeps, or when it happened."""
    if rule.due.date is not None:
        return thing.dates.get(rule.due.date)
    return thing.happened.get(rule.due.after.event) if rule.due.after is not None else None


def _next_day(row: Row | None, first: datetime, now: datetime) -> datetime:
    """From when on the next of the days of the year is looked for."""
    if row is None:
        return first
    if row.state is State.DONE:
        return at(today(row.due) + DAY, time.min)
    return row.begun if row.state is State.OPEN else max(row.begun, at(today(now), time.min))


def _again(rule: Reminder, row: Row | None, hours: Hours, now: datetime) -> datetime | None:
    """The earliest moment at which it can be due, when it was of no concern before; what the ledger dates does not wait."""
    span = rule.due.every
    if row is None or row.state is State.DONE or (span is None and not rule.due.on):
        return None
    if span is not None and span.hours is not None:
        return now if row.state is State.VOID else min(row.due, row.set_at)
    closing = hours.windows[-1].end
    if row.state is State.VOID:
        return at(today(now), closing)
    return min(row.due, at(today(row.set_at), closing))


def _change(rule: Reminder, thing: Thing, row: Row | None, term: Term | None) -> Iterator[Change]:
    if row is None or row.state is not State.OPEN:
        if term is not None:
            yield Opened(rule, thing.about, term, row)
    elif term is None:
        done = _done(rule, thing)
        settled = rule.due.after is not None and done is not None and done >= row.begun
        yield Settled(row, done) if settled and done is not None else Voided(row, gone=False)
    elif term != Term(row.begun, row.due):
        yield Moved(rule, row, term)
