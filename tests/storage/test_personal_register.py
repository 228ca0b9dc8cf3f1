"""docs/personal-data.md: every text column stands in it, once, and its classes are those that people are told of."""

import re
from pathlib import Path

from sqlalchemy import String, Text

from checklists.load import load_catalogue
from storage.retention import CLASSES
from storage.tables import metadata
from storage.types import Json, Named

REGISTER = Path(__file__).parents[2] / "docs" / "personal-data.md"
TIPS = "tips"  # anonymous: no class of anybody's


def columns() -> set[str]:
    return {
        f"{table.name}.{column.name}"
        for table in metadata.sorted_tables
        for column in table.c
        if isinstance(column.type, String | Text | Json) and not isinstance(column.type, Named)
    }


def registered() -> dict[str, str]:
    """Column to class; plain ones to none."""
    found: dict[str, str] = {}
    for line in REGISTER.read_text(encoding="utf-8").splitlines():
        row = re.fullmatch(r"\| (\w+) \| (.*) \| .* \|", line)
        plain = re.fullmatch(r"- `(\w+)`: (.*)", line)
        names = re.findall(r"`([\w.]+)`", row.group(2)) if row else []
        if plain:
            names = [f"{plain.group(1)}.{one}" for one in plain.group(2).split(", ")]
        for name in names:
            assert name not in found, f"{name} stands in the register twice"
            found[name] = row.group(1) if row else ""
    return found


def test_every_text_column_is_classified() -> None:
    assert columns() - registered().keys() == set(), "add them to docs/personal-data.md"
    assert registered().keys() - columns() == set(), "these columns are no more"


def test_classes_are_those_that_people_are_told_of() -> None:
    told = {one.id: one for one in load_catalogue().privacy.classes}
    assert set(registered().values()) - {"", TIPS} <= told.keys()
    assert told.keys() >= CLASSES.keys()
    assert all(told[name].days for name in CLASSES)
