"""Drills and roll calls on both databases: who hears what and when, once each, late together, and who may do what."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import orjson
import pytest
from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import DBAPIError

from bot import drill_rounds
from bot.clock import RealClock
from bot.rounds import tick
from bot.turn import LETTERS, House
from checklists.reminders import Task
from checklists.schema import Severity
from safety import notices
from safety.calendar import Calendar
from safety.drills import Answer, Drill, DrillState
from safety.errors import Refusal
from safety.events import Event
from safety.events_drills import (
    CommandTaken,
    DrillAnswered,
    DrillCancelled,
    DrillClosed,
    DrillEnded,
    DrillHazardReported,
    DrillMarked,
    DrillPhotoSent,
    DrillPlanned,
    DrillStarted,
    DrillWashed,
    RollCalled,
)
from safety.events_hazards import Picture
from safety.letters import LetterKind
from storage.audience import AudienceOf
from storage.media import fail
from storage.sealing import proving
from storage.tables.drills import drill_replies, drills
from storage.tables.media import media
from storage.tables.obligations import terms
from storage.tables.people import seats
from storage.tables.post import due, inbox, outbox
from tests.bot.pledged import TEXTS
from tests.cast import ALICE, BOB, CHARLIE, DONG, TANG, WEI, Cast, Speaker
from tests.tampering import seal_now

assert LETTERS  # they make notices.of know every event
CALENDAR, NUMBER, ROLL = Calendar(), "YL-2026-000001", "DM-2026-000001"
SCRIPT = "fire_evacuation"
KINDS = (
    drill_rounds.SOON,
    drill_rounds.INJECT,
    drill_rounds.CHASE,
    drill_rounds.BOARD,
    drill_rounds.OVER,
)


@pytest.fixture
def connection(cast: Cast) -> Iterator[Connection]:
    with cast.database.writing() as connection:
        yield connection


def ticks(connection: Connection, cast: Cast) -> int:
    done = tick(connection, House(cast.catalogue, TEXTS, RealClock(), 1, "test"), CALENDAR, cast.now)
    left = update(outbox).where(outbox.c.state == "waiting", outbox.c.kind != "edit")
    connection.execute(left.values(state="sent", message=outbox.c.id + 1000))
    return done


def passes(connection: Connection, cast: Cast, minutes: int) -> None:
    """So many minutes go by, and the clock ticks at each."""
    for _minute in range(minutes):
        cast.passes(minutes=1)
        ticks(connection, cast)


def letters(connection: Connection, family: str) -> list[tuple[int, str]]:
    """Who got letters of a family, and what they say."""
    found = select(outbox.c.chat, outbox.c.body).where(outbox.c.key.like(f"{family}:%")).order_by(outbox.c.id)
    return [(row.chat, orjson.loads(row.body)["text"]) for row in connection.execute(found)]


def noticed(
    connection: Connection, cast: Cast, who: Speaker, *events: Event
) -> list[tuple[str, str, LetterKind]]:
    """Record events; who gets which letters."""
    every = (ALICE, BOB, CHARLIE, TANG, WEI, DONG)
    names = {cast.actor(connection, one).person: one.name for one in every}
    audience = AudienceOf(connection, cast.actor(connection, who), cast.catalogue, cast.now)
    found = []
    for event in cast.does(connection, who, *events):
        found += [(names[one.to], one.line, one.kind) for one in notices.of(event, audience, cast.now)]
    return found


def planned(cast: Cast, *, minutes: int = 30) -> DrillPlanned:
    script = cast.catalogue.scripts[SCRIPT]
    at = cast.now + timedelta(minutes=minutes)
    return DrillPlanned(SCRIPT, script.fingerprint, at, "停车场", at - timedelta(minutes=10), extra=3)


def begins(connection: Connection, cast: Cast, who: Speaker = ALICE) -> None:
    cast.does(connection, ALICE, planned(cast, minutes=0))
    until = cast.now + timedelta(minutes=180)
    cast.does(connection, who, DrillStarted(NUMBER, until, cast.catalogue.scripts[SCRIPT].fingerprint))


def seen(connection: Connection, cast: Cast, who: Speaker = ALICE, number: str = NUMBER) -> Drill:
    found = cast.ledger(connection, who).drills().drill(number)
    assert found is not None
    return found


def roll(cast: Cast) -> RollCalled:
    return RollCalled("", cast.now + timedelta(minutes=3), cast.now + timedelta(hours=24))


def until_called(connection: Connection, cast: Cast) -> None:
    minute = next(one.minute for one in cast.catalogue.scripts[SCRIPT].injects if one.rollcall)
    ticks(connection, cast)
    passes(connection, cast, minute)
    assert seen(connection, cast).called_at == cast.now


def due_at(connection: Connection, kind: str) -> list[datetime]:
    return [*connection.execute(select(due.c.due_at).where(due.c.kind == kind)).scalars()]


# --- planned ------------------------------------------------------------------------------------------------------


def test_everybody_of_the_enterprise_hears_of_a_planned_drill_and_once_more(
    connection: Connection, cast: Cast
) -> None:
    told = noticed(connection, cast, ALICE, planned(cast))
    assert told == [(BOB.name, "letter-drill-planned", LetterKind.NOTICE)]
    passes(connection, cast, 19)
    assert letters(connection, "drill-soon") == []
    passes(connection, cast, 2)
    soon = letters(connection, "drill-soon")
    assert {chat for chat, _text in soon} == {ALICE.id, BOB.id}
    assert all("【演练】" in text for _chat, text in soon)


def test_a_cancelled_drill_is_announced_no_more_and_cannot_begin(connection: Connection, cast: Cast) -> None:
    cast.does(connection, ALICE, planned(cast))
    told = noticed(connection, cast, BOB, DrillCancelled(NUMBER))
    assert told == [(ALICE.name, "letter-drill-cancelled", LetterKind.NOTICE)]
    passes(connection, cast, 25)
    assert letters(connection, "drill-soon") == []
    with pytest.raises(Refusal, match="drill-moved-on"):
        cast.does(connection, ALICE, DrillStarted(NUMBER, cast.now))


def test_a_script_that_was_never_published_is_refused(connection: Connection, cast: Cast) -> None:
    event = DrillPlanned(SCRIPT, "0" * 64, cast.now, "", cast.now)
    with pytest.raises(Refusal, match="drill-changed"):
        cast.does(connection, ALICE, event)


# --- run ----------------------------------------------------------------------------------------------------------


def test_a_drill_begins_once_whoever_taps(connection: Connection, cast: Cast) -> None:
    begins(connection, cast, BOB)
    assert seen(connection, cast).commander_name == BOB.name
    with pytest.raises(Refusal, match=r"drill-runs|drill-moved-on"):
        cast.does(connection, ALICE, DrillStarted(NUMBER, cast.now))
    cast.does(connection, ALICE, planned(cast))
    with pytest.raises(Refusal, match="drill-runs"):
        cast.does(connection, ALICE, DrillStarted("YL-2026-000002", cast.now))


def test_each_inject_is_told_once_in_time_to_those_it_is_for(connection: Connection, cast: Cast) -> None:
    begins(connection, cast)
    ticks(connection, cast)
    script = cast.catalogue.scripts[SCRIPT]
    passes(connection, cast, script.injects[-1].minute + 1)
    drill = seen(connection, cast)
    assert [*drill.sent]
    assert {*drill.sent} == {one.id for one in script.injects}
    assert all(one.late == 0 for one in drill.sent.values())
    texts = [text for chat, text in letters(connection, "drill-told") if chat == ALICE.id]
    assert all("【演练】" in text for text in texts)
    assert due_at(connection, drill_rounds.INJECT) == []


def test_injects_that_were_missed_are_told_together_and_marked_late(
    connection: Connection, cast: Cast
) -> None:
    begins(connection, cast)
    ticks(connection, cast)
    first = len(letters(connection, "drill-told"))
    cast.passes(minutes=60)  # nobody was there to tell them
    assert ticks(connection, cast) > 0
    assert len(letters(connection, "drill-told")) == first + 2  # one message for each of two people
    drill = seen(connection, cast)
    script = cast.catalogue.scripts[SCRIPT]
    assert {*drill.sent} == {one.id for one in script.injects}
    assert drill.sent[script.injects[-1].id].late == 60 - script.injects[-1].minute
    ticks(connection, cast)
    assert len(letters(connection, "drill-told")) == first + 2


def test_who_has_not_answered_is_asked_once_more_and_the_commander_hears(
    connection: Connection, cast: Cast
) -> None:
    begins(connection, cast)
    until_called(connection, cast)
    cast.does(connection, ALICE, DrillAnswered(NUMBER, Answer.SAFE))
    passes(connection, cast, 4)
    assert [chat for chat, _text in letters(connection, "drill-chase")] == [BOB.id]
    [(chat, text)] = letters(connection, "drill-missing")
    assert chat == ALICE.id
    assert BOB.name in text
    passes(connection, cast, 20)
    assert len(letters(connection, "drill-chase")) == 1


def test_a_commander_who_has_left_hears_nobodys_name(connection: Connection, cast: Cast) -> None:
    begins(connection, cast)
    until_called(connection, cast)
    alice = cast.actor(connection, ALICE).person
    connection.execute(update(seats).where(seats.c.person == alice).values(until=cast.now))
    passes(connection, cast, 4)
    [(chat, text)] = letters(connection, "drill-missing")
    assert chat == BOB.id
    assert ALICE.name in text


def test_who_has_left_is_neither_told_nor_chased(connection: Connection, cast: Cast) -> None:
    begins(connection, cast)
    bob = cast.actor(connection, BOB).person
    connection.execute(update(seats).where(seats.c.person == bob).values(until=cast.now))
    before = len(letters(connection, "drill-told"))
    until_called(connection, cast)
    passes(connection, cast, 4)
    assert len(letters(connection, "drill-told")) > before
    assert BOB.id not in {chat for chat, _ in letters(connection, "drill-told")[before:]}
    assert BOB.id not in {chat for chat, _ in letters(connection, "drill-chase")}
    assert ALICE.id in {chat for chat, _ in letters(connection, "drill-chase")}


def test_muster_times_count_from_the_call_to_when_somebody_acted(connection: Connection, cast: Cast) -> None:
    begins(connection, cast)
    with pytest.raises(Refusal, match="drill-not-called"):
        cast.does(connection, BOB, DrillAnswered(NUMBER, Answer.SAFE))
    until_called(connection, cast)
    cast.passes(seconds=95)
    cast.does(connection, BOB, DrillAnswered(NUMBER, Answer.SAFE))
    cast.passes(seconds=60)
    cast.does(connection, BOB, DrillAnswered(NUMBER, Answer.SAFE))
    one = seen(connection, cast).part(cast.actor(connection, BOB).person)
    assert one is not None
    assert one.standing.mustered_at == cast.now - timedelta(seconds=60)
    with pytest.raises(DBAPIError):
        connection.execute(update(drill_replies).values(answer=Answer.HELP))


def test_help_reaches_the_commander_at_once_or_who_could_take_over(
    connection: Connection, cast: Cast
) -> None:
    begins(connection, cast)
    until_called(connection, cast)
    told = noticed(connection, cast, BOB, DrillAnswered(NUMBER, Answer.HELP, "脚扭了"))
    assert told == [(ALICE.name, "letter-drill-help", LetterKind.ALERT)]
    alice = cast.actor(connection, ALICE).person
    connection.execute(update(seats).where(seats.c.person == alice).values(until=cast.now))
    assert seen(connection, cast, BOB).here is False
    cast.does(connection, BOB, CommandTaken(NUMBER))
    assert seen(connection, cast, BOB).commander_name == BOB.name


def test_strangers_take_no_part_and_see_nothing(connection: Connection, cast: Cast) -> None:
    begins(connection, cast)
    until_called(connection, cast)
    refused: tuple[tuple[Speaker, Event], ...] = (
        (CHARLIE, DrillAnswered(NUMBER, Answer.SAFE)),
        (CHARLIE, DrillPhotoSent(NUMBER, "", Picture("f", "u"))),
        (CHARLIE, CommandTaken(NUMBER)),
        (CHARLIE, DrillEnded(NUMBER)),
        (TANG, DrillEnded(NUMBER)),
        (TANG, DrillAnswered(NUMBER, Answer.SAFE)),
        (DONG, DrillCancelled(NUMBER)),
    )
    for who, event in refused:
        with pytest.raises(Refusal):
            cast.does(connection, who, event)
    assert cast.ledger(connection, CHARLIE).drills().drill(NUMBER) is None
    assert cast.ledger(connection, WEI).drills().drill(NUMBER) is None
    assert cast.ledger(connection, TANG).drills().drill(NUMBER) is not None
    assert cast.ledger(connection, DONG).drills().drill(NUMBER) is not None


def test_a_drill_that_nobody_ends_is_over_by_time(connection: Connection, cast: Cast) -> None:
    begins(connection, cast)
    ticks(connection, cast)
    cast.passes(minutes=181)
    ticks(connection, cast)
    assert seen(connection, cast).state is DrillState.ENDED
    assert {chat for chat, _text in letters(connection, "drill-ended")} == {ALICE.id, BOB.id}
    with pytest.raises(Refusal, match="drill-moved-on"):
        cast.does(connection, ALICE, DrillEnded(NUMBER))


def wait(connection: Connection, who: Speaker, at: datetime, update: int) -> None:
    """What somebody has sent has not been looked at yet."""
    row = {"bot": 1, "update_id": update, "lane": who.id, "body": "{}", "received_at": at}
    connection.execute(insert(inbox), row)


def test_a_queue_that_is_behind_is_heard_before_a_drill_is_over(connection: Connection, cast: Cast) -> None:
    begins(connection, cast)
    until_called(connection, cast)
    over = connection.execute(select(due.c.due_at).where(due.c.kind == drill_rounds.OVER)).scalar_one()
    sent = over - timedelta(seconds=5)
    wait(connection, BOB, sent, 1)
    wait(connection, ALICE, over + timedelta(seconds=1), 2)
    wait(connection, CHARLIE, sent, 3)
    cast.now = over + timedelta(minutes=7)
    for _twice in range(2):
        ticks(connection, cast)
    assert seen(connection, cast).state is DrillState.RUNNING
    assert letters(connection, "drill-ended") == []
    late, cast.now = cast.now, sent
    cast.does(connection, BOB, DrillAnswered(NUMBER, Answer.SAFE))
    connection.execute(update(inbox).where(inbox.c.update_id == 1).values(state="done"))
    cast.now = late
    ticks(connection, cast)
    drill = seen(connection, cast)
    assert (drill.state, drill.ended_at) == (DrillState.ENDED, over)
    assert [one.name for one in drill.among(Answer.SAFE)] == [BOB.name]
    cast.now = over + timedelta(seconds=1)
    with pytest.raises(Refusal, match="drill-answer-late"):
        cast.does(connection, ALICE, DrillAnswered(NUMBER, Answer.SAFE))


def test_what_somebody_sent_before_the_end_and_arrives_after_it_counts(
    connection: Connection, cast: Cast
) -> None:
    begins(connection, cast)
    until_called(connection, cast)
    over = connection.execute(select(due.c.due_at).where(due.c.kind == drill_rounds.OVER)).scalar_one()
    cast.now = over + timedelta(minutes=7)
    ticks(connection, cast)
    assert seen(connection, cast).state is DrillState.ENDED
    cast.now = over - timedelta(seconds=1)
    cast.does(connection, BOB, DrillAnswered(NUMBER, Answer.SAFE))
    assert [one.name for one in seen(connection, cast).among(Answer.SAFE)] == [BOB.name]


def test_an_answer_from_before_the_end_counts_and_one_after_it_does_not(
    connection: Connection, cast: Cast
) -> None:
    begins(connection, cast)
    until_called(connection, cast)
    cast.passes(minutes=2)
    cast.does(connection, ALICE, DrillEnded(NUMBER))
    acted = cast.now - timedelta(minutes=1)
    cast.now, after = acted, cast.now + timedelta(minutes=1)
    cast.does(connection, BOB, DrillAnswered(NUMBER, Answer.SAFE))
    cast.now = after
    assert len(seen(connection, cast).among(Answer.SAFE)) == 1
    with pytest.raises(Refusal, match="drill-answer-late"):
        cast.does(connection, ALICE, DrillAnswered(NUMBER, Answer.SAFE))


# --- afterwards ---------------------------------------------------------------------------------------------------


def evaluated(connection: Connection, cast: Cast, *, weak: str | None = None) -> None:
    for one in cast.catalogue.scripts[SCRIPT].measures:
        cast.does(connection, ALICE, DrillMarked(NUMBER, one.id, one.id != weak, "太慢" * (one.id == weak)))


def test_the_record_is_closed_once_with_its_hazards_and_what_was_owed_is_done(
    connection: Connection, cast: Cast
) -> None:
    begins(connection, cast)
    until_called(connection, cast)
    point = cast.catalogue.scripts[SCRIPT].photo_points[0].id
    cast.does(connection, BOB, DrillPhotoSent(NUMBER, point, Picture("file", "unique")))
    cast.does(connection, BOB, DrillPhotoSent(NUMBER, point, Picture("file", "unique")))
    cast.does(connection, ALICE, DrillEnded(NUMBER))
    question = cast.catalogue.scripts[SCRIPT].hotwash[0].id
    cast.does(connection, BOB, DrillWashed(NUMBER, question, fine=False, words="听不见"))
    with pytest.raises(Refusal, match="drill-not-evaluated"):
        cast.does(connection, ALICE, DrillClosed(NUMBER))
    weak = cast.catalogue.scripts[SCRIPT].measures[0]
    evaluated(connection, cast, weak=weak.id)
    hazard = DrillHazardReported(
        "没走通道",
        "停车场",
        "",
        Severity.GENERAL,
        due=(cast.now + timedelta(days=7)).date(),
        drill=NUMBER,
        measure=weak.id,
    )
    cast.does(connection, ALICE, hazard, DrillClosed(NUMBER))
    drill = seen(connection, cast, TANG)
    assert (drill.state, drill.photos, len(drill.sha256)) == (DrillState.DONE, {point: 1}, 64)
    assert drill.marks[weak.id].hazard.startswith("YH-")
    assert [(one.person, one.words) for one in drill.washes] == [(BOB.name, "听不见")]
    kept = connection.execute(select(terms.c.about, terms.c.at).where(terms.c.what == f"done:{Task.DRILL}"))
    assert [tuple(row) for row in kept] == [(f"enterprise:{cast.east}", drill.started_at)]
    for event in (DrillClosed(NUMBER), DrillMarked(NUMBER, weak.id, fine=True), hazard):
        with pytest.raises(Refusal):
            cast.does(connection, ALICE, event)


def test_a_photo_that_cannot_be_kept_is_told(connection: Connection, cast: Cast) -> None:
    begins(connection, cast)
    until_called(connection, cast)
    cast.does(connection, BOB, DrillPhotoSent(NUMBER, "", Picture("file", "unique")))
    photo = connection.execute(select(media.c.id).where(media.c.subject.like("drill/%"))).scalar_one()
    event = fail(connection, photo, "gone", cast.now)
    assert event is not None
    assert seen(connection, cast).photos == {}


def test_what_was_broken_off_counts_as_no_drill(connection: Connection, cast: Cast) -> None:
    begins(connection, cast)
    told = noticed(connection, cast, ALICE, DrillEnded(NUMBER, stopped=True))
    assert told == [(BOB.name, "letter-drill-stopped", LetterKind.ALERT)]
    first = cast.now.date().replace(month=10, day=1)
    counted = cast.ledger(connection, TANG).drills().returned(first)
    assert (counted.drills, counted.stopped) == (0, 1)
    passes(connection, cast, 5)
    assert letters(connection, "drill-told") == []


def test_a_quarter_counts_drills_people_and_enterprises_of_ones_area(
    connection: Connection, cast: Cast
) -> None:
    begins(connection, cast)
    cast.does(connection, ALICE, DrillEnded(NUMBER))
    first = cast.now.date().replace(month=10, day=1)
    counts = {who.name: cast.ledger(connection, who).drills().returned(first) for who in (TANG, WEI, DONG)}
    assert [(one.drills, one.people, one.enterprises) for one in counts.values()] == [
        (1, 5, 1),
        (0, 0, 0),
        (1, 5, 1),
    ]
    assert cast.ledger(connection, TANG).drills().returned(first.replace(month=7)).drills == 0


# --- in earnest ---------------------------------------------------------------------------------------------------


def test_a_roll_call_in_earnest_asks_everybody_at_once_and_breaks_off_the_drill(
    connection: Connection, cast: Cast
) -> None:
    begins(connection, cast)
    told = noticed(connection, cast, BOB, roll(cast))
    assert (ALICE.name, "letter-roll-called", LetterKind.ALERT) in told
    assert {name for name, line, _kind in told if line == "letter-roll-watch"} == {TANG.name, DONG.name}
    drill = seen(connection, cast)
    assert (drill.state, drill.reason) == (DrillState.STOPPED, "real")
    with pytest.raises(Refusal, match="roll-runs"):
        cast.does(connection, ALICE, roll(cast))
    passes(connection, cast, 4)
    asked = letters(connection, "drill-chase")
    assert {chat for chat, _text in asked} == {ALICE.id, BOB.id}
    assert all("【真实，不是演练】" in text for _chat, text in asked)
    assert not any("【演练】" in text for _chat, text in asked)


def test_a_roll_call_in_earnest_ends_without_an_evaluation(connection: Connection, cast: Cast) -> None:
    cast.does(connection, BOB, roll(cast))
    cast.does(connection, ALICE, DrillAnswered(ROLL, Answer.SAFE))
    told = noticed(connection, cast, BOB, DrillEnded(ROLL))
    assert told == [(ALICE.name, "letter-roll-ended", LetterKind.ALERT)]
    assert seen(connection, cast, ALICE, ROLL).state is DrillState.DONE
    first = cast.now.date().replace(month=10, day=1)
    assert cast.ledger(connection, TANG).drills().returned(first).drills == 0


def test_an_answer_to_a_roll_call_from_before_its_end_counts_when_it_arrives_later(
    connection: Connection, cast: Cast
) -> None:
    cast.does(connection, BOB, roll(cast))
    acted = cast.now + timedelta(minutes=1)
    cast.passes(minutes=2)
    cast.does(connection, BOB, DrillEnded(ROLL))
    cast.now, after = acted, cast.now + timedelta(minutes=1)
    cast.does(connection, ALICE, DrillAnswered(ROLL, Answer.HELP, "在冷库"))
    cast.now = after
    assert len(seen(connection, cast, BOB, ROLL).among(Answer.HELP)) == 1
    with pytest.raises(Refusal, match="drill-answer-late"):
        cast.does(connection, ALICE, DrillAnswered(ROLL, Answer.SAFE))


def test_who_called_the_roll_and_has_left_for_another_enterprise_ends_it_no_more(
    connection: Connection, cast: Cast
) -> None:
    cast.does(connection, BOB, roll(cast))
    bob = cast.actor(connection, BOB).person
    connection.execute(update(seats).where(seats.c.person == bob).values(enterprise=cast.west))
    with pytest.raises(Refusal, match="drill-gone"):
        cast.does(connection, BOB, DrillEnded(ROLL))
    cast.does(connection, ALICE, DrillEnded(ROLL))
    assert seen(connection, cast, ALICE, ROLL).state is DrillState.DONE


def test_no_two_drills_of_an_enterprise_run_whatever_the_code_does(
    connection: Connection, cast: Cast
) -> None:
    begins(connection, cast)
    cast.does(connection, ALICE, planned(cast))
    with pytest.raises(DBAPIError):
        connection.execute(update(drills).values(state=DrillState.RUNNING))


def test_the_record_of_a_drill_is_sealed_known_by_its_number_and_seen_through_when_changed(
    connection: Connection, cast: Cast
) -> None:
    begins(connection, cast)
    until_called(connection, cast)
    cast.does(connection, ALICE, DrillEnded(NUMBER))
    evaluated(connection, cast)
    cast.does(connection, ALICE, DrillClosed(NUMBER))
    seal_now(connection, cast.now)
    found = proving.verified(connection, NUMBER)
    assert found is not None
    assert (found.what, found.unchanged) == ("drill", True)
    connection.execute(update(drills).where(drills.c.number == NUMBER).values(document={"number": NUMBER}))
    found = proving.verified(connection, NUMBER)
    assert found is not None
    assert not found.unchanged
