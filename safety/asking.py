"""Queries over enterprises in people's own words, in Chinese or English: 城东街道 用燃气 90天没检查; gas users not checked for 90 days.

What is understood is taken out of the words, piece by piece; what is left over is given back, so that it can be said. Pure.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from checklists.asking_rules import AskedFact
from checklists.reading import asking_words as asked
from checklists.reading.plain import plain
from safety.queries import ANY_FORM, MOST_DAYS, NOW, Query, Range

LONGEST = 200  # characters that are read
STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What can be asked for by name: the towns in reach (and the own area's name, which narrows nothing), the facts, which of them are industries."""

    towns: Sequence[str]
    place: str
    facts: Sequence[AskedFact]
    industries: frozenset[str]
    departments: Sequence[str] = ()
    grids: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Understood:
    """What words came to. `left`: pieces that meant nothing, as they were written."""

    query: Query
    left: tuple[str, ...] = ()
    found: bool = False  # anything at all


@dataclass(slots=True)
class _Words:
    """The words in plain writing, and what has been taken out of them."""

    said: str
    found: bool = False

    def take(self, pattern: re.Pattern[str], sign: str = asked.OTHER) -> re.Match[str] | None:
        """The first place where it stands; it is taken out, and the sign put there."""
        match = pattern.search(self.said)
        if match is None or not match[0]:
            return None
        self.said = self.said[: match.start()] + sign + self.said[match.end() :]
        self.found = True
        return match

    def denied(self, before: int) -> bool:
        """Whether the words before a place say no; the no is taken out with them."""
        head = self.said[:before]
        no = asked.DENIED.search(head)
        if no is None:
            return False
        self.said = head[: no.start()] + asked.OTHER * (before - no.start()) + self.said[before:]
        return True


def read(text: str, vocabulary: Vocabulary, before: Query = Query()) -> Understood:  # noqa: B008 - frozen
    """Add what the words say to a query. A second town, colour or industry is one more, anything else comes in place of what was."""
    words = _Words(plain(text[:LONGEST]))
    query = before
    for part in (_towns, _checks, _flags, _numbers, _facts, _colours):
        query = part(words, query, vocabulary)
    return Understood(query, _left(words.said), words.found)


def _towns(words: _Words, query: Query, vocabulary: Vocabulary) -> Query:
    """Towns by their names, or by the names without what every town is called."""
    known = {plain(name): name for name in vocabulary.towns}
    short = {_short(name): name for name in vocabulary.towns if len(_short(name)) > 1}
    for name in sorted({**short, **known}, key=len, reverse=True):
        if words.take(re.compile(re.escape(name)), asked.TOWN):
            town = known.get(name) or short[name]
            query = replace(query, towns=_more(query.towns, town))
    for field, names in (("departments", vocabulary.departments), ("grids", vocabulary.grids)):
        for name in sorted(names, key=len, reverse=True):
            if words.take(re.compile(re.escape(plain(name)))):
                query = query.having(field, _more(getattr(query, field), name))
    own = {
        plain(vocabulary.place),
        _short(vocabulary.place),
        *asked.OWN,
    }
    for name in sorted((one for one in own if len(one) > 1), key=len, reverse=True):
        words.take(re.compile(re.escape(name)))
    return query


def _short(name: str) -> str:
    for suffix in asked.SUFFIX:
        if name.endswith(suffix):
            return plain(name.removesuffix(suffix))
    return plain(name)


def _more(kept: tuple[str, ...], one: str) -> tuple[str, ...]:
    return kept if one in kept else (*kept, one)


def _checks(words: _Words, query: Query, _vocabulary: Vocabulary) -> Query:
    """For how long nothing was handed in, or that this period's check was not."""
    if (days := _for(words, asked.NOT_SEEN, asked.NOT_SEEN_EN, asked.NEVER_SEEN)) is not None:
        query = replace(query, not_inspected_days=days)
    if words.take(asked.NOT_COVERED):
        query = replace(query, not_covered=NOW)
    if (days := _for(words, asked.NOT_FOR, asked.NOT_FOR_EN, asked.NEVER)) is not None:
        query = replace(query, not_checked_days=days)
    return replace(query, undone=ANY_FORM) if words.take(asked.UNDONE) else query


