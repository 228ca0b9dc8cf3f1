"""What somebody typed, in one plain writing: half-width, lower case, without blanks at the ends and final marks."""

import re
from unicodedata import normalize

_ENDS = " \t\r\n。.!！~～…,，;；、"
_BLANKS = re.compile(r"\s+")
_SAME = str.maketrans(
    {"—": "-", "–": "-", "−": "-", "：": ":", "“": "", "”": "", '"': "", "’": "'", "\ufe0f": ""}
)


def plain(text: str) -> str:
    """Return the text in plain writing."""
    folded = normalize("NFKC", text).translate(_SAME).lower()
    return _BLANKS.sub(" ", folded).strip(_ENDS)


_MORE = re.compile(r"[,，。;；!！\n]|(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")


def says_more(text: str) -> bool:
    """Whether words stand behind the first part of a text: `没有，明天就办`."""
    _first, *rest = _MORE.split(text.strip(), maxsplit=1)
    return bool(rest) and sum(sign.isalpha() for sign in rest[0]) > 1
