"""A copy of the shipped content that a test may change. No tests here."""

import shutil
from pathlib import Path

from checklists.load import CONTENT

NINE = "checklists/nine_small.yaml"
QUESTION = "营业时安全出口全部打开、没上锁吗？"


def copied(folder: Path) -> Path:
    """All content below a folder of its own."""
    made = folder / "content"
    shutil.copytree(CONTENT, made)
    return made


def reworded(content: Path, text: str, was: str = QUESTION, file: str = NINE) -> None:
    """Write something else where `was` stands."""
    path = content / file
    whole = path.read_text("utf-8")
    assert was in whole
    path.write_text(whole.replace(was, text, 1), "utf-8")
