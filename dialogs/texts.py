"""Words of the product: a Line becomes text in one language. No wording here, and nothing of a conversation.

Content, names and notes are escaped exactly once, here, at output. The locales themselves are trusted and may hold
bold and italic tags; everything that comes in as an argument may not.
"""

import html
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from fluent.runtime.resolver import CurrentEnvironment, ResolverEnvironment
from fluent.runtime.types import FluentInt
from fluent.syntax import ast

from checklists import harmless
from checklists.words import Language, Words
from dialogs.talk import Argument, Line
from dialogs.veiled import veiled
from dialogs.wording import Wording

LOCALES = Path(__file__).parent / "locales"
SHANGHAI = ZoneInfo("Asia/Shanghai")
LONGEST = 300  # characters of one text that came from a person
LABEL = 60

log = logging.getLogger(__name__)


class WordsMissing(LookupError):  # noqa: N818 - what it says is the name
    """A text id or one of its arguments does not exist: a bug of ours, never of the person."""


class Plain(FluentInt):
    """A whole number shown without grouping: years, question numbers, counts."""

    def format(self, locale: object) -> str:  # noqa: ARG002 - the base class asks for it
        return str(int(self))


@dataclass(frozen=True, slots=True)
class Pattern:
    """One compiled text. `parts` is its quick form (text and argument names) when it has no choices inside."""

    parts: tuple[tuple[str, bool], ...] | None
    slow: Any


def clean(text: str, longest: int = LONGEST) -> str:
    """Text from a person in one line, without hidden characters, cut honestly."""
    return harmless.clean(text, longest)


def escaped(text: str) -> str:
    """Text from a person as HTML in which no link, mention or command can come to life."""
    return html.escape(harmless.unlinked(text), quote=False)


def plain_number(value: Decimal) -> str:
    """12, 0.5, 300: no exponent, no trailing zeros."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


class Texts:
    """Both languages. `strict` raises on a missing id or argument; otherwise it is logged and shown.

    `minimal` says aliases for the names and phones of people (veiled.py).
    """

    def __init__(
        self, sources: Mapping[Language, str], *, strict: bool = False, minimal: bool = False
    ) -> None:
        self.strict = strict
        self.minimal = minimal
        self._wordings = {language: Wording(language, source) for language, source in sources.items()}
        self._patterns: dict[tuple[Language, str], Pattern] = {}
        self._alternatives: dict[tuple[Language, str], frozenset[str]] = {}
        self._day = lru_cache(maxsize=512)(self._day_text)

    @classmethod
    def load(cls, root: Path = LOCALES, *, strict: bool = False, minimal: bool = False) -> "Texts":
        """Read every .ftl file of both languages."""
        sources = {language: read_source(root, language) for language in Language}
        return cls(sources, strict=strict, minimal=minimal)

    def say(self, line: Line | Words, language: Language) -> str:
        """HTML of one line, every argument escaped, for messages."""
        return self._value(line, language, markup=True)

    def plain(self, line: Line | Words, language: Language) -> str:
        """Plain text of one line, for toasts."""
        return self._value(line, language, markup=False)

    def label(self, label: Line | Words, language: Language) -> str:
        """Plain text of a button."""
        return self._value(label, language, markup=False)[:LABEL]

    def alternatives(self, text_id: str, language: Language) -> frozenset[str]:
        """The words of a text that lists several, parted by `|`; none when there is no such text."""
        key = (language, text_id)
        if key not in self._alternatives:
            known = self._wordings[language].pattern(text_id) is not None
            whole = self.plain(Line(text_id), language) if known else ""
            self._alternatives[key] = frozenset(one for part in whole.split("|") if (one := part.strip()))
        return self._alternatives[key]

    def _value(self, value: Argument, language: Language, *, markup: bool) -> str:
        if isinstance(value, Line):
            return self._line(value, language, markup=markup)
        if isinstance(value, Words):
            content = value.to(language)
            return html.escape(content, quote=False) if markup else content
        if isinstance(value, str):
            return escaped(clean(value)) if markup else clean(value)
        return self._figure(value, language)

    def _figure(self, value: int | Decimal | date, language: Language) -> str:
        if isinstance(value, datetime):
            local = value.astimezone(SHANGHAI)
            args = {"day": self._day(local.date(), language), "time": f"{local:%H:%M}"}
            return self._line(Line("moment", args), language, markup=False)
        if isinstance(value, date):
            return self._day(value, language)
        return plain_number(value) if isinstance(value, Decimal) else str(value)

    def _day_text(self, value: date, language: Language) -> str:
        args = {"month": value.month, "day": value.day, "weekday": value.isoweekday()}
        return self._line(Line("day", args), language, markup=False)

    def _line(self, line: Line, language: Language, *, markup: bool) -> str:
        pattern = self._patterns.get((language, line.id)) or self._compiled(language, line.id)
        if pattern is None:
            return self._missing(f"no text {line.id} in {language}", line.id)
        if self.minimal:
            line = Line(line.id, veiled(line.args))
        if pattern.parts is not None:
            return self._quick(pattern.parts, line, language, markup=markup)
        args = {
            name: Plain(value) if isinstance(value, int) else self._value(value, language, markup=markup)
            for name, value in line.args.items()
        }
        return self._resolved(pattern, args, line, language)

    def _quick(
        self, parts: tuple[tuple[str, bool], ...], line: Line, language: Language, *, markup: bool
    ) -> str:
        try:
            return "".join(
                [
                    self._value(line.args[text], language, markup=markup) if argument else text
                    for text, argument in parts
                ]
            )
        except KeyError as missing:
            return self._missing(f"text {line.id} wants {missing}", line.id)

    def _resolved(self, pattern: Pattern, args: dict[str, Any], line: Line, language: Language) -> str:
        errors: list[Exception] = []
        found = pattern.slow(
            ResolverEnvironment(
                context=self._wordings[language].bundle, current=CurrentEnvironment(args=args), errors=errors
            )
        )
        return self._missing(f"text {line.id}: {errors[0]}", line.id) if errors else str(found)

    def _compiled(self, language: Language, text_id: str) -> Pattern | None:
        slow = self._wordings[language].pattern(text_id)
        if slow is None:
            return None
        pattern = Pattern(_parts(slow), slow)
        self._patterns[language, text_id] = pattern
        return pattern

    def _missing(self, what: str, text_id: str) -> str:
        if self.strict:
            raise WordsMissing(what)
        log.error("words missing: %s", what)
        return text_id


def read_source(root: Path, language: Language) -> str:
    """Every .ftl file of one language as one text."""
    files = sorted((root / language.value).glob("*.ftl"))
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def _parts(pattern: Any) -> tuple[tuple[str, bool], ...] | None:
    """Text and plain arguments of a pattern in order, or None when it chooses or refers."""
    parts: list[tuple[str, bool]] = []
    for element in getattr(pattern, "elements", [pattern]):
        if isinstance(element, ast.TextElement):
            parts.append((element.value, False))
        elif isinstance(element, ast.Placeable) and isinstance(element.expression, ast.VariableReference):
            parts.append((element.expression.id.name, True))
        else:
            return None
    return tuple(parts)
