"""The signed head (封条) of a day: how far the chain goes and its hash, so that it can stand outside of the database.

Who keeps a head can show later that nothing before it was changed. Signing and checking a signature is given from
outside (Ed25519, RFC 8032); here is what is signed.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Any

import orjson

from safety.seals.entries import START, canonical

MARK = 8  # bytes of each entry's hash that are kept beside a head
Signs = Callable[[bytes], bytes]
Checks = Callable[[bytes, bytes, bytes], bool]  # public key, signature, what was signed


class NoHead(ValueError):  # noqa: N818 - what the text is
    """The text is no signed head."""


@dataclass(frozen=True, slots=True)
class Head:
    """A signed head; all hashes, the key and the signature in hex.

    day      the day in China on which it was made
    first    the first entry since the head before
    last     the last entry, which is also how many there are
    chained  the hash of the last entry
    root     of the tree over the hashes of the entries from first to last
    marks    SHA-256 of the first eight bytes of each of these hashes: the file beside the head
    before   SHA-256 of the head before, as it was signed
    """

    day: str
    first: int
    last: int
    chained: str
    root: str
    marks: str
    before: str
    made_at: str
    key: str
    signature: str = ""

    @property
    def date(self) -> date:
        return date.fromisoformat(self.day)

    def signed(self) -> bytes:
        """What the signature stands under."""
        plain = asdict(self)
        del plain["signature"]
        return canonical(plain)

    def digest(self) -> str:
        """What the next head names as the one before."""
        return sha256(self.signed()).hexdigest()

    def text(self) -> str:
        """As it is kept: in the database, in a file, in a receipt."""
        return canonical(asdict(self)).decode()


FIRST = START.hex()  # what the first head names as the one before


def sign(head: Head, signs: Signs) -> Head:
    """The head with its signature."""
    return replace(head, signature=signs(head.signed()).hex())


def genuine(head: Head, checks: Checks) -> bool:
    """Whether the key that a head names has signed it; whether that key is ours is asked elsewhere."""
    try:
        return checks(bytes.fromhex(head.key), bytes.fromhex(head.signature), head.signed())
    except ValueError:
        return False


def read(text: str | bytes | Mapping[str, Any]) -> Head:
    """Read what `text` wrote. NoHead when it is anything else."""
    try:
        kept = text if isinstance(text, Mapping) else orjson.loads(text)
        head = Head(**kept)
        date.fromisoformat(head.day)
    except (orjson.JSONDecodeError, TypeError, ValueError) as error:
        raise NoHead(str(error)) from error
    if not isinstance(head.first, int) or not isinstance(head.last, int):
        raise NoHead("entries are numbers")
    return head
