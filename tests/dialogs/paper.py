"""A small world on paper: people, enterprises and self-checks in memory, changed only by applying events."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from copy import copy
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from checklists.answers import Answer
from checklists.catalogue import Catalogue
from checklists.codec import value_from_json
from checklists.courses import CourseEvent
from checklists.grading import Covered
from checklists.moving import moved
from checklists.reminders import Activity, Recipient
from checklists.schema import QuestionKind, Severity
from checklists.scoring import Score
from checklists.words import Language
from safety import events as happened
from safety import events_pledges as pledged
from safety.areas import Area
from safety.bulk import BulkKind
from safety.certificates import Certificate
from safety.checks import CheckKey, Draft, Save, Submission
from safety.chores import Chore
from safety.classes import Change
from safety.classes import Kept as KeptClass
from safety.closures import Closure
from safety.digests import Wish
from safety.drills import Drill, Reply
from safety.enterprises import Colour, Enterprise
from safety.errors import Refusal
from safety.events_chores import ChoreDone, ChoreMade, ChoreTurned
from safety.events_departments import DepartmentSet
from safety.events_digests import DigestWished, EnterpriseChased, GroupLinked, GroupUnlinked
from safety.events_evidence import HazardPlaceSent, HazardWordLooked
from safety.events_exports import ExportAsked
from safety.events_hazards import (
    HazardDetailed,
    HazardMoved,
    HazardNoted,
    HazardPhotoSent,
    HazardReported,
    HazardsMoved,
)
from safety.events_reports import HazardJoined, PhotoTakenOff
from safety.events_seals import ReceiptAsked
from safety.groups import Group
from safety.hazard_ledger import Hazard, HazardState, Move, Shot
from safety.hazards import entered
from safety.interviews import Interview
from safety.joining import Invitation, JoinRequest
from safety.ladder import Wanted
from safety.mistakes import Try
from safety.owed import Owed
from safety.own_lists import OwnList
from safety.people import RIGHTS, Actor, Right, Role, Seat
from safety.plans import PlanOf
from safety.profiles import Confirmed
from safety.quality import Flagged
from safety.reachability import Silent
from safety.requests import Brought, Request
from safety.responders import Responder
from safety.staff import Worker
from safety.starting import Hours
from safety.together import together
from safety.training import Credit
from safety.vetoes import Veto
from safety.visits import visit_of
from safety.warnings import Enclosed
from storage.recording.exports import RIGHTS as EXPORT_RIGHTS
from tests.dialogs import paperchores, papercorrections, paperhazards, paperpledges, paperproofs
from tests.dialogs.paperaudits import Record
from tests.dialogs.paperbulk import Counter
from tests.dialogs.papercampaigns import CampaignDesk
from tests.dialogs.papercampaigns import Kept as KeptCampaign
from tests.dialogs.paperchanges import ChangeDesk
from tests.dialogs.paperclasses import ClassDesk
from tests.dialogs.papercourses import Classroom, Taken
from tests.dialogs.paperdigests import Morning
from tests.dialogs.paperdrills import DrillYard, PlanShelf
from tests.dialogs.paperexams import ExamHall, Written
from tests.dialogs.paperhandovers import HandoverDesk, KeptOffer
from tests.dialogs.paperimports import KeptList, ListDesk
from tests.dialogs.paperincidents import IncidentDesk
from tests.dialogs.paperincidents import Kept as KeptIncident
from tests.dialogs.paperinterviews import InterviewDesk
from tests.dialogs.paperinvites import PrintedSheets, PrintShop
from tests.dialogs.paperledger import START, PaperLedger
from tests.dialogs.paperlessons import Given, LectureRoom
from tests.dialogs.paperonsite import Kept as KeptVisit
from tests.dialogs.paperonsite import same_check
from tests.dialogs.paperowed import OwedDesk
from tests.dialogs.paperownlists import ListTray
from tests.dialogs.paperproofs import Darkroom
from tests.dialogs.paperquarter import KeptSample, SampleDesk
from tests.dialogs.paperresponders import Switchboard
from tests.dialogs.paperspots import Opened, SpotDesk
from tests.dialogs.paperstaff import Roster
from tests.dialogs.paperstatistics import Bureau
from tests.dialogs.papersupplies import Kept as KeptDepot
from tests.dialogs.papersupplies import Storehouse
from tests.dialogs.papertips import Kept, TipDesk
from tests.dialogs.papervisits import VisitDesk
from tests.dialogs.paperwarnings import Kept as KeptWarning
from tests.dialogs.paperwarnings import WarningDesk
from tests.queried import Known

RESTAURANT, TOWN = 1, 7
CODE, USED = "good-invitation-code-1", "used-invitation-code-1"
PHONE = "13800000001"


def handler(event: happened.Event) -> str:
    """The name of the method that applies an event: _answer_saved for AnswerSaved."""
    return re.sub(r"([A-Z])", r"_\1", type(event).__name__).lower()


@dataclass
class Person:
    name: str
    language: Language
    consented: bool = False
    seats: list[tuple[Seat, str]] = field(default_factory=list)
    chosen: int = 0


@dataclass
class World(
    TipDesk,
    ExamHall,
    Classroom,
    WarningDesk,
    IncidentDesk,
    Storehouse,
    ListDesk,
    ListTray,
    OwedDesk,
    Switchboard,
    LectureRoom,
    Roster,
    SpotDesk,
    ClassDesk,
    ChangeDesk,
    InterviewDesk,
    DrillYard,
    PlanShelf,
    CampaignDesk,
    Record,
    PrintShop,
    Counter,
    Bureau,
    HandoverDesk,
    VisitDesk,
    SampleDesk,
):
    """Everything there is. `now` moves only when a test moves it."""

    catalogue: Catalogue
    language: Language
    now: datetime = START
    enterprise: Enterprise = field(
        default_factory=lambda: Enterprise("老王饭店", "91371400MA00000001", Colour.WHITE, "宋官屯街道")
    )
    facts: dict[str, object] = field(default_factory=lambda: {"catering": True, "gas_pipe": True, "staff": 6})
    stated: dict[str, tuple[str, datetime]] = field(
        default_factory=dict
    )  # source and moment, else the import
    owed: tuple[str, ...] = ("catering_gas",)
    people: dict[int, Person] = field(default_factory=dict)
    drafts: dict[CheckKey, Draft] = field(default_factory=dict)
    sections: dict[tuple[CheckKey, str], tuple[int, datetime]] = field(default_factory=dict)
    saved_at: dict[tuple[CheckKey, str], datetime] = field(default_factory=dict)
    found: list[Hazard] = field(default_factory=list)
    moves: dict[str, tuple[Move, ...]] = field(default_factory=dict)
    closures: list[Closure] = field(default_factory=list)
    versions: dict[CheckKey, tuple[Submission, ...]] = field(default_factory=dict)
    requests: dict[int, tuple[JoinRequest, int, bool]] = field(default_factory=dict)
    invitations: dict[str, Invitation] = field(default_factory=dict)
    area: Area | None = None
    morning: Morning = field(default_factory=Morning)  # digests
    exports: list[tuple[int, ExportAsked]] = field(default_factory=list)
    towns: tuple[str, ...] = ()  # beside that of the enterprise
    department: tuple[str, str] = ("商务局", "")  # which answers for the enterprise, why by hand
    offers: list[KeptOffer] = field(default_factory=list)
    printed: list[PrintedSheets] = field(default_factory=list)
    crowd: list[Known] = field(default_factory=list)  # enterprises beside it, for queries
    groups: dict[int, Group] = field(default_factory=dict)
    campaigns: dict[str, KeptCampaign] = field(default_factory=dict)
    flagged: list[Flagged] = field(default_factory=list)
    away: list[Silent] = field(default_factory=list)  # enterprises with somebody out of reach
    said: list[happened.Said] = field(default_factory=list)
    files: list[tuple[int, str]] = field(default_factory=list)  # receipt files that are wanted
    tampered: set[str] = field(default_factory=set)  # receipts whose entry was changed
    listings: int = 0  # numbers of the series given so far
    head: date | None = None  # the day of the signed head over everything
    tipped: dict[str, Kept] = field(default_factory=dict)
    exams: list[Written] = field(default_factory=list)
    tries: list[tuple[int, Try]] = field(default_factory=list)  # judged answers, whose each is
    taken: list[Taken] = field(default_factory=list)  # courses
    joined: dict[int, date] = field(default_factory=dict)  # since when somebody has their seat
    lessons: list[Given] = field(default_factory=list)
    spots: list[Opened] = field(default_factory=list)
    guests: dict[int, str] = field(default_factory=dict)  # names of who wrote without a seat, by exam
    spoken_with: dict[str, Interview] = field(default_factory=dict)
    brought: list[Brought] = field(default_factory=list)
    asked_changes: list[Request] = field(default_factory=list)
    profile_confirmed: Confirmed | None = None
    classed: KeptClass | None = None  # by hand
    class_changes: list[Change] = field(default_factory=list)
    codes: int = 0  # codes of lessons given so far
    earned: dict[int, tuple[Credit, ...]] = field(default_factory=dict)  # beside courses and exams
    events_of: dict[int, Mapping[CourseEvent, date]] = field(default_factory=dict)
    chores: list[Chore] = field(default_factory=list)
    darkroom: Darkroom = field(default_factory=Darkroom)
    responders: dict[int, Responder] = field(default_factory=dict)
    depots: dict[int, KeptDepot] = field(default_factory=dict)
    lists: dict[int, KeptList] = field(default_factory=dict)
    own_lists: dict[int, tuple[int, OwnList]] = field(default_factory=dict)  # whose each is
    incidents: dict[str, KeptIncident] = field(default_factory=dict)
    warnings: dict[str, KeptWarning] = field(default_factory=dict)
    enclosed: dict[tuple[int, str], Enclosed] = field(default_factory=dict)
    activity: Activity = Activity.PRODUCING
    matters: dict[int, Owed] = field(default_factory=dict)  # owed by the reminder rules
    requests_for_time: list[tuple[Wanted, Recipient]] = field(default_factory=list)
    put_off: list[tuple[tuple[int, ...], datetime]] = field(default_factory=list)
    hours: dict[int, int | None] = field(default_factory=dict)
    workers: list[Worker] = field(default_factory=list)
    papers: list[Certificate] = field(default_factory=list)
    vetoed: list[Veto] = field(default_factory=list)
    trained: dict[str, Hours] = field(default_factory=dict)  # hours before work, by name
    drilled: dict[str, Drill] = field(default_factory=dict)  # by number
    planned: dict[int, PlanOf] = field(default_factory=dict)
    replies: dict[tuple[str, int], tuple[Reply, ...]] = field(default_factory=dict)
    inspected: dict[int, KeptVisit] = field(default_factory=dict)
    found_on_site: dict[str, int] = field(default_factory=dict)  # hazards of inspections
    reached_in: list[tuple[str, Covered, datetime]] = field(default_factory=list)  # by credit code
    samples: dict[str, KeptSample] = field(default_factory=dict)  # by receipt
    shelf: paperpledges.Shelf | None = None  # notices and commitments, where a test is about them

    def actor(self, person: int) -> Actor:
        one = self.people[person]
        seat = one.seats[one.chosen][0] if one.seats else None
        return Actor(person, one.name, one.language, one.consented, seat)

    def ledger(self, person: int) -> PaperLedger:
        return PaperLedger(self, person)

    def record(self, person: int, events: Sequence[happened.Event]) -> None:
        for event in events:
            getattr(self, handler(event))(person, event)

    # --- what an event changes ---

    def _department_set(self, person: int, event: DepartmentSet) -> None:
        assert self.actor(person).may(Right.SET_DEPARTMENT), "storage would refuse"
        self.department = (event.department or "商务局", event.reason if event.department else "")

    def _receipt_asked(self, person: int, event: ReceiptAsked) -> None:
        self.files.append((person, event.number))

    def _export_asked(self, person: int, event: ExportAsked) -> None:
        right = EXPORT_RIGHTS.get(event.what, Right.EXPORT_HAZARDS)
        assert right is None or self.actor(person).may(right), "storage would refuse"
        self.exports.append((person, event))
        seat = self.actor(person).seat
        if seat is not None and seat.supervises and event.rows > self.catalogue.rules.defaults.bulk.rows:
            self.hold(person, BulkKind.EXPORT, "hazards", event.rows)

    def _digest_wished(self, person: int, event: DigestWished) -> None:
        self.morning.wishes[person] = Wish(event.minutes, event.report)

    def _enterprise_chased(self, person: int, event: EnterpriseChased) -> None:
        if event.enterprise in self.morning.chased:
            raise Refusal("chased-today")
        self.morning.chased[event.enterprise] = self.people[person].name

    def _group_linked(self, _person: int, event: GroupLinked) -> None:
        self.morning.groups[event.code] = replace(self.morning.groups[event.code], linked=True)

    def _group_unlinked(self, _person: int, event: GroupUnlinked) -> None:
        del self.morning.groups[event.code]

    def _consent_given(self, person: int, _event: happened.ConsentGiven) -> None:
        self.people[person].consented = True

    def _consent_withdrawn(self, person: int, _event: happened.ConsentWithdrawn) -> None:
        self.people[person].consented = False

    def _language_chosen(self, person: int, event: happened.LanguageChosen) -> None:
        self.people[person].language = event.language

    def _seat_chosen(self, person: int, event: happened.SeatChosen) -> None:
        self.people[person].chosen = event.index

    def _seated(self, person: int, invitation: Invitation) -> None:
        seat = Seat(invitation.role, enterprise=invitation.enterprise, area=invitation.area)
        self.people[person].seats.append((seat, invitation.place))
        self.people[person].chosen = len(self.people[person].seats) - 1

    def _invitation(self, number: int) -> Invitation:
        code, found = next((code, one) for code, one in self.invitations.items() if one.number == number)
        assert found.usable
        self.invitations[code] = replace(found, usable=False)
        return found

    def _invitation_redeemed(self, person: int, event: happened.InvitationRedeemed) -> None:
        self._seated(person, self._invitation(event.invitation))

    def _join_requested(self, person: int, event: happened.JoinRequested) -> None:
        found = self._invitation(event.invitation)
        number = len(self.requests) + 1
        name = self.people[person].name
        asked = JoinRequest(number, name, event.phone, found.place, found.role, self.now)
        self.requests[number] = (asked, person, True)

    def _join_approved(self, _person: int, event: happened.JoinApproved) -> None:
        asked, person, _open = self.requests[event.request]
        self.requests[event.request] = (asked, person, False)
        self.people[person].seats.append((Seat(asked.role, enterprise=RESTAURANT), asked.place))

    def _join_refused(self, _person: int, event: happened.JoinRefused) -> None:
        asked, person, _open = self.requests[event.request]
        self.requests[event.request] = (asked, person, False)

    def _seat_revoked(self, _person: int, event: happened.SeatRevoked) -> None:
        self.people[self.requests[event.request][1]].seats.clear()

    def _check_begun(self, _person: int, event: happened.CheckBegun) -> None:
        form = self.catalogue.checklists[event.key.checklist]
        assert form.fingerprint == event.fingerprint
        seed = f"{RESTAURANT}/{event.key.checklist}/{event.key.period}"
        self.drafts[event.key] = Draft(event.key, form, {}, self.now, event.due, seed=seed)

    def _answer(self, key: CheckKey, question: str) -> Answer:
        assert self.drafts[key].receipt is None or self.drafts[key].correcting is not None
        return self.drafts[key].answers.get(question, Answer())

    def _save(self, person: int, key: CheckKey, question: str, over: int | None) -> None:
        draft = self.drafts[key]
        known = draft.saves.get(question)
        free = known is None or known.person == person or over is None or over == known.revision
        assert free or draft.answers[question].value is None, "storage would refuse"
        after = Save(person, known.revision + 1 if known else 1)
        self.drafts[key] = replace(draft, saves={**draft.saves, question: after})
        self.saved_at[key, question] = self.now

    def _put(self, key: CheckKey, question: str, answer: Answer) -> None:
        draft = self.drafts[key]
        self.drafts[key] = replace(draft, answers={**draft.answers, question: answer})

    def _answer_saved(self, person: int, event: happened.AnswerSaved) -> None:
        question = self.drafts[event.key].form.question(event.question)
        value = value_from_json(question, event.value)
        old = self._answer(event.key, event.question)
        carried = {"carried": event.carried, "since": event.since}
        new = replace(old, value=value, skipped=value is None, to_confirm=False, **carried)  # type: ignore[arg-type]  # by name
        self._put(event.key, event.question, new)
        self._save(person, event.key, event.question, event.over)

    def _section_taken(self, person: int, event: happened.SectionTaken) -> None:
        held = self.sections.get((event.key, event.section))
        assert held is None or held[0] in {person, event.over}, "storage would refuse"
        self._hold(event.key, event.section, person)

    def _hold(self, key: CheckKey, section: str, person: int) -> None:
        self.sections[key, section] = (person, self.now)
        self.drafts[key] = replace(self.drafts[key], shared=True)

    def _section_given_back(self, person: int, event: happened.SectionGivenBack) -> None:
        if self.sections.get((event.key, event.section), (0,))[0] == person:
            del self.sections[event.key, event.section]

    def _section_handed(self, person: int, event: happened.SectionHanded) -> None:
        assert self.sections.get((event.key, event.section), (person,))[0] == person, "storage would refuse"
        self._hold(event.key, event.section, event.to)

    def _answer_noted(self, _person: int, event: happened.AnswerNoted) -> None:
        old = self._answer(event.key, event.question)
        note = f"{old.note}；{event.text}" if old.note else event.text
        self._put(event.key, event.question, replace(old, note=note))

    def _photo_received(self, _person: int, event: happened.PhotoReceived) -> None:
        old = self._answer(event.key, event.question)
        self._put(event.key, event.question, replace(old, photos=old.photos + 1))
        draft = self.drafts[event.key]
        if draft.form.question(event.question).kind is QuestionKind.FILE:
            self.drafts[event.key] = replace(draft, files_pending=draft.files_pending + 1)
        else:
            self.drafts[event.key] = replace(draft, photos_pending=draft.photos_pending + 1)
        for one in self.found:
            if same_check(self, one, event.key) and one.question == event.question:
                shots = (*one.shots, Shot(event.unique, None))
                paperhazards.change(self, one.number, lambda one, s=shots: replace(one, shots=s))

    def _file_received(self, person: int, event: happened.FileReceived) -> None:
        photo = happened.PhotoReceived(event.key, event.question, event.file, event.unique, event.size)
        self._photo_received(person, photo)

    def _photos_skipped(self, _person: int, event: happened.PhotosSkipped) -> None:
        old = self._answer(event.key, event.question)
        self._put(event.key, event.question, replace(old, photos_skipped=True))

    def _fact_stated(self, _person: int, event: happened.FactStated) -> None:
        self.facts[event.fact] = event.value
        self.stated[event.fact] = (event.source, self.now)

    def _next_hazard(self) -> str:
        """A number that no hazard has."""
        taken, n = {one.number for one in self.found}, len(self.found) + 1
        while f"YH-2026-{n:06d}" in taken:
            n += 1
        return f"YH-2026-{n:06d}"

    def _hazard_found(self, person: int, event: happened.HazardFound) -> None:
        for place, one in enumerate(self.found):
            same = same_check(self, one, event.key) and one.question == event.question
            if same and one.state in {HazardState.REPORTED, HazardState.REVIEW}:
                state = entered(suspected_major=event.suspected_major)
                self.found[place] = replace(
                    one, severity=event.severity, due=min(one.due, event.due), state=state
                )
                return
        self._hazard_withdrawn(person, happened.HazardWithdrawn(event.key, event.question))
        number, place = self._next_hazard(), self.enterprise
        self.found.append(
            Hazard(
                number,
                place.name,
                place.town,
                event.key.checklist,
                event.question,
                event.severity,
                HazardState.FOUND,
                self.now,
                event.due,
                self.people[person].name,
                form=self.drafts[event.key].form,
                recurs=event.recurs,
                code=place.credit_code,
            )
        )
        visit = visit_of(event.key.period)
        if visit is not None:
            self._on_site(visit, number)

    def _hazard_reported(self, person: int, event: HazardReported) -> None:
        name = self.people[person].name
        role = self.people[person].seats[0][0].role
        officer = next(
            one.name for one in self.people.values() if one.seats and one.seats[0][0].role is Role.OFFICER
        )
        self.found.append(
            Hazard(
                self._next_hazard(),
                self.enterprise.name,
                self.enterprise.town,
                "",
                "",
                event.severity,
                entered(suspected_major=event.suspected_major),
                self.now,
                event.due,
                name,
                photos_pending=len(event.pictures),
                shots=tuple(Shot(picture.unique, None) for picture in event.pictures),
                source=event.source,
                kind=event.category,
                place=event.place,
                words=event.words,
                code=self.enterprise.credit_code,
                owner=name if Right.SUBMIT_CHECK in RIGHTS[role] else officer,
                clause=event.clause,
                recurs=event.recurs,
            )
        )

    def _hazard_place_sent(self, person: int, event: HazardPlaceSent) -> None:
        paperproofs.place_sent(self, person, event)

    def _hazard_word_looked(self, person: int, event: HazardWordLooked) -> None:
        paperproofs.word_looked(self, person, event)

    def _chore_made(self, person: int, event: ChoreMade) -> None:
        paperchores.made(self, person, event)

    def _chore_done(self, person: int, event: ChoreDone) -> None:
        paperchores.done(self, person, event)

    def _chore_turned(self, person: int, event: ChoreTurned) -> None:
        paperchores.turned(self, person, event)

    def _hazard_joined(self, _person: int, event: HazardJoined) -> None:
        place = next(place for place, one in enumerate(self.found) if one.number == event.number)
        one = self.found[place]
        words = "；".join(said for said in (one.words, event.words) if said)
        pending = one.photos_pending + len(event.pictures)
        self.found[place] = replace(one, words=words, photos_pending=pending)

    def _photo_taken_off(self, _person: int, event: PhotoTakenOff) -> None:
        old = self._answer(event.key, event.question)
        note = old.note.removesuffix(event.note).removesuffix("；")
        self._put(event.key, event.question, replace(old, photos=old.photos - 1, note=note))
        draft = self.drafts[event.key]
        self.drafts[event.key] = replace(draft, photos_pending=draft.photos_pending - 1)

    def _hazard_moved(self, person: int, event: HazardMoved) -> None:
        paperhazards.moved(self, person, event)

    def _hazards_moved(self, person: int, event: HazardsMoved) -> None:
        for number in sorted(set(event.numbers)):
            one = paperhazards.meet(self, number)
            assert one.case is not None
            moved = HazardMoved(number, event.action, event.reason, owner=event.owner)
            hand = paperhazards.hand(self, person)
            with suppress(Refusal):
                together(one.case, event.action, moved.deed(), hand, self.now.date())
                paperhazards.moved(self, person, moved)

    def _hazard_photo_sent(self, person: int, event: HazardPhotoSent) -> None:
        paperhazards.photo_sent(self, person, event)

    def _hazard_noted(self, person: int, event: HazardNoted) -> None:
        paperhazards.noted(self, person, event)

    def _hazard_detailed(self, person: int, event: HazardDetailed) -> None:
        paperhazards.detailed(self, person, event)

    def _hazard_withdrawn(self, _person: int, event: happened.HazardWithdrawn) -> None:
        def mine(one: Hazard) -> bool:
            return same_check(self, one, event.key) and one.question == event.question

        dropped = [one for one in self.found if mine(one) and one.state is HazardState.FOUND]
        gone = {"state": HazardState.WITHDRAWN, "withdrawn_reason": event.reason}
        self.found = [
            replace(one, **gone) if event.reason and mine(one) else one  # type: ignore[arg-type]  # by name
            for one in self.found
            if one not in dropped
        ]
        for one in dropped:
            self.found_on_site.pop(one.number, None)

    def _check_submitted(self, person: int, event: happened.CheckSubmitted) -> None:
        draft = self.drafts[event.key]
        assert draft.receipt is None
        self.drafts[event.key] = replace(
            draft,
            receipt=f"ZC-2026-{len(self.drafts):06d}",
            submitted_at=self.now,
            submitted_by=self.people[person].name,
            fingerprint=draft.form.fingerprint,
            zero=event.zero,
            score=Score.from_json(event.result) if event.result else None,
        )
        self._report(event.key)
        self.drafts[event.key] = replace(self.drafts[event.key], version=1)
        papercorrections.keep(self, person, event)

    def _report(self, key: CheckKey) -> None:
        self.found = [
            replace(one, state=entered(suspected_major=one.severity is Severity.MAJOR))
            if same_check(self, one, key) and one.state is HazardState.FOUND
            else one
            for one in self.found
        ]

    def _correction_begun(self, _person: int, event: happened.CorrectionBegun) -> None:
        papercorrections.begin(self, event)

    def _answers_reopened(self, _person: int, event: happened.AnswersReopened) -> None:
        papercorrections.reopen(self, event)

    def _correction_dropped(self, _person: int, event: happened.CorrectionDropped) -> None:
        papercorrections.drop(self, event)

    def _check_corrected(self, person: int, event: happened.CheckCorrected) -> None:
        self._report(event.key)
        papercorrections.correct(self, person, event)

    def _check_returned(self, person: int, event: happened.CheckReturned) -> None:
        papercorrections.give_back(self, person, event)
        self.sample_given_back(person, event.receipt, event.reason)

    def _draft_moved(self, _person: int, event: happened.DraftMoved) -> None:
        draft, form = self.drafts[event.key], self.catalogue.checklists[event.key.checklist]
        assert (draft.form.fingerprint, form.fingerprint) == (event.old, event.new)
        after = moved(draft.form, form, draft.answers, self.now.date()).answers
        self.drafts[event.key] = replace(draft, form=form, answers=after, stayed=None)

    def _draft_stayed(self, _person: int, event: happened.DraftStayed) -> None:
        self.drafts[event.key] = replace(self.drafts[event.key], stayed=event.new)

    def _quality_looked(self, _person: int, event: happened.QualityLooked) -> None:
        self.flagged = [
            replace(one, looked=True) if one.receipt == event.receipt else one for one in self.flagged
        ]

    def _item_read(self, person: int, event: pledged.ItemRead) -> None:
        paperpledges.read(self, person, event)

    def _commitment_signed(self, person: int, event: pledged.CommitmentSigned) -> None:
        paperpledges.sign(self, person, event)

    def _commitment_recalled(self, _person: int, event: pledged.CommitmentRecalled) -> None:
        paperpledges.recall(self, event)

    def _commitment_broken(self, _person: int, event: pledged.CommitmentBroken) -> None:
        paperpledges.broken(self, event)

    def _colour_changed(self, _person: int, event: pledged.ColourChanged) -> None:
        paperpledges.recolour(self, event)

    def _signing_asked(self, _person: int, event: pledged.SigningAsked) -> None:
        assert event.enterprise in {one.credit_code for one in paperpledges.holdings(self)}

    def _said(self, _person: int, event: happened.Said) -> None:
        self.said.append(event)


OFFICER, NEWCOMER, SUPERVISOR, PRINCIPAL, EXPERT, WORKER, DISTRICT = 1, 2, 3, 4, 5, 6, 7
CAST = {
    "officer": OFFICER,
    "newcomer": NEWCOMER,
    "supervisor": SUPERVISOR,
    "principal": PRINCIPAL,
    "expert": EXPERT,
    "worker": WORKER,
}
EVERYBODY = {**CAST, "district": DISTRICT}


def small_world(catalogue: Catalogue, language: Language = Language.ZH) -> World:
    """A restaurant with its people, a town with its supervisor, and two invitations."""
    world = World(catalogue, language)
    place = world.enterprise.name

    def inside(name: str, role: Role, *, area: int | None = None) -> Person:
        seat = Seat(role, enterprise=None if area else RESTAURANT, area=area)
        return Person(name, language, consented=True, seats=[(seat, "宋官屯街道" if area else place)])

    world.people = {
        OFFICER: inside("李梅", Role.OFFICER),
        NEWCOMER: Person("小周", language),
        SUPERVISOR: inside("赵强", Role.TOWN, area=TOWN),
        PRINCIPAL: inside("王老板", Role.PRINCIPAL),
        EXPERT: inside("孙工", Role.EXPERT, area=TOWN),
        WORKER: inside("小李", Role.WORKER),
        DISTRICT: Person("陈科长", language, consented=True, seats=[(Seat(Role.DISTRICT), "天衢新区")]),
    }
    listed = Invitation(1, RESTAURANT, None, place, Role.OFFICER, usable=True, phones=frozenset({PHONE}))
    world.invitations = {CODE: listed, USED: replace(listed, number=2, usable=False)}
    return world


def days(number: int) -> timedelta:
    return timedelta(days=number)


def copied(world: World) -> World:
    """The same world once more, so that a test may go two ways from here."""
    other = copy(world)
    for one in fields(world):
        setattr(other, one.name, twin(getattr(world, one.name)))
    assert other.catalogue is world.catalogue
    return other


def twin(kept: Any) -> Any:
    """Whatever an event may change, once more: containers and what can be written to, at any depth."""
    if isinstance(kept, dict):
        return type(kept)((name, twin(value)) for name, value in kept.items())
    if isinstance(kept, list | set):
        return type(kept)(map(twin, kept))
    if not is_dataclass(kept) or kept.__dataclass_params__.frozen:
        return kept
    other = copy(kept)
    for one in fields(kept):
        setattr(other, one.name, twin(getattr(kept, one.name)))
    return other
