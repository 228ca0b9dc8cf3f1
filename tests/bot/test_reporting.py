"""A report as whole turns on real storage: the draft, the ledger, the letters, and the photos that wait to be fetched."""

import pytest
from sqlalchemy import select

from checklists.catalogue import Catalogue
from checklists.load import load_catalogue
from dialogs.render import Texts
from storage.tables.media import media
from tests.bot.test_turn import phone
from tests.cast import ALICE, BOB, CHARLIE, DONG, TANG, WEI, Cast
from tests.phone import Exchange


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load_catalogue()


@pytest.fixture
def exchange(cast: Cast, shipped: Catalogue) -> Exchange:
    cast.catalogue = shipped
    return Exchange(cast.database, shipped, Texts.load(strict=True))


def test_a_major_one_reaches_principal_and_supervisors_and_nobody_else(exchange: Exchange) -> None:
    alice = phone(exchange, ALICE)
    alice.says("/start")
    alice.photographs("后厨燃气软管老化开裂")
    alice.taps_on("疑似重大")
    assert "YH-2026-000001" in alice.sees
    for heard in (BOB, TANG, DONG):
        assert "后厨燃气软管老化开裂" in phone(exchange, heard).sees, heard
    assert "新隐患" in phone(exchange, BOB).sees
    assert all(not phone(exchange, one).messages for one in (CHARLIE, WEI))
    with exchange.database.reading() as connection:
        assert connection.execute(select(media.c.stage, media.c.state)).one() == ("before", "pending")


def test_an_album_is_one_screen_and_one_hazard(exchange: Exchange) -> None:
    alice = phone(exchange, ALICE)
    alice.says("/start")
    for number in range(5):
        alice.photographs("后厨电线裸露" if number == 0 else "", album="five")
    exchange.clock.pass_(seconds=2)
    exchange.again()
    assert "照片 5 张" in alice.sees
    done = alice.taps_on("一般")
    assert any(turn.wakes for turn in done)
    with exchange.database.reading() as connection:
        assert len(connection.execute(select(media.c.hazard)).scalars().all()) == 5


def test_a_joined_one_tells_who_is_in_charge(exchange: Exchange) -> None:
    alice, bob = phone(exchange, ALICE), phone(exchange, BOB)
    alice.says("/start")
    alice.photographs("后厨电线裸露")
    alice.taps_on("一般")
    bob.says("/start")
    bob.photographs("后厨插座烧黑了")
    bob.taps_on("加进去")
    assert "YH-2026-000001" in bob.sees
    assert any("有人补充" in message.html for message in alice.messages)
