"""The catalogue put together: languages, facts, colours, defaults, kept versions, the command line."""

import json
from datetime import date
from decimal import Decimal

import pytest

from checklists.articles import article_words, is_article
from checklists.catalogue import Catalogue
from checklists.codec import value_from_json
from checklists.facts import FactSheet
from checklists.issues import ContentError
from checklists.load import load_catalogue
from checklists.schema import Checklist, MajorSource, Outcome
from checklists.words import Language, Words
from tests.checklists.conftest import SMALL, Write


def test_content_stands_in_both_languages(small: Catalogue) -> None:
    kitchen = small.checklists["kitchen"]
    first, fourth = kitchen.question("K-1"), kitchen.question("K-4")
    assert kitchen.title == Words("厨房自查", "Kitchen check")
    assert kitchen.section_of("K-4").title.to(Language.EN) == "Others"
    assert first.options[0].label == Words("管道气", "Piped gas")
    assert fourth.unit == Words("米", "m")
    assert kitchen.question("K-2").note == Words("写明姓名。", "With a name.")
    assert first.major == MajorSource(official=True, criterion=Words("某标准第1条", "Some standard art. 1"))
    assert small.privacy.text.to(Language.ZH) == "告知"
    assert small.colours.colour("white").group == Words("餐饮", "Catering")
    assert small.facts.numbers[0].unit == Words("人", "people")


def test_a_choice_brings_its_options(small: Catalogue) -> None:
    kitchen = small.checklists["kitchen"]
    assert [option.label.en for option in kitchen.question("K-2").options] == ["Yes", "No"]
    assert kitchen.question("K-5").options[0].outcome is Outcome.BAD
    assert value_from_json(kitchen.question("K-5"), "never") == "never"


@pytest.mark.parametrize(
    ("question", "zh", "en", "checked"),
    [
        ("K-1", "《消防法》第27条", "Fire Law, art. 27", True),
        ("K-2", "《消防法》第16条", "Fire Law, art. 16", False),
        ("K-3", "《消防法》", "Fire Law", True),
        ("K-4", "《消防法》第9条第(1)项（参照）", "Fire Law, art. 9 (1) (by analogy)", True),
        ("K-5", "《消防法》第10章", "Fire Law, ch. 10", True),
        ("K-6", "《消防法》第5.1.4条", "Fire Law, cl. 5.1.4", True),
        ("K-7", "《消防法》附录A", "Fire Law, annex A", True),
    ],
)
def test_a_clause_reads_well_in_both_languages(
    small: Catalogue, question: str, zh: str, en: str, checked: bool
) -> None:
    (clause,) = small.checklists["kitchen"].question(question).basis
    assert clause.text == Words(zh, en)
    assert clause.checked is checked


def test_an_unknown_article_is_said_as_it_stands() -> None:
    assert not is_article("第三条")
    assert article_words(Words("甲", "A"), "第三条") == Words("甲第三条", "A, 第三条")


def test_defaults_of_content_reach_the_questions(small: Catalogue) -> None:
    kitchen = small.checklists["kitchen"]
    done, expiry, story = (kitchen.question(name) for name in ("K-5", "K-6", "K-7"))
    assert (done.oldest_days, done.ahead_days) == (3650, 0)
    assert (expiry.oldest_days, expiry.ahead_days) == (3650, 3650)
    assert story.longest == 200
    assert kitchen.major_cap == 59


def test_derived_facts_that_answers_change_go_with_the_form(small: Catalogue) -> None:
    assert [rule.id for rule in small.checklists["kitchen"].derived] == ["burning"]


# --- facts and colours --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "large", "burning"),
    [
        ({}, False, False),
        ({"gas": True}, False, True),
        ({"staff": 100}, True, True),
        ({"staff": Decimal(99)}, False, False),
    ],
)
def test_facts_follow_from_facts(
    small: Catalogue, facts: dict[str, bool | int | Decimal], large: bool, burning: bool
) -> None:
    known = small.facts.derive(facts)
    assert (known["large"], known["burning"]) == (large, burning)
    assert facts.items() <= dict(known).items()


def test_the_facts_are_known_by_name(small: Catalogue) -> None:
    assert small.facts.ids == {"catering", "staff", "gas", "stove", "large", "burning"}
    assert small.facts.number_ids == {"staff"}


