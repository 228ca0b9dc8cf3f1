"""The zero report (零报告): that nothing was found is declared on a screen of its own and signed with a second, other button."""

from checklists.walk import is_open
from checklists.words import Words
from dialogs.cards import GAP, button
from dialogs.context import Context
from dialogs.selfcheck import submitting, trail
from dialogs.selfcheck.sheet import Sheet
from dialogs.talk import Argument, Line, Screen, State, Step
from safety.people import Right


def show(_state: State, sheet: Sheet, context: Context) -> Screen:
    """What is declared, by whom, for which enterprise. The button to sign stands where no button stood before."""
    seat = context.actor.seat
    who: dict[str, Argument] = {
        "person": context.actor.name,
        "role": Line("role", {"role": seat.role.value if seat else ""}),
        "place": context.ledger.enterprise().name,
    }
    lines: list[Line | Words] = [
        Line("zero-title", {"form": sheet.form.title}),
        GAP,
        declared(sheet),
        Line("zero-who", who),
        Line("zero-when", {"time": context.now}),
        GAP,
        Line("zero-unsure"),
    ]
    return Screen(lines, ((button("zero-sign", "z"),), (button("zero-back", "b"),)))


def declared(sheet: Sheet) -> Line:
    """The sentence that is signed: so many points looked at, and, if there are any, so many that do not apply or were passed over."""
    looked, aside, left = counts(sheet)
    return Line("zero-declared", {"n": looked, "aside": aside, "left": left})


def counts(sheet: Sheet) -> tuple[int, int, int]:
    """How many of the questions asked were answered, do not apply, were not answered."""
    asked = sheet.asked()
    left = sum(is_open(sheet.answers.get(one.id)) or sheet.answer(one).skipped for one in asked)
    aside = sum(sheet.answer(one).not_applicable for one in asked)
    return len(asked) - left - aside, aside, left


def tapped(state: State, option: str, sheet: Sheet, context: Context) -> Step | None:
    """Sign, or go back to the review; back as well when somebody has found something or opened a question since."""
    if option == "b":
        return Step(trail.moved(state, "review"))
    if option != "z":
        return None
    context.need(Right.SUBMIT_CHECK)
    if sheet.review().blocking or sheet.score().bad:
        return Step(trail.moved(state, "review"), say=Line("zero-changed"))
    return submitting.submit(state, sheet, context, zero=True)
