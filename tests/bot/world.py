"""The whole program in one process for tests: the stand-in, the bot, and the cast on a database of their own."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from pydantic import SecretStr

from bot.app import App
from bot.sandbox.clock import MovableClock
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.telegram.chats import Callback, Message
from bot.sandbox.telegram.hands import Hands
from bot.sandbox.telegram.limits import NO_FLOOD
from bot.settings import Settings
from checklists.catalogue import Catalogue
from storage import inbox
from storage.database import Database
from tests import cast as casting
from tests.cast import ALICE, BOB, CHARLIE, DONG, NOBODY, START, TANG, WALT, WEI, Cast

TOKEN = "1000001:test-test-test-test-test-test"
EVERYBODY = (ALICE, BOB, CHARLIE, WALT, TANG, WEI, DONG, NOBODY)
PATIENCE = 15.0


@dataclass
class World:
    """What a test holds in its hands."""

    sandbox: Sandbox
    app: App
    cast: Cast

    @property
    def hands(self) -> Hands:
        return self.sandbox.ground.hands

    def bot_messages(self, person: int) -> list[Message]:
        """What the bot has in the chat with a person now."""
        world = self.sandbox.ground.world
        history = world.private_chat(world.bot(), world.person(person))
        return [message for message in history.messages.values() if message.author == self.app.bot_id]

    def sees(self, person: int) -> str:
        """The newest message of the bot as HTML-free text."""
        messages = self.bot_messages(person)
        return str(messages[-1].body.get("text") or messages[-1].body.get("caption")) if messages else ""

    def tap(self, person: int, label: str) -> Callback:
        """Tap the newest button whose label contains `label`."""
        for message in reversed(self.bot_messages(person)):
            for button in message.buttons:
                if label in button["text"]:
                    return self.hands.tap(person, message.id, data=button["callback_data"])
        raise AssertionError(f"no button {label!r} on {self.sees(person)!r}")

    def waiting(self) -> int:
        """Updates that are not handled yet."""
        with self.cast.database.reading() as connection:
            return inbox.waiting(connection, self.app.bot_id)

    async def restart(self, between: Callable[[], object] = lambda: None) -> None:
        """Stop the bot, let something happen, start it again on the same database."""
        await self.app.stop()
        between()
        self.app = App(self.app.settings, self.sandbox.clock)
        await self.app.start()

    async def until(self, true: Callable[[], bool], what: str = "it") -> None:
        """Wait for something to become true."""
        async with asyncio.timeout(PATIENCE):
            while not true():  # noqa: ASYNC110 - the stand-in has no event for every condition
                await asyncio.sleep(0.01)
        assert true(), what


@asynccontextmanager
async def world(
    database: Database, catalogue: Catalogue, folder: Path, **more: object
) -> AsyncIterator[World]:
    """Start everything, stop everything."""
    cast = casting.seat(database, catalogue)
    clock = MovableClock()
    clock.move_to(START)
    people = [{"id": one.id, "name": one.name, "phone": one.phone} for one in EVERYBODY]
    sandbox = Sandbox(token=TOKEN, clock=clock, people=people, limits=NO_FLOOD, seed=1)
    address = await sandbox.start()
    settings = Settings(
        token=SecretStr(TOKEN),
        api_base=address,
        data_dir=folder,
        database_url=database.engine.url.render_as_string(hide_password=False),
        **more,  # type: ignore[arg-type]
    )
    app = App(settings, clock)
    await app.start()
    one = World(sandbox, app, cast)
    try:
        yield one
    finally:
        await one.app.stop()
        await sandbox.stop()
