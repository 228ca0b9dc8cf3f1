"""The day's figures of a supervisor's own area and what wants attention. Figures come from the ledger."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, Row, button
from dialogs.context import Context
from dialogs.talk import Argument, Button, Input, Json, Line, Screen, State, Step, Tapped
from dialogs.texts import SHANGHAI
from safety.ledger import Area, Concern
from safety.people import Right

MOST = 5  # concerns that are named
BUTTONS = 8  # on a screen
CASE = "case"
FLAGGED = "flagged"  # submissions worth a look, in one line
LATE = "late"  # what is overdue by the reminder rules, in one line
TOGETHER = {FLAGGED: "concern-flagged", LATE: "concern-owed"}  # lines that stand for several
SILENT = "silent"  # nobody of the enterprise can be reached
GRAVEST = ("listed", "major", "overdue", SILENT, "unsubmitted", "never_joined")


def step(state: State, told: Input, context: Context) -> Step | None:
    """Open the case behind a line."""
    context.need(Right.SEE_DIGEST)
    if not isinstance(told, Tapped):
        return None
    if state.at == CASE:
        return Step(State("digest")) if told.option == "b" else None
    area = context.ledger.area(context.today)
    named = concerns(area)
    place = cards.index_in("a", told.option, len(named))
    if place is not None:
        return Step(opens(named[place]))
    ways = {"z": State("hazards"), "j": State("approvals"), "t": State("submissions"), "q": State("reach")}
    if told.option in ways:
        return Step(ways[told.option])
    return Step(State("menu")) if told.option == "e" else None


def opens(concern: Concern) -> State:
    """The card of a hazard, the list behind a count, else the case itself."""
    if concern.kind == FLAGGED:
        return State("quality")
    if concern.kind == LATE:
        return State("todo", "late")
    if concern.kind == SILENT:
        return State("reach", "card", {"code": concern.code})
    if concern.hazard is not None:
        return State("hazards", "card", {"number": concern.hazard})
    kept: dict[str, Json] = {
        "kind": concern.kind,
        "enterprise": concern.enterprise,
        "days": concern.days,
        "owner": concern.owner,
    }
    return State("digest", CASE, {name: value for name, value in kept.items() if value is not None})


def concerns(area: Area) -> Sequence[Concern]:
    """At most five lines: cases, gravest and oldest first, what is overdue by rules, submissions worth a look; never a league table of people."""
    rank = {kind: place for place, kind in enumerate(GRAVEST)}
    ordered = sorted(area.exceptions, key=lambda one: (rank.get(one.kind, len(rank)), -one.days))
    counts = {LATE: area.late, FLAGGED: area.flagged}
    more = [Concern(kind, "", None, 0, count=count) for kind, count in counts.items() if count]
    return [*ordered[: MOST - len(more)], *more]


def show(state: State, context: Context) -> Screen:
    """The figures, or one case."""
    context.need(Right.SEE_DIGEST)
    if state.at == CASE:
        return _case(state)
    area = context.ledger.area(context.today)
    named = concerns(area)
    rows: tuple[Row, ...] = cards.list_rows(len(named), 0, len(named))
    ways = _ways(area, context)[: BUTTONS - 1 - len(named)]
    return Screen(lines_of(area, context.today), (*rows, (*ways, button("to-menu", "e"))))


def _ways(area: Area, context: Context) -> list[Button]:
    """To the lists, the one that wants somebody first: with five cases there is room for two."""
    ways = [button("to-hazards", "z")]
    if area.waiting_joins and context.actor.may(Right.APPROVE_JOIN):
        ways.append(button("to-approvals", "j", n=area.waiting_joins))
    if area.away and context.actor.may(Right.SEE_REACH):
        ways.append(button("to-unreachable", "q", n=area.away))
    if len(ways) == 1 and context.actor.may(Right.SEE_SUBMISSIONS):
        ways.append(button("to-submissions", "t"))
    return ways


def _case(state: State) -> Screen:
    data = state.data
    days = data.get("days")
    args: dict[str, str | int] = {
        "kind": str(data.get("kind", "")),
        "enterprise": str(data.get("enterprise", "")),
        "days": days if isinstance(days, int) else 0,
    }
    lines = [
        Line("concern", {**args, "owner": owner(data.get("owner"))}),
        Line("case-next", {"kind": args["kind"]}),
    ]
    return Screen(lines, ((button("back", "b"),),))


def owner(name: object) -> Line | Words:
    return Line("concern-owner", {"owner": name}) if isinstance(name, str) and name else GAP


def lines_of(area: Area, today: date) -> list[Line | Words]:
    """The sentence that matters, three numbers with their change, the named cases."""
    now, before = area.today, area.before or area.today
    submitted, still_open, overdue = (
        _change(new, old if area.before else None)
        for new, old in (
            (now.submitted, before.submitted),
            (now.open_hazards, before.open_hazards),
            (now.overdue_hazards, before.overdue_hazards),
        )
    )
    lines: list[Line | Words] = [
        Line("digest-title", {"name": area.name, "day": today}),
        _headline(area),
        GAP,
        Line(
            "digest-checks",
            {"submitted": now.submitted, "owed": now.owed, "change": submitted, "zero": now.zero},
        ),
        Line("digest-hazards", {"open": now.open_hazards, "found": now.found_today, "change": still_open}),
        Line("digest-overdue", {"overdue": now.overdue_hazards, "change": overdue}),
        Line("digest-joined", {"joined": now.joined, "enterprises": now.enterprises, "away": area.away}),
    ]
    if area.guessed_year:
        lines.append(Line("digest-guessed", {"year": area.guessed_year}))
    named = concerns(area)
    return [*lines, GAP, *(_item(number, one) for number, one in enumerate(named, 1))] if named else lines


def _headline(area: Area) -> Line:
    now = area.today
    if now.suspected_major:
        return Line("headline-major", {"n": now.suspected_major})
    if now.overdue_hazards:
        return Line("headline-overdue", {"n": now.overdue_hazards})
    things = len(area.exceptions) + bool(area.flagged) + bool(area.late)
    return Line("headline-some", {"n": things}) if things else Line("headline-fine")


def _change(value: int, before: int | None) -> Line | Words:
    """The change against the last working day; nothing when it is not known."""
    if before is None:
        return GAP
    more = value - before
    if more == 0:
        return Line("change-none")
    return Line("change-up", {"n": more}) if more > 0 else Line("change-down", {"n": -more})


def _item(number: int, one: Concern) -> Line:
    if one.kind in TOGETHER:
        return Line("digest-item", {"n": number, "concern": Line(TOGETHER[one.kind], {"n": one.count})})
    args: dict[str, Argument] = {
        "kind": one.kind,
        "enterprise": one.enterprise,
        "days": one.days,
        "owner": owner(one.owner),
    }
    return Line("digest-item", {"n": number, "concern": Line("concern", args)})


def letter(area: Area, now: datetime) -> Screen:
    """The morning letter: the same figures; each case is a button. All fine: one line, no buttons."""
    today = now.astimezone(SHANGHAI).date()
    named = concerns(area)
    fine = not area.today.suspected_major and not area.waiting_joins and not area.guessed_year
    if not named and fine:
        return Screen((Line("letter-digest-fine", {"name": area.name, "day": today}),))
    row = tuple(
        replace(button("item-number", "", n=number), opens=opens(one)) for number, one in enumerate(named, 1)
    )
    whole: Row = (Button(Line("open-digest"), opens=State("digest")),)
    return Screen(lines_of(area, today), tuple(one for one in (row, whole) if one))
