"""Invitations as links: random, short enough, bound to a place and role; the command invites, lists, revokes."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiohttp import web
from sqlalchemy import Connection, text

from bot import invite
from bot.invite import NotInvited, link, make
from bot.settings import Settings, SettingsError, load
from safety.enterprises import Colour
from safety.people import Role
from storage import enterprises, invitations, invited
from storage.database import Database
from storage.enterprises import Entry, Listed
from storage.invited import Fate
from tests.bot.small_catalogue import code

NOW = datetime(2026, 11, 23, 1, tzinfo=UTC)
TOKEN = "12345:invite-test-token-invite-test-token"


def enter(connection: Connection) -> None:
    enterprises.name_district(connection, "安澜新区")
    enterprises.save(connection, [Entry(code(1), "一号店", Colour.WHITE, "青溪镇")], NOW, "test")


@pytest.fixture
def connection(database: Database) -> Iterator[Connection]:
    with database.writing() as connection:
        enter(connection)
        yield connection


def test_a_link_carries_the_code() -> None:
    assert link("@anwen_bot", "abc-DEF_1") == "https://t.me/anwen_bot?start=abc-DEF_1"


@pytest.mark.parametrize("bad", ["", "a" * 65, "a b", "é", "a/b", "a\n"])
def test_it_makes_no_link_that_telegram_would_not_carry(bad: str) -> None:
    with pytest.raises(ValueError, match="payload"):
        link("anwen_bot", bad)


def test_it_invites_to_an_enterprise(connection: Connection) -> None:
    made = make(connection, f" {code(1).lower()}", "anwen_bot", NOW)
    payload = made.link.partition("?start=")[2]
    assert len(payload) == 22, "128 bits"
    assert made.expires_at == NOW + timedelta(hours=72)
    found = invitations.find(connection, payload, NOW)
    assert found is not None
    assert (found.number, found.place, found.role, found.usable) == (
        made.number,
        "一号店",
        Role.OFFICER,
        True,
    )
    assert not invitations.find(connection, payload, made.expires_at).usable  # type: ignore[union-attr]


def test_it_keeps_no_code(connection: Connection) -> None:
    made = make(connection, code(1), "anwen_bot", NOW)
    kept = str([tuple(row) for row in connection.execute(text("SELECT * FROM invitations"))])
    assert made.link.partition("?start=")[2] not in kept
    assert len({make(connection, code(1), "anwen_bot", NOW).link for _ in range(50)}) == 50


def test_it_lists_a_supervisors_phone_with_the_invitation(connection: Connection) -> None:
    for where, role in (("青溪镇", Role.TOWN), ("安澜新区", Role.DISTRICT)):
        listed = Listed("唐静", "+86 161 0002 0001")
        made = make(connection, where, "anwen_bot", NOW, listed=listed)
        found = invitations.find(connection, made.link.partition("?start=")[2], NOW)
        assert found is not None
        assert (found.place, found.role, found.phones) == (where, role, {"16100020001"})


@pytest.mark.parametrize(
    ("where", "role", "said"),
    [
        (code(2), None, "No enterprise"),
        ("某某镇", None, "neither"),
        ("", None, "neither"),
        (code(1), Role.TOWN, "does not fit"),
        ("青溪镇", Role.OFFICER, "does not fit"),
        ("安澜新区", Role.TOWN, "does not fit"),
        ("青溪镇", Role.TOWN, "--phone"),
    ],
)
def test_it_says_why_it_does_not_invite(
    connection: Connection, where: str, role: Role | None, said: str
) -> None:
    with pytest.raises(NotInvited, match=said):
        make(connection, where, "anwen_bot", NOW, role=role)
    assert not invited.listed(connection, NOW, waiting_only=False)


def test_it_lists_what_became_of_invitations(connection: Connection) -> None:
    numbers = [make(connection, code(1), "b", NOW).number for _ in range(4)]
    enterprises.save(connection, [], NOW, "test")
    connection.execute(
        text(
            "INSERT INTO people (id, account, chat, language, met_at) SELECT 9, 9, 9, 'en', made_at FROM invitations LIMIT 1"
        )
    )
    invitations.use(connection, numbers[0], 9, NOW)
    assert invitations.revoke(connection, numbers[1], NOW)
    assert not invitations.revoke(connection, numbers[0], NOW)
    fates = {one.number: one.fate for one in invited.listed(connection, NOW, waiting_only=False)}
    assert fates == dict(zip(numbers, (Fate.USED, Fate.REVOKED, Fate.WAITING, Fate.WAITING), strict=True))
    assert [one.number for one in invited.listed(connection, NOW)] == [numbers[3], numbers[2]]
    late = NOW + timedelta(hours=72)
    assert not invited.listed(connection, late)
    assert {one.fate for one in invited.listed(connection, late, waiting_only=False)} == {
        Fate.USED,
        Fate.REVOKED,
        Fate.EXPIRED,
    }


async def answering(reply: dict[str, Any]) -> tuple[web.AppRunner, str]:
    """A Bot API that answers everything alike; on a free local port."""

    async def answer(_request: web.Request) -> web.Response:
        return web.json_response(reply)

    application = web.Application()
    application.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    return runner, f"http://127.0.0.1:{runner.addresses[0][1]}"


def ask_name(reply: dict[str, Any]) -> str:
    async def work() -> str:
        runner, base = await answering(reply)
        try:
            return await invite.username_of(load(token=TOKEN, api_base=base))
        finally:
            await runner.cleanup()

    return asyncio.run(work())


def test_it_asks_telegram_for_the_bots_name() -> None:
    assert (
        ask_name(
            {"ok": True, "result": {"id": 1, "is_bot": True, "first_name": "a", "username": "anwen_bot"}}
        )
        == "anwen_bot"
    )
    with pytest.raises(SettingsError, match="Unauthorized"):
        ask_name({"ok": False, "error_code": 401, "description": "Unauthorized"})
    with pytest.raises(SettingsError, match="cannot be reached"):
        asyncio.run(invite.username_of(load(token=TOKEN, api_base="http://127.0.0.1:9")))


def test_the_command_invites_lists_and_revokes(
    sqlite_database: Database,
    tmp_path: Any,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    async def username(_settings: Settings) -> str:
        return "anwen_bot"

    monkeypatch.setattr(invite, "username_of", username)
    settings = load(data_dir=tmp_path, database_url=f"sqlite:///{tmp_path / 'x.db'}")
    assert invite.main(settings) == 0
    assert "No invitation waits" in capsys.readouterr().out
    own = Database.open(settings.database)
    with own.writing() as connection:
        enter(connection)
    own.close()
    assert invite.main(settings, code(1), role=Role.PRINCIPAL) == 0
    assert "https://t.me/anwen_bot?start=" in capsys.readouterr().out
    assert invite.main(settings) == 0
    assert "principal  一号店" in capsys.readouterr().out
    assert invite.main(settings, revoke=1) == 0
    assert invite.main(settings, revoke=1) == 1
    assert invite.main(settings, "nowhere") == 1
    assert "neither" in capsys.readouterr().err
