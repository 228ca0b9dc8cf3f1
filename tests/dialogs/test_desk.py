"""The desk: commands inside every step, stale and foreign taps, sessions that cannot be read, who is let in."""

from dataclasses import replace

import pytest

from dialogs import desk
from dialogs.codec import session_from_json, session_to_json, state_from_json, state_to_json
from dialogs.desk import HOME, Session
from dialogs.talk import Line, Opened, State, Tapped, Wrote
from safety.errors import Refusal
from safety.events import AnswerSaved, Said
from tests.dialogs.paper import CODE, NEWCOMER, OFFICER, PRINCIPAL, SUPERVISOR, WORKER, World
from tests.dialogs.talking import Talker

COMMANDS = ["/start", "/menu", "/cancel", "/help", "/language", "/privacy", "/check", "/hazards"]
WAYS_BACK = {"menu": "k", "help": "b", "language": "b", "privacy": "b", "hazards": "k", "check.ask": None}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("depth", ["ask", "why", "calendar", "photo", "bad", "sure", "review"])
def test_every_command_works_inside_every_step_and_leads_back(world: World, depth: str, command: str) -> None:
    talker = reach(Talker(world, OFFICER).command("/check"), depth)
    where = (talker.at, talker.question)
    talker.command(command)
    assert not talker.events
    way = WAYS_BACK.get(talker.at)
    if talker.at.partition(".")[0] != "check" and way is not None:
        talker.press(way)
    assert (talker.at, talker.question) == where


def reach(talker: Talker, depth: str) -> Talker:
    ways = {
        "ask": (),
        "why": ("说明",),
        "photo": ("瓶装液化气",),
        "bad": ("瓶装液化气", "不拍，继续", "否"),
        "sure": ("瓶装液化气", "不拍，继续", "是", "在"),
        "review": ("瓶装液化气", "不拍，继续", "说明", "看总览"),
    }
    if depth in ways:
        return talker.tap(*ways[depth])
    talker.tap("瓶装液化气", "不拍，继续", "是")
    for _ in range(20):
        if "选日期" in talker.page():
            return talker.tap("选日期")
        talker.press("s")
    raise AssertionError("no question about a day")


def test_a_stale_tap_is_answered_with_the_current_screen(world: World) -> None:
    talker = Talker(world, OFFICER).command("/check").tap("瓶装液化气").tap("不拍，继续")
    for away in (-1, 1, -99):
        talker.does(Tapped("check", session_from_json(talker.kept).screen + away, "a0"))
        assert talker.toast == "此页已更新"
        assert talker.question == "CG-02"
        assert not talker.events


def test_a_double_tap_answers_once(world: World) -> None:
    talker = Talker(world, OFFICER).command("/check").tap("瓶装液化气", "不拍，继续")
    number = session_from_json(talker.kept).screen
    talker.does(Tapped("check", number, "a0")).does(Tapped("check", number, "a0"))
    assert len([one for one in talker.all_events if isinstance(one, AnswerSaved)]) == 2
    assert talker.question == "CG-03"


@pytest.mark.parametrize(
    "kept",
    ["", "{}", "[]", "null", '{"state":1}', "no json", '{"state":{"flow":"menu"},"screen":"x","under":[]}'],
)
def test_a_session_that_cannot_be_read_is_a_fresh_one(kept: str) -> None:
    assert session_from_json(kept) == Session()


def test_a_session_survives_json() -> None:
    state = State("check", "ask", {"list": "a", "typed": {"1": "q"}, "n": [1, None]}, 3)
    session = Session(state, 7, (HOME, State("help")))
    assert session_from_json(session_to_json(session)) == session
    assert state_from_json(state_to_json(state)) == state


@pytest.mark.parametrize("state", [State("gone"), State("menu", version=99)])
def test_an_unknown_conversation_starts_again_and_says_so(world: World, state: State) -> None:
    talker = Talker(world, OFFICER, kept=session_to_json(Session(state, 4)))
    talker.does(Wrote("你好", 1))
    assert talker.at == "menu"
    assert isinstance(talker.events[0], Said)
    again = Talker(world, OFFICER, kept=session_to_json(Session(state, 4))).command("/help")
    assert "从这里重新开始" in again.page() or again.at == "help"
    screen = desk.draw(Session(state, 4), world.actor(OFFICER), world.ledger(OFFICER), world.now)
    assert screen.lines[0] == Line("started-again")


def test_a_letter_to_an_unknown_conversation_says_so(world: World) -> None:
    talker = Talker(world, OFFICER).command("/start").does(Opened(State("gone")))
    assert "重新开始" in talker.page()


def test_a_screen_that_cannot_be_drawn_gives_way_to_the_menu_which_works(world: World) -> None:
    talker = Talker(
        world, OFFICER, kept=session_to_json(Session(State("hazards", "card", {"number": "YH-0"}), 4))
    )
    talker.command("/whatever")
    assert "看不到" in talker.page()
    talker.press("h")
    assert talker.at == "help"


def test_a_refusal_while_recording_stands_on_the_same_screen(world: World) -> None:
    session = Session(State("help"), 3)
    heard = desk.refused(session, Refusal("hazard-not-now"))
    assert (heard.session, heard.events, heard.redraw) == (session, (), True)
    assert heard.say == Line("hazard-not-now")


