"""Letters leave here: replies at once and in each chat's order, the rest paced, best first. Nothing is decided twice.

A letter is `sending` in the database before its call. What became of it is written down in the next commit; until
then a crash leaves it in doubt, and the next start sends it again (storage/outbox.py says how often).
"""

import asyncio
from collections import Counter, deque
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import structlog
from sqlalchemy import Connection

from bot import discreet
from bot.clock import Clock
from bot.enclosed import Enclosed
from bot.failpoints import reach
from bot.outcome import Outcome, Verdict, judge
from bot.pace import Pace, Slot
from bot.shelf import lying
from bot.telegram import InDoubt, Reply, Telegram, Unreachable
from safety.reachability import family
from storage import kept, outbox, reachability
from storage.outbox import DOUBTS, PACED, Kind, Mark, Posted
from storage.tips.vault import Vault

log = structlog.get_logger(__name__)

BACKOFF = (0.5, 1.0, 2.0, 4.0, 8.0)
CUTS = 2  # connections that were cut count as one doubt: seldom has the call taken effect then
POSTPONE = timedelta(minutes=1)
KNOWN_SCREENS = 50_000
ENCLOSED = "warning-file"  # letters whose file goes to many
NEW_FORM = {"editMessageText": "sendMessage", "editMessageCaption": "sendPhoto"}
Gate = Callable[[Connection, Posted, datetime], bool]
ALWAYS: Gate = lambda _connection, _letter, _now: True  # noqa: E731 - the gate that stands open
Submit = Callable[[Callable[[Connection], Any], str], "Future[Any]"]


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a tap: stops its spinner, with a toast when there is something to say."""

    callback: str
    toast: str | None = None


@dataclass(slots=True)
class Counts:
    """What has happened to letters since the start, for the metrics."""

    sent: int = 0
    failed: int = 0
    kept: int = 0
    merged: int = 0
    limited: int = 0
    doubted: int = 0
    families: Counter[tuple[str, str]] = field(
        default_factory=Counter
    )  # of what has a key, by what became of it

    def count(self, letter: Posted, state: str) -> None:
        """One letter more of its family."""
        if letter.key is not None:
            self.families[family(letter.key), state] += 1


class Sender:
    """Sends the letters of one process."""

    def __init__(
        self,
        telegram: Telegram,
        submit: Submit,
        clock: Clock,
        name: str,
        pace: Pace,
        media: Path,
        closed_line: str,
        vault: Vault | None = None,
        gate: Gate = ALWAYS,
    ) -> None:
        self._telegram = telegram
        self._submit = submit
        self._clock = clock
        self._name = name
        self._pace = pace
        self._media = media
        self._enclosed = Enclosed(telegram)
        self._closed_line = closed_line
        self._vault = vault
        self._gate = gate
        self._queues: dict[int, deque[Posted]] = {}
        self._busy: dict[int, asyncio.Task[None]] = {}
        self._answers: set[asyncio.Task[None]] = set()
        self._messages: dict[int, int] = {}
        self._slots: dict[int, Slot] = {}
        self._marks: list[Mark] = []
        self._marked = asyncio.Event()
        self._wake = asyncio.Event()
        self._handed_over = asyncio.Event()  # set while no letter is being claimed
        self._handed_over.set()
        self._books = asyncio.Lock()
        self._stopping = False
        self.counts = Counts()

    # --- what the turn hands over -----------------------------------------------------------------------------

    def reply(self, letters: Sequence[Posted], answer: Answer | None) -> None:
        """Send what a committed turn has posted. Called from the event loop."""
        for letter in letters:
            self._enqueue(letter)
        if answer is not None:
            task = asyncio.create_task(self._answer(answer))
            self._answers.add(task)
            task.add_done_callback(self._answers.discard)

    def wake(self) -> None:
        """There may be letters that wait in the database."""
        self._wake.set()

    # --- loops ------------------------------------------------------------------------------------------------

    async def deliver(self) -> None:
        """Take waiting letters one by one at an even pace, for ever."""
        while not self._stopping:
            self._wake.clear()
            try:
                sent = await self._deliver_one()
            except Exception:
                log.exception("letters could not be taken")
                sent = False
                await asyncio.sleep(1)
            if not sent:
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._wake.wait(), 1.0)

    async def _deliver_one(self) -> bool:
        now = self._clock.now()
        self._handed_over.clear()
        try:
            claimed, free = await self._run(lambda c: self._take(c, now), "claim")
            for letter in free:
                if letter.kind in PACED:
                    self._slots[letter.id] = await self._pace.wait()
                self._enqueue(letter)
        finally:
            self._handed_over.set()
        return bool(claimed)

    def _take(self, connection: Connection, now: datetime) -> tuple[int, list[Posted]]:
        """Take the next letter, and let it go when it may leave now; how many were taken."""
        claimed = outbox.claim(connection, self._name, now, 1)
        return len(claimed), [letter for letter in claimed if self._gate(connection, letter, now)]

    async def keep_books(self) -> None:
        """Write down what became of letters, everything that has gathered in one go, for ever."""
        while True:
            await self._marked.wait()
            await self._flush()

    async def _flush(self) -> None:
        async with self._books:  # whoever stops waits for what is just being written down
            self._marked.clear()
            marks, self._marks = self._marks, []
            if marks:
                await self._write(marks)

    async def _write(self, marks: list[Mark]) -> None:
        try:
            await self._run(lambda c: write_down(c, marks), "sent")
        except Exception:
            log.exception("letters could not be marked", count=len(marks))
            self._marks = marks + self._marks
            await asyncio.sleep(0.5)
            self._marked.set()

    async def stop(self, seconds: float) -> None:
        """Send what is in hand, for at most so long, and write everything down.

        A letter that is just being claimed is in hand too: left alone it would go while the next start sends it again.
        """
        self._stopping = True
        self.wake()
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._handed_over.wait()
                while tasks := [*self._busy.values(), *self._answers]:
                    await asyncio.wait(tasks)
        for task in [*self._busy.values(), *self._answers]:
            task.cancel()
        await self._flush()

    # --- one chat ---------------------------------------------------------------------------------------------

    def _enqueue(self, letter: Posted) -> None:
        queue = self._queues.get(letter.chat)
        if queue is None:
            queue = self._queues[letter.chat] = deque()
        queue.append(letter)
        if letter.chat not in self._busy:
            self._busy[letter.chat] = asyncio.create_task(self._drain(letter.chat, queue))

    async def _drain(self, chat: int, queue: deque[Posted]) -> None:
        """Send a chat's letters in order; an edit that a later one replaces is left out."""
        try:
            while queue:
                letter = queue.popleft()
                if self._overtaken(letter, queue):
                    self.counts.merged += 1
                    self._mark(_left(letter, "merged", at=self._clock.now()))
                    continue
                opened = self._opened(letter)
                if opened is None:
                    self._fail(letter, "it cannot be opened")
                else:
                    await self._send(opened)
        except Exception:
            log.exception("a letter broke its chat's queue", chat=chat)
        finally:
            self._queues.pop(chat, None)
            self._busy.pop(chat, None)

    @staticmethod
    def _overtaken(letter: Posted, queue: deque[Posted]) -> bool:
        return letter.kind is Kind.EDIT and any(
            later.kind is Kind.EDIT and later.target == letter.target for later in queue
        )

    async def _send(self, letter: Posted) -> None:
        """Try until there is a verdict; after a while give the letter back to the database for later."""
        doubts, cuts = letter.doubts, 0
        for wait in (*BACKOFF, None):
            try:
                outcome = await self._attempt(letter)
            except Unreachable as error:
                outcome = Outcome(Verdict.AGAIN, error=str(error))
            except InDoubt as error:
                outcome = Outcome(Verdict.AGAIN, error=str(error))
                cuts += error.cut
                doubts += not error.cut or cuts % CUTS == 0
                self.counts.doubted += 1
                if letter.kind in PACED and doubts >= DOUBTS:
                    return self._fail(letter, "in doubt")
            if outcome.verdict is Verdict.ANEW:
                letter = replace(letter, kind=Kind.PROMPT, method=NEW_FORM[letter.method])
            elif outcome.verdict is Verdict.CLOSE:
                letter = self._closing(letter)
            elif outcome.verdict is Verdict.MOVED and outcome.chat is not None:
                letter = replace(letter, chat=outcome.chat)
            elif outcome.verdict is not Verdict.AGAIN:
                return self._settle(letter, outcome)
            elif wait is None:
                break
            else:
                await asyncio.sleep(wait)
        self._postpone(letter, doubts)
        return None

    def _opened(self, letter: Posted) -> Posted | None:
        """The letter as it is sent; None when it was locked with a key that we do not have."""
        if not letter.sealed:
            return letter
        body = self._vault.open_text(letter.body, discreet.LETTER) if self._vault else None
        return None if body is None else replace(letter, body=body)

    async def _attempt(self, letter: Posted) -> Outcome:
        """One call, and as many more as a 429 asks for."""
        while True:
            slot = await self._slot(letter)
            reach("send.before_call")
            try:
                outcome = judge(letter.kind, await self._call(letter))
            finally:
                if slot is not None:
                    self._pace.answered(slot)
            reach("send.after_call")
            if outcome.verdict is not Verdict.LATER:
                return outcome
            self.counts.limited += 1
            self._pace.hold(outcome.wait)
            await asyncio.sleep(outcome.wait + 0.05)

    async def _slot(self, letter: Posted) -> Slot | None:
        """Its place in what leaves in a second: best first: screens, then what is paced; edits need none."""
        granted = self._slots.pop(letter.id, None)
        if granted is not None or letter.kind in PACED:
            return granted or await self._pace.wait()
        return await self._pace.hurry() if letter.method.startswith("send") else None

    def _call(self, letter: Posted) -> Awaitable[Reply]:
        message = self._message(letter)
        if letter.kind in (Kind.EDIT, Kind.DELETE) and message is None:
            return lost_screen(letter)
        head = f'{{"chat_id":{letter.chat}'
        if message is not None and letter.kind in (Kind.EDIT, Kind.DELETE):
            head += f',"message_id":{message}'
        tail = letter.body[1:]
        body = f"{head}{'}' if tail == '}' else ',' + tail}"
        if letter.media:
            return self._upload(letter, body)
        return self._telegram.call_raw(letter.method, body.encode())

    async def _upload(self, letter: Posted, body: str) -> Reply:
        path, name = lying(self._media, str(letter.media))

        async def upload() -> Reply:
            content = await asyncio.to_thread(path.read_bytes)
            return await self._telegram.upload(letter.method, body, content, name)

        if family(letter.key or "") == ENCLOSED:
            return await self._enclosed.send(letter.method, body, str(letter.media), upload)
        return await upload()

    def _message(self, letter: Posted) -> int | None:
        if letter.target is None:
            return None
        return self._messages.get(letter.target, letter.target_message)

    def _closing(self, letter: Posted) -> Posted:
        return replace(letter, kind=Kind.EDIT, method="editMessageText", body=self._closed_line)

    # --- verdicts ---------------------------------------------------------------------------------------------

    def _settle(self, letter: Posted, outcome: Outcome) -> None:
        now = self._clock.now()
        if outcome.verdict is Verdict.SENT:
            self.counts.sent += 1
            self.counts.count(letter, "sent")
            screen = letter.target if letter.kind is Kind.PROMPT and letter.target else letter.id
            if outcome.message is not None and letter.kind is not Kind.EDIT:
                self._know(screen, outcome.message)
            moved = letter.target if letter.kind is Kind.PROMPT else None
            self._mark(_left(letter, "sent", message=outcome.message, target=moved, at=now))
        elif outcome.verdict is Verdict.UNREACHABLE:
            self._unreached(letter, outcome.error, now)
            self._set_aside(letter.chat, now)
        else:
            self._fail(letter, outcome.error or "refused")

    def _set_aside(self, chat: int, now: datetime) -> None:
        """Who cannot be reached is not tried again and again: the letters behind this one wait."""
        queue = self._queues.get(chat, deque())
        for letter in [one for one in queue if _waits(one)]:
            queue.remove(letter)
            self._unreached(letter, "out of reach", now)

    def _unreached(self, letter: Posted, error: str | None, now: datetime) -> None:
        waits = _waits(letter)
        self.counts.kept += waits
        self.counts.failed += not waits
        self.counts.count(letter, "kept" if waits else "failed")
        self._mark(
            _left(letter, kept.KEPT if waits else "failed", error=error, unreachable=letter.chat, at=now)
        )

    def _fail(self, letter: Posted, error: str) -> None:
        self.counts.failed += 1
        self.counts.count(letter, "failed")
        log.warning("letter failed", letter=letter.id, method=letter.method, error=error)
        self._mark(_left(letter, "failed", error=error, at=self._clock.now()))

    def _postpone(self, letter: Posted, doubts: int) -> None:
        """The database keeps it for a minute; the chat's later letters go on."""
        again = self._clock.now() + POSTPONE
        doubt = doubts > letter.doubts
        self._mark(Mark(letter.id, "waiting", error="postponed", again_at=again, doubt=doubt))

    def _know(self, screen: int, message: int) -> None:
        if len(self._messages) > KNOWN_SCREENS:
            self._messages.clear()
        self._messages[screen] = message

    def _mark(self, mark: Mark) -> None:
        self._marks.append(mark)
        self._marked.set()

    async def _answer(self, answer: Answer) -> None:
        """Stop the spinner; a query that is too old leaves nothing to do."""
        body: dict[str, Any] = {"callback_query_id": answer.callback}
        if answer.toast:
            body["text"] = answer.toast[:200]
        for wait in (0.3, 1.0, 3.0):
            with suppress(Unreachable, InDoubt):
                reply = await self._telegram.call("answerCallbackQuery", body)
                if reply.ok or reply.code == 400:  # noqa: PLR2004 - too old or answered: nothing is left to do
                    return
                await asyncio.sleep(float(reply.retry_after or 0))
            await asyncio.sleep(wait)

    async def _run(self, job: Callable[[Connection], Any], name: str) -> Any:
        return await asyncio.wrap_future(self._submit(job, name))


def _left(letter: Posted, state: str, **more: Any) -> Mark:
    """A letter is done with; of a sealed one nothing has to stay."""
    return Mark(letter.id, state, sealed=letter.sealed, **more)


def _waits(letter: Posted) -> bool:
    """Whether a letter is kept for a person who cannot be reached; screens are drawn anew when they are back."""
    return letter.kind in PACED and letter.person is not None and not letter.sealed


def write_down(connection: Connection, marks: Sequence[Mark]) -> None:
    """What became of letters, and who cannot be reached any more."""
    outbox.mark(connection, marks)
    for mark in marks:
        if mark.unreachable is not None and mark.at is not None:
            reachability.lost(connection, mark.unreachable, mark.at)


async def lost_screen(_letter: Posted) -> Reply:
    """The screen this letter is about was never sent: as if Telegram did not know it."""
    return Reply(ok=False, code=400, description="message to edit not found; message to delete not found")
