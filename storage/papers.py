"""Papers of signed commitments: which are still to be printed, and where the printed ones lie."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, exists, select

from storage.tables.pledges import commitments, papers
from storage.tables.statistics import statistic_papers, statistics
from storage.upsert import Upsert

_WAITING = (
    select(commitments)
    .where(~exists().where(papers.c.commitment == commitments.c.id))
    .order_by(commitments.c.id)
    .limit(bindparam("most"))
)
_WAITING_STATISTICS = (
    select(statistics)
    .where(~exists().where(statistic_papers.c.statistic == statistics.c.id))
    .order_by(statistics.c.id)
    .limit(bindparam("most"))
)
_KEEP = Upsert(lambda insert: insert(papers).on_conflict_do_nothing())
_KEEP_STATISTICS = Upsert(lambda insert: insert(statistic_papers).on_conflict_do_nothing())
_PATH = (
    select(papers.c.path)
    .join(commitments, commitments.c.id == papers.c.commitment)
    .where(commitments.c.number == bindparam("number"))
)


@dataclass(frozen=True, slots=True)
class Unprinted:
    """A signed commitment, or form of statistics (`period` says of when), without a paper. `signed` is everything that was signed, `sha256` the hash of it."""

    id: int
    number: str
    signer: int
    colour: str
    signed: Mapping[str, Any]
    sha256: str
    signed_at: datetime
    read_at: datetime
    period: str = ""


def waiting(connection: Connection, most: int) -> Sequence[Unprinted]:
    """The oldest that are not printed yet."""
    rows = connection.execute(_WAITING, {"most": most})
    return [
        Unprinted(
            row.id,
            row.number,
            row.signer,
            row.colour.value,
            row.signed,
            row.sha256,
            row.signed_at,
            row.read_at,
        )
        for row in rows
    ]


def waiting_statistics(connection: Connection, most: int) -> Sequence[Unprinted]:
    """The oldest signed statistics that are not printed yet."""
    rows = connection.execute(_WAITING_STATISTICS, {"most": most})
    return [
        Unprinted(
            row.id,
            row.number,
            row.signer,
            "",
            row.signed,
            row.sha256,
            row.signed_at,
            row.signed_at,
            row.period,
        )
        for row in rows
    ]


def keep(connection: Connection, paper: Unprinted, path: str, sha256: str, now: datetime) -> bool:
    """It is printed. False: another process was quicker."""
    made = {"path": path, "sha256": sha256, "made_at": now}
    if paper.period:
        return _KEEP_STATISTICS.run(connection, made | {"statistic": paper.id}).rowcount == 1
    return _KEEP.run(connection, made | {"commitment": paper.id}).rowcount == 1


def path_of(connection: Connection, number: str) -> str | None:
    """Where the paper of a commitment lies."""
    found: str | None = connection.execute(_PATH, {"number": number}).scalar_one_or_none()
    return found
