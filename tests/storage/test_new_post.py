"""Another post or role in an enterprise makes the course for it due, once (转岗); who is new there, or was mended a day, is not asked for it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import Connection

from checklists.bank import Trainee
from checklists.courses import Course, CourseEvent
from checklists.load import load_catalogue
from safety.calendar import today
from safety.courses import Assigned, CourseStanding, assigned
from safety.events_handovers import HandoverAccepted
from safety.events_staff import WorkerChanged, WorkerReturned
from safety.people import Role
from storage import staff
from storage.courses import learner_of
from tests.cast import ALICE, BOB, Cast, Speaker
from tests.storage.test_handovers import WORKER, offered, person, place
from tests.storage.test_staff import added

__all__ = ["place"]
SHIPPED = load_catalogue().courses
NEW, POST = CourseEvent.NEW_WORKER, CourseEvent.NEW_POST


def days(
    connection: Connection, cast: Cast, who: Speaker, role: Role = Role.WORKER
) -> dict[CourseEvent, date]:
    found = learner_of(connection, cast.catalogue, cast.east, person(connection, cast, who), role, cast.now)
    assert found is not None
    return dict(found.days)


def row(connection: Connection, cast: Cast, who: Speaker) -> int:
    found = staff.of_person(connection, cast.east, person(connection, cast, who))
    assert found is not None
    return found.id


def owed(
    connection: Connection, cast: Cast, who: Speaker, passed: dict[str, date], role: Role = Role.WORKER
) -> dict[str, Assigned]:
    """The courses that go by events, as they stand for somebody."""
    found = learner_of(connection, cast.catalogue, cast.east, person(connection, cast, who), role, cast.now)
    assert found is not None
    every = [one for one in courses() if one.events]
    return {one.course.id: one for one in assigned(every, found, passed, today(cast.now), 30)}


def courses() -> list[Course]:
    """Those that are shipped, and one that officers and principals owe with a new post."""
    own = SHIPPED["back_to_work"]
    roles = (Trainee.OFFICER, Trainee.PRINCIPAL)
    return [
        *SHIPPED.values(),
        own.model_copy(update={"id": "new_role", "roles": roles, "events": (POST,)}),
    ]


def test_another_post_is_a_course_once_and_no_new_worker_again(place: tuple[Connection, Cast]) -> None:
    connection, cast = place
    came = today(cast.now)
    assert days(connection, cast, WORKER) == {NEW: came}
    assert "back_to_work" not in owed(connection, cast, WORKER, {})
    cast.passes(days=40)
    moved = today(cast.now)
    cast.does(connection, ALICE, WorkerChanged(row(connection, cast, WORKER), "welder", moved))
    assert days(connection, cast, WORKER) == {NEW: came, POST: moved}
    before = {"new_worker": came, "back_to_work": moved - timedelta(days=1)}
    now = owed(connection, cast, WORKER, before)
    assert now["new_worker"].standing is CourseStanding.DONE
    assert (now["back_to_work"].standing, now["back_to_work"].by) == (CourseStanding.OWED, moved)
    after = {"new_worker": came, "back_to_work": moved}
    cast.passes(days=400)
    assert owed(connection, cast, WORKER, after)["back_to_work"].standing is CourseStanding.DONE


def test_a_return_after_it_wants_the_course_once_more(place: tuple[Connection, Cast]) -> None:
    connection, cast = place
    cast.passes(days=10)
    moved = today(cast.now)
    cast.does(connection, ALICE, WorkerChanged(row(connection, cast, WORKER), "welder", moved))
    cast.passes(days=200)
    cast.does(connection, ALICE, WorkerReturned(row(connection, cast, WORKER), today(cast.now)))
    standing = owed(connection, cast, WORKER, {"back_to_work": moved})["back_to_work"]
    assert (standing.standing, standing.by) == (CourseStanding.OWED, today(cast.now))


def test_a_mended_day_is_no_new_post(place: tuple[Connection, Cast]) -> None:
    connection, cast = place
    number = row(connection, cast, WORKER)
    mended = today(cast.now) - timedelta(days=3)
    cast.does(connection, ALICE, WorkerChanged(number, "", mended))
    assert days(connection, cast, WORKER) == {NEW: mended}


def test_two_posts_keep_the_day_on_which_somebody_came(place: tuple[Connection, Cast]) -> None:
    connection, cast = place
    one = added(connection, cast)
    for post, day in (("welder", date(2026, 11, 10)), ("cook", date(2026, 11, 20))):
        cast.does(connection, ALICE, WorkerChanged(one.id, post, day))
    found = staff.one(connection, one.id)
    assert found is not None
    assert (found.new, found.posted, found.since) == (one.since, date(2026, 11, 20), date(2026, 11, 20))


@pytest.mark.parametrize(("giver", "role"), [(ALICE, Role.OFFICER), (BOB, Role.PRINCIPAL)])
def test_who_takes_a_seat_over_owes_the_course_of_the_new_role(
    place: tuple[Connection, Cast], giver: Speaker, role: Role
) -> None:
    connection, cast = place
    heir = WORKER if role is Role.OFFICER else ALICE
    cast.passes(days=40)
    number = offered(connection, cast, giver, heir)
    cast.does(connection, heir, HandoverAccepted(number))
    taken = today(cast.now)
    assert days(connection, cast, heir, role) == {POST: taken}
    assert owed(connection, cast, heir, {}, role)["new_role"].standing is CourseStanding.OWED
    done = owed(connection, cast, heir, {"new_role": taken}, role)["new_role"]
    assert done.standing is CourseStanding.DONE


def test_who_came_as_what_they_are_has_no_new_post(place: tuple[Connection, Cast]) -> None:
    connection, cast = place
    for who, role in ((ALICE, Role.OFFICER), (BOB, Role.PRINCIPAL)):
        assert days(connection, cast, who, role) == {}
        assert "new_role" not in owed(connection, cast, who, {}, role)


def test_the_same_role_in_another_enterprise_is_none(place: tuple[Connection, Cast]) -> None:
    connection, cast = place
    west = replace(cast, east=cast.west)
    with pytest.raises(AssertionError):
        row(connection, west, WORKER)
    found = learner_of(
        connection, cast.catalogue, cast.west, person(connection, cast, WORKER), Role.WORKER, cast.now
    )
    assert found is not None
    assert set(found.days) == {NEW}
