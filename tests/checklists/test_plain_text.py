"""What is written as YAML is read back as the same, whatever the texts are."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.load import CONTENT, read_folders, read_text
from checklists.plain_text import plain_text

SAFE = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Cn", "Co")), max_size=30)
TEXTS = SAFE | st.sampled_from(
    ["yes", "no", "1", "1.5", "-", "- a", "a: b", "#x", "x #y", "{", "[a]", "'", '"', "null", "true", "", " a", "a ", "12:30", "~", "?", "是：否", "&a", "*a", "!a", "%a", "@a", "`a", "<<", "=", "a\\b", "...", "---", "1e3", ".5", "y"]
)  # fmt: skip
SCALARS = (
    TEXTS
    | st.booleans()
    | st.none()
    | st.integers(-(10**14), 10**14)
    | st.sampled_from([Decimal("1.5"), Decimal("-0.25")])
)
KEYS = TEXTS.filter(lambda key: key not in {"", "<<"})
DATA = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


def read(text: str) -> Any:
    found: list[Any] = []
    tree = read_text(text, "x.yaml", found)
    assert not found, (found, text)
    assert tree is not None
    return tree.data


@given(st.dictionaries(KEYS, DATA, min_size=1, max_size=5))
def test_it_is_read_back_as_it_was(data: dict[str, Any]) -> None:
    assert read(plain_text(data)) == data


@pytest.mark.parametrize(
    "file", sorted(path.relative_to(CONTENT).as_posix() for path in CONTENT.rglob("*.yaml"))
)
def test_all_shipped_content_is_read_back_as_it_was(file: str) -> None:
    data = read_folders((CONTENT,), [])[file].data
    assert isinstance(data, dict)
    assert read(plain_text(data, ["a comment"])) == data


def test_it_is_written_as_authors_write() -> None:
    data = {
        "id": "x",
        "sections": [
            {"id": "A", "title": "甲", "questions": [{"id": "A-1", "when": {"all": [{"fact": "gas"}, {"answer": "B", "in": ["ok"]}]}, "minimum": Decimal("0.5"), "options": [{"value": "ok", "label": "是"}], "advice": "a: b"}]}
        ],
    }  # fmt: skip
    assert plain_text(data, ["来自 x.xlsx"]).splitlines() == [
        "# 来自 x.xlsx",
        "id: x",
        "sections:",
        "  - id: A",
        "    title: 甲",
        "    questions:",
        "      - id: A-1",
        "        when: {all: [{fact: gas}, {answer: B, in: [ok]}]}",
        "        minimum: 0.5",
        "        options:",
        "          - {value: ok, label: 是}",
        '        advice: "a: b"',
    ]
