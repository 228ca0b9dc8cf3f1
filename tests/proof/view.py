"""What stands on a person's screen, read as the person reads it: text and buttons. Nothing of the bot's insides.

Where a conversation stands is told by its buttons; which question is asked, by the question's words.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, Self

from checklists.catalogue import Catalogue
from checklists.schema import Question

CHECK = "check"


class At(StrEnum):
    """A step of the conversation, as far as its buttons tell."""

    ASK = "ask"
    CARD = "card"  # a hazard or a photo: go on, or send something
    SURE = "sure"
    WHY = "why"
    REVIEW = "review"
    ZERO = "zero"  # that nothing was found is signed with a second button
    RECEIPT = "receipt"
    LIST = "list"
    MENU = "menu"
    CONSENT = "consent"
    CONTACT = "contact"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class View:
    """One message of the bot. `number` counts screens; 0 when no button tells it."""

    message: int
    text: str
    rows: tuple[tuple[str, ...], ...]  # options, row by row
    flow: str
    number: int
    keyboard: bool = False

    @classmethod
    def of(cls, body: Mapping[str, Any], *, keyboard: bool = False) -> Self:
        rows = body.get("reply_markup", {}).get("inline_keyboard", [])
        data = [[str(button.get("callback_data", "")).split(".", 2) for button in row] for row in rows]
        first = next((parts for row in data for parts in row if len(parts) == 3), ["", "0", ""])
        number = int(first[1]) if first[1].isdigit() else 0
        options = tuple(tuple(parts[2] for parts in row if len(parts) == 3) for row in data)
        return cls(int(body["message_id"]), str(body.get("text", "")), options, first[0], number, keyboard)

    @property
    def options(self) -> tuple[str, ...]:
        return tuple(option for row in self.rows for option in row)

    def data(self, option: str) -> str:
        """The callback data of a button."""
        return f"{self.flow}.{self.number}.{option}"

    @property
    def is_letter(self) -> bool:
        """A letter stands beside the conversation."""
        return self.flow == "!"

    @property
    def at(self) -> At:
        if self.keyboard:
            return At.CONTACT
        if self.flow != CHECK:
            return {"menu": At.MENU, "join": At.CONSENT}.get(self.flow, At.ELSEWHERE)
        return self._step()

    def _step(self) -> At:
        """By the last row, which is always there, and by whether there is something to answer."""
        last = self.rows[-1] if self.rows else ()
        if self.rows == (("ok",), ("b",)):
            return At.SURE
        if self.rows == (("z",), ("b",)):
            return At.ZERO
        if last[:1] == ("e",):
            return At.LIST if len(self.rows) > 1 else At.RECEIPT
        if last == ("r", "q"):
            return At.WHY
        if not {"b", "m"} <= set(last):
            return At.REVIEW
        return At.ASK if any(ANSWER.fullmatch(option) for option in self.options) else At.CARD


ANSWER: Final = re.compile(r"[atpndg]\d+|cal|x")


class Reader:
    """Finds the question whose words stand on a screen."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._questions: dict[str, Sequence[Question]] = {
            name: sorted(form.questions, key=lambda question: -len(question.text.zh))
            for name, form in catalogue.checklists.items()
        }

    def question(self, checklist: str, text: str) -> Question | None:
        """The question of this form that the text asks."""
        lines = text.split("\n")[:3]
        for question in self._questions.get(checklist, ()):
            if any(question.text.zh in line for line in lines):
                return question
        return None
