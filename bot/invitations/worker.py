"""The child that lays sheets of invitations out: a deck as JSON on its input, the PDF on its output. `python -m bot.invitations.worker`."""

import logging
import os
import sys
from contextlib import suppress

from bot.confine import confine
from bot.invitations.deck import Deck
from bot.invitations.layout import laid_out

MEMORY = 2 << 30
GIVES_WAY = 10  # nobody waits for sheets as for an answer
SECONDS = 280


def main() -> None:
    """One deck."""
    confine(MEMORY, SECONDS)
    with suppress(AttributeError, OSError):  # not every system knows it
        os.nice(GIVES_WAY)
    logging.disable(logging.WARNING)  # the library tells how it thins out fonts
    sys.stdout.buffer.write(laid_out(Deck.from_json(sys.stdin.buffer.read())))


if __name__ == "__main__":
    main()
