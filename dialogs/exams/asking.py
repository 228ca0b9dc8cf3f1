"""Writing a paper: one question on one screen, marks, what is still open, and handing in."""

from checklists.bank import ExamKind
from checklists.reading.lettered import Errand, errand, letters, truth
from checklists.reading.wishes import names_question
from checklists.reading.wishes import place as place_in
from checklists.words import Words
from dialogs.cards import GAP, Row, button, index_in, number_after
from dialogs.context import Context
from dialogs.exams.wording import choice_buttons, choice_lines, left
from dialogs.talk import Argument, Json, Line, Screen, State, Step
from safety.events_exams import ExamAnswered, ExamHandedIn, ExamMarked
from safety.exams import Asked, Said, Sitting
from safety.mistakes import refresher_at

FLOW, ASK, REVIEW, SURE = "exam", "ask", "review", "sure"
STEPS = frozenset({ASK, REVIEW, SURE})
BUTTONS = 8
SHOWN = 5  # questions that the review leads to at once


def at(place: int, *, review: bool = False) -> State:
    """At one question; `review`: it was looked up from the review, and leads back there."""
    data: dict[str, Json] = {"place": place}
    return State(FLOW, ASK, {**data, "review": True} if review else data)


def going_on(sitting: Sitting) -> State:
    """Where writing goes on: the first question that is open, or the review."""
    return at(sitting.open[0]) if sitting.open else State(FLOW, REVIEW)


def place_of(state: State, sitting: Sitting) -> int:
    kept = state.data.get("place")
    return kept if isinstance(kept, int) and 0 <= kept < len(sitting.asked) else 0


def hand_in(sitting: Sitting, context: Context, say: Line | None = None) -> Step:
    """Hand in what is there and show what it came to."""
    rules, calendar = context.ledger.rules().exams, context.ledger.calendar()
    event = ExamHandedIn(sitting.exam, refresher_at(context.now, context.now, rules, calendar))
    return Step(State(FLOW, "result", {"exam": sitting.exam}), (event,), say=say)


def step(state: State, option: str, sitting: Sitting, context: Context) -> Step | None:
    """What a button does while the paper is written."""
    if state.at == SURE:
        return (
            hand_in(sitting, context)
            if option == "y"
            else Step(State(FLOW, REVIEW))
            if option == "b"
            else None
        )
    if state.at == REVIEW:
        return _review(option, sitting, context)
    return _asked(state, option, sitting)


def _asked(state: State, option: str, sitting: Sitting) -> Step | None:
    place = place_of(state, sitting)
    if option == "b":
        return Step(at(place - 1)) if place else Step(State(FLOW, REVIEW))
    if option == "n":
        return Step(after(state, sitting))
    if option == "v":
        return Step(State(FLOW, REVIEW))
    if option == "m":
        return Step(state, (ExamMarked(sitting.exam, place, place not in sitting.marked),))
    index = index_in("a", option, len(sitting.asked[place].choices))
    return None if index is None else _chosen(state, sitting, index)


def after(state: State, sitting: Sitting) -> State:
    """What comes after a question: the review when it came from there, or when it is the last one."""
    place = place_of(state, sitting) + 1
    last = place >= len(sitting.asked) or bool(state.data.get("review"))
    return State(FLOW, REVIEW) if last else at(place)


def _chosen(state: State, sitting: Sitting, index: int) -> Step:
    """One answer leads on; where several may be right each tap puts one in or takes it out."""
    place = place_of(state, sitting)
    question, said = sitting.asked[place], sitting.answers.get(place, ())
    one = question.choices[index].id
    if question.kind is not ExamKind.MULTI:
        return _saved(state, sitting, (one,))
    new = tuple(kept for kept in said if kept != one) if one in said else (*said, one)
    return Step(state, (ExamAnswered(sitting.exam, place, tuple(sorted(new))),))


def _saved(state: State, sitting: Sitting, said: Said) -> Step:
    event = ExamAnswered(sitting.exam, place_of(state, sitting), tuple(sorted(said)))
    return Step(after(state, sitting), (event,))


# --- typed --------------------------------------------------------------------------------------------------------


def read(text: str, question: Asked) -> Said | None:
    """The answer that is written, None when it is none. Letters are those on the screen."""
    if question.kind is ExamKind.JUDGE and (said := truth(text)) is not None:
        return (question.choices[0 if said else 1].id,)
    places = letters(text, len(question.choices))
    if places is None or (question.kind is not ExamKind.MULTI and len(places) > 1):
        return None
    return tuple(question.choices[one].id for one in places)


