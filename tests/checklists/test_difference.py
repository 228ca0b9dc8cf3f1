"""What changed between two versions, in words: each kind of change has its sentence, and no change goes unsaid."""

from decimal import Decimal
from enum import StrEnum
from typing import Any

import pytest
from pydantic import BaseModel

from checklists.catalogue import Catalogue
from checklists.conditions import Condition
from checklists.difference import catalogue_changes, form_changes, moved
from checklists.load import load_catalogue
from checklists.parts import Clause
from checklists.schema import Checklist, Option, Question, Section
from checklists.telling import Teller
from checklists.words import Language, Words
from tests.checklists.conftest import SMALL, Write

KITCHEN, ENGLISH, FACTS = "checklists/kitchen.yaml", "en/checklists/kitchen.yaml", "facts.yaml"

# file, what is replaced, by what, and the sentence in both languages
CHANGES = [
    (KITCHEN, "title: 厨房自查", "title: 灶间自查", "整体：名称由“厨房自查”改为“灶间自查”（英文没改）", "as a whole: Chinese title changed from “厨房自查” to “灶间自查” (the English stayed)"),
    (KITCHEN, "cycle_days: 30", "cycle_days: 60", "整体：周期（天）由30改为60", "as a whole: cycle in days changed from 30 to 60"),
    (KITCHEN, "title: 燃料", "title: 气源", "分组A：名称由“燃料”改为“气源”（英文没改）", "section A: Chinese title changed from “燃料” to “气源” (the English stayed)"),
    (ENGLISH, "text: Which fuel?", "text: Which gas?", "问题K-1：问法的英文改了（中文没改）", "question K-1: English text changed from “Which fuel?” to “Which gas?” (the Chinese stayed)"),
    (KITCHEN, "label: 老化", "label: 老旧", "问题K-3的答案aged：答案文字由“老化”改为“老旧”（英文没改）", "question K-3, option aged: Chinese label changed from “老化” to “老旧” (the English stayed)"),
    (KITCHEN, "        severity: x", "", "", ""),
    (KITCHEN, "when: {answer: K-1, in: [pipe]}", "when: {answer: K-1, in: [pipe, wood]}", "问题K-3：询问条件由“K-1答“管道气””改为“K-1答“管道气”或“烧柴””", "question K-3: now asked when K-1 is “Piped gas” or “Wood”, no longer when K-1 is “Piped gas”"),
    (KITCHEN, "        when: {answer: K-1, in: [pipe]}\n", "", "问题K-3：现在总是要问（原来只在K-1答“管道气”时）", "question K-3: now always asked (before only when K-1 is “Piped gas”)"),
    (KITCHEN, "        text: 软管几米？\n", "        text: 软管几米？\n        when: {fact: staff, at_least: 5}\n", "问题K-4：现在只在“多少人？”不少于5时才问", "question K-4: now asked only when “How many people?” is at least 5"),
    (KITCHEN, "        text: 软管几米？\n", "        text: 软管几米？\n        when: {all: [{fact: gas}, {not: {fact: stove}}]}\n", "问题K-4：现在只在“用气吗？”为是，并且“有灶吗？”为否时才问", "question K-4: now asked only when “Is gas used?” is yes and “Is there a stove?” is no"),
    (KITCHEN, "accept: {at_most: 2}", "accept: {at_most: 1}", "问题K-4：合格界限由不多于2改为不多于1", "question K-4: limit changed from at most 2 to at most 1"),
    (KITCHEN, "accept: {at_most: 3}", "accept: {at_most: 4}", "问题K-4：特定条件下的合格界限由不多于3（当“依据”为是）改为不多于4（当“依据”为是）", "question K-4: limits under conditions changed from at most 3 (when “The reason” is yes) to at most 4 (when “The reason” is yes)"),
    (KITCHEN, "accept: {max_age_days: 30}", "accept: {max_age_days: 7}", "问题K-5：合格界限由不早于30天前改为不早于7天前", "question K-5: limit changed from not more than 30 days ago to not more than 7 days ago"),
    (KITCHEN, "presets: [1, 1.5, 2]", "presets: [1, 2]", "问题K-4：预设值由1、1.5、2改为1、2", "question K-4: presets changed from 1, 1.5, 2 to 1, 2"),
    (KITCHEN, ", checked: false", "", "问题K-2：依据“《消防法》第16条”已与官方文本核对", "question K-2: the clause “Fire Law, art. 16” is now held against the official text"),
    (KITCHEN, "[{law: 消防法, article: 27}]", "[{law: 消防法, article: 28}]", "问题K-1：依据删去《消防法》第27条", "question K-1: basis removed: Fire Law, art. 27"),
    (KITCHEN, "[{law: 消防法, article: 27}]", "[{law: 消防法, article: 27}, {law: 消防法, article: 28}]", "问题K-1：依据增加《消防法》第28条", "question K-1: basis added: Fire Law, art. 28"),
    (KITCHEN, "{ask: fail, required: true}", "{ask: always}", "问题K-2：拍照要求由不合格时拍照，没有不能提交改为每次都拍照", "question K-2: photo changed from a photo of what is wrong, required for submission to a photo with every answer"),
    (KITCHEN, "        rectify_days: 3\n", "        rectify_days: 3\n        critical: true\n", "问题K-2：现在是关键题", "question K-2: now critical"),
    (KITCHEN, "        rectify_days: 3\n", "        rectify_days: 3\n        required: false\n", "问题K-2：现在可以跳过", "question K-2: no longer required"),
    (KITCHEN, "        kind: text\n", "        kind: text\n        severity: major\n        major: {official: false}\n", "问题K-7：提高为疑似重大隐患", "question K-7: severity raised to suspected major"),
    (KITCHEN, "sets: {gas: true}", "sets: {gas: true, stove: true}", "问题K-1的答案pipe的sets stove：新增是", "question K-1, option pipe, sets stove: new, yes"),
    (FACTS, "{id: stove, prompt: 有灶吗？, only_if: {fact: gas}}", "{id: stove, prompt: 有灶吗？}", "企业情况stove：询问条件删去“用气吗？”为是", "fact stove: condition removed: “Is gas used?” is yes"),
    (FACTS, "when: {fact: staff, at_least: 100}", "when: {fact: staff, at_least: 50}", "推算的企业情况large：条件由“多少人？”不少于100改为“多少人？”不少于50", "derived fact large: condition changed from “How many people?” is at least 100 to “How many people?” is at least 50"),
    (KITCHEN, "        text: 有人管吗？\n", "        text: 有人管吗？\n        na: true\n", "问题K-2：现在可以答不适用，要写原因", "question K-2: now takes “not applicable” with a reason"),
    ("colours.yaml", "precedence: [white, green]", "precedence: [green, white]", "整体：precedence的顺序变了", "as a whole: precedence: the order changed"),
    ("privacy.yaml", "version: '1'", "version: '2'", "整体：版本由1改为2", "as a whole: version changed from 1 to 2"),
    ("rules/danger.yaml", "words: [漏气]", "words: [漏气, 冒烟]", "整体：危险词增加冒烟", "as a whole: words of danger added: 冒烟"),
    ("rules/defaults.yaml", "major_cap: 59", "major_cap: 59, pass_mark: 70", "整体：达标线增加70", "as a whole: pass mark added: 70"),
    (KITCHEN, "        rectify_days: 3\n", "        rectify_days: 3\n        weight: 5\n", "问题K-2：分值由1改为5", "question K-2: weight changed from 1 to 5"),
    ("rules/defaults.yaml", "major_cap: 59", "major_cap: 50", "整体：有疑似重大隐患时的最高分由59改为50", "as a whole: most points with a suspected major hazard changed from 59 to 50"),
    ("rules/holidays.yaml", "worked: []", "worked: [2027-02-06]", "years 2027：worked增加2027-02-06", "years 2027: worked added: 2027-02-06"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "zh", "en"), [row for row in CHANGES if row[3]])
