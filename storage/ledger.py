"""The read-only view of one actor (safety.ledger.Ledger): each question goes to its gateway with the seat's scope."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Connection

from checklists.answers import Answer, Facts
from checklists.catalogue import Catalogue
from checklists.rules import Privacy, Rules
from checklists.schema import Checklist
from checklists.suggest import Suggester
from checklists.words import Words
from safety.areas import Area
from safety.calendar import Calendar, at, calendar_of
from safety.calendar import today as day_of
from safety.check_lists import EVERY_CHECK, CheckSieve
from safety.checks import Author, CheckKey, Colleague, Draft, Duty, Holder, Previous, StatedFact, Submission
from safety.closures import Closure
from safety.digests import Span
from safety.enterprises import Enterprise
from safety.errors import Refusal
from safety.events import AnswerSaved, Event, FactStated
from safety.hazard_ledger import Hazard, Move
from safety.joining import Invitation, JoinRequest
from safety.lists import EVERYTHING, Sieve
from safety.people import Actor, Right, Role, Seat
from safety.pledges import Coverage, Holding, Pack, Pile, Pledge
from safety.quality import Flagged
from safety.recurrence import Past
from safety.seals.verified import Verified
from safety.tips import Tips
from safety.visits import VisitState
from storage import (
    closed,
    closures,
    concerns,
    digest,
    drafts,
    enterprises,
    facts,
    guesses,
    hazards,
    holdings,
    invitations,
    joins,
    people,
    pledges,
    previous,
    quality,
    reported,
    sections,
    submissions,
)
from storage.agreements import AgreementsOf
from storage.audits import AuditsOf
from storage.bulk import BulkOf
from storage.campaigns import tasks
from storage.campaigns.view import CampaignsOf
from storage.changes import ProfilesOf, RequestsOf
from storage.chores import ChoresOf
from storage.classes import ClassesOf
from storage.courses import CoursesOf
from storage.coverage import CoverageOf
from storage.departments import DepartmentsOf
from storage.digestbook import DigestsOf
from storage.dossier import EnterprisesOf
from storage.drill_book import DrillsOf
from storage.duties import WORKS
from storage.exams import ExamsOf
from storage.exceptions import ExceptionsOf
from storage.groups import GroupsOf
from storage.guesses import INVITATION
from storage.handovers import HandoversOf
from storage.holdings import Viewer, viewer_of
from storage.importbook import ImportsOf
from storage.incidents import IncidentsOf
from storage.interviews import InterviewsOf
from storage.lessons import LessonsOf
from storage.owedbook import OwedBookOf
from storage.own_lists import OwnListsOf
from storage.personal import PersonalOf
from storage.places import area_name, towns
from storage.plans import PlansOf
from storage.proofs import ProofsOf
from storage.queries import QueriesOf
from storage.responders import RespondersOf
from storage.sampling import SamplesOf
from storage.scope import scope_of
from storage.sealing import proving
from storage.sheets import InvitesOf
from storage.sifting import Sifter
from storage.silences import Silences
from storage.spots import SpotsOf
from storage.staffbook import StaffOf, staff_of
from storage.statistics import StatisticsOf
from storage.supplies import SuppliesOf
from storage.tips.vault import Vault
from storage.tips.view import TipsOf
from storage.training import TrainingOf
from storage.vetoes import VetoesOf
from storage.visits.rows import inspects
from storage.visits.view import VisitsOf
from storage.warnings.view import WarningsOf


@dataclass(frozen=True, slots=True)
class LedgerOf:
    """What one actor may read, as it stands now. It remembers what it has read: take a new one after recording."""

    connection: Connection
    actor: Actor
    catalogue: Catalogue
    now: datetime
    vault: Vault | None = None
    _known: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def after(self, events: Sequence[Event]) -> "LedgerOf":
        """A fresh look after these events; what they cannot have changed is not read again."""
        fresh = LedgerOf(self.connection, self.actor, self.catalogue, self.now, self.vault)
        states = any(isinstance(event, FactStated) for event in events)
        fresh._known.update({name: known for name, known in self._known.items() if _outlives(name, states)})
        if all(isinstance(event, AnswerSaved) and self._known.get(event.key) for event in events):
            fresh._known.update(drafts.with_answers(self._known, events, self.actor.person))
        return fresh

    # content that conversations need beside the forms

    def privacy(self) -> Privacy:
        return self.catalogue.privacy

    def rules(self) -> Rules:
        return self.catalogue.rules

    def calendar(self) -> Calendar:
        return calendar_of(self.catalogue.holidays)

    def suggester(self) -> Suggester:
        return self.catalogue.suggester

    def danger_words(self) -> Sequence[str]:
        return self.catalogue.rules.danger.words

    # joining

    def invitation(self, code: str) -> Invitation | None:
        limit = self.catalogue.rules.defaults.guessing.limit
        if guesses.exhausted(self.connection, self.actor.person, INVITATION, limit, self.now):
            return None  # whatever it is: nothing is looked up until the bucket has leaked
        return invitations.find(self.connection, code, self.now)

    def join_request(self, number: int) -> JoinRequest | None:
        return joins.request(self.connection, self.actor, number)

    def waiting_joins(self) -> Sequence[JoinRequest]:
        return joins.waiting(self.connection, self.actor)

    def seats(self) -> Sequence[tuple[Seat, str]]:
        found = people.seats_of(self.connection, self.actor.person)
        return tuple((seat, place) for _, seat, place in found)

    # the actor's enterprise

    def enterprise(self) -> Enterprise:
        """The enterprise of the actor's seat. Refusal when the seat is in none."""
        own = self._own()
        if own is None:
            raise Refusal("not-allowed")
        if "enterprise" not in self._known:
            self._known["enterprise"] = enterprises.one(self.connection, own)
        return self._known["enterprise"]  # type: ignore[no-any-return]  # put there one line above

    def facts(self) -> Facts:
        own = self._own()
        if own is None:
            return {}
        if "facts" not in self._known:
            self._known["facts"] = self.catalogue.facts.derive(facts.stated(self.connection, own))
        return self._known["facts"]  # type: ignore[no-any-return]  # put there one line above

    def duties(self, today: date) -> Sequence[Duty]:
        own = self._own()
        if own is None or self.enterprise().activity not in WORKS:
            return ()
        if ("duties", today) not in self._known:
            owed = self.catalogue.owed_on(self.enterprise().colour, self.facts(), today)
            found = drafts.duties(self.connection, self.catalogue, own, owed, today)
            more = tasks.duties(self.connection, self.catalogue, own, today)
            self._known["duties", today] = (*found, *more)
        return self._known["duties", today]  # type: ignore[no-any-return]  # put there one line above

    def draft(self, key: CheckKey) -> Draft | None:
        own = self._own()
        if own is None:
            return None
        if key not in self._known:
            self._known[key] = drafts.draft(self.connection, self.catalogue, own, key)
        return self._known[key]  # type: ignore[no-any-return]  # put there one line above

    def previous(self, key: CheckKey) -> Previous | None:
        """The last submitted check of the same form, in another period."""
        own = self._own()
        if own is None:
            return None
        if ("previous", key) not in self._known:
            found = previous.previous(self.connection, self.catalogue, own, key)
            self._known["previous", key] = found
        return self._known["previous", key]  # type: ignore[no-any-return]  # put there one line above

    def last_answers(self, checklist: str) -> Mapping[str, Answer]:
        """What was last submitted in another checklist; nothing when it never was."""
        own = self._own()
        if own is None:
            return {}
        if ("last", checklist) not in self._known:
            key = CheckKey(checklist, "")  # no period is left out
            found = previous.previous(self.connection, self.catalogue, own, key)
            self._known["last", checklist] = found.answers if found is not None else {}
        return self._known["last", checklist]  # type: ignore[no-any-return]  # put there one line above

    def stated_facts(self) -> Mapping[str, StatedFact]:
        """What was last stated of the enterprise, with where and when."""
        own = self._own()
        if own is None:
            return {}
        if "stated" not in self._known:
            self._known["stated"] = facts.statements(self.connection, own, self.catalogue.facts)
        return self._known["stated"]  # type: ignore[no-any-return]  # put there one line above

    def authors(self, key: CheckKey) -> Mapping[str, Author]:
        own = self._own()
        return {} if own is None else drafts.authors(self.connection, own, key)

    def holders(self, key: CheckKey) -> Mapping[str, Holder]:
        own = self._own()
        return {} if own is None else sections.holders(self.connection, own, key)

    def colleagues(self) -> Sequence[Colleague]:
        """Who else of the enterprise may answer. Nobody for a seat that may not."""
        own = self._own()
        if own is None or not self.actor.may(Right.ANSWER_CHECK):
            return ()
        return sections.colleagues(self.connection, own, self.actor.person)

    def form(self, checklist: str) -> Checklist:
        """The form as it is asked now. KeyError when there is none."""
        return self.catalogue.checklists[checklist]

    def newest_form(self, checklist: str) -> Checklist | None:
        """The form as it is asked now; None when it is asked no more."""
        return self.catalogue.checklists.get(checklist)

    # notices and commitments

    def pack(self, today: date) -> Pack | None:
        """What the actor's enterprise reads and signs; None for a seat that has nothing to do with it."""
        own = self._own()
        if own is None or not self.actor.may(Right.READ_PACK):
            return None
        if ("pack", today) not in self._known:
            place = (own, self.enterprise())
            self._known["pack", today] = pledges.pack(
                self.connection, self.actor, self.catalogue, place, today
            )
        return self._known["pack", today]  # type: ignore[no-any-return]  # put there one line above

    def signatories(self) -> Mapping[str, str]:
        """The numbers by which the actor may sign, each with its name on record; nothing for who may not sign."""
        own = self._own()
        if own is None or not self.actor.may(Right.SIGN_COMMITMENT):
            return {}
        return pledges.signatories(self.connection, own, self.actor.person)

    def pledge(self, number: str) -> Pledge | None:
        right = Right.SEE_PLEDGES if self.actor.seat and self.actor.seat.supervises else Right.READ_PACK
        scope = scope_of(self.actor, right)
        return None if scope is None else pledges.one(self.connection, scope, number)

    # where the enterprises of a supervisor's area stand with their commitments

    def coverage(self) -> Coverage:
        viewer = self._viewer()
        if viewer is None:
            return Coverage(0, 0, (), (), dict.fromkeys(Pile, 0))
        return holdings.coverage(self.connection, viewer)

    def holdings(self, pile: Pile, *, offset: int = 0, limit: int = 5) -> Sequence[Holding]:
        viewer = self._viewer()
        return () if viewer is None else holdings.listed(self.connection, viewer, pile, offset, limit)

    def count_holdings(self, pile: Pile) -> int:
        viewer = self._viewer()
        return 0 if viewer is None else holdings.counted(self.connection, viewer, pile)

    def holding(self, credit_code: str) -> Holding | None:
        viewer = self._viewer()
        return None if viewer is None else holdings.one(self.connection, viewer, credit_code)

    def holdings_named(self, text: str) -> Sequence[Holding]:
        viewer = self._viewer()
        return () if viewer is None else holdings.named(self.connection, viewer, text)

    def _viewer(self) -> Viewer | None:
        scope = scope_of(self.actor, Right.SEE_PLEDGES)
        return viewer_of(scope, self.catalogue, day_of(self.now))

    # hazards

    def hazards(self, *, offset: int = 0, limit: int = 6, sieve: Sieve = EVERYTHING) -> Sequence[Hazard]:
        scope = scope_of(self.actor, Right.SEE_HAZARDS)
        if scope is None:
            return ()
        return hazards.listed(self.connection, scope, self._sifter(), sieve, offset, limit)

    def count_hazards(self, sieve: Sieve = EVERYTHING) -> int:
        scope = scope_of(self.actor, Right.SEE_HAZARDS)
        if scope is None:
            return 0
        if sieve not in self._known:
            self._known[sieve] = hazards.counted(self.connection, scope, self._sifter(), sieve)
        return self._known[sieve]  # type: ignore[no-any-return]  # put there one line above

    def hazards_among(self, numbers: Sequence[str]) -> Sequence[Hazard]:
        scope = scope_of(self.actor, Right.SEE_HAZARDS)
        return () if scope is None else hazards.among(self.connection, self.catalogue, scope, numbers)

    def towns(self) -> Sequence[str]:
        """All towns, for who sees more than one; a list is narrowed down among them."""
        scope = scope_of(self.actor, Right.SEE_HAZARDS)
        return sorted(towns(self.connection)) if scope is not None and scope.across_towns else ()

    def industries(self) -> Mapping[str, Words]:
        return {fact.id: fact.prompt for fact in self.catalogue.facts.industries}

    def _sifter(self) -> Sifter:
        return Sifter(self.actor, self.catalogue, day_of(self.now))

    def hazard(self, number: str) -> Hazard | None:
        scope = scope_of(self.actor, Right.SEE_HAZARDS)
        return None if scope is None else hazards.one(self.connection, self.catalogue, scope, number)

    def closure(self, receipt: str) -> Closure | None:
        """A closure in scope by its receipt."""
        scope = scope_of(self.actor, Right.SEE_HAZARDS)
        return None if scope is None else closures.one(self.connection, scope, receipt)

    def moves(self, number: str) -> Sequence[Move]:
        scope = scope_of(self.actor, Right.SEE_HAZARDS)
        return () if scope is None else hazards.moves(self.connection, scope, number)

    def causes(self) -> Mapping[str, int]:
        scope = scope_of(self.actor, Right.SEE_HAZARDS)
        return {} if scope is None else hazards.causes(self.connection, scope, self._sifter())

    def chores(self) -> ChoresOf:
        return ChoresOf(self.connection, self.actor)

    def proofs(self) -> ProofsOf:
        return ProofsOf(self.connection, self.actor, self.catalogue, self.now)

    def last_reported(self) -> Hazard | None:
        own = self._own()
        number = own and hazards.last_reported(self.connection, own, self.actor.person)
        return self.hazard(number) if number else None

    def recent_hazards(self, since: datetime) -> Sequence[Hazard]:
        """The own enterprise's open hazards that were reported since. Nothing for who may not report."""
        own = self._own()
        if own is None or not self.actor.may(Right.REPORT_HAZARD):
            return ()
        return reported.recent(self.connection, self.catalogue, own, since)

    def closed_since(self, day: date) -> Sequence[Past]:
        """The own enterprise's hazards that were closed since; read once a turn."""
        own = self._own()
        if own is None:
            return ()
        if ("closed", day) not in self._known:
            self._known["closed", day] = closed.since(self.connection, own, at(day, time.min))
        return self._known["closed", day]  # type: ignore[no-any-return]  # put there one line above

    def places_named(self) -> Sequence[str]:
        """How the own enterprise's people call places, the newest first."""
        own = self._own()
        return () if own is None else reported.places(self.connection, own)

    def hazards_of(self, key: CheckKey) -> Sequence[Hazard]:
        """The hazards of one's own check in every state, the withdrawn too."""
        own = self._own()
        return () if own is None else hazards.of_check(self.connection, self.catalogue, own, key)

    # what was submitted

    def versions(self, key: CheckKey) -> Sequence[Submission]:
        own = self._own()
        if own is None:
            return ()
        return submissions.of_check(self.connection, self.catalogue, own, key)

    def submissions(
        self, *, offset: int = 0, limit: int = 5, sieve: CheckSieve = EVERY_CHECK
    ) -> Sequence[Submission]:
        scope = scope_of(self.actor, Right.SEE_SUBMISSIONS)
        if scope is None:
            return ()
        return submissions.listed(self.connection, self.catalogue, scope, offset, limit, sieve)

    def count_submissions(self, sieve: CheckSieve = EVERY_CHECK) -> int:
        scope = scope_of(self.actor, Right.SEE_SUBMISSIONS)
        return 0 if scope is None else submissions.counted(self.connection, self.catalogue, scope, sieve)

    def submission(self, receipt: str) -> Submission | None:
        scope = scope_of(self.actor, Right.SEE_SUBMISSIONS)
        return None if scope is None else submissions.one(self.connection, self.catalogue, scope, receipt)

    def versions_of(self, receipt: str) -> Sequence[Submission]:
        scope = scope_of(self.actor, Right.SEE_SUBMISSIONS)
        return () if scope is None else submissions.versions(self.connection, self.catalogue, scope, receipt)

    # submissions worth a look

    def flagged(self, *, offset: int = 0, limit: int = 6) -> Sequence[Flagged]:
        reader = self._reader()
        if reader is None:
            return ()
        return quality.listed(self.connection, self.catalogue, reader, offset, limit)

    def count_flagged(self) -> int:
        reader = self._reader()
        return 0 if reader is None else quality.counted(self.connection, reader)

    def flagged_one(self, receipt: str) -> Flagged | None:
        reader = self._reader()
        return None if reader is None else quality.one(self.connection, self.catalogue, reader, receipt)

    def _reader(self) -> quality.Reader | None:
        scope = scope_of(self.actor, Right.SEE_QUALITY)
        if scope is None:
            return None
        return quality.Reader.of(self.actor.person, scope, self.catalogue, self.now)

    def tips(self) -> Tips:
        return TipsOf(self.connection, self.actor, self.catalogue.rules, self.now, self.vault)

    def training(self) -> TrainingOf:
        return TrainingOf(self.connection, self.actor, self.catalogue, self.now)

    def lessons(self) -> LessonsOf:
        return LessonsOf(self.connection, self.actor, self.catalogue, self.now)

    def reached(self) -> CoverageOf:
        return CoverageOf(self.connection, self.actor, self.catalogue, self.now)

    def samples(self) -> SamplesOf:
        return SamplesOf(self.connection, self.actor, self.catalogue, self.now)

    def agreements(self) -> AgreementsOf:
        return AgreementsOf(self.connection, self.actor, self.catalogue, self.now)

    def visits(self) -> VisitsOf:
        return VisitsOf(self.connection, self.actor, self.catalogue, self.now)

    def at_visit(self, visit: int) -> "tuple[LedgerOf, Seat] | None":
        """The enterprise as who inspects it there may read it: nothing is filled in from its self-checks."""
        row = self.visits().row(visit)
        if row is None or row.state is not VisitState.OPEN or not inspects(row, self.actor.person):
            return None
        seat = Seat(Role.OFFICER, enterprise=row.enterprise)
        there = replace(self.actor, seat=seat)
        return AtVisit(self.connection, there, self.catalogue, self.now, self.vault), seat

    def own_lists(self) -> OwnListsOf:
        return OwnListsOf(self.connection, self.actor)

    def spots(self) -> SpotsOf:
        return SpotsOf(self.connection, self.actor, self.catalogue, self.now)

    def courses(self) -> CoursesOf:
        return CoursesOf(self.connection, self.actor, self.catalogue, self.now)

    def enterprises(self) -> EnterprisesOf:
        return EnterprisesOf(self.connection, self.actor, self.catalogue, self.now)

    def profiles(self) -> ProfilesOf:
        return ProfilesOf(self.connection, self.actor, self.catalogue, self.now)

    def interviews(self) -> InterviewsOf:
        return InterviewsOf(self.connection, self.actor)

    def requests(self) -> RequestsOf:
        return RequestsOf(self.connection, self.actor, self.catalogue)

    def classes(self) -> ClassesOf:
        return ClassesOf(self.connection, self.actor, self.catalogue, self.now)

    def drills(self) -> DrillsOf:
        return DrillsOf(self.connection, self.actor, self.catalogue, self.now)

    def plans(self) -> PlansOf:
        return PlansOf(self.connection, self.actor)

    def exams(self) -> ExamsOf:
        return ExamsOf(self.connection, self.actor, self.catalogue)

    def exceptions(self) -> ExceptionsOf:
        return ExceptionsOf(self.connection, self.actor, self.catalogue, self.now)

    def reach(self) -> Silences:
        return Silences(self.connection, self.actor)

    def incidents(self) -> IncidentsOf:
        return IncidentsOf(self.connection, self.actor)

    def statistics(self) -> StatisticsOf:
        return StatisticsOf(self.connection, self.actor)

    def personal(self) -> PersonalOf:
        return PersonalOf(self.connection, self.actor)

    def bulk(self) -> BulkOf:
        return BulkOf(self.connection, self.actor)

    def audits(self) -> AuditsOf:
        return AuditsOf(self.connection, self.actor)

    def responders(self) -> RespondersOf:
        return RespondersOf(self.connection, self.actor)

    def supplies(self) -> SuppliesOf:
        return SuppliesOf(self.connection, self.actor, self.catalogue)

    def departments(self) -> DepartmentsOf:
        return DepartmentsOf(self.connection, self.actor, self.catalogue)

    def handovers(self) -> HandoversOf:
        return HandoversOf(self.connection, self.actor, self.now)

    def invites(self) -> InvitesOf:
        return InvitesOf(self.connection, self.actor, self.catalogue, self.now)

    def groups(self) -> GroupsOf:
        return GroupsOf(self.connection, self.actor)

    def campaigns(self) -> CampaignsOf:
        return CampaignsOf(self.connection, self.actor, self.catalogue, self.now)

    def queries(self) -> QueriesOf:
        return QueriesOf(self.connection, self.actor, self.catalogue, self.now)

    def imports(self) -> ImportsOf:
        return ImportsOf(self.connection, self.actor, self.catalogue)

    def warnings(self) -> WarningsOf:
        return WarningsOf(self.connection, self.actor, self.catalogue, self.now)

    def staff(self, credit_code: str = "") -> StaffOf:
        return staff_of(self.connection, self.actor, self.catalogue, self.now, credit_code)

    def vetoes(self) -> VetoesOf:
        right = Right.SET_VETO if self.actor.seat and self.actor.seat.supervises else Right.KEEP_STAFF
        return VetoesOf(self.connection, scope_of(self.actor, right), day_of(self.now))

    def owed(self) -> OwedBookOf:
        return OwedBookOf(self.connection, self.actor, self.catalogue, self.now)

    def verified(self, number: str) -> Verified | None:
        """Whether a receipt stands unchanged in the sealed record. Not limited to the scope: it says nothing else."""
        return proving.verified(self.connection, number)

    # a supervisor's area

    def area(self, today: date) -> Area:
        """Figures and exceptions of the seat's area. Refusal when the seat watches over none."""
        scope = scope_of(self.actor, Right.SEE_DIGEST)
        if scope is None:
            raise Refusal("not-allowed")
        handed, offered = self.digests().count_exchanges(Span.DAY, today)
        return Area(
            name=area_name(self.connection, scope.place),
            today=digest.figures(self.connection, self.catalogue, scope, today, self.now, live=True),
            before=self.digests().keeper().yesterday(today)
            or digest.yesterday(self.connection, self.catalogue, scope, today),
            exceptions=concerns.concerns(self.connection, self.catalogue, scope, today),
            waiting_joins=len(self.waiting_joins()),
            flagged=quality.new(self.connection, reader) if (reader := self._reader()) else 0,
            late=self.owed().count_late(),
            handed=handed,
            offered=offered,
            guessed_year=self.calendar().guessed(today),
            away=self.reach().count(),
        )

    def digests(self) -> DigestsOf:
        return DigestsOf(self.connection, self.actor, self.catalogue, self.now)

    def _own(self) -> int | None:
        return self.actor.seat.enterprise if self.actor.seat else None


class AtVisit(LedgerOf):
    """An enterprise during an inspection: an inspector sees for themself and is offered no old answer."""

    __slots__ = ()

    def previous(self, key: CheckKey) -> Previous | None:
        del key
        return None

    def stated_facts(self) -> Mapping[str, StatedFact]:
        return {}

    def colleagues(self) -> Sequence[Colleague]:
        return ()

    def recent_hazards(self, since: datetime) -> Sequence[Hazard]:
        del since
        return ()


def _outlives(name: Any, states: bool) -> bool:  # noqa: FBT001 - whether the events state facts
    """Whether what was read may be used after events of this self-check; facts only when none was stated."""
    return (isinstance(name, tuple) and name[0] != "pack") or (
        not states and name in {"enterprise", "facts", "stated"}
    )
