"""How an answer is given on a screen: the taps, texts and photos that stand for a value."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import count

from bot.authoring.stage import Chat
from checklists.answers import Value
from checklists.schema import Question, QuestionKind
from dialogs.talk import Input, Screen, SentPhoto, Tapped, Wrote

Act = str | Input  # the option of a button on the screen that is seen, or anything else a person can do
_numbers = count(1)


def perform(chat: Chat, *acts: Act) -> Screen:
    """Do one thing after the other."""
    for act in acts:
        flow, screen = chat.screen.flow, chat.session.screen
        chat.does(Tapped(flow, screen, act) if isinstance(act, str) else act)
    return chat.screen


def photo() -> SentPhoto:
    """Another photo."""
    number = next(_numbers)
    return SentPhoto(f"file-{number}", f"photo-{number}", 100_000)


def text(words: str) -> Wrote:
    """A typed text."""
    return Wrote(words, next(_numbers))


def giving(question: Question, value: Value) -> Sequence[Act]:
    """What somebody does to give this value at its question."""
    places = {option.value: place for place, option in enumerate(question.options)}
    if isinstance(value, tuple):
        alone = {option.value for option in question.options if option.alone}
        ticks = [f"t{places[one]}" for one in value]
        return ticks if set(value) & alone else [*ticks, "ok"]
    if isinstance(value, str) and value in places and question.kind is not QuestionKind.MULTI:
        return [f"a{places[value]}"]
    if isinstance(value, date):
        return [text(value.isoformat())]
    return [text(format(value, "f") if isinstance(value, Decimal) else str(value))]
