"""Composing a group: buttons that narrow it down, typed words that are read, what was not understood said, the count always in sight."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from checklists.grading import EnterpriseClass
from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, PAGE, Row, button
from dialogs.context import Context
from dialogs.groups.draft import CARD, FLOW, MAKE, NAME, Draft, draft_of, listed_state, vocabulary
from dialogs.groups.sentence import FLAGS, fact_labels, not_understood, sentence
from dialogs.talk import Button, Line, Screen, State, Step
from safety.asking import LONGEST, read
from safety.enterprises import Colour
from safety.errors import Refusal
from safety.events_groups import GroupSaved
from safety.groups import LONGEST_NAME, tidy
from safety.lists import sought
from safety.queries import ANY_FORM, EVERYBODY, NOW, Hazardous, Query

WHERE, WORK, FACTS, STANDS = "where", "work", "facts", "stands"
LISTS = {"t": WHERE, "i": WORK, "f": FACTS, "s": STANDS}
STEPS = frozenset({MAKE, NAME, *LISTS.values()})


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a list of choices: what it is called, and the query with it turned over."""

    label: Line | Words
    turned: Query
    chosen: bool


def begun(text: str, context: Context) -> Step:
    """A new group out of typed words."""
    return said(Draft().state(), text, context)


def said(state: State, text: str, context: Context) -> Step:
    """Words narrow it down; what was not understood is said and offered as part of a name."""
    draft = draft_of(state)
    found = read(text, vocabulary(context), draft.query)
    left = " ".join(found.left)[:LONGEST]
    after = replace(draft, query=found.query, left=sought(left))
    return Step(after.state(), say=not_understood(found.left))


def step(state: State, option: str, context: Context) -> Step | None:
    """Choose, look at the list, save."""
    draft = draft_of(state)
    if state.at == NAME:
        return Step(draft.state()) if option == "b" else None
    return _on_make(draft, option, context) if state.at == MAKE else _on_list(state, draft, option, context)


def _on_make(draft: Draft, option: str, context: Context) -> Step | None:
    ways = {
        **{one: draft.state(at) for one, at in LISTS.items()},
        "z": draft.asking(EVERYBODY).state(),
        "l": listed_state(draft.query, draft.name),
        "b": State(FLOW, CARD, {"n": draft.group}) if draft.group else State(FLOW),
    }
    if draft.left:
        ways["w"] = draft.asking(replace(draft.query, text=draft.left)).state()
    if option in ways:
        return Step(ways[option])
    if option != "k" or not draft.query.active:
        return None
    known = draft.group and context.ledger.groups().one(draft.group) is not None
    return _saved(draft, draft.name) if known else Step(draft.state(NAME))


def _on_list(state: State, draft: Draft, option: str, context: Context) -> Step | None:
    choices = choices_of(state.at, draft.query, context)
    offset = cards.offset_of(state, len(choices))
    turned = cards.turned(option, offset, len(choices))
    if turned is not None:
        return Step(draft.state(state.at, turned))
    if option == "b":
        return Step(draft.state())
    place = cards.index_in("a", option, min(PAGE, len(choices) - offset))
    if place is None:
        return None
    return Step(draft.asking(choices[offset + place].turned).state(state.at, offset))


# --- the name -----------------------------------------------------------------------------------------------------


def named(state: State, text: str, context: Context) -> Step:
    """A name was typed: saved, as long as nobody of the area has it for another one."""
    name, draft = tidy(text), draft_of(state)
    if not name:
        raise Refusal("group-nameless")
    other = context.ledger.groups().named(name)
    if other is not None and other.number != draft.group:
        raise Refusal("group-taken", {"name": name})
    return _saved(draft, name)


def _saved(draft: Draft, name: str) -> Step:
    event = GroupSaved(name, draft.query.to_json(), draft.group)
    after = State(FLOW, CARD, {"n": draft.group, "name": name})
    return Step(after, (event,), say=Line("group-saved", {"name": name}))


# --- what is offered ----------------------------------------------------------------------------------------------


def choices_of(at: str, query: Query, context: Context) -> list[Choice]:
    """The choices of a list."""
    if at == WHERE:
        return _areas(query, context)
    if at == WORK:
        return _works(query, context)
    return _facts(query, context) if at == FACTS else _standings(query, context)


def _areas(query: Query, context: Context) -> list[Choice]:
    book = context.ledger.queries()
    found = []
    for field, names in (
        ("towns", book.towns()),
        ("departments", book.departments()),
        ("grids", book.grids()),
    ):
        found += [_one_of(query, field, name, Words(name, name)) for name in names]
    return found


def _works(query: Query, context: Context) -> list[Choice]:
    labels, known = fact_labels(context), context.ledger.queries().industries()
    found = [_one_of(query, "industries", one, label) for one, label in labels.items() if one in known]
    found += [
        _one_of(query, "classes", one.value, Line("query-class", {"class": one.value}))
        for one in EnterpriseClass
    ]
    return found + [
        _one_of(query, "colours", one.value, Line("colour-name", {"colour": one.value})) for one in Colour
    ]


