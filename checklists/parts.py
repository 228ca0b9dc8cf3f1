"""What content is made of: text in two languages, strict flags, numbers and times, clauses, coded criteria. No questions in here."""

import re
from collections.abc import Mapping
from datetime import time
from functools import cached_property
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainSerializer, Strict, WithJsonSchema
from pydantic_core import PydanticCustomError

from checklists.articles import article_words
from checklists.words import Words


def _words(value: Any) -> Any:
    """An author writes the Chinese text alone; a kept form has both languages."""
    if isinstance(value, str):
        return Words(value, "")
    return Words(**value) if isinstance(value, dict) and set(value) == {"zh", "en"} else value


CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9]"


def _clock(value: Any) -> Any:
    """A time of day is written 08:30 and nothing else."""
    if isinstance(value, time):
        return value
    if not isinstance(value, str) or not re.fullmatch(CLOCK, value):
        raise PydanticCustomError("clock", "a time of day like 08:30")
    return time.fromisoformat(value)


Text = Annotated[
    Words,
    BeforeValidator(_words),
    PlainSerializer(lambda words: {"zh": words.zh, "en": words.en}, dict[str, str]),
    WithJsonSchema({"type": "string"}),
]
Flag = Annotated[bool, Strict()]  # never "yes", "on" or 1
Whole = Annotated[int, Strict()]
Clock = Annotated[
    time,
    BeforeValidator(_clock),
    PlainSerializer(lambda clock: f"{clock:%H:%M}", str),
    WithJsonSchema({"type": "string", "pattern": f"^{CLOCK}$"}),
]
Article = Annotated[
    str,
    BeforeValidator(lambda value: str(value) if type(value) is int else value),
    WithJsonSchema({"type": ["integer", "string"]}),
]


class Part(BaseModel):
    """Base of everything that content describes."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, arbitrary_types_allowed=True
    )

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy; with changes it forgets what was worked out from the old values (fingerprints above all)."""
        copied = super().model_copy(update=update, deep=deep)
        if update:
            for name in copied.__dict__.keys() - type(copied).model_fields.keys():
                del copied.__dict__[name]
        return copied


class Clause(Part):
    """What a question rests on: instrument and article, `22` or `9(1)` or `5.1.4`.

    checked   false: not held against the official text yet
    analogy   the article is made for somebody else and is only followed here (参照)
    """

    law: Text
    article: Article = ""
    checked: Flag = True
    analogy: Flag = False

    @cached_property
    def text(self) -> Words:
        """The clause as people read it."""
        return article_words(self.law, self.article, analogy=self.analogy)


class Criterion(Part):
    """One coded item of a published list of major hazards (重大事故隐患判定标准), in our own words.

    code     GM10-3-2: the list and the item, as supervisors pick it
    clause   the list and the article, as people read it
    """

    code: str
    text: Text = Words("", "")
    clause: Clause | None = None


def _code(value: Any) -> Any:
    """An author writes the code alone; a kept form has the item's text and clause as well."""
    if isinstance(value, str):
        return {"code": value}
    if not isinstance(value, dict | Criterion):
        raise PydanticCustomError("string_type", "the code of a criterion")
    return value


Coded = Annotated[Criterion, BeforeValidator(_code), WithJsonSchema({"type": "string"})]


class Grounded(Part):
    """Content that says what it rests on: clauses, or (`ours`) a default of this product that no source fixes."""

    basis: tuple[Clause, ...] = ()
    ours: Flag = False
