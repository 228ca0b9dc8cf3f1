"""Identifiers: the same ones in the same order for the same seed, so that a run can be repeated."""

import secrets
from base64 import urlsafe_b64encode
from hashlib import blake2b


class Numbers:
    """Gives out ids. `boot` tells one start of the stand-in from the next, so that ids never return."""

    def __init__(self, seed: int | None = None, boot: int = 0) -> None:
        self._key = (secrets.token_hex(8) if seed is None else str(seed)).encode()[:64]
        self.boot = boot
        self._given = 0

    def digits(self) -> str:
        """A long decimal number, as callback queries and albums have."""
        return str(int.from_bytes(self._next()[:8]) | 1 << 62)

    def reference(self) -> str:
        """A file id."""
        return "AgAC" + urlsafe_b64encode(self._next() * 2).decode().rstrip("=")

    def short(self) -> str:
        """A file's unique id."""
        return "AQAD" + urlsafe_b64encode(self._next()[:9]).decode()

    def _next(self) -> bytes:
        self._given += 1
        return blake2b(f"{self.boot}:{self._given}".encode(), key=self._key, digest_size=18).digest()
