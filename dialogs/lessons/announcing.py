"""Announcing a lesson: its subject, then one screen with everything else filled in, each thing a button to change it."""

from datetime import datetime, time, timedelta

from checklists.reading.dates import Side, read_date
from checklists.reading.headcount import read_headcount
from checklists.reading.times import read_time
from checklists.words import Words
from dialogs import cards
from dialogs.cards import Row, button, index_in, list_rows, offset_of
from dialogs.context import Context
from dialogs.lessons.wording import FLOW, said, title, titles
from dialogs.talk import Argument, Button, Json, Line, Screen, State, Step
from safety.calendar import at as moment_of
from safety.calendar import local
from safety.events_lessons import LessonAnnounced
from safety.lessons import LONGEST, MOST_MINUTES, may_be_at
from safety.people import Right

NEW, PLAN, EDIT = "new", "plan", "edit"
STEPS = frozenset({NEW, PLAN, EDIT})
AUDIENCE = "industry"  # supervisors alone choose it
FIELDS = {"w": "at", "m": "minutes", "p": "place", "t": "topic", "r": "lecturer"}
LABELS = {
    "at": "lesson-edit-at",
    "minutes": "lesson-edit-minutes",
    "place": "lesson-edit-place",
    "topic": "lesson-edit-topic",
    "lecturer": "lesson-edit-lecturer",
}
MINUTES = (45, 90, 135)
MORNING, AFTERNOON = time(8, 30), time(14)
SHOWN = 5


def step(state: State, option: str, context: Context) -> Step | None:
    """Choose the subject, change something, announce it."""
    context.need(Right.HOLD_LESSON)
    if state.at == NEW:
        return _subject(state, option, context)
    if state.at == EDIT:
        return _edited(state, option, context)
    if option == "b":
        return Step(State(FLOW, NEW))
    if option == "i" and context.supervises:
        return Step(State(FLOW, EDIT, {**state.data, "field": AUDIENCE}))
    if option in FIELDS:
        return Step(State(FLOW, EDIT, {**state.data, "field": FIELDS[option]}))
    return _announced(state, context) if option == "s" else None


def _subject(state: State, option: str, context: Context) -> Step | None:
    every = list(titles(context))
    offset = offset_of(state, len(every))
    turned = cards.turned(option, offset, len(every), SHOWN)
    if turned is not None:
        data: dict[str, Json] = {"offset": turned}
        return Step(State(FLOW, NEW, data))
    if option == "b":
        return Step(State(FLOW))
    index = index_in("a", option, len(every) - offset)
    if index is None:
        return None
    begin = moment_of(context.today + timedelta(days=1), MORNING)
    plan: dict[str, Json] = {
        "subject": every[offset + index],
        "at": begin.isoformat(),
        "minutes": MINUTES[0],
        "place": "" if context.supervises else context.ledger.enterprise().name[:LONGEST],
        "lecturer": context.actor.name[:LONGEST],
        "topic": "",
    }
    return Step(State(FLOW, PLAN, plan))


def _announced(state: State, context: Context) -> Step:
    """Announce it; the card is found once it is recorded."""
    begin = moment(state, context)
    if not may_be_at(begin, context.now, context.ledger.rules().training):
        return Step(state, say=Line("lesson-day-wrong"))
    if not text(state, "place"):
        return Step(State(FLOW, EDIT, {**state.data, "field": "place"}))
    event = LessonAnnounced(
        text(state, "subject"),
        text(state, "topic"),
        text(state, "lecturer"),
        begin,
        _minutes(state),
        text(state, "place"),
        text(state, AUDIENCE) if context.supervises else "",
    )
    told = Line("lesson-announced" if begin > context.now else "lesson-written-later")
    return Step(State(FLOW, "card", {"newest": True}), (event,), say=told)


def text(state: State, field: str) -> str:
    kept = state.data.get(field)
    return kept if isinstance(kept, str) else ""


def moment(state: State, context: Context) -> datetime:
    """When it is to be held; tomorrow morning when that cannot be read."""
    try:
        return datetime.fromisoformat(text(state, "at"))
    except ValueError:
        return moment_of(context.today + timedelta(days=1), MORNING)


def _minutes(state: State) -> int:
    kept = state.data.get("minutes")
    return kept if isinstance(kept, int) and 0 < kept <= MOST_MINUTES else MINUTES[0]


# --- one thing is changed -----------------------------------------------------------------------------------------


def _days(context: Context) -> list[datetime]:
    """Now, this afternoon, the next two mornings."""
    now = context.now.replace(second=0, microsecond=0)
    mornings = [moment_of(context.today + timedelta(days=n), MORNING) for n in (1, 2)]
    return [now, moment_of(context.today, AFTERNOON), *mornings]


def _edited(state: State, option: str, context: Context) -> Step | None:
    if option == "b":
        return Step(_plan(state))
    field = text(state, "field")
    if field == "at":
        known = _days(context)
        index = index_in("d", option, len(known))
        return None if index is None else Step(_plan(state, at=known[index].isoformat()))
    if field == "minutes":
        index = index_in("m", option, len(MINUTES))
        return None if index is None else Step(_plan(state, minutes=MINUTES[index]))
    if field == AUDIENCE:
        return _audience(state, option, context)
    return Step(_plan(state, **{field: ""})) if option == "x" and field == "topic" else None


