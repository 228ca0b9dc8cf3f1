"""Warnings broadcast to a chosen audience (预警、通知): whom they reach, what is known of each, who has confirmed.

The unit is the enterprise: one of its people confirms for all of it. How letters are posted: bot/warning_rounds.py.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Any, Protocol

from checklists.reminders import Window
from checklists.warnings import Level, WarningTemplate
from checklists.words import Words
from safety.calendar import at, local, today
from safety.queries import EVERYBODY, Query

OWN = "own"  # in place of a template: words of the sender's own
LONGEST_TITLE, LONGEST_LINE, MOST_LINES = 20, 80, 5  # characters, and lines of words of one's own
LONGEST_ANSWER = 500


class Stage(StrEnum):
    """What a warning is to those before it."""

    FIRST = "first"
    UPDATE = "update"
    CLEAR = "clear"  # nothing is to be confirmed

    @property
    def confirmed(self) -> bool:
        """Whether it is to be confirmed."""
        return self is not Stage.CLEAR


class Step(StrEnum):
    """How far an enterprise that has not confirmed was chased."""

    POSTED = "posted"
    AGAIN = "again"
    OTHERS = "others"
    LISTED = "listed"


STEPS = tuple(Step)


@dataclass(frozen=True, slots=True)
class Circle:
    """Whom a warning is for, always inside the sender's own area. Empty fields let everybody in.

    town       name of a town; colour: notice colour of enterprises
    industry   the fact that says what they mainly do
    facts      they have one of these
    query      of a saved group: what it said when it was chosen
    """

    town: str = ""
    colour: str = ""
    industry: str = ""
    facts: tuple[str, ...] = ()
    query: Query = EVERYBODY

    def to_json(self) -> dict[str, Any]:
        """As sessions and events keep it."""
        kept = {
            "town": self.town,
            "colour": self.colour,
            "industry": self.industry,
            "facts": list(self.facts),
        }
        return kept | {"query": self.query.to_json()} if self.query.active else kept

    @classmethod
    def of_json(cls, kept: object) -> "Circle":
        """From `to_json`; everybody when it is anything else."""
        if not isinstance(kept, dict):
            return cls()
        facts = kept.get("facts")
        chosen = tuple(one for one in facts if isinstance(one, str)) if isinstance(facts, list) else ()
        town, colour, industry = (str(kept.get(name) or "") for name in ("town", "colour", "industry"))
        query = Query.from_json(kept["query"]) if "query" in kept else EVERYBODY
        return cls(town, colour, industry, chosen, query)


@dataclass(frozen=True, slots=True)
class Counted:
    """How many a circle holds: enterprises, their officers and principals who can be written to, enterprises without any."""

    enterprises: int
    people: int
    silent: int


class Copied(StrEnum):
    """How far our own copy of a file has come that is to go out with a warning."""

    PENDING = "pending"
    SAFE = "safe"
    FAILED = "failed"  # it cannot be had, or is no PDF whatever its name says


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A photo or PDF with a warning. `name`: what its sender calls it; empty for a photo."""

    name: str
    document: bool
    copied: Copied


@dataclass(frozen=True, slots=True)
class Warned:
    """One warning as it was sent. Nothing of its words changes; an update is another one that follows it.

    title, lines   template's words, or the sender's own in both languages alike
    place          the name of the sender's area
    circle         whom it was for
    ended          by an all-clear or an update, whose number `by` is
    file           what goes out with it; None: nothing
    """

    number: str
    template: str
    level: Level
    stage: Stage
    title: Words
    lines: tuple[Words, ...]
    person: str
    place: str
    circle: Circle
    issued_at: datetime
    valid_to: datetime
    targets: int
    follows: str = ""
    ended: datetime | None = None
    by: str = ""
    file: Enclosed | None = None

    def holds(self, now: datetime) -> bool:
        """Whether it is still to be confirmed and followed."""
        return self.ended is None and now < self.valid_to and self.stage.confirmed


