"""`python -m bot seed`: a made-up district with a year behind it, in an empty database of either kind."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from time import perf_counter

import typer

from bot import digest_rounds, keys, moving, owed_rounds
from bot.clock import RealClock
from bot.district.album import Album
from bot.district.filling import Filled, Filler
from bot.district.size import SIZES, Size
from bot.headfiles import FOLDER, HeadFiles
from bot.settings import Settings
from bot.turn import House
from checklists.catalogue import Catalogue
from checklists.load import CONTENT, load_catalogue
from dialogs.texts import Texts
from safety.calendar import at, calendar_of, today
from safety.digests import Span, ended
from storage import counts, digestbook, people
from storage.database import Database
from storage.digest_figures import Keeper
from storage.hasty import hasty

PORTION = 40
NAME = "seed"
BESIDE = "seed.db"  # in the data folder, while a PostgreSQL database is filled
USAGE = 2


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted. `until`: the moment at which the year ends."""

    size: Size
    until: datetime
    photos: bool = True


@dataclass(frozen=True, slots=True)
class Still:
    """A clock that stands at the end of the year."""

    moment: datetime

    def now(self) -> datetime:
        return self.moment


def main(settings: Settings, size: str, until: datetime | None, *, photos: bool) -> int:
    """Fill the database of these settings; 2 when it holds anything already."""
    if size not in SIZES:
        typer.echo(f"Unknown size {size}: one of {', '.join(SIZES)}.", err=True)
        return USAGE
    moment = RealClock().now() if until is None else at(until.date(), time(8, 0))
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    if not empty(settings.database):
        typer.echo("The database holds enterprises already: a made-up district needs an empty one.", err=True)
        return USAGE
    began = perf_counter()
    catalogue = load_catalogue(settings.content_dir or CONTENT)
    filled = fill(settings, catalogue, Order(SIZES[size], moment, photos), typer.echo)
    _say(settings, filled, perf_counter() - began)
    return 0


def empty(url: str) -> bool:
    """Whether there is a schema, made now when there was none, and nothing in it."""
    database = Database.open(url)
    database.migrate()
    try:
        with database.reading() as connection:
            return counts.enterprises(connection) == 0
    finally:
        database.close()


def fill(settings: Settings, catalogue: Catalogue, order: Order, told: Callable[[str], None]) -> Filled:
    """Fill an empty database: SQLite where it is; PostgreSQL by way of a file beside it, which is quicker."""
    if settings.database.startswith("sqlite"):
        return _fill(settings, settings.database, catalogue, order, told)
    path = settings.data_dir / BESIDE
    path.unlink(missing_ok=True)
    try:
        url = f"sqlite:///{path.absolute()}"
        made = Database.open(url)
        made.migrate()
        made.close()
        filled = _fill(settings, url, catalogue, order, told)
        moving.move(url, settings.database, told)
        return filled
    finally:
        for part in path.parent.glob(f"{path.name}*"):
            part.unlink()


def _fill(
    settings: Settings, url: str, catalogue: Catalogue, order: Order, told: Callable[[str], None]
) -> Filled:
    """The year itself, and what everybody owes at its end."""
    database = hasty(url)
    try:
        filler = Filler(
            database,
            catalogue,
            order.size,
            order.until,
            Album(settings.data_dir if order.photos else None),
            keys.load_or_make(keys.path_of(settings)),
            HeadFiles(settings.data_dir / FOLDER),
            told,
        )
        filled = filler.fill()
        told("what is owed")
        _work_out(database, catalogue, order.until)
        told("the figures of every area")
        _count(database, catalogue, order.until)
        database.tune()
        return filled
    finally:
        database.close()


def _work_out(database: Database, catalogue: Catalogue, now: datetime) -> None:
    """What every enterprise owes, as the clock works it out."""
    house = House(catalogue, Texts.load(), Still(now), 0, NAME)
    calendar = calendar_of(catalogue.holidays)
    more = True
    while more:
        with database.writing() as connection:
            portions = [owed_rounds.work_out(connection, house, calendar, now) for _ in range(PORTION)]
        more = any(portions)


def _count(database: Database, catalogue: Catalogue, now: datetime) -> None:
    """The figures of every area, of each span the last that has ended, as the nights before would have counted them."""
    known = set()
    with database.writing() as connection:
        for person in people.without_due(connection, digest_rounds.KIND):
            actor = people.actor_of(connection, person)
            scope = digestbook.scope_for(actor)
            if scope is not None and scope not in known:
                known.add(scope)
                keeper = Keeper(connection, catalogue, actor, scope, now)
                for span in Span:
                    keeper.keep(span, ended(span, today(now)))


def _say(settings: Settings, filled: Filled, seconds: float) -> None:
    database = Database.open(settings.database)
    try:
        with database.reading() as connection:
            for name, number in counts.every(connection).items():
                typer.echo(f"{name:>20} {number:>10,}")
    finally:
        database.close()
    for what, number in filled.refused.most_common():
        typer.echo(f"refused {number:>6}  {what}")
    typer.echo(f"{seconds:.0f} s")
