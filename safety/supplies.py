"""Emergency supplies (应急物资, 1+4): depots and cabinets, what lies in them, who keeps them, what runs out when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from checklists.supplies import SupplyItem

LONGEST_NAME, LONGEST_UNIT, MOST = 30, 8, 100_000
FEWEST_DIGITS = 5
_PHONE = re.compile(r"\+?[0-9][0-9 -]{3,18}[0-9]")


class DepotKind(StrEnum):
    """Whose it is: the government's, and the four beside it (政府为主，企业、商业、社区、家庭为辅)."""

    GOVERNMENT = "government"
    ENTERPRISE = "enterprise"
    COMMERCE = "commerce"
    COMMUNITY = "community"
    HOUSEHOLD = "household"


class Lack(StrEnum):
    """What is wrong with a thing, the worst first."""

    GONE = "gone"
    OVER = "over"  # it has run out
    FEW = "few"
    SOON = "soon"  # it runs out soon


@dataclass(frozen=True, slots=True)
class Supply:
    """One thing in a depot.

    item       of the content, empty for a thing of one's own
    wanted     how many there should be
    photo      our newest copy of a photo of it
    shown_at   when the newest photo came, still on its way or not
    """

    id: int
    item: str
    name: str
    unit: str
    quantity: int
    wanted: int
    expires: date | None = None
    photo: str | None = None
    shown_at: datetime | None = None

    def shown(self, since: datetime) -> bool:
        """Whether a photo of it has come since then."""
        return self.shown_at is not None and self.shown_at >= since

    def lack(self, today: date, soon_days: int) -> Lack | None:
        """What is wrong with it today; None when all is well."""
        if self.quantity == 0:
            return Lack.GONE
        if self.expires is not None and self.expires < today:
            return Lack.OVER
        if self.quantity < self.wanted:
            return Lack.FEW
        soon = self.expires is not None and (self.expires - today).days <= soon_days
        return Lack.SOON if soon else None


@dataclass(frozen=True, slots=True)
class Depot:
    """A depot or cabinet.

    enterprise   empty for one of the authorities', whose area `town` names
    name         empty: what it is called by itself
    mine         the reader may change it
    """

    id: int
    kind: DepotKind
    enterprise: str
    town: str
    name: str
    place: str
    keeper: str
    phone: str
    supplies: Sequence[Supply] = ()
    checked_at: datetime | None = None
    checked_by: str = ""
    mine: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """Where it is and who keeps it, as somebody typed it."""

    name: str
    place: str
    keeper: str
    phone: str


@dataclass(frozen=True, slots=True)
class Typed:
    """A thing as somebody typed it: name, how many, unit; the rest may say until when."""

    name: str
    quantity: int
    unit: str
    rest: str


class SupplyBook(Protocol):
    """What one actor may read of supplies. Sub-ledger of safety.ledger.Ledger."""

    def depots(self, *, offset: int = 0, limit: int = 5) -> Sequence[Depot]:
        """In scope, the authorities' own first, then by name; without what lies in them."""
        ...

    def count(self) -> int: ...
    def one(self, depot: int) -> Depot | None: ...
    def last(self) -> Depot | None:
        """The one that the actor made last."""
        ...

    def suggested(self) -> Sequence[SupplyItem]:
        """What the actor's enterprise should have; nothing for the authorities."""
        ...


_THING = re.compile(
    r"(?P<name>.+?)[\s,，、]*(?P<n>\d{1,6})\s*(?P<unit>[^\s\d,，]{0,8})(?P<rest>.*)", re.DOTALL
)


def thing(text: str) -> Typed | None:
    """A thing in one line: `灭火毯 2张 2027-05-01`. None without a name or a number."""
    found = _THING.fullmatch(" ".join(text.split()))
    if found is None or not found["name"].strip():
        return None
    name = found["name"].strip(" ,，、:：")[:LONGEST_NAME]
    return Typed(name, int(found["n"]), found["unit"][:LONGEST_UNIT], found["rest"].strip(" ,，、"))


def kept(text: str) -> Kept:
    """Name, place and keeper on a line each; a phone number is found wherever it stands."""
    phone = _PHONE.search(text)
    rest = text.replace(phone.group(), " ") if phone else text
    lines = [" ".join(line.split())[: LONGEST_NAME * 2] for line in rest.splitlines()]
    said = [line for line in lines if line]
    name, place, keeper = [*said[:3], "", "", ""][:3]
    return Kept(name, place, keeper, re.sub(r"[^0-9+]", "", phone.group()) if phone else "")
