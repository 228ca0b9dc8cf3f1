"""Every screen that can be reached by taps: it says something, has a way on, fits a phone; every button is understood."""

import json
import re
from collections import deque
from dataclasses import replace
from datetime import timedelta

import pytest

from checklists.catalogue import Catalogue
from checklists.load import load_catalogue
from checklists.schema import Severity
from checklists.words import Language
from dialogs.codec import session_from_json
from dialogs.flow import FLOWS
from dialogs.talk import Line
from safety.areas import Area, Concern, Figures
from safety.events_hazards import HazardMoved, HazardPhotoSent, HazardReported, Picture
from safety.hazard_ledger import Shot
from safety.hazards import HazardAction
from safety.joining import Invitation
from safety.people import Role, Seat
from tests.dialogs.carryform import CARRY, FLAGS, ONE, given, submitted_before
from tests.dialogs.flagged import EVERY, flagged
from tests.dialogs.paper import (
    CODE,
    DISTRICT,
    EXPERT,
    NEWCOMER,
    OFFICER,
    PRINCIPAL,
    RESTAURANT,
    SUPERVISOR,
    WORKER,
    World,
    copied,
    small_world,
)
from tests.dialogs.paperledger import START
from tests.dialogs.paperowed import matter
from tests.dialogs.paperpledges import Shelf, neighbours
from tests.dialogs.paperreach import many
from tests.dialogs.talking import TEXTS, Talker

MOST = 480  # screens looked at from one start
BUTTONS = 8
CHINESE = re.compile(r"[㐀-鿿]")
GRID = {"x"}
CHOICES = re.compile(r'"(query|terms)":\{(?:[^{}]|\{[^{}]*\})*\}')  # each is looked at with one of its values
STALE = Line("toast-stale")


def figures(major: int = 0, overdue: int = 0) -> Figures:
    return Figures(300, 120, 80, 40, 9, overdue, major, 2)


CONCERNS = (
    Concern("major", "<b>假</b>饭店", "YH-2026-000001", 1, "李梅"),
    Concern("overdue", "二号饭店", None, 4, "张三"),
    Concern("unsubmitted", "三号饭店", None, 9),
    Concern("never_joined", "四号饭店", None, 30),
    Concern("overdue", "五号饭店", None, 2),
    Concern("overdue", "六号饭店", None, 1),
)


def busy(world: World) -> World:
    """A draft with hazards, photos, notes; people who wait; a full digest; an officer with two seats."""
    officer = Talker(world, OFFICER).command("/check").tap("瓶装液化气").photo("a").photo("b")
    officer.tap("否").write("写了一句").photo("c", caption="照片说明")
    officer.tap("在", "⚠️ 是这样", "不拍，继续")
    for number in range(12):
        world.found.append(replace(world.found[0], number=f"YH-2026-9{number:05d}"))
    world.found[-1] = replace(world.found[-1], photos=("one", "two"), photos_pending=1, note="有照片")
    world.invitations["another-invitation-1"] = Invitation(
        3, RESTAURANT, None, "老王饭店", Role.WORKER, usable=True, phones=frozenset()
    )
    Talker(world, NEWCOMER).command(f"/start {CODE}").tap("同意并继续").contact("13911112222")
    listed_hazard(world)
    worker = Talker(world, WORKER).command("/tip").tap("我所在的企业").write("后厨有<b>煤气味" * 60)
    worker.photo("d").photo("e").tap("不写地点", "匿名发出").write("晚上七点以后")
    Talker(world, SUPERVISOR).command("/tip").tap("1", "问举报人").write("几点？").command("/start")
    worker.command("/start")
    world.area = Area("宋官屯街道", figures(1, 3), figures(0, 5), CONCERNS)
    world.flagged = [flagged(world.catalogue, number, *EVERY) for number in range(1, 8)]
    world.shelf = Shelf(neighbours=neighbours())
    world.away = many(7)
    for number, rule in enumerate(("R25", "R02", "R37", "R29", "R05", "R38"), 1):
        world.matters[number] = matter(world, number, rule, number - 2, whose=OFFICER)
    world.people[OFFICER].seats.append((Seat(Role.PRINCIPAL, enterprise=RESTAURANT), "老王饭店分店"))
    return world


