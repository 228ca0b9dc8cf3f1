"""Anonymous tips in the database: who sees what, what is kept where, and that nothing but the locked table names a reporter."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, select, update

from checklists.quality import Photos, Quality
from checklists.schema import Severity
from safety.errors import Refusal
from safety.events import ConsentWithdrawn, Event
from safety.events_hazards import Picture
from safety.events_tips import (
    TipAdded,
    TipAsked,
    TipClosed,
    TipLetGo,
    TipPaid,
    TipPlaced,
    TipReceived,
    TipSent,
    TipTaken,
)
from safety.hazard_ledger import HazardSource
from safety.likeness import EDGES, Print
from safety.tips import ALPHABET, Contact, Side, TipState, code_in, number_in
from storage import people
from storage.media import Copy
from storage.tables import metadata
from storage.tables.events import events as record_of_events
from storage.tables.ledger import enterprises, hazards
from storage.tables.likeness import prints, twins
from storage.tables.people import people as everybody
from storage.tables.tips import tip_contacts, tip_counts, tip_photos, tips
from storage.tips import contacts, photos
from storage.tips.likeness import from_text
from storage.tips.vault import Vault
from tests import sealed
from tests.cast import ALICE, BOB, DONG, NOBODY, TANG, WEI, Cast, Speaker
from tests.storage.test_likeness import whole

NUMBER = "JB-2026-000001"
WORDS = "后厨瓶装气放在地下室"
UNTIL = date(2027, 6, 1)


def code_of(cast: Cast, connection: Connection, enterprise: int) -> str:
    found = select(enterprises.c.credit_code).where(enterprises.c.id == enterprise)
    return str(connection.execute(found).scalar_one())


def sent(cast: Cast, connection: Connection, who: Speaker = NOBODY, **more: Any) -> list[Event]:
    """A tip about the eastern enterprise."""
    given: dict[str, Any] = {
        "enterprise": code_of(cast, connection, cast.east),
        "named": "",
        "words": WORDS,
        "place": "地下室",
        "most": 3,
        "until": UNTIL,
    }
    return cast.does(connection, who, TipSent(**(given | more)))


def taken(**more: Any) -> TipTaken:
    given: dict[str, Any] = {
        "number": NUMBER,
        "words": "瓶装液化气不得存放在地下室",
        "place": "",
        "category": "",
        "severity": Severity.GENERAL,
        "due": date(2026, 12, 1),
    }
    return TipTaken(**(given | more))


def closed(*, true: bool = True) -> TipClosed:
    return TipClosed(NUMBER, true, "已责令搬走", date(2026, 12, 23))


def test_a_tip_gets_a_number_and_only_its_reporter_and_those_in_charge_see_it(cast: Cast) -> None:
    with cast.database.writing() as connection:
        happened = sent(cast, connection)
        assert happened[1:] == [TipReceived(NUMBER)]
        (mine,) = cast.ledger(connection, NOBODY).tips().own()
        assert (mine.number, mine.words, mine.contact) == (NUMBER, WORDS, Contact.REACHED)
        assert cast.ledger(connection, ALICE).tips().own_one(NUMBER) is None
        for who, seen in ((TANG, 1), (DONG, 1), (WEI, 0), (ALICE, 0), (BOB, 0), (NOBODY, 0)):
            found = cast.ledger(connection, who).tips()
            assert (found.count(), len(found.listed()), found.one(NUMBER) is not None) == (
                seen,
                seen,
                seen == 1,
            )


def test_one_about_an_unknown_enterprise_is_the_districts_until_it_is_placed(cast: Cast) -> None:
    with cast.database.writing() as connection:
        sent(cast, connection, enterprise="", named="老李烧烤")
        assert cast.ledger(connection, TANG).tips().one(NUMBER) is None
        with pytest.raises(Refusal, match="tip-whose"):
            cast.does(connection, DONG, taken())
        cast.does(connection, DONG, TipPlaced(NUMBER, code_of(cast, connection, cast.east)))
        seen = cast.ledger(connection, TANG).tips().one(NUMBER)
        assert seen is not None
        assert seen.named == "老李烧烤"


def test_question_answer_and_letting_go(cast: Cast) -> None:
    with cast.database.writing() as connection:
        sent(cast, connection)
        cast.does(connection, TANG, TipAsked(NUMBER, "几瓶？"))
        mine = cast.ledger(connection, NOBODY).tips().own_one(NUMBER)
        assert mine is not None
        assert mine.asked == "几瓶？"
        cast.does(connection, NOBODY, TipAdded(NUMBER, 9, "大概六瓶"))
        seen = cast.ledger(connection, TANG).tips().one(NUMBER)
        assert seen is not None
        assert [one.side for one in seen.said] == [Side.OFFICE, Side.REPORTER]
        cast.does(connection, NOBODY, TipLetGo(NUMBER))
        assert cast.ledger(connection, NOBODY).tips().own() == ()
        for event, who in ((TipAdded(NUMBER, 9, "还有"), NOBODY), (TipAsked(NUMBER, "在吗？"), TANG)):
            with pytest.raises(Refusal, match=r"tip-gone|tip-nobody-there"):
                cast.does(connection, who, event)


def test_another_towns_supervisor_an_expert_and_the_enterprise_can_do_nothing(cast: Cast) -> None:
    with cast.database.writing() as connection:
        sent(cast, connection)
        place = TipPlaced(NUMBER, code_of(cast, connection, cast.west))
        for event in (TipAsked(NUMBER, "？"), place, taken(), closed(), TipPaid(NUMBER)):
            for who in (WEI, ALICE, BOB, NOBODY):
                with pytest.raises(Refusal, match=r"tip-gone|not-allowed"):
                    cast.does(connection, who, event)
        for event in (TipAdded(NUMBER, 9, "假的"), TipLetGo(NUMBER)):
            with pytest.raises(Refusal, match="tip-gone"):
                cast.does(connection, ALICE, event)


def test_a_hazard_is_made_once_in_the_offices_words(cast: Cast) -> None:
    with cast.database.writing() as connection:
        sent(cast, connection, pictures=(Picture("file-1", "one"), Picture("file-2", "two")))
        first, second = photos.claim(connection, cast.now, 8)
        assert photos.keep(connection, first.id, Copy("aa/bb.jpg", "f" * 64, 10, 3, 4))
        assert photos.fail(connection, second.id, "gone") == NUMBER
        cast.does(connection, TANG, taken(photos=True))
        with pytest.raises(Refusal, match="tip-taken-already"):
            cast.does(connection, DONG, taken())
        (hazard,) = cast.ledger(connection, ALICE).hazards()
        assert hazard.source is HazardSource.TIP
        assert hazard.words == "瓶装液化气不得存放在地下室"
        assert hazard.found_by == TANG.name
        assert hazard.photos == ("aa/bb.jpg",)
        seen = cast.ledger(connection, TANG).tips().one(NUMBER)
        assert seen is not None
        assert (seen.state, seen.hazard, seen.failed) == (TipState.TAKEN, hazard.number, 1)


def test_the_code_is_the_reporters_alone_and_pays_once(cast: Cast) -> None:
    with cast.database.writing() as connection:
        sent(cast, connection)
        cast.does(connection, TANG, closed())
        with pytest.raises(Refusal, match="tip-over"):
            cast.does(connection, DONG, closed(true=False))
        mine = cast.ledger(connection, NOBODY).tips().own_one(NUMBER)
        assert mine is not None
        assert code_in(mine.code.lower().replace("-", " ")) == mine.code
        office = cast.ledger(connection, TANG).tips()
        one = office.of_code(mine.code)
        assert one is not None
        assert (one.number, one.code, one.rewarded) == (NUMBER, "", True)
        assert cast.ledger(connection, WEI).tips().of_code(mine.code) is None
        assert office.of_code("2222-2222-2222-2222") is None
        assert mine.code not in dumped(connection)
        cast.does(connection, TANG, TipPaid(NUMBER))
        with pytest.raises(Refusal, match="tip-paid-already"):
            cast.does(connection, TANG, TipPaid(NUMBER))


def test_without_truth_or_without_anybody_there_is_no_code(cast: Cast) -> None:
    with cast.database.writing() as connection:
        sent(cast, connection)
        cast.does(connection, TANG, closed(true=False))
        with pytest.raises(Refusal, match="tip-paid-already"):
            cast.does(connection, TANG, TipPaid(NUMBER))
        sent(cast, connection)
        cast.does(connection, NOBODY, TipLetGo("JB-2026-000002"))
        cast.does(connection, TANG, replace(closed(), number="JB-2026-000002"))
        found = select(tips.c.code_hash)
        assert connection.execute(found).scalars().all() == [None, None]


def test_tips_and_additions_of_a_day_are_limited_and_begin_anew_tomorrow(cast: Cast) -> None:
    with cast.database.writing() as connection:
        sent(cast, connection, most=1)
        with pytest.raises(Refusal, match="tip-too-many"), connection.begin_nested():
            sent(cast, connection, most=1)
        sent(cast, connection, ALICE, most=1)
        before = set(connection.execute(select(tip_counts.c.mark)).scalars())
        cast.passes(days=1)
        sent(cast, connection, most=1)
        after = set(connection.execute(select(tip_counts.c.mark)).scalars())
        assert len(before) == 2
        assert len(after) == 1
        assert not before & after
        cast.does(connection, NOBODY, TipAdded(NUMBER, 1, "一"))
        with pytest.raises(Refusal, match="tip-added-too-often"):
            cast.does(connection, NOBODY, TipAdded(NUMBER, 1, "二"))


def test_an_account_goes_on_its_day(cast: Cast) -> None:
    with cast.database.writing() as connection:
        sent(cast, connection)
        sent(cast, connection, ALICE, until=date(2027, 1, 1))
        nobody = cast.actor(connection, NOBODY).person
        assert contacts.expire(connection, cast.vault, UNTIL - timedelta(days=200)) == []
        alice = cast.actor(connection, ALICE).person
        assert contacts.expire(connection, cast.vault, date(2027, 1, 1)) == [alice]
        assert contacts.expire(connection, cast.vault, UNTIL) == [nobody]
        assert connection.execute(select(tip_contacts)).all() == []


def test_who_takes_their_consent_back_is_connected_with_no_tip_any_more(cast: Cast) -> None:
    with cast.database.writing() as connection:
        sent(cast, connection, ALICE)
        sent(cast, connection)
        cast.does(connection, ALICE, ConsentWithdrawn())
        assert len(connection.execute(select(tip_contacts)).all()) == 1
        assert cast.ledger(connection, NOBODY).tips().own()


def test_a_question_needs_words(cast: Cast) -> None:
    with cast.database.writing() as connection:
        sent(cast, connection)
        with pytest.raises(Refusal, match="tip-needs-words"):
            cast.does(connection, TANG, TipAsked(NUMBER, " "))


def test_who_has_stopped_the_bot_is_seen_as_such(cast: Cast) -> None:
    with cast.database.writing() as connection:
        sent(cast, connection)
        people.set_reachable(connection, NOBODY.id, False, cast.now)
        seen = cast.ledger(connection, TANG).tips().one(NUMBER)
        assert seen is not None
        assert seen.contact is Contact.BLOCKED


def test_no_row_outside_of_the_locked_table_leads_from_a_tip_to_its_reporter(cast: Cast) -> None:
    """S16: what stands beside the tip's words, number or rows never names the person, the account or the update."""
    with cast.database.writing() as connection:
        cast.passes(minutes=17, seconds=23)
        cast.does(connection, NOBODY, key="1:4711")
        sent(cast, connection, ALICE, pictures=(Picture("file-1", "one"),))
        cast.does(connection, TANG, TipAsked(NUMBER, "几瓶？"))
        cast.does(connection, ALICE, TipAdded(NUMBER, 9, "六瓶"), key="1:4712")
        cast.does(connection, TANG, taken())
        cast.does(connection, TANG, closed())
        alice = cast.actor(connection, ALICE).person
        for row in rows_about_tips(connection):
            for name in ("person", "found_by", "closed_by", "paid_by", "begun_by"):
                assert row.get(name) != alice, row
            assert ALICE.name not in str(row)
            assert str(ALICE.id) not in str(row)
            assert "1:4712" not in str(row)
        reporter = [row for row in rows_about_tips(connection) if str(row.get("kind", "")) in UNNAMED]
        assert len(reporter) == 3
        assert {row["person"] for row in reporter} == {None}
        assert all("minute=0" not in str(row) and row["at"].minute == 0 for row in reporter)
        assert not any(WORDS in str(row) or "六瓶" in str(row) for row in reporter)


