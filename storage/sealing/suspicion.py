"""Reads what was probably done to an event that does not fit its seal. The chain proves the change; its kind is a reading."""

from dataclasses import dataclass

from sqlalchemy import Connection

from safety.seals.entries import WHAT, WHEN, WHO, Row, Seal, differing, parts_of
from safety.seals.findings import Finding, Tampering
from storage.sealing import reading

ALONE = {frozenset({WHEN}): Tampering.BACKDATED, frozenset({WHO}): Tampering.ACTOR}


@dataclass(frozen=True, slots=True)
class Suspicion:
    """Looks around an entry; `end` is the last one of the chain."""

    connection: Connection
    end: int

    def changed(self, seal: Seal, row: Row) -> Finding:
        """The row of an entry is not the one that was sealed."""
        parts = parts_of(row)
        differ = differing(parts, seal.parts)
        other = self._elsewhere(parts, seal.entry) if differ else None
        if other is not None:
            return self._moved(seal, parts, other)
        return self._rewritten(seal, differ)

    def added(self, row: Row, place: int) -> Finding:
        """A row that was never sealed stands before the entry `place`."""
        copy = self._elsewhere(parts_of(row), 0) is not None
        return Finding(place, Tampering.DUPLICATED if copy else Tampering.INSERTED, row.id)

    def _rewritten(self, seal: Seal, differ: frozenset[str]) -> Finding:
        """The content is nowhere else in the chain."""
        following = reading.entry(self.connection, seal.entry + 1)
        after = reading.row(self.connection, following.event) if following is not None else None
        if following is not None and after is None and WHAT in differ:
            return Finding(seal.entry, Tampering.MERGED, seal.event, following.entry)
        if after is not None and parts_of(after) == seal.parts:
            return Finding(seal.entry, Tampering.INSERTED, seal.event)  # everything behind it was moved on
        return Finding(seal.entry, ALONE.get(differ, Tampering.EDITED), seal.event)

    def _moved(self, seal: Seal, parts: bytes, other: Seal) -> Finding:
        """The content was sealed elsewhere: exchanged, copied, or everything behind was moved by one."""
        there = reading.row(self.connection, other.event)
        found = None if there is None else parts_of(there)
        if found == seal.parts:
            return Finding(seal.entry, Tampering.REORDERED, seal.event, about=str(other.entry))
        if found == parts:
            return Finding(seal.entry, Tampering.DUPLICATED, seal.event, about=str(other.entry))
        if other.entry == seal.entry + 1:
            return Finding(seal.entry, Tampering.DELETED, seal.event)
        return Finding(seal.entry, Tampering.REORDERED, seal.event, about=str(other.entry))

    def _elsewhere(self, parts: bytes, but: int) -> Seal | None:
        """Another entry over the same content."""
        for entry in reading.entries_with(self.connection, parts):
            if entry != but:
                return reading.entry(self.connection, entry)
        return None
