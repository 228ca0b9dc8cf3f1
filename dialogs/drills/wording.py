"""What several screens of a drill say: its name, who stands where, times, the numbers to call. Which drill a state is about."""

from collections.abc import Sequence
from datetime import timedelta

from checklists.words import Words
from dialogs.context import Context
from dialogs.talk import Line, State
from dialogs.words import listed
from safety.drills import Drill, Participant
from safety.errors import Refusal
from safety.people import Right

FLOW, CARD = "drill", "card"
NAMED = 12  # people named on a screen
MINUTE = 60
URGENT = frozenset({"fire", "medical", "police"})  # numbers to call when lives are in danger
NOWHERE = "none"


def number_of(state: State) -> str:
    kept = state.data.get("number")
    return kept if isinstance(kept, str) else ""


def drill_of(state: State, context: Context) -> Drill:
    """The drill that a state is about. Refusal when it is out of reach."""
    found = context.ledger.drills().drill(number_of(state))
    if found is None:
        raise Refusal("drill-gone")
    return found


def at_card(drill: Drill, at: str = CARD) -> State:
    return State(FLOW, at, {"number": drill.number})


def runs(drill: Drill, context: Context) -> bool:
    """Whether the reader runs drills in the enterprise of this one (what they see there is their own)."""
    seat = context.actor.seat
    inside = seat is not None and seat.enterprise is not None and context.actor.may(Right.RUN_DRILL)
    return inside and context.ledger.enterprise().name == drill.enterprise


def heading(drill: Drill) -> Line:
    """The first line of every screen: that it is a drill and which, or that it is none."""
    if drill.real or drill.script is None:
        return Line("roll-heading", {"state": drill.state.value})
    return Line("drill-heading", {"title": drill.script.title, "state": drill.state.value})


def place_line(drill: Drill) -> Line:
    return Line("drill-place", {"place": drill.place or NOWHERE})


def name(one: Participant) -> Line:
    return Line("drill-name", {"person": one.name})


def names(people: Sequence[Participant]) -> Line | Words:
    """Several people in one breath; how many more when there are too many."""
    some = listed([name(one) for one in people[:NAMED]])
    rest = len(people) - NAMED
    return Line("drill-and-more", {"list": some, "n": rest}) if rest > 0 else some


def took(span: timedelta | None) -> Line:
    """A muster time, to the second."""
    if span is None:
        return Line("drill-took-none")
    seconds = int(span.total_seconds())
    return Line("drill-took", {"m": seconds // MINUTE, "s": seconds % MINUTE})


def numbers_to_call(context: Context) -> Line | Words:
    """119 and the others, as content gives them."""
    contacts = context.ledger.rules().contacts
    urgent = [one for one in contacts if one.id in URGENT] or contacts
    return listed(
        [Line("drill-call", {"name": one.name, "phone": Words(one.number, one.number)}) for one in urgent]
    )
