"""The lines of a day's digest: the sentence that matters, three numbers with their change, the named cases."""

from collections.abc import Sequence
from datetime import date

from checklists.words import Words
from dialogs.cards import GAP
from dialogs.digest import seats
from dialogs.talk import Argument, Line
from safety.areas import Area, Concern
from safety.news import HARM

MOST = 5  # concerns that are named
FLAGGED = "flagged"  # submissions worth a look, in one line
LATE = "late"  # what is overdue by the reminder rules, in one line
TOGETHER = {FLAGGED: "concern-flagged", LATE: "concern-owed"}  # lines that stand for several


def concerns(area: Area) -> Sequence[Concern]:
    """At most five lines: cases, gravest and oldest first, what is overdue by rules, submissions worth a look; never a league table of people."""
    counts = {LATE: area.late, FLAGGED: area.flagged}
    more = [Concern(kind, "", None, 0, count=count) for kind, count in counts.items() if count]
    return [*ordered(area)[: MOST - len(more)], *more]


def ordered(area: Area) -> list[Concern]:
    """Every case that is known, gravest and oldest first."""
    rank = {kind: place for place, kind in enumerate(HARM)}
    return sorted(area.exceptions, key=lambda one: (rank.get(one.kind, len(rank)), -one.days))


def owner(name: object) -> Line | Words:
    """Who answers for a case, behind its line."""
    return Line("concern-owner", {"owner": name}) if isinstance(name, str) and name else GAP


def lines_of(area: Area, today: date) -> list[Line | Words]:
    """The whole digest of a day."""
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
        headline(area),
        GAP,
        Line(
            "digest-checks",
            {"submitted": now.submitted, "owed": now.owed, "change": submitted, "zero": now.zero},
        ),
        Line("digest-hazards", {"open": now.open_hazards, "found": now.found_today, "change": still_open}),
        Line("digest-overdue", {"overdue": now.overdue_hazards, "change": overdue}),
        Line("digest-joined", {"joined": now.joined, "enterprises": now.enterprises, "away": area.away}),
    ]
    lines += seats.said(area.handed, area.offered)
    if area.guessed_year:
        lines.append(Line("digest-guessed", {"year": area.guessed_year}))
    return [*lines, *items(concerns(area))]


def items(named: Sequence[Concern]) -> list[Line | Words]:
    """The named cases below an empty line; nothing when there are none."""
    return [GAP, *(_item(number, one) for number, one in enumerate(named, 1))] if named else []


def headline(area: Area) -> Line:
    """The sentence that matters."""
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
    return Line("digest-item", {"n": number, "concern": said(one)})


def said(one: Concern) -> Line:
    """One case in a sentence."""
    if one.kind in TOGETHER:
        return Line(TOGETHER[one.kind], {"n": one.count})
    args: dict[str, Argument] = {
        "kind": one.kind,
        "enterprise": one.enterprise,
        "days": one.days,
        "owner": owner(one.owner),
    }
    return Line("concern", args)
