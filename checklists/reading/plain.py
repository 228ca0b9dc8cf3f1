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
