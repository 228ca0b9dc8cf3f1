"""Submissions worth a look: one line of the digest, a list, a card with its reasons; facts only, and nobody of an enterprise sees any."""

from dataclasses import replace

import pytest

from checklists.words import Language
from dialogs import digest
from dialogs.render import render
from safety.areas import Area, Concern
from safety.events import QualityLooked
from safety.quality import Flag, Sign
from tests.dialogs.flagged import EVERY, flagged
from tests.dialogs.paper import EXPERT, OFFICER, PRINCIPAL, SUPERVISOR, WORKER, World
from tests.dialogs.talking import TEXTS, Talker
from tests.dialogs.test_supervision import CALM, NOW, area


@pytest.fixture
def flags(world: World) -> World:
    """Seven submissions with signs."""
    world.flagged = [flagged(world.catalogue, number, enterprise=f"{number}号饭店") for number in range(1, 8)]
    return world


def page(of: Area, language: Language = Language.ZH) -> str:
    return render(digest.letter(of, NOW), language, TEXTS, 1).html


def test_the_digest_has_one_line_for_all_of_them(flags: World) -> None:
    talker = Talker(flags, SUPERVISOR).command("/digest")
    assert "有 1 件事要留意" in talker.page()
    assert "1. 有 7 份自查值得看一看" in talker.page()
    talker.tap("1")
    assert talker.at == "quality"


def test_the_line_is_the_last_of_five() -> None:
    many = [Concern("overdue", f"店{number}", None, number) for number in range(1, 8)]
    named = digest.concerns(replace(area(CALM, None, *many), flagged=3))
    assert [one.kind for one in named] == ["overdue"] * 4 + ["flagged"]
    assert "5. 有 3 份自查值得看一看" in page(replace(area(CALM, None, *many), flagged=3))


def test_the_morning_letter_leads_to_the_list() -> None:
    screen = digest.letter(replace(area(), flagged=1), NOW)
    opens = screen.rows[0][0].opens
    assert opens is not None
    assert (opens.flow, opens.at) == ("quality", "")
    assert "one self-check is worth a look" in page(replace(area(), flagged=1), Language.EN)


def test_nothing_worth_a_look_is_no_line() -> None:
    assert "值得" not in page(area(CALM, None, Concern("overdue", "甲", None, 1)))


def test_the_list_turns_pages_and_a_look_is_noted_and_takes_it_out_of_the_count(flags: World) -> None:
    talker = Talker(flags, SUPERVISOR).command("/digest").tap("1")
    assert "值得看一看的自查：7 份" in talker.page()
    assert "这些只是提示，不是结论。" in talker.page()
    assert talker.page().count("🆕") == 5
    talker.tap("下一页")
    assert "7. 🆕 7号饭店，餐饮场所燃气安全自查表，11月23日 周一，1 条提示" in talker.page()
    talker.tap("7")
    assert talker.events == (QualityLooked("ZC-2026-000007"),)
    talker.tap("回到列表")
    assert "6号饭店" in talker.page()
    talker.tap("上一页", "今日情况")
    assert "有 6 份自查值得看一看" in talker.page()


def test_the_card_says_facts_and_ends_without_a_verdict(flags: World) -> None:
    talker = Talker(flags, SUPERVISOR).command("/digest").tap("1", "1")
    text = talker.page()
    assert "<b>1号饭店</b>（宋官屯街道）" in text
    assert "李梅 11月23日 周一 07:00 提交，回执 ZC-2026-000001" in text
    assert "20 题里有 17 题比读一遍还快：平均 1.3 秒一题，读一遍约要 2.4 秒" in text
    assert "答题用时 1 分 23 秒，改过 1 处，1 人参加" in text
    assert "不代表填得不对" in text


@pytest.mark.parametrize("flag", EVERY, ids=lambda flag: f"{flag.sign.value}-{flag.figures.get('own', '')}")
@pytest.mark.parametrize("language", list(Language))
def test_every_sign_has_its_sentence(world: World, flag: Flag, language: Language) -> None:
    world.people[SUPERVISOR].language = language
    world.flagged = [flagged(world.catalogue, 1, flag)]
    talker = Talker(world, SUPERVISOR).open("quality").press("a0")
    why = "为什么值得看" if language is Language.ZH else "Why it is worth a look"
    line = talker.page().split(why)[1].split("\n")[1]
    assert line.startswith("• ")
    for name, value in flag.figures.items():
        if name not in {"own", "day", "earlier"}:
            assert f"{value:g}" if isinstance(value, float) else str(value) in line
    if flag.question:
        assert world.catalogue.checklists["catering_gas"].question(flag.question).text.to(language) in line


def test_every_sign_is_among_the_cases() -> None:
    assert {flag.sign for flag in EVERY} == set(Sign)


def test_another_enterprises_photo_is_told_without_a_place_or_a_day(world: World) -> None:
    world.flagged = [flagged(world.catalogue, 1, EVERY[1])]
    text = Talker(world, SUPERVISOR).open("quality").press("a0").page()
    assert "照片和较早一条记录里的照片是同一张。" in text
    assert "10月" not in text


def test_days_of_another_year_are_said_with_it(world: World) -> None:
    world.flagged = [flagged(world.catalogue, 1, EVERY[7])]
    assert "2025年10月12日" in Talker(world, SUPERVISOR).open("quality").press("a0").page()


def test_photos_are_three_taps_from_the_digest_and_turn(world: World) -> None:
    world.flagged = [flagged(world.catalogue, 1, EVERY[0])]
    talker = Talker(world, SUPERVISOR).command("/digest")
    talker.taps = 0
    talker.tap("1", "1").press("f")
    assert talker.taps + 1 == 3
    assert "(photo proof-1)" in talker.page()
    talker.tap("下一张")
    assert "(photo proof-2)" in talker.page()
    talker.tap("下一张")
    assert "(photo proof-1)" in talker.page()
    talker.tap("回到提示")
    assert talker.at == "quality.card"
    assert "照片" in talker.page()


def test_a_card_whose_signs_are_gone_says_so(flags: World) -> None:
    talker = Talker(flags, SUPERVISOR).command("/digest").tap("1", "1")
    flags.flagged = []
    talker.press("b")
    assert "已经没有提示了" in talker.page()
    talker.command("/digest")
    assert "值得" not in talker.page()
    assert "现在没有要特别看的自查" in Talker(flags, SUPERVISOR).open("quality").page()


@pytest.mark.parametrize("person", [OFFICER, PRINCIPAL, WORKER, EXPERT])
def test_it_is_for_supervisors_only(flags: World, person: int) -> None:
    talker = Talker(flags, person).open("quality")
    assert not talker.events
    assert "不能做这一步" in talker.page()
    assert "值得" not in Talker(flags, person).command("/start").page()


def test_unknown_state_and_strange_words_end_on_the_list(flags: World) -> None:
    talker = Talker(flags, SUPERVISOR).open("quality")
    talker.write("这是什么意思").press("zz")
    assert talker.toast == "此页已更新"
    assert talker.at == "quality"
    talker.write("今日情况")
    assert talker.at == "digest"
