"""When a question is asked: all / any / not over enterprise facts, earlier answers, and the last answers of other checklists.

Declarative, checked at load. The answers of other checklists stand among the facts (`elsewhere`), because they are known
as facts are: before the first question, and for the whole form.
"""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from checklists.answers import Answer, Facts

Answers = Mapping[str, Answer]
Holds = Callable[[Answers, Facts], bool]
Number = Annotated[Decimal, WithJsonSchema({"type": "number"})]


def elsewhere(form: str, question: str, option: str) -> str:
    """The name among the facts of one option that was last chosen in another checklist."""
    return f"{form}/{question}={option}"


class Condition(BaseModel):
    """One of: all, any, not; a fact (a flag, or a number that is at_least / at_most); an earlier answer that is in a list or,
    a number, at_least / at_most; with `form`, the answer that was last submitted in another checklist.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    all: tuple["Condition", ...] = ()
    any: tuple["Condition", ...] = ()
    not_: Annotated["Condition | None", Field(alias="not")] = None
    fact: str | None = None
    at_least: Number | None = None
    at_most: Number | None = None
    answer: str | None = None
    in_: Annotated[tuple[str, ...], Field(alias="in")] = ()
    form: str | None = None

    @model_validator(mode="after")
    def _one_thing(self) -> "Condition":
        said = [
            bool(self.all),
            bool(self.any),
            self.not_ is not None,
            self.fact is not None,
            self.answer is not None,
        ]
        if sum(said) != 1:
            raise PydanticCustomError("condition_shape", "exactly one of all, any, not, fact, answer")
        if self.in_ and self.answer is None:
            raise PydanticCustomError("condition_answer", "answer and in belong together")
        if self.compares and (self.in_ or (self.fact is None and self.answer is None)):
            raise PydanticCustomError(
                "condition_number", "at_least and at_most belong to a fact or an answer"
            )
        if self.answer is not None and not self.in_ and not self.compares:
            raise PydanticCustomError("condition_answer", "answer and in belong together")
        if self.form is not None and not self.in_:
            raise PydanticCustomError("condition_form", "form belongs to answer and in")
        return self

    @property
    def compares(self) -> bool:
        """Whether it compares a number."""
        return self.at_least is not None or self.at_most is not None

    def parts(self) -> Iterator["Condition"]:
        """Yield the condition and everything inside it."""
        yield self
        for part in (*self.all, *self.any, *([self.not_] if self.not_ else [])):
            yield from part.parts()

    def compiled(self) -> Holds:
        """A function that tells whether it holds; made once, because every tap asks it."""
        return self._holds

    @cached_property
    def _holds(self) -> Holds:
        if self.all:
            parts = [part.compiled() for part in self.all]
            return lambda answers, facts: all(part(answers, facts) for part in parts)
        if self.any:
            parts = [part.compiled() for part in self.any]
            return lambda answers, facts: any(part(answers, facts) for part in parts)
        if self.not_ is not None:
            inner = self.not_.compiled()
            return lambda answers, facts: not inner(answers, facts)
        if self.fact is not None:
            return self._fact(self.fact)
        if self.form is not None:
            return self._elsewhere(self.form)
        return self._number(str(self.answer)) if self.compares else self._answer(str(self.answer))

    def _elsewhere(self, form: str) -> Holds:
        keys = tuple(elsewhere(form, str(self.answer), value) for value in self.in_)
        return lambda _answers, facts: any(key in facts for key in keys)

    def _number(self, question: str) -> Holds:
        low, high = self.at_least, self.at_most

        def holds(answers: Answers, _facts: Facts) -> bool:
            answer = answers.get(question)
            value = answer.value if answer else None
            if not isinstance(value, Decimal):
                return False
            return (low is None or value >= low) and (high is None or value <= high)

        return holds

    def _fact(self, fact: str) -> Holds:
        low, high = self.at_least, self.at_most
        if low is None and high is None:
            return lambda _answers, facts: bool(facts.get(fact))

        def holds(_answers: Answers, facts: Facts) -> bool:
            value = facts.get(fact)
            if value is None or isinstance(value, bool):  # a number that is not known fits no comparison
                return False
            return (low is None or value >= low) and (high is None or value <= high)

        return holds

    def _answer(self, question: str) -> Holds:
        wanted = frozenset(self.in_)

        def holds(answers: Answers, _facts: Facts) -> bool:
            answer = answers.get(question)
            value: Any = answer.value if answer else None
            return not wanted.isdisjoint(value if isinstance(value, tuple) else (value,))

        return holds
