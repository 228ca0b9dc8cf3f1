"""No statement of a supervisor's walk reads a large table as a whole, but for those that are allowed to, each for its reason.

The district here is small; which tables are large in a real one is said below. SQLite plans without knowing sizes. PostgreSQL
plans by them: it is given forty times the rows, each table's spread over ten times the pages, and a look at them.
"""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from bot import moving
from bot.district import command
from bot.district.command import Order
from bot.district.size import Size
from bot.settings import Settings
from checklists.catalogue import Catalogue
from dialogs.render import Texts
from storage.database import Database
from tests import walks
from tests.bench import district
from tests.postgres import Server
from tests.walks import Scan, Walker, watching

UNTIL = datetime(2026, 11, 27, 0, 0, tzinfo=UTC)
SMALL = Size(30, 2, 56, 60, 90, 20, 30, 2, 14, 1, 2)
LARGE = (  # of a district with 10,500 enterprises after a year
    *(
        "answers",
        "checks",
        "closures",
        "commitments",
        "contacts",
        "due",
        "events",
        "facts",
        "hazard_moves",
        "hazards",
    ),
    *(
        "inbox",
        "invitations",
        "joins",
        "media",
        "obligations",
        "outbox",
        "readings",
        "saves",
        "seals",
        "submissions",
    ),
    *(
        "enterprises",
        "people",
        "seats",
        "tellings",
        "duties",
        "receipts",
        "exam_tries",
        "exam_answers",
        "workers",
    ),
    *("coverings", "flags", "grades", "inspections", "rises", "terms", "exams", "exam_results"),
)
TIMES, SPREAD, JUDGED = (
    40,
    10,
    500,
)  # fill factor in per cent; rows from which PostgreSQL's choice says something
# What may read a whole table: a pattern of the statement, and why.
ALLOWED = {
    r"ORDER BY submissions\.submitted_at DESC": "walked from the newest by its index, and left after one page",
    r"FROM enterprises .*ORDER BY enterprises\.(id|name).* LIMIT": "one page, by the number or the name",
    r"^SELECT count\(\*\) .*FROM enterprises": "10,500 short rows, counted by a covering index",
    r"^SELECT count\(\*\) .*FROM \(SELECT enterprises\.id": "the same: how many enterprises a query gives",
    r"^SELECT enterprises\.town, count\(\*\)": "the walk's own question: which town is the largest",
    r"^SELECT areas\.name, enterprises\.colour, count": "coverage of commitments: every enterprise counts once, in one pass",
    r"LEFT OUTER JOIN commitments ON commitments\.id": "lists of commitments: every enterprise has its newest one looked up",
    r"NOT \(EXISTS \(SELECT \* FROM seats WHERE seats\.enterprise = enterprises\.id": "who never joined: each enterprise is looked up once",
    r"^SELECT \(SELECT count\(\*\) AS count_1 FROM enterprises": "figures of the whole district: each unit and seat counts",
    r"^SELECT count\(\*\) AS open, ": "figures of a past moment: every hazard counts (12 ms for 50,000)",
    r"WHERE 0 = 1 ORDER BY": "nobody who may approve: SQLite names the table and reads no row",
    r"people\.reachable = 0": "begins with those who are away as soon as SQLite knows how few they are",
    r"^SELECT areas\.name, count\(DISTINCT seats\.enterprise\)": "silent enterprises town by town: every seat counts",
}
# On PostgreSQL besides, by table.
HASHED = {
    "enterprises": "222 pages of a real district, 0.7 ms: quicker read into a hash than looked up for each of many rows",
    "seats": "136 pages, 0.9 ms: the same, where hundreds of people are looked for",
}


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> Settings:
    made = Settings(data_dir=tmp_path_factory.mktemp("plans"))
    assert command.empty(made.database)
    command.fill(made, catalogue, Order(SMALL, UNTIL, photos=False), lambda _line: None)
    return made


@pytest.fixture
def database(settings: Settings) -> Iterator[Database]:
    opened = Database.open(settings.database)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def large(settings: Settings, postgres_server: Callable[[], Server]) -> Iterator[Database]:
    """The district on PostgreSQL, large enough for its planner to choose as it would in a real one."""
    server = postgres_server()
    grown = district.grown(settings, settings.data_dir, TIMES)
    url = server.empty()
    opened = Database.open(url)
    opened.migrate()
    with opened.writing() as connection:
        for name in LARGE:
            connection.execute(text(f"ALTER TABLE {name} SET (fillfactor = {SPREAD})"))
    moving.move(grown.database, url, lambda _line: None)
    yield opened
    opened.close()
    server.drop(url)


def allowed(scan: Scan) -> bool:
    told = " ".join(scan.statement.split())
    return any(re.search(pattern, told) for pattern in ALLOWED)


def planned(database: Database, catalogue: Catalogue) -> list[Scan]:
    """What reads a large table as a whole on the walks of a district's and a town's supervisor."""
    texts, now = Texts.load(), district.moment_of(database)
    with watching(database) as watch:
        for account in district.supervisors(database)[:2]:
            Walker(database, catalogue, texts, now, account, watch).walk(deeper=1)
        district.digests(database, catalogue, texts, now)
    with database.engine.connect() as connection:
        least = JUDGED if connection.dialect.name == "postgresql" else 0
        found = walks.scans(connection, watch, walks.sizes(connection, LARGE, least))
        connection.rollback()
    return found


def told(these: Iterator[Scan]) -> set[str]:
    return {f"{one.table}: {' '.join(one.statement.split())[:900]}" for one in these}


def forget_sizes(database: Database) -> None:
    """Let SQLite plan by the indexes alone: by what it knows of this small district every table is quickly read."""
    with database.writing() as connection:
        connection.execute(text("DELETE FROM sqlite_stat1"))
    database.close()


def test_no_large_table_is_read_as_a_whole(database: Database, catalogue: Catalogue) -> None:
    forget_sizes(database)
    wrong = told(one for one in planned(database, catalogue) if not allowed(one))
    assert not wrong, "\n\n".join(sorted(wrong))


def test_no_large_table_is_read_as_a_whole_on_postgresql(large: Database, catalogue: Catalogue) -> None:
    found = [one for one in planned(large, catalogue) if one.table not in HASHED]
    wrong = told(one for one in found if not allowed(one))
    assert not wrong, "\n\n".join(sorted(wrong))


def test_a_whole_read_is_known(database: Database) -> None:
    assert whole_reads_of_two(database) == [("hazards", True)]


def test_a_whole_read_is_known_on_postgresql(large: Database) -> None:
    assert whole_reads_of_two(large) == [("hazards", True)]


def whole_reads_of_two(database: Database) -> list[tuple[str, bool]]:
    """Of two statements one needs all rows."""
    with watching(database) as watch, database.engine.connect() as connection:
        connection.execute(text("SELECT count(*) FROM hazards WHERE words = 'x'"))
        connection.execute(text("SELECT number FROM hazards WHERE number = 'x'"))
        found = walks.scans(connection, watch, {"hazards": 1})
        connection.rollback()
    return [(one.table, "words" in one.statement) for one in found]
