"""The profile of an enterprise: what is known of it, and its confirmation each quarter in a few taps.

Missing facts are asked first, a few at a time; then everything stands on one screen: all as it was, or what has changed.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from checklists.answers import JsonValue
from checklists.facts import Fact, name_of
from checklists.reading.numerals import read_number
from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, PAGE, Row, button
from dialogs.context import Context
from dialogs.enterprise.places import CARD, card_state, code_of, on
from dialogs.enterprise.saying import facts_of, valued
from dialogs.talk import Argument, Json, Line, Screen, State, Step
from dialogs.words import on_day
from safety.calendar import today as day_of
from safety.errors import Refusal
from safety.events import Event, FactStated
from safety.events_changes import ProfileConfirmed
from safety.people import Right
from safety.profiles import Known, asked, missing
from safety.requests import FACT

FACTS, PROFILE, ALTER, NUMBER = "facts", "profile", "alter", "number"
STEPS = frozenset({FACTS, PROFILE, ALTER, NUMBER})
SHOWN = 24  # facts on one screen
LARGEST = 10_000_000


def step(state: State, option: str, context: Context) -> Step | None:
    """Answer what is missing, confirm, or go through what has changed."""
    if state.at == FACTS:
        return _on_facts(state, option, context)
    context.need(Right.ASK_CHANGE)
    state = _begun(state, context)
    if state.at == ALTER:
        return _on_alter(state, option, context)
    if option == "b":
        return Step(on(state, ALTER, **_said(state)) if state.at == NUMBER else on(state, FACTS))
    return _on_profile(state, option, context) if state.at == PROFILE else None


def _begun(state: State, context: Context) -> State:
    """Opened from a reminder it does not say which enterprise: one's own."""
    if code_of(state):
        return state
    own = card_state(context.ledger.enterprises().own())
    return State(state.flow, state.at, {**own.data, **state.data})


def _on_facts(state: State, option: str, context: Context) -> Step | None:
    ways = {"p": PROFILE, "q": "ask"} if context.actor.may(Right.ASK_CHANGE) else {}
    ways = {**ways, "h": "changes"}
    if option == "b":
        return Step(on(state, CARD))
    return Step(on(state, ways[option])) if option in ways else None


def _on_profile(state: State, option: str, context: Context) -> Step | None:
    waiting = _missing(state, context)
    if waiting:
        fact = waiting[0]
        if fact.unit is None and option in {"y", "n"}:
            return Step(_with(state, fact.id, option == "y"))
        return Step(_with(state, fact.id, None)) if option == "s" else None
    if option == "k":
        return Step(on(state, FACTS), _confirmed(state, context), say=Line("profile-confirmed"))
    return Step(on(state, ALTER, **_said(state))) if option == "c" else None


def _on_alter(state: State, option: str, context: Context) -> Step | None:
    """A flag turns over, a number is asked for, then back to everything."""
    facts = _changeable(context, state)
    offset = cards.offset_of(state, len(facts))
    turned = cards.turned(option, offset, len(facts))
    if turned is not None:
        return Step(on(state, ALTER, offset=turned, **_said(state)))
    if option in {"b", "d"}:
        return Step(on(state, PROFILE, **_said(state)))
    if option == "q":
        return Step(on(state, "ask"))
    place = cards.index_in("a", option, PAGE)
    if place is None or offset + place >= len(facts):
        return None
    fact = facts[offset + place]
    if fact.unit is not None:
        return Step(on(state, NUMBER, fact=fact.id, offset=offset, **_said(state)))
    now = _now(state, context).get(fact.id)
    return Step(_with(on(state, ALTER, offset=offset, **_said(state)), fact.id, now is not True))


def wrote(state: State, text: str, context: Context) -> Step | None:
    """A number: of what is missing, or of what has changed."""
    context.need(Right.ASK_CHANGE)
    state = _begun(state, context)
    waiting = _missing(state, context)
    fact = str(state.data.get("fact", "")) if state.at == NUMBER else waiting[0].id if waiting else ""
    known = facts_of(context.ledger.profiles().sheet()).get(fact)
    if known is None or known.unit is None:
        return None
    value = read_number(text, known.unit)
    if value is None or not 0 <= value <= LARGEST or value != int(value):
        return Step(state, say=Line("profile-no-number"))
    there = on(state, ALTER if state.at == NUMBER else PROFILE, **_said(state))
    return Step(_with(there, fact, int(value)))


def _with(state: State, fact: str, value: Json) -> State:
    """One more answer of this confirmation; None: passed over."""
    said = {**_answers(state), fact: value}
    return State(state.flow, state.at, {**state.data, "said": said})


def _answers(state: State) -> dict[str, Json]:
    kept = state.data.get("said")
    return dict(kept) if isinstance(kept, dict) else {}


def _said(state: State) -> dict[str, Json]:
    return {"said": _answers(state)}


def _known(state: State, context: Context) -> Mapping[str, Known]:
    return context.ledger.profiles().facts(code_of(state))


def _now(state: State, context: Context) -> dict[str, bool | int | Decimal]:
    """What holds, with the answers of this confirmation."""
    known = {fact: one.value for fact, one in _known(state, context).items()}
    said = {fact: value for fact, value in _answers(state).items() if isinstance(value, bool | int)}
    return {**known, **said}