def test_nobody_gets_past_the_door(world: World) -> None:
    for told in (
        Opened(State("check", "review", {"list": "catering_gas", "period": "2026-11"})),
        Opened(State("hazards")),
    ):
        stranger = Talker(world, NEWCOMER).does(told)
        assert stranger.at == "join"
        assert not stranger.events
    for command in ("/check", "/hazards", "/digest", "/approvals"):
        stranger = Talker(world, NEWCOMER).command(command)
        assert stranger.at == "join"


def test_a_revoked_seat_ends_the_conversation_at_the_door(world: World) -> None:
    talker = Talker(world, OFFICER).command("/check")
    world.people[OFFICER].seats.clear()
    talker.press("a0")
    assert talker.at == "join"
    assert not talker.events


def test_withdrawn_consent_ends_the_conversation_and_nothing_more_is_kept(world: World) -> None:
    talker = Talker(world, OFFICER).command("/privacy").tap("撤回同意", "确定撤回")
    assert talker.at == "join"
    assert "已撤回同意" in talker.page()
    talker.write("在吗").other("voice").photo()
    assert len(talker.all_events) == 1
    talker.tap("同意并继续").tap("自查")
    assert talker.at == "check.ask"


def test_the_privacy_page_is_open_before_consent(world: World) -> None:
    talker = Talker(world, NEWCOMER).command("/privacy")
    assert "还没有同意" in talker.page()
    talker.press("w")
    assert not talker.events
    talker.press("b")
    assert talker.at == "join"


def test_words_beside_a_photo_that_fits_nowhere_are_kept(world: World) -> None:
    talker = Talker(world, SUPERVISOR).command("/start").photo(caption="看这里")
    assert talker.events == (Said("photo", "看这里"),)
    assert "写的话已经记下" in talker.page()


def test_help_within_privacy_within_a_check_unwinds_in_order(world: World) -> None:
    talker = Talker(world, OFFICER).command("/check").command("/privacy").command("/help")
    assert (talker.at, talker.press("b").at, talker.press("b").at) == ("help", "privacy", "check.ask")


def test_seats_are_chosen_among_the_own_ones(world: World) -> None:
    person = world.people[OFFICER]
    person.seats.append((world.people[SUPERVISOR].seats[0][0], "宋官屯街道"))
    talker = Talker(world, OFFICER).command("/start").tap("换身份").press("a7")
    assert not talker.events
    talker.tap("2")
    assert "今日情况" in talker.page()
    talker.tap("换身份").press("b")
    assert talker.at == "menu"
    talker.tap("换身份").write("哪个都行")
    assert talker.at == "seats"
    assert "今日情况" in talker.write("二").page()


@pytest.mark.parametrize("person", [OFFICER, PRINCIPAL, WORKER, SUPERVISOR])
def test_the_menu_answers_its_own_letter_and_no_other_input(world: World, person: int) -> None:
    talker = Talker(world, person).open("menu")
    assert talker.at == "menu"
    talker.press("zz")
    assert talker.toast == "此页已更新"


def test_a_menu_button_without_the_right_is_refused(world: World) -> None:
    talker = Talker(world, WORKER).command("/start").press("d")
    assert "不能做这一步" in talker.page()
    talker.press("k")
    assert "不能做这一步" in talker.page()


def test_an_invitation_link_may_be_pasted(world: World) -> None:
    talker = Talker(world, NEWCOMER).command("/start").tap("同意并继续")
    assert "还没有加入单位" in talker.page()
    talker.write(f"https://t.me/some_bot?start={CODE}")
    assert talker.at == "join.contact"
    talker.write("hello there")
    assert isinstance(talker.events[0], Said)
    talker.write("https://t.me/some_bot?start=aaaaaaaaaaaaaaaaaaaaaa")
    assert "这个邀请用不了" in talker.page()


def test_an_invitation_that_was_used_meanwhile_is_refused_at_the_card(world: World) -> None:
    talker = Talker(world, NEWCOMER).command(f"/start {CODE}").tap("同意并继续")
    world.invitations[CODE] = replace(world.invitations[CODE], usable=False)
    talker.contact("13800000001")
    assert "这个邀请用不了" in talker.page()
    assert not talker.events
    talker.press("h")
    assert talker.at == "help"


def test_the_request_for_the_card_says_when_its_invitation_is_gone(world: World) -> None:
    talker = Talker(world, NEWCOMER).command(f"/start {CODE}").tap("同意并继续")
    world.invitations.clear()
    talker.command("/help").press("b")
    assert "这个邀请用不了" in talker.page()


@pytest.mark.parametrize(
    ("phone", "joined"),
    [("13800000001", True), ("+8613800000001", True), ("0086 138-0000-0001", True), ("8613800000001", True),
     ("1380000000", False), ("", False), ("abc", False), ("13800000002", False)],
)  # fmt: skip
def test_a_listed_phone_joins_however_it_is_written(world: World, phone: str, joined: bool) -> None:
    talker = Talker(world, NEWCOMER).command(f"/start {CODE}").tap("同意并继续").contact(phone)
    assert (talker.at == "menu") is joined


def test_approval_is_noticed_at_the_next_tap(world: World) -> None:
    talker = Talker(world, NEWCOMER).command(f"/start {CODE}").tap("同意并继续").contact("13911112222")
    talker.press("r")
    assert talker.toast is not None
    Talker(world, SUPERVISOR).command("/approvals").tap("1", "同意")
    talker.press("r")
    assert talker.at == "menu"
