"""Which hazards may be the very one that is being reported: a table of cases."""

from datetime import UTC, date, datetime

import pytest

from checklists.schema import Severity
from safety.alike import MOST, Reporting, alike, likely
from safety.hazard_ledger import Hazard, HazardState
from safety.hazards import OVER, UNREPORTED

REPORT = Reporting("electricity", "后厨东墙", ("GEN-17",))


def hazard(
    kind: str = "electricity",
    place: str = "后厨",
    question: str = "",
    state: HazardState = HazardState.REPORTED,
) -> Hazard:
    at = datetime(2026, 11, 23, tzinfo=UTC)
    return Hazard(
        "YH-1",
        "甲",
        "镇",
        "",
        question,
        Severity.GENERAL,
        state,
        at,
        date(2026, 12, 1),
        "李",
        kind=kind,
        place=place,
    )


@pytest.mark.parametrize(
    ("one", "same"),
    [
        (hazard(), True),
        (hazard(place="后厨东墙"), True),
        (hazard(place="后厨 东墙"), True),
        (hazard(place="后厨东墙上的电箱"), True),
        (hazard(place="前厅"), False),
        (hazard(place=""), False),
        (hazard(kind="fire"), False),
        (hazard(kind=""), False),
        (hazard(kind="", place="", question="GEN-17"), True),
        (hazard(kind="", place="", question="NS-01"), False),
        (hazard(kind="", place="后厨", question="GEN-17"), True),
        (hazard(kind="", place="前厅", question="GEN-17"), False),
    ],
)
def test_kind_and_place_or_the_question(one: Hazard, *, same: bool) -> None:
    assert alike(REPORT, one, lambda id_: "electricity" if id_ else "") is same


@pytest.mark.parametrize("state", list(HazardState))
def test_only_what_is_open_and_reported(state: HazardState) -> None:
    wanted = state not in OVER and state not in UNREPORTED
    assert alike(REPORT, hazard(state=state), str) is wanted


def test_a_report_without_a_place_is_like_none_but_the_same_question() -> None:
    report = Reporting("electricity", "", ("GEN-17",))
    assert not alike(report, hazard(), str)
    assert alike(report, hazard(place="", question="GEN-17"), str)


def test_few_are_shown_in_the_order_given() -> None:
    found = [hazard(place=f"后厨{number}") for number in range(9)]
    assert list(likely(Reporting("electricity", "后厨"), found, str)) == found[:MOST]
