"""What an officer does next on a screen: mostly fine answers, now and then a bad one, a step back, a question. Pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from checklists.codec import value_to_json
from checklists.schema import Outcome, Question, QuestionKind
from tests.proof.books import plain
from tests.proof.judge import ANY, Does
from tests.proof.view import At, View


@dataclass(frozen=True, slots=True)
class Move:
    """One thing to do. `option` is tapped, `text` written, `photo` and `contact` sent.

    `does` is what comes of it if the bot takes it; `wanders`: what is asked next may have been answered before.
    """

    option: str = ""
    text: str = ""
    photo: bool = False
    contact: bool = False
    does: Does = Does.NOTHING
    question: str = ""
    value: str = ANY
    wanders: bool = False


HOME: Final = Move(text="/start", wanders=True)
SKIPPED: Final = plain(None)


@dataclass(frozen=True, slots=True)
class Habits:
    """How often, of a hundred."""

    bad: int = 12
    back: int = 3
    why: int = 2
    skip: int = 2
    pause: int = 1
    write: int = 5
    photo: int = 3


STRAIGHT: Final = Habits(bad=0, back=0, why=0, skip=0, pause=0, write=0, photo=0)


@dataclass(frozen=True, slots=True)
class Mind:
    """What an officer remembers of the self-check in hand: answers given, what waits for a second yes, ticks set."""

    answers: Mapping[str, str]
    unsure: Move | None = None
    ticked: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Look:
    """All that a choice is made from."""

    view: View
    question: Question | None
    mind: Mind
    habits: Habits
    chance: Random

    def often(self, share: int) -> bool:
        return self.chance.randrange(100) < share


def next_move(look: Look) -> Move | None:
    """Choose; None when everything is done."""
    return CHOICES.get(look.view.at, _lost)(look)


def _lost(_look: Look) -> Move:
    return HOME


def _consent(look: Look) -> Move | None:
    return Move("y") if "y" in look.view.options else None


def _menu(look: Look) -> Move | None:
    return Move("k", wanders=True) if "k" in look.view.options else None


def _why(look: Look) -> Move:
    return Move("q" if look.often(look.habits.pause * 10) else "b", wanders=True)


def _review(look: Look) -> Move:
    return Move("ok", does=Does.SUBMIT) if "ok" in look.view.options else Move("c", wanders=True)


def _zero(look: Look) -> Move:
    """Sign; now and then look again first."""
    if look.often(look.habits.back * 5):
        return Move("b", wanders=True)
    return Move("z", does=Does.SUBMIT)


def _sure(look: Look) -> Move:
    unsure = look.mind.unsure
    if unsure is None or look.often(look.habits.back * 5):
        return Move("b", wanders=True)
    return Move("ok", does=Does.ANSWER, question=unsure.question, value=unsure.value)


def _card(look: Look) -> Move:
    """A wanted photo is sent where the form cannot be handed in without it, elsewhere seldom."""
    options = look.view.options
    if "l" in options or (look.often(look.habits.photo) and "s" in options):
        return Move(photo=True, does=Does.PHOTO)
    return Move(next(option for option in ("ok", "s", "b") if option in options))


def _ask(look: Look) -> Move:
    return (_aside(look) or _answering(look, look.question)) if look.question else HOME


CHOICES: Final[Mapping[At, Callable[[Look], Move | None]]] = {
    At.CONSENT: _consent,
    At.CONTACT: lambda _: Move(contact=True),
    At.MENU: _menu,
    At.LIST: lambda _: Move("a0", wanders=True),
    At.RECEIPT: lambda _: Move("e"),
    At.WHY: _why,
    At.REVIEW: _review,
    At.ZERO: _zero,
    At.SURE: _sure,
    At.CARD: _card,
    At.ASK: _ask,
}


def _aside(look: Look) -> Move | None:
    """Something else than an answer."""
    if look.often(look.habits.back):
        return Move("b", wanders=True)
    if look.often(look.habits.why):
        return Move("m", wanders=True)
    return HOME if look.often(look.habits.pause) else None


def _answering(look: Look, question: Question) -> Move:
    """An answer of the question's kind; what is answered already may be left as it is."""
    known = look.mind.answers.get(question.id)
    if known is not None and known != SKIPPED and (question.kind not in AT_A_TAP or look.often(50)):
        return Move("s", wanders=True)
    if known is None and look.often(look.habits.skip):
        return Move("s", does=Does.ANSWER, question=question.id, value=SKIPPED)
    move = KINDS[question.kind](look, question)
    return Move(move.option, move.text) if move.value != ANY and move.value == known else move


def _one(look: Look, question: Question) -> Move:
    """Tap an option, or write its label."""
    bad = look.often(look.habits.bad)
    place = look.chance.choice(_places(question, bad=bad) or range(len(question.options)))
    option = question.options[place]
    label = option.label.zh if look.often(look.habits.write) else ""
    return Move(
        "" if label else f"a{place}", label, does=Does.ANSWER, question=question.id, value=plain(option.value)
    )


def _places(question: Question, *, bad: bool) -> Sequence[int]:
    return [place for place, one in enumerate(question.options) if (one.outcome is Outcome.BAD) == bad]


def _many(look: Look, question: Question) -> Move:
    """Tick one, then done."""
    ticked = look.mind.ticked
    if ticked:
        values = [question.options[place].value for place in sorted(ticked)]
        return Move("ok", does=Does.ANSWER, question=question.id, value=plain(values))
    fine = _places(question, bad=False) or range(len(question.options))
    place = look.chance.choice(fine)
    if question.options[place].alone:  # it excludes all others, so it is an answer at once
        value = plain([question.options[place].value])
        return Move(f"t{place}", does=Does.ANSWER, question=question.id, value=value)
    return Move(f"t{place}", question=question.id, wanders=True)


def _number(look: Look, question: Question) -> Move:
    """A preset that is shown, or a written number."""
    shown = [option for option in look.view.options if option[0] == "p" and option[1:].isdigit()]
    if shown:
        option = look.chance.choice(shown)
        value = plain(value_to_json(question.presets[int(option[1:])]))
        return Move(option, does=Does.ANSWER, question=question.id, value=value)
    least = int(question.minimum or 0)
    most = least + 20 if question.maximum is None else int(question.maximum)
    written = str(look.chance.randint(least, min(most, least + 50)))
    return Move(text=written, does=Does.ANSWER, question=question.id)


def _day(look: Look, question: Question) -> Move:
    """Today, yesterday, or a day of the calendar; which day that is depends on the clock."""
    options = look.view.options
    shown = [option for option in options if option in {"d0", "d1"} or option[:1] == "g"]
    if not shown:
        return Move("m1" if "m1" in options else "s", wanders=True)
    return Move(look.chance.choice(shown), does=Does.ANSWER, question=question.id)


def _text(_look: Look, question: Question) -> Move:
    return Move(text=SENTENCE, does=Does.ANSWER, question=question.id, value=plain(SENTENCE))


AT_A_TAP: Final = frozenset(
    {QuestionKind.YESNO, QuestionKind.SINGLE}
)  # of these it is known whether an answer changes
SENTENCE: Final = "按制度执行"
KINDS: Final[Mapping[QuestionKind, Callable[[Look, Question], Move]]] = {
    QuestionKind.YESNO: _one,
    QuestionKind.SINGLE: _one,
    QuestionKind.MULTI: _many,
    QuestionKind.NUMBER: _number,
    QuestionKind.DATE: _day,
    QuestionKind.TEXT: _text,
}
