"""A form that is walked in an inspection: the same questions, asked of whoever inspects, about the enterprise that is inspected.

Its key names the visit instead of a period (safety.visits). It is never handed in: what was found is told when the visit ends.
"""

from dataclasses import replace

from dialogs.context import Context
from dialogs.selfcheck import trail
from dialogs.selfcheck.sheet import Sheet, sheet_of
from dialogs.talk import State, Step
from safety.errors import Refusal
from safety.events import FactStated
from safety.people import Right
from safety.visits import visit_of

WALK = "walk"  # into a form: wherever it stands


def visit(state: State) -> int | None:
    """The visit that a state's form is walked in; None for a self-check."""
    return visit_of(trail.key_of(state).period)


def seated(state: State, context: Context) -> Context:
    """The context in which a form is answered: of an inspection the enterprise as its inspector may read it.

    Refusal for who may not answer, and for an inspection that is not the actor's, not open, or out of their area.
    """
    number = visit(state)
    if number is None:
        context.need(Right.ANSWER_CHECK)
        return context
    context.need(Right.HOLD_VISIT)
    there = context.ledger.at_visit(number)
    if there is None:
        raise Refusal("visit-gone")
    ledger, seat = there
    return replace(context, ledger=ledger, actor=replace(context.actor, seat=seat), visit=number)


def resolved(state: State, context: Context) -> State:
    """Where a form that is entered stands: at its first open question, else at its overview."""
    if state.at != WALK:
        return state
    sheet = sheet_of(trail.key_of(state), context)
    return trail.toward(state, sheet, sheet.next_open(), context)


def after(state: State, step: Step | None) -> Step | None:
    """What an inspector's answer comes to: no fact of the enterprise is stated by it, and the way out leads to the visit's card."""
    number = visit(state)
    if step is None or number is None:
        return step
    events = tuple(event for event in step.events if not isinstance(event, FactStated))
    return replace(step, events=events, state=step.state if step.state is not None else card(number))


def card(number: int) -> State:
    """The card of a visit."""
    return State("visit", "card", {"visit": number})


def on_site(sheet: Sheet) -> int | None:
    """The visit that a sheet belongs to."""
    return visit_of(sheet.key.period)
