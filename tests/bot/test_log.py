"""The log, with a canary token in every place it could slip out of (S10)."""

import asyncio
import io
import json
import logging
import sys
import threading
import warnings
from collections.abc import Callable, Iterator

import aiohttp
import pytest
import structlog
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramNetworkError

from bot import log
from bot.settings import load

TOKEN = "987654321:KANARI-token_0123456789abcdefghijk"
LINK = f"https://api.telegram.org/file/bot{TOKEN}/photos/file_7.jpg"
PASSWORD = "hunter2/with:odd@signs"
SECRET = "the-webhook-secret-of-today"


class Awkward:
    def __init__(self) -> None:
        self.token = TOKEN

    def __repr__(self) -> str:
        return f"Awkward({self.token})"


class Broken:
    def __repr__(self) -> str:
        raise RuntimeError(TOKEN)


@pytest.fixture(params=["console", "json"])
def written(request: pytest.FixtureRequest) -> Iterator[io.StringIO]:
    """The log of one test, in both formats; the process's hooks are put back afterwards."""
    root = logging.getLogger()
    kept = (root.handlers, root.level, sys.excepthook, threading.excepthook, sys.unraisablehook)
    stream = io.StringIO()
    log.configure(
        load(
            token=TOKEN,
            webhook_secret=SECRET,
            database_url="postgresql://anwen:hunter2%2Fwith%3Aodd%40signs@h/db",
            log_level="debug",
            log_format=request.param,
        ),
        stream,
    )
    yield stream
    logging.captureWarnings(capture=False)
    structlog.reset_defaults()
    root.handlers, root.level, sys.excepthook, threading.excepthook, sys.unraisablehook = kept


def only_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take off pytest's own handlers: they raise where a log must not."""
    root = logging.getLogger()
    monkeypatch.setattr(
        root, "handlers", [each for each in root.handlers if isinstance(each, log.QuietHandler)]
    )


def clean(stream: io.StringIO) -> str:
    text = stream.getvalue()
    assert text, "nothing was logged"
    for secret in (TOKEN, "KANARI", PASSWORD, "hunter2", SECRET, "/file/bot", "13812345678"):
        assert secret not in text
    return text


def raised(error: Exception) -> None:
    try:
        try:
            raise_link()
        except ValueError as cause:
            raise error from cause
    except type(error):
        structlog.get_logger("x").exception("failed")


WAYS: list[Callable[[], object]] = [
    lambda: structlog.get_logger().info(f"event {TOKEN}"),
    lambda: structlog.get_logger().info("value", token=TOKEN, url=LINK),
    lambda: structlog.get_logger().info("key", **{TOKEN: 1}),
    lambda: structlog.get_logger().info("deep", a={"b": [{TOKEN: (TOKEN, {SECRET})}]}),
    lambda: structlog.get_logger().info("very deep", a=[[[[[[[[[[[[TOKEN]]]]]]]]]]]]),
    lambda: structlog.get_logger().info(
        "object", a=Awkward(), b=[Awkward()], c=Broken(), d=ValueError(TOKEN)
    ),
    lambda: structlog.get_logger().info("bytes", a=TOKEN.encode(), b=bytearray(LINK.encode())),
    lambda: structlog.get_logger().info("a %s b", TOKEN),
    lambda: structlog.get_logger().bind(token=TOKEN).warning("bound"),
    lambda: structlog.get_logger().info("stack", stack_info=True, token=TOKEN),
    lambda: raised(RuntimeError(TOKEN)),
    lambda: raised(KeyError(LINK)),
    lambda: raised(ExceptionGroup("many", [ValueError(TOKEN), KeyError(LINK)])),
    lambda: logging.getLogger("aiohttp.access").info("GET %s", LINK),
    lambda: logging.getLogger("aiogram").error("failed %r", {"token": TOKEN}, exc_info=ValueError(LINK)),
    lambda: logging.getLogger("asyncio").error("extra", extra={"url": LINK}),
    lambda: logging.getLogger("x").info(TOKEN),
    lambda: warnings.warn(f"deprecated {LINK}", UserWarning, stacklevel=1),
    lambda: structlog.get_logger().info("db", url=f"postgresql://anwen:{PASSWORD}@h/db"),
    lambda: structlog.get_logger().info("quoted", url="postgresql://anwen:hunter2%2Fwith%3Aodd%40signs@h/db"),
    lambda: structlog.get_logger().info(
        "other bot", text="12345678:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr KANARI"[:-7]
    ),
    lambda: structlog.get_logger().info("surrogate \ud800", token=TOKEN),
]


