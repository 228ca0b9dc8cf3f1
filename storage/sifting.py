"""A sieve (safety/lists.py) as conditions in SQL, always beside the scope. Which hazards a seat may know of: hazards.py."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, UnaryExpression, and_, false, func, literal_column, or_, select

from checklists.catalogue import Catalogue
from checklists.schema import Severity
from safety.calendar import at
from safety.hazard_ledger import HazardSource, HazardState
from safety.hazards import OPEN
from safety.lists import Sieve, Stage
from safety.people import Actor, Right
from safety.sources import sources
from storage.days import day_of, within_days
from storage.places import TOWN
from storage.tables.campaigns import campaign_rounds, campaign_targets, campaigns
from storage.tables.ledger import areas, enterprises, facts, hazards

# Spelled out, not bound, so that the database sees that its partial indexes cover them.
LISTED: list[Any] = [literal_column(f"'{state.value}'") for state in OPEN]
DROPPED: list[Any] = [
    literal_column(f"'{state.value}'") for state in (HazardState.WITHDRAWN, HazardState.DUPLICATE)
]
# The column without its index: lists of many enterprises are walked in the order in which they are shown, a page ends early.
WALKED: ColumnElement[Any] = literal_column("+hazards.enterprise")
INSTANCES = 20  # of a section that repeats, among whose questions words are looked for
_later, _any = facts.alias("later"), hazards.alias("any_hazard")

Order = Sequence[UnaryExpression[Any] | ColumnElement[Any]]
WORST: Order = (hazards.c.listed.desc(), hazards.c.suspected_major.desc(), hazards.c.due, hazards.c.id)
NEWEST: Order = (hazards.c.closed_at.desc(), hazards.c.id.desc())


def _state(*states: HazardState) -> ColumnElement[bool]:
    return hazards.c.state.in_([literal_column(f"'{state.value}'") for state in states])


GRAVE = or_(hazards.c.suspected_major, hazards.c.severity == literal_column(f"'{Severity.MAJOR.value}'"))


@dataclass(frozen=True, slots=True)
class Sifter:
    """Who looks, at which content, on which day."""

    actor: Actor
    catalogue: Catalogue
    today: date

    def conditions(self, sieve: Sieve, *, names: bool) -> Sequence[ColumnElement[bool]]:
        """Everything that has to hold. `names`: words may be those of an enterprise's name as well."""
        if sieve.digits:
            return [_numbered(sieve.digits)]
        found = [*self._standing(sieve)]
        if sieve.cause:
            found = [*self._caused(sieve), hazards.c.root == sieve.cause]
        if sieve.major:
            found.append(GRAVE)
        if sieve.mine:
            found.append(func.coalesce(hazards.c.owner, hazards.c.found_by) == self.actor.person)
        if sieve.town:
            found.append(WALKED.in_(_of_town(sieve.town)))
        if sieve.campaign:
            found.append(hazards.c.check_id.in_(_of_campaign(sieve.campaign)))
        if sieve.enterprise:
            found.append(hazards.c.enterprise == _of_code(sieve.enterprise))
        if sieve.industry:
            found.append(WALKED.in_(_of_industry(sieve.industry)))
        if sieve.source in set(HazardSource):
            found.append(hazards.c.source.in_(sources(sieve.source)))
        found += _fate(sieve)
        return [*found, self._said(sieve.text, names=names)] if sieve.text else found

    def order(self, sieve: Sieve) -> Order:
        """What is listed first, then major ones, then what is due first; what is closed, the newest first."""
        return NEWEST if sieve.stage is Stage.CLOSED and not sieve.digits else WORST

    def _standing(self, sieve: Sieve) -> Sequence[ColumnElement[bool]]:
        """Its stage and its days. Days of a closure take the place of the days that content says."""
        if sieve.stage is Stage.CLOSED and (sieve.since or sieve.until):
            return [_state(HazardState.CLOSED), *within_days(hazards.c.closed_at, sieve.since, sieve.until)]
        return [self._stage(sieve.stage), *within_days(hazards.c.found_at, sieve.since, sieve.until)]

    def _caused(self, sieve: Sieve) -> Sequence[ColumnElement[bool]]:
        """Of one cause those that are open and those closed lately count alike."""
        if sieve.stage is not Stage.OPEN or sieve.since or sieve.until:
            return self._standing(sieve)
        return [or_(self._stage(Stage.OPEN), self._stage(Stage.CLOSED))]

    def _stage(self, stage: Stage) -> ColumnElement[bool]:
        if stage is Stage.WAITING:
            return self._waiting()
        if stage is Stage.CLOSED:
            since = self.today - timedelta(days=self.catalogue.rules.defaults.ledger.closed_days)
            return and_(_state(HazardState.CLOSED), hazards.c.closed_at >= at(since, time.min))
        if stage is Stage.FOUND:
            return hazards.c.state.not_in(DROPPED)
        if stage is Stage.OVERDUE:
            return and_(hazards.c.state.in_(LISTED), hazards.c.due < self.today)
        return hazards.c.state.in_(LISTED)

    def _waiting(self) -> ColumnElement[bool]:
        """What safety.deeds.waits says of one case."""
        if self.actor.may(Right.VERIFY_HAZARD):
            return WAITS
        if not self.actor.may(Right.TREAT_HAZARD):
            return false()
        hands = (
            hazards.c.found_by,
            func.coalesce(hazards.c.owner, hazards.c.found_by),
            func.coalesce(hazards.c.evidence_by, 0),
        )
        others = [hand != self.actor.person for hand in hands]
        return and_(_state(HazardState.EVIDENCE), ~GRAVE, ~hazards.c.graded_up, *others)

    def _said(self, text: str, *, names: bool) -> ColumnElement[bool]:
        """Words of the place, of what was said, of the question or the kind, and of the enterprise's name."""
        found = [hazards.c.words.icontains(text, autoescape=True)]
        found.append(hazards.c.place.icontains(text, autoescape=True))
        if questions := _questions(self.catalogue, text):
            found.append(hazards.c.question.in_(questions))
        if kinds := _kinds(self.catalogue, text):
            found.append(hazards.c.kind.in_(kinds))
        if names:
            named = select(enterprises.c.id).where(enterprises.c.name.icontains(text, autoescape=True))
            found.append(hazards.c.enterprise.in_(named))
        return or_(*found)


