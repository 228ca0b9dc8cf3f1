"""The clock of warnings: chunks that lose and double nothing, who is chased when, quiet hours, the count in place."""

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta

import orjson
import pytest
from sqlalchemy import Connection, insert, select, update

from bot import warning_rounds
from bot.clock import RealClock
from bot.rounds import tick
from bot.turn import House
from checklists.warnings import Level
from safety.calendar import Calendar, local
from safety.enterprises import Colour
from safety.events_warnings import WarningConfirmed, WarningIssued
from safety.people import Role
from safety.warnings import Circle, Stage
from storage import enterprises
from storage.enterprises import Entry
from storage.prepared import savepoint
from storage.tables.people import people, seats
from storage.tables.post import due, outbox
from storage.tables.warnings import warning_letters, warning_targets
from storage.tables.warnings import warnings as table
from tests.bot.pledged import TEXTS
from tests.cast import ALICE, BOB, CHARLIE, DONG, TANG, WALT, WEI, Cast, Speaker

CALENDAR, NUMBER = Calendar(), "YJ-2026-000001"
KINDS = (warning_rounds.POST, warning_rounds.CHASE, warning_rounds.COUNT)
MANY = 130


def house(cast: Cast, chunk: int = 50) -> House:
    rules = cast.catalogue.rules.warnings.model_copy(update={"chunk": chunk})
    whole = cast.catalogue.rules.model_copy(update={"warnings": rules})
    return House(replace(cast.catalogue, rules=whole), TEXTS, RealClock(), 1, "test")


def issue(connection: Connection, cast: Cast, who: Speaker = DONG, **more: object) -> None:
    given = {
        "template": "heat",
        "level": Level.YELLOW,
        "title": "高温",
        "lines": ("多喝水", "轮换"),
        "hours": 12,
    }
    given |= {"circle": Circle().to_json()}
    cast.does(connection, who, WarningIssued(**{**given, **more}))  # type: ignore[arg-type]  # by name


def moments(connection: Connection) -> list[datetime]:
    return [*connection.execute(select(due.c.due_at).where(due.c.kind.in_(KINDS))).scalars()]


def go(connection: Connection, cast: Cast, chunk: int = 50, **span: float) -> None:
    """Tick whenever something of warnings is due within this span."""
    until = cast.now + timedelta(**span)
    while True:
        tick(connection, house(cast, chunk), CALENDAR, cast.now)
        sent(connection)
        cast.now = max(cast.now, min([*moments(connection), until]))
        if cast.now >= until:
            return


def sent(connection: Connection) -> None:
    """Everything that waits has left, and the platform has given it numbers."""
    left = update(outbox).where(outbox.c.state == "waiting", outbox.c.kind != "edit")
    connection.execute(left.values(state="sent", message=outbox.c.id + 1000))


def letters(connection: Connection) -> list[tuple[str, int]]:
    """Who got which letter of a warning, by the step and the chat."""
    found = select(warning_letters.c.step, outbox.c.chat).join(
        outbox, outbox.c.id == warning_letters.c.letter
    )
    return [(row.step, row.chat) for row in connection.execute(found.order_by(warning_letters.c.letter))]


def many(connection: Connection, cast: Cast) -> None:
    """More enterprises of the east town, each with an officer who can be written to."""
    entries = [Entry(f"9137000000000{n:05d}", f"第{n}家", Colour.WHITE, "东镇") for n in range(MANY)]
    enterprises.save(connection, entries, cast.now, "test")
    for n, entry in enumerate(entries):
        place = enterprises.by_code(connection, entry.credit_code)
        row = {"account": 50_000 + n, "chat": 50_000 + n, "name": f"官{n}", "language": "zh-CN"}
        row |= {"met_at": cast.now, "consent_version": "1", "consent_at": cast.now}
        person = connection.execute(insert(people).values(row).returning(people.c.id)).scalar_one()
        held = {"person": person, "role": Role.OFFICER, "enterprise": place, "since": cast.now}
        connection.execute(insert(seats), held)


