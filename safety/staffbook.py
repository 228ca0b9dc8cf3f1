"""What one actor may read of the people of an enterprise and their papers. Sub-ledger of safety.ledger.Ledger."""

from collections.abc import Sequence
from typing import Protocol

from safety.certificates import Certificate
from safety.staff import Worker
from safety.starting import Known


class StaffBook(Protocol):
    """The roster of one enterprise. Who only works there reads no more than their own row and papers."""

    def workers(self, *, offset: int, limit: int) -> Sequence[Worker]:
        """A page of those who work there now, by name."""
        ...

    def count(self) -> int: ...

    def worker(self, number: int) -> Worker | None: ...

    def named(self, text: str) -> Sequence[Worker]:
        """Those whose name holds these words, at most as many as fit on a screen."""
        ...

    def me(self) -> Worker | None:
        """The actor's own row, when they work there."""
        ...

    def joined(self, worker: int) -> Sequence[Worker]:
        """Rows that joining has made and that may be the person of this row, which has no account."""
        ...

    def certificates(self) -> Sequence[Certificate]:
        """The current papers that the actor may read, most urgent first."""
        ...

    def certificate(self, number: int) -> Certificate | None:
        """One of them, or a former version."""
        ...

    def known(self, worker: int) -> Known:
        """What decides whether somebody may start work."""
        ...