def wrote(state: State, text: str, sitting: Sitting) -> Step | None:
    """An answer, the number of another question, the review, a mark. Several letters stay on the screen to be looked at."""
    place = _named(state, text, sitting)
    if place is not None:
        return Step(at(place, review=state.at != ASK))
    if state.at != ASK:
        return None
    if (wish := errand(text)) is not None:
        return _asked(state, "v" if wish is Errand.REVIEW else "m", sitting)
    question = sitting.asked[place_of(state, sitting)]
    said = read(text, question)
    if said is None:
        return None
    if len(said) == 1:  # as if it was tapped
        return _chosen(state, sitting, [one.id for one in question.choices].index(said[0]))
    return Step(state, (ExamAnswered(sitting.exam, place_of(state, sitting), tuple(sorted(said))),))


def _named(state: State, text: str, sitting: Sitting) -> int | None:
    number = place_in(text)
    meant = names_question(text) or state.at == REVIEW
    return number - 1 if number is not None and meant and 1 <= number <= len(sitting.asked) else None


# --- screens ------------------------------------------------------------------------------------------------------


def show(state: State, sitting: Sitting, context: Context) -> Screen:
    """A question, what is open, or whether to hand in with open questions."""
    if state.at == SURE:
        line = Line("exam-sure", {"n": len(sitting.open)})
        return Screen((line,), ((button("exam-hand-in-so", "y"),), (button("back", "b"),)))
    return _review_screen(sitting, context) if state.at == REVIEW else _question(state, sitting, context)


def _question(state: State, sitting: Sitting, context: Context) -> Screen:
    place = place_of(state, sitting)
    question, chosen = sitting.asked[place], sitting.answers.get(place, ())
    marked = place in sitting.marked
    heading: dict[str, Argument] = {
        "n": place + 1,
        "total": len(sitting.asked),
        "kind": question.kind.value,
        "points": question.points,
        "left": left(sitting, context.now),
        "marked": "yes" if marked else "no",
    }
    lines: list[Line | Words] = [
        Line("exam-question", heading),
        Line("item-text", {"text": question.text}),
        GAP,
        *choice_lines(question.kind, question.choices, chosen),
    ]
    letters_row = choice_buttons(question.kind, question.choices, chosen)
    bottom = _bottom(question, chosen, marked=marked)
    shown = lines if len(lines) > len((heading, question, GAP)) else lines[:2]
    return Screen(shown, (letters_row, bottom[: BUTTONS - len(letters_row)]))


def _bottom(question: Asked, chosen: Said, *, marked: bool) -> Row:
    """Back and on always; the mark and the review where there is room for them (they can be typed as well)."""
    on = button("done", "n") if question.kind is ExamKind.MULTI and chosen else button("next", "n")
    mark = button("exam-unmark" if marked else "exam-mark", "m")
    return (button("back", "b"), on, mark, button("exam-review", "v"))


def _review(option: str, sitting: Sitting, context: Context) -> Step | None:
    if option == "h":
        return Step(State(FLOW, SURE)) if sitting.open else hand_in(sitting, context)
    if option == "b":
        return Step(at(len(sitting.asked) - 1))
    place = number_after("q", option)
    return Step(at(place, review=True)) if place is not None and place < len(sitting.asked) else None


def _review_screen(sitting: Sitting, context: Context) -> Screen:
    """What is open and what is marked, each a button; handing in."""
    figures: dict[str, Argument] = {
        "n": len(sitting.asked) - len(sitting.open),
        "total": len(sitting.asked),
        "left": left(sitting, context.now),
    }
    marked = sorted(sitting.marked)
    lines: list[Line] = [Line("exam-review-title", figures)]
    lines += [Line("exam-open", {"list": _numbers(sitting.open)})] if sitting.open else []
    lines += [Line("exam-marked", {"list": _numbers(marked)})] if marked else []
    lines.append(Line("exam-review-how"))
    wanted = list(dict.fromkeys([*sitting.open, *marked]))[:SHOWN]
    jumps = tuple(button("exam-jump", f"q{n}", n=n + 1) for n in wanted)
    rows = (jumps, (button("exam-hand-in", "h"),), (button("back", "b"),))
    return Screen(lines, tuple(row for row in rows if row))


def _numbers(places: list[int] | tuple[int, ...]) -> str:
    return " ".join(str(one + 1) for one in places)
