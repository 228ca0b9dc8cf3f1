"""What a sender sees afterwards: the list of warnings, the count of one, who has not confirmed, what was answered."""

from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, PAGE, Row, button
from dialogs.context import Context
from dialogs.talk import Button, Line, Screen, State, Step
from dialogs.warnings import composing, enclosing
from dialogs.warnings.draft import Draft, lines_of
from dialogs.warnings.letter import CARD, FLOW, MISSING, body, count, heading
from safety.errors import Refusal
from safety.warnings import OWN, Answer, Missing, Stage, Warned

ANSWERS, TEXT = "answers", "text"


def step(state: State, option: str, context: Context) -> Step | None:
    """A tap on one of the screens."""
    if state.at == "":
        return _on_list(state, option, context)
    warned = warned_of(state, context)
    if state.at == CARD:
        return _on_card(warned, option, context)
    if option == "b":
        return Step(_at(CARD, warned))
    if state.at == TEXT and option == "f":
        return enclosing.wanted(state, warned)
    total = _total(state, warned, context)
    turned = cards.turned(option, cards.offset_of(state, total), total)
    return (
        None if turned is None else Step(State(FLOW, state.at, {"number": warned.number, "offset": turned}))
    )


def warned_of(state: State, context: Context) -> Warned:
    """The warning that a state names; without a number the one sent last. Refusal outside the scope."""
    number = str(state.data.get("number", ""))
    warnings = context.ledger.warnings()
    found = warnings.one(number) if number else warnings.last()
    if found is None:
        raise Refusal("warning-gone")
    return found


def _at(at: str, warned: Warned) -> State:
    return State(FLOW, at, {"number": warned.number})


def _total(state: State, warned: Warned, context: Context) -> int:
    tallied = context.ledger.warnings().tallied(warned.number)
    return tallied.missing if state.at == MISSING else tallied.answered


def _on_list(state: State, option: str, context: Context) -> Step | None:
    if option == "n":
        return Step(State(FLOW, composing.PICK))
    if option == "e":
        return Step(State("menu"))
    warnings = context.ledger.warnings()
    total = warnings.count_listed()
    offset = cards.offset_of(state, total)
    turned = cards.turned(option, offset, total)
    if turned is not None:
        return Step(State(FLOW, "", {"offset": turned}))
    place = cards.index_in("a", option, PAGE)
    shown = warnings.listed(offset=offset, limit=PAGE) if place is not None else ()
    return Step(_at(CARD, shown[place])) if place is not None and place < len(shown) else None


def _on_card(warned: Warned, option: str, context: Context) -> Step | None:
    if option == "r":
        return Step(_at(CARD, warned), toast=Line("warning-fresh"))
    if option in {"m", "v", "t"}:
        return Step(_at({"m": MISSING, "v": ANSWERS, "t": TEXT}[option], warned))
    if option == "b":
        return Step(State(FLOW))
    if option == "e":
        return Step(State("menu"))
    if option not in {"u", "c"} or not _open(warned, context):
        return None
    return _following(warned, Stage.UPDATE if option == "u" else Stage.CLEAR, context)


def _following(warned: Warned, stage: Stage, context: Context) -> Step:
    """An update is written; an all-clear has its words in the template, where there is one."""
    draft = Draft(warned.template, warned.level, stage=stage, follows=warned.number)
    prepared = stage is Stage.CLEAR and lines_of(draft, context)
    return Step(draft.state(composing.SURE if prepared else composing.WRITE))


def _open(warned: Warned, context: Context) -> bool:
    ends = warned.ended is None and warned.stage.confirmed
    return ends and context.ledger.warnings().may_end(warned.number)


