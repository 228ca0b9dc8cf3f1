"""The demo's district: made up, imported without a problem, lived in; seeding twice changes nothing."""

import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from bot.demo import generate
from bot.demo.kinds import TOWNS
from bot.importing import plan_file
from bot.imports.reading import as_new
from bot.seed import DISTRICT_FILE, Seeded, seed
from checklists.catalogue import Catalogue
from safety import credit_code
from safety.calendar import today
from safety.enterprises import Colour
from safety.people import Role, Seat
from safety.queries import Query
from storage import invitations, people
from storage.database import Database
from storage.ledger import LedgerOf
from storage.phones import digits
from tests.cast import Speaker

NOW = datetime(2026, 11, 23, 1, tzinfo=UTC)
OFFICER, PRINCIPAL, SHOP, TOWN, DISTRICT = range(5)


def seeded(database: Database, catalogue: Catalogue, now: datetime = NOW) -> Seeded:
    with database.writing() as connection:
        return seed(connection, catalogue, now, "anwen_bot")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> tuple[Path, Seeded]:
    """The district, seeded once."""
    path = tmp_path_factory.mktemp("seed") / "a.db"
    database = Database.open(f"sqlite:///{path}")
    database.migrate()
    found = seeded(database, catalogue)
    database.close()
    return path, found


@pytest.fixture
def filled(kept: tuple[Path, Seeded], tmp_path: Path) -> Iterator[Database]:
    """A copy of the seeded district of one's own."""
    database = Database.open(f"sqlite:///{shutil.copyfile(kept[0], tmp_path / 'a.db')}")
    yield database
    database.close()


@pytest.fixture
def found(kept: tuple[Path, Seeded]) -> Seeded:
    return kept[1]


def rows(database: Database) -> dict[str, list[str]]:
    """Everything in the database."""
    with database.reading() as connection:
        names = [name for name in _tables(connection) if not name.startswith("sqlite_")]
        return {
            name: sorted(str(tuple(row)) for row in connection.execute(text(f"SELECT * FROM {name}")))
            for name in names
        }


def _tables(connection: Connection) -> list[str]:
    kind = connection.dialect.name
    query = (
        "SELECT name FROM sqlite_master WHERE type = 'table'"
        if kind == "sqlite"
        else "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
    )
    return [str(row[0]) for row in connection.execute(text(query))]


def ledger(
    connection: Connection, catalogue: Catalogue, who: dict[str, object], now: datetime = NOW
) -> LedgerOf:
    speaker = Speaker(int(str(who["id"])), str(who["name"]), str(who["phone"]))
    return LedgerOf(connection, people.meet(connection, speaker, speaker.id, now), catalogue, now)


def code_of(found: Seeded) -> str:
    return str(found.tips[0]["link"]).partition("?start=")[2]


def test_the_spreadsheet_is_what_the_generator_writes(tmp_path: Path) -> None:
    generate.write(tmp_path / "again.xlsx")
    assert (tmp_path / "again.xlsx").read_bytes() == DISTRICT_FILE.read_bytes()


def test_the_spreadsheet_imports_without_a_problem(catalogue: Catalogue) -> None:
    found = plan_file(DISTRICT_FILE, catalogue)
    entries = [as_new(one) for one in found.drafted]
    assert not found.faults
    assert not found.notes
    assert len(entries) == len(found.rows) == 300
    assert set(Counter(entry.colour for entry in entries)) == set(Colour)
    assert {entry.town for entry in entries} == set(TOWNS)
    assert len({entry.name for entry in entries}) == 300
    assert all("staff" in entry.facts and len(entry.facts) >= 18 for entry in entries)


def test_nobody_in_it_is_real() -> None:
    made = generate.enterprises()
    assert all(credit_code.fault(one.code) is None for one in made)
    assert len({one.code for one in made}) == 300
    assert {one.code[2:8] for one in made} == {"379901"}
    phones = [phone for one in made for phone in one.phones] + [row[3] for row in generate.supervisors()]
    assert len(set(phones)) == 607
    assert all(phone.startswith("161000") and len(phone) == 11 for phone in phones)


def test_seeding_twice_changes_nothing(database: Database, catalogue: Catalogue) -> None:
    first = seeded(database, catalogue)
    before = rows(database)
    assert before["enterprises"]
    assert seeded(database, catalogue) == first
    assert seeded(database, catalogue, NOW + timedelta(hours=71)) == first
    assert rows(database) == before


