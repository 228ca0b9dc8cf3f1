"""Lists of enterprises sent by supervisors: what was understood, what is wrong, a second tap that writes. Files are read after the turn."""

from dialogs.context import Context
from dialogs.imports import columns, showing
from dialogs.imports.finding import CARD, COLUMN, COLUMNS, FLOW, SURE, found, of, recent
from dialogs.imports.saying import refused
from dialogs.talk import (
    Commanded,
    Input,
    Line,
    Opened,
    Screen,
    SentFile,
    State,
    Step,
    Tapped,
    Wrote,
)
from dialogs.texts import clean
from safety.events_imports import (
    ImportConfirmed,
    ImportDropped,
    ImportFileAsked,
    ImportSent,
    ImportTried,
)
from safety.imports import Import, ImportState
from safety.people import Right

__all__ = ["FLOW", "UNNUMBERED", "accepts", "fits", "show", "step", "writes"]

UNNUMBERED = frozenset({SURE})
LARGEST = 20_000_000  # what the platform lets a bot fetch
LONGEST_NAME = 80
ENDINGS = (".xlsx", ".xlsm", ".xls", ".csv", ".et", ".ods")
KINDS = ("spreadsheet", "ms-excel", "text/csv")


def fits(told: Input) -> bool:
    """Whether something that was sent looks like a list, wherever it is sent."""
    if not isinstance(told, SentFile):
        return False
    return told.name.lower().endswith(ENDINGS) or any(kind in told.mime for kind in KINDS)


def step(state: State, told: Input, context: Context) -> Step | None:
    """Answer an input. A file is taken wherever this conversation stands."""
    context.need(Right.IMPORT)
    if isinstance(told, SentFile):
        return _sent(state, told)
    if isinstance(told, Commanded):
        return Step(State(FLOW))
    if isinstance(told, Opened):
        return Step(state)
    if isinstance(told, Wrote):
        return None if told.edited or state.at != COLUMN else columns.wrote(state, told.text, context)
    return _tapped(state, told.option, context) if isinstance(told, Tapped) else None


def _sent(state: State, told: SentFile) -> Step:
    if told.size is not None and told.size > LARGEST:
        return Step(state, say=refused("too-big"))
    name = clean(told.name, LONGEST_NAME) or "list"
    return Step(State(FLOW, CARD), (ImportSent(told.file, told.unique, name, told.size),))


def _tapped(state: State, option: str, context: Context) -> Step | None:
    if option == "e":
        return Step(State("menu"))
    if state.at == "":
        return _on_home(option, context)
    one = found(state, context)
    if state.at in {COLUMNS, COLUMN}:
        return columns.tapped(state, option, one, context)
    return _on_sure(state, option, one) if state.at == SURE else _on_card(option, one)


def _on_home(option: str, context: Context) -> Step | None:
    if option == "f":
        return Step(State(FLOW), (ImportFileAsked(),), say=Line("upload-file-coming"))
    number = recent(option, context)
    return None if number is None else Step(of(number))


def _on_card(option: str, one: Import) -> Step | None:
    if option == "r":
        return Step(of(one.number))
    if option not in showing.ways(one):
        return None
    if option == "f":
        return Step(of(one.number), (ImportFileAsked(one.number),), say=Line("upload-file-coming"))
    if option == "t":
        return Step(of(one.number), (ImportTried(one.number),))
    if option == "d":
        return Step(State(FLOW), (ImportDropped(one.number),), say=Line("upload-dropped"))
    going = {
        "w": of(one.number, SURE, good=one.understood.good),
        "m": of(one.number, COLUMNS),
        "b": State(FLOW),
    }
    return Step(going[option]) if option in going else None


def _on_sure(state: State, option: str, one: Import) -> Step | None:
    """The second tap. What was counted anew since the first one is looked at again."""
    if option == "b":
        return Step(of(one.number))
    if option != "y":
        return None
    if one.state is not ImportState.READY or one.understood.good != state.data.get("good"):
        return Step(of(one.number), say=Line("upload-changed-since"))
    return Step(of(one.number), (ImportConfirmed(one.number, one.understood.good),))


def show(state: State, context: Context) -> Screen:
    """Draw where it stands."""
    context.need(Right.IMPORT)
    if state.at == "":
        return showing.home(context)
    one = found(state, context)
    if state.at == COLUMNS:
        return columns.every(state, one, context)
    if state.at == COLUMN:
        return columns.one(state, one, context)
    return showing.sure(one) if state.at == SURE else showing.card(one, context)


def accepts(state: State, _context: Context) -> Line:
    """What can be sent here."""
    return Line("upload-accepts-field" if state.at == COLUMN else "upload-accepts")


def writes(state: State, _context: Context) -> bool:
    """Whether any words may be an answer."""
    return state.at == COLUMN
