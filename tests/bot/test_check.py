"""`check`: each thing that can be missing or wrong is a sentence that says what to do, in both languages."""

import asyncio
import os
import shutil
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from sqlalchemy import text

from bot import check, keys, looks, tip_key
from bot.darkroom import Darkroom, WorkerDied
from bot.looks import Finding, Grade
from bot.settings import Settings, load
from checklists.load import CONTENT
from checklists.words import Language
from dialogs.texts import Texts
from storage.database import Database
from storage.tables.post import due

NOW = datetime(2026, 6, 1, tzinfo=UTC)
TOKEN = "12345:KANARI-check-token-check-token"
TEXTS = Texts.load(check.LOCALES, strict=True)
ME = {"ok": True, "result": {"id": 12345, "is_bot": True, "first_name": "a", "username": "anwen_bot"}}
NO_HOOK = {"ok": True, "result": {"url": "", "has_custom_certificate": False, "pending_update_count": 0}}
SECRET = "a-secret-of-some-length"


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("ANWEN_")]:
        monkeypatch.delenv(name)


@contextmanager
def api(replies: Mapping[str, Any]) -> Iterator[str]:
    """A Bot API on a free local port, in a thread of its own; what it does not know is a bad gateway's page."""
    loop, ready = asyncio.new_event_loop(), threading.Event()
    address: list[str] = []

    async def answer(request: web.Request) -> web.Response:
        reply = replies.get(request.path.rpartition("/")[2])
        return web.json_response(reply) if reply else web.Response(text="<html>502</html>", status=502)

    async def serve() -> web.AppRunner:
        application = web.Application()
        application.router.add_route("*", "/{path:.*}", answer)
        runner = web.AppRunner(application)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        address.append(f"http://127.0.0.1:{runner.addresses[0][1]}")
        ready.set()
        return runner

    def work() -> None:
        runner = loop.run_until_complete(serve())
        loop.run_forever()
        loop.run_until_complete(runner.cleanup())
        loop.close()

    thread = threading.Thread(target=work)
    thread.start()
    ready.wait(10)
    yield address[0]
    loop.call_soon_threadsafe(loop.stop)
    thread.join()


def settings(folder: Path, **more: Any) -> Settings:
    return load(**({"data_dir": folder, "token": TOKEN, "api_base": "http://127.0.0.1:9"} | more))


def told(found: Iterator[Finding], language: Language = Language.EN) -> dict[str, Grade]:
    return {check.sentence(finding, TEXTS, language): finding.grade for finding in found}


def one(found: Iterator[Finding], grade: Grade, *parts: str) -> None:
    """There is a finding of this grade with these words; nothing is worse."""
    said = told(found)
    assert any(each is grade and all(part in what for part in parts) for what, each in said.items()), said


def test_all_is_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    database = Database.open(f"sqlite:///{tmp_path / 'anwen.db'}")
    database.migrate()
    database.close()
    with api({"getMe": ME, "getWebhookInfo": NO_HOOK}) as base:
        own = settings(tmp_path, api_base=base)
        found = check.findings(own, NOW)
    assert {finding.grade for finding in found} == {Grade.OK}, told(iter(found))
    assert check.tell(found, own) == 0
    shown = capsys.readouterr().out
    assert shown.count("✓") == len(found) >= 8
    assert "@anwen_bot" in shown
    assert "KANARI" not in shown


def test_it_shows_what_is_wrong_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = settings(tmp_path, language="en")
    assert check.tell([*looks.zone(), *looks.telegram(own)], own) == 1
    shown = capsys.readouterr().out
    assert "✗ http://127.0.0.1:9 cannot be reached" in shown
    assert "Traceback" not in shown


