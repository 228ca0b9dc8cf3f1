"""The child that makes the archive: the package as JSON on its input, the .zip on its output. `python -m bot.sendup.worker`."""

import sys

import orjson

from bot.confine import confine
from bot.sendup.package import zipped

MEMORY = 2 << 30
SECONDS = 120


def main() -> None:
    """One package."""
    confine(MEMORY, SECONDS)
    sys.stdout.buffer.write(zipped(orjson.loads(sys.stdin.buffer.read())))


if __name__ == "__main__":
    main()
