"""A day and a time in one row are two questions here."""

from collections.abc import Sequence
from dataclasses import replace

from checklists.xlsform.kinds import MOMENTS
from checklists.xlsform.survey import Row

DAY, TIME = "（日期）", "（时间）"
DAY_ENGLISH, TIME_ENGLISH = " (day)", " (time)"


def parted(row: Row) -> Sequence[Row]:
    """The row, or the two questions it asks."""
    if row.type not in MOMENTS:
        return (row,)
    day = replace(row, type="date", label=_with(row, DAY, DAY_ENGLISH))
    time = replace(
        row,
        type="time",
        name=f"{row.name}_time",
        label=_with(row, TIME, TIME_ENGLISH),
        constraint="",
        extras=(),
    )
    return (day, time)


def _with(row: Row, chinese: str, other: str) -> dict[str, str]:
    return {
        language: text + (chinese if "中" in language or "zh" in language else other)
        for language, text in row.label.items()
    }
