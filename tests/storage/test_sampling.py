"""Samples of self-checks: drawn by a kept seed and by nobody's choice, judged once, in scope, never by who handed it in."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, select, update

from checklists.catalogue import Catalogue
from checklists.grading import EnterpriseClass, Grading, Sampling
from checklists.load import load_catalogue
from safety.calendar import today
from safety.errors import Refusal
from safety.events import AnswerSaved, CheckReturned, CheckSubmitted
from safety.events_sampling import SampleAccepted
from safety.sampling import Candidate, Ground, Judged, chance, draw, lot
from storage import sampling
from storage.database import Database
from storage.tables.inspections import coverings, draws, samples
from storage.tables.ledger import enterprises
from tests.cast import ALICE, BOB, CHARLIE, DONG, NOBODY, TANG, WEI, Cast, Speaker

RULES = Sampling.model_validate(
    {
        "classes": {"I": Decimal(1), "IV": Decimal("0.1")},
        "unknown": Decimal("0.3"),
        "flagged": Decimal("0.9"),
        "unreached": Decimal(1),
        "last_days": 30,
        "again": Decimal(1),
        "days": 7,
    }
)
ZC = "ZC-2026-000001"


@pytest.fixture(scope="module")
def grading() -> Grading:
    found = load_catalogue().rules.grading
    assert found is not None
    return found


@pytest.fixture
def cast(cast: Cast, grading: Grading) -> Cast:
    """Everybody's self-check is drawn."""
    shares: Mapping[EnterpriseClass, Decimal] = dict.fromkeys(EnterpriseClass, Decimal(1))
    all_of_them = grading.coverage.sampling.model_copy(update={"classes": shares, "unknown": Decimal(1)})
    coverage = grading.coverage.model_copy(update={"sampling": all_of_them})
    rules = cast.catalogue.rules.model_copy(
        update={"grading": grading.model_copy(update={"coverage": coverage})}
    )
    cast.catalogue = Catalogue(
        cast.catalogue.checklists, cast.catalogue.facts, cast.catalogue.colours, rules, cast.catalogue.privacy
    )
    return cast


@pytest.fixture
def connection(database: Database, cast: Cast) -> Iterator[Connection]:
    with database.writing() as connection:
        yield connection


def handed_in(connection: Connection, cast: Cast, who: Speaker = ALICE) -> None:
    key = cast.key("kitchen")
    cast.does(
        connection,
        who,
        cast.begun("kitchen"),
        AnswerSaved(key, "exit", "yes", "ok"),
        CheckSubmitted(key, 100, 1, 1, 0),
    )


def drawn(connection: Connection, cast: Cast) -> int:
    """The next morning."""
    day = today(cast.now)
    cast.passes(days=1)
    return sampling.hold(connection, cast.catalogue, day, cast.now)


def one(receipt: str, supervision: EnterpriseClass | None = None, **more: bool) -> Candidate:
    return Candidate(receipt, supervision, **{"flagged": False, "unreached": False, **more})


def test_the_greatest_chance_that_applies_counts_and_says_why() -> None:
    assert chance(one("a"), RULES, 90) == (Ground.CLASS, 300)
    assert chance(one("a", EnterpriseClass.IV), RULES, 90) == (Ground.CLASS, 100)
    assert chance(one("a", EnterpriseClass.IV, flagged=True), RULES, 90) == (Ground.FLAGGED, 900)
    assert chance(one("a", unreached=True), RULES, 31) == (Ground.CLASS, 300)
    assert chance(one("a", unreached=True), RULES, 30) == (Ground.UNREACHED, 1000)
    assert chance(one("a", again=True), RULES, 90) == (Ground.AGAIN, 1000)


@given(st.text(max_size=20), st.lists(st.text(min_size=1, max_size=12), unique=True, max_size=30))
def test_a_draw_follows_from_its_seed_alone(seed: str, receipts: list[str]) -> None:
    candidates = [one(receipt, EnterpriseClass.IV) for receipt in receipts]
    first = draw(seed, candidates, RULES, 90)
    assert first == draw(seed, candidates[::-1], RULES, 90)
    assert {it.receipt for it in first} == {receipt for receipt in receipts if lot(seed, receipt) < 100}


