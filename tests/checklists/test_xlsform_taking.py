"""A form as pyxform reads it becomes a checklist: kinds, answers, sections, repeats, languages, and all that is left."""

from decimal import Decimal
from typing import Any

import pytest

from checklists.xlsform.left import Weight
from checklists.xlsform.marks import id_for, value_for
from checklists.xlsform.survey import survey_of
from checklists.xlsform.taking import Taken, take

YN = [{"name": "yes", "label": "Yes"}, {"name": "no", "label": "No"}]


def row(kind: str, name: str = "q", label: Any = "Label", /, number: int = 2, **more: Any) -> dict[str, Any]:
    bind = {
        key: more.pop(key)
        for key in ("relevant", "constraint", "required", "calculate", "readonly")
        if key in more
    }
    return {"type": kind, "name": name, "label": label, "__row": str(number), "bind": bind, **more}


def taken(*children: Any, **head: Any) -> Taken:
    return take(survey_of({"id_string": "f", "title": "Form", "children": list(children), **head}))


def question(result: Taken, place: int = 0) -> Any:
    return [one for section in result.checklist["sections"] for one in section["questions"]][place]


def left(result: Taken) -> list[tuple[str, str, int | None]]:
    return [(one.weight.value, one.code, one.row) for one in result.left]


KINDS = [
    ("text", "text"), ("integer", "number"), ("decimal", "number"), ("date", "date"), ("time", "time"), ("photo", "photo"),
    ("file", "file"), ("geopoint", "place"), ("barcode", "code"), ("acknowledge", "yesno"), ("range", "number"),
    ("q string", "text"), ("gps", "place"), ("phone number", "code"), ("percentage", "number"),
]  # fmt: skip


@pytest.mark.parametrize(("type_", "kind"), KINDS)
def test_each_type_has_its_kind(type_: str, kind: str) -> None:
    result = taken(row(type_))
    assert question(result)["kind"] == kind
    assert not result.left


@pytest.mark.parametrize(
    ("type_", "code"),
    [("audio", "audio"), ("video", "video"), ("geoshape", "area"), ("deviceid", "device"), ("rank", "rank"), ("hidden", "hidden"),
     ("start-geopoint", "unasked-place"), ("select one", "other-file"), ("select one external", "other-file"), ("smell", "type"), ("osm", "osm")],
)  # fmt: skip
def test_what_has_no_kind_is_left_with_its_row(type_: str, code: str) -> None:
    result = taken(row(type_, number=7))
    assert left(result) == [("row", code, 7)]
    assert not result.checklist["sections"]
    assert not result.whole


@pytest.mark.parametrize("type_", ["start", "end", "today", "username", "audit", "phonenumber"])
def test_what_is_recorded_anyway_is_not_asked(type_: str) -> None:
    result = taken(row(type_), row("text"))
    assert (result.recorded, result.rows, result.left) == (1, 2, [])


def test_answers_keep_their_order_and_get_short_values() -> None:
    choices = [
        {"name": "Option One", "label": "1"},
        {"name": "2", "label": {"English (en)": "Two"}},
        {"name": "2.", "label": "Three"},
    ]
    options = question(taken(row("select all that apply", choices=choices)))["options"]
    assert [one["value"] for one in options] == ["option_one", "o2", "o2_2"]
    assert {one["outcome"] for one in options} == {"neutral"}


def test_yes_and_no_are_told_by_their_words() -> None:
    assert question(taken(row("select one", choices=YN)))["kind"] == "yesno"
    numbered = [{"name": "1", "label": "是"}, {"name": "2", "label": "否"}]
    found = question(taken(row("select one", choices=numbered)))
    assert [one["affirms"] for one in found["options"]] == [True, False]
    grades = [{"name": "1", "label": "Good"}, {"name": "2", "label": "Bad"}]
    assert question(taken(row("select one", choices=grades)))["kind"] == "single"