def _fate(sieve: Sieve) -> Sequence[ColumnElement[bool]]:
    """That it came again, that it was closed in time."""
    again: list[ColumnElement[bool]] = [hazards.c.recurs.is_not(None)] if sieve.again else []
    if not sieve.timely:
        return again
    return [*again, _state(HazardState.CLOSED), day_of(hazards.c.closed_at) <= hazards.c.due]


_MORE_TIME = and_(hazards.c.wanted.is_not(None), _state(HazardState.PLANNED, HazardState.FIXING))
# Word for word what the partial index ix_hazards_waits says.
WAITS = or_(_state(HazardState.REVIEW, HazardState.EVIDENCE), _MORE_TIME)


def _numbered(digits: str) -> ColumnElement[bool]:
    """A whole number is looked up, the last digits are sought in the index of numbers alone."""
    if digits.startswith("-"):
        return hazards.c.number == f"YH{digits}"
    ends = select(_any.c.id).where(_any.c.number.endswith(digits, autoescape=True))
    return hazards.c.id.in_(ends)


def _of_campaign(number: str) -> Any:
    """The checks of all its rounds."""
    target, one = campaign_targets.c, campaign_rounds.c
    rounds = (
        select(one.id).join(campaigns, campaigns.c.id == one.campaign).where(campaigns.c.number == number)
    )
    return select(target.check_id).where(target.round.in_(rounds), target.check_id.is_not(None))


def _of_town(town: str) -> Any:
    area = select(areas.c.id).where(areas.c.kind == TOWN, areas.c.name == town).scalar_subquery()
    return select(enterprises.c.id).where(enterprises.c.town == area)


def _of_code(credit_code: str) -> Any:
    return select(enterprises.c.id).where(enterprises.c.credit_code == credit_code).scalar_subquery()


def _of_industry(fact: str) -> Any:
    """Enterprises of which it was last said that this is what they mainly do."""
    newer = select(_later.c.id).where(
        _later.c.fact == fact, _later.c.enterprise == facts.c.enterprise, _later.c.id > facts.c.id
    )
    return select(facts.c.enterprise).where(
        facts.c.fact == fact, facts.c.value == literal_column("'true'"), ~newer.exists()
    )


def _questions(catalogue: Catalogue, text: str) -> list[str]:
    """The questions of today's forms in whose words it stands, in either language; of repeated ones all instances."""
    wanted = text.casefold()
    found = []
    for form in catalogue.checklists.values():
        for section in form.sections:
            for question in section.questions:
                if wanted in question.text.zh.casefold() or wanted in question.text.en.casefold():
                    found.append(question.id)
                    if section.repeat is not None:
                        found += [f"{question.id}@{place}" for place in range(1, INSTANCES + 1)]
    return found


def _kinds(catalogue: Catalogue, text: str) -> list[str]:
    """The kinds of hazards in whose names it stands."""
    wanted = text.casefold()
    kinds = catalogue.suggester.kinds
    return [
        name
        for name, kind in kinds.items()
        if wanted in kind.name.zh.casefold() or wanted in kind.name.en.casefold()
    ]
