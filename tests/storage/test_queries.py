"""Queries over enterprises: SQL finds what a plain filter over all of them finds, in every scope, and never walks large tables."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, insert, select

from checklists.answers import JsonValue
from checklists.catalogue import Catalogue
from checklists.conditions import Condition
from checklists.facts import DerivedFact, Fact
from checklists.grading import Covered
from checklists.reminders import Activity
from checklists.schema import Severity
from checklists.words import Words
from safety.enterprises import Colour
from safety.hazard_ledger import HazardState
from safety.hazards import OPEN
from safety.people import AreaKind, Role
from safety.queries import ANY_FORM, EVERYBODY, NOBODY, NOW, Hazardous, InTown, Query, Range
from safety.visits import VisitKind, VisitState
from storage import coverage, duties, facts, queries
from storage.database import Database
from storage.places import TOWN, area_id
from storage.queries import Asker
from storage.scope import Reach, Scope
from storage.tables.checks import checks
from storage.tables.inspections import inspections
from storage.tables.ledger import enterprises, hazards
from storage.tables.people import seats
from storage.tables.silences import silences
from tests import cast as casting
from tests.cast import ALICE, BOB, DONG, TANG, Cast
from tests.cast import NOBODY as NOBODY_YET
from tests.queried import Known, means
from tests.storage.test_pledges import packs, signs

TODAY = date(2026, 11, 23)
TOWNS = ("东镇", "西镇", "北镇")
PERIODS = {"kitchen": "2026-11", "bottles": "2026-11", "flood": "2026-Q4"}
CODE = "9137000000000{:04d}Q"


@pytest.fixture
def catalogue(catalogue: Catalogue) -> Catalogue:
    """Industries, and facts that follow from others in every way a condition has."""

    def fact(name: str) -> Fact:
        return Fact(id=name, prompt=Words(name, name))

    derived = (
        DerivedFact(id="uses_lpg", when=Condition(fact="gas_lpg")),
        DerivedFact(id="fuel", when=Condition(any=(Condition(fact="uses_lpg"), Condition(fact="gas_pipe")))),
        DerivedFact(
            id="big_flame",
            when=Condition(all=(Condition(fact="fuel"), Condition(fact="staff", at_least=100))),
        ),
        DerivedFact(id="cold", when=Condition.model_validate({"not": {"fact": "fuel"}})),
    )
    sheet = catalogue.facts.model_copy(
        update={
            "industries": (fact("trade"), fact("food")),
            "asked": (fact("gas_lpg"), fact("gas_pipe")),
            "derived": derived,
        }
    )
    whole = packs(catalogue)
    owing = {colour: one for colour, one in whole.commitments.items() if colour != Colour.GREEN}
    return replace(whole, facts=sheet, commitments=owing)


@dataclass
class Crowd:
    """Many enterprises and, for each, what is plainly known of it."""

    cast: Cast
    connection: Connection
    known: list[Known]

    def asker(self, town: str | None = None) -> Asker:
        place = area_id(self.connection, TOWN, town) if town else None
        reach = Reach.AREA if town else Reach.DISTRICT
        return Asker(Scope(reach, place), self.cast.catalogue, self.cast.now)

    def plainly(self, query: Query, town: str | None) -> list[str]:
        inside = [one for one in self.known if town in {None, one.town}]
        return [one.code for one in inside if means(query, one, TODAY)]

    def read(self, query: Query, town: str | None) -> list[str]:
        asker = self.asker(town)
        found = queries.page(self.connection, query, asker, limit=1000)
        assert queries.count(self.connection, query, asker) == len(found)
        towns = sorted({one.town for one in found})
        counted = [InTown(name, sum(one.town == name for one in found)) for name in towns]
        assert sorted(queries.by_town(self.connection, query, asker), key=lambda one: one.town) == counted
        return [one.credit_code for one in found]


@pytest.fixture
def crowd(database: Database, catalogue: Catalogue) -> Iterator[Crowd]:
    """Sixty enterprises of all sorts behind the two that have people; east has signed, green owes no signature."""
    cast = casting.seat(database, catalogue)
    with database.writing() as connection:
        dice = random.Random(20261123)
        signs(connection, cast, BOB)
        none = catalogue.facts.derive({})
        east = Known("91370000000000001A", "东风面馆", "东镇", "white", facts=none)
        west = Known("91370000000000002B", "西风面馆", "西镇", "white", facts=none)
        person = cast.actor(connection, ALICE).person
        made = [_entered(cast, connection, dice, number, person) for number in range(60)]
        known = [replace(east, undone=owed(catalogue, east)), with_undone(catalogue, west, set())]
        known += [with_undone(catalogue, one, done) for one, done in made]
        duties.refresh(connection, catalogue, cast.now)
        yield Crowd(cast, connection, known)


def owed(catalogue: Catalogue, one: Known) -> frozenset[str]:
    """An enterprise that stands still owes no self-check."""
    return frozenset(catalogue.for_enterprise(one.colour, one.facts) if one.activity in duties.WORKS else ())


def with_undone(catalogue: Catalogue, one: Known, done: set[str]) -> Known:
    unsigned = one.colour in catalogue.commitments
    return replace(one, undone=owed(catalogue, one) - done, unsigned=unsigned)


def _entered(
    cast: Cast, connection: Connection, dice: random.Random, number: int, person: int
) -> tuple[Known, set[str]]:
    """One more enterprise, and the forms of the current period that it has handed in."""
    town, colour, activity = dice.choice(TOWNS), dice.choice(list(Colour)), dice.choice(list(Activity))
    department, grid = dice.choice(["", "住建局", "应急局"]), dice.choice(["", "东镇一格"])
    row = {
        "credit_code": CODE.format(number),
        "name": f"{dice.choice(['面馆', 'Pump 100%', '泵_站'])}{number}",
        "colour": colour,
        "town": area_id(connection, TOWN, town),
        "added_at": cast.now,
        "activity": activity,
        "department": area_id(connection, AreaKind.DEPARTMENT, department) if department else None,
        "grid": area_id(connection, AreaKind.GRID, grid) if grid else None,
    }
    here = connection.execute(insert(enterprises).values(row).returning(enterprises.c.id)).scalar_one()
    stated = _state(cast, connection, dice, here)
    checked, done = _check(cast, connection, dice, here, person)
    inspected, covered = _inspected(cast, connection, dice, here, person)
    joined, silent = _people(cast, connection, dice, here, person)
    known = Known(
        row["credit_code"], row["name"], town, colour.value, activity.value,
        facts=cast.catalogue.facts.derive(stated), checked=checked,
        inspected=inspected,
        covered=covered,
        department=department,
        grid=grid,
        hazards=_hazards(cast, connection, dice, here, person), joined=joined, silent=silent,
    )  # fmt: skip
    return known, done


SAID: dict[str, list[JsonValue]] = {
    "gas_lpg": [True, False, None],
    "gas_pipe": [True, False, None],
    "trade": [True, False],
    "food": [True, None],
    "staff": [5, 99, 100, "250", "12.5", True, None],
}


def _state(cast: Cast, connection: Connection, dice: random.Random, here: int) -> facts.Facts:
    """Some statements, of which the last of each fact counts."""
    for _ in range(dice.randint(0, 9)):
        fact = dice.choice(list(SAID))
        statement = facts.Statement(here, fact, dice.choice(SAID[fact]), "test")
        facts.state(connection, [statement], cast.now)
    return facts.stated(connection, here)


def _check(
    cast: Cast, connection: Connection, dice: random.Random, here: int, person: int
) -> tuple[date | None, set[str]]:
    """Some checks, handed in or only begun, in this period or an earlier one."""
    days, done = [], set()
    for form in dice.sample(list(PERIODS), dice.randint(0, 3)):
        ago, handed_in = dice.choice([0, 1, 29, 30, 31, 89, 90, 91]), dice.random() < 0.7
        now = dice.random() < 0.5
        moment = cast.now - timedelta(days=ago)
        row = {
            "enterprise": here,
            "checklist": form,
            "period": PERIODS[form] if now else "2026-01",
            "form": cast.catalogue.checklists[form].fingerprint,
            "due": date(2026, 11, 30),
            "begun_at": moment,
            "begun_by": person,
            "submitted_at": moment if handed_in else None,
        }
        connection.execute(insert(checks).values(row))
        days += [TODAY - timedelta(days=ago)] if handed_in else []
        done |= {form} if handed_in and now else set()
    return max(days, default=None), done


def _inspected(
    cast: Cast, connection: Connection, dice: random.Random, here: int, person: int
) -> tuple[date | None, bool]:
    """Perhaps an inspection, closed or not; perhaps reached in this quarter, or in the one before."""
    ago, closed, covered = dice.choice([0, 30, 89, 90, 91]), dice.random() < 0.4, dice.random() < 0.4
    row = {
        "enterprise": here,
        "kind": next(iter(VisitKind)),
        "state": next(iter(VisitState)),
        "lead": person,
        "role": Role.TOWN,
        "begun_at": cast.now - timedelta(days=100),
        "closed_at": cast.now - timedelta(days=ago) if closed else None,
    }
    connection.execute(insert(inspections).values(row))
    moment = cast.now if covered else cast.now - timedelta(days=100)
    coverage.note(connection, here, next(iter(Covered)), f"check/{here}", moment)
    return (TODAY - timedelta(days=ago) if closed else None), covered


def _people(
    cast: Cast, connection: Connection, dice: random.Random, here: int, person: int
) -> tuple[bool, bool]:
    joined = dice.random() < 0.7
    silent = joined and dice.random() < 0.4
    over = None if silent or dice.random() < 0.5 else cast.now
    if joined:
        seat = {"person": person, "role": Role.WORKER, "enterprise": here, "since": cast.now, "until": over}
        connection.execute(insert(seats).values(seat))
    if silent or dice.random() < 0.2:
        until = None if silent else cast.now
        connection.execute(insert(silences).values(enterprise=here, since=cast.now, until=until))
    return joined, silent


def _hazards(
    cast: Cast, connection: Connection, dice: random.Random, here: int, person: int
) -> frozenset[Hazardous]:
    found: set[Hazardous] = set()
    for number in range(dice.randint(0, 2)):
        state, major = dice.choice(list(HazardState)), dice.random() < 0.3
        due, seen = TODAY + timedelta(days=dice.randint(-1, 1)), dice.random() < 0.6
        row = {
            "number": f"YH-2026-{here:04d}{number:02d}",
            "enterprise": here,
            "severity": Severity.MAJOR if major and dice.random() < 0.5 else Severity.GENERAL,
            "suspected_major": major and dice.random() < 0.5,
            "state": state,
            "due": due,
            "found_at": cast.now,
            "found_by": person,
            "reported_at": cast.now if seen else None,
        }
        connection.execute(insert(hazards).values(row))
        if state in OPEN and (seen or row["suspected_major"]):
            found |= {Hazardous.OPEN} | ({Hazardous.OVERDUE} if due < TODAY else set())
            found |= {Hazardous.MAJOR} if row["suspected_major"] or row["severity"] == "major" else set()
    return frozenset(found)


asked = st.builds(
    Query,
    text=st.sampled_from(["", "", "", "面馆", "pump", "100%", "_", "%", "\\", "9137000000000003q", "没有"]),
    codes=st.sampled_from([(), (), (), tuple(CODE.format(n) for n in range(30)), ("无",)]),
    towns=st.sets(st.sampled_from([*TOWNS, "无"]), max_size=2).map(lambda found: tuple(sorted(found))),
    colours=st.sets(st.sampled_from([*Colour]), max_size=3).map(lambda found: tuple(sorted(found))),
    activities=st.sets(st.sampled_from([*Activity]), max_size=3).map(lambda found: tuple(sorted(found))),
    industries=st.sampled_from([(), (), ("trade",), ("food",), ("food", "trade"), ("none",)]),
    facts=st.dictionaries(
        st.sampled_from(["gas_lpg", "uses_lpg", "fuel", "big_flame", "cold", "none"]),
        st.booleans(),
        max_size=2,
    ).map(lambda found: tuple(found.items())),
    ranges=st.sampled_from(
        [(), (), (Range("staff", 100),), (Range("staff", None, 12),), (Range("staff", 5, 99),)]
    ),
    not_checked_days=st.sampled_from([0, 0, 1, 30, 90]),
    departments=st.sampled_from([(), (), ("住建局",), ("住建局", "应急局"), ("无",)]),
    grids=st.sampled_from([(), (), ("东镇一格",)]),
    not_inspected_days=st.sampled_from([0, 0, 30, 90]),
    not_covered=st.sampled_from(["", "", NOW, "2026-Q4"]),
    undone=st.sampled_from(["", "", ANY_FORM, "kitchen", "bottles", "flood", "none"]),
    hazards=st.sampled_from(["", "", *Hazardous]),
    unsigned=st.booleans(),
    never_joined=st.sampled_from([False, False, True]),
    silent=st.sampled_from([False, False, True]),
    nobody=st.sampled_from([False] * 9 + [True]),
)
few = st.sets(st.sampled_from([one for one in Query.__dataclass_fields__ if one != "nobody"]), max_size=3)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=asked, kept=few, town=st.sampled_from([None, None, *TOWNS]))
def test_sql_finds_what_a_plain_filter_finds(
    crowd: Crowd, query: Query, kept: set[str], town: str | None
) -> None:
    query = replace(EVERYBODY, **{name: getattr(query, name) for name in kept})
    assert crowd.read(query, town) == crowd.plainly(query, town)
    assert Query.from_json(query.to_json()) == query


def test_every_part_of_a_query_holds_somebody_back_and_lets_somebody_in(crowd: Crowd) -> None:
    parts = [
        Query(text="面馆"), Query(towns=("东镇",)), Query(colours=("white", "green")), Query(activities=("stopped",)),
        Query(industries=("trade",)), Query(facts=(("fuel", True),)), Query(facts=(("fuel", False),)),
        Query(facts=(("big_flame", True),)), Query(facts=(("cold", True),)), Query(ranges=(Range("staff", 100),)),
        Query(not_checked_days=90),
        Query(not_inspected_days=90),
        Query(not_covered=NOW),
        Query(departments=("住建局",)),
        Query(grids=("东镇一格",)), Query(undone=ANY_FORM), Query(undone="bottles"), Query(undone="flood"),
        *(Query(hazards=one) for one in Hazardous), Query(unsigned=True), Query(never_joined=True), Query(silent=True),
    ]  # fmt: skip
    for query in parts:
        found = crowd.read(query, None)
        assert 0 < len(found) < len(crowd.known), query
        assert found == crowd.plainly(query, None)
    assert crowd.read(NOBODY, None) == []


def test_ids_come_in_portions_and_end(crowd: Crowd) -> None:
    walked: list[int] = []
    while more := queries.ids(
        crowd.connection, EVERYBODY, crowd.asker(), after=max(walked, default=0), limit=25
    ):
        assert len(more) <= 25
        walked += more
    assert walked == sorted(walked)
    assert len(walked) == len(crowd.known)


def test_only_supervisors_read_and_only_inside_their_area(crowd: Crowd) -> None:
    cast, connection = crowd.cast, crowd.connection
    everywhere = Query(towns=("西镇",))
    assert (
        cast.ledger(connection, DONG).queries().count(everywhere) == len(crowd.plainly(everywhere, None)) > 0
    )
    assert cast.ledger(connection, TANG).queries().count(everywhere) == 0
    assert cast.ledger(connection, TANG).queries().towns() == ()
    assert cast.ledger(connection, TANG).queries().place() == "东镇"
    for outsider in (ALICE, NOBODY_YET):
        book = cast.ledger(connection, outsider).queries()
        assert (book.count(EVERYBODY), book.page(EVERYBODY), book.by_town(EVERYBODY)) == (0, (), ())


@pytest.mark.parametrize(
    "kept",
    [
        None, [], "x", {"tows": ["东镇"]}, {"towns": "东镇"}, {"towns": [3]}, {"hazards": "any"}, {"unsigned": 1},
        {"not_checked_days": -1}, {"not_checked_days": True}, {"not_checked_days": 10**9}, {"facts": ["gas"]},
        {"facts": {"gas": "yes"}}, {"ranges": [["staff", "1", None]]}, {"ranges": [["staff"]]}, {"activities": ["gone"]},
        {"text": "长" * 161}, {"codes": ["1"] * 201},
    ],
)  # fmt: skip
def test_what_cannot_be_read_matches_nobody_instead_of_everybody(kept: object) -> None:
    assert Query.from_json(kept) == NOBODY


def test_nothing_said_is_everybody() -> None:
    assert Query.from_json({}) == EVERYBODY
    assert not EVERYBODY.active
    assert NOBODY.active
    assert EVERYBODY.to_json() == {}


@pytest.mark.parametrize(
    "query",
    [
        Query(facts=(("fuel", True), ("cold", False)), ranges=(Range("staff", 100),), not_checked_days=90),
        Query(hazards=Hazardous.OVERDUE, undone=ANY_FORM),
        Query(unsigned=True, never_joined=True, silent=True),
    ],
)
@pytest.mark.parametrize("reach", [Reach.DISTRICT, Reach.AREA])
def test_it_goes_by_index(
    sqlite_database: Database, catalogue: Catalogue, query: Query, reach: Reach
) -> None:
    """Only enterprises are walked; what is known of each is looked up, open hazards and silences by their small indexes."""
    cast = casting.seat(sqlite_database, catalogue)
    asker = Asker(Scope(reach, cast.east_town), catalogue, cast.now)
    statement = select(enterprises.c.id).where(*queries.where(query, asker)).params(asker.bound)
    with sqlite_database.reading() as connection:
        text = str(statement.compile(connection, compile_kwargs={"literal_binds": True}))
        plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}")]
    large = {"checks", "hazards", "facts", "duties", "seats", "commitments"}
    scans = [one for one in plan if one.startswith("SCAN") and "INDEX" not in one]
    assert not [one for one in scans if one.split()[1] in large], plan
