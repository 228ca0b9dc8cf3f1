"""Several hazards at once: each goes its own way with its own event, those that cannot are named, and people get one letter."""

from datetime import date, timedelta

import pytest
from sqlalchemy import Connection, insert, select, update

from checklists.schema import Severity
from safety import notices
from safety.events import Event
from safety.events_hazards import HazardClosed, HazardMovedTogether, HazardPhotoSent, HazardsMoved, Picture
from safety.hazard_ledger import HazardState
from safety.hazards import HazardAction
from safety.letters import Notice
from storage.audience import AudienceOf
from storage.tables.closures import closures
from storage.tables.events import events
from storage.tables.ledger import hazard_moves, hazards
from tests.cast import ALICE, BOB, CHARLIE, DONG, NOBODY, TANG, WALT, Cast, Speaker

TRANSFER, ACCEPT = HazardAction.TRANSFER, HazardAction.ACCEPT


def person(cast: Cast, connection: Connection, speaker: Speaker) -> int:
    return cast.actor(connection, speaker).person


def enter(cast: Cast, connection: Connection, number: int, **more: object) -> str:
    """A hazard of the eastern enterprise, found and owned by Alice, reported."""
    alice = person(cast, connection, ALICE)
    row = {
        "number": f"YH-2026-{number:06d}", "enterprise": cast.east, "severity": Severity.GENERAL,
        "suspected_major": False, "state": HazardState.REPORTED, "due": date(2026, 11, 30), "found_at": cast.now,
        "found_by": alice, "owner": alice, "reported_at": cast.now, "words": "漏", "place": "后厨",
    }  # fmt: skip
    connection.execute(insert(hazards), row | more)
    return str(row["number"])


def photographed(cast: Cast, connection: Connection, number: str) -> None:
    """It was put right and photographed by Alice, and waits for a verdict."""
    cast.does(connection, ALICE, HazardPhotoSent(number, Picture(f"f-{number}", f"u-{number}")))
    values = {"state": HazardState.EVIDENCE, "evidence_by": person(cast, connection, ALICE)}
    connection.execute(update(hazards).where(hazards.c.number == number).values(values))


def owners(connection: Connection) -> dict[str, int]:
    return {row.number: row.owner for row in connection.execute(select(hazards.c.number, hazards.c.owner))}


def letters(cast: Cast, connection: Connection, speaker: Speaker, recorded: list[Event]) -> list[Notice]:
    audience = AudienceOf(connection, cast.actor(connection, speaker), cast.catalogue, cast.now)
    return [notice for event in recorded for notice in notices.of(event, audience, cast.now)]


def refused(connection: Connection) -> dict[str, str]:
    found = (
        select(events.c.body).where(events.c.kind == "hazards:moved").order_by(events.c.id.desc()).limit(1)
    )
    return dict(connection.execute(found).scalar_one()["refused"])


def test_each_goes_its_own_way_and_the_rest_goes_on(cast: Cast) -> None:
    with cast.database.writing() as connection:
        alice, bob = (person(cast, connection, one) for one in (ALICE, BOB))
        first, second = enter(cast, connection, 1), enter(cast, connection, 2)
        closed = enter(cast, connection, 3, state=HazardState.CLOSED, closed_at=cast.now)
        his = enter(cast, connection, 4, owner=bob)
        west = enter(cast, connection, 5, enterprise=cast.west)
        numbers = (second, first, closed, his, west, "YH-2026-999999", first)
        recorded = cast.does(connection, ALICE, HazardsMoved(numbers, TRANSFER, "away", bob))
        moved = [event for event in recorded if isinstance(event, HazardMovedTogether)]
        assert [event.number for event in moved] == [first, second]
        assert {event.kind for event in moved} == {"hazard:moved:together"}
        assert refused(connection) == {
            closed: "hazard-not-now",
            his: "hazard-needs-owner",
            west: "hazard-gone",
            "YH-2026-999999": "hazard-gone",
        }
        now = owners(connection)
        assert (now[first], now[second], now[closed], now[west]) == (bob, bob, alice, alice)
        rows = connection.execute(select(hazard_moves.c.action, hazard_moves.c.body)).all()
        assert [(row.action, row.body["reason"], row.body["to"]) for row in rows] == [
            ("transfer", "away", BOB.name)
        ] * 2
        (letter,) = letters(cast, connection, ALICE, recorded)
        assert (letter.to, letter.line, letter.args["n"]) == (bob, "letter-hazards", 2)
        assert letter.args["numbers"] == f"{first} {second}"
        assert letter.buttons[0].at == "own"


