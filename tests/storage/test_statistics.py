"""Statistics of hazards on both databases: counted like a slow count, signed in person only, sealed, seen inside the scope."""

import json
import random
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.exc import DBAPIError

from checklists.reminders import Task
from checklists.schema import Severity
from safety import notices, notices_statistics
from safety.errors import Refusal
from safety.events_statistics import StatisticsAsked, StatisticsSigned
from safety.hazard_ledger import HazardState
from safety.statistics import Counts, span
from storage import tallies
from storage.audience import AudienceOf
from storage.recording.pledges import sha256_of
from storage.sealing.documents import document
from storage.tables.ledger import hazards
from storage.tables.obligations import obligations
from storage.tables.statistics import statistics
from tests.cast import ALICE, BOB, CHARLIE, DONG, NOBODY, TANG, WALT, WEI, Cast, Speaker
from tests.tampering import seal_now

Q3 = "2026-Q3"
assert notices_statistics  # makes notices.of know its events


def enter(cast: Cast, connection: Connection, number: int, enterprise: int, **more: object) -> None:
    alice = cast.actor(connection, ALICE).person
    row = {
        "number": f"YH-2026-{number:06d}", "enterprise": enterprise, "severity": Severity.GENERAL,
        "suspected_major": False, "state": HazardState.REPORTED, "due": date(2026, 8, 1), "found_at": cast.now,
        "found_by": alice, "owner": alice, "reported_at": cast.now, "words": "漏", "place": "后厨",
    }  # fmt: skip
    connection.execute(insert(hazards), row | more)


def scattered(cast: Cast, connection: Connection, count: int, seed: int) -> list[dict[str, object]]:
    """Hazards of both enterprises over two years, of every kind; what was entered."""
    draw, rows = random.Random(seed), []
    for number in range(count):
        reported = datetime(2025, 7, 1, tzinfo=cast.now.tzinfo) + timedelta(hours=draw.randrange(24 * 480))
        closed = reported + timedelta(days=draw.randrange(200)) if draw.random() < 0.7 else None
        closed = closed if closed is not None and closed < cast.now else None
        major = draw.random() < 0.2
        gone = draw.random() < 0.1
        row: dict[str, object] = {
            "enterprise": draw.choice([cast.east, cast.west]),
            "severity": Severity.MAJOR if major else Severity.GENERAL,
            "suspected_major": major,
            "reported_at": reported,
            "closed_at": closed,
            "withdrawn_at": reported if gone else None,
            "of": "YH-2026-999999" if draw.random() < 0.05 else None,
            "due": (reported + timedelta(days=draw.randrange(60))).date(),
            "plan": {"measures": "x", "day": "2026-08-01"} if major and draw.random() < 0.5 else None,
            "cost": draw.choice([None, 100, 2500]) if closed else None,
            "state": HazardState.WITHDRAWN
            if gone
            else HazardState.CLOSED
            if closed
            else HazardState.REPORTED,
        }
        enter(cast, connection, number + 1, **row)  # type: ignore[arg-type]  # columns by name
        rows.append(row)
    return rows


def slowly(rows: list[dict[str, object]], enterprise: int, period: str) -> Counts:
    """The same, counted one by one."""
    first, after = tallies.bounds(period)
    last = span(period)[1]
    sums = dict.fromkeys(Counts().plain(), 0)
    for row in rows:
        if row["enterprise"] != enterprise or row["withdrawn_at"] or row["of"] or row["reported_at"] >= after:  # type: ignore[operator]
            continue
        closed = row["closed_at"]
        kind = "major" if row["severity"] is Severity.MAJOR else "general"
        if row["reported_at"] >= first:  # type: ignore[operator]
            sums[f"{kind}_found"] += 1
            sums[f"{kind}_fixed"] += closed is not None and closed < after  # type: ignore[operator]
            sums["major_planned"] += kind == "major" and row["plan"] is not None
        if closed is None or closed >= after:  # type: ignore[operator]
            sums["open"] += 1
            sums["overdue"] += row["due"] < last  # type: ignore[operator]
        if closed is not None and first <= closed < after:  # type: ignore[operator]
            sums["money"] += row["cost"] or 0  # type: ignore[operator]
    return Counts(**sums)


def test_the_ledger_is_counted_as_a_slow_count_does(cast: Cast) -> None:
    with cast.database.writing() as connection:
        rows = scattered(cast, connection, 300, seed=7)
        for period in ("2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2", Q3, "2025", "2026"):
            found = tallies.tallied(connection, period)
            for enterprise in (cast.east, cast.west):
                assert found.get(enterprise, Counts()) == slowly(rows, enterprise, period), period


def signing(cast: Cast, connection: Connection, speaker: Speaker = BOB, **more: object) -> StatisticsSigned:
    counted = cast.ledger(connection, speaker).statistics().counted(Q3).plain()
    usual = {
        "period": Q3, "seen": counted, "corrections": {}, "phone": f"+86 {speaker.phone}", "name": speaker.name,
        "first_at": cast.now - timedelta(seconds=9),
    }  # fmt: skip
    return StatisticsSigned(**usual | more)  # type: ignore[arg-type]  # fields by name


def refused(cast: Cast, connection: Connection, speaker: Speaker, event: StatisticsSigned) -> str:
    with pytest.raises(Refusal) as refusal:
        cast.does(connection, speaker, event)
    return refusal.value.line


