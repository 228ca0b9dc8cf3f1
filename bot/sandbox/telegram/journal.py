"""Keeps what happened, one JSON line a change, so that a restart finds everything again. Meaning is given elsewhere."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import orjson

Record = list[Any]


class Journal:
    """Lines in one file; without a file nothing is kept and writing costs nothing."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._file = -1

    @property
    def kept(self) -> bool:
        """Whether anything is written at all."""
        return self._file >= 0

    def read(self) -> Iterator[Record]:
        """All whole lines of the last run; a line cut off by a crash ends the reading."""
        if not self._path or not self._path.exists():
            return
        with self._path.open("rb") as lines:
            for line in lines:
                if not line.endswith(b"\n"):
                    return
                yield orjson.loads(line)

    def begin(self, state: Iterable[Record]) -> None:
        """Replace the file by the present state and go on from there."""
        if not self._path:
            return
        fresh = self._path.with_suffix(".new")
        fresh.write_bytes(b"".join(_line(record) for record in state))
        fresh.replace(self._path)
        self._file = os.open(self._path, os.O_WRONLY | os.O_APPEND)

    def write(self, record: Record) -> None:
        """Add a line; it is with the operating system when this returns."""
        if self._file >= 0:
            os.write(self._file, _line(record))

    def close(self) -> None:
        """End the file; writing after this keeps nothing."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1


def _line(record: Record) -> bytes:
    return orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE | orjson.OPT_NON_STR_KEYS)
