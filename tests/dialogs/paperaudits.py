"""The record of reading in the paper world: what screens have shown, and what a test puts into it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from safety.audits import Access, AuditSieve
from safety.calendar import today
from safety.events_audit import PersonalDataRead
from safety.people import Right

if TYPE_CHECKING:
    from tests.dialogs.paper import World


NAMES = {"person/21": "周立", "contact/22": "周立妻", "contact/23": "门卫"}


@dataclass(kw_only=True)
class Record:
    """Mixed into the world: lines, the newest last."""

    accesses: list[Access] = field(default_factory=list)

    def seen(self, person: int, reads: Sequence[PersonalDataRead]) -> None:
        """A screen has shown this to somebody: as storage/recording/audits.py keeps it."""
        world = cast("World", self)
        actor = world.actor(person)
        for read in reads:
            for about in read.about or ("",):
                if about == f"person/{person}":
                    continue
                role = actor.seat.role if actor.seat else None
                number = len(self.accesses) + 1
                named = NAMES.get(about) or self._named(about)
                unit = "一号饭店" if about in NAMES else world.enterprise.name
                self.accesses.append(
                    Access(number, world.now, read.what, actor.name, role, named, unit, read.where)
                )

    def _named(self, about: str) -> str:
        world, (kind, _, name) = cast("World", self), about.partition("/")
        if kind == "person" and int(name) in world.people:
            return world.people[int(name)].name
        if kind == "join" and int(name) in world.requests:
            return world.requests[int(name)][0].person
        return ""


@dataclass
class PaperAudits:
    """As safety.audits.AuditBook says it."""

    world: "World"
    person: int

    def _found(self, sieve: AuditSieve) -> list[Access]:
        if not self.world.actor(self.person).may(Right.SEE_AUDIT):
            return []
        return [
            one
            for one in reversed(self.world.accesses)
            if sieve.whom in one.whom
            and sieve.reader in one.reader
            and sieve.enterprise in one.enterprise
            and sieve.day in (None, today(one.at))
        ]

    def listed(self, sieve: AuditSieve, *, offset: int = 0, limit: int = 5) -> Sequence[Access]:
        return self._found(sieve)[offset : offset + limit]

    def count(self, sieve: AuditSieve) -> int:
        return len(self._found(sieve))

    def _mine(self) -> list[Access]:
        name = self.world.people[self.person].name
        return [one for one in reversed(self.world.accesses) if one.whom == name]

    def of_me(self, *, offset: int = 0, limit: int = 5) -> Sequence[Access]:
        return self._mine()[offset : offset + limit]

    def count_of_me(self) -> int:
        return len(self._mine())
