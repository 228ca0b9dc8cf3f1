"""Questions that are answered by a time of day, or by sending a photo, a file, a place, a code."""

from dataclasses import replace

import pytest

from checklists.answers import Location
from checklists.catalogue import Catalogue
from safety.events import (
    AnswerNoted,
    AnswerSaved,
    CheckSubmitted,
    Event,
    FileReceived,
    HazardFound,
    HazardWithdrawn,
    PhotoReceived,
)
from tests.dialogs.kindsform import KINDS
from tests.dialogs.paper import OFFICER, World, small_world
from tests.dialogs.talking import Talker


@pytest.fixture
def kinds(catalogue: Catalogue) -> World:
    """A restaurant that owes the form of all kinds."""
    world = small_world(replace(catalogue, checklists={**catalogue.checklists, "kinds": KINDS}))
    world.owed = ("kinds",)
    return world


@pytest.fixture
def talker(kinds: World) -> Talker:
    return Talker(kinds, OFFICER).command("/check")


def at(talker: Talker, number: int) -> Talker:
    while talker.question != f"Q-{number:02d}":
        talker.press("s")
    return talker


def saved(talker: Talker) -> object:
    return [event.value for event in talker.events if isinstance(event, AnswerSaved)]


def kinds_of(events: object) -> list[type[Event]]:
    return [type(event) for event in events]  # type: ignore[attr-defined]  # a list of events


# --- time ---------------------------------------------------------------------------------------------------------


def test_a_time_is_now_or_a_usual_one_or_typed(talker: Talker) -> None:
    assert "[🕒 现在] [21:00] [22:00]" in talker.page()
    talker.tap("22:00")
    assert saved(talker) == ["22:00"]
    talker.press("b")
    assert "现在的答案：22:00" in talker.page()
    assert "[✅ 22:00]" in talker.page()
    talker.write("晚上十点半", message=4)
    assert saved(talker) == ["22:30"]
    assert "已记为“22:30”" in talker.page()
    talker.write("9点", message=4, edited=True)
    assert saved(talker) == ["09:00"]
    assert HazardFound in kinds_of(talker.events)


def test_now_is_the_time_on_the_wall_of_the_people(talker: Talker) -> None:
    talker.tap("现在")
    assert saved(talker) == ["09:00"]  # 01:00 UTC
    assert talker.at == "check.bad"


def test_the_option_beside_a_time_is_an_answer(talker: Talker) -> None:
    talker.tap("没关")
    assert saved(talker) == ["open"]
    talker.tap("改", "21:00")
    assert HazardWithdrawn in kinds_of(talker.events)


@pytest.mark.parametrize("option", ["w1", "p2", "p-1", "p", "t0", "g3", "n1"])
def test_a_senseless_button_of_a_time_is_not_understood(talker: Talker, option: str) -> None:
    talker.press(option)
    assert talker.toast == "此页已更新"
    assert not talker.events


# --- photo --------------------------------------------------------------------------------------------------------


def test_the_photos_are_the_answer_and_the_last_one_leads_on(talker: Talker) -> None:
    at(talker, 2)
    assert "请拍 2 张照片发给我" in talker.page()
    talker.photo("a")
    assert kinds_of(talker.events) == [PhotoReceived, AnswerSaved]
    assert saved(talker) == [["a"]]
    assert talker.question == "Q-02"
    assert "还要 1 张照片" in talker.page()
    talker.photo("b")
    assert saved(talker) == [["a", "b"]]
    assert talker.question == "Q-03"
    talker.press("b")
    assert talker.question == "Q-02"
    assert "现在的答案：2 张照片" in talker.page()


def test_an_album_stays_with_its_question_after_the_last_wanted_photo(talker: Talker) -> None:
    at(talker, 2)
    for name in "abc":
        talker.photo(name, album="al")
    assert talker.question == "Q-03"
    assert saved(talker) == [["a", "b", "c"]]
    assert "已放到第2题，那一题共 3 张" in talker.page()


