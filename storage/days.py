"""Days in China as conditions and figures in SQL, the same on both databases. China keeps UTC+8 all year."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Date, Integer
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from safety.calendar import at


class day_of(FunctionElement[date]):  # noqa: N801 - used like a function of SQL
    """The day in China of a moment."""

    type = Date()
    inherit_cache = True


class days_between(FunctionElement[int]):  # noqa: N801 - used like a function of SQL
    """Whole days in China from one moment to another."""

    type = Integer()
    inherit_cache = True


@compiles(day_of, "sqlite")
def _day_sqlite(element: Any, compiler: Any, **more: Any) -> str:
    return f"date({compiler.process(element.clauses, **more)}, '+8 hours')"


@compiles(day_of, "postgresql")
def _day_postgresql(element: Any, compiler: Any, **more: Any) -> str:
    return f"CAST({compiler.process(element.clauses, **more)} AT TIME ZONE 'Asia/Shanghai' AS date)"


@compiles(days_between, "sqlite")
def _between_sqlite(element: Any, compiler: Any, **more: Any) -> str:
    first, last = (f"julianday(date({compiler.process(one, **more)}, '+8 hours'))" for one in element.clauses)
    return f"CAST({last} - {first} AS INTEGER)"


@compiles(days_between, "postgresql")
def _between_postgresql(element: Any, compiler: Any, **more: Any) -> str:
    first, last = (
        f"CAST({compiler.process(one, **more)} AT TIME ZONE 'Asia/Shanghai' AS date)"
        for one in element.clauses
    )
    return f"({last} - {first})"


def within_days(moment: ColumnElement[Any], since: str, until: str) -> Sequence[ColumnElement[bool]]:
    """From the first of one day to the end of another, each ISO text; an empty one is no bound. A range of the column's index."""
    found: list[ColumnElement[bool]] = []
    if since:
        found.append(moment >= at(date.fromisoformat(since), time.min))
    if until:
        found.append(moment < at(date.fromisoformat(until) + timedelta(days=1), time.min))
    return found
