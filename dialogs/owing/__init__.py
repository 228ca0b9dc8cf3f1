"""What is owed, in the chat: the to-do list, its cards, the buttons of the daily message, recording what was done."""

from dialogs.context import Context
from dialogs.owing import delaying, late, listing, more, records
from dialogs.owing.delaying import HOUR, WHICH, WHOM
from dialogs.owing.listing import CARD, DONE
from dialogs.owing.more import GRANT, MORE, WHY
from dialogs.owing.opening import FLOW, RECORD
from dialogs.owing.records import WORDS
from dialogs.talk import Commanded, Input, Line, Opened, Screen, State, Step, Tapped
from safety.owed import Owed
from safety.owing import State as Standing
from safety.people import Right

__all__ = ["FLOW", "TYPED", "accepts", "show", "step", "writes"]

TYPED = frozenset({RECORD, WORDS, MORE, WHY})
OF_ONE = frozenset({CARD, WHOM, RECORD, WORDS, MORE, WHY})
LATE = late.LATE
SUPERVISED = frozenset({LATE, late.ONE})


def step(state: State, told: Input, context: Context) -> Step | None:
    """Answer a tap, a letter's button, or what is typed where something is recorded."""
    if state.at == GRANT and isinstance(told, Opened):
        return more.decided(state, context)
    if state.at in SUPERVISED or context.supervises:
        return _supervisor(state, told, context)
    context.need(Right.ANSWER_CHECK)
    if isinstance(told, Opened):
        return _opened(state, context)
    if isinstance(told, Commanded):
        return Step(State(FLOW))
    if state.at in TYPED:
        return _recording(state, told, context)
    return _tapped(state, told.option, context) if isinstance(told, Tapped) else None


def _supervisor(state: State, told: Input, context: Context) -> Step | None:
    context.need(Right.SEE_DIGEST)
    if isinstance(told, Opened | Commanded):
        return Step(state if isinstance(told, Opened) and state.at == late.ONE else State(FLOW, LATE))
    return late.step(state, told.option, context) if isinstance(told, Tapped) else None


def _opened(state: State, context: Context) -> Step:
    """A letter's button: what is done already is not asked for again."""
    ids = state.data.get("ids")
    if state.at in {"now", "later", "hand", "ask", "notmine"}:
        owed = delaying.among(ids, context)
        ways = {"now": listing.first, "later": delaying.later, "hand": delaying.hand}
        ways |= {"ask": delaying.ask, "notmine": delaying.not_mine}
        return ways[state.at](owed, context)
    return Step(state)


def _recording(state: State, told: Input, context: Context) -> Step | None:
    one = listing.card_of(state, context)
    if one is None or one.state is not Standing.OPEN:
        return Step(State(FLOW), say=Line("owed-done-already"))
    if state.at in {MORE, WHY}:
        return more.step(state, told, one, context)
    return records.step(state, told, one, context)


def _tapped(state: State, option: str, context: Context) -> Step | None:
    if state.at in {"", DONE}:
        return listing.on_list(state, option, context)
    if state.at in {WHICH, HOUR}:
        return delaying.on_hour(option) if state.at == HOUR else delaying.on_which(state, option, context)
    if option in {"b", "e"} and state.at == CARD:
        came = state.data.get("from")
        return Step(State("menu") if option == "e" else State(FLOW, came if came == DONE else ""))
    one = listing.card_of(state, context)
    if one is None or one.state is not Standing.OPEN:
        return Step(State(FLOW), say=Line("owed-done-already"))
    return delaying.on_whom(one, option, context) if state.at == WHOM else _on_card(one, option, context)


def _on_card(one: Owed, option: str, context: Context) -> Step | None:
    """Do it, put it off, hand it over or back."""
    if option == "n":
        return listing.first([one], context)
    if option == "u":
        return Step(State(FLOW, HOUR))
    own = {"l": delaying.later, "h": delaying.hand, "t": delaying.ask, "x": delaying.not_mine}.get(option)
    if own is not None and one.mine:
        return own([one], context)
    if option == "g":
        return delaying.give_back(one, context)
    return more.answer(context.ledger.exceptions().waiting(one.number), option, context)


def show(state: State, context: Context) -> Screen:
    """Where it stands."""
    if state.at in SUPERVISED or context.supervises:
        return late.show(state, context)
    context.need(Right.ANSWER_CHECK)
    plain = {WHICH: lambda: delaying.show_which(state, context), HOUR: lambda: delaying.show_hour(context)}
    if state.at in plain:
        return plain[state.at]()
    return _show_one(state, context) if state.at in OF_ONE else listing.show_list(state, context)


def _show_one(state: State, context: Context) -> Screen:
    one = listing.card_of(state, context)
    if one is None or one.state is not Standing.OPEN or state.at == CARD:
        return listing.show_card(state, context)
    if state.at == WHOM:
        return delaying.show_whom(state, one, context)
    if state.at in {MORE, WHY}:
        return more.show(state, one, context)
    return records.show(state, one, context)


def accepts(state: State, _context: Context) -> Line:
    """What can be sent where it stands."""
    if state.at in {MORE, WHY}:
        return Line("accepts-more", {"what": state.at})
    return Line("accepts-record" if state.at in TYPED else "accepts-buttons")


def writes(state: State, _context: Context) -> bool:
    """Words of what was done, and of why more time is needed, are an answer, whatever commands they remind of."""
    return state.at in {WORDS, WHY}
