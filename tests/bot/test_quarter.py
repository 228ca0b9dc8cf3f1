"""A supervisor's walk through the quarter: the meter, who was never reached, a sample that holds, one that does not, both sides compared."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from checklists.catalogue import Catalogue
from checklists.load import load_catalogue
from dialogs.render import Texts
from safety.calendar import today
from safety.events import AnswerSaved, CheckSubmitted
from storage import sampling
from storage.tables.inspections import samples
from tests.bot.test_turn import phone
from tests.bot.test_visiting import begun, comes_back, walks
from tests.cast import ALICE, CHARLIE, DONG, TANG, WEI, Cast
from tests.phone import Exchange


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load_catalogue()


@pytest.fixture
def exchange(cast: Cast, shipped: Catalogue) -> Exchange:
    """Both enterprises have handed in a clean self-check; Alice's is drawn."""
    cast.catalogue = shipped
    form = next(iter(shipped.owed_on("white", {}, today(cast.now))))
    question = shipped.checklists[form].sections[0].questions[0].id
    key = cast.key(form)
    with cast.database.writing() as connection:
        for who in (ALICE, CHARLIE):
            said = AnswerSaved(key, question, "yes", "ok")
            cast.does(connection, who, cast.begun(form), said, CheckSubmitted(key, 100, 1, 1, 0))
    exchange = Exchange(cast.database, shipped, Texts.load(strict=True))
    exchange.clock.pass_(days=1)
    return exchange


def everything_drawn(exchange: Exchange) -> None:
    """Until the lot has fallen on both: each day has its own draw."""
    day = today(exchange.clock.now() - timedelta(days=1))
    grading = exchange.catalogue.rules.grading
    assert grading is not None
    with exchange.database.writing() as connection:
        sampling.hold(connection, exchange.catalogue, day, exchange.clock.now())
        drawn = connection.execute(select(samples.c.receipt)).scalars().all()
        rows = connection.execute(sampling._candidates(exchange.catalogue, day)).all()
        for row in rows:
            if row.receipt not in drawn:
                new = {"check_id": row.check_id, "version": row.version, "receipt": row.receipt, "day": day}
                more = {"enterprise": row.enterprise, "ground": "class", "permille": 300}
                connection.execute(samples.insert().values(**new, **more, drawn_at=exchange.clock.now()))


def test_the_meter_names_who_was_never_reached_and_leads_there(exchange: Exchange) -> None:
    dong = phone(exchange, DONG)
    dong.says("/inspect")
    dong.taps_on("我的检查")
    dong.taps_on("全覆盖")
    assert "2026年第4季度全覆盖：0%" in dong.sees
    assert "检查 0 家次；隐患 0 项" in dong.sees
    assert "东镇：0%，还差 1 家" in dong.sees
    dong.taps_on("按颜色")
    assert "白色" in dong.sees or "还差 2 家" in dong.sees or "共 2 家，核查了 0 家" in dong.sees
    dong.taps_on("没核查到")
    assert "从没核查过" in dong.sees
    dong.taps_on("1")
    assert "面馆" in dong.sees


def test_a_sample_that_holds_covers_and_one_that_does_not_goes_back(exchange: Exchange) -> None:
    everything_drawn(exchange)
    tang = phone(exchange, TANG)
    tang.says("/inspect")
    for label in ("我的检查", "全覆盖", "抽核", "1"):
        tang.taps_on(label)
    assert "东风面馆" in tang.sees
    tang.taps_on("核实通过")
    assert "唐静核实通过" in tang.sees
    tang.taps_on("回抽核名单")
    tang.taps_on("返回")
    assert "全覆盖：100%" in tang.sees
    wei = phone(exchange, WEI)
    wei.says("/inspect")
    for label in ("我的检查", "全覆盖", "抽核", "1"):
        wei.taps_on(label)
    assert "西风面馆" in wei.sees
    wei.taps_on("不通过")
    assert "1" in wei.screen.labels


def test_both_sides_are_compared(exchange: Exchange) -> None:
    tang, _dong = begun(exchange)
    walks(tang)
    comes_back(tang)
    tang.taps_on("结束检查")
    for label in ("没法确认", "没人在场", "负责人不在"):
        tang.taps_on(label)
    assert "JC-2026-000001" in tang.sees
    assert "自查报“没有隐患”" in tang.sees
    tang.says("/inspect")
    for label in ("我的检查", "全覆盖"):
        tang.taps_on(label)
    assert "检查 1 家次；隐患 1 项" in tang.sees
    tang.taps_on("三方比对")
    assert "自查报没有隐患，随后查出" in tang.sees
    assert "部门检查：1 家次，隐患 1 项" in tang.sees
    assert "自查没发现 1 题" in tang.sees
