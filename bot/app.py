"""The composition root: puts the parts together by hand, starts and stops them in order. Nothing else decides wiring."""

import asyncio
import gc
import os
import secrets
import signal
from collections.abc import Awaitable, Coroutine, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import structlog
from aiohttp import web
from sqlalchemy import Connection

from bot import digest_rounds, gate, metrics, tip_key
from bot.clock import Clock, RealClock
from bot.commands import for_chat, publish
from bot.exports.rounds import ExportRounds
from bot.imports.rounds import ImportRounds
from bot.intake import Poller, TokenRefused, webhook
from bot.invitations.rounds import SheetRounds
from bot.keys import KeyTrouble
from bot.media import PhotoDesk
from bot.own_lists.rounds import OwnListRounds
from bot.pace import Pace
from bot.paper import closed_line
from bot.papers.rounds import PaperRounds
from bot.photos import PhotoRounds
from bot.releasing import Follower, Served, agree
from bot.rounds import Rounds, take_over
from bot.routers import KINDS
from bot.sealing import SealRounds
from bot.sender import Sender
from bot.settings import Settings, SettingsError
from bot.spot_cards import SpotCards
from bot.telegram import Telegram
from bot.tempo import Tempo
from bot.tip_photos import TipPhotos
from bot.turn import House
from bot.turns import Turns, Writers, receiver
from bot.visit_papers import VisitPapers
from checklists.bundle import Bundle
from checklists.catalogue import Catalogue
from checklists.load import CONTENT
from checklists.words import Language
from dialogs.render import Texts
from dialogs.talk import Line
from safety.calendar import calendar_of
from storage import imports, outbox, processes
from storage.database import Database
from storage.people import Reader
from storage.tips.vault import Vault

log = structlog.get_logger(__name__)

STOP_SECONDS = 5.0
MANY = 50_000  # garbage collector: look less often, and never again at what lives since the start