def _audience(state: State, option: str, context: Context) -> Step | None:
    """Enterprises of one industry, or all."""
    every = list(context.ledger.industries())
    offset = offset_of(state, len(every))
    turned = cards.turned(option, offset, len(every), SHOWN)
    if turned is not None:
        return Step(State(FLOW, EDIT, {**state.data, "offset": turned}))
    if option == "x":
        return Step(_plan(state, industry=""))
    index = index_in("a", option, len(every) - offset)
    return None if index is None else Step(_plan(state, industry=every[offset + index]))


def _plan(state: State, **changed: Json) -> State:
    kept = {name: value for name, value in state.data.items() if name not in {"field", "offset"}}
    return State(FLOW, PLAN, {**kept, **changed})


def wrote(state: State, told: str, context: Context) -> Step | None:
    """Words for the thing that is changed."""
    field, words = text(state, "field"), " ".join(told.split())
    if field == "at":
        found = _when(words, state, context)
        if found is None or not may_be_at(found, context.now, context.ledger.rules().training):
            return Step(state, say=Line("lesson-day-wrong"))
        return Step(_plan(state, at=found.isoformat()))
    if field == "minutes":
        number, _ = read_headcount(words) or (0, "")
        return Step(_plan(state, minutes=number)) if 0 < number <= MOST_MINUTES else None
    if field not in {"place", "topic", "lecturer"} or not words:
        return None
    if len(words) > LONGEST:
        return Step(state, say=Line("lesson-too-long", {"n": LONGEST}))
    return Step(_plan(state, **{field: words}))


def _when(words: str, state: State, context: Context) -> datetime | None:
    """A day, a time of day, or both: 12月1日 9点."""
    day, clock = read_date(words, context.today, Side.EITHER), read_time(words, context.clock)
    for place in range(1, len(words)):
        first = read_date(words[:place].strip(), context.today, Side.EITHER)
        second = read_time(words[place:].strip(), context.clock)
        if first is not None and second is not None:
            return moment_of(first, second)
    if day is None and clock is None:
        return None
    kept = local(moment(state, context))
    return moment_of(day or kept.date(), clock or kept.time())


# --- screens ------------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen | None:
    """The subjects, the plan, or what is changed of it."""
    context.need(Right.HOLD_LESSON)
    if state.at == NEW:
        return _subjects(state, context)
    if text(state, "subject") not in titles(context):
        return _subjects(State(FLOW, NEW), context)
    return _edit(state, context) if state.at == EDIT else _plan_screen(state, context)


def _subjects(state: State, context: Context) -> Screen:
    every = list(titles(context).values())
    offset = offset_of(state, len(every))
    page = every[offset : offset + SHOWN]
    lines: list[Line | Words] = [Line("lesson-what")]
    lines += [Line("lesson-subject", {"n": n, "title": one}) for n, one in enumerate(page, offset + 1)]
    return Screen(lines, (*list_rows(len(page), offset, len(every)), (button("back", "b"),)))


def _plan_screen(state: State, context: Context) -> Screen:
    about: dict[str, Argument] = {
        "title": title(text(state, "subject"), context),
        "topic": text(state, "topic"),
        "titled": said(text(state, "topic")),
    }
    when: dict[str, Argument] = {
        "time": moment(state, context),
        "minutes": _minutes(state),
        "place": text(state, "place"),
        "placed": said(text(state, "place")),
    }
    lines = [
        Line("lesson-heading", {**about, "holder": "", "named": "no", "area": "no"}),
        Line("lesson-when", when),
        Line("lesson-lecturer", {"officer": text(state, "lecturer")}),
        Line("lesson-goes-to", _goes_to(state, context)),
    ]
    edits: Row = tuple(button(LABELS[field], mark) for mark, field in FIELDS.items())
    whom: Row = (button("lesson-whom", "i"),) if context.supervises else ()
    past = moment(state, context) <= context.now
    send = button("lesson-write-down" if past else "lesson-announce", "s")
    return Screen(lines, ((send,), edits[:3], (*edits[3:], *whom), (button("back", "b"),)))


def _goes_to(state: State, context: Context) -> dict[str, Argument]:
    found = context.ledger.industries().get(text(state, AUDIENCE)) if context.supervises else None
    kind = "own" if not context.supervises else "area" if found is None else "industry"
    return {"kind": kind, "industry": found if found is not None else ""}


def _edit(state: State, context: Context) -> Screen:
    field = text(state, "field")
    choice: Row = ()
    if field == AUDIENCE and context.supervises:
        return _industries(state, context)
    if field == "at":
        labels = [Line("lesson-moment", {"time": one}) for one in _days(context)]
        choice = tuple(Button(label, f"d{n}") for n, label in enumerate(labels))
    if field == "minutes":
        choice = tuple(button("lesson-minutes", f"m{n}", n=one) for n, one in enumerate(MINUTES))
    if field == "topic":
        choice = (button("lesson-no-topic", "x"),)
    rows = (choice[:2], choice[2:], (button("back", "b"),))
    return Screen((Line("lesson-edit-ask", {"field": field}),), tuple(row for row in rows if row))


def _industries(state: State, context: Context) -> Screen:
    every = list(context.ledger.industries().values())
    offset = offset_of(state, len(every))
    page = every[offset : offset + SHOWN]
    lines: list[Line | Words] = [Line("lesson-edit-ask", {"field": AUDIENCE})]
    lines += [Line("lesson-subject", {"n": n, "title": one}) for n, one in enumerate(page, offset + 1)]
    last = (button("lesson-everybody", "x"), button("back", "b"))
    return Screen(lines, (*list_rows(len(page), offset, len(every)), last))
