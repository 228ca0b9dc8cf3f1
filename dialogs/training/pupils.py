"""The people of one's enterprise: who misses hours or courses, the worst first, and where one of them stands."""

from collections.abc import Sequence

from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, PAGE, button, index_in, list_rows, offset_of
from dialogs.context import Context
from dialogs.courses.counting import hours
from dialogs.talk import Argument, Json, Line, Screen, State, Step
from dialogs.training.wording import balance_lines, standing
from dialogs.words import on_day
from safety.courses import OWING
from safety.people import Right
from safety.training import Pupil

FLOW, PUPILS, PUPIL = "hours", "pupils", "pupil"
STEPS = frozenset({PUPILS, PUPIL})
SHOWN = 5  # open courses on the card of one person


def step(state: State, option: str, context: Context) -> Step | None:
    """Choose somebody, turn the pages, back."""
    context.need(Right.SEE_TRAINING)
    if option == "b":
        return Step(State(FLOW) if state.at == PUPILS else State(FLOW, PUPILS, {"offset": _offset(state)}))
    every = context.ledger.training().pupils()
    offset = offset_of(state, len(every))
    turned = cards.turned(option, offset, len(every))
    if turned is not None:
        data: dict[str, Json] = {"offset": turned}
        return Step(State(FLOW, PUPILS, data))
    index = index_in("a", option, len(every) - offset) if state.at == PUPILS else None
    if index is None:
        return None
    return Step(
        State(FLOW, PUPIL, {"offset": offset, "n": offset + index, "name": every[offset + index].name})
    )


def _offset(state: State) -> int:
    kept = state.data.get("offset")
    return kept if isinstance(kept, int) else 0


def show(state: State, context: Context) -> Screen:
    """A page of people, or one of them."""
    context.need(Right.SEE_TRAINING)
    every = context.ledger.training().pupils()
    one = _chosen(state, every) if state.at == PUPIL else None
    if one is not None:
        return _card(one, context)
    offset = offset_of(state, len(every))
    page = every[offset : offset + PAGE]
    short = sum(each.misses for each in every)
    lines: list[Line | Words] = [Line("pupils-title", {"n": len(every), "short": short})]
    lines += [_line(n, each, context) for n, each in enumerate(page, offset + 1)]
    ways = (button("back", "b"), button("to-menu", "e"))
    return Screen(lines, (*list_rows(len(page), offset, len(every)), ways))


def _chosen(state: State, known: Sequence[Pupil]) -> Pupil | None:
    """Whom the card is about: by place and name, so that somebody else is never shown when the list has moved."""
    place = state.data.get("n")
    found = known[place] if isinstance(place, int) and 0 <= place < len(known) else None
    if found is not None and found.name == state.data.get("name"):
        return found
    return next((one for one in known if one.name == state.data.get("name")), None)


def _line(place: int, one: Pupil, context: Context) -> Line:
    span = one.balance.now if one.balance is not None else None
    args: dict[str, Argument] = {
        "n": place,
        "person": one.name,
        "role": one.role.value,
        "standing": standing(span, context) if span is not None else "whole",
        "missing": hours(span.missing, context) if span is not None else 0,
        "by": on_day(span.by, context.today) if span is not None else "",
        "courses": one.open_courses,
    }
    return Line("pupil-line", args)


def _card(one: Pupil, context: Context) -> Screen:
    lines: list[Line | Words] = [Line("pupil-heading", {"person": one.name, "role": one.role.value})]
    lines += balance_lines(one.balance, context) if one.balance is not None else [Line("hours-no-rule")]
    open_ = [each for each in one.courses if each.standing in OWING]
    lines += [GAP, Line("pupil-courses", {"n": len(open_), "account": "yes" if one.person else "no"})]
    lines += [
        Line("pupil-course", {"title": each.course.title, "day": on_day(each.by, context.today)})
        for each in open_[:SHOWN]
        if each.by is not None
    ]
    return Screen(lines, ((button("back", "b"), button("to-menu", "e")),))
