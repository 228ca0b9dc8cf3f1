"""The tree over the entries of a head, as certificate transparency builds it (RFC 6962, RFC 9162): one entry is proved by a few hashes."""

from collections.abc import Iterable, Sequence
from hashlib import sha256

EMPTY = sha256().digest()


def leaf(content: bytes) -> bytes:
    return sha256(b"\0" + content).digest()


def node(left: bytes, right: bytes) -> bytes:
    return sha256(b"\1" + left + right).digest()


class Tree:
    """Takes leaves one by one and knows the root at any time; it holds no more than one hash a level."""

    def __init__(self, contents: Iterable[bytes] = ()) -> None:
        self._whole: list[
            tuple[int, bytes]
        ] = []  # complete trees by their number of leaves, the largest first
        for content in contents:
            self.add(content)

    def add(self, content: bytes) -> None:
        """One more leaf."""
        size, found = 1, leaf(content)
        while self._whole and self._whole[-1][0] == size:
            found = node(self._whole.pop()[1], found)
            size *= 2
        self._whole.append((size, found))

    def root(self) -> bytes:
        """The hash over all leaves so far."""
        if not self._whole:
            return EMPTY
        *rest, (_, found) = self._whole
        for _, left in reversed(rest):
            found = node(left, found)
        return found


def path(contents: Sequence[bytes], index: int) -> list[bytes]:
    """What one has to know beside a leaf to come to the root, from the leaf upwards."""
    if len(contents) == 1:
        return []
    split = _split(len(contents))
    if index < split:
        return [*path(contents[:split], index), Tree(contents[split:]).root()]
    return [*path(contents[split:], index - split), Tree(contents[:split]).root()]


def climbed(content: bytes, index: int, size: int, hashes: Sequence[bytes]) -> bytes | None:
    """The root that a leaf leads to by its path; None when the path does not fit the place."""
    if not 0 <= index < size:
        return None
    return _climb(leaf(content), index, size, hashes)


def _climb(found: bytes, index: int, size: int, hashes: Sequence[bytes]) -> bytes | None:
    if size == 1:
        return found if not hashes else None
    if not hashes:
        return None
    split = _split(size)
    *below, beside = hashes
    if index < split:
        left = _climb(found, index, split, below)
        return None if left is None else node(left, beside)
    right = _climb(found, index - split, size - split, below)
    return None if right is None else node(beside, right)


def _split(size: int) -> int:
    """The largest power of two below the size."""
    return 1 << (size - 1).bit_length() - 1
