"""The lists of major hazards as content: read in both languages, found by code, carried whole by the questions."""

from collections.abc import Callable, Mapping

import pytest

from checklists.catalogue import Catalogue
from checklists.criteria import Status
from checklists.issues import Issue
from checklists.load import load_catalogue
from checklists.parts import Criterion
from checklists.schema import Checklist
from checklists.words import Words
from tests.checklists.conftest import SMALL, Write

Refused = Callable[[Mapping[str, str | bytes | None]], tuple[Issue, ...]]
KITCHEN = "checklists/kitchen.yaml"


@pytest.fixture
def linked(write: Write) -> Catalogue:
    text = SMALL[KITCHEN].replace(
        "major: {official: true, criterion: 某标准第1条}",
        "major: {official: true, criterion: 某标准第1条, criteria: [LIST-3-2, LIST-9]}",
    )
    return load_catalogue(write({KITCHEN: text}))


def test_items_stand_in_both_languages_with_the_clause_people_read(small: Catalogue) -> None:
    found = small.criteria.by_code["LIST-3-2"]
    assert found.text == Words("漏气", "Gas leaks")
    assert found.clause is not None
    assert found.clause.text == Words("《消防法》第3条第(2)项", "Fire Law, art. 3 (2)")
    standard = small.criteria.standard_of["LIST-3-2"]
    assert (standard.name.en, standard.number.zh) == ("Some criteria", "某令第1号")
    assert standard.groups["gas"] == Words("用气", "Gas")


def test_rules_are_found_but_are_no_items(small: Catalogue) -> None:
    assert [item.code for item in small.criteria.items] == ["LIST-3-1", "LIST-3-2", "OLD-1"]
    assert small.criteria.by_code["LIST-9"].text.en == "What fails counts as missing"


def test_an_item_says_whether_it_was_held_against_the_official_text(small: Catalogue) -> None:
    checked = {code: one.clause and one.clause.checked for code, one in small.criteria.by_code.items()}
    assert checked == {"LIST-9": False, "LIST-3-1": False, "LIST-3-2": True, "OLD-1": False}


def test_an_old_list_is_kept_and_says_what_replaced_it(small: Catalogue) -> None:
    old = small.criteria.standard_of["OLD-1"]
    assert (old.status, old.effective) == (Status.REPLACED, "2017-07")
    assert old.replaced_by == Words("某令第1号", "Some order 1")


def test_a_question_carries_the_items_it_points_at_whole(linked: Catalogue) -> None:
    major = linked.checklists["kitchen"].question("K-1").major
    assert major is not None
    assert major.criteria == (linked.criteria.by_code["LIST-3-2"], linked.criteria.by_code["LIST-9"])


def test_a_kept_form_has_the_items_as_they_were(linked: Catalogue) -> None:
    kitchen = linked.checklists["kitchen"]
    again = Checklist.from_json(kitchen.to_json())
    assert again == kitchen
    assert again.fingerprint == kitchen.fingerprint


def test_a_changed_item_is_another_version_of_the_forms_that_point_at_it(
    linked: Catalogue, small: Catalogue, write: Write
) -> None:
    text = SMALL[KITCHEN].replace("criterion: 某标准第1条}", "criterion: 某标准第1条, criteria: [LIST-3-2]}")
    one = load_catalogue(write({KITCHEN: text}))
    other = load_catalogue(
        write({KITCHEN: text, "criteria/LIST.yaml": SMALL["criteria/LIST.yaml"].replace("漏气", "漏煤气")})
    )
    prints = {found.checklists["kitchen"].fingerprint for found in (small, linked, one, other)}
    assert len(prints) == 4


def test_a_code_belongs_to_one_list_only(refused: Refused) -> None:
    twice = SMALL["criteria/OLD.yaml"].replace("code: OLD-1", "code: LIST-9")
    issues = refused({"criteria/OLD.yaml": twice})
    assert ("duplicate-id", "criteria/OLD.yaml") in {(issue.code, issue.file) for issue in issues}


def test_lists_make_no_noise_when_the_laws_cannot_be_read(refused: Refused) -> None:
    issues = refused({"laws.yaml": "laws: 3\n"})
    assert [issue.code for issue in issues] == ["not-mapping"]


def test_content_without_lists_is_content(write: Write) -> None:
    none: dict[str, str | None] = dict.fromkeys((name for name in SMALL if "criteria/" in name), None)
    kinds = "rules/hazard_kinds.yaml"
    none |= {kinds: SMALL[kinds].replace(", LIST/gas", "").replace(", LIST/fire", "")}
    assert load_catalogue(write(none)).criteria.items == ()


def test_a_criterion_is_written_as_its_code() -> None:
    assert Criterion(code="A-1").clause is None
