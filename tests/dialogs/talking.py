"""A person at the desk, on paper: says, taps, photographs, and sees the screen as it would be sent."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from checklists.words import Language
from dialogs import desk
from dialogs.codec import session_from_json, session_to_json
from dialogs.reading import what_is
from dialogs.render import Rendered, Texts, render, toast
from dialogs.talk import (
    Commanded,
    Input,
    Opened,
    Screen,
    SentFile,
    SentOther,
    SentPhoto,
    SentPlace,
    SharedContact,
    State,
    Tapped,
    Wrote,
)
from safety.events import Event
from tests.dialogs.paper import World

NUMBERS = re.compile(
    r"(?<![0-9A-Z])(?:1[3-9]\d{9}|\d{17}[0-9X])(?![0-9A-Z])"
)  # mobile phones, identity cards
MARKS = re.compile("^[^\\w−+‹›«»“]+|[^\\w”]+$")
TEXTS = Texts.load(strict=True)


def undeclared(screen: Screen, language: Language) -> list[str]:
    """Phones and identity numbers on a screen that the audit would not hear of, or not whose they are."""
    kept = {one.what for one in screen.reads}
    lines = [(line, TEXTS.plain(line, language)) for line in screen.lines]
    numbers = [found for _, text in lines for found in NUMBERS.findall(text)]
    nameless = [one for one in screen.reads if not one.about]
    return [one for one in numbers if what_is(one) not in kept] + [str(one) for one in nameless]


@dataclass
class Talker:
    """One person's chat. The session passes through JSON between every two turns."""

    world: World
    person: int
    kept: str = ""
    screen: Screen | None = None
    seen: Rendered | None = None
    toast: str | None = None
    events: Sequence[Event] = ()
    all_events: list[Event] = field(default_factory=list)
    taps: int = 0
    writes: int = 0
    messages: int = 0

    @property
    def language(self) -> Language:
        return self.world.people[self.person].language

    def does(self, told: Input) -> "Talker":
        """One turn, as the bot runs it: hear, record, draw from what is recorded."""
        self.world.now += timedelta(seconds=3)
        world, session = self.world, session_from_json(self.kept)
        heard = desk.hear(
            session, told, world.actor(self.person), world.ledger(self.person), world.now, TEXTS
        )
        world.record(self.person, heard.events)
        self.events = heard.events
        self.all_events += heard.events
        after = heard.session
        self.toast = toast(heard.toast, self.language, TEXTS) if heard.toast else None
        if heard.redraw:
            after = replace(after, screen=after.screen + 1)
            actor, ledger = world.actor(self.person), world.ledger(self.person)
            self.screen = desk.draw(after, actor, ledger, world.now, heard.say)
            world.seen(self.person, self.screen.reads)
            self.seen = render(self.screen, self.language, TEXTS, after.screen)
            assert not undeclared(self.screen, self.language), (
                "a screen shows a number and says not whose it is"
            )
        self.kept = session_to_json(after)
        return self

    def option(self, label: str) -> str:
        """The option behind a button, by its Chinese label (marks and arrows may be left out)."""
        assert self.screen is not None
        buttons = [button for row in self.screen.rows for button in row]
        labels = {TEXTS.label(button.label, Language.ZH): button.option for button in buttons}
        if label in labels:
            return labels[label]
        near = [option for text, option in labels.items() if MARKS.sub("", text) == label]
        assert len(near) == 1, f"no button {label!r} among {list(labels)}"
        return near[0]

    def tap(self, *labels: str) -> "Talker":
        for label in labels:
            self.taps += 1
            self.press(self.option(label))
        return self

    def press(self, option: str) -> "Talker":
        session = session_from_json(self.kept)
        flow = self.screen.flow if self.screen else session.state.flow
        return self.does(Tapped(flow, session.screen, option))

    def write(
        self, text: str, message: int = 0, *, edited: bool = False, reply_to: int | None = None
    ) -> "Talker":
        self.writes += 1
        return self.does(Wrote(text, message, edited=edited, reply_to=reply_to))

    def command(self, text: str) -> "Talker":
        name, _, argument = text.lstrip("/").partition(" ")
        return self.does(Commanded(name, argument))

    def photo(self, unique: str = "u1", **more: object) -> "Talker":
        return self.does(SentPhoto(f"file-{unique}", unique, **more))  # type: ignore[arg-type]  # fields by name

    def file(self, name: str = "报告.pdf", unique: str = "f1", **more: object) -> "Talker":
        return self.does(SentFile(f"file-{unique}", unique, name, **more))  # type: ignore[arg-type]  # fields by name

    def place(self, lat: float = 37.45123, lon: float = 116.30512, **more: object) -> "Talker":
        return self.does(SentPlace(lat, lon, **more))  # type: ignore[arg-type]  # fields by name

    def contact(self, phone: str, *, own: bool = True) -> "Talker":
        return self.does(SharedContact(phone, own))

    def other(self, what: str, text: str = "") -> "Talker":
        return self.does(SentOther(what, text))

    def open(self, flow: str, at: str = "", **data: str | int) -> "Talker":
        return self.does(Opened(State(flow, at, data)))

    @property
    def at(self) -> str:
        state = session_from_json(self.kept).state
        return f"{state.flow}.{state.at}" if state.at else state.flow

    @property
    def question(self) -> object:
        return session_from_json(self.kept).state.data.get("q")

    def page(self) -> str:
        """What is on the screen, as text: lines, then rows of buttons."""
        assert self.seen is not None
        assert self.screen is not None
        rows = [" ".join(f"[{label}]" for label, _data in row) for row in self.seen.rows]
        extra = [f"[[{self.seen.contact_label}]]"] if self.seen.contact_label else []
        photo = [f"(photo {self.seen.photo})"] if self.seen.photo else []
        final = ["(final)"] if self.screen.final else []
        return "\n".join([*photo, self.seen.html, *rows, *extra, *final])