def test_an_enterprise_has_the_first_colour_that_fits(small: Catalogue) -> None:
    assert small.colours.of("catering", {}) == "white"
    assert small.colours.of("mining", {}) == "green"
    assert small.colours.of(None, {}) == "green"


def test_a_form_is_owed_where_it_means_something(write: Write) -> None:
    text = SMALL["checklists/kitchen.yaml"].replace(
        "cycle_days: 30\n", "cycle_days: 30\nwhen: {fact: burning}\n"
    )
    catalogue = load_catalogue(write({"checklists/kitchen.yaml": text}))
    assert catalogue.for_enterprise("white", catalogue.facts.derive({"gas": True})) == ("kitchen",)
    assert catalogue.for_enterprise("white", catalogue.facts.derive({})) == ()


def test_a_colour_without_days_leaves_those_of_the_form(small: Catalogue) -> None:
    assert small.cycle_of("kitchen", "white") == 30


def test_holidays_that_the_library_does_not_know_are_read(small: Catalogue) -> None:
    assert dict(small.holidays.items())[2027].off == (date(2027, 1, 1),)


# --- kept versions ------------------------------------------------------------------------------------------------


def test_a_kept_form_is_read_again_exactly(small: Catalogue) -> None:
    kitchen = small.checklists["kitchen"]
    again = Checklist.from_json(kitchen.to_json())
    assert again == kitchen
    assert again.fingerprint == kitchen.fingerprint
    assert again.to_json() == kitchen.to_json()


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("checklists/kitchen.yaml", "有人管吗？", "有人管吗?"),
        ("checklists/kitchen.yaml", "at_most: 2", "at_most: 2.5"),
        ("checklists/kitchen.yaml", "required: true", "required: false"),
        ("en/checklists/kitchen.yaml", "Kitchen check", "Kitchen checks"),
        ("en/choices.yaml", "Never", "Not ever"),
        ("laws.yaml", "《消防法》", "《消防法》(2021)"),
        ("rules/defaults.yaml", "major_cap: 59", "major_cap: 58"),
    ],
)
def test_any_changed_character_is_another_version(
    small: Catalogue, write: Write, file: str, old: str, new: str
) -> None:
    changed = load_catalogue(write({file: SMALL[file].replace(old, new, 1)}))
    assert changed.checklists["kitchen"].fingerprint != small.checklists["kitchen"].fingerprint


def test_comments_and_layout_are_not_another_version(small: Catalogue, write: Write) -> None:
    text = "# a comment\n" + SMALL["checklists/kitchen.yaml"].replace(
        "title: 厨房自查", 'title:   "厨房自查"'
    )
    assert (
        load_catalogue(write({"checklists/kitchen.yaml": text})).checklists["kitchen"]
        == small.checklists["kitchen"]
    )


def test_a_new_field_with_a_default_leaves_old_fingerprints_alone(small: Catalogue) -> None:
    """What has its default is not written, so forms kept before a field existed read and count the same."""
    plain = json.loads(small.checklists["kitchen"].to_json())
    second = plain["sections"][0]["questions"][1]
    assert set(second) == {
        "advice",
        "basis",
        "id",
        "kind",
        "note",
        "options",
        "photo",
        "rectify_days",
        "text",
        "when",
    }


def test_forms_are_frozen(small: Catalogue) -> None:
    with pytest.raises(ValueError, match="frozen"):
        small.checklists["kitchen"].question("K-1").id = "K-9"
    with pytest.raises(KeyError):
        small.checklists["kitchen"].question("K-9")


def test_a_fact_sheet_can_be_read_without_the_rest() -> None:
    sheet = FactSheet.model_validate({"numbers": [], "industries": [], "asked": [], "derived": []})
    assert sheet.derive({"a": True}) == {"a": True}


# --- the command line ---------------------------------------------------------------------------------------------


def test_a_catalogue_is_refused_whole(write: Write) -> None:
    root = write({"rules/danger.yaml": "words: 3\n"})
    with pytest.raises(ContentError) as caught:
        load_catalogue(root)
    assert "rules/danger.yaml:1: not-list" in str(caught.value)
