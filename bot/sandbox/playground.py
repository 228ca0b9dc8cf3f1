"""The stand-in as objects, without HTTP: world, engine, people's hands, groups, clock. In-process tests and load drivers use this."""

import time
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.sandbox.clock import MovableClock
from bot.sandbox.telegram.engine import Engine
from bot.sandbox.telegram.errors import Impossible, bad_request
from bot.sandbox.telegram.hands import Hands
from bot.sandbox.telegram.limits import Limits
from bot.sandbox.telegram.people import BotAccount, Person
from bot.sandbox.telegram.restore import restore
from bot.sandbox.telegram.rooms import Rooms
from bot.sandbox.telegram.shapes import Json
from bot.sandbox.telegram.world import Change, World

ZONE = ZoneInfo("Asia/Shanghai")
FIRST_PERSON = 700_000_001
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Playground:
    """Everything but the wire. `timer` counts floods and late taps; the clock dates messages."""

    def __init__(
        self,
        clock: MovableClock | None = None,
        data_dir: Path | None = None,
        limits: Limits | None = None,
        seed: int | None = None,
        timer: Callable[[], float] = time.monotonic,
    ) -> None:
        self.clock = clock or MovableClock(data_dir / "clock.json" if data_dir else None)
        self.world = World(self.clock, data_dir, seed)
        restore(self.world)
        self.engine = Engine(self.world, limits, timer, seed)
        self.hands = Hands(self.world, timer)
        self.rooms = Rooms(self.world)
        self.tips: Any = None
        self.clock.on_move.append(self._clock_moved)

    def add_bot(self, token: str, username: str = "anwen_bot", first_name: str = "安稳") -> BotAccount:
        """Make a bot known by its token; one that is known already stays as it is."""
        if token not in self.world.bots:
            self.world.save_bot(BotAccount(token, username, first_name))
        return self.world.bots[token]

    def add_person(self, person_id: int | None = None, **facts: str) -> Person:
        """Somebody new, or new facts about somebody who is there."""
        number = max(self.world.people, default=FIRST_PERSON - 1) + 1 if person_id is None else person_id
        if number <= 0:
            raise Impossible("a person's id is a positive number")
        before = self.world.people.get(number)
        record = before.record() if before else {"id": number, "first_name": str(number)}
        person = Person.of(record | facts)
        self.world.save_person(person)
        return person

    def know(self, people: Iterable[int]) -> None:
        """These have pressed start some day, before anything that is remembered here."""
        bot = self.world.bot().id
        for number in people:
            person = self.world.person(number)
            if bot not in person.started:
                person.started.add(bot)
                self.world.save_person(person)

    def move_clock(self, wish: Json) -> Json:
        """Show the clock, or move it: `to` ("monday 08:30", or a time; Shanghai when no zone is given), `advance` seconds, `reset`."""
        if wish.get("reset"):
            self.clock.reset()
        elif target := wish.get("to") or wish.get("now"):
            self.clock.move_to(self._moment(str(target)))
        elif wish.get("advance"):
            self.clock.advance(timedelta(seconds=float(wish["advance"])))
        now = self.clock.now()
        offset = self.clock.offset.total_seconds()
        return {"now": now.isoformat(), "local": now.astimezone(ZONE).isoformat(), "offset_seconds": offset}

    def close(self) -> None:
        """End the journal."""
        self.world.journal.close()

    def _moment(self, target: str) -> datetime:
        day, _, hour = target.lower().partition(" ")
        try:
            if day in DAYS:
                return self._next(DAYS.index(day), hour or "08:30")
            moment = datetime.fromisoformat(target)
        except ValueError as error:
            raise bad_request("the time is not readable") from error
        return moment if moment.tzinfo else moment.replace(tzinfo=ZONE)

    def _next(self, weekday: int, hour: str) -> datetime:
        now = self.clock.now().astimezone(ZONE)
        hours, minutes = hour.split(":")
        moment = now.replace(hour=int(hours), minute=int(minutes), second=0, microsecond=0)
        moment += timedelta(days=(weekday - now.weekday()) % 7)
        return moment if moment > now else moment + timedelta(days=7)

    def _clock_moved(self, now: datetime) -> None:
        self.world.announce(Change("clock", detail={"now": now.isoformat()}))
