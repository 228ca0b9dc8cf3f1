"""The class of an enterprise (分级): which one and why, how often it is looked at, its working line by line, its history, another one by hand."""

from collections.abc import Sequence
from datetime import date, timedelta

from checklists.grading import EnterpriseClass, Grading
from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, Row, button
from dialogs.context import Context
from dialogs.enterprise.places import CARD, code_of, on
from dialogs.talk import Argument, Button, Line, Screen, State, Step
from dialogs.words import listed, on_day
from safety.calendar import today as day_of
from safety.classes import Change, ClassCard
from safety.errors import Refusal
from safety.events_classes import ClassSet
from safety.grading import Line as Scoring
from safety.grading import Scored
from safety.people import Right

CLASS, WORKING, HISTORY, PICK, WHY = "class", "working", "classes", "cpick", "cwhy"
STEPS = frozenset({CLASS, WORKING, HISTORY, PICK, WHY})
RULES = "rules"  # in place of a class: they decide again
SHORTEST, LONGEST, SHOWN = 2, 300, 6


def step(state: State, option: str, context: Context) -> Step | None:
    """Look at the working or the history; choose another class."""
    if option == "b":
        return Step(on(state, {CLASS: CARD, WHY: PICK}.get(state.at, CLASS)))
    if state.at == CLASS:
        ways = {"w": WORKING, "h": HISTORY}
        if option == "c" and context.actor.may(Right.SET_CLASS):
            return Step(on(state, PICK))
        return Step(on(state, ways[option])) if option in ways else None
    if state.at == PICK:
        offered = _offered(_of(state, context))
        place = cards.index_in("a", option, len(offered))
        return None if place is None else Step(on(state, WHY, to=offered[place]))
    return None


def wrote(state: State, text: str, context: Context) -> Step | None:
    """The reason, and with it the class."""
    if state.at != WHY:
        return None
    context.need(Right.SET_CLASS)
    reason, to = text.strip()[:LONGEST], str(state.data.get("to", ""))
    if len(reason) < SHORTEST or to not in {*EnterpriseClass, RULES}:
        return Step(state, say=Line("class-why-short"))
    event = ClassSet(code_of(state), None if to == RULES else EnterpriseClass(to), reason)
    return Step(on(state, CLASS), (event,), say=Line("class-set"))


def _of(state: State, context: Context) -> ClassCard:
    found = context.ledger.classes().one(code_of(state))
    if found is None:
        raise Refusal("class-none")
    return found


def _offered(card: ClassCard) -> list[str]:
    """The classes that it has not; that the rules decide again, where a hand has decided."""
    others = [one.value for one in EnterpriseClass if one is not card.kept.holds]
    return [*others, RULES] if card.kept.hand is not None else others


# --- what is seen -------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen:
    """The class, its working, its history, or what is asked to change it."""
    card, rules = _of(state, context), context.ledger.rules().grading
    if rules is None:
        raise Refusal("class-none")
    if state.at == WORKING:
        return Screen(_working(card, rules), ((button("back", "b"), button("to-menu", "e")),))
    if state.at == HISTORY:
        return _history(context.ledger.classes().history(code_of(state), limit=SHOWN), rules, context)
    if state.at == PICK:
        return _pick(card)
    if state.at == WHY:
        return Screen((Line("class-why", {"to": str(state.data.get("to", ""))}),), ((button("back", "b"),),))
    return _class(card, rules, context)


def _class(card: ClassCard, rules: Grading, context: Context) -> Screen:
    stands = card.kept
    args: dict[str, Argument] = {
        "class": stands.holds.value,
        "title": rules.rule(stands.holds).title,
        "points": card.graded.points,
        "worked": stands.worked.value,
        "hand": "no" if stands.hand is None else "yes",
        "since": on_day(card.since, context.today),
    }
    lines: list[Line | Words] = [Line("class-title", args), Line("class-by", args)]
    lines += [_dimension(one) for one in card.graded.scored]
    lines += [
        Line("class-moved", {"what": override.title, "to": to.value}) for override, to in card.graded.moved
    ]
    lines += [GAP, *_looks(card, context.today)]
    sets: Row = (button("class-change", "c"),) if context.actor.may(Right.SET_CLASS) else ()
    rows: tuple[Row, ...] = ((button("class-working", "w"), button("class-history", "h")), sets)
    return Screen(lines, (*(row for row in rows if row), (button("back", "b"), button("to-menu", "e"))))


