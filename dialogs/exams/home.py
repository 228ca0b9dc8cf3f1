"""What can be written: the papers of one's role, where one stands with each, and the beginning of a paper."""

from checklists.bank import Paper
from checklists.words import Words
from dialogs.cards import GAP, Row, button, index_in
from dialogs.context import Context
from dialogs.exams import asking
from dialogs.exams.wording import book_of, left, standing_of
from dialogs.talk import Argument, Line, Screen, State, Step
from dialogs.words import listed
from safety.attempts import Standing
from safety.events_exams import ExamBegun
from safety.exams import TRAINEES, Sitting, draw, papers_for

FLOW, PAPER = "exam", "paper"


def papers(context: Context) -> tuple[Paper, ...]:
    """The papers that the reader may choose."""
    seat = context.actor.seat
    bank = context.ledger.exams().bank()
    return papers_for(bank, seat.role, context.ledger.facts()) if seat is not None else ()


def chosen(state: State, context: Context) -> Paper | None:
    """The paper whose card is shown: the one that was chosen, or the only one there is."""
    every = papers(context)
    found = next((one for one in every if one.id == state.data.get("paper")), None)
    return every[0] if len(every) == 1 else found


def step(state: State, option: str, context: Context) -> Step | None:
    """Choose a paper, begin it, look at the last result, practise."""
    if option == "e":
        return Step(State("menu"))
    if option == "w":
        return Step(State(FLOW, "book"))
    if option == "k":
        return Step(State("spot"))
    paper = chosen(state, context)
    if paper is None:
        every = papers(context)
        index = index_in("a", option, len(every))
        return None if index is None else Step(State(FLOW, PAPER, {"paper": every[index].id}))
    return _of_paper(paper, option, context)


def _of_paper(paper: Paper, option: str, context: Context) -> Step | None:
    standing = standing_of(paper.id, context)
    if option == "l" and standing.last is not None:
        return Step(State(FLOW, "result", {"exam": standing.last.exam}))
    if option == "b":
        return Step(State(FLOW))
    if option != "s":
        return None
    return _begun(paper, context) if standing.opens_at is None else Step(card_of(paper))


def card_of(paper: Paper) -> State:
    return State(FLOW, PAPER, {"paper": paper.id})


def _begun(paper: Paper, context: Context) -> Step | None:
    """Draw it and show the first question. The number of the exam is known once it is recorded."""
    exams, seat = context.ledger.exams(), context.actor.seat
    trainee = TRAINEES.get(seat.role) if seat is not None else None
    if trainee is None:
        return None
    sheet = draw(exams.bank(), paper, trainee, context.ledger.facts(), exams.seed())
    return Step(asking.at(0), (ExamBegun(sheet.to_json(), paper.attempts_a_day),))


def running(sitting: Sitting, context: Context) -> Screen:
    """A paper is being written: back to it, and nothing else."""
    figures: dict[str, Argument] = {
        "title": sitting.sheet.title,
        "n": len(sitting.asked) - len(sitting.open),
        "total": len(sitting.asked),
        "left": left(sitting, context.now),
    }
    rows = ((button("exam-go-on", "r"),), (button("to-menu", "e"),))
    return Screen((Line("exam-title"), Line("exam-running", figures)), rows)


def show(state: State, context: Context) -> Screen:
    """The papers, or the card of one."""
    paper = chosen(state, context)
    if paper is not None:
        return _card(paper, context)
    every = papers(context)
    if not every:
        return Screen((Line("exam-none"),), (_ways(context),))
    lines = [Line("exam-title"), *(_line(n, one, context) for n, one in enumerate(every, 1))]
    numbers = tuple(button("item-number", f"a{n}", n=n + 1) for n in range(len(every)))
    return Screen(lines, (numbers, _ways(context)))


def _line(place: int, paper: Paper, context: Context) -> Line:
    return Line(
        "exam-line", {"n": place, "title": paper.title, "last": _last(standing_of(paper.id, context))}
    )


def _card(paper: Paper, context: Context) -> Screen:
    standing = standing_of(paper.id, context)
    kinds = [Line("exam-part", {"kind": part.kind.value, "n": part.count}) for part in paper.parts]
    figures = {"total": paper.total, "pass": paper.pass_points, "n": sum(part.count for part in paper.parts)}
    lines: list[Line | Words] = [
        Line("exam-heading", {"title": paper.title}),
        Line("exam-parts", {"parts": listed(kinds), **figures}),
        Line("exam-time", {"minutes": paper.minutes}),
        GAP,
        _last(standing),
        _lock(standing),
    ]
    begin: Row = (button("exam-begin", "s"),) if standing.opens_at is None else ()
    last: Row = (button("exam-last", "l"),) if standing.last is not None else ()
    several: Row = (button("back", "b"),) if len(papers(context)) > 1 else ()
    rows = (begin, last, (*several, *_ways(context)))
    return Screen(lines, tuple(row for row in rows if row))


def _last(standing: Standing) -> Line:
    last = standing.last
    if last is None or last.points is None:
        return Line("exam-never")
    passed = "yes" if last.passed else "no"
    return Line("exam-last-time", {"points": last.points, "passed": passed})


def _lock(standing: Standing) -> Line:
    if standing.opens_at is None:
        return Line("exam-left", {"n": standing.left})
    if not standing.left:
        return Line("exam-tomorrow", {"time": standing.opens_at})
    return Line("exam-wait", {"n": standing.failed, "time": standing.opens_at})


def _ways(context: Context) -> Row:
    return (
        button("exam-book", "w", n=len(book_of(context))),
        button("spot-enter", "k"),
        button("to-menu", "e"),
    )
