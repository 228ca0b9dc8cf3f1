"""Finds earlier photos that are the same picture, whichever enterprise they came from. Who may know of it is decided elsewhere.

A photo's whole print is looked up among all prints by its eight bands, each an index; what shares a band is compared bit
by bit. Whichever of two photos is fetched last finds the other, so the order in which copies arrive does not matter.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, insert, or_, select

from safety.likeness import Nearness, Print, apart
from storage.prepared import Prepared
from storage.tables.likeness import BANDS, prints, twins

MOST = 5  # earlier pictures kept for one photo, the nearest
SIGN = 1 << 63
HALF = 1 << 15

_SAVE = Prepared(
    insert(prints).values({column.name: bindparam(column.name, type_=column.type) for column in prints.c})
)
_ALIKE = Prepared(
    select(prints.c.photo, prints.c.edge, prints.c.gradient, prints.c.cosine).where(
        or_(*(prints.c[band] == bindparam(band, type_=prints.c[band].type) for band in BANDS)),
        prints.c.photo != bindparam("photo"),
    )
)
_AHEAD = Prepared(select(prints.c.photo).where(prints.c.photo > bindparam("photo")).limit(1))
_PAIR = Prepared.upsert(
    lambda insert: (
        insert(twins)
        .values({column.name: bindparam(column.name, type_=column.type) for column in twins.c})
        .on_conflict_do_nothing()
    )
)


def enter(connection: Connection, photo: int, found: Sequence[Print], near: Nearness) -> Sequence[int]:
    """Keep a photo's prints and pair it with those that are the same picture. The later photos of the new pairs."""
    if not found:
        return []
    _SAVE.run_many(connection, [_row(photo, edge, one) for edge, one in enumerate(found)])
    alike = _older(connection, photo, found[0], near)
    if _AHEAD.first(connection, {"photo": photo}) is not None:
        alike |= _newer(connection, photo, found, near)
    pairs = [(max(photo, other), min(photo, other), bits) for other, bits in alike.items()]
    _PAIR.run_many(connection, [{"photo": a, "earlier": b, "bits": bits} for a, b, bits in pairs])
    return sorted({later for later, _, _ in pairs})


def keep(connection: Connection, photo: int, found: Sequence[Print]) -> None:
    """Keep a photo's prints, so that later photos meet it; what it meets itself is not looked for."""
    _SAVE.run_many(connection, [_row(photo, edge, one) for edge, one in enumerate(found)])


def _older(connection: Connection, photo: int, whole: Print, near: Nearness) -> dict[int, int]:
    """Earlier photos one of whose prints is this one's whole print: the nearest few, and how near."""
    rows = (row for row in _look_up(connection, photo, whole) if row.photo < photo)
    return _nearest((row.photo, apart(whole, _print(row))) for row in rows if near.holds(whole, _print(row)))


def _newer(connection: Connection, photo: int, found: Sequence[Print], near: Nearness) -> dict[int, int]:
    """Later photos whose copies were fetched first: their whole print is one of this one's prints."""
    return _nearest(
        (row.photo, apart(one, _print(row)))
        for one in found
        for row in _look_up(connection, photo, one)
        if row.photo > photo and row.edge == 0 and near.holds(one, _print(row))
    )


def _look_up(connection: Connection, photo: int, whole: Print) -> list[Any]:
    """Prints of other photos that share a band with this one."""
    return _ALIKE.rows(connection, {"photo": photo, **_bands(whole)})


def _nearest(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    best: dict[int, int] = {}
    for other, bits in pairs:
        best[other] = min(bits, best.get(other, bits))
    return dict(sorted(best.items(), key=lambda pair: (pair[1], pair[0]))[:MOST])


def _row(photo: int, edge: int, one: Print) -> dict[str, Any]:
    hashes = {"gradient": _signed(one.gradient), "cosine": _signed(one.cosine)}
    return {"photo": photo, "edge": edge, **hashes, **_bands(one)}


def _bands(one: Print) -> dict[str, int | None]:
    return {name: None if band is None else band - HALF for name, band in zip(BANDS, one.bands, strict=True)}


def _print(row: Any) -> Print:
    return Print(row.gradient % (1 << 64), row.cosine % (1 << 64))


def _signed(hash_: int) -> int:
    """As the databases keep 64 bits."""
    return hash_ - 2 * SIGN if hash_ >= SIGN else hash_
