"""The parent's side of worker.py: one child a file, killed when it takes too long."""

from bot import child
from bot.invitations.deck import Deck

MODULE = "bot.invitations.worker"
SECONDS = 300.0
BEGINS = b"%PDF-"


async def printed(deck: Deck) -> bytes:
    """The document. Raises child.ChildFailed."""
    return await child.made(MODULE, deck.to_json(), SECONDS, BEGINS)
