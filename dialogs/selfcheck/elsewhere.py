"""A photo that came while a question was open and may be a hazard of its own (另一处隐患): the offer, and what one tap does.

The photo is kept with the question first, so that nothing is lost when nobody taps. It is offered when the words beside it
speak of another kind of hazard, or when the question wants no photo at all. A question that a photo answers is left alone.
"""

from typing import Any

from checklists.repeats import parted
from checklists.schema import PhotoAsk, Question
from dialogs.cards import GAP, button
from dialogs.context import Context
from dialogs.report import draft as drafts
from dialogs.selfcheck import belonging, trail
from dialogs.selfcheck.sheet import Sheet
from dialogs.talk import Json, Line, Screen, SentPhoto, State, Step
from safety.events_reports import PhotoTakenOff
from safety.people import Right

OPTION = "hz"
BUTTONS = 8  # on one screen
KEPT = "own"


def offered(
    state: State, photo: SentPhoto, target: Question, sheet: Sheet, context: Context
) -> dict[str, Json]:
    """What the state remembers of photos that may go elsewhere: {} when this one belongs to its question."""
    known = _photos(state)
    if known and _continues(photo, state, context):
        return {KEPT: [*known, _kept(photo, target)]}
    return {KEPT: [_kept(photo, target)]} if _doubtful(photo, target, sheet, context) else {KEPT: None}


def _continues(photo: SentPhoto, state: State, context: Context) -> bool:
    """Whether it came with the one before: in one album, or at the same moment."""
    album = state.data.get("album")
    before = album.get("id") if isinstance(album, dict) else None
    if photo.album is not None or before is not None:
        return photo.album == before
    return not photo.caption and trail.within(album, context.now, belonging.SERIES)


def _doubtful(photo: SentPhoto, target: Question, sheet: Sheet, context: Context) -> bool:
    if target.kind in belonging.SENT or not context.actor.may(Right.REPORT_HAZARD):
        return False
    return _speaks_of_another(photo.caption, target, context) or _unwanted(target, sheet)


def _unwanted(target: Question, sheet: Sheet) -> bool:
    """Whether no answer to the question would want a photo."""
    return target.photo.ask is PhotoAsk.NEVER and sheet.wish(target).missing == 0


def _speaks_of_another(words: str, target: Question, context: Context) -> bool:
    """Whether words are clearly about another kind of hazard than the question."""
    if not words:
        return False
    suggester = context.ledger.suggester()
    found = suggester.suggest(words)
    here = suggester.hit(parted(target.id)[0])
    if not found.hits or here is None:
        return False
    about = found.named | {found.hits[0].kind}
    return bool(found.named) and here.kind not in about


def with_offer(state: State, screen: Screen) -> Screen:
    """The screen with its button, where photos wait for the tap and there is room; above the bottom row."""
    if not _photos(state) or sum(len(row) for row in screen.rows) >= BUTTONS:
        return screen
    *rows, bottom = screen.rows
    lines = [*screen.lines, GAP, Line("own-hazard-hint")]
    offer = (button("own-hazard", OPTION),)
    return Screen(lines, (*rows, offer, bottom), photo=screen.photo, settle=screen.settle)


def tapped(state: State, sheet: Sheet, context: Context) -> Step | None:
    """The photos leave the question and begin a hazard; the question waits."""
    photos = _photos(state)
    if not photos:
        return None
    events = [PhotoTakenOff(sheet.key, one["q"], one["unique"], one["note"]) for one in photos]
    draft = drafts.begun(context)
    for one in photos:
        sent = SentPhoto(one["file"], one["unique"], one["size"], one["note"], one["album"])
        draft = drafts.with_photo(draft, sent, context)
    here = trail.changed(state, own=None, album=None, settle=None)
    return Step(drafts.begin_behind(draft, context), events, say=Line("own-hazard-begun"), left=here)


def _kept(photo: SentPhoto, target: Question) -> dict[str, Json]:
    return {
        "file": photo.file,
        "unique": photo.unique,
        "size": photo.size,
        "note": photo.caption[: drafts.LONGEST_WORDS],
        "album": photo.album,
        "q": target.id,
    }


def _photos(state: State) -> list[dict[str, Any]]:
    kept = state.data.get(KEPT)
    return [one for one in kept if isinstance(one, dict)] if isinstance(kept, list) else []
