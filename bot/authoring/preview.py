"""`python -m checklists preview`: every screen of the checklists as one HTML page. What is on it: drawing.py; how it looks: sheet.py."""

import argparse
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path

from bot.authoring.said import Speaker
from bot.authoring.sheet import Sheet
from bot.authoring.stage import stage
from bot.clock import RealClock
from checklists.catalogue import Catalogue
from checklists.issues import meant
from checklists.options import language_spoken, parser, read_content
from checklists.schema import Checklist
from checklists.words import Language, Words
from dialogs.texts import SHANGHAI, Texts

ABOUT = Words("把自查表的每一屏画成一个网页。", "Draw every screen of the checklists as one HTML page.")
_WHICH = Words("自查表编号，不写就是全部", "checklists by their id, all when none is named")
_OUT = Words("写到哪个文件", "file to write")
_TODAY = Words("假定今天是哪天（2026-11-25）", "the day to pretend it is (2026-11-25)")
OUT = Path("preview.html")
MORNING = time(9)


def main(arguments: Sequence[str]) -> int:
    """Draw and write; 0 when the page is there, 1 when the content is refused, 2 when there is no such checklist."""
    options = parser("preview", ABOUT)
    spoken = language_spoken()
    options.add_argument("checklists", nargs="*", metavar="CHECKLIST", help=_WHICH.to(spoken))
    options.add_argument("-o", "--out", type=Path, default=OUT, metavar="FILE", help=_OUT.to(spoken))
    add_today(options, spoken)
    said = options.parse_args(arguments)
    speaker = Speaker.of(said)
    catalogue = read_content(said)
    if catalogue is None:
        return 1
    wanted = said.checklists or list(catalogue.checklists)
    for name in wanted:
        if name not in catalogue.checklists:
            return unknown(speaker, name, catalogue)
    page = drawn(catalogue, [catalogue.checklists[name] for name in wanted], speaker, moment(said.today))
    said.out.write_text(page, "utf-8")
    speaker.say("preview-written", file=str(said.out), kb=len(page.encode()) // 1024)
    return 0


def add_today(options: argparse.ArgumentParser, spoken: Language) -> None:
    """The option that stops the clock."""
    options.add_argument("--today", type=date.fromisoformat, metavar="DAY", help=_TODAY.to(spoken))


def moment(day: date | None) -> datetime:
    """Nine in the morning of a day, or now."""
    return datetime.combine(day, MORNING, SHANGHAI).astimezone(UTC) if day is not None else RealClock().now()


def unknown(speaker: Speaker, name: str, catalogue: Catalogue) -> int:
    """Say that there is no such checklist, and which there are."""
    guess = meant(name, catalogue.checklists)
    known = ", ".join(catalogue.checklists)
    if guess is None:
        return speaker.complain("no-checklist", name=name, known=known)
    return speaker.complain("no-checklist-guess", name=name, guess=guess, known=known)


def drawn(catalogue: Catalogue, forms: Sequence[Checklist], speaker: Speaker, now: datetime) -> str:
    """The page."""
    with stage(catalogue, speaker.language, now) as world:
        return Sheet(world, Texts.load(), speaker).page(forms)
