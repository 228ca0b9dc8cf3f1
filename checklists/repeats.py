"""Groups of questions that are asked again and again: for each boiler, each workshop. How often, and how an instance is called.

The second instance of a question `BOILER-3` has the id `BOILER-3@2`; answers, hazards and photos are kept under it.
"""

from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from checklists.parts import Part, Text, Whole

MOST = 30  # instances of one group
MARK = "@"


class Repeat(Part):
    """How often a section is asked.

    answer, fact   a number answer or a number fact says how many
    more           or the last question of the section does: its affirming option asks for one more
    minimum, maximum   never fewer, never more; what lies beyond is not asked, its answers are kept
    title          what one of them is called: 锅炉, shown as 锅炉 1/3
    name           the question inside whose answer names the instance
    """

    answer: str | None = None
    fact: str | None = None
    more: str | None = None
    minimum: Annotated[Whole, Field(ge=0, le=MOST)] = 0
    maximum: Annotated[Whole, Field(ge=1, le=MOST)]
    title: Text
    name: str | None = None

    @model_validator(mode="after")
    def _one_way(self) -> "Repeat":
        if [self.answer, self.fact, self.more].count(None) != 2:  # noqa: PLR2004 - of three
            raise PydanticCustomError("repeat_shape", "exactly one of answer, fact, more")
        return self

    @property
    def least(self) -> int:
        """So many are always asked; who is asked for one more has one."""
        return max(1, self.minimum) if self.more is not None else self.minimum


def instance(question: str, number: int) -> str:
    """The id of a question in one instance, counted from 1."""
    return f"{question}{MARK}{number}"


def parted(question: str) -> tuple[str, int | None]:
    """The question and the number of the instance; None when it is not in one."""
    name, mark, number = question.partition(MARK)
    known = (
        mark and number.isascii() and number.isdigit() and len(number) <= len(str(MOST)) and number[0] != "0"
    )
    return (name, int(number)) if known else (question, None)