UNNAMED = {"tip:sent", "tip:received", "tip:added"}


def rows_about_tips(connection: Connection) -> list[Mapping[str, Any]]:
    """Every row of every table but the locked one that holds the number, the words, or belongs to the tip."""
    found: list[Mapping[str, Any]] = []
    for table in metadata.sorted_tables:
        if table in (tip_contacts, everybody):
            continue
        rows = [dict(row._mapping) for row in connection.execute(select(table))]
        own = table.name.startswith("tip")
        found += [row for row in rows if own or NUMBER in str(row) or WORDS in str(row) or "六瓶" in str(row)]
    assert len(found) > 8
    return found


def dumped(connection: Connection) -> str:
    return "".join(
        str(connection.execute(select(table)).all()) for table in metadata.sorted_tables if table is not None
    )


def test_the_locked_table_says_nothing_without_the_key(cast: Cast) -> None:
    with cast.database.writing() as connection:
        sent(cast, connection)
        sent(cast, connection)
        sent(cast, connection, ALICE)
        first, second, third = connection.execute(select(tip_contacts.c.sealed)).scalars().all()
        assert len({first, second, third}) == 3
        assert len({len(first), len(second), len(third)}) == 1
        tip = connection.execute(select(tip_contacts.c.tip)).scalars().first()
        assert tip is not None
        other = Vault([b"x" * 32])
        assert contacts.of(connection, other, tip) is None
        assert cast.vault.open(first, "tip/999") is None  # moved to another row it does not open
        assert cast.vault.open(first[:-1] + bytes([first[-1] ^ 1]), f"tip/{tip}") is None
        newer = Vault([b"n" * 32, b"k" * 32])
        assert contacts.of(connection, newer, tip) is not None


