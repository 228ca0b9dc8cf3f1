"""What is remembered from one self-check to the next: the last answers with how they came, facts with their source."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import Connection, select

from checklists.answers import Answer, Carried
from checklists.schema import Checklist, Severity
from safety.checks import OpenHazard, Previous, StatedFact
from safety.events import (
    AnswerNoted,
    AnswerSaved,
    CheckSubmitted,
    Event,
    FactStated,
    HazardFound,
    HazardWithdrawn,
    PhotoReceived,
)
from storage.ledger import LedgerOf
from storage.tables.checks import saves
from tests.cast import ALICE, BOB, CHARLIE, DONG, NOBODY, TANG, Cast, Speaker
from tests.storage.test_statements import cost

DUE = date(2026, 11, 30)


def check(connection: Connection, cast: Cast, *events: Event, speaker: Speaker = ALICE) -> None:
    """Begin the kitchen form of this month, do this, submit."""
    key = cast.key("kitchen")
    cast.does(connection, speaker, cast.begun("kitchen"), *events, CheckSubmitted(key, 50, 1, 2, 1))


def previous(connection: Connection, cast: Cast, speaker: Speaker = ALICE) -> Previous | None:
    return cast.ledger(connection, speaker).previous(cast.key("kitchen"))


def test_the_first_check_has_none_before_it(cast: Cast) -> None:
    with cast.database.writing() as connection:
        assert previous(connection, cast) is None
        cast.does(connection, ALICE, cast.begun("kitchen"))
        cast.passes(days=31)
        assert previous(connection, cast) is None, "one that was never submitted is none"


def test_the_last_submitted_one_comes_back_with_its_answers_day_and_receipt(cast: Cast) -> None:
    key = cast.key("kitchen")
    with cast.database.writing() as connection:
        answers = (AnswerSaved(key, "exit", "yes", "ok"), AnswerSaved(key, "staff", "12.5", "ok"))
        more = (AnswerNoted(key, "exit", "后门"), PhotoReceived(key, "exit", "f", "u", 1))
        check(connection, cast, *answers, *more)
        draft = cast.ledger(connection, ALICE).draft(key)
        assert previous(connection, cast) is None, "not its own predecessor"
        cast.passes(days=31)
        found = previous(connection, cast, BOB)
    assert draft is not None
    assert found == Previous(
        draft.form,
        {"exit": Answer("yes", photos=1, note="后门"), "staff": Answer(Decimal("12.5"))},
        date(2026, 11, 23),
        draft.receipt or "?",
    )


def test_the_newest_of_several_counts(cast: Cast) -> None:
    with cast.database.writing() as connection:
        for value in ("no", "yes"):
            check(connection, cast, AnswerSaved(cast.key("kitchen"), "exit", value, "ok"))
            cast.passes(days=31)
        found = previous(connection, cast)
    assert found is not None
    assert found.answers["exit"].value == "yes"
    assert found.day == date(2026, 12, 24)


def test_the_day_is_that_of_the_wall_clock(cast: Cast) -> None:
    with cast.database.writing() as connection:
        cast.passes(hours=16)  # 01:00 of the 24th in China
        check(connection, cast)
        cast.passes(days=31)
        found = previous(connection, cast)
    assert found is not None
    assert found.day == date(2026, 11, 24)


def test_hazards_that_are_still_open_come_with_it_and_withdrawn_ones_do_not(cast: Cast) -> None:
    key = cast.key("kitchen")
    with cast.database.writing() as connection:
        bad = [AnswerSaved(key, name, "no", "bad") for name in ("exit", "gas")]
        found = [
            HazardFound(key, name, Severity.GENERAL, DUE, suspected_major=False) for name in ("exit", "gas")
        ]
        check(connection, cast, *bad, *found, HazardWithdrawn(key, "gas"))
        number = cast.ledger(connection, ALICE).hazards()[0].number
        cast.passes(days=31)
        before = previous(connection, cast)
    assert before is not None
    assert before.hazards == {"exit": OpenHazard(number, DUE)}


def test_it_stands_in_the_version_it_was_answered_in(cast: Cast) -> None:
    old = cast.catalogue.checklists["kitchen"]
    fields = {name: getattr(old, name) for name in Checklist.model_fields}
    newer = Checklist(**{**fields, "sections": (old.sections[0].model_copy(update={"questions": ()}),)})
    catalogue = replace(cast.catalogue, checklists={**cast.catalogue.checklists, "kitchen": newer})
    with cast.database.writing() as connection:
        check(connection, cast, AnswerSaved(cast.key("kitchen"), "exit", "yes", "ok"))
        cast.passes(days=31)
        ledger = LedgerOf(connection, cast.actor(connection, ALICE), catalogue, cast.now)
        found = ledger.previous(cast.key("kitchen"))
    assert found is not None
    assert found.form == old
    assert set(found.answers) == {"exit"}


@pytest.mark.parametrize("speaker", [CHARLIE, TANG, DONG, NOBODY])
def test_nobody_outside_the_enterprise_is_told(cast: Cast, speaker: Speaker) -> None:
    with cast.database.writing() as connection:
        stated = FactStated("staff", "7", "kitchen/staff")
        check(connection, cast, AnswerSaved(cast.key("kitchen"), "exit", "yes", "ok"), stated)
        cast.passes(days=31)
        assert previous(connection, cast) is not None
        assert cast.ledger(connection, ALICE).stated_facts()
        assert previous(connection, cast, speaker) is None
        assert cast.ledger(connection, speaker).stated_facts() == {}


def test_how_an_answer_was_taken_over_is_kept_until_it_is_given_anew(cast: Cast) -> None:
    key, since = cast.key("kitchen"), date(2026, 8, 20)
    taken = AnswerSaved(key, "exit", "yes", "ok", None, Carried.SECTION, since)
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, cast.begun("kitchen"), taken)
        ledger = cast.ledger(connection, ALICE)
        draft = ledger.draft(key)
        assert draft is not None
        assert draft.answers["exit"] == Answer("yes", carried=Carried.SECTION, since=since)
        anew = AnswerSaved(key, "exit", "yes", "ok")
        cast.does(connection, ALICE, anew)
        after = ledger.after([anew]).draft(key)
        assert after is not None
        assert after == cast.ledger(connection, ALICE).draft(key)
        assert after.answers["exit"] == Answer("yes")
        rows = connection.execute(select(saves.c.carried, saves.c.since).order_by(saves.c.id)).all()
    assert [tuple(row) for row in rows] == [(Carried.SECTION, since), (None, None)]


def test_a_fact_comes_with_its_source_and_day_and_the_last_statement_counts(cast: Cast) -> None:
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, FactStated("staff", 7, "kitchen/staff"))
        cast.passes(days=3)
        cast.does(connection, BOB, FactStated("staff", "8.5", "flood/people"))
        cast.does(connection, BOB, FactStated("gas_lpg", value=False, source="import"))
        cast.does(connection, BOB, FactStated("no_longer_known", value=True, source="import"))
        found = cast.ledger(connection, ALICE).stated_facts()
    assert found == {
        "staff": StatedFact(Decimal("8.5"), "flood/people", cast.now, 90),
        "gas_lpg": StatedFact(value=False, source="import", at=cast.now, valid_days=90),
    }


def test_a_new_statement_is_seen_in_the_same_turn(cast: Cast) -> None:
    with cast.database.writing() as connection:
        ledger = cast.ledger(connection, ALICE)
        assert ledger.stated_facts() == {}
        event = FactStated("staff", 7, "kitchen/staff")
        cast.does(connection, ALICE, event)
        assert ledger.after([event]).stated_facts()["staff"].value == 7
        key = cast.key("kitchen")
        assert ledger.after([AnswerSaved(key, "exit", "yes", "ok")]).stated_facts() == {}


def test_what_it_costs_in_statements(cast: Cast) -> None:
    key = cast.key("kitchen")
    with cast.database.writing() as connection:
        first = cast.ledger(connection, ALICE)
        assert cost(cast, lambda: (first.previous(key), first.previous(key))) == 1
        assert cost(cast, lambda: (first.stated_facts(), first.stated_facts())) == 1
        check(connection, cast, AnswerSaved(key, "exit", "yes", "ok"))
        cast.passes(days=31)
        second = cast.ledger(connection, ALICE)
        assert cost(cast, lambda: second.previous(cast.key("kitchen"))) == 2
        assert cost(cast, lambda: second.after([]).previous(cast.key("kitchen"))) == 0
        cast.does(connection, ALICE, FactStated("staff", 7, "kitchen/staff"))
        third = cast.ledger(connection, ALICE)
        assert cost(cast, third.stated_facts) == 2, "what was said, and whether it was confirmed since"


def test_other_checklists_see_what_was_last_submitted_and_nobody_else_does(cast: Cast) -> None:
    key = cast.key("kitchen")
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, cast.begun("kitchen"), AnswerSaved(key, "exit", "no", "bad"))
        assert cast.ledger(connection, ALICE).last_answers("kitchen") == {}, "a draft is no answer yet"
        cast.does(connection, ALICE, CheckSubmitted(key, 50, 1, 2, 1))
        assert cast.ledger(connection, BOB).last_answers("kitchen") == {"exit": Answer("no")}
        assert cast.ledger(connection, BOB).last_answers("elsewhere") == {}
        for outsider in (CHARLIE, DONG, NOBODY, TANG):
            assert cast.ledger(connection, outsider).last_answers("kitchen") == {}
