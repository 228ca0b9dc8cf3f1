"""The child that makes a file of bad rows or an empty list: JSON on its input, the .xlsx on its output. `python -m bot.imports.worker`."""

import sys

from bot.confine import confine
from bot.imports.sheet import Sheet, bound

MEMORY = 2 << 30
SECONDS = 120


def main() -> None:
    """One sheet."""
    confine(MEMORY, SECONDS)
    sys.stdout.buffer.write(bound(Sheet.from_json(sys.stdin.buffer.read())))


if __name__ == "__main__":
    main()
