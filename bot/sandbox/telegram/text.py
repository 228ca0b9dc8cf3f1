"""From what a bot or a person writes to what stands in a message: trimmed, measured, with entities found."""

import re
from typing import Any

from bot.sandbox.telegram.errors import bad_request
from bot.sandbox.telegram.html import parse_html, width
from bot.sandbox.telegram.shapes import Json

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
_hint = re.compile(r"[/@#]|https?:|t\.me")
_found = re.compile(
    r"(?P<bot_command>(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/]))"
    r"|(?P<url>(?:https?://|(?<![\w.])t\.me/)[^\s<>\"“”，。；！？、）)]+)"
    r"|(?P<mention>(?<!\w)@[A-Za-z]\w{3,31})"
    r"|(?P<hashtag>(?<!\w)#\w+)"
)

Formatted = tuple[str, list[Json]]


def formatted(text: str, parse_mode: str | None, entities: Any) -> Formatted:
    """Text as a bot gives it, with `parse_mode` or ready-made entities."""
    mode = (parse_mode or "").lower()
    if mode == "html":
        plain, marks = parse_html(text)
    elif mode in {"", "none"}:
        plain, marks = text, [_given(mark) for mark in entities or ()]
    else:
        raise bad_request("unsupported parse_mode")
    return _trimmed(plain, marks)


def _given(mark: Any) -> Json:
    whole = isinstance(mark, dict) and isinstance(mark.get("type"), str)
    if not whole or not all(isinstance(mark.get(name), int) for name in ("offset", "length")):
        raise bad_request("can't parse MessageEntity: Can't find field \"offset\"")
    return dict(mark)


def written(text: str) -> Formatted:
    """Text as a person types it: commands, links and mentions are found by Telegram."""
    return _trimmed(text, [])


def require_text(text: str) -> None:
    """Refuse an empty or overlong message text."""
    if not text:
        raise bad_request("message text is empty")
    if width(text) > TEXT_LIMIT:
        raise bad_request("message is too long")


def require_caption(text: str) -> None:
    """Refuse an overlong caption."""
    if width(text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")


def _trimmed(text: str, marks: list[Json]) -> Formatted:
    text = text.replace("\r", "").replace("\x00", "") if "\r" in text or "\x00" in text else text
    kept = text.strip(" \n\t")
    if marks and kept is not text:
        cut = width(text[: len(text) - len(text.lstrip(" \n\t"))])
        marks = _moved(marks, cut, width(kept))
    if _hint.search(kept):
        marks = marks + _automatic(kept, marks)
    return kept, sorted(marks, key=lambda mark: (mark["offset"], -mark["length"]))


def _moved(marks: list[Json], cut: int, length: int) -> list[Json]:
    moved = []
    for mark in marks:
        start = max(mark["offset"] - cut, 0)
        end = min(mark["offset"] + mark["length"] - cut, length)
        if end > start:
            moved.append({**mark, "offset": start, "length": end - start})
    return moved


def _automatic(text: str, marks: list[Json]) -> list[Json]:
    """Entities Telegram adds by itself; never inside code or a link."""
    taken = [mark for mark in marks if mark["type"] in {"code", "pre", "text_link"}]
    found = []
    for match in _found.finditer(text):
        start, length = width(text[: match.start()]), width(match[0])
        if not any(
            mark["offset"] < start + length and start < mark["offset"] + mark["length"] for mark in taken
        ):
            found.append({"type": str(match.lastgroup), "offset": start, "length": length})
    return found
