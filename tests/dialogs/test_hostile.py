"""Forged, replayed and senseless inputs: nothing raises, garbage makes no event, nothing comes to life (S2, S3, S5)."""

import random
from dataclasses import replace

import pytest

from checklists.catalogue import Catalogue
from checklists.words import Language
from dialogs import desk
from dialogs.codec import session_from_json, session_to_json
from dialogs.desk import Session
from dialogs.flow import FLOWS
from dialogs.render import render
from dialogs.talk import Commanded, SentOther, SentPhoto, SharedContact, State, Tapped, Wrote
from safety.events import AnswerNoted, Said
from tests.dialogs.paper import CAST, NEWCOMER, OFFICER, World, copied, small_world
from tests.dialogs.talking import TEXTS, Talker

PAYLOADS = 100_000
MARKUP = [
    "<b>粗</b>", "<a href='https://evil.example'>点我</a>", "&lt;script&gt;", "\u202egnp.exe", "a\x00b\x07", "@admin",
    "https://evil.example/x", "t.me/joinchat", "/start", "#tag", "\ud800", "😀" * 400, "{ $n }", "*[other]", "\n\n\n",
]  # fmt: skip
MARKS = "abcdefghijklmnopqrstuvwxyzADX0123456789+-=._:{}[]\"'\\/ 中文٣²\u202e\x00"


def places(world: World) -> list[tuple[int, Session]]:
    """A person at each kind of place."""
    officer = Talker(world, OFFICER).command("/check")
    found = [(OFFICER, session_from_json(officer.kept))]
    for labels in (
        ("瓶装液化气",),
        ("不拍，继续",),
        ("是",),
        ("在",),
        ("⚠️ 是这样",),
        ("不拍，继续",),
        ("通风不好",),
    ):
        officer.tap(*labels)
        found.append((OFFICER, session_from_json(officer.kept)))
    officer.press("m").tap("看总览")
    found.append((OFFICER, session_from_json(officer.kept)))
    for person in CAST.values():
        talker = Talker(world, person).command("/start")
        found.append((person, session_from_json(talker.kept)))
        for command in ("/hazards", "/digest", "/approvals", "/language", "/privacy", "/help", "/check"):
            talker.command(command)
            found.append((person, session_from_json(talker.kept)))
    return found


def drawn(world: World, person: int, session: Session) -> set[str]:
    screen = desk.draw(session, world.actor(person), world.ledger(person), world.now)
    return {button.option for row in screen.rows for button in row}


