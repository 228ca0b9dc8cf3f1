"""Making a warning: a template or words of one's own, level, audience, a look at it, two taps."""

from dataclasses import replace

from checklists.warnings import WarningKind, WarningTemplate
from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, PAGE, Row, button
from dialogs.context import Context
from dialogs.talk import Button, Line, Screen, State, Step
from dialogs.warnings import circling, enclosing
from dialogs.warnings.draft import (
    DANGERS,
    Draft,
    begun,
    draft_of,
    hours_of,
    issued,
    levels_of,
    lines_of,
    title_of,
    typed,
)
from dialogs.warnings.letter import CARD, FLOW, body, heading
from safety.warnings import MOST_LINES, OWN, Stage

HOUR = 60  # minutes
PICK, WRITE, MAKE, SURE = "pick", "write", "make", "sure"
ENCLOSES = frozenset({WRITE, MAKE})  # where a photo or PDF is taken
STEPS = frozenset({PICK, WRITE, MAKE, SURE, *circling.STEPS})


def fresh() -> Draft:
    """Words of one's own, to everybody."""
    return Draft(OWN, DANGERS[0])


def step(state: State, option: str, context: Context) -> Step | None:
    """A tap on one of the screens."""
    if state.at in circling.STEPS:
        return circling.step(state, option, context)
    steps = {PICK: _picked, WRITE: _back_from_writing, MAKE: _made, SURE: _sure}
    return steps[state.at](state, option, context)


def wrote(state: State, text: str, _context: Context) -> Step | None:
    """Words of one's own, where they are asked for."""
    if state.at != WRITE:
        return None
    draft = typed(draft_of(state), text)
    if draft is None:
        return Step(state, say=Line("warning-empty"))
    return Step(draft.state(MAKE))


def _templates(context: Context) -> list[WarningTemplate]:
    order = list(WarningKind)
    every = context.ledger.warnings().templates().values()
    return sorted(every, key=lambda one: (order.index(one.kind), one.id))


def _picked(state: State, option: str, context: Context) -> Step | None:
    every = _templates(context)
    offset = cards.offset_of(state, len(every))
    turned = cards.turned(option, offset, len(every))
    if turned is not None:
        return Step(State(FLOW, PICK, {**state.data, "offset": turned}))
    circle = draft_of(state).circle  # of a group that was chosen before
    place = cards.index_in("a", option, min(PAGE, len(every) - offset))
    if place is not None:
        made = begun(every[offset + place])
        return Step((replace(made, circle=circle) if circle.query.active else made).state(MAKE))
    if option == "o":
        return Step(replace(fresh(), circle=circle).state(WRITE))
    return Step(State(FLOW)) if option == "b" else None


def _back_from_writing(state: State, option: str, context: Context) -> Step | None:
    draft = draft_of(state)
    if option != "b":
        return None
    return Step(draft.state(MAKE) if lines_of(draft, context) else _left(draft))


def _left(draft: Draft) -> State:
    """Where one goes when nothing is sent."""
    return State(FLOW, CARD, {"number": draft.follows}) if draft.follows else State(FLOW, PICK)


def _made(state: State, option: str, context: Context) -> Step | None:
    draft, rules = draft_of(state), context.ledger.rules().warnings
    levels = levels_of(draft, context)
    level = cards.index_in("l", option, len(levels))
    if level is not None:
        return Step(replace(draft, level=levels[level]).state(MAKE))
    hours = cards.index_in("h", option, len(rules.hours))
    if hours is not None:
        return Step(replace(draft, hours=rules.hours[hours]).state(MAKE))
    if option == "s":
        return _to_last_look(draft, context)
    ways = {"x": draft.state(WRITE), "n": enclosing.without(draft).state(MAKE), "b": _left(draft)}
    if not draft.follows:
        ways["w"] = draft.state(circling.WHO)
    return Step(ways[option]) if option in ways else None


def _to_last_look(draft: Draft, context: Context) -> Step:
    """Once there is something to say, and our own copy of what goes with it is safe."""
    if not lines_of(draft, context):
        return Step(draft.state(WRITE))
    waits = enclosing.held_up(draft, context)
    return Step(draft.state(SURE)) if waits is None else Step(draft.state(MAKE), say=waits)


def _sure(state: State, option: str, context: Context) -> Step | None:
    draft = draft_of(state)
    if option == "b":
        clear = draft.stage is Stage.CLEAR and not draft.written
        return Step(_left(draft) if clear else draft.state(MAKE))
    if option != "y":
        return None
    reached = _reached(draft, context)
    if not reached:
        return Step(draft.state(SURE), say=Line("warning-nobody"))
    event = issued(draft, context, reached)
    return Step(State(FLOW, CARD), (event,), say=Line("warning-sent", {"n": reached}))


def _reached(draft: Draft, context: Context) -> int:
    """How many enterprises it goes to."""
    warnings = context.ledger.warnings()
    if not draft.follows:
        return warnings.count(draft.circle).enterprises
    former = warnings.one(draft.follows)
    return former.targets if former is not None else 0


