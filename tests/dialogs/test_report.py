"""Reporting a hazard: what is asked, what is kept, who may, and where a photo in the middle of a self-check goes."""

from datetime import timedelta

import pytest

from checklists.catalogue import Catalogue
from checklists.schema import Severity
from dialogs.codec import session_from_json, session_to_json
from dialogs.desk import Session
from dialogs.report.draft import MOST_PICTURES, Draft, kept, read
from dialogs.talk import State
from safety.events import PhotoReceived, Said
from safety.events_hazards import HazardReported, Picture
from safety.events_reports import HazardJoined, PhotoTakenOff
from safety.people import Role, Seat
from tests.dialogs.paper import EXPERT, OFFICER, PRINCIPAL, SUPERVISOR, WORKER, small_world
from tests.dialogs.talking import Talker

WIRES = "后厨电线裸露"


@pytest.fixture
def officer(catalogue: Catalogue) -> Talker:
    return Talker(small_world(catalogue), OFFICER).command("/start")


def at_question_seven(catalogue: Catalogue) -> Talker:
    """The seventh question of the restaurant's form: does the alarm cut the gas off?"""
    talker = Talker(small_world(catalogue), OFFICER).command("/check").tap("瓶装液化气").photo("1")
    talker.tap("是", "不在").photo("2").tap("都没有", "装了").photo("3").tap("今天").photo("4")
    talker.world.now += span(seconds=30)
    assert talker.question == "CG-07"
    return talker


def span(**parts: float) -> timedelta:
    return timedelta(**parts)


def reported(talker: Talker) -> HazardReported:
    (event,) = [one for one in talker.events if isinstance(one, HazardReported)]
    return event


def test_a_photo_with_words_takes_one_tap(officer: Talker) -> None:
    officer.photo("a", caption=WIRES)
    assert officer.at == "report.how"
    officer.tap("一般，上报")
    event = reported(officer)
    assert (officer.taps, officer.at) == (1, "menu")
    assert (event.words, event.place, event.category) == (WIRES, "后厨", "electricity")
    assert (event.severity, event.suspected_major) == (Severity.GENERAL, False)
    assert event.pictures == (Picture("file-a", "a", None, WIRES),)
    assert "YH-2026-000001" in officer.page()


def test_a_photo_alone_takes_three_taps(officer: Talker) -> None:
    officer.photo("a").tap("燃气", "不写地点", "疑似重大")
    event = reported(officer)
    assert officer.taps == 3
    assert (event.words, event.place, event.category, event.suspected_major) == ("", "", "gas", True)
    assert "监管人员" in officer.page()


def test_the_day_is_that_of_the_clause_that_was_chosen(officer: Talker) -> None:
    officer.photo("a", caption="后厨灭火器过期了")
    days = (reported(officer.tap("一般，上报")).due - officer.world.now.date()).days
    question = officer.world.catalogue.checklists["nine_small"].question("NS-12")
    assert days == question.rectify_days


@pytest.mark.parametrize("person", [OFFICER, PRINCIPAL, WORKER])
def test_everybody_of_the_enterprise_reports(catalogue: Catalogue, person: int) -> None:
    talker = Talker(small_world(catalogue), person).photo("a", caption=WIRES).tap("一般，上报")
    assert reported(talker).words == WIRES


@pytest.mark.parametrize("person", [SUPERVISOR, EXPERT])
def test_who_watches_reports_nothing_here(catalogue: Catalogue, person: int) -> None:
    talker = Talker(small_world(catalogue), person).command("/start").photo("a", caption=WIRES)
    assert talker.at == "menu"
    assert [type(one) for one in talker.events] == [Said]
    assert "不能" in talker.command("/hazard").page()
    assert not talker.world.found


def test_words_of_danger_bring_the_emergency_numbers_first(officer: Talker) -> None:
    officer.write("后厨着火了")
    assert "119" in officer.page()
    officer.command("/hazard").write("闻到煤气味")
    assert officer.at.startswith("report")
    assert "119" in officer.page()
    assert "119" in officer.command("/hazard 锅炉房冒烟").page()


def test_a_photo_that_cannot_be_used_is_refused_by_name(officer: Talker) -> None:
    officer.photo("a", size=30_000_000)
    assert officer.at == "menu"
    assert "30 MB" in officer.page()
    officer.photo("b").photo("c", as_file=True, mime="image/heic")
    assert "heic" in officer.page()
    assert "照片 1 张" in officer.page()


