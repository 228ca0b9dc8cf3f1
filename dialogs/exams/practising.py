"""The wrong-answer book (错题本): what is in it, and practice, each question explained as soon as it is answered."""

from checklists.bank import ExamItem, ExamKind
from checklists.words import Words
from dialogs.cards import GAP, Row, button, index_in
from dialogs.context import Context
from dialogs.exams import asking
from dialogs.exams.ending import explained
from dialogs.exams.wording import book_of, choice_buttons, choice_lines, in_order, lettered
from dialogs.talk import Json, Line, Screen, State, Step
from safety.events_exams import PracticeAnswered
from safety.exams import Asked, shown
from safety.mistakes import Mistake, refresher_at

FLOW, BOOK, DRILL, TOLD = "exam", "book", "drill", "told"
STEPS = frozenset({BOOK, DRILL, TOLD})
SHOWN = 5


def step(state: State, option: str, context: Context) -> Step | None:
    """Begin, choose, confirm, go on; back to the papers."""
    if option == "e":
        return Step(State("menu"))
    if option == "b":
        return Step(State(FLOW) if state.at == BOOK else State(FLOW, BOOK))
    if state.at == BOOK or (state.at == TOLD and option == "n"):
        return Step(_next(context)) if option in {"s", "n"} else None
    if state.at != DRILL:
        return None
    item = item_of(state, context)
    return Step(State(FLOW, BOOK)) if item is None else _drilled(state, option, item, context)


def _next(context: Context) -> State:
    """The question that was seen longest ago; the book when there is none."""
    for one in book_of(context):
        item = newest(one, context)
        if item is not None:
            seed = f"{context.actor.person}/{one.last_at.isoformat()}"
            order: list[Json] = list(shown(item, seed))
            return State(FLOW, DRILL, {"item": item.id, "version": item.fingerprint, "order": order})
    return State(FLOW, BOOK)


def newest(one: Mistake, context: Context) -> ExamItem | None:
    """The question as it is asked now; as it was failed when the bank has it no more."""
    exams = context.ledger.exams()
    return exams.bank().items.get(one.item) or exams.item(one.fingerprint)


def item_of(state: State, context: Context) -> ExamItem | None:
    """The question of a screen in exactly the version it was shown in."""
    exams, version = context.ledger.exams(), state.data.get("version")
    current = exams.bank().items.get(str(state.data.get("item", "")))
    if current is not None and current.fingerprint == version:
        return current
    return exams.item(str(version or ""))


def _order(state: State, item: ExamItem) -> tuple[str, ...]:
    kept = state.data.get("order")
    known = [choice.id for choice in item.choices]
    order = [str(one) for one in kept] if isinstance(kept, list) else []
    return tuple(order if sorted(order) == sorted(known) else known)


def _picked(state: State) -> tuple[str, ...]:
    kept = state.data.get("picked")
    return tuple(str(one) for one in kept) if isinstance(kept, list) else ()


def _drilled(state: State, option: str, item: ExamItem, context: Context) -> Step | None:
    if option == "n":
        return _answered(state, item, _picked(state), context) if _picked(state) else None
    order = _order(state, item)
    index = index_in("a", option, len(order))
    return None if index is None else _chosen(state, item, order[index], context)


def _chosen(state: State, item: ExamItem, one: str, context: Context) -> Step:
    """One answer is the answer; where several may be right it is put in or taken out until that is confirmed."""
    if item.kind is not ExamKind.MULTI:
        return _answered(state, item, (one,), context)
    picked = _picked(state)
    new: list[Json] = [kept for kept in picked if kept != one]
    if one not in picked:
        new.append(one)
    return Step(State(FLOW, DRILL, {**state.data, "picked": new}))


def _answered(state: State, item: ExamItem, said: tuple[str, ...], context: Context) -> Step:
    rules, calendar = context.ledger.rules().exams, context.ledger.calendar()
    again = refresher_at(context.now, context.now, rules, calendar)
    event = PracticeAnswered(item.id, item.fingerprint, tuple(sorted(said)), again)
    picked: list[Json] = []
    picked += sorted(said)
    return Step(State(FLOW, TOLD, {**state.data, "picked": picked}), (event,))


def wrote(state: State, text: str, context: Context) -> Step | None:
    """A typed answer; several letters are an answer as a whole."""
    item = item_of(state, context) if state.at == DRILL else None
    if item is None:
        return None
    question = Asked(item.kind, item.text, in_order(item, _order(state, item)), 0)
    said = asking.read(text, question)
    if said is None:
        return None
    return _chosen(state, item, *said, context) if len(said) == 1 else _answered(state, item, said, context)


def show(state: State, context: Context) -> Screen:
    """The book, a question of it, or what its answer came to."""
    item = item_of(state, context) if state.at in {DRILL, TOLD} else None
    if item is None:
        return _book(context)
    choices, picked = in_order(item, _order(state, item)), _picked(state)
    lines: list[Line | Words] = [
        Line("exam-drill", {"kind": item.kind.value}),
        Line("item-text", {"text": item.text}),
    ]
    if state.at == TOLD:
        return Screen((*lines, *_told(item, state, context)), ((button("back", "b"), button("next", "n")),))
    lines += choice_lines(item.kind, choices, picked)
    done: Row = (button("done", "n"),) if picked else ()
    row = choice_buttons(item.kind, choices, picked)
    return Screen(lines, (row, (button("back", "b"), *done)))


def _told(item: ExamItem, state: State, context: Context) -> list[Line | Words]:
    choices, picked = in_order(item, _order(state, item)), _picked(state)
    right = set(picked) == set(item.right)
    kept = next((one for one in book_of(context) if one.item == item.id), None)
    rules = context.ledger.rules().exams
    more = 0 if kept is None else rules.leaves_after - kept.right
    lines: list[Line | Words] = [*choice_lines(item.kind, choices, item.right), GAP]
    if right:
        lines.append(Line("exam-drill-right", {"more": more}))
    else:
        lines.append(Line("exam-drill-wrong", {"said": lettered(item.kind, choices, picked)}))
        lines.append(Line("exam-right", {"right": lettered(item.kind, choices, item.right)}))
    return [*lines, *explained(item)]


def _book(context: Context) -> Screen:
    """How many, the first few, and how they leave."""
    kept = book_of(context)
    rules = context.ledger.rules().exams
    if not kept:
        return Screen((Line("exam-book-empty"),), ((button("to-exam", "b"), button("to-menu", "e")),))
    lines: list[Line | Words] = [Line("exam-book-title", {"n": len(kept), "times": rules.leaves_after})]
    for one in kept[:SHOWN]:
        item = newest(one, context)
        if item is not None:
            lines.append(
                Line("exam-book-line", {"text": item.text, "failed": one.failed, "right": one.right})
            )
    rows = ((button("exam-practise", "s"),), (button("to-exam", "b"), button("to-menu", "e")))
    return Screen(lines, rows)