def test_a_warning_does_not_fail(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check.tell(list(looks.names(["ANWEN_TOKN"])), settings(tmp_path)) == 0
    assert "! 环境变量 ANWEN_TOKN 不认识" in capsys.readouterr().out


def test_the_command_says_when_settings_cannot_be_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ANWEN_WEBHOOK_URL", "https://example.org/hook")
    assert check.main() == 1
    assert capsys.readouterr().out.startswith("✗ ANWEN_WEBHOOK_URL is set but ANWEN_WEBHOOK_SECRET is not.")


def test_no_token(tmp_path: Path) -> None:
    one(looks.telegram(settings(tmp_path, token=None)), Grade.PROBLEM, "@BotFather", "ANWEN_TOKEN")


@pytest.mark.parametrize(
    ("replies", "grade", "parts"),
    [
        ({"getMe": ME, "getWebhookInfo": NO_HOOK}, Grade.OK, ("@anwen_bot",)),
        ({"getMe": {"ok": False, "error_code": 401, "description": "Unauthorized"}}, Grade.PROBLEM, ("does not know this token",)),
        ({"getMe": {"ok": False, "error_code": 429, "description": "Too Many Requests"}}, Grade.PROBLEM, ("strangely", "Too Many")),
        ({}, Grade.PROBLEM, ("strangely",)),
        ({"getMe": ME}, Grade.OK, ("@anwen_bot",)),
        ({"getMe": ME, "getWebhookInfo": {"ok": True, "result": {"url": "https://other.example/x"}}}, Grade.WARNING, ("still has a webhook (other.example)",)),
    ],
)  # fmt: skip
def test_what_telegram_answers(
    tmp_path: Path, replies: dict[str, Any], grade: Grade, parts: tuple[str, ...]
) -> None:
    with api(replies) as base:
        one(looks.telegram(settings(tmp_path, api_base=base)), grade, *parts)


def test_webhooks(tmp_path: Path) -> None:
    hook = {"url": "https://old.example/x", "last_error_message": "Connection refused"}
    with api({"getMe": ME, "getWebhookInfo": {"ok": True, "result": hook}}) as base:
        own = settings(tmp_path, api_base=base, webhook_url="https://new.example/x", webhook_secret=SECRET)
        said = told(looks.telegram(own))
        one(looks.webhook(own), Grade.OK, "new.example", "127.0.0.1:8081", "with a secret")
    assert list(said.values()) == [Grade.OK, Grade.WARNING, Grade.WARNING]
    assert "Connection refused" in list(said)[2]
    one(looks.webhook(settings(tmp_path)), Grade.OK, "long polling")


def test_a_database_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    said = told(looks.database(settings(tmp_path / "none")))
    assert set(said.values()) == {Grade.OK}
    assert "the first start makes it" in list(said)[1]
    assert not (tmp_path / "none").exists()


def test_a_database_of_an_older_version(database: Database, tmp_path: Path) -> None:
    url = database.engine.url.render_as_string(hide_password=False)
    assert set(told(looks.database(settings(tmp_path, database_url=url))).values()) == {Grade.OK}
    with database.writing() as connection:
        connection.execute(text("DROP TABLE due"))
    try:
        one(
            looks.database(settings(tmp_path, database_url=url)),
            Grade.WARNING,
            "1 tables are missing",
            "backup",
        )
    finally:  # the database is used again by the next test
        with database.writing() as connection:
            due.create(connection)


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://anwen:KANARI@127.0.0.1:1/anwen",
        "mysql://anwen:KANARI@127.0.0.1/anwen",
        "nonsense KANARI",
    ],
)
def test_a_database_that_is_away(tmp_path: Path, url: str) -> None:
    found = list(looks.database(settings(tmp_path, database_url=url)))
    one(iter(found), Grade.PROBLEM, "cannot be opened", "ANWEN_DATABASE_URL")
    assert "KANARI" not in str(found)


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "anwen.db").write_bytes(b"not a database, not at all" * 100)
    one(looks.database(settings(tmp_path)), Grade.PROBLEM, "not a database")


def test_a_database_that_could_not_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda _folder, _how: False)
    own = settings(tmp_path, database_url=f"sqlite:///{tmp_path}/none/anwen.db")
    one(looks.database(own), Grade.PROBLEM, f"{tmp_path} cannot be written")


def test_an_old_sqlite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.readiness.SAFE_SQLITE", (99, 0, 0))
    one(looks.database(settings(tmp_path)), Grade.WARNING, "too old", "pip install pysqlite3")


def test_content_with_faults(tmp_path: Path) -> None:
    folder = shutil.copytree(CONTENT, tmp_path / "content")
    (folder / "facts.yaml").write_text("numbers: [\n", "utf-8")
    one(looks.content(settings(tmp_path, content_dir=folder), NOW), Grade.PROBLEM, "facts.yaml:")
    one(looks.content(settings(tmp_path, content_dir=folder), NOW), Grade.PROBLEM, "python -m checklists")
    one(looks.content(settings(tmp_path), NOW), Grade.OK, "without a fault")


def test_a_year_without_holidays(tmp_path: Path) -> None:
    own = settings(tmp_path)
    one(looks.content(own, datetime(2031, 3, 1, tzinfo=UTC)), Grade.WARNING, "2031", "chinesecalendar")
    assert not any("2027" in what for what in told(looks.content(own, NOW)))
    assert any("2032" in what for what in told(looks.content(own, datetime(2031, 11, 1, tzinfo=UTC))))


