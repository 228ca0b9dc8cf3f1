"""Who serves several enterprises: a letter's button leads to its own enterprise, drafts wait where they were begun, long lists are searched."""

import pytest
from sqlalchemy import Connection, insert, select

from bot.screens import post_notice
from checklists.schema import Severity
from dialogs.codec import session_from_json, session_to_json
from dialogs.desk import Session, reseated
from dialogs.render import Texts
from dialogs.talk import State
from safety.enterprises import Colour
from safety.events import JoinApproved, JoinRequested, SeatChosen
from safety.events_hazards import HazardReported
from safety.letters import Notice, Opens
from safety.people import Role, Seat
from storage import enterprises, whose
from storage.enterprises import Entry, Listed
from storage.invitations import Place
from storage.tables.ledger import hazards
from storage.tables.obligations import obligations, tellings
from storage.tables.people import joins
from tests.cast import ALICE, BOB, CHARLIE, DONG, TANG, Cast, Speaker
from tests.phone import Exchange, Phone

TEXTS = Texts.load(strict=True)


@pytest.fixture
def exchange(cast: Cast) -> Exchange:
    """Alice looks after the west as well; a hazard was reported on each side."""
    with cast.database.writing() as connection:
        second(connection, cast, cast.west, "west-code")
        for speaker, words in ((BOB, "东面软管老化"), (CHARLIE, "西面软管老化")):
            report = HazardReported(
                words, "后厨", "", Severity.GENERAL, cast.now.date(), suspected_major=False
            )
            cast.does(connection, speaker, report)
    return Exchange(cast.database, cast.catalogue, TEXTS)


def second(connection: Connection, cast: Cast, enterprise: int, code: str) -> None:
    number = cast.invite(connection, Place(Role.OFFICER, enterprise=enterprise), code)
    cast.does(connection, ALICE, JoinRequested(number, "13700009999"))
    asked = connection.execute(select(joins.c.id).order_by(joins.c.id.desc()).limit(1)).scalar_one()
    cast.does(connection, DONG, JoinApproved(asked))
    cast.does(connection, ALICE, SeatChosen(0))


def phone(exchange: Exchange, speaker: Speaker) -> Phone:
    return Phone(exchange, speaker.id, speaker.name, speaker.phone)


def number_of(exchange: Exchange, words: str) -> str:
    with exchange.database.reading() as connection:
        found = select(hazards.c.number).where(hazards.c.words == words)
        return str(connection.execute(found).scalar_one())


def letter(exchange: Exchange, cast: Cast, flow: str, at: str, **data: str | int) -> None:
    """A letter to Alice with one button."""
    with exchange.database.writing() as connection:
        alice = cast.actor(connection, ALICE).person
        button = Opens("open-hazard", flow, at, data)
        notice = Notice(
            alice,
            "letter-still-fixed",
            f"test:{data}",
            {
                "number": "x",
                "enterprise": "西风面馆",
                "town": "",
                "what": "x",
                "person": "",
                "day": cast.now.date(),
                "listing": "",
            },
            (button,),
        )
        post_notice(connection, TEXTS, notice, cast.now)
    exchange.clock.pass_(seconds=3)
    exchange.settle()


def test_a_letters_button_takes_the_seat_it_is_about_and_the_draft_waits(
    exchange: Exchange, cast: Cast
) -> None:
    alice = phone(exchange, ALICE)
    alice.says("/start")
    assert "东风面馆" in alice.sees
    alice.taps_on("自查")
    if "第1/" not in alice.sees:
        alice.taps_on("1")
    assert "第1/" in alice.sees
    letter(exchange, cast, "hazards", "card", number=number_of(exchange, "西面软管老化"))
    alice.taps_on(alice.screen.labels[0])
    assert "西面软管老化" in alice.sees
    assert "西风面馆" in alice.sees
    alice.says("/menu")
    assert "西风面馆" in alice.sees
    assert "接着" not in alice.sees, "what was begun in the east waits there"
    alice.says("/seats")
    alice.says("东风")
    assert "东风面馆" in alice.sees
    with exchange.database.reading() as connection:
        assert cast.actor(connection, ALICE).seat == Seat(Role.OFFICER, cast.east)


def test_a_button_about_the_present_seat_changes_nothing(exchange: Exchange, cast: Cast) -> None:
    alice = phone(exchange, ALICE)
    alice.says("/start")
    letter(exchange, cast, "hazards", "card", number=number_of(exchange, "东面软管老化"))
    alice.taps_on(alice.screen.labels[0])
    assert "东面软管老化" in alice.sees
    assert "现在的身份" not in alice.sees


