"""The roster and its papers on both databases: who comes and goes, what is kept of papers, who may read and write what."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import Connection, func, select

from checklists.certificates import CertificateRules, Family, Post
from checklists.reminders import Recipient
from checklists.training_rules import HoursRule
from checklists.veto_rules import Barred
from checklists.words import Words
from safety.calendar import today
from safety.errors import Refusal
from safety.events_hazards import Picture
from safety.events_staff import (
    CertificateAdded,
    CertificateDropped,
    CertificatePhotoFailed,
    VetoAppealed,
    VetoLifted,
    VetoSet,
    WorkerAdded,
    WorkerChanged,
    WorkerLeft,
    WorkerLinked,
    WorkerReturned,
)
from safety.people import Role
from safety.staff import Worker
from safety.starting import Hours
from safety.training import Balance, Span
from storage import media, recipients, staff, training
from storage.database import Database
from storage.invitations import Place
from storage.media import Copy
from storage.tables.certificates import certificates
from storage.tables.events import events
from storage.tables.media import media as media_rows
from storage.tables.obligations import terms
from tests import cast as casting
from tests.cast import ALICE, BOB, CHARLIE, DONG, NOBODY, TANG, WEI, Cast, Speaker

DAY = date(2026, 11, 2)
EAST = "91370000000000001A"


@pytest.fixture
def connection(database: Database, cast: Cast) -> Iterator[Connection]:
    with database.writing() as connection:
        yield connection


def added(connection: Connection, cast: Cast, name: str = "张三", post: str = "electrician") -> Worker:
    cast.does(connection, ALICE, WorkerAdded(name, post, DAY, fresh=True))
    return found(connection, cast, name)


def found(connection: Connection, cast: Cast, name: str, who: Speaker = ALICE) -> Worker:
    (one,) = [one for one in cast.ledger(connection, who).staff().named(name) if one.name == name]
    return one


def wired(worker: int | None, valid_to: date, **more: object) -> CertificateAdded:
    return CertificateAdded(worker, "low_voltage", Family.SPECIAL, valid_to=valid_to, **more)  # type: ignore[arg-type]  # by name


def owed(connection: Connection, about: str) -> dict[str, object]:
    rows = connection.execute(select(terms.c.what, terms.c.at).where(terms.c.about == about))
    return {row.what: today(row.at) for row in rows}


def joins(connection: Connection, cast: Cast, speaker: Speaker, role: Role) -> None:
    casting.join(connection, cast, speaker, Place(role, enterprise=cast.east))


# --- the roster ---------------------------------------------------------------------------------------------------


def test_who_comes_stands_in_the_roster_and_training_before_work_is_owed(
    connection: Connection, cast: Cast
) -> None:
    one = added(connection, cast)
    assert (one.post, one.since, one.person) == ("electrician", DAY, None)
    assert owed(connection, f"worker:{one.id}") == {"at:worker_joined": DAY}
    cast.does(connection, ALICE, WorkerAdded("李四", "welder", date(2019, 5, 1)))
    old = found(connection, cast, "李四")
    assert owed(connection, f"worker:{old.id}") == {}, "who has been here for years does not begin now"


def test_the_record_keeps_no_name(connection: Connection, cast: Cast) -> None:
    one = added(connection, cast, "张三丰")
    cast.does(connection, ALICE, wired(one.id, date(2027, 1, 1), number="T37-1"))
    kept = str(connection.execute(select(events.c.body)).scalars().all())
    assert "张三丰" not in kept
    assert "T37-1" not in kept


def test_a_new_post_and_a_return_want_training_again(connection: Connection, cast: Cast) -> None:
    one = added(connection, cast)
    cast.does(connection, ALICE, WorkerChanged(one.id, "welder", date(2026, 11, 20)))
    assert owed(connection, f"worker:{one.id}")["at:worker_returned"] == date(2026, 11, 20)
    cast.does(connection, BOB, WorkerReturned(one.id, date(2026, 11, 22)))
    back = found(connection, cast, "张三")
    assert (back.post, back.since, back.back_since) == ("welder", date(2026, 11, 20), date(2026, 11, 22))
    assert back.began == date(2026, 11, 22)


def test_who_leaves_is_gone_with_everything_that_was_owed_about_them(
    connection: Connection, cast: Cast
) -> None:
    one = added(connection, cast)
    cast.does(connection, ALICE, wired(one.id, date(2026, 12, 23)))
    paper = cast.ledger(connection, ALICE).staff().certificates()[0]
    with pytest.raises(Refusal, match="staff-day-before"):
        cast.does(connection, ALICE, WorkerLeft(one.id, DAY - timedelta(days=1)))
    cast.does(connection, ALICE, WorkerLeft(one.id, today(cast.now)))
    assert owed(connection, f"worker:{one.id}") == owed(connection, f"certificate:{paper.id}") == {}
    book = cast.ledger(connection, ALICE).staff()
    assert (book.worker(one.id), list(book.certificates())) == (None, [])
    with pytest.raises(Refusal, match="staff-gone"):
        cast.does(connection, ALICE, WorkerReturned(one.id, DAY))


@pytest.mark.parametrize("name", ["", "   "])
def test_a_row_needs_a_name_and_a_day_that_has_come(connection: Connection, cast: Cast, name: str) -> None:
    with pytest.raises(Refusal, match="staff-no-name"):
        cast.does(connection, ALICE, WorkerAdded(name, "", DAY))
    with pytest.raises(Refusal, match="staff-day-ahead"):
        cast.does(connection, ALICE, WorkerAdded("张三", "", today(cast.now) + timedelta(days=1)))


@pytest.mark.parametrize("who", [CHARLIE, TANG, NOBODY])
def test_nobody_else_reads_or_changes_the_roster(connection: Connection, cast: Cast, who: Speaker) -> None:
    one = added(connection, cast)
    with pytest.raises(Refusal):
        cast.does(connection, who, WorkerLeft(one.id, today(cast.now)))
    with pytest.raises(Refusal):
        cast.does(connection, who, wired(one.id, date(2027, 1, 1)))
    book = cast.ledger(connection, who).staff()
    assert (book.worker(one.id), list(book.named("张三"))) == (None, [])
    assert one.name not in [other.name for other in book.workers(offset=0, limit=50)]


# --- accounts -----------------------------------------------------------------------------------------------------


def test_who_joins_finds_the_row_with_their_name(connection: Connection, cast: Cast) -> None:
    one = added(connection, cast, NOBODY.name)
    cast.list_phone(connection, cast.east, NOBODY)
    joins(connection, cast, NOBODY, Role.WORKER)
    person = cast.actor(connection, NOBODY).person
    assert getattr(staff.of_person(connection, cast.east, person), "id", None) == one.id


def test_who_joins_without_a_row_gets_one_and_the_officer_may_tie_it_to_another(
    connection: Connection, cast: Cast
) -> None:
    mine = added(connection, cast, "老路")
    cast.list_phone(connection, cast.east, NOBODY)
    joins(connection, cast, NOBODY, Role.WORKER)
    book = cast.ledger(connection, ALICE).staff()
    (made,) = [one for one in book.joined(mine.id) if one.name == NOBODY.name]
    assert owed(connection, f"worker:{made.id}") == {"at:worker_joined": today(cast.now)}
    cast.does(connection, ALICE, WorkerLinked(mine.id, made.id))
    linked = found(connection, cast, "老路")
    assert linked.person == cast.actor(connection, NOBODY).person
    assert cast.ledger(connection, ALICE).staff().worker(made.id) is None
    with pytest.raises(Refusal, match="staff-not-linked"):
        cast.does(connection, ALICE, WorkerLinked(mine.id, found(connection, cast, ALICE.name).id))


def test_a_row_with_papers_is_not_given_up_for_another(connection: Connection, cast: Cast) -> None:
    mine, other = added(connection, cast, "老路"), found(connection, cast, ALICE.name)
    cast.does(connection, ALICE, wired(other.id, date(2027, 1, 1)))
    assert other.id not in [one.id for one in cast.ledger(connection, ALICE).staff().joined(mine.id)]
    with pytest.raises(Refusal, match="staff-not-linked"):
        cast.does(connection, ALICE, WorkerLinked(mine.id, other.id))


def test_the_principal_is_appointed_when_they_join(connection: Connection, cast: Cast) -> None:
    about = f"person:{cast.actor(connection, BOB).person}"
    assert owed(connection, about) == {"at:principal_appointed": today(cast.now)}
    assert found(connection, cast, BOB.name).post == "principal"


# --- papers -------------------------------------------------------------------------------------------------------


def test_a_renewal_is_a_new_version_and_closes_what_was_owed(connection: Connection, cast: Cast) -> None:
    one = added(connection, cast)
    cast.does(connection, ALICE, wired(one.id, date(2026, 12, 23), review=date(2026, 12, 1)))
    (paper,) = cast.ledger(connection, ALICE).staff().certificates()
    about = f"certificate:{paper.id}"
    assert owed(connection, about) == {"on:certificate.review": date(2026, 12, 1)}, "what comes first"
    cast.does(connection, ALICE, wired(one.id, date(2032, 12, 23), replaces=paper.id))
    (renewed,) = cast.ledger(connection, ALICE).staff().certificates()
    assert renewed.id != paper.id
    former = cast.ledger(connection, ALICE).staff().certificate(paper.id)
    assert former is not None
    assert not former.current
    after = owed(connection, about)
    assert after["on:certificate.review"] == date(2032, 12, 23)
    assert after["done:certificate"] == today(cast.now)
    with pytest.raises(Refusal, match="paper-gone"):
        cast.does(connection, ALICE, wired(one.id, date(2033, 1, 1), replaces=paper.id))


def test_a_photo_more_with_the_same_days_settles_nothing(connection: Connection, cast: Cast) -> None:
    one = added(connection, cast)
    cast.does(connection, ALICE, wired(one.id, date(2026, 12, 23)))
    (paper,) = cast.ledger(connection, ALICE).staff().certificates()
    again = wired(one.id, date(2026, 12, 23), replaces=paper.id, pictures=(Picture("file", "u1"),))
    cast.does(connection, ALICE, again)
    assert owed(connection, f"certificate:{paper.id}") == {"on:certificate.review": date(2026, 12, 23)}


@pytest.mark.parametrize(
    ("family", "kind", "about", "what"),
    [
        (Family.LICENCE, "safety_licence", "licence", "on:licence.expiry"),
        (Family.EQUIPMENT, "boiler", "equipment", "on:equipment.inspection"),
    ],
)
def test_what_belongs_to_the_enterprise_is_reminded_of_by_its_own_rule(
    connection: Connection, cast: Cast, family: Family, kind: str, about: str, what: str
) -> None:
    cast.does(connection, BOB, CertificateAdded(None, kind, family, review=date(2026, 12, 30), place="东间"))
    (paper,) = cast.ledger(connection, ALICE).staff().certificates()
    assert owed(connection, f"{about}:{paper.id}") == {what: date(2026, 12, 30)}
    cast.does(connection, ALICE, CertificateDropped(paper.id, family, "登记错了"))
    assert owed(connection, f"{about}:{paper.id}") == {}
    assert list(cast.ledger(connection, ALICE).staff().certificates()) == []
    assert connection.execute(select(func.count()).select_from(certificates)).scalar_one() == 1
    with pytest.raises(Refusal, match="paper-gone"):
        cast.does(connection, ALICE, CertificateDropped(paper.id, family, "again"))


def test_who_only_works_there_enters_and_sees_their_own(connection: Connection, cast: Cast) -> None:
    cast.list_phone(connection, cast.east, NOBODY)
    joins(connection, cast, NOBODY, Role.WORKER)
    mine, other = found(connection, cast, NOBODY.name), added(connection, cast)
    cast.does(connection, NOBODY, wired(mine.id, date(2027, 1, 1)))
    cast.does(connection, ALICE, wired(other.id, date(2027, 1, 1)))
    book = cast.ledger(connection, NOBODY).staff()
    assert [one.holder for one in book.certificates()] == [NOBODY.name]
    theirs = next(
        one for one in cast.ledger(connection, ALICE).staff().certificates() if one.worker == other.id
    )
    assert book.certificate(theirs.id) is None
    assert book.worker(other.id) is None
    for event in (wired(other.id, date(2027, 1, 1)), wired(None, date(2027, 1, 1))):
        with pytest.raises(Refusal, match="not-allowed"):
            cast.does(connection, NOBODY, event)
    with pytest.raises(Refusal, match="not-allowed"):
        cast.does(connection, NOBODY, CertificateDropped(theirs.id, Family.SPECIAL, "mine now"))


def test_what_is_over_stands_first(connection: Connection, cast: Cast) -> None:
    one = added(connection, cast)
    for day in (date(2028, 1, 1), date(2026, 11, 1), date(2026, 12, 1)):
        cast.does(connection, ALICE, wired(one.id, day))
    every = cast.ledger(connection, ALICE).staff().certificates()
    assert [paper.valid_to for paper in every] == [date(2026, 11, 1), date(2026, 12, 1), date(2028, 1, 1)]


def test_a_photo_is_kept_or_its_failure_told(connection: Connection, cast: Cast) -> None:
    one = added(connection, cast)
    pictures = (Picture("file-1", "u1"), Picture("file-2", "u2"))
    cast.does(connection, ALICE, wired(one.id, date(2027, 1, 1), pictures=pictures))
    (paper,) = cast.ledger(connection, ALICE).staff().certificates()
    assert (paper.waits, paper.photo) == (True, None)
    first, second = connection.execute(select(media_rows.c.id).order_by(media_rows.c.id)).scalars()
    assert media.enterprise_of(connection, first) == cast.east
    kept = media.keep(connection, first, Copy("aa/bb.jpg", "0" * 64, 9, 3, 3), cast.now)
    assert kept is not None
    failed = media.fail(connection, second, "broken", cast.now)
    assert isinstance(failed, CertificatePhotoFailed)
    cast.does(connection, ALICE, kept, failed)
    (paper,) = cast.ledger(connection, ALICE).staff().certificates()
    assert (paper.waits, paper.photo) == (False, "aa/bb.jpg")


# --- the veto list ------------------------------------------------------------------------------------------------


def barred(worker: int | None, until: date, code: str = EAST) -> VetoSet:
    return VetoSet(code, worker, "unqualified", "电焊无证", until, (Barred.POST, Barred.PRAISE))


def test_a_supervisor_sets_the_enterprise_answers_the_supervisor_lifts(
    connection: Connection, cast: Cast
) -> None:
    one = added(connection, cast)
    cast.does(connection, TANG, barred(one.id, date(2026, 12, 31)))
    (entry,) = cast.ledger(connection, ALICE).vetoes().listed(offset=0, limit=5)
    assert (entry.name, entry.by, entry.number) == ("张三", TANG.name, "FJ-2026-000001")
    assert cast.ledger(connection, ALICE).staff().known(one.id).vetoes == [entry]
    cast.does(connection, ALICE, VetoAppealed(entry.number, "已补证"))
    told = cast.ledger(connection, DONG).vetoes().one(entry.number)
    assert told is not None
    assert told.appeal == "已补证"
    cast.does(connection, TANG, VetoLifted(entry.number, "已取证"))
    assert cast.ledger(connection, ALICE).vetoes().count() == 0
    assert cast.ledger(connection, ALICE).staff().known(one.id).vetoes == []
    with pytest.raises(Refusal, match="veto-gone"):
        cast.does(connection, TANG, VetoLifted(entry.number, "twice"))


def test_the_veto_list_keeps_to_its_scope(connection: Connection, cast: Cast) -> None:
    one = added(connection, cast)
    for who, refusal in ((WEI, "enterprise-gone"), (ALICE, "not-allowed"), (NOBODY, "not-allowed")):
        with pytest.raises(Refusal, match=refusal):
            cast.does(connection, who, barred(one.id, date(2026, 12, 31)))
    with pytest.raises(Refusal, match="veto-day-over"):
        cast.does(connection, TANG, barred(None, today(cast.now) - timedelta(days=1)))
    with pytest.raises(Refusal, match="staff-gone"):
        cast.does(connection, DONG, barred(one.id, date(2026, 12, 31), "91370000000000002B"))
    cast.does(connection, TANG, barred(None, date(2026, 12, 31)))
    assert cast.ledger(connection, CHARLIE).vetoes().count() == 0
    assert cast.ledger(connection, WEI).vetoes().one("FJ-2026-000001") is None
    for who in (CHARLIE, TANG):
        with pytest.raises(Refusal):
            cast.does(connection, who, VetoAppealed("FJ-2026-000001", "不服"))
    with pytest.raises(Refusal, match="veto-gone"):
        cast.does(connection, WEI, VetoLifted("FJ-2026-000001", "no"))


def test_a_supervisor_reads_the_roster_of_an_enterprise_in_reach(connection: Connection, cast: Cast) -> None:
    one = added(connection, cast)
    assert cast.ledger(connection, TANG).staff(EAST).worker(one.id) is not None
    assert cast.ledger(connection, WEI).staff(EAST).worker(one.id) is None
    assert cast.ledger(connection, ALICE).staff("91370000000000002B").count() == 0


# --- what reminders and the answer are fed with -------------------------------------------------------------------


def test_the_holder_of_a_certificate_is_whom_it_is_about(connection: Connection, cast: Cast) -> None:
    mine = found(connection, cast, ALICE.name)
    cast.does(connection, BOB, wired(mine.id, date(2026, 12, 23)))
    (paper,) = cast.ledger(connection, ALICE).staff().certificates()
    alice = cast.actor(connection, ALICE).person
    about = f"certificate:{paper.id}"
    assert recipients.of(connection, cast.east, about, Recipient.PERSON) == (alice,)
    cast.does(connection, BOB, wired(mine.id, date(2032, 12, 23), replaces=paper.id))
    assert recipients.of(connection, cast.east, about, Recipient.PERSON) == (alice,), "a renewal is the same"


def test_hours_before_work_are_those_of_the_training_rule(
    connection: Connection, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule = HoursRule.model_construct(id="x")
    span = Span(24 * 60, 90, DAY)
    monkeypatch.setattr(training, "worker_balance", lambda *_args: Balance(rule, span))
    new = added(connection, cast)
    hours = cast.ledger(connection, ALICE).staff().known(new.id).hours
    assert hours == Hours(Decimal("1.5"), Decimal(24))
    cast.does(connection, ALICE, WorkerAdded("老周", "general", date(2019, 1, 1)))
    old = found(connection, cast, "老周")
    assert cast.ledger(connection, ALICE).staff().known(old.id).hours is None
    officer = found(connection, cast, ALICE.name)
    posts = CertificateRules(posts=(Post(id="officer", name=Words("安全员", "o"), manager=True),))
    rules = cast.catalogue.rules.model_copy(update={"certificates": posts})
    cast.catalogue = replace(cast.catalogue, rules=rules)
    assert cast.ledger(connection, ALICE).staff().known(officer.id).hours is None
