"""Facts of enterprises as conditions in SQL: what was last stated, and what content derives from it. One index seek an enterprise."""

from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Float, and_, false, func, literal_column, not_, or_, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import GenericFunction

from checklists.conditions import Condition
from checklists.facts import FactSheet
from storage.tables.ledger import enterprises, facts

_YES: Any = literal_column("'true'")  # as JSON on both databases


class stated_number(GenericFunction[float]):  # noqa: N801 - the name of a function in SQL
    """A kept JSON value as a number; NULL when it is none."""

    type = Float()
    inherit_cache = True


@compiles(stated_number, "sqlite")
def _sqlite(element: Any, compiler: Any, **kw: Any) -> str:
    bare = f"trim({compiler.process(next(iter(element.clauses)), **kw)}, '\"')"
    return f"(CASE WHEN {bare} GLOB '[0-9]*' OR {bare} GLOB '-[0-9]*' THEN CAST({bare} AS REAL) END)"


@compiles(stated_number, "postgresql")
def _postgresql(element: Any, compiler: Any, **kw: Any) -> str:
    bare = f"({compiler.process(next(iter(element.clauses)), **kw)} #>> '{{}}')"
    return f"(CASE WHEN {bare} ~ '^-?[0-9]+([.][0-9]+)?$' THEN CAST({bare} AS double precision) END)"


def holds(sheet: FactSheet, fact: str) -> ColumnElement[bool]:
    """Whether a flag was last stated to be so of the enterprise of the query, or follows from what was."""
    for derived in sheet.derived:
        if derived.id == fact:
            return _condition(sheet, derived.when)
    said: ColumnElement[bool] = _last(facts.c.value, fact) == _YES
    return said


def lacks(sheet: FactSheet, fact: str) -> ColumnElement[bool]:
    """Whether it does not hold; what was never said does not."""
    return _no(holds(sheet, fact))


def between(fact: str, low: Decimal | int | None, high: Decimal | int | None) -> ColumnElement[bool]:
    """Whether a number that was last stated lies between these; one that is not known never does."""
    number = _last(stated_number(facts.c.value), fact)
    bounds = [number >= float(low)] if low is not None else []
    if high is not None:
        bounds.append(number <= float(high))
    return and_(number.is_not(None), *bounds)


def _last(column: Any, fact: str) -> Any:
    """What was last said of it; a statement without a value takes it back (storage.facts.plain)."""
    last = (
        select(column)
        .where(facts.c.fact == fact, facts.c.enterprise == enterprises.c.id)
        .order_by(facts.c.id.desc())
        .limit(1)
    )
    return last.correlate(enterprises).scalar_subquery()


def _condition(sheet: FactSheet, when: Condition) -> ColumnElement[bool]:
    """A condition of content over facts alone."""
    if when.all:
        return and_(*(_condition(sheet, part) for part in when.all))
    if when.any:
        return or_(*(_condition(sheet, part) for part in when.any))
    if when.not_ is not None:
        return _no(_condition(sheet, when.not_))
    if when.fact is None:
        return false()
    return between(when.fact, when.at_least, when.at_most) if when.compares else holds(sheet, when.fact)


def _no(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """That it is not so; NULL is as good as no."""
    return not_(func.coalesce(condition, false()))