@pytest.mark.parametrize(
    ("flow", "data"),
    [
        ("hazards", {"number": "YH-1"}),
        ("hazards", {"number": {"a": 1}}),
        ("hazards", {"number": True}),
        ("hazards", {}),
        ("todo", {"ids": []}),
        ("todo", {"ids": ["x"]}),
        ("todo", {"n": None}),
        ("todo", {"x": 99}),
        ("nowhere", {"number": 1}),
        ("check", {"receipt": "ZC-1"}),
    ],
)
def test_what_names_nothing_takes_no_seat(
    exchange: Exchange, cast: Cast, flow: str, data: dict[str, object]
) -> None:
    with exchange.database.reading() as connection:
        assert whose.seat_for(connection, cast.actor(connection, ALICE), flow, data) is None


def test_who_has_no_seat_there_gets_none(exchange: Exchange, cast: Cast) -> None:
    west = number_of(exchange, "西面软管老化")
    with exchange.database.reading() as connection:
        for speaker in (BOB, TANG):
            assert (
                whose.seat_for(connection, cast.actor(connection, speaker), "hazards", {"number": west})
                is None
            )


def test_a_long_list_turns_pages_and_is_searched(exchange: Exchange, cast: Cast) -> None:
    with exchange.database.writing() as connection:
        for n in range(12):
            code = f"9137000000000{n:03d}XX"
            entry = Entry(
                code,
                f"第{n}号店",
                Colour.WHITE,
                "东镇",
                contacts=[Listed(ALICE.name, ALICE.phone, Role.OFFICER)],
            )
            enterprises.save(connection, [entry], cast.now, "test")
            number = enterprises.by_code(connection, code)
            second(connection, cast, number or 0, f"shop-{n}")
    alice = phone(exchange, ALICE)
    alice.says("/seats")
    assert "（共 14 个）" in alice.sees
    assert len([label for label in alice.screen.labels if label.isdigit()]) == 5
    assert len(alice.screen.labels) <= 8
    alice.taps_on("➡️") if any("➡️" in one for one in alice.screen.labels) else alice.taps_on(
        alice.screen.labels[5]
    )
    assert len(alice.screen.labels) <= 8
    alice.says("号店")
    assert "（共 12 个）" in alice.sees
    alice.says("没有这家")
    assert "没有名称带" in alice.sees
    alice.says("第11号")
    assert "第11号店" in alice.sees


def test_parked_conversations_survive_json_and_come_back() -> None:
    east, west = Seat(Role.OFFICER, 1), Seat(Role.OFFICER, 2)
    check = State("check", "ask", {"q": "a"})
    session = Session(check, 7, (State("report", "what", {"words": "x"}),))
    there = reseated(session, east, west)
    assert (there.state.flow, there.under) == ("menu", ())
    there = session_from_json(session_to_json(there))
    back = reseated(there, west, east)
    assert [one.flow for one in back.under] == ["report", "check"]
    assert back.parked == {}


@pytest.mark.parametrize(
    "text", ['{"state":{"flow":"menu"},"screen":1,"under":[],"parked":[1]}', '{"parked":3}']
)
def test_a_foreign_parked_text_is_a_fresh_session(text: str) -> None:
    assert session_from_json(text) == Session()


def test_the_list_counts_what_waits_in_each_and_nothing_of_others(exchange: Exchange, cast: Cast) -> None:
    with exchange.database.writing() as connection:
        alice, charlie = (cast.actor(connection, one).person for one in (ALICE, CHARLIE))
        plan = [(cast.east, alice, "open"), (cast.west, alice, "open"), (cast.west, alice, "open")]
        plan += [(cast.west, charlie, "open"), (cast.east, alice, "done")]
        for n, (enterprise, person, state) in enumerate(plan):
            row = {
                "rule": "R01", "task": "check", "enterprise": enterprise, "about": f"test:{n}", "begun_at": cast.now,
                "due_at": cast.now, "set_at": cast.now, "state": state,
            }  # fmt: skip
            number = connection.execute(
                insert(obligations).values(row).returning(obligations.c.id)
            ).scalar_one()
            connection.execute(insert(tellings).values(obligation=number, person=person, at=cast.now))
        assert cast.ledger(connection, ALICE).owed().by_enterprise() == {cast.east: 1, cast.west: 2}
        assert cast.ledger(connection, CHARLIE).owed().by_enterprise() == {cast.west: 1}
        assert cast.ledger(connection, TANG).owed().by_enterprise() == {}
    alice_phone = phone(exchange, ALICE)
    alice_phone.says("/seats")
    assert "西风面馆，安全管理员，待办 2 件" in alice_phone.sees
