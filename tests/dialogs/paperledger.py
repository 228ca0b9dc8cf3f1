"""The paper world as one person may read it: the Ledger of safety/ledger.py."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from checklists.answers import Answer, Facts
from checklists.period import due_of, period_of
from checklists.rules import Privacy, Rules
from checklists.schema import Checklist, Severity
from checklists.suggest import Suggester
from checklists.words import Words
from safety.areas import Area, Figures
from safety.calendar import CHINA, Calendar, calendar_of
from safety.check_lists import EVERY_CHECK, CheckSieve
from safety.checks import (
    Author,
    CheckKey,
    Colleague,
    Draft,
    Duty,
    DutyState,
    Holder,
    OpenHazard,
    Previous,
    StatedFact,
    Submission,
)
from safety.closures import Closure
from safety.enterprises import Enterprise
from safety.hazard_ledger import Hazard, HazardState, Move
from safety.hazards import OVER, UNREPORTED
from safety.joining import Invitation, JoinRequest
from safety.lists import EVERYTHING, Sieve
from safety.people import RIGHTS, Right, Role, Seat
from safety.pledges import Coverage, Holding, Pack, Pile, Pledge
from safety.quality import Flagged
from safety.recurrence import Past
from safety.seals.verified import Verified
from safety.visits import VisitState
from tests.dialogs import paperhazards, paperpledges
from tests.dialogs.paperaudits import PaperAudits
from tests.dialogs.paperbulk import PaperBulk, PaperPersonal
from tests.dialogs.papercampaigns import PaperCampaigns, PaperGroups, special_duties
from tests.dialogs.paperchanges import PaperProfiles, PaperRequests
from tests.dialogs.paperchores import PaperChores
from tests.dialogs.paperclasses import PaperClasses
from tests.dialogs.papercourses import PaperCourses
from tests.dialogs.paperdepartments import PaperDepartments
from tests.dialogs.paperdigests import PaperDigests
from tests.dialogs.paperdrills import PaperDrills, PaperPlans
from tests.dialogs.paperenterprises import PaperEnterprises
from tests.dialogs.paperexams import PaperExams
from tests.dialogs.paperhandovers import PaperHandovers
from tests.dialogs.paperimports import PaperImports
from tests.dialogs.paperincidents import PaperIncidents
from tests.dialogs.paperinterviews import PaperInterviews
from tests.dialogs.paperinvites import PaperInvites
from tests.dialogs.paperlessons import PaperLessons
from tests.dialogs.paperonsite import same_check
from tests.dialogs.paperowed import PaperExceptions, PaperOwed
from tests.dialogs.paperownlists import PaperOwnLists
from tests.dialogs.paperproofs import PaperProofs
from tests.dialogs.paperquarter import PaperAgreements, PaperCoverage, PaperSamples
from tests.dialogs.paperqueries import PaperQueries
from tests.dialogs.paperreach import PaperReach
from tests.dialogs.paperresponders import PaperResponders
from tests.dialogs.paperspots import PaperSpots
from tests.dialogs.paperstaff import PaperStaff, PaperVetoes, staff_of
from tests.dialogs.paperstatistics import PaperStatistics
from tests.dialogs.papersupplies import PaperSupplies
from tests.dialogs.papertips import PaperTips
from tests.dialogs.papertraining import PaperTraining
from tests.dialogs.papervisitbook import PaperVisits
from tests.dialogs.paperwarnings import PaperWarnings
from tests.sifted import Reader, lets_through

START = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)  # Monday 09:00 in Shanghai

if TYPE_CHECKING:
    from tests.dialogs.paper import World


@dataclass
class PaperLedger:
    """The world as one person may read it."""

    world: "World"
    person: int

    def privacy(self) -> Privacy:
        return self.world.catalogue.privacy

    def calendar(self) -> Calendar:
        return calendar_of(self.world.catalogue.holidays)

    def suggester(self) -> Suggester:
        return self.world.catalogue.suggester

    def recent_hazards(self, since: datetime) -> Sequence[Hazard]:
        standing = [one for one in self.world.found if one.state not in {*OVER, *UNREPORTED}]
        return [one for one in reversed(standing) if one.found_at >= since]

    def closed_since(self, day: date) -> Sequence[Past]:
        own = self.enterprise().name
        return [
            Past(one.number, one.question or one.clause, one.kind, one.place)
            for one in reversed(self.world.found)
            if one.state is HazardState.CLOSED and one.enterprise == own
        ]

    def places_named(self) -> Sequence[str]:
        return list(dict.fromkeys(one.place for one in reversed(self.world.found) if one.place))[:4]

    def training(self) -> PaperTraining:
        return PaperTraining(self.world, self.person)

    def lessons(self) -> PaperLessons:
        return PaperLessons(self.world, self.person)

    def visits(self) -> PaperVisits:
        return PaperVisits(self.world, self.person)

    def at_visit(self, visit: int) -> "tuple[PaperAtVisit, Seat] | None":
        one = self.visits().kept(visit)
        if one is None or one.visit.state is not VisitState.OPEN or not one.inspects(self.person):
            return None
        seats = (seat for person in self.world.people.values() for seat, _place in person.seats)
        there = next(seat for seat in seats if seat.role is Role.OFFICER)
        return PaperAtVisit(self.world, self.person), there

    def samples(self) -> PaperSamples:
        return PaperSamples(self.world, self.person)

    def agreements(self) -> PaperAgreements:
        return PaperAgreements(self.world, self.person)

    def reached(self) -> PaperCoverage:
        return PaperCoverage(self.world, self.person)

    def own_lists(self) -> PaperOwnLists:
        return PaperOwnLists(self.world, self.person)

    def spots(self) -> PaperSpots:
        return PaperSpots(self.world, self.person)

    def courses(self) -> PaperCourses:
        return PaperCourses(self.world, self.person)

    def owed(self) -> PaperOwed:
        return PaperOwed(self.world, self.person)

    def interviews(self) -> PaperInterviews:
        return PaperInterviews(self.world, self.person)

    def requests(self) -> PaperRequests:
        return PaperRequests(self.world, self.person)

    def profiles(self) -> PaperProfiles:
        return PaperProfiles(self.world, self.person)

    def classes(self) -> PaperClasses:
        return PaperClasses(self.world, self.person)

    def enterprises(self) -> PaperEnterprises:
        return PaperEnterprises(self.world, self.person)

    def exams(self) -> PaperExams:
        return PaperExams(self.world, self.person)

    def staff(self, credit_code: str = "") -> PaperStaff:
        return staff_of(self.world, self.person, credit_code)

    def vetoes(self) -> PaperVetoes:
        actor = self.world.actor(self.person)
        return PaperVetoes(self.world, actor.may(Right.KEEP_STAFF) or actor.may(Right.SET_VETO))

    def plans(self) -> PaperPlans:
        return PaperPlans(self.world, self.person)

    def drills(self) -> PaperDrills:
        return PaperDrills(self.world, self.person)

    def tips(self) -> PaperTips:
        return PaperTips(self.world, self.person)

    def incidents(self) -> PaperIncidents:
        return PaperIncidents(self.world, self.person)

    def statistics(self) -> PaperStatistics:
        return PaperStatistics(self.world, self.person)

    def personal(self) -> PaperPersonal:
        return PaperPersonal(self.world, self.person)

    def bulk(self) -> PaperBulk:
        return PaperBulk(self.world, self.person)

    def audits(self) -> PaperAudits:
        return PaperAudits(self.world, self.person)

    def responders(self) -> PaperResponders:
        return PaperResponders(self.world, self.person)

    def supplies(self) -> PaperSupplies:
        return PaperSupplies(self.world, self.person)

    def departments(self) -> PaperDepartments:
        return PaperDepartments(self.world, self.person)

    def handovers(self) -> PaperHandovers:
        return PaperHandovers(self.world, self.person)

    def invites(self) -> PaperInvites:
        return PaperInvites(self.world, self.person)

    def groups(self) -> PaperGroups:
        return PaperGroups(self.world, self.person)

    def campaigns(self) -> PaperCampaigns:
        return PaperCampaigns(self.world, self.person)

    def imports(self) -> PaperImports:
        return PaperImports(self.world, self.person)

    def queries(self) -> PaperQueries:
        return PaperQueries(self.world, self.person)

    def warnings(self) -> PaperWarnings:
        return PaperWarnings(self.world, self.person)

    def danger_words(self) -> Sequence[str]:
        return self.world.catalogue.rules.danger.words

    def invitation(self, code: str) -> Invitation | None:
        return self.world.invitations.get(code)

    def join_request(self, number: int) -> JoinRequest | None:
        found = self.world.requests.get(number)
        return found[0] if found else None

    def waiting_joins(self) -> Sequence[JoinRequest]:
        return [asked for asked, _person, waits in self.world.requests.values() if waits]

    def seats(self) -> Sequence[tuple[Seat, str]]:
        return self.world.people[self.person].seats

    def enterprise(self) -> Enterprise:
        return self.world.enterprise

    def facts(self) -> Facts:
        return self.world.catalogue.facts.derive(self.world.facts)  # type: ignore[arg-type]  # flags and numbers only

    def duties(self, today: date) -> Sequence[Duty]:
        usual = [self._duty(one, today) for one in self.world.owed]
        return usual + special_duties(self.world, today)

    def _duty(self, checklist: str, today: date) -> Duty:
        key = CheckKey(checklist, period_of(self.form(checklist).cycle_days, today))
        draft = self.world.drafts.get(key)
        state = self._state(draft) if draft else DutyState.OPEN
        return Duty(key, due_of(key.period), state, len(draft.answers) if draft else 0)

    def _state(self, draft: Draft) -> DutyState:
        if draft.receipt is None:
            return DutyState.BEGUN
        if draft.correcting is not None:
            return DutyState.CORRECTING
        versions = self.versions(draft.key)
        return DutyState.RETURNED if versions and versions[-1].returned else DutyState.DONE

    def draft(self, key: CheckKey) -> Draft | None:
        return self.world.drafts.get(key)

    def previous(self, key: CheckKey) -> Previous | None:
        others = [one for one in self.world.drafts.values() if one.key.checklist == key.checklist]
        submitted = [one for one in others if one.submitted_at is not None and one.key != key]
        last = max(submitted, key=lambda one: one.submitted_at or START, default=None)
        if last is None or last.submitted_at is None:
            return None
        return Previous(
            last.form,
            last.answers,
            last.submitted_at.astimezone(CHINA).date(),
            last.receipt or "",
            self._still_open(last),
        )

    def _still_open(self, draft: Draft) -> dict[str, OpenHazard]:
        return {
            one.question: OpenHazard(one.number, one.due)
            for one in self.world.found
            if one.state is not HazardState.WITHDRAWN
            if same_check(self.world, one, draft.key) and one.found_at <= (draft.submitted_at or START)
        }

    def last_answers(self, checklist: str) -> Mapping[str, Answer]:
        found = self.previous(CheckKey(checklist, ""))
        return found.answers if found is not None else {}

    def stated_facts(self) -> Mapping[str, StatedFact]:
        days = self.world.catalogue.facts.valid_days
        return {
            name: StatedFact(value, *self.world.stated.get(name, ("import", START)), days[name])  # type: ignore[arg-type]  # flags and numbers only
            for name, value in self.world.facts.items()
            if name in days
        }

    def authors(self, key: CheckKey) -> Mapping[str, Author]:
        saves = self.world.drafts[key].saves
        return {
            question: Author(
                save.person, self.world.people[save.person].name, self.world.saved_at[key, question]
            )
            for question, save in saves.items()
        }

    def holders(self, key: CheckKey) -> Mapping[str, Holder]:
        return {
            section: Holder(person, self.world.people[person].name, at)
            for (of, section), (person, at) in self.world.sections.items()
            if of == key
        }

    def colleagues(self) -> Sequence[Colleague]:
        own = self.world.actor(self.person).seat
        return [
            Colleague(number, one.name, seat.role)
            for number, one in self.world.people.items()
            for seat, _place in one.seats[:1]
            if number != self.person and own is not None and own.enterprise == seat.enterprise
            if Right.ANSWER_CHECK in RIGHTS[seat.role]
        ]

    def form(self, checklist: str) -> Checklist:
        return self.world.catalogue.checklists[checklist]

    def newest_form(self, checklist: str) -> Checklist | None:
        return self.world.catalogue.checklists.get(checklist)

    def pack(self, today: date) -> Pack | None:
        if not self.world.actor(self.person).may(Right.READ_PACK):
            return None
        return paperpledges.pack_of(self.world, self.person, today)

    def signatories(self) -> Mapping[str, str]:
        signs = self.world.shelf and self.world.actor(self.person).may(Right.SIGN_COMMITMENT)
        return self.world.shelf.signatories if signs and self.world.shelf else {}

    def pledge(self, number: str) -> Pledge | None:
        found = self.world.shelf.pledges if self.world.shelf else []
        return next((one for one in found if one.number == number), None)

    def coverage(self) -> Coverage:
        return paperpledges.coverage(self.world)

    def holdings(self, pile: Pile, *, offset: int = 0, limit: int = 5) -> Sequence[Holding]:
        return paperpledges.piled(self.world, pile)[offset : offset + limit]

    def count_holdings(self, pile: Pile) -> int:
        return len(paperpledges.piled(self.world, pile))

    def holding(self, credit_code: str) -> Holding | None:
        found = paperpledges.holdings(self.world)
        return next((one for one in found if one.credit_code == credit_code), None)

    def holdings_named(self, text: str) -> Sequence[Holding]:
        return [one for one in paperpledges.holdings(self.world) if text in one.enterprise][:5]

    def hazards(self, *, offset: int = 0, limit: int = 6, sieve: Sieve = EVERYTHING) -> Sequence[Hazard]:
        shown = [*map(self._named, reversed(self._sifted(sieve)))][offset : offset + limit]
        return [paperhazards.case_of(self.world, one) for one in shown]

    def _named(self, hazard: Hazard) -> Hazard:
        """With what its people call the instance, as its newest draft says."""
        drafts = [one for key, one in self.world.drafts.items() if key.checklist == hazard.checklist]
        naming = hazard.form.naming(hazard.question) if hazard.form is not None and hazard.question else None
        if naming is None or not drafts:
            return hazard
        said = drafts[-1].answers.get(naming, Answer()).value
        return replace(hazard, instance=said) if isinstance(said, str) else hazard

    def _sifted(self, sieve: Sieve) -> list[Hazard]:
        """The newest last; the rules of the lists on the one enterprise of this world, whose trade is catering."""
        seat = self.world.actor(self.person).seat
        hand = paperhazards.hand(self.world, self.person)
        supervises = seat is not None and seat.supervises
        reader = Reader(hand, self.world.now.astimezone(CHINA).date(), names=supervises)
        cases = [(one, paperhazards.case_of(self.world, one)) for one in self.world.found]
        return [
            one
            for one, case in cases
            if sieve.enterprise in {"", self.world.enterprise.credit_code}
            and self._told(one, supervises=supervises)
            and lets_through(sieve, case, reader, "catering", self._asked(one), self._kind(one))
        ]

    def _told(self, one: Hazard, *, supervises: bool) -> bool:
        """What an inspection finds is told when it ends; supervisors know of a suspected major one at once."""
        found = one.number in self.world.found_on_site and one.state is HazardState.FOUND
        return not found or (supervises and one.severity is Severity.MAJOR)

    def _asked(self, one: Hazard) -> str:
        if one.form is None or one.question not in one.form.places:
            return ""
        words = one.form.question(one.question).text
        return f"{words.zh} {words.en}"

    def _kind(self, one: Hazard) -> str:
        kind = self.world.catalogue.suggester.kinds.get(one.kind)
        return f"{kind.name.zh} {kind.name.en}" if kind else ""

    def count_hazards(self, sieve: Sieve = EVERYTHING) -> int:
        return len(self._sifted(sieve))

    def hazards_among(self, numbers: Sequence[str]) -> Sequence[Hazard]:
        return [found for number in sorted(numbers) if (found := self.hazard(number)) is not None]

    def towns(self) -> Sequence[str]:
        seat = self.world.actor(self.person).seat
        above = seat is not None and seat.supervises and seat.area is None
        return [self.world.enterprise.town, *self.world.towns] if above else []

    def industries(self) -> Mapping[str, Words]:
        return {fact.id: fact.prompt for fact in self.world.catalogue.facts.industries}

    def hazards_of(self, key: CheckKey) -> Sequence[Hazard]:
        draft = self.world.drafts.get(key)
        return [
            one
            for one in self.world.found
            if draft and same_check(self.world, one, key) and draft.begun_at <= one.found_at
        ]

    def versions(self, key: CheckKey) -> Sequence[Submission]:
        return self.world.versions.get(key, ())

    def _newest(self, sieve: CheckSieve) -> list[Submission]:
        return [
            one
            for one in (versions[-1] for versions in self.world.versions.values())
            if (not sieve.zero or one.zero)
            and (not sieve.bad or one.bad)
            and sieve.checklist in {"", one.key.checklist}
            and (not sieve.since or sieve.since <= one.submitted_at.astimezone(CHINA).date().isoformat())
            and (not sieve.until or one.submitted_at.astimezone(CHINA).date().isoformat() <= sieve.until)
        ]

    def submissions(
        self, *, offset: int = 0, limit: int = 5, sieve: CheckSieve = EVERY_CHECK
    ) -> Sequence[Submission]:
        newest = self._newest(sieve)
        return sorted(newest, key=lambda one: one.submitted_at, reverse=True)[offset : offset + limit]

    def count_submissions(self, sieve: CheckSieve = EVERY_CHECK) -> int:
        return len(self._newest(sieve))

    def submission(self, receipt: str) -> Submission | None:
        if not self.world.actor(self.person).may(Right.SEE_SUBMISSIONS):
            return None
        return next((one for one in self.versions_of(receipt) if one.receipt == receipt), None)

    def versions_of(self, receipt: str) -> Sequence[Submission]:
        for versions in self.world.versions.values():
            if any(one.receipt == receipt for one in versions):
                return versions
        return ()

    def rules(self) -> Rules:
        return self.world.catalogue.rules

    def last_reported(self) -> Hazard | None:
        name = self.world.people[self.person].name
        mine = [one for one in self.world.found if one.found_by == name and not one.checklist]
        return mine[-1] if mine else None

    def hazard(self, number: str) -> Hazard | None:
        found = next((one for one in self.world.found if one.number == number), None)
        return paperhazards.case_of(self.world, self._named(found)) if found is not None else None

    def causes(self) -> Mapping[str, int]:
        found = Counter(one.case.cause.root for one in self.world.found if one.case and one.case.cause)
        return dict(found.most_common())

    def chores(self) -> PaperChores:
        return PaperChores(self.world, self.person)

    def proofs(self) -> PaperProofs:
        return PaperProofs(self.world)

    def closure(self, receipt: str) -> Closure | None:
        return next((one for one in self.world.closures if one.receipt == receipt), None)

    def moves(self, number: str) -> Sequence[Move]:
        return self.world.moves.get(number, ())

    def flagged(self, *, offset: int = 0, limit: int = 6) -> Sequence[Flagged]:
        return sorted(self.world.flagged, key=lambda one: one.looked)[offset : offset + limit]

    def count_flagged(self) -> int:
        return len(self.world.flagged)

    def flagged_one(self, receipt: str) -> Flagged | None:
        return next((one for one in self.world.flagged if one.receipt == receipt), None)

    def exceptions(self) -> PaperExceptions:
        return PaperExceptions(self.world, self.person)

    def reach(self) -> PaperReach:
        return PaperReach(self.world, self.person)

    def verified(self, number: str) -> Verified | None:
        sealed = [one for versions in self.world.versions.values() for one in versions]
        for entry, one in enumerate(sealed, 21):
            if one.receipt == number:
                what = "zero" if one.zero else "check" if one.version == 1 else "correction"
                day = one.submitted_at.astimezone(CHINA).date()
                return Verified(number, what, day, entry, number not in self.world.tampered, self.world.head)
        return None

    def digests(self) -> PaperDigests:
        return PaperDigests(self.world, self.person)

    def area(self, today: date) -> Area:
        waiting = len(self.waiting_joins())
        flagged = sum(not one.looked for one in self.world.flagged)
        if self.world.area is not None:
            return replace(self.world.area, waiting_joins=waiting, flagged=flagged, away=self.reach().count())
        major = sum(one.severity.value == "major" for one in self.world.found)
        late = sum(one.due < today for one in self.world.found)
        submitted = sum(one.receipt is not None for one in self.world.drafts.values())
        figures = Figures(
            3, 2, len(self.world.owed), submitted, len(self.world.found), late, major, len(self.world.found)
        )
        return Area("宋官屯街道", figures, None, (), waiting, flagged, self.reach().count())


class PaperAtVisit(PaperLedger):
    """The enterprise during an inspection: an inspector sees for themself and is offered no old answer."""

    def previous(self, key: CheckKey) -> Previous | None:
        return None

    def stated_facts(self) -> Mapping[str, StatedFact]:
        return {}

    def colleagues(self) -> Sequence[Colleague]:
        return ()

    def recent_hazards(self, since: datetime) -> Sequence[Hazard]:
        return ()
