"""The small content of tests/checklists, its checklist cut to the first seven questions: what the authors' tools are tried on."""

from collections.abc import Mapping
from pathlib import Path

from tests.checklists.conftest import SMALL, written

FORM, ENGLISH = "checklists/kitchen.yaml", "en/checklists/kitchen.yaml"
KINDS = "rules/hazard_kinds.yaml"


def _english(text: str) -> str:
    head, _, questions = text.partition("questions:\n")
    sections = "".join(line for line in head.splitlines(keepends=True) if not line.startswith("  C:"))
    return f"{sections}questions:\n{questions.partition('  K-21:')[0]}"


TEXTS: Mapping[str, str] = {
    FORM: SMALL[FORM].partition("  - id: C\n")[0],
    ENGLISH: _english(SMALL[ENGLISH]),
    KINDS: SMALL[KINDS].replace("K-22", "K-2"),  # which is among those cut off
}


def kitchen(root: Path, changes: Mapping[str, str] | None = None) -> Path:
    """Write it below a folder, some files changed."""
    return written(root, {**TEXTS, **(changes or {})})
