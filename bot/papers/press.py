"""The parent's side of worker.py: one child a paper, killed when it takes too long."""

from bot import child
from bot.papers.sheet import Sheet

MODULE = "bot.papers.worker"
SECONDS = 60.0
BEGINS = b"%PDF-"


class NotPrinted(Exception):  # noqa: N818 - what happened to the paper
    """The child gave no document; what it said instead."""


async def printed(sheet: Sheet) -> bytes:
    """The document. Raises NotPrinted."""
    try:
        return await child.made(MODULE, sheet.to_json(), SECONDS, BEGINS)
    except child.ChildFailed as error:
        raise NotPrinted(str(error)) from error
