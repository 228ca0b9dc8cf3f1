"""Campaigns and plans (专项行动、检查计划): opened, watched, chased and ended by supervisors, done and confirmed by enterprises."""

from dialogs.campaigns import doing, opening, watching
from dialogs.campaigns.draft import FLOW
from dialogs.context import Context
from dialogs.talk import Commanded, Input, Line, Opened, Screen, State, Step, Tapped, Wrote
from safety.people import Right

__all__ = ["FLOW", "UNNUMBERED", "accepts", "show", "step", "writes"]
UNNUMBERED = opening.TYPED


def step(state: State, told: Input, context: Context) -> Step | None:
    """Answer an input: a supervisor's or an enterprise's."""
    context.need(_right(context))
    if isinstance(told, Commanded):
        return Step(State(FLOW))
    if not context.supervises:
        return doing.step(state, told, context)
    if isinstance(told, Opened):
        return Step(watching.named(state, context))
    if isinstance(told, Wrote):
        return (
            None if told.edited or state.at not in opening.TYPED else opening.wrote(state, told.text, context)
        )
    return _tapped(state, told.option, context) if isinstance(told, Tapped) else None


def _right(context: Context) -> Right:
    return Right.SEE_CAMPAIGNS if context.supervises else Right.ANSWER_CHECK


def _tapped(state: State, option: str, context: Context) -> Step | None:
    if option == "e":
        return Step(State("menu"))
    steps = opening.step if state.at in opening.STEPS else watching.step
    return steps(state, option, context)


def show(state: State, context: Context) -> Screen:
    """Draw where it stands."""
    context.need(_right(context))
    if not context.supervises:
        return doing.show(state, context)
    return opening.show(state, context) if state.at in opening.STEPS else watching.show(state, context)


def accepts(state: State, context: Context) -> Line:
    """What can be sent here."""
    typed = context.supervises and state.at in opening.TYPED
    return Line("campaign-accepts", {"at": state.at}) if typed else Line("accepts-buttons")


def writes(state: State, context: Context) -> bool:
    """Where any words may be an answer."""
    return context.supervises and state.at in opening.TYPED
