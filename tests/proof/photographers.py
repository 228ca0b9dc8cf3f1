"""People who report hazards with albums and send what it looks like afterwards, while files are slow, lost and cut (P11)."""

import asyncio
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from bot.media import Reason
from bot.routers import LETTER_FLOW
from bot.sandbox.telegram.chats import Message
from bot.sandbox.telegram.shapes import Json
from tests.bot.world import World
from tests.cast import Speaker
from tests.proof.shots import Shot

PATIENCE = 120.0
NUMBER = re.compile(r"YH-\d{4}-\d{6}")
WAYS = ("不是，另报", "不写地点", "一般，上报")  # taps that lead through a report
STILL = 6  # looks of 0.05 s that see the same
ROUNDS = 12  # times that something missing is photographed again


@dataclass
class Photographer:
    """One person with a phone. `sent`: what became of each file by its stable name; `numbers`: of their hazards."""

    world: World
    who: Speaker
    shots: Iterator[Shot]
    sent: dict[str, str] = field(default_factory=dict)
    numbers: list[str] = field(default_factory=list)

    async def work(self, hazards: int, before: int) -> None:
        """Report so many hazards with so many photos each, and put each right on the spot."""
        for _ in range(hazards):
            number = await self.report(before)
            self.numbers.append(number)
            await self.put_right(number, before)

    async def report(self, photos: int) -> str:
        """An album with words, then the fewest taps."""
        words = f"{len(self.numbers) + 1}号柜台旁边的灭火器被挡住了"
        self.say("/start")  # a photo on the card of the hazard before would be asked about
        await self.until(lambda: self.has("报隐患"))
        await self.settled()
        await self.send(photos, words)
        await self.until(lambda: f"照片 {photos} 张" in self.sees)
        for _ in range(ROUNDS):
            label = next((way for way in WAYS if self.has(way)), None)
            if label is None:
                break
            await self.tap(label)
        found = NUMBER.search(self.sees)
        assert found, self.sees
        return found[0]

    async def put_right(self, number: str, photos: int) -> None:
        """As many photos as there were, more when some were no good, and on to whoever looks."""
        await self.open(number, "当场已改")
        await self.tap("当场已改")
        await self.send(photos)
        for _ in range(ROUNDS):
            await self.settled()
            if self.has("送去复查"):
                await self.tap("送去复查")
            if "待复查" in self.sees or "已送去复查" in self.sees:
                return
            await self.send(1)
        raise AssertionError(self.sees)

    async def open(self, number: str, wanted: str) -> None:
        """The card of a hazard, found by its number."""
        self.say("/hazards")
        await self.until(lambda: self.sees.startswith("隐患"))
        self.say(number)
        await self.settled()
        for _ in range(ROUNDS):
            if self.has(wanted):
                return
            if self.has("1"):
                await self.tap("1")
            await self.settled()
        raise AssertionError(f"{number}: no {wanted} under {self.sees}")

    # --- hands and eyes ---

    async def send(self, photos: int, words: str = "") -> None:
        """So many of the next files, those that are photos as photos: an album each."""
        chosen = [next(self.shots) for _ in range(photos)]
        plain = [shot for shot in chosen if not shot.as_file]
        if photos == 1 or len(plain) == photos - 1:  # alone, a file that is too big is refused at once
            chosen = [
                next(one for one in self.shots if one.wanted != Reason.TOO_BIG) if shot.as_file else shot
                for shot in chosen
            ]
            plain = [shot for shot in chosen if not shot.as_file]
        for group, how in (
            (plain, self.world.hands.photograph),
            ([one for one in chosen if one.as_file], self.world.hands.send_files),
        ):
            if group:
                self._note(group, how(self.who.id, [shot.upload for shot in group], words))
                words = ""
        await self.settled()

    def _note(self, group: Sequence[Shot], messages: Sequence[Message]) -> None:
        """What was sent under which name; what is lost is taken from the platform now."""
        files = self.world.sandbox.ground.world.files
        for shot, message in zip(group, messages, strict=True):
            body: Json = message.body["photo"][-1] if "photo" in message.body else message.body["document"]
            self.sent[body["file_unique_id"]] = shot.wanted
            if shot.lost:
                files.by_path.pop(files.by_id[body["file_id"]].path)

    @property
    def messages(self) -> list[Message]:
        return self.world.bot_messages(self.who.id)

    @property
    def screen(self) -> Message | None:
        """The live screen: the newest message whose buttons are no letter's; None before the first."""
        shown = (one for one in reversed(self.messages) if one.buttons and not _letter(one))
        return next(shown, None)

    @property
    def sees(self) -> str:
        return text(self.screen) if self.screen else ""

    def has(self, label: str) -> bool:
        return any(label in button["text"] for button in (self.screen.buttons if self.screen else ()))

    def say(self, words: str) -> None:
        self.world.hands.write(self.who.id, words)

    async def tap(self, label: str) -> None:
        """Tap a button of the live screen and wait for what comes of it."""
        screen, before = self.screen, self._state()
        assert screen is not None
        button = next((one for one in screen.buttons if label in one["text"]), None)
        assert button is not None, f"no {label} under {self.sees}"
        self.world.hands.tap(self.who.id, screen.id, data=button["callback_data"])
        await self.until(lambda: self._state() != before)
        await self.settled()

    async def settled(self) -> None:
        """Everything that was sent is handled, and what is said to it has come: nothing changes for a while."""
        await self.until(lambda: self.world.waiting() == 0)
        seen, since = self._state(), 0
        while since < STILL or self.screen is None:
            await asyncio.sleep(0.05)
            now = self._state()
            seen, since = now, since + 1 if now == seen else 0

    def _state(self) -> int:
        return hash(tuple((one.id, text(one)) for one in self.messages[-6:]))

    async def until(self, true: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENCE):
            while not true():  # noqa: ASYNC110 - the stand-in has no event for every condition
                await asyncio.sleep(0.03)


def text(message: Message) -> str:
    return str(message.body.get("text") or message.body.get("caption") or "")


def _letter(message: Message) -> bool:
    return str(message.buttons[0].get("callback_data", "")).startswith(f"{LETTER_FLOW}.")
