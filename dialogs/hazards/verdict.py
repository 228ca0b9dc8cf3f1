"""The verdict: before and after in one picture, and accept, return or visit beside it."""

from dialogs.cards import Row, button
from dialogs.context import Context
from dialogs.hazards import asking, causes, gallery, parts, trust
from dialogs.hazards.card import LOOKED_AT, mark
from dialogs.hazards.listing import question_words
from dialogs.hazards.ways import ASK, CARD, LABELS, VERDICT, act, actions, at, standing
from dialogs.talk import Input, Line, Screen, State, Step, Tapped
from safety.deeds import Deed
from safety.hazard_ledger import Hazard
from safety.hazards import HazardAction


def step(state: State, told: Input, hazard: Hazard, context: Context) -> Step | None:
    """Accept and visit at once, return with a reason; the next picture; back."""
    if not isinstance(told, Tapped):
        return None
    if told.option == "f":
        shown = len(gallery.pictures(hazard))
        return Step(at(state, VERDICT, photo=(_place(state, hazard) + 1) % shown)) if shown else None
    if told.option == "b":
        return Step(at(state, CARD))
    looked = trust.tapped(state, told.option, hazard, _place(state, hazard), context)
    return looked or _decided(state, told.option, hazard, context)


def _decided(state: State, option: str, hazard: Hazard, context: Context) -> Step | None:
    action = next((one for one in _verdicts(hazard, context) if option == mark(one)), None)
    if action is None:
        return None
    if asking.fields(action, hazard):
        return Step(at(state, ASK, do=action.value, said={}))
    return act(state, hazard, action, Deed(), context)


def _verdicts(hazard: Hazard, context: Context) -> tuple[HazardAction, ...]:
    found = [one for one in actions(hazard, context) if one in LOOKED_AT]
    return tuple(sorted(found, key=lambda one: one is not HazardAction.DELIST))


def _on_the_way(hazard: Hazard) -> bool:
    """Whether our copy of a photo "after" is still being made: what is shown is not all there is."""
    return any(one.path is None for one in hazard.answers)


def _place(state: State, hazard: Hazard) -> int:
    return max(0, gallery.index(state, hazard))


def show(state: State, hazard: Hazard, context: Context) -> Screen:
    """One picture with what was to be done; whoever may no longer decide sees it without the buttons."""
    shown, place = gallery.pictures(hazard), _place(state, hazard)
    lines = [
        Line("hazard-verdict", {"number": hazard.number, "enterprise": hazard.enterprise}),
        Line("hazard-question", {"question": question_words(hazard)}),
        *([gallery.caption(hazard, place, named=False)] if shown else []),
        *([Line("hazard-no-picture")] if not shown or _on_the_way(hazard) else []),
        *trust.lines(hazard, place, context),
    ]
    lines += parts.waiting(hazard)
    plan = standing(hazard).plan
    if plan is not None:
        lines.append(Line("hazard-measures", {"measures": plan.measures}))
    lines += causes.lines(hazard, context)
    acts: Row = tuple(button(LABELS[one], mark(one)) for one in _verdicts(hazard, context))
    more = (button("photo-next", "f"),) if len(shown) > 1 else ()
    word = trust.rows(hazard, place, context)
    rows = tuple(row for row in (*word, acts, (*more, button("back-to-card", "b"))) if row)
    return Screen(lines, rows, photo=shown[place].path if shown else None)
