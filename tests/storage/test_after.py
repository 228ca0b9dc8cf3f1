"""A look at the ledger after answers were saved equals reading it again, whatever was saved."""

import pytest

from checklists.answers import JsonValue
from safety.events import AnswerNoted, AnswerSaved, Event, FactStated, PhotoReceived
from storage.ledger import LedgerOf
from tests.cast import ALICE, Cast


def saved(cast: Cast, question: str, value: JsonValue) -> AnswerSaved:
    return AnswerSaved(cast.key("kitchen"), question, value, "ok")


@pytest.mark.parametrize(
    "what",
    [
        [("exit", "yes")],
        [("exit", None)],
        [("exit", "no"), ("exit", "yes")],
        [("exit", "yes"), ("gas", None), ("wiring", "no")],
    ],
)
def test_saved_answers_read_as_they_were_saved(cast: Cast, what: list[tuple[str, JsonValue]]) -> None:
    key = cast.key("kitchen")
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, cast.begun("kitchen"), saved(cast, "exit", "no"))
        cast.does(connection, ALICE, AnswerNoted(key, "exit", "乱"), PhotoReceived(key, "exit", "f", "u", 1))
        before = cast.ledger(connection, ALICE)
        assert before.draft(key) is not None
        events = [saved(cast, question, value) for question, value in what]
        cast.does(connection, ALICE, *events)
        again = LedgerOf(connection, before.actor, cast.catalogue, cast.now)
        assert before.after(events).draft(key) == again.draft(key)


def test_what_other_events_change_is_read_again(cast: Cast) -> None:
    key = cast.key("kitchen")
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, cast.begun("kitchen"))
        before = cast.ledger(connection, ALICE)
        assert before.draft(key) is not None
        assert before.facts().get("gas_lpg") is not True
        events: list[Event] = [
            AnswerNoted(key, "exit", "乱"),
            FactStated("gas_lpg", value=True, source="test"),
        ]
        cast.does(connection, ALICE, *events)
        after = before.after(events)
        draft = after.draft(key)
        assert draft is not None
        assert draft.answers["exit"].note == "乱"
        assert after.facts()["gas_lpg"] is True
