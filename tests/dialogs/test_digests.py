"""Digests in the chat: numbers open their lists, three taps to the photo, nobody without an area, old and wrong buttons, words."""

from dataclasses import replace
from datetime import date

import pytest

from checklists.words import Language
from dialogs import digest
from dialogs.digest import chasing, groups, more, numbers, spans
from dialogs.digest.groups import lines_of
from dialogs.render import render
from dialogs.talk import Screen
from safety.check_lists import CheckSieve
from safety.digests import LONGER, Group, Report, Span, ended
from safety.events_digests import EnterpriseChased
from safety.exported import Exported
from safety.lists import Sieve
from safety.measures import MEASURES, Measure, list_of
from safety.queries import Query
from safety.visit_lists import VisitSieve
from tests.dialogs.paper import EXPERT, OFFICER, PRINCIPAL, SUPERVISOR, WORKER, World
from tests.dialogs.paperdigests import NOW, SOURCES, THEN, busy_area
from tests.dialogs.talking import TEXTS, Talker
from tests.dialogs.test_supervision import NOW as MORNING

TODAY = date(2026, 11, 23)
PLACES = ("", "case", spans.AT, more.AT, more.WISHES, chasing.AT, groups.AT)


def report(span: Span = Span.WEEK, **more_: object) -> Report:
    return replace(Report(span, ended(span, TODAY), NOW, THEN, SOURCES), **more_)  # type: ignore[arg-type]


def html(screen: Screen, language: Language = Language.ZH) -> str:
    return render(screen, language, TEXTS, 1).html


def labels(screen: Screen) -> list[str]:
    return [TEXTS.label(button.label, Language.ZH) for row in screen.rows for button in row]


@pytest.fixture
def town(world: World) -> World:
    world.area = busy_area()
    world.morning.groups["abc"] = Group("abc", "监管群", "宋官屯街道", linked=False)
    return world


@pytest.mark.parametrize("person", [OFFICER, PRINCIPAL, WORKER, EXPERT])
@pytest.mark.parametrize("at", PLACES)
def test_nobody_without_an_area_opens_any_of_its_screens(town: World, person: int, at: str) -> None:
    talker = Talker(town, person).open("digest", at, span="week", code="abc")
    assert "不能做这一步" in talker.page()
    assert not talker.events


@pytest.mark.parametrize("at", PLACES)
@pytest.mark.parametrize("option", ["zz", "a9", "h9", "a99999", "", "all", "y", "x", "p", "o"])
def test_a_wrong_button_does_no_harm(town: World, at: str, option: str) -> None:
    talker = Talker(town, SUPERVISOR).open("digest", at, span="nonsense", code="abc")
    talker.press(option)
    assert talker.screen is not None
    assert len([button for row in talker.screen.rows for button in row]) <= 8


@pytest.mark.parametrize("at", [place for place in PLACES if place != more.WISHES])
def test_words_where_a_button_is_expected_are_kept_and_the_screen_stays(town: World, at: str) -> None:
    talker = Talker(town, SUPERVISOR).open("digest", at, span="month", code="abc").write("他们怎么样了呢")
    assert talker.at == (f"digest.{at}" if at else "digest")
    assert "您的话已经记下" in talker.page()


def test_the_numbers_of_a_letter_open_lists_and_the_first_item_its_photo_in_three_taps(town: World) -> None:
    Talker(town, OFFICER).command("/check").tap("瓶装液化气", "不拍，继续", "否")
    town.found = [replace(town.found[0], photos=("proof",))]
    screen = digest.letter(busy_area(), MORNING)
    one = next(
        button.opens for row in screen.rows for button in row if button.opens and "未改" in labels_of(button)
    )
    assert one is not None
    talker = Talker(town, SUPERVISOR).open(one.flow, one.at, **one.data).tap("1").press("f")
    assert "(photo proof)" in talker.page()
    talker.press("f").press("b")
    assert talker.at == "hazards"


def labels_of(button: object) -> str:
    return TEXTS.label(button.label, Language.ZH)  # type: ignore[attr-defined]


