"""A Screen becomes what is sent: HTML, rows of buttons with their callback data. Nothing of any one conversation."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from checklists.words import Language, Words
from dialogs.talk import Button, Line, Screen
from dialogs.texts import Texts

__all__ = ["Rendered", "Row", "Texts", "letter", "render", "toast"]

MESSAGE = 4096  # visible UTF-16 units of one message
CAPTION = 1024
TOAST = 200
DATA = 64  # bytes of callback data
TAG = re.compile(r"</?[bi]>")

Row = tuple[tuple[str, str], ...]  # label and callback data (or an https address) of each button


@dataclass(frozen=True, slots=True)
class Rendered:
    """One message, ready to send."""

    html: str
    rows: tuple[Row, ...] = ()
    contact_label: str | None = None
    photo: str | None = None


def render(screen: Screen, language: Language, texts: Texts, screen_number: int) -> Rendered:
    """A live screen; its buttons carry `flow.number.option`."""
    rows = tuple(
        tuple(_live(button, screen.flow, screen_number, language, texts) for button in row)
        for row in screen.rows
        if row
    )
    label = screen.ask_contact
    return Rendered(
        _body(screen.lines, language, texts, CAPTION if screen.photo else MESSAGE),
        rows,
        texts.label(label, language) if label else None,
        screen.photo,
    )


def letter(
    lines: Sequence[Line | Words],
    buttons: Sequence[Line | Words],
    language: Language,
    texts: Texts,
    token: str,
) -> Rendered:
    """A letter, one button a row; its buttons carry `!.token.index`, the state they open is kept with the letter."""
    rows = tuple(
        ((texts.label(label, language), _fitting(f"!.{token}.{index}")),)
        for index, label in enumerate(buttons)
    )
    return Rendered(_body(lines, language, texts, MESSAGE), rows)


def toast(line: Line, language: Language, texts: Texts) -> str:
    """The short text over the chat."""
    return texts.plain(line, language)[:TOAST]


def _live(button: Button, flow: str, number: int, language: Language, texts: Texts) -> tuple[str, str]:
    label = texts.label(button.label, language)
    return label, button.url or _fitting(f"{flow}.{number}.{button.option}")


def _fitting(data: str) -> str:
    if len(data.encode()) > DATA:
        raise ValueError(f"callback data too long: {data}")
    return data


def _body(lines: Sequence[Line | Words], language: Language, texts: Texts, limit: int) -> str:
    written = [texts.say(line, language).rstrip() for line in lines]
    body = "\n".join(written)
    return body if 2 * len(body) <= limit or length(body) <= limit else _cut(written, language, texts, limit)


def _cut(written: list[str], language: Language, texts: Texts, limit: int) -> str:
    """As many whole lines as fit, and a last one that says the rest is left out; never half an entity."""
    last = texts.say(Line("cut-short"), language)
    room = limit - length(last) - 1
    kept: list[str] = []
    for line in written:
        room -= length(line) + 1
        if room < 0:
            break
        kept.append(line)
    if not kept:
        kept = [_clipped(written[0], limit - length(last) - 2)]
    return "\n".join([*kept, last])


def _clipped(line: str, room: int) -> str:
    units = html.unescape(TAG.sub("", line)).encode("utf-16-le")[: 2 * room]
    return html.escape(units.decode("utf-16-le", "ignore"), quote=False)


def length(body: str) -> int:
    """Visible length as the platform counts it: UTF-16 units without tags."""
    return len(html.unescape(TAG.sub("", body)).encode("utf-16-le")) // 2
