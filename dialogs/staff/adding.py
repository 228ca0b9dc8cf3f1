"""Adding people: a line with everything in it, several lines at once, or a name and two questions by button."""

from datetime import date, timedelta

from checklists.reading.roster import RosterLine, read_line, read_post
from dialogs.cards import Row, button, index_in
from dialogs.context import Context
from dialogs.staff import days
from dialogs.staff.wording import post_line, rules
from dialogs.talk import Button, Json, Line, Screen, State, Step
from safety.events_staff import WorkerAdded

FLOW = "staff"
NAME, POST, SINCE = "name", "post", "since"
STEPS = frozenset({NAME, POST, SINCE})
SHOWN = 6  # posts on a screen
MOST = 30  # lines of one message
FRESH = timedelta(days=30)  # who began no longer ago counts as new: our default


def step(state: State, option: str, context: Context) -> Step | None:
    """Choose the post and the day."""
    if option == "b":
        return Step(_before(state))
    if state.at == POST:
        return _post(state, option, context)
    day = days.tapped(option, context.today) if state.at == SINCE else None
    return None if day is None else _added(state, day, context)


def _before(state: State) -> State:
    at = {POST: NAME, SINCE: POST}.get(state.at)
    data = {name: kept for name, kept in state.data.items() if name in {"name", "worker"}}
    if state.at == POST and "worker" in data:
        return State(FLOW, "card", {"worker": data["worker"]})
    return State(FLOW) if at is None else State(FLOW, at, data)


def _post(state: State, option: str, context: Context) -> Step | None:
    posts = rules(context).posts
    if option == "m":
        start = _start(state, len(posts)) + SHOWN
        return Step(State(FLOW, POST, {**state.data, "from": start if start < len(posts) else 0}))
    index = index_in("a", option, len(posts))
    return None if index is None else _said(state, posts[index].id)


def _said(state: State, post: str) -> Step:
    return Step(State(FLOW, SINCE, {**state.data, "post": post}))


def _start(state: State, total: int) -> int:
    kept = state.data.get("from")
    return kept if isinstance(kept, int) and 0 <= kept < total else 0


def _added(state: State, day: date, context: Context) -> Step:
    line = RosterLine(str(state.data.get("name", "")), str(state.data.get("post", "")), day)
    return Step(
        State(FLOW), (_event(line, day, context),), say=Line("staff-added", {"person": line.name, "n": 1})
    )


def _event(line: RosterLine, day: date, context: Context) -> WorkerAdded:
    return WorkerAdded(line.name, line.post or "", day, fresh=day >= context.today - FRESH)


# --- typed --------------------------------------------------------------------------------------------------------


def wrote(state: State, text: str, context: Context) -> Step | None:
    """Whole lines are entered at once; a name alone is asked about."""
    if state.at == POST:
        post = read_post(text, rules(context).posts) or text.strip()[:40]
        return _said(state, post)
    if state.at == SINCE:
        day = days.typed(text, context.today)
        return Step(state, say=Line("staff-no-day")) if day is None else _added(state, day, context)
    return entered(text, context) or Step(state, say=Line("staff-not-read"))


def entered(text: str, context: Context, *, unknown: bool = False) -> Step | None:
    """What was typed as people to add: all lines, or nothing of it when one cannot be read.

    `unknown`: a name alone was looked for, and is in no row.
    """
    lines = [one for one in text.splitlines() if one.strip()]
    read = [read_line(one, rules(context).posts, context.today) for one in lines[:MOST]]
    found = [one for one in read if one is not None]
    if not found or len(found) < len(lines):
        return None
    first = found[0]
    if len(found) == 1 and (first.post is None or first.since is None):
        return _asking(first, unknown=unknown)
    if any(one.since is not None and one.since > context.today for one in found):
        return Step(State(FLOW, NAME), say=Line("staff-no-day"))
    events = tuple(_event(one, one.since or context.today, context) for one in found)
    said = Line("staff-added", {"person": first.name, "n": len(found)})
    return Step(State(FLOW), events, say=said)


def _asking(line: RosterLine, *, unknown: bool) -> Step:
    data: dict[str, Json] = {"name": line.name}
    if line.post is None:
        said = Line("staff-unknown", {"person": line.name}) if unknown else None
        return Step(State(FLOW, POST, data), say=said)
    return Step(State(FLOW, SINCE, {**data, "post": line.post}))


# --- screens ------------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen:
    """What is asked now."""
    if state.at == POST:
        return Screen((Line("staff-ask-post", {"person": _name(state, context)}),), post_rows(state, context))
    if state.at == SINCE:
        args = {"person": _name(state, context), "post": post_line(str(state.data.get("post", "")), context)}
        return Screen((Line("staff-ask-since", args),), (days.row(), (button("back", "b"),)))
    return Screen((Line("staff-ask-name"),), ((button("back", "b"),),))


def _name(state: State, context: Context) -> str:
    worker = state.data.get("worker")
    one = context.ledger.staff().worker(worker) if isinstance(worker, int) else None
    return one.name if one is not None else str(state.data.get("name", ""))


def post_rows(state: State, context: Context) -> tuple[Row, ...]:
    """Some posts, and the way to the others."""
    posts = rules(context).posts
    start = _start(state, len(posts))
    shown = [Button(post.name, f"a{n}") for n, post in enumerate(posts)][start : start + SHOWN]
    more: Row = (button("staff-more-posts", "m"),) if len(posts) > SHOWN else ()
    rows = (tuple(shown[:3]), tuple(shown[3:]), (button("back", "b"), *more))
    return tuple(row for row in rows if row)
