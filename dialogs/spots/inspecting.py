"""The inspector's side: look an enterprise up, its pocket card, a spot exam with its live list, its record."""

from checklists.words import Words
from dialogs import cards
from dialogs.cards import Row, button, index_in
from dialogs.context import Context
from dialogs.exams.overseeing import counted
from dialogs.spots import live
from dialogs.talk import Argument, Line, Screen, State, Step
from dialogs.words import on_day
from safety.calendar import today
from safety.errors import Refusal
from safety.events_spots import SpotOpened
from safety.people import Right
from safety.spots import Firm, Pocket, Spot

FLOW, FIND, CARD, LIVE = "spot", "", "card", "live"
SHORTEST = 2


def step(state: State, option: str, context: Context) -> Step | None:
    """Choose an enterprise, open a spot exam, look again, close it."""
    if state.at == CARD:
        return _on_card(state, option, context)
    if state.at == LIVE:
        return _on_live(state, option, context)
    if option == "b":
        return Step(State("supervise"))
    if option == "v" and context.actor.may(Right.HOLD_VISIT):
        return Step(State("visit"))
    place = index_in("a", option, len(found := _found(state, context)))
    return None if place is None else Step(_at(CARD, found[place].credit_code))


def _at(at: str, code: str) -> State:
    return State(FLOW, at, {"code": code})


def _code(state: State) -> str:
    return str(state.data.get("code", ""))


def _found(state: State, context: Context) -> list[Firm]:
    return list(context.ledger.spots().firms(str(state.data.get("text", ""))))


def _on_card(state: State, option: str, context: Context) -> Step | None:
    code = _code(state)
    if option == "b":
        return Step(State(FLOW))
    if option == "v" and context.actor.may(Right.HOLD_VISIT):
        return Step(State("visit", "kind", {"code": code}))
    if option == "p" and context.actor.may(Right.HOLD_VISIT):
        return Step(State("visit", "list", {"code": code}))
    newest = context.ledger.spots().newest(code)
    if option == "l" and newest is not None:
        return Step(_at(LIVE, code))
    if option != "s" or (newest is not None and newest.record is None):
        return None
    rules = context.ledger.rules().exams
    event = SpotOpened(code, rules.spot_minutes, rules.spot_digits)
    return Step(_at(LIVE, code), (event,))


def _on_live(state: State, option: str, context: Context) -> Step | None:
    if option == "b":
        return Step(_at(CARD, _code(state)))
    return live.step(state, option, _spot(state, context))


def _spot(state: State, context: Context) -> Spot:
    spot = context.ledger.spots().newest(_code(state))
    if spot is None:
        raise Refusal("enterprise-gone")
    return spot


def wrote(state: State, text: str, context: Context) -> Step | None:
    """Part of a name, or a credit code."""
    if state.at != FIND:
        return None
    words = text.strip()
    found = context.ledger.spots().firms(words) if len(words) >= SHORTEST else ()
    if len(found) == 1:
        return Step(_at(CARD, found[0].credit_code))
    return Step(State(FLOW, FIND, {"text": words[:40]}), say=None if found else Line("spot-no-firm"))


# --- screens ------------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen:
    """The search, the pocket card, or the live list."""
    if state.at == CARD:
        return _card(state, context)
    return live.show(_spot(state, context)) if state.at == LIVE else _search(state, context)


def _search(state: State, context: Context) -> Screen:
    found = _found(state, context)
    lines: list[Line | Words] = [Line("spot-ask-firm")]
    lines += [
        Line("spot-firm", {"n": n, "enterprise": one.name, "town": one.town})
        for n, one in enumerate(found, 1)
    ]
    visits: Row = (button("to-visits", "v"),) if context.actor.may(Right.HOLD_VISIT) else ()
    last: Row = (button("back", "b"), *visits, button("to-menu", "e"))
    return Screen(lines, (*cards.list_rows(len(found), 0, len(found)), last))


def _card(state: State, context: Context) -> Screen:
    book = context.ledger.spots()
    pocket, newest = book.pocket(_code(state)), book.newest(_code(state))
    if pocket is None:
        raise Refusal("enterprise-gone")
    running = newest is not None and newest.record is None
    begin: Row = () if running else (button("spot-open", "s"),)
    last: Row = () if newest is None else (button("spot-running" if running else "spot-last", "l"),)
    holds = context.actor.may(Right.HOLD_VISIT)
    visit: Row = (button("visit-start", "v"), button("visit-past", "p")) if holds else ()
    rows = (visit, (*begin, *last), (button("back", "b"), button("to-menu", "e")))
    return Screen(_card_lines(pocket, context), tuple(row for row in rows if row))


def _card_lines(pocket: Pocket, context: Context) -> list[Line | Words]:
    checked = pocket.checked_at
    check: dict[str, Argument] = {
        "checked": "no" if checked is None else "yes",
        "day": "" if checked is None else on_day(today(checked), context.today),
        "score": pocket.score if pocket.score is not None else "none",
    }
    lines: list[Line | Words] = [
        Line("spot-heading", {"enterprise": pocket.firm.name, "town": pocket.firm.town}),
        Line("spot-checked", check),
        Line("spot-hazards", {"n": pocket.open, "major": pocket.major}),
        Line("spot-signed", {"signed": "yes" if pocket.signed else "no"}),
        Line("spot-people", {"n": pocket.people}),
        Line("spot-exams", counted(pocket.own)),
    ]
    if pocket.spots is not None:
        lines.append(Line("spot-average", counted(pocket.spots)))
    return lines
