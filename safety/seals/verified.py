"""A receipt looked up in the sealed record."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Verified:
    """A receipt in the sealed record, as anybody may know it: no content, no name.

    what    safety/seals/register.py: check, zero, correction, commitment …
    head    the day of the first signed head over it; None while it waits for one
    """

    number: str
    what: str
    day: date
    entry: int
    unchanged: bool
    head: date | None = None
