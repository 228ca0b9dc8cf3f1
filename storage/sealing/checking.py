"""Holds the whole chain against the events and the signed heads, in one pass, in portions. Changes nothing.

Two streams go side by side: the record by number, the chain by entry. What does not fit is read by suspicion.py,
heads by signatures.py.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import Connection, func, select

from safety.seals.entries import START, Row, Seal, digest_of, links
from safety.seals.findings import Finding, Tampering
from safety.seals.heads import Head
from safety.seals.register import fingerprint_of, receipt_of
from storage.sealing import chain, reading
from storage.sealing.suspicion import Suspicion
from storage.tables.events import events

SKEW = timedelta(minutes=5)  # clocks of several machines never agree
MOST = 100  # findings that are read and told; the rest is counted
LOWEST = -(1 << 62)
PHOTO_KEPT = "photo:kept"


@dataclass(frozen=True, slots=True)
class Receipt:
    """A receipt as the record gives it."""

    entry: int
    event: int
    kind: str
    fingerprint: str


@dataclass(slots=True)
class Walk:
    """One pass over everything; afterwards it knows what is wrong and what there was."""

    connection: Connection
    heads: Mapping[int, Sequence[Head]]  # by their last entry
    findings: list[Finding] = field(default_factory=list)
    more: int = 0
    end: int = 0
    waiting: int = 0
    photos: dict[int, tuple[int, str]] = field(default_factory=dict)  # photo: entry, SHA-256
    receipts: dict[str, Receipt] = field(default_factory=dict)
    left: Head | None = None  # the first head that the chain does not come through
    _suspicion: Suspicion = field(init=False)
    _before: bytes = START
    _last: int = 0
    _strangers: int = 0  # events without a seal since the last entry
    _latest: str = ""

    def go(self) -> None:
        """Look at everything that is sealed now."""
        end = chain.last(self.connection)
        self.end, self._suspicion = end.entry, Suspicion(self.connection, end.entry)
        rows = reading.rows(self.connection, LOWEST, end.event)
        row = next(rows, None)
        for seal in reading.entries(self.connection, 0, end.entry):
            strangers: list[Row] = []
            while row is not None and row.id < seal.event:
                strangers.append(row)
                row = next(rows, None)
            self._seal(seal, strangers)
            if row is not None and row.id == seal.event:
                self._fits(seal, row)
                row = next(rows, None)
            else:
                self._gone(seal)
        self._end(end.event)

    # --- the chain itself -----------------------------------------------------------------------------------------

    def _seal(self, seal: Seal, strangers: Sequence[Row]) -> None:
        """An entry must follow the one before, by number, by hash and by the clock; no event may stand between."""
        if seal.entry != self._last + 1:
            what = Tampering.SEAL if strangers else Tampering.DELETED
            self._find(Finding(self._last + 1, what, upto=seal.entry - 1))
        else:
            for row in strangers:
                self._read(lambda row=row: self._suspicion.added(row, seal.entry))  # type: ignore[misc]  # bound at once
            if not links(seal, self._before):
                self._find(Finding(seal.entry, Tampering.SEAL, seal.event))
        self._clock(seal)
        self._before, self._last = seal.chained, seal.entry
        if seal.entry in self.heads:
            self._through(seal)

    def _clock(self, seal: Seal) -> None:
        """Entries were sealed one after another."""
        if seal.sealed_at >= self._latest:
            self._latest = seal.sealed_at
        elif later(seal.sealed_at) < moment(self._latest):
            self._find(Finding(seal.entry, Tampering.CLOCK, seal.event, about=seal.sealed_at))
            self._latest = seal.sealed_at  # what follows is judged by the clock that was turned

    def _through(self, seal: Seal) -> None:
        """The chain must come through every head that was signed; where it does, so do all entries before."""
        for head in self.heads[seal.entry]:
            if head.chained != seal.chained.hex() and self.left is None:
                self.left = head

    # --- the events -----------------------------------------------------------------------------------------------

    def _fits(self, seal: Seal, row: Row) -> None:
        if digest_of(row) != seal.digest:
            self._read(lambda: self._suspicion.changed(seal, row))
            return
        if row.at > seal.sealed_at and moment(row.at) > later(seal.sealed_at):
            self._find(Finding(seal.entry, Tampering.CLOCK, seal.event, about=row.at))
        if row.kind == PHOTO_KEPT:
            self.photos[row.body["photo"]] = (seal.entry, row.body["sha256"])
        number = receipt_of(row.kind, row.body)
        if number is not None:
            self._numbered(number, seal, row)

    def _numbered(self, number: str, seal: Seal, row: Row) -> None:
        """A number is given once."""
        if number in self.receipts:
            self._find(Finding(seal.entry, Tampering.DUPLICATED, seal.event, about=number))
            return
        self.receipts[number] = Receipt(seal.entry, seal.event, row.kind, fingerprint_of(row.kind, row.body))

    def _gone(self, seal: Seal) -> None:
        """An event that was sealed is not there; several in a row are told together."""
        found = self.findings[-1] if self.findings else None
        if found is not None and found.upto == seal.entry and found.what is Tampering.MERGED:
            return
        if found is not None and found.upto == seal.entry - 1 and found.what is Tampering.DELETED:
            self.findings[-1] = Finding(found.entry, Tampering.DELETED, found.event, seal.entry)
        else:
            self._find(Finding(seal.entry, Tampering.DELETED, seal.event, seal.entry))

    def _end(self, event: int) -> None:
        """Events that are gone up to the end were cut off; what comes behind the end waits to be sealed."""
        found = self.findings[-1] if self.findings else None
        if found is not None and found.what is Tampering.DELETED and found.upto == self.end:
            self.findings[-1] = Finding(found.entry, Tampering.CUT, found.event, found.upto)
        beyond = min((last for last in self.heads if last > self.end), default=None)
        if beyond is not None and self.left is None:
            self.left = self.heads[beyond][0]
        behind = select(func.count()).select_from(events).where(events.c.id > event)
        self.waiting = self.connection.execute(behind).scalar_one()

    def _find(self, finding: Finding) -> None:
        self._read(lambda: finding)

    def _read(self, reads: Callable[[], Finding]) -> None:
        """What needs a close look gets it only while it is told."""
        if len(self.findings) < MOST:
            self.findings.append(reads())
        else:
            self.more += 1


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def later(text: str) -> datetime:
    """As late as another machine's clock may be by then."""
    return moment(text) + SKEW
