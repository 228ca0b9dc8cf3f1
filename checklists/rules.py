"""The smaller content files: thresholds that code needs, words of danger, public holidays, the privacy notice."""

from collections.abc import Iterator, Mapping
from datetime import date

from pydantic import Field

from checklists.schema import Part, Text


class Danger(Part):
    """Words in a message that mean danger now (漏气 冒烟 …)."""

    words: tuple[str, ...]


class Rules(Part):
    """Figures and word lists that belong to content, not code."""

    danger: Danger


class HolidayYear(Part):
    """One year's arrangement: days off, and weekend days worked instead."""

    off: tuple[date, ...] = ()
    worked: tuple[date, ...] = ()


class Holidays(Part):
    """Years that the calendar library does not know yet."""

    years: Mapping[int, HolidayYear] = Field(default_factory=dict)

    def items(self) -> Iterator[tuple[int, HolidayYear]]:
        """Year by year."""
        yield from self.years.items()


class Privacy(Part):
    """The privacy notice and consent text; a new version asks everybody again."""

    version: str
    text: Text
