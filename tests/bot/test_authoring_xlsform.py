"""`import-xlsform` and `export-xlsform`: real spreadsheets in and out, read by pyxform; hostile ones are refused."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from pyxform.xls2xform import convert

from bot.authoring.xlsform import LARGEST, FormRefused, read_bytes, read_form
from checklists.__main__ import main
from checklists.catalogue import Catalogue
from checklists.load import CONTENT, load_catalogue
from checklists.xlsform.survey import OURS
from checklists.xlsform.taking import take
from tests.checklists.boilers import BOILERS, BOILERS_EN
from tests.checklists.boilers import ENGLISH as BOILERS_ENGLISH
from tests.checklists.boilers import TEXT as BOILERS_TEXT
from tests.checklists.conftest import written

FORM = """\
| survey |
|  | type | name | label::中文 (zh) | label::English (en) | relevant | constraint | required |
|  | start | start | | | | | |
|  | select_one yn | alarm | 装了“报警器”吗？ | Is there an alarm? | | | yes |
|  | audio | noise | 录音 | Record | | | |
|  | integer | boilers | 几台锅炉？ | How many boilers? | ${alarm} = 'yes' | . >= 0 and . <= 9 | |
| choices |
|  | list_name | name | label::中文 (zh) | label::English (en) |
|  | yn | yes | 是 | Yes |
|  | yn | no | 否 | No |
| settings |
|  | form_title | form_id |
|  | 锅炉房 | boiler_room |
"""


@pytest.fixture
def form(tmp_path: Path) -> Path:
    (tmp_path / "form.md").write_text(FORM, "utf-8")
    return tmp_path / "form.md"


def run(command: str, *arguments: object) -> int:
    return main([command, *map(str, arguments), "--language", "en"])


def test_a_form_becomes_two_files_and_a_list_of_what_was_left(
    form: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "draft" / "checklists" / "boiler_room.yaml"
    assert run("import-xlsform", form, "-o", out) == 1
    said = capsys.readouterr().out
    assert "2 questions from 4 rows; 1 rows ask for what is recorded anyway." in said
    assert "✗ row 4 noise: left out, sound recordings are not taken" in said
    assert "critical-missing" in said
    assert "unit-missing" in said
    assert "装了“报警器”吗？" in out.read_text("utf-8")
    assert "Is there an alarm?" in (tmp_path / "draft" / "en" / "checklists" / "boiler_room.yaml").read_text(
        "utf-8"
    )


def test_with_what_is_to_do_done_it_can_be_published(form: Path, tmp_path: Path) -> None:
    out = tmp_path / "draft" / "checklists" / "boiler_room.yaml"
    form.write_text("\n".join(line for line in FORM.splitlines() if "noise" not in line), "utf-8")
    assert run("import-xlsform", form, "-o", out) == 0
    english = tmp_path / "draft" / "en" / "checklists" / "boiler_room.yaml"
    done = (
        out.read_text("utf-8")
        .replace('advice: ""', "advice: 请改正\n        critical: true", 1)
        .replace('advice: ""', "advice: 请改正\n        unit: 台", 1)
    )
    out.write_text(done, "utf-8")
    text = english.read_text("utf-8").replace(
        'title: ""', "title: Boiler room\nsections: {main: Boiler room}"
    )
    text = text.replace("text: Is there", "advice: Do it\n    text: Is there").replace(
        "{text: How many boilers?}", "{text: How many boilers?, advice: Do it, unit: boilers}"
    )
    english.write_text(text, "utf-8")
    assert len(load_catalogue(CONTENT, tmp_path / "draft").checklists["boiler_room"].questions) == 2


def workbook(path: Path, sheets: dict[str, list[list[Any]]]) -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, cells in enumerate(rows):
                sheet.write_row(number, 0, cells)
    return path


SMALL: dict[str, list[list[Any]]] = {
    "survey": [["type", "name", "label"], ["integer", "n", "How many?"], [], ["text", "t", "What?"]]
}


def test_an_excel_file_is_read_with_its_row_numbers(tmp_path: Path) -> None:
    survey = read_form(workbook(tmp_path / "f.xlsx", SMALL))
    assert [(row.name, row.row) for row in survey.rows] == [("n", 2), ("t", 4)]


def test_the_form_may_be_named_and_its_languages_chosen(
    form: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("import-xlsform", form, "--id", "mine", "--chinese", "English (en)") == 1
    assert "id: mine" in (tmp_path / "checklists" / "mine.yaml").read_text("utf-8")
    assert "text: Is there an alarm?" in (tmp_path / "checklists" / "mine.yaml").read_text("utf-8")
    assert "mine.yaml is written" in capsys.readouterr().out


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * (200 << 20))
    return out.getvalue()


def cells(number: int, length: int) -> bytes:
    lines = ["| survey |", "|  | type | name | label |"] + [
        f"|  | text | q{n} | {'x' * length} |" for n in range(number)
    ]
    return "\n".join(lines).encode()


HOSTILE = [
    ("a bomb", bomb(), "", "too-much"),
    ("no workbook", b"PK\x03\x04" + b"\0" * 40, "", "broken"),
    ("an old file that is none", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "", "pyxform"),
    ("too many rows", cells(5001, 1), ".md", "too-many-rows"),
    ("a cell too long", cells(1, 20_001), ".md", "long-cell"),
    ("no form at all", b"hello", "", "pyxform"),
    (
        "another encoding",
        "| survey |\n|  | type | name | label |\n|  | text | q | 谁负责安全 |".encode("gb18030"),
        ".md",
        "broken",
    ),
    (
        "begin without end",
        b"| survey |\n|  | type | name | label |\n|  | begin_group | g | G |",
        ".md",
        "pyxform",
    ),
    (
        "deep groups",
        (
            "| survey |\n|  | type | name | label |\n"
            + "\n".join(f"|  | begin_group | g{n} | G |" for n in range(2000))
        ).encode(),
        ".md",
        "pyxform",
    ),
]


@pytest.mark.parametrize(("raw", "suffix", "reason"), [pytest.param(*row[1:], id=row[0]) for row in HOSTILE])
def test_a_hostile_file_is_refused_with_a_reason(raw: bytes, suffix: str, reason: str) -> None:
    with pytest.raises(FormRefused) as caught:
        read_bytes(raw, suffix)
    assert caught.value.reason == reason


def test_a_file_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(FormRefused) as caught:
        read_bytes(FORM.encode(), ".md", seconds=0.001)
    assert caught.value.reason == "too-much"


def test_it_says_what_it_cannot_read(tmp_path: Path, form: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.xlsx").write_bytes(b"")
    (tmp_path / "big.xlsx").write_bytes(b"PK\x03\x04" + b"\0" * LARGEST)
    for name, said in (
        ("none.xlsx", "cannot be read"),
        ("empty.xlsx", "is empty"),
        ("big.xlsx", "larger than 10 MB"),
    ):
        assert run("import-xlsform", tmp_path / name) == 2
        assert said in capsys.readouterr().err
    assert run("import-xlsform", form, form) == 2
    assert "One form at a time" in capsys.readouterr().err


def test_without_pyxform_it_says_what_to_install(
    form: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.authoring.xlsform.find_spec", lambda _name: None)
    assert run("import-xlsform", form) == 2
    assert "anwen[xlsform]" in capsys.readouterr().err


def test_many_forms_are_tried_and_counted(
    form: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "forms"
    folder.mkdir()
    workbook(folder / "good.xlsx", SMALL)
    (folder / "part.md").write_text(FORM, "utf-8")
    (folder / "bad.md").write_text("| survey |\n|  | type | name |\n|  | begin_group | g |", "utf-8")
    (folder / "readme.txt").write_text("not a form", "utf-8")
    assert run("import-xlsform", "--tally", folder) == 0
    said = capsys.readouterr().out
    assert "1 of 2 forms that could be read came over whole (50 %), 1 of them" in said
    assert "1 of 6 rows were left out." in said
    assert "1 times in 1 forms, row left out: sound recordings are not taken" in said
    assert "bad.md: not read" in said


# --- there and back ---------------------------------------------------------------------------------------------------


def back(root: Path, form: str, folder: Path) -> tuple[Catalogue, Path]:
    """Export a form, let pyxform convert it whole, import it again beside the same content."""
    sheet = folder / f"{form}.xlsx"
    assert run("export-xlsform", form, "-o", sheet, "--content", root) == 0
    assert "<h:html" in convert(str(sheet)).xform
    assert (
        run("import-xlsform", sheet, "-o", folder / "back" / "checklists" / f"{form}.yaml", "--content", root)
        == 0
    )
    return load_catalogue(root, folder / "back"), sheet


@pytest.mark.parametrize("form", sorted(load_catalogue().checklists))
def test_every_shipped_checklist_comes_back_to_the_letter(
    catalogue: Catalogue, form: str, tmp_path: Path
) -> None:
    again, _sheet = back(CONTENT, form, tmp_path)
    assert again.checklists[form].to_json() == catalogue.checklists[form].to_json()


@pytest.mark.parametrize("form", ["kitchen", "boilers"])
def test_every_kind_repeats_and_calculated_values_come_back(form: str, tmp_path: Path) -> None:
    root = written(tmp_path / "content", {BOILERS: BOILERS_TEXT, BOILERS_EN: BOILERS_ENGLISH})
    again, _sheet = back(root, form, tmp_path)
    assert again.checklists[form].to_json() == load_catalogue(root).checklists[form].to_json()


def test_without_our_columns_it_keeps_what_the_standard_can_hold(tmp_path: Path) -> None:
    """Lost: what an answer means, basis, photos, units, what is fine, carry-over; the named sets of options become plain ones."""
    root = written(tmp_path / "content", {})
    _again, sheet = back(root, "kitchen", tmp_path)
    survey = read_form(sheet)
    plain = [row for row in survey.rows if not row.name.startswith("fact_")]
    for row in plain:
        object.__setattr__(row, "ours", {})
        for choice in row.choices or ():
            object.__setattr__(choice, "ours", {})
    kept = {one["id"]: one for section in take(survey).checklist["sections"] for one in section["questions"]}
    form = load_catalogue(root).checklists["kitchen"]
    assert list(kept) == [question.id for question in form.questions]
    for question in form.questions:
        one = kept[question.id]
        assert (one["text"], one["advice"], one.get("note")) == (
            question.text.zh,
            question.advice.zh,
            question.note.zh if question.note else None,
        )
        assert (one.get("minimum"), one.get("maximum")) == (question.minimum, question.maximum)
        assert one.get("required", True) is question.required
        if question.kind.value in {"yesno", "single", "multi"}:
            assert [(o["value"], o["label"]) for o in one["options"]] == [
                (o.value, o.label.zh) for o in question.options
            ]
    assert kept["K-3"]["when"] == {"answer": "K-1", "in": ["pipe"]}
    assert kept["K-3"]["options"][0]["alone"] is True
    assert not {"basis", "photo", "unit", "severity", "critical"} & {
        key for one in kept.values() for key in one
    }


def test_what_somebody_edits_in_excel_wins(tmp_path: Path) -> None:
    root = written(tmp_path / "content", {})
    _again, sheet = back(root, "kitchen", tmp_path)
    survey = read_form(sheet)
    row = next(row for row in survey.rows if row.name == "K-2")
    object.__setattr__(
        row, "label", {"中文 (zh)": "有人负责吗？", "English (en)": "Is somebody responsible?"}
    )
    object.__setattr__(row, "relevant", "")
    kept = next(
        one
        for section in take(survey).checklist["sections"]
        for one in section["questions"]
        if one["id"] == "K-2"
    )
    assert kept["text"] == "有人负责吗？"
    assert "when" not in kept
    assert kept["basis"] == [{"law": "消防法", "article": 16, "checked": False}]


def test_a_cell_stays_a_text_whatever_stands_in_it(tmp_path: Path) -> None:
    evil = '=HYPERLINK("http://x","y")'
    kitchen = "checklists/kitchen.yaml"
    text = (
        written(tmp_path / "a", {})
        .joinpath(kitchen)
        .read_text("utf-8")
        .replace("text: 有人管吗？", f"text: '{evil}'")
    )
    root = written(tmp_path / "content", {kitchen: text})
    assert run("export-xlsform", "kitchen", "-o", tmp_path / "x.xlsx", "--content", root) == 0
    with zipfile.ZipFile(tmp_path / "x.xlsx") as archive:
        sheets = "".join(
            archive.read(name).decode() for name in archive.namelist() if "worksheets/sheet" in name
        )
    assert "<f>" not in sheets
    assert "hyperlink" not in sheets


def test_a_broken_column_of_ours_is_told(tmp_path: Path) -> None:
    sheets = {
        "survey": [
            ["type", "name", "label", f"{OURS}kind", f"{OURS}basis"],
            ["text", "q", "Q", '"text"', "not json"],
        ]
    }
    taken = take(read_form(workbook(tmp_path / "f.xlsx", sheets)))
    assert [(one.code, one.detail) for one in taken.left] == [("own-column", "basis")]


def test_it_says_what_it_cannot_export(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = written(tmp_path, {})
    assert run("export-xlsform", "kitchn", "--content", root) == 2
    assert "Did you mean “kitchen”" in capsys.readouterr().err
    assert (
        run(
            "export-xlsform",
            "kitchen",
            "--content",
            written(tmp_path / "b", {"checklists/kitchen.yaml": "id: x\n"}),
        )
        == 1
    )
