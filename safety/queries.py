"""Which enterprises are meant: a query that lists, counts, saved groups, campaigns and exports share. Always inside the asker's own area.

What it says is what holds when it is asked, never a kept list. How it reads in SQL: storage/queries.py; in words: dialogs/groups/.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any, Protocol

from checklists.grading import EnterpriseClass
from checklists.reminders import Activity

ANY_FORM = "any"  # in place of the id of a form
NOW = "now"  # in place of a quarter: that of the day on which it is asked
_QUARTER = re.compile(r"[0-9]{4}-Q[1-4]", re.ASCII)
LONGEST_TEXT = 40  # characters that are looked for
MOST_NAMED = 200  # enterprises named one by one
MOST_DAYS = 3650

Json = dict[str, Any]


class Hazardous(StrEnum):
    """What a supervisor sees of an enterprise's hazards: some that are not over, past their day, major or suspected to be."""

    OPEN = "open"
    OVERDUE = "overdue"
    MAJOR = "major"


class Look(StrEnum):
    """How somebody looks at an enterprise: its own people, a supervisor on site, an expert."""

    SELF_CHECK = "self_check"
    INSPECTION = "inspection"
    EXPERT = "expert"


@dataclass(frozen=True, slots=True)
class Range:
    """A number that an enterprise has stated (从业人员) lies between these, both included; one that is not known never does."""

    fact: str
    at_least: int | None = None
    at_most: int | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """Everything holds together; of what has several values one is enough, but all `facts`. Empty: no matter.

    text              words of the name, or a credit code
    codes             credit codes of enterprises that were picked one by one
    towns             names of towns
    departments       names of departments that answer for them; grids: names of grids
    colours           notice colours; activities: in production, stopped …
    industries        ids of facts that say what they mainly do
    facts             ids of facts, stated or derived, and whether it was last said that they are so
    ranges            numbers that were stated
    not_checked_days  no self-check handed in within so many days
    not_inspected_days  nobody of the authorities or experts has closed an inspection there within so many days
    not_covered       not reached in this quarter (每季度全覆盖), by whatever counts; NOW: the quarter in which it is asked
    missed            number of a campaign whose newest round they have not done
    undone            id of a form that is owed in the current period and not handed in (ANY_FORM: one of them)
    hazards           they have such a hazard
    unsigned          no commitment in force, though their colour has one
    never_joined      nobody ever had a seat there
    silent            somebody had, and nobody can be reached
    classes           classes of supervision, I to IV
    unlooked          not looked at as often as the class asks for: by self-check, on site, by an expert
    nobody            matches nothing: what a kept query that cannot be read becomes
    """

    text: str = ""
    codes: tuple[str, ...] = ()
    towns: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    grids: tuple[str, ...] = ()
    colours: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    industries: tuple[str, ...] = ()
    facts: tuple[tuple[str, bool], ...] = ()
    ranges: tuple[Range, ...] = ()
    not_checked_days: int = 0
    not_inspected_days: int = 0
    not_covered: str = ""
    missed: str = ""
    undone: str = ""
    hazards: str = ""
    unsigned: bool = False
    never_joined: bool = False
    silent: bool = False
    classes: tuple[str, ...] = ()
    unlooked: str = ""
    nobody: bool = False

    @property
    def active(self) -> bool:
        """Whether it holds any enterprise back."""
        return self != EVERYBODY

    def having(self, name: str, value: Any) -> "Query":
        """The same with another value of one field."""
        return replace(self, **{name: value})

    def to_json(self) -> Json:
        """What differs from everybody, as JSON."""
        said = {one.name: getattr(self, one.name) for one in fields(self)}
        return {
            name: _plain(name, value) for name, value in said.items() if value != getattr(EVERYBODY, name)
        }

    @classmethod
    def from_json(cls, kept: object) -> "Query":
        """What `to_json` gave. Anything foreign in it gives a query that matches nobody, never one that matches more."""
        if not isinstance(kept, Mapping):
            return NOBODY
        try:
            return cls(**{name: _READ[name](value) for name, value in kept.items()})
        except (KeyError, TypeError, ValueError):
            return NOBODY


