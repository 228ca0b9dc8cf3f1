"""The made-up district: a year lived by the rules, sealed every day, the same every time; carried to PostgreSQL as it is."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, func, select, text

from bot import keys, moving, verifying
from bot.district import command
from bot.district.command import Order
from bot.district.filling import Filled
from bot.district.size import DISTRICT, Size
from bot.headfiles import FOLDER, HeadFiles
from bot.settings import Settings
from checklists.catalogue import Catalogue
from safety.calendar import today
from safety.hazard_ledger import HazardState
from safety.hazards import OVER, TRANSITIONS
from safety.hazards import HazardAction as A
from safety.people import AreaKind, Role
from safety.visits import Ending, VisitState, counts_as
from storage import numbers, snapshots
from storage.carrying import NotEmpty
from storage.database import Database
from storage.hasty import hasty
from storage.multiplying import multiply
from storage.numbers import Series
from storage.tables import metadata
from storage.tables.checks import checks
from storage.tables.events import events
from storage.tables.inspections import coverings, inspections
from storage.tables.ledger import areas, enterprises, hazard_moves, hazards
from storage.tables.people import people, seats
from tests.postgres import Server

UNTIL = datetime(2026, 11, 27, 0, 0, tzinfo=UTC)
SMALL = Size(24, 3, 60, 90, 150, 12, 20, 2, 14, 2, 3)


def filled(folder: Path, catalogue: Catalogue) -> tuple[Settings, Filled]:
    settings = Settings(data_dir=folder)
    folder.mkdir(parents=True, exist_ok=True)
    assert command.empty(settings.database)
    return settings, command.fill(settings, catalogue, Order(SMALL, UNTIL), lambda _line: None)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> tuple[Settings, Filled]:
    return filled(tmp_path_factory.mktemp("district"), catalogue)


@pytest.fixture
def connection(made: tuple[Settings, Filled]) -> Connection:
    database = Database.open(made[0].database)
    with database.reading() as connection:
        yield connection
    database.close()


def whole(settings: Settings) -> bool:
    key = keys.load(keys.path_of(settings))
    assert key is not None
    files = HeadFiles(settings.data_dir / FOLDER)
    return verifying.check(settings, files, {key.public}, photos=True).whole


def test_nothing_that_was_tried_was_against_the_rules(made: tuple[Settings, Filled]) -> None:
    assert not made[1].refused


def test_there_is_as_much_as_the_size_says(connection: Connection) -> None:
    def count(column: object, *where: object) -> int:
        return int(connection.execute(select(func.count(column)).where(*where)).scalar_one())  # type: ignore[arg-type]

    assert count(enterprises.c.id) == SMALL.enterprises
    assert abs(count(people.c.id) - SMALL.people) <= 1
    assert count(checks.c.id, checks.c.submitted_at.is_not(None)) >= SMALL.checks * 0.95
    assert count(hazards.c.id) >= SMALL.hazards * 0.9


def test_inspections_are_held_and_find_what_the_size_says(connection: Connection) -> None:
    held = connection.execute(select(inspections)).all()
    ended = [row for row in held if row.state is VisitState.CLOSED]
    assert len(held) >= SMALL.visits * 0.9
    assert len(ended) >= len(held) - 1
    assert all(row.number and row.sha256 for row in ended)
    assert {row.ending for row in ended} >= {Ending.CONFIRMED}
    found = connection.execute(select(hazards).where(hazards.c.visit.is_not(None))).all()
    assert SMALL.visit_hazards * 0.8 <= len(found) <= SMALL.visit_hazards
    assert sum(row.items or 0 for row in ended) == len(
        [one for one in found if one.state is not HazardState.FOUND]
    )


def test_an_inspection_is_held_by_two_and_covers_the_enterprise(connection: Connection) -> None:
    for row in connection.execute(select(inspections).where(inspections.c.state == VisitState.CLOSED)):
        assert row.role is Role.EXPERT or (row.second is not None and row.second_at is not None)
        reached = connection.execute(select(coverings.c.how).where(coverings.c.about == row.number)).scalars()
        assert list(reached) == [counts_as(row.role, row.ending, looked=True)]


def test_what_inspectors_found_is_closed_by_another_supervisor(connection: Connection) -> None:
    inside = set(connection.execute(select(seats.c.person).where(seats.c.enterprise.is_not(None))).scalars())
    on_site = hazards.c.visit.is_not(None) & (hazards.c.state == HazardState.CLOSED)
    closed = connection.execute(select(hazards).where(on_site)).all()
    assert closed
    assert all(row.closed_by not in inside and row.closed_by != row.found_by for row in closed)


def test_departments_and_grids_have_somebody(connection: Connection) -> None:
    watched = select(areas.c.kind, seats.c.role).join(areas, areas.c.id == seats.c.area).distinct()
    found = {tuple(row) for row in connection.execute(watched)}
    assert found == {
        (AreaKind.TOWN, Role.TOWN),
        (AreaKind.DEPARTMENT, Role.DEPARTMENT),
        (AreaKind.GRID, Role.GRID),
    }
    grids = select(areas.c.id).where(areas.c.kind == AreaKind.GRID)
    manned = select(seats.c.area).where(seats.c.role == Role.GRID)
    assert set(connection.execute(grids).scalars()) == set(connection.execute(manned).scalars())


def test_every_life_goes_by_the_table_and_forward_in_time(connection: Connection) -> None:
    reached: dict[int, HazardState] = {}
    last: dict[int, datetime] = {}
    for row in connection.execute(select(hazard_moves).order_by(hazard_moves.c.id)):
        if row.before is not None and row.action != "note":
            action = A(row.action)
            assert TRANSITIONS[row.before][action] is row.after
            assert reached.get(row.hazard, row.before) is row.before
        assert row.at >= last.get(row.hazard, row.at)
        reached[row.hazard], last[row.hazard] = row.after, row.at
    for row in connection.execute(select(hazards)):
        assert row.id not in reached or reached[row.id] is row.state or row.state is HazardState.WITHDRAWN


def test_who_finds_does_not_close_and_a_major_one_is_closed_by_a_supervisor(connection: Connection) -> None:
    inside = set(connection.execute(select(seats.c.person).where(seats.c.enterprise.is_not(None))).scalars())
    closed = connection.execute(select(hazards).where(hazards.c.state == HazardState.CLOSED)).all()
    assert closed
    for row in closed:
        assert row.closed_by != row.found_by
        assert row.closure
        if row.suspected_major or row.graded_up:
            assert row.closed_by not in inside


def test_there_are_open_ones_overdue_ones_and_closed_ones(connection: Connection) -> None:
    rows = connection.execute(select(hazards.c.state, hazards.c.due)).all()
    states = Counter(row.state for row in rows)
    assert states[HazardState.CLOSED] > len(rows) / 2
    open_ = [row for row in rows if row.state not in OVER]
    assert open_
    assert any(row.due < today(UNTIL) for row in open_)


def test_everything_happens_one_after_the_other_and_before_the_end(connection: Connection) -> None:
    moments = connection.execute(select(events.c.at).order_by(events.c.id)).scalars().all()
    assert list(moments) == sorted(moments)
    assert moments[-1] <= UNTIL


def test_the_record_is_whole_with_a_head_of_every_day(made: tuple[Settings, Filled]) -> None:
    assert whole(made[0])
    assert len(HeadFiles(made[0].data_dir / FOLDER).days()) > 300


def test_the_same_district_every_time(
    made: tuple[Settings, Filled], tmp_path: Path, catalogue: Catalogue
) -> None:
    other, _ = filled(tmp_path / "again", catalogue)
    assert rows_of(other.database) == rows_of(made[0].database)


def rows_of(url: str) -> list[tuple[object, ...]]:
    database = Database.open(url)
    try:
        with database.reading() as connection:
            found = connection.execute(
                select(events.c.at, events.c.kind, events.c.subject).order_by(events.c.id)
            )
            return [tuple(row) for row in found]
    finally:
        database.close()


def test_a_second_one_is_refused(made: tuple[Settings, Filled]) -> None:
    assert command.main(made[0], "street", UNTIL, photos=False) == command.USAGE
    assert command.main(made[0], "moon", UNTIL, photos=False) == command.USAGE


def test_the_real_size_is_that_of_the_article() -> None:
    assert (DISTRICT.enterprises, DISTRICT.people, DISTRICT.checks, DISTRICT.hazards) == (
        10_500,
        13_000,
        40_000,
        50_000,
    )
    assert (DISTRICT.hazchem, DISTRICT.visits, DISTRICT.visit_hazards, DISTRICT.lessons) == (
        34,
        7_359,
        12_491,
        201,
    )


def test_it_moves_to_postgresql_as_it_is(
    made: tuple[Settings, Filled], postgres_server: Callable[[], Server]
) -> None:
    server = postgres_server()
    url = server.empty()
    try:
        moving.move(made[0].database, url, lambda _line: None)
        there = Settings(data_dir=made[0].data_dir, database_url=url)
        assert whole(there)
        assert counted(url) == counted(made[0].database)
        assert looked_at(url)
        goes_on(url)
        with pytest.raises(NotEmpty):
            moving.move(made[0].database, url, lambda _line: None)
    finally:
        server.drop(url)


def counted(url: str) -> dict[str, int]:
    database = Database.open(url)
    try:
        with database.reading() as connection:
            return {
                table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
                for table in metadata.sorted_tables
            }
    finally:
        database.close()


def looked_at(url: str) -> bool:
    """Whether PostgreSQL's planner knows how many rows came."""
    database = Database.open(url)
    try:
        with database.reading() as connection:
            known = connection.execute(text("SELECT reltuples FROM pg_class WHERE relname = 'hazard_moves'"))
            moves = connection.execute(select(func.count()).select_from(hazard_moves)).scalar_one()
            return bool(moves == known.scalar_one())
    finally:
        database.close()


