"""`python -m checklists simulate`: a checklist answered in the terminal, from the first question to the score."""

import io
from pathlib import Path

import pytest

from checklists.__main__ import main
from tests.bot.kitchen import kitchen as written
from tests.checklists.conftest import SMALL
from tests.checklists.conftest import written as small

KITCHEN = "checklists/kitchen.yaml"


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(written(tmp_path_factory.mktemp("kitchen")))


def simulate(content: str, *arguments: str, language: str = "en") -> int:
    options = ["--content", content, "--language", language, "--today", "2026-11-25"]
    return main(["simulate", "kitchen", *arguments, *options])


WHOLE = """\
# the fuel, with its photo
1
:photo
# is somebody in charge: no, with a photo of what is wrong
2
:photo
# the hose: nothing
1
=1.5
2026-11-20
2027-01-01
nothing
# the review: submit
3
"""


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_a_file_of_answers_ends_in_findings_and_score(
    content: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    (tmp_path / "answers.txt").write_text(WHOLE, "utf-8")
    assert (
        simulate(content, "--fact", "gas", "--answers", str(tmp_path / "answers.txt"), language=language) == 0
    )
    out = capsys.readouterr().out.split("==\n")[-1]
    said = {
        "en": [
            "Score 83: 5 of 6 passed, 1 findings, 0 not counted for want of a photo.",
            "⚠ finding K-2 Is somebody in charge? No (due Sat 28 Nov)",
            "    Fire Law, art. 16",
        ],
        "zh-CN": [
            "得分83：应答6题，合格5题，不合格1题，缺照片不计0题。",
            "⚠ 不合格 K-2 有人管吗？ 否（期限11月28日 周六）",
            "    《消防法》第16条",
        ],
    }[language]
    assert out.splitlines()[:3] == said


def test_buttons_are_numbered_and_text_is_typed(
    content: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("9\n:what\n1\n2\n:quit\n"))
    assert simulate(content, "--fact", "gas=yes", "--fact", "staff=30") == 1
    out = capsys.readouterr().out
    assert "[1] Piped gas  [2] No gas" in out
    assert "There is no button 9" in out
    assert "There is no :what" in out
    assert "Left before submission: Kitchen check" in out
    assert "Learned" not in out, "gas was known already"


def test_the_end_of_the_lines_is_the_end(
    content: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("2\n"))
    assert simulate(content) == 1
    assert "Learned about the enterprise: gas = False" in capsys.readouterr().out


def test_commands_and_stale_things_are_answered(
    content: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("/help\n/check\n=老化了\n"))
    assert simulate(content, language="zh-CN") == 1
    assert "已记在第1题的说明里" in capsys.readouterr().out


KINDS = """\
3
1
:photo
20:30
:photo
:photo
:file
:place
37140001
3
"""


def test_times_photos_files_places_and_codes_are_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The third section of the small content; a place may have its degrees."""
    content = str(small(tmp_path / "c", {}))
    for places in (":place", ":place 37.4 116.3"):
        (tmp_path / "answers.txt").write_text(KINDS.replace(":place", places), "utf-8")
        assert simulate(content, "--answers", str(tmp_path / "answers.txt")) in {0, 1}
        said = capsys.readouterr().out
        assert "K-21" not in said.split("==")[-1], "the time was fine"
        assert "There is no :" not in said


@pytest.mark.parametrize("word", [":place north", ":place 99 200", ":photo big", ":", ":smile"])
def test_a_word_that_stands_for_nothing_is_said(
    content: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, word: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{word}\n"))
    assert simulate(content) == 1
    assert f"There is no {word}. Known" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        ("gaz", "Near: gas"),
        ("staff=many", "“staff” is a number"),
        ("staff=NaN", "“staff” is a number"),
        ("gas=perhaps", "“gas” is yes or no"),
        ("burning", "follows from other facts"),
    ],
)
def test_a_fact_that_is_none_is_refused_with_a_reason(
    content: str, capsys: pytest.CaptureFixture[str], fact: str, said: str
) -> None:
    assert simulate(content, "--fact", fact) == 2
    assert said in capsys.readouterr().err


def test_it_says_what_it_cannot_play(
    content: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert simulate(content, "--answers", str(tmp_path / "none.txt")) == 2
    assert "cannot be read" in capsys.readouterr().err
    assert main(["simulate", "kitchn", "--content", content, "--language", "en"]) == 2
    broken = str(written(tmp_path, {"checklists/kitchen.yaml": "id: x\n"}))
    assert main(["simulate", "kitchen", "--content", broken]) == 1


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "○ K-2 Is somebody in charge? not applicable (nobody works here)"),
        ("zh-CN", "○ K-2 有人管吗？ 不适用（nobody works here）"),
    ],
)
def test_what_does_not_apply_is_told_at_the_end(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    said: str,
) -> None:
    asked = "        text: 有人管吗？\n"
    changed = {KITCHEN: SMALL[KITCHEN].replace(asked, f"{asked}        na: true\n")}
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n:photo\nN/A: nobody works here\n:quit\n"))
    assert simulate(str(small(tmp_path, changed)), "--fact", "gas", language=language) == 1
    assert said in capsys.readouterr().out