def test_what_nobody_may_do_changes_nothing(cast: Cast) -> None:
    with cast.database.writing() as connection:
        number, before = enter(cast, connection, 1), owners(connection)
        alice, bob, walt = (person(cast, connection, one) for one in (ALICE, BOB, WALT))
        del alice
        for speaker, action, owner in (
            (CHARLIE, TRANSFER, walt),
            (ALICE, TRANSFER, walt),
            (ALICE, TRANSFER, None),
            (TANG, TRANSFER, bob),
            (ALICE, HazardAction.PLAN, bob),
            (ALICE, HazardAction.MARK_DUPLICATE, None),
        ):
            recorded = cast.does(connection, speaker, HazardsMoved((number,), action, "away", owner))
            assert len(recorded) == 1, (speaker, action)
            assert letters(cast, connection, speaker, recorded) == []
        recorded = cast.does(connection, ALICE, HazardsMoved((number,), TRANSFER, "", bob))
        assert refused(connection) == {number: "hazard-needs-reason"}
        recorded = cast.does(connection, NOBODY, HazardsMoved((number,), TRANSFER, "away", bob))
        assert refused(connection) == {number: "not-allowed"}
        assert owners(connection)[number] == before.get(number, person(cast, connection, ALICE))
        assert connection.execute(select(hazard_moves)).all() == []


def test_two_people_at_once_both_stand_in_the_timeline(cast: Cast) -> None:
    with cast.database.writing() as connection:
        numbers = (enter(cast, connection, 1), enter(cast, connection, 2))
        bob, alice = person(cast, connection, BOB), person(cast, connection, ALICE)
        cast.does(connection, ALICE, HazardsMoved(numbers, TRANSFER, "away", bob))
        cast.passes(seconds=1)
        cast.does(connection, BOB, HazardsMoved(numbers, TRANSFER, "knows-better", bob))
        assert set(refused(connection).values()) == {"hazard-needs-owner"}
        cast.does(connection, BOB, HazardsMoved(numbers, TRANSFER, "knows-better", alice))
        assert set(owners(connection).values()) == {alice}
        moves = connection.execute(select(hazard_moves.c.body).order_by(hazard_moves.c.id)).scalars().all()
        assert [body["to"] for body in moves] == [BOB.name, BOB.name, ALICE.name, ALICE.name]


def test_several_are_accepted_each_with_its_closure(cast: Cast) -> None:
    with cast.database.writing() as connection:
        first, second = enter(cast, connection, 1), enter(cast, connection, 2)
        bare = enter(cast, connection, 3, state=HazardState.EVIDENCE)
        major = enter(cast, connection, 4, severity=Severity.MAJOR, suspected_major=True)
        for number in (first, second, major):
            photographed(cast, connection, number)
        everything = (first, second, bare, major)
        recorded = cast.does(connection, ALICE, HazardsMoved(everything, ACCEPT))
        assert len(recorded) == 1
        assert refused(connection)[first] == "hazard-not-yours"
        recorded = cast.does(connection, TANG, HazardsMoved(everything, ACCEPT))
        assert refused(connection) == {bare: "hazard-needs-pairs", major: "hazard-by-itself"}
        assert [event.number for event in recorded if isinstance(event, HazardClosed)] == [first, second]
        assert len(connection.execute(select(closures)).all()) == 2
        alice = person(cast, connection, ALICE)
        sent = [one for one in letters(cast, connection, TANG, recorded) if one.line == "letter-hazards"]
        assert [(one.to, one.args["n"]) for one in sent] == [(alice, 2)]