@pytest.mark.parametrize("way", WAYS)
def test_it_hides_the_token_however_it_comes(
    written: io.StringIO, way: Callable[[], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    only_ours(monkeypatch)
    way()
    assert "AAbbCC" not in clean(written)


def test_it_writes_what_is_no_secret(written: io.StringIO) -> None:
    structlog.get_logger("bot.sender").warning(
        "letter set aside", letter=17, code=403, receipt="ZC-2026-000045"
    )
    text = clean(written)
    assert all(
        part in text for part in ("letter set aside", "17", "403", "ZC-2026-000045", "bot.sender", "warning")
    )


def test_it_is_silent_about_rounds_that_the_next_one_makes_up_for(written: io.StringIO) -> None:
    logging.getLogger("apscheduler.scheduler").warning("skipped: maximum number of running instances")
    logging.getLogger("apscheduler.executors.default").warning("was missed by 0:00:01")
    assert written.getvalue() == ""
    for error in (asyncio.CancelledError(), ValueError("of its own")):
        logging.getLogger("apscheduler.executors.default").error("raised an exception", exc_info=error)
    assert "CancelledError" not in written.getvalue()
    assert "of its own" in written.getvalue()


def test_it_keeps_the_traceback(written: io.StringIO) -> None:
    raised(RuntimeError(f"cannot reach {TOKEN}"))
    text = clean(written)
    assert "RuntimeError: cannot reach [hidden]" in text
    assert "test_log.py" in text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("call 13812345678 now", "call 138****5678 now"),
        ("+8613812345678", "+86138****5678"),
        ("8613812345678", "86138****5678"),
        ("+86 138 1234 5678", "+86 138****5678"),
        ("138-1234-5678", "138****5678"),
        ("身份证11010519491231002X。", "身份证[hidden]。"),
        ("credit code 91370102MA3C7X1L2P", "credit code 91370102MA3C7X1L2P"),
        ("update 811223344, chat 7123456789", "update 811223344, chat 7123456789"),
        ("at 1763900000123 ms", "at 1763900000123 ms"),
    ],
)
def test_it_masks_phones_and_identity_numbers_only(text: str, shown: str) -> None:
    veil = log.Veil(())
    assert veil.text(text) == shown
    assert veil.clean([text]) == [shown]


def test_it_masks_a_phone_kept_as_a_number() -> None:
    assert log.Veil(()).clean(13812345678) == "138****5678"
    assert log.Veil(()).clean(42) == 42


def test_it_drops_what_it_cannot_format_without_showing_it(
    written: io.StringIO, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    aside = io.StringIO()
    monkeypatch.setattr(sys, "__stderr__", aside)
    only_ours(monkeypatch)
    logging.getLogger("x").info("%d things", TOKEN)
    said = aside.getvalue() + "".join(capsys.readouterr()) + written.getvalue()
    assert "was dropped" in said
    assert "KANARI" not in said


def test_it_catches_what_nobody_caught(written: io.StringIO) -> None:
    thread = threading.Thread(target=raise_link)
    thread.start()
    thread.join()
    sys.excepthook(RuntimeError, RuntimeError(TOKEN), None)
    text = clean(written)
    assert "uncaught error in a thread" in text
    assert "ValueError: [hidden]" in text
    assert "RuntimeError: [hidden]" in text


def raise_link() -> None:
    raise ValueError(LINK)


def test_it_hides_the_token_in_errors_of_the_real_client(written: io.StringIO) -> None:
    """A request to a closed port with the token in its address, through aiogram and through aiohttp alone."""

    async def fail() -> None:
        session = AiohttpSession(api=TelegramAPIServer.from_base("http://127.0.0.1:9"))
        bot = Bot(TOKEN, session=session)
        try:
            await bot.get_me()
        except TelegramNetworkError:
            structlog.get_logger().exception("aiogram")
        await session.close()
        async with aiohttp.ClientSession() as plain:
            try:
                await plain.get(f"http://127.0.0.1:9/file/bot{TOKEN}/x.jpg")
            except aiohttp.ClientError:
                structlog.get_logger().exception("aiohttp")
        asyncio.get_running_loop().call_exception_handler({"message": "loop", "exception": ValueError(LINK)})

    asyncio.run(fail())
    text = clean(written)
    assert all(part in text for part in ("aiogram", "aiohttp", "loop"))


def test_its_json_is_one_object_a_line() -> None:
    kept = (logging.getLogger().handlers, sys.excepthook, threading.excepthook, sys.unraisablehook)
    stream = io.StringIO()
    log.configure(load(log_format="json"), stream)
    structlog.get_logger("a").info("多行\n文字", count=2)
    logging.getLogger("b").error("second")
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    logging.captureWarnings(capture=False)
    structlog.reset_defaults()
    logging.getLogger().handlers, sys.excepthook, threading.excepthook, sys.unraisablehook = kept
    assert [(line["event"], line["logger"], line["level"]) for line in lines] == [
        ("多行\n文字", "a", "info"),
        ("second", "b", "error"),
    ]
    assert lines[0]["count"] == 2
