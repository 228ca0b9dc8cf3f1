"""Notices and commitments on both databases: read item by item, signed in person, called back, seen inside the scope only."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Connection, delete, func, select, update
from sqlalchemy.exc import DBAPIError

from checklists.catalogue import Catalogue
from checklists.documents import Commitment, CommitmentItem, Notice, NoticeItem, Renewal
from checklists.schema import Severity
from checklists.words import Words
from safety.enterprises import Colour
from safety.errors import Refusal
from safety.events import SeatRevoked
from safety.events_hazards import HazardMoved, HazardReported
from safety.events_pledges import (
    ColourChanged,
    CommitmentBroken,
    CommitmentRecalled,
    CommitmentSigned,
    ItemRead,
)
from safety.hazards import HazardAction
from safety.pledges import Breach, Owed, Pack
from storage import content, enterprises
from storage.database import Database
from storage.enterprises import Entry
from storage.recording.pledges import sha256_of
from storage.tables.events import events
from storage.tables.ledger import enterprises as units
from storage.tables.pledges import commitments, readings, recalls
from tests import cast as casting
from tests.cast import ALICE, BOB, CHARLIE, DONG, NOBODY, START, TANG, WALT, WEI, Cast, Speaker
from tests.tampering import seal_now, unguard

TODAY = START.date()


def words(text: str) -> Words:
    return Words(text, text)


def notice(colour: Colour) -> Notice:
    items = tuple(NoticeItem(id=f"N{n}", kind="duty", text=words(f"{colour} 告知{n}")) for n in (1, 2))
    return Notice(colour=colour.value, title=words("告知书"), items=items)


def commitment(colour: Colour, promise: str = "承诺") -> Commitment:
    items = tuple(CommitmentItem(id=f"C{n}", text=words(f"{colour} {promise}{n}")) for n in (1, 2))
    preamble = words("{enterprise}（{credit_code}）{principal}向{authority}承诺：")
    closing = words("自{date}起至{valid_to}止。")
    return Commitment(
        colour=colour.value,
        title=words("承诺书"),
        items=items,
        preamble=preamble,
        closing=closing,
        valid_days=365,
    )


def packs(catalogue: Catalogue, promise: str = "承诺") -> Catalogue:
    return replace(
        catalogue,
        notices={colour.value: notice(colour) for colour in Colour},
        commitments={colour.value: commitment(colour, promise) for colour in Colour},
        rules=catalogue.rules.model_copy(update={"renew_on": tuple(Renewal)}),
    )


@pytest.fixture
def cast(database: Database, catalogue: Catalogue) -> Cast:
    """The people of tests/cast.py, of two white enterprises with a pack of every colour."""
    return casting.seat(database, packs(catalogue))


@pytest.fixture
def connection(database: Database, cast: Cast) -> Iterator[Connection]:
    with database.writing() as connection:
        yield connection


def pack(connection: Connection, cast: Cast, who: Speaker) -> Pack:
    found = cast.ledger(connection, who).pack(cast.now.date())
    assert found is not None
    return found


def reads(connection: Connection, cast: Cast, who: Speaker) -> Pack:
    """Confirm everything that is left, an item a minute."""
    before = pack(connection, cast, who)
    left = [(before.notice, item) for item in before.notice_left]
    left += [(before.commitment, item) for item in before.commitment_left]
    for text, item in left:
        cast.passes(minutes=1)
        cast.does(connection, who, ItemRead(text.fingerprint, item))
    return pack(connection, cast, who)


def signature(cast: Cast, pack: Pack, who: Speaker, seconds: float = 6, **changes: str) -> CommitmentSigned:
    first = cast.now - timedelta(seconds=seconds)
    said = {"phone": who.phone, "name": who.name} | changes
    return CommitmentSigned(
        pack.commitment.fingerprint, pack.notice.fingerprint, said["phone"], said["name"], first
    )


def signs(connection: Connection, cast: Cast, who: Speaker) -> str:
    """Read what is left and sign; the number."""
    read = reads(connection, cast, who)
    cast.passes(minutes=1)
    cast.does(connection, who, signature(cast, read, who))
    signed = pack(connection, cast, who).pledge
    assert signed is not None
    return signed.number


def refused(connection: Connection, cast: Cast, who: Speaker, event: object) -> str:
    with pytest.raises(Refusal) as refusal:
        cast.does(connection, who, event)  # type: ignore[arg-type]  # any event
    return refusal.value.line


def test_reading_goes_on_where_it_stopped(connection: Connection, cast: Cast) -> None:
    begun = pack(connection, cast, BOB)
    assert list(begun.notice_left) == ["N1", "N2"]
    assert begun.owed is Owed.NEVER
    cast.does(connection, BOB, ItemRead(begun.notice.fingerprint, "N1"))
    assert list(pack(connection, cast, BOB).notice_left) == ["N2"]
    assert list(pack(connection, cast, ALICE).notice_left) == ["N1", "N2"]
    assert list(pack(connection, cast, WALT).notice_left) == ["N1", "N2"]


def test_the_principal_signs_and_it_holds_for_a_year(connection: Connection, cast: Cast) -> None:
    assert signs(connection, cast, BOB) == "CN-2026-000001"
    assert signs(connection, cast, WALT) == "CN-2026-000002"
    signed = pack(connection, cast, BOB)
    assert (signed.owed, signed.expiring, signed.to_sign) == (None, False, False)
    pledge = signed.pledge
    assert pledge is not None
    assert (pledge.name, pledge.enterprise, pledge.on_record) == ("王强", "东风面馆", True)
    assert pledge.valid_to == TODAY + timedelta(days=365)
    assert pledge.begun_at < pledge.read_at < pledge.signed_at
    assert pledge.preamble == "东风面馆（91370000000000001A）王强向天衢新区承诺："
    assert pledge.closing == "自2026-11-23起至2027-11-23止。"


def test_what_was_signed_is_hashed_and_keeps_no_phone(connection: Connection, cast: Cast) -> None:
    signs(connection, cast, BOB)
    row = connection.execute(select(commitments)).one()
    assert row.sha256 == sha256_of(row.signed)
    assert sha256_of({**row.signed, "name": "王刚"}) != row.sha256
    assert row.signed["items"] == [["C1", "white 承诺1"], ["C2", "white 承诺2"]]
    body = connection.execute(
        select(events.c.body).where(events.c.kind == CommitmentSigned.kind)
    ).scalar_one()
    assert body["number"] == "CN-2026-000001"
    assert body["sha256"] == row.sha256
    assert BOB.phone not in str(body) + str(row.signed)
    assert body["phone"] == "138****1002"


def test_nothing_of_it_ever_changes(database: Database, cast: Cast) -> None:
    with database.writing() as connection:
        signs(connection, cast, BOB)
    for change in (
        update(commitments).values(name="赵敏"),
        delete(commitments),
        delete(readings),
        update(readings).values(item="N9"),
    ):
        with pytest.raises(DBAPIError), database.writing() as connection:
            connection.execute(change)


@pytest.mark.parametrize(
    ("changes", "seconds", "line"),
    [
        ({"phone": CHARLIE.phone}, 6, "pledge-other-phone"),
        ({"phone": WALT.phone}, 6, "pledge-other-phone"),
        ({"phone": ALICE.phone}, 6, "pledge-other-phone"),
        ({"name": "王刚"}, 6, "pledge-name-other"),
        ({"name": "王"}, 6, "pledge-name-other"),
        ({}, 4.9, "pledge-too-soon"),
        ({}, -60, "pledge-too-soon"),
        ({}, 90_000, "pledge-too-soon"),
    ],
)
def test_storage_checks_the_person_again(
    connection: Connection, cast: Cast, changes: dict[str, str], seconds: float, line: str
) -> None:
    read = reads(connection, cast, BOB)
    cast.passes(hours=26)
    assert refused(connection, cast, BOB, signature(cast, read, BOB, seconds, **changes)) == line
    assert connection.execute(select(func.count()).select_from(commitments)).scalar_one() == 0


def test_nothing_is_signed_unread(connection: Connection, cast: Cast) -> None:
    begun = pack(connection, cast, BOB)
    assert refused(connection, cast, BOB, signature(cast, begun, BOB)) == "pledge-unread"
    for item in ("N1", "N2"):
        cast.does(connection, BOB, ItemRead(begun.notice.fingerprint, item))
    cast.does(connection, BOB, ItemRead(begun.commitment.fingerprint, "C1"))
    assert refused(connection, cast, BOB, signature(cast, begun, BOB)) == "pledge-unread"
    reads(connection, cast, ALICE)
    assert refused(connection, cast, BOB, signature(cast, begun, BOB)) == "pledge-unread"


@pytest.mark.parametrize("who", [ALICE, TANG, DONG, NOBODY])
def test_nobody_else_signs(connection: Connection, cast: Cast, who: Speaker) -> None:
    read = reads(connection, cast, BOB)
    assert refused(connection, cast, who, signature(cast, read, BOB)) == "not-allowed"


@pytest.mark.parametrize("who", [TANG, DONG, NOBODY])
def test_outsiders_have_no_pack(connection: Connection, cast: Cast, who: Speaker) -> None:
    assert cast.ledger(connection, who).pack(TODAY) is None
    assert cast.ledger(connection, who).signatories() == {}
    read = ItemRead(pack(connection, cast, BOB).notice.fingerprint, "N1")
    assert refused(connection, cast, who, read) == "not-allowed"


def test_only_the_own_colour_can_be_read(connection: Connection, cast: Cast) -> None:
    other = cast.catalogue.notices["green"]
    assert refused(connection, cast, BOB, ItemRead(other.fingerprint, "N1")) == "pledge-changed"
    assert refused(connection, cast, BOB, ItemRead("0" * 64, "N1")) == "pledge-changed"
    own = pack(connection, cast, BOB).notice
    assert refused(connection, cast, BOB, ItemRead(own.fingerprint, "C1")) == "pledge-changed"


def test_the_officer_knows_no_number_to_sign_with(connection: Connection, cast: Cast) -> None:
    assert cast.ledger(connection, ALICE).signatories() == {}
    assert cast.ledger(connection, BOB).signatories() == {BOB.phone: "王强"}


@pytest.mark.parametrize(
    ("who", "sees"),
    [(BOB, True), (ALICE, True), (TANG, True), (DONG, True), (WALT, False), (WEI, False), (NOBODY, False)],
)
def test_a_signed_one_is_seen_inside_the_scope_only(
    connection: Connection, cast: Cast, who: Speaker, *, sees: bool
) -> None:
    number = signs(connection, cast, BOB)
    assert (cast.ledger(connection, who).pledge(number) is not None) is sees


def test_a_year_later_it_is_read_and_signed_again(connection: Connection, cast: Cast) -> None:
    signs(connection, cast, BOB)
    cast.passes(days=340)
    soon = pack(connection, cast, BOB)
    assert (soon.owed, soon.expiring) == (None, True)
    cast.passes(days=60)
    late = pack(connection, cast, BOB)
    assert late.owed is Owed.EXPIRED
    assert list(late.notice_left) == []
    assert list(late.commitment_left) == ["C1", "C2"]
    assert refused(connection, cast, BOB, signature(cast, late, BOB)) == "pledge-unread"
    assert signs(connection, cast, BOB) == "CN-2027-000001"
    assert pack(connection, cast, BOB).owed is None


def test_a_new_text_asks_for_a_new_signature(connection: Connection, cast: Cast) -> None:
    number = signs(connection, cast, BOB)
    cast.catalogue = packs(cast.catalogue, "新承诺")
    content.publish(connection, cast.catalogue, cast.now)
    assert pack(connection, cast, BOB).owed is Owed.TEXT_CHANGED
    kept = cast.ledger(connection, BOB).pledge(number)
    assert kept is not None
    assert kept.text.items[0].text.zh == "white 承诺1"


def test_a_supervisor_changes_the_colour_and_an_import_leaves_it(connection: Connection, cast: Cast) -> None:
    signs(connection, cast, BOB)
    change = ColourChanged("91370000000000001A", Colour.ORANGE, "  新增危化品仓库 ")
    for outsider in (WEI, BOB, ALICE, NOBODY):
        assert refused(connection, cast, outsider, change) in {"not-allowed", "enterprise-gone"}
    assert refused(connection, cast, TANG, replace(change, reason=" ")) == "colour-not-changed"
    cast.does(connection, TANG, change)
    assert refused(connection, cast, DONG, change) == "colour-not-changed"
    changed = pack(connection, cast, BOB)
    assert (changed.colour, changed.owed) == ("orange", Owed.COLOUR_CHANGED)
    assert list(changed.notice_left) == ["N1", "N2"]
    again = Entry("91370000000000001A", "东风面馆", Colour.WHITE, "东镇")
    saved = enterprises.save(connection, [again], cast.now, "test")
    assert (saved.changed, saved.same) == (0, 1)
    row = connection.execute(select(units).where(units.c.id == cast.east)).one()
    assert (row.colour, row.colour_reason) == (Colour.ORANGE, "新增危化品仓库")


def test_a_supervisor_calls_it_back(connection: Connection, cast: Cast) -> None:
    number = signs(connection, cast, BOB)
    recall = CommitmentRecalled(number, Renewal.ACCIDENT)
    for outsider in (WEI, BOB, NOBODY):
        assert refused(connection, cast, outsider, recall) == "pledge-gone"
    wrong = CommitmentRecalled(number, Renewal.TEXT_CHANGED)
    assert refused(connection, cast, TANG, wrong) == "pledge-gone"
    cast.passes(minutes=1)
    cast.does(connection, TANG, recall)
    assert refused(connection, cast, DONG, recall) == "pledge-gone"
    row = connection.execute(select(recalls)).one()
    assert (row.why, row.at) == (Renewal.ACCIDENT, cast.now)
    assert pack(connection, cast, BOB).owed is Owed.ACCIDENT
    assert signs(connection, cast, BOB) == "CN-2026-000002"
    assert pack(connection, cast, BOB).owed is None


def test_a_breach_is_kept_with_its_item(connection: Connection, cast: Cast) -> None:
    number = signs(connection, cast, BOB)
    item = cast.catalogue.commitments["white"].items[0].id
    broken = CommitmentBroken(number, item, "  检查时安全出口上锁 ")
    for outsider in (WEI, BOB, ALICE, NOBODY):
        assert refused(connection, cast, outsider, broken) == "pledge-gone"
    assert refused(connection, cast, TANG, replace(broken, item="N99")) == "pledge-not-broken"
    assert refused(connection, cast, TANG, replace(broken, reason=" ")) == "pledge-not-broken"
    cast.does(connection, TANG, broken)
    pledge = pack(connection, cast, BOB).pledge
    assert pledge is not None
    assert pledge.breaches == [Breach(item, cast.now, "检查时安全出口上锁")]
    kept = connection.execute(
        select(events.c.body).where(events.c.kind == CommitmentBroken.kind)
    ).scalar_one()
    assert (kept["number"], kept["item"]) == (number, item)


def test_a_new_principal_signs_anew(connection: Connection, cast: Cast) -> None:
    signs(connection, cast, BOB)
    join = connection.execute(
        select(events.c.body).where(
            events.c.kind == "join:member:joined", events.c.person == cast.actor(connection, BOB).person
        )
    ).scalar_one()["request"]
    cast.does(connection, DONG, SeatRevoked(join))
    assert pack(connection, cast, ALICE).owed is Owed.PRINCIPAL_CHANGED


def test_a_confirmed_major_hazard_calls_it_back(connection: Connection, cast: Cast) -> None:
    number = signs(connection, cast, BOB)
    other = signs(connection, cast, WALT)
    found = HazardReported(
        "漏气", "厨房", "", Severity.MAJOR, TODAY + timedelta(days=1), suspected_major=True
    )
    cast.does(connection, ALICE, found)
    hazard = cast.ledger(connection, TANG).hazards()[0].number
    done = cast.does(connection, TANG, HazardMoved(hazard, HazardAction.CONFIRM_MAJOR))
    assert CommitmentRecalled(number, Renewal.MAJOR_HAZARD_CONFIRMED) in done
    assert pack(connection, cast, BOB).owed is Owed.MAJOR_HAZARD_CONFIRMED
    assert pack(connection, cast, WALT).owed is None
    assert cast.ledger(connection, WALT).pledge(other) is not None
    cast.catalogue = replace(cast.catalogue, rules=cast.catalogue.rules.model_copy(update={"renew_on": ()}))
    assert pack(connection, cast, BOB).owed is None


def test_a_commitment_is_sealed_and_verified_by_its_number(connection: Connection, cast: Cast) -> None:
    reads(connection, cast, BOB)
    number = signs(connection, cast, BOB)
    seal_now(connection, cast.now)
    for speaker in (BOB, CHARLIE, NOBODY):
        found = cast.ledger(connection, speaker).verified(number)
        assert found is not None
        assert (found.what, found.unchanged, found.head) == ("commitment", True, None)
    unguard(connection)
    connection.execute(update(commitments).values(signed={"name": "别人"}))
    changed = cast.ledger(connection, BOB).verified(number)
    assert changed is not None
    assert not changed.unchanged
