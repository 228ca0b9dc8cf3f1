"""Content with repeated sections, calculated values and texts to be filled in: loaded, and refused line by line."""

from collections.abc import Callable, Mapping

import pytest

from checklists.catalogue import Catalogue
from checklists.issues import Issue
from checklists.schema import Checklist
from tests.checklists.boilers import ALSO, BOILERS, BOILERS_EN, BROKEN, ELSEWHERE, ENGLISH, FOLLOWS, TEXT

Refused = Callable[[Mapping[str, str | bytes | None]], tuple[Issue, ...]]


def test_it_is_loaded_in_both_languages(boiler_catalogue: Catalogue) -> None:
    form = boiler_catalogue.checklists["boilers"]
    repeat = form.sections[1].repeat
    assert repeat is not None
    assert (repeat.title.zh, repeat.title.en) == ("锅炉", "Boiler")
    assert not form.plain
    assert form.elsewhere == {("kitchen", "K-1")}


def test_it_is_kept_and_read_again_as_it_was(boiler_catalogue: Catalogue) -> None:
    form = boiler_catalogue.checklists["boilers"]
    again = Checklist.from_json(form.to_json())
    assert again.fingerprint == form.fingerprint
    assert again == form


def test_an_instance_is_found_by_its_id_everywhere(boiler_catalogue: Catalogue) -> None:
    form = boiler_catalogue.checklists["boilers"]
    assert form.question("B-6@2").id == "B-6@2"
    assert form.question("B-6@2").option("bad") is not None
    assert form.question("B-4@3").text.zh == "第3台锅炉叫什么？"
    assert form.question("B-5@3").text.zh == "“…”每天用几个小时？"
    assert form.question("B-2").text.zh == "有专人管这…台锅炉吗？"
    assert form.section_of("B-6@2").id == "B"
    assert form.places["B-4@1"] < form.places["B-7@1"] < form.places["B-4@2"] < form.places["B-8"]
    assert form.places["B-4"] == form.places["B-4@1"]
    assert [one.id for one in form.questions].count("B-4") == 1


@pytest.mark.parametrize(
    "question", ["B-6@0", "B-6@6", "B-6@", "B-6@x", "B-6@²", "B-6@01", "B-1@1", "B-99@1", "@1", "B-6@1@1", ""]
)
def test_there_are_no_other_instances(boiler_catalogue: Catalogue, question: str) -> None:
    with pytest.raises(KeyError):
        boiler_catalogue.checklists["boilers"].question(question)
    assert question not in boiler_catalogue.checklists["boilers"].places


@pytest.mark.parametrize(("code", "old", "new"), BROKEN, ids=[f"{row[0]}: {row[2][:30]}" for row in BROKEN])
def test_it_complains_in_the_right_line(refused: Refused, code: str, old: str, new: str) -> None:
    assert old in TEXT
    text = TEXT.replace(old, new, 1).replace(ALSO.get(code, "\0"), "", 1)
    issues = [issue for issue in refused({BOILERS: text, BOILERS_EN: ENGLISH}) if issue.file == BOILERS]
    mine = [issue for issue in issues if issue.code == code]
    assert mine, [str(issue) for issue in issues]
    assert not {issue.code for issue in issues} - FOLLOWS - {code}
    if "# <-" in new or ("\n" not in new and code not in ELSEWHERE):
        wanted = text.index("# <-" if "# <-" in new else new)
        assert text[:wanted].count("\n") + 1 in {issue.line for issue in mine}


@pytest.mark.parametrize(
    ("old", "new", "guess"),
    [
        ("form: kitchen", "form: kitchn", "kitchen"),
        ("answer: K-1, in: [wood", "answer: K-11, in: [wood", "K-1"),
        ("in: [wood, pipe]", "in: [wood, pip]", "pipe"),
        ("{fact: staff}]}", "{fact: stff}]}", "staff"),
        ("一共{fact:staff}人", "一共{fact:stafff}人", "staff"),
        ("name: B-4", "name: B-44", "B-4"),
    ],
)
def test_it_says_what_was_probably_meant(refused: Refused, old: str, new: str, guess: str) -> None:
    issues = refused({BOILERS: TEXT.replace(old, new, 1), BOILERS_EN: ENGLISH})
    assert any(f"Did you mean “{guess}”" in issue.todo.en for issue in issues), [str(one) for one in issues]
