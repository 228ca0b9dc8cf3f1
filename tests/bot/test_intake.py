"""Intake: on disk before Telegram may forget, by polling and by webhook."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson
import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.intake import SECRET_HEADER, Poller, TokenRefused, webhook
from bot.telegram import InDoubt, Reply, Unreachable
from storage.inbox import Arrived

SECRET = "a-secret-of-enough-length"


def update(number: int) -> dict[str, Any]:
    return {"update_id": number, "message": {"chat": {"id": 5}, "text": "x"}}


@dataclass
class FakeTelegram:
    """Answers getUpdates with the script, then hangs like a long poll."""

    script: list[Reply | Exception]
    asked: list[dict[str, Any]] = field(default_factory=list)
    idle: asyncio.Event = field(default_factory=asyncio.Event)

    async def call(self, method: str, body: dict[str, Any], seconds: float | None = None) -> Reply:
        if method != "getUpdates":
            return Reply(ok=True)
        self.asked.append(body)
        if not self.script:
            self.idle.set()
            await asyncio.sleep(60)
        answer = self.script.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


@dataclass
class Kept:
    """A receive that fails as often as it is told."""

    failures: int = 0
    batches: list[list[int]] = field(default_factory=list)

    async def __call__(self, batch: Sequence[Arrived]) -> None:
        if self.failures:
            self.failures -= 1
            raise OSError("disk full")
        self.batches.append([one.update_id for one in batch])


def poll(script: list[Reply | Exception], kept: Kept) -> FakeTelegram:
    async def go() -> FakeTelegram:
        telegram = FakeTelegram(list(script))
        task = asyncio.create_task(Poller(telegram, kept).run())  # type: ignore[arg-type]
        waiting = asyncio.create_task(telegram.idle.wait())
        await asyncio.wait([task, waiting], return_when=asyncio.FIRST_COMPLETED, timeout=10)
        waiting.cancel()
        task.cancel()
        (outcome,) = await asyncio.gather(task, return_exceptions=True)
        if isinstance(outcome, TokenRefused):
            raise outcome
        return telegram

    return asyncio.run(go())


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.intake.RETRY", (0.001,))


def test_a_batch_is_confirmed_only_by_asking_for_the_next() -> None:
    kept = Kept()
    telegram = poll([Reply(ok=True, result=[update(7), update(8)]), Reply(ok=True, result=[])], kept)
    assert kept.batches == [[7, 8]]
    assert [asked.get("offset") for asked in telegram.asked] == [None, 9, 9]


def test_nothing_is_confirmed_while_it_cannot_be_kept() -> None:
    kept = Kept(failures=3)
    telegram = poll([Reply(ok=True, result=[update(7)])], kept)
    assert kept.batches == [[7]]
    assert [asked.get("offset") for asked in telegram.asked] == [None, 8]


@pytest.mark.parametrize(
    "trouble",
    [
        Unreachable("refused"),
        InDoubt("timeout"),
        Reply(ok=False, code=502, description="Bad Gateway"),
        Reply(ok=False, code=409, description="Conflict: terminated by other getUpdates request"),
        Reply(ok=False, code=429, description="Too Many Requests", retry_after=0.001),
    ],
)
def test_trouble_passes_and_it_asks_again(trouble: Reply | Exception) -> None:
    kept = Kept()
    poll([trouble, Reply(ok=True, result=[update(7)])], kept)
    assert kept.batches == [[7]]


@pytest.mark.parametrize("code", [401, 404])
def test_a_wrong_token_ends_it(code: int) -> None:
    with pytest.raises(TokenRefused):
        poll([Reply(ok=False, code=code, description="Unauthorized")], Kept())


def post(body: bytes, secret: str | None, kept: Kept) -> int:
    async def go() -> int:
        application: web.Application = webhook("/hook", SECRET, kept)
        async with TestClient(TestServer(application)) as client:
            headers = {SECRET_HEADER: secret} if secret is not None else {}
            response = await client.post("/hook", data=body, headers=headers)
            return response.status

    return asyncio.run(go())


def test_the_webhook_answers_after_it_has_kept_the_update() -> None:
    kept = Kept()
    assert post(orjson.dumps(update(7)), SECRET, kept) == 200
    assert kept.batches == [[7]]


def test_the_webhook_does_not_confirm_what_it_could_not_keep() -> None:
    kept = Kept(failures=1)
    assert post(orjson.dumps(update(7)), SECRET, kept) == 500
    assert kept.batches == []


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET + "x", SECRET[:-1], "密码"])
def test_the_webhook_refuses_whoever_has_not_the_secret(secret: str | None) -> None:
    kept = Kept()
    assert post(orjson.dumps(update(7)), secret, kept) == 403
    assert kept.batches == []


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b'{"update_id":"x"}', b'{"message":{}}'])
def test_the_webhook_refuses_what_is_no_update(body: bytes) -> None:
    kept = Kept()
    assert post(body, SECRET, kept) == 400
    assert kept.batches == []


def test_the_webhook_refuses_a_huge_body() -> None:
    kept = Kept()
    assert post(b'{"update_id":1,"x":"' + b"a" * 1_100_000 + b'"}', SECRET, kept) == 413
    assert kept.batches == []
