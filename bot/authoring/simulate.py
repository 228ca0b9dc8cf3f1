"""`python -m checklists simulate`: answers a checklist in the terminal, on the real screens, with nothing kept.

A line is a button's number, a text, or a word with a colon (`:photo`, `:file`, `:place`); `=` before it sends it as a text whatever it is.
"""

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

from bot.authoring import summary
from bot.authoring.inputs import document, perform, photo, place, text
from bot.authoring.preview import add_today, moment, unknown
from bot.authoring.said import Speaker
from bot.authoring.stage import Chat, stage
from bot.authoring.stated import read_facts
from checklists.answers import Facts, Location
from checklists.cases import SQUARE
from checklists.catalogue import Catalogue
from checklists.options import language_spoken, parser, read_content
from checklists.schema import Checklist
from checklists.words import Words
from dialogs.cards import IDLE
from dialogs.render import render
from dialogs.selfcheck import asking
from dialogs.talk import Button, Commanded, Input, State
from dialogs.terminal import plain
from dialogs.texts import Texts

ABOUT = Words(
    "在终端里把一张自查表答一遍，不需要数据库。", "Answer a checklist in the terminal; no database is needed."
)
_WHICH = Words("自查表编号", "the checklist by its id")
_FACT = Words(
    "企业情况，可写多次：staff=30、gas_lpg、gas_lpg=no",
    "a fact of the enterprise, as often as needed: staff=30, gas_lpg, gas_lpg=no",
)
_ANSWERS = Words("从文件读回答，一行一个", "read the answers from a file, one a line")
COMMENT = "#"
DONE, LEFT = 0, 1


def main(arguments: Sequence[str]) -> int:
    """Play; 0 when it was submitted, 1 when it was left before, 2 for a wrong call."""
    options = parser("simulate", ABOUT)
    spoken = language_spoken()
    options.add_argument("checklist", metavar="CHECKLIST", help=_WHICH.to(spoken))
    options.add_argument("--fact", action="append", default=[], metavar="FACT", help=_FACT.to(spoken))
    options.add_argument("--answers", type=Path, metavar="FILE", help=_ANSWERS.to(spoken))
    add_today(options, spoken)
    said = options.parse_args(arguments)
    speaker = Speaker.of(said)
    catalogue = read_content(said)
    if catalogue is None:
        return 1
    if said.checklist not in catalogue.checklists:
        return unknown(speaker, said.checklist, catalogue)
    facts = read_facts(said.fact, catalogue.facts, speaker)
    if facts is None:
        return 2
    return _played(said, speaker, catalogue, facts)


def _played(said: Namespace, speaker: Speaker, catalogue: Catalogue, facts: Facts) -> int:
    form = catalogue.checklists[said.checklist]
    try:
        source = said.answers.open(encoding="utf-8") if said.answers is not None else sys.stdin
    except OSError as error:
        return speaker.complain("simulate-unreadable", file=str(said.answers), why=error.strerror or "?")
    with source, stage(catalogue, speaker.language, moment(said.today)) as world:
        world.know(facts)
        step = asking.enter(world.key(form), world.context())
        world.record(*step.events)
        chat = Chat(world, Texts.load())
        chat.stand(step.state or State("menu"))
        return Play(
            chat, speaker, form, source, echo=said.answers is not None or not sys.stdin.isatty()
        ).run()


def _sent(name: str = "", *more: str) -> Input | None:
    """What a word with a colon stands for, None when for nothing."""
    if name == "place":
        where = _where(more) if more else SQUARE
        return place(where) if where is not None else None
    if more:
        return None
    return photo() if name == "photo" else document() if name == "file" else None


def _where(written: Sequence[str]) -> Location | None:
    """`39.9 116.4`: latitude and longitude."""
    try:
        lat, lon = (float(one) for one in written)
    except ValueError:
        return None
    return Location(lat, lon) if -90 <= lat <= 90 and -180 <= lon <= 180 else None  # noqa: PLR2004 - degrees


class Play:
    """One run: shows the screen, reads a line, does it, until the receipt or the end of the lines."""

    def __init__(self, chat: Chat, speaker: Speaker, form: Checklist, source: TextIO, *, echo: bool) -> None:
        self.chat = chat
        self.speaker = speaker
        self.form = form
        self.source = source
        self.echo = echo
        self.texts = chat.texts or Texts.load()

    def run(self) -> int:
        """Play to the end, then say what came of it."""
        self.speaker.say("simulate-how")
        self._show()
        while self.chat.session.state.at != "receipt":
            line = self._line()
            if line is None or line in {":quit", ":q"}:
                self._end()
                return LEFT
            if line and not line.startswith(COMMENT):
                self._do(line)
        self._end()
        return DONE

    def _line(self) -> str | None:
        """The next line without what surrounds it; None at the end."""
        sys.stdout.write("> ")
        sys.stdout.flush()
        line = self.source.readline()
        if self.echo or not line:
            sys.stdout.write(line if line.endswith("\n") else f"{line}\n")
        return line.strip() if line else None

    def _do(self, line: str) -> None:
        before = self.chat.screen
        if not self._act(line):
            return
        if self.chat.toast is not None:
            sys.stdout.write(f"({self.texts.plain(self.chat.toast, self.speaker.language)})\n")
        if self.chat.screen is not before:
            self._show()

    def _act(self, line: str) -> bool:
        """Do what a line says; false when it says nothing that can be done."""
        if line.isdecimal():
            return self._tap(int(line))
        if line.startswith(":"):
            return self._special(line[1:])
        if line.startswith("/"):
            perform(self.chat, Commanded(*line[1:].split(maxsplit=1)))
        else:
            perform(self.chat, text(line.removeprefix("=")))
        return True

    def _tap(self, number: int) -> bool:
        buttons = list(self._buttons())
        if not 1 <= number <= len(buttons):
            self.speaker.say("simulate-no-button", n=number, count=len(buttons))
            return False
        perform(self.chat, buttons[number - 1].option)
        return True

    def _special(self, word: str) -> bool:
        act = _sent(*word.split())
        if act is None:
            self.speaker.say("simulate-unknown", word=word)
            return False
        perform(self.chat, act)
        return True

    def _buttons(self) -> Iterator[Button]:
        """What can be tapped, in the order in which it is numbered."""
        yield from (button for row in self.chat.screen.rows for button in row if button.option != IDLE)

    def _show(self) -> None:
        seen = render(self.chat.screen, self.speaker.language, self.texts, 1)
        sys.stdout.write("\n" + plain(seen) + "\n")

    def _end(self) -> None:
        summary.say(self.chat, self.form, self.speaker)