def test_the_same_photo_twice_is_one(talker: Talker) -> None:
    at(talker, 2).photo("a").photo("a")
    assert saved(talker) == [["a"]]


def test_a_photo_that_cannot_be_taken_is_an_option_and_a_later_photo_the_answer(talker: Talker) -> None:
    at(talker, 2).tap("拍不了")
    assert HazardFound in kinds_of(talker.events)
    talker.press("b").photo("a").photo("b")
    assert HazardWithdrawn in kinds_of(talker.all_events)
    assert talker.question == "Q-03"


def test_words_do_not_answer_a_photo_question_but_are_kept(talker: Talker) -> None:
    at(talker, 2).write("拍好了", message=3)
    assert kinds_of(talker.events) == [AnswerNoted]
    assert "请直接发照片，共 2 张" in talker.page()


def test_a_wanted_photo_whose_copy_failed_stands_in_the_review(kinds: World, talker: Talker) -> None:
    talker.tap("21:00").photo("a").photo("b").file().file("b.docx", unique="f2").place()
    talker.write("37140001", message=9).tap("是")
    key = next(iter(kinds.drafts))
    draft = kinds.drafts[key]
    one = replace(draft.answers["Q-02"], photos=1)
    kinds.drafts[key] = replace(draft, answers={**draft.answers, "Q-02": one}, photos_failed=1)
    talker.command("/check")
    assert "第2题 📷 缺照片" in talker.page()
    talker.tap("第2题").photo("c")
    assert saved(talker) == [["a", "b", "c"]]
    assert talker.at == "check.review"
    assert "缺照片" not in talker.page()


# --- file ---------------------------------------------------------------------------------------------------------


def test_a_file_is_the_answer_under_its_own_name(talker: Talker) -> None:
    at(talker, 3)
    assert "PDF、Word 文档，最大 20 MB" in talker.page()
    talker.file("检验报告.pdf", caption="去年的")
    received = talker.events[0]
    assert isinstance(received, FileReceived)
    assert (received.name, received.note) == ("检验报告.pdf", "去年的")
    assert saved(talker) == [["检验报告.pdf"]]
    assert talker.question == "Q-04"
    assert "收到，共 1 个文件" in talker.page()
    talker.press("b")
    assert "现在的答案：“检验报告.pdf”" in talker.page().replace("\u2060", "")


@pytest.mark.parametrize(
    ("name", "mime", "taken"),
    [
        ("a.pdf", "", True),
        ("a.PDF", "application/octet-stream", True),
        ("报告", "application/pdf", True),
        ("a.docx", "", True),
        ("a.doc", "application/msword", True),
        ("a.xlsx", "", False),
        ("a.xls", "application/vnd.ms-excel", False),
        ("a.exe", "", False),
        ("a.docm", "", False),
        ("", "", False),
        ("a.zip", "application/zip", False),
    ],
)
def test_only_the_wanted_kinds_of_files_are_taken(talker: Talker, name: str, mime: str, taken: bool) -> None:
    at(talker, 3).file(name, mime=mime)
    assert bool(talker.events) is taken
    assert ("只收这些文件：PDF、Word 文档" in talker.page()) is not taken


def test_a_picture_is_a_file_only_where_pictures_are_wanted(talker: Talker) -> None:
    at(talker, 3).photo("a")
    assert not talker.events
    assert "只收这些文件：PDF、Word 文档" in talker.page()
    at(talker, 4).photo("b")
    assert kinds_of(talker.events) == [PhotoReceived, AnswerSaved]
    assert saved(talker) == [["1.jpg"]]
    assert talker.question == "Q-05"


def test_a_file_that_is_too_large_is_refused_at_once(talker: Talker) -> None:
    at(talker, 3).file("a.pdf", size=20_000_001)
    assert not talker.events
    assert "超过 20 MB" in talker.page()


