"""What a checklist is: sections, questions, options, what counts as fine. Outside text is checked here by pydantic.

A new field needs a default, so that the text and the fingerprint of forms kept earlier stay what they were.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Annotated

import orjson
from pydantic import Field

from checklists import piping
from checklists.conditions import Condition, Number
from checklists.expressions import Expression
from checklists.kept import Kept
from checklists.kinds import ATTACHED, CHOICES, MEASURED, FileType, QuestionKind
from checklists.parts import Clause, Clock, Coded, Flag, Part, Text, Whole
from checklists.repeats import Repeat, instance, parted
from checklists.seasons import Seasonal
from checklists.words import Words

__all__ = [
    "ATTACHED",
    "CHOICES",
    "MEASURED",
    "Accept",
    "AcceptWhen",
    "Carry",
    "Checklist",
    "Clause",
    "FileType",
    "MajorSource",
    "Option",
    "Outcome",
    "PhotoAsk",
    "PhotoRule",
    "Question",
    "QuestionKind",
    "Rule",
    "Section",
    "Severity",
]


class Severity(StrEnum):
    """How bad a finding is. MAJOR means suspected only: a supervisor decides (疑似重大事故隐患)."""

    GENERAL = "general"
    MAJOR = "major"


class Outcome(StrEnum):
    """What an answer says: in order, a finding, or neither."""

    OK = "ok"
    BAD = "bad"
    NEUTRAL = "neutral"


class PhotoAsk(StrEnum):
    """When a photo is asked for: after every answer, after a bad one, in a drawn sample, or never."""

    ALWAYS = "always"
    FAIL = "fail"
    SAMPLE = "sample"
    NEVER = "never"


class Carry(StrEnum):
    """What becomes of last time's answer.

    KEEP      offered, one tap for the question, and part of "all the same" for a section
    CONFIRM   shown, and confirmed for itself with one tap
    ALWAYS    asked anew, nothing is offered
    FRESH     asked anew, and a good answer wants a photo of today
    """

    KEEP = "keep"
    CONFIRM = "confirm"
    ALWAYS = "always"
    FRESH = "fresh"

    @property
    def carried(self) -> bool:
        """Whether an old answer may be taken over at all."""
        return self in {Carry.KEEP, Carry.CONFIRM}


class Option(Part):
    """One answer to choose.

    affirms   true for 是 or 有, false for 否 or 没有, None when it is neither: how typed words are understood
    alone     in a multi question: excludes every other option (都没有)
    sets      facts about the enterprise that it states
    """

    value: str
    label: Text
    outcome: Outcome
    severity: Severity | None = None
    affirms: Flag | None = None
    alone: Flag = False
    sets: dict[str, Flag] = Field(default_factory=dict)


class Accept(Part):
    """What counts as fine for a number, a date or a time; every given bound has to hold.

    at_least, at_most                  a number to compare with
    at_least_fact, at_most_fact        a number fact of the enterprise to compare with; nothing when it is not known
    max_age_days                       a date not longer ago than this
    not_expired                        a date today or later
    earliest, latest                   a time of day between these; over midnight when the first is the later one
    anything                           every valid value is fine
    """

    at_least: Number | None = None
    at_most: Number | None = None
    at_least_fact: str | None = None
    at_most_fact: str | None = None
    max_age_days: Whole | None = None
    not_expired: Flag = False
    earliest: Clock | None = None
    latest: Clock | None = None
    anything: Flag = False


class AcceptWhen(Part):
    """A rule that replaces `accept` where its condition holds; the first that holds wins."""

    when: Condition
    accept: Accept


class MajorSource(Part):
    """Where a suspected major hazard comes from: a published criterion, or our own default.

    criteria   the coded items of published lists that a bad answer may meet; a supervisor decides
    criterion  the criterion in words, where no list has a code for it
    """

    official: Flag
    criteria: tuple[Coded, ...] = ()
    basis: tuple[Clause, ...] = ()
    criterion: Text | None = None
    when: Condition | None = None  # only then is it major


class PhotoRule(Part):
    ask: PhotoAsk = PhotoAsk.FAIL
    required: Flag = False
    at_least: Annotated[Whole, Field(ge=1, le=10)] = 1


class Question(Part):
    """One question of a checklist.

    options        all but texts may have some as well: answers beside the number, the date, the photo (从未做过)
    whole          only whole numbers
    oldest_days, ahead_days   how far back and ahead of today a date may lie at all
    times          usual times of day, as buttons
    longest        characters of a text
    pattern, example   how a code is written, as a regular expression, and one that people can read
    files          what a file may be, None for everything that can be kept
    photo          of a photo or file question: only how many are wanted at least
    explain        a bad answer asks for a few words
    na_reasons     the usual reasons why it may not apply; without any it always applies. Others are typed
    carry          what becomes of last time's answer
    critical       never taken over from last time, whatever `carry` says
    required       a skipped one blocks submission
    weight         how many times it counts in the score
    calculate      how a calculated value is worked out
    sets           the number fact that this number states
    """

    id: str
    kind: QuestionKind
    text: Text
    options: tuple[Option, ...] = ()
    unit: Text | None = None
    presets: tuple[Number, ...] = ()
    minimum: Number | None = None
    maximum: Number | None = None
    whole: Flag = False
    oldest_days: Annotated[Whole, Field(ge=0)] | None = None
    ahead_days: Annotated[Whole, Field(ge=0)] | None = None
    times: tuple[Clock, ...] = ()
    longest: Annotated[Whole, Field(ge=1)] | None = None
    pattern: str | None = None
    example: str | None = None
    files: tuple[FileType, ...] | None = None
    accept: Accept | None = None
    accept_when: tuple[AcceptWhen, ...] = ()
    when: Condition | None = None
    severity: Severity = Severity.GENERAL
    major: MajorSource | None = None
    basis: tuple[Clause, ...] = ()
    photo: PhotoRule = PhotoRule(ask=PhotoAsk.NEVER)
    explain: Flag = False
    advice: Text
    rectify_days: Annotated[Whole, Field(ge=0, le=365)] = 7
    rectify_working: Flag = False
    carry: Carry = Carry.KEEP
    critical: Flag = False
    required: Flag = True
    note: Text | None = None
    sets: str | None = None
    weight: Annotated[Whole, Field(ge=1, le=20)] = 1
    calculate: Expression | None = None
    na_reasons: tuple[Option, ...] = ()

    @property
    def may_not_apply(self) -> bool:
        """Whether it may be said of it that it does not apply."""
        return bool(self.na_reasons)

    def na_reason(self, value: str) -> Option | None:
        """The usual reason with this value; None for somebody's own words."""
        return next((one for one in self.na_reasons if one.value == value), None)

    def option(self, value: object) -> Option | None:
        """The option with this value."""
        return self._options.get(value)

    @cached_property
    def _options(self) -> dict[object, Option]:
        return {option.value: option for option in self.options}

    @cached_property
    def shape(self) -> re.Pattern[str] | None:
        """How its code is written."""
        return re.compile(self.pattern) if self.pattern is not None else None

    @property
    def carrying(self) -> Carry:
        """The class that holds: a critical question is asked anew at least, and what is sent is sent anew."""
        anew = self.critical or self.kind in ATTACHED
        return Carry.ALWAYS if anew and self.carry.carried else self.carry

    @cached_property
    def pipes(self) -> frozenset[str]:
        """What kinds of things its texts want to have filled in."""
        texts = [words for words in (self.text, self.advice, self.note) if piping.piped(words)]
        return frozenset(kind for words in texts if words is not None for kind, _ in piping.pipes(words))

    @property
    def dynamic(self) -> bool:
        """Whether its text depends on facts or answers."""
        return not self.pipes <= {"n"}

    def shown(self, find: piping.Find, id_: str | None = None) -> "Question":
        """The question as people see it, under the id of its instance."""
        texts = {"text": self.text, "advice": self.advice, "note": self.note} if self.pipes else {}
        changed: dict[str, object] = {
            name: piping.filled(words, find) for name, words in texts.items() if words is not None
        }
        return self.model_copy(update=changed | {"id": id_ or self.id})

    @cached_property
    def states(self) -> bool:
        """Whether an answer can state a fact about the enterprise."""
        return self.sets is not None or any(option.sets for option in self.options)


