"""The sender against a Telegram that answers as told: order, edits in place, refusals, limits, crashes."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson
import pytest
from sqlalchemy import Connection, select

from bot.pace import Pace
from bot.sender import Answer, Sender
from bot.telegram import InDoubt, Reply, Unreachable
from storage import due, outbox, people
from storage.database import Database
from storage.outbox import Kind, Letter, Posted
from storage.tables.post import outbox as table
from storage.unit import Writer
from tests.cast import ALICE

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
OK = Reply(ok=True, result={"message_id": 100})


def no(code: int, text: str = "", **more: Any) -> Reply:
    return Reply(ok=False, code=code, description=text, **more)


@dataclass
class FakeTelegram:
    """Answers each call with the next scripted reply (or error), then always with a fresh message."""

    script: list[Reply | Exception] = field(default_factory=list)
    calls: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=lambda: iter(range(100, 10_000)))

    async def call_raw(self, method: str, body: bytes) -> Reply:
        self.calls.append((method, orjson.loads(body)))
        await asyncio.sleep(0)
        answer = (
            self.script.pop(0) if self.script else Reply(ok=True, result={"message_id": next(self.numbers)})
        )
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def call(self, method: str, body: dict[str, Any]) -> Reply:
        return await self.call_raw(method, orjson.dumps(body))

    @property
    def methods(self) -> list[str]:
        return [method for method, _ in self.calls]


class StillClock:
    def now(self) -> datetime:
        return NOW


@dataclass
class Bench:
    """A sender on a real database."""

    sender: Sender
    telegram: FakeTelegram
    writer: Writer

    def post(
        self, kind: Kind, method: str = "sendMessage", chat: int = 5, target: int | None = None
    ) -> Posted:
        letter = Letter(chat, kind, method, '{"text":"x"}', person=chat, target=target)
        number = self.writer.run(lambda c: outbox.post(c, letter, NOW, "me")) or 0
        return Posted(number, chat, chat, kind, method, letter.body, target=target)

    def rows(self) -> dict[int, Any]:
        def job(connection: Connection) -> dict[int, Any]:
            return {row.id: row for row in connection.execute(select(table))}

        return self.writer.run(job)

    def deliver(self, *letters: Posted, answer: Answer | None = None) -> dict[int, Any]:
        async def go() -> None:
            self.sender.reply(letters, answer)
            for _ in range(400):
                await asyncio.sleep(0.005)
                if not self.sender._busy and not self.sender._answers:
                    break
            await self.sender.stop(1)

        asyncio.run(go())
        return self.rows()


@pytest.fixture
def bench(sqlite_database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    monkeypatch.setattr("bot.sender.BACKOFF", (0.001, 0.001))
    writer = Writer(sqlite_database)
    writer.start()
    telegram = FakeTelegram()

    def submit(job: Callable[[Connection], Any], name: str) -> "Future[Any]":
        return writer.submit(job, name)

    pace = Pace(1000, lambda: 0.0)
    closed = '{"text":"—"}'
    sender = Sender(telegram, submit, StillClock(), "me", pace, tmp_path, closed)  # type: ignore[arg-type]
    yield Bench(sender, telegram, writer)
    writer.stop()


def test_a_chat_s_letters_keep_their_order_and_edits_find_their_screen(bench: Bench) -> None:
    screen = bench.post(Kind.PROMPT)
    edit = bench.post(Kind.EDIT, "editMessageText", target=screen.id)
    rows = bench.deliver(screen, edit)
    assert bench.telegram.methods == ["sendMessage", "editMessageText"]
    assert bench.telegram.calls[1][1] == {"chat_id": 5, "message_id": 100, "text": "x"}
    assert (rows[screen.id].state, rows[screen.id].message) == ("sent", 100)
    assert rows[edit.id].state == "sent"


def test_an_edit_that_a_later_one_replaces_is_left_out(bench: Bench) -> None:
    screen = bench.post(Kind.PROMPT)
    edits = [bench.post(Kind.EDIT, "editMessageText", target=screen.id) for _ in range(3)]
    rows = bench.deliver(screen, *edits)
    assert bench.telegram.methods == ["sendMessage", "editMessageText"]
    assert [rows[edit.id].state for edit in edits] == ["merged", "merged", "sent"]


def test_a_lost_screen_is_sent_anew_and_found_from_then_on(bench: Bench) -> None:
    screen = bench.post(Kind.PROMPT)
    bench.telegram.script = [OK, no(400, "Bad Request: message to edit not found")]
    edit = bench.post(Kind.EDIT, "editMessageText", target=screen.id)
    rows = bench.deliver(screen, edit)
    assert bench.telegram.methods == ["sendMessage", "editMessageText", "sendMessage"]
    assert rows[screen.id].message == rows[edit.id].message == 100


def test_a_screen_that_cannot_be_deleted_is_closed(bench: Bench) -> None:
    screen = bench.post(Kind.PROMPT)
    bench.telegram.script = [OK, no(400, "Bad Request: message can't be deleted")]
    gone = bench.post(Kind.DELETE, "deleteMessage", target=screen.id)
    rows = bench.deliver(screen, gone)
    assert bench.telegram.calls[-1] == ("editMessageText", {"chat_id": 5, "message_id": 100, "text": "—"})
    assert rows[gone.id].state == "sent"


def test_it_obeys_retry_after_and_counts_it(bench: Bench) -> None:
    bench.telegram.script = [no(429, retry_after=0.01), OK]
    rows = bench.deliver(bench.post(Kind.PROMPT))
    assert [row.state for row in rows.values()] == ["sent"]
    assert bench.sender.counts.limited == 1


def test_what_a_blocked_person_should_have_got_is_kept_and_not_tried_again(bench: Bench) -> None:
    bench.telegram.script = [no(403, "Forbidden: bot was blocked by the user")]
    rows = bench.deliver(*(bench.post(kind) for kind in (Kind.NOTICE, Kind.ALERT, Kind.NOTICE)))
    assert [row.state for row in rows.values()] == ["kept", "kept", "kept"]
    assert bench.telegram.methods == ["sendMessage"]
    assert (bench.sender.counts.kept, bench.sender.counts.failed) == (3, 0)


def test_letters_with_a_key_are_counted_by_what_they_are_about(bench: Bench) -> None:
    letter = Letter(5, Kind.NOTICE, "sendMessage", '{"text":"x"}', person=5, key="hazard:1")
    bench.writer.run(lambda c: outbox.post(c, letter, NOW))
    (claimed,) = bench.writer.run(lambda c: outbox.claim(c, "me", NOW, 5))
    bench.deliver(claimed, bench.post(Kind.PROMPT))
    assert dict(bench.sender.counts.families) == {("hazard", "sent"): 1}
    assert bench.sender.counts.sent == 2


def test_a_screen_for_somebody_who_is_gone_has_failed(bench: Bench) -> None:
    bench.telegram.script = [no(403, "Forbidden: user is deactivated")]
    rows = bench.deliver(bench.post(Kind.PROMPT))
    assert [row.state for row in rows.values()] == ["failed"]


def test_a_blocked_person_is_noted_with_what_waits_for_them(bench: Bench) -> None:
    def enter(connection: Connection) -> int:
        return people.meet(connection, ALICE, ALICE.id, NOW).person

    person = bench.writer.run(enter)
    first = Letter(ALICE.id, Kind.NOTICE, "sendMessage", '{"text":"x"}', person=person)
    number = bench.writer.run(lambda c: outbox.post(c, first, NOW, "me")) or 0
    bench.writer.run(lambda c: outbox.post(c, first, NOW))
    bench.telegram.script = [no(400, "Bad Request: chat not found")]
    posted = Posted(number, ALICE.id, person, Kind.NOTICE, "sendMessage", first.body)
    assert [row.state for row in bench.deliver(posted).values()] == ["kept", "kept"]
    follow = bench.writer.run(lambda c: due.of_kind(c, people.REACH, NOW))
    assert [row.subject for row in follow] == [str(person)]


def test_passing_trouble_is_tried_again_then_left_for_later(bench: Bench) -> None:
    bench.telegram.script = [no(502, "Bad Gateway"), Unreachable("x"), OK]
    assert [row.state for row in bench.deliver(bench.post(Kind.PROMPT)).values()] == ["sent"]


def test_after_many_tries_the_database_keeps_it_for_later(bench: Bench) -> None:
    bench.telegram.script = [no(502, "Bad Gateway")] * 3
    (row,) = bench.deliver(bench.post(Kind.PROMPT)).values()
    assert row.state == "waiting"
    assert row.not_before > NOW


def test_a_notice_in_doubt_is_sent_once_more_and_no_oftener(bench: Bench) -> None:
    bench.telegram.script = [InDoubt("timeout"), InDoubt("timeout")]
    (row,) = bench.deliver(bench.post(Kind.NOTICE)).values()
    assert len(bench.telegram.calls) == 2
    assert row.state == "failed"


def test_a_cut_connection_is_half_a_doubt(bench: Bench) -> None:
    bench.telegram.script = [InDoubt("reset", cut=True), InDoubt("reset", cut=True)]
    (row,) = bench.deliver(bench.post(Kind.NOTICE)).values()
    assert len(bench.telegram.calls) == 3
    assert row.state == "sent"


def test_an_edit_in_doubt_may_be_repeated(bench: Bench) -> None:
    screen = bench.post(Kind.PROMPT)
    bench.telegram.script = [OK, InDoubt("a"), no(400, "Bad Request: message is not modified")]
    edit = bench.post(Kind.EDIT, "editMessageText", target=screen.id)
    assert bench.deliver(screen, edit)[edit.id].state == "sent"


def test_a_group_that_moved_is_followed(bench: Bench) -> None:
    bench.telegram.script = [no(400, "upgraded", migrate_to=-1009)]
    bench.deliver(bench.post(Kind.NOTICE, chat=-5))
    assert [call[1]["chat_id"] for call in bench.telegram.calls] == [-5, -1009]


def test_the_spinner_stops_with_the_toast(bench: Bench) -> None:
    bench.telegram.script = [no(502, "Bad Gateway")]
    bench.deliver(answer=Answer("77", "此页已更新"))
    assert bench.telegram.calls[-1] == (
        "answerCallbackQuery",
        {"callback_query_id": "77", "text": "此页已更新"},
    )
    assert len(bench.telegram.calls) == 2


def test_one_chat_s_trouble_does_not_hold_up_another(bench: Bench) -> None:
    stuck = bench.post(Kind.PROMPT, chat=5)
    free = bench.post(Kind.PROMPT, chat=6)
    bench.telegram.script = [no(429, retry_after=0.3)]
    seen: list[int] = []

    async def go() -> None:
        bench.sender.reply([stuck], None)
        bench.sender.reply([free], None)
        await asyncio.sleep(0.05)
        seen.extend(call[1]["chat_id"] for call in bench.telegram.calls)
        await bench.sender.stop(1)

    asyncio.run(go())
    assert seen == [5, 6]
    assert [row.state for row in bench.rows().values()] == ["sent", "sent"]


async def _until(found: list[Any]) -> None:
    while not found:  # noqa: ASYNC110 - a thread fills it
        await asyncio.sleep(0.005)


def test_a_letter_that_is_being_claimed_when_it_stops_is_sent_and_written_down(bench: Bench) -> None:
    held: list[Future[Any]] = []
    submit = bench.sender._submit

    def slowly(job: Callable[[Connection], Any], name: str) -> "Future[Any]":
        if name != "claim" or held:
            return submit(job, name)
        found: Future[Any] = Future()
        held.append(found)
        threading.Timer(0.2, lambda: found.set_result(submit(job, name).result())).start()
        return found

    async def go() -> None:
        bench.sender._submit = slowly
        delivering = asyncio.create_task(bench.sender.deliver())
        await asyncio.wait_for(_until(held), 5)
        await bench.sender.stop(5)
        delivering.cancel()

    letter = Letter(5, Kind.NOTICE, "sendMessage", '{"text":"x"}', person=5)
    bench.writer.run(lambda c: outbox.post(c, letter, NOW))
    asyncio.run(go())
    assert [row.state for row in bench.rows().values()] == ["sent"]
    assert len(bench.telegram.calls) == 1


def test_it_waits_for_what_is_just_being_written_down_when_it_stops(bench: Bench) -> None:
    letter = bench.post(Kind.PROMPT)
    submit = bench.sender._submit
    asked: list[str] = []

    def slowly(job: Callable[[Connection], Any], name: str) -> "Future[Any]":
        asked.append(name)
        found: Future[Any] = Future()
        threading.Timer(0.2, lambda: found.set_result(submit(job, name).result())).start()
        return found

    async def go() -> None:
        bench.sender._submit = slowly
        books = asyncio.create_task(bench.sender.keep_books())
        bench.sender.reply([letter], None)
        await asyncio.wait_for(_until(asked), 5)
        await bench.sender.stop(5)
        books.cancel()

    asyncio.run(go())
    assert bench.rows()[letter.id].state == "sent"
