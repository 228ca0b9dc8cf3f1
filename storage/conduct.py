"""What the ledger knows of an enterprise's conduct in a year, as credit events and figures (safety/credit.py, safety/grading.py). Read in bulk.

Penalties, orders to stop, deaths and levels of standardization are not kept here, so nothing is counted for them: a
supervisor raises the class by hand instead.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, or_, select

from checklists.grading import Figure
from checklists.reminders import Task
from safety.calendar import today as day_of
from safety.credit import CreditEvent
from safety.hazard_ledger import HazardSource, HazardState
from safety.hazards import OPEN
from safety.incidents import Harm
from storage.sifting import GRAVE
from storage.tables.incidents import incidents
from storage.tables.ledger import hazards
from storage.tables.obligations import obligations
from storage.tables.pledges import breaches, commitments
from storage.tables.tips import tips

YEAR, WEEK, MONTH_DAYS = timedelta(days=365), 7, 30.44
LATE = {  # by the task that was not done in time
    Task.CHECK.value: "N01",
    Task.COMMITMENT.value: "N06",
    Task.DRILL.value: "N08",
    Task.TRAINING.value: "N09",
}
UNDECIDED = frozenset({HazardState.FOUND, HazardState.REVIEW})  # nobody has said yet that it is a major one
OWN = frozenset({HazardSource.CHECK, HazardSource.REPORT})
_STANDING = hazards.c.state.in_(OPEN)


@dataclass(slots=True)
class Conduct:
    """Of one enterprise. `overdue_major`: a major hazard is open past its day; `accident`: the day of the last one."""

    events: list[CreditEvent] = field(default_factory=list)
    figures: dict[Figure, int] = field(default_factory=dict)
    overdue_major: bool = False
    accident: date | None = None

    def count(self, figure: Figure) -> None:
        """One more."""
        self.figures[figure] = self.figures.get(figure, 0) + 1


def conduct(connection: Connection, enterprises: Sequence[int], now: datetime) -> Mapping[int, Conduct]:
    """Of each of these enterprises."""
    found: dict[int, Conduct] = {enterprise: Conduct() for enterprise in enterprises}
    _late(connection, found, now)
    _hazards(connection, found, now)
    _broken(connection, found, now)
    _tipped(connection, found, now)
    _accidents(connection, found, now)
    return found


def months_since(day: date, today: date) -> int:
    """Whole months between two days, a month being a twelfth of a year."""
    return max(0, int((today - day).days / MONTH_DAYS))


def _late(connection: Connection, found: dict[int, Conduct], now: datetime) -> None:
    """What the reminder rules asked for and was not done by its day."""
    o = obligations.c
    mine = and_(o.enterprise.in_(list(found)), o.task.in_(list(LATE)))
    since = and_(o.due_at >= now - YEAR, o.due_at < now)
    never = and_(o.newest == 1, o.state == "open")
    after = and_(o.state.in_(["done", "void"]), o.done_at > o.due_at)
    rows = select(o.enterprise, o.task, o.due_at)
    for state in (
        never,
        and_(after, o.state == "done", o.done_at >= now - YEAR),
        and_(after, o.state == "void"),
    ):
        for row in connection.execute(rows.where(mine, since, state)):
            found[row.enterprise].events.append(CreditEvent(LATE[row.task], day_of(row.due_at)))


def _hazards(connection: Connection, found: dict[int, Conduct], now: datetime) -> None:
    h, day = hazards.c, day_of(now)
    lately = and_(h.state == HazardState.CLOSED, h.closed_at >= now - YEAR)
    rows = select(h.enterprise, h.state, h.due, h.source, h.closed_at, GRAVE.label("grave")).where(
        h.enterprise.in_(list(found)), or_(_STANDING, lately)
    )
    quarters: dict[int, dict[date, bool]] = defaultdict(dict)
    for row in connection.execute(rows):
        one = found[row.enterprise]
        closed = day_of(row.closed_at) if row.state is HazardState.CLOSED and row.closed_at else None
        _judged(one, row, closed, day)
        following = _quarter_after(row.due)
        if following <= day:
            mine = quarters[row.enterprise]
            mine[following] = mine.get(following, True) and closed is not None and closed <= row.due
    for enterprise, kept in quarters.items():
        clean = [first for first, fine in kept.items() if fine and first > day - YEAR]
        found[enterprise].events += [CreditEvent("P03", first) for first in clean]


def _judged(one: Conduct, row: Any, closed: date | None, day: date) -> None:
    """What one hazard is worth: late or in time, major or not."""
    late = (closed or day) - row.due
    if row.grave and closed is None and row.state not in UNDECIDED:
        one.count(Figure.OPEN_MAJOR_HAZARDS)
    if row.grave and late.days > 0:
        one.events.append(CreditEvent("N05", row.due))
        one.overdue_major = one.overdue_major or closed is None
    elif row.grave and closed is not None and row.source in OWN:
        one.events.append(CreditEvent("P01", closed))
    elif late.days >= WEEK:
        one.events.append(CreditEvent("N03", row.due, late.days // WEEK))


def _quarter_after(day: date) -> date:
    """The first day of the next quarter."""
    quarter = (day.month - 1) // 3 + 1
    return date(day.year + quarter // 4, quarter % 4 * 3 + 1, 1)


def _broken(connection: Connection, found: dict[int, Conduct], now: datetime) -> None:
    rows = (
        select(commitments.c.enterprise, breaches.c.at)
        .join(commitments, commitments.c.id == breaches.c.commitment)
        .where(commitments.c.enterprise.in_(list(found)), breaches.c.at >= now - YEAR)
    )
    for row in connection.execute(rows):
        found[row.enterprise].events.append(CreditEvent("N07", day_of(row.at)))


def _tipped(connection: Connection, found: dict[int, Conduct], now: datetime) -> None:
    """Tips that a supervisor found true. Only that there was one: nothing of who sent it."""
    rows = select(tips.c.enterprise, tips.c.closed_at).where(
        tips.c.enterprise.in_(list(found)), tips.c.true.is_(True), tips.c.closed_at >= now - YEAR
    )
    for row in connection.execute(rows):
        one = found[row.enterprise]
        one.count(Figure.VERIFIED_REPORTS)
        one.events.append(CreditEvent("N13", day_of(row.closed_at)))


def _accidents(connection: Connection, found: dict[int, Conduct], now: datetime) -> None:
    """Incidents in which somebody was hurt; how grave they were, an inquiry says, not this report."""
    rows = select(incidents.c.enterprise, incidents.c.reported_at, incidents.c.harm).where(
        incidents.c.enterprise.in_(list(found)), incidents.c.near.is_(False)
    )
    for row in connection.execute(rows):
        one, day = found[row.enterprise], day_of(row.reported_at)
        one.accident = max(one.accident or day, day)
        if row.reported_at >= now - YEAR and Harm.HURT.value in row.harm:
            one.count(Figure.INJURY_ACCIDENTS)
