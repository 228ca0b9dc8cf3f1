"""What a value does to a self-check: refused with a reason, confirmed first, or recorded; and where it leads."""

from datetime import date, time
from decimal import Decimal, InvalidOperation

from checklists import judging
from checklists.answers import JsonValue, Location, NotApplicable, Value
from checklists.codec import value_from_json, value_to_json
from checklists.judging import Problem
from checklists.schema import ATTACHED, Question, QuestionKind
from checklists.words import Words
from dialogs.cards import GAP
from dialogs.context import Context
from dialogs.selfcheck import recording, trail
from dialogs.selfcheck.memory import Offer
from dialogs.selfcheck.sheet import Sheet
from dialogs.talk import Argument, Json, Line, State, Step
from dialogs.words import listed, on_day


def pick(
    state: State, sheet: Sheet, question: Question, value: Value, context: Context, say: Line | None = None
) -> Step:
    """Take a value: refused with a reason, confirmed first when it means a suspected major hazard, else recorded."""
    problem = judging.check(question, value, sheet.today)
    if problem is not None:
        return Step(state, say=problem_line(problem, sheet.today))
    standing = sheet.answer(question)
    if value == standing.value and not standing.to_confirm:
        return Step(settled(state, sheet, question, context), say=say)
    if rivalled(state, sheet, question):
        return Step(_holding(state, "rival", question, value))
    if sheet.judge(question, value).suspected_major:
        return Step(_holding(state, "sure", question, value))  # nothing is recorded that could be said
    return record(state, sheet, question, value, context, say)


def rivalled(state: State, sheet: Sheet, question: Question) -> bool:
    """Whether a colleague's answer stands that this person has not seen: it is never replaced in silence."""
    answered = sheet.answer(question).value is not None and sheet.other(question) is not None
    return answered and not trail.saw(state, question, sheet.revision(question))


def _holding(state: State, at: str, question: Question, value: Value) -> State:
    """A second look, with the value that waits for it."""
    return trail.moved(state, at, q=question.id, value=as_json(value), shown=state.data.get("shown"))


def as_json(value: Value) -> Json:
    """A value as a state keeps it."""
    kept = value_to_json(value)
    if isinstance(kept, list):
        return [*kept]
    return {**kept} if isinstance(kept, dict) else kept


def confirmed(state: State, sheet: Sheet, question: Question, value: Value, context: Context) -> Step:
    """The suspected major hazard is real; a colleague may have answered meanwhile."""
    if rivalled(state, sheet, question):
        return pick(state, sheet, question, value, context)
    return record(state, sheet, question, value, context)


def record(
    state: State, sheet: Sheet, question: Question, value: Value, context: Context, say: Line | None = None
) -> Step:
    """The answer is saved, and the conversation goes on to what it asks for."""
    after, events = recording.answered(sheet, question, value, trail.shown_at(state))
    undo = question.id if say else None
    return Step(settled(state, after, question, context, undo=undo), events, say=say)


def take_over(state: State, sheet: Sheet, question: Question, found: Offer, context: Context) -> Step:
    """What stands from before is the answer, unless a colleague has answered since the question was drawn."""
    if rivalled(state, sheet, question):
        return pick(state, sheet, question, found.value, context)
    shown = trail.shown_at(state)
    after, events = recording.answered(sheet, question, found.value, shown, found.carried, found.since)
    return Step(settled(state, after, question, context), events)


def settled(
    state: State, sheet: Sheet, question: Question, context: Context, undo: str | None = None
) -> State:
    """Where an answered question leads: the hazard card, the photo card, or on."""
    if sheet.bad(question):
        return trail.moved(state, "bad", q=question.id)
    if sheet.asks_photo(question):
        return trail.moved(state, "photo", q=question.id, undo=undo)
    return trail.onward(state, sheet, question, context, undo=undo)


def problem_line(problem: Problem, today: date) -> Line:
    """Why a value cannot be the answer, days with their year."""
    args: dict[str, Argument] = {
        name: on_day(value, today) if isinstance(value, date) else value
        for name, value in problem.args.items()
    }
    return Line(problem.line, args)


def answer_words(question: Question, value: Value, today: date) -> Line | Words:
    """An answer as people read it."""
    if isinstance(value, Decimal):
        return Line("number", {"value": value, "unit": question.unit or GAP})
    if isinstance(value, date):
        return on_day(value, today)
    if isinstance(value, time):
        return Line("clock", {"time": f"{value:%H:%M}"})
    if isinstance(value, Location | NotApplicable):
        return place_words(value) if isinstance(value, Location) else na_words(question, value)
    if isinstance(value, tuple) and question.kind in ATTACHED:
        return sent_words(question, value)
    chosen = value if isinstance(value, tuple) else (value,)
    labels = [option.label for option in map(question.option, chosen) if option]
    return listed(labels) if labels else Line("typed", {"text": str(value)})


def na_words(question: Question, value: NotApplicable) -> Line:
    """`不适用（本单位没有）`: that it does not apply, and why."""
    usual = question.na_reason(value.reason)
    why: Argument = usual.label if usual is not None else value.reason
    return Line("answer-na", {"reason": why})


def bare_words(question: Question, value: Value, today: date) -> Argument:
    """An answer inside a sentence that puts it in quotes: typed words without their own."""
    said = answer_words(question, value, today)
    return str(value) if isinstance(said, Line) and said.id == "typed" else said


def sent_words(question: Question, sent: tuple[str, ...]) -> Line | Words:
    """Photos by their number, files by their names."""
    if question.kind is QuestionKind.PHOTO:
        return Line("answer-photos", {"n": len(sent)})
    return listed([Line("typed", {"text": name}) for name in sent])


def place_words(place: Location) -> Line:
    """A place as coordinates that any map understands, with how sure the phone was."""
    return Line(
        "answer-place",
        {
            "address": place.address,
            "named": "yes" if place.address else "no",
            "lat": Decimal(f"{place.lat:.5f}"),
            "lon": Decimal(f"{place.lon:.5f}"),
            "accuracy": place.accuracy or 0,
            "live": "yes" if place.live else "no",
        },
    )


def kept_value(state: State, question: Question) -> Value | None:
    """The value that waits for confirmation."""
    try:
        return value_from_json(question, _plain(state.data.get("value")))
    except (ValueError, InvalidOperation):
        return None


def _plain(kept: Json) -> JsonValue:
    """What a state keeps, without what no answer holds: things within things."""
    if isinstance(kept, list):
        return [str(one) for one in kept]
    if isinstance(kept, dict):
        return {name: one for name, one in kept.items() if not isinstance(one, list | dict)}
    return kept
