"""Words that name a question by its number, and what they say of it."""

import pytest

from checklists.reading.pointing import LAST, Firm, new_answer, pointed

NO_NEW_ANSWER = ""


def says(text: str, *, free: bool = False) -> tuple[int, str] | None:
    one = pointed(text)
    return None if one is None else (one.number, new_answer(one, free=free))


@pytest.mark.parametrize(
    ("number", "texts"),
    [
        (
            7,
            (
                "改第7题|改 第七题|改一下第7题|修改第7题|我要改第7题|请改第 7 题。|第７题要改|第7题我想改一下|把第7题改一下|回到第7题|跳到第七题吧"
                "|重新答第7题|第7题选错了|不好意思，第7题写错了|第七题点错了！|第7题重新答|7题答错了|改第7|能不能改第7题"
                "|change question 7|Change Question 7.|please change question 7|go back to question 7|fix q7|i want to change q7|change my answer to question 7|question 7 was wrong"
            ),
        ),
        (12, "改第12题|改第十二题|第十二题选错了|change question 12 please"),
        (120, "改第一百二十题"),
        (
            LAST,
            "改上一题|上一题选错了|刚才那题点错了|回到上一题|fix the last question|the last question was wrong",
        ),
    ],
)
def test_a_wish_to_change_is_firm_and_brings_no_answer(number: int, texts: str) -> None:
    found = {text: (one.number, one.firm, one.words) if (one := pointed(text)) else None for text in texts.split("|")}  # fmt: skip
    assert found == dict.fromkeys(texts.split("|"), (number, Firm.CHANGE, ""))


@pytest.mark.parametrize(
    ("firm", "texts"),
    [
        (Firm.NAMED, "第7题|第七题|看第7题|去第7题|第7题。|看一下第七题"),
        (Firm.BARE, "改7|改 7|Q7|q 7|question 7|Question 7|change 7|7题|七题"),
    ],
)
def test_a_name_alone_is_less_firm(firm: Firm, texts: str) -> None:
    assert {text: (one.number, one.firm) if (one := pointed(text)) else None for text in texts.split("|")} == dict.fromkeys(texts.split("|"), (7, firm))  # fmt: skip


@pytest.mark.parametrize(
    ("number", "words", "texts"),
    [
        (7, "否", "改第7题：否|第7题：否|第7题改成否|把第7题改成否|将第七题改为否|第7题应该是否|改第7题，否|第7题 否|第7题否|第7题选否|7题改成否|改7：否|第7题的答案是否|不对，第7题是否"),
        (7, "30", "第7题 30|第7题30|第7题填30|改第7题:30|Q7=30|改7 30|第7题应该是30"),
        (7, "三百五十", "第七题改成三百五十|第7题三百五十"),
        (7, "no", "change question 7 to no|question 7: no|q7: no|sorry, q7 should be no|question 7 is no|change my answer to question 7 to no"),
        (7, "老化、穿墙", "第7题：老化、穿墙"),
        (LAST, "否", "上一题改成否|刚才那题应该是否|上一题：否"),
        (LAST, "no", "the last question should be no|previous question: no"),
    ],
)  # fmt: skip
def test_a_new_answer_stands_behind_the_name(number: int, words: str, texts: str) -> None:
    assert {text: says(text) for text in texts.split("|")} == dict.fromkeys(texts.split("|"), (number, words))


@pytest.mark.parametrize(
    "text",
    [
        "第7题不对",
        "第7题有问题",
        "第7题没问题",
        "第7题对的",
        "第7题什么意思",
        "第7题是啥",
        "第7题改成什么",
        "第7题怎么答？",
        "第7题是不是要拍照？",
        "第3题和第5题都改成是",
        "改3、5题",
        "第7题 ok",
        "question 7 why",
        "第7题没答",
    ],
)
def test_words_about_a_question_are_no_answer_to_it(text: str) -> None:
    one = pointed(text)
    assert one is not None
    assert new_answer(one, free=False) == NO_NEW_ANSWER


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("第6题改成找张三", "找张三"),
        ("第6题：找张三", "找张三"),
        ("改第6题 写得不全", ""),
        ("第6题是张三写的", ""),
        ("第6题张三", ""),
    ],
)
def test_where_any_words_are_an_answer_only_plain_changes_bring_one(text: str, words: str) -> None:
    assert says(text, free=True) == (6, words)


@pytest.mark.parametrize(
    "text",
    [
        "改成7",
        "改为30",
        "7",
        "第7个",
        "第7台",
        "7题都做完了",
        "改7月5号",
        "改7:30",
        "改7.5",
        "Q3季度",
        "第0题",
        "第百题",
        "上一题",
        "去年5月",
        "改天再说",
        "改好了",
        "问题有3个",
        "一问三不知",
        "今天改",
        "no",
        "question",
        "change",
        "这题啥意思",
        "题目太多",
        "第七",
        "选7",
        "改一下",
        "12月3日第7题",
    ],
)
def test_other_words_name_no_question(text: str) -> None:
    assert pointed(text) is None
