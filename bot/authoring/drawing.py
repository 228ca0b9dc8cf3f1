"""Draws every screen of a checklist: plays the real conversation and keeps what is seen. How it is shown: preview.py."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.authoring.inputs import Act, answers, perform, photo
from bot.authoring.stage import Chat, Stage
from checklists.cases import Case, case_for
from checklists.judging import Judgement
from checklists.schema import Checklist, Question
from dialogs.selfcheck import asking, trail
from dialogs.selfcheck.sheet import sheet_of
from dialogs.talk import Screen, State
from safety.calendar import today

DEEPEST = 3  # inputs from the question to a screen of its own
ORDER = ("ask", "calendar", "na", "why", "sure", "bad", "photo")
FINDINGS = 2  # how many answers of the example are bad
UNCASED = Case()


@dataclass(frozen=True, slots=True)
class Shot:
    """One screen: which step of the conversation it is, and what is seen."""

    at: str
    screen: Screen


@dataclass(frozen=True, slots=True)
class Drawn:
    """A question with its screens. `asked` false: no case was found in which it is asked."""

    question: Question
    shots: Sequence[Shot]
    asked: bool


def question_shots(stage: Stage, form: Checklist, question: Question) -> Drawn:
    """Every screen that belongs to one question."""
    case = case_for(form, question, stage.catalogue.facts)
    with stage.undone():
        stage.know((case or UNCASED).facts)
        key = stage.begin(form, (case or UNCASED).answers)
        start = trail.asking(trail.begin(key), question, stage.context())
        shots = list(_explored(stage, start, question))
    order = {at: place for place, at in enumerate(ORDER)}
    return Drawn(question, sorted(shots, key=lambda shot: order.get(shot.at, len(order))), case is not None)


def _explored(stage: Stage, start: State, question: Question) -> Iterator[Shot]:
    """The first screen of each step that can be reached without leaving the question."""
    paths: list[tuple[Act, ...]] = [()]
    seen: set[str] = set()
    while paths:
        path = paths.pop(0)
        with stage.undone():
            chat = Chat(stage)
            chat.stand(start)
            perform(chat, *path)
            state = chat.session.state
            if state.flow != start.flow or state.data.get("q") != question.id or state.at in seen:
                continue
            seen.add(state.at)
            yield Shot(state.at, chat.screen)
            paths += [(*path, *acts) for acts in _ways(chat, question)] if len(path) < DEEPEST else []


def _ways(chat: Chat, question: Question) -> Iterator[Sequence[Act]]:
    """Everything that can be done on a screen; of a calendar's days none, a date is typed."""
    for row in chat.screen.rows:
        yield from ([button.option] for button in row if button.option and not button.option.startswith("g"))
    if chat.session.state.at == "ask":
        yield from (acts for acts, _judged in _answers(chat, question))


def _answers(chat: Chat, question: Question) -> list[tuple[Sequence[Act], Judgement]]:
    return list(answers(question, chat.stage.ledger().facts(), today(chat.stage.now)))


def walk_shots(stage: Stage, form: Checklist) -> list[Shot]:
    """A whole self-check by example: two findings, one question passed over; the review, and the receipt."""
    case = case_for(form, None, stage.catalogue.facts) or UNCASED
    with stage.undone():
        stage.know(case.facts)
        step = asking.enter(stage.key(form), stage.context())
        stage.record(*step.events)
        chat = Chat(stage)
        chat.stand(step.state or State("menu"))
        return list(_walked(chat, form))


def _walked(chat: Chat, form: Checklist) -> Iterator[Shot]:
    bad = 0
    for turn in range(4 * len(form.questions) + 8):
        state = chat.session.state
        if state.at in {"review", "receipt"}:
            yield Shot(state.at, chat.screen)
        if state.at == "receipt" or state.flow != "check":
            return
        acts, found = _next(chat, want_bad=bad < FINDINGS, skip=turn == 0)
        bad += found
        perform(chat, *acts)


def _next(chat: Chat, *, want_bad: bool, skip: bool) -> tuple[Sequence[Act], bool]:
    """What to do next in the example, and whether it is a finding."""
    state = chat.session.state
    options = {button.option for row in chat.screen.rows for button in row}
    if state.at == "ask" and not (skip and "s" in options):
        sheet = sheet_of(trail.key_of(state), chat.stage.context())
        return _answer(chat, sheet.question(state.data.get("q")), want_bad=want_bad)
    if state.at in {"bad", "photo"}:
        return [photo()], False
    return [next(option for option in ("s", "c", "ok", "b") if option in options)], False


def _answer(chat: Chat, question: Question, *, want_bad: bool) -> tuple[Sequence[Act], bool]:
    """A good answer where there is one, or a bad one where one is wanted; what cannot be answered is passed over."""
    known = _answers(chat, question)
    bad = [acts for acts, judged in known if judged.bad and not judged.suspected_major]
    good = [acts for acts, judged in known if not judged.bad]
    if want_bad and bad:
        return bad[0], True
    return next(iter(good or bad), ["s"]), not good and bool(bad)
