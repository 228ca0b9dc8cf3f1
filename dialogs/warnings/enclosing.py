"""One photo or one PDF that goes out with a warning: sent while it is made, seen before it leaves, opened again afterwards."""

from dataclasses import replace

from checklists.schema import FileType
from checklists.words import Words
from dialogs import pictures
from dialogs.cards import button
from dialogs.context import Context
from dialogs.selfcheck.sending import kind_of
from dialogs.talk import Button, Line, SentFile, SentPhoto, State, Step
from dialogs.warnings.draft import Draft, draft_of
from safety.events_hazards import Picture
from safety.events_warnings import WarningFileSent, WarningFileWanted
from safety.warnings import Copied, Enclosed, Warned

LONGEST_UNIQUE = 128  # characters


def sent(state: State, told: SentPhoto | SentFile) -> Step:
    """Taken in, in place of the one before; a kind or size that cannot be is said at once, and nothing changes."""
    refused = _unusable(told)
    if refused is not None:
        return Step(state, say=refused)
    document = isinstance(told, SentFile)
    picture = Picture(told.file, told.unique, told.size, told.caption)
    name = told.name if isinstance(told, SentFile) else ""
    draft = replace(draft_of(state), file=told.unique[:LONGEST_UNIQUE])
    event = WarningFileSent(picture, document, name)
    return Step(draft.state(state.at), (event,), say=Line("warning-file-received"))


def _unusable(told: SentPhoto | SentFile) -> Line | None:
    if told.album is not None:
        return Line("warning-file-one")
    if isinstance(told, SentPhoto):
        return pictures.unusable(told)
    if told.size is not None and told.size > pictures.LARGEST:
        return Line("file-too-large", {"mb": round(told.size / 1_000_000)})
    return None if kind_of(told) is FileType.PDF else Line("warning-file-kind")


def without(draft: Draft) -> Draft:
    """Nothing goes out with it."""
    return replace(draft, file="")


def held_up(draft: Draft, context: Context) -> Line | None:
    """Why it cannot leave yet: our own copy is not safe."""
    if not draft.file:
        return None
    file = context.ledger.warnings().own_file(draft.file)
    if file is not None and file.copied is Copied.PENDING:
        return Line("warning-file-waits")
    return None if file is not None and file.copied is Copied.SAFE else Line("warning-file-gone")


def of_draft(draft: Draft, context: Context) -> list[Line | Words]:
    """What the draft says of it; where none is sent, that one may be."""
    if not draft.file:
        return [Line("warning-file-may")]
    file = context.ledger.warnings().own_file(draft.file)
    return [_said(file or Enclosed("", document=False, copied=Copied.FAILED))]


def of_warning(warned: Warned) -> list[Line | Words]:
    """What stands on a card and in the letter."""
    return [] if warned.file is None else [_said(warned.file)]


def _said(file: Enclosed) -> Line:
    kind = "file" if file.document else "photo"
    return Line("warning-file", {"kind": kind, "name": file.name or "—", "state": file.copied.value})


def to_file(warned: Warned) -> list[Button]:
    """The button that has it sent again."""
    return [] if warned.file is None else [button("warning-see-file", "f")]


def wanted(state: State, warned: Warned) -> Step | None:
    """It comes as a message of its own."""
    if warned.file is None:
        return None
    return Step(state, (WarningFileWanted(warned.number),), say=Line("warning-file-coming"))
