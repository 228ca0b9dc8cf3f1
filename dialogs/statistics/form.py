"""The form of one period: figures from the ledger, corrections with a reason, kept in the state until it is signed."""

from collections.abc import Mapping

from checklists.reading.money import read_money
from checklists.reading.numerals import ITEMS, read_number
from checklists.words import Words
from dialogs.cards import GAP, Row, button
from dialogs.context import Context
from dialogs.talk import Argument, Button, Input, Json, Line, Screen, State, Step, Tapped, Wrote
from dialogs.words import on_day
from safety.events_statistics import StatisticsAsked
from safety.people import Right
from safety.statistics import NAMES, Correction, Counts, Signed, closed, corrected, due, fault, is_year

FLOW = "statistics"
FORM, PICK, VALUE, WHY = "form", "pick", "value", "why"
STEPS = frozenset({FORM, PICK, VALUE, WHY})
LONGEST = 300
MOST = 1_000_000_000_000


def period_of(state: State) -> str:
    """The period that a state names; empty when it names none."""
    return str(state.data.get("period", ""))


def period_line(period: str) -> Line:
    """The period as people call it."""
    year, quarter = period[:4], period[-1]
    what = "year" if is_year(period) else "quarter"
    return Line("statistics-period", {"what": what, "year": year, "quarter": quarter})


def corrections_of(state: State) -> Mapping[str, Correction]:
    """What is said otherwise so far."""
    kept = state.data.get("fix")
    found: dict[str, Correction] = {}
    for name, one in (kept if isinstance(kept, dict) else {}).items():
        if isinstance(one, dict) and isinstance(one.get("value"), int):
            found[name] = Correction(int(str(one["value"])), str(one.get("reason", "")))
    return found


def seen_of(state: State) -> dict[str, Json]:
    """The counted figures as they were shown when the signature began."""
    kept = state.data.get("seen")
    return dict(kept) if isinstance(kept, dict) else {}


def step(state: State, told: Input, context: Context) -> Step | None:
    """Correct a figure, ask for the signature, begin to sign."""
    if isinstance(told, Wrote) and not told.edited:
        return _written(state, told.text.strip(), context)
    if not isinstance(told, Tapped):
        return None
    if state.at == FORM:
        return _on_form(state, told.option, context)
    if told.option == "b":
        return Step(_at(state, PICK if state.at == VALUE else FORM))
    if state.at == PICK:
        return _picked(state, told.option)
    return None


def _on_form(state: State, option: str, context: Context) -> Step | None:
    period = period_of(state)
    if option == "b":
        return Step(State(FLOW))
    if option == "m":
        return Step(_at(state, PICK))
    if option == "a" and not context.actor.may(Right.SIGN_STATISTICS):
        return Step(state, (StatisticsAsked(period),), say=Line("statistics-asked"))
    if option == "s" and context.actor.may(Right.SIGN_STATISTICS):
        counted = context.ledger.statistics().counted(period)
        wrong = fault(corrected(counted, corrections_of(state)))
        if wrong is not None:
            return Step(state, say=Line("statistics-fault-in", {"field": _field(wrong)}))
        seen: dict[str, Json] = dict(counted.plain())
        return Step(State(FLOW, "card", {**state.data, "seen": seen}))
    return None


def _picked(state: State, option: str) -> Step | None:
    name = {f"f{place}": one for place, one in enumerate(NAMES)}.get(option)
    return None if name is None else Step(_at(state, VALUE, field=name))


def _written(state: State, text: str, context: Context) -> Step | None:
    if state.at == VALUE:
        money = state.data.get("field") == "money"
        number = read_money(text) if money else read_number(text, ITEMS)
        if number is None or number != int(number) or not 0 <= number <= MOST:
            return Step(state, say=Line("statistics-no-number"))
        return _valued(state, int(number), context)
    if state.at != WHY or not text:
        return None
    name, value = str(state.data.get("field", "")), state.data.get("value")
    kept = state.data.get("fix")
    fix: dict[str, Json] = dict(kept) if isinstance(kept, dict) else {}
    if name in NAMES and isinstance(value, int):
        fix[name] = {"value": value, "reason": text[:LONGEST]}
    return Step(State(FLOW, FORM, {"period": period_of(state), "fix": fix}), say=Line("statistics-fixed"))


