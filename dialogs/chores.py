"""What comes again and again (定期工作), and what keeps hazards from coming back: the list, one card, a new one in four answers."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from checklists.reading.dates import Side, read_date
from checklists.reading.rhythm import read_rhythm
from checklists.words import Words
from dialogs import cards
from dialogs.cards import Row, button, index_in
from dialogs.context import Context
from dialogs.talk import (
    Argument,
    Button,
    Commanded,
    Input,
    Json,
    Line,
    Opened,
    Screen,
    SentPhoto,
    State,
    Step,
    Tapped,
    Wrote,
)
from dialogs.words import on_day
from safety.chores import Chore, ChoreState, Rhythm, Unit
from safety.errors import Refusal
from safety.events_chores import ChoreDone, ChoreMade, ChoreTurned
from safety.events_hazards import Picture
from safety.people import Right

FLOW, CARD, NEW = "chores", "card", "new"
PAGE, LONGEST = 4, 200
FIELDS = ("title", "rhythm", "owner", "day")
RHYTHMS = (
    Rhythm(1, Unit.WEEK),
    Rhythm(1, Unit.MONTH),
    Rhythm(3, Unit.MONTH),
    Rhythm(6, Unit.MONTH),
    Rhythm(12, Unit.MONTH),
    Rhythm(1, Unit.DAY),
)
SOON = (0, 1, 7, 30)  # days
Choice = tuple[Line | Words, Json]


def step(state: State, told: Input, context: Context) -> Step | None:
    """Answer an input; only officers and principals have such a list."""
    context.need(Right.TREAT_HAZARD)
    if isinstance(told, Opened | Commanded):
        return Step(state if isinstance(told, Commanded) else told.state)
    if state.at == NEW:
        return _on_new(state, told, context)
    if state.at == CARD:
        return _on_card(state, told, context)
    return _on_list(state, told.option, context) if isinstance(told, Tapped) else None


def show(state: State, context: Context) -> Screen:
    """Where it stands."""
    context.need(Right.TREAT_HAZARD)
    return {NEW: _show_new, CARD: _show_card}.get(state.at, _show_list)(state, context)


def accepts(state: State, _context: Context) -> Line:
    """What can be sent here."""
    return Line("chore-accepts", {"at": state.at or "list"})


def writes(state: State, _context: Context) -> bool:
    """A title may be any words."""
    return state.at == NEW and "title" not in state.data


# --- the list -----------------------------------------------------------------------------------------------------


def _on_list(state: State, option: str, context: Context) -> Step | None:
    book = context.ledger.chores()
    total = book.count()
    offset = cards.offset_of(state, total)
    turned = cards.turned(option, offset, total, PAGE)
    if turned is not None:
        return Step(State(FLOW, "", {"offset": turned}))
    ways = {"n": State(FLOW, NEW), "e": State("menu")}
    if option in ways:
        return Step(ways[option])
    shown = book.listed(offset=offset, limit=PAGE)
    place = index_in("a", option, len(shown))
    return None if place is None else Step(State(FLOW, CARD, {"number": shown[place].number}))


def _show_list(state: State, context: Context) -> Screen:
    book = context.ledger.chores()
    total = book.count()
    offset = cards.offset_of(state, total)
    shown = book.listed(offset=offset, limit=PAGE)
    lines: list[Line | Words] = [Line("chores-title", {"n": total})]
    lines += [Line("chore-item", {"n": n, **_told(one, context)}) for n, one in enumerate(shown, offset + 1)]
    ways: Row = (button("chore-new", "n"), button("to-menu", "e"))
    return Screen(lines, (*cards.list_rows(len(shown), offset, total), ways))


def _told(one: Chore, context: Context) -> dict[str, Argument]:
    late = one.state is ChoreState.OPEN and one.due <= context.today
    return {
        "title": one.title,
        "owner": one.owner,
        "due": on_day(one.due, context.today),
        "rhythm": rhythm_line(one.rhythm),
        "state": "late" if late else one.state.value,
    }


def rhythm_line(rhythm: Rhythm | None) -> Line:
    """Every week, every 10 days, once."""
    if rhythm is None:
        return Line("chore-once")
    return Line("chore-every", {"n": rhythm.every, "unit": rhythm.unit.value})


# --- one ----------------------------------------------------------------------------------------------------------


def _chore(state: State, context: Context) -> Chore:
    found = context.ledger.chores().one(str(state.data.get("number", "")))
    if found is None:
        raise Refusal("chore-gone")
    return found


def _ways(one: Chore) -> dict[str, ChoreState]:
    turns = {ChoreState.OPEN: {"p": ChoreState.PAUSED, "s": ChoreState.STOPPED}}
    turns[ChoreState.PAUSED] = {"g": ChoreState.OPEN, "s": ChoreState.STOPPED}
    return turns.get(one.state, {})


def _on_card(state: State, told: Input, context: Context) -> Step | None:
    one = _chore(state, context)
    if isinstance(told, SentPhoto) and one.state is ChoreState.OPEN:
        picture = Picture(told.file, told.unique, told.size, told.caption)
        return Step(state, (ChoreDone(one.number, picture),), say=Line("chore-did"))
    if not isinstance(told, Tapped):
        return None
    if told.option == "y" and one.state is ChoreState.OPEN:
        return Step(state, (ChoreDone(one.number),), say=Line("chore-did"))
    if told.option == "z" and one.hazard:
        return Step(State("hazards", "card", {"number": one.hazard}))
    to = _ways(one).get(told.option)
    if to is not None:
        return Step(state, (ChoreTurned(one.number, to),), say=Line("chore-turned", {"to": to.value}))
    return Step(State(FLOW)) if told.option == "b" else None


def _show_card(state: State, context: Context) -> Screen:
    one = _chore(state, context)
    lines: list[Line | Words] = [Line("chore-card", {"number": one.number, **_told(one, context)})]
    if one.last is not None:
        lines.append(Line("chore-last", {"day": on_day(one.last, context.today), "person": one.last_by}))
    if one.state is ChoreState.OPEN:
        lines.append(Line("chore-photo-too"))
    labels = {"p": "chore-pause", "g": "chore-resume", "s": "chore-stop"}
    done: Row = (button("chore-done", "y"),) if one.state is ChoreState.OPEN else ()
    turns: Row = tuple(button(labels[option], option) for option in _ways(one))
    hazard: Row = (button("open-hazard", "z"),) if one.hazard else ()
    rows = (done, turns, hazard, (button("back-to-list", "b"),))
    return Screen(lines, tuple(row for row in rows if row))


# --- a new one ----------------------------------------------------------------------------------------------------


def _field(state: State) -> str:
    return next((one for one in FIELDS if one not in state.data), FIELDS[-1])


def _choices(field: str, context: Context) -> list[Choice]:
    if field == "rhythm":
        return [(rhythm_line(one), f"{one.every} {one.unit.value}") for one in RHYTHMS]
    if field == "owner":
        others = [
            (Line("colleague-named", {"person": one.name}), one.person) for one in context.ledger.colleagues()
        ]
        return [(Line("hazard-myself"), context.actor.person), *others[:5]]
    if field == "day":
        days = [context.today + timedelta(days=more) for more in SOON]
        return [(on_day(day, context.today), day.isoformat()) for day in days]
    return []


def _on_new(state: State, told: Input, context: Context) -> Step | None:
    field = _field(state)
    if isinstance(told, Wrote) and not told.edited:
        value = _READ[field](told.text, context)
        if value is None:
            return Step(state, say=Line("chore-not-read", {"field": field}))
        return _answered(state, field, value, context)
    if not isinstance(told, Tapped):
        return None
    if told.option == "b":
        given = [one for one in FIELDS if one in state.data]
        kept = {name: value for name, value in state.data.items() if name not in given[-1:]}
        return Step(State(FLOW, NEW, kept) if given else State(FLOW))
    offered = _choices(field, context)
    place = index_in("c", told.option, len(offered))
    return None if place is None else _answered(state, field, offered[place][1], context)


def _answered(state: State, field: str, value: Json, context: Context) -> Step:
    data = {**state.data, field: value}
    if _field(State(FLOW, NEW, data)) in data:
        every, _, unit = str(data["rhythm"]).partition(" ")
        day = date.fromisoformat(str(data["day"]))
        if day < context.today:
            return Step(state, say=Line("chore-not-read", {"field": "day"}))
        owner = data["owner"]
        made = ChoreMade(
            str(data["title"]), owner if isinstance(owner, int) else 0, day, int(every), Unit(unit)
        )
        return Step(State(FLOW), (made,), say=Line("chore-made"))
    return Step(State(FLOW, NEW, data))


def _title(text: str, _context: Context) -> Json:
    return text.strip()[:LONGEST] or None


def _rhythm(text: str, _context: Context) -> Json:
    found = read_rhythm(text)
    return f"{found[0]} {found[1]}" if found is not None else None


def _owner(text: str, context: Context) -> Json:
    named = [one.person for one in context.ledger.colleagues() if one.name == text.strip()]
    if not named and text.strip() == context.actor.name:
        return context.actor.person
    return named[0] if len(named) == 1 else None


def _day(text: str, context: Context) -> Json:
    day = read_date(text, context.today, Side.AHEAD)
    return day.isoformat() if day is not None else None


_READ: Mapping[str, Callable[[str, Context], Json]] = {
    "title": _title,
    "rhythm": _rhythm,
    "owner": _owner,
    "day": _day,
}


def _show_new(state: State, context: Context) -> Screen:
    field = _field(state)
    buttons = [Button(label, f"c{place}") for place, (label, _value) in enumerate(_choices(field, context))]
    rows = [tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2)]
    lines = [Line("chore-ask", {"field": field, "title": str(state.data.get("title", ""))})]
    return Screen(lines, (*rows, (button("back", "b"),)))
