"""Numbers that people see: one gap-free series a year, counted inside the transaction that uses it."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, bindparam

from safety.calendar import today
from storage.prepared import Prepared
from storage.tables.ledger import counters
from storage.upsert import Insert


class Series(StrEnum):
    """A series of numbers: hazards (隐患), receipts of self-checks (自查), commitments (承诺), closures (销号), tips (举报), listings (挂牌), exams (考试), lessons (培训课), warnings (预警), incidents (事故), near misses (未遂), the veto list (否决), drills (演练), roll calls (点名), spot exams (抽考), requests for changes (变更), statistics (统计), inspections on site (检查), campaigns (专项), interviews (约谈)."""

    HAZARD = "YH"
    RECEIPT = "ZC"
    COMMITMENT = "CN"
    CLOSURE = "XH"
    TIP = "JB"
    LISTING = "GP"
    EXAM = "KS"
    LESSON = "PX"
    CHORE = "DQ"
    WARNING = "YJ"
    INCIDENT = "SG"
    NEAR_MISS = "WS"
    VETO = "FJ"
    DRILL = "YL"
    ROLL = "DM"
    SPOT = "CK"
    REQUEST = "BG"
    STATISTICS = "TJ"
    VISIT = "JC"
    CAMPAIGN = "ZX"
    INTERVIEW = "YT"


def _next(insert: Insert) -> Any:
    first = insert(counters).values(series=bindparam("series"), year=bindparam("year"), value=1)
    return first.on_conflict_do_update(
        index_elements=["series", "year"], set_={"value": counters.c.value + 1}
    ).returning(counters.c.value)


_NEXT = Prepared.upsert(_next)


def next_number(connection: Connection, series: Series, now: datetime) -> str:
    """Take the next number of this year (local time); it returns to the series when the transaction does not commit."""
    year = today(now).year
    value = _NEXT.scalar(connection, {"series": series.value, "year": year})
    return f"{series.value}-{year}-{value:06d}"
