"""Sections of a self-check taken by name, given back and handed on; who may, who sees it, who hears of it."""

import threading

import pytest
from sqlalchemy import Connection, select, update

from safety.checks import CheckKey, Colleague, Holder
from safety.errors import Refusal
from safety.events import (
    AnswerNoted,
    AnswerSaved,
    CheckSubmitted,
    Event,
    SectionGivenBack,
    SectionHanded,
    SectionTaken,
)
from safety.people import Role
from storage.audience import AudienceOf
from storage.invitations import Place
from storage.tables.checks import taken_sections
from storage.tables.people import seats
from tests import cast as casting
from tests.cast import ALICE, BOB, CHARLIE, NOBODY, TANG, WALT, Cast, Speaker


@pytest.fixture
def key(cast: Cast) -> CheckKey:
    """Both enterprises have begun."""
    with cast.database.writing() as connection:
        for speaker in (ALICE, CHARLIE):
            cast.does(connection, speaker, cast.begun("kitchen"))
    return cast.key("kitchen")


def person(connection: Connection, cast: Cast, speaker: Speaker) -> int:
    return cast.actor(connection, speaker).person


def held(connection: Connection, cast: Cast, key: CheckKey, speaker: Speaker = ALICE) -> dict[str, str]:
    return {section: holder.name for section, holder in cast.ledger(connection, speaker).holders(key).items()}


def refused(connection: Connection, cast: Cast, speaker: Speaker, event: Event, line: str) -> None:
    with pytest.raises(Refusal, match=line), connection.begin_nested():
        cast.does(connection, speaker, event)


def test_a_section_is_taken_seen_by_all_and_given_back(cast: Cast, key: CheckKey) -> None:
    with cast.database.writing() as connection:
        draft = cast.ledger(connection, ALICE).draft(key)
        assert draft is not None
        assert not draft.shared
        cast.does(connection, ALICE, SectionTaken(key, "s"))
        alice = person(connection, cast, ALICE)
        for speaker in (ALICE, BOB):
            ledger = cast.ledger(connection, speaker)
            assert ledger.holders(key) == {"s": Holder(alice, ALICE.name, cast.now)}
            assert (draft := ledger.draft(key)) is not None
            assert draft.shared
        cast.does(connection, ALICE, SectionGivenBack(key, "s"))
        assert held(connection, cast, key) == {}


def test_taking_one_s_own_again_changes_nothing(cast: Cast, key: CheckKey) -> None:
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, SectionTaken(key, "s"))
        cast.does(connection, ALICE, SectionTaken(key, "s"))
        assert held(connection, cast, key) == {"s": ALICE.name}


def test_a_colleague_s_section_is_taken_over_only_by_naming_them(cast: Cast, key: CheckKey) -> None:
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, SectionTaken(key, "s"))
        refused(connection, cast, BOB, SectionTaken(key, "s"), "section-taken")
        refused(
            connection, cast, BOB, SectionTaken(key, "s", over=person(connection, cast, BOB)), "section-taken"
        )
        cast.does(connection, BOB, SectionTaken(key, "s", over=person(connection, cast, ALICE)))
        assert held(connection, cast, key) == {"s": BOB.name}
        cast.does(connection, ALICE, SectionGivenBack(key, "s"))
        assert held(connection, cast, key) == {"s": BOB.name}


def test_a_section_is_handed_on_by_who_has_it_or_when_nobody_has(cast: Cast, key: CheckKey) -> None:
    with cast.database.writing() as connection:
        alice, bob = person(connection, cast, ALICE), person(connection, cast, BOB)
        cast.does(connection, ALICE, SectionHanded(key, "free", bob))
        cast.does(connection, ALICE, SectionTaken(key, "s"), SectionHanded(key, "s", bob))
        assert held(connection, cast, key) == {"free": BOB.name, "s": BOB.name}
        refused(connection, cast, ALICE, SectionHanded(key, "s", alice), "section-taken")
        cast.does(connection, BOB, SectionHanded(key, "s", alice))
        assert held(connection, cast, key)["s"] == ALICE.name


@pytest.mark.parametrize("stranger", [CHARLIE, TANG, NOBODY])
def test_a_section_goes_to_nobody_outside(cast: Cast, key: CheckKey, stranger: Speaker) -> None:
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, SectionTaken(key, "s"))
        outside = person(connection, cast, stranger)
        refused(connection, cast, ALICE, SectionHanded(key, "s", outside), "not-allowed")
        refused(connection, cast, ALICE, SectionHanded(key, "s", 999_999), "not-allowed")
        assert held(connection, cast, key) == {"s": ALICE.name}


