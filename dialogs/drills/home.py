"""Where drills begin: when the next one is due, what is planned or runs, the records; the roll call in earnest."""

from datetime import timedelta

from dialogs import cards
from dialogs.cards import PAGE, Row, button
from dialogs.context import Context
from dialogs.drills import planning
from dialogs.drills.wording import FLOW, at_card, heading, numbers_to_call
from dialogs.talk import Json, Line, Screen, State, Step
from dialogs.words import on_day
from safety.drills import Drill
from safety.events_drills import RollCalled
from safety.people import Right

REAL, PAST = "real", "past"
SHOWN = 3  # planned drills on the screen


def step(state: State, option: str, context: Context) -> Step | None:
    """Plan one, open one, look at records, call the roll in earnest."""
    if state.at == REAL:
        return _real(option, context)
    if state.at == PAST:
        return _past(state, option, context)
    return _home(option, context)


def _home(option: str, context: Context) -> Step | None:
    if option == "e":
        return Step(State("emergency"))
    if option == "n":
        context.need(Right.RUN_DRILL)
        return Step(State(FLOW, planning.PICK))
    if option == "r":
        return Step(State(FLOW, REAL))
    if option == "l":
        return Step(State(FLOW, PAST))
    book = context.ledger.drills()
    running = book.running()
    if option == "g":
        return Step(State(FLOW) if running is None else at_card(running))
    planned = book.planned()[:SHOWN]
    index = cards.index_in("a", option, len(planned))
    return None if index is None else Step(at_card(planned[index]))


def _real(option: str, context: Context) -> Step | None:
    if option == "b":
        return Step(State(FLOW))
    if option != "y":
        return None
    running = context.ledger.drills().running()
    if running is not None and running.real:
        return Step(at_card(running), say=Line("roll-runs"))
    rules = context.ledger.rules().drills
    chase = context.now + timedelta(minutes=rules.chase_minutes)
    until = context.now + timedelta(minutes=rules.real_longest_minutes)
    return Step(State(FLOW, "newest"), (RollCalled(context.ledger.drills().assembly_point(), chase, until),))


def _past(state: State, option: str, context: Context) -> Step | None:
    book = context.ledger.drills()
    total = book.count_past()
    offset = cards.offset_of(state, total)
    if option == "b":
        return Step(State(FLOW))
    turned = cards.turned(option, offset, total)
    if turned is not None:
        data: dict[str, Json] = {"offset": turned}
        return Step(State(FLOW, PAST, data))
    page = book.past(offset=offset, limit=PAGE)
    index = cards.index_in("a", option, len(page))
    return None if index is None else Step(at_card(page[index]))


# --- what is seen -------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen:
    """The home of drills, the question before a roll call in earnest, or the records."""
    if state.at == REAL:
        context.need(Right.JOIN_DRILL)
        return _ask_real(context)
    return _records(state, context) if state.at == PAST else _at_home(context)


def _at_home(context: Context) -> Screen:
    book = context.ledger.drills()
    running, planned = book.running(), book.planned()[:SHOWN]
    lines = [Line("drill-home"), _due(context)]
    lines += [_line(n, one) for n, one in enumerate(planned, 1)]
    rows: list[Row] = []
    if running is not None:
        lines.insert(1, heading(running))
        rows.append((button("drill-go-on" if not running.real else "roll-go-on", "g"),))
    if planned:
        rows.append(tuple(button("item-number", f"a{n}", n=n + 1) for n in range(len(planned))))
    plan = (button("drill-plan", "n"),) if context.actor.may(Right.RUN_DRILL) else ()
    past = (button("drill-records", "l", n=book.count_past()),)
    rows += [(*plan, *past), (button("to-rollcall", "r"), button("back", "e"))]
    return Screen(lines, tuple(rows))


def _due(context: Context) -> Line:
    day = context.ledger.drills().due()
    if day is None:
        return Line("drill-due-none")
    late = "yes" if day < context.today else "no"
    return Line("drill-due", {"day": on_day(day, context.today), "late": late})


def _line(n: int, drill: Drill) -> Line:
    title = drill.script.title if drill.script is not None else Line("roll-title")
    return Line("drill-line", {"n": n, "title": title, "at": drill.planned_at, "state": drill.state.value})


def _ask_real(context: Context) -> Screen:
    lines = [
        Line("roll-ask"),
        Line("roll-call-first", {"numbers": numbers_to_call(context)}),
        Line("roll-ask-how", {"n": context.ledger.drills().strength()}),
    ]
    return Screen(lines, ((button("roll-call-now", "y"),), (button("roll-no", "b"),)))


def _records(state: State, context: Context) -> Screen:
    book = context.ledger.drills()
    total = book.count_past()
    offset = cards.offset_of(state, total)
    page = book.past(offset=offset, limit=PAGE)
    lines = [Line("drill-records-title", {"n": total})]
    lines += [_line(n, one) for n, one in enumerate(page, offset + 1)]
    return Screen(lines, (*cards.list_rows(len(page), offset, total), (button("back", "b"),)))
