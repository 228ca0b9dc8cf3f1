"""Who can be reached (可达): people whose chat is closed to the bot, who stands in for them, what supervisors read of it.

A person is out of reach when the platform says so: the bot is blocked, the account is gone. Their letters wait for
them; what concerns the enterprise goes to somebody else of it meanwhile. An enterprise is silent (失联) when nobody
who answers for it, principal or officer, can be reached.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from safety.delivery import Delivered
from safety.people import Role
from safety.shares import percent

ANSWERING = (Role.PRINCIPAL, Role.OFFICER)  # who answers for an enterprise
PASSED_ON = frozenset(
    {"hazard", "together", "reported", "major", "listing", "returned", "colour", "recall", "broken", "chase"}
)


def family(key: str) -> str:
    """What kind of letter a key is of: the part before its first colon."""
    return key.partition(":")[0]


def may_be_passed_on(key: str) -> bool:
    """Whether a letter is the enterprise's affair, so that somebody else of it may take it."""
    return family(key) in PASSED_ON


def key_for(key: str, person: int, instead: int) -> str:
    """The key of the same letter to somebody else: their own of it, so that they never get both."""
    own = f":{person}"
    return f"{key.removesuffix(own)}:{instead}" if key.endswith(own) else f"{key}:for:{instead}"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who could stand in: the role they have in each of the enterprises of the one who is out of reach."""

    person: int
    name: str
    roles: tuple[Role, ...]
    seat: int  # their oldest seat there


def choose(candidates: Sequence[Candidate], lost: Role) -> Candidate | None:
    """The principal for an officer and the other way round; else whoever has been there longest."""
    return min(candidates, key=lambda one: (lost in one.roles, one.seat), default=None)


@dataclass(frozen=True, slots=True)
class Absent:
    """Somebody of an enterprise who is out of reach. `phone`: masked unless the reader may see it; empty when unknown."""

    person: str
    role: Role
    since: datetime
    phone: str = ""
    about: str = ""  # who that is to the audit


@dataclass(frozen=True, slots=True)
class Call:
    """Whom the list of enterprises names for this one."""

    person: str
    role: Role | None
    phone: str
    about: str = ""  # who that is to the audit


@dataclass(frozen=True, slots=True)
class Silent:
    """An enterprise with somebody out of reach. `nobody`: it is silent; else others of it can be reached.

    since      of the one who has been out of reach longest; of a silent one since nobody can be reached
    reachable  names of those who still can be reached
    """

    credit_code: str
    enterprise: str
    town: str
    since: datetime
    nobody: bool
    absent: Sequence[Absent] = ()
    reachable: Sequence[str] = ()
    calls: Sequence[Call] = ()


@dataclass(frozen=True, slots=True)
class Reached:
    """Of the enterprises of an area somebody of which has joined: how many can be reached."""

    name: str
    reached: int
    all: int

    @property
    def percent(self) -> int:
        """Whole percent, rounded down: 100 means all."""
        return percent(self.reached, self.all)


class Reachability(Protocol):
    """What a supervisor may read, limited to their area; nothing for anybody else."""

    def reached(self) -> Sequence[Reached]:
        """By town, in the order of their names."""
        ...

    def count(self) -> int:
        """How many enterprises the list names."""
        ...

    def silent(self) -> int:
        """How many of them nobody can be reached of."""
        ...

    def listed(self, *, offset: int = 0, limit: int = 5) -> Sequence[Silent]:
        """Silent ones first, then those out of reach longest."""
        ...

    def delivered(self, since: datetime, until: datetime) -> Sequence[Delivered]:
        """What became of letters to people of the area that were written then, by topic."""
        ...

    def one(self, credit_code: str) -> Silent | None:
        """With whom to call. None outside the area, and when everybody can be reached."""
        ...
