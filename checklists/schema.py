"""What a checklist is: sections, questions, options, what counts as fine. Outside text is checked here by pydantic."""

import hashlib
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any

import orjson
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer

from checklists.conditions import Condition
from checklists.words import Words

LABEL = 8  # characters of a button label
QUESTION = 60  # characters of a question


class Severity(StrEnum):
    """How bad a finding is. MAJOR means suspected only: a supervisor decides (疑似重大事故隐患)."""

    GENERAL = "general"
    MAJOR = "major"


class Outcome(StrEnum):
    """What an answer says: in order, a finding, or neither."""

    OK = "ok"
    BAD = "bad"
    NEUTRAL = "neutral"


class QuestionKind(StrEnum):
    YESNO = "yesno"
    SINGLE = "single"
    MULTI = "multi"
    NUMBER = "number"
    DATE = "date"
    TEXT = "text"


CHOICES = frozenset({QuestionKind.YESNO, QuestionKind.SINGLE, QuestionKind.MULTI})


class PhotoAsk(StrEnum):
    """When a photo is asked for: after every answer, after a bad one, in a drawn sample, or never."""

    ALWAYS = "always"
    FAIL = "fail"
    SAMPLE = "sample"
    NEVER = "never"


def _words(value: Any) -> Any:
    if isinstance(value, str):
        return Words(value, "")
    if isinstance(value, dict):
        return Words(str(value.get("zh", "")), str(value.get("en", "")))
    return value


Text = Annotated[
    Words, BeforeValidator(_words), PlainSerializer(lambda words: {"zh": words.zh, "en": words.en}, dict[str, str])
]


class Part(BaseModel):
    """Base of everything that content describes."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, arbitrary_types_allowed=True)


class Clause(Part):
    """What a question rests on: instrument and article. `checked` false: not held against the source text yet."""

    law: Text
    article: str = ""
    checked: bool = True


class Option(Part):
    """One answer to choose. `sets` states facts about the enterprise when it is chosen."""

    value: str
    label: Text
    outcome: Outcome
    severity: Severity | None = None
    sets: dict[str, bool] = Field(default_factory=dict)


class Accept(Part):
    """What counts as fine for a number or a date; every given bound has to hold.

    at_least, at_most, at_least_fact   a number (or a fact of the enterprise) to compare with
    max_age_days                       a date not longer ago than this
    not_expired                        a date today or later
    anything                           every valid value is fine
    """

    at_least: Decimal | None = None
    at_most: Decimal | None = None
    at_least_fact: str | None = None
    max_age_days: int | None = None
    not_expired: bool = False
    anything: bool = False


class AcceptWhen(Part):
    """A rule that replaces `accept` where its condition holds; the first that holds wins."""

    when: Condition
    accept: Accept


class MajorSource(Part):
    """Where a suspected major hazard comes from: a published criterion, or our own default."""

    official: bool
    criterion: Text | None = None
    when: Condition | None = None  # only then is it major


class PhotoRule(Part):
    ask: PhotoAsk = PhotoAsk.FAIL
    required: bool = False
    at_least: int = 1


class Question(Part):
    """One question of a checklist."""

    id: str
    kind: QuestionKind
    text: Text
    options: tuple[Option, ...] = ()
    unit: Text | None = None
    presets: tuple[Decimal, ...] = ()
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    accept: Accept | None = None
    accept_when: tuple[AcceptWhen, ...] = ()
    when: Condition | None = None
    severity: Severity = Severity.GENERAL
    major: MajorSource | None = None
    basis: tuple[Clause, ...] = ()
    photo: PhotoRule = PhotoRule(ask=PhotoAsk.NEVER)
    explain: bool = False  # a bad answer asks for a few words
    advice: Text
    rectify_days: int = 7
    critical: bool = False
    required: bool = True
    note: Text | None = None

    def option(self, value: str) -> Option | None:
        """The option with this value."""
        return next((option for option in self.options if option.value == value), None)


class Section(Part):
    id: str
    title: Text
    when: Condition | None = None
    questions: tuple[Question, ...]


class Checklist(Part):
    """One form (自查表). Its fingerprint names the exact text: any changed character is another version."""

    id: str
    title: Text
    colours: tuple[str, ...]
    cycle_days: int
    when: Condition | None = None
    sections: tuple[Section, ...]

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """All questions in order, asked or not."""
        return tuple(question for section in self.sections for question in section.questions)

    @cached_property
    def _by_id(self) -> dict[str, Question]:
        return {question.id: question for question in self.questions}

    @cached_property
    def _section_of(self) -> dict[str, Section]:
        return {question.id: section for section in self.sections for question in section.questions}

    def question(self, question: str) -> Question:
        """The question with this id; KeyError when the form has none."""
        return self._by_id[question]

    def section_of(self, question: str) -> Section:
        """The section a question stands in."""
        return self._section_of[question]

    def to_json(self) -> str:
        """The exact text as it is kept for ever."""
        plain = self.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        return orjson.dumps(plain, option=orjson.OPT_SORT_KEYS).decode()

    @classmethod
    def from_json(cls, text: str) -> "Checklist":
        """Read a kept version."""
        return cls.model_validate(orjson.loads(text))

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of the exact text, in hex."""
        return hashlib.sha256(self.to_json().encode()).hexdigest()
