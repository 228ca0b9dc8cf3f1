"""`make demo`: a stand-in for Telegram, the bot and a chat page, all on this machine, on data that stays."""

import asyncio
import shutil
import signal
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from pydantic import SecretStr
from sqlalchemy import Connection

from bot import log, owed_rounds
from bot.app import App
from bot.demo.photos import taken
from bot.rounds import tick
from bot.sandbox.clock import MovableClock
from bot.sandbox.sandbox import Sandbox
from bot.seed import Seeded, seed
from bot.settings import Settings, SettingsError
from bot.turn import House
from checklists.catalogue import Catalogue
from checklists.load import load_catalogue
from dialogs.texts import Texts
from safety.calendar import calendar_of
from storage.database import Database

TOKEN = "1000001:local-stand-in-only-local-stand-in"  # noqa: S105 - opens nothing but the local stand-in
USERNAME = "anwen_bot"
MARKER = "demo"  # in the data folder: this data may be thrown away by FRESH=1
HOST = "127.0.0.1"
MOST_ROUNDS = 100  # of what was due when a demo is filled


async def serve(settings: Settings, *, fresh: bool) -> None:
    """Run the demo until Ctrl-C. Raises SettingsError when the port or the folder cannot be used."""
    folder = prepare(settings.data_dir, fresh=fresh)
    log.configure(settings.model_copy(update={"log_level": "warning"}))
    clock = MovableClock(folder / "clock.json")
    seeded = await asyncio.to_thread(fill, settings, clock)
    sandbox = Sandbox(
        token=TOKEN,
        clock=clock,
        data_dir=folder / "telegram",
        people=[*seeded.people, *seeded.offstage],
        tips=seeded.tips,
        bot_username=USERNAME,
        sent_before=taken(),
    )
    try:
        address = await sandbox.start(HOST, settings.page_port)
    except OSError as error:
        raise SettingsError(
            (f"Port {settings.page_port} cannot be opened ({error.strerror}): make demo PORT=8090",)
        ) from None
    wake(sandbox, seeded.seated)
    sandbox.ground.know([one["id"] for one in seeded.offstage])
    stop = signalled()  # before the address is read, so that whoever reads it may stop the demo at once
    print(greeting(address), flush=True)  # noqa: T201 - what the command is for
    try:
        await run_bot(settings.model_copy(update={"api_base": address, "token": secret()}), clock, stop)
    finally:
        await sandbox.stop()
    print("\n演示已停止，数据保留。 The demo has stopped; its data stays.", flush=True)  # noqa: T201


def wake(sandbox: Sandbox, seated: Sequence[int]) -> None:
    """Whoever has a seat has pressed start some day: Telegram lets the bot write to them."""
    world = sandbox.ground.world
    for person in seated:
        if world.bot().id not in world.person(person).started:
            sandbox.ground.hands.start(person)


async def run_bot(settings: Settings, clock: MovableClock, stop: asyncio.Event) -> None:
    """The bot itself, exactly as it serves Telegram, on the stand-in's address and clock."""
    app = App(settings, clock)
    clock.on_move.append(lambda _now: app.look_again())
    await app.run(stop)


def signalled() -> asyncio.Event:
    """An event that Ctrl-C and a friendly kill set."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        with suppress(NotImplementedError):
            loop.add_signal_handler(name, stop.set)
    return stop


def secret() -> SecretStr:
    """The stand-in's token as a setting."""
    return SecretStr(TOKEN)


def prepare(folder: Path, *, fresh: bool) -> Path:
    """The data folder. `fresh` empties it, but only when a demo made it."""
    marker = folder / MARKER
    if fresh and marker.exists():
        shutil.rmtree(folder)
    if folder.exists() and not marker.exists() and any(folder.iterdir()):
        raise SettingsError(
            (f"{folder} holds data that is not a demo's: set ANWEN_DATA_DIR to another folder for the demo.",)
        )
    folder.mkdir(parents=True, exist_ok=True)
    marker.touch()
    return folder


def fill(settings: Settings, clock: MovableClock) -> Seeded:
    """The made-up district, with everything told that was due; filling it twice changes nothing."""
    database = Database.open(settings.database)
    database.migrate()
    catalogue = load_catalogue()
    try:
        with database.writing() as connection:
            seeded = seed(connection, catalogue, clock.now(), USERNAME)
            _catch_up(connection, catalogue, clock)
            return seeded
    finally:
        database.close()


def _catch_up(connection: Connection, catalogue: Catalogue, clock: MovableClock) -> None:
    """Post what was due while nobody ran the bot: who joins in the first minute is not told of last week's matters."""
    house = House(catalogue, Texts.load(), clock, int(TOKEN.partition(":")[0]), MARKER)
    calendar, now = calendar_of(catalogue.holidays), clock.now()
    for _ in range(MOST_ROUNDS):
        if not owed_rounds.work_out(connection, house, calendar, now):
            break
    for _ in range(MOST_ROUNDS):
        if not tick(connection, house, calendar, now):
            break


def greeting(address: str) -> str:
    """What the terminal shows: the address and three things to try."""
    return f"""
  安稳 Anwen · {address}

  1  打开网页，点邀请链接，同意、分享名片，发 /check，开始餐饮燃气自查，报警器那一题答“没装”。
     Open the page and the invitation, agree, share the contact card, send /check, choose the gas check: there is no gas alarm.
  2  旁边是镇街监管员的手机：疑似重大隐患马上到。
     The town supervisor's phone stands beside it: the suspected major hazard arrives at once.
  3  时钟拨到“周一 08:30”：监管员收到每周简报，安全员收到合并的待办提醒和演练通知。
     Move the clock to Monday 08:30: supervisors get the weekly digest, the officer one reminder and the drill.

  Ctrl-C 停止，数据保留；make demo FRESH=1 从头开始。  Ctrl-C stops and keeps the data; FRESH=1 starts over.
"""
