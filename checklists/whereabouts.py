"""The place that a report's words name: one that is known already, or a noun of the content with what stands before it."""

import re
from collections.abc import Iterable, Sequence

LONGEST = 30  # characters of a place that is read out of words
_BEFORE = "(?:[0-9A-Za-z一二三四五六七八九十]{1,3}(?:号|#|楼|层|栋)*|[东西南北前后左右内外大小]{1,2})?"
_BESIDE = "(?:[东西南北]?(?:墙|角|侧|边|门口|门))?"


def place_in(words: str, nouns: Sequence[str], known: Iterable[str] = ()) -> str:
    """The place named in these words, as it is written there; empty when there is none."""
    for place in sorted(known, key=len, reverse=True):
        if place and place.casefold() in words.casefold():
            return place
    found = _pattern(nouns).search(words) if nouns else None
    return found.group()[:LONGEST].strip() if found else ""


def _pattern(nouns: Sequence[str]) -> re.Pattern[str]:
    """Chinese nouns with number or side, English ones as words of their own; the longest first."""
    ordered = sorted(nouns, key=len, reverse=True)
    chinese = "|".join(re.escape(noun) for noun in ordered if noun[0] > "\u4dff")
    english = "|".join(re.escape(noun) for noun in ordered if noun[0] <= "\u4dff")
    parts = [f"{_BEFORE}(?:{chinese}){_BESIDE}"] if chinese else []
    parts += [rf"\b(?:{english})\b(?: [0-9]{{1,3}})?"] if english else []
    return re.compile("|".join(parts), re.IGNORECASE)
