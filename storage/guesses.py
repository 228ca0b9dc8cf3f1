"""Wrong codes are counted in a bucket a person (S2). Who has emptied theirs gets the same words as for a wrong code."""

from datetime import datetime

from sqlalchemy import Connection, select

from checklists.buckets import Bucket, Limit
from storage.tables.guesses import guesses
from storage.upsert import Upsert

INVITATION = "invitation"

_KEEP = Upsert(
    lambda insert: (kept := insert(guesses)).on_conflict_do_update(
        index_elements=["person", "kind"], set_={"level": kept.excluded.level, "at": kept.excluded.at}
    )
)


def exhausted(connection: Connection, person: int, kind: str, limit: Limit, now: datetime) -> bool:
    """Whether this person has given too many wrong codes of a kind to try another."""
    kept = _of(connection, person, kind)
    return kept is not None and kept.full(limit, now)


def count(connection: Connection, person: int, kind: str, limit: Limit, now: datetime) -> None:
    """One more wrong code; nothing is written while the bucket is full."""
    kept = _of(connection, person, kind) or Bucket(0.0, now)
    if kept.full(limit, now):
        return
    poured = kept.poured(limit, now)
    _KEEP.run(connection, {"person": person, "kind": kind, "level": poured.level, "at": poured.at})


def _of(connection: Connection, person: int, kind: str) -> Bucket | None:
    found = select(guesses.c.level, guesses.c.at).where(guesses.c.person == person, guesses.c.kind == kind)
    row = connection.execute(found).one_or_none()
    return None if row is None else Bucket(row.level, row.at)