def test_officers_and_principals_get_it_once(cast: Cast) -> None:
    with cast.database.writing() as connection:
        issue(connection, cast)
        go(connection, cast, minutes=5)
        assert Counter(letters(connection)) == {(0, who.id): 1 for who in (ALICE, BOB, CHARLIE, WALT)}
        body = connection.execute(select(outbox.c.body).where(outbox.c.chat == ALICE.id)).scalars().first()
        assert "高温黄色预警" in str(body)
        assert "东风面馆" in str(body)
        assert "确认收到" in str(body)


def post_dying(connection: Connection, cast: Cast) -> None:
    """Everything that is to be posted, chunk by chunk, of which every other one dies before its commit."""

    def dying(dies: bool) -> None:
        if dies:
            raise KeyboardInterrupt

    for dies in (True, False) * 20:
        rows = list(connection.execute(select(due).where(due.c.kind == warning_rounds.POST)))
        if not rows:
            break
        cast.now = max(cast.now, rows[0].due_at)
        try:
            with savepoint(connection, "tick"):
                tick(connection, house(cast, chunk=20), CALENDAR, cast.now)
                dying(dies)
        except KeyboardInterrupt:
            continue


def test_chunks_that_are_killed_lose_and_double_nothing(cast: Cast) -> None:
    with cast.database.writing() as connection:
        many(connection, cast)
        issue(connection, cast, TANG)
        post_dying(connection, cast)
        counted = Counter(letters(connection))
        assert len(counted) == MANY + 2
        assert set(counted.values()) == {1}
        posted = connection.execute(select(warning_targets.c.posted_at)).scalars().all()
        assert len(posted) == MANY + 1
        assert None not in posted


def test_a_chunk_holds_no_more_than_content_says(cast: Cast) -> None:
    with cast.database.writing() as connection:
        many(connection, cast)
        issue(connection, cast, TANG)
        tick(connection, house(cast, chunk=20), CALENDAR, cast.now)
        assert len(letters(connection)) == 21  # the first of them has two people
        assert (
            tick(connection, house(cast, chunk=20), CALENDAR, cast.now) == 0
        )  # not before the pause is over


def test_who_does_not_confirm_is_chased_step_by_step(cast: Cast) -> None:
    with cast.database.writing() as connection:
        issue(connection, cast)
        go(connection, cast, minutes=5)
        cast.does(connection, ALICE, WarningConfirmed(NUMBER))
        go(connection, cast, minutes=56)
        assert sorted(one for one in letters(connection) if one[0]) == [(1, CHARLIE.id), (1, WALT.id)]
        go(connection, cast, minutes=60)
        assert sorted(one for one in letters(connection) if one[0] == 2) == [(2, CHARLIE.id), (2, WALT.id)]
        go(connection, cast, minutes=60)
        keys = connection.execute(select(outbox.c.key, outbox.c.chat, outbox.c.body)).all()
        told = [(row.chat, row.body) for row in keys if row.key and row.key.startswith("warning-chase")]
        assert [chat for chat, _body in told] == [WEI.id]
        assert "1 家" in told[0][1]
        steps = connection.execute(select(warning_targets.c.enterprise, warning_targets.c.step)).all()
        assert {(row.enterprise, row.step) for row in steps} == {(cast.east, 0), (cast.west, 3)}
        go(connection, cast, hours=5)
        assert len(letters(connection)) == 8
        assert not [one for one in connection.execute(select(due)) if one.kind == warning_rounds.CHASE]


def test_an_all_clear_ends_the_chase_and_reaches_everybody(cast: Cast) -> None:
    with cast.database.writing() as connection:
        issue(connection, cast)
        go(connection, cast, minutes=5)
        cast.does(connection, ALICE, WarningConfirmed(NUMBER))
        issue(connection, cast, stage=Stage.CLEAR, follows=NUMBER, lines=("解除了",))
        go(connection, cast, hours=11)
        assert Counter(letters(connection)) == {(0, who.id): 2 for who in (ALICE, BOB, CHARLIE, WALT)}
        body = (
            connection.execute(
                select(outbox.c.body).order_by(outbox.c.id.desc()).where(outbox.c.chat == ALICE.id)
            )
            .scalars()
            .first()
        )
        assert "解除" in str(body)
        assert "reply_markup" not in orjson.loads(str(body))
        assert moments(connection) == []


