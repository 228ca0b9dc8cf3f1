"""What is joined to a known hazard, photos that leave their question, and what the next report may read; who hears of it."""

from datetime import date, timedelta

import pytest
from sqlalchemy import Connection, select

from checklists.schema import Severity
from safety import notices, notices_reports
from safety.errors import Refusal
from safety.events import HazardFound, PhotoReceived
from safety.events_hazards import HazardReported, Picture
from safety.events_reports import HazardJoined, PhotoTakenOff
from safety.hazard_ledger import HazardState
from safety.letters import LetterKind, Notice
from storage import media
from storage.audience import AudienceOf
from storage.recording.joined import without
from storage.tables.checks import answers
from storage.tables.ledger import hazard_moves, hazards
from storage.tables.media import media as photos
from tests.cast import ALICE, BOB, CHARLIE, DONG, TANG, WEI, Cast, Speaker
from tests.storage.test_audience import persons
from tests.storage.test_reports import PHOTOS, hire, reported

MORE = (Picture("file-c", "c"), Picture("file-d", "d"))
NUMBER = "YH-2026-000001"


def joined(number: str = NUMBER, words: str = "又坏了") -> HazardJoined:
    return HazardJoined(number, words, MORE)


def of(
    connection: Connection, cast: Cast, speaker: Speaker, event: HazardReported | HazardJoined
) -> list[Notice]:
    audience = AudienceOf(connection, cast.actor(connection, speaker), cast.catalogue, cast.now)
    return notices.of(event, audience, cast.now)


def test_words_and_photos_go_to_the_known_one(cast: Cast) -> None:
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, reported())
        cast.does(connection, hire(connection, cast), joined())
        (hazard,) = cast.ledger(connection, ALICE).hazards()
        move = connection.execute(select(hazard_moves).order_by(hazard_moves.c.id.desc())).first()
    assert (hazard.words, hazard.photos_pending) == ("电线裸露；又坏了", 4)
    assert move is not None
    assert (move.action, move.before, move.after) == ("join", HazardState.REPORTED, HazardState.REPORTED)
    assert move.body == {"words": "又坏了", "photos": 2}


def test_a_hazard_without_words_gets_them_and_a_full_one_keeps_its_own(cast: Cast) -> None:
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, HazardReported("", "", "gas", Severity.GENERAL, date(2026, 12, 1)))
        cast.does(connection, ALICE, joined(words="漏"))
        assert cast.ledger(connection, ALICE).hazards()[0].words == "漏"
        cast.does(connection, ALICE, joined(words="长" * 3999))
        assert cast.ledger(connection, ALICE).hazards()[0].words == "漏"


@pytest.mark.parametrize("speaker", [CHARLIE, WEI, TANG, DONG], ids=lambda one: one.name)
def test_nobody_joins_what_is_none_of_theirs(cast: Cast, speaker: Speaker) -> None:
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, reported())
        with pytest.raises(Refusal):
            cast.does(connection, speaker, joined())


@pytest.mark.parametrize(
    "state", [HazardState.CLOSED, HazardState.WITHDRAWN, HazardState.DUPLICATE, HazardState.FOUND]
)
def test_what_is_over_or_not_reported_is_not_joined(cast: Cast, state: HazardState) -> None:
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, reported())
        connection.execute(hazards.update().values(state=state))
        with pytest.raises(Refusal, match="hazard-gone"):
            cast.does(connection, ALICE, joined())


def test_photos_after_the_plan_are_notes(cast: Cast) -> None:
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, reported())
        connection.execute(hazards.update().values(state=HazardState.FIXING))
        cast.does(connection, ALICE, joined())
        stages = connection.execute(select(photos.c.stage).order_by(photos.c.id)).scalars().all()
    assert stages == [media.BEFORE, media.BEFORE, media.NOTE, media.NOTE]


# --- a photo that leaves its question -----------------------------------------------------------------------------


def with_photo(connection: Connection, cast: Cast) -> None:
    cast.does(connection, ALICE, cast.begun("kitchen"))
    cast.does(connection, ALICE, PhotoReceived(cast.key("kitchen"), "gas", "f1", "u1", 10, "要紧"))
    cast.does(connection, ALICE, PhotoReceived(cast.key("kitchen"), "gas", "f2", "u2", 10, "插座"))


@pytest.mark.parametrize("settled", ["pending", "safe", "failed"])
def test_a_photo_leaves_its_question_in_any_state(cast: Cast, settled: str) -> None:
    with cast.database.writing() as connection:
        with_photo(connection, cast)
        for one in media.claim(connection, cast.now):
            if settled == "safe":
                media.keep(connection, one.id, media.Copy(f"{one.unique}.jpg", "0" * 64, 9, 8, 7), cast.now)
            if settled == "failed":
                media.fail(connection, one.id, "broken", cast.now)
        cast.does(connection, ALICE, PhotoTakenOff(cast.key("kitchen"), "gas", "u2", "插座"))
        answer = connection.execute(select(answers)).one()
        gone = connection.execute(select(photos).where(photos.c.unique_name == "u2")).one()
        counted = {name: getattr(answer, f"photos_{name}") for name in ("pending", "safe", "failed")}
        again = media.claim(connection, cast.now + timedelta(hours=1))
    assert counted == {"pending": 0, "safe": 0, "failed": 0} | {settled: 1}
    assert answer.note == "要紧"
    assert (gone.check_id, gone.question, gone.state) == (None, None, "moved")
    assert [one.unique for one in again] == (["u1"] if settled == "pending" else [])


