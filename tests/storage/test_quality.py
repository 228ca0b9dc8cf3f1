"""Signs at submissions on both databases: found soon after, kept, read inside the scope only, looked at person by person."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Connection, select, update

from checklists.catalogue import Catalogue
from checklists.quality import Photos, Quality, SameText, ZeroAgain
from safety.errors import Refusal
from safety.events import AnswerNoted, AnswerSaved, CheckSubmitted, Event, PhotoReceived, QualityLooked
from safety.likeness import Nearness, Print
from safety.quality import Flag, Flagged, Sign
from storage import inspection, likeness, media
from storage.database import Database
from storage.media import Copy
from storage.tables.checks import checks
from storage.tables.events import events
from storage.tables.media import media as photos
from storage.tables.quality import phrases
from tests import cast as casting
from tests.cast import ALICE, BOB, CHARLIE, DONG, NOBODY, TANG, WEI, Cast, Speaker

RULES = Quality(
    same_text=SameText(least_characters=4, enterprises=2),
    photos=Photos(questions=2),
    zero_again=ZeroAgain(in_a_row=2),
)
NEAR = Nearness()
ONE = Print(0x0123_4567_89AB_CDEF, 0x1357_9BDF_0246_8ACE)
WORDS = "后门的锁已经换了"


@pytest.fixture
def cast(database: Database, catalogue: Catalogue) -> Cast:
    """The people of tests/cast.py, with rules of their own."""
    return casting.seat(
        database, replace(catalogue, rules=catalogue.rules.model_copy(update={"quality": RULES}))
    )


def submitted(connection: Connection, cast: Cast, who: Speaker, *more: Event, zero: bool = False) -> str:
    """One self-check handed in; its receipt."""
    key = cast.key("kitchen")
    answer = AnswerSaved(key, "exit", "yes" if zero else "no", "ok" if zero else "bad")
    sent = CheckSubmitted(key, 90, 9, 10, 0 if zero else 1, zero=zero)
    cast.does(connection, who, cast.begun("kitchen"), answer, *more, sent)
    draft = cast.ledger(connection, who).draft(key)
    assert draft is not None
    return str(draft.receipt)


def looked_through(connection: Connection, cast: Cast) -> int:
    """Look through what waits. How many there were."""
    taken = inspection.take(connection)
    for check in taken:
        inspection.look_through(connection, cast.catalogue, check, cast.now)
    return len(taken)


def listed(connection: Connection, cast: Cast, who: Speaker) -> Sequence[Flagged]:
    return cast.ledger(connection, who).flagged()


def signs(connection: Connection, cast: Cast, who: Speaker = DONG) -> dict[str, list[Flag]]:
    """By receipt."""
    return {one.receipt: list(one.flags) for one in listed(connection, cast, who)}


def noted(cast: Cast, text: str = WORDS, question: str = "exit") -> AnswerNoted:
    return AnswerNoted(cast.key("kitchen"), question, text)


def photo(cast: Cast, name: str, question: str = "exit") -> PhotoReceived:
    return PhotoReceived(cast.key("kitchen"), question, f"file-{name}", name, 100)


def safe(connection: Connection, cast: Cast, *found: Print) -> None:
    """Every photo that waits has its copy, as bot/photos.py writes it down; all are the same picture."""
    for pending in media.claim(connection, cast.now, 50):
        media.keep(connection, pending.id, Copy(f"copy-{pending.unique}", "s", 1, 1, 1, not found), cast.now)
        later = likeness.enter(connection, pending.id, list(found), NEAR)
        for one in {pending.id, *later}:
            inspection.wanted_by_photo(connection, one)


def three_months(connection: Connection, cast: Cast, who: Speaker = ALICE) -> Iterator[str]:
    for _ in range(3):
        yield submitted(connection, cast, who, zero=True)
        looked_through(connection, cast)
        cast.passes(days=31)


# --- what is found, and when --------------------------------------------------------------------------------------


def test_a_submission_is_looked_through_once_and_a_draft_never(cast: Cast) -> None:
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, cast.begun("kitchen"))
        assert looked_through(connection, cast) == 0
        submitted(connection, cast, ALICE)
        assert looked_through(connection, cast) == 1
        assert looked_through(connection, cast) == 0
        assert signs(connection, cast) == {}


def test_zero_reports_in_a_row_are_counted_by_form_and_enterprise(cast: Cast) -> None:
    with cast.database.writing() as connection:
        first, second, third = three_months(connection, cast)
        cast.passes(days=-31)
        submitted(connection, cast, CHARLIE, zero=True)
        looked_through(connection, cast)
        assert set(signs(connection, cast)) <= {first, second, third}
        cast.now -= timedelta(days=20)  # the second is still on the list
        assert signs(connection, cast) == {second: [Flag(Sign.ZERO_AGAIN, "", {"n": 2})]}


def test_a_finding_in_between_begins_the_count_anew(cast: Cast) -> None:
    with cast.database.writing() as connection:
        for zero in (True, False, True):
            submitted(connection, cast, ALICE, zero=zero)
            looked_through(connection, cast)
            cast.passes(days=31)
        assert signs(connection, cast) == {}


def test_the_same_words_of_two_enterprises_are_found_at_both(cast: Cast) -> None:
    with cast.database.writing() as connection:
        east = submitted(connection, cast, ALICE, noted(cast))
        looked_through(connection, cast)
        assert signs(connection, cast) == {}
        west = submitted(connection, cast, CHARLIE, noted(cast, "后门的锁，已经换了。"))
        assert looked_through(connection, cast) == 1
        assert looked_through(connection, cast) == 1  # the first one again
        assert looked_through(connection, cast) == 0
        flag = Flag(Sign.SAME_TEXT, "exit", {"n": 2, "days": 45})
        assert signs(connection, cast) == {east: [flag], west: [flag]}


def test_the_same_words_long_ago_or_of_one_enterprise_are_no_sign(cast: Cast) -> None:
    with cast.database.writing() as connection:
        submitted(connection, cast, ALICE, noted(cast))
        looked_through(connection, cast)
        cast.passes(days=31)
        submitted(connection, cast, ALICE, noted(cast))
        looked_through(connection, cast)
        cast.passes(days=46)
        submitted(connection, cast, CHARLIE, noted(cast))
        looked_through(connection, cast)
        assert signs(connection, cast) == {}


def test_the_words_themselves_are_not_kept_for_comparing(cast: Cast) -> None:
    with cast.database.writing() as connection:
        submitted(connection, cast, ALICE, noted(cast))
        looked_through(connection, cast)
        assert "后门" not in repr(connection.execute(select(phrases)).all())


def test_an_own_photo_of_last_month_is_named_with_its_day_and_question(cast: Cast) -> None:
    with cast.database.writing() as connection:
        submitted(connection, cast, ALICE, photo(cast, "a", "gas"))
        safe(connection, cast, ONE)
        looked_through(connection, cast)
        assert signs(connection, cast) == {}
        cast.passes(days=31)
        receipt = submitted(connection, cast, ALICE, photo(cast, "b"))
        looked_through(connection, cast)
        assert signs(connection, cast) == {}  # its copy is still on the way
        safe(connection, cast, ONE)
        assert looked_through(connection, cast) == 1
        figures = {"own": 1, "day": "2026-11-23", "earlier": "gas"}
        assert signs(connection, cast) == {receipt: [Flag(Sign.RECYCLED, "exit", figures)]}


def test_a_photo_from_another_enterprise_is_told_without_a_trace_of_it(cast: Cast) -> None:
    with cast.database.writing() as connection:
        submitted(connection, cast, CHARLIE, photo(cast, "a"))
        safe(connection, cast, ONE)
        receipt = submitted(connection, cast, ALICE, photo(cast, "b"))
        safe(connection, cast, ONE)
        looked_through(connection, cast)
        expected = {receipt: [Flag(Sign.RECYCLED, "exit", {"own": 0})]}
        assert signs(connection, cast, TANG) == signs(connection, cast, DONG) == expected
        assert signs(connection, cast, WEI) == {}  # the earlier one is not the one to look at
        (one,) = listed(connection, cast, TANG)
        assert "西风" not in repr(one)


def test_a_late_copy_of_the_earlier_photo_raises_the_sign_at_the_later_one(cast: Cast) -> None:
    with cast.database.writing() as connection:
        submitted(connection, cast, CHARLIE, photo(cast, "a"))
        (late,) = media.claim(connection, cast.now)
        receipt = submitted(connection, cast, ALICE, photo(cast, "b"))
        safe(connection, cast, ONE)
        looked_through(connection, cast)
        assert signs(connection, cast) == {}
        media.keep(connection, late.id, Copy("p", "s", 1, 1, 1, plain=False), cast.now)
        for one in likeness.enter(connection, late.id, [ONE], NEAR):
            inspection.wanted_by_photo(connection, one)
        looked_through(connection, cast)
        assert list(signs(connection, cast)) == [receipt]


def test_one_photo_for_two_questions_and_one_that_shows_nothing(cast: Cast) -> None:
    with cast.database.writing() as connection:
        both = submitted(connection, cast, ALICE, photo(cast, "a"), photo(cast, "b", "gas"))
        safe(connection, cast, ONE)
        dark = submitted(connection, cast, CHARLIE, photo(cast, "c", "wiring"))
        safe(connection, cast)
        looked_through(connection, cast)
        found = signs(connection, cast)
        (one,) = found[both]
        assert (one.sign, one.figures) == (Sign.ONE_PHOTO, {"n": 2})
        assert found[dark] == [Flag(Sign.BLANK, "wiring", {})]
        assert cast.ledger(connection, TANG).flagged_one(dark) is None
        card = cast.ledger(connection, WEI).flagged_one(dark)
        assert card is not None
        assert card.photos == ("copy-c",)


def test_what_is_not_found_any_more_goes_and_what_stays_keeps_its_time(cast: Cast) -> None:
    with cast.database.writing() as connection:
        submitted(connection, cast, ALICE, noted(cast), photo(cast, "a"))
        safe(connection, cast)
        submitted(connection, cast, CHARLIE, noted(cast))
        looked_through(connection, cast)
        looked_through(connection, cast)
        (one,) = listed(connection, cast, TANG)
        assert [flag.sign for flag in one.flags] == [Sign.SAME_TEXT, Sign.BLANK]
        cast.does(connection, TANG, QualityLooked(one.receipt))
        cast.passes(days=1)
        connection.execute(update(checks).where(checks.c.enterprise == cast.east).values(inspect=True))
        connection.execute(update(photos).values(plain=False))
        looked_through(connection, cast)
        (again,) = listed(connection, cast, TANG)
        assert [flag.sign for flag in again.flags] == [Sign.SAME_TEXT]
        assert again.looked


# --- who reads ----------------------------------------------------------------------------------------------------


def both_flagged(connection: Connection, cast: Cast) -> tuple[str, str]:
    """East and west have a sign each."""
    east = submitted(connection, cast, ALICE, noted(cast))
    west = submitted(connection, cast, CHARLIE, noted(cast))
    while looked_through(connection, cast):
        pass
    return east, west


def test_a_supervisor_sees_the_own_area_and_nobody_of_an_enterprise_sees_any(cast: Cast) -> None:
    with cast.database.writing() as connection:
        east, west = both_flagged(connection, cast)
        seen = {
            who.name: set(signs(connection, cast, who))
            for who in (TANG, WEI, DONG, ALICE, BOB, CHARLIE, NOBODY)
        }
        assert seen == {
            TANG.name: {east},
            WEI.name: {west},
            DONG.name: {east, west},
            **{who.name: set() for who in (ALICE, BOB, CHARLIE, NOBODY)},
        }
        for who, receipt in ((TANG, west), (WEI, east), (ALICE, east), (BOB, east), (NOBODY, east)):
            assert cast.ledger(connection, who).flagged_one(receipt) is None
        assert [cast.ledger(connection, who).count_flagged() for who in (TANG, DONG, ALICE)] == [1, 2, 0]


def test_the_card_has_what_the_supervisor_needs(cast: Cast) -> None:
    with cast.database.writing() as connection:
        east, _ = both_flagged(connection, cast)
        one = cast.ledger(connection, TANG).flagged_one(east)
        assert one is not None
        assert (one.enterprise, one.town, one.submitted_by) == ("东风面馆", "东镇", ALICE.name)
        assert (one.form.id, one.period, one.submitted_at) == ("kitchen", "2026-11", cast.now)
        assert (one.looked, one.seconds, one.changes, one.people) == (False, 0, 0, 1)


def test_a_look_counts_for_its_person_only_and_a_new_sign_counts_anew(cast: Cast) -> None:
    with cast.database.writing() as connection:
        east, _ = both_flagged(connection, cast)

        def counts() -> list[int]:
            return [cast.ledger(connection, who).area(cast.now.date()).flagged for who in (TANG, DONG)]

        assert counts() == [1, 2]
        cast.passes(minutes=1)
        cast.does(connection, TANG, QualityLooked(east))
        cast.does(connection, TANG, QualityLooked(east))
        assert counts() == [0, 2]
        assert listed(connection, cast, TANG)[0].looked
        assert [one.looked for one in listed(connection, cast, DONG)] == [False, False]
        cast.passes(minutes=1)
        connection.execute(update(checks).where(checks.c.receipt == east).values(zero=True, inspect=True))
        cast.now -= timedelta(days=31)
        cast.does(
            connection, BOB, cast.begun("kitchen"), CheckSubmitted(cast.key("kitchen"), 9, 9, 9, 0, zero=True)
        )
        cast.now += timedelta(days=31)
        looked_through(connection, cast)
        assert counts() == [1, 2]


def test_a_look_is_in_the_record_with_who_and_where(cast: Cast) -> None:
    with cast.database.writing() as connection:
        east, _ = both_flagged(connection, cast)
        cast.does(connection, DONG, QualityLooked(east))
        row = connection.execute(select(events).order_by(events.c.id.desc()).limit(1)).one()
        assert (row.kind, row.subject, row.enterprise) == ("quality:looked", f"submission/{east}", cast.east)


@pytest.mark.parametrize("who", [WEI, ALICE, BOB, CHARLIE, NOBODY], ids=lambda who: who.name)
def test_who_may_not_see_it_cannot_look_at_it(cast: Cast, who: Speaker) -> None:
    with cast.database.writing() as connection:
        east, _ = both_flagged(connection, cast)
        with pytest.raises(Refusal, match="quality-gone"):
            cast.does(connection, who, QualityLooked(east))


def test_a_submission_without_a_sign_is_not_there_to_be_looked_at(cast: Cast) -> None:
    with cast.database.writing() as connection:
        plain = submitted(connection, cast, ALICE)
        looked_through(connection, cast)
        assert cast.ledger(connection, TANG).flagged_one(plain) is None
        with pytest.raises(Refusal):
            cast.does(connection, TANG, QualityLooked(plain))


def test_the_list_forgets_after_its_days_and_turns_pages(cast: Cast) -> None:
    with cast.database.writing() as connection:
        both_flagged(connection, cast)
        ledger = cast.ledger(connection, DONG)
        first, second = ledger.flagged(limit=1), ledger.flagged(offset=1, limit=1)
        assert {one.enterprise for one in (*first, *second)} == {"东风面馆", "西风面馆"}
        cast.passes(days=31)
        assert cast.ledger(connection, DONG).count_flagged() == 0


def test_only_a_few_are_taken_at_once(cast: Cast) -> None:
    with cast.database.writing() as connection:
        for _ in range(inspection.MOST + 2):
            submitted(connection, cast, ALICE)
            cast.passes(days=31)
        assert [len(inspection.take(connection)) for _ in range(3)] == [inspection.MOST, 2, 0]