def test_ranges_limits_and_patterns() -> None:
    assert question(taken(row("integer", constraint=". >= 1 and . <= 9"))) | {
        "minimum": Decimal(1),
        "maximum": Decimal(9),
        "whole": True,
    } == question(taken(row("integer", constraint=". >= 1 and . <= 9")))
    assert question(taken(row("range", parameters={"start": "1", "end": "10", "step": "1"})))["maximum"] == 10
    assert question(taken(row("text", constraint="regex(., '[0-9]{4}')")))["kind"] == "code"
    assert question(taken(row("integer", constraint="${q} >= 3")))["minimum"] == 3
    assert left(taken(row("integer", constraint=". != 5"))) == [("rule", "constraint", 2)]


def test_required_is_what_the_form_says() -> None:
    assert "required" not in question(taken(row("text", required="yes")))
    assert question(taken(row("text")))["required"] is False
    assert left(taken(row("text", required="${a} = 'x'"))) == [("rule", "required-when", 2)]


def test_a_day_with_its_time_is_two_questions() -> None:
    result = taken(row("dateTime", "at", {"中文 (zh)": "何时"}))
    assert [
        (question(result, n)["id"], question(result, n)["kind"], question(result, n)["text"]) for n in (0, 1)
    ] == [("at", "date", "何时（日期）"), ("at_time", "time", "何时（时间）")]


def group(name: str, *children: Any, label: Any = None, kind: str = "group", **more: Any) -> dict[str, Any]:
    bind = {"relevant": more.pop("relevant")} if "relevant" in more else {}
    return {
        "type": kind,
        "name": name,
        "children": list(children),
        "__row": "9",
        "bind": bind,
        **({"label": label} if label else {}),
        **more,
    }


def test_groups_with_a_name_for_people_are_sections() -> None:
    result = taken(
        row("select one", "a", choices=YN),
        group(
            "g",
            row("text", "b"),
            group("inner", row("text", "c"), relevant="${a} = 'yes'"),
            group("named", row("text", "d"), label="Named"),
            row("text", "e"),
            label="Group",
            relevant="${a} = 'no'",
        ),
    )
    sections = result.checklist["sections"]
    assert [(one["id"], one["title"], [q["id"] for q in one["questions"]]) for one in sections] == [
        ("main", "Form", ["a"]), ("g", "Group", ["b", "c"]), ("named", "Named", ["d"]), ("g_2", "Group", ["e"]),
    ]  # fmt: skip
    no = {"answer": "a", "in": ["no"]}
    assert [one.get("when") for one in sections] == [None, no, no, no]
    assert question(result, 2)["when"] == {"answer": "a", "in": ["yes"]}


def test_a_group_whose_condition_cannot_be_said_complains_once() -> None:
    result = taken(group("g", row("text", "b"), row("text", "c"), label="G", relevant="position(..) = 2"))
    assert left(result) == [("rule", "when-expression", 9)]


def test_a_counted_repeat_is_a_repeated_section() -> None:
    count = {"control": {"jr:count": "${n}"}}
    result = taken(
        row("integer", "n"),
        group("r", row("text", "b"), row("integer", "c"), label="Boiler", kind="repeat", **count),
        row("calculate", "total", None, calculate="sum(${c})"),
    )
    assert result.checklist["sections"][1]["repeat"] == {"answer": "n", "maximum": 30, "title": "Boiler"}
    assert question(result, 3)["calculate"] == {"sum": [{"answer": "c"}]}
    assert result.english["repeats"] == {"r": "Boiler"}


def test_a_repeat_that_nobody_counts_asks_for_one_more() -> None:
    result = taken(group("r", row("text", "b"), label="Boiler", kind="repeat"))
    assert result.checklist["sections"][0]["repeat"] == {"more": "r_more", "maximum": 30, "title": "Boiler"}
    assert question(result, 1)["id"] == "r_more"
    assert result.english["questions"]["r_more"]["options"] == {"yes": "One more", "no": "No more"}


