"""Keeps the class of every enterprise (分级 I-IV): worked out in portions for those that are marked, with its working and its history.

Whoever changes what a class rests on marks the enterprise; each night all are marked, for time itself changes classes.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from checklists.catalogue import Catalogue
from checklists.grading import EnterpriseClass, Figure, Grading
from safety.calendar import today as day_of
from safety.classes import Kept
from safety.credit import assess
from safety.grading import HUNDRED, Frequency, Graded, Profile, frequency, grade
from storage import facts, obligations
from storage.conduct import Conduct, conduct, months_since
from storage.tables.classes import grades, gradings
from storage.tables.ledger import enterprises
from storage.upsert import Upsert

PORTION = 100  # enterprises in one transaction: about a tenth of a second
_MARKED = (
    select(enterprises.c.id, enterprises.c.supervision, enterprises.c.added_at, enterprises.c.colour)
    .where(enterprises.c.ungraded)
    .order_by(enterprises.c.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_KEPT = select(grades).where(grades.c.enterprise.in_(bindparam("enterprises", expanding=True)))
_DONE = (
    update(enterprises)
    .where(enterprises.c.id.in_(bindparam("enterprises", expanding=True)))
    .values(ungraded=False)
)
_SET = (
    update(enterprises)
    .where(enterprises.c.id == bindparam("b_enterprise"))
    .values(supervision=bindparam("b_supervision", type_=enterprises.c.supervision.type))
)
_OFTEN = ("self_days", "inspect_days", "expert_days")
_CHANGED = ("worked", "hand", "hand_over", "points", "working", *_OFTEN, "at")
_KEEP = Upsert(
    lambda make: (row := make(grades)).on_conflict_do_update(
        index_elements=["enterprise"], set_={name: row.excluded[name] for name in _CHANGED}
    )
)


def mark(connection: Connection, enterprise: int) -> None:
    """Something that its class rests on has changed."""
    connection.execute(update(enterprises).where(enterprises.c.id == enterprise).values(ungraded=True))


def mark_all(connection: Connection) -> None:
    """A new day, or other rules."""
    connection.execute(update(enterprises).where(~enterprises.c.ungraded).values(ungraded=True))


def refresh(connection: Connection, catalogue: Catalogue, now: datetime, most: int = PORTION) -> int:
    """Work out the classes of some that are marked. How many there were."""
    rows = connection.execute(_MARKED, {"most": most}).all()
    numbers, rules = [row.id for row in rows], catalogue.rules.grading
    if not rows:
        return 0
    if rules is None:
        connection.execute(_DONE, {"enterprises": numbers})
        return len(rows)
    kept = {row.enterprise: row for row in connection.execute(_KEPT, {"enterprises": numbers})}
    profiles = profiles_of(connection, catalogue, rows, now)
    changes = [_worked(row, kept.get(row.id), profiles[row.id], catalogue, rules, now) for row in rows]
    _write(connection, [one for one in changes if one is not None], now)
    connection.execute(_DONE, {"enterprises": numbers})
    return len(rows)


def profiles_of(
    connection: Connection, catalogue: Catalogue, rows: Sequence[Any], now: datetime
) -> Mapping[int, Profile]:
    """What each class is worked out from. `rows` have an id and the moment they were added."""
    numbers, day = [row.id for row in rows], day_of(now)
    stated = facts.stated_of(connection, numbers)
    seen = conduct(connection, numbers, now)
    found = {}
    for row in rows:
        points, mark = _credit(seen[row.id], catalogue, day)
        figures = _figures(seen[row.id], day_of(row.added_at), day)
        found[row.id] = Profile(catalogue.facts.derive(stated[row.id]), figures, points, mark)
    return found


def _credit(one: Conduct, catalogue: Catalogue, day: date) -> tuple[Decimal, str]:
    """Points and grade; full points where the content has no rules of credit."""
    rules = catalogue.rules.credit
    if rules is None:
        return HUNDRED, ""
    known = {rule.id for rule in rules.rules}
    events = [event for event in one.events if event.rule in known]
    score = assess(rules, events, day, overdue_major=one.overdue_major)
    return score.points, score.grade.id


def _figures(one: Conduct, added: date, day: date) -> Mapping[Figure, int]:
    """The ledger knows of no accident before it knew the enterprise, so months count from then on at most."""
    since = one.accident or added
    return {**one.figures, Figure.MONTHS_WITHOUT_ACCIDENT: months_since(since, day)}


def working_of(profile: Profile) -> dict[str, Any]:
    """What is kept of it: everything that holds, so that the working can be shown again as it was."""
    held = {name: _plain(value) for name, value in sorted(profile.facts.items()) if value}
    figures = {figure.value: count for figure, count in sorted(profile.figures.items())}
    return {"facts": held, "figures": figures, "credit": str(profile.credit), "grade": profile.credit_grade}


def profile_of(working: Mapping[str, Any]) -> Profile:
    """The profile that was kept. What content does not know any more is left out."""
    figures = {Figure(name): count for name, count in working["figures"].items() if name in set(Figure)}
    held = {
        name: Decimal(value) if isinstance(value, str) else value for name, value in working["facts"].items()
    }
    return Profile(held, figures, Decimal(working["credit"]), working["grade"])


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, Decimal) else value


def _worked(
    row: Any, before: Any, profile: Profile, catalogue: Catalogue, rules: Grading, now: datetime
) -> tuple[dict[str, Any], EnterpriseClass | None, EnterpriseClass, Graded] | None:
    """The new row of `grades`, the class before and after, the working; None when nothing has changed."""
    graded = grade(rules, profile)
    old = (
        Kept(before.worked, before.hand, before.hand_over) if before is not None else Kept(graded.supervision)
    )
    new = old.reworked(graded.supervision)
    points, working = hundredths(graded.points), working_of(profile)
    days = often(catalogue, rules, new.holds, profile.credit_grade, row.colour.value)
    looks = dict(zip(_OFTEN, (days.self_check_days, days.inspect_days, days.expert_days), strict=True))
    same = (
        before is not None
        and (old, before.points, before.working) == (new, points, working)
        and all(getattr(before, name) == value for name, value in looks.items())
    )
    if same and row.supervision is new.holds:
        return None
    kept = {
        "enterprise": row.id,
        "worked": new.worked,
        "hand": new.hand,
        "hand_over": new.hand_over,
        "points": points,
        "working": working,
        **looks,
        "at": now,
    }
    return kept, row.supervision, new.holds, graded


def often(
    catalogue: Catalogue, rules: Grading, supervision: EnterpriseClass, credit_grade: str, colour: str
) -> Frequency:
    """How often an enterprise of this class, credit and colour is looked at."""
    credit = catalogue.rules.credit
    known = {one.id: one.check_factor for one in credit.grades} if credit is not None else {}
    cycle = catalogue.colours.colour(colour).cycle_days
    return frequency(rules, supervision, Decimal(known.get(credit_grade, Decimal(1))), cycle)


def hundredths(points: Decimal) -> int:
    """Points as they are kept."""
    return int((points * 100).to_integral_value())


def _write(connection: Connection, changes: Sequence[Any], now: datetime) -> None:
    if not changes:
        return
    _KEEP.run(connection, [kept for kept, *_ in changes])
    moved = [one for one in changes if one[1] is not one[2]]
    if not moved:
        return
    connection.execute(
        _SET, [{"b_enterprise": kept["enterprise"], "b_supervision": after} for kept, _, after, _ in moved]
    )
    history = [
        {
            "enterprise": kept["enterprise"],
            "at": now,
            "person": None,
            "before": before,
            "after": after,
            "points": kept["points"],
            "hand": kept["hand"] is not None,
            "reason": ",".join(override.id for override, _ in graded.moved),
        }
        for kept, before, after, graded in moved
    ]
    connection.execute(insert(gradings), history)
    obligations.mark_many(connection, [kept["enterprise"] for kept, *_ in moved], now)
