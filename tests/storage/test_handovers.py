"""A seat goes over: both have said so, everything in hand moves, what was done stays whose it is; nobody outside can take or move one."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import Connection, insert, select

from checklists.schema import Severity
from safety import notices_handovers
from safety.errors import Refusal
from safety.events import (
    AnswerSaved,
    ConsentGiven,
    Event,
    HazardFound,
    InvitationRedeemed,
    JoinApproved,
    JoinRequested,
    SeatRevoked,
)
from safety.events_handovers import (
    HandoverAccepted,
    HandoverDeclined,
    HandoverOffered,
    HandoverWithdrawn,
    SeatHanded,
)
from safety.notices import of
from safety.people import Role
from storage import handovers, invitations
from storage.audience import AudienceOf
from storage.invitations import Place
from storage.tables.checks import answers, checks
from storage.tables.chores import chores
from storage.tables.events import events
from storage.tables.handovers import handovers as table
from storage.tables.ledger import hazard_moves, hazards
from storage.tables.obligations import terms
from storage.tables.people import joins, seats
from tests.cast import ALICE, BOB, CHARLIE, DONG, NOBODY, TANG, WALT, WEI, Cast, Speaker

WORKER = Speaker(8101, "小李", "13700008101")
HEIR = Speaker(8102, "新人", "13700008102")
assert notices_handovers  # its letters are known
CODE = "91370000000000001A"


@pytest.fixture
def place(cast: Cast) -> Iterator[tuple[Connection, Cast]]:
    """Alice is in the middle of a self-check with a hazard, has a chore; a worker is there as well."""
    with cast.database.writing() as connection:
        key = cast.key(next(iter(cast.catalogue.checklists)))
        worker(connection, cast)
        busy(connection, cast, key.checklist)
        yield connection, cast


def worker(connection: Connection, cast: Cast) -> None:
    number = cast.invite(connection, Place(Role.WORKER, enterprise=cast.east), "worker-code")
    cast.does(connection, WORKER, ConsentGiven(cast.catalogue.privacy.version))
    cast.does(connection, WORKER, JoinRequested(number, WORKER.phone))
    asked = connection.execute(select(joins.c.id).order_by(joins.c.id.desc()).limit(1)).scalar_one()
    cast.does(connection, TANG, JoinApproved(asked))


def busy(connection: Connection, cast: Cast, checklist: str) -> None:
    key = cast.key(checklist)
    form = cast.catalogue.checklists[checklist]
    question = next(iter(form.questions)).id
    cast.does(connection, ALICE, cast.begun(checklist))
    cast.does(connection, ALICE, AnswerSaved(key, question, "no", "bad"))
    found = HazardFound(key, question, Severity.MAJOR, cast.now.date(), suspected_major=True)
    cast.does(connection, ALICE, found)
    alice = person(connection, cast, ALICE)
    row = {
        "number": "DQ-1", "enterprise": cast.east, "title": "擦烟道", "owner": alice, "due": cast.now.date(),
        "state": "open", "made_by": alice, "made_at": cast.now,
    }  # fmt: skip
    connection.execute(insert(chores).values(row))


def person(connection: Connection, cast: Cast, speaker: Speaker) -> int:
    return cast.actor(connection, speaker).person


def offered(connection: Connection, cast: Cast, giver: Speaker, to: Speaker) -> int:
    cast.does(connection, giver, HandoverOffered(person(connection, cast, to)))
    return connection.execute(select(table.c.id).order_by(table.c.id.desc()).limit(1)).scalar_one()


def letters(connection: Connection, cast: Cast, speaker: Speaker, event: Event) -> dict[int, str]:
    audience = AudienceOf(connection, cast.actor(connection, speaker), cast.catalogue, cast.now)
    return {one.to: one.line for one in of(event, audience, cast.now)}


def test_everything_in_hand_goes_over_and_what_was_done_stays(place: tuple[Connection, Cast]) -> None:
    connection, cast = place
    alice, worker_ = person(connection, cast, ALICE), person(connection, cast, WORKER)
    load = cast.ledger(connection, ALICE).handovers().load()
    assert (load.hazards, load.chores, load.drafts) == (1, 1, 1)
    number = offered(connection, cast, ALICE, WORKER)
    cast.does(connection, WORKER, HandoverAccepted(number))
    assert connection.execute(select(hazards.c.owner)).scalar_one() == worker_
    assert connection.execute(select(hazards.c.found_by)).scalar_one() == alice
    assert connection.execute(select(chores.c.owner)).scalar_one() == worker_
    assert connection.execute(select(answers.c.person)).scalar_one() == alice
    moves = connection.execute(select(hazard_moves.c.action, hazard_moves.c.body)).all()
    assert ("transfer", {"to": "小李"}) in [tuple(one) for one in moves]
    assert cast.actor(connection, ALICE).seat is None
    seat = cast.actor(connection, WORKER).seat
    assert seat is not None
    assert (seat.role, seat.enterprise) == (Role.OFFICER, cast.east)
    mine = cast.ledger(connection, WORKER)
    assert mine.draft(cast.key(next(iter(cast.catalogue.checklists)))) is not None
    open_ = select(seats.c.role).where(seats.c.person == worker_, seats.c.until.is_(None))
    assert connection.execute(open_).scalars().all() == [Role.OFFICER], "a worker no more"


def test_the_new_seat_can_be_revoked_like_any_other(place: tuple[Connection, Cast]) -> None:
    connection, cast = place
    number = offered(connection, cast, ALICE, WORKER)
    cast.does(connection, WORKER, HandoverAccepted(number))
    last = connection.execute(select(joins.c.id).order_by(joins.c.id.desc()).limit(1)).scalar_one()
    cast.does(connection, BOB, SeatRevoked(last))
    assert cast.actor(connection, WORKER).seat is None


def test_a_new_principal_signs_again_and_the_town_is_told(place: tuple[Connection, Cast]) -> None:
    connection, cast = place
    number = offered(connection, cast, BOB, ALICE)
    cast.does(connection, ALICE, HandoverAccepted(number))
    done = connection.execute(select(events.c.body).where(events.c.kind == "handover:done")).scalar_one()
    event = SeatHanded(**{**done, "role": Role(done["role"])})
    told = letters(connection, cast, ALICE, event)
    assert told[person(connection, cast, BOB)] == "letter-handover-gone"
    assert told[person(connection, cast, TANG)] == "letter-handover-done"
    assert told[person(connection, cast, DONG)] == "letter-handover-done"
    assert person(connection, cast, WEI) not in told
    alice = person(connection, cast, ALICE)
    begun = select(terms.c.what).where(terms.c.about == f"person:{alice}", terms.c.enterprise == cast.east)
    assert "at:principal_appointed" in connection.execute(begun).scalars().all()


def test_an_officers_handover_stays_inside(place: tuple[Connection, Cast]) -> None:
    connection, cast = place
    number = offered(connection, cast, ALICE, WORKER)
    handing = handovers.handing(
        connection, cast.actor(connection, WORKER), cast.catalogue.rules.defaults.handover, number
    )
    assert handing.above == []
    assert handing.inside == [person(connection, cast, BOB)]


@pytest.mark.parametrize("thief", [BOB, CHARLIE, WALT, TANG, WEI, DONG, NOBODY, ALICE])
def test_nobody_else_accepts_or_declines(place: tuple[Connection, Cast], thief: Speaker) -> None:
    connection, cast = place
    number = offered(connection, cast, ALICE, WORKER)
    for event in (HandoverAccepted(number), HandoverDeclined(number)):
        with pytest.raises(Refusal, match="handover-gone"), connection.begin_nested():
            cast.does(connection, thief, event)
    assert cast.ledger(connection, thief).handovers().one(number) is None
    cast.does(connection, WORKER, HandoverAccepted(number))


@pytest.mark.parametrize("to", [CHARLIE, WALT, TANG, ALICE, NOBODY])
def test_only_to_others_of_the_own_enterprise(place: tuple[Connection, Cast], to: Speaker) -> None:
    connection, cast = place
    with pytest.raises(Refusal, match="handover-gone"):
        offered(connection, cast, ALICE, to)


@pytest.mark.parametrize("who", [WORKER, NOBODY, TANG, DONG])
def test_only_principals_and_officers_have_a_seat_to_offer(
    place: tuple[Connection, Cast], who: Speaker
) -> None:
    connection, cast = place
    with pytest.raises(Refusal, match="not-allowed"):
        offered(connection, cast, who, BOB)
    with pytest.raises(Refusal, match="not-allowed"):
        cast.does(connection, who, HandoverOffered(None))


def test_two_taps_and_old_offers_move_nothing_twice(place: tuple[Connection, Cast]) -> None:
    connection, cast = place
    old = offered(connection, cast, ALICE, BOB)
    number = offered(connection, cast, ALICE, WORKER)
    for speaker, late in ((BOB, old), (WORKER, number)):
        if late == number:
            cast.does(connection, WORKER, HandoverAccepted(number))
        with pytest.raises(Refusal, match="handover-gone"), connection.begin_nested():
            cast.does(connection, speaker, HandoverAccepted(late))


def test_what_is_taken_back_or_too_old_cannot_be_accepted(place: tuple[Connection, Cast]) -> None:
    connection, cast = place
    number = offered(connection, cast, ALICE, WORKER)
    cast.does(connection, ALICE, HandoverWithdrawn(number))
    with pytest.raises(Refusal, match="handover-gone"), connection.begin_nested():
        cast.does(connection, WORKER, HandoverAccepted(number))
    number = offered(connection, cast, ALICE, WORKER)
    cast.now += timedelta(days=cast.catalogue.rules.defaults.handover.offer_days, seconds=1)
    with pytest.raises(Refusal, match="handover-gone"):
        cast.does(connection, WORKER, HandoverAccepted(number))


def test_a_seat_that_was_revoked_meanwhile_does_not_go_over(place: tuple[Connection, Cast]) -> None:
    connection, cast = place
    number = offered(connection, cast, ALICE, WORKER)
    given = select(seats.c.join_id).where(seats.c.person == person(connection, cast, ALICE))
    cast.does(connection, BOB, SeatRevoked(connection.execute(given).scalar_one()))
    with pytest.raises(Refusal, match="handover-gone"):
        cast.does(connection, WORKER, HandoverAccepted(number))


def test_who_joins_by_the_link_takes_the_seat(place: tuple[Connection, Cast]) -> None:
    connection, cast = place
    cast.does(connection, ALICE, HandoverOffered(None))
    (row,) = handovers.without_link(connection)
    code = "successor-code-successor"
    number = invitations.invite(connection, code, Place(Role.OFFICER, enterprise=cast.east), cast.now)
    assert handovers.link(connection, row.id, number)
    assert not handovers.link(connection, row.id, number), "another process"
    cast.does(connection, HEIR, ConsentGiven(cast.catalogue.privacy.version))
    cast.does(connection, HEIR, JoinRequested(number, HEIR.phone))
    assert cast.actor(connection, ALICE).seat is not None, "not before a supervisor has let them in"
    asked = connection.execute(select(joins.c.id).order_by(joins.c.id.desc()).limit(1)).scalar_one()
    cast.does(connection, TANG, JoinApproved(asked))
    assert cast.actor(connection, ALICE).seat is None
    assert connection.execute(select(hazards.c.owner)).scalar_one() == person(connection, cast, HEIR)


def test_a_link_that_was_taken_back_opens_nothing(place: tuple[Connection, Cast]) -> None:
    connection, cast = place
    cast.does(connection, ALICE, HandoverOffered(None))
    (row,) = handovers.without_link(connection)
    code = "successor-code-successor"
    number = invitations.invite(connection, code, Place(Role.OFFICER, enterprise=cast.east), cast.now)
    handovers.link(connection, row.id, number)
    cast.does(connection, ALICE, HandoverWithdrawn(row.id))
    cast.does(connection, HEIR, ConsentGiven(cast.catalogue.privacy.version))
    with pytest.raises(Refusal, match="invitation-invalid"):
        cast.does(connection, HEIR, InvitationRedeemed(number, HEIR.phone))


# --- by a supervisor ----------------------------------------------------------------------------------------------


def test_a_town_hands_over_for_who_is_gone(place: tuple[Connection, Cast]) -> None:
    connection, cast = place
    alice, to = person(connection, cast, ALICE), person(connection, cast, WORKER)
    book = cast.ledger(connection, TANG).handovers()
    assert {one.person for one in book.givers(CODE)} == {alice, person(connection, cast, BOB)}
    assert alice not in {one.person for one in book.successors(CODE, alice)}
    event = HandoverOffered(to, alice, CODE, "离职")
    cast.does(connection, TANG, event)
    told = letters(connection, cast, TANG, event)
    assert told == {to: "letter-handover", alice: "letter-handover-for"}
    number = connection.execute(select(table.c.id)).scalar_one()
    cast.does(connection, WORKER, HandoverAccepted(number))
    assert cast.actor(connection, ALICE).seat is None


@pytest.mark.parametrize("who", [WEI, CHARLIE, WALT, NOBODY, BOB])
def test_nobody_outside_the_town_does(place: tuple[Connection, Cast], who: Speaker) -> None:
    connection, cast = place
    alice, to = person(connection, cast, ALICE), person(connection, cast, WORKER)
    book = cast.ledger(connection, who).handovers()
    assert (list(book.givers(CODE)), list(book.successors(CODE, alice))) == ([], [])
    with pytest.raises(Refusal, match="not-allowed"):
        cast.does(connection, who, HandoverOffered(to, alice, CODE, "离职"))


def test_a_supervisor_gives_a_reason_and_a_name(place: tuple[Connection, Cast]) -> None:
    connection, cast = place
    alice, to = person(connection, cast, ALICE), person(connection, cast, WORKER)
    for event in (HandoverOffered(to, alice, CODE, "  "), HandoverOffered(None, alice, CODE, "离职")):
        with pytest.raises(Refusal, match="not-allowed"), connection.begin_nested():
            cast.does(connection, TANG, event)


# --- S15: revocation ----------------------------------------------------------------------------------------------


def test_revoked_during_an_open_form_the_next_tap_is_refused_and_the_draft_stays(
    place: tuple[Connection, Cast],
) -> None:
    connection, cast = place
    checklist = next(iter(cast.catalogue.checklists))
    key, form = cast.key(checklist), cast.catalogue.checklists[checklist]
    alice = person(connection, cast, ALICE)
    given = select(seats.c.join_id).where(seats.c.person == alice)
    cast.does(connection, TANG, SeatRevoked(connection.execute(given).scalar_one()))
    second = [one.id for one in form.questions][1]
    with pytest.raises(Refusal, match="not-allowed"):
        cast.does(connection, ALICE, AnswerSaved(key, second, "no", "bad"))
    assert cast.ledger(connection, ALICE).draft(key) is None, "nothing is read any more either"
    kept = connection.execute(select(answers.c.question, answers.c.person)).all()
    assert [one.person for one in kept] == [alice]
    assert connection.execute(select(checks.c.submitted_at)).scalar_one() is None
    draft = cast.ledger(connection, BOB).draft(key)
    assert draft is not None
    assert len(draft.answers) == 1