def test_the_words_beside_a_refused_photo_stay(officer: Talker) -> None:
    officer.photo("a", caption=WIRES, size=30_000_000)
    assert officer.at.startswith("report")
    assert "30 MB" in officer.page()
    assert WIRES in officer.page()
    assert "照片 1 张" not in officer.page()


def test_one_of_an_album_is_taken_in_and_refused_by_a_letter(officer: Talker) -> None:
    """What the screen says to it would be gone with the next one of the album."""
    officer.photo("a", caption=WIRES, album="x").photo("b", album="x", size=30_000_000)
    officer.photo("c", album="x", as_file=True, mime="image/heic")
    assert "照片 3 张" in officer.page()


def test_a_refused_photo_leaves_the_draft_that_waits(officer: Talker) -> None:
    officer.photo("a", caption=WIRES).tap("先放着").photo("b", size=30_000_000)
    assert "接着报隐患" in officer.page()
    assert WIRES in officer.command("/hazard").page()


def test_the_same_photo_again_adds_nothing_and_there_is_an_end(officer: Talker) -> None:
    officer.photo("a").photo("a")
    assert "照片 1 张" in officer.page()
    for number in range(MOST_PICTURES + 1):
        officer.photo(f"p{number}")
    assert f"最多 {MOST_PICTURES} 张" in officer.page()


def test_what_is_typed_quickly_behind_belongs_to_the_words(officer: Talker) -> None:
    officer.command("/hazard").write("灭火器过期", 5)
    officer.world.now -= span(seconds=2)
    officer.write("两具都过期了", 6)
    assert officer.at == "report.where"
    assert "灭火器过期；两具都过期了" in officer.page()


def test_an_edit_of_something_else_is_kept_and_changes_nothing(officer: Talker) -> None:
    officer.command("/hazard").write("灭火器过期", 5).write("别的话", 4, edited=True)
    assert officer.events == (Said("text", "别的话"),)
    assert "灭火器过期" in officer.page()
    officer.write("吧台", 6).write("前厅吧台", 6, edited=True)
    assert "地点：前厅吧台" in officer.page()


def test_a_second_album_begins_a_second_draft_and_both_are_reported(officer: Talker) -> None:
    officer.photo("a", caption=WIRES, album="one").tap("先放着")
    officer.photo("b", caption="仓库通道堆满纸箱", album="two").photo("c", album="two")
    assert "照片 2 张" in officer.page()
    officer.tap("一般，上报")
    assert WIRES in officer.page()
    officer.tap("一般，上报")
    assert [one.words for one in officer.world.found] == ["仓库通道堆满纸箱", WIRES]
    assert officer.at == "menu"


def test_a_photo_sent_soon_after_joins_the_draft_that_waits(officer: Talker) -> None:
    officer.photo("a", caption=WIRES).tap("先放着").photo("b")
    assert "照片 2 张" in officer.page()
    officer.tap("先放着")
    officer.world.now += span(hours=1)
    officer.photo("c")
    assert "照片 1 张" in officer.page()


@pytest.mark.parametrize(
    "ways", [["/menu"], ["/cancel"], ["/help"], ["/language", "/help", "/privacy", "/hazards"]]
)
def test_nothing_is_lost_on_the_way(officer: Talker, ways: list[str]) -> None:
    officer.photo("a", caption=WIRES)
    for way in ways:
        officer.command(way)
    officer.command("/hazard").tap("一般，上报")
    assert reported(officer).pictures == (Picture("file-a", "a", None, WIRES),)


def test_what_was_put_aside_does_not_come_back_by_itself(catalogue: Catalogue) -> None:
    talker = at_question_seven(catalogue)
    talker.command("/hazard 仓库通道堆满纸箱").tap("先放着")
    assert talker.question == "CG-07"
    talker.command("/help").tap("返回")
    assert talker.question == "CG-07"
    talker.tap("说明", "先停下")
    assert talker.at == "menu"
    assert "接着报隐患" in talker.page()


def test_a_draft_waits_in_its_own_enterprise(officer: Talker) -> None:
    officer.world.people[OFFICER].seats.append((Seat(Role.OFFICER, enterprise=99), "另一家"))
    officer.photo("a", caption=WIRES)
    officer.world.people[OFFICER].chosen = 1
    officer.command("/help").tap("返回")
    assert "另一家单位" in officer.page()
    assert officer.press("g").toast
    assert officer.tap("主菜单").at == "menu"
    assert not officer.world.found


