"""Parts of hazards on real storage: numbers, owners, days, scope; the parent waits for all of them, whatever the order."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select, update

from checklists.schema import Severity
from safety.errors import Refusal
from safety.events import CheckSubmitted, CorrectionBegun, HazardFound, HazardWithdrawn, PhotoReceived
from safety.events_hazards import HazardMoved, HazardPhotoSent, Picture
from safety.hazard_ledger import Hazard, HazardSource, HazardState
from safety.hazards import OPEN, HazardAction
from safety.notices import of
from storage.audience import AudienceOf
from storage.tables.ledger import hazards
from storage.tables.people import seats
from tests.cast import ALICE, BOB, CHARLIE, DONG, TANG, WEI, Cast, Speaker
from tests.storage.test_lives import DUE, NUMBER, move, person, photograph, plan, report

A, S = HazardAction, HazardState
SECOND, THIRD = "YH-2026-000002", "YH-2026-000003"
SOON = DUE - timedelta(days=2)


def divide(connection: Connection, cast: Cast, speaker: Speaker = ALICE, **more: object) -> Hazard:
    """One more part; how its parent stands then."""
    owner = person(connection, cast, BOB)
    return move(
        connection, cast, speaker, A.DIVIDE, **{"words": "换电箱", "owner": owner, "day": SOON, **more}
    )


def seen(connection: Connection, cast: Cast, number: str, speaker: Speaker = ALICE) -> Hazard:
    found = cast.ledger(connection, speaker).hazard(number)
    assert found is not None
    return found


def mend(connection: Connection, cast: Cast, number: str, name: str) -> None:
    """Fixed on the spot by Bob, accepted by Tang."""
    cast.does(connection, BOB, HazardPhotoSent(number, Picture(f"f-{name}", name)))
    cast.does(connection, BOB, HazardMoved(number, A.FIX_ON_SPOT))
    cast.does(connection, TANG, HazardMoved(number, A.ACCEPT))


def to_evidence(connection: Connection, cast: Cast) -> None:
    photograph(connection, cast, "after-0")
    move(connection, cast, ALICE, A.SEND_EVIDENCE)


def test_a_part_is_a_hazard_of_its_own_at_the_place_of_its_parent(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast)
        parent = divide(connection, cast)
        part = seen(connection, cast, SECOND, TANG)
        moves = [one.action for one in cast.ledger(connection, TANG).moves(SECOND)]
        last = cast.ledger(connection, TANG).moves(NUMBER)[-1]
    assert [(one.number, one.words, one.state, one.owner) for one in parent.parts] == [
        (SECOND, "换电箱", S.REPORTED, BOB.name)
    ]
    assert parent.case is not None
    assert part.case is not None
    assert (parent.case.parts, parent.case.parent) == ((SECOND,), "")
    assert (part.case.parts, part.case.parent, part.case.latest) == ((), NUMBER, DUE)
    assert (part.place, part.kind, part.owner, part.due) == ("后厨", "gas", BOB.name, SOON)
    assert (part.state, part.severity, part.source) == (S.REPORTED, Severity.GENERAL, HazardSource.REPORT)
    assert (moves, last.action, last.body["of"]) == (["divided"], "divide", SECOND)


def test_its_owner_hears_of_it(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast)
        event = HazardMoved(NUMBER, A.DIVIDE, day=SOON, owner=person(connection, cast, BOB), words="换电箱")
        done = cast.does(connection, ALICE, event)
        audience = AudienceOf(connection, cast.actor(connection, ALICE), cast.catalogue, cast.now)
        letters = [letter for one in done for letter in of(one, audience, cast.now)]
        assert [(one.to, one.args["action"], one.args["number"]) for one in letters] == [
            (person(connection, cast, BOB), "divided", SECOND)
        ]


def test_the_parent_is_closed_after_the_last_part(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast)
        plan(connection, cast)
        divide(connection, cast)
        divide(connection, cast, TANG, words="换插座")
        to_evidence(connection, cast)
        mend(connection, cast, SECOND, "b")
        with pytest.raises(Refusal, match="hazard-parts-open") as refused:
            move(connection, cast, TANG, A.ACCEPT)
        assert refused.value.arguments == {"numbers": THIRD, "n": 1}
        mend(connection, cast, THIRD, "c")
        assert move(connection, cast, TANG, A.ACCEPT).state is S.CLOSED
        assert seen(connection, cast, THIRD).source is HazardSource.INSPECTION


def test_a_part_opens_again_only_after_its_parent(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast)
        plan(connection, cast)
        divide(connection, cast)
        mend(connection, cast, SECOND, "b")
        to_evidence(connection, cast)
        move(connection, cast, TANG, A.ACCEPT)
        again = HazardMoved(SECOND, A.REOPEN, "again", SOON)
        with pytest.raises(Refusal, match="hazard-parent-over"):
            cast.does(connection, ALICE, again)
        move(connection, cast, ALICE, A.REOPEN, reason="again", day=DUE)
        cast.does(connection, ALICE, again)
        parent = seen(connection, cast, NUMBER)
        assert parent.case is not None
        assert parent.case.parts == (SECOND,)


def test_a_part_keeps_within_the_day_of_its_parent(cast: Cast) -> None:
    later = DUE + timedelta(days=1)
    with cast.database.writing() as connection:
        report(connection, cast)
        with pytest.raises(Refusal, match="hazard-needs-day"):
            divide(connection, cast, day=later)
        divide(connection, cast)
        own = person(connection, cast, BOB)
        cast.does(connection, BOB, HazardMoved(SECOND, A.PLAN, "", SOON, own, "换"))
        with pytest.raises(Refusal, match="hazard-needs-day"):
            cast.does(connection, BOB, HazardMoved(SECOND, A.ASK_EXTENSION, "parts", later))
        cast.does(connection, BOB, HazardMoved(SECOND, A.ASK_EXTENSION, "parts", DUE))
        cast.does(connection, TANG, HazardMoved(SECOND, A.GRANT_EXTENSION))
        assert seen(connection, cast, SECOND).due == DUE


def test_there_are_no_parts_of_parts(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast)
        divide(connection, cast)
        own = person(connection, cast, BOB)
        with pytest.raises(Refusal, match="hazard-is-part"):
            cast.does(connection, TANG, HazardMoved(SECOND, A.DIVIDE, day=SOON, owner=own, words="x"))


def test_nobody_outside_the_scope_divides_it_and_no_stranger_owns_a_part(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast)
        for outsider in (CHARLIE, WEI):
            with pytest.raises(Refusal, match="hazard-gone"):
                divide(connection, cast, outsider)
        for stranger in (CHARLIE, TANG):
            with pytest.raises(Refusal, match="hazard-needs-owner"):
                divide(connection, cast, owner=person(connection, cast, stranger))
        divide(connection, cast, DONG)
        assert cast.ledger(connection, CHARLIE).hazard(SECOND) is None
        assert cast.ledger(connection, WEI).hazard(SECOND) is None


def test_a_supervisor_may_leave_it_with_an_owner_who_has_left(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast)
        owner = person(connection, cast, ALICE)
        connection.execute(update(seats).where(seats.c.person == owner).values(until=cast.now))
        cast.does(connection, TANG, HazardMoved(NUMBER, A.DIVIDE, day=SOON, owner=owner, words="换电箱"))
        assert seen(connection, cast, SECOND, TANG).owner == ALICE.name


def test_a_corrected_self_check_takes_nothing_back_that_has_an_open_part(cast: Cast) -> None:
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, cast.begun("kitchen"))
        key = cast.key("kitchen")
        found = HazardFound(key, "exit", Severity.GENERAL, DUE, suspected_major=False)
        photo = PhotoReceived(key, "exit", "f", "before-0", 1)
        cast.does(connection, ALICE, found, photo, CheckSubmitted(key, 50, 1, 2, 1))
        divide(connection, cast)
        cast.does(connection, ALICE, CorrectionBegun(key, "mistake", ("exit",)))
        cast.does(connection, ALICE, HazardWithdrawn(key, "exit", "mistake"))
        assert seen(connection, cast, NUMBER).state is S.REPORTED
        mend(connection, cast, SECOND, "b")
        cast.does(connection, ALICE, HazardWithdrawn(key, "exit", "mistake"))
        assert seen(connection, cast, NUMBER).state is S.WITHDRAWN


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["divide", "mend", "accept", "reopen", "reopen-part", "evidence"]), st.integers(0, 3)
    ),
    max_size=14,
)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_no_order_of_steps_closes_a_parent_over_an_open_part(
    cast: Cast, steps: list[tuple[str, int]]
) -> None:
    with cast.database.writing() as connection:
        begin = connection.begin_nested()
        report(connection, cast)
        numbers = connection.execute(select(hazards.c.number).order_by(hazards.c.id)).scalars().all()
        parent = numbers[-1]
        plan_of = HazardMoved(parent, A.PLAN, "", DUE, person(connection, cast, ALICE), "换")
        cast.does(connection, ALICE, plan_of)
        for place, (what, which) in enumerate(steps):
            step(connection, cast, parent, what, which, str(place))
            holds(connection, parent)
        begin.rollback()


def step(connection: Connection, cast: Cast, parent: str, what: str, which: int, name: str) -> None:
    parts = connection.execute(select(hazards.c.number).where(hazards.c.parent == parent)).scalars().all()
    part = parts[which % len(parts)] if parts else parent
    cast.passes(minutes=1)
    savepoint = connection.begin_nested()
    try:
        if what == "divide":
            own = person(connection, cast, BOB)
            cast.does(connection, TANG, HazardMoved(parent, A.DIVIDE, day=SOON, owner=own, words="x"))
        elif what == "mend":
            mend(connection, cast, part, f"m{name}")
        elif what == "evidence":
            cast.does(connection, ALICE, HazardPhotoSent(parent, Picture(f"e{name}", f"e{name}"), "before-0"))
            cast.does(connection, ALICE, HazardMoved(parent, A.SEND_EVIDENCE))
        elif what == "accept":
            cast.does(connection, TANG, HazardMoved(parent, A.ACCEPT))
        else:
            number = part if what == "reopen-part" else parent
            cast.does(connection, ALICE, HazardMoved(number, A.REOPEN, "again", DUE))
        savepoint.commit()
    except Refusal:
        savepoint.rollback()


def holds(connection: Connection, parent: str) -> None:
    over = (
        connection.execute(select(hazards.c.state).where(hazards.c.number == parent)).scalar_one() not in OPEN
    )
    rows = connection.execute(
        select(hazards.c.state, hazards.c.due, hazards.c.owner).where(hazards.c.parent == parent)
    )
    for row in rows:
        assert row.state not in OPEN or not over
        assert row.state not in OPEN or (row.owner is not None and row.due <= max(DUE, date(2026, 11, 30)))
