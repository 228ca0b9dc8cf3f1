"""Two mirrored enterprises, side by side: nothing of one is reachable from the other (promises S3, S4)."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Connection

from checklists.schema import Severity
from checklists.words import Language
from safety.checks import CheckKey
from safety.errors import Refusal
from safety.events import (
    AnswerNoted,
    AnswerSaved,
    CheckSubmitted,
    Event,
    FactStated,
    HazardFound,
    JoinRequested,
    PhotoReceived,
)
from safety.ledger import Ledger
from safety.people import Actor, AreaKind, Role, Seat
from safety.queries import Query
from storage.invitations import Place
from storage.ledger import LedgerOf
from tests.cast import ALICE, BOB, CHARLIE, DONG, NOBODY, TANG, WEI, Cast, Speaker

TODAY = date(2026, 11, 23)
CODES = ("91370000000000001A", "91370000000000002B")
EASTERN, WESTERN = "东镇的秘密", "西镇的秘密"


def life(cast: Cast, secret: str) -> list[Event]:
    """A whole self-check whose every text carries a secret."""
    key = cast.key("kitchen")
    return [
        cast.begun("kitchen"),
        AnswerSaved(key, "remarks", secret, "ok"),
        AnswerSaved(key, "gas", "no", "bad"),
        AnswerNoted(key, "gas", secret),
        HazardFound(key, "gas", Severity.MAJOR, TODAY, suspected_major=True),
        PhotoReceived(key, "gas", secret, secret, 1),
        FactStated("staff", "7", secret),
        CheckSubmitted(key, 50, 1, 2, 1),
    ]


def live(connection: Connection, cast: Cast) -> None:
    """Both enterprises live through the same, and one person asks to join each."""
    for speaker, secret in ((ALICE, EASTERN), (CHARLIE, WESTERN)):
        cast.does(connection, speaker, *life(cast, secret))
    for place, enterprise, account in ((EASTERN, cast.east, 9101), (WESTERN, cast.west, 9102)):
        number = cast.invite(connection, Place(Role.WORKER, enterprise=enterprise), place)
        cast.does(connection, replace(NOBODY, id=account), JoinRequested(number, "13700000000"))


def everything(ledger: Ledger, cast: Cast) -> str:
    """All that a ledger tells, whatever is asked of it."""
    told: list[object] = [
        ledger.waiting_joins(),
        [ledger.join_request(number) for number in range(30)],
        ledger.seats(),
        ledger.facts(),
        ledger.duties(TODAY),
        [ledger.draft(cast.key(checklist)) for checklist in cast.catalogue.checklists],
        [ledger.previous(CheckKey(checklist, "2027-01")) for checklist in cast.catalogue.checklists],
        ledger.stated_facts(),
        ledger.hazards(limit=100),
        ledger.count_hazards(),
        [ledger.hazard(f"YH-2026-{number:06d}") for number in range(10)],
        ledger.queries().page(Query(), limit=100),
        ledger.queries().by_town(Query()),
        [ledger.departments().of(code) for code in CODES],
        [ledger.handovers().givers(code) for code in CODES],
        [ledger.handovers().successors(code, person) for code in CODES for person in range(1, 9)],
        [ledger.handovers().one(number) for number in range(10)],
        ledger.invites().latest(),
    ]
    for ask in (ledger.enterprise, lambda: ledger.area(TODAY)):
        try:
            told.append(ask())
        except Refusal as refusal:
            told.append(refusal.line)
    return repr(told)


@pytest.mark.parametrize(
    ("speaker", "sees", "never"),
    [(ALICE, "东", "西"), (BOB, "东", "西"), (TANG, "东", "西"), (CHARLIE, "西", "东"), (WEI, "西", "东")],
)
def test_nothing_of_the_other_side_is_ever_told(cast: Cast, speaker: Speaker, sees: str, never: str) -> None:
    with cast.database.writing() as connection:
        live(connection, cast)
        told = everything(cast.ledger(connection, speaker), cast)
    assert f"{sees}风面馆" in told
    assert never not in told


def test_the_district_sees_both_sides(cast: Cast) -> None:
    with cast.database.writing() as connection:
        live(connection, cast)
        told = everything(cast.ledger(connection, DONG), cast)
    assert "东风面馆" in told
    assert "西风面馆" in told


def test_who_has_joined_nothing_is_told_nothing(cast: Cast) -> None:
    with cast.database.writing() as connection:
        live(connection, cast)
        told = everything(cast.ledger(connection, NOBODY), cast)
    assert "东" not in told
    assert "西" not in told


def seated(seat: Seat | None) -> Actor:
    return Actor(1, "x", Language.ZH, consented=True, seat=seat)


@pytest.mark.parametrize("role", [Role.PRINCIPAL, Role.OFFICER, Role.WORKER])
def test_a_role_of_an_enterprise_never_widens_to_the_district(cast: Cast, role: Role) -> None:
    """A seat that lost its enterprise must not be read as one without limits."""
    with cast.database.writing() as connection:
        live(connection, cast)
        ledger = LedgerOf(connection, seated(Seat(role)), cast.catalogue, cast.now)
        assert ledger.hazards() == ()
        assert ledger.count_hazards() == 0
        assert ledger.waiting_joins() == ()
        with pytest.raises(Refusal, match="not-allowed"):
            ledger.area(TODAY)


@pytest.mark.parametrize(("role", "allowed"), [(Role.DEPARTMENT, True), (Role.EXPERT, False)])
def test_rights_hold_inside_the_scope_too(cast: Cast, role: Role, allowed: bool) -> None:
    with cast.database.writing() as connection:
        live(connection, cast)
        seat = Seat(role, area=cast.east_town, kind=AreaKind.TOWN)
        ledger = LedgerOf(connection, seated(seat), cast.catalogue, cast.now)
        assert len(ledger.hazards()) == 1
        assert ledger.waiting_joins() == ()
        if allowed:
            assert ledger.area(TODAY).name == "东镇"
        else:
            with pytest.raises(Refusal, match="not-allowed"):
                ledger.area(TODAY)


def test_workers_see_hazards_and_answer_nothing(cast: Cast) -> None:
    with cast.database.writing() as connection:
        live(connection, cast)
        worker = seated(Seat(Role.WORKER, enterprise=cast.east))
        assert len(LedgerOf(connection, worker, cast.catalogue, cast.now).hazards()) == 1
        number = cast.invite(connection, Place(Role.WORKER, enterprise=cast.east), "worker-code")
        cast.does(connection, NOBODY, JoinRequested(number, NOBODY.phone))
        with pytest.raises(Refusal, match="not-allowed"):
            cast.does(connection, NOBODY, cast.begun("flood"))


def test_a_ledger_implements_the_protocol(cast: Cast) -> None:
    with cast.database.writing() as connection:
        ledger: Ledger = cast.ledger(connection, ALICE)
        assert ledger.privacy() is cast.catalogue.privacy
        assert ledger.danger_words() == ("漏气",)
        assert ledger.form("kitchen") is cast.catalogue.checklists["kitchen"]
        assert ledger.enterprise().credit_code == "91370000000000001A"