def test_the_record_stays_whole_with_rows_that_name_nobody(cast: Cast, tmp_path: Path) -> None:
    with cast.database.writing() as connection:
        scene = sealed.build(connection, cast, tmp_path)
        sent(cast, connection)
        cast.does(connection, TANG, closed())
        sealed.day(connection, cast, tmp_path, scene.key)
        assert scene.check().whole
        kinds = connection.execute(select(record_of_events.c.kind).order_by(record_of_events.c.id)).scalars()
        assert list(kinds)[-3:] == ["tip:sent", "tip:received", "tip:closed"]


@pytest.mark.parametrize(
    ("text", "number"),
    [("jb-2026-000001", NUMBER), ("ＪＢ－２０２６－０００００１ 怎么样了", NUMBER), ("JB 2026", None)],
)
def test_a_number_is_read_as_people_write_it(text: str, number: str | None) -> None:
    assert number_in(text) == number


def test_codes_have_no_letters_that_are_mistaken() -> None:
    assert not set("01IO") & set(ALPHABET)
    assert code_in("ABCD-EFGH-JKLM-NPQ0") is None
    assert code_in("abcd efgh jklm npqr") == "ABCD-EFGH-JKLM-NPQR"


def test_a_supervisor_may_send_a_tip_and_does_not_deal_with_it(cast: Cast) -> None:
    with cast.database.writing() as connection:
        sent(cast, connection, TANG)
        assert [one.number for one in cast.ledger(connection, TANG).tips().own()] == [NUMBER]
        for event in (taken(), closed()):
            with pytest.raises(Refusal, match="tip-your-own"):
                cast.does(connection, TANG, event)
        cast.does(connection, DONG, taken())