def _valued(state: State, value: int, context: Context) -> Step:
    """A correction back to what was counted is none; any other wants a reason."""
    name = str(state.data.get("field", ""))
    counted = context.ledger.statistics().counted(period_of(state))
    if name in NAMES and value == getattr(counted, name):
        fix: dict[str, Json] = {
            one: {"value": it.value, "reason": it.reason}
            for one, it in corrections_of(state).items()
            if one != name
        }
        return Step(State(FLOW, FORM, {"period": period_of(state), "fix": fix}))
    return Step(_at(state, WHY, value=value))


def _at(state: State, at: str, **more: Json) -> State:
    return State(FLOW, at, {**state.data, **more})


# --- what is seen -------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen:
    """The form, which figure is wrong, its value, why."""
    if period_of(state) not in closed(context.today):
        return Screen((Line("statistics-period-gone"),), ((button("back", "b"),),))
    back = (button("back", "b"),)
    if state.at == PICK:
        labels = [Button(_field(name), f"f{place}") for place, name in enumerate(NAMES[:-1])]
        money = Button(_field(NAMES[-1]), f"f{len(NAMES) - 1}")
        rows: list[Row] = [tuple(labels[start : start + 2]) for start in range(0, len(labels), 2)]
        return Screen((Line("statistics-which"),), (*rows[:-1], (*rows[-1], money), back))
    if state.at == VALUE:
        name = str(state.data.get("field", ""))
        counted = context.ledger.statistics().counted(period_of(state))
        args: dict[str, Argument] = {"field": _field(name), "n": getattr(counted, name, 0)}
        return Screen((Line("statistics-value", args),), (back,))
    if state.at == WHY:
        return Screen((Line("statistics-why"),), (back,))
    return _form(state, context)


def _form(state: State, context: Context) -> Screen:
    signed = context.ledger.statistics().signed(period_of(state))
    lines = figures(state, context)
    if signed is not None:
        lines += [GAP, Line("statistics-signed-before", {"number": signed.number, "day": signed.signed_at})]
    day = on_day(due(period_of(state)), context.today)
    lines += [
        GAP,
        Line(
            "statistics-due", {"day": day, "past": "yes" if due(period_of(state)) < context.today else "no"}
        ),
    ]
    signs = context.actor.may(Right.SIGN_STATISTICS)
    act = button("statistics-sign", "s") if signs else button("statistics-ask", "a")
    return Screen(lines, ((act,), (button("statistics-fix", "m"), button("back", "b"))))


def figures(state: State, context: Context) -> list[Line | Words]:
    """Every figure a line, what was counted beside what is said otherwise."""
    book = context.ledger.statistics()
    counted, fix = book.counted(period_of(state)), corrections_of(state)
    place: dict[str, Argument] = {
        "place": context.ledger.enterprise().name,
        "period": period_line(period_of(state)),
    }
    return [Line("statistics-title", place), *said(corrected(counted, fix)), *_fixed(counted, fix)]


def said(counts: Counts) -> list[Line | Words]:
    """The figures of the form."""
    rates: dict[str, Argument] = {"general_rate": counts.general_rate, "major_rate": counts.major_rate}
    return [Line("statistics-figures", {**counts.plain(), **rates})]


def corrections(signed: Signed) -> list[Line | Words]:
    """What was signed otherwise than it was counted, and why."""
    return [
        Line("statistics-corrected", {"field": _field(name), "value": one.value, "reason": one.reason})
        for name, one in signed.corrections.items()
    ]


def _fixed(counted: Counts, fix: Mapping[str, Correction]) -> list[Line | Words]:
    return [
        Line(
            "statistics-correction",
            {"field": _field(name), "n": getattr(counted, name), "value": one.value, "reason": one.reason},
        )
        for name, one in fix.items()
        if name in NAMES
    ]


def _field(name: str) -> Line:
    return Line("statistics-field", {"field": name})
