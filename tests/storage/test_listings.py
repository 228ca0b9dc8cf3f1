"""Listings on real storage: their own numbers, what the row keeps, photos of progress, scope, and how a listing ends."""

from datetime import date, timedelta

import pytest
from sqlalchemy import Connection, select

from safety.errors import Refusal
from safety.events_hazards import HazardPhotoSent, Picture
from safety.hazard_ledger import Hazard, HazardState
from safety.hazards import HazardAction
from safety.listing import Listing
from storage import closures, due, listings
from storage.tables.events import events
from tests.cast import ALICE, BOB, CHARLIE, DONG, TANG, WEI, Cast
from tests.storage.test_lives import DUE, NUMBER, explain, move, photograph, plan, report

A, S = HazardAction, HazardState
UNTIL = DUE + timedelta(days=20)
GP = "GP-2026-000001"


def listed(connection: Connection, cast: Cast) -> Hazard:
    report(connection, cast, major=True)
    move(connection, cast, TANG, A.CONFIRM_MAJOR)
    plan(connection, cast)
    return move(connection, cast, TANG, A.LIST, reason="停产整改", day=UNTIL)


def listing_of(hazard: Hazard) -> Listing:
    assert hazard.case is not None
    assert hazard.case.listing is not None
    return hazard.case.listing


def progress_photo(name: str) -> HazardPhotoSent:
    return HazardPhotoSent(NUMBER, Picture(f"f-{name}", name), progress=True)


def test_it_gets_a_number_of_its_own_series_and_sets_the_due_day(cast: Cast) -> None:
    with cast.database.writing() as connection:
        hazard = listed(connection, cast)
        rows = [one for one in due.due_now(connection, cast.now) if one.kind == listings.KIND]
        last = cast.ledger(connection, ALICE).moves(NUMBER)[-1]
    assert (hazard.state, hazard.due, hazard.in_charge) == (S.PLANNED, UNTIL, TANG.name)
    assert listing_of(hazard).number == GP
    assert [(one.subject, one.key) for one in rows] == [(NUMBER, f"listing:{GP}")]
    assert last.body == {"reason": "停产整改", "day": UNTIL.isoformat(), "text": GP}


def test_only_a_supervisor_of_the_place_lists_a_confirmed_major_one_and_once(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast, major=True)
        with pytest.raises(Refusal, match="hazard-not-now"):
            move(connection, cast, TANG, A.LIST, reason="停产", day=UNTIL)
        move(connection, cast, TANG, A.CONFIRM_MAJOR)
        for speaker, why in (
            (ALICE, "hazard-not-yours"),
            (BOB, "hazard-not-yours"),
            (WEI, "hazard-gone"),
            (CHARLIE, "hazard-gone"),
        ):
            with pytest.raises(Refusal, match=why):
                move(connection, cast, speaker, A.LIST, reason="停产", day=UNTIL)
        move(connection, cast, DONG, A.LIST, reason="停产", day=UNTIL)
        with pytest.raises(Refusal, match="hazard-listed"):
            move(connection, cast, TANG, A.LIST, reason="停产", day=UNTIL)


def test_a_general_one_is_never_listed(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast)
        with pytest.raises(Refusal, match="hazard-not-yours"):
            move(connection, cast, TANG, A.LIST, reason="停产", day=UNTIL)


def test_progress_stands_in_the_row_and_in_the_timeline_with_its_photo(cast: Cast) -> None:
    with cast.database.writing() as connection:
        listed(connection, cast)
        cast.does(connection, ALICE, progress_photo("during"))
        with pytest.raises(Refusal, match="hazard-photo-same"):
            cast.does(connection, BOB, progress_photo("during"))
        told = move(connection, cast, BOB, A.PROGRESS, words="拆了一半")
        with pytest.raises(Refusal, match="hazard-needs-words"):
            move(connection, cast, ALICE, A.PROGRESS, words=" ")
        with pytest.raises(Refusal, match="hazard-not-yours"):
            move(connection, cast, TANG, A.PROGRESS, words="x")
        last = cast.ledger(connection, TANG).moves(NUMBER)[-1]
    assert (listing_of(told).said, listing_of(told).reported) == ("拆了一半", date(2026, 11, 23))
    assert ([shot.name for shot in told.notes], told.answers) == (["during"], ())
    assert told.case is not None
    assert (told.case.fresh, told.case.unanswered) == (0, 1)
    assert (last.action, last.person, last.body) == ("progress", BOB.name, {"text": "拆了一半"})


