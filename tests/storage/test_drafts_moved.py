"""A draft that moves to a newer version of its form: what moved, what is to be confirmed, what is left in the saves."""

from dataclasses import replace

import pytest
from sqlalchemy import Connection, func, select

from checklists.moving import moved
from checklists.schema import Checklist, Severity
from checklists.words import Words
from safety.errors import Refusal
from safety.events import AnswerNoted, AnswerSaved, CheckSubmitted, DraftMoved, DraftStayed, HazardFound
from storage import content
from storage.receipts import stands
from storage.tables.checks import answers, checks, saves
from storage.tables.content import contents
from storage.tables.submissions import submissions
from tests.cast import ALICE, BOB, CHARLIE, Cast
from tests.storage.conftest import KITCHEN, checklist, yesno

NEWER = checklist(
    "kitchen",
    30,
    yesno("exit"),
    yesno("gas", Severity.MAJOR).model_copy(update={"text": Words("换了问法", "other words")}),
    yesno("alarm"),
)


def publish(connection: Connection, cast: Cast, form: Checklist) -> None:
    cast.catalogue = replace(cast.catalogue, checklists={**cast.catalogue.checklists, form.id: form})
    content.publish(connection, cast.catalogue, cast.now)


def event(cast: Cast, connection: Connection) -> DraftMoved:
    """What the conversation makes of it."""
    draft = cast.ledger(connection, ALICE).draft(cast.key("kitchen"))
    assert draft is not None
    found = moved(draft.form, NEWER, draft.answers, cast.now.date())
    outcomes: dict[str, str | None] = dict.fromkeys((*found.kept, *found.confirm), "neutral")
    return DraftMoved(
        draft.key, draft.form.fingerprint, NEWER.fingerprint, found.kept, found.confirm, found.left, outcomes
    )


def begin(connection: Connection, cast: Cast) -> None:
    key = cast.key("kitchen")
    said = [AnswerSaved(key, name, "no", "bad") for name in ("exit", "gas", "wiring")]
    cast.does(connection, ALICE, cast.begun("kitchen"), *said, AnswerNoted(key, "wiring", "旧插座"))
    publish(connection, cast, NEWER)


def test_answers_move_wait_or_stay_in_the_saves_and_both_texts_are_kept(cast: Cast) -> None:
    with cast.database.writing() as connection:
        begin(connection, cast)
        cast.does(connection, ALICE, event(cast, connection))
        draft = cast.ledger(connection, BOB).draft(cast.key("kitchen"))
        count = select(func.count()).select_from(saves)
        kept = connection.execute(count).scalar_one()
        outcome = connection.execute(select(answers.c.outcome).where(answers.c.question == "exit")).scalar()
        texts = set(connection.execute(select(contents.c.fingerprint)).scalars())
    assert draft is not None
    assert draft.form == NEWER
    assert {name: (one.value, one.to_confirm) for name, one in draft.answers.items()} == {
        "exit": ("no", False),
        "gas": ("no", True),
    }
    assert kept == 3
    assert outcome == "neutral"
    assert {KITCHEN.fingerprint, NEWER.fingerprint} <= texts


def test_an_answer_given_again_is_confirmed(cast: Cast) -> None:
    with cast.database.writing() as connection:
        begin(connection, cast)
        key = cast.key("kitchen")
        cast.does(connection, ALICE, event(cast, connection), AnswerSaved(key, "gas", "no", "bad"))
        draft = cast.ledger(connection, ALICE).draft(key)
    assert draft is not None
    assert not draft.answers["gas"].to_confirm


def test_what_is_gone_is_no_part_of_what_is_submitted(cast: Cast) -> None:
    with cast.database.writing() as connection:
        begin(connection, cast)
        cast.does(connection, ALICE, event(cast, connection), CheckSubmitted(cast.key("kitchen"), 1, 1, 1, 1))
        row = connection.execute(select(submissions)).one()
        assert stands(connection, row.receipt)
    assert row.form == NEWER.fingerprint
    assert [one["question"] for one in row.answers] == ["exit", "gas"]


def test_of_two_colleagues_who_move_one_does(cast: Cast) -> None:
    with cast.database.writing() as connection:
        begin(connection, cast)
        move = event(cast, connection)
        cast.does(connection, ALICE, move)
        with pytest.raises(Refusal, match="form-moved"):
            cast.does(connection, BOB, move)


def test_who_stays_is_not_asked_again_and_another_enterprise_is_untouched(cast: Cast) -> None:
    with cast.database.writing() as connection:
        cast.does(connection, CHARLIE, cast.begun("kitchen"))
        begin(connection, cast)
        cast.does(connection, ALICE, DraftStayed(cast.key("kitchen"), NEWER.fingerprint))
        stayed = dict(connection.execute(select(checks.c.enterprise, checks.c.stayed)).all())
        assert stayed == {cast.east: NEWER.fingerprint, cast.west: None}
        cast.does(connection, ALICE, event(cast, connection))
        forms = dict(connection.execute(select(checks.c.enterprise, checks.c.form)).all())
    assert forms == {cast.east: NEWER.fingerprint, cast.west: KITCHEN.fingerprint}


def test_a_submitted_check_neither_moves_nor_stays(cast: Cast) -> None:
    with cast.database.writing() as connection:
        begin(connection, cast)
        move = event(cast, connection)
        cast.does(connection, ALICE, CheckSubmitted(cast.key("kitchen"), 1, 1, 1, 1))
        for one in (move, DraftStayed(move.key, move.new)):
            with pytest.raises(Refusal):
                cast.does(connection, ALICE, one)


def test_a_hazard_is_read_in_the_version_in_which_it_was_found(cast: Cast) -> None:
    key = cast.key("kitchen")
    with cast.database.writing() as connection:
        begin(connection, cast)
        found = HazardFound(key, "wiring", Severity.GENERAL, cast.now.date(), suspected_major=False)
        cast.does(connection, ALICE, found, event(cast, connection))
        (hazard,) = cast.ledger(connection, ALICE).hazards()
    assert hazard.form == KITCHEN
