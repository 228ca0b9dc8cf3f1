"""The kinds of hazards as content: what they cover exists and is covered once; what is said when it is not so."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from checklists.catalogue import Catalogue
from checklists.hazard_kinds import belonging
from checklists.issues import Issue
from checklists.load import load_catalogue
from checklists.words import Language

KINDS = "rules/hazard_kinds.yaml"
Refused = Callable[[Mapping[str, str | bytes | None]], tuple[Issue, ...]]
Write = Callable[[Mapping[str, str | bytes | None]], Path]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("kitchen/A", "kitchen/Z", "unknown-cover"),
        ("kitchen/A", "cellar", "unknown-cover"),
        ("LIST/gas", "LIST-3-3", "unknown-cover"),
        ("[K-22, LIST/fire]", "[K-22, K-22]", "covered-twice"),
        ("[K-22, LIST/fire]", "[kitchen/A]", "covered-twice"),
        ("kind: number, unit", "kind: text, unit", "field-parts"),
        ("kind: number, unit", "kind: choice, unit", "field-parts"),
        ("title: 名称, kind: text", "title: 名称, kind: number", "field-parts"),
        ("kind: text", "kind: colour", "not-one-of"),
        ("id: fire", "id: gas", "duplicate-id"),
        ("name: 消防", "name: 消防消防消防消防消防", "text-too-long"),
        ("days: 7", "days: 700", "bad-value"),
    ],
)
def test_what_is_wrong_is_said(
    refused: Refused, texts: Mapping[str, str], old: str, new: str, code: str
) -> None:
    issues = refused({KINDS: texts[KINDS].replace(old, new, 1)})
    assert code in {issue.code for issue in issues}


def test_an_extra_field_stands_once_among_all_kinds(refused: Refused, texts: Mapping[str, str]) -> None:
    english = texts[f"en/{KINDS}"].replace("{m: {", "{n: {")
    issues = refused({KINDS: texts[KINDS].replace("id: m,", "id: n,"), f"en/{KINDS}": english})
    assert {issue.code for issue in issues} == {"field-twice"}


def test_a_kind_has_four_extra_fields_at_most(refused: Refused, texts: Mapping[str, str]) -> None:
    fields = ", ".join(f"{{id: a{one}, title: 名称, kind: text}}" for one in range(5))
    issues = refused({KINDS: texts[KINDS].replace("days: 7", f"days: 7, fields: [{fields}]", 1)})
    assert issues


def test_a_name_that_was_nearly_right_is_guessed(refused: Refused, texts: Mapping[str, str]) -> None:
    (issue,) = refused({KINDS: texts[KINDS].replace("kitchen/A", "kitchen/AA")})
    assert "“kitchen/A”?" in issue.told(Language.EN)


def test_the_finest_name_decides(small: Catalogue) -> None:
    hit = small.suggester.hit
    found = {id_: one.kind for id_ in ("K-1", "K-22", "K-24", "LIST-3-1") if (one := hit(id_)) is not None}
    assert found == {"K-1": "gas", "K-22": "fire", "K-24": "other", "LIST-3-1": "fire"}


def test_everything_shipped_has_a_kind_of_its_own_or_is_named_other() -> None:
    catalogue = load_catalogue()
    assert catalogue.kinds is not None
    covered = {name for kind in catalogue.kinds.kinds for name in kind.covers}
    bare = [
        id_
        for id_, names in belonging(catalogue.checklists.values(), catalogue.criteria)
        if not covered & set(names)
    ]
    assert bare == []
