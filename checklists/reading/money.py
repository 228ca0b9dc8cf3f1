"""Typed amounts of money in yuan: digits and Chinese numerals, with 元 or 块, and that nothing was spent."""

import re
from decimal import Decimal

from checklists.reading.numerals import read_number
from checklists.words import Words

MOST = 10**9  # yuan; more is a slip of the hand, or a phone number
YUAN = Words("元", "yuan")
_SPENT = re.compile(
    r"^(?:一共|总共|共|全部)?(?:花费了?|花了?|用了?|花掉了?|实际花费|费用|cost|spent)\s*[:：]?\s*"
)
_NOTHING = frozenset(["没花钱", "不花钱", "没有花钱", "没花费", "免费", "零元", "nothing", "free"])
_NAMES = re.compile(r"(?:块钱|元钱|块|圆|人民币|rmb|cny)$", re.IGNORECASE)
_SIGN = re.compile("^[¥￥]\\s*")


def read_money(said: str) -> int | None:
    """Return whole yuan, None when it is not clear what is meant; parts of a yuan are dropped."""
    bare = said.strip().rstrip("。.!！")
    if bare.lower() in _NOTHING:
        return 0
    bare = _NAMES.sub("元", _SIGN.sub("", _SPENT.sub("", bare)))
    read = read_number(bare, YUAN)
    return int(read) if read is not None and 0 <= read <= Decimal(MOST) else None
