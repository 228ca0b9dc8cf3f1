"""Digests in the chat: numbers open their lists, three taps to the photo, nobody without an area, old and wrong buttons, words."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from checklists.schema import Severity
from checklists.words import Language
from dialogs import digest
from dialogs.codec import session_from_json
from dialogs.digest import chasing, groups, more, numbers, seats, spans
from dialogs.digest.groups import lines_of
from dialogs.render import render
from dialogs.talk import Screen
from safety.check_lists import CheckSieve
from safety.digests import LONGER, Group, Report, Span, ended
from safety.events_digests import EnterpriseChased
from safety.events_hazards import HazardReported
from safety.exported import Exported
from safety.handovers import Exchange
from safety.hazard_ledger import HazardState
from safety.lists import Sieve
from safety.measures import MEASURES, Measure, list_of
from safety.people import Role
from safety.queries import Query
from safety.visit_lists import VisitSieve
from tests.dialogs.paper import CODE, EXPERT, NEWCOMER, OFFICER, PRINCIPAL, SUPERVISOR, WORKER, World
from tests.dialogs.paperdigests import NOW, SOURCES, THEN, busy_area
from tests.dialogs.paperreach import many
from tests.dialogs.talking import TEXTS, Talker
from tests.dialogs.test_supervision import NOW as MORNING

TODAY = date(2026, 11, 23)
PLACES = ("", "case", spans.AT, more.AT, more.WISHES, chasing.AT, groups.AT, seats.AT)


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
    talker = opened(town, screen, "未改").tap("1").press("f")
    assert "(photo proof)" in talker.page()
    talker.press("f").press("b")
    assert talker.at == "hazards"
    assert talker.tap("回简报").at == "digest"


def opened(town: World, screen: Screen, label: str) -> Talker:
    """A supervisor taps this button of a letter."""
    buttons = [button for row in screen.rows for button in row]
    one = next(button.opens for button in buttons if button.opens and label in labels_of(button))
    return Talker(town, SUPERVISOR).open(one.flow, one.at, **one.data)


@pytest.mark.parametrize(
    ("span", "label"), [("week", "回周报"), ("month", "回月报"), ("quarter", "回季报"), ("year", "回年报")]
)
def test_a_number_of_a_longer_letter_leads_back_to_that_span(town: World, span: str, label: str) -> None:
    talker = opened(town, digest.letter(busy_area(), MORNING, report(Span(span))), "销号")
    assert talker.at == "hazards"
    talker.tap("筛选、导出", "回到列表", label)
    assert talker.at == "digest.span"
    assert session_from_json(talker.kept).state.data == {"span": span}


@pytest.mark.parametrize("measure", ["nonsense", "", 7, None, "found"])
@pytest.mark.parametrize("span", ["nonsense", "", None, "week"])
def test_a_letters_number_that_means_nothing_opens_the_digest(
    town: World, measure: object, span: object
) -> None:
    talker = Talker(town, SUPERVISOR).open("digest", numbers.BEHIND, measure=measure, span=span, first=3)
    assert talker.at == ("hazards" if measure == "found" else "digest.span" if span == "week" else "digest")


def test_with_five_cases_every_number_opens_its_list_and_what_gives_way_is_behind_more(town: World) -> None:
    town.area, town.away = replace(busy_area(), late=3), many(4)
    Talker(town, NEWCOMER).command(f"/start {CODE}").tap("同意并继续").contact("13911112222")
    talker = Talker(town, SUPERVISOR).command("/digest")
    assert len(labels(talker.screen)) == 8
    assert [label for label in labels(talker.screen) if label[0] in "⏰🔧🧾"] == [
        "⏰ 超期 2",
        "🔧 未改 12",
        "🧾 已交 46",
    ]
    assert "5. " in talker.page()
    talker.tap("催办、更多")
    assert labels(talker.screen)[:2] == ["5", "🔔 催办"]
    assert [one[-1] for one in labels(talker.screen)[2:4]] == ["1", "4"]
    assert len(labels(talker.screen)) <= 8
    talker.tap("周月季年", "上月", "⬅️ 返回")
    assert talker.at == "digest.more"
    assert talker.tap("5").at == "todo.late"


@pytest.mark.parametrize("option", ["c9", "c", "c-1", "a4", "p9", "c00001"])
def test_a_wrong_button_behind_more_does_no_harm(town: World, option: str) -> None:
    town.area = replace(busy_area(), late=3)
    for at in (more.AT, more.SPANS):
        talker = Talker(town, SUPERVISOR).open("digest", at).press(option)
        assert talker.at == f"digest.{at}"
        assert not talker.events


def test_a_case_leads_back_to_the_digest_and_from_a_list_to_the_list(town: World) -> None:
    Talker(town, OFFICER).command("/check").tap("瓶装液化气", "不拍，继续", "否")
    talker = Talker(town, SUPERVISOR).command("/digest").tap("1")
    assert talker.at == "hazards.card"
    assert talker.tap("回简报").at == "digest"
    talker.tap("🔧 未改 12", "1")
    assert "回简报" not in talker.page()
    assert talker.tap("回到列表").at == "hazards"
    assert talker.tap("回简报").at == "digest"
    talker.tap("🧾 已交 46", "回简报")
    assert talker.at == "digest"


def test_a_list_that_was_not_opened_from_anywhere_has_no_way_back_and_takes_none(town: World) -> None:
    for flow in ("hazards", "submissions"):
        talker = Talker(town, SUPERVISOR).command("/start").open(flow)
        assert "回" not in "".join(labels(talker.screen))
        talker.press("w")
        assert talker.at == flow


def labels_of(button: object) -> str:
    return TEXTS.label(button.label, Language.ZH)  # type: ignore[attr-defined]


@pytest.mark.parametrize("span", [None, *LONGER])
def test_a_letter_with_five_cases_still_leads_to_whom_to_chase(town: World, span: Span | None) -> None:
    screen = digest.letter(replace(busy_area(), late=3), MORNING, None if span is None else report(span))
    assert len(labels(screen)) <= 8
    assert "5. " in html(screen)
    assert {"1", "2", "3"} <= set(labels(screen))
    assert opened(town, screen, "催办").at == "digest.chase"


@pytest.mark.parametrize("measure", list(MEASURES))
def test_every_measure_leads_to_a_list_of_its_kind(measure: Measure) -> None:
    state = numbers.list_behind(measure, "2026-11-16", "2026-11-22")
    listed = list_of(measure, "2026-11-16", "2026-11-22")
    flows = {Sieve: "hazards", CheckSieve: "submissions", Query: "enterprise", VisitSieve: "visit"}
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
    assert all(any(name in label for label in labels(screen)) for name in ("超期", "发现", "销号"))


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


# --- chasing from a hazard's card ---------------------------------------------------------------------------------


def overdue(town: World, days: int = -4, *, major: bool = False) -> str:
    """A hazard that is late by so many days, reported by the officer."""
    severity = Severity.MAJOR if major else Severity.GENERAL
    town.record(
        OFFICER,
        [HazardReported("灭火器过期", "", "", severity, TODAY + timedelta(days=days), suspected_major=major)],
    )
    return town.found[-1].number


def card(town: World, number: str, person: int = SUPERVISOR) -> Talker:
    return Talker(town, person).open("hazards", "card", number=number)


def test_a_hazard_is_chased_from_its_card_once_whoever_asks_and_wherever(town: World) -> None:
    number = overdue(town)
    one, other = card(town, number), card(town, number)
    one.tap("🔔 催办")
    assert [
        (event.why, event.hazard, event.days) for event in one.events if isinstance(event, EnterpriseChased)
    ] == [("overdue", number, 4)]
    assert "今天赵强催过" in one.page()
    assert "🔔 催办" not in labels(one.screen)
    other.press("c")
    assert not other.events
    assert "今天已经催过了" in other.page()


@pytest.mark.parametrize("person", [OFFICER, PRINCIPAL, WORKER, EXPERT])
def test_only_who_watches_over_an_area_chases_a_hazard(town: World, person: int) -> None:
    talker = card(town, overdue(town), person)
    assert "🔔 催办" not in labels(talker.screen)
    talker.press("c")
    assert not talker.events


def test_nobody_is_chased_who_is_not_waited_for(town: World) -> None:
    for days, chased in ((1, False), (0, False), (-1, True)):
        assert ("🔔 催办" in labels(card(town, overdue(town, days)).screen)) is chased
    number = overdue(town, 1, major=True)
    assert "🔔 催办" in labels(card(town, number).screen)  # made safe before anybody has confirmed it
    for state in (HazardState.EVIDENCE, HazardState.SUSPENDED, HazardState.CLOSED, HazardState.WITHDRAWN):
        town.found[-1] = replace(town.found[-1], state=state, due=TODAY - timedelta(days=9))
        talker = card(town, number).press("c")
        assert not talker.events
        assert "🔔 催办" not in labels(talker.screen)


def test_at_night_a_card_chases_only_what_is_red(town: World) -> None:
    late, red = overdue(town), overdue(town, major=True)
    town.now = town.now.replace(hour=13)  # 21:00 in China
    talker = card(town, late).press("c")
    assert not talker.events
    assert "明早再催" in talker.page()
    assert card(town, red).press("c").events


def exchanged(world: World, handed: int, waiting: int) -> None:
    """So many seats of the district's enterprises, those that wait first."""
    moment = world.now
    waits = [Exchange(f"等待{n}店", CODE, Role.OFFICER, moment) for n in range(waiting)]
    done = [Exchange(f"接手{n}店", CODE, Role.PRINCIPAL, moment, moment) for n in range(handed)]
    world.morning.exchanges = [*waits, *done]
    assert world.area is not None
    world.area = replace(world.area, handed=handed, offered=waiting)


