"""The child that lays a report out: a sheet as JSON on its input, the PDF on its output. `python -m bot.reports.worker`."""

import logging
import os
import sys
from contextlib import suppress

from bot.confine import confine
from bot.reports.layout import laid_out
from bot.reports.sheet import Sheet

MEMORY = 1 << 30
GIVES_WAY = 10  # nobody waits for a report as for an answer
SECONDS = 60


def main() -> None:
    """One report."""
    confine(MEMORY, SECONDS)
    with suppress(AttributeError, OSError):  # not every system knows it
        os.nice(GIVES_WAY)
    logging.disable(logging.WARNING)  # the library tells how it thins out fonts
    sys.stdout.buffer.write(laid_out(Sheet.from_json(sys.stdin.buffer.read())))


if __name__ == "__main__":
    main()
