"""When a commitment is owed, whether a typed name is the one on record, how long the second tap waits."""

from datetime import UTC, date, datetime, timedelta

import pytest

from checklists.documents import Commitment, CommitmentItem, Renewal
from checklists.rules import Pledging
from checklists.words import Words
from safety.people import RIGHTS, Right, Role
from safety.pledges import (
    NameFault,
    Owed,
    Pledge,
    expires_soon,
    name_fault,
    still_to_wait,
    valid_to,
    why_owed,
)

DAY = date(2026, 11, 25)
AT = datetime(2026, 11, 25, 1, tzinfo=UTC)
WORDS = Words("甲", "a")
TEXT = Commitment(
    colour="white",
    title=WORDS,
    items=(CommitmentItem(id="W1", text=WORDS),),
    preamble=WORDS,
    closing=WORDS,
    valid_days=365,
)


def pledge(**changes: object) -> Pledge:
    kept: dict[str, object] = {
        "number": "CN-2026-000001",
        "enterprise": "东风面馆",
        "credit_code": "91370000000000001A",
        "town": "东镇",
        "colour": "white",
        "text": TEXT,
        "preamble": "",
        "closing": "",
        "signer": 2,
        "name": "王强",
        "begun_at": AT,
        "read_at": AT,
        "signed_at": AT,
        "valid_to": DAY + timedelta(days=365),
        "fingerprint": "new",
        "sha256": "",
    }
    return Pledge(**(kept | changes))  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize(
    ("signed", "colour", "owed"),
    [
        (None, "white", Owed.NEVER),
        (pledge(), "white", None),
        (pledge(valid_to=DAY), "white", None),
        (pledge(valid_to=DAY - timedelta(days=1)), "white", Owed.EXPIRED),
        (pledge(fingerprint="old"), "white", Owed.TEXT_CHANGED),
        (pledge(), "green", Owed.COLOUR_CHANGED),
        (pledge(fingerprint="old"), "green", Owed.COLOUR_CHANGED),
        (pledge(holds=False), "white", Owed.PRINCIPAL_CHANGED),
        (pledge(holds=False, fingerprint="old"), "white", Owed.PRINCIPAL_CHANGED),
        (pledge(recalled=Renewal.ACCIDENT, holds=False), "white", Owed.ACCIDENT),
        (
            pledge(recalled=Renewal.MAJOR_HAZARD_CONFIRMED, valid_to=DAY - timedelta(days=9)),
            "white",
            Owed.MAJOR_HAZARD_CONFIRMED,
        ),
    ],
)
def test_it_says_why_a_signature_is_owed(signed: Pledge | None, colour: str, owed: Owed | None) -> None:
    assert why_owed(signed, colour, "new", tuple(Renewal), DAY) is owed


def test_a_change_that_the_rules_do_not_name_asks_for_nothing() -> None:
    changed = pledge(fingerprint="old", holds=False, recalled=Renewal.MAJOR_HAZARD_CONFIRMED)
    assert why_owed(changed, "green", "new", (), DAY) is None


@pytest.mark.parametrize(("days", "soon"), [(-1, False), (0, True), (30, True), (31, False)])
def test_it_expires_soon_within_thirty_days(days: int, *, soon: bool) -> None:
    assert expires_soon(pledge(valid_to=DAY + timedelta(days=days)), DAY, Pledging()) is soon


def test_it_holds_for_a_year() -> None:
    assert valid_to(date(2027, 11, 25), TEXT) == date(2028, 11, 24)


@pytest.mark.parametrize(
    ("typed", "recorded", "fault"),
    [
        ("王强", "王强", None),
        (" 王 强 ", "王强", None),
        ("阿卜杜拉买买提", "阿卜杜拉·买买提", None),
        ("JOHN smith", "John Smith", None),
        ("王", "王强", NameFault.SHORT),
        ("", "王强", NameFault.SHORT),
        ("王小", "王小强", NameFault.SHORT),
        ("王强总", "王强", NameFault.LONG),
        ("我是王强", "王强", NameFault.LONG),
        ("王刚", "王强", NameFault.ONE_OFF),
        ("王強", "王强", NameFault.ONE_OFF),
        ("赵敏", "王强", NameFault.OTHER),
        ("赵小敏", "王强", NameFault.OTHER),
        ("王强", "", None),
        ("王", "", NameFault.SHORT),
        ("王" * 41, "", NameFault.LONG),
    ],
)
def test_it_says_what_is_wrong_with_a_name(typed: str, recorded: str, fault: NameFault | None) -> None:
    assert name_fault(typed, recorded) is fault


@pytest.mark.parametrize(
    ("seconds", "left"), [(-60, 5), (0, 5), (0.1, 5), (1, 4), (4.2, 1), (4.999, 1), (5, 0), (9, 0)]
)
def test_the_second_tap_waits_five_seconds(seconds: float, left: int) -> None:
    assert still_to_wait(AT, AT + timedelta(seconds=seconds), Pledging()) == left


@pytest.mark.parametrize("role", list(Role))
def test_only_a_principal_may_sign(role: Role) -> None:
    assert (Right.SIGN_COMMITMENT in RIGHTS[role]) is (role is Role.PRINCIPAL)
    assert (Right.READ_PACK in RIGHTS[role]) is (role in {Role.PRINCIPAL, Role.OFFICER})


def test_content_says_from_when_it_may_be_renewed_and_how_long_the_second_tap_waits() -> None:
    rules = Pledging(second_tap_seconds=9, soon_days=2)
    assert still_to_wait(AT, AT + timedelta(seconds=4), rules) == 5
    assert not expires_soon(pledge(valid_to=DAY + timedelta(days=3)), DAY, rules)
