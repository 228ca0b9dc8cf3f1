"""The question itself: its screen for every kind, its buttons, and what a tap on them does."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from checklists import judging
from checklists.schema import ATTACHED, Question, QuestionKind
from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, Month, Row, button
from dialogs.context import Context
from dialogs.selfcheck import again, answering, inapplicable, moving, recording, saying, together, trail
from dialogs.selfcheck.sheet import Sheet, new_sheet, sheet_of
from dialogs.talk import Button, Json, Line, Screen, State, Step
from safety.checks import CheckKey
from safety.events import CheckBegun

DAYS = {"d0": 0, "d1": 1}  # today, yesterday
FARTHEST = 365 * 60  # days; no answer lies farther away
PLAIN = {QuestionKind.YESNO: 3, QuestionKind.SINGLE: 2, QuestionKind.MULTI: 2}  # buttons in a row


def enter(key: CheckKey, context: Context) -> Step:
    """Begin a self-check, or go on where it was left: at the first open question, else at the review."""
    state = trail.begin(key)
    if context.ledger.draft(key) is None:
        sheet = new_sheet(key, context)
        begun = CheckBegun(key, sheet.form.fingerprint, sheet.form.due_in(key.period))
        return Step(_first(state, sheet, context), (begun,))
    sheet = sheet_of(key, context)
    going_on = Step(_standing(state, sheet, context))
    return moving.offered(going_on, context) or going_on


def _standing(state: State, sheet: Sheet, context: Context) -> State:
    """Where a self-check that was begun stands."""
    if sheet.correcting is not None:
        return trail.moved(state, "fix")
    if not sheet.submitted:
        return _first(state, sheet, context)
    versions = context.ledger.versions(sheet.key)
    returned = versions and versions[-1].returned is not None
    return trail.moved(state, "returned" if returned else "receipt")


def _first(state: State, sheet: Sheet, context: Context) -> State:
    return trail.toward(state, sheet, sheet.next_open(), context)


# --- what is seen -------------------------------------------------------------------------------------------------


def show(state: State, sheet: Sheet, context: Context) -> Screen:
    """Line 1 the place, line 2 the question; what was answered before; the answers; back, skip, more."""
    question = sheet.question(state.data.get("q"))
    lines = [*heading(sheet, question), *_below(sheet, question, context.now)]
    answers = again.offered(_answers(state, sheet, question), state, sheet, question)
    answers = inapplicable.offered(answers, state, sheet, question)
    rows = (*answers, bottom(state, sheet, question))
    return Screen(lines, rows, settle=state.data.get("settle") is True)


def heading(sheet: Sheet, question: Question) -> list[Line | Words]:
    """Where I am, and the question."""
    number, total = sheet.position(question)
    if question.calculate is not None:
        where = Line("ask-worked", {"section": sheet.place(question)})
        return [where, Line("ask-question", {"question": question.text})]
    return [
        Line("ask-where", {"section": sheet.place(question), "n": number, "total": total}),
        Line("ask-question", {"question": question.text}),
    ]


def _below(sheet: Sheet, question: Question, now: datetime) -> list[Line | Words]:
    """What was said before, the answer that stands, what can be typed, the photos that came first."""
    lines: list[Line | Words] = [*again.said(sheet, question)]
    answer = sheet.answer(question)
    if answer.to_confirm and answer.value is not None:
        said = answering.answer_words(question, answer.value, sheet.today)
        lines.append(Line("ask-confirm", {"answer": said}))
    elif answer.value is not None:
        lines.append(together.answered(sheet, question, answer.value, now))
    else:
        lines += saying.hint(question)
    if answer.photos and question.kind is not QuestionKind.FILE:
        lines.append(Line("ask-photos", {"n": answer.photos}))
    missing = sheet.wish(question).missing
    if question.kind in ATTACHED and answer.photos and missing:
        lines.append(Line("ask-more-sent", {"kind": question.kind.value, "n": missing}))
    return [GAP, *lines] if lines else lines


def _answers(state: State, sheet: Sheet, question: Question) -> tuple[Row, ...]:
    labels = [option.label for option in question.options]
    if question.kind is QuestionKind.MULTI:
        chosen = [
            place for place, option in enumerate(question.options) if option.value in _marked(state, sheet)
        ]
        return cards.choices(labels, chosen, 2, "t")
    value = sheet.answer(question).value
    chosen = [place for place, option in enumerate(question.options) if option.value == value]
    rows = cards.choices(labels, chosen, PLAIN.get(question.kind, 2))
    if question.kind is QuestionKind.NUMBER:
        return (*cards.numbers(question.presets, _number(state, sheet), question.unit), *rows)
    if question.kind is QuestionKind.TIME:
        return (*cards.clocks(question.times, value if isinstance(value, time) else None), *rows)
    return (*_dates(state, sheet, question), *rows) if question.kind is QuestionKind.DATE else rows


def _dates(state: State, sheet: Sheet, question: Question) -> tuple[Row, ...]:
    """Today, yesterday or the calendar; a date of expiry starts in the calendar."""
    if not looks_ahead(question):
        return ((button("today", "d0"), button("yesterday", "d1"), button("calendar", "cal")),)
    return calendar_rows(state, sheet, question)


def calendar_rows(state: State, sheet: Sheet, question: Question) -> tuple[Row, ...]:
    value = sheet.answer(question).value
    chosen = value if isinstance(value, date) else None
    return cards.calendar(_month(state, sheet, chosen), _allowed(sheet, question), chosen)


def bottom(state: State, sheet: Sheet, question: Question) -> Row:
    """The row that is always there: back (or change, after a typed answer), skip or on, more."""
    back = button("change", "b") if state.data.get("undo") else button("back", "b")
    return back, _way_on(state, sheet, question), button("more", "m")


def _way_on(state: State, sheet: Sheet, question: Question) -> Button:
    """Done when some of many are ticked, next when there is an answer, else skip."""
    if question.kind is QuestionKind.MULTI and state.data.get("chosen"):
        return button("done", "ok")
    if sheet.answer(question).to_confirm and sheet.answer(question).value is not None:
        return button("still-so", "y")
    return button("skip" if sheet.is_open(question) else "next", "s")


def looks_ahead(question: Question) -> bool:
    """Whether the question wants a date that lies ahead: an expiry."""
    return question.accept is not None and question.accept.not_expired


def _allowed(sheet: Sheet, question: Question) -> Callable[[date], bool]:
    return lambda day: judging.check(question, day, sheet.today) is None


def _month(state: State, sheet: Sheet, chosen: date | None) -> Month:
    return Month.read(state.data.get("month")) or Month.of(chosen or sheet.today)


def _number(state: State, sheet: Sheet) -> Decimal | None:
    """The value that ±1 counts from: the one being set, else the answer that stands."""
    kept = answering.kept_value(state, sheet.question(state.data.get("q")))
    if isinstance(kept, Decimal):
        return kept
    value = sheet.answer(sheet.question(state.data.get("q"))).value
    return value if isinstance(value, Decimal) else None


def _marked(state: State, sheet: Sheet) -> tuple[str, ...]:
    """What is ticked of many."""
    kept = state.data.get("chosen")
    if isinstance(kept, list):
        return tuple(str(one) for one in kept)
    value = sheet.answer(sheet.question(state.data.get("q"))).value
    return value if isinstance(value, tuple) else ()


# --- what a tap does ----------------------------------------------------------------------------------------------


def tapped(state: State, option: str, sheet: Sheet, context: Context) -> Step | None:
    """A button of the question."""
    question = sheet.question(state.data.get("q"))
    moves = {"b": back, "s": skip, "m": _more}
    standing = sheet.answer(question)
    if option == "y" and standing.to_confirm and standing.value is not None:
        return answering.pick(state, sheet, question, standing.value, context)
    if option in moves:
        return moves[option](state, sheet, question, context)
    if option == inapplicable.OPTION:
        return inapplicable.asked(state, question)
    if option.startswith(again.TAKE):
        return again.take(state, option, sheet, question, context)
    place = cards.index_in("a", option, len(question.options))
    if place is not None and question.kind is not QuestionKind.MULTI:
        return answering.pick(state, sheet, question, question.options[place].value, context)
    hear = {
        QuestionKind.MULTI: _ticked,
        QuestionKind.NUMBER: _counted,
        QuestionKind.DATE: dated,
        QuestionKind.TIME: _timed,
    }
    kind = hear.get(question.kind)
    return kind(state, option, sheet, question, context) if kind else None


def back(state: State, sheet: Sheet, question: Question, context: Context) -> Step:
    """The question before; nothing is deleted. From the first one the way leads out, to the menu."""
    if sheet.correcting is not None:
        return Step(trail.moved(state, "fix"))
    undo = state.data.get("undo")
    before = sheet.question(undo) if undo else sheet.before(question)
    return Step(trail.asking(state, before, context) if before else None)


def skip(state: State, sheet: Sheet, question: Question, context: Context) -> Step:
    """Pass over an open question; one that is answered or passed over is only left for the next."""
    if sheet.is_open(question):
        after, events = recording.skipped(sheet, question, trail.shown_at(state))
        return Step(trail.onward(state, after, question, context), events)
    following = None if "then" in state.data or sheet.correcting is not None else sheet.following(question)
    if following is None:
        return Step(trail.onward(state, sheet, question, context))
    return Step(trail.asking(state, following, context))


def _more(state: State, _sheet: Sheet, question: Question, _context: Context) -> Step:
    return Step(trail.moved(state, "why", q=question.id))


def _ticked(state: State, option: str, sheet: Sheet, question: Question, context: Context) -> Step | None:
    """Tick or untick one of many; done takes them in the form's order. One that stands alone is taken at once."""
    alone = {one.value for one in question.options if one.alone}
    marked = [one for one in _marked(state, sheet) if one not in alone]
    if option == "ok":
        value = tuple(one.value for one in question.options if one.value in marked)
        return answering.pick(state, sheet, question, value, context)
    place = cards.index_in("t", option, len(question.options))
    if place is None:
        return None
    one = question.options[place].value
    if one in alone:
        return answering.pick(state, sheet, question, (one,), context)
    ticked: list[Json] = [it for it in marked if it != one] if one in marked else [*marked, one]
    return Step(trail.changed(state, chosen=ticked, settle=None))


