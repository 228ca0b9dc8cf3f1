"""What a letter is: one line to one person, with buttons and a key that makes it unique for ever. Who gets which: notices.py."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TypeAlias

from checklists.words import Words

Value: TypeAlias = "str | int | date | datetime | Words"


class LetterKind(StrEnum):
    """How a letter is treated: an alert leaves at once, a notice keeps quiet hours and the paced queue."""

    ALERT = "alert"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Opens:
    """Where a letter's button leads: a conversation, its step and what it needs to know."""

    label: str
    flow: str
    at: str = ""
    data: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Notice:
    """One letter to one person. `key` makes it unique for ever: posting the same key twice sends one letter."""

    to: int
    line: str
    key: str
    args: Mapping[str, Value] = field(default_factory=dict)
    buttons: Sequence[Opens] = ()
    kind: LetterKind = LetterKind.NOTICE
    expires_in: timedelta = timedelta(days=7)
