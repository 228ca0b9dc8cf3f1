"""A wrong reading is worse than a note: small talk and half answers are read as a value at no question that is shipped."""

from datetime import date, time

import pytest

from checklists.catalogue import Catalogue
from checklists.reading import read
from checklists.reading.agreeing import Stance, stance
from checklists.schema import Question, QuestionKind
from tests.checklists.forms import TODAY

NOW = time(9, 0)
NOTHING = [
    "不过",
    "对了",
    "好了",
    "行了",
    "算了",
    "完了",
    "没了",
    "是不是",
    "有没有",
    "会不会",
    "能不能",
    "没准",
    "不一定",
    "没事",
    "没关系",
    "不用",
    "不客气",
    "没听懂",
    "没看懂",
    "没空",
    "没时间",
    "没办法",
    "有人",
    "有点",
    "有空",
    "有事",
    "在忙",
    "在吗",
    "在哪",
    "能行吗",
    "会议中",
    "对不起",
    "不好意思",
    "不懂",
    "不会弄",
    "不会填",
    "不能发",
    "没信号",
    "没电",
    "没网",
    "没照片",
    "有照片",
    "做完了",
    "填完了",
    "发了",
    "拍了",
    "看了",
    "到了",
    "来了",
    "走了",
    "够了",
    "不够",
    "通了",
    "不通",
    "坏了",
    "差不多",
    "有时候",
    "看情况",
    "明天弄",
    "正在弄",
    "不让",
    "不敢",
    "不想",
    "不是我管",
    "不归我管",
    "没问过",
    "没注意",
    "没意见",
    "无所谓",
    "无语",
    "非也",
    "好像没有",
    "可能有",
    "大概有",
    "有的没有",
    "有些没有",
    "不全有",
    "基本都有",
    "大部分有",
    "多数会",
    "少数不会",
    "是吗",
    "对吗",
    "对吧",
    "有吧",
    "没有吧",
    "会吧",
    "好的谢谢",
    "谢谢",
    "收到",
    "辛苦了",
    "哈哈",
    "呵呵",
    "你好",
    "在吗",
    "烦死了",
    "等一下",
    "我问问",
    "不知道",
    "不清楚",
    "说不好",
    "看不懂",
    "什么意思",
    "怎么填",
    "填错了",
    "发错了",
    "？？",
    "……",
    "😂",
    "🙏",
    "maybe",
    "sometimes",
    "thanks",
    "hello",
    "wait",
    "sorry",
    "whatever",
]
EVER = ("一", "三四", "两三", "十几", "好几", "几")


def questions(catalogue: Catalogue) -> list[Question]:
    return [
        one
        for form in catalogue.checklists.values()
        for section in form.sections
        for one in section.questions
    ]


@pytest.mark.parametrize("text", NOTHING)
def test_words_that_say_nothing_are_read_at_no_question(text: str, catalogue: Catalogue) -> None:
    found = {
        one.id: value for one in questions(catalogue) if (value := read(one, text, TODAY, NOW)) is not None
    }
    assert not found


@pytest.mark.parametrize("head", EVER)
def test_half_a_number_is_none(head: str, catalogue: Catalogue) -> None:
    for one in questions(catalogue):
        if one.kind is QuestionKind.NUMBER and one.unit is not None:
            assert read(one, f"{head}多{one.unit.zh}", TODAY) is None
            assert read(one, f"不到{head}{one.unit.zh}", TODAY) is None


@pytest.mark.parametrize(
    ("about", "meant", "texts"),
    [
        ("装了报警器吗?", Stance.YES, "装了 装了装了 早就装了 都装了 装好了 装过了 已经装了 有报警器"),
        ("装了报警器吗?", Stance.NO, "没装 没有装 还没装 没装呢 未装 没有报警器 没报警器"),
        ("装了报警器吗?", None, "装了一半 装了没通电 装了吗 有人 没电 装不装"),
        ("门都打开、没上锁吗?", None, "打开了 没打开 没上锁 上锁了"),
        ("有堵塞或积水吗?", None, "有积水 没有积水 没堵塞 堵塞了"),
        ("员工会处理漏气吗?", None, "没员工 有员工 漏气了 处理了"),
        ("", Stance.NO, "没有没有 木有 冇 莫得 绝对没有 肯定没有 目前没有 没呢"),
        ("", Stance.CLEAR, "没发现 一个都没有 暂无 以上都没有"),
        ("", Stance.SOME, "有一个 有两瓶 有3处 有几个"),
        ("", Stance.AGREE, "好的 好的好的 要得 ok 👍👍 ✔ 行"),
    ],
)
def test_yes_and_no_in_the_ways_people_say_them(about: str, meant: Stance | None, texts: str) -> None:
    assert {text: stance(text, about) for text in texts.split()} == dict.fromkeys(texts.split(), meant)


def test_a_date_in_words_is_never_read_as_a_day_that_does_not_exist(catalogue: Catalogue) -> None:
    asked = [one for one in questions(catalogue) if one.kind is QuestionKind.DATE]
    for text in ("2月30号", "13月5日", "去年2月29号", "11月31日", "0月底", "13月底"):
        assert all(not isinstance(read(one, text, TODAY), date) for one in asked), text