# --- what is seen -------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen:
    """Draw one of the screens."""
    if state.at == "":
        return _list(state, context)
    warned = warned_of(state, context)
    if state.at == TEXT:
        own = warned.template == OWN
        head = heading(warned.title, warned.level, warned.stage, own=own)
        said = (head, *body(warned.lines), *enclosing.of_warning(warned))
        return Screen(said, ((*enclosing.to_file(warned), button("back", "b")),))
    if state.at == CARD:
        return _card(warned, context)
    return _page(state, warned, context)


def _list(state: State, context: Context) -> Screen:
    warnings = context.ledger.warnings()
    total = warnings.count_listed()
    offset = cards.offset_of(state, total)
    shown = warnings.listed(offset=offset, limit=PAGE)
    lines: list[Line | Words] = [Line("warnings-title"), *(() if shown else (Line("warnings-none"),))]
    lines += [_item(number, one, context) for number, one in enumerate(shown, offset + 1)]
    rows = cards.list_rows(len(shown), offset, total)
    return Screen(lines, (*rows, (button("warning-new", "n"), button("to-menu", "e"))))


def _item(number: int, one: Warned, context: Context) -> Line:
    return Line("warning-item", {
        "n": number,
        "what": heading(one.title, one.level, one.stage, own=one.template == OWN),
        "time": one.issued_at,
        "place": one.place,
        "state": "clear" if not one.stage.confirmed else "on" if one.holds(context.now) else "over",
    })  # fmt: skip


def _card(warned: Warned, context: Context) -> Screen:
    tallied = context.ledger.warnings().tallied(warned.number)
    lines = [*count(warned, tallied), GAP, _standing(warned, context)]
    first: list[Button] = [button("warning-refresh", "r"), button("warning-text", "t")]
    if warned.stage.confirmed and tallied.missing:
        first.append(button("warning-to-missing", "m", n=tallied.missing))
    second: list[Button] = [button("warning-answers", "v", n=tallied.answered)] if tallied.answered else []
    if _open(warned, context):
        second += [button("warning-update", "u"), button("warning-clear", "c")]
    rows: tuple[Row, ...] = (
        tuple(first),
        tuple(second),
        (button("back-to-list", "b"), button("to-menu", "e")),
    )
    return Screen(lines, tuple(row for row in rows if row))


def _standing(warned: Warned, context: Context) -> Line:
    ended = "by" if warned.by else "no"
    over = "yes" if context.now >= warned.valid_to else "no"
    return Line("warning-standing", {
        "person": warned.person, "place": warned.place, "time": warned.issued_at, "until": warned.valid_to,
        "ended": ended, "by": warned.by or "none", "over": over, "follows": warned.follows or "none",
    })  # fmt: skip


def _page(state: State, warned: Warned, context: Context) -> Screen:
    warnings, total = context.ledger.warnings(), _total(state, warned, context)
    offset = cards.offset_of(state, total)
    if state.at == MISSING:
        title = Line("warning-missing", {"n": total})
        found = warnings.missing(warned.number, offset=offset, limit=PAGE)
        lines: list[Line | Words] = [_absent(number, one) for number, one in enumerate(found, offset + 1)]
    else:
        title = Line("warning-answered", {"n": total})
        said = warnings.answers(warned.number, offset=offset, limit=PAGE)
        lines = [_said(number, one) for number, one in enumerate(said, offset + 1)]
    paging = cards.list_rows(len(lines), offset, total)[1:] if lines else ()
    return Screen((title, *lines), (*paging, (button("back", "b"),)))


def _absent(number: int, one: Missing) -> Line:
    step = "silent" if one.silent else one.step.value
    return Line("warning-absent", {
        "n": number, "enterprise": one.enterprise, "town": one.town, "person": one.person or "—",
        "phone": one.phone or "—", "step": step,
    }, about=one.about)  # fmt: skip


def _said(number: int, one: Answer) -> Line:
    return Line("warning-said", {
        "n": number, "enterprise": one.enterprise, "person": one.person, "words": one.words or "none",
        "photos": one.photos, "time": one.at,
    })  # fmt: skip