def test_a_colleague_who_did_neither_may_accept_several(cast: Cast) -> None:
    with cast.database.writing() as connection:
        numbers = (enter(cast, connection, 1), enter(cast, connection, 2))
        for number in numbers:
            photographed(cast, connection, number)
        cast.does(connection, BOB, HazardsMoved(numbers, ACCEPT))
        states = connection.execute(select(hazards.c.state)).scalars().all()
        assert set(states) == {HazardState.CLOSED}


def test_those_in_scope_are_read_at_once(cast: Cast) -> None:
    with cast.database.writing() as connection:
        east = enter(cast, connection, 1)
        west = enter(cast, connection, 2, enterprise=cast.west)
        for speaker, seen in (
            (ALICE, [east]),
            (TANG, [east]),
            (CHARLIE, [west]),
            (DONG, [east, west]),
            (NOBODY, []),
        ):
            found = cast.ledger(connection, speaker).hazards_among((west, east, "x", "%"))
            assert [one.number for one in found] == seen


@pytest.mark.parametrize("many", [1, 5, 7])
def test_a_letter_names_the_first_few(cast: Cast, many: int) -> None:
    with cast.database.writing() as connection:
        numbers = tuple(enter(cast, connection, number) for number in range(1, many + 1))
        bob = person(cast, connection, BOB)
        recorded = cast.does(connection, ALICE, HazardsMoved(numbers, TRANSFER, "away", bob))
        (letter,) = letters(cast, connection, ALICE, recorded)
        assert letter.args["numbers"] == " ".join(numbers[:5])
        assert letter.args["more"] == max(0, many - 5)
        cast.now += timedelta(seconds=1)
        again = cast.does(
            connection, BOB, HazardsMoved(numbers, TRANSFER, "away", person(cast, connection, ALICE))
        )
        (other,) = letters(cast, connection, BOB, again)
        assert other.key != letter.key


@pytest.mark.parametrize("action", [HazardAction.GRANT_EXTENSION, HazardAction.REFUSE_EXTENSION])
def test_more_time_is_decided_for_many_but_major_ones_by_themselves(cast: Cast, action: HazardAction) -> None:
    later, due = date(2026, 12, 10), date(2026, 11, 30)
    with cast.database.writing() as connection:
        alice = person(cast, connection, ALICE)
        wanted = {"day": later.isoformat(), "reason": "parts", "person": alice}
        fixing = {"state": HazardState.FIXING, "wanted": wanted}
        first, second = (enter(cast, connection, number, **fixing) for number in (1, 2))
        grave = enter(cast, connection, 3, severity=Severity.MAJOR, suspected_major=True, **fixing)
        unasked = enter(cast, connection, 4, state=HazardState.FIXING)
        west = enter(cast, connection, 5, enterprise=cast.west, **fixing)
        event = HazardsMoved((first, second, grave, unasked, west), action)
        recorded = cast.does(connection, TANG, event)
        assert refused(connection) == {
            grave: "hazard-by-itself",
            unasked: "hazard-needs-request",
            west: "hazard-gone",
        }
        granted = action is HazardAction.GRANT_EXTENSION
        found = select(hazards.c.due, hazards.c.extensions).where(hazards.c.number.in_([first, second]))
        assert [tuple(row) for row in connection.execute(found)] == [
            (later if granted else due, int(granted))
        ] * 2
        (letter,) = letters(cast, connection, TANG, recorded)
        assert (letter.to, letter.args["n"], letter.args["action"]) == (alice, 2, action.value)


def test_the_enterprise_does_not_grant_itself_more_time(cast: Cast) -> None:
    with cast.database.writing() as connection:
        wanted = {"day": "2026-12-10", "reason": "parts", "person": person(cast, connection, ALICE)}
        number = enter(cast, connection, 1, state=HazardState.FIXING, wanted=wanted)
        cast.does(connection, BOB, HazardsMoved((number,), HazardAction.GRANT_EXTENSION))
        assert refused(connection) == {number: "hazard-not-yours"}
