"""How an answer is given on a screen: the taps, texts and photos that stand for a value."""

from collections.abc import Iterator, Sequence
from datetime import date, time
from decimal import Decimal
from itertools import count

from bot.authoring.stage import Chat
from checklists.answers import Facts, Location, Value
from checklists.cases import samples
from checklists.judging import Judgement
from checklists.schema import ATTACHED, Outcome, Question, QuestionKind
from dialogs.talk import Input, Screen, SentFile, SentPhoto, SentPlace, Tapped, Wrote

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


def document() -> SentFile:
    """Another file."""
    number = next(_numbers)
    return SentFile(f"file-{number}", f"document-{number}", "report.pdf", 100_000, mime="application/pdf")


def place(where: Location) -> SentPlace:
    """A place shared in the chat."""
    return SentPlace(where.lat, where.lon, where.accuracy, where.live, where.address)


def answers(question: Question, facts: Facts, today: date) -> Iterator[tuple[Sequence[Act], Judgement]]:
    """Ways to answer a question, each with what it means; what is sent is not judged."""
    if question.kind in ATTACHED:
        send = photo if question.kind is QuestionKind.PHOTO else document
        yield [send() for _ in range(question.photo.at_least)], Judgement(Outcome.NEUTRAL)
    for value, judged in samples(question, facts, today):
        yield giving(question, value), judged


def giving(question: Question, value: Value) -> Sequence[Act]:
    """What somebody does to give this value at its question."""
    places = {option.value: place for place, option in enumerate(question.options)}
    if isinstance(value, tuple):
        alone = {option.value for option in question.options if option.alone}
        ticks = [f"t{places[one]}" for one in value]
        return ticks if set(value) & alone else [*ticks, "ok"]
    if isinstance(value, str) and value in places and question.kind is not QuestionKind.MULTI:
        return [f"a{places[value]}"]
    if isinstance(value, Location):
        return [place(value)]
    if isinstance(value, date):
        return [text(value.isoformat())]
    if isinstance(value, time):
        return [text(f"{value:%H:%M}")]
    return [text(format(value, "f") if isinstance(value, Decimal) else str(value))]