def _dimension(one: Scored) -> Line:
    return Line("class-dimension", {"what": one.dimension.title, "n": one.points, "most": one.dimension.most})


def _looks(card: ClassCard, today: date) -> list[Line]:
    """How often, when last, when next."""
    often, looked = card.frequency, card.looked
    kinds = [
        ("self", often.self_check_days, looked.self_check),
        ("inspect", often.inspect_days, looked.inspection),
    ]
    if often.expert_days is not None:
        kinds.append(("expert", often.expert_days, looked.expert))
    share = int((often.sample or 0) * 100)
    return [
        _look(kind, days, last, card, today, share if kind == "inspect" else 0) for kind, days, last in kinds
    ]


def _look(kind: str, days: int, last: date | None, card: ClassCard, today: date, share: int) -> Line:
    """What never happened is counted from the day the enterprise came into the ledger. `share`: percent that are drawn."""
    since = card.added
    due = (last or since) + timedelta(days=days)
    args: dict[str, Argument] = {
        "kind": kind,
        "days": days,
        "never": "yes" if last is None else "no",
        "last": on_day(last or since, today),
        "ago": (today - (last or since)).days,
        "due": on_day(due, today),
        "late": 0 if share else max(0, (today - due).days),
        "share": share,
    }
    return Line("class-look", args)


def _working(card: ClassCard, rules: Grading) -> list[Line | Words]:
    """Every line that made the points, then what moved the class."""
    lines: list[Line | Words] = []
    for one in card.graded.scored:
        lines.append(_dimension(one))
        if one.dimension.credit:
            lines.append(Line("class-credit", {"n": card.credit, "grade": card.credit_grade or "–"}))
        lines += [_factor(line) for line in one.lines]
    by = card.graded.by_points
    total: dict[str, Argument] = {
        "n": card.graded.points,
        "class": by.value,
        "title": rules.rule(by).title,
        "from": rules.rule(by).from_points,
    }
    lines += [GAP, Line("class-total", total)]
    lines += [
        Line("class-moved", {"what": override.title, "to": to.value}) for override, to in card.graded.moved
    ]
    return lines


def _factor(line: Scoring) -> Line:
    counts = "yes" if line.counts else "no"
    return Line("class-factor", {"what": line.factor.title, "n": line.points, "counts": counts})


def _history(changes: Sequence[Change], rules: Grading, context: Context) -> Screen:
    titles = {one.id: one.title for one in rules.overrides}
    lines: list[Line | Words] = [Line("class-history-title")]
    lines += [_changed(one, titles, context) for one in changes]
    return Screen(lines, ((button("back", "b"), button("to-menu", "e")),))


def _changed(one: Change, titles: dict[str, Words], context: Context) -> Line:
    moved = [titles[part] for part in one.reason.split(",") if part in titles]
    why: Line | Words = listed(moved) if moved else Line("class-by-points")
    args: dict[str, Argument] = {
        "day": on_day(day_of(one.at), context.today),
        "before": one.before.value if one.before is not None else "none",
        "after": one.after.value,
        "person": one.person,
        "by": "hand" if one.person else "rules",
        "why": Line("class-reason", {"reason": one.reason}) if one.person else why,
    }
    return Line("class-changed", args)


def _pick(card: ClassCard) -> Screen:
    offered = [Button(Line("class-name", {"class": to}), f"a{n}") for n, to in enumerate(_offered(card))]
    rows = tuple(tuple(offered[start : start + 2]) for start in range(0, len(offered), 2))
    args: dict[str, Argument] = {"class": card.kept.holds.value, "worked": card.kept.worked.value}
    return Screen((Line("class-pick", args),), (*rows, (button("back", "b"),)))
