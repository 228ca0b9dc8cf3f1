"""What an insider with all rights on the database could do, one function each (promise P15). Used by small tests and by the proof.

Every function changes things in an open transaction that is rolled back afterwards, and says which entry is the first
that is wrong, and what it should be called.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, text, update

from bot.headfiles import HeadFiles
from bot.keys import Key, checks
from bot.verifying import Cupboard
from safety.seals import heads as signed
from safety.seals.entries import Seal, parts_of, seal_of
from safety.seals.findings import Report, Tampering
from storage.sealing import chain, heads, reading, verifying
from storage.sealing.chain import Settled
from storage.sealing.signatures import Trust
from storage.sealing.verifying import Outside
from storage.tables.events import events
from storage.tables.media import media
from storage.tables.seals import receipts, seals

Expected = tuple[int, Tampering]
PORTION = 20_000
COLUMNS = [column.name for column in events.c]


@dataclass
class Scene:
    """A sealed record with signed heads, its files, and where there is something to tamper with.

    entry  an entry in the middle, of an event whose neighbours are of the same kind
    gap    the entry behind a number that was never given
    photo  the entry of a photo that is kept · receipt  the entry of a submitted self-check, and its number
    """

    connection: Connection
    folder: Path
    key: Key
    now: datetime
    entry: int
    gap: int
    photo: int
    receipt: int
    number: str
    last: int

    @property
    def files(self) -> HeadFiles:
        return HeadFiles(self.folder / "heads")

    def check(self, *more_keys: str) -> Report:
        """The report as `python -m bot verify` would make it."""
        kept = [head for _, head in self.files.read() if head is not None]
        trust = Trust({self.key.public, *more_keys}, checks)
        outside = Outside(kept, self.files.marks, Cupboard(self.folder).look, trust)
        return verifying.report(self.connection, outside)

    def event(self, entry: int) -> int:
        found = reading.entry(self.connection, entry)
        assert found is not None
        return found.event

    def change(self, entry: int, **values: Any) -> None:
        """Change the event of an entry."""
        self.connection.execute(update(events).where(events.c.id == self.event(entry)).values(**values))

    def row(self, entry: int) -> dict[str, Any]:
        found = select(events).where(events.c.id == self.event(entry))
        return dict(self.connection.execute(found).mappings().one())

    def rewrite(self, first: int) -> None:
        """Make the chain fit itself again from an entry on, numbers too."""
        kept = list(reading.entries(self.connection, first - 1, 1 << 60))
        before = reading.entry(self.connection, first - 1)
        made = self._anew(kept, first, before.chained if before else bytes(32))
        self.connection.execute(delete(seals).where(seals.c.entry >= first))
        for start in range(0, len(made), PORTION):
            portion = [columns(one) for one in made[start : start + PORTION]]
            self.connection.execute(insert(seals), portion)

    def _anew(self, kept: list[Seal], first: int, before: bytes) -> list[Seal]:
        made: list[Seal] = []
        rows = reading.rows(self.connection, kept[0].event - 1, kept[-1].event) if kept else iter(())
        there = next(rows, None)
        for seal in kept:
            row, there = (there, next(rows, None)) if there and there.id == seal.event else (None, there)
            if row is None:
                continue
            made.append(seal_of(row, first + len(made), before, seal.sealed_at))
            before = made[-1].chained
        return made


def columns(seal: Seal) -> dict[str, Any]:
    return {
        "entry": seal.entry,
        "event": seal.event,
        "digest": seal.digest,
        "parts": seal.parts,
        "sealed_at": datetime.fromisoformat(seal.sealed_at),
        "chained": seal.chained,
    }


def sign_head(connection: Connection, folder: Path, key: Key, now: datetime) -> signed.Head:
    """Sign the head of a day, in the database and as a file."""
    draft = heads.draft(connection, now)
    assert draft is not None
    head = signed.sign(replace(draft.head, key=key.public), key.signs)
    heads.keep(connection, head, now)
    HeadFiles(folder / "heads").write(head, draft.marks)
    return head


def unguard(connection: Connection) -> None:
    """Take the triggers away that keep append-only tables append-only; rolled back with the rest."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET LOCAL session_replication_role = replica"))
        return
    found = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars().all()
    for name in found:
        connection.execute(text(f"DROP TRIGGER {name}"))


