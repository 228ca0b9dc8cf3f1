"""Lists of hazards: every sieve on every page in every scope is what a plain filter over all rows gives, and goes by index."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, insert, select

from checklists.catalogue import Catalogue
from checklists.schema import Severity
from safety.deeds import Hand
from safety.events import CheckSubmitted, HazardFound
from safety.hazard_ledger import Hazard, HazardSource, HazardState
from safety.listing import Listing
from safety.lists import EVERYTHING, LONGEST, Sieve, Stage, number_end, sought
from safety.people import Right
from storage import facts
from storage.database import Database
from storage.facts import Statement
from storage.hazards import page
from storage.listings import to_json
from storage.scope import Reach, Scope
from storage.sifting import WAITS, Sifter
from storage.tables.ledger import WAITS as INDEXED
from storage.tables.ledger import hazards as table
from tests import cast as casting
from tests.cast import ALICE, BOB, CHARLIE, DONG, NOBODY, TANG, WEI, Cast, Speaker
from tests.sifted import Reader, lets_through

SPEAKERS = (ALICE, BOB, CHARLIE, TANG, WEI, DONG, NOBODY)
ODD = [
    "%",
    "_",
    "100%_",
    "'",
    '"; --',
    "\\",
    "\x00",
    "😀",
    "",
    " ",
    "漏" * 4000,
    "ＡＢＣ",
    "abc",
    "老",
    "exit",
]
LISTED = to_json(Listing("GP-2026-000001", date(2026, 11, 20), date(2026, 12, 20), "限期", 1))
WORDS = ["软管老化", "灭火器过期 ABC", "100%_堵塞", "it's \\ odd", "", "😀"]


@pytest.fixture
def full(cast: Cast) -> Iterator[tuple[Cast, Connection]]:
    """Some hazards of checks, and 160 of all sorts in both enterprises."""
    with cast.database.writing() as connection:
        for speaker in (ALICE, CHARLIE):
            cast.does(connection, speaker, cast.begun("kitchen"))
            for question in ("exit", "gas"):
                day = date(2026, 11, 20 if question == "exit" else 30)
                event = HazardFound(
                    cast.key("kitchen"), question, Severity.GENERAL, day, suspected_major=False
                )
                cast.does(connection, speaker, event)
        cast.does(connection, ALICE, CheckSubmitted(cast.key("kitchen"), 50, 1, 2, 1))
        people = [cast.actor(connection, one).person for one in (ALICE, BOB, CHARLIE)]
        dice = random.Random(20261123)
        connection.execute(insert(table), [sort(cast, dice, people, number) for number in range(5, 165)])
        said = [(cast.east, "trade", True), (cast.west, "trade", True), (cast.west, "trade", False)]
        for enterprise, fact, value in [*said, (cast.west, "food", True)]:
            facts.state(connection, [Statement(enterprise, fact, value, "import")], cast.now)
        yield cast, connection


def sort(cast: Cast, dice: random.Random, people: list[int], number: int) -> dict[str, object]:
    state = dice.choice(list(HazardState))
    major = dice.random() < 0.3
    fixing = state in {HazardState.PLANNED, HazardState.FIXING, HazardState.REVIEW}
    over = state in {HazardState.CLOSED, HazardState.DUPLICATE}
    wanted = {"day": "2026-12-09", "reason": "parts", "person": people[0]}
    return {
        "number": f"YH-{dice.choice([2025, 2026])}-{number:06d}",
        "enterprise": dice.choice([cast.east, cast.west]),
        "severity": Severity.MAJOR if major else Severity.GENERAL,
        "suspected_major": major,
        "state": state,
        "due": date(2026, 11, 23) + timedelta(days=dice.randint(-3, 3)),
        "found_at": cast.now - timedelta(days=dice.randint(0, 9)),
        "found_by": dice.choice(people),
        "reported_at": dice.choice([None, cast.now]),
        "source": dice.choice(list(HazardSource)),
        "place": dice.choice(["后厨", "abc 仓库", ""]),
        "words": dice.choice(WORDS),
        "owner": dice.choice([None, *people]),
        "wanted": wanted if fixing and dice.random() < 0.5 else None,
        "evidence_by": dice.choice([None, *people]),
        "graded_up": dice.random() < 0.3,
        "listing": LISTED if major and dice.random() < 0.3 else None,
        "closed_at": cast.now - timedelta(hours=dice.randint(0, 24 * 100)) if over else None,
        "recurs": "YH-2025-000001" if dice.random() < 0.4 else None,
    }


def everything(full: tuple[Cast, Connection], speaker: Speaker) -> list[Hazard]:
    """Every hazard there is, as long as the speaker may know of it, one looked up after the other."""
    cast, connection = full
    ledger = cast.ledger(connection, speaker)
    numbers = connection.execute(select(table.c.number).order_by(table.c.id)).scalars().all()
    return [one for number in numbers if (one := ledger.hazard(number)) is not None]


def plainly(full: tuple[Cast, Connection], speaker: Speaker, sieve: Sieve) -> list[str]:
    cast, connection = full
    actor = cast.actor(connection, speaker)
    hand = Hand(actor.person, actor.may(Right.TREAT_HAZARD), actor.may(Right.VERIFY_HAZARD))
    reader = Reader(hand, date(2026, 11, 23), names=speaker in {TANG, WEI, DONG})
    trades = {"东风面馆": {"trade"}, "西风面馆": {"food"}}
    found = []
    for one in everything(full, speaker):
        trade = sieve.industry if sieve.industry in trades[one.enterprise] else "-"
        asked = f"{one.question}?" if one.question else ""
        if lets_through(sieve, one, reader, trade, asked, ""):
            found.append(one)
    ids = dict(connection.execute(select(table.c.number, table.c.id)).all())
    if sieve.stage is Stage.CLOSED and not sieve.digits:
        return [one.number for one in sorted(found, key=lambda o: (o.closed_at, ids[o.number]), reverse=True)]
    suspected = dict(connection.execute(select(table.c.number, table.c.suspected_major)).all())
    return [
        one.number for one in sorted(found, key=lambda o: (not suspected[o.number], o.due, ids[o.number]))
    ]


sieves = st.builds(
    Sieve,
    stage=st.sampled_from(Stage),
    major=st.booleans(),
    mine=st.booleans(),
    town=st.sampled_from(["", "", "东镇", "西镇", "没有"]),
    industry=st.sampled_from(["", "", "trade", "food", "none"]),
    source=st.sampled_from(["", "", *(one.value for one in HazardSource)]),
    digits=st.sampled_from(["", "", "", "1", "12", "000012", "-2026-000012", "999"]),
    text=st.sampled_from(
        ["", "", "后厨", "abc", "%", "_", "100%_", "'", "\\", "东风", "风面", "exit", "没有"]
    ),
    since=st.sampled_from(["", "", "", "2026-10-20", "2026-11-17", "2026-11-23"]),
    until=st.sampled_from(["", "", "", "2026-11-01", "2026-11-20", "2026-11-23"]),
    again=st.sampled_from([False, False, False, True]),
    timely=st.sampled_from([False, False, False, True]),
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sieve=sieves, speaker=st.sampled_from(SPEAKERS), offset=st.integers(0, 12), limit=st.integers(1, 9))
def test_a_page_is_what_a_plain_filter_over_all_rows_gives(
    full: tuple[Cast, Connection], sieve: Sieve, speaker: Speaker, offset: int, limit: int
) -> None:
    cast, connection = full
    expected = plainly(full, speaker, sieve)
    ledger = cast.ledger(connection, speaker)
    assert ledger.count_hazards(sieve) == len(expected)
    shown = [one.number for one in ledger.hazards(offset=offset, limit=limit, sieve=sieve)]
    assert shown == expected[offset : offset + limit]


@pytest.mark.parametrize("text", ODD)
@pytest.mark.parametrize("speaker", [ALICE, DONG, NOBODY])
def test_hostile_words_are_only_words(full: tuple[Cast, Connection], text: str, speaker: Speaker) -> None:
    cast, connection = full
    words = sought(text)
    assert len(words) <= LONGEST
    sieve = Sieve(text=words)
    shown = [one.number for one in cast.ledger(connection, speaker).hazards(limit=500, sieve=sieve)]
    assert shown == plainly(full, speaker, sieve)


def test_a_number_outside_the_scope_does_not_exist(full: tuple[Cast, Connection]) -> None:
    cast, connection = full
    seen = {speaker: {one.number for one in everything(full, speaker)} for speaker in SPEAKERS}
    for number in seen[DONG]:
        end = number_end(number)
        assert end is not None
        for speaker in SPEAKERS:
            found = cast.ledger(connection, speaker).hazards(limit=9, sieve=Sieve(digits=end))
            assert {one.number for one in found} == {number} & seen[speaker], (number, speaker)


def test_towns_are_offered_to_who_sees_several(full: tuple[Cast, Connection]) -> None:
    cast, connection = full
    offered = {speaker: list(cast.ledger(connection, speaker).towns()) for speaker in SPEAKERS}
    assert offered == {speaker: [] for speaker in SPEAKERS} | {DONG: ["东镇", "西镇"]}


@pytest.mark.parametrize(
    ("typed", "end"),
    [
        ("YH-2026-000123", "-2026-000123"),
        ("yh2026000123", "-2026-000123"),
        (" ＹＨ－２０２６－０００１２３ ", "-2026-000123"),
        ("2026-123", "-2026-000123"),
        ("#123", "123"),
        ("１２３", "123"),
        ("12345", "12345"),
        ("2026", "2026"),
        ("1234567", None),
        ("YH", None),
        ("东方红3号", None),
        ("٣", None),
        ("-1", None),
        ("", None),
    ],
)
def test_a_number_is_read_whole_or_by_its_last_digits(typed: str, end: str | None) -> None:
    assert number_end(typed) == end


@given(sieve=sieves)
def test_a_sieve_is_read_back_as_it_was(sieve: Sieve) -> None:
    assert Sieve.read(sieve.plain()) == sieve


@pytest.mark.parametrize(
    "kept", [None, 3, "x", [], {"stage": "x", "major": 1, "town": 7, "text": None}, {"stage": None}]
)
def test_a_foreign_sieve_holds_nothing_back(kept: object) -> None:
    assert Sieve.read(kept) == EVERYTHING


@pytest.mark.parametrize(
    ("sieve", "step"),
    [
        (Sieve(), "USING COVERING INDEX ix_hazards_worst"),
        (Sieve(Stage.OVERDUE), "USING COVERING INDEX ix_hazards_worst"),
        (Sieve(town="东镇", major=True, mine=True, source="tip"), "USING COVERING INDEX ix_hazards_worst"),
        (Sieve(Stage.CLOSED), "USING COVERING INDEX ix_hazards_closed (closed_at>?)"),
        (Sieve(Stage.WAITING), "USING INDEX ix_hazards_waits"),
        (Sieve(industry="food"), "SEARCH facts USING INDEX ix_facts_fact (fact=?)"),
        (Sieve(digits="-2026-000001"), "SEARCH hazards USING INDEX sqlite_autoindex_hazards_2 (number=?)"),
        (Sieve(digits="123"), "SCAN any_hazard USING COVERING INDEX sqlite_autoindex_hazards_2"),
    ],
)
@pytest.mark.parametrize("reach", [Reach.AREA, Reach.DISTRICT])
def test_a_page_goes_by_index(
    sqlite_database: Database, catalogue: Catalogue, sieve: Sieve, step: str, reach: Reach
) -> None:
    """50,000 open hazards of 200,000, 10,500 enterprises: a page 1 ms, with an industry 8 ms; words 45 ms (a walk)."""
    cast = casting.seat(sqlite_database, catalogue)
    with cast.database.reading() as connection:
        sifter = Sifter(cast.actor(connection, DONG), catalogue, cast.now.date())
        statement = page(Scope(reach, cast.east_town), sifter, sieve, 0, 4)
        bound = statement.params(place=cast.east_town)
        text = str(bound.compile(connection, compile_kwargs={"literal_binds": True}))
        plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}")]
    assert any(step in one for one in plan), plan
    sorted_first = any(one.startswith("USE TEMP B-TREE") for one in plan[:-1])
    assert sorted_first is (sieve.digits == "123"), plan


def test_the_index_of_what_waits_says_what_the_statement_says() -> None:
    """The words of the partial index and of the statement are the same, or SQLite would not use it."""
    spoken = str(WAITS.compile(compile_kwargs={"literal_binds": True})).replace("hazards.", "")
    assert spoken == str(INDEXED)