@pytest.mark.parametrize(("level", "night"), [(Level.RED, True), (Level.ORANGE, False)])
def test_only_red_goes_out_in_quiet_hours(cast: Cast, level: Level, night: bool) -> None:
    with cast.database.writing() as connection:
        cast.passes(hours=14)  # 23:00
        issue(connection, cast, level=level)
        tick(connection, house(cast), CALENDAR, cast.now)
        leaves = set(
            connection.execute(select(outbox.c.not_before).where(outbox.c.kind == "warning")).scalars()
        )
        (leaves_at,) = {local(one).strftime("%d %H:%M") for one in leaves}
        assert leaves_at == ("23 23:00" if night else "24 08:00")
        go(connection, cast, hours=1)
        chased = [step for step, _chat in letters(connection) if step]
        assert bool(chased) is night
        go(connection, cast, hours=9, minutes=15)  # 09:15
        assert any(step == 1 for step, _chat in letters(connection))


def test_the_count_is_one_letter_edited_in_place(cast: Cast) -> None:
    with cast.database.writing() as connection:
        issue(connection, cast)
        go(connection, cast, seconds=30)
        kept = connection.execute(select(table)).one()
        row = connection.execute(select(outbox).where(outbox.c.id == kept.count_letter)).one()
        assert row.chat == DONG.id
        cast.does(connection, ALICE, WarningConfirmed(NUMBER))
        go(connection, cast, seconds=30)
        edits = connection.execute(
            select(outbox.c.body, outbox.c.target).where(outbox.c.kind == "edit")
        ).all()
        assert {edit.target for edit in edits} == {kept.count_letter}
        assert "已确认 1，还没确认 1" in edits[-1].body
        assert "东镇：1/1" in edits[-1].body
        before = len(edits)
        go(connection, cast, minutes=10)
        after = connection.execute(select(outbox.c.id).where(outbox.c.kind == "edit")).all()
        assert len(after) == before  # nothing has changed: nothing is said


def test_who_cannot_be_written_to_is_silent_and_told_at_once(cast: Cast) -> None:
    with cast.database.writing() as connection:
        accounts = [CHARLIE.id, WALT.id]
        connection.execute(update(people).where(people.c.account.in_(accounts)).values(reachable=False))
        issue(connection, cast)
        go(connection, cast, minutes=5)
        tallied = cast.ledger(connection, DONG).warnings().tallied(NUMBER)
        assert (tallied.targets, tallied.posted, tallied.delivered, tallied.silent) == (2, 2, 1, 1)
        missing = cast.ledger(connection, WEI).warnings().missing(NUMBER)
        assert [one.silent for one in missing] == [True]


def test_answers_leave_before_any_warning(cast: Cast) -> None:
    from storage.outbox import RANKS, Kind  # noqa: PLC0415 - only here

    assert RANKS[Kind.WARNING] > RANKS[Kind.ALERT] > RANKS[Kind.PROMPT] == RANKS[Kind.EDIT]
    with cast.database.writing() as connection:
        issue(connection, cast)
        tick(connection, house(cast), CALENDAR, cast.now)
        kinds = connection.execute(
            select(outbox.c.kind, outbox.c.rank).join(
                warning_letters, warning_letters.c.letter == outbox.c.id
            )
        ).all()
        assert {(row.kind, row.rank) for row in kinds} == {("warning", 3)}


def test_two_processes_post_one_chunk_once(cast: Cast) -> None:
    with cast.database.writing() as connection:
        issue(connection, cast)
        assert tick(connection, house(cast), CALENDAR, cast.now) > 0
        assert tick(connection, house(cast), CALENDAR, cast.now) == 0
        assert len(letters(connection)) == 4