def _counted(state: State, option: str, sheet: Sheet, question: Question, context: Context) -> Step | None:
    """A usual value, or the last one and its neighbours."""
    place = cards.index_in("p", option, len(question.presets))
    if place is not None:
        return answering.pick(state, sheet, question, question.presets[place], context)
    last = _number(state, sheet)
    last = again.number(sheet, question) if last is None else last
    value = cards.stepped(option, last) if last is not None else None
    if value is None:
        return None
    if option == "n1":
        return answering.pick(state, sheet, question, value, context)
    problem = judging.check(question, value, sheet.today)
    if problem is not None:
        return Step(state, toast=answering.problem_line(problem, sheet.today), same=True)
    return Step(trail.changed(state, value=str(value), settle=None))


def _timed(state: State, option: str, sheet: Sheet, question: Question, context: Context) -> Step | None:
    """Now, or a usual time."""
    if option == "w":
        return answering.pick(state, sheet, question, context.clock, context)
    place = cards.index_in("p", option, len(question.times))
    return (
        answering.pick(state, sheet, question, question.times[place], context) if place is not None else None
    )


def dated(state: State, option: str, sheet: Sheet, question: Question, context: Context) -> Step | None:
    """Today, yesterday, the calendar's pages and days."""
    if option in DAYS:
        return answering.pick(state, sheet, question, sheet.today - timedelta(days=DAYS[option]), context)
    if option == "cal":
        return Step(trail.moved(state, "calendar", q=question.id, shown=state.data.get("shown")))
    if option == cards.IDLE:
        return Step(state, same=True)
    value = sheet.answer(question).value
    month = _month(state, sheet, value if isinstance(value, date) else None)
    if option in cards.STEPS:
        shown = month.moved(cards.STEPS[option])
        return Step(trail.changed(state, month=f"{shown.year}-{shown.month}", settle=None))
    number = cards.number_after("g", option)
    day = month.day(number) if number else None
    return answering.pick(state, sheet, question, day, context) if day else None
