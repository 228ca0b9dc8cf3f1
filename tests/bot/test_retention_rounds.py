"""The nightly clearing: portion by portion, the next night when nothing is left, restart-safe, never twice; and the command."""

from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlalchemy import select, update

from bot import retention_rounds as rounds
from bot.clock import RealClock
from bot.retaining import told
from bot.settings import Settings
from bot.shelf import ORIGINALS_KEPT
from bot.turn import House
from checklists.load import load_catalogue
from dialogs.texts import Texts
from safety.calendar import Calendar
from safety.events_bulk import BulkAsked, BulkDecided
from safety.events_personal import ErasureAsked
from storage import due, outbox, retention
from storage.database import Database
from storage.outbox import Kind, Letter
from storage.tables.people import people
from storage.tables.post import outbox as letters
from tests import cast as casting
from tests.cast import ALICE, DONG


@pytest.fixture
def house() -> House:
    texts = Texts.load(strict=True)
    return House(load_catalogue(), texts, RealClock(), 1, "test")


def test_originals_go_when_people_are_told_they_do() -> None:
    photos = next(one for one in load_catalogue().privacy.classes if one.id == "photos")
    assert photos.days == ORIGINALS_KEPT.days


def test_portions_follow_each_other_and_then_it_is_the_next_night(
    database: Database, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast = casting.seat(database, house.catalogue)
    monkeypatch.setattr(retention, "PORTION", 2)
    monkeypatch.setattr(retention.clear, "__defaults__", (2,))
    with database.writing() as connection:
        alice = cast.actor(connection, ALICE).person
        for key in "abc":
            letter = Letter(ALICE.id, Kind.NOTICE, "sendMessage", "{}", person=alice, key=key)
            outbox.post(connection, letter, cast.now)
        connection.execute(update(letters).values(state="sent"))
        rounds.plan(connection, house, cast.now)
        rounds.plan(connection, house, cast.now)
    later = cast.now + timedelta(days=400)
    with database.writing() as connection:
        row = next(one for one in due.of_kind(connection, rounds.KIND, later) if one.subject == "messages")
        assert rounds.clear(connection, house, Calendar(), row, later)
        assert not rounds.clear(connection, house, Calendar(), row, later), "claimed already"
    with database.writing() as connection:
        rows = due.of_kind(connection, rounds.KIND, later + timedelta(days=2))
        again = next(one for one in rows if one.subject == "messages")
        assert rounds.clear(connection, house, Calendar(), again, later)
        bodies = connection.execute(select(letters.c.body).where(letters.c.key.in_(tuple("abc")))).scalars()
        assert set(bodies) == {""}
        last = [one.due_at for one in due.of_kind(connection, rounds.KIND, later + timedelta(days=2))]
        assert rounds.next_night(later) in last


def test_a_dry_run_changes_nothing(sqlite_database: Database, house: House, tmp_path: Path) -> None:
    casting.seat(sqlite_database, house.catalogue)
    url = sqlite_database.engine.url.render_as_string(hide_password=False)
    settings = Settings(token=SecretStr("1:x"), data_dir=tmp_path, database_url=url)
    assert told(settings, dry=True).splitlines() == told(settings, dry=True).splitlines()
    assert "to clear" in told(settings, dry=True)
    assert "cleared" in told(settings, dry=False)


def test_an_approved_erasure_happens_once_after_the_letter_has_left(
    sqlite_database: Database, house: House
) -> None:
    cast = casting.seat(sqlite_database, house.catalogue)
    with sqlite_database.writing() as connection:
        alice = cast.actor(connection, ALICE).person
        recorded = cast.does(connection, ALICE, ErasureAsked())
        request = next(one.request for one in recorded if isinstance(one, BulkAsked))
        cast.does(connection, DONG, BulkDecided(request, approved=True))
        assert due.of_kind(connection, rounds.ERASE, cast.now) == []
        later = cast.now + timedelta(minutes=11)
        (row,) = due.of_kind(connection, rounds.ERASE, later)
        assert rounds.erase(connection, house, Calendar(), row, later)
        assert not rounds.erase(connection, house, Calendar(), row, later)
        kept = connection.execute(select(people.c.name, people.c.phone).where(people.c.id == alice)).one()
        assert tuple(kept) == ("", None)
        assert house.cleared[rounds.ERASE] == 1
