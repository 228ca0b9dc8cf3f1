"""Bringing in a list of the enterprise's own (人员名册、应急物资): a spreadsheet is sent, what was read of it is shown, a tap brings it in."""

from checklists.words import Words
from dialogs import imports
from dialogs.cards import GAP, Row, button
from dialogs.context import Context
from dialogs.imports.saying import refused
from dialogs.talk import Commanded, Input, Json, Line, Opened, Screen, SentFile, State, Step, Tapped
from dialogs.texts import clean
from safety.errors import Refusal
from safety.events_own_lists import OwnListConfirmed, OwnListDropped, OwnListRowsAsked, OwnListSent
from safety.own_lists import OwnFault, OwnList, OwnListKind, OwnListState
from safety.people import Right

FLOW, HOW, CARD, WHICH = "ownlist", "", "card", "which"
LONGEST_NAME = 80
OWN_REASONS = frozenset({"headings", "too-many"})
BACK = {OwnListKind.STAFF: State("staff"), OwnListKind.SUPPLIES: State("supplies")}


def fits(told: Input, context: Context) -> bool:
    """Whether something that was sent anywhere may be a list of the reader's own."""
    return imports.fits(told) and context.actor.may(Right.KEEP_STAFF)


def begin(kind: OwnListKind, depot: int | None = None) -> State:
    """Where such a list is asked for."""
    data: dict[str, Json] = {"what": kind.value}
    return State(FLOW, HOW, data if depot is None else {**data, "depot": depot})


def sent(kind: OwnListKind, depot: int | None, told: SentFile) -> Step:
    """A file came: it is fetched and read beside the turns."""
    if told.size is not None and told.size > imports.LARGEST:
        return Step(begin(kind, depot), say=refused("too-big"))
    name = clean(told.name, LONGEST_NAME) or "list"
    event = OwnListSent(kind, depot, told.file, told.unique, name, told.size)
    return Step(State(FLOW, CARD), (event,))


def step(state: State, told: Input, context: Context) -> Step | None:
    """Answer an input. A file is taken wherever this conversation stands."""
    _need(context)
    if isinstance(told, SentFile):
        return _sent(state, told, context) if imports.fits(told) else None
    if isinstance(told, Commanded):
        return Step(begin(OwnListKind.STAFF))
    if isinstance(told, Opened):
        if state.at == CARD and _found(state, context) is None:
            raise Refusal("ownlist-gone")
        return Step(state)
    return _tapped(state, told.option, context) if isinstance(told, Tapped) else None


def _need(context: Context) -> None:
    if not (context.actor.may(Right.KEEP_STAFF) or context.actor.may(Right.KEEP_SUPPLIES)):
        raise Refusal("not-allowed")


def _sent(state: State, told: SentFile, context: Context) -> Step:
    if state.at == HOW and "what" in state.data:
        return sent(*_meant(state), told)
    if state.at == CARD and (one := _found(state, context)) is not None:
        return sent(one.kind, one.depot, told)
    kept: dict[str, Json] = {"file": told.file, "unique": told.unique, "name": told.name, "size": told.size}
    return Step(State(FLOW, WHICH, kept))


def _meant(state: State) -> tuple[OwnListKind, int | None]:
    said, depot = str(state.data.get("what", "")), state.data.get("depot")
    kind = OwnListKind(said) if said in set(OwnListKind) else OwnListKind.STAFF
    return kind, depot if isinstance(depot, int) else None


def _tapped(state: State, option: str, context: Context) -> Step | None:
    if option == "e":
        return Step(State("menu"))
    if state.at == WHICH:
        return _which(state, option, context)
    if state.at == HOW:
        return Step(BACK[_meant(state)[0]]) if option == "b" else None
    one = _found(state, context)
    if one is None:
        return Step(State("menu")) if option == "b" else None
    return _on_card(one, option)


def _which(state: State, option: str, context: Context) -> Step | None:
    """What a file that came out of the blue is a list of."""
    told = SentFile(
        str(state.data.get("file", "")), str(state.data.get("unique", "")), str(state.data.get("name", ""))
    )
    if option == "s":
        return sent(OwnListKind.STAFF, None, told)
    if option != "t":
        return Step(State("menu")) if option == "b" else None
    mine = next((one for one in context.ledger.supplies().depots() if one.mine), None)
    if mine is None:
        return Step(State("supplies"), say=Line("ownlist-no-depot"))
    return sent(OwnListKind.SUPPLIES, mine.id, told)


