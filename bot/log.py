"""The log: structlog to stderr, the libraries' own logging through the same chain, and no secret or phone in any of it."""

import asyncio
import logging
import re
import sys
import threading
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TextIO

import structlog
from structlog.typing import EventDict, Processor

from bot.settings import Settings

HIDDEN = "[hidden]"
# Rounds that come every second are skipped or late where a machine is busy: the next one does their work.
LATE = ("apscheduler.scheduler", "apscheduler.executors")
DEEPEST = 8

FILE_LINK = re.compile(r"\S*/file/bot\S*")
TOKEN = re.compile(r"\d{5,}:[A-Za-z0-9_-]{20,}")
PASSWORD = re.compile(r"(?<=://)([^\s:/@]*):[^\s/@]+(?=@)")
IDENTITY = re.compile(
    r"(?<!\d)[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)"
)
PHONE = re.compile(r"(?<!\d)((?:\+?86[ -]?)?1[3-9]\d)[ -]?\d{4}[ -]?(\d{4})(?!\d)")


class Veil:
    """The processor that takes secrets out of everything a log entry holds. Stands last before the renderer."""

    def __init__(self, secrets: Iterable[str]) -> None:
        # the longest first, so that one secret inside another leaves no remainder
        self._secrets = sorted((secret for secret in secrets if secret), key=len, reverse=True)

    def __call__(self, _logger: Any, _method: str, entry: EventDict) -> EventDict:
        return {self.text(str(key)): self.clean(value) for key, value in entry.items() if key != "_record"}

    def clean(self, value: Any, depth: int = 0) -> Any:
        """Plain data without secrets; what is not plain is shown by its repr."""
        if value is None or isinstance(value, bool):
            return value
        if isinstance(value, int | float):
            shown = self.text(str(value))
            return value if shown == str(value) else shown
        if isinstance(value, str):
            return self.text(value)
        if depth < DEEPEST and isinstance(value, Mapping):
            return {self.text(str(key)): self.clean(item, depth + 1) for key, item in value.items()}
        if depth < DEEPEST and isinstance(value, list | tuple | set | frozenset):
            return [self.clean(item, depth + 1) for item in value]
        return self.text(_shown(value))

    def text(self, text: str) -> str:
        """One text with tokens, file links, passwords, identity numbers and the middle of phone numbers hidden."""
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        text = FILE_LINK.sub(HIDDEN, text)
        text = TOKEN.sub(HIDDEN, text)
        text = PASSWORD.sub(rf"\1:{HIDDEN}", text)
        text = IDENTITY.sub(HIDDEN, text)
        text = PHONE.sub(r"\1****\2", text)
        return text.encode("utf-8", "backslashreplace").decode("utf-8")


def configure(settings: Settings, stream: TextIO | None = None) -> Veil:
    """Send everything that is logged in this process to `stream` (stderr when None), through one Veil."""
    veil = Veil(settings.secrets())
    structlog.configure(
        processors=[*_before(), structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    handler = QuietHandler(stream or sys.stderr)
    handler.setFormatter(_formatter(veil, settings.log_format))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(settings.log_level.upper())
    for name in LATE:
        logging.getLogger(name).setLevel(max(logging.ERROR, root.level))
    handler.addFilter(_no_rounds_cut_short)
    logging.captureWarnings(capture=True)
    _catch_the_rest()
    return veil


def _no_rounds_cut_short(record: logging.LogRecord) -> bool:
    """A round that the stop of the program has ended is no error: the next start does its work."""
    cut = record.exc_info is not None and isinstance(record.exc_info[1], asyncio.CancelledError)
    return not (cut and record.name.startswith("apscheduler"))


class QuietHandler(logging.StreamHandler[TextIO]):
    """A handler that does not spell out the arguments of an entry it could not format: they may hold anything."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the standard library's name
        kind = getattr(sys.exc_info()[0], "__name__", "an error")
        print(f"a log entry of {record.name}:{record.lineno} was dropped: {kind}", file=sys.__stderr__)


def _before() -> list[Processor]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.StackInfoRenderer(),
        structlog.processors.format_exc_info,
    ]


def _formatter(veil: Veil, form: str) -> logging.Formatter:
    renderer: Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if form == "json"
        else structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    )
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[*_before(), structlog.stdlib.ExtraAdder()],
        processors=[_without_record, veil, renderer],
    )


def _without_record(_logger: Any, _method: str, entry: EventDict) -> EventDict:
    """Drop what structlog keeps for itself; the record holds the arguments unfiltered."""
    return {key: value for key, value in entry.items() if key not in {"_record", "_from_structlog"}}


def _catch_the_rest() -> None:
    """Errors that nobody caught are log entries too, not a bare traceback on stderr."""
    tell: Callable[..., None] = structlog.get_logger("uncaught").critical
    sys.excepthook = lambda kind, error, trace: (
        sys.__excepthook__(kind, error, trace)
        if issubclass(kind, KeyboardInterrupt)
        else tell("uncaught error", exc_info=(kind, error, trace))
    )
    threading.excepthook = lambda caught: tell(
        "uncaught error in a thread", exc_info=(caught.exc_type, caught.exc_value, caught.exc_traceback)
    )
    sys.unraisablehook = lambda caught: tell(
        "error where nothing can be raised",
        exc_info=(caught.exc_type, caught.exc_value, caught.exc_traceback),
    )


def _shown(value: Any) -> str:
    try:
        return repr(value)
    except Exception:  # noqa: BLE001 - a broken repr must not cost the entry
        return f"<{type(value).__name__}>"
