"""Verifying a receipt: how numbers are written, what a commitment says, who sees nothing."""

from datetime import date

import pytest

from checklists.catalogue import Catalogue
from dialogs.verifying import number_in
from safety.closures import Closure
from safety.seals.verified import Verified
from tests.dialogs.paper import OFFICER, PRINCIPAL, small_world
from tests.dialogs.paperledger import PaperLedger
from tests.dialogs.talking import Talker


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("ZC-2026-000001", "ZC-2026-000001"),
        ("zc-2026-000001-2", "ZC-2026-000001-2"),
        ("回执编号：ＺＣ－２０２６－０００００１。", "ZC-2026-000001"),
        ("ZC 2026 000001", None),
        ("ZC – 2026 – 000001", "ZC-2026-000001"),
        ("ZC-2026-1", None),
        ("", None),
        ("١٢٣", None),
        ("<b>ZC-2026-000001</b>", "ZC-2026-000001"),
    ],
)
def test_numbers_as_people_write_them(written: str, number: str | None) -> None:
    assert number_in(written) == number


def test_an_old_state_without_a_number_asks_for_one(catalogue: Catalogue) -> None:
    talker = Talker(small_world(catalogue), OFFICER)
    for data in ({}, {"number": 7}, {"number": "<b>"}):
        assert "请把回执编号发给我" in talker.open("verify", "card", **data).page()


def test_looking_at_it_is_only_for_those_who_may(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = Verified("ZC-2026-000009", "check", date(2026, 11, 23), 4, unchanged=True)
    monkeypatch.setattr(PaperLedger, "verified", lambda _self, _number: known)
    talker = Talker(small_world(catalogue), PRINCIPAL).command("/verify ZC-2026-000009")
    assert "存在，没有改动" in talker.page()
    assert "看内容" not in talker.page()


def test_an_unknown_kind_is_still_a_receipt(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    known = Verified("XX-2026-000009", "", date(2026, 11, 23), 4, unchanged=False)
    monkeypatch.setattr(PaperLedger, "verified", lambda _self, _number: known)
    page = Talker(small_world(catalogue), OFFICER).command("/verify XX-2026-000009").page()
    assert "回执，11月23日" in page
    assert "和当初封存的不一样" in page


def test_a_closure_leads_to_its_hazard(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    known = Verified("XH-2026-000001", "closure", date(2026, 11, 23), 4, unchanged=True)
    monkeypatch.setattr(PaperLedger, "verified", lambda _self, _number: known)
    world = small_world(catalogue)
    Talker(world, OFFICER).command("/hazard 后厨灶台软管老化").tap("一般，上报")
    (hazard,) = world.found
    world.closures.append(
        Closure("XH-2026-000001", hazard.number, hazard.enterprise, world.now, "王强", "c" * 64)
    )
    talker = Talker(world, OFFICER).command("/verify xh-2026-000001")
    assert "隐患销号，11月23日" in talker.page()
    assert "复查销号" in talker.page()
    assert hazard.number in talker.tap("看内容").page()
