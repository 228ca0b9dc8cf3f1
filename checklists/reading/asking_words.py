"""Words by which people ask for enterprises, in Chinese and English: patterns alone. What they come to: safety/asking.py."""

import re
from collections.abc import Sequence

from checklists.reading.numerals import chinese_number

HALF = "半"
# What stands where words were understood: one sign for each kind of which one of several is enough, one for all others.
TOWN, INDUSTRY, COLOUR, ACTIVITY, OTHER = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
SIGNS = f"{TOWN}{INDUSTRY}{COLOUR}{ACTIVITY}{OTHER}"
EITHER = f"{TOWN}{INDUSTRY}{COLOUR}{ACTIVITY}"

N = "([0-9]{1,4}|[零〇一二两三四五六七八九十百]{1,5}|半|a|an|one|two|three|four|five|six)"
SMALL = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
UNITS = {"天": 1, "日": 1, "周": 7, "星期": 7, "礼拜": 7, "月": 30, "季度": 90, "季": 90, "年": 365} | {
    "day": 1, "week": 7, "month": 30, "quarter": 90, "year": 365,
}  # fmt: skip
UNIT = "(天|日|周|个?星期|个?礼拜|个?月|个?季度|个季|年)"
UNIT_EN = "(day|week|month|quarter|year)s?"
BEFORE = "(?:最?近|已经?|连续|超过?|过去|有)*"
CHECK = "(?:过|做过?|进行过?|提交过?|交过?|填过?|报过?|开展过?)*(?:自查自?报?|检查|排查|查)(?:过|了|表)*"
NOT = "(?:都|还|一直|从来?)*(?:没有?|未|不)(?:有|曾)?"
NOT_FOR = re.compile(f"{BEFORE}{N}{UNIT}(?:以上|多|内|里|以内|以来|之内)*的?{NOT}{CHECK}")
NOT_FOR_EN = re.compile(
    rf"(?:not|never|un)[ -]?(?:been )?(?:self-?)?check(?:ed|s)?(?: for| in| within| since)?(?: the)?(?: last| past| over| more than| at least)* {N} {UNIT_EN}"
    rf"|(?:no|without)(?: a| any)? (?:self-?)?checks?(?: for| in| within)?(?: the)?(?: last| past| over| more than| at least)* {N} {UNIT_EN}"
)
NEVER = re.compile(
    f"(?:从来?|一次也?都?|一直|从){NOT}{CHECK}|never (?:been )?(?:self-?)?checked|never checked"
)
VISIT = "(?:上门|现场|入企|执法|督查|督导|专家)(?:去|来|进行|做)?(?:过)?(?:检查|查|督查|看)?(?:过|了)?"
NOT_SEEN = re.compile(
    f"{BEFORE}{N}{UNIT}(?:以上|多|内|里|以内|以来|之内)*的?{NOT}(?:做|进行|去|来|被)?{VISIT}"
)
NOT_SEEN_EN = re.compile(
    rf"(?:not|never) (?:been )?(?:inspected|visited)(?: for| in| within| since)?(?: the)?(?: last| past| over| more than| at least)* {N} {UNIT_EN}"
    rf"|(?:no|without)(?: an| any)? (?:inspections?|visits?)(?: for| in| within)?(?: the)?(?: last| past| over| more than| at least)* {N} {UNIT_EN}"
)
NEVER_SEEN = re.compile(
    f"(?:从来?|一次也?都?|一直|从){NOT}(?:做|进行|去|来|被)?{VISIT}|never (?:been )?(?:inspected|visited)"
)
NOT_COVERED = re.compile(
    r"(?:本季度?|这个?季度?|当季)的?(?:都|还)*(?:没有?|未)(?:被)?(?:全)?(?:覆盖|检查|查|查到|检查到)(?:到|过)?|(?:还)?(?:没有?|未)(?:被)?覆盖(?:到)?|not (?:yet )?(?:covered|reached)(?: this quarter)?"
)
UNDONE = re.compile(
    r"(?:本期|这期|本月|这个?月|本季度?|本周|这周)的?(?:都|还)*(?:没有?|未)(?:做|完成|提交|交|填|报)*(?:过)?自查(?:表)?"
    r"|(?:本期|这期|本月|这个?月|本季度?|本周|这周)?的?自查表?(?:还|都)*(?:没有?|未)(?:做|完成|提交|交|填|报)(?:的|过)?"
    r"|(?:没有?|未)(?:提交|交|填|做|完成)(?:本期|本月|本季度?)?的?自查(?:表)?"
    r"|(?:self-?)?checks? (?:is |are )?(?:still )?(?:due|missing|not (?:submitted|handed in|done))|owing a (?:self-?)?check"
)
RANGE = re.compile(
    rf"(?:从业人员|员工|职工|人数|规模|有)*(?:不少于|至少|超过|大于|多于|满)?{N}(?:个|名|位)?人?(?:\(含\))?(?P<more>及?以上|或以上)"
    rf"|(?:从业人员|员工|职工|人数|规模|有)*(?P<over>不少于|至少|超过|大于|多于|满){N}(?:个|名|位)?人"
    rf"|(?:从业人员|员工|职工|人数|规模|有)*{N}(?:个|名|位)?人(?P<less>及?以下|以内|或以下)"
    rf"|(?:从业人员|员工|职工|人数|规模|有)*(?P<under>不到|不足|少于|小于|不满){N}(?:个|名|位)?人"
    rf"|(?P<over_en>more than|over|at least) {N} (?:people|staff|employees|workers)"
    rf"|(?P<under_en>fewer than|less than|under) {N} (?:people|staff|employees|workers)"
)
FLAGS: Sequence[tuple[re.Pattern[str], dict[str, object]]] = (
    (
        re.compile(r"(?:有|存在)?(?:未整改的?|没整改的?|没改的?|未闭环的?|疑似)?重大(?:事故)?隐患(?:没改|未整改|没整改|未销号)?|major hazards?"),
        {"hazards": "major"},
    ),
    (
        re.compile(r"(?:有|存在)?(?:逾期|超期|过期)(?:没有?|未)?(?:整改|改)?(?:的)?隐患|(?:有)?隐患(?:整改)?(?:逾期|超期)(?:没改|未改|未整改|没整改)?|overdue hazards?|hazards? overdue"),
        {"hazards": "overdue"},
    ),
    (
        re.compile(r"(?:有|存在)?(?:未整改|没整改|没改|未改|未闭环|未销号|没销号)(?:完)?的?隐患|(?:有)?隐患(?:没有?|未)(?:整改|改|闭环|销号)(?:完)?|有隐患|(?:with )?open hazards?"),
        {"hazards": "open"},
    ),
    (
        re.compile(r"(?:还)?(?:没有?|未)(?:签|签订|签署|签过?)(?:的)?(?:安全)?(?:承诺书?|告知书)?|承诺书?(?:没有?|未|过期|失效)(?:签|签订|签署)?|(?:commitment )?(?:not|un)[ -]?signed(?: commitments?| the commitment)?|without a (?:signed )?commitment"),
        {"unsigned": True},
    ),
    (
        re.compile(r"(?:还)?(?:没有?|未)(?:人)?(?:加入|注册|激活|绑定|开通)(?:过)?|(?:never|not) (?:joined|registered)"),
        {"never_joined": True},
    ),
    (re.compile(r"失联|联系不上|无法联系|unreachable|out of reach|silent"), {"silent": True}),
    (re.compile(r"停产停业|停产|停业|歇业|stopped"), {"activities": ("stopped",)}),
    (re.compile(r"复工复产|复工|复产|resumed"), {"activities": ("resumed",)}),
    (re.compile(r"(?:已)?(?:关闭|注销|关停|倒闭)|closed"), {"activities": ("closed",)}),
    (re.compile(r"正常生产|正常营业|在产|在营|生产中|营业中|in production|producing"), {"activities": ("producing",)}),
)  # fmt: skip
COLOURS: Sequence[tuple[re.Pattern[str], str]] = tuple(
    (re.compile(f"{zh}(?:色|牌)|\\b{en}\\b"), en)
    for zh, en in (("橙", "orange"), ("黄", "yellow"), ("蓝", "blue"), ("白", "white"), ("绿", "green"))
)
CLASSES: Sequence[tuple[re.Pattern[str], str]] = tuple(
    (re.compile(rf"(?<![a-z])(?:{roman}|{sign})(?:级|类)(?:监管)?|\bclass {roman}\b"), name)
    for name, roman, sign in (("IV", "iv", "四"), ("III", "iii", "三"), ("II", "ii", "二"), ("I", "i", "一"))
)
DENIED = re.compile(r"(?:不是|不属于|没有?|不|无|未|非|without |not |no |non-?)$")
FILLER = re.compile(
    r"还有|还|再加|加上|另外|所有|全部|那些|哪些|这些|属于|在|里面?|内|的|和|且|并且|并|以及|及|又|同时|而且|有|是|企业|单位|场所|商户|用户|公司|家|户|请|帮我|找|查一下|筛选|列出|看看|告知书"
    r"|\b(?:the|of|in|at|town|towns|district|enterprises?|compan(?:y|ies)|firms?|places?|which|that|who|whose|are|is|were|was|with|and|all|have|has|having|been|users?|for|show|find|list|me|but|notices?|staff|people|owing|any|a|an)\b"
)
MARKS = re.compile(r"[\s,.;:!?，。；：！？、“”\"'()（）·\-]+")
SUFFIX = ("街道办事处", "街道", "镇", "乡", "开发区")
OWN = (
    "全区",
    "全镇",
    "本镇",
    "本区",
    "本街道",
    "全街道",
    "全辖区",
    "本辖区",
)  # the reader's own area, which narrows nothing
_ABOVE = re.compile("超过|大于|多于|more than|over")
_EACH = "个"
_SMALL_WORDS = rf"(?:{FILLER.pattern}|[\s,、，])*"
BETWEEN = re.compile(rf"([{EITHER}])\1*{_SMALL_WORDS}(?:或者?|还是|\bor\b|/){_SMALL_WORDS}(?=\1)")
_ENDS = re.compile(rf"^(?:{FILLER.pattern})|(?:{FILLER.pattern})$")


def number(said: str) -> int:
    """A number as people write it; 0 when it is none."""
    return SMALL.get(said) or (int(said) if said.isascii() else chinese_number(said) or 0)


def days(many: str, unit: str, most: int) -> int:
    """So many of a unit of time in days."""
    size = UNITS[unit.removeprefix(_EACH)]
    if many == HALF:
        return max(1, size // 2)
    return min(most, max(1, number(many) * size))


def exceeds(text: str) -> bool:
    """Whether a bound is meant without its own number: more than ten."""
    return _ABOVE.search(text) is not None


def trimmed(piece: str) -> str:
    """A piece without the small words and marks at its ends; empty when it says nothing else."""
    said = MARKS.sub(" ", piece).strip()
    if not MARKS.sub("", FILLER.sub("", said)):
        return ""
    while (shorter := _ENDS.sub("", said).strip()) != said:
        said = shorter
    return said
