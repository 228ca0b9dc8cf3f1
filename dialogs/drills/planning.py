"""Planning a drill in four taps: script, when, everybody is told. Place and headcount may be typed on the last screen."""

from datetime import datetime, time, timedelta

from checklists.drills import Script, offered
from checklists.reading.dates import Side, read_date
from checklists.reading.numerals import read_number
from checklists.reading.plain import plain
from checklists.reading.times import read_time
from checklists.words import Words
from dialogs.cards import Row, button, index_in
from dialogs.context import Context
from dialogs.drills import testing
from dialogs.drills.testing import WHICH
from dialogs.drills.wording import FLOW, NOWHERE
from dialogs.talk import Button, Json, Line, Screen, State, Step
from dialogs.texts import SHANGHAI
from safety.calendar import at, local
from safety.errors import Refusal
from safety.events_drills import DrillPlanned
from safety.people import Right

PICK, WHEN, SURE = "pick", "when", "sure"
STEPS = frozenset({PICK, WHEN, SURE, WHICH})
MOST = 7  # scripts on one screen
DAY = timedelta(days=1)
ROUND = 5  # minutes
HOURS = (time(10), time(15), time(8, 40))
LONGEST_PLACE, MOST_EXTRA = 60, 9999


def scripts(context: Context) -> tuple[Script, ...]:
    """Those on offer, made for the enterprise first."""
    return offered(context.ledger.drills().scripts(), context.ledger.facts())[:MOST]


def slots(context: Context) -> tuple[datetime, ...]:
    """Moments that are offered: soon, the next working day at ten and at three, next Monday (or the working day after) early."""
    calendar, today = context.ledger.calendar(), context.today
    soon = local(context.now) + timedelta(minutes=2 * ROUND)
    soon = (soon + timedelta(minutes=-soon.minute % ROUND)).replace(second=0, microsecond=0)
    tomorrow = calendar.next_working(today + DAY)
    monday = calendar.next_working(today + timedelta(days=7 - today.weekday()))
    ten, three, early = HOURS
    found = (soon, at(tomorrow, ten), at(tomorrow, three), at(monday, early))
    return tuple(dict.fromkeys(found))


def step(state: State, option: str, context: Context) -> Step | None:
    """Choose a script, a moment, and tell everybody."""
    context.need(Right.RUN_DRILL)
    if option == "b" and state.at != WHICH:
        return Step(State(FLOW) if state.at == PICK else _back(state))
    if state.at == PICK:
        index = index_in("a", option, len(scripts(context)))
        return None if index is None else Step(_with(state, WHEN, script=scripts(context)[index].id))
    if state.at == WHICH:
        return testing.step(state, option, _with(state, SURE), context)
    if state.at == WHEN:
        index = index_in("t", option, len(slots(context)))
        return None if index is None else Step(_with(state, SURE, when=slots(context)[index].isoformat()))
    return _sure(state, option, context)


def _back(state: State) -> State:
    kept = ("plan",) if state.at == WHEN else ("plan", "script")
    data = {name: state.data[name] for name in kept if name in state.data}
    return State(FLOW, PICK if state.at == WHEN else WHEN, data)


def _with(state: State, at: str, **changed: Json) -> State:
    return State(FLOW, at, {**state.data, **changed})


def _sure(state: State, option: str, context: Context) -> Step | None:
    if option == "p" and testing.on_offer(context):
        return Step(_with(state, WHICH))
    if option != "y":
        return None
    chosen, when = script_of(state, context), _moment(state)
    plan = testing.tested(state, chosen, context)
    rules = context.ledger.rules().drills
    soon = max(context.now, when - timedelta(minutes=rules.before_minutes))
    place, extra, tests = _place(state, context), _extra(state), plan.number if plan else None
    event = DrillPlanned(chosen.id, chosen.fingerprint, when, place, soon, extra, tests)
    said = Line("drill-planned-now", {"n": context.ledger.drills().strength()})
    return Step(State(FLOW, "newest"), (event,), say=said)


