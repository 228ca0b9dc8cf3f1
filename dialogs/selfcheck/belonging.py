"""Which question a photo or file belongs to: the one replied to, that of its album, that of the moment before, else the screen's."""

from collections.abc import Mapping

from checklists.schema import ATTACHED, Question, QuestionKind
from dialogs.context import Context
from dialogs.selfcheck import pointing, trail
from dialogs.selfcheck.sheet import Sheet
from dialogs.talk import Json, SentFile, SentPhoto, State

SERIES = 10  # seconds in which photos sent one after another belong together
SENT = ATTACHED | {QuestionKind.CODE}  # a photo sent while one of these is on the screen is for it


def series(sent: SentPhoto | SentFile, target: Question, context: Context) -> Json:
    """What the next photo or file of the same album, or of the same moment, belongs to."""
    return {"id": sent.album, "q": target.id, "at": context.now.isoformat()}


def belongs(state: State, photo: SentPhoto | SentFile, sheet: Sheet, context: Context) -> Question | None:
    """The question of a photo: that of its reply, that of its album, that of the photo before it, else the one on the screen."""
    album = state.data.get("album")
    replied = pointing.answered(state, photo, sheet)
    if replied is not None and sheet.may_change(replied) and sheet.counts(replied):
        return replied
    if isinstance(album, dict) and _continues(album, photo, state, sheet, context):
        return sheet.question(album.get("q"))
    return sheet.question(state.data["q"]) if "q" in state.data else None


def _continues(
    album: Mapping[str, Json], photo: SentPhoto | SentFile, state: State, sheet: Sheet, context: Context
) -> bool:
    if photo.album is not None or album.get("id") is not None:
        return photo.album == album.get("id")
    recent = trail.within(state.data.get("album"), context.now, SERIES)
    here = sheet.question(state.data["q"]) if "q" in state.data else None
    asked = here is not None and here.kind not in SENT and sheet.answer(here).value is None
    return recent and state.at == "ask" and asked
