"""Colleagues on one form, in any order, next to a mirrored enterprise that does the same: compared with a plain model."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from checklists.answers import Answer
from checklists.schema import Severity
from safety.calendar import today
from safety.errors import Refusal
from safety.events import (
    AnswerNoted,
    AnswerSaved,
    CheckSubmitted,
    Event,
    HazardFound,
    HazardWithdrawn,
    PhotoReceived,
    PhotosSkipped,
)
from safety.hazard_ledger import HazardState
from tests.cast import ALICE, BOB, CHARLIE, Cast, Speaker

QUESTIONS = ("exit", "gas", "wiring")
WORDS = ("a", "bb")
DOES = ("yes", "no", "skip", "note", "photo", "none", "find", "withdraw", "submit")
Move = tuple[Speaker, str, str, str]
moves = st.lists(
    st.tuples(
        st.sampled_from((ALICE, BOB, CHARLIE)),
        st.sampled_from(DOES),
        st.sampled_from(QUESTIONS),
        st.sampled_from(WORDS),
    ),
    min_size=1,
    max_size=25,
)


@dataclass
class Form:
    """What one enterprise's self-check should look like."""

    answers: dict[str, dict[str, object]] = field(default_factory=dict)
    photos: set[tuple[str, str]] = field(default_factory=set)
    hazards: dict[str, HazardState] = field(default_factory=dict)
    submitted_by: str | None = None

    def at(self, question: str) -> dict[str, object]:
        blank = {"value": None, "skipped": False, "note": "", "photos_skipped": False}
        return self.answers.setdefault(question, blank)

    def move(self, who: str, does: str, question: str, word: str) -> bool:
        """Whether the move is allowed; if so it has happened."""
        if self.submitted_by is not None or (does == "withdraw" and question not in self.hazards):
            return False
        getattr(self, f"_{does}", self._value)(who, does, question, word)
        return True

    def _value(self, _who: str, does: str, question: str, _word: str) -> None:
        self.at(question).update(value=None if does == "skip" else does, skipped=does == "skip")

    def _note(self, _who: str, _does: str, question: str, word: str) -> None:
        kept = self.at(question)
        kept["note"] = f"{kept['note']}\n{word}".lstrip("\n")

    def _photo(self, _who: str, _does: str, question: str, word: str) -> None:
        if (question, word) not in self.photos:
            self.photos.add((question, word))
            self.at(question)["photos_skipped"] = False

    def _none(self, _who: str, _does: str, question: str, _word: str) -> None:
        self.at(question)["photos_skipped"] = True

    def _find(self, _who: str, _does: str, question: str, _word: str) -> None:
        self.hazards[question] = HazardState.FOUND

    def _withdraw(self, _who: str, _does: str, question: str, _word: str) -> None:
        self.hazards[question] = HazardState.WITHDRAWN

    def _submit(self, who: str, _does: str, _question: str, _word: str) -> None:
        self.submitted_by = who
        for question, state in self.hazards.items():
            if state is HazardState.FOUND:
                self.hazards[question] = HazardState.REPORTED

    def expected(self) -> dict[str, Answer]:
        counts = {question: sum(1 for of, _ in self.photos if of == question) for question in QUESTIONS}
        return {question: Answer(photos=counts[question], **kept) for question, kept in self.answers.items()}  # type: ignore[arg-type]  # fields by name


def event(cast: Cast, does: str, question: str, word: str) -> Event:
    key = cast.key("kitchen")
    events: dict[str, Event] = {
        "skip": AnswerSaved(key, question, None, "neutral"),
        "note": AnswerNoted(key, question, word),
        "photo": PhotoReceived(key, question, f"f-{word}", word, 1),
        "none": PhotosSkipped(key, question),
        "find": HazardFound(key, question, Severity.GENERAL, today(cast.now), suspected_major=False),
        "withdraw": HazardWithdrawn(key, question),
        "submit": CheckSubmitted(key, 1, 1, 1, 0),
    }
    return events.get(does) or AnswerSaved(key, question, does, "ok")


def play(connection: Connection, cast: Cast, forms: dict[Speaker, Form], move: Move) -> None:
    """One move, in the model and in the database; both allow it or both refuse it."""
    speaker, does, question, word = move
    allowed = forms[speaker].move(speaker.name, does, question, word)
    savepoint = connection.begin_nested()
    try:
        cast.does(connection, speaker, event(cast, does, question, word))
        savepoint.commit()
    except Refusal:
        savepoint.rollback()
        assert not allowed, move
    else:
        assert allowed, move


def compare(connection: Connection, cast: Cast, speaker: Speaker, form: Form) -> None:
    draft = cast.ledger(connection, speaker).draft(cast.key("kitchen"))
    assert draft is not None
    assert draft.answers == form.expected()
    assert draft.photos_pending == len(form.photos)
    assert draft.submitted_by == form.submitted_by
    listed = cast.ledger(connection, speaker).hazards(limit=100)
    assert {hazard.question: hazard.state for hazard in listed} == {
        question: state for question, state in form.hazards.items() if state is not HazardState.WITHDRAWN
    }


@pytest.fixture
def begun(cast: Cast) -> Cast:
    with cast.database.writing() as connection:
        for speaker in (ALICE, CHARLIE):
            cast.does(connection, speaker, cast.begun("kitchen"))
    return cast


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves)
def test_nothing_is_lost_and_nothing_crosses(begun: Cast, played: Sequence[Move]) -> None:
    east, west = Form(), Form()
    forms = {ALICE: east, BOB: east, CHARLIE: west}
    with begun.database.reading() as connection:  # every example starts from the same two empty forms
        for move in played:
            play(connection, begun, forms, move)
        for speaker, form in forms.items():
            compare(connection, begun, speaker, form)
