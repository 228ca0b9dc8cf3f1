"""Content whose exact text is kept for ever: its fingerprint names the version, any changed character is another one."""

import hashlib
from functools import cached_property
from typing import Self

import orjson

from checklists.parts import Part


class Kept(Part):
    """Something that people were shown, asked or made to sign."""

    def to_json(self) -> str:
        """The exact text as it is kept for ever."""
        plain = self.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        return orjson.dumps(plain, option=orjson.OPT_SORT_KEYS).decode()

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read a kept version."""
        return cls.model_validate(orjson.loads(text))

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of the exact text, in hex."""
        return hashlib.sha256(self.to_json().encode()).hexdigest()
