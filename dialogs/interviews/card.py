"""One interview: confirmed or objected to by who was spoken with, looked at again by a supervisor."""

from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, Row, button
from dialogs.context import Context
from dialogs.interviews.places import BACK, CARD, FLOW, LIST, OBJECT, OUTCOME, body, card_state, meant, stands
from dialogs.talk import Argument, Line, Screen, State, Step
from dialogs.words import on_day
from safety.calendar import today as day_of
from safety.events_interviews import InterviewConfirmed, InterviewDone, InterviewObjected
from safety.interviews import Interview, InterviewState
from safety.people import Right

OUTCOMES = ("interview-kept", "interview-partly", "interview-broken")


def _asked(one: Interview, context: Context) -> bool:
    """Whether the reader is who was spoken with, and has not answered yet."""
    mine = one.person == context.actor.person and not context.supervises
    return mine and one.state is InterviewState.HELD


def _open(one: Interview, context: Context) -> bool:
    return context.actor.may(Right.HOLD_INTERVIEW) and one.state is not InterviewState.DONE


def _on_card(state: State, option: str, context: Context) -> Step | None:
    one = meant(state, context)
    if option == "b":
        return Step(
            State(FLOW, LIST, {name: state.data[name] for name in ("code", "offset") if name in state.data})
        )
    if _asked(one, context):
        if option == "y":
            event = InterviewConfirmed(one.number, one.sha256)
            return Step(state, (event,), say=Line("interview-confirmed", {"number": one.number}))
        if option == "o":
            return Step(State(FLOW, OBJECT, {**state.data, "number": one.number}))
    if option == "d" and _open(one, context):
        return Step(State(FLOW, OUTCOME, {**state.data, "number": one.number}))
    return None


def _on_object(state: State, option: str, context: Context) -> Step | None:
    one = meant(state, context)
    return Step(card_state(one.number, state)) if option == "b" else None


def _on_outcome(state: State, option: str, context: Context) -> Step | None:
    one = meant(state, context)
    place = cards.index_in("u", option, len(OUTCOMES))
    if place is not None:
        return _looked(state, one, OUTCOMES[place].removeprefix("interview-"), context)
    return Step(card_state(one.number, state)) if option == "b" else None


def _looked(state: State, one: Interview, outcome: str, context: Context) -> Step:
    """What had become of it; of two who look again the second is told that it is done."""
    context.need(Right.HOLD_INTERVIEW)
    here = card_state(one.number, state)
    if not _open(one, context):
        return Step(here, say=Line("interview-over"))
    return Step(here, (InterviewDone(one.number, outcome),), say=Line("interview-done"))


def wrote(state: State, text: str, context: Context) -> Step | None:
    """An objection, or what had become of it."""
    one = meant(state, context)
    if state.at == OUTCOME:
        return _looked(state, one, text, context)
    here = card_state(one.number, state)
    if not _asked(one, context):
        return Step(here, say=Line("interview-over"))
    return Step(here, (InterviewObjected(one.number, text),), say=Line("interview-objected"))


def _show_card(state: State, context: Context) -> Screen:
    one = meant(state, context)
    head: dict[str, Argument] = {"number": one.number, "enterprise": one.enterprise, "town": one.town}
    met: dict[str, Argument] = {
        "day": on_day(day_of(one.held_at), context.today),
        "officer": one.officer_name,
        "person": one.named,
    }
    lines: list[Line | Words] = [
        Line("interview-card", head),
        Line("interview-met", met),
        *body(one.reason, one.measures, one.again, context.today),
        GAP,
        Line("interview-stands", {"state": stands(one, context.today), "person": one.named}),
    ]
    if one.objection:
        lines.append(Line("interview-objection", {"words": one.objection}))
    if one.outcome:
        lines.append(Line("interview-outcome", {"outcome": one.outcome}))
    ways: list[Row] = []
    if _asked(one, context):
        ways.append((button("interview-confirm", "y"), button("interview-object", "o")))
    if _open(one, context):
        ways.append((button("interview-look", "d"),))
    return Screen(lines, (*ways, (button("back", "b"), button("to-menu", "e"))))


def _show_object(_state: State, _context: Context) -> Screen:
    return Screen((Line("interview-object-ask"),), (BACK,))


def _show_outcome(_state: State, _context: Context) -> Screen:
    row = tuple(button(label, f"u{place}") for place, label in enumerate(OUTCOMES))
    return Screen((Line("interview-outcome-ask"),), (row, BACK))


TAPS = {CARD: _on_card, OBJECT: _on_object, OUTCOME: _on_outcome}
SHOWS = {CARD: _show_card, OBJECT: _show_object, OUTCOME: _show_outcome}