def goes_on(url: str) -> None:
    """New rows get new numbers."""
    database = Database.open(url)
    try:
        with database.writing() as connection:
            last = connection.execute(select(func.max(events.c.id))).scalar_one()
            row = {"at": UNTIL, "kind": "person:said", "subject": "x", "body": {}, "ordinal": 0}
            assert connection.execute(events.insert().returning(events.c.id), row).scalar_one() == last + 1
            number = numbers.next_number(connection, Series.HAZARD, UNTIL)
            known = select(func.count()).where(hazards.c.number == number)
            assert connection.execute(known).scalar_one() == 0
    finally:
        database.close()


def test_copies_hold_so_many_times_as_much(made: tuple[Settings, Filled], tmp_path: Path) -> None:
    path = tmp_path / "many.db"
    snapshots.copy_sqlite(Path(made[0].database.removeprefix("sqlite:///")), path)
    before = counted(made[0].database)
    database = hasty(f"sqlite:///{path}")
    with database.writing() as connection:
        multiply(connection, 3, lambda _line: None)
        assert not connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    database.close()
    after = counted(f"sqlite:///{path}")
    for table in ("enterprises", "people", "checks", "answers", "hazards", "hazard_moves", "obligations"):
        assert after[table] == 3 * before[table], table
    assert (after["areas"], after["events"]) == (before["areas"], before["events"])