def test_the_officer_can_join_with_the_link_and_the_own_phone(
    filled: Database, found: Seeded, catalogue: Catalogue
) -> None:
    officer = found.people[OFFICER]
    assert officer["id"] not in found.seated
    with filled.writing() as connection:
        own = ledger(connection, catalogue, officer)
        assert own.actor.seat is None
        invitation = own.invitation(code_of(found))
    assert invitation is not None
    assert invitation.usable
    assert (invitation.place, invitation.role) == ("小满家常菜馆", Role.OFFICER)
    assert digits(officer["phone"]) in invitation.phones


def test_the_others_are_seated_already(filled: Database, found: Seeded, catalogue: Catalogue) -> None:
    assert len(found.people) == 7
    assert set(found.seated) == {person["id"] for person in found.people[1:]}
    with filled.writing() as connection:
        seats = [ledger(connection, catalogue, person).actor.seat for person in found.people[1:]]
        consented = [ledger(connection, catalogue, person).actor.consented for person in found.people[1:]]
        restaurant = ledger(connection, catalogue, found.people[PRINCIPAL]).enterprise()
        shop = ledger(connection, catalogue, found.people[SHOP]).enterprise()
    roles = [Role.PRINCIPAL, Role.OFFICER, Role.TOWN, Role.DISTRICT, Role.DEPARTMENT, Role.GRID]
    assert [seat.role for seat in seats if seat] == roles
    assert seats[3] == Seat(Role.DISTRICT)
    assert all(consented)
    assert (restaurant.name, restaurant.colour) == ("小满家常菜馆", Colour.WHITE)
    assert (shop.name, shop.colour) == ("安澜启明机械加工厂", Colour.BLUE)
    assert shop.town != restaurant.town


def test_a_department_sees_its_industries_in_all_towns_and_a_grid_officer_one_grid(
    filled: Database, found: Seeded, catalogue: Catalogue
) -> None:
    with filled.writing() as connection:
        whole, bureau, grid = (ledger(connection, catalogue, found.people[one]) for one in (4, 5, 6))
        every, own, near = (book.queries().count(Query()) for book in (whole, bureau, grid))
        towns = {one.town for one in bureau.queries().by_town(Query())}
        street = {one.town for one in grid.queries().by_town(Query())}
        restaurant = Query(text="小满家常菜馆")
        assert (bureau.queries().count(restaurant), grid.queries().count(restaurant)) == (1, 1)
    assert 0 < near < own < every
    assert len(towns) == len(TOWNS)
    assert len(street) == 1


def test_the_phones_of_the_page_see_what_is_kept_for_emergencies_and_learned(
    filled: Database, found: Seeded, catalogue: Catalogue
) -> None:
    with filled.writing() as connection:
        principal, town = (ledger(connection, catalogue, found.people[one]) for one in (PRINCIPAL, TOWN))
        cabinet = principal.supplies().depots()
        lessons = principal.lessons().listed(offset=0, limit=5)
        received = principal.warnings().holding()
        warning = town.warnings().last()
        counted = town.warnings().tallied(warning.number if warning else "")
    assert [one.name for one in cabinet] == ["应急柜"]
    assert len(cabinet[0].supplies) == 6
    assert len(lessons) == 2
    assert [(one.warned.title.zh, one.confirmed_by) for one in received] == [("寒潮冰冻", "")]
    assert 0 < counted.answered < counted.confirmed < counted.targets


def test_it_introduces_everybody_in_both_languages(found: Seeded) -> None:
    for person in found.people:
        chinese, _, english = str(person["hint"]).partition(" · ")
        assert any("一" <= char <= "鿿" for char in chinese)
        assert english.isascii()
    assert all({"person", "zh", "en"} <= set(tip) for tip in found.tips)
    assert code_of(found)


