"""YAML that attacks or misleads: refused whole, with the line; and scalars that mean just what stands there (S8)."""

from collections.abc import Callable, Mapping
from decimal import Decimal

import pytest
import yaml

from checklists import load
from checklists.issues import Issue
from checklists.load import MOST_BYTES, read_text

Refused = Callable[[Mapping[str, str | bytes | None]], tuple[Issue, ...]]

# name, text of rules/danger.yaml, code, line
HOSTILE = [
    ("billion laughs", "a: &a [x, x]\nb: &b [*a, *a]\nwords: [*b, *b]\n", "yaml-alias", 1),
    ("an anchor alone", "words: &w [x]\n", "yaml-alias", 1),
    ("an alias of a key", "words: [a]\n*x : b\n", "yaml-alias", 2),
    ("an anchored key", "&k words: [a]\n", "yaml-alias", 1),
    ("a merge key", "words: [a]\n<<: {b: c}\n", "yaml-merge", 2),
    ("a python object", "words: !!python/object/apply:os.system ['id']\n", "yaml-tag", 1),
    ("a python name", "words:\n  - !!python/name:os.system x\n", "yaml-tag", 2),
    ("a tag of its own", "words: !evil [a]\n", "yaml-tag", 1),
    ("a tagged key", "!!str words: [a]\n", "yaml-tag", 1),
    ("a non-specific tag", "words: [! a]\n", "yaml-tag", 1),
    ("a binary", "words: [!!binary aGk=]\n", "yaml-tag", 1),
    ("a tag directive", "%TAG ! tag:evil,2000:\n---\nwords: [a]\n", "yaml-documents", 1),
    ("a version directive", "%YAML 1.1\n---\nwords: [a]\n", "yaml-documents", 1),
    ("two documents", "words: [a]\n---\nwords: [b]\n", "yaml-documents", 2),
    ("a double key", "words: [a]\nwords: [b]\n", "yaml-duplicate-key", 2),
    ("a double key of another style", 'words: [a]\n"words": [b]\n', "yaml-duplicate-key", 2),
    ("a list as key", "words: [a]\n? [a, b]\n: c\n", "yaml-key", 2),
    ("a mapping as key", "words: [a]\n? {a: b}\n: c\n", "yaml-key", 2),
    ("an empty key", "words: [a]\n'': c\n", "yaml-key", 2),
    ("deep lists", "words: " + "[" * 5000 + "]" * 5000 + "\n", "yaml-too-deep", 1),
    ("deep mappings", "words:\n" + "".join(" " * n + "a:\n" for n in range(1, 200)), "yaml-too-deep", 14),
    ("tabs as indent", "words:\n\t- a\n", "yaml-tab", 2),
    ("an open bracket", "words: [a,\nb\n", "yaml-syntax", 3),
    ("an open quote", 'words: ["a]\n', "yaml-syntax", 2),
    ("a colon too many", "words: a: b\n", "yaml-syntax", 1),
    ("an indent that fits nothing", "words:\n   - a\n  - b\n", "yaml-syntax", 3),
    ("a zero byte", "words: [a]\nx: \x00\n", "yaml-characters", 2),
    ("an escape", "words: [a\x1b[31m]\n", "yaml-characters", 1),
    ("text that turns around", "words: [a]\n# \u202e]cba[ :sdrow\n", "yaml-characters", 2),
    ("an escape in quotes", 'words: ["a\\e[31m"]\n', "yaml-characters", 1),
    ("text that turns around, in quotes", 'words:\n  - "a\\u202eb"\n', "yaml-characters", 2),
    ("a hidden blank", "wo\u200brds: [a]\n", "yaml-characters", 1),
    ("a file of another encoding", "words:\n  - 漏气\n".encode("gb18030"), "file-not-utf8", 2),
    ("UTF-16", "words: [a]\n".encode("utf-16"), "file-not-utf8", 1),
    ("a file too large", "words: [" + "a, " * MOST_BYTES + "]\n", "file-too-large", 1),
    ("an empty file", "", "not-mapping", 1),
    ("a comment alone", "# nothing\n", "not-mapping", 1),
    ("a list where a mapping belongs", "- a\n- b\n", "not-mapping", 1),
    ("numbers where words belong", "words:\n  - a\n  - 12\n", "not-text", 3),
    ("a mapping where a list belongs", "words: {a: b}\n", "not-list", 1),
]


