"""Inspections on both databases: who may begin, confirm, write, end and read one; outsiders of every kind; corrections; the clock."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from sqlalchemy import Connection, select, update

from checklists.grading import Covered
from checklists.schema import Severity
from safety.checks import CheckKey
from safety.errors import Refusal
from safety.events import AnswerSaved, CheckSubmitted, HazardFound
from safety.events_visits import (
    FindingDropped,
    FindingReported,
    FormOpened,
    SecondConfirmed,
    SecondNamed,
    VisitBegun,
    VisitClosed,
    VisitConfirmed,
    VisitCorrected,
    VisitDropped,
    VisitObjected,
    VisitPresented,
    VisitRemarked,
    VisitTakenBack,
)
from safety.hazard_ledger import HazardSource, HazardState
from safety.people import Right, Role
from safety.quality import Sign
from safety.visit_lists import VisitSieve
from safety.visits import Ending, Visit, VisitKind, VisitState, period_of, visit_of
from storage import due, enterprises, exporting_visits
from storage.database import Database
from storage.enterprises import Listed
from storage.invitations import Place
from storage.receipts import fingerprint_over
from storage.scope import scope_of
from storage.tables.inspections import agreements, coverings, inspection_notes, inspections
from storage.tables.ledger import hazards
from storage.tables.people import seats
from storage.tables.quality import flags
from storage.visits import documents
from tests.cast import ALICE, BOB, CHARLIE, DONG, NOBODY, TANG, WALT, WEI, Cast, Speaker, join

EAST, WEST = "91370000000000001A", "91370000000000002B"
EXPERT = Speaker(4001, "钟专家", "13800004001")
TODAY = date(2026, 11, 23)


@pytest.fixture
def connection(database: Database, cast: Cast) -> Iterator[Connection]:
    with database.writing() as connection:
        listed = Listed(EXPERT.name, EXPERT.phone, Role.EXPERT)
        enterprises.list_supervisor(connection, cast.east_town, listed)
        join(connection, cast, EXPERT, Place(Role.EXPERT, area=cast.east_town))
        yield connection


def person(connection: Connection, cast: Cast, who: Speaker) -> int:
    return cast.actor(connection, who).person


def seen(connection: Connection, cast: Cast, visit: int, who: Speaker = TANG) -> Visit | None:
    return cast.ledger(connection, who).visits().one(visit)


def begins(connection: Connection, cast: Cast, who: Speaker = TANG, second: Speaker | None = DONG) -> int:
    """One at the eastern enterprise, with its form open; the second officer has not said anything yet."""
    named = None if second is None else person(connection, cast, second)
    kind = VisitKind.EXPERT if who is EXPERT else VisitKind.DEPARTMENT
    cast.does(connection, who, VisitBegun(EAST, kind, named))
    one = cast.ledger(connection, who).visits().begun()
    assert one is not None
    form = cast.catalogue.checklists["kitchen"]
    cast.does(connection, who, FormOpened(one.id, form.id, form.fingerprint))
    return one.id


def both(connection: Connection, cast: Cast) -> int:
    """The same, with the second officer there."""
    visit = begins(connection, cast)
    cast.does(connection, DONG, SecondConfirmed(visit))
    return visit


def answers(visit: int, *, bad: bool = True) -> list[AnswerSaved | HazardFound]:
    key = CheckKey("kitchen", period_of(visit))
    given: list[AnswerSaved | HazardFound] = [AnswerSaved(key, "exit", "yes", "ok")]
    if bad:
        given += [
            AnswerSaved(key, "wiring", "no", "bad"),
            HazardFound(key, "wiring", Severity.GENERAL, TODAY, False),
        ]
    return given


def presented(connection: Connection, cast: Cast) -> tuple[int, str]:
    visit = both(connection, cast)
    cast.does(connection, TANG, *answers(visit))
    cast.does(connection, TANG, VisitPresented(visit, person(connection, cast, ALICE)))
    one = seen(connection, cast, visit)
    assert one is not None
    return visit, one.presented


def closed(connection: Connection, cast: Cast) -> int:
    visit, fingerprint = presented(connection, cast)
    cast.does(connection, ALICE, VisitConfirmed(visit, fingerprint))
    return visit


def states(connection: Connection) -> list[HazardState]:
    return list(connection.execute(select(hazards.c.state).order_by(hazards.c.id)).scalars())


def test_a_visit_has_no_period_that_any_duty_asks_for() -> None:
    assert visit_of(period_of(17)) == 17
    assert all(visit_of(one) is None for one in ("2026-W48", "2026-11", "2026-Q4", "v", "v1x", "v²", ""))


def test_its_answers_are_no_self_check_and_its_findings_wait_for_the_end(
    connection: Connection, cast: Cast
) -> None:
    visit = both(connection, cast)
    cast.does(connection, TANG, *answers(visit))
    east = cast.ledger(connection, ALICE)
    assert east.hazards() == ()
    assert east.count_hazards() == 0
    assert all(duty.answered == 0 for duty in east.duties(TODAY))
    assert cast.ledger(connection, TANG).submissions() == ()
    (found,) = (seen(connection, cast, visit) or pytest.fail("gone")).findings
    assert found.question == "wiring"
    assert states(connection) == [HazardState.FOUND]


def test_it_ends_with_a_record_that_proves_itself(connection: Connection, cast: Cast) -> None:
    visit = closed(connection, cast)
    row = connection.execute(select(inspections)).one()
    assert (row.number, row.ending, row.items) == ("JC-2026-000001", Ending.CONFIRMED, 1)
    assert row.sha256 == fingerprint_over(row.document)
    assert documents.document(connection, "JC-2026-000001") == row.document
    assert states(connection) == [HazardState.REPORTED]
    hazard = connection.execute(select(hazards)).one()
    assert (hazard.source, hazard.visit, hazard.graded_up) == (HazardSource.DEPARTMENT, visit, True)
    assert hazard.owner == person(connection, cast, ALICE)
    assert len(cast.ledger(connection, ALICE).hazards()) == 1
    assert connection.execute(select(coverings.c.how, coverings.c.about)).all() == [
        (Covered.DEPARTMENT_CHECK, "JC-2026-000001")
    ]
    assert due.of(connection, f"visit:{visit}") is None


def test_two_officers_are_needed_and_the_second_confirms_in_person(
    connection: Connection, cast: Cast
) -> None:
    with pytest.raises(Refusal, match="visit-needs-second"):
        begins(connection, cast, second=None)
    for wrong in (TANG, WEI, ALICE):  # oneself, another town's, somebody of the enterprise
        with pytest.raises(Refusal, match="visit-not-second"):
            begins(connection, cast, second=wrong)
    visit = begins(connection, cast)
    cast.does(connection, TANG, *answers(visit))
    for ending in (
        VisitPresented(visit, person(connection, cast, ALICE)),
        VisitClosed(visit, Ending.ABSENT, "没人"),
    ):
        with pytest.raises(Refusal, match="visit-needs-confirmed"):
            cast.does(connection, TANG, ending)
    with pytest.raises(Refusal, match="visit-gone"):
        cast.does(connection, TANG, SecondConfirmed(visit))
    with pytest.raises(Refusal, match="visit-gone"):  # not yet: only named
        cast.does(connection, DONG, *answers(visit))
    cast.does(connection, DONG, SecondConfirmed(visit))
    cast.does(connection, DONG, *answers(visit))
    with pytest.raises(Refusal, match="visit-second-there"):
        cast.does(connection, TANG, SecondNamed(visit, person(connection, cast, EXPERT)))


def test_who_is_not_there_is_replaced(connection: Connection, cast: Cast) -> None:
    visit = begins(connection, cast)
    cast.does(connection, DONG, SecondConfirmed(visit, there=False))
    assert seen(connection, cast, visit, DONG) is None
    cast.does(connection, TANG, SecondNamed(visit, person(connection, cast, EXPERT)))
    cast.does(connection, EXPERT, SecondConfirmed(visit))
    with pytest.raises(Refusal, match="visit-gone"):
        cast.does(connection, DONG, SecondConfirmed(visit))


def test_an_expert_may_come_alone_and_finds_as_an_expert(connection: Connection, cast: Cast) -> None:
    visit = begins(connection, cast, EXPERT, None)
    cast.does(connection, EXPERT, *answers(visit))
    cast.does(connection, EXPERT, VisitClosed(visit, Ending.ABSENT, "现场没人"))
    one = seen(connection, cast, visit, EXPERT)
    assert one is not None
    assert one.alone
    assert connection.execute(select(hazards.c.source)).scalar_one() is HazardSource.EXPERT
    assert connection.execute(select(coverings.c.how)).scalar_one() is Covered.EXPERT_CHECK
    with pytest.raises(Refusal, match="not-allowed"):
        cast.does(connection, EXPERT, VisitBegun(EAST, VisitKind.DEPARTMENT))


@pytest.mark.parametrize("who", [WEI, ALICE, BOB, CHARLIE, WALT, NOBODY])
def test_outsiders_begin_change_and_read_nothing(connection: Connection, cast: Cast, who: Speaker) -> None:
    visit = both(connection, cast)
    cast.does(connection, TANG, *answers(visit))
    finding = FindingReported("门坏了", "", "", Severity.GENERAL, TODAY, visit=visit)
    every = (
        VisitBegun(EAST, VisitKind.DEPARTMENT, person(connection, cast, DONG)),
        SecondNamed(visit, person(connection, cast, EXPERT)),
        SecondConfirmed(visit),
        *answers(visit),
        FormOpened(visit, "flood", cast.catalogue.checklists["flood"].fingerprint),
        VisitRemarked(visit, "好"),
        finding,
        FindingDropped(visit, "YH-2026-000001"),
        VisitPresented(visit, person(connection, cast, ALICE)),
        VisitTakenBack(visit),
        VisitConfirmed(visit, ""),
        VisitObjected(visit, "不"),
        VisitClosed(visit, Ending.ABSENT, "没人"),
        VisitClosed(visit, Ending.CONFIRMED),
        VisitDropped(visit),
        VisitCorrected(visit, "改"),
        CheckSubmitted(CheckKey("kitchen", period_of(visit)), 1, 1, 1, 0),
    )
    for event in every:
        with pytest.raises(Refusal):
            cast.does(connection, who, event)
    assert seen(connection, cast, visit, who) is None
    assert cast.ledger(connection, who).at_visit(visit) is None
    assert cast.ledger(connection, who).visits().officers(EAST) == ()
    assert cast.ledger(connection, who).visits().hosts(visit) == ()


def test_another_towns_inspectors_and_enterprises_never_read_a_record(
    connection: Connection, cast: Cast
) -> None:
    visit = closed(connection, cast)
    for who in (WEI, CHARLIE, WALT, NOBODY):
        assert seen(connection, cast, visit, who) is None
        assert cast.ledger(connection, who).visits().ended() == []
        assert cast.ledger(connection, who).visits().numbered("JC-2026-000001") is None
    for who in (TANG, DONG, ALICE, BOB, EXPERT):
        assert seen(connection, cast, visit, who) is not None
        assert cast.ledger(connection, who).visits().count_ended() == 1


def test_an_ended_seat_writes_nothing_more(connection: Connection, cast: Cast) -> None:
    visit = both(connection, cast)
    ended = update(seats).where(seats.c.person == person(connection, cast, TANG)).values(until=cast.now)
    connection.execute(ended)
    with pytest.raises(Refusal):
        cast.does(connection, TANG, *answers(visit))
    assert seen(connection, cast, visit) is None
    cast.does(connection, DONG, *answers(visit))  # the other one finishes it
    cast.does(connection, DONG, VisitClosed(visit, Ending.ABSENT, "没人"))


def test_what_lies_before_the_enterprise_does_not_change(connection: Connection, cast: Cast) -> None:
    visit, old = presented(connection, cast)
    with pytest.raises(Refusal, match="visit-is-presented"):
        cast.does(connection, DONG, *answers(visit))
    for who in (BOB, CHARLIE):
        with pytest.raises(Refusal, match="visit-gone"):
            cast.does(connection, who, VisitConfirmed(visit, old))
    cast.does(connection, TANG, VisitTakenBack(visit))
    with pytest.raises(Refusal, match=r"visit-gone|visit-taken-back"):
        cast.does(connection, ALICE, VisitConfirmed(visit, old))
    cast.does(connection, DONG, VisitRemarked(visit, "补充"))
    cast.does(connection, TANG, VisitPresented(visit, person(connection, cast, ALICE)))
    with pytest.raises(Refusal, match="visit-changed"):
        cast.does(connection, ALICE, VisitConfirmed(visit, old))
    assert states(connection) == [HazardState.FOUND]


def test_an_objection_goes_back_and_a_refusal_is_recorded_with_its_reason(
    connection: Connection, cast: Cast
) -> None:
    visit, old = presented(connection, cast)
    cast.does(connection, ALICE, VisitObjected(visit, "线是好的"))
    one = seen(connection, cast, visit)
    assert one is not None
    assert (one.state, one.objection) == (VisitState.OPEN, "线是好的")
    with pytest.raises(Refusal, match="visit-needs-reason"):
        cast.does(connection, TANG, VisitClosed(visit, Ending.REFUSED, " "))
    cast.does(connection, TANG, VisitClosed(visit, Ending.REFUSED, "disputes"))
    record = connection.execute(select(inspections.c.document)).scalar_one()
    assert (record["ending"], record["reason"], record["objection"]) == ("refused", "disputes", "线是好的")
    with pytest.raises(Refusal, match="visit-over"):
        cast.does(connection, DONG, VisitClosed(visit, Ending.ABSENT, "没人"))
    with pytest.raises(Refusal, match="visit-over"):
        cast.does(connection, ALICE, VisitConfirmed(visit, old))


def test_nothing_looked_at_is_no_inspection(connection: Connection, cast: Cast) -> None:
    visit = both(connection, cast)
    with pytest.raises(Refusal, match="visit-empty"):
        cast.does(connection, TANG, VisitClosed(visit, Ending.ABSENT, "没人"))
    assert connection.execute(select(coverings)).all() == []


def test_one_that_is_given_up_leaves_nothing(connection: Connection, cast: Cast) -> None:
    visit = both(connection, cast)
    cast.does(connection, TANG, *answers(visit))
    with pytest.raises(Refusal, match="visit-gone"):
        cast.does(connection, DONG, VisitDropped(visit))  # the lead's word
    cast.does(connection, TANG, VisitDropped(visit))
    assert states(connection) == [HazardState.WITHDRAWN]
    assert cast.ledger(connection, TANG).visits().unfinished() == []


def test_a_finding_beside_the_list_can_be_taken_back_before_the_end(
    connection: Connection, cast: Cast
) -> None:
    visit = both(connection, cast)
    finding = FindingReported("门坏了", "", "", Severity.GENERAL, TODAY, visit=visit)
    cast.does(connection, DONG, finding)
    cast.does(connection, TANG, FindingDropped(visit, "YH-2026-000001"), *answers(visit))
    with pytest.raises(Refusal, match="hazard-gone"):
        cast.does(
            connection, TANG, FindingDropped(visit, "YH-2026-000002")
        )  # of the form: the answer says it
    one = seen(connection, cast, visit)
    assert one is not None
    assert [it.question for it in one.standing] == ["wiring"]


def test_a_correction_is_a_version_of_its_own(connection: Connection, cast: Cast) -> None:
    visit = closed(connection, cast)
    before = connection.execute(select(inspections.c.document)).scalar_one()
    cast.does(connection, TANG, VisitCorrected(visit, "看错了", "YH-2026-000001"))
    assert states(connection) == [HazardState.WITHDRAWN]
    note = connection.execute(select(inspection_notes)).one()
    assert (note.number, note.sha256) == ("JC-2026-000001-2", fingerprint_over(note.document))
    assert connection.execute(select(inspections.c.document)).scalar_one() == before
    assert documents.document(connection, "JC-2026-000001-2") == note.document
    with pytest.raises(Refusal, match="visit-finding-moved-on"):
        cast.does(connection, DONG, VisitCorrected(visit, "再改", "YH-2026-000001"))
    cast.does(connection, DONG, VisitCorrected(visit, "补充一句"))
    one = seen(connection, cast, visit)
    assert one is not None
    assert [it.number for it in one.notes] == ["JC-2026-000001-2", "JC-2026-000001-3"]


def test_answers_are_held_against_the_self_check_before(connection: Connection, cast: Cast) -> None:
    key = cast.key("kitchen")
    own = [("exit", "yes", "ok"), ("wiring", "yes", "ok"), ("gas", "yes", "ok")]
    said = [AnswerSaved(key, *one) for one in own]
    cast.does(connection, ALICE, cast.begun("kitchen"), *said, CheckSubmitted(key, 100, 3, 3, 0))
    cast.passes(days=2)
    closed(connection, cast)
    row = connection.execute(select(inspections)).one()
    assert (row.compared, row.agreed, row.missed, row.clean) == (2, 1, 1, True)
    kept = connection.execute(select(agreements.c.question, agreements.c.own, agreements.c.found)).all()
    assert sorted(kept) == [("exit", True, True), ("wiring", True, False)]
    (sign,) = connection.execute(select(flags.c.sign, flags.c.figures)).all()
    assert sign.sign is Sign.FOUND_LATER
    assert sign.figures == {"n": 1, "number": "JC-2026-000001", "days": 2}


def test_an_old_self_check_is_held_against_nothing(connection: Connection, cast: Cast) -> None:
    key = cast.key("kitchen")
    cast.does(
        connection,
        ALICE,
        cast.begun("kitchen"),
        AnswerSaved(key, "wiring", "yes", "ok"),
        CheckSubmitted(key, 100, 1, 1, 0),
    )
    cast.passes(days=31)
    closed(connection, cast)
    row = connection.execute(select(inspections)).one()
    assert (row.compared, row.clean) == (0, None)


def test_who_met_nobody_and_left_a_remark_has_looked_at_nothing(connection: Connection, cast: Cast) -> None:
    """Not as a check of the quarter; with one answer or one finding it is one."""
    for looked, how in ((False, Covered.NOBODY_THERE), (True, Covered.DEPARTMENT_CHECK)):
        visit = both(connection, cast)
        cast.does(connection, TANG, VisitRemarked(visit, "大门锁着"))
        if looked:
            cast.does(connection, TANG, *answers(visit, bad=False))
        cast.does(connection, TANG, VisitClosed(visit, Ending.ABSENT, "企业关门"))
        ended = select(coverings.c.how).join(inspections, inspections.c.number == coverings.c.about)
        assert connection.execute(ended.where(inspections.c.id == visit)).scalar_one() is how


def test_a_refusal_with_a_remark_alone_is_a_check(connection: Connection, cast: Cast) -> None:
    visit = both(connection, cast)
    cast.does(connection, TANG, VisitRemarked(visit, "不让进门"))
    cast.does(connection, TANG, VisitClosed(visit, Ending.REFUSED, "拒绝检查"))
    assert connection.execute(select(coverings.c.how)).scalar_one() is Covered.DEPARTMENT_CHECK


def test_a_finding_that_is_taken_back_is_counted_by_nobody_any_more(
    connection: Connection, cast: Cast
) -> None:
    own = cast.key("kitchen")
    fine = [AnswerSaved(own, name, "yes", "ok") for name in ("exit", "wiring")]
    cast.does(connection, ALICE, cast.begun("kitchen"), *fine, CheckSubmitted(own, 100, 2, 2, 0))
    cast.now += timedelta(hours=1)
    visit = closed(connection, cast)
    number = connection.execute(select(hazards.c.number)).scalar_one()
    book, days = cast.ledger(connection, DONG).agreements(), 90

    def counted() -> tuple[int, int, int, int]:
        scope = scope_of(cast.actor(connection, DONG), Right.SEE_COVERAGE)
        assert scope is not None
        table = list(exporting_visits.entries(connection, cast.actor(connection, DONG), VisitSieve(), 9))
        listed = exporting_visits.counted(connection, scope, VisitSieve())
        return book.by_source(days)[0].items, len(book.clean_then_found(days)), listed.items, table[0].items

    assert counted() == (1, 1, 1, 1)
    cast.does(connection, TANG, VisitCorrected(visit, "看错了", number))
    assert counted() == (0, 0, 0, 0)
    kept = connection.execute(select(inspections.c["items"], inspections.c.document)).one()
    assert kept.items == 1  # the sealed record says what it said


def test_how_one_enterprise_agrees_is_read_by_who_watches_over_it(connection: Connection, cast: Cast) -> None:
    own = cast.key("kitchen")
    fine = [AnswerSaved(own, name, "yes", "ok") for name in ("exit", "wiring")]
    cast.does(connection, ALICE, cast.begun("kitchen"), *fine, CheckSubmitted(own, 100, 2, 2, 0))
    cast.now += timedelta(hours=1)
    closed(connection, cast)
    for who, compared in ((DONG, 2), (TANG, 2), (WEI, 0), (ALICE, 0)):
        book = cast.ledger(connection, who).agreements()
        assert book.of_enterprise(EAST, 90).compared == compared
        assert len(book.doubted(90, 6, EAST)) == (1 if compared else 0)
        assert list(book.doubted(90, 6, WEST)) == []
        assert book.of_enterprise(WEST, 90).compared == 0


def test_a_list_of_inspections_is_as_long_as_the_number_that_opens_it(
    connection: Connection, cast: Cast
) -> None:
    closed(connection, cast)
    scope = scope_of(cast.actor(connection, DONG), Right.SEE_COVERAGE)
    assert scope is not None
    days = (
        "",
        TODAY.isoformat(),
        (TODAY + timedelta(days=1)).isoformat(),
        (TODAY - timedelta(days=1)).isoformat(),
    )
    for since in days:
        for until in days:
            for code in ("", EAST, WEST):
                sieve = VisitSieve(since, until, code)
                book = cast.ledger(connection, DONG).visits()
                n = exporting_visits.counted(connection, scope, sieve).visits
                assert book.count_ended(sieve) == len(book.ended(sieve=sieve)) == n
    assert cast.ledger(connection, WEI).visits().count_ended(VisitSieve(TODAY.isoformat())) == 0
