"""The parent's side of worker.py: one child a paper, killed when it takes too long."""

import asyncio
from asyncio.subprocess import PIPE

from bot.confine import command, environment
from bot.papers.sheet import Sheet

MODULE = "bot.papers.worker"
SECONDS = 60.0
BEGINS = b"%PDF-"


class NotPrinted(Exception):  # noqa: N818 - what happened to the paper
    """The child gave no document; what it said instead."""


async def printed(sheet: Sheet) -> bytes:
    """The document. Raises NotPrinted."""
    child = await asyncio.create_subprocess_exec(
        *command(MODULE), stdin=PIPE, stdout=PIPE, stderr=PIPE, env=environment()
    )
    try:
        async with asyncio.timeout(SECONDS):
            document, said = await child.communicate(sheet.to_json())
    except TimeoutError as error:
        raise NotPrinted("it took too long") from error
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()
    if child.returncode != 0 or not document.startswith(BEGINS):
        raise NotPrinted(said.decode(errors="replace")[-300:])
    return document
