"""Photos of a self-check: the hazard card and the photo card, an arriving photo, when to go on."""

from dataclasses import replace

from checklists.judging import PhotoNeed
from checklists.schema import ATTACHED, Question, QuestionKind
from dialogs import pictures, recurring
from dialogs.cards import GAP, Row, button
from dialogs.context import Context
from dialogs.selfcheck import asides, asking, belonging, elsewhere, inside, sending, trail
from dialogs.selfcheck.sheet import Sheet
from dialogs.talk import Json, Line, Screen, SentPhoto, State, Step
from dialogs.words import on_day
from safety.errors import Refusal
from safety.events import Event, PhotoReceived, PhotosSkipped, Said

WITH_PHOTOS = frozenset({"photo", "bad"})


# --- what is seen -------------------------------------------------------------------------------------------------


def show_bad(state: State, sheet: Sheet, context: Context) -> Screen:
    """A hazard, already filled in with clause, advice and day; a photo or a sentence may be added."""
    question = sheet.question(state.data.get("q"))
    judged = sheet.judgement(question)
    if judged is None:  # never: standing() lets only a bad answer come here
        raise Refusal("check-gone")
    title = Line("bad-title", {"severity": "major" if judged.suspected_major else "general"})
    lines = [*asking.heading(sheet, question), GAP, title, *asides.basis(question)]
    lines.append(Line("why-advice", {"advice": question.advice}))
    lines.append(
        Line(
            "bad-due",
            {"due": on_day(sheet.due(question.id, judged), sheet.today), "days": judged.rectify_days},
        )
    )
    lines += recurring.said(sheet.recurs(question.id), context)
    lines += _added(sheet, question)
    lines += [GAP, Line("bad-hint", {"photo": _need(sheet, question), "explain": _wanted(sheet, question)})]
    return Screen(lines, _rows(sheet, question, "bad"), settle=_settles(state))


def show_photo(state: State, sheet: Sheet, _context: Context) -> Screen:
    """A photo is wanted: how many came, how to go on without."""
    question = sheet.question(state.data.get("q"))
    wish = sheet.wish(question)
    need = "site" if inside.on_site(sheet) is not None else _need(sheet, question)
    please = Line("photo-please", {"need": need, "n": max(1, wish.missing)})
    lot = [Line("photo-drawn")] if sheet.by_lot(question) else []
    lines = [*asking.heading(sheet, question), GAP, *lot, please, *_added(sheet, question)]
    return Screen(
        lines, _rows(sheet, question, "photo", undo=bool(state.data.get("undo"))), settle=_settles(state)
    )


def _wanted(sheet: Sheet, question: Question) -> int:
    """Whether a few words are asked for: 2 they are there, 1 yes, 0 only if one likes."""
    return 2 if sheet.answer(question).note else int(question.explain)


def _added(sheet: Sheet, question: Question) -> list[Line]:
    answer = sheet.answer(question)
    lines = [Line("ask-photos", {"n": answer.photos})] if answer.photos else []
    return [*lines, Line("own-note", {"note": answer.note})] if answer.note else lines


def _rows(sheet: Sheet, question: Question, at: str, *, undo: bool = False) -> tuple[Row, ...]:
    """The same bottom row as at a question: change or back, on, more. `later` leaves a wanted photo open."""
    back = button("change", "b") if at == "bad" or undo else button("back", "b")
    if sheet.wish(question).missing == 0:
        return ((back, button("go-on-now", "ok"), button("more", "m")),)
    on = button("photo-later", "l") if _required(sheet, question) else button("photo-none", "s")
    enough = (button("photo-enough", "ok"),) if sheet.answer(question).photos else ()
    rows = (enough, (back, on, button("more", "m")))
    return tuple(row for row in rows if row)


def _need(sheet: Sheet, question: Question) -> str:
    wish = sheet.wish(question)
    if wish.missing == 0:
        return PhotoNeed.NONE.value
    return PhotoNeed.OPTIONAL.value if inside.on_site(sheet) is not None else wish.need.value


