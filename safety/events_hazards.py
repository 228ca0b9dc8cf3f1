"""What happens to a hazard outside of a self-check. A hazard is named by its number, never by a row id.

What a self-check finds and takes back (HazardFound, HazardWithdrawn) stands with its other events in events.py.
"""

from dataclasses import dataclass, fields
from datetime import date
from typing import ClassVar

from checklists.schema import Severity
from safety.deeds import Deed
from safety.events import Event
from safety.hazard_ledger import HazardSource
from safety.hazards import HazardAction


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo as it was sent. Our own copy is fetched after the commit.

    file     the platform's reference, needed once to fetch the copy
    unique   the platform's stable name of the same file
    size     bytes, where the platform said so
    note     the words beside it
    """

    file: str
    unique: str
    size: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class HazardReported(Event):
    """Somebody of the enterprise reports a hazard: it is in the ledger at once, reported, with an owner and a day.

    Storage gives the number (Ledger.last_reported shows it) and names the owner: who reports it, when they may put it
    right; else an officer or principal of the enterprise. A suspected major one waits for a supervisor's review.

    words             what is wrong, in the reporter's own words
    place             where it is
    category          id of what kind of hazard it is; empty when none fits
    due               by when it is to be put right
    pictures          what it looks like before it is put right
    suspected_major   it may be on a published list of major hazards
    clause            id of the question or criterion that the reporter took from those suggested; empty: of none
    recurs            number of the closed hazard that this one is again
    """

    kind: ClassVar[str] = "hazard:reported"
    words: str
    place: str
    category: str
    severity: Severity
    due: date
    source: HazardSource = HazardSource.REPORT
    suspected_major: bool = False
    pictures: tuple[Picture, ...] = ()
    clause: str = ""
    recurs: str = ""


@dataclass(frozen=True, slots=True)
class HazardMoved(Event):
    """Somebody did something to a hazard by hand. Who may, and what it needs: safety/hazards.py; storage asks the same rules.

    day      of the plan, of the extension that is asked for, of a listing, or the new due day of a reopened one
    owner    who sees it put right from now on
    of       number of the hazard that this one is a duplicate of
    words    what was done, of weekly progress; what a part is about
    root     id of the cause that was behind it
    """

    kind: ClassVar[str] = "hazard:moved"
    number: str
    action: HazardAction
    reason: str = ""
    day: date | None = None
    owner: int | None = None
    measures: str = ""
    money: int | None = None
    contingency: str = ""
    of: str = ""
    words: str = ""
    root: str = ""

    def deed(self) -> Deed:
        """What the rules look at."""
        return Deed(**{one.name: getattr(self, one.name) for one in fields(Deed)})


@dataclass(frozen=True, slots=True)
class HazardDivided(Event):
    """Derived by storage when a hazard is broken into parts: `number` is a new hazard, a part of the hazard `of`."""

    kind: ClassVar[str] = "hazard:divided"
    number: str
    of: str
    words: str
    owner: int
    due: date


@dataclass(frozen=True, slots=True)
class HazardMovedTogether(HazardMoved):
    """The same step, as one of many that were done at once: its people get one letter for all of them."""

    kind: ClassVar[str] = "hazard:moved:together"


@dataclass(frozen=True, slots=True)
class HazardsMoved(Event):
    """Somebody does the same to several hazards at once (safety/together.py).

    Storage lets each of them go its own way (HazardMovedTogether); those that cannot stay as they are, the rest go on.
    """

    kind: ClassVar[str] = "hazards:moved"
    numbers: tuple[str, ...]
    action: HazardAction
    reason: str = ""
    owner: int | None = None


@dataclass(frozen=True, slots=True)
class HazardClosed(Event):
    """Derived by storage when a verdict closes a hazard: who verified it is the turn's actor."""

    kind: ClassVar[str] = "hazard:closed"
    number: str


@dataclass(frozen=True, slots=True)
class HazardPhotoSent(Event):
    """What the hazard looks like now.

    answers   name (Shot.name) of the photo "before" that it answers; empty: of none
    progress  it goes with the progress of a listed one and proves nothing yet
    word      of the day, that was asked to be in the picture
    """

    kind: ClassVar[str] = "hazard:photo:sent"
    number: str
    picture: Picture
    answers: str = ""
    progress: bool = False
    word: str = ""


@dataclass(frozen=True, slots=True)
class HazardNoted(Event):
    """Words about how it goes, kept in the timeline; nothing else changes."""

    kind: ClassVar[str] = "hazard:noted"
    number: str
    text: str


@dataclass(frozen=True, slots=True)
class HazardDetailed(Event):
    """One extra field of the hazard's kind (补充情况) was filled in or changed; the former value stays in the timeline.

    field   id of the field in content
    value   as content keeps it: digits, the id of an option, words, a day
    """

    kind: ClassVar[str] = "hazard:detailed"
    MOVE: ClassVar[str] = "detailed"  # how the timeline calls it
    number: str
    field: str
    value: str


@dataclass(frozen=True, slots=True)
class HazardPhotoFailed(Event):
    """A photo of a hazard could not be kept; `reason` is a text id of the locales. `sender` is told by its number."""

    kind: ClassVar[str] = "hazard:photo:failed"
    photo: int
    sender: int
    number: str
    reason: str
