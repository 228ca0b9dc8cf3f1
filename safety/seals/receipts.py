"""A receipt that proves itself: an event, its place in the chain, the way up to a signed head. Needs no database.

The file is JSON. Who has it and the public key can tell that this event, with what was signed, was in the record when
the head was made, and that not a byte of it is another one. Names stand beside it and are not proved.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import orjson

from safety.seals import heads
from safety.seals.entries import Row, Seal, canonical, digest_of, links, parts_of
from safety.seals.heads import Checks, Head, NoHead, genuine
from safety.seals.merkle import climbed
from safety.seals.register import fingerprint_of, receipt_of

FORM = "anwen-receipt-1"


class NoReceipt(ValueError):  # noqa: N818 - what the text is
    """The text is no receipt of ours."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """Everything that proves one receipt.

    number    what people call it by
    row       the event as it was recorded
    seal      its entry in the chain, `before` the hash of the entry before it
    hashes    the way up the tree of the head, from the entry upwards
    document  what was signed; its SHA-256 is the fingerprint in the event
    names     who and where in words; not proved
    """

    number: str
    row: Row
    seal: Seal
    before: bytes
    head: Head
    hashes: Sequence[bytes]
    document: Mapping[str, Any] | None = None
    names: Mapping[str, str] | None = None

    def text(self) -> str:
        """The receipt file."""
        kept = {
            "form": FORM,
            "number": self.number,
            "event": self.row._asdict(),
            "seal": _plain(self.seal) | {"before": self.before.hex()},
            "path": [one.hex() for one in self.hashes],
            "head": orjson.loads(self.head.text()),
            "document": self.document,
            "names": dict(self.names or {}),
        }
        return orjson.dumps(kept, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS).decode() + "\n"


def _plain(seal: Seal) -> dict[str, Any]:
    return {
        "entry": seal.entry,
        "event": seal.event,
        "digest": seal.digest.hex(),
        "parts": seal.parts.hex(),
        "sealed_at": seal.sealed_at,
        "chained": seal.chained.hex(),
    }


def read(text: str | bytes) -> Receipt:
    """Read a receipt file. NoReceipt when it is none."""
    try:
        kept = orjson.loads(text)
        if kept["form"] != FORM:
            raise NoReceipt(str(kept["form"]))
        seal = kept["seal"]
        return Receipt(
            str(kept["number"]),
            Row(**kept["event"]),
            Seal(
                int(seal["entry"]),
                int(seal["event"]),
                bytes.fromhex(seal["digest"]),
                bytes.fromhex(seal["parts"]),
                str(seal["sealed_at"]),
                bytes.fromhex(seal["chained"]),
            ),
            bytes.fromhex(seal["before"]),
            heads.read(kept["head"]),
            [bytes.fromhex(one) for one in kept["path"]],
            kept["document"],
            kept["names"],
        )
    except (orjson.JSONDecodeError, KeyError, TypeError, ValueError, NoHead) as error:
        raise NoReceipt(type(error).__name__) from error


# What can be wrong with a receipt, in the order in which it is looked for.
EVENT, DOCUMENT, NUMBER, ENTRY, PATH, KEY, SIGNATURE = (
    "event",
    "document",
    "number",
    "entry",
    "path",
    "key",
    "signature",
)


def wrong(receipt: Receipt, keys: Collection[str], checks: Checks) -> str | None:
    """What does not hold, from the event up to the signature; None when everything does."""
    row, seal, head = receipt.row, receipt.seal, receipt.head
    place = seal.entry - head.first
    root = climbed(seal.chained, place, head.last - head.first + 1, receipt.hashes)
    holds = {
        EVENT: (digest_of(row), parts_of(row), row.id) == (seal.digest, seal.parts, seal.event),
        DOCUMENT: _fits(receipt.document, fingerprint_of(row.kind, row.body)),
        NUMBER: receipt_of(row.kind, row.body) == receipt.number,
        ENTRY: links(seal, receipt.before),
        PATH: root is not None and root.hex() == head.root,
        KEY: head.key in keys,
        SIGNATURE: genuine(head, checks),
    }
    return next((name for name, held in holds.items() if not held), None)


def _fits(document: Mapping[str, Any] | None, fingerprint: str) -> bool:
    """What was signed has the fingerprint of the event; a receipt without it proves the event alone."""
    return document is None or sha256(canonical(document)).hexdigest() == fingerprint
