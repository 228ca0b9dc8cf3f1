"""Warnings on both databases: who is meant, who confirms, what outsiders cannot reach, two people at once."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, func, insert, select, update

from checklists.warnings import Level
from safety.enterprises import Colour
from safety.errors import Refusal
from safety.events_hazards import Picture
from safety.events_warnings import WarningAnswered, WarningConfirmed, WarningIssued
from safety.people import Role
from safety.queries import Query
from safety.warnings import Circle, Counted, Stage, Step
from storage import enterprises
from storage.enterprises import Entry
from storage.tables.ledger import facts
from storage.tables.media import media
from storage.tables.people import people, seats
from storage.tables.post import due
from storage.tables.warnings import warning_targets
from tests.cast import ALICE, BOB, CHARLIE, DONG, NOBODY, TANG, WEI, Cast, Speaker

FIRST, SECOND = "YJ-2026-000001", "YJ-2026-000002"


@pytest.fixture
def connection(cast: Cast) -> Iterator[Connection]:
    with cast.database.writing() as connection:
        yield connection


def issue(
    connection: Connection, cast: Cast, who: Speaker = TANG, circle: Circle | None = None, **more: object
) -> None:
    given = {
        "template": "heat",
        "level": Level.YELLOW,
        "title": "高温",
        "lines": ("多喝水",),
        "hours": 12,
    } | more
    kept = (circle or Circle()).to_json()
    cast.does(connection, who, WarningIssued(**given, circle=kept))  # type: ignore[arg-type]  # by name


def book(connection: Connection, cast: Cast, who: Speaker):  # type: ignore[no-untyped-def]  # noqa: ANN201 - what the ledger gives
    return cast.ledger(connection, who).warnings()


def state(connection: Connection, enterprise: int) -> tuple[bool, bool]:
    row = connection.execute(select(warning_targets).where(warning_targets.c.enterprise == enterprise)).one()
    return row.confirmed_at is not None, row.answered_at is not None


def test_a_town_reaches_its_own_enterprises_and_the_district_all(connection: Connection, cast: Cast) -> None:
    assert book(connection, cast, TANG).count(Circle()) == Counted(1, 2, 0)
    assert book(connection, cast, DONG).count(Circle()) == Counted(2, 4, 0)
    assert book(connection, cast, DONG).count(Circle(town="西镇")) == Counted(1, 2, 0)
    assert book(connection, cast, TANG).count(Circle(town="西镇")) == Counted(0, 0, 0)
    assert book(connection, cast, ALICE).count(Circle()) == Counted(0, 0, 0)
    issue(connection, cast)
    assert connection.execute(select(warning_targets.c.enterprise)).scalars().all() == [cast.east]
    issue(connection, cast, DONG)
    assert book(connection, cast, DONG).one(SECOND).targets == 2


def test_a_circle_holds_by_colour_and_by_what_was_last_said(connection: Connection, cast: Cast) -> None:
    def says(enterprise: int, fact: str, value: object) -> None:
        row = {"enterprise": enterprise, "fact": fact, "value": value, "source": "t", "at": cast.now}
        connection.execute(insert(facts), row)

    says(cast.east, "gas_lpg", True)
    says(cast.west, "gas_lpg", True)
    says(cast.west, "gas_lpg", False)
    says(cast.west, "dust", True)
    district = book(connection, cast, DONG)
    assert district.count(Circle(facts=("gas_lpg",))).enterprises == 1
    assert district.count(Circle(facts=("gas_lpg", "dust"))).enterprises == 2
    assert district.count(Circle(facts=("dust",), town="东镇")).enterprises == 0
    assert district.count(Circle(colour="white")).enterprises == 2
    assert district.count(Circle(colour="orange")).enterprises == 0
    assert district.count(Circle(industry="catering")).enterprises == 0


def test_who_can_be_written_to_is_counted(connection: Connection, cast: Cast) -> None:
    other = Entry("91370000000000003C", "没人面馆", Colour.WHITE, "东镇")
    enterprises.save(connection, [other], cast.now, "test")
    connection.execute(update(people).where(people.c.account == BOB.id).values(reachable=False))
    assert book(connection, cast, TANG).count(Circle()) == Counted(2, 1, 1)


def test_one_confirms_for_all_and_the_first_counts(connection: Connection, cast: Cast) -> None:
    issue(connection, cast)
    cast.does(connection, ALICE, WarningConfirmed(FIRST))
    cast.passes(minutes=3)
    cast.does(connection, BOB, WarningConfirmed(FIRST))
    received = book(connection, cast, BOB).received(FIRST)
    assert (received.confirmed_by, received.confirmed_at) == (ALICE.name, cast.now.replace(minute=0))
    tallied = book(connection, cast, TANG).tallied(FIRST)
    assert (tallied.targets, tallied.confirmed, tallied.missing, tallied.answered) == (1, 1, 0, 0)
    assert book(connection, cast, TANG).missing(FIRST) == []


def test_an_answer_confirms_and_grows(connection: Connection, cast: Cast) -> None:
    issue(connection, cast)
    picture = Picture("file", "unique")
    cast.does(connection, ALICE, WarningAnswered(FIRST, "关了阀", (picture, picture)))
    cast.does(connection, BOB, WarningAnswered(FIRST, "又看了一遍"))
    cast.does(connection, BOB, WarningAnswered(FIRST))
    assert state(connection, cast.east) == (True, True)
    (answer,) = book(connection, cast, TANG).answers(FIRST)
    assert (answer.words, answer.photos, answer.person) == ("关了阀\n又看了一遍", 1, BOB.name)
    assert connection.execute(select(media.c.subject)).scalar_one().startswith("warning/")


def test_outsiders_reach_nothing(connection: Connection, cast: Cast) -> None:
    issue(connection, cast)
    for who in (CHARLIE, TANG, NOBODY):
        with pytest.raises(Refusal):
            cast.does(connection, who, WarningConfirmed(FIRST))
        with pytest.raises(Refusal):
            cast.does(connection, who, WarningAnswered(FIRST, "来了"))
    for who in (ALICE, NOBODY):
        with pytest.raises(Refusal):
            issue(connection, cast, who)
    for number in ("YJ-2026-000009", ""):
        with pytest.raises(Refusal):
            cast.does(connection, ALICE, WarningConfirmed(number))
    west = book(connection, cast, WEI)
    assert (west.one(FIRST), west.count_listed(), list(west.listed())) == (None, 0, [])
    assert west.tallied(FIRST).targets == 0
    assert (west.missing(FIRST), west.answers(FIRST), west.may_end(FIRST)) == ([], [], False)
    assert book(connection, cast, CHARLIE).received(FIRST) is None
    assert book(connection, cast, ALICE).one(FIRST) is None
    assert state(connection, cast.east) == (False, False)


def test_who_left_the_enterprise_confirms_no_more(connection: Connection, cast: Cast) -> None:
    issue(connection, cast)
    person = cast.actor(connection, ALICE).person
    connection.execute(update(seats).where(seats.c.person == person).values(until=cast.now))
    with pytest.raises(Refusal):
        cast.does(connection, ALICE, WarningConfirmed(FIRST))


def test_it_counts_for_the_other_enterprise_of_somebody_with_two(connection: Connection, cast: Cast) -> None:
    issue(connection, cast, WEI)
    person = cast.actor(connection, ALICE).person
    row = {"person": person, "role": Role.OFFICER, "enterprise": cast.west, "since": cast.now}
    connection.execute(insert(seats), row)
    chosen = select(seats.c.id).where(seats.c.person == person, seats.c.enterprise == cast.east)
    connection.execute(update(people).where(people.c.id == person).values(seat=chosen.scalar_subquery()))
    cast.does(connection, ALICE, WarningConfirmed(FIRST))
    assert state(connection, cast.west) == (True, False)


def test_an_empty_one_one_for_nobody_and_one_that_has_grown_are_refused(
    connection: Connection, cast: Cast
) -> None:
    for more in ({"title": " "}, {"lines": ()}, {"lines": ("一",) * 6}):
        with pytest.raises(Refusal, match="warning-empty"):
            issue(connection, cast, **more)
    with pytest.raises(Refusal, match="warning-nobody"):
        issue(connection, cast, circle=Circle(colour="orange"))
    with pytest.raises(Refusal, match="warning-grown"):
        issue(connection, cast, DONG, most=1)


def test_an_update_goes_to_the_same_and_ends_what_was_before(connection: Connection, cast: Cast) -> None:
    issue(connection, cast, DONG, Circle(town="西镇"))
    issue(connection, cast, DONG, stage=Stage.UPDATE, follows=FIRST)
    before, after = (book(connection, cast, DONG).one(number) for number in (FIRST, SECOND))
    assert (before.by, before.holds(cast.now), after.targets, after.follows) == (SECOND, False, 1, FIRST)
    assert after.circle == Circle(town="西镇")
    with pytest.raises(Refusal, match="warning-over"):
        issue(connection, cast, DONG, stage=Stage.CLEAR, follows=FIRST)
    with pytest.raises(Refusal, match="warning-gone"):
        issue(connection, cast, WEI, stage=Stage.CLEAR, follows=SECOND)
    issue(connection, cast, DONG, stage=Stage.CLEAR, follows=SECOND)
    cast.does(connection, CHARLIE, WarningConfirmed("YJ-2026-000003"))  # nothing to confirm, no error
    assert book(connection, cast, DONG).tallied("YJ-2026-000003").confirmed == 0
    assert [one.number for one in book(connection, cast, WEI).listed()] == [
        "YJ-2026-000003",
        SECOND,
        FIRST,
    ]
    assert book(connection, cast, CHARLIE).holding() == []


def test_what_holds_now_is_listed_for_its_people_the_gravest_first(
    connection: Connection, cast: Cast
) -> None:
    issue(connection, cast, level=Level.RED)
    issue(connection, cast, DONG, level=Level.BLUE, hours=1)
    assert [one.warned.level for one in book(connection, cast, ALICE).holding()] == [Level.RED, Level.BLUE]
    cast.passes(hours=2)
    assert [one.warned.level for one in book(connection, cast, ALICE).holding()] == [Level.RED]
    assert [one.warned.level for one in book(connection, cast, CHARLIE).holding()] == []


def test_the_list_of_those_who_have_not_says_whom_to_call(connection: Connection, cast: Cast) -> None:
    issue(connection, cast, DONG)
    found = book(connection, cast, DONG).missing(FIRST)
    assert [(one.enterprise, one.person, one.phone, one.step) for one in found] == [
        ("东风面馆", BOB.name, BOB.phone, Step.POSTED),
        ("西风面馆", "钱伟", "13800001004", Step.POSTED),
    ]
    assert [one.enterprise for one in book(connection, cast, WEI).missing(FIRST)] == ["西风面馆"]
    assert (
        connection.execute(select(func.count()).select_from(due).where(due.c.kind == "warning")).scalar() == 1
    )


def test_a_warning_goes_to_a_saved_group(cast: Cast) -> None:
    """What the group says, inside the sender's own area; what cannot be read reaches nobody."""
    with cast.database.writing() as connection:
        book = cast.ledger(connection, DONG).warnings()
        west = Circle(query=Query(towns=("西镇",)))
        assert book.count(west).enterprises == 1
        assert cast.ledger(connection, TANG).warnings().count(west).enterprises == 0
        broken = Circle.of_json({"query": {"tows": ["西镇"]}})
        assert book.count(broken).enterprises == 0
        assert Circle.of_json(west.to_json()) == west
        event = WarningIssued("own", Level.CIRCULAR, "标题", ("内容",), 24, circle=west.to_json())
        cast.does(connection, DONG, event)
        sent = cast.ledger(connection, DONG).warnings().last()
        assert sent is not None
        assert [one.enterprise for one in cast.ledger(connection, DONG).warnings().missing(sent.number)] == [
            "西风面馆"
        ]
