"""A message that fits nowhere: kept, and answered with what is accepted here. Before consent nothing is kept."""

from dialogs.context import Context
from dialogs.danger import with_danger
from dialogs.flow import Flow
from dialogs.talk import Input, Line, SentFile, SentOther, SentPhoto, SentPlace, State, Wrote
from safety.events import Said

LONGEST = 1000  # characters that are kept of one message


def kept(told: Input) -> Said:
    """The message as it is kept."""
    what, text = _described(told)
    return Said(what, text[:LONGEST])


def answer(told: Input, flow: Flow, state: State, context: Context) -> Line:
    """What is said to it, below the emergency numbers when it speaks of danger."""
    said = _said(told, flow, state, context)
    return with_danger(said, _described(told)[1], context) or said


def _said(told: Input, flow: Flow, state: State, context: Context) -> Line:
    accepts = flow.accepts(state, context) if flow.accepts else Line("accepts-buttons")
    what, text = _described(told)
    if not context.actor.consented:
        return Line("not-kept", {"accepts": accepts})
    if isinstance(told, Wrote):
        return Line("kept-edit") if told.edited else Line("kept-text", {"accepts": accepts})
    kind = Line("kind", {"kind": what})
    return Line("kept-words" if text else "cannot-here", {"what": kind, "accepts": accepts})


def _described(told: Input) -> tuple[str, str]:
    """What kind of message it was, and its words."""
    match told:
        case Wrote(text):
            return "text", text
        case SentPhoto(caption=caption):
            return "photo", caption
        case SentFile(caption=caption):
            return "document", caption
        case SentPlace():
            return "location", ""
        case SentOther(what, text):
            return what, text
        case _:
            return "contact", ""