# --- the twelve of P15 --------------------------------------------------------------------------------------------


def edit(scene: Scene) -> Expected:
    scene.change(scene.entry, body={"what": "text", "text": "改过的"})
    return scene.entry, Tampering.EDITED


def remove(scene: Scene) -> Expected:
    scene.connection.execute(delete(events).where(events.c.id == scene.event(scene.entry)))
    return scene.entry, Tampering.DELETED


def put_in(scene: Scene) -> Expected:
    new = scene.row(scene.entry) | {"id": scene.event(scene.gap) - 1, "update_key": "1:1", "subject": "new"}
    scene.connection.execute(insert(events), new)
    return scene.gap, Tampering.INSERTED


def reorder(scene: Scene) -> Expected:
    one, other = scene.event(scene.entry), scene.event(scene.entry + 1)
    for number, to in ((one, -1), (other, one), (-1, other)):
        scene.connection.execute(update(events).where(events.c.id == number).values(id=to))
    return scene.entry, Tampering.REORDERED


def backdate(scene: Scene) -> Expected:
    scene.change(scene.entry, at=scene.row(scene.entry)["at"] - timedelta(days=3))
    return scene.entry, Tampering.BACKDATED


def cut_tail(scene: Scene) -> Expected:
    """The last ones go with their seals, and nothing is left of them but the head."""
    first = scene.last - 4
    scene.connection.execute(delete(events).where(events.c.id >= scene.event(first)))
    scene.connection.execute(delete(seals).where(seals.c.entry >= first))
    scene.connection.execute(delete(receipts).where(receipts.c.entry >= first))
    return first, Tampering.CUT


def rewrite_chain(scene: Scene) -> Expected:
    edit(scene)
    scene.rewrite(scene.entry)
    return scene.entry, Tampering.REWRITTEN


def swap_photo(scene: Scene) -> Expected:
    """Another file lies where the photo lay."""
    row = scene.row(scene.photo)
    name = scene.connection.execute(
        select(media.c.path).where(media.c.id == row["body"]["photo"])
    ).scalar_one()
    (scene.folder / "media" / name).write_bytes(b"another picture")
    return scene.photo, Tampering.PHOTO


def swap_actor(scene: Scene) -> Expected:
    scene.change(scene.entry, person=scene.row(scene.entry)["person"] + 1)
    return scene.entry, Tampering.ACTOR


def duplicate(scene: Scene) -> Expected:
    """The same once more, by an update that never came."""
    copy = scene.row(scene.entry) | {"id": scene.event(scene.gap) - 1, "update_key": "1:2"}
    scene.connection.execute(insert(events), copy)
    return scene.gap, Tampering.DUPLICATED


def merge(scene: Scene) -> Expected:
    both = [scene.row(entry)["body"]["text"] for entry in (scene.entry, scene.entry + 1)]
    scene.change(scene.entry, body={"what": "text", "text": " ".join(both)})
    scene.connection.execute(delete(events).where(events.c.id == scene.event(scene.entry + 1)))
    return scene.entry, Tampering.MERGED


def turn_clock_back(scene: Scene) -> Expected:
    """The clock stood a week back while something was said and sealed."""
    then = scene.now - timedelta(days=7)
    top = scene.connection.execute(select(func.max(events.c.id))).scalar_one()
    said = scene.row(scene.entry) | {"id": top + 1, "at": then, "update_key": "1:3"}
    scene.connection.execute(insert(events), said)
    seal_now(scene.connection, then)
    return scene.last + 1, Tampering.CLOCK


def seal_now(connection: Connection, now: datetime) -> None:
    """Seal what stands in this transaction; nobody else is there who could commit anything."""
    top = connection.execute(select(func.max(events.c.id))).scalar_one()
    settled = Settled(seen=top, before=0)
    while chain.seal(connection, settled, now, 50_000):
        settled.seen, settled.before = top, 0


