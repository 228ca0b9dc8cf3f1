"""Whom a warning is for: town, industry, notice colour, facts of enterprises, narrowed down by taps."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, PAGE, Row, button
from dialogs.context import Context
from dialogs.groups.sentence import parts as narrowed
from dialogs.talk import Argument, Button, Line, Screen, State, Step
from dialogs.warnings.draft import Draft, draft_of
from dialogs.words import listed
from safety.enterprises import Colour
from safety.groups import MOST
from safety.queries import EVERYBODY
from safety.warnings import Circle

WHO, TOWN, INDUSTRY, COLOUR, FACT, GROUP = "who", "town", "industry", "colour", "fact", "group"
STEPS = frozenset({WHO, TOWN, INDUSTRY, COLOUR, FACT, GROUP})
MAKE = "make"
NAMED = 1  # facts that are spelled out
WAYS = {"t": TOWN, "i": INDUSTRY, "c": COLOUR, "f": FACT, "g": GROUP}
Choice = tuple[str, Line | Words]


def step(state: State, option: str, context: Context) -> Step | None:
    """Go to a list, choose in it, come back."""
    draft = draft_of(state)
    if state.at != WHO:
        return _chosen(state, draft, option, context)
    if option in WAYS:
        return Step(draft.state(WAYS[option])) if _choices(WAYS[option], context) else None
    if option == "z":
        return Step(replace(draft, circle=Circle()).state(WHO))
    return Step(draft.state(MAKE)) if option == "k" else None


def _chosen(state: State, draft: Draft, option: str, context: Context) -> Step | None:
    choices = _choices(state.at, context)
    offset = cards.offset_of(state, len(choices))
    turned = cards.turned(option, offset, len(choices))
    if turned is not None:
        return Step(_at(draft, state.at, turned))
    if option == "b":
        return Step(draft.state(WHO))
    place = cards.index_in("a", option, min(PAGE, len(choices) - offset))
    if place is None:
        return None
    circle = _with(draft.circle, state.at, choices[offset + place][0], context)
    changed = replace(draft, circle=circle)
    return Step(_at(changed, FACT, offset) if state.at == FACT else changed.state(WHO))


def _at(draft: Draft, at: str, offset: int) -> State:
    state = draft.state(at)
    return replace(state, data={**state.data, "offset": offset})


def _with(circle: Circle, at: str, chosen: str, context: Context) -> Circle:
    """One more choice; a second tap takes it back."""
    if at == GROUP:
        group = context.ledger.groups().one(int(chosen))
        same = group is None or group.query == circle.query
        return replace(circle, query=EVERYBODY if group is None or same else group.query)
    if at == FACT:
        rest = tuple(one for one in circle.facts if one != chosen)
        return replace(circle, facts=rest if chosen in circle.facts else (*circle.facts, chosen))
    now = {TOWN: circle.town, INDUSTRY: circle.industry, COLOUR: circle.colour}[at]
    value = "" if now == chosen else chosen
    if at == TOWN:
        return replace(circle, town=value)
    return replace(circle, industry=value) if at == INDUSTRY else replace(circle, colour=value)


def _choices(at: str, context: Context) -> list[Choice]:
    warnings = context.ledger.warnings()
    if at == GROUP:
        kept = context.ledger.groups().listed(limit=MOST)
        return [(str(one.number), Words(one.name, one.name)) for one in kept]
    if at == TOWN:
        return [(name, Words(name, name)) for name in warnings.towns()]
    if at == COLOUR:
        return [(one.value, Line("colour-name", {"colour": one.value})) for one in Colour]
    found: Mapping[str, Words] = warnings.industries() if at == INDUSTRY else warnings.facts()
    return list(found.items())


def _is_chosen(circle: Circle, at: str, one: str, context: Context) -> bool:
    if at == GROUP:
        group = context.ledger.groups().one(int(one))
        return group is not None and group.query == circle.query
    if at == FACT:
        return one in circle.facts
    return one == {TOWN: circle.town, INDUSTRY: circle.industry, COLOUR: circle.colour}[at]


def told(circle: Circle, context: Context) -> Line:
    """The audience in words."""
    warnings = context.ledger.warnings()
    parts: list[Line | Words] = [
        _name(circle, at, context) for at in (TOWN, COLOUR, INDUSTRY) if _set(circle, at)
    ]
    known = warnings.facts()
    named = [known[fact] for fact in circle.facts if fact in known]
    parts += [Line("warning-fact", {"label": label}) for label in named[:NAMED]]
    if len(named) > NAMED:
        parts.append(Line("warning-more-facts", {"n": len(named) - NAMED}))
    args: dict[str, Argument] = {"place": warnings.place()}
    parts += list(narrowed(circle.query, context))
    if not parts:
        return Line("warning-everybody", args)
    return Line("warning-circle", args | {"parts": listed(parts)})


def _set(circle: Circle, at: str) -> bool:
    return bool({TOWN: circle.town, INDUSTRY: circle.industry, COLOUR: circle.colour}[at])


def _name(circle: Circle, at: str, context: Context) -> Line | Words:
    if at == COLOUR:
        return Line("colour-name", {"colour": circle.colour})
    if at == INDUSTRY:
        found = context.ledger.warnings().industries()
        return found.get(circle.industry, Words(circle.industry, circle.industry))
    return Words(circle.town, circle.town)


def show(state: State, context: Context) -> Screen:
    """The audience, or one list of choices."""
    draft = draft_of(state)
    return _who(draft, context) if state.at == WHO else _list(state, draft, context)


def _who(draft: Draft, context: Context) -> Screen:
    counted = context.ledger.warnings().count(draft.circle)
    args = {"n": counted.enterprises, "people": counted.people}
    lines: list[Line | Words] = [Line("warning-who"), told(draft.circle, context), GAP]
    lines.append(Line("warning-reach", args))
    labels = {
        "t": "warning-by-town",
        "i": "warning-by-industry",
        "c": "warning-by-colour",
        "f": "warning-by-fact",
        "g": "warning-by-group",
    }
    ways = [button(labels[one], one) for one, at in WAYS.items() if _choices(at, context)]
    reset = (button("warning-all", "z"),) if draft.circle != Circle() else ()
    rows: list[Row] = [tuple(ways[start : start + 2]) for start in range(0, len(ways), 2)]
    return Screen(lines, (*rows, (*reset, button("warning-who-done", "k"))))


def _list(state: State, draft: Draft, context: Context) -> Screen:
    choices = _choices(state.at, context)
    offset = cards.offset_of(state, len(choices))
    shown: Sequence[Choice] = choices[offset : offset + PAGE]
    lines: list[Line | Words] = [Line("warning-choose", {"what": state.at})]
    marks = [_is_chosen(draft.circle, state.at, one, context) for one, _label in shown]
    lines += [
        Line("warning-choice", {"n": number, "label": label, "chosen": "yes" if marked else "no"})
        for number, ((_one, label), marked) in enumerate(zip(shown, marks, strict=True), offset + 1)
    ]
    back: Button = button("warning-who-done", "b")
    return Screen(lines, (*cards.list_rows(len(shown), offset, len(choices)), (back,)))
