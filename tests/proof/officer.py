"""One officer with a phone: joins, does all self-checks that are owed, one thing at a time, and notes what was done and seen."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from random import Random
from typing import Final

from bot.sandbox.telegram.chats import Message
from bot.sandbox.telegram.errors import Impossible
from bot.sandbox.telegram.files import Upload
from bot.sandbox.telegram.hands import Hands
from checklists.schema import Question
from tests.proof.books import Glance
from tests.proof.habits import Habits, Look, Mind, Move, next_move
from tests.proof.judge import Deed, Does, Record, Sight
from tests.proof.view import At, Reader, View

PATIENCE: Final = 90.0  # seconds without any reply after which the reply counts as lost
GLANCE: Final = 0.05  # seconds to look again at a screen that changed under the finger
MISSES: Final = 100  # times in a row that a finger may come too late
IMPATIENT: Final = 2  # of a hundred taps are made twice
USUAL: Final = Habits()
NO_VIEW: Final = View(0, "", (), "", 0)


@dataclass(frozen=True, slots=True)
class World:
    """What officers share: their hands, a look into the database, the forms, the picture they all send."""

    hands: Hands
    glance: Callable[[int, int, int], Glance]
    reader: Reader
    picture: Upload
    last_update: Callable[[], int]


@dataclass(slots=True)
class Officer:
    """One person of one enterprise."""

    world: World
    account: int
    enterprise: int
    code: str
    chance: Random
    habits: Habits = USUAL
    deeds: list[Deed] = field(default_factory=list)
    sights: list[Sight] = field(default_factory=list)
    resent: int = 0  # screens that came although they had been seen
    outdated: int = 0  # of these, screens that came although a newer one had been seen
    view: View = NO_VIEW
    checklist: str = ""
    at_work: bool = False
    question: Question | None = None
    _mind: Mind = field(default_factory=lambda: Mind({}))
    _minds: dict[str, Mind] = field(default_factory=dict)
    _wanders: bool = True
    _overtaken: bool = False
    _covering: View | None = None  # an older screen that has come back over the present one
    _missed: int = 0
    _update: int = 0
    _acknowledged: int = 0
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def record(self) -> Record:
        return Record(self.deeds, self.sights)

    async def join(self) -> bool:
        """Open the invitation."""
        self.at_work = True
        self.world.hands.start(self.account, self.code)
        return await self._await_reply(Move(wanders=True))

    async def go_on(self) -> bool:
        """Do the next thing and wait for the reply. False: nothing is left to do, or no reply came."""
        try:
            going = await self._next()
        except Impossible:  # the button went away in this very moment
            self._missed += 1
            if self._missed > MISSES:
                raise
            await asyncio.sleep(GLANCE)
            return True
        self._missed = 0
        return going

    async def _next(self) -> bool:
        if self._covering is not None:
            return await self._tap_what_is_there(self._covering)
        move = next_move(Look(self.view, self.question, self._mind, self.habits, self.chance))
        if move is None:
            self.at_work = False
            return False
        return await self.do(move)

    async def _tap_what_is_there(self, old: View) -> bool:
        """On an old screen any tap leads back to the present one."""
        self.view = replace(old, number=self.view.number)
        self._news.clear()
        self._wanders, self._overtaken = True, False
        self.world.hands.tap(self.account, old.message, old.data(old.options[0]))
        self._update = self.world.last_update()
        return await self._await_reply(Move())

    async def do(self, move: Move) -> bool:
        """Do one given thing and wait for the reply."""
        self._do(move)
        return await self._await_reply(move)

    def sees(self, message: Message, *, keyboard: bool) -> None:
        """A message of the bot is new or changed on the phone."""
        view = View.of(message.body, keyboard=keyboard)
        if view.is_letter or (view.number == 0 and not keyboard):
            return
        if keyboard and self.view.at is At.CONTACT:
            return  # drawn again after a second tap: it carries no number
        asked_for_card = keyboard and self.view.at is At.CONSENT
        if view.number <= self.view.number and not asked_for_card:
            self.resent += 1
            self.outdated += view.number < self.view.number
            self._covering = view if view.message == self.view.message and view != self.view else None
            return
        self._covering = None
        known = self.world.glance(self.account, self.enterprise, self._update)
        self._look(view, known)
        if known.done:
            self._news.set()
        else:
            self._overtaken = True  # the screen has changed under the finger: what was tapped does not count

    def _look(self, view: View, known: Glance) -> None:
        if known.checklist and known.checklist != self.checklist:
            self._minds[self.checklist] = self._mind
            self.checklist, self._mind = known.checklist, self._minds.get(known.checklist, Mind({}))
        self.view = replace(view, number=max(view.number, self.view.number))
        before = self.question
        self.question = self.world.reader.question(self.checklist, view.text) if view.at is At.ASK else None
        asked = self.question.id if self.question else ""
        wanted = self._wanders or (
            before is not None and self.question is before
        )  # drawn again is not asked again
        after = self._update if known.done else self._acknowledged
        there = known.screen >= view.number
        self.sights.append(Sight(self.account, after, known.checklist, asked, known.committed, there, wanted))

    def _do(self, move: Move) -> None:
        hands, me = self.world.hands, self.account
        self._news.clear()
        self._wanders = move.wanders
        self._overtaken = False
        if move.contact:
            hands.share_contact(me)
        elif move.photo:
            hands.photograph(me, [self.world.picture])
        elif move.text:
            hands.write(me, move.text)
        else:
            hands.tap(me, self.view.message, self.view.data(move.option))
        self._update = self.world.last_update()
        if move.option and self.chance.randrange(100) < IMPATIENT:
            hands.tap(me, self.view.message, self.view.data(move.option))

    async def _await_reply(self, move: Move) -> bool:
        self._update = self._update or self.world.last_update()
        before = self.question
        try:
            await asyncio.wait_for(self._news.wait(), PATIENCE)
        except TimeoutError:
            self.deeds.append(self._deed(move, acknowledged=False))
            self.at_work = False
            return False
        self._acknowledged = self._update
        self.deeds.append(self._deed(self._taken(move, before), acknowledged=True))
        return True

    def _taken(self, move: Move, before: Question | None) -> Move:
        """What came of it: not yet when a second yes is wanted, nothing when the same question stands there again."""
        if self._overtaken and (move.option or move.photo):
            return Move()
        if move.does is Does.SUBMIT and self.view.at is At.ZERO:
            return replace(move, does=Does.NOTHING)
        if move.does is not Does.ANSWER:
            self._tick(move.option)
            return move
        if self.view.at is At.SURE:
            self._mind = replace(self._mind, unsure=move)
            return replace(move, does=Does.NOTHING)
        if self.question is not None and self.question is before:
            self._tick(move.option)
            return replace(move, does=Does.NOTHING)
        self._mind = Mind({**self._mind.answers, move.question: move.value})
        return move

    def _tick(self, option: str) -> None:
        """Remember what is ticked of many; anything else forgets it."""
        ticks = {int(option[1:])} if option[:1] == "t" and option[1:].isdigit() else set()
        self._mind = replace(self._mind, ticked=frozenset(ticks))

    def _deed(self, move: Move, *, acknowledged: bool) -> Deed:
        return Deed(
            self._update, self.account, move.does, self.checklist, move.question, move.value, acknowledged
        )
