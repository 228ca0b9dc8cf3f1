"""The parent's side of sheet_worker.py: hand a spreadsheet to a walled child, get rows of texts back. Knows no columns."""

import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.confine import command, environment

MODULE = "bot.sheet_worker"
LARGEST = 20 << 20
SECONDS = 20.0


class SheetRefused(Exception):  # noqa: N818 - an answer to who sent the file
    """The file is not read; `reason` is the end of a text id (`sheet-…`)."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `number` is what the spreadsheet shows beside it."""

    number: int
    cells: tuple[str, ...]


Sheets = Mapping[str, Sequence[Row]]


@dataclass(frozen=True, slots=True)
class Book:
    """A file: its visible sheets with their rows, by name (a csv file's is empty), and the names of hidden ones."""

    sheets: Sheets
    hidden: Sequence[str] = ()


def read_file(path: Path, *, largest: int = LARGEST) -> Sheets:
    """All visible sheets of an xlsx or csv file by name. Raises SheetRefused."""
    return open_book(raw_of(path, largest=largest)).sheets


def raw_of(path: Path, *, largest: int = LARGEST) -> bytes:
    """A file's bytes. Raises SheetRefused; never more of it is read than allowed."""
    try:
        with path.open("rb") as file:
            raw = file.read(largest + 1)
    except OSError as error:
        raise SheetRefused("unreadable") from error
    if len(raw) > largest:
        raise SheetRefused("too-big")
    return raw


def read_bytes(raw: bytes, *, seconds: float = SECONDS) -> Sheets:
    """All visible sheets of a file's bytes by name. Raises SheetRefused."""
    return open_book(raw, seconds=seconds).sheets


def open_book(raw: bytes, *, seconds: float = SECONDS) -> Book:
    """A file's bytes as sheets. Raises SheetRefused."""
    if not raw:
        raise SheetRefused("empty")
    try:
        done = subprocess.run(  # noqa: S603 - our own module, nothing of the file is on the command line
            command(MODULE), input=raw, capture_output=True, timeout=seconds, check=False, env=environment()
        )
        said = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError) as error:  # it ran into a wall, or for too long
        raise SheetRefused("too-much") from error
    if "failed" in said:
        raise SheetRefused(said["failed"])
    sheets = {name: [Row(number, tuple(cells)) for number, cells in rows] for name, rows in said["sheets"]}
    return Book(sheets, said.get("hidden", ()))
