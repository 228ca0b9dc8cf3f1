"""All content files as they are written, in one piece: what is released, kept in a database, and served from there."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import orjson

from checklists.catalogue import Catalogue
from checklists.issues import Issue
from checklists.load import CONTENT, load_texts, read_texts


@dataclass(frozen=True, slots=True)
class Bundle:
    """The texts of all files by their path. Any changed character is another bundle."""

    files: Mapping[str, str]

    @classmethod
    def read(cls, root: Path = CONTENT) -> "Bundle":
        """The files below a folder; ContentError when one of them cannot be read at all."""
        found: list[Issue] = []
        files = read_texts((root,), found)
        if found:
            load_texts(files, found)  # raises, with what is wrong in the other files as well
        return cls(files)

    @property
    def fingerprint(self) -> str:
        """SHA-256 of all texts, in hex."""
        return hashlib.sha256(orjson.dumps(dict(self.files), option=orjson.OPT_SORT_KEYS)).hexdigest()

    def catalogue(self) -> Catalogue:
        """What the files say, checked whole; ContentError names every problem at once."""
        return load_texts(dict(sorted(self.files.items())), [])  # a database may give them in another order