@pytest.mark.parametrize("stranger", [CHARLIE, WALT, TANG])
def test_another_enterprise_sees_and_changes_nothing(cast: Cast, key: CheckKey, stranger: Speaker) -> None:
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, SectionTaken(key, "s"))
        alice = person(connection, cast, ALICE)
        assert held(connection, cast, key, stranger) == {}
        for event in (SectionTaken(key, "s", over=alice), SectionGivenBack(key, "s")):
            if stranger is TANG:
                refused(connection, cast, stranger, event, "not-allowed")
            else:
                with connection.begin_nested() as undone:
                    try:
                        cast.does(connection, stranger, event)
                    except Refusal as refusal:
                        assert refusal.line == "section-taken"  # noqa: PT017 - one of the two is refused
                        undone.rollback()
        assert held(connection, cast, key) == {"s": ALICE.name}


def test_what_somebody_had_who_has_left_is_free_again(cast: Cast, key: CheckKey) -> None:
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, SectionTaken(key, "s"))
        alice = person(connection, cast, ALICE)
        connection.execute(update(seats).where(seats.c.person == alice).values(until=cast.now))
        assert held(connection, cast, key, BOB) == {}
        assert cast.ledger(connection, BOB).colleagues() == ()
        cast.does(connection, BOB, SectionTaken(key, "s"))
        assert held(connection, cast, key, BOB) == {"s": BOB.name}


def test_colleagues_are_those_who_may_answer_here(cast: Cast) -> None:
    with cast.database.writing() as connection:
        cast.list_phone(connection, cast.east, NOBODY)
        casting.join(connection, cast, NOBODY, Place(Role.WORKER, enterprise=cast.east))
        bob, alice = person(connection, cast, BOB), person(connection, cast, ALICE)
        assert cast.ledger(connection, ALICE).colleagues() == (Colleague(bob, BOB.name, Role.PRINCIPAL),)
        assert cast.ledger(connection, BOB).colleagues() == (Colleague(alice, ALICE.name, Role.OFFICER),)
        for other in (NOBODY, TANG):
            assert cast.ledger(connection, other).colleagues() == ()


def test_nothing_is_taken_of_a_check_that_is_submitted(cast: Cast, key: CheckKey) -> None:
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, AnswerSaved(key, "exit", "yes", "ok"), CheckSubmitted(key, 1, 1, 1, 0))
        bob = person(connection, cast, BOB)
        for event in (SectionTaken(key, "s"), SectionGivenBack(key, "s"), SectionHanded(key, "s", bob)):
            refused(connection, cast, ALICE, event, "already-submitted")


def test_of_two_who_take_it_at_once_one_has_it(cast: Cast, key: CheckKey) -> None:
    outcomes: list[str] = []
    start = threading.Barrier(4)

    def take(speaker: Speaker) -> None:
        start.wait()
        try:
            with cast.database.writing() as connection:
                cast.does(connection, speaker, SectionTaken(key, "s"))
            outcomes.append(speaker.name)
        except Refusal as refusal:
            outcomes.append(refusal.line)

    threads = [threading.Thread(target=take, args=(speaker,)) for speaker in (ALICE, BOB) * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes)[:2] == ["section-taken"] * 2
    with cast.database.reading() as connection:
        assert held(connection, cast, key) == {"s": sorted(outcomes)[2]}
        assert len(connection.execute(select(taken_sections)).all()) == 1


def test_who_had_a_hand_in_a_check_hears_of_its_submission(cast: Cast, key: CheckKey) -> None:
    with cast.database.writing() as connection:

        def hears(speaker: Speaker) -> list[int]:
            audience = AudienceOf(connection, cast.actor(connection, speaker), cast.catalogue, cast.now)
            return list(audience.sharing(key))

        alice, bob = person(connection, cast, ALICE), person(connection, cast, BOB)
        assert hears(BOB) == [alice]  # she has begun it
        assert hears(ALICE) == []
        cast.does(connection, BOB, AnswerNoted(key, "exit", "看过"))
        assert hears(ALICE) == [bob]
        cast.does(connection, ALICE, AnswerSaved(key, "gas", "yes", "ok"))
        assert hears(CHARLIE) == []
        connection.execute(update(seats).where(seats.c.person == bob).values(until=cast.now))
        assert hears(ALICE) == []


def test_who_only_took_a_section_or_was_replaced_hears_it_too(cast: Cast, key: CheckKey) -> None:
    with cast.database.writing() as connection:
        bob = person(connection, cast, BOB)
        audience = AudienceOf(connection, cast.actor(connection, ALICE), cast.catalogue, cast.now)
        cast.does(connection, BOB, SectionTaken(key, "s"))
        assert list(audience.sharing(key)) == [bob]
        cast.does(connection, BOB, SectionGivenBack(key, "s"), AnswerSaved(key, "gas", "yes", "ok"))
        cast.does(connection, ALICE, AnswerSaved(key, "gas", "no", "bad", over=1))
        assert list(audience.sharing(key)) == [bob]
        assert audience.form(key).id == "kitchen"
        assert audience.due(key).isoformat() == "2026-11-30"
