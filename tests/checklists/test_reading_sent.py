"""Typed times of day, scanned codes and addresses, and what is made of them."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.reading import read
from checklists.schema import Question
from checklists.validity import LONGEST_ADDRESS, LONGEST_CODE
from checklists.walk import check
from tests.checklists.forms import TODAY, option, question

NOW = time(14, 7, 33)
CLOSED = question("C", "time", options=(option("open", "bad", "没关", affirms=False),))
CYLINDER = question(
    "B", "code", pattern="[0-9]{8}", example="37140001", options=(option("gone", "bad", "看不清"),)
)
EQUIPMENT = question("E", "code", pattern="[A-Z]{2}-?[0-9]{4}[A-Z]?", example="GL-0012")
LABEL = question("L", "code")
PLACE = question("G", "place", options=(option("none", "bad", "没有"),))


@pytest.mark.parametrize(
    ("clock", "texts"),
    [
        (
            "08:30",
            "8点半|八点半|08:30|8：30|８：３０|8:30|8.30|0830|830|8点30|8点30分|8时30分|早上8点半|上午八点半|大概8点半左右",
        ),
        (
            "08:30",
            "8:30 am|8:30 a.m.|half past eight|half past 8|8.30am|今天早上八点半|在8点半|about 8:30|08:30:59",
        ),
        (
            "08:00",
            "8点|八点|8点钟|8点整|八点整|8时|8|08|早上8点|8 am|8am|eight|8 o'clock|eight o'clock|8 in the morning|8:00。",
        ),
        (
            "20:30",
            "20:30|二十点半|晚上8点半|晚8点半|晚上八点三十|8:30 pm|8:30pm|half past 8 pm|2030|昨晚八点半|昨天晚上8点半",
        ),
        ("20:00", "晚上8点|八点 pm|8 at night|20点|20".replace("八点 pm|", "")),
        ("08:45", "8点三刻|差一刻九点|差15分9点|9点差15分|quarter to nine|8:45|15 to 9"),
        ("08:15", "8点一刻|8点15|quarter past eight|早上8点一刻"),
        ("08:05", "8点零五|8点05分|八点零五分|8点过五分|five past eight|805|0805"),
        ("15:20", "下午三点二十|下午3点20分|15:20|三点二十 pm".replace("|三点二十 pm", "")),
        ("12:00", "中午|中午12点|正午|noon|12点|12 pm".replace("中午|", "")),
        ("13:00", "中午1点|下午1点|下午13点|13点"),
        ("00:00", "零点|0点|24点|24:00|midnight|午夜|晚上12点|半夜12点|12 am|凌晨12点|0:00"),
        ("02:00", "凌晨2点|凌晨两点|半夜2点|2点|两点|晚上2点"),
        ("19:00", "seven in the evening|7 pm|晚上七点|傍晚7点|今晚7点"),
        ("14:07", "现在|刚才|刚刚|now|just now|此刻"),
        (
            None,
            "25点|8点75分|24:30|上午15点|中午5点|三点多|8点到9点|8:5|早上|12345|八百|点|8点半左右还是9点|not yet|1点61|晚上30点|seventy|99:99",
        ),
    ],
)
def test_it_reads_times_of_day(clock: str | None, texts: str) -> None:
    expected = None if clock is None else time.fromisoformat(clock)
    assert {text: read(CLOSED, text, TODAY, NOW) for text in texts.split("|")} == dict.fromkeys(
        texts.split("|"), expected
    )


def test_now_is_nothing_where_no_clock_is_known() -> None:
    assert read(CLOSED, "现在", TODAY) is None


def test_the_options_beside_a_time_a_code_a_place_can_be_typed() -> None:
    assert read(CLOSED, "没关", TODAY, NOW) == "open"
    assert read(CYLINDER, "看不清", TODAY) == "gone"
    assert read(PLACE, "没有", TODAY) == "none"


@pytest.mark.parametrize(
    ("q", "code", "texts"),
    [
        (
            CYLINDER,
            "37140001",
            "37140001|编号是37140001|37140001。|３７１４０００１|3714 0001|http://qp.example/c?n=37140001&x=1|瓶号：37140001，在门后",
        ),
        (CYLINDER, None, "3714|371400011|37140001和37140002|没有编号|http://qp.example/c?n=371400011"),
        (EQUIPMENT, "GL-0012", "GL-0012|gl-0012|设备 GL-0012 号|gl - 0012"),
        (EQUIPMENT, "GL0012A", "GL0012A|gl0012a"),
        (EQUIPMENT, None, "GL-12|XGL-0012|GL-0012 GL-0013|锅炉"),
        (LABEL, "A-17", "A-17|编号是A-17|编号：A-17|code: A-17|no. A-17".replace("|no. A-17", "")),
        (LABEL, None, "不知道|A 17|看不清楚|17 和 18|abc"),
    ],
)
def test_it_reads_codes(q: Question, code: str | None, texts: str) -> None:
    assert {text: read(q, text, TODAY) for text in texts.split("|")} == dict.fromkeys(texts.split("|"), code)


def test_a_typed_address_is_kept_in_one_line() -> None:
    assert read(PLACE, " 东风路 12号\n院内 ", TODAY) == "东风路 12号 院内"
    assert read(PLACE, "路" * LONGEST_ADDRESS, TODAY) == "路" * LONGEST_ADDRESS


@pytest.mark.parametrize("kind", ["photo", "file"])
def test_words_are_never_a_photo_or_a_file(kind: str) -> None:
    q = question("P", kind, options=(option("dark", "bad", "拍不了"),))
    assert read(q, "拍好了", TODAY) is None
    assert read(q, "拍不了", TODAY) == "dark"


@given(st.text(max_size=3 * LONGEST_CODE), st.sampled_from([CLOSED, CYLINDER, EQUIPMENT, LABEL, PLACE]))
def test_whatever_is_typed_it_never_fails(text: str, q: Question) -> None:
    value = read(q, text, TODAY, NOW)
    if value is not None and len(str(value)) <= LONGEST_ADDRESS:
        assert check(q, value, TODAY) is None


@given(st.times())
def test_it_reads_every_minute_of_the_day_as_it_is_shown(clock: time) -> None:
    assert read(CLOSED, f"{clock:%H:%M}", TODAY) == clock.replace(second=0, microsecond=0, fold=0)