def test_shares_are_kept_over_many() -> None:
    many = [one(f"ZC-2026-{n:06d}", EnterpriseClass.IV) for n in range(4000)]
    assert 320 <= len(draw("seed", many, RULES, 90)) <= 480
    assert len(draw("seed", [replace(it, supervision=EnterpriseClass.I) for it in many], RULES, 90)) == 4000


def test_a_day_is_drawn_once_and_can_be_worked_out_again(connection: Connection, cast: Cast) -> None:
    handed_in(connection, cast)
    assert drawn(connection, cast) == 1
    assert sampling.hold(connection, cast.catalogue, today(cast.now) - timedelta(days=1), cast.now) == 0
    kept = connection.execute(select(draws)).one()
    row = connection.execute(select(samples)).one()
    assert (kept.figures["among"], kept.figures["drawn"]) == (1, 1)
    assert lot(kept.seed, row.receipt) < row.permille
    assert (row.receipt, row.ground) == (ZC, Ground.CLASS)


def test_each_sees_their_own_area_and_an_enterprise_nothing(connection: Connection, cast: Cast) -> None:
    handed_in(connection, cast)
    drawn(connection, cast)
    assert [it.receipt for it in cast.ledger(connection, TANG).samples().waiting()] == [ZC]
    assert cast.ledger(connection, DONG).samples().standing("2026-Q4").waiting == 1
    for who in (WEI, ALICE, BOB, CHARLIE, NOBODY):
        assert cast.ledger(connection, who).samples().waiting() in ((), [])
        assert cast.ledger(connection, who).samples().one(ZC) is None
        with pytest.raises(Refusal):
            cast.does(connection, who, SampleAccepted(ZC))


def test_one_that_holds_covers_its_enterprise_once(connection: Connection, cast: Cast) -> None:
    handed_in(connection, cast)
    drawn(connection, cast)
    cast.does(connection, TANG, SampleAccepted(ZC))
    assert connection.execute(select(coverings.c.enterprise, coverings.c.about)).all() == [(cast.east, ZC)]
    with pytest.raises(Refusal, match="sample-judged-already"):
        cast.does(connection, DONG, SampleAccepted(ZC))
    assert cast.ledger(connection, TANG).samples().standing("2026-Q4").accepted == 1


def test_one_that_was_not_drawn_cannot_be_accepted(connection: Connection, cast: Cast) -> None:
    handed_in(connection, cast)
    with pytest.raises(Refusal, match="submission-gone"):
        cast.does(connection, TANG, SampleAccepted(ZC))
    assert connection.execute(select(coverings)).all() == []


def test_one_that_is_given_back_is_not_accepted(connection: Connection, cast: Cast) -> None:
    handed_in(connection, cast)
    drawn(connection, cast)
    cast.does(connection, TANG, CheckReturned(ZC, "doubt", ("exit",)))
    found = cast.ledger(connection, TANG).samples().one(ZC)
    assert found is not None
    assert (found.judged, found.reason, found.judged_by) == (Judged.REFUSED, "doubt", "唐静")
    assert connection.execute(select(coverings)).all() == []
    with pytest.raises(Refusal, match="sample-judged-already"):
        cast.does(connection, TANG, SampleAccepted(ZC))


def test_nobody_verifies_what_they_have_handed_in(connection: Connection, cast: Cast) -> None:
    handed_in(connection, cast)
    drawn(connection, cast)
    from storage.tables.people import seats  # noqa: PLC0415
    from storage.tables.submissions import submissions  # noqa: PLC0415

    tang = cast.actor(connection, TANG).person
    cast.does(connection, CHARLIE, cast.begun("kitchen"))
    mine = update(seats).where(seats.c.person == cast.actor(connection, ALICE).person)
    connection.execute(mine.values(role="town", enterprise=None, area=cast.east_town))
    assert tang != cast.actor(connection, ALICE).person
    assert connection.execute(select(submissions.c.submitted_by)).scalar_one() != tang
    with pytest.raises(Refusal, match="sample-own"):
        cast.does(connection, ALICE, SampleAccepted(ZC))


def test_a_closed_enterprise_is_not_drawn(connection: Connection, cast: Cast) -> None:
    handed_in(connection, cast)
    handed_in(connection, cast, CHARLIE)
    connection.execute(update(enterprises).where(enterprises.c.id == cast.west).values(activity="closed"))
    assert drawn(connection, cast) == 1
