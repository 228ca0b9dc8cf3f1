"""A spot exam of somebody without a seat: the notice, a name, the paper, what it came to. Nothing else opens by it."""

from collections.abc import Mapping
from dataclasses import replace

from checklists.bank import Trainee
from checklists.words import Words
from dialogs import register
from dialogs.cards import button
from dialogs.context import Context
from dialogs.exams import asking, ending
from dialogs.talk import Commanded, Input, Json, Line, Opened, Screen, State, Step, Tapped, Wrote
from safety.errors import Refusal
from safety.events_spots import SpotGuestEntered
from safety.exams import Sitting, draw
from safety.spots import GUESS, Door, Gate, key_in, name_in

FLOW, EXAM = "guest", "exam"
NAME, RESULT, WRONG = "name", ending.RESULT, ending.WRONG
UNNUMBERED = frozenset({"", NAME, asking.REVIEW, asking.SURE})


def step(state: State, told: Input, context: Context) -> Step | None:
    """Answer an input, once what time has ended is handed in."""
    sitting = context.ledger.exams().sitting()
    if sitting is not None and sitting.over(context.now):
        return _ours(asking.hand_in(sitting, context, Line("exam-time-over")))
    if sitting is not None:
        return _writing(state, told, sitting, context)
    return _not_writing(state, told, context)


def _not_writing(state: State, told: Input, context: Context) -> Step | None:
    """Before the paper, and after it."""
    if isinstance(told, Commanded):
        return _came(told.argument, context)
    if isinstance(told, Opened):
        return Step(state)
    if not context.actor.consented:
        return _consenting(state, told, context)
    if state.at == NAME:
        return _named(state, told, context)
    if state.at in asking.STEPS:  # the clock was quicker
        return Step(State(FLOW, RESULT, _newest(context)), say=Line("exam-over-already"))
    return _looked(state, told, context) if isinstance(told, Tapped) else None


def going_on(context: Context) -> State | None:
    """Back to the paper that somebody without a seat is writing; None when there is none."""
    if context.actor.seat is not None or not context.actor.consented:
        return None
    sitting = context.ledger.exams().sitting()
    return _as(FLOW, asking.going_on(sitting)) if sitting is not None else None


def _came(text: str, context: Context) -> Step:
    """By a link; one refusal for whatever is wrong with it."""
    key = key_in(text)
    gate = context.ledger.spots().gate(key) if key is not None else Gate(Door.SHUT)
    if gate.door is Door.AGAIN:
        return Step(State(FLOW, RESULT, _newest(context)), say=Line("spot-again"))
    if gate.door is Door.SHUT or key is None:
        raise Refusal("spot-link-wrong", guess=GUESS)
    return Step(State(FLOW, NAME if context.actor.consented else "", {"key": key}))


def _newest(context: Context) -> Mapping[str, Json]:
    spot = context.ledger.rules().exams.spot_paper
    done = [one for one in context.ledger.exams().attempts(spot) if one.ended_at is not None]
    newest = max(done, key=lambda one: one.begun_at, default=None)
    return {"exam": newest.exam} if newest is not None else {}


def _consenting(state: State, told: Input, context: Context) -> Step | None:
    """The same notice as for everybody; whoever agrees says their name next."""
    if not isinstance(told, Tapped):
        return None
    if told.option == "g":
        return None  # a tip has its own way in
    agreed = register.consenting(state, told, context)
    if agreed is not None and told.option == "y":
        return replace(agreed, state=State(FLOW, NAME, state.data))
    return agreed


def _named(state: State, told: Input, context: Context) -> Step | None:
    """The name begins the paper, at once."""
    if not isinstance(told, Wrote) or told.edited:
        return Step(register.DOOR) if isinstance(told, Tapped) and told.option == "d" else None
    if key_in(told.text) is not None and "s_" in told.text:
        return _came(told.text, context)
    name = name_in(told.text)
    if name is None:
        return Step(state, say=Line("spot-guest-name"))
    key = str(state.data.get("key", ""))
    gate = context.ledger.spots().gate(key)
    if gate.door is not Door.OPEN:
        return Step(register.DOOR, say=Line("spot-link-wrong"))
    exams = context.ledger.exams()
    paper = exams.bank().paper(context.ledger.rules().exams.spot_paper)
    sheet = draw(exams.bank(), paper, Trainee.WORKER, gate.facts, exams.seed())
    return Step(_as(FLOW, asking.at(0)), (SpotGuestEntered(key, name, sheet.to_json()),))


