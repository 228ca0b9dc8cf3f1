"""Samples of self-checks on the desk: the list nobody chose, one with why it was drawn; it holds, or it is given back."""

from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, PAGE, Row, button
from dialogs.context import Context
from dialogs.talk import Argument, Line, Screen, State, Step
from dialogs.words import on_day
from safety.calendar import today
from safety.coverage import quarter_of
from safety.errors import Refusal
from safety.events_sampling import SampleAccepted
from safety.people import Right
from safety.sampling import Sample

FLOW = "quarter"


def _page(state: State, context: Context) -> tuple[int, int, list[Sample]]:
    book = context.ledger.samples()
    total = book.count_waiting()
    offset = cards.offset_of(state, total)
    return offset, total, list(book.waiting(offset=offset, limit=PAGE))


def show_list(state: State, context: Context) -> Screen:
    """Figures of the quarter, then those that wait, the oldest first."""
    offset, total, shown = _page(state, context)
    standing = context.ledger.samples().standing(quarter_of(context.today))
    args: dict[str, Argument] = {"drawn": standing.drawn, "accepted": standing.accepted}
    more: dict[str, Argument] = {"refused": standing.refused, "waiting": total, "late": standing.late}
    lines: list[Line | Words] = [Line("sample-title", {**args, **more}), *([GAP] if shown else [])]
    for n, one in enumerate(shown, offset + 1):
        about: dict[str, Argument] = {"n": n, "enterprise": one.enterprise, "form": one.form.title}
        lines.append(Line("sample-item", {**about, "ground": one.ground.value}))
    rows = cards.list_rows(len(shown), offset, total)
    return Screen(lines, (*rows, (button("back", "b"), button("to-menu", "e"))))


def tapped_list(state: State, option: str, context: Context) -> Step | None:
    """Turn the page, open one."""
    offset, total, shown = _page(state, context)
    turned = cards.turned(option, offset, total)
    if turned is not None:
        return Step(State(FLOW, "samples", {"offset": turned}))
    if option == "b":
        return Step(State(FLOW))
    place = cards.index_in("a", option, len(shown))
    return None if place is None else Step(_card(shown[place].receipt, offset))


def _card(receipt: str, offset: int) -> State:
    """One sample; the page of the list it was opened from is kept."""
    return State(FLOW, "sample", {"receipt": receipt, "from": offset})


def _page_of(state: State) -> int:
    kept = state.data.get("from")
    return kept if isinstance(kept, int) and kept >= 0 else 0


def _meant(state: State, context: Context) -> Sample:
    found = context.ledger.samples().one(str(state.data.get("receipt", "")))
    if found is None:
        raise Refusal("submission-gone")
    return found


def show(state: State, context: Context) -> Screen:
    """Who handed in what, why and by which chance it was drawn, the way to answers and photos, the verdict."""
    one = _meant(state, context)
    args: dict[str, Argument] = {
        "enterprise": one.enterprise,
        "town": one.town,
        "form": one.form.title,
        "receipt": one.receipt,
        "person": one.submitted_by,
        "day": on_day(today(one.submitted_at), context.today),
        "score": one.score,
        "bad": one.bad,
    }
    drawn: dict[str, Argument] = {"day": on_day(one.day, context.today), "ground": one.ground.value}
    lines: list[Line | Words] = [
        Line("sample-card", args),
        Line("sample-drawn", {**drawn, "percent": one.permille // 10, "signs": len(one.flags)}),
    ]
    ways: list[Row] = [(button("sample-answers", "l"),)]
    if one.judged is not None:
        lines.append(
            Line(
                "sample-judged",
                {"judged": one.judged.value, "person": one.judged_by, "reason": one.reason or "none"},
            )
        )
    elif one.own:
        lines.append(Line("sample-own"))
    elif not one.newest:
        lines.append(Line("sample-changed"))
    else:
        ways.append((button("sample-accept", "y"), button("sample-refuse", "r")))
        ways.append((button("sample-visit", "v"),))
    return Screen(lines, (*ways, (button("sample-back", "b"), button("to-menu", "e"))))


def tapped(state: State, option: str, context: Context) -> Step | None:
    """It holds; it does not, and is given back with reason and questions; or somebody goes there."""
    one = _meant(state, context)
    if option == "b":
        return Step(State(FLOW, "samples", {"offset": _page_of(state)}))
    here = _card(one.receipt, _page_of(state))
    if option == "l":
        return Step(State("submissions", "card", {"receipt": one.receipt}), left=here)
    if one.judged is not None or one.own or not one.newest:
        return None
    return _verdict(here, one, option, context)


def _verdict(here: State, one: Sample, option: str, context: Context) -> Step | None:
    context.need(Right.RETURN_CHECK)
    if option == "y":
        return Step(here, (SampleAccepted(one.receipt),), say=Line("sample-accepted"))
    if option == "r":
        return Step(State("submissions", "pick", {"receipt": one.receipt}), left=here)
    if option == "v" and context.actor.may(Right.HOLD_VISIT):
        return Step(State("visit", "kind", {"code": one.credit_code}), left=here)
    return None
