"""The hazard ledger: found by an answer, withdrawn by a better one, reported with the check, seen only in scope."""

from datetime import date

import pytest
from sqlalchemy import Connection, select

from checklists.schema import Severity
from safety.checks import CheckKey
from safety.errors import Refusal
from safety.events import AnswerNoted, CheckSubmitted, HazardFound, HazardWithdrawn, PhotoReceived
from safety.hazard_ledger import HazardState
from safety.hazards import TRANSITIONS, HazardAction
from safety.people import Role
from storage import joins, media
from storage.invitations import Place
from storage.recording.hazards import before
from storage.tables.ledger import hazards
from tests.cast import ALICE, BOB, CHARLIE, DONG, NOBODY, TANG, WEI, Cast, Speaker

DUE = date(2026, 11, 30)


def found(key: CheckKey, question: str = "exit", due: date = DUE, *, major: bool = False) -> HazardFound:
    return HazardFound(
        key, question, Severity.MAJOR if major else Severity.GENERAL, due, suspected_major=major
    )


def begin(connection: Connection, cast: Cast, speaker: Speaker = ALICE) -> CheckKey:
    cast.does(connection, speaker, cast.begun("kitchen"))
    return cast.key("kitchen")


def submit(connection: Connection, cast: Cast, speaker: Speaker = ALICE) -> None:
    cast.does(connection, speaker, CheckSubmitted(cast.key("kitchen"), 50, 1, 2, 1))


def numbers(connection: Connection, cast: Cast, speaker: Speaker) -> list[str]:
    ledger = cast.ledger(connection, speaker)
    listed = [hazard.number for hazard in ledger.hazards(limit=100)]
    assert ledger.count_hazards() == len(listed)
    return listed


def test_a_bad_answer_enters_a_hazard_at_once(cast: Cast) -> None:
    with cast.database.writing() as connection:
        key = begin(connection, cast)
        cast.does(connection, ALICE, found(key), AnswerNoted(key, "exit", "后门锁着"))
        (hazard,) = cast.ledger(connection, BOB).hazards()
    assert hazard.number == "YH-2026-000001"
    assert (hazard.enterprise, hazard.town) == ("东风面馆", "东镇")
    assert (hazard.checklist, hazard.question, hazard.severity) == ("kitchen", "exit", Severity.GENERAL)
    assert (hazard.state, hazard.found_at, hazard.due) == (HazardState.FOUND, cast.now, DUE)
    assert (hazard.found_by, hazard.note) == (ALICE.name, "后门锁着")
    assert hazard.form == cast.catalogue.checklists["kitchen"]


def test_the_same_question_changes_its_hazard_and_keeps_the_number(cast: Cast) -> None:
    with cast.database.writing() as connection:
        key = begin(connection, cast)
        cast.does(connection, ALICE, found(key))
        began = cast.now
        cast.passes(hours=1)
        cast.does(connection, BOB, found(key, due=date(2026, 11, 24), major=True))
        (hazard,) = cast.ledger(connection, ALICE).hazards()
    assert (hazard.number, hazard.severity, hazard.due) == (
        "YH-2026-000001",
        Severity.MAJOR,
        date(2026, 11, 24),
    )
    assert hazard.found_at == began


def test_a_corrected_answer_takes_its_hazard_back(cast: Cast) -> None:
    with cast.database.writing() as connection:
        key = begin(connection, cast)
        cast.does(connection, ALICE, found(key), HazardWithdrawn(key, "exit"))
        assert numbers(connection, cast, ALICE) == []
        hazard = cast.ledger(connection, ALICE).hazard("YH-2026-000001")
        assert hazard is not None
        assert hazard.state is HazardState.WITHDRAWN
        cast.does(connection, ALICE, HazardWithdrawn(key, "exit"))
        submit(connection, cast)
        assert numbers(connection, cast, ALICE) == []


def test_a_hazard_found_again_comes_back_under_its_number(cast: Cast) -> None:
    with cast.database.writing() as connection:
        key = begin(connection, cast)
        cast.does(connection, ALICE, found(key), HazardWithdrawn(key, "exit"))
        cast.passes(hours=2)
        cast.does(connection, ALICE, found(key))
        (hazard,) = cast.ledger(connection, ALICE).hazards()
    assert (hazard.number, hazard.state, hazard.found_at) == ("YH-2026-000001", HazardState.FOUND, cast.now)


def test_what_was_never_found_cannot_be_withdrawn(cast: Cast) -> None:
    with cast.database.writing() as connection:
        key = begin(connection, cast)
        with pytest.raises(Refusal, match="hazard-gone"):
            cast.does(connection, ALICE, HazardWithdrawn(key, "exit"))


