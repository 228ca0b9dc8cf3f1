"""What one actor may read of the people of an enterprise and their papers (safety.staffbook.StaffBook)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from sqlalchemy import Connection, bindparam, select

from checklists.catalogue import Catalogue
from safety.calendar import today as day_of
from safety.certificates import Certificate, by_urgency
from safety.people import Actor, Right
from safety.staff import Worker
from safety.starting import Examined, Hours, Known
from storage import certificates, staff, training, vetoes
from storage.scope import scope_of, within
from storage.tables.exams import exam_results, exams
from storage.tables.ledger import enterprises

FOUND = 6  # rows of a search
YEAR = timedelta(days=365)
MINUTES, TENTH = 60, Decimal("0.1")  # of an hour
_NEWEST = (
    select(exam_results.c.ended_at, exam_results.c.passed, exam_results.c.number)
    .join(exams, exams.c.id == exam_results.c.exam)
    .where(exams.c.person == bindparam("person"))
    .order_by(exam_results.c.ended_at.desc(), exam_results.c.exam.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class StaffOf:
    """The roster of one enterprise; `whole`: the actor may read all of it, else only their own row and papers."""

    connection: Connection
    actor: Actor
    catalogue: Catalogue
    now: datetime
    enterprise: int | None
    whole: bool

    @property
    def today(self) -> date:
        return day_of(self.now)

    def workers(self, *, offset: int, limit: int) -> Sequence[Worker]:
        if self.enterprise is None or not self.whole:
            return ()
        return staff.page(self.connection, self.enterprise, offset, limit)

    def count(self) -> int:
        if self.enterprise is None or not self.whole:
            return 0
        return staff.count(self.connection, self.enterprise)

    def worker(self, number: int) -> Worker | None:
        one = staff.one(self.connection, number)
        if one is None or one.enterprise != self.enterprise or not one.here:
            return None
        return one if self.whole or one.person == self.actor.person else None

    def named(self, text: str) -> Sequence[Worker]:
        if self.enterprise is None or not self.whole or not text.strip():
            return ()
        return staff.named(self.connection, self.enterprise, text.strip(), FOUND)

    def me(self) -> Worker | None:
        if self.enterprise is None:
            return None
        return staff.of_person(self.connection, self.enterprise, self.actor.person)

    def joined(self, worker: int) -> Sequence[Worker]:
        if self.enterprise is None or not self.whole:
            return ()
        return staff.joined(self.connection, self.enterprise, worker, FOUND)

    def certificates(self) -> Sequence[Certificate]:
        if self.enterprise is None:
            return ()
        if self.whole:
            found = certificates.current(self.connection, self.enterprise)
        else:
            me = self.me()
            found = certificates.of_worker(self.connection, self.enterprise, me.id) if me else ()
        soon = self.catalogue.rules.certificates.soon_days
        return sorted(found, key=lambda one: by_urgency(one, self.today, soon))

    def certificate(self, number: int) -> Certificate | None:
        if self.enterprise is None:
            return None
        one = certificates.one(self.connection, self.enterprise, number)
        me = self.me()
        mine = one is not None and me is not None and one.worker == me.id
        return one if self.whole or mine else None

    def known(self, worker: int) -> Known:
        one = self.worker(worker)
        if one is None or self.enterprise is None:
            return Known()
        return Known(
            certificates.of_worker(self.connection, self.enterprise, worker),
            self._hours(one),
            self._tested(one),
            vetoes.of_worker(self.connection, worker, self.today),
        )

    def _hours(self, worker: Worker) -> Hours | None:
        """Hours before work, of who began within a year: what was learned before that is on paper elsewhere.

        Principals and safety officers have terms of their own and do not wait for them.
        """
        post = self.catalogue.rules.certificates.posts_by_id.get(worker.post)
        manages = post is not None and post.manager
        if manages or worker.began < self.today - YEAR:
            return None
        stands = training.worker_balance(self.connection, self.catalogue, worker.id, self.now)
        if stands is None:
            return None
        return Hours(_hours(stands.initial.have), _hours(stands.initial.wanted))

    def _tested(self, worker: Worker) -> Examined | None:
        if worker.person is None:
            return None
        row = self.connection.execute(_NEWEST, {"person": worker.person}).one_or_none()
        return None if row is None else Examined(day_of(row.ended_at), row.passed, row.number)


def _hours(minutes: int) -> Decimal:
    return (Decimal(minutes) / MINUTES).quantize(TENTH).normalize()


def staff_of(
    connection: Connection, actor: Actor, catalogue: Catalogue, now: datetime, credit_code: str
) -> StaffOf:
    """The roster of the actor's own enterprise, or (with a credit code) of one in a supervisor's reach."""
    own = actor.seat.enterprise if actor.seat is not None else None
    if not credit_code:
        return StaffOf(connection, actor, catalogue, now, own, actor.may(Right.KEEP_STAFF))
    scope = scope_of(actor, Right.INSPECT)
    found = None
    if scope is not None:
        inside = select(enterprises.c.id).where(
            enterprises.c.credit_code == credit_code, within(scope.reach, enterprises.c.id)
        )
        found = connection.execute(inside, {"place": scope.place}).scalar_one_or_none()
    return StaffOf(connection, actor, catalogue, now, found, found is not None)
