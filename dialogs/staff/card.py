"""One person: whether they may start work and why not, their papers, and what may change: post, return, leaving, account."""

from datetime import date

from checklists.words import Words
from dialogs.cards import GAP, Row, button, index_in
from dialogs.context import Context
from dialogs.staff import adding, days
from dialogs.staff.wording import kind_words, reason_line, standing, verdict_of, worker_line
from dialogs.talk import Argument, Json, Line, Screen, State, Step
from dialogs.words import on_day
from safety.certificates import Certificate
from safety.errors import Refusal
from safety.events_staff import WorkerChanged, WorkerLeft, WorkerLinked, WorkerReturned
from safety.people import Right
from safety.staff import Worker
from safety.starting import Known

FLOW = "staff"
CARD, BACK, LEFT, LINK = "card", "back", "left", "link"
STEPS = frozenset({CARD, BACK, LEFT, LINK})
SHOWN = 5  # papers on a card


def at(worker: int, step: str = CARD) -> State:
    """At somebody's card."""
    return State(FLOW, step, {"worker": worker})


def of(state: State, context: Context) -> Worker:
    """Whose card it is. Refusal when they have left, or were never here."""
    kept = state.data.get("worker")
    one = context.ledger.staff().worker(kept) if isinstance(kept, int) else None
    if one is None:
        raise Refusal("staff-gone")
    return one


def step(state: State, option: str, context: Context) -> Step | None:
    """Lead on from the card; say the day of a return or of leaving; choose the account."""
    one = of(state, context)
    if state.at == LINK:
        return _linked(one, option, context)
    if state.at in {BACK, LEFT}:
        if option == "b":
            return Step(at(one.id))
        day = days.tapped(option, context.today)
        return None if day is None else _dated(state, one, day)
    if option == "b":
        return Step(State(FLOW))
    if option == "c":
        return Step(State("papers", "", {"worker": one.id}))
    return _changing(one, option, context)


def _changing(one: Worker, option: str, context: Context) -> Step | None:
    context.need(Right.KEEP_STAFF)
    if option == "p":
        data: dict[str, Json] = {"worker": one.id, "name": ""}
        return Step(State(FLOW, adding.POST, data))
    ways = {"r": BACK, "l": LEFT}
    if option in ways:
        return Step(at(one.id, ways[option]))
    return Step(at(one.id, LINK)) if option == "k" and _linkable(one, context) else None


def _linkable(one: Worker, context: Context) -> bool:
    return one.person is None and bool(context.ledger.staff().joined(one.id))


def _dated(state: State, one: Worker, day: date) -> Step:
    if state.at == BACK:
        event = WorkerReturned(one.id, day)
        return Step(at(one.id), (event,), say=Line("staff-returned", {"person": one.name}))
    return Step(State(FLOW), (WorkerLeft(one.id, day),), say=Line("staff-left", {"person": one.name}))


def wrote(state: State, text: str, context: Context) -> Step | None:
    """A typed day."""
    if state.at not in {BACK, LEFT}:
        return None
    day = days.typed(text, context.today)
    return Step(state, say=Line("staff-no-day")) if day is None else _dated(state, of(state, context), day)


def changed_post(worker: int, post: str, context: Context) -> Step:
    """Another post, from today on."""
    return Step(at(worker), (WorkerChanged(worker, post, context.today),), say=Line("staff-changed"))


def _linked(one: Worker, option: str, context: Context) -> Step | None:
    if option == "b":
        return Step(at(one.id))
    found = context.ledger.staff().joined(one.id)
    place = index_in("a", option, len(found))
    if place is None:
        return None
    event = WorkerLinked(one.id, found[place].id)
    return Step(at(one.id), (event,), say=Line("staff-linked", {"person": one.name}))


# --- screens ------------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen:
    """The card, or what is asked about it."""
    one = of(state, context)
    if state.at in {BACK, LEFT}:
        line = Line("staff-ask-back" if state.at == BACK else "staff-ask-left", {"person": one.name})
        return Screen((line,), (days.row(), (button("back", "b"),)))
    if state.at == LINK:
        return _link(one, context)
    known = context.ledger.staff().known(one.id)
    return Screen(lines(one, known, context), _rows(one, known, context))


def lines(one: Worker, known: Known, context: Context) -> list[Line | Words]:
    """The answer first, then what it rests on, then the papers."""
    verdict = verdict_of(one, known, context)
    examined = one.person is not None or known.tested is not None
    whole = "no" if verdict.unknown_post or known.hours is None or not examined else "yes"
    found: list[Line | Words] = [
        worker_line(one, context),
        Line("start-yes", {"whole": whole}) if verdict.may else Line("start-no"),
        *(reason_line(reason, one, known, context) for reason in verdict.reasons),
    ]
    if verdict.unknown_post:
        found.append(Line("start-unknown-post"))
    if known.hours is None:
        found.append(Line("start-hours-unknown"))
    if not examined:
        found.append(Line("start-no-account"))
    found += [GAP, _since(one, context)]
    found += [_paper(paper, context) for paper in known.certificates[:SHOWN]]
    return found


def _since(one: Worker, context: Context) -> Line:
    args: dict[str, Argument] = {"day": on_day(one.since, context.today), "back": "no", "again": ""}
    if one.back_since is not None:
        args |= {"back": "yes", "again": on_day(one.back_since, context.today)}
    return Line("staff-since", args)


def _paper(paper: Certificate, context: Context) -> Line:
    args: dict[str, Argument] = {"name": kind_words(paper, context), "standing": standing(paper, context)}
    return Line("paper-line", args)


def _rows(one: Worker, known: Known, context: Context) -> tuple[Row, ...]:
    papers = (button("to-papers-of", "c", n=len(known.certificates)),)
    if not context.actor.may(Right.KEEP_STAFF):
        return (papers, (button("to-learning", "b"),))
    link: Row = (button("staff-link", "k"),) if _linkable(one, context) else ()
    rows = (
        papers,
        (button("staff-post", "p"), button("staff-back", "r"), button("staff-leave", "l")),
        link,
        (button("back", "b"), button("to-menu", "e")),
    )
    return tuple(row for row in rows if row)


def _link(one: Worker, context: Context) -> Screen:
    found = context.ledger.staff().joined(one.id)
    listed = [
        Line("staff-item", {"n": n, "person": who.name, "state": "", "post": ""})
        for n, who in enumerate(found, 1)
    ]
    numbers = tuple(button("item-number", f"a{n}", n=n + 1) for n in range(len(found)))
    rows = tuple(row for row in (numbers, (button("back", "b"),)) if row)
    return Screen((Line("staff-ask-link", {"person": one.name}), *listed), rows)
