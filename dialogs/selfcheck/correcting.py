"""A correction (更正) after submission: why, which questions, what has changed, and the new version that is submitted."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Protocol

from checklists.answers import Answer
from checklists.period import due_of
from checklists.reading.pointing import pointed, read_numbers
from checklists.schema import Checklist, Question
from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, button
from dialogs.context import Context
from dialogs.selfcheck import changes, recording, trail
from dialogs.selfcheck.sheet import Sheet
from dialogs.talk import Json, Line, Screen, State, Step, Wrote
from safety.checks import CheckKey, Return
from safety.errors import Refusal
from safety.events import AnswersReopened, CheckCorrected, CorrectionBegun, CorrectionDropped
from safety.people import Right

REASONS = {"mistake": "fix-mistake", "missed": "fix-missed", "again": "fix-again"}  # with their buttons
PICKED = 4  # questions on a page
LONGEST = 200  # characters of a reason
INSTEAD = frozenset({"review", "zero", "receipt", "fixwhy", "returned", "parts", "part", "hand", "newer"})
AFTER = frozenset({"fixwhy", "fixpick", "returned"})  # steps of a check that is submitted


def last_day(key: CheckKey, context: Context) -> date:
    """Until when an enterprise may correct by itself."""
    return due_of(key.period) + timedelta(days=context.ledger.rules().defaults.correction.days_after_period)


def allowed(sheet: Sheet, context: Context) -> bool:
    """Whether this person may correct this check now without being asked to."""
    return context.actor.may(Right.SUBMIT_CHECK) and context.today <= last_day(sheet.key, context)


def possible(sheet: Sheet, context: Context) -> bool:
    """Whether there is a way to a correction: in time, or wanted by a supervisor."""
    if not context.actor.may(Right.SUBMIT_CHECK):
        return False
    return allowed(sheet, context) or wanted(sheet.key, context) is not None


def wanted(key: CheckKey, context: Context) -> Return | None:
    """What a supervisor wants corrected in the newest version."""
    versions = context.ledger.versions(key)
    return versions[-1].returned if versions else None


def standing(state: State, sheet: Sheet) -> State:
    """Where a state really stands in a check that was submitted: what belongs to a draft is the correction instead."""
    if sheet.correcting is None:
        return state
    if state.at == "bad" and not sheet.bad(sheet.question(state.data.get("q"))):
        return trail.moved(state, "ask", q=state.data.get("q"))
    return trail.moved(state, "fix") if state.at in INSTEAD else state


# --- why ----------------------------------------------------------------------------------------------------------


def begin(state: State, sheet: Sheet, context: Context) -> Step:
    """From the receipt: what a supervisor meant, else the reason comes first."""
    if sheet.correcting is not None:
        return Step(trail.moved(state, "fix"))
    if wanted(sheet.key, context) is not None:
        return Step(trail.moved(state, "returned"))
    if not allowed(sheet, context):
        raise Refusal("fix-too-late")
    return Step(trail.moved(state, "fixwhy"))


def show_why(_state: State, sheet: Sheet, _context: Context) -> Screen:
    rows = tuple((button(label, f"r{place}"),) for place, label in enumerate(REASONS.values()))
    lines = (Line("fix-why", {"form": sheet.form.title}),)
    return Screen(lines, (*rows, (button("back", "b"),)))


def tapped_why(state: State, option: str, _sheet: Sheet, _context: Context) -> Step | None:
    if option == "b":
        return Step(trail.moved(state, "receipt"))
    place = cards.index_in("r", option, len(REASONS))
    return _because(state, [*REASONS][place]) if place is not None else None


def _because(state: State, reason: str) -> Step | None:
    picked = state.data.get("picked")
    return Step(trail.moved(state, "fixpick", reason=reason, picked=picked)) if reason else None


def because(reason: str) -> Line:
    """A reason in words: one of the usual ones, or as it was typed."""
    return Line("reason", {"reason": reason})


def wrote(state: State, told: Wrote, sheet: Sheet) -> Step | None:
    """A reason in one's own words; numbers of questions where questions are picked."""
    if told.edited:
        return None
    if state.at == "fixwhy":
        return _why(state, told.text, sheet)
    return numbered(state, told.text, sheet.asked()) if state.at == "fixpick" else None


def _why(state: State, text: str, sheet: Sheet) -> Step | None:
    """A reason; a question that it names is chosen at once, and only named (`改第7题`) it is no reason yet."""
    one = pointed(text)
    if one is None or not 0 < one.number <= len(sheet.asked()):
        return _because(state, text.strip()[:LONGEST])
    chosen = trail.changed(state, picked=[sheet.asked()[one.number - 1].id])
    if one.words or one.slip:
        return _because(chosen, text.strip()[:LONGEST])
    return Step(chosen, say=Line("point-correct", {"n": one.number}))


