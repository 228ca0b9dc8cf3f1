"""What people type, in both languages, and what is made of it. The clock stands at Monday 2026-11-23."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.reading import LONGEST, read
from checklists.reading.numerals import chinese_number
from checklists.reading.pointing import read_numbers
from checklists.schema import Accept, Question
from checklists.walk import check
from tests.checklists.forms import TODAY, n, option, question, words


def pick(*labels: tuple[str, str, str, str, bool | None]) -> tuple[object, ...]:
    return tuple(
        option(value, outcome, affirms=affirms).model_copy(update={"label": words(zh, en)})
        for value, outcome, zh, en, affirms in labels
    )


DONE = question(
    "Y",
    options=pick(
        ("ok", "ok", "是", "Yes", True),
        ("bad", "bad", "否", "No", False),
        ("na", "neutral", "不适用", "Not applicable", None),
    ),
)
LIVED = question("L", options=pick(("ok", "ok", "没有", "None", False), ("bad", "bad", "有", "Yes", True)))
FUEL = question(
    "F",
    "single",
    options=pick(
        ("pipe", "ok", "管道天然气", "Piped natural gas", None),
        ("lpg", "ok", "瓶装液化气", "Bottled gas (LPG)", None),
        ("electric", "ok", "全电厨房", "All electric", None),
        ("other", "bad", "醇基或其他", "Alcohol-based or other", None),
    ),
)
CHECKED = question(
    "C",
    "single",
    options=pick(
        ("fixed", "ok", "检过，已改完", "Yes, all fixed", None),
        ("open", "bad", "检过，没改完", "Yes, not all fixed", None),
        ("never", "bad", "没检过", "Not inspected", None),
    ),
)
HOSE = question(
    "H",
    "multi",
    options=pick(
        ("none", "ok", "都没有", "None of these", False),
        ("aged", "bad", "老化开裂", "Aged or cracked", None),
        ("tee", "bad", "接了三通", "Split by a tee", None),
        ("wall", "bad", "穿墙", "Through a wall", None),
        ("open", "bad", "与餐厅没隔开", "Open to dining room", None),
    ),
)
METRES = question("M", "number", unit=words("米", "m"))
KILOS = question("K", "number", unit=words("公斤", "kg"))
THINGS = question("T", "number", unit=words("具", "extinguishers"))
PEOPLE = question("P", "number", unit=words("人", "people"))
HOURS = question("S", "number", unit=words("学时", "hours"))
BARE = question("B", "number")
NEVER = pick(("never", "bad", "从没做过", "Never done", False))
LAST = question("D", "date", accept=Accept(max_age_days=30), options=NEVER)
EXPIRY = question("E", "date", accept=Accept(not_expired=True))
ANY = question("A", "date", accept=Accept(anything=True))


@pytest.mark.parametrize(
    ("q", "value", "texts"),
    [
        (
            DONE,
            "ok",
            "是|是的|对|对的|嗯|有|1|一|第一个|①|选1|会|能|做了|没错|ＯＫ|ok|OK!|好的|可以|yes|Yes.|y|YEAH|没问题|合格|正常|👍|✅|是的，都打开了|是的 都好|yes, everything is open",
        ),
        (
            DONE,
            "bad",
            "否|不|不是|没有|没|无|还没有|从来没做过|no|N|不合格|有问题|没有，明天就办|no, next week",
        ),
        (DONE, "na", "不适用|不涉及|n/a|NA|not applicable"),
        (
            DONE,
            None,
            "也许|不知道|不清楚|是，但是有一个没签|有一处没开|有可能|是不是要拍照|是吗|yes or no|no idea|yes, but one is locked|没有，有一个|3个|4|哈|？|对，没有锁",
        ),
        (LIVED, "ok", "没有|没|不是|无|none|no|没问题|没有，都搬走了"),
        (LIVED, "bad", "有|是|是的|有的|yes|有，两个人|有问题"),
        (LIVED, None, "ok|好的|可以|👍|没有，有一个|没有人住吗|不适用|1|2|一"),
        (
            FUEL,
            "pipe",
            "管道天然气|天然气|管道|管道天燃气|我们用管道天然气|店里用管道天然气的|piped natural gas|natural gas",
        ),
        (FUEL, "lpg", "2|第二个|选2|option 2|瓶装液化气|液化气|瓶装|LPG|bottled gas|瓶装液化汽"),
        (FUEL, "electric", "全电|全电厨房|all electric|electric"),
        (FUEL, "other", "醇基|其他|醇基或其他|other|alcohol-based"),
        (
            FUEL,
            None,
            "气|gas|he|不用管道天然气|管道天然气和液化气|管道天然气还是液化气|煤|天然气？|是|ok|没有液化气",
        ),
        (CHECKED, "fixed", "检过，已改完|检过,已改完|检过已改完|已改完|yes, all fixed"),
        (CHECKED, "open", "检过，没改完|没改完"),
        (CHECKED, "never", "没检过|not inspected"),
        (CHECKED, None, "检过|yes|改完了吗"),
        (HOSE, ("none",), "都没有|没有|none of these|没|没问题"),
        (HOSE, ("wall",), "穿墙|through a wall"),
        (
            HOSE,
            ("aged", "wall"),
            "老化和穿墙|穿墙、老化|穿墙,老化开裂|穿墙 and 老化|aged or cracked, through a wall|老化/穿墙",
        ),
        (HOSE, ("aged", "tee", "wall"), "老化、接三通、穿墙|2、3、4|4,2,3|第二个和第三个和第四个"),
        (HOSE, ("none",), "1|第一个"),
        (HOSE, None, "6|2、9|2到3"),
        (HOSE, ("open",), "与餐厅没隔开|没隔开"),
        (FUEL, None, "1、2|5|0"),
        (HOSE, None, "老化和锈蚀|没有穿墙|穿墙吗|不知道|、|墙"),
    ],
)
def test_it_reads_options(q: Question, value: object, texts: str) -> None:
    assert {text: read(q, text, TODAY) for text in texts.split("|")} == dict.fromkeys(texts.split("|"), value)


@pytest.mark.parametrize(
    ("q", "number", "texts"),
    [
        (
            METRES,
            "2",
            "2|２|2米|2 米|2m|2 M|２米|两米|二米|贰米|约2米|大概两米|2米左右|200厘米|200公分|200cm|2000毫米|2 meters|2.0|一共2米|two|two m",
        ),
        (METRES, "2.5", "2.5|2.5米|２．５|两米五|2米5|两米半|二点五|二点五米|250 cm"),
        (METRES, "0.5", "0.5|半米|零点五|50厘米"),
        (METRES, "-3", "-3|-3米|－3|负三|负三米|—3"),
        (METRES, "350", "350|三百五十|三百五|三百五十米"),
        (
            METRES,
            None,
            "2到3米|2-3|两三米|三五米|不到2米|2米以上|几米|十几米|2公斤|2斤|两根|没有|米|半|1,5|1e3|2..5|99999999999999|二米三三|三十三百|百|一二三",
        ),
        (KILOS, "50", "50|50公斤|五十公斤|50kg|50千克|100斤|一百斤|0.05吨|50 kilos"),
        (KILOS, "120", "120|一百二|一百二十|一百二十公斤"),
        (KILOS, "15000", "15000|1.5万|一万五|一万五千|15,000|15吨"),
        (KILOS, None, "2瓶|两罐|50米|1万2"),
        (THINGS, "2", "2|两具|2个|二个|2 extinguishers|有2个|2只"),
        (THINGS, "0", "0|零|没有|没|无|一个也没有|none|零个"),
        (THINGS, None, "几个|十几个|2人|两瓶|有|很多"),
        (PEOPLE, "12", "12|十二|12人|12个人|十二名|12位|twelve|12 people|１２人"),
        (PEOPLE, "1", "1 person|一个人|1"),
        (HOURS, "16", "16|16学时|16小时|16课时|16 hours|16h|十六"),
        (BARE, "2026", "2026|二〇二六|两千零二十六|二千零二十六"),
        (BARE, None, "2米|二零"),
    ],
)
def test_it_reads_numbers(q: Question, number: str | None, texts: str) -> None:
    expected = None if number is None else n(number)
    assert {text: read(q, text, TODAY) for text in texts.split("|")} == dict.fromkeys(
        texts.split("|"), expected
    )


@pytest.mark.parametrize(
    ("q", "day", "texts"),
    [
        (LAST, "2026-11-23", "今天|今日|今天上午|刚刚|today|Today.|今天下午测的"),
        (LAST, "2026-11-22", "昨天|昨天下午|昨晚|yesterday|1天前|a day ago|周日|星期天|礼拜日"),
        (LAST, "2026-11-21", "前天|两天前|2天以前|the day before yesterday|周六"),
        (LAST, "2026-11-20", "大前天|三天前|3 days ago|三日前"),
        (LAST, "2026-11-16", "上周|上星期|上个星期|last week|一周前|1周前|一个星期前|上周一|a week ago"),
        (LAST, "2026-11-18", "上周三|上星期三|上个礼拜三|周三|星期三"),
        (LAST, "2026-11-11", "上上周三|11月11日|11.11"),
        (LAST, "2026-08-23", "3月前|3个月前|三个月前|3 months ago"),
        (LAST, "2026-05-23", "半年前|6个月前"),
        (LAST, "2025-11-23", "一年前|1年前|a year ago"),
        (LAST, "2026-11-08", "半个月前|8号|8日|11月8号|11/8"),
        (LAST, "2026-10-25", "25号|上个月25号|10月25日"),
        (LAST, "2026-10-01", "上个月|上月|10月|10月份"),
        (LAST, "2026-11-01", "本月|这个月|11月|2026年11月"),
        (
            LAST,
            "2026-11-03",
            "11月3日|11月3号|11/3|11-3|11.3|2026-11-03|2026/11/3|2026.11.3|2026 11 3|20261103|2026年11月3日|26年11月3日|今年11月3日|十一月三日|二〇二六年十一月三日|26.11.3|Nov 3|nov 3rd, 2026|3 November 2026|3rd of November|11月3日做的|大概11月3日|在11月3日",
        ),
        (LAST, "2025-05-01", "去年5月|去年五月份|2025年5月|2025-05|2025.5|去年的5月|May 2025"),
        (LAST, "2025-05-03", "去年5月3日|去年五月三号|2025-5-3"),
        (LAST, "2024-02-29", "2024-02-29|前年2月29日"),
        (LAST, "2025-12-03", "12月3日|12/3|Dec 3"),
        (LAST, "2026-05-31", "5月底|今年5月底|5月末"),
        (LAST, "2025-12-31", "12月底|去年年底|去年底"),
        (LAST, "2026-10-31", "上个月底|上月底"),
        (LAST, "2026-10-01", "上月初|10月初"),
        (LAST, "2026-09-08", "两个半月前|2个半月前"),
        (LAST, "2026-11-24", "明天|2026-11-24|tomorrow"),
        (LAST, "never", "从没做过|没做过|没有|从来没测过|没洗过|never done|never|没有做过"),
        (
            LAST,
            None,
            "去年|今年|前几天|最近|不久前|2月30日|2026-02-29|13/11|3/11/2026|26.11.24|周一|32号|0月3日|不记得|3|三|11|一个月以内|好像是昨天吧？|11月底|月初|年底|2026|nothing 3|Foo 3|99999999",
        ),
        (EXPIRY, "2027-05-31", "明年5月|2027年5月|2027-05|2027.5|May 2027"),
        (EXPIRY, "2027-05-01", "2027-05-01|2027年5月1日|明年5月1号到期"),
        (EXPIRY, "2026-12-03", "12月3日|12/3|12月3日到期"),
        (EXPIRY, "2026-12-31", "下个月|12月"),
        (EXPIRY, "2026-11-25", "后天"),
        (EXPIRY, "2026-12-02", "下周三"),
        (EXPIRY, None, "11月3日|5月|周五|3号|半年前|没有"),
        (ANY, "2026-11-03", "11月3日|11/3|3号"),
        (ANY, "2026-12-03", "12月3日"),
        (ANY, None, "周五|25号"),
    ],
)
def test_it_reads_dates(q: Question, day: str | None, texts: str) -> None:
    expected = day if day in (None, "never") else date.fromisoformat(str(day))
    assert {text: read(q, text, TODAY) for text in texts.split("|")} == dict.fromkeys(
        texts.split("|"), expected
    )


@pytest.mark.parametrize(
    ("today", "text", "day"),
    [
        (date(2026, 3, 31), "1个月前", date(2026, 2, 28)),
        (date(2024, 2, 29), "1年前", date(2023, 2, 28)),
        (date(2026, 1, 5), "上个月", date(2025, 12, 1)),
        (date(2026, 1, 5), "12月3日", date(2025, 12, 3)),
        (date(2026, 1, 5), "25号", date(2025, 12, 25)),
        (date(2026, 3, 5), "31号", None),
        (date(2026, 3, 1), "2月29日", None),
        (date(2025, 3, 1), "2月29日", date(2024, 2, 29)),
        (date(2026, 1, 1), "上周三", date(2025, 12, 24)),
    ],
)
def test_it_reads_dates_at_the_ends_of_months_and_years(today: date, text: str, day: date | None) -> None:
    assert read(LAST, text, today) == day


def test_a_text_is_kept_as_it_was_said() -> None:
    assert read(question("T", "text"), "  门口堆了货，Ｏｋ？\n ", TODAY) == "门口堆了货，Ｏｋ？"
    assert read(question("T", "text"), " \n", TODAY) is None


@pytest.mark.parametrize("q", [DONE, FUEL, HOSE, METRES, LAST], ids=lambda q: q.id)
@pytest.mark.parametrize("text", ["", "   ", "。", "是" * (LONGEST + 1), "\u200b", "🙂", "a\nb"])
def test_noise_is_nothing(q: Question, text: str) -> None:
    assert read(q, text, TODAY) is None


@given(
    st.text(max_size=30),
    st.sampled_from([DONE, LIVED, FUEL, CHECKED, HOSE, METRES, KILOS, THINGS, LAST, EXPIRY, ANY]),
)
def test_whatever_is_typed_it_never_fails_and_options_are_real(text: str, q: Question) -> None:
    value = read(q, text, TODAY)
    if isinstance(value, str | tuple):
        assert check(q, value, TODAY) is None


@given(st.integers(0, 99999999))
def test_it_reads_every_chinese_numeral(number: int) -> None:
    assert chinese_number(in_chinese(number)) == number


def in_chinese(number: int) -> str:
    """Written out in full by another way: group by ten thousands, one zero for a gap."""
    if number >= 10000:
        head, tail = divmod(number, 10000)
        gap = "零" if 0 < tail < 1000 else ""
        return in_chinese(head) + "万" + gap + (in_chinese(tail) if tail else "")
    if number < 10:
        return "零一二三四五六七八九"[number]
    written, gap = "", False
    for size, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, size)
        if digit:
            written += ("零" if gap else "") + "零一二三四五六七八九"[digit] + sign
        gap = digit == 0 and bool(written)
    return written


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("一百零五", 105),
        ("一百五", 150),
        ("两千三", 2300),
        ("两千零三", 2003),
        ("一万二", 12000),
        ("一万零二", 10002),
        ("三亿", 300000000),
        ("一千〇一", 1001),
    ],
)
def test_it_reads_the_short_ways_too(text: str, number: int) -> None:
    assert chinese_number(text) == number


@pytest.mark.parametrize(
    "text", ["", "三五", "十十", "百", "二三十", "一百一千", "零零", "一零", "万", "五零五", "一万一万", "千"]
)
def test_what_is_no_numeral_is_none(text: str) -> None:
    assert chinese_number(text) is None


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("3", [3]),
        ("第3题、第5题", [3, 5]),
        ("１和 12", [1, 12]),
        ("question 3 and 4", [3, 4]),
        ("3号楼的先放着", []),
        ("3天", []),
        ("2026", []),
        ("", []),
    ],
)
def test_numbers_of_questions_are_read_only_when_nothing_else_is_said(text: str, numbers: list[int]) -> None:
    assert read_numbers(text) == numbers