def listed_hazard(world: World) -> None:
    """The first in the list: a major one, planned, listed, with a photo and progress."""
    report = HazardReported("漏氨", "冷库", "", Severity.MAJOR, START.date(), suspected_major=True)
    world.record(OFFICER, [report])
    number = world.found[-1].number
    until = START.date() + timedelta(days=30)
    world.record(SUPERVISOR, [HazardMoved(number, HazardAction.CONFIRM_MAJOR)])
    plan = HazardMoved(number, HazardAction.PLAN, "", until, OFFICER, "换阀门", 900, "停用")
    world.record(OFFICER, [replace(plan, day=START.date())])
    world.record(SUPERVISOR, [HazardMoved(number, HazardAction.LIST, "停产", until)])
    part = HazardMoved(number, HazardAction.DIVIDE, "", START.date(), OFFICER, words="换法兰")
    world.record(SUPERVISOR, [part])
    world.record(OFFICER, [HazardMoved(number, HazardAction.PROGRESS, words="换了一半")])
    picture = Picture("file-during", "during")
    world.record(OFFICER, [HazardPhotoSent(number, picture, progress=True)])
    world.found.append(world.found.pop(-2))
    world.found[-1] = replace(world.found[-1], notes=(Shot("during", "during.jpg"),))


def crawl(talker: Talker) -> list[Talker]:
    """Every screen that buttons lead to, each from a world of its own."""
    seen: set[str] = set()
    found, waiting = [], deque([talker])
    while waiting and len(found) < MOST:
        here = waiting.popleft()
        kept = CHOICES.sub("", here.kept)
        mark = re.sub(r'"(screen|shown|at)":("[^"]*T[^"]*"|\d+)', "", kept) + str(
            sorted(map(str, here.world.drafts.values()))
        )
        if mark in seen or here.screen is None:
            continue
        seen.add(mark)
        found.append(here)
        for option in sampled([b.option for row in here.screen.rows for b in row]):
            there = replace(here, world=copied(here.world), all_events=[])
            there.press(option)
            assert there.toast != TEXTS.plain(STALE, there.language), (here.at, option)
            waiting.append(there)
    return found


def sampled(options: list[str]) -> list[str]:
    """All buttons, but of a month's days only two."""
    grid = [one for one in options if re.fullmatch(r"g\d+", one)]
    return [one for one in options if one not in grid[1:-1] and one not in GRID]


def fits(talker: Talker) -> None:
    """What holds for every screen."""
    assert talker.seen is not None
    assert talker.screen is not None
    assert talker.seen.html.strip()
    assert "\n\n\n" not in talker.seen.html
    buttons = [pair for row in talker.seen.rows for pair in row]
    assert buttons or talker.seen.contact_label, talker.page()
    calendar = any(data.endswith(".m1") for _label, data in buttons)
    assert calendar or len(buttons) <= BUTTONS, talker.page()
    assert all(len(CHINESE.findall(label)) <= 8 for label, _data in buttons), talker.page()
    assert all(len(data.encode()) <= 64 for _label, data in buttons)
    assert len({data for _label, data in buttons if not data.endswith(".x")}) == len(
        [1 for _label, data in buttons if not data.endswith(".x")]
    )


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("person", [OFFICER, NEWCOMER, SUPERVISOR, PRINCIPAL, EXPERT, WORKER])
def test_it_says_something_and_leads_on_from_every_screen(
    catalogue: Catalogue, person: int, language: Language
) -> None:
    talker = Talker(busy(small_world(catalogue, language)), person).command("/start")
    screens = crawl(talker)
    assert len(screens) > 1
    for one in screens:
        fits(one)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("facts", [{"hot_work": True}, dict.fromkeys(FLAGS, False) | {"staff": 12}])
def test_it_leads_on_from_everything_that_stands_from_before(
    catalogue: Catalogue, language: Language, facts: dict[str, object]
) -> None:
    world = small_world(replace(catalogue, checklists={form.id: form for form in (CARRY, ONE)}), language)
    world.owed, world.facts = ("carry", "one"), facts
    submitted_before(world, CARRY, given(C_2="none"))
    submitted_before(world, ONE, {})
    screens = crawl(Talker(world, OFFICER).command("/start"))
    assert {"check.same", "check.ask", "check.review"} <= {one.at for one in screens}
    assert ("check.known" in {one.at for one in screens}) is (len(facts) > 1)
    for one in screens:
        fits(one)


