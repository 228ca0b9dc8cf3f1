"""Everything can be done by typed text when buttons fail (F169): each button's words are as good as a tap on it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from checklists.catalogue import Catalogue
from checklists.words import Language
from dialogs.codec import session_to_json
from dialogs.desk import Session
from dialogs.talk import Button, State
from safety.events import AnswerSaved, Said
from tests.dialogs import transcript as playing
from tests.dialogs.paper import (
    CODE,
    EXPERT,
    NEWCOMER,
    OFFICER,
    PRINCIPAL,
    SUPERVISOR,
    WORKER,
    World,
    copied,
    small_world,
)
from tests.dialogs.smallform import QUESTIONS, at, submitted, to_review
from tests.dialogs.talking import TEXTS, Talker
from tests.dialogs.test_every_screen import busy, crawl, sampled
from tests.dialogs.test_transcripts import paths

IDLE = {"x"}
TURNS_PAGES = {"y0", "m0", "m1", "y1"}  # of a calendar, where a date is typed instead


def again(talker: Talker) -> Talker:
    """The same screen once more, some seconds later."""
    world = copied(talker.world)
    world.now += timedelta(seconds=9)
    return replace(talker, world=world, all_events=[], events=())


def buttons(talker: Talker) -> Iterator[Button]:
    assert talker.screen is not None
    shown = [button for row in talker.screen.rows for button in row]
    wanted = sampled([button.option for button in shown])
    yield from (
        button for button in shown if button.option in wanted and button.option not in IDLE | TURNS_PAGES
    )


def outcome(talker: Talker) -> object:
    return (
        talker.at,
        talker.question,
        [event for event in talker.events if not isinstance(event, AnswerSaved)],
    )


def typed_as_tapped(talker: Talker, language: Language) -> None:
    for button in buttons(talker):
        label = TEXTS.label(button.label, language)
        tapped, typed = again(talker), again(talker)
        tapped.press(button.option)
        typed.write(label, message=4711)
        said = [event for event in typed.events if isinstance(event, Said)]
        assert all(event in tapped.events for event in said), (talker.page(), label)
        if re.fullmatch(r"t\d+", button.option):  # a tap ticks one of many, typing it answers
            assert (typed.at, typed.question) != (talker.at, talker.question), (talker.page(), label)
        else:
            assert outcome(typed) == outcome(tapped), (talker.page(), label)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("person", [OFFICER, NEWCOMER, SUPERVISOR, PRINCIPAL, EXPERT, WORKER])
def test_every_button_that_can_be_reached_can_be_typed(
    catalogue: Catalogue, person: int, language: Language
) -> None:
    screens = crawl(Talker(busy(small_world(catalogue)), person).command("/start"))
    assert len(screens) > 1
    for one in screens[::3] if person in {OFFICER, PRINCIPAL} else screens:
        typed_as_tapped(one, language)


@pytest.mark.parametrize("path", paths(), ids=lambda path: path.stem)
def test_every_button_of_the_transcripts_can_be_typed(path: Path, catalogue: Catalogue) -> None:
    transcript = playing.read(path)
    play = playing.Play(transcript, catalogue, Language.ZH)
    for turn in transcript["turns"]:
        play.turn(turn, Language.ZH)
        typed_as_tapped(play.talkers[play.who], Language.ZH)


@pytest.mark.parametrize("number", range(1, len(QUESTIONS) + 1))
def test_every_kind_of_question_has_typed_buttons(talker: Talker, number: int) -> None:
    typed_as_tapped(at(talker, number), Language.ZH)


def test_a_number_of_a_list_is_its_line_and_no_place(world: World) -> None:
    busy(world)
    talker = Talker(world, SUPERVISOR).command("/hazards").write("下一页")
    page = talker.page()
    assert page.split("\n")[1][:2] == "5."
    assert again(talker).write("6").at == "hazards.card"
    looked_for = again(talker).write("1")
    assert looked_for.at == "hazards"
    assert "编号尾号 1 ·" in looked_for.page()


@pytest.mark.parametrize("text", ["2", "第二个", "②"])
def test_a_row_that_decides_takes_words_only(talker: Talker, text: str) -> None:
    talker.tap("是", "都没有", "2人", "今天", "28").write("写了", message=1)
    talker.tap("是").photo("a").tap("是").photo("b").photo("c")
    assert "提交" in talker.page()
    talker.write(text)
    assert talker.at == "check.review"
    assert isinstance(talker.events[0], Said)
    talker.write("提交").write(text)
    assert talker.at == "check.zero"
    assert isinstance(talker.events[0], Said)
    assert talker.write("签字").at == "check.receipt"


@pytest.mark.parametrize("place", [State("groups", "name"), State("campaigns", "title")])
@pytest.mark.parametrize("word", ["返回", "⬅️ 返回", "back"])
def test_the_way_back_is_never_a_name(world: World, place: State, word: str) -> None:
    talker = Talker(world, SUPERVISOR, kept=session_to_json(Session(place, 5))).write(word)
    assert not talker.events
    assert talker.at not in {f"{place.flow}.{place.at}", "groups.card"}
    assert word not in talker.kept


def test_a_number_at_the_review_is_the_question_s_own(talker: Talker) -> None:
    to_review(talker).write("下一页")
    assert again(talker).write("6").question == "Q-06"
    assert again(talker).write("第六题").question == "Q-06"
    assert isinstance(again(talker).write("1").events[0], Said)


def test_consent_takes_words_only(world: World) -> None:
    newcomer = Talker(world, NEWCOMER).command(f"/start {CODE}")
    newcomer.write("1")
    assert not newcomer.events
    newcomer.write("我同意")
    assert newcomer.at == "join.contact"


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("返回", "menu"),
        ("上一步", "menu"),
        ("跳过", "check.ask Q-02"),
        ("先跳过这题吧", "check.ask Q-01"),
        ("请跳过", "check.ask Q-02"),
        ("说明", "check.why Q-01"),
        ("更多", "check.why Q-01"),
        ("总览", "check.review"),
        ("提交", "check.review"),
        ("我要提交", "check.review"),
        ("暂停", "menu"),
        ("先停下", "menu"),
        ("主菜单", "menu"),
        ("菜单", "menu"),
        ("帮助", "help"),
        ("隐患", "hazards"),
        ("换语言", "language"),
        ("隐私", "privacy"),
        ("自查", "check.ask Q-01"),
        ("back", "menu"),
        ("SKIP", "check.ask Q-02"),
        ("pause", "menu"),
        ("overview", "check.review"),
    ],
)
def test_words_lead_where_their_button_or_command_leads(talker: Talker, words: str, where: str) -> None:
    talker.write(words, message=5)
    asked = f"{talker.at} {talker.question}" if talker.question else talker.at
    assert asked == where


def test_where_any_words_may_be_the_answer_only_plain_commands_are_obeyed(talker: Talker) -> None:
    at(talker, 6)
    for words, there in (("返回", "Q-05"), ("隐患", None), ("总览", None), ("跳过", "Q-07")):
        here = again(talker)
        here.write(words, message=8)
        if there:
            assert here.question == there
    assert again(talker).write("隐患", message=8).question == "Q-07"
    assert again(talker).write("总览", message=8).at == "check.review"


def test_a_toast_of_a_typed_button_stands_on_the_screen(world: World) -> None:
    newcomer = Talker(world, NEWCOMER).command(f"/start {CODE}").tap("同意并继续").contact("13911112222")
    newcomer.write("再看看")
    assert newcomer.toast is None
    assert "还在等审批" in newcomer.page()


def test_after_the_receipt_words_lead_on(talker: Talker) -> None:
    submitted(talker).write("主菜单")
    assert talker.at == "menu"


def test_a_second_quick_text_is_a_note_even_when_it_sounds_like_a_button(talker: Talker) -> None:
    talker.write("是", message=1)
    talker.world.now -= timedelta(seconds=3)
    talker.write("跳过", message=2)
    assert [event.kind for event in talker.events] == ["check:answer:noted"]
