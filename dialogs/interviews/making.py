"""Writing an interview down: whom, why, what was agreed, when it is looked at again."""

from datetime import date, timedelta

from checklists.reading.dates import Side, read_date
from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, PAGE, button
from dialogs.context import Context
from dialogs.interviews.places import BACK, DAY, FLOW, LIST, SURE, WHAT, WHO, WHY, body, code_of
from dialogs.register import role_line
from dialogs.talk import Json, Line, Screen, State, Step
from safety.errors import Refusal
from safety.events_interviews import InterviewHeld
from safety.interviews import LATEST, REASONS, Spoken
from safety.people import Role

LABELS = {
    "major": "interview-why-major",
    "overdue": "interview-why-overdue",
    "incident": "interview-why-incident",
    "unsubmitted": "interview-why-unsubmitted",
    "breach": "interview-why-breach",
}
DAYS = (7, 14, 30)  # usual ones until it is looked at again


def _people(state: State, context: Context) -> list[Spoken]:
    found = list(context.ledger.interviews().spoken(code_of(state)))
    if not found:
        raise Refusal("interview-nobody")
    return found


def _on_who(state: State, option: str, context: Context) -> Step | None:
    people = _people(state, context)
    place = cards.index_in("a", option, min(len(people), PAGE))
    if place is not None:
        return Step(_with(state, WHY, person=people[place].person))
    return Step(None) if option == "b" else None


def _with(state: State, at: str, **said: Json) -> State:
    return State(FLOW, at, {**state.data, **said})


def _on_why(state: State, option: str, _context: Context) -> Step | None:
    place = cards.index_in("r", option, len(REASONS))
    if place is not None:
        return Step(_with(state, WHAT, reason=REASONS[place]))
    return Step(_with(state, WHO)) if option == "b" else None


def _on_what(state: State, option: str, _context: Context) -> Step | None:
    return Step(_with(state, WHY)) if option == "b" else None


def _on_day(state: State, option: str, context: Context) -> Step | None:
    place = cards.index_in("d", option, len(DAYS))
    if place is not None:
        return _on_that(state, context.today + timedelta(days=DAYS[place]), context)
    return Step(_with(state, WHAT)) if option == "b" else None


def _on_that(state: State, day: date, context: Context) -> Step:
    if not context.today < day <= context.today + LATEST:
        return Step(state, say=Line("interview-day-wrong"))
    return Step(_with(state, SURE, again=day.isoformat()))


def _on_sure(state: State, option: str, context: Context) -> Step | None:
    if option == "b":
        return Step(_with(state, DAY))
    event = _event(state)
    if option != "y" or event is None:
        return None
    people = {one.person: one.name for one in _people(state, context)}
    if event.person not in people:
        return Step(_with(state, WHO))
    if not context.today < event.again <= context.today + LATEST:
        return Step(_with(state, DAY), say=Line("interview-day-wrong"))
    said = Line("interview-said", {"person": people.get(event.person, "")})
    return Step(State(FLOW, LIST, {"code": event.enterprise}), (event,), say=said)


def _event(state: State) -> InterviewHeld | None:
    """What was said so far, when it is all there."""
    data = state.data
    person, reason, measures, again = (data.get(name) for name in ("person", "reason", "measures", "again"))
    if not (isinstance(person, int) and isinstance(reason, str) and isinstance(measures, str)):
        return None
    day = _day(again)
    return None if day is None else InterviewHeld(code_of(state), person, reason, measures, day)


def _day(kept: object) -> date | None:
    try:
        return date.fromisoformat(kept) if isinstance(kept, str) else None
    except ValueError:
        return None


def _show_who(state: State, context: Context) -> Screen:
    people = _people(state, context)[:PAGE]
    lines = [Line("interview-who")]
    lines += [
        Line("interview-person", {"n": n, "person": one.name, "role": role_line(Role(one.role))})
        for n, one in enumerate(people, 1)
    ]
    return Screen(lines, (*cards.list_rows(len(people), 0, len(people)), BACK))


def _show_why(_state: State, _context: Context) -> Screen:
    labels = [button(LABELS[one], f"r{place}") for place, one in enumerate(REASONS)]
    rows = [tuple(labels[start : start + 2]) for start in range(0, len(labels), 2)]
    return Screen((Line("interview-why"),), (*rows, BACK))


def _show_what(_state: State, _context: Context) -> Screen:
    return Screen((Line("interview-what"),), (BACK,))


def _show_day(_state: State, _context: Context) -> Screen:
    row = tuple(button("interview-in", f"d{place}", n=days) for place, days in enumerate(DAYS))
    return Screen((Line("interview-day"),), (row, BACK))


def _show_sure(state: State, context: Context) -> Screen:
    event = _event(state)
    if event is None:
        raise Refusal("interview-empty")
    people = {one.person: one.name for one in _people(state, context)}
    card = context.ledger.enterprises().card(code_of(state))
    lines: list[Line | Words] = [
        Line(
            "interview-sure",
            {"enterprise": card.brief.name if card else "", "person": people.get(event.person, "")},
        ),
        *body(event.reason, event.measures, event.again, context.today),
        GAP,
        Line("interview-sure-next"),
    ]
    return Screen(lines, ((button("interview-yes", "y"), button("back", "b")),))


def wrote(state: State, text: str, context: Context) -> Step | None:
    """A reason, what was agreed, a day."""
    if state.at == DAY:
        day = read_date(text, context.today, Side.AHEAD)
        return None if day is None else _on_that(state, day, context)
    if state.at == WHY:
        return Step(_with(state, WHAT, reason=text))
    return Step(_with(state, DAY, measures=text)) if state.at == WHAT else None


TAPS = {WHO: _on_who, WHY: _on_why, WHAT: _on_what, DAY: _on_day, SURE: _on_sure}
SHOWS = {WHO: _show_who, WHY: _show_why, WHAT: _show_what, DAY: _show_day, SURE: _show_sure}
