"""The parent's side of photo_worker.py: one child, one picture at a time, killed when it takes too long."""

import asyncio
import json
import struct
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from bot.confine import command, environment
from safety.likeness import Print

MODULE = "bot.photo_worker"
SECONDS = 20.0
IDLE_SECONDS = 60.0
LARGEST_ANSWER = 64 << 20
HEADER = struct.Struct(">I")
PAIR = 1 << 31  # as in photo_worker.py, which is not imported here: it loads the decoders


class WorkerDied(Exception):  # noqa: N818 - what happened to the child
    """The child ended or hung in the middle of a picture."""


@dataclass(frozen=True, slots=True)
class Developed:
    """A clean picture, or the reason why there is none."""

    clean: bytes = b""
    width: int = 0
    height: int = 0
    failed: str | None = None
    prints: Sequence[Print] = ()


class Darkroom:
    """One reusable child process. It starts with the first picture and goes home when there is nothing to do."""

    def __init__(self, seconds: float = SECONDS, idle: float = IDLE_SECONDS) -> None:
        self._seconds = seconds
        self._idle = idle
        self._turn = asyncio.Lock()
        self._child: Process | None = None
        self._leave: asyncio.TimerHandle | None = None
        self._leaving: set[asyncio.Task[None]] = set()

    @property
    def pid(self) -> int | None:
        """The child's process number while it runs."""
        return self._child.pid if self._child else None

    async def develop(self, raw: bytes) -> Developed:
        """Have one file decoded and redrawn. Raises WorkerDied when the child did not survive it."""
        return await self._asked(HEADER.pack(len(raw)) + raw)

    async def pair(self, left: bytes, right: bytes) -> Developed:
        """Have two of our own copies put side by side; as `develop` otherwise."""
        both = HEADER.pack(len(left)) + left + right
        return await self._asked(HEADER.pack(len(both) | PAIR) + both)

    async def _asked(self, request: bytes) -> Developed:
        async with self._turn:
            if self._leave:
                self._leave.cancel()
            try:
                async with asyncio.timeout(self._seconds):
                    return await self._ask(await self._ready(), request)
            except (OSError, EOFError, TimeoutError, ValueError, TypeError) as error:
                await self._end()
                raise WorkerDied(type(error).__name__) from error
            except BaseException:
                await self._end()  # whoever stopped waiting leaves a half-read answer behind
                raise
            finally:
                self._leave = asyncio.get_running_loop().call_later(self._idle, self._go_home)

    async def close(self) -> None:
        """End the child."""
        async with self._turn:
            if self._leave:
                self._leave.cancel()
            await self._end()
            await asyncio.gather(*self._leaving)

    async def _ready(self) -> Process:
        if self._child is None or self._child.returncode is not None:
            self._child = await asyncio.create_subprocess_exec(
                *command(MODULE), stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=environment()
            )
        return self._child

    async def _ask(self, child: Process, request: bytes) -> Developed:
        if child.stdin is None or child.stdout is None:
            raise EOFError
        child.stdin.write(request)
        await child.stdin.drain()
        said = json.loads(await _piece(child.stdout))
        prints = [Print.from_text(text) for text in said.pop("prints", ())]
        return Developed(clean=await _piece(child.stdout), prints=prints, **said)

    async def _end(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        with suppress(ProcessLookupError):
            child.kill()
        await _farewell(child)

    def _go_home(self) -> None:
        """It ends by itself when its input ends."""
        child, self._child = self._child, None
        if child is not None:
            leaving = asyncio.create_task(_farewell(child))
            self._leaving.add(leaving)
            leaving.add_done_callback(self._leaving.discard)


async def _farewell(child: Process) -> None:
    """Close a child's input and see it off, its pipes too."""
    if child.stdin:
        child.stdin.close()
    await child.communicate()


async def _piece(stream: asyncio.StreamReader) -> bytes:
    size = HEADER.unpack(await stream.readexactly(HEADER.size))[0]
    if size > LARGEST_ANSWER:
        raise ValueError("an answer larger than any picture")
    return await stream.readexactly(size)
