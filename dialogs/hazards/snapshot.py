"""A photo that is sent to a hazard's card: progress, how it looks now that it is put right, or another hazard altogether.

Until one tap says which, it is held in the state; words sent beside or after it become the note.
"""

from dataclasses import replace

from dialogs.cards import Row, button
from dialogs.context import Context
from dialogs.hazards import evidence
from dialogs.hazards.listing import question_words
from dialogs.hazards.ways import ASK, CARD, EVIDENCE, act, actions, at, hand
from dialogs.pictures import unusable
from dialogs.report.draft import begin_behind, begun, with_photo
from dialogs.talk import Input, Json, Line, Screen, SentPhoto, State, Step, Tapped, Wrote
from safety.deeds import Deed
from safety.events import Said
from safety.events_hazards import HazardNoted, HazardPhotoSent, Picture
from safety.hazard_ledger import Hazard, HazardState
from safety.hazards import HazardAction
from safety.people import Right

SNAP = "snap"
LONGEST, MOST = 500, 10  # characters of a note, photos at once
SENDING = frozenset({HazardState.REPORTED, HazardState.PLANNED, HazardState.FIXING, HazardState.EVIDENCE})
_FIELDS = {"file", "unique", "size", "note"}


def taken(state: State, told: SentPhoto, hazard: Hazard, context: Context) -> Step | None:
    """A photo on the card of who puts it right; anybody else's begins a report as everywhere."""
    if not hand(context).inside or hazard.state not in SENDING:
        return None
    refusal = unusable(told)
    if refusal is not None:
        return Step(state, say=refusal)
    if told.unique in {shot.name for shot in (*hazard.shots, *hazard.answers, *hazard.notes)}:
        return Step(state, say=Line("hazard-photo-same"))
    return Step(at(state, SNAP, held=[_held(told)]), (Said("photo", told.caption),))


def _held(told: SentPhoto) -> dict[str, Json]:
    return {
        "file": told.file,
        "unique": told.unique,
        "size": told.size,
        "note": told.caption.strip()[:LONGEST],
    }


def _pictures(state: State) -> list[Picture]:
    kept = state.data.get("held")
    rows = [one for one in kept if isinstance(one, dict)] if isinstance(kept, list) else []
    return [Picture(**one) for one in rows if set(one) == _FIELDS]  # type: ignore[arg-type]  # as _held made them


def step(state: State, told: Input, hazard: Hazard, context: Context) -> Step | None:
    """More photos, words, or what they are."""
    pictures = _pictures(state)
    if not pictures:
        return Step(at(state, CARD))
    if isinstance(told, SentPhoto):
        return _another(state, told, pictures)
    if isinstance(told, Wrote) and not told.edited and told.text.strip():
        return _noted(state, pictures, told.text.strip()[:LONGEST], hazard, context)
    return _tapped(state, told.option, hazard, context) if isinstance(told, Tapped) else None


def _another(state: State, told: SentPhoto, pictures: list[Picture]) -> Step:
    refusal = unusable(told)
    if refusal is not None:
        return Step(state, say=refusal)
    if any(one.unique == told.unique for one in pictures) or len(pictures) >= MOST:
        return Step(state)
    held = state.data.get("held")
    more: list[Json] = [*held, _held(told)] if isinstance(held, list) else [_held(told)]
    return Step(at(state, SNAP, held=more), (Said("photo", told.caption),))


def _tapped(state: State, option: str, hazard: Hazard, context: Context) -> Step | None:
    pictures = _pictures(state)
    if option == "y":
        return _noted(state, pictures, "", hazard, context)
    if option == "a" and _mended(pictures, hazard, context):
        one = pictures[0]
        return evidence.step(
            at(state, EVIDENCE), SentPhoto(one.file, one.unique, one.size, one.note), hazard, context
        )
    if option == "n" and context.actor.may(Right.REPORT_HAZARD):
        draft = begun(context)
        for one in pictures:
            draft = with_photo(draft, SentPhoto(one.file, one.unique, one.size, one.note), context)
        return Step(begin_behind(draft, context), left=at(state, CARD))
    return Step(at(state, CARD)) if option == "b" else None


def _noted(state: State, pictures: list[Picture], text: str, hazard: Hazard, context: Context) -> Step:
    """The photos stand with the hazard, their words in its timeline; of a listed one they are its weekly progress."""
    words = "；".join(dict.fromkeys(said for said in (*(one.note for one in pictures), text) if said))
    sent = [HazardPhotoSent(hazard.number, one, progress=True) for one in pictures]
    if HazardAction.PROGRESS in actions(hazard, context):
        if not words:
            ask = at(state, ASK, do=HazardAction.PROGRESS.value, said={})
            return Step(ask, tuple(sent), say=Line("progress-photo"))
        done = act(state, hazard, HazardAction.PROGRESS, Deed(words=words[:LONGEST]), context)
        return replace(done, events=(*sent, *done.events))
    noted = (HazardNoted(hazard.number, words[:LONGEST]),) if words else ()
    return Step(at(state, CARD), (*sent, *noted), say=Line("snap-noted", {"n": len(pictures)}))


def _mended(pictures: list[Picture], hazard: Hazard, context: Context) -> bool:
    """Whether the one photo may be what it looks like afterwards."""
    return len(pictures) == 1 and HazardAction.SEND_EVIDENCE in actions(hazard, context)


def show(state: State, hazard: Hazard, context: Context) -> Screen:
    """What is it?"""
    pictures = _pictures(state)
    lines = [
        Line("snap-what", {"n": len(pictures), "number": hazard.number}),
        Line("hazard-question", {"question": question_words(hazard)}),
    ]
    first: Row = (button("snap-progress", "y"),)
    if _mended(pictures, hazard, context):
        first = (*first, button("snap-mended", "a"))
    other = (button("snap-other", "n"),) if context.actor.may(Right.REPORT_HAZARD) else ()
    return Screen(lines, (first, (*other, button("snap-drop", "b"))), settle=True)
