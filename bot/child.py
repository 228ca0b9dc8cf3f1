"""A child process that makes one file: bytes in, the file out, killed when it takes too long. What it makes is not known here."""

import asyncio
from asyncio.subprocess import PIPE

from bot.confine import command, environment


class ChildFailed(Exception):  # noqa: N818 - what happened to the file
    """The child gave no file; what it said instead."""


async def made(module: str, told: bytes, seconds: float, begins: bytes) -> bytes:
    """What the child writes, as long as it begins like that. Raises ChildFailed."""
    child = await asyncio.create_subprocess_exec(
        *command(module), stdin=PIPE, stdout=PIPE, stderr=PIPE, env=environment()
    )
    try:
        async with asyncio.timeout(seconds):
            document, said = await child.communicate(told)
    except TimeoutError as error:
        raise ChildFailed("it took too long") from error
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()
    if child.returncode != 0 or not document.startswith(begins):
        raise ChildFailed(said.decode(errors="replace")[-300:])
    return document
