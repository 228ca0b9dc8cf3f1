"""Search in short texts by their words (BM25), Chinese and English. Pure Python; what the texts are: suggest.py.

Chinese has no spaces: pairs of neighbouring signs stand for words, single signs count a little. English words are cut
back to a stem by their commonest endings.
"""

import math
import re
import unicodedata
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

FREQUENCY = 1.2  # BM25's k1: how soon it stops to matter that a word comes again
LENGTH = 0.5  # BM25's b: how much long texts are held back
SINGLE = 0.25  # what a single Chinese sign counts beside a pair
_RUNS = re.compile(r"[\u4e00-\u9fff]+|[a-z0-9.]+")
_ENDINGS = ("ing", "es", "ed", "s")
_NO_WORDS = """
    a an the is are was were be been in on of to for and or not no it at by with we our all any has have had from this that
    there without does do did can cannot which when what how you your i my he she they them their its one some very please
    thank
    今天 昨天 现在 这里 那里 我们 你们 他们 这个 那个 什么 怎么 没有 一个
"""
_PLAIN = frozenset(_NO_WORDS.split())  # say nothing about what is meant
_EMPTY_SIGNS = frozenset("的了在是有没不吗都很和与及或把被就也还上下里着们个一这那")

Texts = Sequence[tuple[str, float]]


def normal(text: str) -> str:
    """The text with one form for every sign: full width, capitals."""
    return unicodedata.normalize("NFKC", text).casefold()


def tokens(text: str) -> Iterator[tuple[str, float]]:
    """The words of a text with their weight."""
    for run in _RUNS.findall(normal(text)):
        if run[0] < "\u4e00":
            if run not in _PLAIN:
                yield stem(run), 1.0
            continue
        pairs = (run[place : place + 2] for place in range(len(run) - 1))
        yield from ((pair, 1.0) for pair in pairs if pair not in _PLAIN)
        yield from ((sign, SINGLE) for sign in run if sign not in _EMPTY_SIGNS)


def stem(word: str) -> str:
    """An English word without its commonest endings."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 2:  # noqa: PLR2004 - bus is no bu
            return word[: -len(ending)]
    return word


class Index:
    """Texts to search in, each several parts with a weight. Built once; a search adds up a few short lists."""

    def __init__(self, documents: Sequence[Texts]) -> None:
        counts = [_counted(texts) for texts in documents]
        lengths = [sum(count.values()) for count in counts]
        usual = sum(lengths) / max(1, len(lengths)) or 1.0
        holding = Counter(token for count in counts for token in count)
        self._places: dict[str, array[int]] = {token: array("H") for token in holding}
        self._worths: dict[str, array[float]] = {token: array("f") for token in holding}
        for place, (count, length) in enumerate(zip(counts, lengths, strict=True)):
            damp = FREQUENCY * (1 - LENGTH + LENGTH * length / usual)
            for token, often in count.items():
                self._places[token].append(place)
                rarity = _rarity(len(counts), holding[token])
                self._worths[token].append(rarity * often * (FREQUENCY + 1) / (often + damp))

    def search(self, words: Mapping[str, float]) -> list[tuple[int, float]]:
        """The texts that hold some of these words, best first, with their points."""
        points: dict[int, float] = defaultdict(float)
        for token, weight in words.items():
            for place, worth in zip(self._places.get(token, ()), self._worths.get(token, ()), strict=True):
                points[place] += weight * worth
        return sorted(points.items(), key=lambda one: (-one[1], one[0]))


def _counted(texts: Texts) -> dict[str, float]:
    count: dict[str, float] = defaultdict(float)
    for text, weight in texts:
        for token, part in tokens(text):
            count[token] += weight * part
    return count


def _rarity(total: int, holding: int) -> float:
    return math.log(1 + (total - holding + 0.5) / (holding + 0.5))
