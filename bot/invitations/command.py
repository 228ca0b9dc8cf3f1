"""The command `invite --sheets FILE.pdf`: cards for all enterprises that nobody answers for yet, of some towns or the whole district."""

import asyncio
import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

import typer
from sqlalchemy import Connection

from bot import child
from bot.clock import RealClock
from bot.invitations.deck import Deck
from bot.invitations.press import printed
from bot.invitations.words import deck_of, drawn
from bot.invite import NotInvited, username_of, with_database
from bot.settings import Settings, SettingsError
from checklists.catalogue import Catalogue
from checklists.issues import ContentError
from checklists.load import CONTENT, load_catalogue
from dialogs.texts import Texts
from safety.calendar import local
from safety.invites import INVITED
from safety.people import Role
from safety.queries import Query
from storage import places, sheets
from storage.sheets import Card, Unit


def main(settings: Settings, file: Path, towns: Sequence[str], role: Role | None) -> int:
    """Print, enter the hashes, write the file: all of it or nothing. Exit code 0 or 1."""
    now = RealClock().now()
    try:
        roles = _fitting(role)
        catalogue = load_catalogue(settings.content_dir or CONTENT)
        cards = with_database(settings, lambda c: list(drawn(_units(c, catalogue, towns, roles, now))))
        if not cards:
            typer.echo("Somebody answers for every enterprise there: nothing to print.")
            return 0
        until = now + timedelta(days=catalogue.rules.defaults.inviting.sheet_days)
        username = asyncio.run(username_of(settings))
        deck = deck_of(cards, username, until, now, Texts.load(), settings.language)
        number = _keep(settings, file, deck, cards, until, now)
    except (NotInvited, SettingsError, ContentError, child.ChildFailed, OSError) as error:
        typer.echo(str(error), err=True)
        return 1
    typer.echo(
        f"{len(cards)} invitations in {file}, each once, until {local(until):%Y-%m-%d %H:%M}. "
        f"They cannot be printed again; `invite --revoke-sheets {number}` ends those that are not used."
    )
    return 0


def revoke(settings: Settings, number: int) -> int:
    """The command `invite --revoke-sheets NUMBER`."""
    now = RealClock().now()
    ended = with_database(settings, lambda c: sheets.revoke(c, number, now))
    typer.echo(f"There are no sheets {number}." if ended is None else f"Revoked: {ended} invitations.")
    return 1 if ended is None else 0


def _fitting(role: Role | None) -> tuple[Role, ...]:
    if role is None:
        return INVITED[:1]
    if role not in INVITED:
        raise NotInvited(f"Sheets are for one of: {', '.join(INVITED)}.")
    return (role,)


def _units(
    connection: Connection,
    catalogue: Catalogue,
    towns: Sequence[str],
    roles: Sequence[Role],
    now: datetime,
) -> Sequence[Unit]:
    unknown = set(towns) - places.towns(connection)
    if unknown:
        raise NotInvited(f"No such town: {', '.join(sorted(unknown))}.")
    asker = sheets.district(catalogue, now)
    return sheets.units(connection, Query(towns=tuple(towns)), asker, roles)


def _keep(
    settings: Settings, file: Path, deck: Deck, cards: Sequence[Card], until: datetime, now: datetime
) -> int:
    """The file is whole beside its name before the hashes are entered, and takes its name before they are committed."""
    document = asyncio.run(printed(deck))
    handle, half = tempfile.mkstemp(dir=file.absolute().parent, suffix=".pdf")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(document)

        def job(connection: Connection) -> int:
            number = sheets.enter_printed(connection, Query(), cards, until, now)
            Path(half).replace(file)
            return number

        return with_database(settings, job)
    except BaseException:
        with suppress(OSError):
            Path(half).unlink()
        raise
