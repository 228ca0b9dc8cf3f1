"""What check.py looks at, one function a thing: settings, zone, disk, database, content, photos, Telegram. Prints nothing."""

import asyncio
import io
import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PIL import Image

from bot import keys, tip_key
from bot.darkroom import Darkroom, WorkerDied
from bot.headfiles import FOLDER, HeadFiles
from bot.settings import Settings, SettingsError
from bot.telegram import InDoubt, Reply, Telegram, Unreachable
from checklists.catalogue import Catalogue
from checklists.issues import ContentError
from checklists.load import CONTENT, load_catalogue
from dialogs.talk import Argument, Line
from safety.calendar import calendar_of, today
from storage.readiness import NotReady, look, sqlite_file

ZONE = "Asia/Shanghai"
SECONDS = 10.0
GIGABYTE = 1 << 30
LITTLE, TOO_LITTLE = 2 * GIGABYTE, GIGABYTE // 5
UNAUTHORIZED, NOT_FOUND = 401, 404
NOVEMBER = 11
SHOWN_ISSUES = 5


class Grade(StrEnum):
    """How bad a finding is."""

    OK = "ok"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; a str is a sentence that has no text id (settings)."""

    grade: Grade
    line: Line | str


def ok(what: str, /, **args: Argument) -> Finding:
    return Finding(Grade.OK, Line(f"check-{what}", args))


def warning(what: str, /, **args: Argument) -> Finding:
    return Finding(Grade.WARNING, Line(f"check-{what}", args))


def problem(what: str, /, **args: Argument) -> Finding:
    return Finding(Grade.PROBLEM, Line(f"check-{what}", args))


def names(mistyped: Sequence[str]) -> Iterator[Finding]:
    """Settings that nobody reads."""
    for name in mistyped:
        yield warning("unknown-setting", name=name)


def zone() -> Iterator[Finding]:
    """The time zone of all deadlines."""
    try:
        ZoneInfo.no_cache(ZONE)
    except ZoneInfoNotFoundError:
        yield problem("zone-missing", zone=ZONE)
    else:
        yield ok("zone", zone=ZONE)


def data(folder: Path) -> Iterator[Finding]:
    """Can the data folder be written, and is there room?"""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        yield problem("data-not-writable", folder=str(folder), why=error.strerror or type(error).__name__)
        return
    free = shutil.disk_usage(folder).free
    grade = ok if free >= LITTLE else warning if free >= TOO_LITTLE else problem
    what = "data" if free >= LITTLE else "data-little-room"
    yield grade(what, folder=str(folder.absolute()), free=f"{free / GIGABYTE:.1f}")


def database(settings: Settings) -> Iterator[Finding]:
    """Can the database be reached, is its engine sound, is its schema ours?"""
    try:
        file = sqlite_file(settings.database)
        with warnings.catch_warnings(action="ignore"):  # an old SQLite is told below
            found = look(settings.database)
    except NotReady as reason:
        yield problem("database-away", why=str(reason))
        return
    yield ok("database", engine=found.engine, version=found.version)
    if not found.safe:
        yield warning("sqlite-old", version=found.version)
    if found.new:
        yield ok("database-new", where=str(file or found.engine))
        yield from _makeable(file)
    elif found.missing:
        yield warning("database-behind", count=len(found.missing))


def _makeable(file: Path | None) -> Iterator[Finding]:
    """Could the file be made where it belongs?"""
    folders = [folder for folder in file.parents if folder.exists()] if file and not file.exists() else []
    if folders and not os.access(folders[0], os.W_OK):
        yield problem("data-not-writable", folder=str(folders[0]), why="permission denied")


def content(settings: Settings, now: datetime) -> Iterator[Finding]:
    """Is the content without a fault, and are this year's holidays known?"""
    try:
        catalogue = load_catalogue(settings.content_dir or CONTENT)
    except ContentError as error:
        yield problem("content-faults", count=len(error.issues))
        for issue in error.issues[:SHOWN_ISSUES]:
            yield Finding(Grade.PROBLEM, issue.told(settings.language))
        return
    questions = sum(len(form.questions) for form in catalogue.checklists.values())
    yield ok("content", forms=len(catalogue.checklists), questions=questions)
    yield from holidays(catalogue, now)