TWELVE: Mapping[str, Callable[[Scene], Expected]] = {
    "edit": edit,
    "delete": remove,
    "insert": put_in,
    "reorder": reorder,
    "backdate": backdate,
    "cut the tail": cut_tail,
    "rewrite the chain": rewrite_chain,
    "swap a photo": swap_photo,
    "swap the actor": swap_actor,
    "duplicate": duplicate,
    "merge": merge,
    "turn the clock back": turn_clock_back,
}


# --- and what comes to mind beside them ---------------------------------------------------------------------------


def remove_with_its_seal(scene: Scene) -> Expected:
    remove(scene)
    scene.connection.execute(delete(seals).where(seals.c.entry == scene.entry))
    return scene.entry, Tampering.DELETED


def remove_a_seal(scene: Scene) -> Expected:
    scene.connection.execute(delete(seals).where(seals.c.entry == scene.entry))
    return scene.entry, Tampering.SEAL


def change_a_seal(scene: Scene) -> Expected:
    found = update(seals).where(seals.c.entry == scene.entry)
    scene.connection.execute(found.values(parts=b"0" * 12))
    return scene.entry, Tampering.SEAL


def remove_and_rewrite(scene: Scene) -> Expected:
    """All later entries move up; the chain is whole and ends one earlier."""
    remove(scene)
    scene.rewrite(scene.entry)
    return scene.entry, Tampering.REWRITTEN


def put_in_and_move_on(scene: Scene) -> Expected:
    """All later events get the next number, so that there is room."""
    new, first = scene.row(scene.entry), scene.event(scene.entry)
    moved = scene.connection.execute(
        select(events.c.id).where(events.c.id >= first).order_by(events.c.id.desc())
    )
    for number in moved.scalars().all():
        scene.connection.execute(update(events).where(events.c.id == number).values(id=number + 1))
    new |= {"update_key": "1:4", "body": {"what": "text", "text": "neu"}, "id": first}
    scene.connection.execute(insert(events), new)
    return scene.entry, Tampering.INSERTED


def copy_over_another(scene: Scene) -> Expected:
    other = scene.row(scene.entry + 1)
    kept = {name: other[name] for name in COLUMNS if name not in {"id", "update_key", "ordinal"}}
    scene.change(scene.entry, **kept)
    return scene.entry, Tampering.DUPLICATED


def give_a_receipt_twice(scene: Scene) -> Expected:
    top = scene.connection.execute(select(func.max(events.c.id))).scalar_one()
    scene.connection.execute(insert(events), scene.row(scene.receipt) | {"id": top + 1, "update_key": "1:5"})
    seal_now(scene.connection, scene.now + timedelta(hours=1))
    return scene.last + 1, Tampering.DUPLICATED


def name_another_photo(scene: Scene) -> Expected:
    photo = scene.row(scene.photo)["body"]["photo"]
    scene.connection.execute(update(media).where(media.c.id == photo).values(sha256="0" * 64))
    return scene.photo, Tampering.PHOTO


def lose_a_photo(scene: Scene) -> Expected:
    for path in (scene.folder / "media").rglob("*.jpg"):
        path.unlink()
    return scene.photo, Tampering.GONE


def change_what_was_signed(scene: Scene) -> Expected:
    change = text("UPDATE submissions SET score = score + 1 WHERE receipt = :number")
    scene.connection.execute(change, {"number": scene.number})
    return scene.receipt, Tampering.DOCUMENT


def post_date(scene: Scene) -> Expected:
    """An event that happens after it was sealed, sealed anew with everything behind it."""
    scene.change(scene.last, at=scene.now + timedelta(days=9))
    scene.rewrite(scene.last)
    return scene.last, Tampering.CLOCK


MORE: Mapping[str, Callable[[Scene], Expected]] = {
    "delete with its seal": remove_with_its_seal,
    "take a seal away": remove_a_seal,
    "change a seal": change_a_seal,
    "delete and rewrite": remove_and_rewrite,
    "insert and move on": put_in_and_move_on,
    "copy over another": copy_over_another,
    "give a receipt twice": give_a_receipt_twice,
    "name another photo": name_another_photo,
    "lose a photo": lose_a_photo,
    "change what was signed": change_what_was_signed,
    "date after the sealing": post_date,
}
__all__ = ["MORE", "TWELVE", "Scene", "parts_of", "seal_now", "sign_head", "unguard"]
