"""Who has to hear of an event, and what a letter says about where and who (safety.notices.Audience)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, and_, select

from checklists.catalogue import Catalogue
from checklists.parts import Criterion
from checklists.schema import Checklist
from checklists.words import Words
from safety.audience import Changing, Corrected, Interviewing, Matter, Pledging, Reported, Returned, Subject
from safety.bulk import Appeal
from safety.checks import CheckKey
from safety.drill_letters import Course
from safety.events import CheckCorrected, HazardFound, HazardWithdrawn, PhotoFailed
from safety.events_hazards import HazardsMoved
from safety.handovers import Handing
from safety.incidents import Alarmed
from safety.ladder import Wanted
from safety.notices_hazards import About
from safety.people import RIGHTS, SUPERVISORS, Actor, Right, Role
from safety.tips import Told
from safety.together import Gone
from safety.visits import VisitTold
from storage import (
    abouts,
    bulk,
    drill_audience,
    enterprises,
    extending,
    handovers,
    incidents,
    joins,
    sections,
)
from storage.content import form_of
from storage.hazards import last_reported
from storage.joins import Join
from storage.people import with_seat
from storage.phones import masked
from storage.places import seated_over
from storage.tables.checks import answers, checks
from storage.tables.classes import requests
from storage.tables.events import events
from storage.tables.interviews import interviews
from storage.tables.ledger import enterprises as units
from storage.tables.ledger import hazard_moves, hazards
from storage.tables.media import media
from storage.tables.obligations import obligations
from storage.tables.people import people as persons
from storage.tables.people import seats
from storage.tables.pledges import commitments
from storage.tables.submissions import returns, submissions
from storage.tips import telling
from storage.visits import telling as visiting

WATCHING = sorted(SUPERVISORS - {Role.EXPERT})
CORRECTING = sorted(role for role, rights in RIGHTS.items() if Right.SUBMIT_CHECK in rights)
_OF_RECEIPT = select(
    checks.c.id,
    checks.c.enterprise,
    checks.c.checklist,
    checks.c.period,
    submissions.c.form,
    submissions.c.receipt,
    submissions.c.version,
).join_from(submissions, checks, checks.c.id == submissions.c.check_id)
READING = sorted(role for role, rights in RIGHTS.items() if Right.READ_PACK in rights)
DECIDING = sorted(role for role, rights in RIGHTS.items() if Right.DECIDE_CHANGE in rights)
APPROVING = sorted(role for role, rights in RIGHTS.items() if Right.APPROVE_JOIN in rights)


@dataclass(frozen=True, slots=True)
class AudienceOf:
    """Implements safety.notices.Audience for the actor of a turn."""

    connection: Connection
    actor: Actor
    catalogue: Catalogue
    now: datetime

    def supervisors(self) -> Sequence[int]:
        """Who watches over the actor's enterprise: supervisors of its town, department and grid and of the district, experts left out."""
        own = self._own()
        return () if own is None else self._watching(own, WATCHING)

    def moved_together(self, event: HazardsMoved, at: datetime) -> Sequence[Gone]:
        """Those that the actor moved at this moment, by their timelines."""
        found = (
            select(hazards.c.number, hazards.c.owner, hazards.c.found_by, hazards.c.evidence_by)
            .join(hazard_moves, hazard_moves.c.hazard == hazards.c.id)
            .where(
                hazards.c.number.in_(event.numbers),
                hazard_moves.c.at == at,
                hazard_moves.c.action == event.action.value,
                hazard_moves.c.person == self.actor.person,
            )
            .order_by(hazards.c.number)
        )
        return [Gone(*row) for row in self.connection.execute(found)]

    def bulk(self, request: int) -> Appeal:
        return bulk.appeal(self.connection, request)

    def acting(self) -> tuple[int, str]:
        return self.actor.person, self.actor.name

    def principals(self) -> Sequence[int]:
        own = self._own()
        return () if own is None else self._principals(own)

    def approvers(self, request: int) -> Sequence[int]:
        """Who may decide a join: the town's (for its enterprises) and the district's; never the person who asks."""
        join = joins.join_of(self.connection, request)
        if join is None:
            return ()
        if join.seat.enterprise is None:
            found = with_seat(self.connection, APPROVING, _of_district())
        else:
            found = self._watching(join.seat.enterprise, APPROVING)
        return [person for person in found if person != join.person]

    def requester(self, request: int) -> int | None:
        join = joins.join_of(self.connection, request)
        return join.person if join else None

    def newest_request(self) -> int | None:
        return joins.newest_of(self.connection, self.actor.person)

    def subject(self) -> Subject:
        own = self._own()
        if own is None:
            return Subject("", "", self.actor.name)
        enterprise = enterprises.one(self.connection, own)
        return Subject(enterprise.name, enterprise.town, self.actor.name)

    def returned(self, receipt: str) -> Returned:
        """The check of a receipt, and its enterprise's officers and principals."""
        found = _OF_RECEIPT.where(submissions.c.receipt == receipt)
        row = self.connection.execute(found).one()
        form = form_of(self.connection, self.catalogue, row.checklist, row.form)
        to = with_seat(self.connection, CORRECTING, seats.c.enterprise == row.enterprise)
        return Returned(form.title, CheckKey(row.checklist, row.period), to)

    def corrected(self, event: CheckCorrected) -> Corrected:
        """The newest version of the actor's check, and who had given back the one before it."""
        found = _OF_RECEIPT.where(self._check(event.key), submissions.c.version == checks.c.version)
        row = self.connection.execute(found).one()
        by = select(returns.c.returned_by).where(
            returns.c.check_id == row.id, returns.c.version == row.version - 1
        )
        form = form_of(self.connection, self.catalogue, row.checklist, row.form)
        return Corrected(form.title, row.receipt, self.connection.execute(by).scalars().all())

    def interview(self, number: str) -> Interviewing:
        found = (
            select(interviews, units.c.name, persons.c.name.label("officer_name"))
            .join(units, units.c.id == interviews.c.enterprise)
            .join(persons, persons.c.id == interviews.c.officer)
            .where(interviews.c.number == number)
        )
        row = self.connection.execute(found).one()
        return Interviewing(row.name, row.person, row.officer, row.officer_name, row.again)

    def change(self, number: str) -> Changing:
        found = (
            select(requests.c.enterprise, requests.c.asked_by, units.c.name, persons.c.name.label("asker"))
            .join(units, units.c.id == requests.c.enterprise)
            .join(persons, persons.c.id == requests.c.asked_by)
            .where(requests.c.number == number)
        )
        row = self.connection.execute(found).one()
        near = self._watching(row.enterprise, (Role.TOWN,))
        return Changing(row.name, row.asker, row.asked_by, near or self._watching(row.enterprise, DECIDING))

    def pledging(self, credit_code: str) -> Pledging:
        """Its name, principals, and they with the officers. NoResultFound when there is no such enterprise."""
        return self._pledging(units.c.credit_code == credit_code)

    def pledging_of(self, number: str) -> Pledging:
        signed = select(commitments.c.enterprise).where(commitments.c.number == number)
        return self._pledging(units.c.id == signed.scalar_subquery())

    def _pledging(self, condition: ColumnElement[bool]) -> Pledging:
        row = self.connection.execute(select(units.c.id, units.c.name).where(condition)).one()
        everybody = with_seat(self.connection, READING, seats.c.enterprise == row.id)
        return Pledging(row.name, self._principals(row.id), everybody)

    def times_withdrawn(self, number: str) -> int:
        own = self._own()
        kept = select(events.c.body).where(
            events.c.enterprise == own, events.c.kind == HazardWithdrawn.kind, events.c.subject == number
        )
        return sum(1 for body in self.connection.execute(kept).scalars() if body.get("reason"))

    def about(self, number: str) -> About:
        return abouts.about(self.connection, self.actor, self.catalogue, self.now, number)

    def tip(self, number: str) -> Told:
        return telling.told(self.connection, number)

    def incident(self, number: str) -> Alarmed:
        return incidents.alarmed(self.connection, self.actor, self.catalogue.rules, number)

    def handing(self, number: int | None) -> Handing:
        return handovers.handing(self.connection, self.actor, self.catalogue.rules.defaults.handover, number)

    def course(self, number: str) -> Course:
        return drill_audience.course(self.connection, self.actor, number)

    def visit(self, number: int | None) -> VisitTold:
        return visiting.told(self.connection, self.actor, number)

    def hazard_number(self, event: HazardFound | HazardWithdrawn) -> str:
        found = (
            select(hazards.c.number)
            .join(checks, checks.c.id == hazards.c.check_id)
            .where(self._check(event.key), hazards.c.question == event.question)
        )
        return str(self.connection.execute(found).scalar_one())

    def reported(self, number: str | None) -> Reported:
        """A hazard of the own enterprise, with its owner and the principals. LookupError when there is none."""
        own = self._own()
        found = number or (own and last_reported(self.connection, own, self.actor.person))
        hazard = select(hazards).where(hazards.c.number == found, hazards.c.enterprise == own)
        row = self.connection.execute(hazard).one()
        kind = self.catalogue.suggester.kinds.get(row.kind)
        people = dict.fromkeys([row.owner, *self._principals(row.enterprise)])
        to = [person for person in people if person is not None and person != self.actor.person]
        return Reported(row.number, row.words or (kind.name if kind else row.number), row.place, row.due, to)

    def question_text(self, event: HazardFound | HazardWithdrawn | PhotoFailed) -> Words:
        """The question in the version in which it was answered; of a repeated one which instance, with its name."""
        form = self._form(event)
        naming = form.naming(event.question)
        name = self._said(event.key, naming) if naming is not None else None
        return form.told(event.question, name if isinstance(name, str) else "")

    def _said(self, key: CheckKey, question: str) -> object:
        """The answer that stands in one's own check."""
        found = select(answers.c.value).join(checks, checks.c.id == answers.c.check_id)
        return self.connection.execute(
            found.where(self._check(key), answers.c.question == question)
        ).scalar_one_or_none()

    def criteria(self, event: HazardFound) -> Sequence[Criterion]:
        """The coded criteria behind the question in that version."""
        major = self._form(event).question(event.question).major
        return major.criteria if major is not None else ()

    def _form(self, event: HazardFound | HazardWithdrawn | PhotoFailed) -> Checklist:
        if isinstance(event, PhotoFailed):
            of_photo = select(checks.c.form).join(media, media.c.check_id == checks.c.id)
            found = of_photo.where(media.c.id == event.photo)
        else:
            found = select(checks.c.form).where(self._check(event.key))
        fingerprint = self.connection.execute(found).scalar_one()
        return form_of(self.connection, self.catalogue, event.key.checklist, fingerprint)

    def request_text(self, request: int) -> tuple[str, str, str, str]:
        """Name, place, role id and masked phone of a join. LookupError when there is none."""
        join = self._join(request)
        return join.name, join.place, join.seat.role.value, masked(join.phone)

    def extension(self, number: int) -> Wanted:
        return extending.wanted(self.connection, self.catalogue, number)

    def newest_extension(self, obligation: int) -> Wanted:
        return extending.newest(self.connection, self.catalogue, obligation)

    def principals_of_request(self, request: int) -> Sequence[int]:
        own = self._join(request).seat.enterprise
        return () if own is None else self._principals(own)

    def sharing(self, key: CheckKey) -> Sequence[int]:
        """Colleagues with an open seat who began this check, answered in it or took a section of it."""
        own = self._own()
        return () if own is None else sections.sharing(self.connection, own, key, self.actor.person)

    def form(self, key: CheckKey) -> Checklist:
        """The form in the version in which it is answered. NoResultFound when there is no such check."""
        fingerprint = self.connection.execute(select(checks.c.form).where(self._check(key))).scalar_one()
        return form_of(self.connection, self.catalogue, key.checklist, fingerprint)

    def due(self, key: CheckKey) -> date:
        found: date = self.connection.execute(select(checks.c.due).where(self._check(key))).scalar_one()
        return found

    def owed(self, number: int) -> Matter:
        """NoResultFound when there is none; KeyError when its rule is there no more."""
        found = select(obligations.c.rule, obligations.c.due_at).where(obligations.c.id == number)
        row = self.connection.execute(found).one()
        return Matter(self.catalogue.rules.reminders.rule(row.rule).title, row.due_at)

    def _own(self) -> int | None:
        return self.actor.seat.enterprise if self.actor.seat else None

    def _check(self, key: CheckKey) -> ColumnElement[bool]:
        return and_(
            checks.c.enterprise == self._own(),
            checks.c.checklist == key.checklist,
            checks.c.period == key.period,
        )

    def _join(self, request: int) -> Join:
        join = joins.join_of(self.connection, request)
        if join is None:
            raise LookupError(f"no join {request}")
        return join

    def _watching(self, enterprise: int, roles: Sequence[Role]) -> Sequence[int]:
        return with_seat(self.connection, roles, seated_over(enterprise))

    def _principals(self, enterprise: int) -> Sequence[int]:
        return with_seat(self.connection, [Role.PRINCIPAL], seats.c.enterprise == enterprise)


def _of_district() -> ColumnElement[bool]:
    return and_(seats.c.enterprise.is_(None), seats.c.area.is_(None))
