"""The quarter of the paper world: who was reached, samples of self-checks, how both sides agree."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from checklists.answers import Answer
from checklists.grading import Covered
from checklists.period import due_of, first_of, period_of
from checklists.reminders import Activity
from checklists.schema import Outcome, QuestionKind
from checklists.words import Words
from safety.agreeing import BySource, CleanThenFound, Doubted
from safety.calendar import at, today
from safety.checks import CheckKey, Draft, Submission
from safety.coverage import Missed, Pile, Quarter, Reached, quarter_of
from safety.errors import Refusal
from safety.events import CheckSubmitted
from safety.events_sampling import SampleAccepted
from safety.hazard_ledger import HazardState
from safety.people import Right
from safety.queries import EVERYBODY
from safety.sampling import Draw, Ground, Judged, Sample, Standing
from safety.visits import Agreement, Visit, VisitKind
from safety.visits import period_of as walked_in
from tests.dialogs import papercorrections
from tests.dialogs.paperqueries import PaperQueries
from tests.queried import Known

if TYPE_CHECKING:
    from tests.dialogs.paper import World

Compared = tuple[str, str, bool, bool]  # form, question, fine in the self-check, fine on site
ASKED = 3  # questions that are answered in a self-check that was handed in before


@dataclass(frozen=True)
class KeptSample:
    """A self-check that the lot fell on."""

    receipt: str
    day: date
    ground: Ground
    permille: int
    drawn_at: datetime
    judged: Judged | None = None
    judged_by: str = ""
    judged_at: datetime | None = None
    reason: str = ""


class SampleDesk:
    """What events do to the samples of a World."""

    def _sample_accepted(self: "World", person: int, event: SampleAccepted) -> None:
        if not self.actor(person).may(Right.RETURN_CHECK):
            raise Refusal("not-allowed")
        one = self.samples.get(event.receipt)
        if one is None:
            raise Refusal("submission-gone")
        handed = submission(self, event.receipt)
        if handed.submitted_by == self.people[person].name:
            raise Refusal("sample-own")
        if not handed.newest or self.drafts[handed.key].correcting is not None:
            raise Refusal("sample-changed")
        if one.judged is not None:
            raise Refusal("sample-judged-already")
        self._judged(person, one, Judged.ACCEPTED, "")
        code = self.enterprise.credit_code
        self.reached_in.append((code, Covered.SAMPLED_SELF_CHECK, self.now))

    def _judged(self: "World", person: int, one: KeptSample, judged: Judged, reason: str) -> None:
        by = {"judged_by": self.people[person].name, "judged_at": self.now}
        self.samples[one.receipt] = replace(one, judged=judged, reason=reason, **by)  # type: ignore[arg-type]  # by name

    def sample_given_back(self: "World", person: int, receipt: str, reason: str) -> None:
        """A self-check that was drawn and is given back is not accepted; one that was not drawn changes nothing."""
        one = self.samples.get(receipt)
        if one is not None and one.judged is None:
            self._judged(person, one, Judged.REFUSED, reason)


def submission(world: "World", receipt: str) -> Submission:
    return next(one for all_ in world.versions.values() for one in all_ if one.receipt == receipt)


def handed_in(world: "World", person: int, *checklists: str) -> list[str]:
    """Short clean self-checks of the restaurant from yesterday; their receipts."""
    now, receipts = world.now, []
    world.now -= timedelta(days=1)
    for name in checklists:
        form = world.catalogue.checklists[name]
        key = CheckKey(name, period_of(form.cycle_days, today(world.now)))
        answers = {}
        for question in form.questions:
            fine = [one.value for one in question.options if one.outcome is Outcome.OK]
            if question.kind is QuestionKind.YESNO and fine and len(answers) < ASKED:
                answers[question.id] = Answer(fine[0])
        receipt = f"ZC-2026-{len(world.versions) + 1:06d}"
        due = due_of(key.period)
        name_ = world.people[person].name
        world.drafts[key] = Draft(
            key, form, answers, world.now, due, receipt, world.now, name_, form.fingerprint
        )
        papercorrections.keep(world, person, CheckSubmitted(key, 100, len(answers), len(answers), 0))
        receipts.append(receipt)
    world.now = now
    return receipts


def drawn(world: "World", receipts: Sequence[str]) -> None:
    """The lot of this morning has fallen on them: on the first by its class, on the second as nobody has reached it."""
    grounds = ((Ground.CLASS, 100), (Ground.UNREACHED, 1000))
    for receipt, (ground, permille) in zip(receipts, grounds, strict=False):
        day = today(submission(world, receipt).submitted_at)
        world.samples[receipt] = KeptSample(receipt, day, ground, permille, world.now)


# --- both sides ---------------------------------------------------------------------------------------------------


def _before(world: "World", visit: Visit, days: int, checklist: str = "") -> Submission | None:
    """The newest self-check of the last days before an inspection began."""
    since = visit.begun_at - timedelta(days=days)
    found = [
        one
        for all_ in world.versions.values()
        for one in all_
        if since <= one.submitted_at < visit.begun_at and checklist in {"", one.key.checklist}
    ]
    return max(found, key=lambda one: one.submitted_at, default=None)


def compared(world: "World", visit: Visit) -> tuple[tuple[Compared, ...], Agreement]:
    """Each question that a self-check of the last days and the inspection have both judged."""
    days, rows = world.catalogue.rules.defaults.visits.compare_days, []
    for key, draft in world.drafts.items():
        before = _before(world, visit, days, key.checklist) if key.period == walked_in(visit.id) else None
        if before is not None:
            found = {
                one.question for one in world.ledger(visit.lead.person).hazards_of(key) if _stands(one.state)
            }
            said = [name for name, answer in draft.answers.items() if answer.value is not None]
            rows += [
                (key.checklist, name, before.outcomes[name] is Outcome.OK, name not in found)
                for name in said
                if name in before.outcomes
            ]
    agreed = sum(own == site for _, _, own, site in rows)
    missed = sum(own and not site for _, _, own, site in rows)
    return tuple(rows), Agreement(len(rows), agreed, missed)


def _stands(state: HazardState) -> bool:
    return state is not HazardState.WITHDRAWN


def clean_before(world: "World", visit: Visit) -> bool | None:
    """Whether the newest self-check of the last days had found nothing; None when there was none."""
    before = _before(world, visit, world.catalogue.rules.defaults.visits.clean_days)
    return None if before is None else before.bad == 0


@dataclass
class PaperCoverage:
    """Implements safety.coverage.CoverageBook for one person of a paper world."""

    world: "World"
    person: int

    def _firms(self) -> list[Known]:
        if not self.world.actor(self.person).may(Right.SEE_COVERAGE):
            return []
        every = PaperQueries(self.world, self.person).meant(EVERYBODY)
        return [one for one in every if one.activity != Activity.CLOSED.value]

    def _rows(self, period: str) -> list[tuple[str, Covered]]:
        codes = {one.code for one in self._firms()}
        return [
            (code, how)
            for code, how, when in self.world.reached_in
            if code in codes and quarter_of(today(when)) == period and how is not Covered.NOBODY_THERE
        ]

    def quarter(self, period: str) -> Quarter:
        rows, firms = self._rows(period), self._firms()
        by = {how: len({code for code, way in rows if way is how}) for how in {way for _, way in rows}}
        whole = Reached("", len(firms), len({code for code, _ in rows}))
        ended = [one.visit for one in self.world.inspected.values() if one.visit.number] if firms else []
        numbers = {one.id for one in ended if quarter_of(today(one.closed_at or one.begun_at)) == period}
        items = [
            one
            for one in self.world.found
            if self.world.found_on_site.get(one.number) in numbers and _stands(one.state)
        ]
        return Quarter(period, whole, by, len(numbers), len(items))

    def piles(self, period: str, pile: Pile) -> Sequence[Reached]:
        reached = {code for code, _ in self._rows(period)}
        named: dict[str, list[bool]] = {}
        for one in self._firms():
            name = {Pile.COLOUR: one.colour, Pile.DEPARTMENT: ""}.get(pile, one.town)
            named.setdefault(name, []).append(one.code in reached)
        found = [Reached(name, len(there), sum(there)) for name, there in named.items()]
        return sorted(found, key=lambda one: (one.share, one.name))

    def missed(self, period: str, *, offset: int = 0, limit: int = 6, name: str = "") -> Sequence[Missed]:
        reached = {code for code, _ in self._rows(period)}
        found = [self._missed(one, period) for one in self._firms() if one.code not in reached]
        return [one for one in found if name in {"", one.town}][offset : offset + limit]

    def _missed(self, one: Known, period: str) -> Missed:
        start, own = at(first_of(period), time.min), one.code == self.world.enterprise.credit_code
        days = [today(when) for code, _, when in self.world.reached_in if code == one.code]
        handed = [all_[-1] for all_ in self.world.versions.values() if all_] if own else []
        since = sum(it.submitted_at >= start for it in handed)
        return Missed(one.code, one.name, one.town, one.colour, max(days, default=None), since)


@dataclass
class PaperSamples:
    """Implements safety.sampling.SampleBook for one person of a paper world."""

    world: "World"
    person: int

    def _all(self) -> list[KeptSample]:
        may = self.world.actor(self.person).may(Right.RETURN_CHECK)
        return [*self.world.samples.values()] if may else []

    def _waiting(self) -> list[KeptSample]:
        return [one for one in self._all() if one.judged is None]

    def waiting(self, *, offset: int = 0, limit: int = 6) -> Sequence[Sample]:
        return [self._whole(one) for one in self._waiting()[offset : offset + limit]]

    def count_waiting(self) -> int:
        return len(self._waiting())

    def one(self, receipt: str) -> Sample | None:
        found = next((one for one in self._all() if one.receipt == receipt), None)
        return None if found is None else self._whole(found)

    def _whole(self, one: KeptSample) -> Sample:
        handed, firm = submission(self.world, one.receipt), self.world.enterprise
        return Sample(
            receipt=one.receipt,
            enterprise=firm.name,
            credit_code=firm.credit_code,
            town=firm.town,
            form=handed.form,
            submitted_at=handed.submitted_at,
            submitted_by=handed.submitted_by,
            day=one.day,
            ground=one.ground,
            permille=one.permille,
            score=handed.score,
            bad=handed.bad,
            newest=handed.newest,
            own=handed.submitted_by == self.world.people[self.person].name,
            judged=one.judged,
            judged_by=one.judged_by,
            judged_at=one.judged_at,
            reason=one.reason,
        )

    def standing(self, quarter: str) -> Standing:
        grading = self.world.catalogue.rules.grading
        found = [one for one in self._all() if quarter_of(today(one.drawn_at)) == quarter]
        if grading is None:
            return Standing(0, 0, 0, 0, 0)
        due = self.world.now - timedelta(days=grading.coverage.sampling.days)
        counts = [sum(one.judged is how for one in found) for how in (Judged.ACCEPTED, Judged.REFUSED, None)]
        late = sum(one.judged is None and one.drawn_at < due for one in found)
        return Standing(len(found), *counts, late)

    def draw(self, day: date) -> Draw | None:
        found = [one for one in self._all() if one.day == day]
        figures = {"among": len(self.world.versions), "drawn": len(found)}
        return Draw(day, "paper", figures) if found else None


@dataclass
class PaperAgreements:
    """Implements safety.agreeing.AgreementBook for one person of a paper world."""

    world: "World"
    person: int

    def _ended(self, days: int) -> list[Visit]:
        since = self.world.now - timedelta(days=days)
        found = [one.visit for one in self.world.inspected.values()]
        may = self.world.actor(self.person).may(Right.SEE_COVERAGE)
        return [one for one in found if may and one.closed_at is not None and one.closed_at >= since]

    def _items(self, one: Visit) -> int:
        stands = {hazard.number for hazard in self.world.found if _stands(hazard.state)}
        return sum(visit == one.id for number, visit in self.world.found_on_site.items() if number in stands)

    def _compared(self, days: int) -> list[Compared]:
        return [row for one in self._ended(days) for row in self.world.inspected[one.id].compared]

    def by_source(self, days: int) -> Sequence[BySource]:
        ended, found = self._ended(days), []
        for kind in sorted(VisitKind):
            mine = [one for one in ended if one.kind is kind]
            sums = [one.agreement or Agreement(0, 0, 0) for one in mine]
            whole = Agreement(
                sum(one.compared for one in sums),
                sum(one.agreed for one in sums),
                sum(one.missed for one in sums),
            )
            if mine:
                found.append(BySource(kind, len(mine), sum(map(self._items, mine)), whole))
        return found

    def doubted(self, days: int, limit: int = 3, credit_code: str = "") -> Sequence[Doubted]:
        rows = self._compared(days) if credit_code in {"", self.world.enterprise.credit_code} else []
        asked = sorted({(form, name) for form, name, _, _ in rows})
        found = [
            Doubted(
                self._text(*one),
                sum(row[:2] == one for row in rows),
                sum(row[:2] == one and row[2] and not row[3] for row in rows),
            )
            for one in asked
        ]
        return sorted((one for one in found if one.missed), key=lambda one: -one.missed)[:limit]

    def _text(self, checklist: str, question: str) -> Words:
        return self.world.catalogue.checklists[checklist].question(question).text

    def clean_then_found(self, days: int, limit: int = 5) -> Sequence[CleanThenFound]:
        found = [one for one in reversed(self._ended(days)) if one.clean and self._items(one)]
        return [
            CleanThenFound(one.firm.credit_code, one.firm.name, one.firm.town, self._items(one), one.number)
            for one in found[:limit]
        ]

    def of_enterprise(self, credit_code: str, days: int) -> Agreement:
        rows = self._compared(days) if credit_code == self.world.enterprise.credit_code else []
        agreed = sum(own == site for _, _, own, site in rows)
        return Agreement(len(rows), agreed, sum(own and not site for _, _, own, site in rows))
