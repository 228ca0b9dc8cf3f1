"""The steps of the conversation about interviews, and what all of them share."""

from datetime import date

from dialogs.cards import Row, button
from dialogs.context import Context
from dialogs.talk import Json, Line, State
from dialogs.words import on_day
from safety.errors import Refusal
from safety.interviews import Interview, InterviewState

FLOW = "interview"
LIST, WHO, WHY, WHAT, DAY, SURE = "list", "who", "why", "what", "day", "sure"
CARD, OBJECT, OUTCOME = "card", "object", "outcome"
BACK: Row = (button("back", "b"),)


def code_of(state: State) -> str:
    """The enterprise that a state is about; empty: all of the reader's."""
    return str(state.data.get("code", ""))


def card_state(number: str, state: State) -> State:
    """One interview; the list it was opened from is kept."""
    kept: dict[str, Json] = {name: state.data[name] for name in ("code", "offset") if name in state.data}
    return State(FLOW, CARD, {"number": number, **kept})


def meant(state: State, context: Context) -> Interview:
    """The interview of a state; outside the scope it does not exist."""
    found = context.ledger.interviews().one(str(state.data.get("number", "")))
    if found is None:
        raise Refusal("interview-gone")
    return found


def stands(one: Interview, today: date) -> str:
    """Its state; one whose day has come and that nobody has looked at again stands out."""
    due = one.state is not InterviewState.DONE and one.again <= today
    return "due" if due else one.state.value


def body(reason: str, measures: str, again: date, today: date) -> list[Line]:
    """Why it was, what was agreed, when it is looked at again."""
    return [
        Line("interview-reason", {"reason": reason}),
        Line("interview-measures", {"measures": measures}),
        Line("interview-again", {"day": on_day(again, today)}),
    ]