@pytest.mark.parametrize(
    "now",
    [
        NOW,
        datetime(2027, 1, 1, 1, tzinfo=UTC),
        datetime(2028, 2, 29, 16, tzinfo=UTC),
        datetime(2026, 12, 31, 15, tzinfo=UTC),
    ],
)
def test_the_digest_has_something_to_say(
    sqlite_database: Database, catalogue: Catalogue, now: datetime
) -> None:
    found = seeded(sqlite_database, catalogue, now)
    with sqlite_database.writing() as connection:
        district = ledger(connection, catalogue, found.people[DISTRICT], now).area(today(now))
        town = ledger(connection, catalogue, found.people[TOWN], now).area(today(now))
        hazards = ledger(connection, catalogue, found.people[DISTRICT], now).hazards(limit=50)
    assert district.today.enterprises == 300
    assert 90 <= district.today.joined <= 120
    assert district.today.open_hazards > district.today.overdue_hazards > 0
    assert district.today.suspected_major == 4
    assert town.today.suspected_major == 3, "one found just now, one that waits, one confirmed"
    assert 0 < town.today.open_hazards < district.today.open_hazards
    assert {one.kind for one in district.exceptions[:2]} == {"listed", "major"}
    assert {hazard.town for hazard in hazards} == set(TOWNS)


def test_nothing_of_the_history_lies_in_the_future(filled: Database) -> None:
    with filled.reading() as connection:
        last = connection.execute(text("SELECT max(at) FROM events")).scalar_one()
        order = [
            row[0]
            for row in connection.execute(
                text("SELECT submitted_at FROM checks WHERE receipt IS NOT NULL ORDER BY receipt")
            )
        ]
    assert last <= NOW.isoformat(timespec="microseconds")
    assert order
    assert order == sorted(order)


def test_everybody_is_known_to_the_stand_in_and_two_cannot_be_reached(
    filled: Database, found: Seeded, catalogue: Catalogue
) -> None:
    with filled.reading() as connection:
        known = {row[0]: row[1] for row in connection.execute(text("SELECT account, reachable FROM people"))}
        town = people.meet(
            connection, Speaker(found.people[TOWN]["id"], "", ""), found.people[TOWN]["id"], NOW
        )
        reach = LedgerOf(connection, town, catalogue, NOW).reach()
        assert (reach.count(), reach.silent()) == (2, 1)
    everybody = {one["id"] for one in found.offstage} | set(found.seated)
    assert set(known) == everybody
    assert sum(not reachable for reachable in known.values()) == 2
    assert all(one["offstage"] for one in found.offstage)


def test_an_invitation_that_expired_unused_is_replaced(
    filled: Database, found: Seeded, catalogue: Catalogue
) -> None:
    later = NOW + timedelta(hours=73)
    second = seeded(filled, catalogue, later)
    assert code_of(second) != code_of(found)
    with filled.writing() as connection:
        waiting = invitations.find(connection, code_of(second), later)
        assert waiting is not None
        assert waiting.usable
    before = rows(filled)
    assert seeded(filled, catalogue, later) == second
    assert rows(filled) == before


def test_an_invitation_that_was_used_is_not(filled: Database, found: Seeded, catalogue: Catalogue) -> None:
    with filled.writing() as connection:
        own = ledger(connection, catalogue, found.people[OFFICER])
        invitation = own.invitation(code_of(found))
        assert invitation is not None
        invitations.use(connection, invitation.number, own.actor.person, NOW)
    assert code_of(seeded(filled, catalogue, NOW + timedelta(days=30))) == code_of(found)


def test_it_does_not_take_back_what_was_changed_since(filled: Database, catalogue: Catalogue) -> None:
    with filled.writing() as connection:
        connection.execute(text("UPDATE enterprises SET name = 'x' WHERE name LIKE '%面馆'"))
    before = rows(filled)
    seeded(filled, catalogue)
    assert rows(filled) == before


def test_each_colour_of_the_district_owes_its_forms(filled: Database) -> None:
    with filled.reading() as connection:
        rows = connection.execute(
            text(
                "SELECT colour, checklist, count(*) FROM duties JOIN enterprises ON id = enterprise GROUP BY 1, 2"
            )
        )
        owed: dict[str, set[str]] = {}
        for colour, checklist, _count in rows:
            owed.setdefault(colour, set()).add(checklist)
        handed_in = {row[0] for row in connection.execute(text("SELECT DISTINCT checklist FROM checks"))}
    always = {"fire_emergency", "resumption"}
    assert owed == {
        "orange": {"hazchem", "general", "flood"} | always,
        "yellow": {"construction", "general", "flood"} | always,
        "blue": {"industrial_trade", "general", "flood"} | always,
        "white": {"nine_small", "catering_gas"} | always,
        "green": {"general"} | always,
    }
    assert handed_in >= {
        "hazchem",
        "construction",
        "industrial_trade",
        "nine_small",
        "general",
        "fire_emergency",
    }
    assert "flood" not in handed_in, "it is November"
