"""`python -m checklists`: the front door, and `check` and `schema` behind it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from checklists.__main__ import COMMANDS, main
from checklists.load import load_catalogue, read_text
from checklists.report import problems_told
from checklists.words import Language
from tests.checklists.conftest import SMALL, Write

KITCHEN = "checklists/kitchen.yaml"
STRAY = {
    "colours.yaml": SMALL["colours.yaml"].replace("default: green", "default: gren"),
    "stray.yaml": "a: b\n",
}


def test_it_says_that_all_is_well(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--content", str(write({})), "--language", "zh-CN"]) == 0
    questions = len(load_catalogue(write({})).checklists["kitchen"].questions)
    assert capsys.readouterr().out.splitlines() == [
        f"没有问题：1张自查表，{questions}个问题，6项企业情况；告知和承诺6条，考题3道，课程1门，提醒规则3条。",
        "还有1处依据没有与官方文本核对（check --unchecked 逐条列出）。",
    ]


def test_it_lists_what_was_not_checked_against_the_law(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--unchecked", "--content", str(write({})), "--language", "en"]) == 0
    lines = [line.replace(str(write({})), "…") for line in capsys.readouterr().out.splitlines()]
    written = (
        SMALL[KITCHEN].splitlines().index("        basis: [{law: 消防法, article: 16, checked: false}]") + 1
    )
    assert f"  …/checklists/kitchen.yaml:{written}: K-2: Fire Law, art. 16" in lines
    lists = lines[lines.index("Published lists of major hazards:") + 1 :]
    assert lists[:2] == [
        "  …/criteria/LIST.yaml:8: LIST: Some order 1: 1 of 2 items not checked. Not checked",
        "  …/criteria/OLD.yaml:10: OLD: Some order 0: 1 of 1 items not checked. Not checked",
    ]
    checked = SMALL[KITCHEN].replace(", checked: false", "")
    assert main(["check", "--content", str(write({KITCHEN: checked})), "--language", "en"]) == 0
    assert "Every clause has been held against" in capsys.readouterr().out


def test_it_shows_every_problem_with_its_line(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    root = write(STRAY)
    assert main(["check", "--content", str(root), "--language", "en"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        f"{root}/colours.yaml:1: unknown-colour: there is no colour “gren”",
        "     1 | default: gren",
        "    → Did you mean “green”? take one of colours.yaml",
        f"{root}/stray.yaml:1: file-unknown: nothing reads this file",
        "    → rename or remove it",
        "2 problems in 2 files.",
    ]


def test_a_path_below_the_present_folder_is_shown_short(
    write: Write, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write(STRAY).parent)
    assert main(["check", "--content", str(write(STRAY))]) == 1
    assert capsys.readouterr().out.startswith(f"{write(STRAY).name}/colours.yaml:1: ")


def test_it_says_the_same_to_programs(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    root = write(STRAY)
    assert main(["check", "--json", "--content", str(root)]) == 1
    first, _second = json.loads(capsys.readouterr().out)["problems"]
    assert first == {
        "file": "colours.yaml",
        "path": str(root / "colours.yaml"),
        "line": 1,
        "code": "unknown-colour",
        "what": {"zh-CN": "没有“gren”这种颜色", "en": "there is no colour “gren”"},
        "todo": {
            "zh-CN": "是不是想写“green”？在colours.yaml里选",
            "en": "Did you mean “green”? take one of colours.yaml",
        },
    }


def test_good_content_as_json_is_figures_and_no_problems(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--json", "--content", str(write({}))]) == 0
    said = json.loads(capsys.readouterr().out)
    questions = len(load_catalogue(write({})).checklists["kitchen"].questions)
    counted = {"checklists": 1, "questions": questions, "facts": 6, "items": 6, "exam": 3, "courses": 1}
    counted["reminders"] = 3
    assert said == {"problems": [], **counted, "unchecked": 1}


def test_a_draft_replaces_and_adds_files(
    write: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root, draft = write({}), tmp_path.parent / f"{tmp_path.name}-draft"
    (draft / "checklists").mkdir(parents=True)
    (draft / KITCHEN).write_text(SMALL[KITCHEN].replace("title: 厨房自查", "title: 灶间自查"), "utf-8")
    assert load_catalogue(root, draft).checklists["kitchen"].title.zh == "灶间自查"
    (draft / KITCHEN).write_text(SMALL[KITCHEN].replace("kind: yesno", "kind: yesmo"), "utf-8")
    assert main(["check", "--content", str(root), "--draft", str(draft)]) == 1
    assert f"{draft}/{KITCHEN}:" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("spoken", "expected"), [("zh_CN.UTF-8", "没有问题"), ("en_GB.UTF-8", "No problems"), ("", "No problems")]
)
def test_it_speaks_the_language_of_the_terminal(
    write: Write,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    spoken: str,
    expected: str,
) -> None:
    monkeypatch.setenv("LC_ALL", spoken)
    monkeypatch.setenv("LANG", "")
    assert main(["--content", str(write({}))]) == 0
    assert capsys.readouterr().out.startswith(expected)


def test_schema_writes_the_files_for_editors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--content", str(tmp_path)]) == 0
    assert str(tmp_path / "schema" / "checklist.json") in capsys.readouterr().out.splitlines()
    schema = json.loads((tmp_path / "schema" / "checklist.json").read_text())
    assert schema["additionalProperties"] is False
    assert schema["properties"]["title"]["type"] == "string"


def test_an_unknown_command_is_guessed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["chek"]) == 2
    assert "check" in capsys.readouterr().err
    assert main(["frobnicate"]) == 2


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    assert all(name in out for name in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main([command, "--help"])
    assert left.value.code == 0
    assert f"python -m checklists {command}" in capsys.readouterr().out


def test_a_reader_who_closes_the_pipe_gets_no_traceback() -> None:
    run = f"{sys.executable} -m checklists check --content /nowhere-at-all --language en"
    done = subprocess.run(
        ["bash", "-c", f"{run} | true; exit ${{PIPESTATUS[0]}}"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_files_that_would_be_overlooked_are_said(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    root = write({"checklists/more.yml": "id: more\n", "notes.txt": "not ours\n"})
    (root / "rules" / "danger.yaml").unlink()
    (root / "rules" / "danger.yaml").mkdir()
    assert main(["check", "--content", str(root), "--language", "en"]) == 1
    said = capsys.readouterr().out
    assert "more.yml:1: file-ending" in said
    assert "danger.yaml:1: file-unreadable" in said
    assert "notes.txt" not in said


def test_a_folder_that_is_not_there_is_one_problem_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--content", "/nowhere-at-all", "--language", "en"]) == 1
    assert (
        capsys.readouterr().out.splitlines()[0]
        == "/nowhere-at-all:1: folder-missing: there is no such folder"
    )


# what an author types by mistake, the code, the line, and a part of what is said to do
SLIPS = [
    ("a: 1\nb：2\nc: 3\n", "yaml-full-width", 2, "“: ”"),
    ("a:\n  - id：X\n    kind: yesno\n", "yaml-full-width", 2, "“: ”"),
    ("a: {law: 消防法， article: 2}\n", "yaml-full-width", 1, "“, ”"),
    ("a: ｛law: 消防法, article: 2｝\n", "yaml-full-width", 1, "“{”"),
    ("a: 1\nb:\n\tc: 3\n", "yaml-tab", 3, "空格"),
    ("a: 1\nb:2\nc: 3\n", "yaml-no-blank", 2, "空格"),
    ("a: 1\n   b: 2\n", "yaml-syntax", 2, "缩进"),
    ('a: "x\nb: 1\n', "yaml-syntax", 3, "引号"),
]


@pytest.mark.parametrize(("text", "code", "line", "todo"), SLIPS)
def test_the_usual_slips_are_called_by_name(text: str, code: str, line: int, todo: str) -> None:
    found: list = []
    assert read_text(text, "x.yaml", found) is None
    assert [(issue.code, issue.line) for issue in found] == [(code, line)]
    assert todo in found[0].todo.zh


def test_a_terminal_is_not_written_to_by_a_file(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_bytes("a: 1 \x1b[31m\u202e red".encode())
    found: list = []
    read_text((tmp_path / "x.yaml").read_text("utf-8"), "x.yaml", found)
    told = "\n".join(problems_told(found, (tmp_path,), Language.EN))
    assert "\x1b" not in told
    assert "\u202e" not in told


def test_colours_are_for_terminals_only(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--content", str(write(STRAY))])
    assert "\x1b" not in capsys.readouterr().out
    found: list = []
    read_text("a: b: c\n", "x.yaml", found)
    assert "\x1b[31m" in "\n".join(problems_told(found, (Path(),), Language.EN, coloured=True))
