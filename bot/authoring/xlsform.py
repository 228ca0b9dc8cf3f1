"""The parent's side of xlsform_worker.py: hand a file to a walled child, get the form as plain data back."""

import json
import subprocess
from importlib.util import find_spec
from pathlib import Path

from bot.confine import command, environment
from checklists.xlsform.survey import Survey, survey_of

MODULE = "bot.authoring.xlsform_worker"
LARGEST = 10 << 20
SECONDS = 40.0
PATHS = 200  # characters


class FormRefused(Exception):  # noqa: N818 - an answer to who gave the file
    """The file is not read: `reason` is the end of a text id, `said` what pyxform has to say about it."""

    def __init__(self, reason: str, said: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.said = said


def read_form(path: Path) -> Survey:
    """The form in an xlsx, xls, csv or md file. Raises FormRefused."""
    if find_spec("pyxform") is None:
        raise FormRefused("no-pyxform")
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        raise FormRefused("unreadable", error.strerror or "") from error
    if not raw:
        raise FormRefused("empty")
    if len(raw) > LARGEST:
        raise FormRefused("too-big")
    return read_bytes(raw, path.suffix.lower())


def read_bytes(raw: bytes, suffix: str, *, seconds: float = SECONDS) -> Survey:
    """The form in a file's bytes. Raises FormRefused."""
    try:
        done = subprocess.run(  # noqa: S603 - our own module; of the file only the end of its name
            [*command(MODULE), suffix if suffix in {".md", ".csv"} else ""],
            input=raw,
            capture_output=True,
            timeout=seconds,
            check=False,
            env=environment(),
        )
        said = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError) as error:  # it ran into a wall, or for too long
        raise FormRefused("too-much") from error
    if "form" not in said:
        raise FormRefused(said.get("failed", "pyxform"), str(said.get("said", "")))
    return survey_of(said["form"])
