"""Words that are nearly a label: a part of it, the label with signs left out, or with one slip of the pen."""

import re
from collections.abc import Callable

SHORTEST = 3  # signs; shorter words have no room for a slip and too many neighbours
_AROUND = re.compile(
    r"^(?:[我们咱店里家这儿的是用就有点了都在选,\s]|目前|现在)+|[的了呢啊呀哦啦,\s]+$"
    r"|^(?:we use|we have|we've got|it is|it's|ours is|a|an|the|our)\s+"
)


_DENIES = re.compile("[不没无未非]")  # 没修过 is no slip of 没检过


def stripped(said: str) -> str:
    """The words without the small ones around them: `我们店是液化气` is `液化气`."""
    bare = said
    while (shorter := _AROUND.sub("", bare)) != bare and shorter:
        bare = shorter
    return bare


def _part(label: str, said: str) -> bool:
    """A part of a label, in English whole words; or all of it."""
    if len(label) < 2:  # noqa: PLR2004 - one sign stands in too many words
        return False
    inside = re.search(rf"\b{re.escape(said)}\b", label) is not None if said.isascii() else said in label
    return inside or stripped(label) == said


def _shortened(label: str, said: str) -> bool:
    """Left out in the middle: 管道气 for 管道天然气, `piped gas` for `piped natural gas`."""
    if said.isascii():
        words, wanted = iter(re.findall(r"[a-z]+", label)), re.findall(r"[a-z]+", said)
        return len(wanted) > 1 and all(word in words for word in wanted)
    signs = iter(label)
    long = len(said) >= SHORTEST and 2 * len(said) >= len(label)
    return long and said[0] == label[0] and said[-1] == label[-1] and all(sign in signs for sign in said)


def _slipped(label: str, said: str) -> bool:
    """One wrong, missing or additional sign in a label; one wrong sign in a part of a Chinese one."""
    if len(label) > SHORTEST and _one_slip(label, said):
        return True
    size = len(said)
    if len(label) <= SHORTEST or size < SHORTEST or said.isascii() or _DENIES.search(said):
        return False
    parts = (label[start : start + size] for start in range(len(label) - size + 1))
    return any(_one_slip(part, said) for part in parts)


def _one_slip(one: str, other: str) -> bool:
    """Whether two words differ in at most one place."""
    if abs(len(one) - len(other)) > 1:
        return False
    pairs = enumerate(zip(one, other, strict=False))
    start = next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
    rest, others = one[start:], other[start:]
    return rest[1:] == others[1:] or rest[1:] == others or rest == others[1:]


ALIKE: tuple[Callable[[str, str], bool], ...] = (_part, _shortened, _slipped)
