"""Facts of enterprises: each statement is a row, the last one counts. What follows from them is derived by content."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from sqlalchemy import BigInteger, Connection, Text, bindparam, cast, column, func, insert, select
from sqlalchemy.dialects.postgresql import JSONB

from checklists.answers import Facts, JsonValue
from checklists.facts import FactSheet
from safety.checks import StatedFact
from storage.prepared import Prepared
from storage.tables.classes import confirmations
from storage.tables.ledger import facts

Plain = dict[str, bool | int | Decimal]

_OF_ONE = Prepared(
    select(facts.c.fact, facts.c.value)
    .where(facts.c.enterprise == bindparam("enterprise"))
    .order_by(facts.c.id)
)
_SAID = Prepared(
    select(facts.c.fact, facts.c.value, facts.c.source, facts.c.at)
    .where(facts.c.enterprise == bindparam("enterprise"))
    .order_by(facts.c.id)
)
_CONFIRMED = Prepared(
    select(confirmations.c.facts, confirmations.c.at)
    .where(confirmations.c.enterprise == bindparam("enterprise"))
    .order_by(confirmations.c.id.desc())
    .limit(1)
)
_OF_MANY = (
    select(facts.c.enterprise, facts.c.fact, facts.c.value)
    .where(facts.c.enterprise.in_(bindparam("enterprises", expanding=True)))
    .order_by(facts.c.id)
)
_STATE = insert(facts)
FEW = 20  # more than so many go to PostgreSQL as one parameter: row by row a list of 10,500 would take a third longer
_ROWS = (
    func.jsonb_to_recordset(bindparam("rows", type_=JSONB))
    .table_valued(
        column("enterprise", BigInteger), column("fact", Text), column("value", JSONB), column("source", Text)
    )
    .render_derived(name="said", with_types=True)
)
_STATE_MANY = insert(facts).from_select(
    ["enterprise", "fact", "value", "source", "at", "person"],
    select(
        _ROWS.c.enterprise,
        _ROWS.c.fact,
        _ROWS.c.value,
        _ROWS.c.source,
        bindparam("b_at", type_=facts.c.at.type),
        cast(bindparam("b_person"), BigInteger),
    ),
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact as somebody stated it."""

    enterprise: int
    fact: str
    value: JsonValue
    source: str


def state(
    connection: Connection, statements: Sequence[Statement], now: datetime, person: int | None = None
) -> None:
    """Add statements; earlier ones stay as history."""
    rows = [
        {
            "enterprise": s.enterprise,
            "fact": s.fact,
            "value": s.value,
            "source": s.source,
            "at": now,
            "person": person,
        }
        for s in statements
    ]
    if len(rows) > FEW and connection.dialect.name == "postgresql":
        said = [{name: row[name] for name in ("enterprise", "fact", "value", "source")} for row in rows]
        connection.execute(_STATE_MANY, {"rows": said, "b_at": now, "b_person": person})
    elif rows:
        connection.execute(_STATE, rows)


def stated(connection: Connection, enterprise: int) -> Facts:
    """What was last stated of one enterprise, without what follows from it."""
    return plain(_OF_ONE.rows(connection, {"enterprise": enterprise}))


def statements(connection: Connection, enterprise: int, sheet: FactSheet) -> dict[str, StatedFact]:
    """What was last stated of one enterprise, with where and when; facts that content no longer knows are left out."""
    said: dict[str, StatedFact] = {}
    for fact, value, source, at in _SAID.rows(connection, {"enterprise": enterprise}):
        plain_value, days = value_of(value), sheet.valid_days.get(fact)
        if value is None:
            said.pop(fact, None)
        if plain_value is not None and days is not None:
            said[fact] = StatedFact(plain_value, source, at, days)
    if not said:
        return said  # and nothing that could have been confirmed
    confirmed = _CONFIRMED.first(connection, {"enterprise": enterprise})
    if confirmed is not None:
        said.update(_again(said, confirmed.facts, confirmed.at))
    return said


def _again(
    said: Mapping[str, StatedFact], confirmed: Mapping[str, JsonValue], at: datetime
) -> dict[str, StatedFact]:
    """What was confirmed as it stands was said again at that moment."""
    return {
        fact: replace(one, at=at)
        for fact, one in said.items()
        if at > one.at and fact in confirmed and value_of(confirmed[fact]) == one.value
    }


def stated_of(connection: Connection, enterprises: Sequence[int]) -> Mapping[int, Facts]:
    """What was last stated of each of many enterprises."""
    found: dict[int, Plain] = {enterprise: {} for enterprise in enterprises}
    for enterprise, fact, value in connection.execute(_OF_MANY, {"enterprises": list(enterprises)}):
        _keep(found[enterprise], fact, value)
    return found


def plain(rows: Iterable[Any]) -> Plain:
    """Kept JSON as flags and numbers, the last of each fact; a value that is neither says nothing and is left out."""
    said: Plain = {}
    for fact, value in rows:
        _keep(said, fact, value)
    return said


def _keep(said: Plain, fact: str, value: JsonValue) -> None:
    """One statement after another; None takes back what was stated before."""
    known = value_of(value)
    if known is not None:
        said[fact] = known
    elif value is None:
        said.pop(fact, None)


def value_of(value: JsonValue) -> bool | int | Decimal | None:
    """A kept value as a flag or a number; None for anything else."""
    if isinstance(value, bool | int):
        return value
    if not isinstance(value, str | float):
        return None
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None