def test_submission_reports_what_was_found(cast: Cast) -> None:
    with cast.database.writing() as connection:
        key = begin(connection, cast)
        cast.does(connection, ALICE, found(key), found(key, "gas"), HazardWithdrawn(key, "gas"))
        assert numbers(connection, cast, TANG) == []
        submit(connection, cast)
        states = dict(connection.execute(select(hazards.c.question, hazards.c.state)).all())
        reported = connection.execute(
            select(hazards.c.reported_at).where(hazards.c.question == "exit")
        ).scalar()
        assert numbers(connection, cast, TANG) == ["YH-2026-000001"]
    assert states == {"exit": HazardState.REPORTED, "gas": HazardState.WITHDRAWN}
    assert reported == cast.now


def test_a_suspected_major_one_is_seen_by_supervisors_before_submission(cast: Cast) -> None:
    with cast.database.writing() as connection:
        key = begin(connection, cast)
        cast.does(connection, ALICE, found(key), found(key, "gas", major=True))
        for speaker in (TANG, DONG):
            assert numbers(connection, cast, speaker) == ["YH-2026-000002"]
        cast.does(connection, ALICE, HazardWithdrawn(key, "gas"))
        assert numbers(connection, cast, TANG) == []
        gone = cast.ledger(connection, TANG).hazard("YH-2026-000002")
    assert gone is not None
    assert gone.state is HazardState.WITHDRAWN


def test_each_sees_the_hazards_of_the_own_scope_only(cast: Cast) -> None:
    with cast.database.writing() as connection:
        for speaker in (ALICE, CHARLIE):
            key = begin(connection, cast, speaker)
            cast.does(connection, speaker, found(key))
            submit(connection, cast, speaker)
        east, west = "YH-2026-000001", "YH-2026-000002"
        scopes = {
            ALICE: [east],
            BOB: [east],
            CHARLIE: [west],
            TANG: [east],
            WEI: [west],
            DONG: [east, west],
            NOBODY: [],
        }
        for speaker, listed in scopes.items():
            assert numbers(connection, cast, speaker) == listed, speaker
            for number in (east, west, "YH-2026-999999", ""):
                seen = cast.ledger(connection, speaker).hazard(number)
                assert (seen is not None) == (number in listed), (speaker, number)


@pytest.mark.parametrize(
    ("role", "town", "sees"),
    [
        (Role.DEPARTMENT, True, 1),
        (Role.EXPERT, True, 1),
        (Role.DEPARTMENT, False, 2),
        (Role.EXPERT, False, 2),
    ],
)
def test_departments_and_experts_see_their_area(cast: Cast, role: Role, town: bool, sees: int) -> None:
    with cast.database.writing() as connection:
        for speaker in (ALICE, CHARLIE):
            key = begin(connection, cast, speaker)
            cast.does(connection, speaker, found(key))
            submit(connection, cast, speaker)
        person = cast.actor(connection, NOBODY).person
        place = Place(role, area=cast.east_town if town else None)
        number = cast.invite(connection, place, "expert-code")
        request = joins.ask(connection, place, number, person, NOBODY.phone, cast.now, joins.APPROVED)
        joins.sit(connection, person, place, request, cast.now)
        assert len(numbers(connection, cast, NOBODY)) == sees


def test_the_list_comes_in_pages_worst_first(cast: Cast) -> None:
    with cast.database.writing() as connection:
        key = begin(connection, cast)
        cast.does(
            connection,
            ALICE,
            found(key, "exit", date(2026, 11, 30)),
            found(key, "wiring", date(2026, 11, 25)),
            found(key, "gas", date(2026, 12, 9), major=True),
            found(key, "staff", date(2026, 11, 25)),
        )
        ledger = cast.ledger(connection, ALICE)
        pages = [
            [hazard.question for hazard in ledger.hazards(offset=offset, limit=2)] for offset in (0, 2, 4)
        ]
    assert pages == [["gas", "wiring"], ["staff", "exit"], []]


def test_photos_appear_once_our_copy_is_safe(cast: Cast) -> None:
    with cast.database.writing() as connection:
        key = begin(connection, cast)
        cast.does(connection, ALICE, found(key), found(key, "gas"))
        for name in ("one", "two", "three"):
            cast.does(connection, ALICE, PhotoReceived(key, "exit", f"file-{name}", name, 10))
        first, second, third = media.claim(connection, cast.now)
        for photo in (second, first):
            media.keep(connection, photo.id, media.Copy(f"{photo.unique}.jpg", "0" * 64, 9, 8, 7), cast.now)
        media.fail(connection, third.id, "photo-not-image", cast.now)
        by_question = {hazard.question: hazard for hazard in cast.ledger(connection, ALICE).hazards()}
    assert by_question["exit"].photos == ("one.jpg", "two.jpg")
    assert by_question["exit"].photos_pending == 0
    assert by_question["gas"].photos == ()


def test_the_statements_follow_the_table_of_transitions() -> None:
    for action in HazardAction:
        assert set(before(action)) == {state for state in HazardState if action in TRANSITIONS.get(state, {})}