class Section(Part):
    """`repeat`: the section is asked for each of several things."""

    id: str
    title: Text
    when: Condition | None = None
    repeat: Repeat | None = None
    questions: tuple[Question, ...]


class Rule(Part):
    """A fact that follows from others."""

    id: str
    when: Condition


class Checklist(Seasonal, Kept):
    """One form (自查表).

    major_cap      the most points that an open suspected major hazard leaves (our default)
    critical_cap   the most points that a failed critical question leaves; None: no more than any other
    pass_mark      points that are enough; None: nothing is said about it
    carry_days     an answer is taken over again and again for so many days, then it is asked anew (our default)
    derived        the derived facts that answers of this very form can change
    """

    id: str
    title: Text
    colours: tuple[str, ...]
    cycle_days: Annotated[Whole, Field(ge=1, le=366)]
    when: Condition | None = None
    sections: tuple[Section, ...]
    major_cap: Annotated[Whole, Field(ge=0, le=100)] = 59
    carry_days: Annotated[Whole, Field(ge=1)] = 366
    critical_cap: Annotated[Whole, Field(ge=0, le=100)] | None = None
    pass_mark: Annotated[Whole, Field(ge=1, le=100)] | None = None
    derived: tuple[Rule, ...] = ()

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Every question in order, asked or not, repeated ones once."""
        return tuple(question for section in self.sections for question in section.questions)

    @cached_property
    def plain(self) -> bool:
        """Whether nothing is repeated, worked out or filled in: there is a quicker way through."""
        calm = all(not question.pipes and question.calculate is None for question in self.questions)
        return calm and all(section.repeat is None for section in self.sections)

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each question in the form, asked or not, from 0; each instance of a repeated one has its own."""
        names = [name for section in self.sections for name in _names(section)]
        places = {name: place for place, name in enumerate(names)}
        return places | {
            one.id: places[instance(one.id, 1)] for one in self.questions if one.id not in places
        }

    @cached_property
    def _by_id(self) -> dict[str, Question]:
        return {one.id: one.shown(piping.unknown) if one.pipes else one for one in self.questions}

    @cached_property
    def _section_of(self) -> dict[str, Section]:
        return {question.id: section for section in self.sections for question in section.questions}

    def question(self, question: str) -> Question:
        """The question with this id, also one instance of it (`BOILER-3@2`); KeyError when the form has none.

        What only facts and answers can fill in is left out: the question as somebody sees it is walk.shown.
        """
        found = self._by_id.get(question)
        if found is None:
            found = self._by_id[question] = self._instance(question)
        return found

    def _instance(self, question: str) -> Question:
        name, number = parted(question)
        if number is None or question not in self.places:
            raise KeyError(question)
        return self._templates[name].shown(
            lambda kind, _name: piping.same(str(number) if kind == "n" else piping.UNKNOWN), question
        )

    @cached_property
    def _templates(self) -> dict[str, Question]:
        return {question.id: question for question in self.questions}

    def section_of(self, question: str) -> Section:
        """The section a question stands in."""
        found = self._section_of.get(question)
        return self._section_of[parted(question)[0]] if found is None else found

    def told(self, question: str, name: str = "") -> Words:
        """A question as it is named where nothing else of the form is seen; an instance says which one it is, and its name."""
        text, (_, number) = self.question(question).text, parted(question)
        repeat = self.section_of(question).repeat
        if repeat is None or number is None:
            return text
        called = piping.value_words(name).zh if name else ""
        zh, en = (f"（{called}）", f" ({called})") if called else ("", "")
        return Words(
            f"{repeat.title.zh} {number}{zh} · {text.zh}", f"{repeat.title.en} {number}{en} · {text.en}"
        )

    def naming(self, question: str) -> str | None:
        """The question whose answer names the instance that this one belongs to; None where nothing does."""
        repeat, (_, number) = self.section_of(question).repeat, parted(question)
        if repeat is None or repeat.name is None or number is None:
            return None
        return instance(repeat.name, number)

    @cached_property
    def elsewhere(self) -> frozenset[tuple[str, str]]:
        """The questions of other checklists that its conditions speak of: checklist and question."""
        conditions = [when for when in self._conditions() if when is not None]
        parts = [part for when in conditions for part in when.parts()]
        return frozenset((part.form, str(part.answer)) for part in parts if part.form is not None)

    def _conditions(self) -> Iterator[Condition | None]:
        for section in self.sections:
            yield section.when
        for question in self.questions:
            yield question.when
            for part in question.calculate.parts() if question.calculate is not None else ():
                yield from part.count

    @classmethod
    def from_json(cls, text: str) -> "Checklist":
        """Read a kept version. The last ones are remembered: every tap on a draft wants its form."""
        return _kept(text)


def _names(section: Section) -> list[str]:
    """The ids of its questions in the order in which they are asked."""
    if section.repeat is None:
        return [question.id for question in section.questions]
    numbers = range(1, section.repeat.maximum + 1)
    return [instance(question.id, number) for number in numbers for question in section.questions]


@lru_cache(maxsize=64)
def _kept(text: str) -> Checklist:
    return Checklist.model_validate(orjson.loads(text))
