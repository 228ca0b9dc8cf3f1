"""After the end: the result as it is kept, and each wrong question with what would have been right, and why."""

from checklists.bank import ExamItem
from checklists.words import Words
from dialogs.cards import GAP, Row, button
from dialogs.context import Context
from dialogs.exams.wording import book_of, choice_lines, in_order, lettered
from dialogs.selfcheck.receipt import short
from dialogs.talk import Argument, Line, Screen, State, Step
from dialogs.words import listed
from safety.exams import Result

FLOW, RESULT, WRONG = "exam", "result", "wrong"


def result_of(state: State, context: Context) -> Result | None:
    """The reader's own result that is meant."""
    exam = state.data.get("exam")
    return context.ledger.exams().result(exam) if isinstance(exam, int) else None


def step(state: State, option: str, context: Context) -> Step | None:
    """Look through what was wrong, practise, back to the papers."""
    result = result_of(state, context)
    if option == "e":
        return Step(State("menu"))
    if option == "p" or result is None:
        return Step(State(FLOW))
    if option == "w":
        return Step(State(FLOW, "book"))
    if state.at == WRONG:
        return _turned(state, option, result)
    return Step(_wrong(result, 0)) if option == "o" and result.wrong else None


def _wrong(result: Result, place: int) -> State:
    return State(FLOW, WRONG, {"exam": result.exam, "n": place})


def _turned(state: State, option: str, result: Result) -> Step | None:
    place = _place(state, result)
    if option == "b":
        return Step(_wrong(result, place - 1) if place else State(FLOW, RESULT, {"exam": result.exam}))
    if option == "n":
        last = place + 1 >= len(result.wrong)
        return Step(State(FLOW, RESULT, {"exam": result.exam}) if last else _wrong(result, place + 1))
    return None


def _place(state: State, result: Result) -> int:
    kept = state.data.get("n")
    return kept if isinstance(kept, int) and 0 <= kept < len(result.wrong) else 0


def show(state: State, result: Result, context: Context) -> Screen:
    """The result, or one wrong question of it."""
    if state.at == WRONG and result.wrong:
        return _wrong_screen(_place(state, result), result)
    return _result(result, context)


def _result(result: Result, context: Context) -> Screen:
    unanswered = sum(not result.answers.get(n) for n in range(len(result.items)))
    points: dict[str, Argument] = {
        "points": result.points,
        "total": result.sheet.total,
        "pass": result.sheet.pass_points,
        "passed": "yes" if result.passed else "no",
    }
    counted = {"right": sum(result.marks.right), "wrong": len(result.wrong), "open": unanswered}
    lines: list[Line | Words] = [
        Line("exam-points", points),
        Line("exam-heading", {"title": result.sheet.title}),
        Line("exam-counts", counted),
        *([Line("exam-by-time")] if result.by_time else []),
        GAP,
        Line("exam-number", {"number": result.number}),
        Line("exam-of", {"enterprise": result.enterprise}),
        Line("exam-handed-in", {"time": result.ended_at, "person": result.person}),
        Line("receipt-fingerprint", {"fingerprint": short(result.sha256)}),
    ]
    look: Row = (button("exam-see-wrong", "o", n=len(result.wrong)),) if result.wrong else ()
    kept = len(book_of(context))
    practise: Row = (button("exam-book", "w", n=kept),) if kept else ()
    rows = ((*look, *practise), (button("to-exam", "p"), button("to-menu", "e")))
    return Screen(lines, tuple(row for row in rows if row))


def _wrong_screen(place: int, result: Result) -> Screen:
    n = result.wrong[place]
    item, drawn, said = result.items[n], result.sheet.drawn[n], result.answers.get(n, ())
    heading = {"n": place + 1, "total": len(result.wrong), "number": n + 1, "kind": item.kind.value}
    choices = in_order(item, drawn.order)
    said_line: dict[str, Argument] = {
        "said": lettered(item.kind, choices, said),
        "points": result.marks.points[n],
        "full": drawn.points,
    }
    lines: list[Line | Words] = [
        Line("exam-wrong-heading", heading),
        Line("item-text", {"text": item.text}),
        *choice_lines(item.kind, choices, item.right),
        GAP,
        Line("exam-said", said_line),
        Line("exam-right", {"right": lettered(item.kind, choices, item.right)}),
        *explained(item),
    ]
    return Screen(lines, ((button("back", "b"), button("exam-next-wrong", "n")),))


def explained(item: ExamItem) -> list[Line]:
    """Why, and on which clause it rests."""
    why = [Line("exam-why", {"why": item.why})]
    clauses = [one.text for one in item.basis]
    return [*why, Line("why-basis", {"clauses": listed(clauses)})] if clauses else why
