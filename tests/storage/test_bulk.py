"""What needs a second person (S17): held until another one approves it, never by oneself, nobody below, once, in time."""

import pytest
from sqlalchemy import Connection, select

from safety import notices, notices_bulk
from safety.audits import Personal
from safety.bulk import BulkKind, BulkState
from safety.errors import Refusal
from safety.events_bulk import BulkAsked, BulkDecided, BulkExpired
from safety.events_exports import ExportAsked
from safety.people import Role
from storage import bulk, enterprises, exports
from storage.audience import AudienceOf
from storage.enterprises import Listed
from storage.invitations import Place
from storage.tables.audits import audits
from storage.tables.exports import exports as table
from tests.cast import ALICE, BOB, DONG, NOBODY, TANG, WEI, Cast, Speaker, join

assert notices_bulk  # makes notices.of know its events


def wants(connection: Connection, cast: Cast, speaker: Speaker, rows: int = 1500) -> int:
    """Ask for an export; the number of the request that it is held by."""
    recorded = cast.does(connection, speaker, ExportAsked({}, rows))
    return next(event.request for event in recorded if isinstance(event, BulkAsked))


def export_state(connection: Connection, request: int) -> str:
    row = bulk.row_of(connection, request)
    return str(connection.execute(select(table.c.state).where(table.c.id == row.export)).scalar_one())


def told(connection: Connection, cast: Cast, speaker: Speaker, event: object) -> list[tuple[int, str]]:
    audience = AudienceOf(connection, cast.actor(connection, speaker), cast.catalogue, cast.now)
    return [(one.to, one.line) for one in notices.of(event, audience, cast.now)]  # type: ignore[arg-type]


def refused(connection: Connection, cast: Cast, speaker: Speaker, request: int) -> str:
    with pytest.raises(Refusal) as refusal:
        cast.does(connection, speaker, BulkDecided(request, approved=True))
    return refusal.value.line


def joins(connection: Connection, cast: Cast, place: Place) -> None:
    """Nobody becomes a supervisor."""
    enterprises.list_supervisor(connection, place.area, Listed(NOBODY.name, NOBODY.phone, place.role))
    join(connection, cast, NOBODY, place)


def test_much_waits_for_a_second_person_and_little_does_not(cast: Cast) -> None:
    with cast.database.writing() as connection:
        request = wants(connection, cast, TANG)
        assert exports.waiting(connection, 9) == []
        with pytest.raises(Refusal, match="export-running"):
            cast.does(connection, TANG, ExportAsked({}, 3))
        dong = cast.actor(connection, DONG).person
        asked = BulkAsked(request, BulkKind.EXPORT, "hazards", 1500)
        assert told(connection, cast, TANG, asked) == [(dong, "letter-bulk-asked")]
        cast.does(connection, DONG, BulkDecided(request, approved=True))
        assert [one.person for one in exports.waiting(connection, 9)] == [cast.actor(connection, TANG).person]
        tang = cast.actor(connection, TANG).person
        decided = BulkDecided(request, approved=True)
        assert told(connection, cast, DONG, decided) == [(tang, "letter-bulk-decided")]
        kept = connection.execute(select(audits.c.reader, audits.c.what, audits.c.rows)).all()
        assert [tuple(row) for row in kept] == [
            (tang, Personal.ASKED, 1500),
            (dong, Personal.APPROVED, 1500),
        ]
        assert not [e for e in cast.does(connection, WEI, ExportAsked({}, 1000)) if isinstance(e, BulkAsked)]
        own = cast.does(connection, ALICE, ExportAsked({}, 5000))
        assert not [e for e in own if isinstance(e, BulkAsked)], "an enterprise's own data are its own"


def test_nobody_decides_their_own_nor_from_elsewhere_nor_twice(cast: Cast) -> None:
    with cast.database.writing() as connection:
        request = wants(connection, cast, TANG)
        assert refused(connection, cast, TANG, request) == "bulk-own"
        for other in (WEI, ALICE, BOB, NOBODY):
            assert refused(connection, cast, other, request) == "not-allowed"
            assert cast.ledger(connection, other).bulk().count() == 0
            assert cast.ledger(connection, other).bulk().one(request) is None
        assert refused(connection, cast, DONG, request + 1) == "bulk-gone"
        assert cast.ledger(connection, TANG).bulk().count() == 0
        assert [one.number for one in cast.ledger(connection, DONG).bulk().waiting()] == [request]
        cast.does(connection, DONG, BulkDecided(request, approved=False))
        assert export_state(connection, request) == exports.DROPPED
        assert refused(connection, cast, DONG, request) == "bulk-gone"
        assert cast.ledger(connection, DONG).bulk().count() == 0
        one = cast.ledger(connection, TANG).bulk().own(BulkKind.EXPORT)
        assert one is not None
        assert (one.state, one.by) == (BulkState.REFUSED, DONG.name)


def test_the_district_asks_somebody_of_the_district_and_never_a_town(cast: Cast) -> None:
    with pytest.raises(Refusal, match="bulk-nobody"), cast.database.writing() as connection:
        wants(connection, cast, DONG)
    with cast.database.writing() as connection:
        joins(connection, cast, Place(Role.DISTRICT, None, None))
        request = wants(connection, cast, DONG)
        assert refused(connection, cast, TANG, request) == "not-allowed"
        assert refused(connection, cast, DONG, request) == "bulk-own"
        cast.does(connection, NOBODY, BulkDecided(request, approved=True))
        assert export_state(connection, request) == exports.WAITING


def test_somebody_of_the_same_town_is_asked_before_the_district(cast: Cast) -> None:
    with cast.database.writing() as connection:
        joins(connection, cast, Place(Role.TOWN, None, cast.east_town))
        request = wants(connection, cast, TANG)
        nobody = cast.actor(connection, NOBODY).person
        asked = BulkAsked(request, BulkKind.EXPORT)
        assert [to for to, _ in told(connection, cast, TANG, asked)] == [nobody]
        assert [one.number for one in cast.ledger(connection, NOBODY).bulk().waiting()] == [request]


def test_a_request_runs_out_and_counts_no_more(cast: Cast) -> None:
    with cast.database.writing() as connection:
        request = wants(connection, cast, TANG)
        cast.passes(hours=73)
        assert refused(connection, cast, DONG, request) == "bulk-gone"
        cast.does(connection, TANG, BulkExpired(request))
        assert export_state(connection, request) == exports.DROPPED
        tang = cast.actor(connection, TANG).person
        expired = BulkExpired(request)
        assert told(connection, cast, TANG, expired) == [(tang, "letter-bulk-decided")]
        assert wants(connection, cast, TANG) > request, "it may be asked again"
