"""An XLSForm as pyxform reads it, made flat: rows in order with the groups around them. What becomes of them: taking.py."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Plain = Mapping[str, Any]
ROW = "__row"  # where the reading notes the row of the sheet
OURS = "anwen_"  # columns of our own
HAN = re.compile(r"[\u3400-\u9fff]")
_MARKUP = re.compile(r"<[^<>]{1,200}>|(?<![\w*])\*\*|\*\*(?![\w*])|^#{1,6}\s", re.MULTILINE)
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")
DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of a list."""

    name: str
    label: Mapping[str, str]
    ours: Plain = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Group:
    """A group around rows, or a repeat."""

    name: str
    label: Mapping[str, str]
    relevant: str
    row: int | None
    repeat: bool = False
    count: str = ""
    ours: Plain = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the survey sheet that asks or tells something."""

    row: int | None
    type: str
    name: str
    label: Mapping[str, str]
    hint: Mapping[str, str] = field(default_factory=dict)
    guidance: Mapping[str, str] = field(default_factory=dict)
    relevant: str = ""
    constraint: str = ""
    required: str = ""
    calculation: str = ""
    choices: Sequence[Choice] | None = None
    groups: Sequence[Group] = ()
    parameters: Plain = field(default_factory=dict)
    extras: Sequence[str] = ()  # columns that are there and have no place with us
    ours: Plain = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Survey:
    """The whole form."""

    id: str
    title: str
    language: str
    rows: Sequence[Row]
    settings: Plain = field(default_factory=dict)


# Columns that say how something looks or is filled in; a chat has no place for them.
_LOOKS = ("default", "media", "trigger", "instance", "intent", "sms_field", "actions", "query", "flat")
_CONTROL = ("appearance", "autoplay", "rows")
_SETTINGS = {"type", "name", "title", "id_string", "sms_keyword", "default_language", "children", "choices"}


def survey_of(plain: Plain) -> Survey:
    """The form as flat rows."""
    language = str(plain.get("default_language") or DEFAULT)
    settings = {key: value for key, value in plain.items() if key not in _SETTINGS}
    rows = tuple(_rows(plain.get("children", ()), ()))
    return Survey(
        str(plain.get("id_string", "")), clean(str(plain.get("title", ""))), language, rows, settings
    )


def _rows(children: Sequence[Plain], groups: tuple[Group, ...]) -> Iterator[Row]:
    for child in children:
        kind = str(child.get("type", ""))
        if kind in {"group", "repeat", "loop"}:
            if not _generated(child):
                yield from _rows(child.get("children", ()), (*groups, _group(child, kind)))
        elif not _generated(child):
            yield _row(child, kind, groups)


def _generated(child: Plain) -> bool:
    """What pyxform adds by itself and nobody wrote: the meta group, headings of tables."""
    return ROW not in child and str(child.get("name", "")).startswith(
        ("meta", "reserved_name_for_field_list")
    )


def _group(child: Plain, kind: str) -> Group:
    bind, control = _mapping(child.get("bind")), _mapping(child.get("control"))
    return Group(
        name=str(child.get("name", "")),
        label=texts(child.get("label")),
        relevant=str(bind.get("relevant", "")),
        row=_number(child),
        repeat=kind != "group",
        count=str(control.get("jr:count", "")),
        ours=_ours(child),
    )


def _row(child: Plain, kind: str, groups: tuple[Group, ...]) -> Row:
    bind = _mapping(child.get("bind"))
    found = child.get("choices")
    return Row(
        row=_number(child),
        type=kind,
        name=str(child.get("name", "")),
        label=texts(child.get("label")),
        hint=texts(child.get("hint")),
        guidance=texts(child.get("guidance_hint")),
        relevant=str(bind.get("relevant", "")),
        constraint=str(bind.get("constraint", "")),
        required=str(bind.get("required", "")),
        calculation=str(bind.get("calculate", "")),
        choices=[_choice(one) for one in found] if isinstance(found, list) else None,
        groups=groups,
        parameters=_mapping(child.get("parameters")),
        extras=tuple(_extras(child)),
        ours=_ours(child),
    )


def _extras(child: Plain) -> Iterator[str]:
    control, bind = _mapping(child.get("control")), _mapping(child.get("bind"))
    yield from (name for name in _LOOKS if child.get(name))
    yield from (name for name in _CONTROL if control.get(name))
    if str(bind.get("readonly", "")).lower() in {"yes", "true", "true()"}:
        yield "readonly"
    if child.get("choice_filter"):
        yield "choice_filter"
    if _mapping(child.get("parameters")).get("randomize") == "true":
        yield "randomize"


def _choice(one: Plain) -> Choice:
    return Choice(str(one.get("name", "")), texts(one.get("label")), _ours(one))


def _mapping(value: Any) -> Plain:
    return value if isinstance(value, Mapping) else {}


def _ours(child: Plain) -> Plain:
    return {key.removeprefix(OURS): value for key, value in child.items() if str(key).startswith(OURS)}


def _number(child: Plain) -> int | None:
    number = str(child.get(ROW, ""))
    return int(number) if number.isdecimal() else None


def texts(plain: Any) -> Mapping[str, str]:
    """A text by language; one without any is of the default language."""
    if isinstance(plain, str):
        plain = {DEFAULT: plain}
    if not isinstance(plain, Mapping):
        return {}
    cleaned = {str(language): clean(str(text)) for language, text in plain.items() if isinstance(text, str)}
    return {language: text for language, text in cleaned.items() if text and text != "-"}


def clean(text: str) -> str:
    """One line without markup and without characters that do not show."""
    return " ".join(_UNSEEN.sub(" ", _MARKUP.sub("", text)).split())
