"""The content that the bench answers is content that the bot takes."""

from pathlib import Path

from checklists.load import load_catalogue
from tests.bench.ours import FORMS, write_content


def test_the_content_of_the_bench_is_without_a_fault(tmp_path: Path) -> None:
    write_content(tmp_path / "content")
    assert len(load_catalogue(tmp_path / "content").checklists) == FORMS
