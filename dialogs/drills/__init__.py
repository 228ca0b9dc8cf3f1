"""Drills (演练) and roll calls (点名): planned in four taps, run in the chat, evaluated, recorded. Also the roll call in earnest.

Whoever takes part reaches a drill from its letters, whichever seat they act from; supervisors see records and counts.
"""

from checklists.reading.mustering import Called, read_call, says_more
from dialogs.context import Context
from dialogs.drills import afterwards, home, overseeing, planning, running
from dialogs.drills.wording import CARD, FLOW, drill_of
from dialogs.talk import Commanded, Input, Line, Opened, Screen, SentPhoto, State, Step, Tapped, Wrote
from safety.drills import Answer, Drill, DrillState
from safety.people import Right

__all__ = ["FLOW", "UNNUMBERED", "accepts", "called", "show", "step", "writes"]

NEWEST, END = "newest", "end"
ANSWERS = {"safe": Answer.SAFE, "help": Answer.HELP}
ENDING = frozenset({running.STOP, END})
LIVE = frozenset({DrillState.PLANNED, DrillState.RUNNING})
UNNUMBERED = frozenset({planning.SURE, planning.WHEN, CARD, NEWEST, afterwards.WASH, afterwards.JUDGE})
TYPED = frozenset({planning.WHEN, planning.SURE, afterwards.WASH, afterwards.JUDGE})


def step(state: State, told: Input, context: Context) -> Step | None:
    """Answer an input."""
    if isinstance(told, Opened) and state.at in ANSWERS:
        return running.answered(
            drill_of(state, context), ANSWERS[state.at], context, str(state.data.get("words", ""))
        )
    if context.supervises:
        return overseeing.step(state, told, context)
    context.need(Right.JOIN_DRILL)
    if isinstance(told, Commanded):
        return Step(State(FLOW, home.REAL if told.name == "rollcall" else ""))
    return Step(state) if isinstance(told, Opened) else _heard(state, told, context)


def _heard(state: State, told: Input, context: Context) -> Step | None:
    if isinstance(told, Wrote):
        return None if told.edited else _wrote(state, told.text, context)
    if isinstance(told, SentPhoto):
        drill = _here(state, context)
        return running.photographed(drill, told, context) if drill is not None else None
    return _tapped(state, told.option, context) if isinstance(told, Tapped) else None


def _here(state: State, context: Context) -> Drill | None:
    """The drill on the screen, when one is."""
    if state.at == NEWEST:
        return context.ledger.drills().newest()
    return drill_of(state, context) if "number" in state.data else None


def _wrote(state: State, text: str, context: Context) -> Step | None:
    if state.at in planning.STEPS:
        return planning.wrote(state, text, context)
    drill = _here(state, context)
    if drill is None:
        return None
    if state.at in afterwards.STEPS:
        return afterwards.wrote(state, drill, text, context)
    return running.wrote(drill, text, context)


def _tapped(state: State, option: str, context: Context) -> Step | None:
    if state.at in planning.STEPS:
        return planning.step(state, option, context)
    drill = _here(state, context)
    if drill is None:
        return home.step(state, option, context)
    if state.at in ENDING:
        return running.stopping(drill, state.at, option, context)
    if state.at in afterwards.STEPS:
        return afterwards.step(state, drill, option, context)
    found = running.step(drill, option, context)
    return afterwards.on_record(drill, option, context) if found is None else found


def show(state: State, context: Context) -> Screen:
    """Draw where it stands, from what is recorded."""
    if context.supervises:
        return overseeing.show(state, context)
    context.need(Right.JOIN_DRILL)
    if state.at in planning.STEPS:
        return planning.show(state, context)
    drill = _here(state, context)
    if drill is None:
        return home.show(state, context)
    if state.at in ENDING and drill.state is DrillState.RUNNING:
        return running.ask_end(drill, state.at, context)
    if state.at in afterwards.STEPS:
        return afterwards.show(state, drill, context)
    return running.show(drill, context) if drill.state in LIVE else afterwards.record(drill, context)


def accepts(state: State, _context: Context) -> Line:
    """What can be sent here."""
    known = {
        planning.WHEN: "drill-accepts-when",
        planning.SURE: "drill-accepts-place",
        afterwards.WASH: "drill-accepts-words",
        afterwards.JUDGE: "drill-accepts-words",
        CARD: "drill-accepts-answer",
        NEWEST: "drill-accepts-answer",
    }
    return Line(known.get(state.at, "accepts-buttons"))


def writes(state: State, context: Context) -> bool:
    """Where any words may be an answer, only the plainest commands are looked for."""
    return not context.supervises and (state.at in TYPED or "number" in state.data)


def called(state: State, text: str, context: Context) -> State | None:
    """Where words lead that answer a roll call which runs now and waits for the reader; None for any other words."""
    said = read_call(text)
    drill = context.ledger.drills().running() if said is not None else None
    if said is None or drill is None or drill.called_at is None or state.data.get("number") == drill.number:
        return None  # where it is on the screen already, its page hears the words
    mine = drill.part(context.actor.person)
    if mine is None or mine.standing.answer is not None:
        return None
    words = text.strip() if said is Called.HELP and says_more(text) else ""
    return State(FLOW, said.value, {"number": drill.number, "words": words})
