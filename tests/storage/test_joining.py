"""Invitations and joins (promise S1): one use, 72 hours, a listed phone or a supervisor's word, ended by one tap."""

import threading
from datetime import timedelta

import pytest
from sqlalchemy import Connection, func, select

from safety.errors import Refusal
from safety.events import (
    ConsentGiven,
    Event,
    InvitationRedeemed,
    JoinApproved,
    JoinRefused,
    JoinRequested,
    MemberJoined,
    SeatRevoked,
)
from safety.people import Role, Seat
from storage import invitations, joins
from storage.invitations import LIFE, Place
from storage.tables.people import invitations as table
from storage.tables.people import seats
from tests.cast import ALICE, BOB, CHARLIE, DONG, NOBODY, TANG, WALT, WEI, Cast, Speaker

CODE = "a-code-for-one-person-only"


def invite(connection: Connection, cast: Cast, role: Role = Role.WORKER) -> int:
    return cast.invite(connection, Place(role, enterprise=cast.east), CODE)


def ask(connection: Connection, cast: Cast, role: Role = Role.WORKER) -> int:
    """Nobody, whose phone is on no list, asks to join the eastern enterprise."""
    number = invite(connection, cast, role)
    cast.does(connection, NOBODY, ConsentGiven("1"), JoinRequested(number, NOBODY.phone))
    found = joins.newest_of(connection, cast.actor(connection, NOBODY).person)
    assert found is not None
    return found


def seat(connection: Connection, cast: Cast, speaker: Speaker) -> Seat | None:
    return cast.actor(connection, speaker).seat


# --- invitations --------------------------------------------------------------------------------------------------


def test_a_code_is_kept_only_as_its_hash(cast: Cast) -> None:
    with cast.database.writing() as connection:
        invite(connection, cast)
        everything = str(connection.execute(select(table)).all())
        found = cast.ledger(connection, NOBODY).invitation(CODE)
    assert CODE not in everything
    assert found is not None
    assert (found.place, found.role, found.usable, found.area) == ("东风面馆", Role.WORKER, True, None)
    assert found.phones == {ALICE.phone, BOB.phone}


def test_codes_are_long_and_never_the_same() -> None:
    codes = {invitations.new_code() for _ in range(1000)}
    assert len(codes) == 1000
    assert all(len(code) == 22 for code in codes)


def test_an_unknown_code_is_no_invitation(cast: Cast) -> None:
    with cast.database.writing() as connection:
        assert cast.ledger(connection, NOBODY).invitation("guessed") is None


def test_an_invitation_ends_after_72_hours(cast: Cast) -> None:
    with cast.database.writing() as connection:
        number = invite(connection, cast)
        cast.now += LIFE - timedelta(seconds=1)
        found = cast.ledger(connection, NOBODY).invitation(CODE)
        assert found is not None
        assert found.usable
        cast.passes(seconds=1)
        found = cast.ledger(connection, NOBODY).invitation(CODE)
        assert found is not None
        assert not found.usable
        with pytest.raises(Refusal, match="invitation-invalid"):
            cast.does(connection, NOBODY, JoinRequested(number, NOBODY.phone))


def test_a_revoked_invitation_is_of_no_use(cast: Cast) -> None:
    with cast.database.writing() as connection:
        number = invite(connection, cast)
        assert invitations.revoke(connection, number, cast.now)
        assert not invitations.revoke(connection, number, cast.now)
        with pytest.raises(Refusal, match="invitation-invalid"):
            cast.does(connection, ALICE, InvitationRedeemed(number, ALICE.phone))


def test_a_used_invitation_cannot_be_used_again(cast: Cast) -> None:
    with cast.database.writing() as connection:
        ask(connection, cast)
        found = cast.ledger(connection, NOBODY).invitation(CODE)
        assert found is not None
        assert not found.usable
        with pytest.raises(Refusal, match="invitation-invalid"):
            cast.does(connection, ALICE, InvitationRedeemed(found.number, ALICE.phone))


