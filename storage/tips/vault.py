"""The lock of what must not be read without the key: AES-256-GCM with a fresh nonce each time, and keyed marks. No tables here.

The first key locks, all of them open: so a key can be changed while old rows are still there.
"""

import hashlib
import hmac
import os
from base64 import b64decode, b64encode
from collections.abc import Sequence

NONCE, PADDED = 12, 256  # bytes; everything is filled up, so that its length says little


class Vault:
    """Locks and opens. `about` ties what is locked to its place: moved to another row it opens no more."""

    def __init__(self, keys: Sequence[bytes]) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import (  # noqa: PLC0415 - 50 ms that a start need not spend
            AESGCM,
        )

        if not keys:
            raise ValueError("a vault needs a key")
        self._locks = [AESGCM(hashlib.sha256(b"anwen tips lock" + key).digest()) for key in keys]
        self._marks = hashlib.sha256(b"anwen tips mark" + keys[0]).digest()

    def lock(self, plain: bytes, about: str) -> bytes:
        """Ciphertext; another one every time."""
        nonce = os.urandom(NONCE)
        whole = len(plain).to_bytes(4, "big") + plain
        filled = whole + bytes(-len(whole) % PADDED)
        return nonce + self._locks[0].encrypt(nonce, filled, about.encode())

    def open(self, locked: bytes, about: str) -> bytes | None:
        """What was locked; None when none of our keys has locked it, or it was changed or moved."""
        from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - see above

        for lock in self._locks:
            try:
                whole = lock.decrypt(locked[:NONCE], locked[NONCE:], about.encode())
            except (InvalidTag, ValueError):
                continue
            return whole[4 : 4 + int.from_bytes(whole[:4], "big")]
        return None

    def lock_text(self, plain: str, about: str) -> str:
        """The same for text."""
        return b64encode(self.lock(plain.encode(), about)).decode()

    def open_text(self, locked: str, about: str) -> str | None:
        """What lock_text has locked; None when it cannot be opened."""
        try:
            plain = self.open(b64decode(locked, validate=True), about)
        except ValueError:
            return None
        return None if plain is None else plain.decode()

    def mark(self, *parts: str | int) -> str:
        """A mark that only the key can make: the same parts give the same mark."""
        return hmac.new(self._marks, "\0".join(map(str, parts)).encode(), hashlib.sha256).hexdigest()
