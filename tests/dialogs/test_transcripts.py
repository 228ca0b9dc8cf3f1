"""Whole conversations, in both languages, state through JSON between every two turns (`--update-transcripts`)."""

from pathlib import Path

import pytest

from checklists.catalogue import Catalogue
from tests.dialogs import transcript as playing

ROOT = Path(__file__).parent.parent / "transcripts"
EXPECTED = ("sees", "toast", "events")


def paths() -> list[Path]:
    return sorted(ROOT.glob("*.yaml"))


@pytest.mark.parametrize("path", paths(), ids=lambda path: path.stem)
def test_a_conversation_goes_as_written(
    path: Path, catalogue: Catalogue, request: pytest.FixtureRequest
) -> None:
    transcript = playing.read(path)
    found = playing.played(transcript, catalogue)
    if request.config.getoption("--update-transcripts", default=False):
        for turn, side in zip(transcript["turns"], found, strict=True):
            for name in EXPECTED:
                turn.pop(name, None)
            turn.update(side)
        path.write_text(playing.dump(transcript), encoding="utf-8")
        return
    for number, (turn, side) in enumerate(zip(transcript["turns"], found, strict=True), 1):
        expected = {name: turn[name] for name in EXPECTED if name in turn}
        assert side == expected, f"{path.name}, turn {number}"
