"""The child that draws a chart: JSON on its input, the PNG on its output. `python -m bot.charts.worker`."""

import os
import sys
from contextlib import suppress

from bot.charts.chart import Chart
from bot.charts.line import drawn
from bot.confine import confine

MEMORY = 1 << 30
SECONDS = 20
GIVES_WAY = 5


def main() -> None:
    """One chart."""
    confine(MEMORY, SECONDS)
    with suppress(AttributeError, OSError):  # not every system knows it
        os.nice(GIVES_WAY)
    sys.stdout.buffer.write(drawn(Chart.from_json(sys.stdin.buffer.read())))


if __name__ == "__main__":
    main()