@pytest.mark.parametrize("measure", list(MEASURES))
def test_every_measure_leads_to_a_list_of_its_kind(measure: Measure) -> None:
    state = numbers.list_behind(measure, "2026-11-16", "2026-11-22")
    listed = list_of(measure, "2026-11-16", "2026-11-22")
    flows = {Sieve: "hazards", CheckSieve: "submissions", Query: "enterprise", VisitSieve: "visits"}
    assert state.flow == flows[type(listed)]
    if isinstance(listed, Sieve):
        assert Sieve.read(state.data.get("f")) == listed
    elif isinstance(listed, CheckSieve):
        assert CheckSieve.read(state.data.get("f")) == listed
    elif isinstance(listed, VisitSieve):
        assert VisitSieve.read(state.data) == listed
    else:
        assert Query.from_json(state.data["query"]) == listed


@pytest.mark.parametrize("span", LONGER)
@pytest.mark.parametrize("language", list(Language))
def test_a_longer_letter_keeps_its_measure(span: Span, language: Language) -> None:
    """Twelve lines, 900 characters, eight buttons, with as many cases as there can be."""
    area = busy_area()
    many = tuple(
        replace(one, enterprise=f"德州市天衢新区某某某机械制造有限公司{n}号厂")
        for n, one in enumerate([*area.exceptions, area.exceptions[1]])
    )
    screen = digest.letter(replace(area, exceptions=many, flagged=2, late=3), MORNING, report(span))
    text = html(screen, language)
    assert len([line for line in text.split("\n") if line]) <= 12
    assert len(text) <= 900
    assert len(labels(screen)) <= 8
    assert "🔔 催办" in labels(screen)


def test_a_calm_week_is_one_line_and_one_with_figures_is_not() -> None:
    calm = replace(
        busy_area(), exceptions=(), today=replace(busy_area().today, suspected_major=0, overdue_hazards=0)
    )
    nothing = report(now=dict.fromkeys(MEASURES, 0), then=None, sources={})
    assert len(digest.letter(calm, MORNING, nothing).lines) == 1
    assert "没有新情况，说过的 2 件还没办完" in html(digest.letter(calm, MORNING, nothing, 2))
    assert "发现隐患 31 处" in html(digest.letter(calm, MORNING, report()))


def test_a_span_without_the_one_before_says_no_change() -> None:
    text = "\n".join(TEXTS.say(line, Language.ZH) for line in spans.lines_of("东镇", report(then=None)))
    assert "比" not in text
    assert "和前" not in text


def test_the_letters_words_are_those_of_the_group_without_names() -> None:
    lines = lines_of(replace(busy_area(), exceptions=()), report(), TODAY)
    assert "上周" in TEXTS.say(lines[0], Language.ZH)


def test_two_chase_at_once_and_the_second_hears_that_it_was_done(town: World) -> None:
    one = Talker(town, SUPERVISOR).open("digest", chasing.AT)
    other = Talker(town, SUPERVISOR).open("digest", chasing.AT).press("a0")
    assert isinstance(other.events[0], EnterpriseChased)
    one.press("a0")
    assert not one.events
    assert "今天已经催过了" in one.page()
    one.press("all")
    assert [event.enterprise for event in one.events if isinstance(event, EnterpriseChased)] == [
        "91370000000000002X"
    ]
    one.press("all")
    assert not one.events


def test_at_night_only_red_ones_are_chased(town: World) -> None:
    town.now = town.now.replace(hour=13)  # 21:00 in China
    talker = Talker(town, SUPERVISOR).open("digest", chasing.AT).press("a1")
    assert not talker.events
    assert "明早再催" in talker.page()
    talker.press("all")
    assert [event.why for event in talker.events if isinstance(event, EnterpriseChased)] == ["major"]


def test_a_picture_and_a_report_are_asked_for_where_they_are_offered(town: World) -> None:
    asked = []
    for span, option in (("week", "h"), ("week", "p"), ("month", "p")):
        talker = Talker(town, SUPERVISOR).open("digest", spans.AT, span=span).press(option)
        asked.append([getattr(event, "what", None) for event in talker.events])
    assert asked == [[Exported.CHART], [], [Exported.REPORT]]


def test_a_group_is_confirmed_and_stopped_by_button(town: World) -> None:
    talker = Talker(town, SUPERVISOR).open("digest", groups.AT, code="abc")
    assert "没有人名和电话" in talker.page()
    talker.tap("✅ 开始发")
    assert "正在收宋官屯街道的简报" in talker.page()
    talker.tap("⏹ 停止发")
    assert "不再收简报" in talker.page()
    assert "已经停了" in Talker(town, SUPERVISOR).open("digest", groups.AT, code="abc").page()