def test_a_photo_that_left_may_come_back_and_may_go_to_a_hazard(cast: Cast) -> None:
    with cast.database.writing() as connection:
        with_photo(connection, cast)
        cast.does(connection, ALICE, PhotoTakenOff(cast.key("kitchen"), "gas", "u2", "插座"))
        cast.does(connection, ALICE, PhotoTakenOff(cast.key("kitchen"), "gas", "u2", "插座"))
        cast.does(connection, ALICE, reported(pictures=(Picture("f2", "u2"),)))
        cast.does(connection, ALICE, PhotoReceived(cast.key("kitchen"), "gas", "f2", "u2", 10))
        assert connection.execute(select(answers.c.photos_pending)).scalar_one() == 2
        assert cast.ledger(connection, ALICE).hazards()[0].photos_pending == 1


def test_an_outsider_takes_no_photo_off(cast: Cast) -> None:
    with cast.database.writing() as connection:
        with_photo(connection, cast)
        with pytest.raises(Refusal):
            cast.does(connection, CHARLIE, PhotoTakenOff(cast.key("kitchen"), "gas", "u2"))
        with pytest.raises(Refusal):
            cast.does(connection, TANG, PhotoTakenOff(cast.key("kitchen"), "gas", "u2"))


@pytest.mark.parametrize(
    ("note", "words", "left"),
    [
        ("甲\n乙", "乙", "甲"),
        ("乙", "乙", ""),
        ("甲乙", "乙", "甲乙"),
        ("乙\n甲", "乙", "乙\n甲"),
        ("甲", "", "甲"),
    ],
)
def test_only_what_came_with_it_is_taken_off_a_note(note: str, words: str, left: str) -> None:
    assert (without(note, words) if words else note) == left


# --- what the next report may read --------------------------------------------------------------------------------


def test_what_is_recent_is_the_own_enterprises_open_and_reported(cast: Cast) -> None:
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, reported())
        cast.does(connection, ALICE, cast.begun("kitchen"))
        cast.does(
            connection,
            ALICE,
            HazardFound(
                cast.key("kitchen"), "gas", Severity.GENERAL, date(2026, 12, 1), suspected_major=False
            ),
        )
        cast.does(connection, CHARLIE, reported())
        since = cast.now - timedelta(days=30)
        seen = {
            speaker: [one.number for one in cast.ledger(connection, speaker).recent_hazards(since)]
            for speaker in (ALICE, BOB, CHARLIE, TANG, DONG)
        }
        later = cast.ledger(connection, ALICE).recent_hazards(cast.now + timedelta(seconds=1))
        connection.execute(hazards.update().values(state=HazardState.CLOSED))
        closed = cast.ledger(connection, ALICE).recent_hazards(since)
    assert seen == {ALICE: [NUMBER], BOB: [NUMBER], CHARLIE: ["YH-2026-000003"], TANG: [], DONG: []}
    assert (list(later), list(closed)) == ([], [])


def test_places_are_those_named_last_in_the_own_enterprise(cast: Cast) -> None:
    with cast.database.writing() as connection:
        for place in ("甲", "乙", "", "甲", "丙"):
            cast.does(
                connection, ALICE, HazardReported("x", place, "gas", Severity.GENERAL, date(2026, 12, 1))
            )
        named = {one: list(cast.ledger(connection, one).places_named()) for one in (ALICE, CHARLIE, TANG)}
    assert named == {ALICE: ["丙", "甲", "乙"], CHARLIE: [], TANG: []}


# --- letters ------------------------------------------------------------------------------------------------------


def test_a_general_one_goes_to_the_principal_and_who_is_in_charge(cast: Cast) -> None:
    assert notices_reports
    with cast.database.writing() as connection:
        worker = hire(connection, cast)
        cast.does(connection, worker, reported())
        letters = of(connection, cast, worker, reported())
        heard = persons(connection, cast, ALICE, BOB)
    assert sorted(one.to for one in letters) == sorted(heard)
    assert {one.kind for one in letters} == {LetterKind.NOTICE}
    assert letters[0].args["what"] == "电线裸露"
    assert letters[0].buttons[0].data == {"number": NUMBER}


def test_a_suspected_major_one_goes_to_the_supervisors_at_once(cast: Cast) -> None:
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, reported(major=True))
        letters = of(connection, cast, ALICE, reported(major=True))
        principal, *watching = persons(connection, cast, BOB, TANG, DONG)
    assert [(one.to, one.line) for one in letters] == [
        (principal, "letter-hazard-reported"),
        *((one, "letter-major-reported") for one in watching),
    ]
    assert {one.kind for one in letters} == {LetterKind.ALERT}
    assert len({one.key for one in letters}) == len(letters)


def test_who_is_in_charge_hears_what_was_added(cast: Cast) -> None:
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, reported(pictures=PHOTOS))
        worker = hire(connection, cast)
        cast.does(connection, worker, joined())
        letters = of(connection, cast, worker, joined())
        heard = persons(connection, cast, ALICE, BOB)
    assert [one.to for one in letters] == heard
    assert (letters[0].args["words"], letters[0].args["n"]) == ("又坏了", 2)