@pytest.mark.parametrize("checklist", sorted(load_catalogue().checklists))
@pytest.mark.parametrize("language", list(Language))
def test_it_draws_every_question_of_every_form(
    catalogue: Catalogue, checklist: str, language: Language
) -> None:
    world = small_world(catalogue, language)
    world.owed = (checklist,)
    world.facts = {**dict.fromkeys(catalogue.facts.ids, True), "staff": 400, "all_electric": False}
    talker = Talker(world, OFFICER).command("/check")
    for _ in range(200):
        fits(talker)
        if talker.at == "check.review":
            break
        if talker.at == "check.ask":
            for aside in ("m", "b"):
                talker.press(aside)
                fits(talker)
        skips = {"check.ask": "s"}
        talker.press(skips[talker.at])
    assert talker.at == "check.review"
    fits(talker)


def test_it_reaches_every_conversation(catalogue: Catalogue) -> None:
    reached = set()
    for person in (OFFICER, NEWCOMER, SUPERVISOR, WORKER):
        talker = Talker(busy(small_world(catalogue)), person).command("/start")
        reached |= {session_from_json(one.kept).state.flow for one in crawl(talker)}
    full = Talker(busy(small_world(catalogue)), SUPERVISOR).write(
        "联系不上"
    )  # no room for its button on a full day
    reached |= {session_from_json(one.kept).state.flow for one in crawl(full)}
    code = small_world(catalogue).enterprise.credit_code
    deep = Talker(busy(small_world(catalogue)), SUPERVISOR).open(
        "department", code=code
    )  # behind many others
    reached.add(session_from_json(deep.kept).state.flow)
    more = Talker(busy(small_world(catalogue)), SUPERVISOR).command("/supervise").tap("更多")
    for option in [b.option for row in more.screen.rows for b in row] if more.screen else ():
        there = replace(more, world=copied(more.world)).press(option)  # too far from the menu for the walk
        reached.add(session_from_json(there.kept).state.flow)
    above = Talker(busy(small_world(catalogue)), DISTRICT).command("/audit")  # the district's alone
    reached.add(session_from_json(above.kept).state.flow)
    records = Talker(busy(small_world(catalogue)), DISTRICT).open("records")
    reached |= {session_from_json(one.kept).state.flow for one in crawl(records)}
    gate = busy(small_world(catalogue))
    Talker(gate, SUPERVISOR).open("spot", "card", code=code).press("s")
    guest = Talker(gate, NEWCOMER).command(f"/start s_{gate.spots[-1].link}")  # behind a link alone
    reached |= {session_from_json(one.kept).state.flow for one in crawl(guest)}
    crawl(guest.write("张三"))
    assert reached == set(FLOWS)


def test_it_keeps_a_digest_within_twelve_lines_and_900_characters(catalogue: Catalogue) -> None:
    talker = Talker(busy(small_world(catalogue)), SUPERVISOR).command("/digest")
    assert talker.seen is not None
    lines = [line for line in talker.seen.html.split("\n") if line]
    assert len(lines) <= 12
    assert len(talker.seen.html) <= 900
    assert "<b>假" not in talker.seen.html


def test_it_comes_from_a_digest_line_to_the_photo_in_three_taps(catalogue: Catalogue) -> None:
    world = busy(small_world(catalogue))
    world.found = [
        replace(one, photos=("proof",)) if one.number == "YH-2026-000001" else one for one in world.found
    ]
    if not any(one.number == "YH-2026-000001" for one in world.found):
        world.found[0] = replace(world.found[0], number="YH-2026-000001", photos=("proof",))
    talker = Talker(world, SUPERVISOR).command("/digest").tap("1").press("f")
    assert talker.seen is not None
    assert talker.seen.photo == "proof"


def test_a_session_is_plain_json(catalogue: Catalogue) -> None:
    world = busy(small_world(catalogue))
    world.now += timedelta(hours=1)
    for one in crawl(Talker(world, OFFICER).command("/start")):
        assert json.loads(one.kept)
