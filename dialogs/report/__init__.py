"""Reporting a hazard (隐患上报) at any moment, from a photo, an album or words: one draft, and back to where one was.

What is known so far: draft.py. What is seen: screens.py. What happens in the end: sending.py.
"""

from dataclasses import replace

from dialogs.context import Context
from dialogs.danger import with_danger
from dialogs.pictures import unusable
from dialogs.report import draft as drafts
from dialogs.report import screens, sending
from dialogs.report.draft import AT_ONCE, FLOW, SAME, Draft, begun, behind, read, standing, waiting
from dialogs.talk import Commanded, Input, Line, Screen, SentPhoto, State, Step, Tapped, Wrote
from safety.errors import Refusal
from safety.events import Said
from safety.people import Right

__all__ = ["FLOW", "accepts", "noticed", "show", "step", "waiting", "writes"]

WRITTEN = frozenset({"what", "words", "where", "how"})


def step(state: State, told: Input, context: Context) -> Step | None:
    """Answer one input; words of danger bring the emergency numbers first."""
    context = seated(state, context)
    if isinstance(told, Commanded):
        return _warned(_asked_for(told.argument, context), told.argument, context)
    if isinstance(told, SentPhoto):
        return _warned(_photographed(state, told, context), told.caption, context)
    if isinstance(told, Wrote):
        return _warned(_wrote(state, told, context), told.text, context)
    return _tapped(state, told.option, context) if isinstance(told, Tapped) else None


def seated(state: State, context: Context) -> Context:
    """The context of a report: of a finding beside the list the enterprise that is inspected."""
    visit = read(state).visit
    if not visit:
        context.need(Right.REPORT_HAZARD)
        return context
    context.need(Right.HOLD_VISIT)
    there = context.ledger.at_visit(visit)
    if there is None:
        raise Refusal("visit-gone")
    ledger, seat = there
    return replace(context, ledger=ledger, actor=replace(context.actor, seat=seat), visit=visit)


def photographed(photo: SentPhoto, visit: int, context: Context) -> Step:
    """A photo that an inspector sends: a finding beside the list."""
    begun_there = State(FLOW, "", {"visit": visit})
    there = seated(begun_there, context)
    return _warned(_photographed(begun_there, photo, there), photo.caption, there) or Step(None)


def beginning(visit: int, context: Context) -> State:
    """A finding beside the list that begins with words."""
    there = seated(State(FLOW, "", {"visit": visit}), context)
    return standing(begun(there), there)


def _warned(step: Step | None, text: str, context: Context) -> Step | None:
    if step is None or callable(step.say):  # callable: the number of what was just reported
        return step
    return replace(step, say=with_danger(step.say, text, context))


def show(state: State, context: Context) -> Screen:
    """Draw where the report stands; elsewhere than in its own enterprise it only waits."""
    context = seated(state, context)
    draft = read(state)
    if draft.seat and _foreign(draft, context):
        return screens.show(replace(state, at="elsewhere"), context)
    return screens.show(_true(state, draft, context), context)


def _true(state: State, draft: Draft, context: Context) -> State:
    """The step as it stands now: another hazard may have been reported or closed meanwhile."""
    return standing(draft, context) if state.at in {"", "like"} else state


def _foreign(draft: Draft, context: Context) -> bool:
    seat = context.actor.seat
    return seat is None or seat.enterprise != draft.seat


def accepts(state: State, _context: Context) -> Line:
    """What can be sent here."""
    return Line("accepts-report", {"at": state.at if state.at in {"where", "how"} else "what"})


def writes(state: State, _context: Context) -> bool:
    """Whether any words may be meant for the report."""
    return state.at in WRITTEN


noticed = screens.noticed


# --- entering -----------------------------------------------------------------------------------------------------


def _asked_for(words: str, context: Context) -> Step:
    """`/hazard`: what was begun goes on; with words it is a new one."""
    kept = waiting(context)
    if kept is None or words:
        draft = behind(begun(context), kept)
        return Step(standing(drafts.with_words(draft, words, 0, context) if words else draft, context))
    return Step(standing(read(kept), context))


def _photographed(state: State, photo: SentPhoto, context: Context) -> Step:
    """A photo: to the draft on the screen, to the one it came with, else it begins a new one."""
    inside = not read(state).empty or state.at != ""
    refusal = unusable(photo)
    draft = read(state) if inside else _chosen(photo, context)
    if refusal is not None and photo.caption:
        worded = drafts.with_words(draft, photo.caption, 0, context)
        return Step(standing(worded, context), (Said("photo", photo.caption),), say=refusal)
    if refusal is not None:
        return Step(state, say=refusal) if inside else Step(None, say=refusal, keep=waiting(context))
    after = drafts.with_photo(draft, photo, context)
    full = after.pictures == draft.pictures and len(draft.pictures) >= drafts.MOST_PICTURES
    said = Line("report-full" if full else "report-photo", {"n": len(after.pictures)})
    return Step(standing(after, context, settle=True), (Said("photo", photo.caption),), say=said)


def _chosen(photo: SentPhoto, context: Context) -> Draft:
    kept = waiting(context)
    if kept is None:
        return begun(context)
    old = read(kept)
    together = photo.album is not None and photo.album == old.album
    same = together or (photo.album is None and old.within(SAME, context.now))
    return old if same and not _foreign(old, context) else behind(begun(context), kept)


# --- words --------------------------------------------------------------------------------------------------------


def _wrote(state: State, told: Wrote, context: Context) -> Step | None:
    """Words say what or where; the second of two quick texts belongs to the first; an edit changes what it had said."""
    draft = read(state)
    if told.edited:
        return _edited(draft, told, context)
    if state.at == "where" and not (draft.said[0] and draft.within(AT_ONCE, context.now)):
        return Step(standing(drafts.with_place(draft, told.text, told.message, context), context))
    if state.at == "words":
        draft = replace(draft, words="", hit=None)
    after = drafts.with_words(draft, told.text, told.message, context)
    said = Line("report-noted") if draft.words else None
    return Step(standing(after, context), say=said)


def _edited(draft: Draft, told: Wrote, context: Context) -> Step | None:
    what, where = draft.said
    if told.message and told.message == what:
        after = drafts.with_words(replace(draft, words=""), told.text, told.message, context)
        return Step(standing(after, context), say=Line("report-changed"))
    if told.message and told.message == where:
        after = drafts.with_place(draft, told.text, told.message, context)
        return Step(standing(after, context), say=Line("report-changed"))
    return None


# --- taps ---------------------------------------------------------------------------------------------------------


def _tapped(state: State, option: str, context: Context) -> Step | None:
    draft = read(state)
    if draft.seat and _foreign(draft, context):
        return Step(None) if option == "e" else None
    if option == "b":
        return _back(state, draft, context)
    return sending.tapped(state, option, draft, context)


def _back(state: State, draft: Draft, context: Context) -> Step:
    """From an aside to the report; from the report to where one was, and it waits."""
    if state.at in {"kinds", "more", "drop", "words"}:
        return Step(standing(draft, context))
    if draft.empty:
        return Step(None)
    return Step(None, say=Line("report-kept"), keep=standing(draft, context))