def test_a_hazard_of_a_tip_may_be_a_closed_one_again(cast: Cast) -> None:
    with cast.database.writing() as connection:
        sent(cast, connection)
        cast.does(connection, DONG, taken())
        again = select(hazards.c.recurs, hazards.c.graded_up).order_by(hazards.c.id.desc()).limit(1)
        first = "YH-2026-000001"
        ended = {"state": "closed", "closed_at": cast.now, "kind": "gas", "place": "地下室", "clause": "K-1"}
        connection.execute(update(hazards).where(hazards.c.number == first).values(ended))
        since = cast.now.date() - timedelta(days=30)
        past = cast.ledger(connection, DONG).tips().closed_of(NUMBER, since)
        assert [(one.number, one.clause, one.place) for one in past] == [(first, "K-1", "地下室")]
        assert cast.ledger(connection, WEI).tips().closed_of(NUMBER, since) == ()
        assert cast.ledger(connection, ALICE).tips().closed_of(NUMBER, since) == ()
        sent(cast, connection)
        cast.does(connection, TANG, taken(number="JB-2026-000002", recurs=first))
        assert tuple(connection.execute(again).one()) == (first, True)
        sent(cast, connection, BOB, enterprise=code_of(cast, connection, cast.west))
        cast.does(connection, WEI, taken(number="JB-2026-000003", recurs=first))
        assert tuple(connection.execute(again).one()) == (None, False), "another enterprise's"


