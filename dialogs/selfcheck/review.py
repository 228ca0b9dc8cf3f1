"""The review before submission: what stands out, each a button to jump to; submission is one tap."""

from datetime import datetime

from checklists.answers import NotApplicable
from checklists.schema import ATTACHED, Question
from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, Row, button
from dialogs.context import Context
from dialogs.selfcheck import answering, inside, scoring, submitting, together, trail
from dialogs.selfcheck.receipt import copies
from dialogs.selfcheck.sheet import Sheet
from dialogs.talk import Argument, Button, Line, Screen, State, Step
from safety.people import Right

ALL_AT_ONCE = 5  # so many jump buttons fit on one page
PAGED = 4
FIGURES = 6  # worked out values that a review shows


def outstanding(sheet: Sheet) -> list[tuple[Question, Line]]:
    """What stands out with its reason, most serious first, each question once."""
    review = sheet.review()
    reasons: list[tuple[Question, Line]] = []
    for question in review.bad:
        judged = sheet.judgement(question)
        severity = "major" if judged and judged.suspected_major else "general"
        reasons.append((question, Line("review-bad", {"severity": severity})))
    reasons += [(question, Line("review-open")) for question in review.open]
    reasons += [(question, Line("review-skipped")) for question in review.skipped]
    reasons += [
        (question, Line("review-photo", {"kind": question.kind.value})) for question in review.photos_missing
    ]
    return _once(reasons, {question.id for question in review.photos_missing})


def listed(sheet: Sheet) -> list[tuple[Question, Line]]:
    """What stands out, then what does not apply with its reason."""
    aside = [(one, sheet.answer(one).value) for one in sheet.asked()]
    reasons = [
        (question, answering.na_words(question, value))
        for question, value in aside
        if isinstance(value, NotApplicable)
    ]
    return [*outstanding(sheet), *reasons]


def _once(reasons: list[tuple[Question, Line]], photos: set[str]) -> list[tuple[Question, Line]]:
    kept: dict[str, tuple[Question, Line]] = {}
    for question, reason in reasons:
        if question.id not in kept:
            both = reason.id != "review-photo" and question.id in photos
            kept[question.id] = (question, Line("review-and-photo", {"reason": reason}) if both else reason)
    return list(kept.values())


def _share(sheet: Sheet, context: Context) -> Row:
    """The way to share what is left, where something is left and there is somebody to share it with; on site to its sections."""
    if inside.on_site(sheet) is not None:
        return (button("to-sections", "w"),)
    return (button("to-parts", "w"),) if sheet.review().open and context.ledger.colleagues() else ()


def _page(state: State, count: int, share: Row) -> tuple[int, int]:
    """Offset and size of the shown page; eight buttons in all, the one to share with included."""
    size = count if count <= ALL_AT_ONCE else PAGED - len(share)
    kept = state.data.get("page")
    offset = kept if isinstance(kept, int) and 0 < kept < count else 0
    return offset, size


def show(state: State, sheet: Sheet, context: Context) -> Screen:
    """Exceptions first; then how it counts, whether our copies of the photos are safe, and the one tap."""
    items = listed(sheet)
    share = _share(sheet, context)
    offset, size = _page(state, len(items), share)
    shown = items[offset : offset + size]
    lines: list[Line | Words] = [Line("review-title", {"form": sheet.form.title}), *_summary(sheet)]
    lines += [*together.shares(sheet), *(_figure(sheet, one) for one in sheet.worked()[:FIGURES])]
    lines += [GAP] if shown else []
    lines += [_item(sheet, *item, context.now) for item in shown]
    lines += [GAP, *copies(sheet.draft)] if sheet.draft and copies(sheet.draft) else []
    if not context.actor.may(Right.SUBMIT_CHECK):
        lines.append(Line("review-not-yours"))
    jumps = tuple(_jump(sheet, question, index) for index, (question, _reason) in enumerate(shown))
    rows = (jumps, (*_paging(offset, size, len(items)), *share), _last(sheet))
    return Screen(lines, tuple(row for row in rows if row), settle=state.data.get("settle") is True)


def _summary(sheet: Sheet) -> list[Line | Words]:
    """How it counts; the points once they say more than the counts: not full, and nothing left to complete."""
    score = sheet.score()
    lines: list[Line | Words] = [
        Line("review-counts", {"passed": score.passed, "asked": score.asked, "bad": score.bad})
    ]
    carried = sum(sheet.answer(question).carried is not None for question in sheet.asked())
    lines += [Line("review-carried", {"n": carried})] if carried else []
    if inside.on_site(sheet) is not None:
        return lines
    if not outstanding(sheet):
        return [*lines, Line("review-clean")]
    if sheet.review().blocking:
        return lines
    return [*lines, Line("review-points", {"points": scoring.points(score)}), *scoring.reasons(sheet, score)]