def _writing(state: State, told: Input, sitting: Sitting, context: Context) -> Step | None:
    """Questions are asked as in any exam."""
    if state.at not in asking.STEPS or isinstance(told, Commanded | Opened):
        return Step(_as(FLOW, asking.going_on(sitting)))
    if isinstance(told, Wrote):
        return None if told.edited else _ours(asking.wrote(_as(EXAM, state), told.text, sitting))
    if isinstance(told, Tapped):
        return _ours(asking.step(_as(EXAM, state), told.option, sitting, context))
    return None


def _looked(state: State, told: Tapped, context: Context) -> Step | None:
    """What was wrong, and why; then how to join."""
    if told.option == "d":
        return Step(register.DOOR)
    if told.option in {"p", "w", "e"}:
        return None
    return _ours(ending.step(_as(EXAM, state), told.option, context))


def _as(flow: str, state: State) -> State:
    return replace(state, flow=flow)


def _ours(step: Step | None) -> Step | None:
    """What an exam leads to, kept in this conversation."""
    if step is None or step.state is None or step.state.flow != EXAM:
        return step
    return replace(step, state=_as(FLOW, step.state))


# --- screens ------------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen:
    """The notice, the question for a name, a question of the paper, or the result."""
    if not context.actor.consented:
        return _notice(state, context)
    sitting = context.ledger.exams().sitting()
    if sitting is not None:
        here = state if state.at in asking.STEPS else asking.going_on(sitting)
        return asking.show(_as(EXAM, here), sitting, context)
    if state.at == NAME:
        return _asking_name(state, context)
    return _ended(state, context)


def _notice(state: State, context: Context) -> Screen:
    place = context.ledger.spots().gate(str(state.data.get("key", ""))).enterprise
    whole = register.notice(context)
    rows = tuple(
        kept for row in whole.rows if (kept := tuple(one for one in row if one.option != "g"))
    )  # a tip has its own way in
    lines: tuple[Line | Words, ...] = (Line("spot-guest-welcome", {"enterprise": place}), *whole.lines[1:])
    return replace(whole, lines=lines, rows=rows)


def _asking_name(state: State, context: Context) -> Screen:
    gate = context.ledger.spots().gate(str(state.data.get("key", "")))
    away = ((button("spot-guest-away", "d"),),)
    if gate.door is not Door.OPEN:
        return Screen((Line("spot-link-wrong"),), away)
    exams = context.ledger.exams()
    paper = exams.bank().paper(context.ledger.rules().exams.spot_paper)
    told = {"n": sum(one.count for one in paper.parts), "minutes": paper.minutes}
    return Screen((Line("spot-guest-ask", {"enterprise": gate.enterprise, **told}),), away)


def _ended(state: State, context: Context) -> Screen:
    """The result, without the ways to what is not open to a guest."""
    if state.at in asking.STEPS:
        state = State(FLOW, RESULT, _newest(context))
    result = ending.result_of(state, context)
    away = (button("spot-guest-away", "d"),)
    if result is None:
        return Screen((Line("spot-link-wrong"),), (away,))
    whole = ending.show(_as(EXAM, state), result, context)
    if state.at == WRONG and result.wrong:
        return whole
    look = tuple(one for row in whole.rows for one in row if one.option == "o")
    return replace(whole, rows=(look, away) if look else (away,))


def accepts(state: State, context: Context) -> Line:
    """What can be sent here."""
    if state.at == NAME and context.actor.consented:
        return Line("spot-accepts-own-name")
    return Line("exam-accepts" if state.at == asking.ASK else "accepts-buttons")


def claims(state: State, told: Wrote, context: Context) -> bool:
    """A name, or an answer, is never a button with the same words."""
    if told.edited or not context.actor.consented:
        return False
    if state.at == NAME:
        return name_in(told.text) is not None
    sitting = context.ledger.exams().sitting() if state.at in asking.STEPS else None
    return sitting is not None and asking.wrote(_as(EXAM, state), told.text, sitting) is not None


def writes(state: State, context: Context) -> bool:
    """Whether any words may be an answer."""
    return state.at == NAME and context.actor.consented
