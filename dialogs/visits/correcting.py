"""A correction of an inspection that is ended: words, and perhaps a finding that is taken back. The record before stays."""

from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, PAGE, Row, button
from dialogs.context import Context
from dialogs.talk import Line, Screen, State, Step
from dialogs.visits.meant import at, needed, own
from dialogs.visits.wording import finding
from safety.errors import Refusal
from safety.events_visits import VisitCorrected
from safety.people import Right
from safety.visits import Visit, VisitState


def _ended(state: State, context: Context) -> Visit:
    context.need(Right.HOLD_VISIT)
    one = needed(state, context)
    if not one.mine or one.state is not VisitState.CLOSED:
        raise Refusal("visit-gone")
    return one


def show(state: State, context: Context) -> Screen:
    """Which finding is taken back, or words alone."""
    one = _ended(state, context)
    standing = one.standing
    offset = cards.offset_of(state, len(standing))
    shown = standing[offset : offset + PAGE]
    lines: list[Line | Words] = [Line("visit-fix-what", {"n": len(standing)}), *([GAP] if shown else [])]
    lines += [finding(n, it, context) for n, it in enumerate(shown, offset + 1)]
    last: Row = (button("back", "b"), button("visit-fix-words", "w"))
    return Screen(lines, (*cards.list_rows(len(shown), offset, len(standing)), last))


def tapped(state: State, option: str, context: Context) -> Step | None:
    """On to the words."""
    one = _ended(state, context)
    standing = one.standing
    offset = cards.offset_of(state, len(standing))
    turned = cards.turned(option, offset, len(standing))
    if turned is not None:
        return Step(at("fix", one, offset=turned))
    if option in {"b", "w"}:
        return Step(own(one) if option == "b" else at("fixwhy", one))
    place = cards.index_in("a", option, min(PAGE, len(standing) - offset))
    return None if place is None else Step(at("fixwhy", one, hazard=standing[offset + place].number))


def show_why(state: State, context: Context) -> Screen:
    """Why, typed; it is told to the enterprise."""
    one, hazard = _ended(state, context), state.data.get("hazard")
    ask = Line("visit-fix-why", {"hazard": hazard if isinstance(hazard, str) else "none"})
    meant = [finding(n, it, context) for n, it in enumerate(one.standing, 1) if it.number == hazard]
    return Screen((*meant, ask), ((button("back", "b"),),))


def tapped_why(state: State, option: str, context: Context) -> Step | None:
    """Back to which."""
    return Step(at("fix", _ended(state, context))) if option == "b" else None


def wrote(state: State, text: str, context: Context) -> Step | None:
    """A version of its own."""
    one, hazard = _ended(state, context), state.data.get("hazard")
    event = VisitCorrected(one.id, text, hazard if isinstance(hazard, str) else "")
    return Step(own(one), (event,), say=Line("visit-fixed"))
