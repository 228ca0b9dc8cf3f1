"""Scanned codes as text: the code alone or the only one in a sentence or an address. Written as the content says."""

import re
from unicodedata import normalize

from checklists.validity import LONGEST_CODE

_BLANKS = re.compile(r"[\s\u200b\ufeff]+")
_LABEL = re.compile(r"^[^0-9A-Za-z]*?(?:编号|号码|条码|二维码|代码|码|no|code)[是为:]?\s*", re.IGNORECASE)
_EDGES = r"(?<![0-9A-Za-z])(?:{})(?![0-9A-Za-z])"


def read_code(text: str, shape: re.Pattern[str] | None) -> str | None:
    """Return the code meant, None when there is none or more than one."""
    said = normalize("NFKC", text[: 10 * LONGEST_CODE]).strip()
    return _plain(said) if shape is None else _shaped(said, shape)


def _shaped(said: str, shape: re.Pattern[str]) -> str | None:
    whole = _BLANKS.sub("", said)
    for way in (said, said.upper(), whole, whole.upper()):
        if shape.fullmatch(way):
            return way
    inside = re.compile(_EDGES.format(shape.pattern), shape.flags)
    found = {one.group() for way in (said, said.upper()) for one in inside.finditer(way)}
    return found.pop() if len(found) == 1 else None


def _plain(said: str) -> str | None:
    """Without a pattern: one word with a digit in it, perhaps behind its name."""
    bare = _LABEL.sub("", said).strip(" 。.,，")
    one_word = bool(bare) and len(bare) <= LONGEST_CODE and _BLANKS.search(bare) is None
    return bare if one_word and any(sign.isdigit() for sign in bare) else None
