"""An inspection on site as whole turns on real storage: two officers, a form, findings, both sides' confirmation, the record."""

import pytest
from sqlalchemy import select

from checklists.catalogue import Catalogue
from checklists.load import load_catalogue
from dialogs.render import Texts
from safety.hazard_ledger import HazardSource, HazardState
from storage.receipts import fingerprint_over
from storage.tables.inspections import coverings, inspections
from storage.tables.ledger import hazards
from storage.tables.submissions import submissions
from tests.bot.test_turn import phone
from tests.cast import ALICE, BOB, DONG, TANG, Cast
from tests.phone import Exchange, Phone


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load_catalogue()


@pytest.fixture
def exchange(cast: Cast, shipped: Catalogue) -> Exchange:
    cast.catalogue = shipped
    return Exchange(cast.database, shipped, Texts.load(strict=True))


def begun(exchange: Exchange) -> tuple[Phone, Phone]:
    """Tang finds the enterprise by its name and names Dong, who confirms on his own phone."""
    tang, dong = phone(exchange, TANG), phone(exchange, DONG)
    tang.says("/inspect")
    tang.says("东风")
    tang.taps_on("开始检查")
    tang.taps_on("部门检查")
    assert "董华" in tang.sees
    tang.taps_on("1")
    assert "还没确认" in tang.sees
    assert "把您记为同行人员" in dong.sees
    dong.taps_on("打开检查")
    dong.taps_on("我在现场")
    assert "还没确认" not in dong.sees
    return tang, dong


def comes_back(person: Phone) -> None:
    """By the command, whatever stood there."""
    person.says("/inspect")
    person.taps_on("我的检查")
    person.taps_on("1")


def walks(person: Phone) -> None:
    """The first form: a bad answer with its photo, then two good ones."""
    comes_back(person)
    for label in ("检查表", "1", "否"):
        person.taps_on(label)
    person.photographs()
    person.taps_on("没有")


def shown(exchange: Exchange, column: object) -> list[object]:
    with exchange.database.writing() as connection:
        return list(connection.execute(select(column)).scalars())  # type: ignore[call-overload]


def test_both_officers_walk_it_and_the_enterprise_confirms(exchange: Exchange) -> None:
    tang, dong = begun(exchange)
    walks(tang)
    comes_back(tang)
    assert "问题 1 条" in tang.sees
    # nobody of the enterprise knows yet, and no duty was done by it
    alice = phone(exchange, ALICE)
    alice.says("/hazards")
    assert "YH-" not in alice.sees
    assert shown(exchange, hazards.c.state) == [HazardState.FOUND]
    assert shown(exchange, submissions.c.id) == []
    # the second officer goes on where it stands and notes something beside the list
    comes_back(dong)
    dong.photographs("配电箱门坏了")
    for label in ("不写", "一般"):
        dong.taps_on(label)
    comes_back(dong)
    assert "发现问题 2 条" in dong.sees
    comes_back(tang)
    tang.taps_on("结束检查")
    assert "李娜" in tang.sees
    tang.taps_on("2")
    assert "结果正在等" in tang.sees or "已发给" in tang.sees
    assert "请您看结果并确认" in alice.sees
    alice.taps_on("打开检查")
    assert "发现问题 2 条" in alice.sees
    alice.taps_on("确认属实")
    assert "JC-2026-000001" in alice.sees
    assert "李娜代表企业确认" in alice.sees
    assert shown(exchange, hazards.c.state) == [HazardState.REPORTED] * 2
    assert set(shown(exchange, hazards.c.source)) == {HazardSource.DEPARTMENT}
    assert all(shown(exchange, hazards.c.graded_up))
    assert shown(exchange, coverings.c.about) == ["JC-2026-000001"]
    with exchange.database.writing() as connection:
        row = connection.execute(select(inspections)).one()
    assert row.sha256 == fingerprint_over(row.document)
    assert row.items == 2
    bob = phone(exchange, BOB)
    assert "检查结束了" in "".join(one.html for one in bob.messages) or "结束了" in bob.sees
    assert "JC-2026-000001" in bob.sees
    alice.says("/hazards")
    assert "YH-" in alice.sees or "2" in alice.sees
