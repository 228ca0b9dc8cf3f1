"""The self-check (自查) as one conversation: which of its steps hears an input and which one is drawn."""

from collections.abc import Callable

from dialogs.context import Context
from dialogs.selfcheck import (
    asides,
    asking,
    carrying,
    correcting,
    elsewhere,
    inapplicable,
    inside,
    listing,
    moving,
    photos,
    pointing,
    receipt,
    review,
    rival,
    sending,
    sharing,
    trail,
    writing,
    zero,
)
from dialogs.selfcheck.sheet import Sheet, sheet_of
from dialogs.talk import (
    Commanded,
    Input,
    Line,
    Opened,
    Screen,
    SentFile,
    SentPhoto,
    SentPlace,
    State,
    Step,
    Tapped,
    Wrote,
)
from safety.errors import Refusal

Tap = Callable[[State, str, Sheet, Context], Step | None]
Show = Callable[[State, Sheet, Context], Screen]

STEPS: dict[str, tuple[Tap, Show]] = {
    "ask": (asking.tapped, asking.show),
    "known": (carrying.tapped, carrying.show),
    "same": (carrying.tapped, carrying.show),
    "why": (asides.tapped_why, asides.show_why),
    inapplicable.AT: (asides.tapped_na, asides.show_na),
    "calendar": (asides.tapped_calendar, asides.show_calendar),
    "sure": (asides.tapped_sure, asides.show_sure),
    "rival": (rival.tapped, rival.show),
    "bad": (photos.tapped, photos.show_bad),
    "photo": (photos.tapped, photos.show_photo),
    "review": (review.tapped, review.show),
    "fixwhy": (correcting.tapped_why, correcting.show_why),
    "fixpick": (correcting.tapped_pick, correcting.show_pick),
    "returned": (correcting.tapped_returned, correcting.show_returned),
    "fix": (correcting.tapped, correcting.show),
    "fixdrop": (correcting.tapped_drop, correcting.show_drop),
    "newer": (moving.tapped, moving.show),
    "parts": (sharing.tapped_parts, sharing.show_parts),
    "part": (sharing.tapped_part, sharing.show_part),
    "hand": (sharing.tapped_hand, sharing.show_hand),
    "zero": (zero.tapped, zero.show),
    "receipt": (receipt.tapped, receipt.show),
}


def step(state: State, told: Input, context: Context) -> Step | None:
    """Answer one input. Before it comes to a question whose form has changed, that is asked, once."""
    about = told.state if isinstance(told, Opened) else state
    context = inside.seated(about, context)
    state = inside.resolved(state, context)
    return inside.after(about, moving.offered(_answered(state, told, context), context))


def _answered(state: State, told: Input, context: Context) -> Step | None:
    if isinstance(told, Commanded):
        return listing.looked_over(context) if told.name == "review" else listing.straight(context)
    if isinstance(told, Opened):
        return _opened(told.state, context)
    if state.at not in STEPS:
        return listing.tapped(state, told.option, context) if isinstance(told, Tapped) else None
    sheet = sheet_of(trail.key_of(state), context)
    if sheet.submitted and state.at not in correcting.AFTER:
        return _late(state, told, sheet, context)
    return _heard(standing(state, sheet, context), told, sheet, context)


def standing(state: State, sheet: Sheet, context: Context) -> State:
    """Where a state really stands, when somebody else has answered meanwhile.

    A hazard card without its hazard, two answers that no longer differ: the question itself. Old answers of which
    none is left to take over: the next question.
    """
    if sheet.submitted or sheet.correcting is not None:
        return correcting.standing(state, sheet)
    if not sheet.form.plain and state.at in {"ask", "calendar"}:
        worked_out = sheet.question(state.data.get("q")).calculate is not None
        if worked_out:  # never asked: what there is to say stands in the review
            return trail.moved(state, "review")
    gone = {
        "bad": lambda: not sheet.bad(sheet.question(state.data.get("q"))),
        "rival": lambda: not rival.stands(state, sheet),
        inapplicable.AT: lambda: not sheet.question(state.data.get("q")).may_not_apply,
    }
    if state.at in gone and gone[state.at]():
        return trail.moved(state, "ask", q=state.data.get("q"))
    if state.at in carrying.SCREENS and not carrying.shown(state, sheet).items:
        question = sheet.next_open()
        return trail.moved(state, "ask", q=question.id) if question else trail.moved(state, "review")
    if state.at == moving.AT and not moving.stands(sheet, context):
        return moving.came_from(state, sheet, context)
    return state


def _heard(state: State, told: Input, sheet: Sheet, context: Context) -> Step | None:
    if isinstance(told, Tapped) and told.option == elsewhere.OPTION:
        return elsewhere.tapped(state, sheet, context)
    if isinstance(told, Tapped):
        return STEPS[state.at][0](trail.changed(state, settle=None), told.option, sheet, context)
    if state.at in correcting.AFTER:
        return correcting.wrote(state, told, sheet) if isinstance(told, Wrote) else None
    if isinstance(told, Wrote):
        return writing.wrote(state, told, sheet, context)
    return _sent(state, told, sheet, context)