def _missing(state: State, context: Context) -> Sequence[Fact]:
    """What is still asked in this confirmation: of the few that were missing when it began."""
    book, answered = context.ledger.profiles(), _answers(state)
    stated = {fact: one.value for fact, one in _known(state, context).items()}
    first = missing(book.sheet(), stated, book.guarded())
    return [fact for fact in first if fact.id not in answered]


def _changeable(context: Context, state: State) -> list[Fact]:
    """What may be changed without review: numbers first."""
    book = context.ledger.profiles()
    return [fact for fact in asked(book.sheet(), _now(state, context)) if fact.id not in book.guarded()]


def _confirmed(state: State, context: Context) -> Sequence[Event]:
    """The facts that were answered otherwise, then the confirmation of all."""
    known = _known(state, context)
    before = {fact: one.value for fact, one in known.items()}
    after = _now(state, context)
    new = [fact for fact, value in after.items() if before.get(fact) != value]
    stated = [FactStated(fact, _plain(after[fact]), "profile") for fact in new]
    return (*stated, ProfileConfirmed({fact: _plain(value) for fact, value in after.items()}, tuple(new)))


def _plain(value: bool | int | Decimal) -> JsonValue:  # noqa: FBT001 - it is the value
    return str(value) if isinstance(value, Decimal) else value


# --- what is seen -------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen:
    """What is known, what is missing, or what has changed."""
    if state.at == FACTS:
        return _facts(state, context)
    context.need(Right.ASK_CHANGE)
    state = _begun(state, context)
    if state.at == NUMBER:
        return _number(str(state.data.get("fact", "")), context)
    if state.at == ALTER:
        return _alter(state, context)
    waiting = _missing(state, context)
    return _question(waiting[0], len(waiting)) if waiting else _whole(state, context)


def _facts(state: State, context: Context) -> Screen:
    book = context.ledger.profiles()
    known, done = book.facts(code_of(state)), book.confirmed(code_of(state))
    old = sum(one.old for one in known.values())
    args: dict[str, Argument] = {"done": "no" if done is None else "yes", "old": old}
    args["day"] = "" if done is None else on_day(day_of(done.at), context.today)
    args["person"] = "" if done is None else done.person
    lines: list[Line | Words] = [
        Line("profile-title"),
        *_lines({k: one.value for k, one in known.items()}, context),
    ]
    lines += [GAP, Line("profile-done", args)]
    asks = context.actor.may(Right.ASK_CHANGE)
    first: Row = (button("profile-check", "p"), button("amend-new", "q")) if asks else ()
    rows: tuple[Row, ...] = (
        first,
        (button("amend-history", "h"),),
        (button("back", "b"), button("to-menu", "e")),
    )
    return Screen(lines, tuple(row for row in rows if row))


def _lines(values: Mapping[str, bool | int | Decimal], context: Context) -> list[Line | Words]:
    """Numbers one a line, then everything that holds, then how much does not."""
    sheet = context.ledger.profiles().sheet()
    numbers = [
        fact for fact in sheet.numbers if fact.id in values and fact.id not in {"latitude", "longitude"}
    ]
    flags = [fact for fact in (*sheet.industries, *sheet.asked) if values.get(fact.id) is True]
    lines: list[Line | Words] = [
        Line(
            "profile-fact",
            {"what": name_of(fact.prompt), "value": valued(f"{FACT}{fact.id}", values[fact.id], sheet)},
        )
        for fact in numbers
    ]
    lines += [Line("profile-flag", {"what": name_of(fact.prompt)}) for fact in flags[:SHOWN]]
    if not lines:
        lines.append(Line("profile-nothing"))
    return lines


def _question(fact: Fact, left: int) -> Screen:
    args: dict[str, Argument] = {
        "what": fact.prompt,
        "n": left,
        "number": "no" if fact.unit is None else "yes",
    }
    answers: Row = (button("profile-yes", "y"), button("profile-no", "n")) if fact.unit is None else ()
    rows: tuple[Row, ...] = (answers, (button("back", "b"), button("skip", "s")))
    return Screen((Line("profile-missing", args),), tuple(row for row in rows if row))


def _whole(state: State, context: Context) -> Screen:
    lines = [Line("profile-ask"), *_lines(_now(state, context), context)]
    answered = any(value is not None for value in _answers(state).values())
    rows = (
        (button("profile-all" if answered else "profile-same", "k"),),
        (button("profile-change", "c"),),
        (button("back", "b"),),
    )
    return Screen(lines, rows)


def _alter(state: State, context: Context) -> Screen:
    facts, now = _changeable(context, state), _now(state, context)
    offset = cards.offset_of(state, len(facts))
    shown, sheet = facts[offset : offset + PAGE], context.ledger.profiles().sheet()
    lines: list[Line | Words] = [Line("profile-alter")]
    for number, fact in enumerate(shown, offset + 1):
        value = valued(f"{FACT}{fact.id}", _plain(now[fact.id]) if fact.id in now else None, sheet)
        lines.append(Line("profile-item", {"n": number, "what": name_of(fact.prompt), "value": value}))
    done: Row = (button("profile-done-changing", "d"),)
    return Screen(lines, (*cards.list_rows(len(shown), offset, len(facts)), done))


def _number(fact: str, context: Context) -> Screen:
    known = facts_of(context.ledger.profiles().sheet()).get(fact)
    if known is None:
        raise Refusal("amend-impossible")
    return Screen((Line("profile-number", {"what": known.prompt}),), ((button("back", "b"),),))