def test_the_principal_signs_in_person_and_it_stands_sealed(cast: Cast) -> None:
    with cast.database.writing() as connection:
        scattered(cast, connection, 80, seed=3)
        fix = {"general_found": {"value": 99, "reason": "线下另有记录"}}
        cast.does(connection, BOB, signing(cast, connection, corrections=fix))
        one = cast.ledger(connection, BOB).statistics().signed(Q3)
        assert one is not None
        assert (one.number, one.version, one.counts.general_found) == ("TJ-2026-000001", 1, 99)
        kept = document(connection, StatisticsSigned.kind, one.number)
        assert kept is not None
        assert sha256_of(kept) == one.sha256
        assert BOB.phone not in json.dumps(kept)
        seal_now(connection, cast.now)
        verified = cast.ledger(connection, NOBODY).verified(one.number)
        assert verified is not None
        assert (verified.what, verified.unchanged) == ("statistics", True)
        cast.does(connection, BOB, signing(cast, connection))
        again = cast.ledger(connection, BOB).statistics().signed(Q3)
        assert again is not None
        assert (again.number, again.version) == ("TJ-2026-000002", 2)
    with pytest.raises(DBAPIError, match="append-only"), cast.database.writing() as connection:
        connection.execute(delete(statistics))


def test_nobody_else_signs_and_nothing_else_is_signed(cast: Cast) -> None:
    with cast.database.writing() as connection:
        enter(cast, connection, 1, cast.east, reported_at=cast.now - timedelta(days=90))
        good = signing(cast, connection)
        for other in (ALICE, TANG, DONG, NOBODY):
            assert refused(cast, connection, other, good) == "not-allowed"
        assert (
            refused(cast, connection, WALT, signing(cast, connection, WALT, seen=good.seen))
            == "statistics-changed"
        )
        cases = {
            "statistics-period": {"period": "2026-Q4"},
            "statistics-changed": {"seen": {**good.seen, "open": 5}},
            "pledge-other-phone": {"phone": ALICE.phone},
            "pledge-name-other": {"name": "王刚"},
            "pledge-too-soon": {"first_at": cast.now},
        }
        for line, more in cases.items():
            assert refused(cast, connection, BOB, signing(cast, connection, **more)) == line
        for fix in (
            {"general_fixed": {"value": 9, "reason": "x"}},
            {"general_found": {"value": 2, "reason": " "}},
            {"nonsense": {"value": 2, "reason": "x"}},
            {"open": {"value": -1, "reason": "x"}},
            {"open": {"value": "7", "reason": "x"}},
        ):
            assert (
                refused(cast, connection, BOB, signing(cast, connection, corrections=fix))
                == "statistics-fault"
            )
        assert connection.execute(select(statistics.c.id)).all() == []


def test_supervisors_see_their_own_area(cast: Cast) -> None:
    with cast.database.writing() as connection:
        scattered(cast, connection, 40, seed=5)
        cast.does(connection, BOB, signing(cast, connection))
        number = "TJ-2026-000001"
        east, west, all_ = (cast.ledger(connection, one).statistics() for one in (TANG, WEI, DONG))
        assert [(book.whole(Q3).sent, book.whole(Q3).enterprises) for book in (east, west, all_)] == [
            (1, 1),
            (0, 1),
            (1, 2),
        ]
        assert [one.enterprise for one in all_.missing(Q3)] == ["西风面馆"]
        assert east.missing(Q3) == []
        assert [one.number for one in all_.sent(Q3)] == [number]
        assert west.one(number) is None
        assert east.one(number) is not None
        assert cast.ledger(connection, CHARLIE).statistics().one(number) is None
        assert cast.ledger(connection, CHARLIE).statistics().whole(Q3).enterprises == 0
        first, second = (cast.ledger(connection, one).statistics().counted(Q3) for one in (ALICE, CHARLIE))
        sums = tallies.tallied(connection, Q3)
        assert first.plus(second) == sums.get(cast.east, Counts()).plus(sums.get(cast.west, Counts()))


def test_the_signature_does_what_the_reminder_of_its_kind_asks_for(cast: Cast) -> None:
    with cast.database.writing() as connection:
        about = f"enterprise:{cast.east}"
        for rule in ("R05", "R06"):
            row = {
                "rule": rule, "task": Task.STATISTICS.value, "enterprise": cast.east, "about": about,
                "begun_at": cast.now, "due_at": cast.now, "set_at": cast.now, "state": "open",
            }  # fmt: skip
            connection.execute(insert(obligations).values(row))

        def standing() -> dict[str, str]:
            rows = connection.execute(select(obligations.c.rule, obligations.c.state))
            return {row.rule: row.state for row in rows if row.rule in {"R05", "R06"}}

        old = cast.ledger(connection, BOB).statistics().counted("2026-Q2").plain()
        cast.does(connection, BOB, signing(cast, connection, period="2026-Q2", seen=old))
        assert standing() == {"R05": "open", "R06": "open"}, "an older quarter is not what is owed"
        cast.does(connection, BOB, signing(cast, connection))
        assert standing() == {"R05": "done", "R06": "open"}
        year = cast.ledger(connection, BOB).statistics().counted("2025").plain()
        cast.does(connection, BOB, signing(cast, connection, period="2025", seen=year))
        assert standing() == {"R05": "done", "R06": "done"}


def test_an_officer_asks_the_principal_once_a_day(cast: Cast) -> None:
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, StatisticsAsked(Q3))
        audience = AudienceOf(connection, cast.actor(connection, ALICE), cast.catalogue, cast.now)
        letters = notices.of(StatisticsAsked(Q3), audience, cast.now)
        bob = cast.actor(connection, BOB).person
        assert [(one.to, one.key) for one in letters] == [(bob, f"statistics-asked:{Q3}:20261123:{bob}")]
        for other in (TANG, DONG, NOBODY):
            with pytest.raises(Refusal, match="not-allowed"):
                cast.does(connection, other, StatisticsAsked(Q3))
        with pytest.raises(Refusal, match="statistics-period"):
            cast.does(connection, ALICE, StatisticsAsked("2027-Q1"))
