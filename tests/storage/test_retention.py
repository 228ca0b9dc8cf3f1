"""Personal data whose time has come goes in portions, nothing else does; erasure leaves records whose seals verify."""

from datetime import timedelta

import pytest
from sqlalchemy import Connection, func, insert, select, update

from safety.bulk import BulkKind
from safety.errors import Refusal
from safety.events_bulk import BulkAsked, BulkDecided
from safety.events_personal import ErasureAsked, PhoneCorrected
from safety.people import Role
from storage import due, joins, outbox, people, retention
from storage.invitations import Place
from storage.outbox import Kind, Letter
from storage.tables.audits import audits
from storage.tables.events import events
from storage.tables.people import invitations, seats
from storage.tables.people import people as persons
from storage.tables.post import outbox as letters
from storage.tables.post import sessions
from tests.cast import ALICE, BOB, DONG, TANG, WEI, Cast, Speaker
from tests.tampering import seal_now


def number(connection: Connection, speaker: Speaker) -> int:
    found = select(persons.c.id).where(persons.c.account == speaker.id)
    return int(connection.execute(found).scalar_one())


def name_of(connection: Connection, person: int) -> str:
    return str(connection.execute(select(persons.c.name).where(persons.c.id == person)).scalar_one())


def test_who_left_long_ago_is_a_number_and_who_stays_is_not(cast: Cast) -> None:
    with cast.database.writing() as connection:
        alice, bob = number(connection, ALICE), number(connection, BOB)
        left = update(seats).where(seats.c.person == alice).values(until=cast.now)
        connection.execute(left)
        soon, late = cast.now - timedelta(seconds=1), cast.now + timedelta(days=1)
        assert retention.waiting(connection, "account", soon) == 0
        assert retention.waiting(connection, "account", late) == 1
        assert retention.clear(connection, "account", late) == 1
        assert (name_of(connection, alice), name_of(connection, bob)) == ("", BOB.name)
        assert retention.clear(connection, "account", late) == 0


def test_words_of_old_letters_go_and_waiting_ones_stay(cast: Cast) -> None:
    with cast.database.writing() as connection:
        alice = number(connection, ALICE)
        for key in ("a", "b", "c"):
            letter = Letter(ALICE.id, Kind.NOTICE, "sendMessage", '{"text":"x"}', person=alice, key=key)
            outbox.post(connection, letter, cast.now)
        connection.execute(update(letters).where(letters.c.key.in_(("a", "b"))).values(state="sent"))
        later = cast.now + timedelta(days=1)
        assert retention.clear(connection, "messages", later, portion=1) == 1
        assert retention.clear(connection, "messages", later, portion=5) == 1
        rows = connection.execute(select(letters.c.key, letters.c.body))
        bodies = {row.key: row.body for row in rows}
        assert (bodies["a"], bodies["b"]) == ("", "")
        assert bodies["c"] != ""


def test_conversations_and_invitations_end(cast: Cast) -> None:
    with cast.database.writing() as connection:
        alice = number(connection, ALICE)
        row = {"person": alice, "state": "{}", "form": "text", "settling": False, "seen_at": cast.now}
        connection.execute(insert(sessions), row)
        used = connection.execute(select(func.count()).select_from(invitations)).scalar_one()
        cast.invite(connection, Place(Role.OFFICER, cast.east, None), "never-used-code-1")
        later = cast.now + timedelta(days=30)
        assert retention.clear(connection, "conversation", later) == 1
        assert retention.clear(connection, "invitations", later) == 1
        left = connection.execute(select(func.count()).select_from(invitations)).scalar_one()
        assert left == used, "those that somebody came in by stay"


def test_erasure_needs_a_second_person_and_leaves_a_number_and_a_whole_chain(cast: Cast) -> None:
    with cast.database.writing() as connection:
        alice = number(connection, ALICE)
        cast.does(connection, ALICE, PhoneCorrected("+86 139 2222 3333"))
        recorded = cast.does(connection, ALICE, ErasureAsked())
        request = next(one.request for one in recorded if isinstance(one, BulkAsked))
        with pytest.raises(Refusal, match="erase-running"):
            cast.does(connection, ALICE, ErasureAsked())
        assert [one.number for one in cast.ledger(connection, TANG).bulk().waiting()] == [request]
        assert cast.ledger(connection, WEI).bulk().count() == 0
        seal_now(connection, cast.now)
        cast.does(connection, TANG, BulkDecided(request, approved=True))
        assert name_of(connection, alice) == ALICE.name, "the last letter leaves first"
        planned = due.of_kind(connection, "erase", cast.now + timedelta(hours=1))
        assert [row.subject for row in planned] == [str(alice)]
        retention.erase(connection, alice, cast.now)
        row = connection.execute(select(persons).where(persons.c.id == alice)).one()
        assert (row.name, row.phone, row.username, row.consent_at, row.account) == (
            "",
            None,
            None,
            None,
            -alice,
        )
        assert people.seats_of(connection, alice) == ()
        assert joins.newest_of(connection, alice) is not None
        whole = str(connection.execute(select(events.c.body)).scalars().all())
        assert "13922223333" not in whole
        assert ALICE.phone not in whole
        kept = connection.execute(select(audits.c.what, audits.c.person)).all()
        assert [(one.what.value, one.person) for one in kept] == [
            ("corrected", alice),
            ("asked", alice),
            ("approved", alice),
        ]
        again = cast.actor(connection, ALICE)
        assert again.person != alice, "who comes back is somebody new"
        assert not again.consented
        assert cast.ledger(connection, DONG).bulk().own(BulkKind.ERASE) is None


def test_everybody_reads_their_own_and_nothing_else(cast: Cast) -> None:
    with cast.database.writing() as connection:
        mine = cast.ledger(connection, ALICE).personal()
        assert mine.counts()["account"] == 1
        assert mine.counts()["seats"] == 1
        assert mine.phone().endswith(ALICE.phone[-4:])
        assert "*" in mine.phone()
        values = [one.value for one in mine.whole()]
        assert ALICE.name in values
        assert ALICE.phone in values
        assert BOB.phone not in str(values)
