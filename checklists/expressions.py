"""Values that are worked out from earlier answers and facts: sum, difference, product, ratio, count. Declarative, checked at load.

What is not known makes the value unknown; nothing is ever guessed. A question that is not asked, or does not apply, adds nothing to a sum.
"""

from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic_core import PydanticCustomError

from checklists.answers import Facts
from checklists.conditions import Answers, Condition, Number

FINEST = Decimal("0.001")  # thousandths, as with numbers that people type
PAIR = 2


@dataclass(frozen=True, slots=True)
class Known:
    """What a value is worked out from.

    answers   those that count, by the question's id; in a repeated group those of the same instance
    several   all answers of a repeated question, by its id, once its group is behind
    asked     ids of all questions that were asked so far
    open      ids of those among them that are not answered yet
    """

    answers: Answers
    facts: Facts
    several: Mapping[str, tuple[Decimal | None, ...]]
    asked: AbstractSet[str]
    open: AbstractSet[str]


Worked = Callable[[Known], Decimal | None]


class Expression(BaseModel):
    """One of: a plain number, an earlier answer, a fact, sum / difference / product / ratio of such, a count of conditions that hold."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    number: Number | None = None
    answer: str | None = None
    fact: str | None = None
    sum: tuple["Expression", ...] = ()
    difference: tuple["Expression", ...] = ()
    product: tuple["Expression", ...] = ()
    ratio: tuple["Expression", ...] = ()
    count: tuple[Condition, ...] = ()

    @model_validator(mode="after")
    def _one_thing(self) -> "Expression":
        said = [
            self.number is not None,
            self.answer is not None,
            self.fact is not None,
            *map(bool, self._lists),
        ]
        if sum(said) != 1:
            raise PydanticCustomError(
                "expression_shape", "exactly one of number, answer, fact, sum, …, count"
            )
        if any(pair and len(pair) != PAIR for pair in (self.difference, self.ratio)):
            raise PydanticCustomError("expression_pair", "difference and ratio take two")
        return self

    @property
    def _lists(self) -> tuple[tuple[object, ...], ...]:
        return self.sum, self.difference, self.product, self.ratio, self.count

    @property
    def inner(self) -> tuple["Expression", ...]:
        """What it is worked out of."""
        return (*self.sum, *self.difference, *self.product, *self.ratio)

    def parts(self) -> Iterator["Expression"]:
        """Yield the expression and everything inside it; conditions have parts of their own."""
        yield self
        for one in self.inner:
            yield from one.parts()

    def worked(self, known: Known) -> Decimal | None:
        """The value, to the thousandth; None as long as something it needs is not known."""
        value = self._way(known)
        return None if value is None else value.quantize(FINEST, ROUND_HALF_UP).normalize()

    @cached_property
    def _way(self) -> Worked:
        if self.number is not None:
            number = self.number
            return lambda _known: number
        if self.answer is not None:
            return _answered(self.answer)
        if self.fact is not None:
            return _fact(self.fact)
        if self.count:
            return _counted(self.count)
        return _summed(self.sum) if self.sum else self._of_known()

    def _of_known(self) -> Worked:
        """What needs all of its operands."""
        ways = [one._way for one in self.inner]  # noqa: SLF001 - its own kind
        work = _difference if self.difference else _ratio if self.ratio else _product

        def worked(known: Known) -> Decimal | None:
            values = [way(known) for way in ways]
            found = [value for value in values if value is not None]
            return work(found) if len(found) == len(values) else None

        return worked


def _answered(question: str) -> Worked:
    def worked(known: Known) -> Decimal | None:
        answer = known.answers.get(question)
        value = answer.value if answer is not None else None
        return value if isinstance(value, Decimal) else None

    return worked


def _fact(fact: str) -> Worked:
    def worked(known: Known) -> Decimal | None:
        value = known.facts.get(fact)
        return None if value is None or isinstance(value, bool) else Decimal(value)

    return worked


def _summed(parts: tuple[Expression, ...]) -> Worked:
    """The sum of what is asked; all instances of a repeated question are added up."""

    def worked(known: Known) -> Decimal | None:
        values = [value for part in parts for value in _added(part, known)]
        found = [value for value in values if value is not None]
        return sum(found, Decimal(0)) if found and len(found) == len(values) else None

    return worked


def _added(part: Expression, known: Known) -> tuple[Decimal | None, ...]:
    if part.answer is None:
        return (part._way(known),)  # noqa: SLF001 - its own kind
    if part.answer in known.several:
        return known.several[part.answer]
    answer = known.answers.get(part.answer)
    counts = part.answer in known.asked and not (answer is not None and answer.not_applicable)
    return (part._way(known),) if counts else ()  # noqa: SLF001 - its own kind


def _counted(conditions: tuple[Condition, ...]) -> Worked:
    """How many hold, once every question they speak of that is asked has been answered or passed over."""
    holds = [condition.compiled() for condition in conditions]
    named = {part.answer for condition in conditions for part in condition.parts() if part.form is None}

    def worked(known: Known) -> Decimal | None:
        if not named.isdisjoint(known.open):
            return None
        return Decimal(sum(one(known.answers, known.facts) for one in holds))

    return worked


def _difference(values: list[Decimal]) -> Decimal:
    return values[0] - values[1]


def _ratio(values: list[Decimal]) -> Decimal | None:
    return values[0] / values[1] if values[1] else None


def _product(values: list[Decimal]) -> Decimal:
    found = Decimal(1)
    for value in values:
        found *= value
    return found