def wrote(state: State, text: str, context: Context) -> Step | None:
    """A day and time, a place, a headcount in words; a time that is written last of all is no place but another time."""
    if state.at == WHEN:
        when = read_moment(text, context)
        return _at(state, when, context) if when else Step(state, say=Line("drill-when-unclear"))
    if state.at != SURE:
        return None
    number = read_number(plain(text), None)
    if number is not None and 0 <= number <= MOST_EXTRA and number == int(number):
        return Step(_with(state, SURE, extra=int(number)))
    when = read_moment(text, context)
    return _at(state, when, context) if when else Step(_with(state, SURE, place=text.strip()[:LONGEST_PLACE]))


def _at(state: State, when: datetime, context: Context) -> Step:
    """Held then, when that is ahead and not too far; else it stays where it is."""
    ahead = context.ledger.rules().drills.plan_days
    if not context.now - timedelta(minutes=ROUND) <= when <= context.now + ahead * DAY:
        return Step(state, say=Line("drill-when-outside", {"days": ahead}))
    return Step(_with(state, SURE, when=when.isoformat()))


def read_moment(text: str, context: Context) -> datetime | None:
    """A day and a time of day in any order of two parts; a time alone is of today, or of tomorrow when it is past."""
    said = plain(text)
    alone = read_time(said, context.clock)
    if alone is not None:
        found = at(context.today, alone)
        return found if found >= context.now - timedelta(minutes=ROUND) else at(context.today + DAY, alone)
    for cut in range(1, len(said)):
        day = read_date(said[:cut].strip(), context.today, Side.AHEAD)
        clock = read_time(said[cut:].strip(), context.clock)
        if day is not None and clock is not None:
            return at(day, clock)
    return None


def script_of(state: State, context: Context) -> Script:
    """The script that was chosen; content may have lost it meanwhile."""
    found = context.ledger.drills().scripts().get(str(state.data.get("script")))
    if found is None:
        raise Refusal("drill-changed")
    return found


def _moment(state: State) -> datetime:
    kept = state.data.get("when")
    if not isinstance(kept, str):
        raise Refusal("drill-changed")
    return datetime.fromisoformat(kept)


def _place(state: State, context: Context) -> str:
    """What was typed now; else where the enterprise gathered last."""
    kept = state.data.get("place")
    return kept if isinstance(kept, str) else context.ledger.drills().assembly_point()


def _extra(state: State) -> int:
    kept = state.data.get("extra")
    return kept if isinstance(kept, int) else 0


# --- what is seen -------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen:
    """The step where planning stands."""
    context.need(Right.RUN_DRILL)
    if state.at == WHICH:
        return testing.show(context)
    shows = {PICK: _pick, WHEN: _when, SURE: _confirm}
    return shows[state.at](state, context)


def _pick(_state: State, context: Context) -> Screen:
    facts = context.ledger.facts()
    every = scripts(context)
    lines = [Line("drill-pick")]
    lines += [
        Line(
            "drill-script-line",
            {"n": n, "title": one.title, "minutes": one.minutes, "fits": "yes" if one.suits(facts) else "no"},
        )
        for n, one in enumerate(every, 1)
    ]
    numbers = tuple(button("item-number", f"a{n}", n=n + 1) for n in range(len(every)))
    return Screen(lines, (numbers, (button("back", "b"),)))


def _when(state: State, context: Context) -> Screen:
    chosen = script_of(state, context)
    never = [Line("drill-never", {"text": one.text}) for one in chosen.never]
    lines: list[Line | Words] = [
        Line("drill-new", {"title": chosen.title}),
        chosen.scenario,
        *never,
        Line("drill-when"),
    ]
    buttons = [
        Button(Line("drill-slot", {"at": one.astimezone(SHANGHAI)}), f"t{n}")
        for n, one in enumerate(slots(context))
    ]
    rows: list[Row] = [tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2)]
    return Screen(lines, (*rows, (button("back", "b"),)))


def _confirm(state: State, context: Context) -> Screen:
    chosen = script_of(state, context)
    lines = [
        Line("drill-new", {"title": chosen.title}),
        *testing.lines(state, chosen, context),
        Line("drill-sure-when", {"at": _moment(state), "minutes": chosen.minutes}),
        Line("drill-place", {"place": _place(state, context) or NOWHERE}),
        Line("drill-sure-who", {"n": context.ledger.drills().strength(), "extra": _extra(state)}),
        Line("drill-sure-how"),
    ]
    plans = (button("drill-choose-plan", "p"),) if testing.on_offer(context) else ()
    return Screen(lines, ((button("drill-tell-all", "y"),), (*plans, button("back", "b"))))