def numbered(state: State, text: str, asked: Sequence[Question]) -> Step | None:
    """Questions picked by their numbers, on this page or another; a sentence that holds a number picks nothing."""
    meant = [asked[number - 1].id for number in read_numbers(text) if 0 < number <= len(asked)]
    if not meant:
        return None
    picked = _toggled(_picked(state), list(dict.fromkeys(meant)))
    return Step(State(state.flow, state.at, {**state.data, "picked": picked}))


# --- which --------------------------------------------------------------------------------------------------------


def show_pick(state: State, sheet: Sheet, _context: Context) -> Screen:
    """The questions with their answers, to be ticked."""
    asked = sheet.asked()
    return pick_screen(Line("fix-pick", {"n": len(_picked(state))}), asked, sheet, state)


class Answered(Protocol):
    """Something with a form and answers: a self-check, or one that was submitted."""

    @property
    def form(self) -> Checklist: ...
    @property
    def answers(self) -> Mapping[str, Answer]: ...
    @property
    def today(self) -> date: ...


def pick_screen(title: Line, asked: Sequence[Question], sheet: Answered, state: State) -> Screen:
    """A page of questions with a tick for those that are chosen."""
    offset, picked = cards.offset_of(state, len(asked)), _picked(state)
    shown = asked[offset : offset + PICKED]
    lines: list[Line | Words] = [title, GAP]
    lines += [
        changes.answered(sheet.form, sheet.answers, one, offset + n, sheet.today)
        for n, one in enumerate(shown, 1)
    ]
    ticks = cards.choices(
        [Words(str(offset + n), str(offset + n)) for n in range(1, len(shown) + 1)],
        [n for n, one in enumerate(shown) if one.id in picked],
        PICKED,
        "u",
    )
    paging = cards.list_rows(len(shown), offset, len(asked))[1:]
    done = (button("done", "ok"),) if picked else ()
    return Screen(lines, (*ticks, *paging, (button("back", "b"), *done)))


def ticked(state: State, option: str, asked: Sequence[Question]) -> State | None:
    """The state after a tick or a turned page; None when it was neither."""
    offset = cards.offset_of(state, len(asked))
    turned = cards.turned(option, offset, len(asked), PICKED)
    if turned is not None:
        return State(state.flow, state.at, {**state.data, "offset": turned})
    place = cards.index_in("u", option, min(PICKED, len(asked) - offset))
    if place is None:
        return None
    picked = _toggled(_picked(state), [asked[offset + place].id])
    return State(state.flow, state.at, {**state.data, "picked": picked})


def _toggled(picked: Sequence[str], more: Sequence[str]) -> list[Json]:
    return [*(one for one in picked if one not in more), *(one for one in more if one not in picked)]


def _picked(state: State) -> tuple[str, ...]:
    kept = state.data.get("picked")
    return tuple(str(one) for one in kept) if isinstance(kept, list) else ()


def chosen(state: State, asked: Sequence[Question]) -> tuple[str, ...]:
    """The questions that are ticked, in the form's order."""
    picked = _picked(state)
    return tuple(one.id for one in asked if one.id in picked)


def tapped_pick(state: State, option: str, sheet: Sheet, context: Context) -> Step | None:
    moved = ticked(state, option, sheet.asked())
    if moved is not None:
        return Step(moved)
    if option == "b":
        return Step(trail.moved(state, "fix" if sheet.correcting else "fixwhy"))
    questions = chosen(state, sheet.asked())
    if option != "ok" or not questions:
        return None
    if sheet.correcting is not None:
        return _asking(state, questions, sheet, context, AnswersReopened(sheet.key, questions))
    reason = str(state.data.get("reason", ""))
    if not allowed(sheet, context):
        raise Refusal("fix-too-late")
    if not reason:
        return Step(trail.moved(state, "fixwhy"))
    return _asking(state, questions, sheet, context, CorrectionBegun(sheet.key, reason, questions))


def _asking(
    state: State,
    questions: Sequence[str],
    sheet: Sheet,
    context: Context,
    event: CorrectionBegun | AnswersReopened,
) -> Step:
    first = sheet.question(questions[0])
    return Step(trail.asking(trail.begin(trail.key_of(state)), first, context), (event,))


# --- returned -----------------------------------------------------------------------------------------------------


