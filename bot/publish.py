"""`python -m bot publish`: makes the content on disk the newest release, checked whole first, and says who serves it.

Running processes follow by themselves (releasing.py). Nothing is released while there is any problem.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import typer
from sqlalchemy import Connection

from bot.clock import Clock, RealClock
from bot.importing import LOCALES
from bot.releasing import CURRENT, Whole, checked, read_folder, standing
from bot.settings import Settings
from checklists.catalogue import Catalogue
from checklists.difference import catalogue_changes
from checklists.load import CONTENT
from checklists.options import coloured
from checklists.report import problems_told
from checklists.words import Language
from dialogs.talk import Line
from dialogs.texts import Texts
from storage import releases
from storage.database import Database
from storage.releases import Serving

SHOWN = 40  # changes that are listed
PAUSE = 0.5


@dataclass(frozen=True, slots=True)
class Released:
    """What a publication did. `new` false: this was the newest release already."""

    number: int
    new: bool
    changes: Sequence[str] = ()
    drafts: int = 0


def main(
    settings: Settings, *, wait: float, clock: Clock | None = None, say: Callable[[str], None] = typer.echo
) -> int:
    """Publish; 0 when it is released and every process that runs serves it."""
    folder, texts = settings.content_dir or CONTENT, Texts.load(LOCALES)
    read = read_folder(folder)
    if not isinstance(read, Whole):
        for line in problems_told(read, (folder,), settings.language, coloured=coloured()):
            say(line)
        say(texts.plain(Line("publish-refused"), settings.language))
        return 1
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    database = Database.open(settings.database)
    try:
        return _published(database, read, clock or RealClock(), settings.language, texts, wait, say)
    finally:
        database.close()


def _published(
    database: Database,
    own: Whole,
    clock: Clock,
    language: Language,
    texts: Texts,
    wait: float,
    say: Callable[[str], None],
) -> int:
    database.migrate()
    with database.writing() as connection:
        made = publish(connection, own, clock, language)
    for line in told(made):
        say(line if isinstance(line, str) else texts.plain(line, language))
    found = followers(database, made.number, clock, wait)
    late = [one.process for one in found if one.release != made.number]
    say(texts.plain(_followed(len(found), late), language))
    return int(bool(late))


def publish(connection: Connection, own: Whole, clock: Clock, language: Language) -> Released:
    """Release the content of a folder unless it is the newest release already."""
    releases.hold(connection, alone=True)
    before = releases.newest(connection)
    if before is not None and standing(connection, own.bundle) == CURRENT:
        return Released(before, new=False)
    old = checked(releases.bundle_of(connection, before)) if before is not None else None
    number = releases.release(connection, own.bundle, own.catalogue, clock.now())
    changes = _changes(old, own.catalogue, language) if isinstance(old, Catalogue) else ()
    return Released(
        number, new=True, changes=tuple(changes), drafts=releases.open_drafts(connection, own.catalogue)
    )


def _changes(old: Catalogue, new: Catalogue, language: Language) -> Iterator[str]:
    for change in catalogue_changes(old, new):
        yield f"{change.part}  {change.told.to(language)}"


def told(made: Released) -> Iterator[Line | str]:
    """What was done, what has changed, and what becomes of drafts that are open."""
    yield Line("publish-done" if made.new else "publish-same", {"number": made.number})
    yield from made.changes[:SHOWN]
    if len(made.changes) > SHOWN:
        yield Line("publish-more", {"n": len(made.changes) - SHOWN})
    if made.drafts:
        yield Line("publish-drafts", {"n": made.drafts})


def followers(database: Database, number: int, clock: Clock, wait: float) -> Sequence[Serving]:
    """The processes that run, once all of them serve the release or the time is over."""
    until = time.monotonic() + wait
    while True:
        with database.reading() as connection:
            found = releases.serving(connection, clock.now())
        if all(one.release == number for one in found) or time.monotonic() >= until:
            return found
        time.sleep(PAUSE)


def _followed(running: int, late: Sequence[str]) -> Line:
    if late:
        return Line("publish-behind", {"processes": ", ".join(late)})
    return Line("publish-followed", {"n": running}) if running else Line("publish-nobody")
