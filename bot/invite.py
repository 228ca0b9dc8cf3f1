"""Invitations as links: a code of 128 random bits made once, shown once, only its hash kept. The command `invite`.

What an invitation opens and how it is used up stands in storage/invitations.py.
"""

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

import typer
from sqlalchemy import Connection

from bot.clock import RealClock
from bot.settings import Settings, SettingsError
from bot.telegram import InDoubt, Telegram, Unreachable
from checklists.issues import ContentError
from checklists.load import CONTENT, load_catalogue
from safety import credit_code
from safety.calendar import local
from safety.people import Role
from storage import enterprises, invitations, invited, places
from storage.database import Database
from storage.enterprises import Listed
from storage.invitations import LIFE, Place
from storage.unit import Writer

T = TypeVar("T")
PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")  # what Telegram carries behind ?start=
AT_ENTERPRISE = (Role.OFFICER, Role.PRINCIPAL, Role.WORKER)
AT_TOWN = (Role.TOWN, Role.DEPARTMENT, Role.EXPERT)
AT_DISTRICT = (Role.DISTRICT, Role.DEPARTMENT, Role.EXPERT)
AT_DEPARTMENT = (Role.DEPARTMENT, Role.EXPERT)
AT_GRID = (Role.GRID,)
AREAS = {places.TOWN: AT_TOWN, places.DEPARTMENT: AT_DEPARTMENT, places.GRID: AT_GRID}


class NotInvited(Exception):  # noqa: N818 - an answer to the operator
    """There is no such place, or the role does not fit it; the text is the sentence to show."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """A fresh invitation. The link is shown once: it cannot be made again from what is kept."""

    number: int
    link: str
    role: Role
    expires_at: datetime


def link(bot_username: str, code: str) -> str:
    """The address that opens the chat with the code. ValueError when Telegram would not carry it."""
    if not PAYLOAD.fullmatch(code):
        raise ValueError("a start payload is 1 to 64 letters, digits, - and _")
    return f"https://t.me/{bot_username.removeprefix('@')}?start={code}"


def make(
    connection: Connection,
    where: str,
    bot_username: str,
    now: datetime,
    *,
    role: Role | None = None,
    listed: Listed | None = None,
    by: int | None = None,
    life: timedelta = LIFE,
) -> Invitation:
    """Invite somebody to an enterprise (by credit code), a town, a department, a grid or the district (by name).

    A supervisor's phone has to be `listed` with the invitation: nobody else could let the first one in.
    """
    place = _place(connection, where, role)
    if place.enterprise is None:
        _list(connection, place, listed)
    code = invitations.new_code()
    number = invitations.invite(connection, code, place, now, by=by, life=life)
    return Invitation(number, link(bot_username, code), place.role, now + life)


def _place(connection: Connection, where: str, role: Role | None) -> Place:
    code = credit_code.normal(where)
    if credit_code.fault(code) is None:
        number = enterprises.by_code(connection, code)
        if number is None:
            raise NotInvited(f"No enterprise has the credit code {code}. Import it first.")
        return Place(_fitting(role, AT_ENTERPRISE), enterprise=number)
    for kind, allowed in AREAS.items():
        area = places.find(connection, kind, where)
        if area is not None:
            return Place(_fitting(role, allowed), area=area)
    if where == places.area_name(connection, None):
        return Place(_fitting(role, AT_DISTRICT))
    raise NotInvited(
        f"{where} is neither a credit code nor the name of a town, department, grid or district that is known."
    )


def _fitting(role: Role | None, allowed: tuple[Role, ...]) -> Role:
    if role is not None and role not in allowed:
        raise NotInvited(f"The role {role} does not fit there: {', '.join(allowed)}.")
    return role or allowed[0]


def _list(connection: Connection, place: Place, listed: Listed | None) -> None:
    if listed is None or not listed.phone:
        raise NotInvited("A supervisor joins with a listed phone: give it with --phone (and --name).")
    enterprises.list_supervisor(connection, place.area, Listed(listed.name, listed.phone, place.role))


def main(
    settings: Settings,
    where: str = "",
    *,
    role: Role | None = None,
    phone: str = "",
    name: str = "",
    revoke: int | None = None,
) -> int:
    """The command `invite`: invite, revoke by number, or (without either) list what waits. Exit code 0 or 1."""
    now = RealClock().now()
    try:
        if revoke is not None:
            ended = with_database(settings, lambda c: invitations.revoke(c, revoke, now))
            typer.echo("Revoked." if ended else f"There is no open invitation {revoke}.")
            return 0 if ended else 1
        if not where:
            return _show(settings, now)
        username = asyncio.run(username_of(settings))
        listed = Listed(name, phone)
        life = timedelta(hours=load_catalogue(settings.content_dir or CONTENT).rules.defaults.inviting.hours)
        made = with_database(
            settings, lambda c: make(c, where, username, now, role=role, listed=listed, life=life)
        )
    except (NotInvited, SettingsError, ContentError) as error:
        typer.echo(str(error), err=True)
        return 1
    typer.echo(
        f"{made.link}\nFor one {made.role}, once, until {local(made.expires_at):%Y-%m-%d %H:%M}. No. {made.number}"
    )
    return 0


async def username_of(settings: Settings) -> str:
    """The bot's user name, as Telegram knows it. SettingsError when it cannot be asked."""
    telegram = Telegram(settings.bot_token(), settings.api_base)
    try:
        return await own_name(telegram)
    except (Unreachable, InDoubt):
        raise SettingsError(
            (f"{settings.api_base} cannot be reached, and the link needs the bot's name.",)
        ) from None
    finally:
        await telegram.close()


async def own_name(telegram: Telegram) -> str:
    """The same, asked by who talks to it anyway. SettingsError, Unreachable, InDoubt."""
    reply = await telegram.call("getMe", {}, 15)
    if not reply.ok:
        raise SettingsError((f"Telegram does not accept the token: {reply.description}.",))
    return str(reply.result["username"])


def _show(settings: Settings, now: datetime) -> int:
    waiting = with_database(settings, lambda c: invited.listed(c, now))
    for one in waiting:
        typer.echo(f"{one.number}  {one.role}  {one.place}  until {local(one.expires_at):%Y-%m-%d %H:%M}")
    if not waiting:
        typer.echo("No invitation waits.")
    return 0


def with_database(settings: Settings, job: Callable[[Connection], T]) -> T:
    """Run a job in a transaction of the settings' database."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    database = Database.open(settings.database)
    database.migrate()
    writer = Writer(database)
    writer.start()
    try:
        return writer.run(job)
    finally:
        writer.stop()
        database.close()