def test_a_state_that_cannot_be_read_is_an_empty_draft(officer: Talker) -> None:
    junk = {"pictures": [{"odd": 1}, 3], "said": "x", "place": 4, "others": 7, "refused": [1], "words": None}
    session = Session(State("report", "no-such-step", junk), screen=7)
    officer.kept = session_to_json(session)
    officer.write("灭火器过期", 3)
    assert session_from_json(officer.kept).state.flow == "report"
    assert "灭火器过期" in officer.page()


def test_a_draft_is_read_as_it_was_kept() -> None:
    draft = Draft(
        WIRES,
        "gas",
        "",
        "CG-01",
        (Picture("f", "u", 3, "n"),),
        "al",
        ("YH-1",),
        (4, 5),
        "2026-01-01",
        9,
        ({"words": "x"},),
    )
    assert read(State("report", "", kept(draft))) == draft
    assert read(State("report", "", kept(Draft()))) == Draft()


# --- duplicates ---------------------------------------------------------------------------------------------------


def test_joining_adds_photos_and_words(officer: Talker) -> None:
    officer.photo("a", caption=WIRES).tap("一般，上报")
    worker = Talker(officer.world, WORKER).photo("b", caption="后厨插座烧黑了").tap("是，加进去")
    assert worker.events == (
        HazardJoined("YH-2026-000001", "后厨插座烧黑了", (Picture("file-b", "b", None, "后厨插座烧黑了"),)),
    )
    (hazard,) = officer.world.found
    assert (hazard.photos_pending, hazard.words) == (2, f"{WIRES}；后厨插座烧黑了")


def test_a_hazard_that_is_gone_meanwhile_is_joined_no_more(officer: Talker) -> None:
    officer.photo("a", caption=WIRES).tap("一般，上报").photo("b", caption=WIRES)
    assert officer.at == "report.like"
    officer.world.found.clear()
    officer.press("lj")
    assert officer.at == "report.how"
    assert not [one for one in officer.events if isinstance(one, HazardJoined)]


# --- in the middle of a self-check --------------------------------------------------------------------------------


def test_words_about_another_hazard_offer_a_way_out(catalogue: Catalogue) -> None:
    talker = at_question_seven(catalogue).photo("x", caption="前厅插座烧黑了")
    assert [type(one) for one in talker.events] == [PhotoReceived]
    talker.tap("这是另一处隐患")
    assert [type(one) for one in talker.events] == [PhotoTakenOff]
    talker.tap("一般，上报")
    assert talker.question == "CG-07"
    assert "另一处" not in talker.page()
    draft = next(iter(talker.world.drafts.values()))
    assert (draft.answers["CG-07"].photos, draft.answers["CG-07"].note) == (0, "")


@pytest.mark.parametrize("caption", ["", "切断阀在这里", "燃气报警器没联动", "拍好了"])
def test_what_is_about_the_question_stays_with_it(catalogue: Catalogue, caption: str) -> None:
    talker = at_question_seven(catalogue).photo("x", caption=caption)
    assert "另一处" not in talker.page()
    assert [type(one) for one in talker.events] == [PhotoReceived]


def test_an_album_about_another_hazard_goes_with_one_tap(catalogue: Catalogue) -> None:
    talker = (
        at_question_seven(catalogue).photo("x", caption="前厅插座烧黑了", album="m").photo("y", album="m")
    )
    talker.tap("这是另一处隐患")
    assert [one.unique for one in talker.events if isinstance(one, PhotoTakenOff)] == ["x", "y"]
    assert "照片 2 张" in talker.page()


def test_the_offer_ends_with_the_question(catalogue: Catalogue) -> None:
    talker = at_question_seven(catalogue).photo("x", caption="前厅插座烧黑了").tap("能")
    assert "另一处" not in talker.page()
    talker.press("hz")
    assert not talker.events


def test_a_photo_at_the_review_begins_a_hazard_and_the_review_comes_back(catalogue: Catalogue) -> None:
    talker = at_question_seven(catalogue).command("/review").photo("x", caption=WIRES)
    assert talker.at == "report.how"
    assert talker.tap("一般，上报").at == "check.review"
