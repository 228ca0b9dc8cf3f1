"""Inspections and the quarter in both languages, and that the book of the paper world refuses what storage refuses."""

import re
from pathlib import Path
from typing import Any

import pytest

from checklists.catalogue import Catalogue
from checklists.words import Language
from safety.errors import Refusal
from safety.events_sampling import SampleAccepted
from safety.events_visits import (
    FormOpened,
    SecondConfirmed,
    SecondNamed,
    VisitBegun,
    VisitClosed,
    VisitConfirmed,
    VisitPresented,
    VisitRemarked,
    VisitTakenBack,
)
from safety.visits import Ending, VisitKind
from tests.dialogs import transcript as playing
from tests.dialogs.paper import (
    DISTRICT,
    EXPERT,
    NEWCOMER,
    OFFICER,
    PRINCIPAL,
    SUPERVISOR,
    World,
    small_world,
)
from tests.dialogs.paperquarter import drawn, handed_in
from tests.dialogs.talking import Talker
from tests.dialogs.test_every_screen import fits

ROOT = Path(__file__).parent.parent / "transcripts"
CHINESE = re.compile(r"[㐀-鿿]+")
CONVERSATIONS = ("visit", "visit-refused", "quarter")


def own_words(transcript: dict[str, Any], world: World) -> set[str]:
    """Names, and what people write themselves: it stands as it was written in either language."""
    found = {world.enterprise.name, world.enterprise.town, "天衢新区"}
    found |= {one.name for one in world.people.values()}
    found |= {part for one in world.crowd for part in (one.name, one.town)}
    for turn in transcript["turns"]:
        found |= {str(turn.get("types", "")), *map(str, turn.get("reports", {}).values())}
        photo = turn.get("photographs")
        found |= {photo.get("caption", "")} if isinstance(photo, dict) else set()
    return found - {""}


@pytest.mark.parametrize("name", CONVERSATIONS)
def test_an_english_screen_has_chinese_only_in_names_and_own_words(name: str, catalogue: Catalogue) -> None:
    transcript = playing.read(ROOT / f"{name}.yaml")
    play = playing.Play(transcript, catalogue, Language.EN)
    for number, turn in enumerate(transcript["turns"], 1):
        seen = play.turn(turn, Language.EN)
        shown = seen["sees"]["en"] + seen.get("toast", {}).get("en", "")
        for word in sorted(own_words(transcript, play.world), key=len, reverse=True):
            shown = shown.replace(word, "")
        assert CHINESE.findall(shown) == [], f"{name}, turn {number}"


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", CONVERSATIONS)
def test_each_screen_fits_a_phone_and_leads_on(name: str, language: Language, catalogue: Catalogue) -> None:
    transcript = playing.read(ROOT / f"{name}.yaml")
    play = playing.Play(transcript, catalogue, language)
    for turn in transcript["turns"]:
        play.turn(turn, language)
        fits(play.talkers[play.who])


@pytest.fixture
def world(catalogue: Catalogue) -> World:
    """An inspection that both officers are at."""
    world = small_world(catalogue)
    code = world.enterprise.credit_code
    world.record(SUPERVISOR, [VisitBegun(code, VisitKind.DEPARTMENT, DISTRICT)])
    world.record(DISTRICT, [SecondConfirmed(1)])
    return world


def refused(world: World, person: int, event: Any, why: str) -> None:
    with pytest.raises(Refusal, match=why):
        world.record(person, [event])


