"""The tutorial for authors is true: its files pass, its mistake is named as printed, its changes are told as printed."""

import re
from pathlib import Path

import pytest

from checklists.__main__ import main

ROOT = Path(__file__).parent.parent.parent

DOCS = {"en": "docs/content-authors.md", "zh-CN": "docs/first-checklist.zh-CN.md"}
BLOCK = re.compile(r"```yaml\n# draft/(\S+)\n(.*?)```", re.DOTALL)
SHOWN = re.compile(r"^    \$ (python -m checklists .*)\n((?:    .*\n)+)", re.MULTILINE)
FORM = "checklists/charging.yaml"
EDITS = (("at_least: 6", "at_least: 10"), ("离最近的门窗几米", "离最近的门、窗有几米"))


@pytest.fixture(params=DOCS)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def page(language: str) -> str:
    return (ROOT / DOCS[language]).read_text("utf-8")


def shown(language: str, command: str) -> str:
    """What the page prints below a command."""
    found = {ran.split()[3]: said for ran, said in SHOWN.findall(page(language))}
    return "".join(f"{line[4:]}\n" for line in found[command].splitlines())


def draft(language: str, folder: Path, *edits: tuple[str, str]) -> Path:
    """The files of the page in a folder, with some words changed."""
    for name, text in BLOCK.findall(page(language)):
        changed = text
        for old, new in edits:
            changed = changed.replace(old, new) if name == FORM else changed
        path = folder / "draft" / name
        path.parent.mkdir(parents=True)
        path.write_text(changed, "utf-8")
    return folder / "draft"


def test_the_example_passes_and_can_be_answered(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = draft(language, tmp_path)
    assert main(["check", "--draft", str(files), "--language", language]) == 0
    answers = tmp_path / "answers"
    answers.write_text(
        "是\n:photo\n=6\n提交\n签字提交\n" if language == "zh-CN" else "1\n:photo\n=6\nSubmit\n1\n", "utf-8"
    )
    capsys.readouterr()
    assert (
        main(
            ["simulate", "charging", "--draft", str(files), "--answers", str(answers), "--language", language]
        )
        == 0
    )


def test_the_mistake_is_named_as_printed(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = draft(language, tmp_path, ("{ask: always,", "{ask: alwasy,"))
    assert main(["check", "--draft", str(files), "--language", language]) == 1
    assert capsys.readouterr().out.replace(f"{tmp_path}/", "") == shown(language, "check")


def test_changes_are_told_as_printed(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = draft(language, tmp_path / "old") / FORM, draft(language, tmp_path / "new", *EDITS) / FORM
    assert main(["diff", str(old), str(new), "--language", language]) == 1
    assert capsys.readouterr().out == shown(language, "diff")
