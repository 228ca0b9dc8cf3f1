"""Everything a run needs in one folder: the stand-in with its repeating queue, a seeded database, the bot's process."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any, Final

from bot.sandbox.sandbox import Sandbox
from bot.sandbox.telegram.engine import Reply
from bot.sandbox.telegram.files import Upload
from bot.sandbox.telegram.limits import NO_FLOOD
from bot.sandbox.telegram.pictures import generated
from bot.sandbox.telegram.world import Change
from checklists.catalogue import Catalogue
from checklists.load import load_catalogue
from safety.enterprises import Colour
from safety.people import Role
from storage import duties, enterprises, invitations
from storage.database import Database
from storage.enterprises import Entry, Listed
from storage.invitations import Place
from tests.proof.books import glance
from tests.proof.habits import Habits
from tests.proof.officer import Officer, World
from tests.proof.process import Bot, Nursery, cold
from tests.proof.redelivery import RepeatingQueue
from tests.proof.view import Reader

TOKEN: Final = "4242:proof"
FIRST_ACCOUNT: Final = 700_000_001
KITCHEN: Final = {"catering": True, "nine_small": True, "gas_pipe": True}
WORKSHOP: Final = {
    "industrial_trade": True,
    "staff": 320,
    "labour_intensive": True,
    "has_contractors": True,
    "has_special_ops": True,
    "has_special_equipment": True,
    "has_dangerous_work": True,
}


@dataclass(frozen=True, slots=True)
class Seeded:
    """An enterprise with the officer who will join it."""

    account: int
    enterprise: int
    phone: str
    code: str


@dataclass(slots=True)
class Stage:
    """The scene of a run."""

    folder: Path
    sandbox: Sandbox
    queue: RepeatingQueue
    catalogue: Catalogue
    seeded: list[Seeded]
    nursery: Nursery
    chance: Random
    address: str = ""
    bot: Bot | None = None
    starts: int = 0
    officers: dict[int, Officer] = field(default_factory=dict)
    unchanged: int = 0  # edits that said what stood there already: replies sent twice

    @property
    def database(self) -> Path:
        return self.folder / "anwen.db"

    @property
    def owners(self) -> Mapping[int, int]:
        """Whose each enterprise is."""
        return {one.enterprise: one.account for one in self.seeded}

    def start(self, failpoints: str = "", *, from_nothing: bool = False) -> Bot:
        """Start the bot; `failpoints` says where it is to die."""
        environment = {
            "ANWEN_TOKEN": TOKEN,
            "ANWEN_API_BASE": self.address,
            "ANWEN_DATA_DIR": str(self.folder),
            "ANWEN_LOG_LEVEL": "warning",
            "ANWEN_FAILPOINTS": failpoints,
        }
        self.starts += 1
        if self.bot is not None:
            self.bot.kill()  # two must never run, even when the first one hangs
        born = cold if from_nothing else self.nursery.bear
        self.bot = born(environment, self.folder / "bot.log")
        return self.bot

    async def kill(self) -> None:
        """SIGKILL, and wait until it is gone."""
        if self.bot is not None:
            self.bot.kill()
            await self.bot.gone.wait()

    def officer(self, number: int, habits: Habits | None = None) -> Officer:
        """The officer of an enterprise, phone in hand."""
        one = self.seeded[number]
        self.sandbox.ground.add_person(
            one.account, first_name=f"P{number}", phone=one.phone, language_code="zh-hans"
        )
        officer = Officer(
            self._world(),
            one.account,
            one.enterprise,
            one.code,
            Random(self.chance.random()),
            habits or Habits(),
        )
        self.officers[one.account] = officer
        return officer

    def _world(self) -> World:
        ground = self.sandbox.ground
        return World(
            ground.hands,
            lambda account, enterprise, update: glance(self.database, account, enterprise, update),
            Reader(self.catalogue),
            Upload(PICTURE, "photo.jpg", "image/jpeg"),
            lambda: self.queue.next_id - 1,
        )

    def called(self, method: str, _chat: int | None, _args: Mapping[str, Any], reply: Reply) -> None:
        """Count the replies that were there already."""
        self.unchanged += method.lower() == "editmessagetext" and "not modified" in reply.description

    def changed(self, change: Change) -> None:
        """Hand what the bot shows to the person who sees it."""
        history = change.history
        if history is None or change.kind not in {"message", "edited"} or not history.private:
            return
        message, officer = history.messages[change.message_id], self.officers.get(history.id)
        if officer is not None and message.author == self.sandbox.bot.id:
            officer.sees(message, keyboard=message.fixed)


PICTURE: Final = generated(640, 480, seed=1)


@asynccontextmanager
async def stage(
    folder: Path, nursery: Nursery, *, people: int, seed: int, workshop: bool = False
) -> AsyncIterator[Stage]:
    """Set the scene; whatever still runs at the end is killed."""
    chance = Random(seed)
    catalogue = load_catalogue()
    seeded = await asyncio.to_thread(fill, folder, people, catalogue, chance, workshop=workshop)
    sandbox = Sandbox(token=TOKEN, data_dir=folder / "telegram", limits=NO_FLOOD, seed=seed)
    sandbox.bot.queue = queue = RepeatingQueue(chance)
    scene = Stage(folder, sandbox, queue, catalogue, seeded, nursery, chance)
    sandbox.ground.world.on_change.append(scene.changed)
    sandbox.ground.engine.on_call.append(scene.called)
    scene.address = await sandbox.start()
    try:
        yield scene
    finally:
        await scene.kill()
        await sandbox.stop()


def fill(folder: Path, people: int, catalogue: Catalogue, chance: Random, *, workshop: bool) -> list[Seeded]:
    """Enterprises, each with an officer on its list and an invitation for them."""
    now = datetime.now(UTC)
    colour, facts = (Colour.YELLOW, WORKSHOP) if workshop else (Colour.WHITE, KITCHEN)
    entries = [
        Entry(
            f"91310000{number:010d}",
            f"企业{number}",
            colour,
            "东镇",
            facts=facts,
            contacts=[Listed("王", phone(number))],
        )
        for number in range(people)
    ]
    database = Database.open(f"sqlite:///{folder / 'anwen.db'}")
    database.migrate()
    with database.writing() as connection:
        enterprises.name_district(connection, "示范区")
        enterprises.save(connection, entries, now, "proof")
        duties.refresh(connection, catalogue, now)
        seeded = []
        for number, entry in enumerate(entries):
            enterprise = enterprises.by_code(connection, entry.credit_code) or 0
            code = f"{chance.getrandbits(96):024x}"
            invitations.invite(connection, code, Place(Role.OFFICER, enterprise), now)
            seeded.append(Seeded(FIRST_ACCOUNT + number, enterprise, phone(number), code))
    database.close()
    return seeded


def phone(number: int) -> str:
    return f"139{number:08d}"
