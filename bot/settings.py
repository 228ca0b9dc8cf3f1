"""What an operator can set, read from the environment (`ANWEN_…`). Whether the values work in practice is check.py's matter."""

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from urllib.parse import unquote, urlsplit

from pydantic import AfterValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from checklists.words import Language

PREFIX = "ANWEN_"
TELEGRAM = "https://api.telegram.org"
SHORTEST_SECRET = 16
TOKEN_SHAPE = re.compile(r"\d+:[A-Za-z0-9_-]+")
MAKE_ONE = 'python -c "import secrets; print(secrets.token_urlsafe(32))"'

NO_BOT = (
    "No bot token is set. Get one from @BotFather on Telegram, then set ANWEN_TOKEN to it, "
    "or put it into a file and set ANWEN_TOKEN_FILE to the file's path."
)
MISCOPIED = (
    "What is set as bot token does not look like one: digits, a colon, then letters and digits, "
    "as @BotFather shows it. Copy it again."
)
NO_WEBHOOK_SECRET = (
    "ANWEN_WEBHOOK_URL is set but ANWEN_WEBHOOK_SECRET is not. Without a secret anybody could post updates, "
    f"so the bot does not start. Make one with {MAKE_ONE} and set ANWEN_WEBHOOK_SECRET to it."
)
NOT_HTTPS = "ANWEN_WEBHOOK_URL has to begin with https://, Telegram calls nothing else."


class SettingsError(Exception):
    """The settings cannot be used as they are; `sentences` say what is wrong and how to set it, one a fault."""

    def __init__(self, sentences: tuple[str, ...]) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = sentences


def _address(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError("it has to be an address that begins with https:// (or http:// on your own machine)")
    return value.rstrip("/")


def _secret(value: SecretStr) -> SecretStr:
    text = value.get_secret_value()
    fits = text.isascii() and text.replace("-", "").replace("_", "").isalnum()
    if not fits or not SHORTEST_SECRET <= len(text) <= 256:  # noqa: PLR2004 - Telegram's own limit
        raise ValueError(
            f"it has to be {SHORTEST_SECRET} to 256 letters, digits, - and _; make one with {MAKE_ONE}"
        )
    return value


Address = Annotated[str, AfterValidator(_address)]
Secret = Annotated[SecretStr, AfterValidator(_secret)]
PortNumber = Annotated[int, Field(ge=0, le=65535)]


class Settings(BaseSettings):
    """Everything that differs from one installation to the next. Frozen; made once by `load`."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_ignore_empty=True,
        extra="ignore",
        populate_by_name=True,
        frozen=True,
        hide_input_in_errors=True,  # a mistyped secret must not end up on the screen
    )

    token: SecretStr | None = None
    token_file: Path | None = None
    api_base: Address = TELEGRAM
    data_dir: Path = Path("data")
    content_dir: Path | None = Field(
        default=None, description="another folder of checklists than the built-in one"
    )
    database_url: str = Field(default="", repr=False)  # may hold a password
    workers: int = Field(default=4, ge=1, le=64, description="database threads; SQLite always has one")

    webhook_url: Address | None = None
    webhook_secret: Secret | None = None
    webhook_host: str = "127.0.0.1"
    webhook_port: PortNumber = 8081
    metrics_port: PortNumber | None = None
    page_port: PortNumber = Field(default=8080, validation_alias="PORT", description="the demo's chat page")

    language: Language = Language.ZH
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["console", "json"] = "console"
    broadcast_rate: float = Field(default=30, gt=0, le=30, description="notices a second; Telegram allows 30")
    turn_timeout: float = Field(default=30, gt=0, le=600, description="seconds one update may take")
    seal_key_file: Path | None = Field(
        default=None, description="where the key that signs heads is kept, instead of the data folder"
    )
    tip_key_file: Path | None = Field(
        default=None,
        description="where the key that locks anonymous tips is kept, instead of the data folder",
    )
    head_chat: int | None = Field(
        default=None,
        description="the chat that gets the signed head of each day, instead of the district's people",
    )
    minimal_mode: bool = Field(
        default=False, description="messages say aliases instead of the names and phones of people"
    )

    @model_validator(mode="after")
    def _webhook_is_guarded(self) -> Self:
        """A webhook without a secret would accept anything from anybody."""
        if self.webhook_url and self.webhook_secret is None:
            raise ValueError(NO_WEBHOOK_SECRET)
        if self.webhook_url and self.api_base == TELEGRAM and not self.webhook_url.startswith("https://"):
            raise ValueError(NOT_HTTPS)
        return self

    @property
    def database(self) -> str:
        """The database address: the one that is set, or a SQLite file in the data folder."""
        return self.database_url or f"sqlite:///{self.data_dir.absolute() / 'anwen.db'}"

    def bot_token(self) -> str:
        """Return the token or raise a SettingsError that says how to get and set one."""
        token = self.token or self._token_from_file()
        if token is None:
            raise SettingsError((NO_BOT,))
        text = token.get_secret_value().strip()
        if not TOKEN_SHAPE.fullmatch(text):
            raise SettingsError((MISCOPIED,))
        return text

    def secrets(self) -> tuple[str, ...]:
        """Every text that must never be written anywhere, for the log."""
        kept = [secret.get_secret_value().strip() for secret in (self.token, self.webhook_secret) if secret]
        with suppress(SettingsError):  # without a token there is none to hide
            kept.append(self.bot_token())
        with suppress(ValueError):  # an address that cannot be read is check.py's to tell
            password = urlsplit(self.database).password or ""
            kept += [password, unquote(password)]
        return tuple(dict.fromkeys(filter(None, kept)))

    def _token_from_file(self) -> SecretStr | None:
        if self.token_file is None:
            return None
        try:
            text = self.token_file.read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "it is not a text file"
            raise SettingsError((f"The token file {self.token_file} cannot be read: {reason}.",)) from None
        if not text:
            raise SettingsError((f"The token file {self.token_file} is empty.",))
        return SecretStr(text)


def load(**fixed: Any) -> Settings:
    """Read the settings from the environment; `fixed` (by field name) wins over it.

    Raises SettingsError with one plain sentence for each fault.
    """
    try:
        return Settings(**fixed)
    except ValidationError as error:
        raise SettingsError(
            tuple(_sentence(dict(fault)) for fault in error.errors(include_url=False))
        ) from None


def unknown(names: Iterable[str] | None = None) -> tuple[str, ...]:
    """Return the variables beginning with ANWEN_ that no setting has: most likely typing mistakes."""
    known = {_variable(name) for name in Settings.model_fields}
    seen = os.environ if names is None else names
    return tuple(sorted(name for name in seen if name.startswith(PREFIX) and name not in known))


def _variable(field: str) -> str:
    alias = Settings.model_fields[field].validation_alias
    return str(alias) if alias else PREFIX + field.upper()


def _sentence(fault: dict[str, Any]) -> str:
    message = str(fault["msg"]).removeprefix("Value error, ")
    if not fault["loc"]:
        return message
    name = str(fault["loc"][0])
    variable = _variable(name) if name in Settings.model_fields else name
    return f"{variable} cannot be used: {message[:1].lower()}{message[1:]}."
