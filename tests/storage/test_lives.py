"""Hazards in the ledger under many hands: the same rules as safety/deeds.py, kept, timed, and never outside the scope."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select, update

from bot import keys
from checklists.rules import Closing, Defaults, Recurring
from checklists.schema import Severity
from safety.calendar import today
from safety.errors import Refusal
from safety.events import CheckSubmitted, HazardFound, PhotoReceived
from safety.events_hazards import (
    HazardClosed,
    HazardMoved,
    HazardNoted,
    HazardPhotoSent,
    HazardReported,
    Picture,
)
from safety.hazard_ledger import Cause, Hazard, HazardState
from safety.hazards import OPEN, TRANSITIONS, HazardAction
from safety.lists import Sieve
from safety.recurrence import Past
from storage import closures, due, media
from storage.audience import AudienceOf
from storage.cases import closed_finder
from storage.record import record
from storage.recording.lives import STILL_FIXED
from storage.sealing import proving
from storage.tables.closures import closures as kept_closures
from storage.tables.events import events
from storage.tables.ledger import hazards
from tests.cast import ALICE, BOB, CHARLIE, DONG, TANG, WEI, Cast, Speaker
from tests.storage.test_reports import hire
from tests.tampering import seal_now, sign_head, unguard

A, S = HazardAction, HazardState
NUMBER = "YH-2026-000001"
DUE = date(2026, 11, 30)


def report(connection: Connection, cast: Cast, *, major: bool = False, photos: int = 1) -> None:
    pictures = tuple(Picture(f"f{n}", f"before-{n}") for n in range(photos))
    severity = Severity.MAJOR if major else Severity.GENERAL
    cast.does(
        connection,
        ALICE,
        HazardReported("漏气", "后厨", "gas", severity, DUE, suspected_major=major, pictures=pictures),
    )


def person(connection: Connection, cast: Cast, speaker: Speaker) -> int:
    return cast.actor(connection, speaker).person


def move(connection: Connection, cast: Cast, speaker: Speaker, action: A, **said: object) -> Hazard:
    """One step by hand; how the ledger shows the hazard then."""
    cast.does(connection, speaker, HazardMoved(NUMBER, action, **said))  # type: ignore[arg-type]  # fields by name
    return shown(connection, cast, speaker)


def shown(connection: Connection, cast: Cast, speaker: Speaker = ALICE) -> Hazard:
    hazard = cast.ledger(connection, speaker).hazard(NUMBER)
    assert hazard is not None
    return hazard


def plan(connection: Connection, cast: Cast, speaker: Speaker = ALICE) -> Hazard:
    own = person(connection, cast, speaker)
    five = {"money": 800, "contingency": "关阀看守"}
    return move(connection, cast, speaker, A.PLAN, owner=own, day=DUE, measures="换软管", **five)


def photograph(connection: Connection, cast: Cast, name: str, answers: str = "before-0") -> None:
    cast.does(connection, ALICE, HazardPhotoSent(NUMBER, Picture(f"f-{name}", name), answers))


def to_evidence(connection: Connection, cast: Cast) -> Hazard:
    plan(connection, cast)
    photograph(connection, cast, "after-0")
    return move(connection, cast, ALICE, A.SEND_EVIDENCE)


def explain(connection: Connection, cast: Cast, speaker: Speaker = ALICE, root: str = "worn") -> Hazard:
    own = person(connection, cast, BOB)
    said = {
        "root": root,
        "words": "用了十年",
        "measures": "每季换一次",
        "owner": own,
        "day": date(2027, 2, 1),
    }
    return move(connection, cast, speaker, A.CAUSE, **said)


def test_a_general_one_goes_from_report_to_closure(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast)
        planned = plan(connection, cast)
        assert planned.case is not None
        assert planned.case.plan is not None
        assert (planned.state, planned.case.plan.measures, planned.case.plan.day) == (
            S.PLANNED,
            "换软管",
            DUE,
        )
        move(connection, cast, ALICE, A.START)
        photograph(connection, cast, "after-0")
        move(connection, cast, ALICE, A.SEND_EVIDENCE)
        closed = move(connection, cast, BOB, A.ACCEPT)
        assert closed.state is S.CLOSED
        assert cast.ledger(connection, ALICE).count_hazards() == 0
        steps = [
            (one.action, one.person, one.before, one.after)
            for one in cast.ledger(connection, TANG).moves(NUMBER)
        ]
        kept = connection.execute(select(events.c.kind).order_by(events.c.id.desc()).limit(2)).scalars().all()
        ended = connection.execute(select(hazards.c.closed_at, hazards.c.closed_by)).one()
    assert steps == [
        ("report", ALICE.name, None, S.REPORTED),
        ("plan", ALICE.name, S.REPORTED, S.PLANNED),
        ("start", ALICE.name, S.PLANNED, S.FIXING),
        ("send_evidence", ALICE.name, S.FIXING, S.EVIDENCE),
        ("accept", BOB.name, S.EVIDENCE, S.CLOSED),
    ]
    assert set(kept) == {"hazard:moved", "hazard:closed"}
    assert ended.closed_at == cast.now


def test_who_found_or_mended_it_does_not_close_it(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast)
        to_evidence(connection, cast)
        with pytest.raises(Refusal, match="hazard-not-yours"):
            move(connection, cast, ALICE, A.ACCEPT)
        assert move(connection, cast, TANG, A.ACCEPT).state is S.CLOSED


def test_a_major_one_is_closed_by_a_supervisor_only(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast, major=True)
        with pytest.raises(Refusal, match="hazard-not-now"):
            plan(connection, cast)
        assert move(connection, cast, TANG, A.CONFIRM_MAJOR).state is S.REPORTED
        to_evidence(connection, cast)
        with pytest.raises(Refusal, match="hazard-not-yours"):
            move(connection, cast, BOB, A.ACCEPT)
        with pytest.raises(Refusal, match="hazard-needs-cause"):
            move(connection, cast, DONG, A.ACCEPT)
        explained = explain(connection, cast)
        assert explained.case is not None
        assert explained.case.cause == Cause(
            "worn", "用了十年", "每季换一次", person(connection, cast, BOB), date(2027, 2, 1)
        )
        assert explained.cause_owner == BOB.name
        assert move(connection, cast, DONG, A.ACCEPT).state is S.CLOSED


def test_what_was_behind_hazards_is_counted_in_ones_own_scope(cast: Cast) -> None:
    with cast.database.writing() as connection:
        for _ in range(3):
            report(connection, cast)
        for number, root in ((1, "worn"), (2, "no_rule"), (3, "worn")):
            own = person(connection, cast, ALICE)
            said = HazardMoved(f"YH-2026-00000{number}", A.CAUSE, root=root, owner=own)
            cast.does(connection, ALICE, said)
        for who in (TANG, DONG, ALICE):
            assert cast.ledger(connection, who).causes() == {"worn": 2, "no_rule": 1}
        assert cast.ledger(connection, WEI).causes() == {}
        assert cast.ledger(connection, CHARLIE).causes() == {}
        sieve = Sieve(cause="worn")
        assert cast.ledger(connection, TANG).count_hazards(sieve) == 2
        connection.execute(
            update(hazards).where(hazards.c.number == NUMBER).values(state=S.CLOSED, closed_at=cast.now)
        )
        assert cast.ledger(connection, TANG).count_hazards(sieve) == 2, "closed lately counts as well"
        assert cast.ledger(connection, TANG).causes()["worn"] == 2
        with pytest.raises(Refusal, match="hazard-gone"):
            cast.does(connection, WEI, HazardMoved(NUMBER, A.CAUSE, root="worn"))
        with pytest.raises(Refusal, match="hazard-not-yours"):
            cast.does(connection, TANG, HazardMoved("YH-2026-000002", A.CAUSE, root="worn"))


def test_one_that_recurs_is_explained_before_it_is_closed_where_content_wants_it(cast: Cast) -> None:
    rules = Defaults(recurring=Recurring(explained=True))
    with cast.database.writing() as connection:
        report(connection, cast)
        connection.execute(update(hazards).values(state=S.CLOSED, closed_at=cast.now))
        again = HazardReported("漏气", "后厨", "gas", Severity.GENERAL, DUE, recurs=NUMBER)
        record(connection, cast.actor(connection, ALICE), [again], cast.now, None, rules=rules)
        found = select(hazards.c.explained).order_by(hazards.c.id)
        assert connection.execute(found).scalars().all() == [False, True]


def test_what_a_supervisor_finds_not_to_be_major_is_a_general_one(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast, major=True)
        hazard = move(connection, cast, TANG, A.NOT_MAJOR)
    assert (hazard.state, hazard.severity) == (S.REPORTED, Severity.GENERAL)
    assert hazard.case is not None
    assert not hazard.case.major


def test_a_photo_after_answers_a_photo_before(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast, photos=2)
        plan(connection, cast)
        with pytest.raises(Refusal, match="hazard-photo-same"):
            photograph(connection, cast, "before-1")
        photograph(connection, cast, "after-0")
        with pytest.raises(Refusal, match="hazard-needs-pairs"):
            move(connection, cast, ALICE, A.SEND_EVIDENCE)
        photograph(connection, cast, "after-1", "before-1")
        sent = move(connection, cast, ALICE, A.SEND_EVIDENCE)
    assert sent.state is S.EVIDENCE
    assert {one.name: one.answers for one in sent.answers} == {"after-0": "before-0", "after-1": "before-1"}


def test_a_copy_that_fails_leaves_its_pair_missing(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast)
        to_evidence(connection, cast)
        for photo in media.claim(connection, cast.now):
            if photo.unique == "after-0":
                media.fail(connection, photo.id, "broken", cast.now)
        with pytest.raises(Refusal, match="hazard-needs-pairs"):
            move(connection, cast, BOB, A.ACCEPT)
        photograph(connection, cast, "after-0")
        assert move(connection, cast, BOB, A.ACCEPT).state is S.CLOSED


def test_returned_it_wants_a_new_photo(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast)
        to_evidence(connection, cast)
        cast.passes(hours=1)
        back = move(connection, cast, TANG, A.RETURN, reason="看不清")
        assert back.state is S.FIXING
        with pytest.raises(Refusal, match="hazard-needs-pairs"):
            move(connection, cast, ALICE, A.SEND_EVIDENCE)
        cast.passes(hours=1)
        photograph(connection, cast, "after-9")
        again = move(connection, cast, ALICE, A.SEND_EVIDENCE)
    assert again.case is not None
    assert again.case.returned == 1
    assert [one.name for one in again.answers] == ["after-9"]


def test_opened_again_nothing_of_before_counts(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast)
        to_evidence(connection, cast)
        move(connection, cast, BOB, A.ACCEPT)
        again = move(connection, cast, ALICE, A.REOPEN, reason="又漏了", day=DUE)
        assert (again.state, again.answers) == (S.REPORTED, ())
        plan(connection, cast)
        with pytest.raises(Refusal, match="hazard-needs-pairs"):
            move(connection, cast, ALICE, A.SEND_EVIDENCE)
        assert connection.execute(select(hazards.c.closed_at)).scalar_one() is None


def test_every_closure_has_a_receipt_of_its_own(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast)
        to_evidence(connection, cast)
        first = move(connection, cast, BOB, A.ACCEPT)
        move(connection, cast, ALICE, A.REOPEN, reason="again", day=DUE + timedelta(days=7))
        plan(connection, cast)
        photograph(connection, cast, "after-1")
        move(connection, cast, ALICE, A.SEND_EVIDENCE)
        second = move(connection, cast, TANG, A.ACCEPT)
        assert (first.closure, second.closure) == ("XH-2026-000001", "XH-2026-000002")
        said = closures.document(connection, second.closure)
        assert said is not None
        assert (said["hazard"], said["reopened"], said["closed_by"]) == (
            NUMBER,
            1,
            person(connection, cast, TANG),
        )
        assert said["after"] == [{"photo": "after-1", "answers": "before-0"}]
        bodies = connection.execute(select(events.c.body).where(events.c.kind == HazardClosed.kind)).scalars()
        assert [body["receipt"] for body in bodies] == [first.closure, second.closure]
        for speaker, sees in ((ALICE, True), (TANG, True), (DONG, True), (CHARLIE, False), (WEI, False)):
            found = cast.ledger(connection, speaker).closure(first.closure)
            assert (found is not None) == sees, speaker.name
            assert found is None or (found.hazard, found.person) == (NUMBER, BOB.name)


def test_the_receipt_of_a_closure_stands_in_the_sealed_record(cast: Cast, tmp_path: Path) -> None:
    with cast.database.writing() as connection:
        report(connection, cast)
        to_evidence(connection, cast)
        receipt = move(connection, cast, BOB, A.ACCEPT).closure
        seal_now(connection, cast.now)
        sign_head(connection, tmp_path, keys.load_or_make(tmp_path / "seal.key"), cast.now)
        found = proving.verified(connection, receipt)
        assert found is not None
        assert (found.what, found.unchanged) == ("closure", True)
        standing = proving.standing(connection, receipt)
        assert standing is not None
        proof = proving.proof(connection, standing)
        assert proof is not None
        assert proof.document == closures.document(connection, receipt)
    with cast.database.engine.connect() as connection, connection.begin() as transaction:
        unguard(connection)
        changed = {**(closures.document(connection, receipt) or {}), "due": "2030-01-01"}
        connection.execute(update(kept_closures).values(document=changed))
        found = proving.verified(connection, receipt)
        assert found is not None
        assert not found.unchanged
        transaction.rollback()


def test_what_was_closed_and_is_reported_again_is_graded_up(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast)
        since = cast.now.date() - timedelta(days=300)
        assert cast.ledger(connection, ALICE).closed_since(since) == []
        to_evidence(connection, cast)
        move(connection, cast, BOB, A.ACCEPT)
        assert cast.ledger(connection, ALICE).closed_since(since) == [Past(NUMBER, "", "gas", "后厨")]
        assert cast.ledger(connection, CHARLIE).closed_since(since) == []
        assert cast.ledger(connection, ALICE).closed_since(cast.now.date() + timedelta(days=2)) == []
        again = HazardReported("漏气", "后厨", "gas", Severity.GENERAL, DUE, clause="gas", recurs=NUMBER)
        cast.does(connection, ALICE, again)
        found = cast.ledger(connection, ALICE).last_reported()
        assert found is not None
        assert (found.recurs, found.clause) == (NUMBER, "gas")
        assert found.case is not None
        assert found.case.graded_up
        other = replace(again, recurs="YH-2026-000099")
        cast.does(connection, ALICE, other)
        found = cast.ledger(connection, ALICE).last_reported()
        assert found is not None
        assert (found.recurs, found.case and found.case.graded_up) == ("", False)


def test_a_hazard_of_another_enterprise_never_recurs_here(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast)
        to_evidence(connection, cast)
        move(connection, cast, BOB, A.ACCEPT)
        again = HazardReported("漏气", "后厨", "gas", Severity.GENERAL, DUE, recurs=NUMBER)
        cast.does(connection, CHARLIE, again)
        found = cast.ledger(connection, CHARLIE).last_reported()
        assert found is not None
        assert found.recurs == ""


def test_a_self_check_that_finds_it_again_grades_it_up(cast: Cast) -> None:
    with cast.database.writing() as connection:
        for week in range(2):
            cast.does(connection, ALICE, cast.begun("kitchen"))
            key = cast.key("kitchen")
            recurs = NUMBER if week else ""
            number = f"YH-2026-{week + 1:06d}"
            found = HazardFound(key, "exit", Severity.GENERAL, DUE, suspected_major=False, recurs=recurs)
            cast.does(connection, ALICE, found, CheckSubmitted(key, 50, 1, 2, 1))
            row = connection.execute(select(hazards).where(hazards.c.number == number)).one()
            assert (row.recurs, row.graded_up) == (recurs or None, bool(week))
            if not week:
                plan(connection, cast)
                photograph(connection, cast, "after-0", "")
                move(connection, cast, ALICE, A.SEND_EVIDENCE)
                move(connection, cast, BOB, A.ACCEPT)
                cast.passes(days=31)


def test_one_that_is_graded_up_is_closed_by_a_supervisor(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast)
        with pytest.raises(Refusal, match="hazard-not-yours"):
            move(connection, cast, ALICE, A.GRADE_UP, reason="serious")
        with pytest.raises(Refusal, match="hazard-needs-reason"):
            move(connection, cast, TANG, A.GRADE_UP)
        assert move(connection, cast, TANG, A.GRADE_UP, reason="serious").state is S.REPORTED
        with pytest.raises(Refusal, match="hazard-not-now"):
            move(connection, cast, TANG, A.GRADE_UP, reason="serious")
        to_evidence(connection, cast)
        about = AudienceOf(connection, cast.actor(connection, ALICE), cast.catalogue, cast.now).about(NUMBER)
        assert about.graded_up
        with pytest.raises(Refusal, match="hazard-not-yours"):
            move(connection, cast, BOB, A.ACCEPT)
        assert move(connection, cast, TANG, A.ACCEPT).state is S.CLOSED


def test_an_extension_is_asked_and_decided(cast: Cast) -> None:
    later = DUE + timedelta(days=7)
    with cast.database.writing() as connection:
        report(connection, cast)
        plan(connection, cast)
        asked = move(connection, cast, ALICE, A.ASK_EXTENSION, reason="等配件", day=later)
        assert asked.case is not None
        assert asked.case.wanted is not None
        assert (asked.due, asked.case.wanted.day) == (DUE, later)
        granted = move(connection, cast, TANG, A.GRANT_EXTENSION)
        last = cast.ledger(connection, ALICE).moves(NUMBER)[-1]
    assert granted.case is not None
    assert (granted.due, granted.case.extensions, granted.case.wanted) == (later, 1, None)
    assert last.body == {"day": later.isoformat()}


def test_it_goes_to_a_colleague_of_the_same_enterprise_only(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast)
        worker = hire(connection, cast)
        for outside in (CHARLIE, TANG, worker):
            with pytest.raises(Refusal, match="hazard-needs-owner"):
                move(
                    connection,
                    cast,
                    ALICE,
                    A.TRANSFER,
                    reason="休假",
                    owner=person(connection, cast, outside),
                )
        moved = move(connection, cast, ALICE, A.TRANSFER, reason="休假", owner=person(connection, cast, BOB))
        last = cast.ledger(connection, ALICE).moves(NUMBER)[-1]
    assert moved.owner == BOB.name
    assert last.body == {"reason": "休假", "to": BOB.name}


def test_a_duplicate_points_at_an_open_hazard_of_the_same_enterprise(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast)
        cast.does(connection, CHARLIE, HazardReported("别处", "", "gas", Severity.GENERAL, DUE))
        report(connection, cast)
        for wrong in ("YH-2026-000002", NUMBER, "YH-2026-999999"):
            with pytest.raises(Refusal, match="hazard-needs-original"):
                move(connection, cast, ALICE, A.MARK_DUPLICATE, reason="同一处", of=wrong)
        hazard = move(connection, cast, ALICE, A.MARK_DUPLICATE, reason="同一处", of="YH-2026-000003")
    assert hazard.case is not None
    assert (hazard.state, hazard.case.of) == (S.DUPLICATE, "YH-2026-000003")


def test_nobody_outside_the_scope_touches_or_sees_it(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast)
        plan(connection, cast)
        for outsider in (CHARLIE, WEI):
            for event in (
                HazardMoved(NUMBER, A.START),
                HazardMoved(NUMBER, A.SUSPEND, "停产"),
                HazardPhotoSent(NUMBER, Picture("f", "x")),
                HazardNoted(NUMBER, "x"),
            ):
                with pytest.raises(Refusal, match="hazard-gone"):
                    cast.does(connection, outsider, event)
            assert cast.ledger(connection, outsider).moves(NUMBER) == ()
        assert shown(connection, cast).state is S.PLANNED


def test_notes_stand_in_the_timeline(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast)
        worker = hire(connection, cast)
        cast.does(connection, TANG, HazardNoted(NUMBER, "明天来看"))
        with pytest.raises(Refusal, match="hazard-not-yours"):
            cast.does(connection, worker, HazardNoted(NUMBER, "x"))
        last = cast.ledger(connection, ALICE).moves(NUMBER)[-1]
    assert (last.action, last.person, last.body) == ("note", TANG.name, {"text": "明天来看"})


def test_what_a_self_check_found_lives_on_the_same_way(cast: Cast) -> None:
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, cast.begun("kitchen"))
        key = cast.key("kitchen")
        cast.does(
            connection,
            ALICE,
            HazardFound(key, "exit", Severity.GENERAL, DUE, suspected_major=False),
            PhotoReceived(key, "exit", "f", "before-0", 1),
            CheckSubmitted(key, 50, 1, 2, 1),
        )
        assert to_evidence(connection, cast).state is S.EVIDENCE
        assert move(connection, cast, BOB, A.ACCEPT).state is S.CLOSED
        steps = [one.action for one in cast.ledger(connection, ALICE).moves(NUMBER)]
    assert steps == ["find", "report", "plan", "send_evidence", "accept"]


def test_both_copies_are_put_side_by_side_once(cast: Cast) -> None:
    def keep(connection: Connection, *names: str) -> None:
        for photo in media.claim(connection, cast.now):
            if photo.unique in names:
                media.keep(
                    connection, photo.id, media.Copy(f"{photo.unique}.jpg", "0" * 64, 9, 8, 7), cast.now
                )
            else:
                media.again(connection, photo.id, cast.now)

    with cast.database.writing() as connection:
        report(connection, cast)
        to_evidence(connection, cast)
        keep(connection, "after-0")
        assert media.unpaired(connection) == ()
        keep(connection, "before-0")
        (waiting,) = media.unpaired(connection)
        assert (waiting.before, waiting.after) == ("before-0.jpg", "after-0.jpg")
        media.paired(connection, waiting.id, "both.jpg")
        assert media.unpaired(connection) == ()
        assert [one.pair for one in shown(connection, cast).answers] == ["both.jpg"]


def test_who_found_it_is_asked_once_whether_it_still_holds(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast)
        to_evidence(connection, cast)
        move(connection, cast, BOB, A.ACCEPT)
        assert [
            one for one in due.due_now(connection, cast.now + timedelta(days=27)) if one.kind == STILL_FIXED
        ] == []
        (row,) = [
            one for one in due.due_now(connection, cast.now + timedelta(days=28)) if one.kind == STILL_FIXED
        ]
        assert row.subject == NUMBER
        assert closed_finder(connection, NUMBER) == person(connection, cast, ALICE)
        move(connection, cast, ALICE, A.REOPEN, reason="again", day=DUE)
        assert closed_finder(connection, NUMBER) is None
        plan(connection, cast)
        photograph(connection, cast, "after-7")
        move(connection, cast, ALICE, A.SEND_EVIDENCE)
        move(connection, cast, BOB, A.ACCEPT)
        rows = [
            one.key
            for one in due.due_now(connection, cast.now + timedelta(days=29))
            if one.kind == STILL_FIXED
        ]
    assert rows == [f"still-fixed:{NUMBER}:0", f"still-fixed:{NUMBER}:1"]


def test_content_says_when_it_is_asked(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast)
        to_evidence(connection, cast)
        soon = Defaults(closing=Closing(asked_after_days=3))
        record(
            connection,
            cast.actor(connection, BOB),
            [HazardMoved(NUMBER, A.ACCEPT)],
            cast.now,
            None,
            None,
            soon,
        )
        row = due.of(connection, f"{STILL_FIXED}:{NUMBER}:0")
        assert row is not None
        assert row.due_at == cast.now + timedelta(days=3)


def test_letters_know_who_has_to_do_with_it(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast)
        alice, bob, tang, dong = (person(connection, cast, one) for one in (ALICE, BOB, TANG, DONG))
        for speaker in (ALICE, TANG):
            actor = cast.actor(connection, speaker)
            one = AudienceOf(connection, actor, cast.catalogue, cast.now).about(NUMBER)
            assert (one.number, one.what.zh, one.major) == (NUMBER, "后厨 · 漏气", False)
            assert (one.owner, one.found_by, list(one.treating)) == (alice, alice, [alice, bob])
            assert list(one.supervisors) == [tang, dong]
        outside = AudienceOf(connection, cast.actor(connection, WEI), cast.catalogue, cast.now)
        with pytest.raises(LookupError):
            outside.about(NUMBER)


# --- any mix of hands, on the database ----------------------------------------------------------------------------

SPEAKERS = (ALICE, BOB, TANG, CHARLIE)
STEPS = st.lists(
    st.tuples(st.sampled_from(SPEAKERS), st.sampled_from(["photo", *HazardAction]), st.integers(0, 9)),
    max_size=14,
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS, major=st.booleans())
def test_no_mix_of_hands_leads_where_the_table_does_not(
    cast: Cast, steps: list[tuple[Speaker, str, int]], *, major: bool
) -> None:
    with cast.database.engine.connect() as connection:
        report(connection, cast, major=major)
        number = connection.execute(
            select(hazards.c.number).order_by(hazards.c.id.desc()).limit(1)
        ).scalar_one()
        alice, bob = (person(connection, cast, one) for one in (ALICE, BOB))
        for place, (speaker, does, luck) in enumerate(steps):
            before = connection.execute(select(hazards).where(hazards.c.number == number)).one()
            event: HazardMoved | HazardPhotoSent = (
                HazardPhotoSent(number, Picture(f"f{place}", f"n{place}"), "before-0")
                if does == "photo"
                else HazardMoved(
                    number,
                    HazardAction(does),
                    "缘由" if luck else "",
                    today(cast.now) + timedelta(days=luck * 3 - 2),
                    (None, alice, bob)[luck % 3],
                    "换",
                    5 if luck > 1 else None,
                    "预案",
                    "",
                )
            )
            nested = connection.begin_nested()
            try:
                cast.does(connection, speaker, event)
            except Refusal:
                nested.rollback()
                continue
            nested.commit()
            row = connection.execute(select(hazards).where(hazards.c.number == number)).one()
            assert speaker is not CHARLIE
            if isinstance(event, HazardMoved):
                assert row.state is TRANSITIONS[before.state][event.action]
            if row.state in OPEN:
                assert row.owner is not None
                assert row.due is not None
            if row.state is S.CLOSED and before.state is not S.CLOSED:
                assert speaker is TANG or (
                    speaker is BOB and not (major or before.graded_up) and before.owner != bob
                )
        connection.rollback()