def _sent(state: State, told: Input, sheet: Sheet, context: Context) -> Step | None:
    if isinstance(told, SentPhoto):
        return photos.arrived(state, told, sheet, context)
    if isinstance(told, SentFile):
        return sending.filed(state, told, sheet, context)
    if isinstance(told, SentPlace):
        return sending.placed(state, told, sheet, context)
    return None


def _late(state: State, told: Input, sheet: Sheet, context: Context) -> Step | None:
    """After submission: the receipt. An edited answer is explained once; the receipt itself stays as it is."""
    at_receipt = trail.moved(state, "receipt")
    if isinstance(told, Tapped):
        if state.at == "receipt":
            return receipt.tapped(state, told.option, sheet, context)
        return Step(at_receipt, toast=Line("already-submitted"))
    if isinstance(told, Wrote) and told.edited and trail.typed_question(state, told.message) is not None:
        return _shown_the_way(sheet, context)
    return pointing.late(state, told, sheet, context) if isinstance(told, Wrote) and not told.edited else None


def _shown_the_way(sheet: Sheet, context: Context) -> Step:
    """An edited message does not change what is submitted; the way to correct it is shown."""
    receipt_ = sheet.draft.receipt if sheet.draft is not None else None
    card = State("submissions", "card", {"receipt": receipt_})
    late = not correcting.allowed(sheet, context)
    return Step(card, say=Line("edited-and-late" if late else "edited-too-late"))


def _opened(state: State, context: Context) -> Step:
    """A letter leads to what it is about: the receipt, a section, or a question's photo card.

    After the photo card the way leads back to where one was.
    """
    if state.at == "returned":
        at = "fix" if sheet_of(trail.key_of(state), context).correcting is not None else "returned"
        return Step(trail.moved(state, at))
    data = {"list": state.data.get("checklist"), "period": state.data.get("period")}
    opened = State(trail.FLOW, "photo", data)
    key = trail.key_of(opened)
    sheet = sheet_of(key, context)
    if sheet.submitted:
        said = None if state.at == "receipt" else Line("already-submitted")
        return Step(trail.moved(opened, "receipt"), say=said)
    if state.at == "go-on":
        return asking.enter(key, context)
    if state.at == "section":
        return sharing.opened(trail.changed(opened, part=state.data.get("section")), sheet, context)
    if state.at == "receipt":
        return Step(trail.moved(opened, "review"))
    question = sheet.question(state.data.get("question"))
    waiting = next(
        (one for one in context.under if one.flow == trail.FLOW and trail.key_of(one) == key), None
    )
    then = waiting.data.get("q", "review") if waiting is not None else None
    return Step(trail.moved(trail.changed(opened, then=then), "photo", q=question.id))


def show(state: State, context: Context) -> Screen:
    """Draw where the self-check stands."""
    context = inside.seated(state, context)
    state = inside.resolved(state, context)
    if state.at not in STEPS:
        return listing.show(state, context)
    sheet = sheet_of(trail.key_of(state), context)
    if sheet.submitted and state.at not in correcting.AFTER:
        return receipt.show(state, sheet, context)
    here = standing(state, sheet, context)
    return elsewhere.with_offer(here, STEPS[here.at][1](here, sheet, context))


def accepts(state: State, context: Context) -> Line:
    """What can be sent here."""
    context = inside.seated(state, context)
    state = inside.resolved(state, context)
    if state.at not in STEPS:
        return Line("accepts-buttons")
    return writing.accepts(state, sheet_of(trail.key_of(state), context))


def claims(state: State, told: Wrote, context: Context) -> bool:
    """Whether typed words are an answer, a note or a correction here."""
    try:
        context = inside.seated(state, context)
        state = inside.resolved(state, context)
    except Refusal:
        return False
    if state.at not in STEPS:
        return False
    if state.at in correcting.AFTER:
        return False
    sheet = sheet_of(trail.key_of(state), context)
    return not sheet.submitted and writing.claims(standing(state, sheet, context), told, sheet, context)


def writes(state: State, context: Context) -> bool:
    """Whether any words may be the answer."""
    if state.at in {"fixwhy", inapplicable.AT}:
        return True
    context = inside.seated(state, context)
    state = inside.resolved(state, context)
    return state.at in writing.ANSWERS and writing.free(state, sheet_of(trail.key_of(state), context))


enter = asking.enter


def noticed(state: State, context: Context) -> State:
    """Remember what the person is about to see; of a form that is only begun in this turn nothing is known yet."""
    if inside.visit(state) is None:
        return trail.noticed(state, context)
    try:
        return trail.noticed(state, inside.seated(state, context))
    except Refusal:
        return state
