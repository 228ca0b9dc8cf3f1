"""What goes up, and as which files: send-up.json, a csv each table, the JSON Schema, checksums. Nothing of a database or a chat here."""

import hashlib
import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from bot.separated import separated

FORMAT, VERSION = "anwen-send-up", 1
TABLES = ("enterprises", "statistics", "hazards")
COUNTS = (
    "general_found",
    "general_fixed",
    "major_found",
    "major_fixed",
    "major_planned",
    "open",
    "overdue",
    "money",
)
TEXT, NUMBER, FLAG = {"type": "string"}, {"type": "integer"}, {"type": "boolean"}
MAYBE_TEXT, MAYBE_NUMBER = {"type": ["string", "null"]}, {"type": ["integer", "null"]}
FIELDS: Mapping[str, Mapping[str, Mapping[str, Any]]] = {
    "enterprises": {
        "credit_code": {"type": "string", "pattern": "^[0-9A-Z]{18}$"},
        "name": TEXT,
        "town": TEXT,
        "colour": TEXT,
        "activity": TEXT,
        "entered_on": {"type": "string", "format": "date"},
    },
    "statistics": {
        "credit_code": TEXT,
        "quarter": {"type": "string", "pattern": "^[0-9]{4}-Q[1-4]$"},
        **{name: {"type": "integer", "minimum": 0} for name in COUNTS},
        "signed_number": MAYBE_TEXT,
        "signed_version": MAYBE_NUMBER,
        "signed_at": MAYBE_TEXT,
        **{f"signed_{name}": MAYBE_NUMBER for name in COUNTS},
    },
    "hazards": {
        "number": TEXT,
        "credit_code": TEXT,
        "severity": {"enum": ["general", "major"]},
        "suspected_major": FLAG,
        "source": TEXT,
        "kind": TEXT,
        "state": TEXT,
        "found_at": {"type": "string", "format": "date-time"},
        "reported_at": {"type": "string", "format": "date-time"},
        "due": {"type": "string", "format": "date"},
        "closed_at": MAYBE_TEXT,
        "planned": FLAG,
        "listed": FLAG,
        "extensions": NUMBER,
        "cost": MAYBE_NUMBER,
    },
}
Package = Mapping[str, Any]


def packed(
    quarter: str,
    since: str | None,
    made_at: str,
    district: str,
    now: Mapping[str, int],
    tables: Mapping[str, Any],
) -> dict[str, Any]:
    """Everything as one JSON value; `now` are the figures of the day's digest, for comparing."""
    statistics = tables["statistics"]
    totals = {name: sum(one[name] for one in statistics) for name in COUNTS}
    totals["signed"] = sum(one["signed_number"] is not None for one in statistics)
    return {
        "format": FORMAT,
        "version": VERSION,
        "whole": since is None,
        "since": since,
        "quarter": quarter,
        "made_at": made_at,
        "district": district,
        "rows": {name: len(tables[name]) for name in TABLES},
        "totals": totals,
        "now": dict(now),
        **{name: tables[name] for name in TABLES},
    }


def schema() -> dict[str, Any]:
    """The JSON Schema of send-up.json."""
    tables = {
        name: {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": list(fields),
                "properties": dict(fields),
            },
        }
        for name, fields in FIELDS.items()
    }
    figures = {"type": "object", "additionalProperties": {"type": "integer"}}
    head: dict[str, Any] = {
        "format": {"const": FORMAT},
        "version": {"const": VERSION},
        "whole": FLAG,
        "since": MAYBE_TEXT,
        "quarter": {"type": "string", "pattern": "^[0-9]{4}-Q[1-4]$"},
        "made_at": {"type": "string", "format": "date-time"},
        "district": TEXT,
        "rows": figures,
        "totals": figures,
        "now": figures,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{FORMAT} {VERSION}",
        "type": "object",
        "additionalProperties": False,
        "required": [*head, *TABLES],
        "properties": {**head, **tables},
    }


def files(package: Package) -> dict[str, bytes]:
    """Name to content; the checksums last."""
    made = {"send-up.json": orjson.dumps(package, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)}
    for name in TABLES:
        made[f"{name}.csv"] = "".join(_lines(name, package[name])).encode()
    made["schema.json"] = orjson.dumps(schema(), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    sums = "".join(f"{hashlib.sha256(body).hexdigest()}  {name}\n" for name, body in sorted(made.items()))
    return {**made, "SHA256SUMS": sums.encode()}


def _lines(name: str, rows: Sequence[Mapping[str, Any]]) -> Sequence[str]:
    heads = list(FIELDS[name])
    return list(separated(heads, ([row[head] for head in heads] for row in rows)))


def zipped(package: Package) -> bytes:
    """The same files in one archive; the same package gives the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files(package).items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, body)
    return buffer.getvalue()
