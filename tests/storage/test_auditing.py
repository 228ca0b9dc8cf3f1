"""Who has read personal data: kept for each subject, never one's own, never changed."""

import pytest
from sqlalchemy import Connection, delete, func, select, update
from sqlalchemy.exc import DBAPIError

from safety.audits import Personal
from safety.events import JoinRequested
from safety.events_audit import PersonalDataRead
from safety.people import Role
from storage import joins
from storage.database import Database
from storage.invitations import Place
from storage.tables.audits import audits
from storage.tables.events import events
from storage.tables.ledger import contacts
from storage.tables.people import people
from tests.cast import ALICE, NOBODY, TANG, Cast, Speaker


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