def _for(words: _Words, *patterns: re.Pattern[str]) -> int | None:
    """For how many days it was not done; the last pattern says never."""
    *spans, never = patterns
    for pattern in spans:
        found = words.take(pattern)
        if found is not None:
            number, unit = [one for one in found.groups() if one][:2]
            return asked.days(number, unit, MOST_DAYS)
    return MOST_DAYS if words.take(never) else None


def _flags(words: _Words, query: Query, _vocabulary: Vocabulary) -> Query:
    for pattern, change in asked.FLAGS:
        if words.take(pattern, asked.ACTIVITY if "activities" in change else asked.OTHER):
            kept = {
                name: tuple(dict.fromkeys((*getattr(query, name), *value)))
                if isinstance(value, tuple)
                else value
                for name, value in change.items()
            }
            query = replace(query, **kept)  # type: ignore[arg-type]  # each value is of its field's type
    return query


def _colours(words: _Words, query: Query, _vocabulary: Vocabulary) -> Query:
    for pattern, colour in asked.COLOURS:
        if words.take(pattern, asked.COLOUR):
            query = replace(query, colours=_more(query.colours, colour))
    for pattern, name in asked.CLASSES:
        if words.take(pattern):
            query = replace(query, classes=_more(query.classes, name))
    return query


def _numbers(words: _Words, query: Query, _vocabulary: Vocabulary) -> Query:
    """How many people work there."""
    found = words.take(asked.RANGE)
    if found is None:
        return query
    number = asked.number(
        next(one for one in found.groups() if one and one not in found.groupdict().values())
    )
    said = {name for name, value in found.groupdict().items() if value}
    low, high = _bounds(said, found[0], number)
    rest = tuple(one for one in query.ranges if one.fact != STAFF)
    return replace(query, ranges=(*rest, Range(STAFF, low, high)))


def _bounds(said: set[str], text: str, number: int) -> tuple[int | None, int | None]:
    if said & {"under", "under_en"}:
        return None, number - 1
    if "less" in said:
        return None, number
    above = asked.exceeds(text) and "more" not in said
    return (number + 1 if above else number), None


def _facts(words: _Words, query: Query, vocabulary: Vocabulary) -> Query:
    """Facts by their everyday words, the longest first; a no before them turns them round."""
    named = _named(vocabulary.facts)
    for word in sorted(named, key=len, reverse=True):
        while (at := _place(words.said, word)) is not None:
            holds = not words.denied(at)
            industry = holds and named[word] in vocabulary.industries
            sign = asked.INDUSTRY if industry else asked.OTHER
            words.found = True
            words.said = words.said[:at] + sign * len(word) + words.said[at + len(word) :]
            query = _stated(query, named[word], holds=holds, industry=industry)
    return query


def _place(said: str, word: str) -> int | None:
    if word.isascii():
        found = re.search(rf"\b{re.escape(word)}\b", said)
        return None if found is None else found.start()
    at = said.find(word)
    return None if at < 0 else at


def _named(facts: Sequence[AskedFact]) -> Mapping[str, str]:
    return {plain(word): one.id for one in facts for word in (one.label.zh, one.label.en, *one.words) if word}


def _stated(query: Query, fact: str, *, holds: bool, industry: bool) -> Query:
    if industry:
        return replace(query, industries=_more(query.industries, fact))
    rest = tuple(one for one in query.facts if one[0] != fact)
    return replace(query, facts=(*rest, (fact, holds)))


def _left(said: str) -> tuple[str, ...]:
    """What meant nothing. An “or” means something only between two towns, colours, industries or activities."""
    bare = asked.BETWEEN.sub(lambda match: match[1], said)
    pieces = [asked.trimmed(one) for one in re.split(f"[{asked.SIGNS}]", bare)]
    return tuple(one for one in pieces if one)