def test_a_change_is_said_in_words(
    small: Catalogue, write: Write, file: str, old: str, new: str, zh: str, en: str
) -> None:
    assert old in SMALL[file]
    changed = load_catalogue(write({file: SMALL[file].replace(old, new, 1)}))
    said = [change.told for change in catalogue_changes(small, changed)]
    assert zh in [one.zh for one in said]
    assert en in [one.en for one in said]


def test_nothing_is_said_of_the_same_content(small: Catalogue, write: Write) -> None:
    assert not list(catalogue_changes(small, load_catalogue(write({}))))


def swap(text: str, first: str, second: str, end: str) -> str:
    """Two neighbouring parts of a text in the other order."""
    one, two, three = text.index(first), text.index(second), text.index(end)
    return text[:one] + text[two:three] + text[one:two] + text[three:]


def test_a_question_that_moved_is_said_once(small: Catalogue, write: Write) -> None:
    text = swap(SMALL[KITCHEN], "      - id: K-5\n", "      - id: K-6\n", "      - id: K-7\n")
    said = [change.told.en for change in catalogue_changes(small, load_catalogue(write({KITCHEN: text})))]
    assert said in (["question K-5: stands in another place"], ["question K-6: stands in another place"])


def test_a_question_that_went_to_another_section_stays_the_same_question(
    small: Catalogue, write: Write
) -> None:
    text = SMALL[KITCHEN]
    start, end, behind = (
        text.index("      - id: K-3\n"),
        text.index("  - id: B\n"),
        text.index("      - id: K-4\n"),
    )
    text = text[:start] + text[end:behind] + text[start:end] + text[behind:]
    said = [change.told.en for change in catalogue_changes(small, load_catalogue(write({KITCHEN: text})))]
    assert said == ["question K-3: moved from “Fuel” to “Others”"]