def _on_card(one: OwnList, option: str) -> Step | None:
    here = State(FLOW, CARD, {"number": one.number})
    if option == "b":
        return Step(BACK[one.kind])
    if option == "r" and one.state is OwnListState.READING:
        return Step(here)
    if option == "y" and one.state is OwnListState.READY and one.good:
        return Step(here, (OwnListConfirmed(one.number, one.good),))
    if option == "f" and one.bad:
        return Step(here, (OwnListRowsAsked(one.number),), say=Line("ownlist-rows-coming"))
    if option == "d" and one.state in {OwnListState.READING, OwnListState.READY}:
        return Step(BACK[one.kind], (OwnListDropped(one.number),), say=Line("ownlist-dropped"))
    return None


def _found(state: State, context: Context) -> OwnList | None:
    number, book = state.data.get("number"), context.ledger.own_lists()
    return book.one(number) if isinstance(number, int) else book.newest()


# --- screens ------------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen:
    """How such a list looks, or what was read of one."""
    _need(context)
    if state.at == WHICH:
        which = (button("ownlist-staff", "s"), button("ownlist-supplies", "t"))
        return Screen((Line("ownlist-which"),), (which, (button("back", "b"),)))
    if state.at == HOW:
        how = Line("ownlist-how", {"what": _meant(state)[0].value})
        return Screen((how,), ((button("back", "b"), button("to-menu", "e")),))
    one = _found(state, context)
    if one is None:
        raise Refusal("ownlist-gone")
    return _card(one)


def _card(one: OwnList) -> Screen:
    lines: list[Line | Words] = [
        Line("ownlist-title", {"name": one.name, "what": one.kind.value}),
        stands(one),
    ]
    if one.faults:
        lines += [Line("ownlist-faults", {"n": one.bad}), *(_fault(fault) for fault in one.faults)]
    if one.bad > len(one.faults):
        lines.append(Line("ownlist-more-faults", {"n": one.bad - len(one.faults)}))
    if one.state is OwnListState.READY and one.good:
        lines += [GAP, Line("ownlist-sure", {"what": one.kind.value})]
    return Screen(lines, _rows(one))


def _rows(one: OwnList) -> tuple[Row, ...]:
    ready, reading = one.state is OwnListState.READY, one.state is OwnListState.READING
    yes: Row = (button("ownlist-bring-in", "y", n=one.good),) if ready and one.good else ()
    again: Row = (button("spot-refresh", "r"),) if reading else ()
    rows: Row = (button("ownlist-get-rows", "f"),) if one.bad else ()
    drop: Row = (button("ownlist-drop", "d"),) if ready or reading else ()
    last: Row = (button("back", "b"), button("to-menu", "e"))
    return tuple(row for row in ((*yes, *again), (*rows, *drop), last) if row)


def stands(one: OwnList) -> Line:
    """Where it stands, in one sentence."""
    if one.state is OwnListState.REFUSED:
        return Line("ownlist-refused", {"why": _why(one.reason)})
    if one.state in {OwnListState.READING, OwnListState.DROPPED}:
        return Line("ownlist-state", {"state": one.state.value})
    figures = {"n": one.good, "new": one.new, "known": one.good - one.new, "papers": one.papers}
    done = "yes" if one.state is OwnListState.DONE else "no"
    return Line("ownlist-read", {**figures, "what": one.kind.value, "done": done, "bad": one.bad})


def letter_line(one: OwnList) -> Line:
    """What the letter says."""
    return Line("ownlist-letter", {"name": one.name, "stands": stands(one)})


def _why(reason: str) -> Line:
    return Line("ownlist-why", {"reason": reason}) if reason in OWN_REASONS else refused(reason)


def _fault(fault: OwnFault) -> Line:
    return Line("ownlist-row", {"row": fault.row, "wrong": fault_line(fault)})


def fault_line(fault: OwnFault) -> Line:
    """What is wrong with a row."""
    return Line("ownlist-fault", {"code": fault.code, "said": fault.said})


def accepts(_state: State, _context: Context) -> Line:
    """What can be sent here."""
    return Line("ownlist-accepts")