def test_a_photo_is_kept_with_a_print_for_every_edge_that_is_left_out(cast: Cast) -> None:
    found = tuple(Print(2**64 - 1, edge) for edge in range(len(EDGES)))
    with cast.database.writing() as connection:
        sent(cast, connection, BOB, pictures=(Picture("f", "u"),))
        (pending,) = photos.claim(connection, cast.now, 4)
        assert photos.keep(connection, pending.id, Copy("p", "s", 1, 1, 1), found)
        kept = connection.execute(select(tip_photos.c.prints)).scalar_one()
    assert from_text(kept) == found


def test_two_tips_with_the_same_picture_are_told_to_the_office_alone(cast: Cast) -> None:
    rules = cast.catalogue.rules.model_copy(update={"quality": Quality(photos=Photos())})
    cast.catalogue = replace(cast.catalogue, rules=rules)
    with cast.database.writing() as connection:
        for number, seed in enumerate((1, 1, 2), 1):
            who = (NOBODY, BOB, ALICE)[number - 1]
            sent(cast, connection, who, pictures=(Picture(f"f{number}", f"u{number}"),))
            (pending,) = photos.claim(connection, cast.now, 4)
            photos.keep(connection, pending.id, Copy(f"p{number}", f"s{number}", 1, 1, 1), whole(seed))
        office = cast.ledger(connection, TANG).tips()
        again = {one: office.one(f"JB-2026-00000{one}") for one in (1, 2, 3)}
        assert {one: tip and tip.again for one, tip in again.items()} == {
            1: ("JB-2026-000002",),
            2: ("JB-2026-000001",),
            3: (),
        }
        mine = cast.ledger(connection, BOB).tips().own_one("JB-2026-000002")
        assert mine is not None
        assert mine.again == (), "a reporter is told nothing of others"
        assert connection.execute(select(prints)).all() == [], "none of them stands among other photos"
        cast.does(connection, TANG, taken(photos=True))
        assert len(connection.execute(select(prints)).all()) == 3, "until a hazard is made of it"
        assert connection.execute(select(twins)).all() == []
