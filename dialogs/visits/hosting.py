"""The enterprise's side: what was found lies before who was there; they confirm it or say what is wrong with it."""

from checklists.words import Words
from dialogs.cards import GAP, Row, button
from dialogs.context import Context
from dialogs.talk import Line, Screen, State, Step
from dialogs.visits.meant import at, needed, own
from dialogs.visits.wording import findings, forms, title
from safety.errors import Refusal
from safety.events_visits import VisitConfirmed, VisitObjected
from safety.visits import Visit, VisitState


def show(one: Visit, context: Context) -> Screen:
    """Everything that is confirmed, and what confirming means."""
    lines: list[Line | Words] = [*title(one), GAP, *forms(one), *findings(one, context)]
    lines += [Line("visit-remark", {"words": one.remark})] if one.remark else []
    lines += [GAP, Line("visit-confirm-means")]
    rows: tuple[Row, ...] = (
        (button("visit-confirm", "c"), button("visit-object", "n")),
        (button("to-menu", "e"),),
    )
    return Screen(lines, rows)


def tapped(state: State, option: str, one: Visit) -> Step | None:
    """Exactly what was seen is confirmed."""
    if option == "n":
        return Step(at("object", one))
    if option != "c":
        return None
    seen = str(state.data.get("seen", one.presented))
    return Step(own(one), (VisitConfirmed(one.id, seen),), say=Line("visit-confirmed"))


def _asked(state: State, context: Context) -> Visit:
    one = needed(state, context)
    if one.mine or context.supervises or one.state is not VisitState.PRESENTED:
        raise Refusal("visit-over")
    return one


def show_object(state: State, context: Context) -> Screen:
    """What is wrong is typed."""
    _asked(state, context)
    return Screen((Line("visit-object-ask"),), ((button("back", "b"),),))


def tapped_object(state: State, option: str, context: Context) -> Step | None:
    """Back to the result."""
    return Step(own(_asked(state, context))) if option == "b" else None


def wrote(state: State, text: str, context: Context) -> Step | None:
    """It goes back to the inspectors with these words."""
    one = _asked(state, context)
    return Step(State("menu"), (VisitObjected(one.id, text),), say=Line("visit-objected"))
