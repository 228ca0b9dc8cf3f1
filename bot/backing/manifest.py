"""What a backup says of itself: when, what stands in it, every part with its size and SHA-256. The last line is the sum of the rest."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from storage.snapshots import Standing

NAME = "manifest.json"
KIND, VERSION = "anwen-backup", 1
PIECE = 1 << 20


class Broken(Exception):  # noqa: N818 - it is a sentence for the operator
    """A backup is not whole; the message says where."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a backup."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """database: sqlite or postgresql · file: which part it is · key: public half of the key that signed heads."""

    made_at: str
    database: str
    file: str
    standing: Standing
    key: str
    parts: Mapping[str, Part] = field(default_factory=dict)

    def text(self) -> str:
        """As it is written: one JSON text, then its own sum."""
        whole: dict[str, Any] = {"kind": KIND, "version": VERSION, **asdict(self)}
        body = json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return f"{body}\n{hashlib.sha256(body.encode()).hexdigest()}\n"


def read(folder: Path) -> Manifest:
    """The manifest of a folder. Broken when it is missing, cut or of another kind."""
    try:
        body, own, rest = (folder / NAME).read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError, ValueError):
        raise Broken(f"{NAME} is missing or cut") from None
    if rest or hashlib.sha256(body.encode()).hexdigest() != own:
        raise Broken(f"{NAME} was cut or changed")
    kept = json.loads(body)
    if kept.get("kind") != KIND or kept.get("version") != VERSION:
        raise Broken(f"{NAME} is of another kind or a newer version of the program")
    standing = Standing(**kept["standing"])
    parts = {name: Part(**part) for name, part in kept["parts"].items()}
    return Manifest(kept["made_at"], kept["database"], kept["file"], standing, kept["key"], parts)


def check(folder: Path) -> Manifest:
    """Hold every part against its sum. Broken names the first that does not fit."""
    found = read(folder)
    for name, part in found.parts.items():
        if not inside(name):
            raise Broken(f"{name} does not lie in the backup")
        path = folder / name
        try:
            size = path.stat().st_size
        except OSError:
            raise Broken(f"{name} is missing") from None
        if size != part.size:
            raise Broken(f"{name} has {size} bytes instead of {part.size}")
        if digest(path) != part.sha256:
            raise Broken(f"{name} was changed: its SHA-256 is another one")
    return found


def inside(name: str) -> bool:
    """Whether a part stays in its folder."""
    path = Path(name)
    return not path.is_absolute() and ".." not in path.parts and bool(path.parts)


def digest(path: Path) -> str:
    """SHA-256 of a file, read in pieces."""
    hashed = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            hashed.update(piece)
    return hashed.hexdigest()
