"""Hours of training (学时): what counts, what the rule for somebody asks for, what is missing, and by when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import accumulate
from typing import Protocol

from checklists.bank import Trainee
from checklists.courses import CourseEvent
from checklists.training_rules import HoursRule, TrainingRules
from checklists.words import Words
from safety.courses import OWING, Assigned, Learner
from safety.people import Role

DECEMBER, LAST = 12, 31


class CreditSource(StrEnum):
    """Where hours come from: a course in the chat, a lesson that was attended, an exam that was passed."""

    COURSE = "course"
    LESSON = "lesson"
    EXAM = "exam"


@dataclass(frozen=True, slots=True)
class Credit:
    """Minutes of training on one day, in one enterprise. `title`: of the course, lesson or paper."""

    day: date
    minutes: int
    source: CreditSource
    title: Words
    enterprise: int


@dataclass(frozen=True, slots=True)
class Span:
    """Minutes that are wanted by a day, and those that count for it. `whole_on`: the day on which they were enough."""

    wanted: int
    have: int
    by: date
    whole_on: date | None = None

    @property
    def missing(self) -> int:
        return max(0, self.wanted - self.have)


@dataclass(frozen=True, slots=True)
class Balance:
    """Where somebody stands: before work or on taking the post, and in this calendar year (None: nothing is owed for it).

    In the year in which the first hours became enough, nothing more is owed.
    """

    rule: HoursRule
    initial: Span
    yearly: Span | None = None

    @property
    def now(self) -> Span:
        """What is owed now: the first hours, then those of the year."""
        return self.initial if self.initial.missing or self.yearly is None else self.yearly

    @property
    def whole(self) -> bool:
        return not self.now.missing

    def late(self, today: date) -> bool:
        """Whether hours are missing after their day."""
        return bool(self.now.missing) and today > self.now.by

    @property
    def until(self) -> date | None:
        """The last day on which nothing more is owed, when it is whole; None: for good."""
        if not self.rule.yearly:
            return None
        ended = self.initial.whole_on if self.yearly is None else self.yearly.by
        return date(ended.year, DECEMBER, LAST) if ended is not None else None


def rule_for(rules: TrainingRules, learner: Learner) -> HoursRule | None:
    """The rule of hours for somebody in this role, in an enterprise with these facts."""
    return next(
        (
            one
            for one in rules.hours
            if learner.role in one.roles
            if one.when is None or one.when.compiled()({}, learner.facts)
        ),
        None,
    )


def balance(
    rules: TrainingRules, learner: Learner, earned: Sequence[Credit], enterprise: int, today: date
) -> Balance | None:
    """Work out where somebody stands with all their credits. None when no rule asks for hours.

    What managers learned counts wherever they learned it; workers begin anew in every enterprise (order 3 art. 13).
    """
    rule = rule_for(rules, learner)
    if rule is None:
        return None
    worker = learner.role is Trainee.WORKER
    counted = [one for one in earned if not worker or one.enterprise == enterprise]
    began = learner.days.get(CourseEvent.NEW_WORKER, learner.since)
    wanted = rule.initial * rules.hour_minutes
    initial = _span(counted, wanted, began + timedelta(days=rule.initial_days))
    return Balance(rule, initial, _yearly(rule, rules, initial, counted, today))


def _span(earned: Iterable[Credit], wanted: int, by: date) -> Span:
    known = sorted(earned, key=lambda one: one.day)
    sums = list(accumulate(one.minutes for one in known))
    whole_on = next((one.day for one, so_far in zip(known, sums, strict=True) if so_far >= wanted), None)
    return Span(wanted, sums[-1] if sums else 0, by, whole_on)


def _yearly(
    rule: HoursRule, rules: TrainingRules, initial: Span, earned: Iterable[Credit], today: date
) -> Span | None:
    if not rule.yearly or initial.whole_on is None or initial.whole_on.year >= today.year:
        return None
    mine = [one for one in earned if one.day.year == today.year]
    return _span(mine, rule.yearly * rules.hour_minutes, date(today.year, DECEMBER, LAST))


@dataclass(frozen=True, slots=True)
class Pupil:
    """One person of an enterprise as its officer sees them: their hours, and the mandatory courses that are open.

    person   their account; None: they have none, and courses are none of theirs
    """

    name: str
    role: Role
    balance: Balance | None
    courses: Sequence[Assigned] = ()
    person: int | None = None

    @property
    def open_courses(self) -> int:
        return sum(one.standing in OWING for one in self.courses)

    @property
    def misses(self) -> bool:
        """Whether hours or courses are missing."""
        return bool(self.open_courses) or (self.balance is not None and not self.balance.whole)


def by_need(pupils: Iterable[Pupil], today: date) -> list[Pupil]:
    """Who is late first, then who misses something by its day, then the others, by name."""

    def need(one: Pupil) -> tuple[bool, bool, date, str]:
        late = one.balance is not None and one.balance.late(today)
        day = one.balance.now.by if one.balance is not None and not one.balance.whole else date.max
        return (not late, not one.misses, day, one.name)

    return sorted(pupils, key=need)


@dataclass(frozen=True, slots=True)
class TrainingTally:
    """Counts of one enterprise, or of a whole area (`enterprise` empty), in one calendar year.

    people    principals, officers and workers with an account
    whole     of them those whose hours are enough now
    courses   courses that were passed
    """

    enterprise: str = ""
    people: int = 0
    whole: int = 0
    courses: int = 0


class Training(Protocol):
    """Hours of the actor, of their enterprise's people, of a supervisor's area. Sub-ledger of safety.ledger.Ledger."""

    def balance(self) -> Balance | None:
        """Where the actor stands."""
        ...

    def credits(self) -> Sequence[Credit]:
        """What counts for the actor, the newest first."""
        ...

    def pupils(self) -> Sequence[Pupil]:
        """The people of the actor's enterprise; nobody for who may not see them."""
        ...

    def tallies(self, year: int, *, offset: int, limit: int) -> Sequence[TrainingTally]:
        """Counts of the enterprises in a supervisor's scope where somebody learned in that year, by name."""
        ...

    def count_tallies(self, year: int) -> int: ...

    def total(self, year: int) -> TrainingTally:
        """The counts of the whole scope."""
        ...
