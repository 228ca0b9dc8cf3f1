"""`python -m checklists diff OLD NEW`: finds the two versions and prints what changed. How it is worded: checklists/difference.py.

A version is a checklist file, a folder of content or of a draft, a kept form (`kept --out`), or the first characters of
the fingerprint of a form that this installation has kept.
"""

import re
from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import orjson
from pydantic import ValidationError

from bot.authoring import kept
from bot.authoring.said import Speaker
from checklists.catalogue import Catalogue
from checklists.difference import Change, catalogue_changes, form_changes
from checklists.issues import ContentError
from checklists.load import load_catalogue, load_form
from checklists.options import coloured, language_spoken, parser, say
from checklists.report import problems_told
from checklists.schema import Checklist
from checklists.words import Language, Words

ABOUT = Words("用话说出两个版本之间改了什么。", "Say in words what changed between two versions.")
_SIDE = Words(
    "自查表文件、内容文件夹、留存版本（.json）或指纹开头",
    "a checklist file, a content folder, a kept version (.json), or the start of a fingerprint",
)
_AS_JSON = Words("按 JSON 输出", "print JSON")
FINGERPRINT = re.compile(r"[0-9a-f]{6,64}")


class NotFoundError(Exception):
    """A side that cannot be read; `line` and `what` are told to the author."""

    def __init__(self, line: str, what: str) -> None:
        super().__init__(line)
        self.line = line
        self.what = what


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two versions: a whole catalogue, or one form with what is known around it."""

    catalogue: Catalogue | None
    form: Checklist | None = None


def main(arguments: Sequence[str]) -> int:
    """Print the changes; 0 when there are none, 1 when there are, 2 when a side cannot be read (like diff)."""
    options = parser("diff", ABOUT)
    spoken = language_spoken()
    options.add_argument("old", metavar="OLD", help=_SIDE.to(spoken))
    options.add_argument("new", metavar="NEW", help=_SIDE.to(spoken))
    options.add_argument("--json", action="store_true", help=_AS_JSON.to(spoken))
    said = options.parse_args(arguments)
    speaker = Speaker.of(said)
    try:
        changes = list(_changes(*(side(one, said) for one in (said.old, said.new))))
    except ContentError as error:
        say(problems_told(error.issues, (said.content,), speaker.language, coloured=coloured()))
        return 2
    except NotFoundError as error:
        return speaker.complain(error.line, what=error.what)
    say(as_json(changes) if said.json else told(changes, speaker))
    return 1 if changes else 0


def _changes(old: Side, new: Side) -> Iterator[Change]:
    if old.form is None and new.form is None and old.catalogue is not None and new.catalogue is not None:
        return catalogue_changes(old.catalogue, new.catalogue)
    form = old.form or new.form
    name = form.id if form is not None else ""
    return form_changes(_form(old, name), _form(new, name), old.catalogue, new.catalogue)


def _form(of: Side, name: str) -> Checklist | None:
    """The form of a side: its own, else the one of that name in its catalogue."""
    if of.form is not None or of.catalogue is None:
        return of.form
    return of.catalogue.checklists.get(name)


def side(argument: str, said: Namespace) -> Side:
    """What an argument names; NotFoundError or ContentError when it names nothing that can be read."""
    path = Path(argument)
    if path.is_dir():
        whole = (path / "facts.yaml").exists()
        return Side(load_catalogue(path) if whole else load_catalogue(said.content, path))
    if path.suffix == ".json" and path.is_file():
        return Side(None, _kept_file(path))
    if path.is_file():
        return _file(path, said)
    if FINGERPRINT.fullmatch(argument):
        return Side(None, _kept(argument))
    raise NotFoundError("diff-no-such", argument)


def _file(path: Path, said: Namespace) -> Side:
    """A checklist file: of a content folder, of a draft, or alone (then read beside the present content)."""
    root = path.resolve().parent.parent
    if path.resolve().parent.name == "checklists" and (root / "facts.yaml").exists():
        catalogue = load_catalogue(root)
        return Side(catalogue, catalogue.checklists[path.stem])
    return Side(None, load_form(path, said.content))


def _kept_file(path: Path) -> Checklist:
    try:
        return Checklist.from_json(path.read_text("utf-8"))
    except (ValidationError, ValueError, OSError) as error:
        raise NotFoundError("diff-not-kept", str(path)) from error


def _kept(start: str) -> Checklist:
    try:
        return kept.form(start)
    except LookupError as error:
        raise NotFoundError("diff-no-fingerprint", start) from error


def told(changes: Sequence[Change], speaker: Speaker) -> Iterator[str]:
    """The changes for people, each checklist under its name."""
    if not changes:
        yield speaker.text("diff-same")
    part = None
    for change in changes:
        if change.part != part:
            yield change.part
            part = change.part
        yield f"  {change.told.to(speaker.language)}"
    if changes:
        yield speaker.text("diff-count", n=len(changes))


def as_json(changes: Sequence[Change]) -> str:
    """The changes for programs."""
    rows = [
        {"part": one.part, "told": {language.value: one.told.to(language) for language in Language}}
        for one in changes
    ]
    return orjson.dumps(rows, option=orjson.OPT_INDENT_2).decode()
