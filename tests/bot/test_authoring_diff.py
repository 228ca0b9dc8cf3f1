"""`python -m checklists diff` and `kept`: where versions are found, and what is said when they are not."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from checklists.__main__ import main
from checklists.load import load_catalogue
from storage.content import keep_forms
from storage.database import Database
from tests.checklists.conftest import SMALL, written

KITCHEN = "checklists/kitchen.yaml"
CHANGED = SMALL[KITCHEN].replace("cycle_days: 30", "cycle_days: 60")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return written(tmp_path / "old", {})


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return written(tmp_path / "new", {KITCHEN: CHANGED})


SAID = ["kitchen", "  as a whole: cycle in days changed from 30 to 60", "1 change."]


def diff(*arguments: object) -> int:
    return main(["diff", *map(str, arguments), "--language", "en"])


def test_two_files_two_folders_and_a_draft_are_compared(
    old: Path, new: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "draft" / "checklists"
    draft.mkdir(parents=True)
    (draft / "kitchen.yaml").write_text(CHANGED, "utf-8")
    for one, other in ((old / KITCHEN, new / KITCHEN), (old, new), (old, draft.parent)):
        assert diff(one, other, "--content", old) == 1
        assert capsys.readouterr().out.splitlines() == SAID
    assert diff(old, old) == 0
    assert capsys.readouterr().out == "No difference: both are the same text.\n"


def test_a_file_that_stands_alone_is_read_beside_the_content(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    alone = tmp_path / "mine of today.yaml"
    alone.write_text(CHANGED.replace("text: 有人管吗？", "text: 有人负责吗？"), "utf-8")
    assert diff(old / KITCHEN, alone, "--content", old) == 1
    assert "(the English stayed)" in capsys.readouterr().out
    alone.write_text("id: kitchen\n", "utf-8")
    assert diff(old / KITCHEN, alone, "--content", old) == 2
    assert "mine of today.yaml:1: missing-key" in capsys.readouterr().out


def test_it_says_the_same_to_programs(old: Path, new: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert diff(old, new, "--json") == 1
    (row,) = json.loads(capsys.readouterr().out)
    assert row["part"] == "kitchen"
    assert row["told"]["zh-CN"] == "整体：周期（天）由30改为60"


def test_kept_versions_are_listed_written_out_and_compared(
    old: Path, new: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANWEN_DATA_DIR", str(tmp_path))
    assert main(["kept", "--language", "en"]) == 0
    assert capsys.readouterr().out == "No version has been kept in this database yet.\n"
    database = Database.open(f"sqlite:///{tmp_path / 'anwen.db'}")
    database.migrate()
    with database.writing() as connection:
        keep_forms(connection, load_catalogue(old), datetime(2026, 11, 1, tzinfo=UTC))
        keep_forms(connection, load_catalogue(new), datetime(2026, 11, 20, tzinfo=UTC))
    database.close()
    assert main(["kept", "kitchen", "--out", str(tmp_path / "out"), "--language", "en"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("since ")[1] for line in lines] == ["2026-11-01 08:00", "2026-11-20 08:00"]
    first, second = (re.split(r"\s+", line)[1] for line in lines)
    assert diff(first, second) == 1
    assert capsys.readouterr().out.splitlines() == SAID
    assert diff(tmp_path / "out" / f"kitchen-{first}.json", new / KITCHEN) == 1
    assert main(["kept", "other", "--language", "en"]) == 0


def test_it_says_what_it_cannot_find(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANWEN_DATA_DIR", str(tmp_path))
    assert diff(old, "nowhere") == 2
    assert "“nowhere” is no file" in capsys.readouterr().err
    assert diff(old / KITCHEN, "abcdef123") == 2
    assert "starts with abcdef123" in capsys.readouterr().err
    (tmp_path / "x.json").write_text("{}")
    assert diff(old / KITCHEN, tmp_path / "x.json") == 2
    assert "is not a kept version" in capsys.readouterr().err
    monkeypatch.setenv("ANWEN_DATABASE_URL", "sqlite:////nowhere/at/all/x.db")
    (tmp_path / "folder.db").mkdir()
    monkeypatch.setenv("ANWEN_DATABASE_URL", f"sqlite:///{tmp_path / 'folder.db'}")
    assert main(["kept", "--language", "en"]) == 2
    assert "cannot be opened" in capsys.readouterr().err
