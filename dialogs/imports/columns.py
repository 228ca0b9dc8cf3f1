"""Saying by hand what a column means: columns nobody knows first, the likeliest fields at once, all others by group or by typing."""

from collections.abc import Mapping, Sequence

from checklists.reading.headings import HEADERS, nearest, searched
from checklists.words import Words
from dialogs import cards
from dialogs.cards import PAGE, Row, button
from dialogs.context import Context
from dialogs.imports.finding import COLUMN, COLUMNS, of
from dialogs.imports.saying import called
from dialogs.talk import Button, Json, Line, Screen, State, Step
from safety.errors import Refusal
from safety.events_imports import ImportMapped
from safety.imports import UNUSED, FieldGroup, Heading, How, Import, ImportState, Named

LIKELY = 2
LONGEST = 30
GROUPS = tuple(FieldGroup)
LABELS = {
    FieldGroup.WHO: "upload-group-who",
    FieldGroup.WATCHED: "upload-group-watched",
    FieldGroup.PEOPLE: "upload-group-people",
    FieldGroup.FACTS: "upload-group-facts",
}


def ordered(one: Import) -> Sequence[Heading]:
    """The columns as they are shown: those that nobody knows first."""
    return sorted(one.understood.headings, key=lambda heading: heading.how is not How.UNKNOWN)


def tapped(state: State, option: str, one: Import, context: Context) -> Step | None:
    """A tap on the list of columns, or on one column."""
    if one.state not in {ImportState.READY, ImportState.REFUSED}:
        return Step(of(one.number), say=Line("upload-changed-since"))
    return _on_list(state, option, one) if state.at == COLUMNS else _on_column(state, option, one, context)


def _on_list(state: State, option: str, one: Import) -> Step | None:
    headings = ordered(one)
    offset = cards.offset_of(state, len(headings))
    turned = cards.turned(option, offset, len(headings))
    if turned is not None:
        return Step(of(one.number, COLUMNS, offset=turned))
    if option == "b":
        return Step(of(one.number))
    place = cards.index_in("a", option, min(PAGE, len(headings) - offset))
    if place is None:
        return None
    return Step(of(one.number, COLUMN, label=headings[offset + place].label))


def _on_column(state: State, option: str, one: Import, context: Context) -> Step | None:
    heading, named = _heading(state, one), context.ledger.imports().fields()
    if option == "b":
        inside = {"group", "text"} & state.data.keys()
        return Step(_at(state) if inside else of(one.number, COLUMNS))
    if option == "k":
        return _said(one, heading, UNUSED, Line("upload-unused"))
    group = cards.index_in("g", option, len(GROUPS))
    if group is not None:
        return Step(_at(state, group=GROUPS[group].value))
    offered = _offered(state, heading, named)
    offset = cards.offset_of(state, len(offered))
    turned = cards.turned(option, offset, len(offered))
    if turned is not None:
        return Step(State(state.flow, COLUMN, {**state.data, "offset": turned}))
    place = cards.index_in("a", option, min(PAGE, len(offered) - offset))
    if place is None:
        return None
    chosen = offered[offset + place]
    return _said(one, heading, chosen.id, called(chosen.id, named))


def _said(one: Import, heading: Heading, field: str, name: Line | Words) -> Step:
    event = ImportMapped(one.number, heading.label, field)
    say = Line("upload-mapped", {"label": heading.label, "field": name})
    return Step(of(one.number), (event,), say=say)


def wrote(state: State, text: str, context: Context) -> Step:
    """Words that a field's name holds."""
    text = text.strip()[:LONGEST]
    if not searched(text, _names(context.ledger.imports().fields())):
        return Step(_at(state), say=Line("upload-column-none", {"text": text}))
    return Step(_at(state, text=text))


def _at(state: State, **more: Json) -> State:
    kept = {name: state.data[name] for name in ("number", "label") if name in state.data}
    return State(state.flow, COLUMN, {**kept, **more})


def _heading(state: State, one: Import) -> Heading:
    label = state.data.get("label")
    heading = next((each for each in one.understood.headings if each.label == label), None)
    if heading is None:
        raise Refusal("upload-gone")
    return heading


def _offered(state: State, heading: Heading, named: Sequence[Named]) -> Sequence[Named]:
    """What is on the screen: what was searched for, one group, or the likeliest."""
    text, group = state.data.get("text"), state.data.get("group")
    if isinstance(text, str):
        return _among(searched(text, _names(named)), named)
    if isinstance(group, str):
        return [one for one in named if one.group.value == group]
    return _among(nearest(heading.label, _names(named), LIKELY), named)


def _names(named: Sequence[Named]) -> Mapping[str, Sequence[str]]:
    """What each field is called: the question of a fact, the usual headings of the rest."""
    return {
        one.id: (one.question.zh, one.question.en) if one.question else HEADERS.get(one.id, ())
        for one in named
    }


def _among(ids: Sequence[str], named: Sequence[Named]) -> Sequence[Named]:
    known = {one.id: one for one in named}
    return [known[id_] for id_ in ids]


# --- what is seen -------------------------------------------------------------------------------------------------


def every(state: State, one: Import, context: Context) -> Screen:
    """What each column means."""
    headings, named = ordered(one), context.ledger.imports().fields()
    offset = cards.offset_of(state, len(headings))
    shown = headings[offset : offset + PAGE]
    lines: list[Line | Words] = [Line("upload-columns-title")]
    lines += [
        Line(
            "upload-column-row",
            {"n": n, "label": each.label, "field": _meaning(each, named), "how": each.how.value},
        )
        for n, each in enumerate(shown, offset + 1)
    ]
    return Screen(lines, (*cards.list_rows(len(shown), offset, len(headings)), (button("back", "b"),)))


def _meaning(heading: Heading, named: Sequence[Named]) -> Line | Words:
    if heading.how is How.UNKNOWN:
        return Line("upload-unknown")
    return called(heading.field, named)


def one(state: State, one: Import, context: Context) -> Screen:
    """One column: what it may mean."""
    heading, named = _heading(state, one), context.ledger.imports().fields()
    offered = _offered(state, heading, named)
    offset = cards.offset_of(state, len(offered))
    shown = offered[offset : offset + PAGE]
    lines: list[Line | Words] = [
        Line("upload-column-title", {"label": heading.label}),
        Line("upload-column-now", {"field": _meaning(heading, named)}),
    ]
    lines += [
        Line("upload-field-row", {"n": n, "field": called(each.id, named)})
        for n, each in enumerate(shown, offset + 1)
    ]
    numbers = cards.list_rows(len(shown), offset, len(offered))
    if {"group", "text"} & state.data.keys():
        return Screen(lines, (*numbers, (button("back", "b"),)))
    lines.append(Line("upload-column-hint"))
    groups = [Button(Line(LABELS[group]), f"g{place}") for place, group in enumerate(GROUPS)]
    rows: tuple[Row, ...] = (*numbers, tuple(groups[:2]), tuple(groups[2:]))
    return Screen(lines, (*rows, (button("upload-skip", "k"), button("back", "b"))))