def test_several_files_in_one_go_stay_together(talker: Talker) -> None:
    at(talker, 3).file("一.pdf", unique="a", album="al").file("二.pdf", unique="b", album="al")
    assert saved(talker) == [["一.pdf", "二.pdf"]]
    assert talker.question == "Q-04"


def test_a_file_where_none_is_wanted_is_explained(talker: Talker) -> None:
    at(talker, 7).file("a.pdf")
    assert "这种文件这里用不上" in talker.page()
    talker.command("/menu").file("b.pdf", caption="看看")
    assert "您写的话已经记下" in talker.page()


# --- place --------------------------------------------------------------------------------------------------------


def test_a_shared_place_is_the_answer_with_how_sure_it_is(talker: Talker) -> None:
    at(talker, 5).place(accuracy=12, live=True)
    assert saved(talker) == [{"lat": 37.45123, "lon": 116.30512, "accuracy": 12, "live": True}]
    assert "已记为“实时位置 37.45123, 116.30512（误差约 12 米）”" in talker.page()
    talker.press("b").place(37.4, 116.3, address="天衢路 1号")
    assert "已记为“天衢路 1号，位置 37.4, 116.3”" in talker.page()
    draft = next(iter(talker.world.drafts.values()))
    assert draft.answers["Q-05"].value == Location(37.4, 116.3, address="天衢路 1号")


def test_an_address_can_be_typed_instead(talker: Talker) -> None:
    at(talker, 5).write("天衢路 1号\n南门", message=6)
    assert saved(talker) == ["天衢路 1号 南门"]
    assert "已记为“天衢路 1号 南门”" in talker.page()


def test_an_impossible_place_is_refused(talker: Talker) -> None:
    at(talker, 5).place(97.0, 116.3)
    assert not talker.events
    assert "不在地图上" in talker.page()


def test_a_place_where_none_is_wanted_is_explained(talker: Talker) -> None:
    at(talker, 7).place()
    assert "位置这里用不上" in talker.page()
    talker.tap("否").place()
    assert "位置这里用不上" in talker.page()
    talker.command("/menu").place()
    assert "位置这里用不上" in talker.page()


# --- code ---------------------------------------------------------------------------------------------------------


def test_a_scanned_code_is_typed_or_stands_beside_a_photo(talker: Talker) -> None:
    at(talker, 6)
    assert "例如 37140001" in talker.page()
    talker.write("http://qp.example/c?n=37140002", message=3)
    assert saved(talker) == ["37140002"]
    talker.press("b").photo("a", caption="编号 37140003")
    assert kinds_of(talker.events) == [PhotoReceived, AnswerSaved]
    assert saved(talker) == ["37140003"]
    assert "已记为“37140003”，" in talker.page()
    assert talker.question == "Q-07"


def test_a_photo_without_its_code_is_kept_and_the_code_still_wanted(talker: Talker) -> None:
    at(talker, 6).photo("a")
    assert kinds_of(talker.events) == [PhotoReceived]
    assert "收到，共 1 张，放在本题。这一题请发编号，例如 37140001" in talker.page()
    talker.photo("b", caption="在门后")
    assert kinds_of(talker.events) == [PhotoReceived]
    assert talker.question == "Q-06"


def test_a_code_that_does_not_fit_is_a_note_and_the_example_is_shown(talker: Talker) -> None:
    at(talker, 6).write("3714", message=3)
    assert kinds_of(talker.events) == [AnswerNoted]
    assert "例如 37140001" in talker.page()
    talker.tap("看不清")
    assert HazardFound in kinds_of(talker.events)


def test_a_form_of_all_kinds_is_submitted(talker: Talker) -> None:
    talker.tap("21:00").photo("a").photo("b").file().file("b.docx", unique="f2").place()
    talker.write("37140001", message=9).tap("是")
    assert talker.at == "check.review"
    assert "全部做完" in talker.page()
    talker.tap("提交", "签字提交")
    assert CheckSubmitted in kinds_of(talker.events)
