"""Which personal data of others a screen shows: every whole phone or number of a paper among its words, and what the flow says itself."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checklists.words import Words
from dialogs.talk import Line, Screen, State
from dialogs.veiled import PHONE
from safety.audits import PUBLIC, Personal
from safety.events_audit import PersonalDataRead

CALLED = re.compile(
    r"\+?[0-9][0-9 \-]{4,15}"
)  # a phone; anything longer or with letters is the number of a paper
LEAST = 5  # signs that lead to somebody; three or fewer are a service, 110


def reads(screen: Screen, state: State) -> Sequence[PersonalDataRead]:
    """What the record keeps of showing it: what the flow declared, and an event each for phones and for numbers."""
    place = f"{state.flow}/{state.at}" if state.at else state.flow
    found = [replace(one, where=one.where or place) for one in screen.reads]
    shown = list(_shown(screen))
    for what in (Personal.PHONE, Personal.NUMBER):
        about = [line.about for line, value in shown if what_is(value) is what and line.about != PUBLIC]
        if about:
            found.append(PersonalDataRead(what, tuple(dict.fromkeys(one for one in about if one)), place))
    return found


def what_is(value: str) -> Personal:
    """Whether a number calls somebody or names a paper."""
    return Personal.PHONE if CALLED.fullmatch(value) else Personal.NUMBER


def leads_to_somebody(value: object) -> bool:
    """A number that is whole: not masked, not a word that stands for none."""
    return (
        isinstance(value, str)
        and len(value) >= LEAST
        and "*" not in value
        and any(sign.isdigit() for sign in value)
    )


def _shown(screen: Screen) -> Iterator[tuple[Line, str]]:
    for line in _lines(screen.lines):
        value = line.args.get(PHONE)
        if isinstance(value, str) and leads_to_somebody(value):
            yield line, value


def _lines(lines: Sequence[object]) -> Iterator[Line]:
    """Every line with those that stand inside it."""
    for one in lines:
        if isinstance(one, Line):
            yield one
            yield from _lines([value for value in one.args.values() if not isinstance(value, Words)])