class App:
    """One process of the bot."""

    def __init__(self, settings: Settings, clock: Clock | None = None) -> None:
        self.settings = settings
        self.clock = clock or RealClock()
        self.tempo = Tempo()
        self.name = f"{os.uname().nodename[:20]}-{os.getpid()}-{secrets.token_hex(3)}"
        self.database = Database.open(settings.database)
        self.alone = self.database.engine.dialect.name == "sqlite"
        self.folder = settings.content_dir or CONTENT
        self.bundle = Bundle.read(self.folder)
        self.catalogue = self.bundle.catalogue()
        self.texts = Texts.load(minimal=settings.minimal_mode)
        self.vault = locked_with(settings)
        self.telegram = Telegram(settings.bot_token(), settings.api_base)
        self.writers = Writers(self.database, self._house, 1 if self.alone else settings.workers)
        self.follower = Follower(self.writers, self.folder, self.name, self.clock.now, self._adopt)
        self.sender = Sender(
            self.telegram,
            self.writers.submit,
            self.clock,
            self.name,
            Pace(settings.broadcast_rate, asyncio.get_event_loop().time),
            settings.data_dir / "media",
            closed_line(self.texts.say(Line("screen-closed"), Language.ZH)),
            self.vault,
            lambda connection, letter, now: gate.may_leave(connection, self._house(), letter, now),
        )
        self.photo_desk = PhotoDesk(settings.data_dir, self.telegram.file)
        self.photos = PhotoRounds(self.writers, self._house(), self.photo_desk, self.sender.wake)
        self.tip_photos = TipPhotos(self.writers, self._house(), self.photo_desk, self.sender.wake)
        self.papers = PaperRounds(self.writers, self._house(), self.photo_desk.shelf, self.sender.wake)
        self.visit_papers = VisitPapers(self.writers, self._house(), self.photo_desk.shelf, self.sender.wake)
        self.exports = ExportRounds(
            self.writers, self.database, self._house(), self.photo_desk.shelf, self.sender.wake
        )
        self.sheets = SheetRounds(
            self.writers,
            self.database,
            self._house(),
            self.photo_desk.shelf,
            self.sender.wake,
            self.telegram,
        )
        self.spot_cards = SpotCards(
            self.writers, self._house(), self.photo_desk.shelf, self.sender.wake, self.telegram
        )
        self.own_lists = OwnListRounds(
            self.writers,
            self._house(),
            self.photo_desk.shelf,
            self.telegram.file,
            self.sender.wake,
        )
        self.imports = ImportRounds(
            self.writers,
            self.database,
            self._house(),
            self.photo_desk.shelf,
            self.telegram.file,
            self.sender.wake,
        )
        self.turns = Turns(self.writers, self.sender, settings.turn_timeout, self._wake_photos)
        self.seals = SealRounds(
            self.writers,
            self.database,
            settings,
            self.clock,
            self.texts,
            lambda: calendar_of(self.catalogue.holidays),
            self.sender.wake,
        )
        self.rounds = Rounds(
            self.writers,
            self._house(),
            calendar_of(self.catalogue.holidays),
            self.sender.wake,
            self._photo_rounds,
            self._print,
            self._what_is_asked_for,
            seal=self.seals.round,
            alone=self.alone,
            follow=self.follower.follow,
            served=lambda: self.follower.number,
            tidy=self._tidy,
            welcome=self._welcome,
        )
        self._tasks: list[asyncio.Task[Any]] = []
        self._turning: list[asyncio.Task[Any]] = []
        self._sites: list[web.AppRunner] = []

    @property
    def bot_id(self) -> int:
        """The bot's own user id."""
        return self.telegram.id

    def _house(self) -> House:
        return House(
            self.catalogue,
            self.texts,
            self.clock,
            self.telegram.id,
            self.name,
            self.vault,
            tempo=self.tempo,
        )

    def _wake_photos(self) -> None:
        self.photos.wake()
        self.tip_photos.wake()

    async def _photo_rounds(self) -> None:
        self._wake_photos()

    async def _print(self) -> None:
        """Papers of commitments, reports of inspections."""
        await self.papers.round()
        await self.visit_papers.round()

    async def _what_is_asked_for(self) -> None:
        """Files that somebody waits for."""
        await self.exports.round()
        await self.sheets.round()
        await self.spot_cards.round()
        await self.imports.round()
        await self.own_lists.round()

    def _adopt(self, catalogue: Catalogue) -> None:
        """Serve other content: for the rounds from their next job on; the database threads have it already."""
        self.catalogue = catalogue
        self.rounds.adopt(self._house(), calendar_of(catalogue.holidays))
        self.photos.adopt(self._house())
        self.tip_photos.adopt(self._house())
        self.papers.adopt(self._house())
        self.visit_papers.adopt(self._house())
        self.exports.adopt(self._house())
        self.sheets.adopt(self._house())
        self.spot_cards.adopt(self._house())
        self.imports.adopt(self._house())
        self.own_lists.adopt(self._house())

    async def start(self) -> None:
        """Migrate, take over what a crash left, then open the doors."""
        await asyncio.to_thread(self.database.migrate)
        self.writers.start()
        served, supervisors = await self.writers.run(self._wake_up, "start")
        await self.follower.begin(served)
        self._go(self.sender.deliver(), self.sender.keep_books(), self.turns.watch())
        self._turning = self._go(*self.turns.loops())
        self.rounds.start()
        await self._open_doors()
        self._go(publish(self.telegram, self.texts))
        self._welcome(supervisors)
        gc.collect()
        gc.freeze()
        gc.set_threshold(MANY, 20, 100)
        log.info("the bot is running", database=self.database.engine.dialect.name, name=self.name)

    def _wake_up(self, connection: Connection) -> tuple[Served, list[Reader]]:
        now = self.clock.now()
        served = agree(connection, self.bundle, self.catalogue, now)
        processes.beat(connection, self.name, now)
        take_over(connection, self.name, now, alone=self.alone)
        if self.alone:
            imports.release(connection, now)
        return served, digest_rounds.plan(connection, now, calendar_of(served.catalogue.holidays))

    def _welcome(self, supervisors: Sequence[Reader]) -> None:
        """Give new supervisors their own command menu."""
        for reader in supervisors:
            self._go(for_chat(self.telegram, self.texts, reader.chat, reader.language))

    def _tidy(self, now: datetime) -> None:
        """Half files of a crash go, and the database learns how large its tables have become."""
        self.photo_desk.shelf.tidy(now)
        self.imports.tidy()
        self.database.tune()

    def _go_home(self, connection: Connection) -> None:
        """What is still in hand waits for the next start."""
        outbox.take_over(connection, [self.name], self.clock.now())
        processes.stop(connection, self.name)

    async def _open_doors(self) -> None:
        receive = receiver(self.writers, self.telegram.id, self.clock.now, self.turns.wake, self.tempo)
        if self.settings.metrics_port is not None:
            await self._serve(metrics.application(self), "127.0.0.1", self.settings.metrics_port)
        if self.settings.webhook_url is None or self.settings.webhook_secret is None:
            self.poller = self._go(Poller(self.telegram, receive).run())
            return
        secret = self.settings.webhook_secret.get_secret_value()
        path = urlsplit(self.settings.webhook_url).path or "/"
        application = webhook(path, secret, receive)
        await self._serve(application, self.settings.webhook_host, self.settings.webhook_port)
        await self._announce_webhook(secret)

    async def _announce_webhook(self, secret: str) -> None:
        body = {"url": self.settings.webhook_url, "secret_token": secret, "allowed_updates": KINDS}
        reply = await self.telegram.call("setWebhook", body)
        if not reply.ok:
            raise SettingsError((f"Telegram refused the webhook address: {reply.description}.",))

    async def _serve(self, application: web.Application, host: str, port: int) -> None:
        runner = web.AppRunner(application, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, host, port).start()
        self._sites.append(runner)

    def _go(self, *works: Coroutine[Any, Any, Any] | Awaitable[Any]) -> list[asyncio.Task[Any]]:
        tasks = [asyncio.ensure_future(work) for work in works]
        self._tasks.extend(tasks)
        return tasks

    def reread(self) -> None:
        """SIGHUP: content may have changed on disk."""
        self._go(self.follower.release_own())

    def look_again(self) -> None:
        """The clock was moved: see at once what is due."""
        self._go(self.rounds.beat(), self.rounds.work_out(), self.rounds.what_is_due())
        self.turns.wake()

    async def run(self, stop: asyncio.Event) -> None:
        """Run until `stop`, or until a part that must not end has ended."""
        await self.start()
        ending = asyncio.create_task(stop.wait())
        try:
            await asyncio.wait([ending, *self.poller_tasks()], return_when=asyncio.FIRST_COMPLETED)
        finally:
            ending.cancel()
            await self.stop()
        for task in self.poller_tasks():
            if task.done() and not task.cancelled() and isinstance(task.exception(), TokenRefused):
                raise SettingsError(("Telegram does not know this token: check ANWEN_TOKEN.",))

    def poller_tasks(self) -> list[asyncio.Task[Any]]:
        """The long poll, when there is one."""
        return getattr(self, "poller", [])

    async def stop(self) -> None:
        """Close the doors, finish what is in hand, write it down. What waits stays in the inbox for the next start."""
        for task in self.poller_tasks():
            task.cancel()
        for site in self._sites:
            await site.cleanup()
        self.rounds.stop()
        self.turns.stop()
        await asyncio.wait(self._turning, timeout=STOP_SECONDS)
        await self.tip_photos.stop()
        await self.photos.stop()
        await self.papers.stop()
        await self.visit_papers.stop()
        await self.exports.stop()
        await self.sheets.stop()
        await self.spot_cards.stop()
        await self.imports.stop()
        await self.own_lists.stop()
        await self.sender.stop(STOP_SECONDS)
        await self.writers.run(self._go_home, "stop")
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.to_thread(self.writers.stop)
        await self.telegram.close()
        self.database.close()
        log.info("the bot has stopped")


def locked_with(settings: Settings) -> Vault:
    """The vault of anonymous tips. SettingsError when its key cannot be used: nothing must be taken that names its reporter."""
    try:
        return tip_key.load_or_make(tip_key.path_of(settings))
    except KeyTrouble as trouble:
        raise SettingsError((f"The key of anonymous tips cannot be used: {trouble}.",)) from None


async def serve(settings: Settings, clock: Clock | None = None) -> None:
    """Run the bot until SIGTERM or Ctrl-C."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    app = App(settings, clock)
    handlers = {signal.SIGTERM: stop.set, signal.SIGINT: stop.set, signal.SIGHUP: app.reread}
    for name, handler in handlers.items():
        with suppress(NotImplementedError):
            loop.add_signal_handler(name, handler)
    await app.run(stop)
