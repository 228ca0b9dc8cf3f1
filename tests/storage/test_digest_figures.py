"""Figures that are counted once, numbers that are the length of their lists, who is chased, what readers want."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select, update

from checklists.schema import Severity
from safety.areas import Concern
from safety.calendar import at, today
from safety.check_lists import CheckSieve
from safety.digests import Span, Window, Wish, ended
from safety.errors import Refusal
from safety.events import CheckSubmitted
from safety.events_digests import DigestWished, EnterpriseChased
from safety.exported import Exported
from safety.hazard_ledger import HazardState
from safety.lists import Sieve
from safety.measures import MEASURES, Measure, list_of
from safety.news import Told
from safety.queries import Query
from storage import digestbook, due
from storage.digest_figures import Keeper
from storage.measures import Counter
from storage.people import actor_of
from storage.tables.digests import digest_figures
from storage.tables.ledger import hazards
from tests.cast import ALICE, BOB, CHARLIE, DONG, NOBODY, TANG, WEI, Cast, Speaker

WEEK = Window(date(2026, 11, 16), date(2026, 11, 22))
EAST, WEST = "91370000000000001A", "91370000000000002B"


def hazard(cast: Cast, connection: Connection, number: int, found: date, **more: Any) -> None:
    """A reported one of the east, unless it is said otherwise."""
    moment = at(found, cast.now.time().replace(hour=10, tzinfo=None))
    usual = {
        "number": f"YH-2026-{number:06d}", "enterprise": cast.east, "severity": Severity.GENERAL,
        "suspected_major": False, "state": HazardState.REPORTED, "due": found + timedelta(days=3), "found_at": moment,
        "reported_at": moment, "found_by": cast.actor(connection, ALICE).person, "words": "x", "place": "y",
    }  # fmt: skip
    connection.execute(insert(hazards), usual | more)


def closed(day: date) -> dict[str, Any]:
    return {"state": HazardState.CLOSED, "closed_at": at(day, time(12))}


def filled(cast: Cast, connection: Connection) -> None:
    hazard(cast, connection, 1, date(2026, 11, 16))
    hazard(cast, connection, 2, date(2026, 11, 22), recurs="YH-2025-000009")
    hazard(cast, connection, 3, date(2026, 11, 10), **closed(date(2026, 11, 18)))
    hazard(cast, connection, 4, date(2026, 11, 17), **closed(date(2026, 11, 20)))
    hazard(cast, connection, 5, date(2026, 11, 15))
    hazard(cast, connection, 6, date(2026, 11, 23), enterprise=cast.west)
    hazard(cast, connection, 7, date(2026, 11, 17), enterprise=cast.west, suspected_major=True)
    hazard(cast, connection, 8, date(2026, 11, 17), state=HazardState.WITHDRAWN)
    hazard(cast, connection, 9, date(2026, 11, 17), reported_at=None)


def keeper(cast: Cast, connection: Connection, speaker: Speaker = TANG) -> Keeper:
    return cast.ledger(connection, speaker).digests().keeper()


def test_a_week_counts_what_happened_in_its_days_and_stands_at_its_end(cast: Cast) -> None:
    with cast.database.writing() as connection:
        filled(cast, connection)
        counts = [
            cast.ledger(connection, one).digests().report(Span.WEEK, today(cast.now))
            for one in (TANG, WEI, DONG)
        ]
    wanted = (
        Measure.FOUND,
        Measure.CLOSED,
        Measure.TIMELY,
        Measure.AGAIN,
        Measure.DAYS,
        Measure.OVERDUE,
        Measure.MAJOR,
    )
    assert [[one.now[measure] for measure in wanted] for one in counts] == [
        [3, 2, 1, 1, 11, 2, 0],
        [1, 0, 0, 0, 0, 1, 1],
        [4, 2, 1, 1, 11, 3, 1],
    ]
    assert counts[0].share(Measure.TIMELY, Measure.CLOSED) == 50
    assert counts[0].days_to_close == 6
    assert counts[2].sources == {"check": 4}


@pytest.mark.parametrize("speaker", [TANG, WEI, DONG])
def test_each_number_is_the_length_of_its_list(cast: Cast, speaker: Speaker) -> None:
    with cast.database.writing() as connection:
        filled(cast, connection)
        cast.does(
            connection,
            ALICE,
            cast.begun("kitchen"),
            CheckSubmitted(cast.key("kitchen"), 9, 9, 9, 0, zero=True),
        )
        ledger = cast.ledger(connection, speaker)
        own = ledger.digests().keeper()
        counter = Counter(connection, cast.catalogue, own.actor, own.scope, cast.now)
        for measure in MEASURES:
            if MEASURES[measure].kind is Exported.INSPECTIONS or measure is Measure.DAYS:
                continue  # tests/storage/test_measures.py
            listed = list_of(measure, *WEEK.plain)
            if isinstance(listed, Sieve):
                length = len(ledger.hazards(limit=999, sieve=listed))
            elif isinstance(listed, CheckSieve):
                length = len(ledger.submissions(limit=999, sieve=listed))
            else:
                assert isinstance(listed, Query)
                length = len(ledger.queries().page(listed, limit=999))
            assert counter.count(measure, WEEK) == length, measure


def test_what_was_counted_once_stays(cast: Cast) -> None:
    """A late correction changes the list; the number that was told does not change any more."""
    with cast.database.writing() as connection:
        filled(cast, connection)
        before = dict(keeper(cast, connection).keep(Span.WEEK, WEEK))
        connection.execute(update(hazards).values(state=HazardState.WITHDRAWN))
        again = keeper(cast, connection)
        assert again.keep(Span.WEEK, WEEK) == before
        assert again.report(Span.WEEK, today(cast.now)).now[Measure.FOUND] == 3
        assert len(connection.execute(select(digest_figures)).all()) == 1
        with pytest.raises(Exception, match="append-only"):
            connection.execute(update(digest_figures).values(body={}))


def test_yesterday_stays_what_it_was(cast: Cast) -> None:
    with cast.database.writing() as connection:
        filled(cast, connection)
        cast.passes(days=1)
        day = today(cast.now)
        first = cast.ledger(connection, TANG).area(day).before
        keeper(cast, connection).keep(Span.DAY, ended(Span.DAY, day))
        hazard(cast, connection, 99, day - timedelta(days=1))
        assert cast.ledger(connection, TANG).area(day).before == first
        assert cast.ledger(connection, DONG).area(day).before != first


def test_readers_of_one_area_share_its_figures_and_no_others(cast: Cast) -> None:
    with cast.database.writing() as connection:
        filled(cast, connection)
        keeper(cast, connection, TANG).keep(Span.WEEK, WEEK)
        assert keeper(cast, connection, TANG).kept(Span.WEEK, WEEK) is not None
        assert keeper(cast, connection, WEI).kept(Span.WEEK, WEEK) is None
        assert keeper(cast, connection, DONG).kept(Span.WEEK, WEEK) is None


@pytest.mark.parametrize("speaker", [ALICE, BOB, NOBODY])
def test_who_watches_over_nothing_has_no_digest(cast: Cast, speaker: Speaker) -> None:
    with cast.database.writing() as connection, pytest.raises(Refusal, match="not-allowed"):
        cast.ledger(connection, speaker).digests().report(Span.WEEK, today(cast.now))


def test_twelve_weeks_end_with_the_last_whole_one(cast: Cast) -> None:
    with cast.database.writing() as connection:
        filled(cast, connection)
        line = cast.ledger(connection, TANG).digests().line(Measure.FOUND, 12, today(cast.now))
    assert (len(line), line[-1], line[-2][1]) == (12, (WEEK.first, 3), 2)
    assert [day for day, _ in line] == [WEEK.first - timedelta(days=7 * back) for back in range(11, -1, -1)]


# --- chasing ------------------------------------------------------------------------------------------------------


def test_an_enterprise_is_chased_once_a_day_whoever_asks(cast: Cast) -> None:
    with cast.database.writing() as connection:
        filled(cast, connection)
        cast.does(connection, TANG, EnterpriseChased(EAST, "overdue", "YH-2026-000001", 4))
        for speaker in (TANG, DONG):
            with pytest.raises(Refusal, match="chased-today"):
                cast.does(connection, speaker, EnterpriseChased(EAST, "unsubmitted"))
        book = cast.ledger(connection, DONG).digests()
        assert {code: one.person for code, one in book.chased([EAST, WEST, ""]).items()} == {EAST: TANG.name}
        assert cast.ledger(connection, WEI).digests().chased([EAST]) == {}
        cast.passes(days=1)
        cast.does(connection, DONG, EnterpriseChased(EAST, "overdue", "YH-2026-000001", 5))


@pytest.mark.parametrize(
    ("speaker", "event", "why"),
    [
        (WEI, EnterpriseChased(EAST, "overdue", "YH-2026-000001"), "enterprise-gone"),
        (TANG, EnterpriseChased(WEST, "overdue"), "enterprise-gone"),
        (
            TANG,
            EnterpriseChased(EAST, "overdue", "YH-2026-000007"),
            "enterprise-gone",
        ),  # another one's hazard
        (TANG, EnterpriseChased("nonsense", "overdue"), "enterprise-gone"),
        (ALICE, EnterpriseChased(EAST, "overdue"), "not-allowed"),
        (CHARLIE, EnterpriseChased(EAST, "overdue"), "not-allowed"),
        (NOBODY, EnterpriseChased(EAST, "overdue"), "not-allowed"),
    ],
)
def test_nobody_chases_outside_their_area(
    cast: Cast, speaker: Speaker, event: EnterpriseChased, why: str
) -> None:
    with cast.database.writing() as connection:
        filled(cast, connection)
        with pytest.raises(Refusal, match=why):
            cast.does(connection, speaker, event)


# --- what readers want and were told ------------------------------------------------------------------------------


def test_the_next_digest_comes_at_the_new_hour(cast: Cast) -> None:
    with cast.database.writing() as connection:
        person = cast.actor(connection, TANG).person
        assert cast.ledger(connection, TANG).digests().wish() == Wish()
        due.plan(connection, f"digest:{person}", "digest", str(person), at(date(2026, 11, 24), time(8, 30)))
        moments = []
        for minutes in (10 * 60, 9 * 60):
            cast.does(connection, TANG, DigestWished(minutes, report=True))
            row = due.of(connection, f"digest:{person}")
            assert row is not None
            moments.append(row.due_at.hour)
        assert moments == [2, 1]
        assert cast.ledger(connection, TANG).digests().wish() == Wish(9 * 60, report=True)
        assert cast.ledger(connection, DONG).digests().wish() == Wish()


def test_an_hour_of_today_that_has_passed_waits_for_tomorrow(cast: Cast) -> None:
    with cast.database.writing() as connection:
        person = cast.actor(connection, TANG).person
        later = at(today(cast.now), time(14))
        due.plan(connection, f"digest:{person}", "digest", str(person), later)
        cast.does(connection, TANG, DigestWished(8 * 60, report=False))
        row = due.of(connection, f"digest:{person}")
        assert row is not None
        assert row.due_at == later


@pytest.mark.parametrize(
    ("speaker", "minutes", "why"),
    [
        (TANG, 7 * 60, "digest-hour-quiet"),
        (TANG, -5, "digest-hour-quiet"),
        (TANG, 99999, "digest-hour-quiet"),
        (ALICE, 540, "not-allowed"),
    ],
)
def test_no_hour_is_kept_in_the_night_or_for_who_gets_none(
    cast: Cast, speaker: Speaker, minutes: int, why: str
) -> None:
    with cast.database.writing() as connection, pytest.raises(Refusal, match=why):
        cast.does(connection, speaker, DigestWished(minutes, report=False))


def test_what_was_told_is_kept_for_each_reader_and_span(cast: Cast) -> None:
    day = today(cast.now)
    with cast.database.writing() as connection:
        tang, dong = (actor_of(connection, cast.actor(connection, one).person).person for one in (TANG, DONG))
        case = Concern("overdue", "东风面馆", "YH-1", 3)
        digestbook.tell(connection, tang, Span.DAY, [case], day)
        digestbook.tell(
            connection, tang, Span.DAY, [Concern("major", "东风面馆", "YH-1", 4)], day + timedelta(days=1)
        )
        assert digestbook.told_to(connection, tang, Span.DAY) == {
            "YH-1": Told("major", 4, day + timedelta(days=1))
        }
        assert (
            digestbook.told_to(connection, tang, Span.WEEK)
            == digestbook.told_to(connection, dong, Span.DAY)
            == {}
        )
        digestbook.tell(connection, tang, Span.DAY, [], day + timedelta(days=900))
        assert digestbook.told_to(connection, tang, Span.DAY) == {}
