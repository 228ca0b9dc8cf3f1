"""What became of letters: by family, of the days and the people asked for."""

from datetime import timedelta

from sqlalchemy import Connection, select, update

from safety.delivery import FAMILIES, Delivered, Topic, by_topic, whole
from storage import delivery, outbox
from storage.outbox import Kind, Letter
from storage.tables.people import people
from storage.tables.post import outbox as table
from tests.cast import ALICE, CHARLIE, DONG, TANG, WALT, WEI, Cast, Speaker

WEEK = timedelta(days=7)


def post(
    connection: Connection,
    cast: Cast,
    to: Speaker,
    key: str | None,
    state: str = "waiting",
    *,
    acted: bool = False,
) -> None:
    person = connection.execute(select(people.c.id).where(people.c.account == to.id)).scalar_one()
    letter = Letter(to.id, Kind.NOTICE, "sendMessage", "{}", person=person, key=key)
    number = outbox.post(connection, letter, cast.now)
    mine = update(table).where(table.c.id == number)
    connection.execute(mine.values(state=state, acted_at=cast.now if acted else None))


def figures(connection: Connection, cast: Cast) -> dict[str, Delivered]:
    found = delivery.figures(connection, cast.now - WEEK, cast.now + timedelta(seconds=1))
    return {one.name: one for one in found}


def test_letters_count_by_family_and_by_what_became_of_them(cast: Cast) -> None:
    with cast.database.writing() as connection:
        for number, state in enumerate(
            ("sent", "sent", "waiting", "sending", "kept", "failed", "expired", "merged")
        ):
            post(connection, cast, ALICE, f"hazard:{number}", state, acted=number == 0)
        post(connection, cast, ALICE, "hazard-like:1", "sent")
        post(connection, cast, ALICE, "plain", "sent")
        post(connection, cast, ALICE, None, "sent")
        found = figures(connection, cast)
    assert found["hazard"] == Delivered("hazard", 8, 2, 1, 1, 1, 2)
    assert found["hazard"].waiting == 2
    assert sorted(found) == ["hazard", "hazard-like", "plain"]


def test_only_the_days_asked_for_count(cast: Cast) -> None:
    with cast.database.writing() as connection:
        post(connection, cast, ALICE, "digest:1", "sent")
        cast.passes(days=8)
        assert figures(connection, cast) == {}
        post(connection, cast, ALICE, "digest:2", "sent")
        assert figures(connection, cast)["digest"].written == 1


def test_supervisors_read_of_people_of_their_own_area(cast: Cast) -> None:
    with cast.database.writing() as connection:
        for to in (ALICE, CHARLIE, TANG, WEI, DONG):
            post(connection, cast, to, f"hazard:{to.id}", "sent")
        cast.passes(seconds=1)
        seen = {
            who: whole(cast.ledger(connection, who).reach().delivered(cast.now - WEEK, cast.now)).written
            for who in (TANG, WEI, DONG, WALT)
        }
    assert seen == {TANG: 2, WEI: 2, DONG: 5, WALT: 0}


def test_every_family_has_one_topic_and_sums_add_up() -> None:
    names = [name for family in FAMILIES.values() for name in family]
    assert len(names) == len(set(names))
    found = by_topic(
        [Delivered("hazard", 3, 2, 1), Delivered("together", 1, 1), Delivered("new", 2, failed=1)]
    )
    assert found == [Delivered("hazard", 4, 3, 1), Delivered(Topic.OTHER, 2, failed=1)]
    assert whole(found) == Delivered("", 6, 3, 1, failed=1)


def test_a_letter_counts_for_each_rule_that_it_tells_of(cast: Cast) -> None:
    with cast.database.writing() as connection:
        for number, state in enumerate(("sent", "sent", "kept")):
            post(connection, cast, ALICE, f"owed:{number}", state, acted=number == 0)
            letter = connection.execute(
                select(table.c.id).where(table.c.key == f"owed:{number}")
            ).scalar_one()
            delivery.tells(connection, letter, ["R10", "R32", "R10"] if number == 0 else ["R32"])
        found = delivery.by_rule(connection, cast.now - WEEK, cast.now + timedelta(seconds=1))
        assert delivery.by_rule(connection, cast.now - 2 * WEEK, cast.now - WEEK) == []
    assert found == [Delivered("R10", 1, 1, 1), Delivered("R32", 3, 2, 1, 1)]
