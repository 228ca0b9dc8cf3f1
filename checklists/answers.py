"""Answers and facts as values, and their JSON form. What a question accepts stands in schema.py and walk.py."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

JsonValue = str | int | float | bool | None | list[str]

# yes/no and single: the option's value; multi: options' values in the form's order; number; date; text
Value = str | tuple[str, ...] | Decimal | date

# Facts of an enterprise by id: flags and numbers, the derived ones included (FactSheet.derive)
Facts = Mapping[str, bool | int | Decimal]


class Carried(StrEnum):
    """How an answer was taken over instead of given anew."""

    QUESTION = "question"  # as last time, said of this question alone
    SECTION = "section"  # as last time, said of several questions in one tap
    FACT = "fact"  # a fact stated elsewhere and still valid, kept


@dataclass(frozen=True, slots=True)
class Answer:
    """What is known of one question in one draft. `value` None with `skipped` means passed over on purpose.

    carried   how it was taken over, None when it was given anew
    since     the day on which a carried value was last given anew
    """

    value: Value | None = None
    skipped: bool = False
    photos: int = 0
    photos_skipped: bool = False
    note: str = ""
    carried: Carried | None = None
    since: date | None = None

    @property
    def given(self) -> bool:
        return self.value is not None
