"""The child that makes a workbook: a table as JSON on its input, the .xlsx on its output. `python -m bot.exports.worker`.

A process of its own, so that ten thousand rows never hold up the bot, and their memory goes with the child.
"""

import sys

from bot.confine import confine
from bot.exports.table import Table
from bot.exports.workbook import bound

MEMORY = 2 << 30
SECONDS = 120


def main() -> None:
    """One table."""
    confine(MEMORY, SECONDS)
    sys.stdout.buffer.write(bound(Table.from_json(sys.stdin.buffer.read())))


if __name__ == "__main__":
    main()
