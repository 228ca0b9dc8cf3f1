"""Typed amounts of money: what is read, and what must not be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.reading.money import MOST, read_money


@pytest.mark.parametrize(
    ("said", "yuan"),
    [
        ("800", 800),
        ("3200元", 3200),
        ("¥1,200", 1200),
        ("￥ 90", 90),
        ("八百元", 800),
        ("三千二", 3200),
        ("一千二百块", 1200),
        ("一共花了三千块钱", 3000),
        ("花费：300", 300),
        ("约1200元左右", 1200),
        ("五万", 50000),
        ("1.5万元", 15000),
        ("1200.5元", 1200),
        ("没花钱", 0),
        ("不花钱。", 0),
        ("nothing", 0),
        ("0", 0),
    ],
)
def test_amounts_are_read(said: str, yuan: int) -> None:
    assert read_money(said) == yuan


@pytest.mark.parametrize(
    "said",
    [
        "",
        "没有",
        "换了3个",
        "软管3根",
        "800米",
        "3个月",
        "第3次",
        "12号",
        "花了两千多",
        "先交800元，还差一半",
        "-5",
        "13800001001",
        "明天完成",
        "花了",
    ],
)
def test_what_is_no_amount_is_left_alone(said: str) -> None:
    assert read_money(said) is None


@given(
    st.integers(0, MOST),
    st.sampled_from(["", "元", "块", "块钱", "圆"]),
    st.sampled_from(["", "花了", "一共花了", "¥"]),
)
def test_plain_amounts_come_back(yuan: int, unit: str, before: str) -> None:
    assert read_money(f"{before}{yuan}{unit}") == yuan


@given(st.text(max_size=40))
def test_any_words_are_an_amount_in_range_or_none(said: str) -> None:
    read = read_money(said)
    assert read is None or 0 <= read <= MOST
