"""When a reminder rule is due, and who is told when. Rules are content (checklists/reminders.py); rows and letters are not here.

T is the due moment. A rule in days is due at the end of the working hours of a day, one in hours at the minute.
What would leave on a day off leaves on the last working day before it, so that nobody is told too late; what comes
after T, and every step of the ladder, waits for the next working day. Urgent rules wait for nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from checklists.answers import Facts
from checklists.grading import EnterpriseClass
from checklists.reminders import Activity, Hours, Recipient, Reminder, Span
from safety.calendar import Calendar, at, local, months_later, today

DAY = timedelta(days=1)
NEAR = 14  # days before T and nearer; what is told earlier is there to plan by
MOST = 3  # reminders of one task close to its day (rule 23 of the conversation rules)


@dataclass(frozen=True, slots=True)
class Standing:
    """What rules ask about an enterprise. `supervision` is its class, None while it has none."""

    facts: Facts
    colour: str
    supervision: EnterpriseClass | None = None
    activity: Activity = Activity.PRODUCING


@dataclass(frozen=True, slots=True)
class Rung:
    """One moment at which somebody is told. `offset`: days to T, negative before it; `step`: a step of the ladder."""

    moment: datetime
    to: Recipient
    offset: int
    step: bool = False


def concerns(rule: Reminder, standing: Standing) -> bool:
    """Whether an enterprise owes what a rule asks for."""
    return (
        rule.active
        and standing.activity in rule.states
        and (not rule.colours or standing.colour in rule.colours)
        and (not rule.classes or standing.supervision in rule.classes)
        and (rule.when is None or rule.when.compiled()({}, standing.facts))
    )


def due(rule: Reminder, begun: datetime, calendar: Calendar, hours: Hours) -> datetime:
    """When it is due. `begun` is what the rule counts from.

    every: the moment it was done last, or the enterprise joined · after: the moment it happened ·
    on: the day after the last due day, or the enterprise joined · date: any moment of the day that the ledger keeps
    """
    closing = hours.windows[-1].end
    span = rule.due.every or rule.due.after
    if span is not None:
        if span.hours is not None:
            return begun + timedelta(hours=span.hours)
        return at(_later(today(begun), span, calendar), closing)
    if rule.due.on:
        return at(_next_of_year(rule.due.on, today(begun)), closing)
    return at(today(begun), closing)


def rungs(rule: Reminder, due: datetime, calendar: Calendar, hours: Hours) -> Sequence[Rung]:
    """Everybody who is told about one thing owed, in order; a rung that falls on the same hour as a later one of the same person is left out."""
    found = [
        *(Rung(_moment(rule, due, offset, calendar, hours), rule.who, offset) for offset in reminded(rule)),
        *(
            Rung(_moment(rule, due, step.at, calendar, hours, ladder=True), step.to, step.at, step=True)
            for step in rule.escalate
        ),
    ]
    last = {(rung.moment, rung.to): rung for rung in sorted(found, key=lambda rung: rung.offset)}
    return sorted(last.values(), key=lambda rung: (rung.moment, rung.step, rung.offset))


def reminded(rule: Reminder) -> Sequence[int]:
    """The days on which whoever has to do it is reminded: of those close to the due day the last three, then the ladder does the work."""
    offsets = sorted(rule.remind)
    near = [offset for offset in offsets if offset > -NEAR]
    return [offset for offset in offsets if offset <= -NEAR or offset in near[-MOST:]]


def may_leave(moment: datetime, rule: Reminder, calendar: Calendar, hours: Hours) -> bool:
    """Whether a reminder may be sent at this moment: in the windows of working days; an urgent one always."""
    if rule.urgent:
        return True
    clock = local(moment)
    return calendar.is_working(clock.date()) and any(
        window.begin <= clock.time() < window.end for window in hours.windows
    )


def quiet(moment: datetime, hours: Hours) -> bool:
    """Whether nothing but urgent messages may leave; quiet hours may pass midnight."""
    clock, begin, end = local(moment).time(), hours.quiet.begin, hours.quiet.end
    return begin <= clock < end if begin <= end else clock >= begin or clock < end


def _moment(
    rule: Reminder, due: datetime, offset: int, calendar: Calendar, hours: Hours, *, ladder: bool = False
) -> datetime:
    exact, span = due + offset * DAY, rule.due.every or rule.due.after
    if rule.urgent:
        return exact
    if span is not None and span.hours is not None:
        return next_window(exact, calendar, hours)
    day = today(exact)
    if ladder or offset > 0:
        day = calendar.next_working(day)
    elif not calendar.is_working(day):
        day = calendar.previous_working(day)
    return at(day, hours.daily)


def next_window(moment: datetime, calendar: Calendar, hours: Hours) -> datetime:
    """This moment when reminders may leave then, else the next one at which they may."""
    day = today(moment)
    for window in hours.windows if calendar.is_working(day) else ():
        if moment < at(day, window.end):
            return max(moment, at(day, window.begin))
    return at(calendar.next_working(day + DAY), hours.windows[0].begin)


def _later(day: date, span: Span, calendar: Calendar) -> date:
    """A day that lies a span of days, working days or months later; 31 January and a month is the last of February."""
    if span.months is not None:
        return months_later(day, span.months)
    for _ in range(span.working_days or 0):
        day = calendar.next_working(day + DAY)
    return day + timedelta(days=span.days or 0)


def _next_of_year(days: Sequence[str], day: date) -> date:
    """The first of these days of the year (`04-15`) that is not before `day`."""
    return min(one for one in _of_years(days, day.year) if one >= day)


def _of_years(days: Sequence[str], year: int) -> Iterator[date]:
    for one in days:
        month, _, number = one.partition("-")
        yield from (date(year, int(month), int(number)), date(year + 1, int(month), int(number)))
