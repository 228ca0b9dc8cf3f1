"""A warning at an enterprise: confirmed with one tap, and, for who likes, what was done, in words or photos."""

from checklists.words import Words
from dialogs.cards import GAP, button
from dialogs.context import Context
from dialogs.talk import Argument, Input, Line, Opened, Screen, SentPhoto, State, Step, Tapped, Wrote
from dialogs.warnings import enclosing
from dialogs.warnings.letter import CARD, CONFIRM, FLOW, body, heading
from safety.errors import Refusal
from safety.events_hazards import Picture
from safety.events_warnings import WarningAnswered, WarningConfirmed
from safety.people import Right
from safety.warnings import LONGEST_ANSWER, OWN, Received


def step(state: State, told: Input, context: Context) -> Step | None:
    """Confirm from the letter, or from the card once it can be read; words and photos say what was done."""
    if isinstance(told, Opened):
        return _confirmed(str(state.data.get("number", "")), context)
    if isinstance(told, Wrote) and not told.edited and state.at == CARD:
        one = received_of(state, context)
        return _answered(one, WarningAnswered(one.warned.number, told.text.strip()[:LONGEST_ANSWER]))
    if isinstance(told, SentPhoto) and state.at == CARD:
        one = received_of(state, context)
        picture = Picture(told.file, told.unique, told.size, told.caption)
        return _answered(one, WarningAnswered(one.warned.number, told.caption[:LONGEST_ANSWER], (picture,)))
    return _tapped(state, told.option, context) if isinstance(told, Tapped) else None


def _confirmed(number: str, context: Context) -> Step:
    """One tap; a second one, or a colleague's, changes nothing."""
    one = context.ledger.warnings().received(number)
    if one is None:
        raise Refusal("warning-gone")
    card = State(FLOW, CARD, {"number": number})
    if one.confirmed_at is not None or not one.warned.stage.confirmed:
        return Step(card)
    return Step(card, (WarningConfirmed(number),), say=Line("warning-confirmed-now"))


def _answered(one: Received, event: WarningAnswered) -> Step:
    return Step(State(FLOW, CARD, {"number": one.warned.number}), (event,), say=Line("warning-answer-kept"))


def _tapped(state: State, option: str, context: Context) -> Step | None:
    if option == "e":
        return Step(State("menu"))
    if state.at == "":
        standing = context.ledger.warnings().holding()
        place = int(option[1:]) if option[:1] == "a" and option[1:].isdigit() else len(standing)
        if place >= len(standing):
            return None
        return Step(State(FLOW, CARD, {"number": standing[place].warned.number}))
    one = received_of(state, context)
    return Step(State(FLOW)) if option == "b" else _on_card(state, one, option, context)


def _on_card(state: State, one: Received, option: str, context: Context) -> Step | None:
    if option == "y":
        return _confirmed(one.warned.number, context)
    if option == "d":
        said = Line("warning-done-words")
        return Step(state, (WarningAnswered(one.warned.number),), say=said)
    return enclosing.wanted(state, one.warned) if option == "f" else None


def received_of(state: State, context: Context) -> Received:
    """The warning that a state names. Refusal when the actor's enterprises never got it."""
    one = context.ledger.warnings().received(str(state.data.get("number", "")))
    if one is None:
        raise Refusal("warning-gone")
    return one


def show(state: State, context: Context) -> Screen:
    """What holds now, or one warning with what was said about it."""
    context.need(Right.CONFIRM_WARNING)
    if state.at not in {CARD, CONFIRM}:
        return _list(context)
    return _card(received_of(state, context), context)


def _list(context: Context) -> Screen:
    standing = context.ledger.warnings().holding()[:5]
    lines: list[Line | Words] = [Line("warnings-holding", {"n": len(standing)})]
    for number, one in enumerate(standing, 1):
        warned = one.warned
        what = heading(warned.title, warned.level, warned.stage, own=warned.template == OWN)
        state = "yes" if one.confirmed_at is not None else "no"
        lines.append(
            Line("warning-mine", {"n": number, "what": what, "until": warned.valid_to, "confirmed": state})
        )
    row = tuple(button("item-number", f"a{place}", n=place + 1) for place in range(len(standing)))
    return Screen(lines, (*((row,) if row else ()), (button("to-menu", "e"),)))


def _card(one: Received, context: Context) -> Screen:
    warned = one.warned
    head = heading(warned.title, warned.level, warned.stage, own=warned.template == OWN)
    file, see = enclosing.of_warning(warned), enclosing.to_file(warned)
    lines: list[Line | Words] = [head, *body(warned.lines), *file, GAP, *_standing(one, context)]
    if one.answered:
        lines.append(Line("warning-your-answer", {"words": one.answer or "none"}))
    if one.photos:
        lines.append(Line("warning-your-photos", {"n": one.photos}))
    if not warned.holds(context.now):
        return Screen(lines, ((*see, button("back", "b"), button("to-menu", "e")),))
    lines += [GAP, Line("warning-answer-hint")]
    open_ = one.confirmed_at is None and warned.stage.confirmed
    own = [("warning-confirm", "y")] if open_ else []
    own += [("warning-all-done", "d")] if not one.answered else []
    rows = tuple((button(label, option),) for label, option in own)
    return Screen(lines, (*rows, (*see, button("back", "b"), button("to-menu", "e"))))


def _standing(one: Received, context: Context) -> list[Line | Words]:
    """Who confirmed for the enterprise, and whether it still holds."""
    lines: list[Line | Words] = []
    if one.confirmed_at is not None:
        by: dict[str, Argument] = {
            "person": one.confirmed_by,
            "time": one.confirmed_at,
            "enterprise": one.enterprise,
        }
        lines.append(Line("warning-confirmed-by", by))
    if one.warned.stage.confirmed and not one.warned.holds(context.now):
        lines.append(Line("warning-no-longer", {"by": one.warned.by or "none"}))
    return lines


def accepts(state: State) -> Line:
    """What can be sent here."""
    return Line("warning-answer-hint") if state.at == CARD else Line("accepts-buttons")