def show_returned(_state: State, sheet: Sheet, context: Context) -> Screen:
    """What a supervisor gave back, why, and which questions are meant."""
    returned = wanted(sheet.key, context)
    if returned is None:
        return Screen((Line("return-answered"),), ((button("to-menu", "e"),),))
    meant = changes.in_order(sheet.form, returned.questions)
    lines: list[Line | Words] = [
        Line("returned-title", {"form": sheet.form.title}),
        Line(
            "returned-why", {"person": returned.by, "time": returned.at, "reason": because(returned.reason)}
        ),
        GAP,
        *(
            changes.answered(sheet.form, sheet.answers, one, sheet.number(one.id), sheet.today)
            for one in meant
        ),
    ]
    return Screen(lines, ((button("returned-begin", "ok"), button("to-menu", "e")),))


def tapped_returned(state: State, option: str, sheet: Sheet, context: Context) -> Step | None:
    if option == "e":
        return Step(State("menu"))
    returned = wanted(sheet.key, context)
    if option != "ok" or returned is None:
        return None
    context.need(Right.SUBMIT_CHECK)
    meant = tuple(one for one in returned.questions if one in sheet.form.places)
    event = CorrectionBegun(sheet.key, returned.reason, meant, returned=True)
    return _asking(state, meant, sheet, context, event)


# --- the correction itself ----------------------------------------------------------------------------------------


def show(_state: State, sheet: Sheet, _context: Context) -> Screen:
    """What has changed so far, and what is left to do."""
    correction = sheet.correcting
    if correction is None or sheet.version is None:
        raise Refusal("fix-gone")
    open_ = _open(sheet)
    lines: list[Line | Words] = [
        Line("fix-title", {"form": sheet.form.title}),
        Line(
            "fix-because",
            {"reason": because(correction.reason), "returned": "yes" if correction.returned else "no"},
        ),
        GAP,
        *changes.between(sheet, sheet.version.answers),
    ]
    lines += [Line("fix-left", {"n": len(open_)})] if open_ else []
    way = button("complete", "c", n=len(open_)) if open_ else button("fix-submit", "ok")
    more = () if correction.returned else (button("fix-more", "p"),)
    return Screen(lines, ((way,), (*more, button("fix-drop", "x")), (button("to-menu", "e"),)))


def _open(sheet: Sheet) -> list[Question]:
    """What has to be answered or confirmed before the correction can be submitted."""
    waiting = {one.id for one in sheet.review().blocking}
    return [one for one in sheet.asked() if one.id in waiting or sheet.answer(one).to_confirm]


def tapped(state: State, option: str, sheet: Sheet, context: Context) -> Step | None:
    """Go on, take more questions in, give it up, submit."""
    open_ = _open(sheet)
    if option == "e":
        return Step(State("menu"))
    if option == "c" and open_:
        return Step(trail.asking(trail.begin(sheet.key), open_[0], context))
    if option == "p" and sheet.correcting is not None and not sheet.correcting.returned:
        return Step(trail.moved(state, "fixpick"))
    if option == "x":
        return Step(trail.moved(state, "fixdrop"))
    return _submit(state, sheet, context) if option == "ok" and not open_ else None


def _submit(state: State, sheet: Sheet, context: Context) -> Step:
    context.need(Right.SUBMIT_CHECK)
    correction, last = sheet.correcting, sheet.version
    if correction is None or last is None:
        raise Refusal("fix-gone")
    if not correction.returned and not changes.any_between(last.answers, sheet.answers):
        return Step(state, say=Line("fix-nothing"))
    score = sheet.score()
    event = CheckCorrected(
        sheet.key,
        correction.reason,
        score.points,
        score.passed,
        score.asked,
        score.bad,
        zero=last.zero and score.bad == 0,
        result=score.to_json(),
    )
    events = (*recording.hazards_of_correction(sheet, correction.reason), event)
    return Step(trail.moved(state, "receipt"), events)


def show_drop(_state: State, _sheet: Sheet, _context: Context) -> Screen:
    return Screen((Line("fix-drop-sure"),), ((button("fix-drop-yes", "ok"), button("back", "b")),))


def tapped_drop(state: State, option: str, sheet: Sheet, context: Context) -> Step | None:
    if option == "b":
        return Step(trail.moved(state, "fix"))
    if option != "ok":
        return None
    context.need(Right.SUBMIT_CHECK)
    events = (*recording.hazards_of_drop(sheet), CorrectionDropped(sheet.key))
    return Step(trail.moved(state, "receipt"), events, say=Line("fix-dropped"))