def test_a_repeat_within_a_repeat_is_left() -> None:
    inner = group("inner", row("text", "c", number=5), kind="repeat")
    result = taken(group("r", row("text", "b"), inner, label="R", kind="repeat"))
    assert left(result) == [("row", "nested-repeat", 5)]


def test_what_looks_at_something_that_was_left_says_so() -> None:
    result = taken(
        row("audio", "a"),
        row("text", "b", relevant="${a} != ''", number=3),
        row("text", "c", "About ${a}", number=4),
    )
    assert left(result) == [
        ("row", "audio", 2),
        ("rule", "when-condition-on-left", 3),
        ("rule", "label-reference", 4),
    ]
    assert question(result, 1)["text"] == "About …"


def test_texts_mention_earlier_answers() -> None:
    result = taken(row("text", "a-b"), row("text", "c", "How is ${a-b} {really}?"))
    assert question(result, 1)["text"] == "How is {answer:a-b} ｛really｝?"
    assert not result.left


def test_notes_are_read_behind_the_next_question() -> None:
    result = taken(
        row("note", "n", "Wear a helmet."), row("text", "a", hint="Look up."), row("note", "m", "Thanks.")
    )
    assert question(result)["note"] == "Wear a helmet. Look up. Thanks."
    assert not result.left
    assert left(taken(row("note", "n"))) == [("row", "note-alone", 2)]
    assert left(taken(row("note", "n", relevant="1 = 1"), row("text"))) == [("look", "note-condition", 2)]


def test_looks_are_told_but_keep_the_form_whole() -> None:
    result = taken(row("text", default="x", control={"appearance": "multiline"}), row("text", "b", None))
    assert {one.detail for one in result.left if one.code == "look"} == {"default", "appearance"}
    assert {one.weight for one in result.left} == {Weight.LOOK}
    assert result.whole


def test_a_choice_filter_is_a_rule_lost() -> None:
    assert left(taken(row("select one", choices=YN, choice_filter="a=${b}"))) == [
        ("rule", "choice-filter", 2)
    ]


def test_languages_are_told_by_name_and_script() -> None:
    both = taken(row("text", "q", {"English (en)": "Who?", "中文 (zh)": "谁？"}))
    assert (question(both)["text"], both.english["questions"]["q"]["text"]) == ("谁？", "Who?")
    assert question(taken(row("text", "q", "谁负责？")))["text"] == "谁负责？"
    assert taken(row("text", "q", "谁负责？")).english == {}
    english = taken(row("text", "q", "Who?"))
    assert (question(english)["text"], english.english["questions"]["q"]["text"]) == ("Who?", "Who?")
    french = take(
        survey_of(
            {
                "id_string": "f",
                "title": "F",
                "children": [row("text", "q", {"Français": "Qui ?", "Kiswahili": "Nani?"})],
            }
        ),
        source="Kiswahili",
    )
    assert question(french)["text"] == "Nani?"


def test_markup_and_hidden_characters_are_taken_out() -> None:
    assert (
        question(taken(row("text", "q", "<b>Who</b> is **there**?\u200b\n\tNow")))["text"]
        == "Who is there? Now"
    )


def test_marks_are_short_plain_and_used_once() -> None:
    assert id_for("Frage über alles", set()) == "Frage_ber_alles"
    assert id_for("1a", {"q1a"}) == "q1a_2"
    assert len(id_for("x" * 90, {"x" * 32})) == 32
    assert value_for("", set()) == "o"
    assert value_for("Très long nom de choix", set()) == "tr_s_long_nom_de"


def test_parts_that_are_not_as_they_should_be_do_no_harm() -> None:
    odd = {
        "type": "text",
        "name": "q",
        "label": ["x"],
        "bind": "no",
        "control": None,
        "parameters": "start=1",
        "choices": "none",
        "__row": "x",
    }
    assert question(taken(odd))["text"] == "q"
