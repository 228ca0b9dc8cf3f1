"""Who hears of an event and what they are told: what letters may ask of storage (safety/notices*.py)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from checklists.parts import Criterion
from checklists.schema import Checklist
from checklists.words import Words
from safety.bulk import Appeal
from safety.checks import CheckKey
from safety.drill_letters import Course
from safety.events import CheckCorrected, HazardFound, HazardWithdrawn, PhotoFailed
from safety.events_hazards import HazardsMoved
from safety.handovers import Handing
from safety.incidents import Alarmed
from safety.ladder import Wanted
from safety.notices_hazards import About
from safety.tips import Told
from safety.together import Gone
from safety.visits import VisitTold


@dataclass(frozen=True, slots=True)
class Subject:
    """What a notice says about where and who: names as the recipient may read them."""

    enterprise: str
    town: str
    person: str


@dataclass(frozen=True, slots=True)
class Returned:
    """A submission that was given back: its form and check, and the people who may correct it."""

    form: Words
    key: CheckKey
    to: Sequence[int]


@dataclass(frozen=True, slots=True)
class Corrected:
    """A corrected version: its form and receipt, and who had given the version before back."""

    form: Words
    receipt: str
    to: Sequence[int]


@dataclass(frozen=True, slots=True)
class Reported:
    """A hazard as letters name it: what is wrong in words, else its kind; who in the enterprise hears of it.

    to   its owner and the principals, without the one who reports
    """

    number: str
    what: str | Words
    place: str
    due: date
    to: Sequence[int]


@dataclass(frozen=True, slots=True)
class Interviewing:
    """An interview (约谈): of which enterprise, between whom, and the day it is looked at again."""

    enterprise: str
    spoken: int
    officer: int
    person: str
    again: date


@dataclass(frozen=True, slots=True)
class Changing:
    """A request for a change: of which enterprise, asked by whom, and who may decide about it."""

    enterprise: str
    person: str
    asker: int
    deciders: Sequence[int]


@dataclass(frozen=True, slots=True)
class Pledging:
    """An enterprise that a supervisor has done something with: its name, its principals, and they with its officers."""

    enterprise: str
    principals: Sequence[int]
    everybody: Sequence[int]


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing owed, as a letter names it: what its rule asks for, by when it is due."""

    title: Words
    due: datetime


class Audience(Protocol):
    """Who has to hear of an event. Storage implements it for the actor of the turn."""

    def supervisors(self) -> Sequence[int]:
        """Persons who watch over the actor's enterprise: its town's and the district's (experts left out)."""
        ...

    def handing(self, number: int | None) -> Handing:
        """A seat that is handed over; None: the newest offer of the actor. NoResultFound when there is none."""
        ...

    def principals(self) -> Sequence[int]:
        """Principals of the actor's enterprise."""
        ...

    def moved_together(self, event: HazardsMoved, at: datetime) -> Sequence[Gone]:
        """Those of several hazards that were moved at this moment."""
        ...

    def acting(self) -> tuple[int, str]:
        """Whose turn it is: the person, and their name."""
        ...

    def approvers(self, request: int) -> Sequence[int]:
        """Persons who may decide a join request."""
        ...

    def requester(self, request: int) -> int | None:
        """The person who asked to join."""
        ...

    def newest_request(self) -> int | None:
        """The join request the actor has just made."""
        ...

    def subject(self) -> Subject: ...

    def about(self, number: str) -> About:
        """A hazard of the actor's scope, and who has to do with it."""
        ...

    def tip(self, number: str) -> Told:
        """A tip by its number, and who works on it."""
        ...

    def incident(self, number: str) -> Alarmed:
        """An incident by its number, and who hears of it."""

    def bulk(self, request: int) -> Appeal:
        """What needs a second person, and who that may be."""
        ...

    def course(self, number: str) -> Course:
        """A drill by its number, and who hears of it; empty: the one that the actor planned or called last."""
        ...

    def visit(self, number: int | None) -> VisitTold:
        """An inspection as letters speak of it; None: the one that the actor has begun last."""
        ...

    def hazard_number(self, event: HazardFound | HazardWithdrawn) -> str: ...

    def reported(self, number: str | None) -> Reported:
        """A hazard of the actor's enterprise by its number; None: the one the actor has just reported."""
        ...

    def times_withdrawn(self, number: str) -> int:
        """How often a hazard was withdrawn by a correction: found again it is news again."""
        ...

    def question_text(self, event: HazardFound | HazardWithdrawn | PhotoFailed) -> Words: ...

    def returned(self, receipt: str) -> Returned:
        """What a supervisor gave back, and who has to correct it."""
        ...

    def corrected(self, event: CheckCorrected) -> Corrected:
        """What was corrected, and the supervisors who had given it back."""
        ...

    def interview(self, number: str) -> Interviewing:
        """An interview by its number."""
        ...

    def change(self, number: str) -> Changing:
        """A request for a change by its number."""
        ...

    def pledging(self, credit_code: str) -> Pledging:
        """Who reads and signs for an enterprise, by its credit code."""
        ...

    def pledging_of(self, number: str) -> Pledging:
        """The same for the enterprise of a signed commitment."""
        ...

    def criteria(self, event: HazardFound) -> Sequence[Criterion]:
        """The coded criteria behind the question, in the version in which it was answered."""
        ...

    def request_text(self, request: int) -> tuple[str, str, str, str]:
        """Name, place, role id and masked phone of a join request."""
        ...

    def sharing(self, key: CheckKey) -> Sequence[int]:
        """Colleagues who began this self-check, answered in it or took a section of it; never the actor."""
        ...

    def form(self, key: CheckKey) -> Checklist:
        """The form in the version in which it is answered."""
        ...

    def due(self, key: CheckKey) -> date: ...

    def owed(self, number: int) -> Matter:
        """One obligation: of which rule, by when."""
        ...

    def extension(self, number: int) -> Wanted:
        """A request for more time by its number."""
        ...

    def newest_extension(self, obligation: int) -> Wanted:
        """The newest request for a matter."""
        ...

    def principals_of_request(self, request: int) -> Sequence[int]: ...
