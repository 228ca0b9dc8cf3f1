"""What people type in the middle of a self-check (phrases.yaml): all of it answered and kept, nothing read that is not meant.

python -m tests.dialogs.test_phrases      the share that is understood, and what is not
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from checklists.catalogue import Catalogue
from checklists.codec import value_from_json, value_to_json
from checklists.load import load_catalogue
from checklists.schema import Question, QuestionKind
from dialogs.codec import session_from_json, session_to_json
from dialogs.desk import Session
from dialogs.selfcheck import answering
from dialogs.talk import State
from safety.events import AnswerNoted, AnswerSaved, CheckBegun, Said
from tests.dialogs.paper import OFFICER, World, copied, small_world
from tests.dialogs.talking import Talker

PHRASES = Path(__file__).parent / "phrases.yaml"
UNDERSTOOD = {False: 0.92, True: 0.7}  # of what means an answer, the reading was improved with / was not
WAYS = {"means": "value", "nothing": "nothing", "does": "screen", "points": "question"}


@dataclass(frozen=True)
class Phrase:
    """One text at one question. `way` says what it stands for: a value, nothing, a screen, another question."""

    form: str
    question: str
    given: tuple[tuple[str, Any], ...]
    way: str
    wanted: Any
    text: str
    unseen: bool = False

    @property
    def place(self) -> tuple[Any, ...]:
        return self.form, self.question, self.given

    def __str__(self) -> str:
        return f"{self.question} {self.text!r}"


def groups() -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = yaml.safe_load(PHRASES.read_text(encoding="utf-8"))
    return read


def phrases() -> Iterator[Phrase]:
    for group in groups():
        given = tuple(group.get("given", {}).items())
        for way, name in WAYS.items():
            told = group.get(way, {})
            for wanted, texts in told.items() if isinstance(told, dict) else [(None, told)]:
                for text in texts:
                    unseen = group.get("unseen", False)
                    yield Phrase(group["form"], group["question"], given, name, wanted, str(text), unseen)


@cache
def asked(form: str, question: str, given: tuple[tuple[str, Any], ...]) -> tuple[World, str]:
    """An enterprise with everything that can be asked about, at the question; some answers were given before."""
    catalogue = load_catalogue()
    world = small_world(catalogue)
    world.owed = (form,)
    world.facts = {name: True for name in catalogue.facts.ids if name != "all_electric"}
    world.facts |= {"staff": 400}
    talker = Talker(world, OFFICER).command("/check")
    key = next(one.key for one in talker.all_events if isinstance(one, CheckBegun))
    world.record(OFFICER, [AnswerSaved(key, one, value, "ok") for one, value in given])
    state = State("check", "ask", {"list": form, "period": key.period, "q": question})
    return world, session_to_json(Session(state, 5))


def said(phrase: Phrase) -> Talker:
    """The phrase as it is typed there."""
    world, kept = asked(*phrase.place)
    return Talker(copied(world), OFFICER, kept=kept).write(phrase.text, message=7)


def question_of(phrase: Phrase, catalogue: Catalogue) -> Question:
    return catalogue.checklists[phrase.form].question(phrase.question)


def recorded(talker: Talker, question: Question) -> Any:
    """The value that was read for this question: recorded, or waiting to be confirmed because it is grave."""
    for event in talker.events:
        if isinstance(event, AnswerSaved) and event.question == question.id:
            return event.value
    state = session_from_json(talker.kept).state
    waits = answering.kept_value(state, question) if state.at == "sure" else None
    return value_to_json(waits) if waits is not None else None


def wanted(phrase: Phrase, question: Question) -> Any:
    """The value that is meant, as it is recorded."""
    plain = phrase.wanted.isoformat() if hasattr(phrase.wanted, "isoformat") else str(phrase.wanted)
    if question.kind is QuestionKind.MULTI:
        return plain.split()
    return value_to_json(value_from_json(question, plain) or plain)


def kept(talker: Talker) -> bool:
    return (
        any(isinstance(one, AnswerSaved | AnswerNoted | Said) for one in talker.events)
        or talker.at == "check.sure"
    )


def by_question() -> list[tuple[str, list[Phrase]]]:
    found: dict[str, list[Phrase]] = {}
    for phrase in phrases():
        found.setdefault(phrase.question, []).append(phrase)
    return list(found.items())


@pytest.mark.parametrize(
    ("question", "texts"), by_question(), ids=lambda one: one if isinstance(one, str) else ""
)
def test_whatever_is_typed_is_answered_and_kept_and_never_misread(
    question: str, texts: list[Phrase], catalogue: Catalogue
) -> None:
    for phrase in texts:
        LOOK[phrase.way](phrase, said(phrase), question_of(phrase, catalogue))


def _a_value(phrase: Phrase, talker: Talker, question: Question) -> None:
    value = recorded(talker, question)
    assert value is None or value == wanted(phrase, question), f"{phrase} is read as {value}"
    assert kept(talker), phrase
    assert told(talker, question), phrase


def _nothing(phrase: Phrase, talker: Talker, question: Question) -> None:
    assert recorded(talker, question) is None, f"{phrase} is read as {recorded(talker, question)}"
    assert not any(isinstance(one, AnswerSaved) for one in talker.events), phrase
    assert any(isinstance(one, AnswerNoted | Said) for one in talker.events), phrase
    assert (talker.at, talker.question) == ("check.ask", question.id), phrase
    assert told(talker, question), phrase


def _a_screen(phrase: Phrase, talker: Talker, question: Question) -> None:
    assert talker.at == phrase.wanted, phrase
    assert (talker.at, talker.question) != ("check.ask", question.id), phrase
    assert recorded(talker, question) is None, phrase


def _a_question(phrase: Phrase, talker: Talker, question: Question) -> None:
    assert recorded(talker, question) is None, phrase
    assert talker.at == "check.ask", phrase
    assert f"第{phrase.wanted}/" in talker.page(), phrase
    assert f"这是第{phrase.wanted}题" in talker.page(), phrase


LOOK = {"value": _a_value, "nothing": _nothing, "screen": _a_screen, "question": _a_question}


def told(talker: Talker, question: Question) -> bool:
    """Whether a line above the question says what became of the words, or the next screen asks about them."""
    first = talker.page().splitlines()[0]
    signs = ("已记", "说明", "没有", "最", "请", "🚨", "整数", "🎯")
    return talker.at == "check.sure" or any(sign in first for sign in signs)


def measured(*, unseen: bool) -> tuple[int, int, list[str]]:
    """How many of the texts that mean a value are understood, of how many, and which are not."""
    catalogue = load_catalogue()
    meant = [phrase for phrase in phrases() if phrase.way == "value" and phrase.unseen is unseen]
    missed = [
        str(phrase)
        for phrase in meant
        if recorded(said(phrase), question_of(phrase, catalogue))
        != wanted(phrase, question_of(phrase, catalogue))
    ]
    return len(meant) - len(missed), len(meant), missed


@pytest.mark.parametrize("unseen", [False, True])
def test_most_of_what_means_an_answer_is_understood(unseen: bool) -> None:
    understood, meant, missed = measured(unseen=unseen)
    assert understood / meant >= UNDERSTOOD[unseen], missed


def test_the_corpus_is_what_it_says() -> None:
    every = list(phrases())
    assert len(every) >= 500
    assert len({(one.question, one.text) for one in every}) == len(every), "a text stands twice at a question"
    english = [one for one in every if one.text.isascii() and sum(sign.isalpha() for sign in one.text) > 1]
    assert len(english) >= 60
    assert {group["kind"] for group in groups()} == {"yesno", "single", "multi", "number", "date"}


def main() -> None:
    sys.stdout.write(f"{len(list(phrases()))} texts\n")
    for unseen in (False, True):
        understood, meant, missed = measured(unseen=unseen)
        share = f"{understood} of {meant} understood ({understood / meant:.1%})"
        sys.stdout.write(
            f"{'never used to improve the reading' if unseen else 'used to improve it'}: {share}\n"
        )
        sys.stdout.writelines(f"  {one}\n" for one in missed)


if __name__ == "__main__":
    main()
