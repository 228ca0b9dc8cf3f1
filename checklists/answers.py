"""Answers and facts as values, and their JSON form. What a question accepts stands in schema.py and walk.py."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import StrEnum

JsonValue = str | int | float | bool | None | list[str] | dict[str, str | int | float | bool | None]


@dataclass(frozen=True, slots=True)
class Location:
    """A place on the map as a phone shared it; whether it lies inside the enterprise is not judged.

    lat, lon   degrees, WGS 84
    accuracy   metres within which the phone is sure, None when it does not say (a pin set by hand)
    live       the phone went on sharing where it is; a pin can be set anywhere
    address    what the sender's map calls the place
    """

    lat: float
    lon: float
    accuracy: int | None = None
    live: bool = False
    address: str = ""


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """Said instead of an answer, of any kind of question that allows it (不适用): there is nothing here to look at.

    reason   the value of one of the question's usual reasons, else somebody's own words
    """

    reason: str


# yes/no and single: the option's value; multi: options' values in the form's order; number and calculated; date; time;
# text and code; place: a location or a typed address; photo: the platform's stable names; file: the files' own names; not applicable: any kind that allows it
Value = str | tuple[str, ...] | Decimal | date | time | Location | NotApplicable

# Facts of an enterprise by id: flags and numbers, the derived ones included (FactSheet.derive)
Facts = Mapping[str, bool | int | Decimal]


class Carried(StrEnum):
    """How an answer was taken over instead of given anew."""

    QUESTION = "question"  # as last time, said of this question alone
    SECTION = "section"  # as last time, said of several questions in one tap
    FACT = "fact"  # a fact stated elsewhere and still valid, kept

    @property
    def as_last_time(self) -> bool:
        """Whether it is last time's answer, so that last time's photo proves it."""
        return self is not Carried.FACT


@dataclass(frozen=True, slots=True)
class Answer:
    """What is known of one question in one draft. `value` None with `skipped` means passed over on purpose.

    carried     how it was taken over, None when it was given anew
    since       the day on which a carried value was last given anew
    to_confirm  it stands, but has to be confirmed or changed: the question reads differently now, or is to be corrected
    """

    value: Value | None = None
    skipped: bool = False
    photos: int = 0
    photos_skipped: bool = False
    note: str = ""
    carried: Carried | None = None
    since: date | None = None
    to_confirm: bool = False

    @property
    def as_last_time(self) -> bool:
        """Whether it is last time's answer to the same question."""
        return self.carried is not None and self.carried.as_last_time

    @property
    def given(self) -> bool:
        return self.value is not None

    @property
    def not_applicable(self) -> bool:
        """Whether it was said, with a reason, that there is nothing to look at."""
        return isinstance(self.value, NotApplicable)
