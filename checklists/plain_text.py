"""Plain data as the YAML that authors write and load.py reads: nothing but names, texts, numbers, flags and lists. The way back of load.py."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import time
from decimal import Decimal
from typing import Any

WIDE = 100  # characters of a mapping or list that is written in one line
_SIGNS = r"A-Za-z0-9_\u3400-\u9fff“”‘’（）《》、，。？！…·"
_PLAIN = re.compile(rf"[{_SIGNS}][{_SIGNS}%/+.()?' -]*")
_READS_OTHERWISE = re.compile(r"-?[0-9.]+|true|false|null|-.*|.* |[.+-]+.*|y|n|yes|no|on|off", re.IGNORECASE)
_SHORT = frozenset(
    {
        "when",
        "accept",
        "photo",
        "basis",
        "presets",
        "times",
        "files",
        "colours",
        "repeat",
        "calculate",
        "major",
    }
)


def plain_text(data: Mapping[str, Any], head: Sequence[str] = ()) -> str:
    """A whole file: comment lines, then the data."""
    comments = [f"# {line}" for line in head]
    lines = list(_mapping(data, 0)) or ["{}"]
    return "\n".join([*comments, *lines]) + "\n"


def _mapping(data: Mapping[str, Any], depth: int) -> Iterator[str]:
    for key, value in data.items():
        yield from _entry(f"{'  ' * depth}{_scalar(key)}:", key, value, depth)


def _entry(start: str, key: str, value: Any, depth: int) -> Iterator[str]:
    """One line where it fits, else a block below."""
    line = f"{start} {_flow(value)}"
    nested = isinstance(value, Mapping | list | tuple)
    if not nested or not value or (_flat(key, value) and len(line) <= WIDE):
        yield line
    elif isinstance(value, Mapping):
        yield start
        yield from _mapping(value, depth + 1)
    else:
        yield start
        for item in value:
            yield from _item(item, depth + 1)


def _item(item: Any, depth: int) -> Iterator[str]:
    indent = "  " * depth
    line = f"{indent}- {_flow(item)}"
    if not isinstance(item, Mapping) or ("id" not in item and len(line) <= WIDE):
        yield line
        return
    first = True
    for part in _mapping(item, depth + 1):
        yield f"{indent}- {part[len(indent) + 2 :]}" if first else part
        first = False


def _flat(key: str, value: Any) -> bool:
    """Whether a value is of those that people write in one line."""
    if isinstance(value, Mapping):
        return (
            key in _SHORT
            or key == "options"
            or not any(isinstance(one, Mapping | list) for one in value.values())
        )
    return key in _SHORT or not any(isinstance(one, Mapping) for one in value)


def _flow(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_scalar(key)}: {_flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_flow(one) for one in value) + "]"
    return _scalar(value)


def _scalar(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return _number(value)
    if isinstance(value, time):
        return f'"{value:%H:%M}"'
    if isinstance(value, str):
        return (
            value
            if _PLAIN.fullmatch(value) and not _READS_OTHERWISE.fullmatch(value)
            else json.dumps(value, ensure_ascii=False)
        )
    return str(value)


def _number(value: Decimal) -> str:
    text = format(value, "f")
    return (text.rstrip("0").rstrip(".") or "0") if "." in text else text
