"""The child that lays a paper out: a sheet as JSON on its input, the PDF on its output. `python -m bot.papers.worker`.

A process of its own, so that the library and its fonts (50 MB, a second to import) are never in the bot, and no other work waits.
"""

import logging
import os
import sys
from contextlib import suppress

from bot.confine import confine
from bot.papers.layout import laid_out
from bot.papers.sheet import Sheet

MEMORY = 1 << 30
GIVES_WAY = 10  # nobody waits for a paper as for an answer
SECONDS = 30


def main() -> None:
    """One paper."""
    confine(MEMORY, SECONDS)
    with suppress(AttributeError, OSError):  # not every system knows it
        os.nice(GIVES_WAY)
    logging.disable(logging.WARNING)  # the library tells how it thins out fonts
    sys.stdout.buffer.write(laid_out(Sheet.from_json(sys.stdin.buffer.read())))


if __name__ == "__main__":
    main()