def test_a_photo_of_progress_needs_no_listing_and_proves_nothing(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast)
        plan(connection, cast)
        cast.does(connection, ALICE, progress_photo("during"))
        with pytest.raises(Refusal, match="hazard-needs-pairs"):
            move(connection, cast, ALICE, A.SEND_EVIDENCE)
        with pytest.raises(Refusal, match="hazard-not-yours"):
            cast.does(connection, TANG, progress_photo("theirs"))


def test_it_ends_with_the_verdict_that_removes_it_and_in_no_other_way(cast: Cast) -> None:
    with cast.database.writing() as connection:
        listed(connection, cast)
        report(connection, cast)
        with pytest.raises(Refusal, match="hazard-listed"):
            move(connection, cast, TANG, A.MARK_DUPLICATE, reason="same", of="YH-2026-000002")
        photograph(connection, cast, "after-0")
        move(connection, cast, ALICE, A.SEND_EVIDENCE)
        with pytest.raises(Refusal, match="hazard-listed"):
            move(connection, cast, TANG, A.ACCEPT)
        with pytest.raises(Refusal, match="hazard-not-yours"):
            move(connection, cast, BOB, A.DELIST)
        explain(connection, cast)
        ended = move(connection, cast, DONG, A.DELIST)
        kept = connection.execute(select(events.c.kind).order_by(events.c.id.desc()).limit(2)).scalars().all()
        assert ended.state is S.CLOSED
        assert listing_of(ended).removed == date(2026, 11, 23)
        assert set(kept) == {"hazard:moved", "hazard:closed"}
        assert listings.standing(connection, NUMBER, GP) is None
        again = move(connection, cast, ALICE, A.REOPEN, reason="again", day=DUE)
        assert again.case is not None
        assert again.case.listing is None
        second = move(connection, cast, TANG, A.LIST, reason="再挂", day=UNTIL)
        assert listing_of(second).number == "GP-2026-000002"
        assert listings.standing(connection, NUMBER, GP) is None
        assert listings.standing(connection, NUMBER, "GP-2026-000002") is not None


def test_the_digest_names_it_as_listed(cast: Cast) -> None:
    with cast.database.writing() as connection:
        listed(connection, cast)
        report(connection, cast, major=True)
        named = cast.ledger(connection, TANG).area(date(2026, 11, 24)).exceptions
    assert [(one.kind, one.hazard) for one in named][:2] == [("listed", NUMBER), ("major", "YH-2026-000002")]


def test_a_listing_is_kept_as_it_was(cast: Cast) -> None:
    whole = Listing(GP, DUE, UNTIL, "停产", 4, "一半", DUE, DUE, 2, UNTIL)
    assert listings.from_json(listings.to_json(whole)) == whole
    bare = Listing(GP, DUE, UNTIL, "停产", 4)
    assert listings.from_json(listings.to_json(bare)) == bare


def test_the_cost_stands_in_the_row_in_the_timeline_and_in_the_closure(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast)
        plan(connection, cast)
        photograph(connection, cast, "after-0")
        move(connection, cast, ALICE, A.SEND_EVIDENCE)
        with pytest.raises(Refusal, match="hazard-not-yours"):
            move(connection, cast, TANG, A.COST, money=3200)
        with pytest.raises(Refusal, match="hazard-gone"):
            move(connection, cast, CHARLIE, A.COST, money=3200)
        told = move(connection, cast, ALICE, A.COST, money=3200)
        last = cast.ledger(connection, TANG).moves(NUMBER)[-1]
        closed = move(connection, cast, BOB, A.ACCEPT)
        kept = closures.document(connection, closed.closure)
        later = move(connection, cast, BOB, A.COST, money=3500)
    assert told.case is not None
    assert later.case is not None
    assert kept is not None
    assert (told.case.cost, last.action, last.body) == (3200, "cost", {"money": 3200})
    assert (kept["cost"], kept["listing"]) == (3200, None)
    assert (later.state, later.case.cost, later.closed_at) == (S.CLOSED, 3500, closed.closed_at)