def _required(sheet: Sheet, question: Question) -> bool:
    """Before a self-check is handed in; an inspection never is."""
    return sheet.wish(question).need is PhotoNeed.REQUIRED and inside.on_site(sheet) is None


def _settles(state: State) -> bool:
    return state.data.get("settle") is True


# --- what a tap does ----------------------------------------------------------------------------------------------


def tapped(state: State, option: str, sheet: Sheet, context: Context) -> Step | None:
    """On, later, without; change the answer; why."""
    question = sheet.question(state.data.get("q"))
    if option == "b":
        return Step(_backward(state, question, context))
    if option == "m":
        return Step(trail.moved(state, "why", q=question.id))
    missing = sheet.wish(question).missing > 0
    if option == "s" and missing and not _required(sheet, question):
        return Step(trail.onward(state, sheet, question, context), (PhotosSkipped(sheet.key, question.id),))
    if option == "l" and missing:
        return Step(trail.onward(state, sheet, question, context), say=Line("photo-later-said"))
    if option == "ok" and (not missing or sheet.answer(question).photos):
        return Step(trail.onward(state, sheet, question, context))
    return None


def _backward(state: State, question: Question, context: Context) -> State:
    """To the question; what is worked out has none to go back to."""
    if question.calculate is not None:
        return trail.moved(state, "review")
    return trail.asking(state, question, context)


# --- a photo arrives ----------------------------------------------------------------------------------------------


def arrived(state: State, photo: SentPhoto, sheet: Sheet, context: Context) -> Step | None:
    """Keep a photo with the question it belongs to; the card goes on by itself when nothing is missing."""
    target = belonging.belongs(state, photo, sheet, context)
    if target is None:
        return None
    refusal = pictures.unusable(photo) or sending.refused(target)
    if refusal is not None:
        return Step(state, (Said("photo", photo.caption),) if photo.caption else (), say=refusal)
    received = PhotoReceived(sheet.key, target.id, photo.file, photo.unique, photo.size, photo.caption)
    answer = sheet.answer(target)
    after = sheet.having(target, replace(answer, photos=answer.photos + 1))
    offer = elsewhere.offered(state, photo, target, sheet, context)
    here = trail.changed(
        trail.sent(state, photo.message, target),
        album=belonging.series(photo, target, context),
        **offer,
    )
    if target.kind is QuestionKind.CODE and target.id == state.data.get("q"):
        return sending.coded(here, photo, after, target, received, context)
    events: list[Event] = [received]
    if target.kind in ATTACHED:
        after, answered = sending.attached(after, target, photo, trail.shown_at(state))
        events += answered
    return _settling(here, after, target, events, context)


def _settling(state: State, sheet: Sheet, target: Question, events: list[Event], context: Context) -> Step:
    here = state.data.get("q") == target.id
    count = sheet.answer(target).photos
    if not here:
        number, _total = sheet.position(target)
        return Step(
            trail.changed(state, settle=True),
            events,
            say=Line("photo-added", {"n": number, "count": count}),
        )
    is_answer = target.kind in ATTACHED
    if (state.at in WITH_PHOTOS or is_answer) and sheet.wish(target).missing == 0:
        undo: dict[str, Json] = {"undo": target.id} if state.at == "bad" or is_answer else {}
        undo |= {elsewhere.KEPT: state.data.get(elsewhere.KEPT)}
        return Step(
            trail.onward(state, sheet, target, context, settle=True, **undo), events, say=_thanks(count)
        )
    then_answer = state.at == "ask" and not is_answer
    say = Line("photo-then-answer", {"n": count}) if then_answer else _thanks(count)
    return Step(trail.changed(state, settle=True), events, say=say)


def _thanks(count: int) -> Line:
    return Line("photo-received", {"n": count})
