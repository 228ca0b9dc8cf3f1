"""People: met with next to nothing, named from their consent on, acting from one seat at a time."""

from dataclasses import replace

import pytest
from sqlalchemy import Connection, select

from checklists.words import Language
from safety.errors import Refusal
from safety.events import ConsentGiven, ConsentWithdrawn, InvitationRedeemed, LanguageChosen, SeatChosen
from safety.people import Role, Seat
from storage import due, people
from storage.invitations import Place
from storage.people import Reader
from storage.tables.people import people as table
from tests.cast import ALICE, DONG, NOBODY, TANG, WEI, Cast, Speaker


def kept(connection: Connection, speaker: Speaker) -> dict[str, object]:
    row = connection.execute(select(table).where(table.c.account == speaker.id)).one()
    return dict(row._mapping)


def second_seat(connection: Connection, cast: Cast) -> None:
    """Alice is also the officer of the other enterprise."""
    number = cast.invite(connection, Place(Role.OFFICER, enterprise=cast.west), "second-code")
    cast.list_phone(connection, cast.west, ALICE)
    cast.does(connection, ALICE, InvitationRedeemed(number, ALICE.phone))


def test_a_stranger_leaves_only_where_they_can_be_reached(cast: Cast) -> None:
    with cast.database.writing() as connection:
        actor = cast.actor(connection, NOBODY)
        row = kept(connection, NOBODY)
    assert (actor.name, actor.consented, actor.seat) == (NOBODY.name, False, None)
    assert (row["name"], row["username"], row["phone"]) == ("", None, None)


def test_a_person_is_met_once(cast: Cast) -> None:
    with cast.database.writing() as connection:
        first = cast.actor(connection, NOBODY)
        assert cast.actor(connection, NOBODY) == first


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("zh-hans", Language.ZH),
        (None, Language.ZH),
        ("zh", Language.ZH),
        ("en", Language.EN),
        ("ko", Language.EN),
    ],
)
def test_it_begins_in_the_language_of_the_device(cast: Cast, code: str | None, language: Language) -> None:
    with cast.database.writing() as connection:
        assert cast.actor(connection, replace(NOBODY, language=code)).language is language


def test_a_chosen_language_stays(cast: Cast) -> None:
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, LanguageChosen(Language.EN))
        assert cast.actor(connection, ALICE).language is Language.EN
        assert people.language_of(connection, ALICE.id) is Language.EN
        assert people.language_of(connection, 424242) is Language.ZH


def test_consent_is_kept_with_its_version_and_the_name_from_then_on(cast: Cast) -> None:
    with cast.database.writing() as connection:
        cast.does(connection, NOBODY, ConsentGiven("7"))
        row = kept(connection, NOBODY)
        assert cast.actor(connection, NOBODY).consented
    assert (row["name"], row["consent_version"], row["consent_at"]) == (NOBODY.name, "7", cast.now)


def test_a_consent_to_an_older_notice_does_not_count(cast: Cast) -> None:
    with cast.database.writing() as connection:
        person = cast.actor(connection, ALICE).person
        assert people.meet(connection, ALICE, ALICE.id, cast.now, privacy="1").consented
        assert not people.meet(connection, ALICE, ALICE.id, cast.now, privacy="2").consented
        assert not people.actor_of(connection, person, privacy="2").consented
        assert people.actor_of(connection, person).consented


def test_who_takes_the_consent_back_is_forgotten_and_gets_no_letters(cast: Cast) -> None:
    with cast.database.writing() as connection:
        person = cast.actor(connection, ALICE).person
        cast.does(connection, ALICE, ConsentWithdrawn())
        row = kept(connection, ALICE)
        assert not people.meet(connection, ALICE, ALICE.id, cast.now).consented
        assert people.reader_of(connection, person) is None
        assert (row["name"], row["username"], row["phone"]) == ("", None, None)


def test_a_changed_name_and_chat_are_followed(cast: Cast) -> None:
    with cast.database.writing() as connection:
        renamed = replace(ALICE, name="李娜娜", username="nana")
        actor = people.meet(connection, renamed, 77, cast.now)
        assert people.actor_of(connection, actor.person).name == "李娜娜"
        assert people.reader_of(connection, actor.person) == Reader(77, Language.ZH)
        assert kept(connection, ALICE)["username"] == "nana"


def test_who_blocked_the_bot_is_not_written_to_until_they_are_back(cast: Cast) -> None:
    with cast.database.writing() as connection:
        person = cast.actor(connection, ALICE).person
        people.set_reachable(connection, ALICE.id, False, cast.now)
        assert people.reader_of(connection, person) is None
        assert kept(connection, ALICE)["reachable_at"] == cast.now
        cast.actor(connection, ALICE)
        assert people.reader_of(connection, person) is not None


def test_nobody_has_no_letters_and_is_no_actor(cast: Cast) -> None:
    with cast.database.reading() as connection:
        assert people.reader_of(connection, 424242) is None
        with pytest.raises(LookupError):
            people.actor_of(connection, 424242)


def test_the_newest_seat_is_taken_and_another_can_be_chosen(cast: Cast) -> None:
    with cast.database.writing() as connection:
        second_seat(connection, cast)
        assert cast.actor(connection, ALICE).seat == Seat(Role.OFFICER, enterprise=cast.west)
        own = cast.ledger(connection, ALICE).seats()
        assert own == (
            (Seat(Role.OFFICER, enterprise=cast.east), "东风面馆"),
            (Seat(Role.OFFICER, enterprise=cast.west), "西风面馆"),
        )
        cast.does(connection, ALICE, SeatChosen(0))
        assert cast.actor(connection, ALICE).seat == Seat(Role.OFFICER, enterprise=cast.east)


@pytest.mark.parametrize("index", [-1, 1, 99])
def test_a_seat_one_does_not_have_cannot_be_chosen(cast: Cast, index: int) -> None:
    with cast.database.writing() as connection, pytest.raises(Refusal, match="not-allowed"):
        cast.does(connection, ALICE, SeatChosen(index))


def test_seats_are_named_by_their_place(cast: Cast) -> None:
    with cast.database.writing() as connection:
        assert [place for _, place in cast.ledger(connection, TANG).seats()] == ["东镇"]
        assert [place for _, place in cast.ledger(connection, DONG).seats()] == ["天衢新区"]
        assert cast.ledger(connection, NOBODY).seats() == ()


def test_it_knows_which_supervisors_have_no_digest_planned(cast: Cast) -> None:
    with cast.database.writing() as connection:
        watching = [cast.actor(connection, speaker).person for speaker in (TANG, WEI, DONG)]
        assert people.without_due(connection, "digest") == watching
        due.plan(connection, f"digest:{watching[0]}", "digest", str(watching[0]), cast.now)
        assert people.without_due(connection, "digest") == watching[1:]