def test_nobody_begins_what_their_role_does_not_come_for(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    code = world.enterprise.credit_code
    refused(world, OFFICER, VisitBegun(code, VisitKind.DEPARTMENT, DISTRICT), "not-allowed")
    refused(world, EXPERT, VisitBegun(code, VisitKind.SUPERVISION, DISTRICT), "not-allowed")
    refused(world, SUPERVISOR, VisitBegun(code, VisitKind.EXPERT, DISTRICT), "not-allowed")
    refused(world, SUPERVISOR, VisitBegun("nowhere", VisitKind.RECHECK, DISTRICT), "enterprise-gone")
    refused(world, SUPERVISOR, VisitBegun(code, VisitKind.RECHECK), "visit-needs-second")
    refused(world, SUPERVISOR, VisitBegun(code, VisitKind.RECHECK, SUPERVISOR), "visit-not-second")
    refused(world, SUPERVISOR, VisitBegun(code, VisitKind.RECHECK, OFFICER), "visit-not-second")
    assert world.inspected == {}


def test_only_its_inspectors_write_in_it_and_only_while_it_is_open(world: World) -> None:
    refused(world, EXPERT, VisitRemarked(1, "路过"), "visit-gone")
    refused(world, SUPERVISOR, SecondNamed(1, EXPERT), "visit-second-there")
    refused(world, DISTRICT, SecondConfirmed(1, there=False), "visit-second-there")
    world.record(DISTRICT, [VisitRemarked(1, "通道畅通")])
    refused(world, SUPERVISOR, VisitPresented(1, NEWCOMER), "visit-not-host")
    world.record(SUPERVISOR, [VisitPresented(1, PRINCIPAL)])
    refused(world, DISTRICT, VisitRemarked(1, "再写一句"), "visit-is-presented")
    refused(world, SUPERVISOR, FormOpened(1, "catering_gas", "old"), "visit-is-presented")


def test_who_was_asked_confirms_exactly_what_lay_before_them_once(world: World) -> None:
    world.record(SUPERVISOR, [VisitRemarked(1, "通道畅通"), VisitPresented(1, PRINCIPAL)])
    seen = world.inspected[1].visit.presented
    refused(world, OFFICER, VisitConfirmed(1, seen), "visit-gone")
    world.record(SUPERVISOR, [VisitTakenBack(1), VisitRemarked(1, "灯坏了"), VisitPresented(1, PRINCIPAL)])
    refused(world, PRINCIPAL, VisitConfirmed(1, seen), "visit-changed")
    world.record(PRINCIPAL, [VisitConfirmed(1, world.inspected[1].visit.presented)])
    assert world.inspected[1].visit.number == "JC-2026-000001"
    refused(world, PRINCIPAL, VisitConfirmed(1, seen), "visit-over")
    refused(world, SUPERVISOR, VisitClosed(1, Ending.REFUSED, "no-word"), "visit-over")


def test_it_ends_without_the_enterprise_only_with_a_reason_and_something_looked_at(world: World) -> None:
    refused(world, SUPERVISOR, VisitClosed(1, Ending.ABSENT, " "), "visit-needs-reason")
    refused(world, SUPERVISOR, VisitClosed(1, Ending.ABSENT, "closed"), "visit-empty")
    world.record(SUPERVISOR, [VisitRemarked(1, "门锁着"), VisitClosed(1, Ending.ABSENT, "closed")])
    assert world.reached_in[0][0] == world.enterprise.credit_code


def test_a_sample_is_judged_once_and_never_by_who_handed_it_in(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    receipts = handed_in(world, OFFICER, "catering_gas")
    refused(world, SUPERVISOR, SampleAccepted(receipts[0]), "submission-gone")
    drawn(world, receipts)
    refused(world, OFFICER, SampleAccepted(receipts[0]), "not-allowed")
    world.record(SUPERVISOR, [SampleAccepted(receipts[0])])
    refused(world, DISTRICT, SampleAccepted(receipts[0]), "sample-judged-already")


@pytest.mark.parametrize("person", [OFFICER, PRINCIPAL, EXPERT, NEWCOMER])
def test_only_who_watches_over_coverage_sees_how_one_enterprise_agrees(world: World, person: int) -> None:
    talker = Talker(world, person).open("quarter", "firm", code=world.enterprise.credit_code)
    assert "说得一样吗" not in talker.page()
    assert not talker.events


@pytest.mark.parametrize("code", ["91370000000000009X", "", "x" * 400])
def test_an_enterprise_outside_the_reach_has_no_such_screen(world: World, code: str) -> None:
    talker = Talker(world, DISTRICT).open("quarter", "firm", code=code)
    assert "说得一样吗" not in talker.page()


@pytest.mark.parametrize("option", ["zz", "a0", "p1", "", "v9", "m"])
def test_a_wrong_button_beside_one_enterprise_does_no_harm(world: World, option: str) -> None:
    talker = Talker(world, DISTRICT).open("quarter", "firm", code=world.enterprise.credit_code)
    talker.press(option)
    assert talker.at == "quarter.firm"
    assert not talker.events


def test_a_sample_leads_back_to_the_page_it_was_opened_from(world: World) -> None:
    receipts = handed_in(world, OFFICER, "catering_gas", "fire_emergency")
    drawn(world, receipts)
    talker = Talker(world, DISTRICT).open("quarter", "sample", receipt=receipts[0], **{"from": 1})
    talker.tap("答题和照片", "回抽核", "回抽核名单")
    assert talker.at == "quarter.samples"
    assert "2. " in talker.page()
    assert Talker(world, DISTRICT).open("quarter", "sample", receipt=receipts[0], **{"from": 99}).press(
        "b"
    ).at == ("quarter.samples")


def test_a_number_of_inspections_opens_its_list_and_leads_back(world: World) -> None:
    world.record(SUPERVISOR, [VisitRemarked(1, "大门锁着"), VisitClosed(1, Ending.ABSENT, "没人")])
    day = world.now.date().isoformat()
    data = {"measure": "visits", "first": day, "last": day, "span": "week"}
    talker = Talker(world, SUPERVISOR).open("digest", "list", **data)
    assert talker.at == "visit.list"
    assert "已结束的检查（" in talker.page()
    assert "：1 家次" in talker.page()
    assert talker.tap("1").at == "visit.card"
    earlier = {**data, "first": "2026-11-01", "last": "2026-11-02"}
    before = Talker(world, SUPERVISOR).open("digest", "list", **earlier)
    assert "：0 家次" in before.page()
    assert before.tap("回周报").at == "digest.span"