@pytest.mark.parametrize(
    ("handed", "waiting", "said"),
    [(0, 0, ""), (2, 0, "已接手 2 个"), (0, 3, "等人接手 3 个"), (2, 1, "已接手 2 个，等人接手 1 个")],
)
def test_seats_that_changed_hands_stand_in_one_line_only_when_there_are_some(
    town: World, handed: int, waiting: int, said: str
) -> None:
    exchanged(town, handed, waiting)
    page = Talker(town, SUPERVISOR).command("/digest").page()
    lines = [line for line in page.split("\n") if line.startswith("🤝")]
    assert lines == ([f"🤝 身份交接：{said}"] if said else [])


def test_its_list_pages_and_opens_the_enterprise_and_leads_back(town: World) -> None:
    town.area = replace(busy_area(), exceptions=())
    exchanged(town, 4, 2)
    talker = Talker(town, SUPERVISOR).command("/digest").tap("🤝 交接 6")
    assert "等待0店 · 安全管理员 · ⏳" in talker.page()
    assert "接手3店" not in talker.page()
    assert "接手3店 · 主要负责人 · ✅" in talker.tap("下一页 ▶️").page()
    assert talker.tap("6").at.startswith("enterprise")
    back = Talker(town, SUPERVISOR).open("digest", seats.AT, span="week").tap("⬅️ 返回")
    assert back.at == "digest.span"
    assert "上周" in back.page()


def test_a_letter_says_that_seats_changed_hands_and_a_button_opens_them() -> None:
    calm = replace(busy_area(), exceptions=(), today=replace(busy_area().today, suspected_major=0))
    assert len(digest.letter(calm, MORNING).lines) == 1
    assert len(digest.letter(replace(calm, offered=1), MORNING).lines) == 1, "an offer alone wakes nobody"
    screen = digest.letter(replace(calm, handed=1, offered=1), MORNING)
    opens = [one.opens for row in screen.rows for one in row if one.opens and one.opens.at == seats.AT]
    assert [one.data["span"] for one in opens] == ["day"]
    week = digest.letter(calm, MORNING, report(handed=3))
    assert "🤝 身份交接：已接手 3 个" in html(week)
    assert "🤝 Seats: handed over 3" in html(week, Language.EN)
