"""The child that makes a table into a file: JSON on its input, the .xlsx or .csv on its output. `python -m bot.exports.worker`.

A process of its own, so that ten thousand rows never hold up the bot, and their memory goes with the child.
"""

import sys

from bot.confine import confine
from bot.exports.plain import plainly
from bot.exports.table import Table
from bot.exports.workbook import bound
from safety.exported import FileForm

MEMORY = 2 << 30
SECONDS = 120


def main() -> None:
    """One table."""
    confine(MEMORY, SECONDS)
    table = Table.from_json(sys.stdin.buffer.read())
    sys.stdout.buffer.write((plainly if table.form == FileForm.CSV else bound)(table))


if __name__ == "__main__":
    main()