def _plain(name: str, value: Any) -> Any:
    if name == "facts":
        return dict(value)
    if name == "ranges":
        return [[one.fact, one.at_least, one.at_most] for one in value]
    return list(value) if isinstance(value, tuple) else value


def _text(kept: object) -> str:
    if not isinstance(kept, str) or len(kept) > 160:  # noqa: PLR2004 - the longest name that is kept anywhere
        raise ValueError(kept)
    return kept


def _flag(kept: object) -> bool:
    if not isinstance(kept, bool):
        raise TypeError(kept)
    return kept


def _days(kept: object) -> int:
    if isinstance(kept, bool) or not isinstance(kept, int) or not 0 <= kept <= MOST_DAYS:
        raise ValueError(kept)
    return kept


def _texts(kept: object) -> tuple[str, ...]:
    if not isinstance(kept, Sequence) or isinstance(kept, str) or len(kept) > MOST_NAMED:
        raise ValueError(kept)
    return tuple(_text(one) for one in kept)


def _among(kind: type[StrEnum]) -> Callable[[object], tuple[str, ...]]:
    return lambda kept: tuple(kind(one).value for one in _texts(kept))


def _facts(kept: object) -> tuple[tuple[str, bool], ...]:
    if not isinstance(kept, Mapping):
        raise TypeError(kept)
    return tuple((_text(fact), _flag(value)) for fact, value in kept.items())


def _ranges(kept: object) -> tuple[Range, ...]:
    if not isinstance(kept, Sequence):
        raise TypeError(kept)
    return tuple(Range(_text(fact), _number(low), _number(high)) for fact, low, high in kept)


def _number(kept: object) -> int | None:
    if kept is not None and (isinstance(kept, bool) or not isinstance(kept, int)):
        raise TypeError(kept)
    return kept


def _quarter(kept: str) -> str:
    if kept != NOW and not _QUARTER.fullmatch(kept):
        raise ValueError(kept)
    return kept


_READ: Mapping[str, Callable[[object], Any]] = {
    "text": _text,
    "codes": _texts,
    "towns": _texts,
    "departments": _texts,
    "grids": _texts,
    "colours": _texts,
    "activities": _among(Activity),
    "industries": _texts,
    "facts": _facts,
    "ranges": _ranges,
    "not_checked_days": _days,
    "not_inspected_days": _days,
    "not_covered": lambda kept: _quarter(_text(kept)),
    "missed": _text,
    "undone": _text,
    "hazards": lambda kept: Hazardous(_text(kept)).value,
    "unsigned": _flag,
    "never_joined": _flag,
    "silent": _flag,
    "classes": _among(EnterpriseClass),
    "unlooked": lambda kept: Look(_text(kept)).value,
    "nobody": _flag,
}

EVERYBODY = Query()
NOBODY = Query(nobody=True)


@dataclass(frozen=True, slots=True)
class Found:
    """An enterprise on a list."""

    name: str
    credit_code: str
    town: str
    colour: str
    activity: str


@dataclass(frozen=True, slots=True)
class InTown:
    """How many of a query's enterprises lie in a town."""

    town: str
    enterprises: int


class QueryBook(Protocol):
    """What one supervisor may read of enterprises by queries. Sub-ledger of safety.ledger.Ledger; nothing for others."""

    def place(self) -> str:
        """The name of the reader's area."""
        ...

    def towns(self) -> Sequence[str]:
        """The towns that a query may be narrowed to; none for whoever looks after one alone."""
        ...

    def departments(self) -> Sequence[str]: ...
    def grids(self) -> Sequence[str]: ...
    def industries(self) -> frozenset[str]:
        """The facts of which each enterprise has one main one."""
        ...

    def count(self, query: Query) -> int: ...
    def page(self, query: Query, *, offset: int = 0, limit: int = 5) -> Sequence[Found]:
        """In the order in which they were entered."""
        ...

    def by_town(self, query: Query) -> Sequence[InTown]:
        """By name of the town; those without any are left out."""
        ...
