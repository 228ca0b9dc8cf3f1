"""Settings: read from the environment, refused in plain sentences."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import settings
from bot.settings import SettingsError, load
from checklists.words import Language

SECRET = "a-secret-of-some-length_123"


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("PORT", *(settings._variable(field) for field in settings.Settings.model_fields)):
        monkeypatch.delenv(name, raising=False)
    return


def fault(**fixed: object) -> str:
    with pytest.raises(SettingsError) as caught:
        load(**fixed)
    assert len(caught.value.sentences) == 1
    return caught.value.sentences[0]


def test_it_needs_nothing_to_load() -> None:
    read = load()
    assert read.api_base == "https://api.telegram.org"
    assert read.database == f"sqlite:///{Path('data').absolute() / 'anwen.db'}"
    assert (read.page_port, read.broadcast_rate, read.turn_timeout) == (8080, 30, 30)
    assert read.language is Language.ZH
    assert not read.minimal_mode


def test_it_reads_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, value in {
        "ANWEN_DATA_DIR": str(tmp_path),
        "ANWEN_API_BASE": "http://127.0.0.1:9000/",
        "ANWEN_LANGUAGE": "en",
        "ANWEN_MINIMAL_MODE": "1",
        "ANWEN_METRICS_PORT": "9100",
        "PORT": "8123",
    }.items():
        monkeypatch.setenv(name, value)
    read = load()
    assert read.database == f"sqlite:///{tmp_path}/anwen.db"
    assert read.api_base == "http://127.0.0.1:9000"
    assert (read.language, read.minimal_mode, read.metrics_port, read.page_port) == (
        Language.EN,
        True,
        9100,
        8123,
    )


def test_it_takes_an_empty_variable_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANWEN_TOKEN", "")
    monkeypatch.setenv("PORT", "")
    assert load().token is None
    assert load().page_port == 8080


def test_it_lets_given_values_win(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "8123")
    assert load(page_port=0).page_port == 0


def test_it_says_how_to_get_a_token() -> None:
    with pytest.raises(SettingsError, match=r"BotFather.*ANWEN_TOKEN.*ANWEN_TOKEN_FILE"):
        load().bot_token()


@pytest.mark.parametrize("text", ["my-token", "12345", ":abc", "12345:a b", "12345:密"])
def test_it_refuses_what_is_no_token_without_showing_it(text: str) -> None:
    with pytest.raises(SettingsError, match="does not look like one") as refused:
        load(token=text).bot_token()
    assert text not in str(refused.value)


def test_it_reads_the_token_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "token").write_text("12345:abc\n", "utf-8")
    read = load(token_file=tmp_path / "token")
    assert read.bot_token() == "12345:abc"
    assert read.secrets() == ("12345:abc",)


@pytest.mark.parametrize(
    ("content", "said"), [(None, "No such file"), (b"", "is empty"), (b"\xff\xfe\x00", "not a text")]
)
def test_it_says_what_is_wrong_with_the_token_file(tmp_path: Path, content: bytes | None, said: str) -> None:
    if content is not None:
        (tmp_path / "token").write_bytes(content)
    with pytest.raises(SettingsError, match=said):
        load(token_file=tmp_path / "token").bot_token()


def test_it_refuses_a_webhook_without_a_secret() -> None:
    said = fault(webhook_url="https://example.org/hook")
    assert "ANWEN_WEBHOOK_SECRET" in said
    assert "does not start" in said


@pytest.mark.parametrize(
    "weak", ["short", "has spaces in the middle", "x" * 257, "密密密密密密密密密密密密密密密密密"]
)
def test_it_refuses_a_weak_webhook_secret(weak: str) -> None:
    said = fault(webhook_url="https://example.org/hook", webhook_secret=weak)
    assert said.startswith("ANWEN_WEBHOOK_SECRET cannot be used")
    assert weak not in said


def test_it_refuses_a_plain_http_webhook_on_telegram_itself() -> None:
    assert "https://" in fault(webhook_url="http://example.org/hook", webhook_secret=SECRET)
    local = load(webhook_url="http://127.0.0.1:1/hook", webhook_secret=SECRET, api_base="http://127.0.0.1:2")
    assert local.webhook_url == "http://127.0.0.1:1/hook"


@pytest.mark.parametrize(
    ("field", "value", "variable"),
    [
        ("workers", "many", "ANWEN_WORKERS"),
        ("page_port", "99999", "PORT"),
        ("language", "fr", "ANWEN_LANGUAGE"),
        ("api_base", "api.telegram.org", "ANWEN_API_BASE"),
        ("log_format", "xml", "ANWEN_LOG_FORMAT"),
        ("broadcast_rate", "31", "ANWEN_BROADCAST_RATE"),
        ("turn_timeout", "0", "ANWEN_TURN_TIMEOUT"),
    ],
)
def test_it_names_the_variable_that_cannot_be_used(field: str, value: str, variable: str) -> None:
    assert fault(**{field: value}).startswith(f"{variable} cannot be used: ")


def test_it_says_all_faults_at_once() -> None:
    with pytest.raises(SettingsError) as caught:
        load(workers="0", language="fr")
    assert len(caught.value.sentences) == 2


def test_it_shows_no_secret_when_printed() -> None:
    read = load(token="12345:abc", webhook_secret=SECRET, database_url="postgresql://u:hunter2@h/db")
    assert read.secrets() == ("12345:abc", SECRET, "hunter2")
    assert not any(secret in repr(read) + str(read) for secret in read.secrets())


def test_it_notices_mistyped_names() -> None:
    assert settings.unknown(["ANWEN_TOKN", "ANWEN_TOKEN", "HOME", "PORT"]) == ("ANWEN_TOKN",)
