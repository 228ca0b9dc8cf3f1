"""How a list of the hazard ledger (隐患台账) is narrowed down: the sieve, its plain form, and how searched words are read."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any
from unicodedata import normalize

from checklists.harmless import HIDDEN

LONGEST = 40  # characters that are looked for
LONGEST_KEPT = 160  # characters of a name in a kept sieve
SEQUENCE = 6  # digits behind the year of a hazard's number
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_NUMBER = re.compile(r"(?:YH-?)?(?:(\d{4})-(\d{1,6})|(\d{4})(\d{6})|(\d{1,6}))", re.ASCII)


class Stage(StrEnum):
    """Where the hazards of a list stand.

    OPEN      not over yet
    OVERDUE   open, and their day has passed
    WAITING   the reader may decide about them now: review, verify, grant more time
    CLOSED    closed within the days that content says (defaults, ledger.closed_days), or within the sieve's own days
    FOUND     whatever has become of them since; what was withdrawn or a duplicate does not count
    """

    OPEN = "open"
    OVERDUE = "overdue"
    WAITING = "waiting"
    CLOSED = "closed"
    FOUND = "found"


@dataclass(frozen=True, slots=True)
class Sieve:
    """Everything holds together. Empty: no matter.

    major      major ones and those suspected to be
    mine       whose owner the reader is
    town       name of a town
    industry   id of the fact that says what the enterprise mainly does
    source     a HazardSource
    cause      id of what was behind it: with those that are open, those closed lately are listed as well
    digits     what the number ends with: then nothing else counts, whatever state it is in
    enterprise credit code of one
    campaign   number of the campaign whose checks found it
    text       words of the enterprise's name, of the hazard, or of where it is
    since      first day in China, as ISO text: of the closure in the list of closed ones, else of when it was found
    until      last day, likewise
    again      known to come again (重复发生)
    timely     closed on its due day or before
    """

    stage: Stage = Stage.OPEN
    major: bool = False
    mine: bool = False
    town: str = ""
    industry: str = ""
    source: str = ""
    cause: str = ""
    digits: str = ""
    enterprise: str = ""
    campaign: str = ""
    text: str = ""
    since: str = ""
    until: str = ""
    again: bool = False
    timely: bool = False

    @property
    def active(self) -> bool:
        """Whether it holds anything back that the plain list would show."""
        return self != EVERYTHING

    def plain(self) -> dict[str, Any]:
        """What differs from the plain list, as JSON."""
        values = {one.name: getattr(self, one.name) for one in fields(self)}
        kept = {name: value for name, value in values.items() if value != getattr(EVERYTHING, name)}
        return {name: value.value if isinstance(value, Stage) else value for name, value in kept.items()}

    @classmethod
    def read(cls, kept: object) -> "Sieve":
        """What `plain` gave; anything foreign counts for nothing."""
        if not isinstance(kept, Mapping):
            return EVERYTHING
        return cls(
            stage=Stage(kept["stage"]) if kept.get("stage") in set(Stage) else Stage.OPEN,
            major=kept.get("major") is True,
            mine=kept.get("mine") is True,
            town=_text(kept.get("town")),
            industry=_text(kept.get("industry")),
            source=_text(kept.get("source")),
            cause=_text(kept.get("cause")),
            digits=_text(kept.get("digits")),
            enterprise=_text(kept.get("enterprise")),
            campaign=_text(kept.get("campaign")),
            text=_text(kept.get("text")),
            since=day_text(kept.get("since")),
            until=day_text(kept.get("until")),
            again=kept.get("again") is True,
            timely=kept.get("timely") is True,
        )

    def searching(self, text: str) -> "Sieve":
        """The same, for these words."""
        return replace(self, digits="", text=text)


EVERYTHING = Sieve()


def day_text(kept: object) -> str:
    """A day as ISO text; anything else counts for nothing."""
    if not isinstance(kept, str) or not _DAY.fullmatch(kept):
        return ""
    try:
        return date.fromisoformat(kept).isoformat()
    except ValueError:
        return ""


def _text(kept: object) -> str:
    return kept[:LONGEST_KEPT] if isinstance(kept, str) else ""


def sought(text: str) -> str:
    """What somebody typed as words to look for: one line, half-width, nothing hidden, at most LONGEST characters."""
    return " ".join(normalize("NFKC", HIDDEN.sub("", text)).split())[:LONGEST].strip()


def number_end(text: str) -> str | None:
    """What a hazard's number must end with, when the text reads as a number or its last digits; else None.

    yh-2026-000123, ＹＨ2026000123, 2026-123, 000123, 123
    """
    said = sought(text).upper().replace(" ", "").lstrip("#")
    found = _NUMBER.fullmatch(said)
    if found is None:
        return None
    dashed, behind, year, six, last = found.groups()
    return last or f"-{dashed or year}-{(behind or six).zfill(SEQUENCE)}"
