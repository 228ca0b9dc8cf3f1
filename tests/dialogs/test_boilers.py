"""Repeated sections, worked out values, texts filled in and another checklist's last answer, as an officer meets them."""

from dataclasses import replace

import pytest

from safety.events import AnswerSaved, CheckSubmitted, HazardFound, HazardWithdrawn
from tests.dialogs.paper import OFFICER, World, days
from tests.dialogs.talking import Talker


@pytest.fixture
def officer(boiler_house: World) -> Talker:
    return Talker(boiler_house, OFFICER).command("/check")


def saved(talker: Talker) -> dict[str, object]:
    return {one.question: one.value for one in talker.events if isinstance(one, AnswerSaved)}


def found(talker: Talker, kind: type = HazardFound) -> list[str]:
    return [one.question for one in talker.events if isinstance(one, kind)]


def two(officer: Talker) -> Talker:
    """Two boilers, the first one in order."""
    officer.write("两台", message=1).tap("是")
    officer.write("东车间", message=2).write("20", message=3).tap("检过")
    return officer


def test_each_boiler_is_asked_about_and_called_by_its_own_name(officer: Talker) -> None:
    officer.write("2", message=1)
    assert "有专人管这2台锅炉吗" in officer.page()
    officer.tap("是")
    assert officer.question == "B-4@1"
    assert "锅炉 1/2 · 第3/10题" in officer.page()
    assert "第1台锅炉叫什么" in officer.page()
    officer.write("东车间", message=2)
    assert saved(officer) == {"B-4@1": "东车间"}
    assert "锅炉 1/2：东车间 · 第4/10题" in officer.page()
    assert "“东车间”每天用几个小时" in officer.page()
    officer.write("20", message=3)
    officer.tap("没检")
    assert found(officer) == ["B-6@1"]
    officer.press("ok").write("忘了", message=4)
    assert officer.question == "B-4@2"


def test_fewer_boilers_take_a_hazard_back_and_more_bring_it_again(officer: Talker) -> None:
    two(officer).write("西车间", message=5).write("21", message=6)
    assert saved(officer) == {"B-5@2": "21", "B-8": "41"}
    assert found(officer) == ["B-8"]
    officer.tap("没检")
    assert found(officer) == ["B-6@2"]
    officer.write("1", message=1, edited=True)
    assert found(officer, HazardWithdrawn) == ["B-6@2", "B-8"]
    assert saved(officer) == {"B-1": "1", "B-8": "20", "B-9": "0.167", "B-10": "2"}
    officer.write("2", message=1, edited=True)
    assert sorted(found(officer)) == ["B-6@2", "B-8"]


def test_a_worked_out_value_stands_in_the_review_with_its_hazard(officer: Talker) -> None:
    two(officer).write("西车间", message=5).write("21", message=6)
    officer.tap("检过", "是")
    while officer.at != "check.review":
        officer.press("s" if officer.question != "B-13@1" else "a1")
    assert "🧮 每天一共用气的小时数：41小时" in officer.page()
    assert "🧮 每人管的锅炉数：0.333" in officer.page()
    assert "🧮 ⚠️ 隐患：每天一共用气的小时数" in officer.page()
    officer.tap("看算法")
    assert officer.at == "check.bad"
    assert "自动算出的数" in officer.page()
    assert "错开使用" in officer.page()
    officer.write("晚上不开", message=9)
    officer.press("m").press("b")
    assert "检查一下" in officer.page()
    officer.tap("提交")
    assert any(isinstance(one, CheckSubmitted) for one in officer.events)
    assert "隐患 1 处" in officer.page()


def test_one_more_workshop_is_asked_for_as_long_as_there_is_one(officer: Talker) -> None:
    officer.write("0", message=1)
    assert officer.question == "B-12@1"
    assert "车间 1/1" in officer.page()
    officer.tap("是", "还有")
    assert officer.question == "B-12@2"
    assert "第2个车间" in officer.page()
    assert "车间 2/2" in officer.page()
    officer.tap("是", "没有了")
    assert officer.at == "check.review"


def test_a_hazard_of_an_instance_says_which_one_it_is(officer: Talker) -> None:
    two(officer).write("西车间", message=5).write("2", message=6).tap("没检")
    officer.command("/hazards")
    assert "锅炉 2（西车间） · 压力表检验过吗" in officer.page()
    officer.press("a0")
    assert "锅炉 2（西车间） · 压力表检验过吗" in officer.page()


def test_what_another_checklist_was_told_decides_what_is_asked(boiler_house: World, officer: Talker) -> None:
    boiler_house.owed = ("catering_gas", "boilers")
    asked = Talker(boiler_house, OFFICER)
    officer.write("1", message=1).tap("是")
    assert officer.question == "B-4@1"
    boiler_house.owed = ("catering_gas",)
    asked.command("/check").tap("瓶装液化气")
    key = next(key for key in boiler_house.drafts if key.checklist == "catering_gas")
    draft = boiler_house.drafts[key]
    boiler_house.drafts[key] = replace(draft, receipt="ZC-1", submitted_at=boiler_house.now)
    boiler_house.owed = ("boilers",)
    officer.press("b")
    assert officer.question == "B-3"
    boiler_house.now += days(1)
    assert "继续第3题" in officer.command("/menu").page()


def test_a_repeated_question_is_only_ever_one_of_its_instances(officer: Talker) -> None:
    officer.open("check", "photos", checklist="boilers", period="2026-11", question="B-6")
    assert "找不到" in officer.page()


def test_every_screen_of_it_can_be_drawn_after_the_state_of_a_worked_out_question(officer: Talker) -> None:
    officer.write("9", message=1)
    officer.write("5", message=2)
    officer.open("check", "photos", checklist="boilers", period="2026-11", question="B-9")
    assert officer.page()
    officer.press("b")
    assert "检查一下" in officer.page()
