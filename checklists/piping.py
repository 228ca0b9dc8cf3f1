"""Facts and earlier answers in the text of a question: {fact:staff}, {answer:CG-01}, {n}. Filled when it is shown."""

import re
from collections.abc import Callable, Iterator
from datetime import date, time
from decimal import Decimal

from checklists.answers import Location, NotApplicable, Value
from checklists.harmless import clean, unlinked
from checklists.words import Words

UNKNOWN = "…"
LONGEST = 30  # characters of somebody's own words inside a question
PIPE = re.compile(r"\{(?:(fact|answer):([A-Za-z][A-Za-z0-9_-]{0,31})|(n))\}")
LEFT_OVER = re.compile(r"[{}]")

Find = Callable[[str, str], Words]


def piped(words: Words | None) -> bool:
    """Whether something has to be filled in."""
    return words is not None and ("{" in words.zh or "{" in words.en)


def pipes(words: Words) -> Iterator[tuple[str, str]]:
    """Yield what a text wants: ("fact", id), ("answer", id) or ("n", "")."""
    for found in (*PIPE.finditer(words.zh), *PIPE.finditer(words.en)):
        yield (found.group(1) or "n", found.group(2) or "")


def filled(words: Words, find: Find) -> Words:
    """The text with everything filled in."""

    def zh(found: re.Match[str]) -> str:
        return find(found.group(1) or "n", found.group(2) or "").zh

    def en(found: re.Match[str]) -> str:
        return find(found.group(1) or "n", found.group(2) or "").en

    return Words(PIPE.sub(zh, words.zh), PIPE.sub(en, words.en))


def unknown(_kind: str, _name: str) -> Words:
    """Nothing is known here."""
    return same(UNKNOWN)


def same(text: str) -> Words:
    return Words(text, text)


def value_words(value: Value | None) -> Words:
    """A value inside a sentence: numbers bare, days and times in figures, people's words short and harmless."""
    match value:
        case None:
            said = UNKNOWN
        case Decimal():
            said = format(value.normalize(), "f")
        case date():
            said = value.isoformat()
        case time():
            said = f"{value:%H:%M}"
        case Location():
            said = _harmless(value.address) or f"{value.lat:.4f}, {value.lon:.4f}"
        case tuple():
            said = str(len(value))
        case NotApplicable():
            return Words("不适用", "not applicable")
        case _:
            said = _harmless(value)
    return same(said)


def _harmless(text: str) -> str:
    return unlinked(clean(text, LONGEST))


def joined(labels: list[Words]) -> Words:
    """Several options in one breath."""
    return Words("、".join(one.zh for one in labels), ", ".join(one.en for one in labels))