def test_new_and_gone_questions_and_options_are_said(small: Catalogue, write: Write) -> None:
    text = (
        SMALL[KITCHEN]
        .replace("          - {value: wall, label: 穿墙, outcome: bad}\n", "")
        .replace("id: K-7", "id: K-8")
    )
    english = SMALL[ENGLISH].replace("K-7:", "K-8:").replace(", wall: Through a wall", "")
    said = [
        one.told.en
        for one in catalogue_changes(small, load_catalogue(write({KITCHEN: text, ENGLISH: english})))
    ]
    assert said == [
        "question K-7: gone, “Anything else?”",
        "question K-3, option wall: gone, “Through a wall” (a finding)",
        "question K-8: new, “Anything else?”",
    ]


def test_a_new_or_gone_checklist_is_one_change(small: Catalogue) -> None:
    form = small.checklists["kitchen"]
    assert [one.told.en for one in form_changes(None, form)] == [
        f"as a whole: new checklist “Kitchen check” with {len(form.questions)} questions"
    ]
    assert [one.told.zh for one in form_changes(form, None)] == ["整体：删去自查表“厨房自查”"]
    assert not list(form_changes(None, None))


def other(value: Any, name: str) -> Any:  # noqa: C901, PLR0911 - one line a type
    """Another value of the same type, None when none is at hand."""
    match value:
        case bool():
            return not value
        case int():
            return value + 1
        case Decimal():
            return value + 1
        case Words():
            return Words(value.zh + "改", value.en + " changed")
        case tuple():
            return value[1:] if value else ()
        case dict():
            return {} if value else {"gas": True}
        case StrEnum():
            return next(one for one in type(value) if one is not value)
        case str():
            return value + "x"
        case None if name in {"when", "only_if"}:
            return Condition(fact="gas")
        case None if name in {"minimum", "maximum"}:
            return Decimal(3)
        case None if name in {"oldest_days", "ahead_days", "longest"}:
            return 3
    return None


PARTS = {"checklist": Checklist, "section": Section, "question": Question, "option": Option, "clause": Clause}


@pytest.mark.parametrize(
    ("kind", "field"), [(kind, field) for kind, model in PARTS.items() for field in model.model_fields]
)
def test_no_change_of_any_field_goes_unsaid(small: Catalogue, kind: str, field: str) -> None:
    form = small.checklists["kitchen"]
    for changed in mutants(form, kind, field):
        assert changed.fingerprint != form.fingerprint
        said = list(form_changes(form, changed))
        assert said
        assert all(one.told.to(language).strip() for one in said for language in Language)


def test_nearly_every_field_was_changed_in_that_test(small: Catalogue) -> None:
    form = small.checklists["kitchen"]
    tried = [
        (kind, field)
        for kind, model in PARTS.items()
        for field in model.model_fields
        if mutants(form, kind, field)
    ]
    assert len(tried) > 35


def mutants(form: Checklist, kind: str, field: str) -> list[Checklist]:
    """The form with one field of one thing of that kind changed, as often as there is a thing to change."""
    plain = [Checklist.from_json(changed.to_json()) for changed in _changed(form, kind, field)]
    return [one for one in plain if one.fingerprint != form.fingerprint]


def _changed(form: Checklist, kind: str, field: str) -> list[Checklist]:
    paths = {
        "checklist": [()],
        "section": [("sections", 0)],
        "question": [("sections", 0, "questions", n) for n in range(3)]
        + [("sections", 1, "questions", n) for n in range(4)],
        "option": [("sections", 0, "questions", 0, "options", n) for n in range(3)],
        "clause": [("sections", 0, "questions", 0, "basis", 0)],
    }[kind]
    found = []
    for path in paths:
        thing: Any = form
        for step in path:
            thing = thing[step] if isinstance(step, int) else getattr(thing, step)
        changed = other(getattr(thing, field), field)
        if changed is not None and changed != getattr(thing, field):
            found.append(_put(form, path, thing.model_copy(update={field: changed})))
    return found


def _put(whole: Any, path: tuple[Any, ...], part: BaseModel) -> Any:
    if not path:
        return part
    step = path[0]
    if isinstance(step, int):
        return tuple(_put(one, path[1:], part) if place == step else one for place, one in enumerate(whole))
    return whole.model_copy(update={step: _put(getattr(whole, step), path[1:], part)})


def test_as_few_things_as_possible_have_moved() -> None:
    assert moved(["a", "b", "c", "d"], ["a", "c", "d", "b"]) == {"b"}
    assert moved(["a", "b"], ["a", "b"]) == set()


def test_what_has_no_words_is_shown_as_it_is_written() -> None:
    when = Condition.model_validate({"any": [{"fact": "gas"}, {"not": {"answer": "K-1", "in": ["pipe"]}}]})
    assert Teller().condition(when).en == "gas is yes or not (K-1 is “pipe”)"
    assert Teller().value({"a": (1, True)}).en == "a: 1, yes"
    assert Teller().value(()).zh == "（无）"