def test_of_fifty_at_once_exactly_one_joins(cast: Cast) -> None:
    with cast.database.writing() as connection:
        number = invite(connection, cast)
    crowd = [Speaker(5000 + place, f"p{place}", ALICE.phone) for place in range(50)]
    outcomes: list[str] = []
    start = threading.Barrier(10)

    def redeem(speakers: list[Speaker]) -> None:
        start.wait()
        for speaker in speakers:
            try:
                with cast.database.writing() as connection:
                    cast.does(connection, speaker, InvitationRedeemed(number, speaker.phone))
                outcomes.append("joined")
            except Refusal as refusal:
                outcomes.append(refusal.line)

    threads = [threading.Thread(target=redeem, args=(crowd[place::10],)) for place in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["invitation-invalid"] * 49 + ["joined"]
    with cast.database.reading() as connection:
        new = select(func.count()).where(seats.c.enterprise == cast.east, seats.c.role == Role.WORKER)
        assert connection.execute(new).scalar_one() == 1


# --- joining ------------------------------------------------------------------------------------------------------


def test_a_listed_phone_joins_at_once_and_it_is_told(cast: Cast) -> None:
    with cast.database.writing() as connection:
        number = invite(connection, cast)
        happened = cast.does(connection, NOBODY, InvitationRedeemed(number, "+86 138-0000-1001"))
        assert seat(connection, cast, NOBODY) == Seat(Role.WORKER, enterprise=cast.east)
    assert [event.kind for event in happened] == ["join:invitation:redeemed", "join:member:joined"]
    told = happened[1]
    assert isinstance(told, MemberJoined)
    assert (told.person, told.role, told.place) == (NOBODY.name, Role.WORKER, "东风面馆")


def test_a_phone_that_is_not_listed_gives_no_seat_whatever_was_said(cast: Cast) -> None:
    with cast.database.writing() as connection:
        number = invite(connection, cast)
        for phone in (NOBODY.phone, CHARLIE.phone, ""):
            with pytest.raises(Refusal, match="invitation-invalid"), connection.begin_nested():
                cast.does(connection, NOBODY, InvitationRedeemed(number, phone))
        assert seat(connection, cast, NOBODY) is None


def test_who_is_not_listed_waits_for_a_supervisor_of_the_place(cast: Cast) -> None:
    with cast.database.writing() as connection:
        number = ask(connection, cast)
        assert seat(connection, cast, NOBODY) is None
        for speaker, sees in ((TANG, 1), (DONG, 1), (WEI, 0), (BOB, 0), (ALICE, 0), (NOBODY, 0)):
            assert len(cast.ledger(connection, speaker).waiting_joins()) == sees, speaker
        (request,) = cast.ledger(connection, TANG).waiting_joins()
    assert (request.number, request.person, request.phone) == (number, NOBODY.name, NOBODY.phone)
    assert (request.place, request.role, request.asked_at) == ("东风面馆", Role.WORKER, cast.now)


@pytest.mark.parametrize("speaker", [TANG, DONG])
def test_a_supervisor_of_the_place_approves(cast: Cast, speaker: Speaker) -> None:
    with cast.database.writing() as connection:
        number = ask(connection, cast)
        happened = cast.does(connection, speaker, JoinApproved(number))
        assert seat(connection, cast, NOBODY) == Seat(Role.WORKER, enterprise=cast.east)
        assert cast.ledger(connection, speaker).waiting_joins() == ()
    assert happened[1:] == [MemberJoined(number, NOBODY.name, Role.WORKER, "东风面馆")]


def decisions(number: int) -> list[Event]:
    return [JoinApproved(number), JoinRefused(number)]


@pytest.mark.parametrize("speaker", [WEI, ALICE, BOB, CHARLIE, WALT, NOBODY])
def test_nobody_else_decides(cast: Cast, speaker: Speaker) -> None:
    with cast.database.writing() as connection:
        number = ask(connection, cast)
        for event in decisions(number):
            with pytest.raises(Refusal, match="request-gone"), connection.begin_nested():
                cast.does(connection, speaker, event)
        assert seat(connection, cast, NOBODY) is None


def test_a_request_is_decided_once(cast: Cast) -> None:
    with cast.database.writing() as connection:
        number = ask(connection, cast)
        cast.does(connection, TANG, JoinRefused(number))
        for event in decisions(number):
            with pytest.raises(Refusal, match="request-gone"), connection.begin_nested():
                cast.does(connection, DONG, event)
        assert seat(connection, cast, NOBODY) is None


def test_nobody_approves_their_own_request(cast: Cast) -> None:
    with cast.database.writing() as connection:
        number = cast.invite(connection, Place(Role.OFFICER, enterprise=cast.east), CODE)
        cast.does(connection, TANG, JoinRequested(number, TANG.phone))
        request = joins.newest_of(connection, cast.actor(connection, TANG).person)
        assert request is not None
        assert cast.ledger(connection, TANG).waiting_joins() == ()
        with pytest.raises(Refusal, match="request-gone"):
            cast.does(connection, TANG, JoinApproved(request))


def test_a_town_does_not_appoint_supervisors(cast: Cast) -> None:
    with cast.database.writing() as connection:
        number = cast.invite(connection, Place(Role.TOWN, area=cast.east_town), CODE)
        cast.does(connection, NOBODY, ConsentGiven("1"), JoinRequested(number, NOBODY.phone))
        assert cast.ledger(connection, TANG).waiting_joins() == ()
        (request,) = cast.ledger(connection, DONG).waiting_joins()
        assert request.place == "东镇"
        cast.does(connection, DONG, JoinApproved(request.number))
        assert seat(connection, cast, NOBODY) == Seat(Role.TOWN, area=cast.east_town)


# --- leaving ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("speaker", [BOB, TANG, DONG])
def test_a_seat_is_ended_by_the_principal_or_a_supervisor(cast: Cast, speaker: Speaker) -> None:
    with cast.database.writing() as connection:
        number = ask(connection, cast)
        cast.does(connection, TANG, JoinApproved(number))
        cast.does(connection, speaker, SeatRevoked(number))
        assert seat(connection, cast, NOBODY) is None
        with pytest.raises(Refusal, match="request-gone"):
            cast.does(connection, speaker, SeatRevoked(number))


@pytest.mark.parametrize("speaker", [ALICE, WALT, CHARLIE, WEI, NOBODY])
def test_a_seat_is_ended_by_nobody_else(cast: Cast, speaker: Speaker) -> None:
    with cast.database.writing() as connection:
        number = ask(connection, cast)
        cast.does(connection, TANG, JoinApproved(number))
        with pytest.raises(Refusal, match="request-gone"), connection.begin_nested():
            cast.does(connection, speaker, SeatRevoked(number))
        assert seat(connection, cast, NOBODY) is not None


def test_a_request_that_waits_has_no_seat_to_end(cast: Cast) -> None:
    with cast.database.writing() as connection:
        number = ask(connection, cast)
        with pytest.raises(Refusal, match="request-gone"):
            cast.does(connection, BOB, SeatRevoked(number))


def test_the_same_seat_given_twice_ends_once(cast: Cast) -> None:
    with cast.database.writing() as connection:
        first = ask(connection, cast)
        cast.does(connection, TANG, JoinApproved(first))
        again = cast.invite(connection, Place(Role.WORKER, enterprise=cast.east), "another-code")
        cast.does(connection, NOBODY, JoinRequested(again, NOBODY.phone))
        second = joins.newest_of(connection, cast.actor(connection, NOBODY).person)
        assert second is not None
        cast.does(connection, TANG, JoinApproved(second))
        assert len(cast.ledger(connection, NOBODY).seats()) == 1
        cast.does(connection, BOB, SeatRevoked(second))
        assert seat(connection, cast, NOBODY) is None


# --- what others may read -----------------------------------------------------------------------------------------


def test_a_phone_is_masked_for_who_cannot_approve(cast: Cast) -> None:
    with cast.database.writing() as connection:
        number = ask(connection, cast)
        phones = {
            speaker.name: (request.phone if request else None)
            for speaker in (TANG, DONG, BOB, ALICE, WALT, WEI, NOBODY)
            for request in [cast.ledger(connection, speaker).join_request(number)]
        }
    open_, masked = NOBODY.phone, "138****9001"
    assert phones == {
        TANG.name: open_,
        DONG.name: open_,
        BOB.name: masked,
        ALICE.name: None,
        WALT.name: None,
        WEI.name: None,
        NOBODY.name: None,
    }