def test_no_time_zones(monkeypatch: pytest.MonkeyPatch) -> None:
    one(looks.zone(), Grade.OK, "Asia/Shanghai")
    monkeypatch.setattr(looks, "ZONE", "Asia/Nowhere")
    one(looks.zone(), Grade.PROBLEM, "pip install tzdata")


def test_a_data_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    one(looks.data(tmp_path / "file"), Grade.PROBLEM, "cannot be written", "ANWEN_DATA_DIR")
    one(looks.data(tmp_path / "file" / "below"), Grade.PROBLEM, "cannot be written")
    one(looks.data(tmp_path / "new"), Grade.OK, "can be written")
    assert not list((tmp_path / "new").iterdir())


@pytest.mark.parametrize(
    ("free", "grade"), [(10 << 30, Grade.OK), (1 << 30, Grade.WARNING), (50 << 20, Grade.PROBLEM)]
)
def test_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, grade: Grade) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: shutil._ntuple_diskusage(free, 0, free))  # type: ignore[attr-defined]
    assert list(told(looks.data(tmp_path)).values()) == [grade]


def test_photos_that_cannot_be_processed(monkeypatch: pytest.MonkeyPatch) -> None:
    one(looks.photos(), Grade.OK, "Photos can be processed")

    async def dies(_self: Darkroom, _raw: bytes) -> None:
        raise WorkerDied("TimeoutError")

    monkeypatch.setattr(Darkroom, "develop", dies)
    one(looks.photos(), Grade.PROBLEM, "cannot be processed: TimeoutError")


def test_a_look_that_fails_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> Iterator[Finding]:
        yield looks.ok("photos")
        raise RuntimeError(TOKEN)

    for name in (
        "names",
        "zone",
        "data",
        "database",
        "content",
        "photos",
        "seals",
        "tips",
        "webhook",
        "telegram",
    ):
        monkeypatch.setattr(looks, name, broken)
    found = check.findings(settings(tmp_path), NOW)
    assert [finding.grade for finding in found] == [Grade.OK, Grade.PROBLEM] * 10
    assert "KANARI" not in str(found)
    assert "“zone” could not be checked: RuntimeError." in told(iter(found))


def test_every_finding_has_words_in_both_languages() -> None:
    source = Path(looks.__file__).read_text("utf-8") + Path(check.__file__).read_text("utf-8")
    for language in Language:
        lines = (check.LOCALES / language / "check.ftl").read_text("utf-8").splitlines()
        ids = [line.partition(" = ")[0].removeprefix("check-") for line in lines if " = " in line]
        assert len(ids) == len(set(ids))
        assert all(f'"{each}"' in source for each in ids), language
    chinese, english = (
        {
            line.partition(" = ")[0]
            for line in (check.LOCALES / language / "check.ftl").read_text("utf-8").splitlines()
            if " = " in line
        }
        for language in Language
    )
    assert chinese == english


def said_of_seals(folder: Path, language: Language = Language.EN) -> tuple[Grade, str]:
    (finding,) = looks.seals(Settings(data_dir=folder))
    return finding.grade, check.sentence(finding, TEXTS, language)


@pytest.mark.parametrize("language", list(Language))
def test_the_key_of_the_heads_is_shown(tmp_path: Path, language: Language) -> None:
    grade, said = said_of_seals(tmp_path, language)
    assert grade is Grade.OK
    assert str(tmp_path / "seal.key") in said
    public = keys.load_or_make(tmp_path / "seal.key").public
    grade, said = said_of_seals(tmp_path, language)
    assert grade is Grade.OK
    assert public in said


@pytest.mark.parametrize("language", list(Language))
def test_the_key_of_anonymous_tips_is_looked_at(tmp_path: Path, language: Language) -> None:
    def said() -> tuple[Grade, str]:
        (finding,) = looks.tips(Settings(data_dir=tmp_path))
        return finding.grade, check.sentence(finding, TEXTS, language)

    assert said()[0] is Grade.OK
    tip_key.load_or_make(tmp_path / "tips.key")
    assert str(tmp_path / "tips.key") in said()[1]
    (tmp_path / "tips.key").chmod(0o644)
    assert said()[0] is Grade.PROBLEM


def test_a_lost_or_open_key_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "heads").mkdir()
    (tmp_path / "heads" / "2026-11-25.json").write_text("{}")
    assert said_of_seals(tmp_path)[0] is Grade.PROBLEM
    keys.load_or_make(tmp_path / "seal.key")
    assert "2026-11-25" in said_of_seals(tmp_path)[1]
    (tmp_path / "seal.key").chmod(0o640)
    grade, said = said_of_seals(tmp_path)
    assert grade is Grade.PROBLEM
    assert "chmod 600" in said