@pytest.mark.parametrize(("text", "code", "line"), [pytest.param(*row[1:], id=row[0]) for row in HOSTILE])
def test_it_refuses(refused: Refused, text: str | bytes, code: str, line: int) -> None:
    issues = refused({"rules/danger.yaml": text})
    assert {issue.file for issue in issues} == {"rules/danger.yaml"}
    assert (issues[0].code, issues[0].line) == (code, line)


@pytest.mark.parametrize(("text", "code"), [pytest.param(row[1], row[2], id=row[0]) for row in HOSTILE])
def test_it_refuses_without_the_c_parser_too(
    refused: Refused, monkeypatch: pytest.MonkeyPatch, text: str | bytes, code: str
) -> None:
    monkeypatch.setattr(load, "_LOADER", yaml.SafeLoader)
    assert code in {issue.code for issue in refused({"rules/danger.yaml": text})}


def test_it_knows_at_least_thirty_attacks() -> None:
    assert len({name for name, *_ in HOSTILE}) >= 30


SCALARS = [
    ("true", True),
    ("false", False),
    ("null", None),
    ("", None),
    ("0", 0),
    ("12", 12),
    ("-3", -3),
    ("1.5", Decimal("1.5")),
    ("-0.25", Decimal("-0.25")),
    *[
        (text, text)
        for text in [
            "yes",
            "no",
            "on",
            "off",
            "y",
            "n",
            "Yes",
            "NO",
            "True",
            "FALSE",
            "Null",
            "NULL",
            "~",
            "010",
            "0o17",
            "0x1F",
            "0b1",
            "1_000",
            "12:30",
            "190:20:30",
            "1e3",
            "1.5e3",
            ".5",
            "5.",
            "+1",
            ".inf",
            "-.inf",
            ".nan",
            "2026-11-03",
            "2026-11-03T10:00:00Z",
            "1.2.3",
            "9999999999999999",
            "=",
            "<<x",
        ]
    ],
    ('"12"', "12"),
    ("'true'", "true"),
    ('"null"', "null"),
]


@pytest.mark.parametrize(("text", "value"), SCALARS)
def test_a_scalar_is_what_it_looks_like(text: str, value: object) -> None:
    found: list[Issue] = []
    tree = read_text(f"a: {text}\n", "x.yaml", found)
    assert not found
    assert tree is not None
    read = tree.at(("a",))
    assert read == value
    assert type(read) is type(value)


def test_it_remembers_the_line_of_every_key_and_item() -> None:
    tree = read_text("a:\n  - b: 1\n    c:\n      - x\n      - y\n  - d\n", "x.yaml", [])
    assert tree is not None
    assert tree.lines[("a", 0, "c", 1)] == 5
    assert tree.lines[("a", 1)] == 6
    assert tree.line(("a", 0, "nothing", 7)) == 2


def test_it_says_every_problem_at_once(refused: Refused) -> None:
    issues = refused(
        {
            "rules/danger.yaml": "words: &a [x]\nwords: [y]\n",
            "privacy.yaml": "version: 1\nkext: x\n",
            "laws.yaml": None,
            "stray.yaml": "a: b\n",
        }
    )
    said = {(issue.file, issue.line, issue.code) for issue in issues}
    assert said >= {
        ("rules/danger.yaml", 1, "yaml-alias"),
        ("rules/danger.yaml", 2, "yaml-duplicate-key"),
        ("privacy.yaml", 1, "not-text"),
        ("privacy.yaml", 2, "unknown-key"),
        ("laws.yaml", 1, "file-missing"),
        ("stray.yaml", 1, "file-unknown"),
    }
    assert not {issue.code for issue in issues if issue.file == "rules/danger.yaml"} - {
        "yaml-alias",
        "yaml-duplicate-key",
    }, "a file that cannot be read is not called missing too"