# --- what is seen -------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen:
    """Draw one of the screens."""
    if state.at == PICK:
        return _pick(state, context)
    if state.at in circling.STEPS:
        return circling.show(state, context)
    draft = draft_of(state)
    screens = {WRITE: _write, MAKE: _card, SURE: _last_look}
    return screens[state.at](draft, context)


def _pick(state: State, context: Context) -> Screen:
    every = _templates(context)
    offset = cards.offset_of(state, len(every))
    shown = every[offset : offset + PAGE]
    lines: list[Line | Words] = [Line("warning-pick")]
    labels = [Button(template.title, f"a{place}") for place, template in enumerate(shown)]
    rows: list[Row] = [tuple(labels[start : start + 3]) for start in range(0, len(labels), 3)]
    paging = cards.list_rows(0, offset, len(every)) if not shown else _paging(len(shown), offset, len(every))
    ways = (button("warning-own", "o"), button("back", "b"))
    return Screen(lines, (*rows, *paging, ways))


def _paging(count: int, offset: int, total: int) -> tuple[Row, ...]:
    """The way to other pages, without numbers."""
    return cards.list_rows(count, offset, total)[1:]


def _write(draft: Draft, context: Context) -> Screen:
    lines: list[Line | Words] = [
        Line("warning-write", {"n": MOST_LINES, "follows": "yes" if draft.follows else "no"})
    ]
    said = lines_of(draft, context)
    if said and not draft.follows:
        lines += [GAP, Line("warning-now"), title_of(draft, context), *said]
    return Screen(lines, ((button("back", "b"),),))


def _look(draft: Draft, context: Context) -> list[Line | Words]:
    """The warning as it will be read."""
    own = (bool(draft.written) and not draft.follows) or draft.template == OWN
    head = heading(title_of(draft, context), draft.level, draft.stage, own=own)
    return [head, *body(lines_of(draft, context))]


def _audience(draft: Draft, context: Context) -> list[Line | Words]:
    """Whom it reaches, in words and figures."""
    if draft.follows:
        return [Line("warning-follows", {"n": _reached(draft, context), "number": draft.follows})]
    counted = context.ledger.warnings().count(draft.circle)
    args = {"n": counted.enterprises, "people": counted.people, "silent": counted.silent}
    lines: list[Line | Words] = [circling.told(draft.circle, context), Line("warning-reach", args)]
    return [*lines, Line("warning-reach-silent", args)] if counted.silent else lines


def _card(draft: Draft, context: Context) -> Screen:
    rules = context.ledger.rules().warnings
    chase = rules.of(draft.level)
    spans = [_span(minutes) for minutes in chase.steps]
    told = Line("warning-terms", {
        "hours": hours_of(draft, context), "night": "yes" if chase.night else "no",
"again": spans[0], "others": spans[1], "listed": spans[2],
    })  # fmt: skip
    file = enclosing.of_draft(draft, context)
    lines = [*_look(draft, context), *file, GAP, *_audience(draft, context), told]
    rows = (*_levels(draft, context), _changes(draft), (button("warning-send", "s"), button("back", "b")))
    return Screen(lines, rows)


def _span(minutes: int) -> Line:
    """A time in words: whole hours where it is more than two."""
    hours = minutes // HOUR if minutes % HOUR == 0 and minutes >= 2 * HOUR else 0
    return Line("warning-span", {"hours": hours, "minutes": minutes})


def _levels(draft: Draft, context: Context) -> tuple[Row, ...]:
    """The colours it may have; of a circular the days within which it is to be confirmed."""
    levels = levels_of(draft, context)
    if len(levels) > 1:
        labels = [Line("warning-level", {"level": level.value}) for level in levels]
        chosen = [level is draft.level for level in levels]
        return (_marked(labels, chosen, "l"),)
    hours = context.ledger.rules().warnings.hours
    labels = [Line("warning-days", {"n": max(1, one // 24)}) for one in hours]
    return (_marked(labels, [one == hours_of(draft, context) for one in hours], "h"),)


def _marked(labels: list[Line], chosen: list[bool], mark: str) -> Row:
    return tuple(
        Button(Line("chosen", {"label": label}) if marked else label, f"{mark}{place}")
        for place, (label, marked) in enumerate(zip(labels, chosen, strict=True))
    )


def _changes(draft: Draft) -> Row:
    write = button("warning-rewrite", "x")
    drop = (button("warning-no-file", "n"),) if draft.file else ()
    return (write, *drop) if draft.follows else (button("warning-audience", "w"), write, *drop)


def _last_look(draft: Draft, context: Context) -> Screen:
    n = _reached(draft, context)
    file = enclosing.of_draft(draft, context) if draft.file else []
    sure = Line("warning-sure", {"n": n})
    lines = [*_look(draft, context), *file, GAP, *_audience(draft, context), GAP, sure]
    return Screen(lines, ((button("warning-yes", "y", n=n),), (button("back", "b"),)))
