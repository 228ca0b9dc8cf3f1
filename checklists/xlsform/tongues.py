"""Which languages of an XLSForm become the Chinese and the English of a checklist."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checklists.xlsform.survey import DEFAULT, HAN, Row, Survey

_CHINESE = re.compile(r"\b(zh|cmn|chinese|mandarin)\b|中文|汉语|漢語|普通话", re.IGNORECASE)
_ENGLISH = re.compile(r"\b(en|eng|english|inglés|anglais)\b|英文|英语", re.IGNORECASE)
MOSTLY = 0.5


@dataclass(frozen=True, slots=True)
class Tongues:
    """The languages that are read: the source's, and English (None: there is none). `chinese` false: the source is another."""

    source: str
    english: str | None
    chinese: bool

    def of(self, text: Mapping[str, str]) -> str:
        """The text of the source, or whatever there is."""
        return text.get(self.source) or next(iter(text.values()), "")

    def in_english(self, text: Mapping[str, str]) -> str | None:
        """The English, None when there is none."""
        return text.get(self.english) if self.english is not None else None


def tongues_of(survey: Survey, source: str | None = None, english: str | None = None) -> Tongues:
    """Found by the names of the languages and by their script; named ones win."""
    found = _found(survey)
    english = english or next((one for one in found if _ENGLISH.search(one)), None)
    chinese = next((one for one in found if _CHINESE.search(one)), None) or _han(found)
    if source is None and english is None and chinese is None and DEFAULT in found:
        english = DEFAULT  # without any name: taken for English when it is not Chinese
    chosen = source or chinese or english or survey.language
    if chosen not in found and found:
        chosen = next(iter(found))
    if english == chosen and chinese == chosen:
        english = None
    return Tongues(
        chosen, english, chinese=chosen == chinese or (source is not None and source == chosen != english)
    )


def _found(survey: Survey) -> Mapping[str, list[str]]:
    """Every language with its texts, the form's own first."""
    found: dict[str, list[str]] = {}
    for text in _texts(survey.rows):
        for language, words in text.items():
            found.setdefault(language, []).append(words)
    first = [survey.language] if survey.language in found else []
    return {language: found[language] for language in dict.fromkeys((*first, *found))}


def _texts(rows: object) -> Iterator[Mapping[str, str]]:
    for row in rows if isinstance(rows, (list, tuple)) else ():
        if isinstance(row, Row):
            yield row.label
            yield from (choice.label for choice in row.choices or ())


def _han(found: Mapping[str, list[str]]) -> str | None:
    """The first language most of whose texts are written in Chinese characters."""
    for language, words in found.items():
        if sum(bool(HAN.search(one)) for one in words) > MOSTLY * len(words):
            return language
    return None