def _item(sheet: Sheet, question: Question, reason: Line, now: datetime) -> Line:
    number, _total = sheet.position(question)
    why = together.reasoned(sheet, question, reason, now)
    if question.calculate is not None:
        return Line("review-item-worked", {"reason": why, "question": question.text})
    args: dict[str, Argument] = {"n": number, "reason": why, "question": question.text}
    if sheet.form.section_of(question.id).repeat is not None:
        return Line("review-item-of", {**args, "instance": sheet.place(question)})
    return Line("review-item", args)


def _figure(sheet: Sheet, question: Question) -> Line:
    """A value that was worked out."""
    value = answering.answer_words(question, sheet.figures()[question.id], sheet.today)
    args: dict[str, Argument] = {"question": question.text, "value": value}
    if sheet.form.section_of(question.id).repeat is not None:
        return Line("review-figure-of", {**args, "instance": sheet.place(question)})
    return Line("review-figure", args)


def _jump(sheet: Sheet, question: Question, index: int) -> Button:
    if question.calculate is not None:
        return button("jump-worked", f"a{index}")
    return button("jump", f"a{index}", n=sheet.position(question)[0])


def _paging(offset: int, size: int, count: int) -> Row:
    back = (button("page-back", "p0"),) if offset > 0 else ()
    on = (button("page-on", "p1"),) if offset + size < count else ()
    return (*back, *on)


def _last(sheet: Sheet) -> Row:
    if inside.on_site(sheet) is not None:
        return button("back", "b"), button("visit-back", "v")
    blocking = sheet.review().blocking
    way = button("complete", "c", n=len(blocking)) if blocking else button("submit", "ok")
    return button("back", "b"), way


def tapped(state: State, option: str, sheet: Sheet, context: Context) -> Step | None:
    """Jump to a question, turn the page, complete what blocks, submit; on site back to the inspection."""
    items = listed(sheet)
    offset, size = _page(state, len(items), _share(sheet, context))
    turned = cards.turned(option, offset, len(items), size or 1)
    if turned is not None:
        return Step(trail.changed(state, page=turned, settle=None))
    place = cards.index_in("a", option, min(size, len(items) - offset))
    if place is not None:
        return Step(_to(state, *items[offset + place], sheet, context))
    if option == "w":
        return Step(trail.moved(state, "parts"))
    if option == "b":
        return _back(state, sheet, context)
    return _on(state, option, sheet, context)


def _on(state: State, option: str, sheet: Sheet, context: Context) -> Step | None:
    """Complete what blocks, submit; on site back to the inspection, for it is never handed in by itself."""
    visit = inside.on_site(sheet)
    if visit is not None:
        return Step(inside.card(visit)) if option == "v" else None
    blocking = sheet.review().blocking
    if option == "c" and blocking:
        return Step(_completing(state, blocking[0], sheet, context))
    return _submit(state, sheet, context) if option == "ok" and not blocking else None


def _to(state: State, question: Question, reason: Line, sheet: Sheet, context: Context) -> State:
    """A jump comes back to the review; a photo that is missing leads straight to its card."""
    returning = trail.changed(state, then="review")
    if question.kind in ATTACHED:
        return trail.asking(returning, question, context)
    if reason.id == "review-photo":
        return trail.moved(returning, "photo", q=question.id)
    if sheet.bad(question) or question.calculate is not None:
        return trail.moved(returning, "bad", q=question.id)
    return trail.asking(returning, question, context)


def _completing(state: State, question: Question, sheet: Sheet, context: Context) -> State:
    reason = next((why for one, why in outstanding(sheet) if one.id == question.id), Line("review-open"))
    return _to(state, question, reason, sheet, context)


def _back(state: State, sheet: Sheet, context: Context) -> Step:
    """To the first open question, else to the last one."""
    question = sheet.next_open() or sheet.last()
    return Step(trail.asking(trail.forgetting(state, "then"), question, context) if question else None)


def _submit(state: State, sheet: Sheet, context: Context) -> Step:
    """What was found is handed in at once; that nothing was found is declared first."""
    context.need(Right.SUBMIT_CHECK)
    if sheet.score().bad == 0:
        return Step(trail.moved(state, "zero"))
    return submitting.submit(state, sheet, context, zero=False)
