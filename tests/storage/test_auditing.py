"""Who has read personal data: kept for each subject, never one's own, never changed."""

import pytest
from sqlalchemy import Connection, delete, func, select, update
from sqlalchemy.exc import DBAPIError

from safety.audits import AuditSieve, Personal
from safety.calendar import today
from safety.events import JoinRequested
from safety.events_audit import PersonalDataRead
from safety.people import Role
from storage import audits as book_of_audits
from storage import joins
from storage.database import Database
from storage.invitations import Place
from storage.tables.audits import audits
from storage.tables.events import events
from storage.tables.ledger import contacts
from storage.tables.people import people
from tests.cast import ALICE, BOB, CHARLIE, DONG, NOBODY, TANG, WEI, Cast, Speaker


def number(connection: Connection, speaker: Speaker) -> int:
    found = select(people.c.id).where(people.c.account == speaker.id)
    return int(connection.execute(found).scalar_one())


def reads(connection: Connection, cast: Cast, speaker: Speaker, *about: str) -> list[tuple[object, ...]]:
    before = connection.execute(select(func.coalesce(func.max(audits.c.id), 0))).scalar_one()
    cast.does(connection, speaker, PersonalDataRead(Personal.PHONE, about, "reach/card"))
    found = select(audits.c.about, audits.c.person, audits.c.enterprise).where(audits.c.id > before)
    return [tuple(row) for row in connection.execute(found.order_by(audits.c.id))]


def test_each_subject_is_kept_with_who_stands_behind_it(cast: Cast) -> None:
    with cast.database.writing() as connection:
        invitation = cast.invite(connection, Place(Role.OFFICER, cast.east, None), "some-code-of-ours-1")
        nobody = cast.actor(connection, NOBODY)
        cast.does(connection, NOBODY, JoinRequested(invitation, NOBODY.phone))
        join = joins.newest_of(connection, nobody.person)
        alice = number(connection, ALICE)
        cast.list_phone(connection, cast.west, NOBODY)
        contact = connection.execute(
            select(contacts.c.id).where(contacts.c.enterprise == cast.west, contacts.c.phone == NOBODY.phone)
        ).scalar_one()
        assert reads(connection, cast, TANG, f"join/{join}", f"person/{alice}", f"contact/{contact}") == [
            (f"join/{join}", nobody.person, cast.east),
            (f"person/{alice}", alice, cast.east),
            (f"contact/{contact}", nobody.person, cast.west),
        ]
        assert reads(connection, cast, TANG, "person/999999", "nonsense", "person/x") == [
            ("person/999999", 999999, None),
            ("nonsense", None, None),
            ("person/x", None, None),
        ]


def test_ones_own_is_not_kept_and_a_number_of_nobody_is(cast: Cast) -> None:
    with cast.database.writing() as connection:
        tang = number(connection, TANG)
        assert reads(connection, cast, TANG, f"person/{tang}") == []
        assert reads(connection, cast, TANG) == [("", None, None)]
        body = connection.execute(
            select(events.c.body).where(events.c.kind == PersonalDataRead.kind).order_by(events.c.id.desc())
        ).scalars()
        assert "13800" not in str(list(body))


@pytest.mark.parametrize("change", [update(audits).values(place="elsewhere"), delete(audits)])
def test_the_record_cannot_be_changed(database: Database, cast: Cast, change: object) -> None:
    with database.writing() as connection:
        reads(connection, cast, TANG, f"person/{number(connection, ALICE)}")
    with pytest.raises(DBAPIError, match="append-only"), database.writing() as connection:
        connection.execute(change)  # type: ignore[call-overload]  # an update or a delete


def listed(connection: Connection, cast: Cast, speaker: Speaker, **sieve: object) -> list[tuple[str, str]]:
    book = cast.ledger(connection, speaker).audits()
    wanted = AuditSieve(**sieve)  # type: ignore[arg-type]  # fields by name
    found = [(one.reader, one.whom) for one in book.listed(wanted, limit=50)]
    assert book.count(wanted) == len(found)
    return found


def test_only_the_districts_office_reads_it_and_finds_by_name_phone_enterprise_and_day(cast: Cast) -> None:
    with cast.database.writing() as connection:
        alice, charlie = number(connection, ALICE), number(connection, CHARLIE)
        reads(connection, cast, TANG, f"person/{alice}")
        cast.list_phone(connection, cast.west, NOBODY)
        contact = connection.execute(
            select(contacts.c.id).where(contacts.c.phone == NOBODY.phone)
        ).scalar_one()
        cast.passes(days=1)
        reads(connection, cast, WEI, f"person/{charlie}", f"contact/{contact}")
        every = [(WEI.name, NOBODY.name), (WEI.name, CHARLIE.name), (TANG.name, ALICE.name)]
        assert listed(connection, cast, DONG) == every
        assert listed(connection, cast, DONG, whom="李") == every[2:]
        assert listed(connection, cast, DONG, whom=ALICE.phone) == every[2:]
        assert listed(connection, cast, DONG, whom=NOBODY.phone) == every[:1]
        assert listed(connection, cast, DONG, whom="%") == []
        assert listed(connection, cast, DONG, reader=WEI.name) == every[:2]
        assert listed(connection, cast, DONG, enterprise="西风") == every[:2]
        assert listed(connection, cast, DONG, day=today(cast.now)) == every[:2]
        assert listed(connection, cast, DONG, reader=WEI.name, enterprise="东风") == []
        for other in (TANG, WEI, ALICE, BOB, NOBODY):
            assert listed(connection, cast, other) == []


def test_everybody_sees_who_saw_theirs_also_from_before_they_joined(cast: Cast) -> None:
    with cast.database.writing() as connection:
        alice = number(connection, ALICE)
        listed_as = connection.execute(
            select(contacts.c.id).where(contacts.c.phone == ALICE.phone)
        ).scalar_one()
        connection.execute(update(people).where(people.c.id == alice).values(phone=None))
        reads(connection, cast, TANG, f"contact/{listed_as}")
        connection.execute(update(people).where(people.c.id == alice).values(phone=ALICE.phone))
        reads(connection, cast, DONG, f"person/{alice}")
        book = cast.ledger(connection, ALICE).audits()
        assert [one.reader for one in book.of_me()] == [DONG.name, TANG.name]
        assert book.count_of_me() == 2
        assert cast.ledger(connection, BOB).audits().count_of_me() == 0


def test_files_get_every_line_in_chunks(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(book_of_audits, "CHUNK", 2)
    with cast.database.writing() as connection:
        alice = number(connection, ALICE)
        for _ in range(5):
            reads(connection, cast, TANG, f"person/{alice}")
        lines = list(book_of_audits.every(connection, [], 4))
        assert len({one.number for one in lines}) == len(lines) == 4
        assert len(list(book_of_audits.every(connection, [], 99))) == 5
