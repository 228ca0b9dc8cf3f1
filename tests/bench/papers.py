"""Milliseconds a paper of a commitment: laid out in a warm process, and from the bot's side, the start of its child included."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from bot.papers.layout import laid_out
from bot.papers.press import printed
from bot.papers.sheet import Sheet
from checklists.load import load_catalogue
from tests.bot.pledged import sheet

TIMES = 5


@dataclass(frozen=True, slots=True)
class Papers:
    """Milliseconds laid out and printed (medians over all colours), and the bytes of the largest."""

    laid_out: float
    printed: float
    largest: int


def measure(times: int = TIMES) -> Papers:
    """Measure the five colours; the first one, which imports the library, is not counted."""
    catalogue = load_catalogue()
    sheets = [sheet(catalogue, colour, "王强") for colour in catalogue.commitments]
    largest = max(len(laid_out(one)) for one in sheets)
    laid = median(took(lambda one=one: laid_out(one)) for one in sheets for _ in range(times))
    whole = median(took(lambda one=one: asyncio.run(_print(one))) for one in sheets)
    return Papers(laid, whole, largest)


async def _print(one: Sheet) -> bytes:
    return await printed(one)


def took(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def told(found: Papers) -> str:
    """The line that `make bench` prints."""
    return (
        f"papers: {found.laid_out:.0f} ms to lay out a commitment, {found.printed:.0f} ms with the start of its child, "
        f"{found.largest / 1000:.0f} kB at most"
    )
