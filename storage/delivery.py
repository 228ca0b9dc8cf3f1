"""What became of letters that were written since a moment, by the family of their key or by reminder rule: one walk over an index of the days asked for."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Connection,
    Integer,
    Select,
    bindparam,
    case,
    func,
    literal,
    literal_column,
    or_,
    select,
)

from safety.delivery import Delivered
from storage.prepared import Prepared
from storage.scope import Reach, Scope, within
from storage.tables.people import seats
from storage.tables.post import letter_rules, outbox

_TELLS = Prepared.upsert(
    lambda make: (
        make(letter_rules)
        .values(letter=bindparam("b_letter"), rule=bindparam("b_rule"))
        .on_conflict_do_nothing()
    )
)
_PADDED = outbox.c.key + literal(":")


def _family(postgresql: bool) -> Any:  # noqa: FBT001 - which of two spellings
    """The part of a key before its first colon."""
    if postgresql:
        return func.split_part(outbox.c.key, ":", 1)
    return func.substr(outbox.c.key, 1, func.instr(_PADDED, ":") - 1)


def _sum(condition: Any, name: str) -> Any:
    return func.sum(case((condition, 1), else_=0), type_=Integer()).label(name)


def _figures(of: Any) -> Select[Any]:
    state = outbox.c.state
    return select(
        of.label("name"),
        func.count().label("written"),
        _sum(state == "sent", "delivered"),
        _sum(outbox.c.acted_at.is_not(None), "acted"),
        _sum(state == "kept", "kept"),
        _sum(state == "failed", "failed"),
        _sum(or_(state == "expired", state == "merged"), "late"),
    ).group_by(literal_column("1"))


def tells(connection: Connection, letter: int, rules: Iterable[str]) -> None:
    """Note which reminder rules a letter tells of."""
    _TELLS.run_many(connection, [{"b_letter": letter, "b_rule": rule} for rule in dict.fromkeys(rules)])


def by_rule(connection: Connection, since: datetime, until: datetime) -> Sequence[Delivered]:
    """By reminder rule, of letters written in [since, until). A letter that tells of three rules counts for each."""
    both = outbox.join(letter_rules, letter_rules.c.letter == outbox.c.id)
    found = _figures(letter_rules.c.rule).select_from(both)
    within_days = found.where(
        outbox.c.key.is_not(None), outbox.c.posted_at >= since, outbox.c.posted_at < until
    )
    return sorted((Delivered(*row) for row in connection.execute(within_days)), key=lambda one: one.name)


def figures(
    connection: Connection, since: datetime, until: datetime, scope: Scope | None = None
) -> Sequence[Delivered]:
    """By family, of letters written in [since, until). `scope`: only those to people with a seat in it."""
    family = _family(connection.dialect.name == "postgresql")
    keyed = _figures(family).where(outbox.c.key.is_not(None)).order_by(literal_column("1"))
    found = keyed.where(outbox.c.posted_at >= since, outbox.c.posted_at < until)
    bound: dict[str, Any] = {}
    if scope is not None and scope.reach is not Reach.DISTRICT:
        own = select(seats.c.person).where(
            seats.c.until.is_(None),
            or_(within(scope.reach, seats.c.enterprise), seats.c.area == scope.place),
        )
        found = found.where(outbox.c.person.in_(own))
        bound = {"place": scope.place}
    return [Delivered(*row) for row in connection.execute(found, bound)]
