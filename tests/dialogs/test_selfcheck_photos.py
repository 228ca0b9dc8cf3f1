"""Hazards and photos of a self-check."""

from datetime import date

from safety.events import (
    HazardFound,
    HazardWithdrawn,
    PhotoReceived,
    PhotosSkipped,
    Said,
)
from tests.dialogs.paper import days
from tests.dialogs.smallform import at, to_review
from tests.dialogs.talking import Talker


def test_a_bad_answer_is_a_hazard_and_a_corrected_one_takes_it_back(talker: Talker) -> None:
    talker.tap("否")
    assert [event.due for event in talker.events if isinstance(event, HazardFound)] == [date(2026, 11, 30)]
    assert "请写一句是怎么回事" in talker.page()
    talker.tap("改", "是")
    assert any(isinstance(event, HazardWithdrawn) for event in talker.events)


def test_a_photo_card_waits_for_all_photos_and_a_hazard_card_for_one(talker: Talker) -> None:
    at(talker, 8).tap("是").photo("a")
    assert talker.at == "check.photo"
    assert "已收到 1 张" in talker.page()
    assert "就这些" in talker.page()
    talker.photo("b")
    assert talker.at == "check.review"


def test_enough_photos_is_enough(talker: Talker) -> None:
    at(talker, 8).tap("是").photo("a").tap("就这些")
    assert talker.at == "check.review"


def test_an_optional_photo_may_be_left_and_a_required_one_only_put_off(talker: Talker) -> None:
    at(talker, 7).tap("是")
    talker.tap("稍后再拍")
    assert not talker.events
    assert "提交前再补" in talker.page()
    talker.tap("是", "不拍，继续")
    assert isinstance(talker.events[0], PhotosSkipped)
    talker.press("c")
    assert talker.at != "check.receipt"


def test_a_major_hazard_is_asked_about_first_and_only_once(talker: Talker) -> None:
    at(talker, 7).tap("否")
    assert not talker.events
    talker.tap("⚠️ 是这样")
    assert any(isinstance(event, HazardFound) and event.suspected_major for event in talker.events)
    talker.tap("改", "否")
    assert talker.at == "check.bad"
    assert not talker.events
    talker.press("m").press("b")
    assert talker.at == "check.ask"


def test_photos_sent_one_after_another_stay_together(talker: Talker) -> None:
    at(talker, 7).tap("是").photo("a")
    assert talker.question == "Q-08"
    talker.photo("b")
    event = talker.events[0]
    assert isinstance(event, PhotoReceived)
    assert event.question == "Q-07"
    assert "已放到第7题，那一题共 2 张" in talker.page()
    talker.world.now += days(1)
    talker.photo("c")
    assert isinstance(talker.events[0], PhotoReceived)
    assert talker.events[0].question == "Q-08"


def test_an_album_that_arrives_late_finds_its_question(talker: Talker) -> None:
    at(talker, 7).tap("是").photo("a", album="one")
    assert talker.screen is not None
    assert talker.screen.settle
    talker.world.now += days(1)
    talker.photo("b", album="one")
    assert talker.events[0] == PhotoReceived(
        talker.world.drafts and next(iter(talker.world.drafts)), "Q-07", "file-b", "b", None, ""
    )  # type: ignore[arg-type]  # the only draft
    talker.photo("c", album="two")
    assert isinstance(talker.events[0], PhotoReceived)
    assert talker.events[0].question == "Q-08"
    talker.tap("是")
    assert talker.screen is not None
    assert not talker.screen.settle


def test_a_photo_at_the_review_belongs_to_no_question(talker: Talker) -> None:
    to_review(talker)
    talker.photo("a")
    assert isinstance(talker.events[0], Said)
    assert talker.at == "report.what"
    assert talker.tap("先放着").at == "check.review"


def test_a_letter_about_a_photo_leads_to_its_card_and_back(talker: Talker) -> None:
    talker.tap("否").tap("不拍，继续")
    at(talker, 4)
    talker.open("check", "photos", checklist="small", period="2026-11", question="Q-01")
    assert (talker.at, talker.question) == ("check.photo", "Q-01")
    talker.photo("again")
    assert talker.question == "Q-04"


def test_a_letter_about_a_photo_opens_the_card_from_the_menu_too(talker: Talker) -> None:
    talker.tap("否").tap("不拍，继续").command("/menu")
    talker.open("check", "photos", checklist="small", period="2026-11", question="Q-01")
    talker.photo("again")
    assert talker.question == "Q-02"


def test_a_letter_about_a_check_that_is_gone_ends_in_a_sentence(talker: Talker) -> None:
    talker.open("check", "photos", checklist="small", period="2020-01", question="Q-01")
    assert "找不到" in talker.page()
    talker.open("check", "photos", checklist="small", period="2026-11", question="nothing")
    assert "找不到" in talker.page()


def test_the_words_beside_a_refused_photo_are_kept_and_an_album_goes_on(talker: Talker) -> None:
    at(talker, 8).tap("是").photo("a", caption="右边那台", size=30_000_000)
    assert "30 MB" in talker.page()
    assert list(talker.events) == [Said("photo", "右边那台")]
    talker.photo("b", album="x", size=30_000_000)
    assert "已收到 1 张" in talker.page(), "one of an album is refused by a letter of its own"
