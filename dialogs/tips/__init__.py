"""Anonymous tips (匿名举报) as their reporter sends and follows them. Nothing said here is kept beside a person (bot/discreet.py).

What is known so far: draft.py. What is written and tapped: telling.py. One's own tips: mine.py. The office: office.py.
"""

from dialogs.context import Context
from dialogs.danger import with_danger
from dialogs.talk import Commanded, Input, Line, Opened, Screen, SentPhoto, State, Step, Tapped, Wrote
from dialogs.tips import mine, telling
from dialogs.tips.draft import FLOW, lasts, waiting
from safety.errors import Refusal

__all__ = ["FLOW", "OFFICE", "UNNUMBERED", "accepts", "lasts", "show", "step", "waiting", "writes"]

OFFICE = "tips"
UNNUMBERED = frozenset({"which", "what", "where", "review", "sent", "card", "drop", "sure"})


def step(state: State, told: Input, context: Context) -> Step | None:
    """Answer one input. Whatever cannot be used is answered with a line and never kept."""
    _ready(context)
    state = standing_of(state, context)
    if isinstance(told, Commanded):
        return telling.asked(told.argument, context)
    if isinstance(told, Opened):
        return mine.opened(state, context)
    own = state.at in mine.STEPS
    if isinstance(told, Tapped):
        return (mine.tapped if own else telling.tapped)(state, told.option, context)
    found = telling.placed(state, told)
    if isinstance(told, Wrote):
        found = (mine.wrote if own else telling.wrote)(state, told, context)
    elif isinstance(told, SentPhoto):
        found = (mine.photographed if own else telling.photographed)(state, told, context)
    return _warned(
        found or Step(state, say=Line("tip-cannot", {"accepts": accepts(state, context)})), told, context
    )


def _ready(context: Context) -> None:
    if not context.ledger.tips().ready():
        raise Refusal("tip-no-key")


def _warned(step_: Step, told: Input, context: Context) -> Step:
    """Words of danger bring the emergency numbers first."""
    text = told.text if isinstance(told, Wrote) else told.caption if isinstance(told, SentPhoto) else ""
    if callable(step_.say):
        return step_
    return Step(step_.state, step_.events, step_.toast, with_danger(step_.say, text, context))


def standing_of(state: State, context: Context) -> State:
    """Where it stands when it was just entered: one's own tips, when there are any, else a new one."""
    if state.at:
        return state
    return State(FLOW, "home" if context.ledger.tips().own() else "which", state.data)


def show(state: State, context: Context) -> Screen:
    """Draw where it stands."""
    _ready(context)
    state = standing_of(state, context)
    return (mine.show if state.at in mine.STEPS else telling.show)(state, context)


def accepts(state: State, context: Context) -> Line:
    """What can be sent here."""
    at = standing_of(state, context).at
    kind = (
        "pick" if at in {"home", "sure", "drop", "over"} else "name" if at in {"which", "pick"} else "words"
    )
    return Line("tip-accepts", {"what": kind})


def writes(state: State, _context: Context) -> bool:
    """Whether any words may be meant for the tip."""
    return state.at not in {"home", "sure", "drop", "over"}
