"""Exams at the desk: nothing tells the right answers before the end, and nothing strange that is done costs an answer."""

from dataclasses import replace
from datetime import timedelta

import pytest

from checklists.bank import Bank, ExamItem, ExamKind
from checklists.catalogue import Catalogue
from dialogs.codec import session_from_json
from dialogs.talk import Tapped
from safety.events_exams import ExamAnswered, ExamHandedIn
from tests.dialogs.paper import EXPERT, OFFICER, PRINCIPAL, SUPERVISOR, WORKER, World, small_world
from tests.dialogs.talking import Talker


def turned(item: ExamItem) -> ExamItem:
    """The same question with other right answers and another explanation."""
    letters = [choice.id for choice in item.choices]
    others = tuple(one for one in letters if one not in item.right) or tuple(letters[:2])
    right = others if item.kind is ExamKind.MULTI else others[:1]
    return item.model_copy(update={"right": right, "why": item.text, "basis": (), "ours": True})


def turned_bank(bank: Bank) -> Bank:
    topics = tuple(
        topic.model_copy(update={"items": tuple(turned(item) for item in topic.items)})
        for topic in bank.topics
    )
    return Bank(topics=topics, papers=bank.papers, partly=bank.partly)


def begun(world: World, person: int = WORKER) -> Talker:
    return Talker(world, person).command("/exam").tap("开始考试")


@pytest.mark.parametrize("person", [WORKER, OFFICER, PRINCIPAL])
def test_nothing_on_a_screen_or_in_what_is_kept_depends_on_the_right_answers(
    catalogue: Catalogue, person: int
) -> None:
    other = replace(catalogue, bank=turned_bank(catalogue.bank))
    pair = [begun(small_world(one), person) for one in (catalogue, other)]
    told = ["a0", "b", "n", "m", "a1", "a2", "n", "v", "b"] * 8 + ["v", "h"]
    for option in told:
        for one in pair:
            one.press(option)
        assert pair[0].page() == pair[1].page()
        assert pair[0].kept == pair[1].kept
        assert pair[0].seen is not None
        assert pair[1].seen is not None
        assert pair[0].seen.rows == pair[1].seen.rows
    for one in pair:
        one.press("y").press("o")
    assert pair[0].page() != pair[1].page()


def test_while_it_is_written_no_result_and_no_practice_can_be_reached(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    begun(world).write("检查").tap("交卷", "就这样交")
    talker = begun(world)
    for at, data in (("book", {}), ("result", {"exam": 1}), ("wrong", {"exam": 1, "n": 0}), ("drill", {})):
        talker.open("exam", at, **data)
        assert talker.at == "exam.ask"
        assert "正确答案" not in talker.page()
    item = world.exams[-1].sheet.drawn[0].item
    fingerprint = catalogue.bank.items[item].fingerprint
    state = session_from_json(talker.kept).state
    kept = talker.kept.replace('"at":"ask"', '"at":"told"').replace(
        '"data":{', f'"data":{{"item":"{item}","version":"{fingerprint}","picked":["A"],"order":["A"],'
    )
    assert state.at == "ask"
    talker.kept = kept
    talker.press("z")
    assert "解析" not in talker.page()


def test_old_buttons_and_strange_messages_cost_nothing(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    talker = begun(world).tap("A")
    seen = session_from_json(talker.kept).screen  # what a second phone still shows
    talker.tap("B")
    answers = world.exams[0].answers
    talker.does(Tapped("exam", seen, "a3"))
    assert talker.toast == "此页已更新"
    assert world.exams[0].answers == answers
    talker.other("sticker").photo("p").file().place()
    talker.command("/exam")
    for text in ("E", "第99题", "不知道", "AA", "第0题", "正确"):
        talker.write(text)
    assert world.exams[0].answers == answers
    assert talker.at == "exam.ask"


@pytest.mark.parametrize("told", ["tap", "type", "command", "letter", "photo"])
def test_whatever_comes_after_the_end_hands_in_what_was_there_once(catalogue: Catalogue, told: str) -> None:
    world = small_world(catalogue)
    talker = begun(world).tap("A", "B")
    answers = world.exams[0].answers
    world.now += timedelta(minutes=31)
    for _twice in range(2):
        match told:
            case "tap":
                talker.press("a2")
            case "type":
                talker.write("C")
            case "command":
                talker.command("/exam")
            case "letter":
                talker.open("exam", "book")
            case _:
                talker.photo("p")
                talker.command("/exam")
    ended = [event for event in talker.all_events if isinstance(event, ExamHandedIn)]
    assert len(ended) == 1
    assert len([event for event in talker.all_events if isinstance(event, ExamAnswered)]) == 2
    assert world.exams[0].answers == answers
    assert world.exams[0].result is not None
    assert world.exams[0].result.ended_at == world.exams[0].deadline


def test_what_the_clock_handed_in_is_shown_as_it_is(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    talker = begun(world).tap("A")
    world.now += timedelta(minutes=30)
    world.record(WORKER, [ExamHandedIn(1)])
    talker.press("a1")
    assert talker.at == "exam.result"
    assert "已经交了" in talker.page()
    assert "没答 19 题" in talker.page()


def test_a_supervisor_sees_counts_and_writes_none(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    talker = Talker(world, SUPERVISOR).command("/start").command("/exam")
    assert "还没有人考过" in talker.page()
    begun(world).write("检查").tap("交卷", "就这样交")
    talker.command("/exam")
    assert "老王饭店：自己考 1 人，平均 0 分，0 人及格" in talker.page()
    assert "小李" not in talker.page()
    counts = talker.page()
    for option in ("s", "a0", "w", "r", "p1"):
        talker.press(option)
    assert talker.open("exam", "result", exam=1).page() == counts
    assert len(world.exams) == 1


def test_an_expert_sees_nothing_of_exams(catalogue: Catalogue) -> None:
    talker = Talker(small_world(catalogue), EXPERT).command("/start").command("/exam")
    assert "不能做这一步" in talker.page()


def test_who_writes_one_finds_it_in_the_menu(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    talker = begun(world, OFFICER).command("/menu")
    talker.tap("接着考")
    assert "正在考" in talker.page()
    talker.tap("接着考")
    assert talker.at == "exam.ask"


def test_several_letters_are_looked_at_before_one_goes_on(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    talker = begun(world)
    kinds = [catalogue.bank.items[one.item].kind for one in world.exams[0].sheet.drawn]
    place = kinds.index(ExamKind.MULTI)
    talker.write(f"第{place + 1}题").write("ba")
    order = world.exams[0].sheet.drawn[place].order
    assert dict(world.exams[0].answers)[place] == tuple(sorted(order[:2]))
    assert session_from_json(talker.kept).state.data["place"] == place
    talker.write("B").write("A")
    assert dict(world.exams[0].answers)[place] == ()
    talker.write("C").write("选好了")
    assert session_from_json(talker.kept).state.data["place"] == place + 1
