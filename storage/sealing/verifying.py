"""The whole check: the chain, the events, the heads, what receipts were signed over, and which photos are to be looked at on disk."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, bindparam, select

from safety.seals.findings import Finding, Report, Tampering
from safety.seals.heads import Head
from storage.prepared import Prepared
from storage.receipts import fingerprint_over
from storage.sealing import heads as kept
from storage.sealing import signatures
from storage.sealing.checking import Receipt, Walk
from storage.sealing.documents import DOCUMENTS, document
from storage.sealing.signatures import Trust
from storage.tables.media import media

_COPY = Prepared(select(media.c.kind, media.c.path, media.c.sha256).where(media.c.id == bindparam("photo")))
Marks = Callable[[Head], bytes | None]


@dataclass(frozen=True, slots=True)
class Copy:
    """A photo or file that the record says we have: which one, and where the table says it lies."""

    entry: int
    sha256: str
    kind: str = ""
    path: str | None = None
    said: str | None = None  # the digest that the table says


@dataclass(slots=True)
class Outside:
    """What is kept outside of the database: heads, the marks beside them, and how a copy on disk is looked at."""

    heads: Sequence[Head]
    marks: Marks
    look: Callable[[Copy], Tampering | None] | None = None  # None: photos are left out
    trust: Trust = field(default_factory=lambda: Trust((), lambda _key, _signature, _message: False))


def report(connection: Connection, outside: Outside) -> Report:
    """Check everything there is; the findings in the order of their entries."""
    heads = _together(kept.every(connection), outside.heads)
    walk = Walk(connection, _by_last(heads))
    walk.go()
    findings = [*walk.findings, *signatures.in_order(heads, outside.trust)]
    if walk.left is not None and not any(one.what is Tampering.CUT for one in findings):
        findings.append(signatures.left(connection, walk.left, walk.end, outside.marks(walk.left)))
    findings += _documents(connection, walk.receipts)
    if outside.look is not None:
        findings += _photos(connection, walk.photos, outside.look)
    return Report(
        tuple(sorted(findings, key=lambda one: one.entry)),
        entries=walk.end,
        heads=len(heads),
        photos=len(walk.photos) if outside.look is not None else 0,
        documents=len(walk.receipts),
        waiting=walk.waiting,
        more=walk.more,
    )


def _together(inside: Sequence[Head], outside: Sequence[Head]) -> list[Head]:
    """Heads of the database and of the files; one that is in both is one."""
    found = {head.text(): head for head in (*inside, *outside)}
    return sorted(found.values(), key=lambda head: (head.last, head.day))


def _by_last(heads: Sequence[Head]) -> Mapping[int, Sequence[Head]]:
    found: dict[int, list[Head]] = {}
    for head in heads:
        found.setdefault(head.last, []).append(head)
    return found


def _documents(connection: Connection, receipts: Mapping[str, Receipt]) -> Iterator[Finding]:
    """What was signed must still have the fingerprint that the event says."""
    for number, receipt in receipts.items():
        if receipt.kind not in DOCUMENTS:
            continue
        found = document(connection, receipt.kind, number)
        if found is None or fingerprint_over(found) != receipt.fingerprint:
            yield Finding(receipt.entry, Tampering.DOCUMENT, receipt.event, about=number)


def _photos(
    connection: Connection,
    photos: Mapping[int, tuple[int, str]],
    look: Callable[[Copy], Tampering | None],
) -> Iterator[Finding]:
    for photo, (entry, sha256) in photos.items():
        row = _COPY.first(connection, {"photo": photo})
        copy = Copy(entry, sha256) if row is None else Copy(entry, sha256, row.kind, row.path, row.sha256)
        what = look(copy)
        if what is not None:
            yield Finding(entry, what, about=copy.path or sha256)
