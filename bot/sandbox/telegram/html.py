"""Telegram's HTML: text with tags in, plain text with entities out. Refuses what Telegram refuses, in its words."""

import re
from dataclasses import dataclass

from bot.sandbox.telegram.errors import bad_request
from bot.sandbox.telegram.shapes import Json

KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
SPACE = " \t\r\n\f\v"
_mark = re.compile(r"[<&]")
_reference = re.compile(r"&(?:#(\d{1,8})|#[xX]([0-9a-fA-F]{1,6})|(lt|gt|amp|quot));?")
_bare_value = re.compile(r"[0-9A-Za-z.\-]*")
_last_code_point = 0x10FFFF


@dataclass(slots=True)
class Tag:
    """An opened tag that waits for its end."""

    name: str
    values: dict[str, str]
    start: int


def width(text: str) -> int:
    """Length as Telegram counts offsets: UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Plain text and entities, or the refusal that Telegram would give."""
    if not _mark.search(source):
        return source, []
    reader = Reader(source)
    reader.read()
    return "".join(reader.parts), reader.entities


class Reader:
    """One pass over one text."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.parts: list[str] = []
        self.length = 0
        self.open: list[Tag] = []
        self.entities: list[Json] = []

    def read(self) -> None:
        """Go through the text; what remains open at the end is refused."""
        while (mark := _mark.search(self.source, self.at)) is not None:
            self._take(self.source[self.at : mark.start()])
            self.at = mark.start()
            self._step()
        self._take(self.source[self.at :])
        if self.open:
            raise _broken(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"')

    def _step(self) -> None:
        if self.source[self.at] == "&":
            text, self.at = _character(self.source, self.at)
            self._take(text)
        elif self.source.startswith("/", self.at + 1):
            self._end_tag()
        else:
            self._start_tag()

    def _take(self, text: str) -> None:
        if text:
            self.parts.append(text)
            self.length += width(text)

    def _start_tag(self) -> None:
        begin = self.at
        end = _until(self.source, begin + 1, SPACE + ">")
        if end == len(self.source):
            raise _broken(f"Unclosed start tag at byte offset {self._byte(begin)}")
        name = self.source[begin + 1 : end].lower()
        if name not in KINDS:
            raise _broken(f'Unsupported start tag "{name}" at byte offset {self._byte(begin)}')
        values, self.at = self._values(name, begin, end)
        if name == "span" and values.get("class") != "tg-spoiler":
            raise _broken(f'Tag "span" must have class "tg-spoiler" at byte offset {self._byte(begin)}')
        self.open.append(Tag(name, values, self.length))

    def _values(self, name: str, begin: int, at: int) -> tuple[dict[str, str], int]:
        values: dict[str, str] = {}
        while (at := _past_space(self.source, at)) < len(self.source) and self.source[at] != ">":
            key_at, at = at, _until(self.source, at, SPACE + "=>")
            key = self.source[key_at:at].lower()
            if not key:
                text = f'Empty attribute name in the tag "{name}" at byte offset {self._byte(begin)}'
                raise _broken(text)
            values[key], at = self._value(name, begin, _past_space(self.source, at))
        if at >= len(self.source):
            raise _broken(f'Unclosed start tag "{name}" at byte offset {self._byte(begin)}')
        return values, at + 1

    def _value(self, name: str, begin: int, at: int) -> tuple[str, int]:
        if not self.source.startswith("=", at):
            return "", at
        at = _past_space(self.source, at + 1)
        if at >= len(self.source):
            raise _broken(f'Unclosed start tag "{name}" at byte offset {self._byte(begin)}')
        if self.source[at] in "\"'":
            return self._quoted(begin, at)
        found = _bare_value.match(self.source, at)
        end = found.end() if found else at
        if end < len(self.source) and self.source[end] not in SPACE + ">":
            raise _broken(f"Unexpected end of name token at byte offset {self._byte(end)}")
        return self.source[at:end], end

    def _quoted(self, begin: int, at: int) -> tuple[str, int]:
        end = self.source.find(self.source[at], at + 1)
        if end < 0:
            raise _broken(f"Unclosed start tag at byte offset {self._byte(begin)}")
        return _reference.sub(lambda found: _character(found[0], 0)[0], self.source[at + 1 : end]), end + 1

    def _end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise _broken(f"Unexpected end tag at byte offset {self._byte(begin)}")
        name_end = _until(self.source, begin + 2, SPACE + ">")
        end = _past_space(self.source, name_end)
        if not self.source.startswith(">", end):
            raise _broken(f"Unclosed end tag at byte offset {self._byte(begin)}")
        tag, name = self.open.pop(), self.source[begin + 2 : name_end].lower()
        if name and name != tag.name:
            text = f'Unmatched end tag at byte offset {self._byte(begin)}, expected "</{tag.name}>", found "</{name}>"'
            raise _broken(text)
        self.at = end + 1
        self._close(tag)

    def _close(self, tag: Tag) -> None:
        length = self.length - tag.start
        entity = _entity(tag, self.parts) if length else None
        if entity is None:
            return
        entity |= {"offset": tag.start, "length": length}
        if entity["type"] == "code" and self.open and self.open[-1].name == "pre":
            self.open[-1].values |= tag.values
        else:
            self.entities.append(entity)

    def _byte(self, at: int) -> int:
        return len(self.source[:at].encode())


def _entity(tag: Tag, parts: list[str]) -> Json | None:
    kind = KINDS[tag.name]
    if kind == "text_link":
        inner = "".join(parts).encode("utf-16-le")[tag.start * 2 :].decode("utf-16-le")
        return _link(tag.values.get("href") or inner)
    if kind == "blockquote" and "expandable" in tag.values:
        return {"type": "expandable_blockquote"}
    if kind == "pre" and tag.values.get("class", "").startswith("language-"):
        return {"type": "pre", "language": tag.values["class"].removeprefix("language-")}
    if kind == "custom_emoji":
        return {"type": kind, "custom_emoji_id": tag.values.get("emoji-id", "")}
    return {"type": kind}


def _link(url: str) -> Json | None:
    """Telegram drops a link it cannot read and keeps the words."""
    scheme, colon, _ = url.partition("://")
    if not colon and "." in url.split("/", maxsplit=1)[0]:
        return {"type": "text_link", "url": f"http://{url}"}
    if scheme.lower() not in {"http", "https", "tg", "ton", "tonsite"}:
        return None
    return {"type": "text_link", "url": url}


def _character(source: str, at: int) -> tuple[str, int]:
    found = _reference.match(source, at)
    if found is None:
        return source[at], at + 1
    decimal, hexadecimal, name = found.groups()
    if name:
        return NAMED[name], found.end()
    code = int(decimal) if decimal else int(hexadecimal, 16)
    return (chr(code), found.end()) if 0 < code <= _last_code_point else (source[at], at + 1)


def _until(source: str, at: int, stops: str) -> int:
    while at < len(source) and source[at] not in stops:
        at += 1
    return at


def _past_space(source: str, at: int) -> int:
    while at < len(source) and source[at] in SPACE:
        at += 1
    return at


def _broken(text: str) -> Exception:
    return bad_request(f"can't parse entities: {text}")
