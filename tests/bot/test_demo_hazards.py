"""The demo shows hazards in every state and commitments of every kind, made by the rules; killed half way it begins anew."""

import io
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import select

from bot.demo.brush import Stage
from bot.demo.photos import SCENES, draw, picture, taken
from bot.demo.stories import stories
from bot.printing import prints_of
from bot.seed import MACHINE_SHOP, RESTAURANT, Seeded, seed
from checklists.catalogue import Catalogue
from safety.calendar import today
from safety.hazard_ledger import Hazard, HazardState
from safety.hazards import OVER
from safety.hazards import HazardAction as A
from safety.likeness import apart
from safety.pledges import Owed, Pile
from storage import people
from storage.database import Database
from storage.ledger import LedgerOf
from storage.tables.ledger import hazards as table
from storage.tables.media import media
from tests.bot.test_seed import DISTRICT, NOW, OFFICER, PRINCIPAL, SHOP, TOWN, ledger, rows, seeded
from tests.cast import Speaker

DONE = {
    one.value
    for one in (
        A.REPORT,
        A.REPORT_MAJOR,
        A.CONFIRM_MAJOR,
        A.NOT_MAJOR,
        A.PLAN,
        A.START,
        A.FIX_ON_SPOT,
        A.SEND_EVIDENCE,
        A.ACCEPT,
        A.RETURN,
        A.VISIT,
        A.ASK_EXTENSION,
        A.GRANT_EXTENSION,
        A.TRANSFER,
        A.SUSPEND,
        A.MARK_DUPLICATE,
        A.REOPEN,
        A.GRADE_UP,
        A.LIST,
        A.PROGRESS,
        A.COST,
        A.DIVIDE,
        A.CAUSE,
    )
}


class KilledError(Exception):
    """The process has ended."""


ALIKE = 4  # bits by which two photos of one place differ at least


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> tuple[Path, Seeded]:
    path = tmp_path_factory.mktemp("hazards") / "a.db"
    database = Database.open(f"sqlite:///{path}")
    database.migrate()
    found = seeded(database, catalogue)
    database.close()
    return path, found


@pytest.fixture
def filled(kept: tuple[Path, Seeded], tmp_path: Path) -> Iterator[Database]:
    database = Database.open(f"sqlite:///{shutil.copyfile(kept[0], tmp_path / 'a.db')}")
    yield database
    database.close()


def seen(database: Database, catalogue: Catalogue, found: Seeded, who: int) -> Sequence[Hazard]:
    """Every hazard that this person may look at, by its number."""
    with database.writing() as connection:
        numbers = connection.execute(select(table.c.number).order_by(table.c.id)).scalars().all()
        own = ledger(connection, catalogue, found.people[who])
        return [hazard for number in numbers if (hazard := own.hazard(number)) is not None]


def test_the_towns_supervisor_sees_hazards_in_every_state(
    filled: Database, kept: tuple[Path, Seeded], catalogue: Catalogue
) -> None:
    here = seen(filled, catalogue, kept[1], TOWN)
    states = Counter(hazard.state for hazard in here)
    assert set(states) == set(HazardState), f"missing: {set(HazardState) - set(states)}"
    assert {hazard.town for hazard in here} == {"青溪镇"}
    assert states[HazardState.EVIDENCE] >= 3
    late = [one for one in here if one.state not in OVER and one.due < today(NOW)]
    assert {one.state for one in late} >= {HazardState.PLANNED, HazardState.FIXING, HazardState.REPORTED}


def test_their_lives_are_of_every_kind(
    filled: Database, kept: tuple[Path, Seeded], catalogue: Catalogue
) -> None:
    here = seen(filled, catalogue, kept[1], TOWN)
    cases = [hazard.case for hazard in here if hazard.case is not None]
    assert any(case.wanted for case in cases), "nobody asks for more time"
    assert any(case.extensions for case in cases)
    assert any(case.returned == 2 and case.state is HazardState.EVIDENCE for case in cases)
    assert any(case.reopened == 1 for case in cases)
    grave = next(case for case in cases if case.major and case.plan is not None)
    plan = grave.plan
    assert plan is not None
    assert (plan.money, plan.contingency, bool(plan.measures)) == (60000, "clear-out", True)
    with filled.writing() as connection:
        own = ledger(connection, catalogue, kept[1].people[TOWN])
        done = {move.action for hazard in here for move in own.moves(hazard.number)}
    assert done >= DONE, f"nobody does {DONE - done}"


def test_every_step_lies_in_the_past_and_in_order(
    filled: Database, kept: tuple[Path, Seeded], catalogue: Catalogue
) -> None:
    here = seen(filled, catalogue, kept[1], DISTRICT)
    with filled.writing() as connection:
        own = ledger(connection, catalogue, kept[1].people[DISTRICT])
        for hazard in here:
            moments = [move.at for move in own.moves(hazard.number)]
            assert moments == sorted(moments)
            assert all(moment < NOW for moment in moments)