def test_it_survives_100000_forged_buttons_without_an_event(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    dice = random.Random(20261123)
    known = [(person, session, drawn(world, person, session)) for person, session in places(world)]
    for _ in range(PAYLOADS):
        person, session, options = dice.choice(known)
        option = "".join(dice.choices(MARKS, k=dice.randint(0, 12)))
        if dice.random() < 0.5:
            option = dice.choice("atgpnymdcxbsmlreqzkhwvf") + str(
                dice.choice([-1, 0, 1, 2, 7, 31, 99, 10**9, "²", "٣"])
            )
        screen = dice.choice([session.screen, session.screen, session.screen - 1, -1, 10**9])
        if option in options and screen == session.screen:
            continue
        flow = dice.choice([session.state.flow, session.state.flow, *FLOWS, "nowhere", ""])
        heard = desk.hear(
            session, Tapped(flow, screen, option), world.actor(person), world.ledger(person), world.now
        )
        assert not heard.events, (session, option, heard.events)


def test_it_survives_forged_states_of_letters_and_sessions(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    Talker(world, OFFICER).command("/check").tap("瓶装液化气")
    dice = random.Random(7)
    values = [
        None,
        -1,
        0,
        3,
        10**12,
        "",
        "x",
        "2026-11",
        "catering_gas",
        "CG-01",
        [],
        {},
        True,
        1.5,
        "2026-99",
    ]
    steps = [
        "",
        "ask",
        "why",
        "calendar",
        "sure",
        "bad",
        "photo",
        "review",
        "receipt",
        "card",
        "revoke",
        "contact",
        "zz",
    ]
    names = ["list", "period", "q", "typed", "last", "album", "then", "there", "sent", "chosen", "month", "value", "page", "number", "offset",
             "request", "photo", "checklist", "question", "undo", "shown", "code", "place", "kind", "days", "owner"]  # fmt: skip
    for _ in range(4000):
        data = {name: dice.choice(values) for name in dice.sample(names, 8)}
        if dice.random() < 0.7:
            data |= {"list": "catering_gas", "period": "2026-11", "q": "CG-01"}
        state = State(dice.choice([*FLOWS, "nowhere"]), dice.choice(steps), data, dice.choice([1, 1, 1, 2]))
        person = dice.choice(list(CAST.values()))
        talker = Talker(copied(world), person, kept=session_to_json(Session(state, 5)))
        talker.write("好", message=3)
        talker.press(dice.choice(["ok", "a0", "b", "p0", "e"]))
        talker.command("/start")
        assert talker.page()


def test_a_seat_is_not_offered_to_who_is_gone(world: World) -> None:
    forged = session_to_json(Session(State("handover", "sure", {"to": 10**6}), 5))
    talker = Talker(world, OFFICER, kept=forged).write("好")
    assert "这次交接已经结束了" in talker.page()
    assert {b.option for row in talker.screen.rows for b in row} == {"b"} if talker.screen else False
    talker.press("ok")
    assert not talker.events


@pytest.mark.parametrize("text", MARKUP)
@pytest.mark.parametrize("language", list(Language))
def test_it_lets_no_markup_of_a_person_come_to_life(
    catalogue: Catalogue, text: str, language: Language
) -> None:
    world = small_world(catalogue, language)
    world.enterprise = replace(world.enterprise, name=text)
    world.people[OFFICER].name = text
    talker = Talker(world, OFFICER).command("/start").command("/check")
    talker.press("a1").write(text, message=1).write(text + "！", message=2)
    for command in ("/privacy", "/hazards", "/menu"):
        talker.command(command)
        assert talker.seen is not None
        bare = talker.seen.html.replace("<b>", "").replace("</b>", "")
        assert "<" not in bare
        assert "\u202e" not in bare
        assert "\x00" not in bare
        assert "@admin" not in bare
        assert "evil.example" not in bare
        assert "://" not in bare
        bare.encode()


def test_it_cuts_long_text_at_whole_lines(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    talker = Talker(world, OFFICER).command("/check").press("a1")
    talker.write("&<>" * 5000)
    assert talker.seen is not None
    assert len(talker.seen.html) < 4096
    assert "…" in talker.seen.html


def test_it_keeps_and_answers_every_text_and_every_kind_of_message(catalogue: Catalogue) -> None:
    dice = random.Random(3)
    world = small_world(catalogue)
    texts = ["你好", "在吗", "不知道", "???", "1", "是", "11月3日", "/", "null", "漏气了", "  ", *MARKUP]
    for person, session in places(world):
        here = copied(world)
        told = [
            Wrote(dice.choice(texts), 5),
            SentOther(
                dice.choice(["voice", "sticker", "video", "document", "unheard-of"]), dice.choice(["", "看"])
            ),
            SentPhoto("f", "u"),
            SharedContact("abc", own=bool(dice.getrandbits(1))),
            Commanded("nonsense", "x"),
            Wrote("改", 5, edited=True),
        ]
        for one in told:
            heard = desk.hear(session, one, here.actor(person), here.ledger(person), here.now)
            assert heard.say is not None or heard.events or heard.session != session, (session, one)
            if not here.actor(person).consented:
                assert not heard.events
            screen = desk.draw(session, here.actor(person), here.ledger(person), here.now, heard.say)
            render(screen, Language.ZH, TEXTS, 1)


def test_it_answers_all_unusable_invitations_alike(catalogue: Catalogue) -> None:
    dice = random.Random(5)
    world = small_world(catalogue)
    answers = set()
    for code in [
        "used-invitation-code-1",
        *("".join(dice.choices("abcdefXYZ019-_", k=22)) for _ in range(200)),
    ]:
        answers.add(Talker(world, NEWCOMER).command(f"/start {code}").page())
    assert len(answers) == 1


def test_it_keeps_what_is_written_beside_a_question(world: World) -> None:
    talker = Talker(world, OFFICER).command("/check").write("我们店刚装修完")
    assert isinstance(talker.events[0], AnswerNoted)
    talker.command("/menu").write("还有别的事")
    assert isinstance(talker.events[0], Said)
