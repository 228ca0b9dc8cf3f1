"""Which letters the life of a hazard sends: to whoever has to do something next, and to whoever waited for it.

Who hears of a report stands in notices_reports.py.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from checklists.words import Words
from safety.events_evidence import HazardPhotoKnown
from safety.events_hazards import HazardDivided, HazardMoved, HazardPhotoFailed
from safety.hazards import HazardAction
from safety.letters import LetterKind, Notice, Opens, Value

A = HazardAction


@dataclass(frozen=True, slots=True)
class About:
    """A hazard as letters speak of it, and who has to do with it. `actor`: whose turn it is; they get no letter.

    treating      officers and principals of its enterprise
    supervisors   who watches over it, experts left out
    listing       number of its listing, when it has one
    """

    number: str
    enterprise: str
    town: str
    what: Words
    due: date
    major: bool
    owner: int
    found_by: int
    evidence_by: int | None
    treating: Sequence[int]
    supervisors: Sequence[int]
    actor: int
    person: str
    graded_up: bool = False
    closure: str = ""  # number of the receipt of its closure
    listing: str = ""


class Knows(Protocol):
    """What is asked of the audience here."""

    def about(self, number: str) -> About:
        """A hazard of the actor's scope."""
        ...


def moved(event: HazardMoved, audience: Knows, now: datetime) -> list[Notice]:
    """Whoever has to do something next, and whoever waited for the outcome."""
    one = audience.about(event.number)
    at = {A.SEND_EVIDENCE: "verdict", A.FIX_ON_SPOT: "verdict", A.RETURN: "evidence"}.get(
        event.action, "card"
    )
    return _letters(one, event.action.value, _next(event.action, one), now, at, event.reason, event.day)


def divided(event: HazardDivided, audience: Knows, now: datetime) -> list[Notice]:
    """Who has to put a part right hears of it."""
    one = audience.about(event.number)
    return _letters(one, "divided", [event.owner], now)


def photo_failed(event: HazardPhotoFailed, audience: Knows, now: datetime) -> list[Notice]:
    """Every photo that could not be kept is named to its sender (P11)."""
    del now
    one = audience.about(event.number)
    args: dict[str, Value] = {"number": one.number, "what": one.what, "reason": event.reason}
    button = Opens("open-hazard", "hazards", "card", {"number": one.number})
    key = f"photo:{event.photo}"
    return [Notice(event.sender, "letter-hazard-photo-failed", key, args, (button,), LetterKind.ALERT)]


def photo_known(event: HazardPhotoKnown, audience: Knows, now: datetime) -> list[Notice]:
    """Who sent the photo from before as the one from after hears of it at once: a slip is put right before anybody has to go."""
    del now
    one = audience.about(event.number)
    args: dict[str, Value] = {"number": one.number, "what": one.what}
    button = Opens("open-hazard", "hazards", "evidence", {"number": one.number})
    key = f"photo-known:{event.photo}"
    return [Notice(event.sender, "letter-photo-known", key, args, (button,), LetterKind.ALERT)]


def _next(action: HazardAction, one: About) -> Sequence[int | None]:
    if action in {A.SEND_EVIDENCE, A.FIX_ON_SPOT}:
        mine = {one.owner, one.found_by, one.evidence_by}
        second = [person for person in one.treating if person not in mine]
        return second if second and not (one.major or one.graded_up) else one.supervisors
    if action is A.ASK_EXTENSION:
        return one.supervisors
    if action is A.REOPEN:
        return [one.owner, *(one.supervisors if one.major else ())]
    if action in {A.CONFIRM_MAJOR, A.LIST}:
        return one.treating
    return [getattr(one, who) for who in _WAITED.get(action, ())]


_OWNER, _MENDED = ("owner",), ("owner", "evidence_by")
_WAITED: dict[HazardAction, tuple[str, ...]] = {
    A.PLAN: _OWNER,
    A.TRANSFER: _OWNER,
    A.NOT_MAJOR: _OWNER,
    A.GRANT_EXTENSION: _OWNER,
    A.REFUSE_EXTENSION: _OWNER,
    A.GRADE_UP: _OWNER,
    A.SUSPEND: _OWNER,
    A.RESUME: _OWNER,
    A.MARK_DUPLICATE: ("found_by",),
    A.VISIT: _MENDED,
    A.RETURN: _MENDED,
    A.ACCEPT: (*_MENDED, "found_by"),
    A.DELIST: (*_MENDED, "found_by"),
}


def _letters(
    one: About,
    action: str,
    to: Sequence[int | None],
    now: datetime,
    at: str = "card",
    reason: str = "",
    day: date | None = None,
) -> list[Notice]:
    args: dict[str, Value] = {
        "action": action,
        "number": one.number,
        "enterprise": one.enterprise,
        "town": one.town,
        "what": one.what,
        "person": one.person,
        "reason": reason,
        "listing": one.listing,
        "day": day or one.due,
        "receipt": one.closure or "none",
    }
    button = Opens("open-hazard", "hazards", at, {"number": one.number})
    key = f"hazard:{one.number}:{action}:{now:%Y%m%d%H%M%S%f}"
    people = dict.fromkeys(person for person in to if person is not None and person != one.actor)
    return [Notice(person, "letter-hazard", f"{key}:{person}", args, (button,)) for person in people]