def test_those_on_the_phones_have_something_to_do(
    filled: Database, kept: tuple[Path, Seeded], catalogue: Catalogue
) -> None:
    restaurant = Counter(one.state for one in seen(filled, catalogue, kept[1], PRINCIPAL))
    assert restaurant == {HazardState.CLOSED: 1, HazardState.EVIDENCE: 1, HazardState.REPORTED: 1}
    assert HazardState.FIXING in {one.state for one in seen(filled, catalogue, kept[1], SHOP)}
    assert seen(filled, catalogue, kept[1], OFFICER) == [], "has not joined yet"


def test_what_waits_for_a_look_has_both_photos(
    filled: Database, kept: tuple[Path, Seeded], catalogue: Catalogue
) -> None:
    waiting = [one for one in seen(filled, catalogue, kept[1], TOWN) if one.state is HazardState.EVIDENCE]
    for hazard in waiting:
        assert hazard.case is not None
        assert hazard.case.photos == 1
        assert hazard.case.unanswered == 0
        assert hazard.case.fresh >= 1


def test_every_photo_can_be_fetched(filled: Database) -> None:
    with filled.reading() as connection:
        asked = connection.execute(select(media.c.file)).scalars().all()
    assert len(asked) >= 25
    assert set(asked) <= set(taken())


@pytest.mark.parametrize("scene", SCENES)
def test_a_scene_is_the_same_place_put_right(scene: str) -> None:
    shots = {stage: Image.open(io.BytesIO(draw(scene, stage))) for stage in Stage}
    assert draw(scene, Stage.BEFORE) == draw(scene, Stage.BEFORE)
    assert max(shots[Stage.BEFORE].size) == 960
    wide, high = shots[Stage.BEFORE].size
    for stage, shot in shots.items():
        assert abs(shot.width - wide) < 40, stage
        assert abs(shot.height - high) < 40, stage
        assert not shot.getexif()
    first = {stage: prints_of(shot.convert("RGB"))[0] for stage, shot in shots.items()}
    assert apart(first[Stage.BEFORE], first[Stage.AFTER]) >= ALIKE, "nothing to be seen of it"


def test_the_second_photo_of_a_place_is_another_one() -> None:
    assert picture("hydrant", Stage.BEFORE) != picture("hydrant", Stage.BEFORE, 2)
    assert draw("hydrant", Stage.BEFORE) != draw("hydrant", Stage.BEFORE, 2)
    assert all(story.scene in SCENES for story in stories(RESTAURANT, MACHINE_SHOP))


def test_commitments_are_of_every_kind(
    filled: Database, kept: tuple[Path, Seeded], catalogue: Catalogue
) -> None:
    with filled.writing() as connection:
        coverage = ledger(connection, catalogue, kept[1].people[DISTRICT]).coverage()
        town = ledger(connection, catalogue, kept[1].people[TOWN])
        here = town.coverage()
        principal = ledger(connection, catalogue, kept[1].people[PRINCIPAL])
        shop = ledger(connection, catalogue, kept[1].people[SHOP])
        own, theirs = principal.pack(today(NOW)), shop.pack(today(NOW))
        old = {one.owed for one in town.holdings(Pile.OLD)}
        called_back = [one for one in town.holdings(Pile.UNSIGNED, limit=100) if one.pledge is not None]
    assert 60 <= coverage.signed <= 100
    assert all(here.piles[pile] for pile in Pile), here.piles
    assert all(colour.signed for colour in coverage.colours)
    assert old == {Owed.COLOUR_CHANGED}
    assert [one.owed for one in called_back] == [Owed.MAJOR_HAZARD_CONFIRMED]
    assert own is not None
    assert own.owed is Owed.NEVER, "the visitor wants to sign"
    assert own.notice_left
    assert theirs is not None
    assert theirs.pledge is not None
    assert theirs.owed is None


def test_killed_half_way_it_begins_anew(sqlite_database: Database, catalogue: Catalogue) -> None:
    empty = rows(sqlite_database)
    with pytest.raises(KilledError):
        _fill_and_die(sqlite_database, catalogue)
    assert rows(sqlite_database) == empty
    seeded(sqlite_database, catalogue)
    before = rows(sqlite_database)
    seeded(sqlite_database, catalogue)
    assert rows(sqlite_database) == before
    assert len(before["hazards"]) == len({row.split(",")[1] for row in before["hazards"]})


def _fill_and_die(database: Database, catalogue: Catalogue) -> None:
    with database.writing() as connection:
        seed(connection, catalogue, NOW, "anwen_bot")
        raise KilledError


def test_a_stranger_sees_none_of_it(filled: Database, catalogue: Catalogue) -> None:
    stranger = Speaker(799_999_999, "路人", "16109990000")
    with filled.writing() as connection:
        own = LedgerOf(connection, people.meet(connection, stranger, stranger.id, NOW), catalogue, NOW)
        numbers = connection.execute(select(table.c.number)).scalars().all()
        assert all(own.hazard(number) is None for number in numbers)
