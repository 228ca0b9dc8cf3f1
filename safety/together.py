"""What is done to many hazards at once: which actions, the rules for each one, and the one letter for all of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from safety.deeds import Deed, Hand, done
from safety.errors import Refusal
from safety.events_hazards import HazardsMoved
from safety.hazard_ledger import Case
from safety.hazards import HazardAction
from safety.letters import Notice, Opens, Value

_A = HazardAction
TOGETHER = frozenset({_A.TRANSFER, _A.ACCEPT, _A.GRANT_EXTENSION, _A.REFUSE_EXTENSION})
ALONE = TOGETHER - {_A.TRANSFER}  # a verdict on a major hazard is never one of many
NAMED = 5  # hazards that a letter names


def together(case: Case, action: HazardAction, deed: Deed, hand: Hand, today: date) -> Case:
    """As `done`, for one of many. What is decided about a major hazard is decided by itself, never among others."""
    if action not in TOGETHER or (action in ALONE and case.major):
        raise Refusal("hazard-by-itself")
    return done(case, action, deed, hand, today)


@dataclass(frozen=True, slots=True)
class Gone:
    """A hazard that was moved with others, and who has to do with it."""

    number: str
    owner: int | None
    found_by: int | None
    evidence_by: int | None


class Knows(Protocol):
    """What is asked of the audience here."""

    def moved_together(self, event: HazardsMoved, at: datetime) -> Sequence[Gone]:
        """Those of them that were moved at this moment."""
        ...

    def acting(self) -> tuple[int, str]:
        """Whose turn it is: the person, and their name."""
        ...


def moved(event: HazardsMoved, audience: Knows, now: datetime) -> list[Notice]:
    """One letter to each person, for all of theirs."""
    actor, name = audience.acting()
    of: dict[int, list[str]] = {}
    for one in audience.moved_together(event, now):
        for person in dict.fromkeys(_concerned(event.action, one)):
            if person is not None and person != actor:
                of.setdefault(person, []).append(one.number)
    return [_letter(event, person, numbers, name, now) for person, numbers in of.items()]


def _concerned(action: HazardAction, one: Gone) -> Sequence[int | None]:
    return [one.owner, one.evidence_by, one.found_by] if action is HazardAction.ACCEPT else [one.owner]


def _letter(event: HazardsMoved, to: int, numbers: Sequence[str], name: str, now: datetime) -> Notice:
    args: Mapping[str, Value] = {
        "action": event.action.value,
        "person": name,
        "n": len(numbers),
        "numbers": " ".join(numbers[:NAMED]),
        "more": max(0, len(numbers) - NAMED),
        "reason": event.reason,
    }
    mine = event.action is not HazardAction.ACCEPT
    button = Opens("to-hazards", "hazards", "own" if mine else "")
    key = f"together:{event.action.value}:{now:%Y%m%d%H%M%S%f}:{to}"
    return Notice(to, "letter-hazards", key, args, (button,))