def holidays(catalogue: Catalogue, now: datetime) -> Iterator[Finding]:
    """Working days are guessed in a year whose holidays are not known."""
    calendar = calendar_of(catalogue.holidays)
    day = today(now)
    years = [day.year, day.year + 1] if day.month >= NOVEMBER else [day.year]
    for year in years:
        yield ok("holidays", year=year) if calendar.covers(year) else warning("holidays-unknown", year=year)


def photos() -> Iterator[Finding]:
    """Does the child process that redraws photos work on this machine?"""
    picture = io.BytesIO()
    Image.new("RGB", (8, 8)).save(picture, "JPEG")

    async def develop() -> str | None:
        darkroom = Darkroom()
        try:
            return (await darkroom.develop(picture.getvalue())).failed
        finally:
            await darkroom.close()

    try:
        failed = asyncio.run(develop())
    except WorkerDied as error:
        failed = str(error)
    yield problem("photos-fail", why=failed) if failed else ok("photos")


def seals(settings: Settings) -> Iterator[Finding]:
    """Can heads be signed, with which key, and when was the last one?"""
    path = keys.path_of(settings)
    try:
        key = keys.load(path)
    except keys.KeyTrouble as trouble:
        yield problem("key-trouble", why=str(trouble))
        return
    days = HeadFiles(settings.data_dir / FOLDER).days()
    if key is None:
        yield problem("key-lost", file=str(path)) if days else ok("key-none", file=str(path))
        return
    yield ok("key", key=key.public, last=days[-1] if days else "-")


def tips(settings: Settings) -> Iterator[Finding]:
    """Can anonymous tips be locked?"""
    path = tip_key.path_of(settings)
    try:
        vault = tip_key.load(path)
    except keys.KeyTrouble as trouble:
        yield problem("tips-trouble", why=str(trouble))
        return
    yield ok("tips-none" if vault is None else "tips", file=str(path))


def webhook(settings: Settings) -> Iterator[Finding]:
    """How updates will come in."""
    if settings.webhook_url is None:
        yield ok("polling")
        return
    host = urlsplit(settings.webhook_url).hostname or ""
    yield ok("webhook", host=host, listen=f"{settings.webhook_host}:{settings.webhook_port}")


def telegram(settings: Settings) -> Iterator[Finding]:
    """Is there a token, does Telegram answer, and does it agree with how updates should come in?"""
    try:
        token = settings.bot_token()
    except SettingsError as error:
        yield from (Finding(Grade.PROBLEM, sentence) for sentence in error.sentences)
        return
    try:
        me, hook = asyncio.run(_ask(token, settings.api_base))
    except (Unreachable, InDoubt) as error:
        yield problem("api-away", base=settings.api_base, why=str(error))
        return
    if not me.ok:
        unknown_token = me.code in {UNAUTHORIZED, NOT_FOUND}
        yield (
            problem("token-refused")
            if unknown_token
            else problem("api-odd", why=me.description or str(me.code))
        )
        return
    yield ok("bot", name=str(me.result.get("username", "")))
    yield from _hook(settings, hook)


async def _ask(token: str, base: str) -> tuple[Reply, Reply]:
    door = Telegram(token, base)
    try:
        return await door.call("getMe", {}, SECONDS), await door.call("getWebhookInfo", {}, SECONDS)
    finally:
        await door.close()


def _hook(settings: Settings, hook: Reply) -> Iterator[Finding]:
    known = hook.result if hook.ok and isinstance(hook.result, dict) else {}
    url, trouble = str(known.get("url") or ""), str(known.get("last_error_message") or "")
    if settings.webhook_url is None and url:
        yield warning("webhook-in-the-way", host=urlsplit(url).hostname or url)
    elif settings.webhook_url and url and url != settings.webhook_url:
        yield warning("webhook-elsewhere", host=urlsplit(url).hostname or url)
    if settings.webhook_url and trouble:
        yield warning("webhook-trouble", why=trouble)
