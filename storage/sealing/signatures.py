"""Holds signed heads against each other and against the chain: who signed them, whether one is missing, where the chain left them."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from safety.seals.findings import Finding, Tampering
from safety.seals.heads import FIRST, MARK, Checks, Head, genuine
from storage.sealing import heads as kept


@dataclass(frozen=True, slots=True)
class Trust:
    """Which keys may have signed a head (public halves in hex), and how a signature is checked."""

    keys: Collection[str]
    checks: Checks


def in_order(heads: Sequence[Head], trust: Trust) -> Iterator[Finding]:
    """Each head must be signed by one of our keys and name the one before it."""
    before: Head | None = None
    for head in sorted(heads, key=lambda one: (one.last, one.day)):
        first, named = (before.last + 1, before.digest()) if before else (1, FIRST)
        if head.key not in trust.keys or not genuine(head, trust.checks):
            yield Finding(head.first, Tampering.HEAD, upto=head.last, about=head.day)
        elif (head.first, head.before) != (first, named):
            yield Finding(first, Tampering.HEAD, upto=head.last, about=head.day)
        before = head


def left(connection: Connection, head: Head, end: int, marks: bytes | None) -> Finding:
    """Where the chain, which ends at `end`, left the one that a head was signed over. Without its marks only between which entries."""
    if marks is not None:
        now = kept.marks(connection, head)
        for place in range(0, len(marks), MARK):
            if now[place : place + MARK] != marks[place : place + MARK]:
                entry = head.first + place // MARK
                what = Tampering.REWRITTEN if entry <= end else Tampering.CUT
                return Finding(entry, what, upto=head.last, about=head.day)
    if head.last > end:
        return Finding(end + 1, Tampering.CUT, upto=head.last, about=head.day)
    return Finding(head.first, Tampering.REWRITTEN, upto=head.last, about=head.day)
