"""Warnings of the paper world: what each event changes, and what one person may read (safety.warnings.WarningBook).

The world has one enterprise and, beside it, a neighbour of another town whose people never answer.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from checklists.warnings import Level, WarningTemplate
from checklists.words import Words
from safety.errors import Refusal
from safety.events_warnings import (
    WarningAnswered,
    WarningConfirmed,
    WarningFileSent,
    WarningFileWanted,
    WarningIssued,
)
from safety.people import Right
from safety.warnings import (
    Answer,
    Circle,
    Copied,
    Counted,
    Enclosed,
    Missing,
    Received,
    Stage,
    Step,
    Tallied,
    TownTally,
    Warned,
)

if TYPE_CHECKING:
    from tests.dialogs.paper import World

NEIGHBOUR, ELSEWHERE = "邻镇烧烤", "抬头寺镇"


@dataclass
class Kept:
    """A warning and what the world's own enterprise has said to it."""

    warned: Warned
    person: int
    confirmed: tuple[str, datetime] | None = None
    said: list[str] = field(default_factory=list)
    answered: datetime | None = None
    photos: int = 0


class WarningDesk:
    """What events do to the warnings of a World."""

    def _warning_issued(self: "World", person: int, event: WarningIssued) -> None:
        if not self.actor(person).may(Right.SEND_WARNING):
            raise Refusal("not-allowed")
        number = f"YJ-2026-{len(self.warnings) + 1:06d}"
        former = self.warnings.get(event.follows)
        if event.follows and (former is None or former.warned.ended is not None):
            raise Refusal("warning-over")
        english = event.english or event.lines
        book = PaperWarnings(self, person)
        targets = (
            former.warned.targets if former else book.count(Circle.of_json(dict(event.circle))).enterprises
        )
        self.warnings[number] = Kept(
            Warned(
                number,
                event.template,
                Level(event.level),
                event.stage,
                Words(event.title, event.title_en or event.title),
                tuple(Words(*pair) for pair in zip(event.lines, english, strict=True)),
                self.people[person].name,
                book.place(),
                Circle.of_json(dict(event.circle)),
                self.now,
                self.now + timedelta(hours=event.hours),
                targets,
                event.follows,
                file=self.enclosed.get((person, event.file)),
            ),
            person,
        )
        if former is not None:
            former.warned = replace(former.warned, ended=self.now, by=number)

    def _warning_file_sent(self: "World", person: int, event: WarningFileSent) -> None:
        kept = Enclosed(event.name, event.document, Copied.SAFE)
        self.enclosed[person, event.picture.unique] = kept

    def _warning_file_wanted(self: "World", _person: int, event: WarningFileWanted) -> None:
        if self.warnings[event.number].warned.file is None:
            raise Refusal("warning-gone")

    def _warning_confirmed(self: "World", person: int, event: WarningConfirmed) -> None:
        kept = self.warnings[event.number]
        if kept.confirmed is None and kept.warned.stage.confirmed:
            kept.confirmed = (self.people[person].name, self.now)

    def _warning_answered(self: "World", person: int, event: WarningAnswered) -> None:
        self._warning_confirmed(person, WarningConfirmed(event.number))
        kept = self.warnings[event.number]
        kept.said += [event.words] if event.words else []
        kept.answered = self.now
        kept.photos += len(event.pictures)


@dataclass
class PaperWarnings:
    """Warnings as one person may read them."""

    world: "World"
    person: int

    def templates(self) -> Mapping[str, WarningTemplate]:
        return self.world.catalogue.warnings

    def towns(self) -> Sequence[str]:
        seat = self.world.actor(self.person).seat
        above = seat is not None and seat.supervises and seat.area is None
        return [self.world.enterprise.town, ELSEWHERE] if above else []

    def industries(self) -> Mapping[str, Words]:
        return {fact.id: fact.prompt for fact in self.world.catalogue.facts.industries}

    def facts(self) -> Mapping[str, Words]:
        return {fact.id: fact.prompt for fact in self.world.catalogue.facts.asked}

    def place(self) -> str:
        return "天衢新区" if self.towns() else self.world.enterprise.town

    def count(self, circle: Circle) -> Counted:
        own = not circle.facts or any(self.world.facts.get(fact) for fact in circle.facts)
        own = own and circle.colour in {"", self.world.enterprise.colour.value}
        other = bool(self.towns()) and circle == Circle(town=circle.town)
        here = own and circle.town in {"", self.world.enterprise.town}
        there = other and circle.town in {"", ELSEWHERE}
        return Counted(here + there, 2 * here, int(there))

    def own_file(self, unique: str) -> Enclosed | None:
        return self.world.enclosed.get((self.person, unique))

    def listed(self, *, offset: int = 0, limit: int = 5) -> Sequence[Warned]:
        if not self._sends():
            return ()
        return [one.warned for one in reversed(self.world.warnings.values())][offset : offset + limit]

    def _sends(self) -> bool:
        return self.world.actor(self.person).may(Right.SEND_WARNING)

    def count_listed(self) -> int:
        return len(self.world.warnings) if self._sends() else 0

    def last(self) -> Warned | None:
        mine = [one.warned for one in self.world.warnings.values() if one.person == self.person]
        return mine[-1] if mine else None

    def one(self, number: str) -> Warned | None:
        kept = self.world.warnings.get(number)
        return kept.warned if kept is not None and self._sends() else None

    def may_end(self, number: str) -> bool:
        return self.one(number) is not None

    def tallied(self, number: str) -> Tallied:
        kept = self.world.warnings[number]
        confirmed = int(kept.confirmed is not None)
        targets = kept.warned.targets
        towns = [TownTally(self.world.enterprise.town, 1, confirmed), TownTally(ELSEWHERE, 1, 0)][:targets]
        answered = int(kept.answered is not None)
        return Tallied(targets, targets, 1, confirmed, answered, targets - 1, tuple(towns))

    def missing(self, number: str, *, offset: int = 0, limit: int = 5) -> Sequence[Missing]:
        kept = self.world.warnings[number]
        own = Missing(
            self.world.enterprise.name,
            self.world.enterprise.town,
            "王强",
            "13800001002",
            Step.POSTED,
            silent=False,
            about="contact/1002",
        )
        other = Missing(NEIGHBOUR, ELSEWHERE, "", "", Step.LISTED, silent=True)
        every = [*([] if kept.confirmed else [own]), *([other] if kept.warned.targets > 1 else [])]
        return every[offset : offset + limit]

    def answers(self, number: str, *, offset: int = 0, limit: int = 5) -> Sequence[Answer]:
        kept = self.world.warnings[number]
        if kept.answered is None:
            return ()
        name = kept.confirmed[0] if kept.confirmed else ""
        said = Answer(self.world.enterprise.name, name, "；".join(kept.said), kept.photos, kept.answered)
        return [said][offset : offset + limit]

    def received(self, number: str) -> Received | None:
        kept = self.world.warnings.get(number)
        if kept is None or not self.world.actor(self.person).may(Right.CONFIRM_WARNING):
            return None
        by, at = kept.confirmed or ("", None)
        answered = kept.answered is not None
        place = self.world.enterprise.name
        return Received(kept.warned, place, by, at, answered, "；".join(kept.said), kept.photos)

    def holding(self) -> Sequence[Received]:
        holding = [one for one in self.world.warnings.values() if one.warned.holds(self.world.now)]
        order = list(Level)
        holding.sort(key=lambda one: -order.index(one.warned.level))
        found = [self.received(one.warned.number) for one in holding if one.warned.stage is not Stage.CLEAR]
        return [one for one in found if one is not None]