def _facts(query: Query, context: Context) -> list[Choice]:
    """So, not so, no matter: each tap is the next."""
    known, stated = context.ledger.queries().industries(), dict(query.facts)
    found = []
    for fact, label in fact_labels(context).items():
        if fact in known:
            continue
        rest = tuple(one for one in query.facts if one[0] != fact)
        value = stated.get(fact)
        after = {None: ((fact, True),), True: ((fact, False),), False: ()}[value]
        name = Line("query-not", {"label": label}) if value is False else label
        found.append(Choice(name, replace(query, facts=(*rest, *after)), chosen=value is not None))
    return found


def _one_of(query: Query, field: str, value: str, label: Line | Words) -> Choice:
    kept: tuple[str, ...] = getattr(query, field)
    rest = tuple(one for one in kept if one != value)
    after = rest if value in kept else (*kept, value)
    return Choice(label, query.having(field, after), chosen=value in kept)


def _standings(query: Query, context: Context) -> list[Choice]:
    """What was not done, what is open, who cannot be reached, what they do."""
    days = context.ledger.rules().asking.days
    found = [_days(query, "not_checked_days", "query-not-checked", one) for one in days]
    found.append(
        _exclusive(query, "undone", ANY_FORM, Line("query-undone", {"form": Line("query-any-form")}))
    )
    found += [_days(query, "not_inspected_days", "query-not-inspected", one) for one in days[1:2] or days]
    quarter = Line("query-not-covered", {"now": "yes", "quarter": NOW})
    found.append(_exclusive(query, "not_covered", NOW, quarter))
    for kind in Hazardous:
        found.append(_exclusive(query, "hazards", kind.value, Line("query-hazards", {"kind": kind.value})))
    for name, line in FLAGS.items():
        value = getattr(query, name)
        found.append(Choice(Line(line), query.having(name, not value), chosen=value))
    for activity in ("producing", "stopped", "resumed"):
        found.append(_one_of(query, "activities", activity, Line("activity-name", {"activity": activity})))
    return found


def _days(query: Query, field: str, line: str, days: int) -> Choice:
    label = Line(line, {"days": days, "ever": "yes"})
    chosen = getattr(query, field) == days
    return Choice(label, query.having(field, 0 if chosen else days), chosen=chosen)


def _exclusive(query: Query, field: str, value: str, label: Line) -> Choice:
    chosen = getattr(query, field) == value
    return Choice(label, query.having(field, "" if chosen else value), chosen=chosen)


# --- what is seen -------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen:
    """The group as it is now, one list of choices, or the question for its name."""
    draft = draft_of(state)
    if state.at == NAME:
        lines = (Line("group-name", {"n": LONGEST_NAME}), sentence(draft.query, context))
        return Screen(lines, ((button("back", "b"),),))
    return _make(draft, context) if state.at == MAKE else _list(state, draft, context)


def _make(draft: Draft, context: Context) -> Screen:
    n = context.ledger.queries().count(draft.query)
    lines: list[Line | Words] = [
        Line("group-making", {"name": draft.name or "none"}),
        sentence(draft.query, context),
        GAP,
        Line("group-count", {"n": n}),
        Line("group-how"),
    ]
    labels = {"t": "group-where", "i": "group-work", "f": "group-facts", "s": "group-stands"}
    ways = [button(labels[one], one) for one, at in LISTS.items() if choices_of(at, draft.query, context)]
    rows: list[Row] = [tuple(ways[start : start + 2]) for start in range(0, len(ways), 2)]
    if draft.left:
        rows.append((button("group-as-name", "w", words=draft.left[:4]),))
    elif draft.query.active:
        rows.append((button("group-reset", "z"),))
    listed: Row = (button("group-list", "l", n=n),) if n else ()
    keep: Row = (button("group-keep", "k"),) if draft.query.active else ()
    return Screen(lines, tuple(row for row in (*rows, (*listed, *keep, button("back", "b"))) if row))


def _list(state: State, draft: Draft, context: Context) -> Screen:
    choices = choices_of(state.at, draft.query, context)
    offset = cards.offset_of(state, len(choices))
    shown: Sequence[Choice] = choices[offset : offset + PAGE]
    lines: list[Line | Words] = [
        sentence(draft.query, context),
        Line("group-count", {"n": context.ledger.queries().count(draft.query)}),
        Line("group-choose-facts" if state.at == FACTS else "group-choose"),
    ]
    rows = tuple((_button(one, place),) for place, one in enumerate(shown))
    paging = cards.list_rows(len(shown), offset, len(choices))[1:]
    return Screen(lines, (*rows, *paging, (button("group-chosen", "b"),)))


def _button(one: Choice, place: int) -> Button:
    return Button(Line("chosen", {"label": one.label}) if one.chosen else one.label, f"a{place}")
