"""Who hears of an event: the enterprise's own supervisors, principals and people, and nobody of the other side."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Connection

from checklists.schema import Severity
from checklists.words import Words
from safety import notices
from safety.audience import Audience, Subject
from safety.events import ConsentGiven, HazardFound, JoinApproved, JoinRequested, PhotoReceived, SeatRevoked
from safety.letters import Notice
from safety.people import Role
from storage import joins, media
from storage.audience import AudienceOf
from storage.invitations import Place
from tests.cast import ALICE, BOB, CHARLIE, DONG, NOBODY, TANG, WALT, WEI, Cast, Speaker


def audience(connection: Connection, cast: Cast, speaker: Speaker) -> Audience:
    return AudienceOf(connection, cast.actor(connection, speaker), cast.catalogue, cast.now)


def persons(connection: Connection, cast: Cast, *speakers: Speaker) -> list[int]:
    return [cast.actor(connection, speaker).person for speaker in speakers]


def ask(connection: Connection, cast: Cast, place: Place, speaker: Speaker = NOBODY) -> int:
    number = cast.invite(connection, place, f"code-of-{speaker.id}-{place.role}")
    cast.does(connection, speaker, ConsentGiven("1"), JoinRequested(number, speaker.phone))
    request = audience(connection, cast, speaker).newest_request()
    assert request is not None
    return request


def seat(connection: Connection, cast: Cast, speaker: Speaker, place: Place) -> None:
    person = cast.actor(connection, speaker).person
    number = cast.invite(connection, place, f"seat-of-{speaker.id}")
    join = joins.ask(connection, place, number, person, speaker.phone, cast.now, joins.APPROVED)
    joins.sit(connection, person, place, join, cast.now)


def test_supervisors_are_the_own_towns_and_the_districts(cast: Cast) -> None:
    with cast.database.writing() as connection:
        seat(connection, cast, NOBODY, Place(Role.EXPERT))
        assert list(audience(connection, cast, ALICE).supervisors()) == persons(connection, cast, TANG, DONG)
        assert list(audience(connection, cast, CHARLIE).supervisors()) == persons(connection, cast, WEI, DONG)
        assert list(audience(connection, cast, TANG).supervisors()) == []


def test_a_department_of_the_district_hears_too(cast: Cast) -> None:
    with cast.database.writing() as connection:
        seat(connection, cast, NOBODY, Place(Role.DEPARTMENT))
        heard = audience(connection, cast, ALICE).supervisors()
        assert list(heard) == persons(connection, cast, TANG, DONG, NOBODY)


def test_who_lost_the_seat_hears_nothing(cast: Cast) -> None:
    with cast.database.writing() as connection:
        request = ask(connection, cast, Place(Role.PRINCIPAL, enterprise=cast.east))
        cast.does(connection, TANG, JoinApproved(request))
        assert list(audience(connection, cast, ALICE).principals()) == persons(connection, cast, BOB, NOBODY)
        cast.does(connection, TANG, SeatRevoked(request))
        assert list(audience(connection, cast, ALICE).principals()) == persons(connection, cast, BOB)


def test_a_person_with_two_seats_hears_once(cast: Cast) -> None:
    with cast.database.writing() as connection:
        seat(connection, cast, TANG, Place(Role.DISTRICT))
        assert list(audience(connection, cast, ALICE).supervisors()) == persons(connection, cast, TANG, DONG)


def test_principals_are_the_own_enterprises(cast: Cast) -> None:
    with cast.database.writing() as connection:
        assert list(audience(connection, cast, ALICE).principals()) == persons(connection, cast, BOB)
        assert list(audience(connection, cast, CHARLIE).principals()) == persons(connection, cast, WALT)
        assert list(audience(connection, cast, DONG).principals()) == []


@pytest.mark.parametrize(
    ("role", "at", "approvers"),
    [
        (Role.WORKER, "enterprise", (TANG, DONG)),
        (Role.TOWN, "town", (DONG,)),
        (Role.DISTRICT, "", (DONG,)),
    ],
)
def test_approvers_are_those_who_can_approve(
    cast: Cast, role: Role, at: str, approvers: tuple[Speaker, ...]
) -> None:
    with cast.database.writing() as connection:
        place = Place(
            role, cast.east if at == "enterprise" else None, cast.east_town if at == "town" else None
        )
        request = ask(connection, cast, place)
        heard = audience(connection, cast, NOBODY).approvers(request)
        assert list(heard) == persons(connection, cast, *approvers)
        for speaker in approvers:
            assert [one.number for one in cast.ledger(connection, speaker).waiting_joins()] == [request]


def test_nobody_is_asked_to_approve_themself(cast: Cast) -> None:
    with cast.database.writing() as connection:
        request = ask(connection, cast, Place(Role.OFFICER, enterprise=cast.east), TANG)
        assert list(audience(connection, cast, TANG).approvers(request)) == persons(connection, cast, DONG)


def test_a_join_is_described_with_its_phone_masked(cast: Cast) -> None:
    with cast.database.writing() as connection:
        request = ask(connection, cast, Place(Role.WORKER, enterprise=cast.east))
        told = audience(connection, cast, NOBODY)
        assert told.request_text(request) == (NOBODY.name, "东风面馆", "worker", "138****9001")
        assert told.requester(request) == cast.actor(connection, NOBODY).person
        assert list(told.principals_of_request(request)) == persons(connection, cast, BOB)


def test_a_join_that_is_not_there_reaches_nobody(cast: Cast) -> None:
    with cast.database.writing() as connection:
        told = audience(connection, cast, ALICE)
        assert told.requester(999) is None
        assert list(told.approvers(999)) == []
        with pytest.raises(LookupError):
            told.request_text(999)


def found(cast: Cast, *, major: bool) -> HazardFound:
    return HazardFound(cast.key("kitchen"), "gas", Severity.MAJOR, date(2026, 11, 24), suspected_major=major)


def test_a_letter_names_where_who_and_which_question(cast: Cast) -> None:
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, cast.begun("kitchen"), found(cast, major=True))
        told = audience(connection, cast, ALICE)
        assert told.subject() == Subject("东风面馆", "东镇", ALICE.name)
        assert told.hazard_number(found(cast, major=True)) == "YH-2026-000001"
        assert told.question_text(found(cast, major=True)) == Words("gas?", "gas?")
        assert [one.code for one in told.criteria(found(cast, major=True))] == ["LIST-1"]
        assert list(told.criteria(replace(found(cast, major=True), question="exit"))) == []


def test_the_question_of_a_failed_photo_is_found_from_whatever_seat(cast: Cast) -> None:
    with cast.database.writing() as connection:
        photo = PhotoReceived(cast.key("kitchen"), "exit", "f", "u", 1)
        cast.does(connection, ALICE, cast.begun("kitchen"), photo)
        (pending,) = media.claim(connection, cast.now)
        event = media.fail(connection, pending.id, "photo-gone", cast.now)
        assert event is not None
        assert audience(connection, cast, CHARLIE).question_text(event) == Words("exit?", "exit?")


# --- with the notices that use it ---------------------------------------------------------------------------------


def letters(connection: Connection, cast: Cast, speaker: Speaker, *events: object) -> list[Notice]:
    recorded = cast.does(connection, speaker, *events)  # type: ignore[arg-type]  # events of any kind
    told = audience(connection, cast, speaker)
    return [notice for event in recorded for notice in notices.of(event, told, cast.now)]


def test_an_alert_reaches_the_own_supervisors_only(cast: Cast) -> None:
    with cast.database.writing() as connection:
        sent = letters(connection, cast, ALICE, cast.begun("kitchen"), found(cast, major=True))
        assert [notice.to for notice in sent] == persons(connection, cast, TANG, DONG)
        assert {notice.args["enterprise"] for notice in sent} == {"东风面馆"}
        assert letters(connection, cast, CHARLIE, cast.begun("kitchen"), found(cast, major=False)) == []


def test_a_join_is_told_to_approvers_then_to_the_principal_and_the_newcomer(cast: Cast) -> None:
    with cast.database.writing() as connection:
        number = cast.invite(connection, Place(Role.WORKER, enterprise=cast.east), "a-code")
        asked = letters(connection, cast, NOBODY, ConsentGiven("1"), JoinRequested(number, NOBODY.phone))
        assert [notice.to for notice in asked] == persons(connection, cast, TANG, DONG)
        (request,) = cast.ledger(connection, TANG).waiting_joins()
        decided = letters(connection, cast, TANG, JoinApproved(request.number))
        assert sorted(notice.to for notice in decided) == sorted(persons(connection, cast, BOB, NOBODY))


def test_who_is_not_there_any_more_is_no_audience(cast: Cast) -> None:
    with cast.database.writing() as connection:
        stranger = replace(NOBODY, id=9999)
        told = audience(connection, cast, stranger)
        assert (list(told.supervisors()), list(told.principals()), told.newest_request()) == ([], [], None)
        assert told.subject() == Subject("", "", stranger.name)