@dataclass(frozen=True, slots=True)
class TownTally:
    """One town's share: enterprises reached for, and those that confirmed."""

    name: str
    targets: int
    confirmed: int


@dataclass(frozen=True, slots=True)
class Tallied:
    """How a warning stands, inside the reader's area. Enterprises all, but for letters.

    posted     letters of theirs are written down; `delivered`: at least one of them has left and was taken
    silent     nobody there can be written to
    """

    targets: int
    posted: int
    delivered: int
    confirmed: int
    answered: int
    silent: int
    towns: tuple[TownTally, ...] = ()

    @property
    def missing(self) -> int:
        """Enterprises that have not confirmed."""
        return self.targets - self.confirmed


@dataclass(frozen=True, slots=True)
class Missing:
    """An enterprise that has not confirmed: whom to call, and how far it was chased."""

    enterprise: str
    town: str
    person: str
    phone: str
    step: Step
    silent: bool
    about: str = ""  # who that is to the audit


@dataclass(frozen=True, slots=True)
class Answer:
    """What an enterprise says it has done."""

    enterprise: str
    person: str
    words: str
    photos: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Received:
    """A warning as one of its enterprises sees it. `confirmed_by`: empty while nobody has.

    answered   somebody said what was done; `answer`: in words, when there are any
    """

    warned: Warned
    enterprise: str
    confirmed_by: str = ""
    confirmed_at: datetime | None = None
    answered: bool = False
    answer: str = ""
    photos: int = 0


class WarningBook(Protocol):
    """What one actor may read of warnings. Sub-ledger of safety.ledger.Ledger."""

    def templates(self) -> Mapping[str, WarningTemplate]: ...

    # senders, inside their own area
    def towns(self) -> Sequence[str]:
        """The towns that a circle may be narrowed to; none for a town's own people."""
        ...

    def industries(self) -> Mapping[str, Words]: ...
    def facts(self) -> Mapping[str, Words]:
        """What is asked of enterprises and can be yes or no, by id."""
        ...

    def place(self) -> str:
        """The name of the sender's area."""
        ...

    def count(self, circle: Circle) -> Counted: ...
    def own_file(self, unique: str) -> Enclosed | None:
        """A file that the actor has sent to go out with a warning, by what the platform knows it by."""
        ...

    def listed(self, *, offset: int = 0, limit: int = 5) -> Sequence[Warned]:
        """Those that reached into the area, the newest first."""
        ...

    def count_listed(self) -> int: ...
    def last(self) -> Warned | None:
        """The one that the actor sent last."""
        ...

    def one(self, number: str) -> Warned | None: ...
    def may_end(self, number: str) -> bool:
        """Whether the actor's area is the sender's, or holds it."""
        ...

    def tallied(self, number: str) -> Tallied: ...
    def missing(self, number: str, *, offset: int = 0, limit: int = 5) -> Sequence[Missing]: ...
    def answers(self, number: str, *, offset: int = 0, limit: int = 5) -> Sequence[Answer]: ...

    # enterprises
    def received(self, number: str) -> Received | None:
        """A warning that one of the actor's enterprises got."""
        ...

    def holding(self) -> Sequence[Received]:
        """Those that hold now for the actor's enterprise, the gravest first."""
        ...


def quiet_until(moment: datetime, quiet: Window) -> datetime | None:
    """When quiet hours that a moment lies in are over; None outside of them. They may pass midnight."""
    clock = local(moment).time()
    begin, end = quiet.begin, quiet.end
    inside = begin <= clock < end if begin <= end else clock >= begin or clock < end
    if not inside:
        return None
    return _next(moment, end)


def _next(moment: datetime, clock: time) -> datetime:
    """The next time that clocks show this, from a moment on."""
    day = today(moment)
    found = at(day, clock)
    return found if found > moment else at(day + timedelta(days=1), clock)
