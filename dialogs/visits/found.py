"""What an inspection has found so far: to the question it belongs to; what was noted beside the list can be taken back."""

from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, PAGE, button
from dialogs.context import Context
from dialogs.talk import Line, Screen, State, Step
from dialogs.visits.meant import at, open_one, own
from dialogs.visits.wording import finding
from safety.errors import Refusal
from safety.events_visits import FindingDropped
from safety.visits import Finding, Visit, Walked, period_of


def show(state: State, context: Context) -> Screen:
    """Each with its number."""
    one = open_one(state, context)
    standing = one.standing
    offset = cards.offset_of(state, len(standing))
    shown = standing[offset : offset + PAGE]
    lines: list[Line | Words] = [Line("visit-found-title", {"n": len(standing)}), *([GAP] if shown else [])]
    lines += [finding(n, it, context) for n, it in enumerate(shown, offset + 1)]
    rows = (*cards.list_rows(len(shown), offset, len(standing)), (button("back", "b"),))
    return Screen(lines, rows)


def tapped(state: State, option: str, context: Context) -> Step | None:
    """To its question, or to taking it back."""
    one = open_one(state, context)
    standing = one.standing
    offset = cards.offset_of(state, len(standing))
    turned = cards.turned(option, offset, len(standing))
    if turned is not None:
        return Step(at("found", one, offset=turned))
    if option == "b":
        return Step(own(one))
    place = cards.index_in("a", option, min(PAGE, len(standing) - offset))
    if place is None:
        return None
    it = standing[offset + place]
    form = _form(one, it)
    if form is None:
        return Step(at("drop", one, number=it.number))
    data = {"list": form.checklist, "period": period_of(one.id), "q": it.question}
    return Step(State("check", "bad", data), left=own(one))


def _form(one: Visit, it: Finding) -> Walked | None:
    """The form of a finding; None of one beside the list."""
    return next((form for form in one.walked if it.question and it.question in form.form.places), None)


def _meant(state: State, one: Visit) -> Finding:
    number = state.data.get("number")
    it = next((it for it in one.standing if it.number == number and not it.question), None)
    if it is None:
        raise Refusal("hazard-gone")
    return it


def show_drop(state: State, context: Context) -> Screen:
    """Asked once."""
    one = open_one(state, context)
    it = _meant(state, one)
    lines: list[Line | Words] = [
        finding(one.standing.index(it) + 1, it, context),
        GAP,
        Line("visit-drop-sure"),
    ]
    return Screen(lines, ((button("visit-drop-yes", "y"), button("back", "b")),))


def tapped_drop(state: State, option: str, context: Context) -> Step | None:
    """It never was one."""
    one = open_one(state, context)
    if option == "b":
        return Step(at("found", one))
    it = _meant(state, one)
    if option != "y":
        return None
    return Step(at("found", one), (FindingDropped(one.id, it.number),), say=Line("visit-dropped"))
