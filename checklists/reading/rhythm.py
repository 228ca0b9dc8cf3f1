"""How often something comes again, in people's words: 每10天, 每两周, 每季度, every 6 months."""

import re

_SPELLED = {
    "": 1,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
}
_UNITS = {
    **dict.fromkeys(("天", "日", "day", "days"), (1, "day")),
    **dict.fromkeys(("周", "星期", "礼拜", "week", "weeks"), (1, "week")),
    **dict.fromkeys(("月", "month", "months"), (1, "month")),
    **dict.fromkeys(("季", "季度", "quarter", "quarters"), (3, "month")),
    **dict.fromkeys(("年", "year", "years"), (12, "month")),
}
_RHYTHM = re.compile(
    rf"(?:每隔?|every)?\s*(\d{{1,3}}|[{''.join(_SPELLED)}半]?)\s*个?\s*({'|'.join(sorted(_UNITS, key=len, reverse=True))})(?:一次|1次)?"
)
MOST = 366
HALF_A_YEAR = (6, "month")


def read_rhythm(text: str) -> tuple[int, str] | None:
    """How many of which unit (day, week, month); None when it is not clear."""
    found = _RHYTHM.fullmatch(text.strip().casefold())
    if found is None:
        return None
    said, (times, unit) = found[1], _UNITS[found[2]]
    if said == "半":
        return HALF_A_YEAR if found[2] == "年" else None
    many = (int(said) if said.isascii() and said else _SPELLED[said]) * times
    return (many, unit) if 1 <= many <= MOST else None
