"""What it looks like now: each photo "after" answers a named photo "before"; with the last one it goes to whoever verifies it."""

from dialogs.cards import button
from dialogs.context import Context
from dialogs.hazards import cost, whereabouts
from dialogs.hazards.listing import question_words
from dialogs.hazards.ways import CARD, EVIDENCE, act, at, standing
from dialogs.talk import Argument, Input, Line, Screen, SentPhoto, SentPlace, State, Step, Tapped, Wrote
from safety.deeds import Deed
from safety.errors import Refusal
from safety.events_hazards import HazardNoted, HazardPhotoSent, Picture
from safety.hazard_ledger import Hazard, Shot
from safety.hazards import HazardAction


def step(state: State, told: Input, hazard: Hazard, context: Context) -> Step | None:
    """Take a photo or a place in, go to another photo "before", send it all."""
    if isinstance(told, SentPhoto):
        return _photo(state, told, hazard, context)
    if isinstance(told, SentPlace):
        return whereabouts.sent(state, told, hazard)
    if isinstance(told, Wrote) and not told.edited and told.text.strip():
        return cost.written(state, told.text, hazard, context) or _noted(state, told.text, hazard)
    return _tapped(state, told.option, hazard, context) if isinstance(told, Tapped) else None


def _noted(state: State, text: str, hazard: Hazard) -> Step:
    return Step(state, (HazardNoted(hazard.number, text.strip()),), say=Line("hazard-noted"))


def _tapped(state: State, option: str, hazard: Hazard, context: Context) -> Step | None:
    if option == "b":
        return Step(at(state, CARD))
    if option == "n" and len(hazard.shots) > 1:
        place = (_place(state, hazard) + 1) % len(hazard.shots)
        return Step(at(state, EVIDENCE, spot=_spot(state), pick=place))
    if option == "ok":
        return act(state, hazard, _action(state), Deed(), context)
    return cost.tapped(state, option, hazard, context)


def _photo(state: State, told: SentPhoto, hazard: Hazard, context: Context) -> Step:
    if told.unique in {shot.name for shot in (*hazard.shots, *hazard.answers)}:
        raise Refusal("hazard-photo-same")
    target = hazard.shots[_place(state, hazard)].name if hazard.shots else ""
    picture = Picture(told.file, told.unique, told.size, told.caption)
    word = whereabouts.word_written(hazard, context)
    sent = HazardPhotoSent(hazard.number, picture, target, word=word)
    return Step(
        at(state, EVIDENCE, spot=_spot(state), album=told.album is not None),
        (sent,),
        say=Line("hazard-photo-in", {"n": len(hazard.answers) + 1}),
    )


def _spot(state: State) -> bool:
    return state.data.get("spot") is True


def _action(state: State) -> HazardAction:
    return HazardAction.FIX_ON_SPOT if _spot(state) else HazardAction.SEND_EVIDENCE


def _place(state: State, hazard: Hazard) -> int:
    """Which photo "before" is answered next: the one picked, else the first without an answer, else the first."""
    picked = state.data.get("pick")
    if isinstance(picked, int) and 0 <= picked < len(hazard.shots):
        return picked
    open_ = [place for place, shot in enumerate(hazard.shots) if not answered(shot, hazard)]
    return open_[0] if open_ else 0


def answered(shot: Shot, hazard: Hazard) -> bool:
    return any(one.answers == shot.name for one in hazard.answers)


def show(state: State, hazard: Hazard, context: Context) -> Screen:
    """The photo "before" that is to be answered, how many are, and the way on once nothing is missing."""
    case, total = standing(hazard), len(hazard.shots)
    place = _place(state, hazard)
    ready = case.unanswered == 0 and case.fresh > 0
    args: dict[str, Argument] = {
        "number": hazard.number,
        "n": place + 1,
        "total": total,
        "missing": case.unanswered,
        "ready": "yes" if ready else "no",
    }
    lines = [Line("hazard-question", {"question": question_words(hazard)}), Line("hazard-evidence", args)]
    lines += whereabouts.asked(hazard, context, ready=ready)
    if ready:
        lines += cost.question(hazard, context)
    spent = cost.rows(hazard, context) if ready else ()
    send = (button("hazard-send", "ok"),) if ready else ()
    other = (button("hazard-other-photo", "n"),) if total > 1 else ()
    rows = tuple(row for row in (send, *spent, (*other, button("back-to-card", "b"))) if row)
    photo = hazard.shots[place].path if total and not ready else None
    return Screen(lines, rows, photo=photo, settle=state.data.get("album") is True)
