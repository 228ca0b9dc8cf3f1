"""The vocabulary of a conversation: what a person can do (inputs), what they see (Screen), what a step gives back (Step).

Nothing here knows Telegram or a database. Everything a conversation must remember is JSON inside State.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias

from checklists.words import Words
from safety.events import Event
from safety.events_audit import PersonalDataRead
from safety.ledger import Ledger

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


# --- what a person does -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Tapped:
    """A button of one of our screens. `screen` is the number it was drawn with, `option` what it stands for."""

    flow: str
    screen: int
    option: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A button of a letter (alert, notice): the state it opens was kept with the letter when it was posted."""

    state: "State"


@dataclass(frozen=True, slots=True)
class Wrote:
    """A text message; `edited` when it is changed afterwards. `reply_to` is the message that it replies to."""

    text: str
    message: int
    edited: bool = False
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class Commanded:
    """A command without its slash, with what stood behind it."""

    name: str
    argument: str = ""


@dataclass(frozen=True, slots=True)
class SentPhoto:
    """A photo, or an image sent as a file (`as_file`). `album` groups the photos of one album."""

    file: str
    unique: str
    size: int | None = None
    caption: str = ""
    album: str | None = None
    as_file: bool = False
    mime: str = "image/jpeg"
    message: int | None = None
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class SentFile:
    """A document that is not an image, with the name it has on the sender's phone."""

    file: str
    unique: str
    name: str = ""
    size: int | None = None
    caption: str = ""
    album: str | None = None
    mime: str = ""
    message: int | None = None
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class SentPlace:
    """A place shared in the chat: where the phone is (`live`), a pin, or a spot of the map with its address."""

    lat: float
    lon: float
    accuracy: int | None = None
    live: bool = False
    address: str = ""


@dataclass(frozen=True, slots=True)
class SharedContact:
    """A contact card. `own` is true only when the card is the sender's own."""

    phone: str
    own: bool


@dataclass(frozen=True, slots=True)
class SentOther:
    """Anything else: voice, video, sticker, poll … by the platform's name for it."""

    what: str
    text: str = ""


Input = Tapped | Opened | Wrote | Commanded | SentPhoto | SentFile | SentPlace | SharedContact | SentOther


# --- what a person sees -------------------------------------------------------------------------------------------

Argument: TypeAlias = "str | int | Decimal | date | datetime | Words | Line"


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of the locales with its arguments; an argument may be content in both languages or another line.

    about   whose phone or number of a paper it says (a subject of safety/events_audit.py), for the audit
    """

    id: str
    args: Mapping[str, Argument] = field(default_factory=dict)
    about: str = ""


@dataclass(frozen=True, slots=True)
class Button:
    """One button. A live screen's button names an `option`; a letter's button carries the `state` it `opens`."""

    label: Line | Words
    option: str = ""
    opens: "State | None" = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Screen:
    """One message as the person sees it. `final` closes the task: it stays in the chat and nothing edits it again."""

    lines: Sequence[Line | Words]
    rows: Sequence[Sequence[Button]] = ()
    ask_contact: Line | None = None  # label of the keyboard button that shares the own contact card
    photo: str | None = None  # media reference of a safe copy
    final: bool = False
    settle: bool = False  # wait about a second for more (albums); a later screen replaces it
    reads: Sequence[PersonalDataRead] = ()  # what of others it shows; phones are found by the desk
    flow: str = ""  # whose screen it is; the desk fills it in, buttons carry it


# --- what a step gives back ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class State:
    """Where a conversation stands: its flow, the flow's version, the step in it, and what it remembers."""

    flow: str
    at: str = ""
    data: Mapping[str, Json] = field(default_factory=dict)
    version: int = 1


Says: TypeAlias = Line | Callable[[Ledger], Line]  # the second reads what has just been recorded: a number


@dataclass(frozen=True, slots=True)
class Step:
    """The answer to one input. The screen is drawn afterwards, from the new state and the recorded events.

    state   where the conversation goes on; None ends it (the desk then shows the menu)
    events  what happened, in order; recorded in the same transaction
    toast   a short line over the chat, only seen when the input was a tap
    say     a line put on top of the next screen, once ("noted", "this is not a date")
    same    nothing changed: leave the screen as it is (only the toast is shown)
    keep    a draft that waits aside when the conversation ends: only its own button or command brings it back
    left    how the present conversation waits below, when another one is entered
    """

    state: State | None
    events: Sequence[Event] = ()
    toast: Line | None = None
    say: Says | None = None
    same: bool = False
    keep: State | None = None
    left: State | None = None
