"""The child that lays out the report of an inspection: JSON on its input, the PDF on its output. `python -m bot.papers.report_worker`."""

import logging
import os
import sys
from contextlib import suppress

from bot.confine import confine
from bot.papers.report import Report
from bot.papers.report_layout import laid_out
from bot.papers.worker import GIVES_WAY, MEMORY, SECONDS


def main() -> None:
    """One report."""
    confine(MEMORY, SECONDS)
    with suppress(AttributeError, OSError):  # not every system knows it
        os.nice(GIVES_WAY)
    logging.disable(logging.WARNING)
    sys.stdout.buffer.write(laid_out(Report.from_json(sys.stdin.buffer.read())))


if __name__ == "__main__":
    main()
