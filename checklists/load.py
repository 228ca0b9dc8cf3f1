"""Content files into a catalogue. The only place that reads YAML, and a strict one.

Taken as they are meant: true, false, null, plain whole and decimal numbers. Everything else is text: yes, 010, 1e3,
12:30, 2026-10-01. Anchors, aliases, tags, merge keys, double keys, deep nesting and large files are refused by line.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path as Folder

import yaml

from checklists.assemble import assemble, assemble_form
from checklists.catalogue import Catalogue
from checklists.issues import ContentError, Issue, issue
from checklists.load_syntax import explained
from checklists.schema import Checklist
from checklists.tree import Path, Plain, Tree

CONTENT = Folder(__file__).parent / "content"
MOST_BYTES = 256 * 1024
MOST_LEVELS = 12
ENDING = ".yaml"

_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,14})")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "": None}
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069]")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load_catalogue(root: Folder = CONTENT, *over: Folder) -> Catalogue:
    """Read all content below a folder; ContentError names every problem at once.

    `over` are drafts: a file of theirs replaces the one of the same name, or adds to them.
    """
    found: list[Issue] = []
    return load_texts(read_texts((root, *over), found), found)


def load_texts(texts: Mapping[str, str], found: list[Issue]) -> Catalogue:
    """The catalogue that these files make; ContentError with what was `found` before and every problem of theirs."""
    catalogue = assemble(read_trees(texts, found), found)
    if found or catalogue is None:
        raise ContentError(found)
    return catalogue


LENIENT = frozenset(
    {"english-missing", "english-orphan", "file-missing", "file-name"}
)  # of a file that stands alone


def load_form(path: Folder, root: Folder = CONTENT) -> Checklist:
    """Read one checklist file that stands outside the content, beside that content's laws, choices and facts.

    Its English is that of the present form of its id, as far as it goes. ContentError names what does not fit.
    """
    found: list[Issue] = []
    trees = read_folders((root,), found)
    tree = read_file(path, str(path), found)
    form = assemble_form(tree, trees, found) if tree is not None else None
    wrong = [one for one in found if one.code not in LENIENT]
    if wrong or form is None:
        raise ContentError(wrong or found)
    return form


def load_draft_issues(path: Folder, english: Folder | None, root: Folder = CONTENT) -> list[Issue]:
    """What is still to do on one checklist file and its English before they can stand in the content."""
    found: list[Issue] = []
    trees = read_folders((root,), [])
    tree = read_file(path, f"checklists/{path.name}", found)
    if tree is None:
        return found
    beside = f"en/{tree.file}"
    trees.pop(beside, None)
    if english is not None and (other := read_file(english, beside, found)) is not None:
        trees[beside] = other
    assemble_form(tree, {**trees, tree.file: tree}, found)
    files = {tree.file, beside}
    return sorted((one for one in found if one.file in files), key=lambda one: (one.file, one.line, one.code))


def read_folders(roots: Sequence[Folder], found: list[Issue]) -> dict[str, Tree]:
    """Read every YAML file below some folders, by its path; what stands in a later folder wins."""
    return read_trees(read_texts(roots, found), found)


def read_trees(texts: Mapping[str, str], found: list[Issue]) -> dict[str, Tree]:
    """Read the texts of files; those that cannot be read are left out."""
    trees = (read_text(text, file, found) for file, text in texts.items())
    return {tree.file: tree for tree in trees if tree is not None}


def read_texts(roots: Sequence[Folder], found: list[Issue]) -> dict[str, str]:
    """The text of every YAML file below some folders, as it is written; what stands in a later folder wins."""
    files = {file: path for root in roots for file, path in _listed(root, found)}
    texts = {file: _text_of(path, file, found) for file, path in sorted(files.items())}
    return {file: text for file, text in texts.items() if text is not None}


def _listed(root: Folder, found: list[Issue]) -> Iterator[tuple[str, Folder]]:
    """The content files below a folder; one with another ending would be overlooked, and is complained about."""
    if not root.is_dir():
        found.append(issue("folder-missing", str(root), 1))
        return
    for path in sorted(root.rglob("*")):
        file = path.relative_to(root).as_posix()
        if path.suffix == ENDING:
            yield file, path
        elif path.suffix.lower() in {ENDING, ".yml"}:
            found.append(issue("file-ending", file, 1, name=path.stem + ENDING))


def read_file(path: Folder, file: str, found: list[Issue]) -> Tree | None:
    """Read one file; None, and why in `found`, when it cannot be read."""
    text = _text_of(path, file, found)
    return None if text is None else read_text(text, file, found)


def _text_of(path: Folder, file: str, found: list[Issue]) -> str | None:
    try:
        with path.open("rb") as stream:
            raw = stream.read(MOST_BYTES + 1)
    except OSError as error:
        found.append(issue("file-unreadable", file, 1, problem=error.strerror or "?"))
        return None
    if len(raw) > MOST_BYTES:
        found.append(issue("file-too-large", file, 1, limit=MOST_BYTES))
        return None
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        found.append(issue("file-not-utf8", file, raw.count(b"\n", 0, error.start) + 1))
        return None


def read_text(text: str, file: str, found: list[Issue]) -> Tree | None:
    """Read the text of one file; None, and why in `found`, when it cannot be read."""
    if unseen := _UNSEEN.search(text):
        line = text.count("\n", 0, unseen.start()) + 1
        found.append(issue("yaml-characters", file, line, character=f"U+{ord(unseen.group()):04X}"))
        return None
    builder = _Builder(file)
    try:
        data = builder.document(yaml.parse(text, Loader=_LOADER))
    except yaml.YAMLError as error:
        builder.found.append(explained(error, text, file))
    except _TooDeepError as error:
        builder.found.append(issue("yaml-too-deep", file, error.line, limit=MOST_LEVELS))
    if builder.found:
        found.extend(builder.found)
        return None
    return Tree(file, data, builder.lines)


class _TooDeepError(Exception):
    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class _Builder:
    """Makes plain data of YAML events and remembers lines; what it must not take goes into `found`."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Issue] = []
        self.lines: dict[Path, int] = {}

    def document(self, events: Iterator[yaml.Event]) -> Plain:
        data: Plain = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1 or event.version or event.tags:
                    self._refuse("yaml-documents", event)
            elif isinstance(event, yaml.NodeEvent):
                data = self._node(event, events, ())
        return data

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], path: Path) -> Plain:
        self.lines.setdefault(path, _line(event))
        if len(path) > MOST_LEVELS:
            raise _TooDeepError(_line(event))
        if getattr(event, "anchor", None) is not None:
            self._refuse("yaml-alias", event)
        if getattr(event, "tag", None) is not None:
            self._refuse("yaml-tag", event)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(events, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, path)
        return self._text(event) if isinstance(event, yaml.ScalarEvent) else None

    def _text(self, event: yaml.ScalarEvent) -> Plain:
        """A scalar; an escape in quotes must not bring in what may not stand there either."""
        if unseen := _UNSEEN.search(event.value):
            character = f"U+{ord(unseen.group()):04X}"
            self.found.append(issue("yaml-characters", self.file, _line(event), character=character))
        return _scalar(event)

    def _mapping(self, events: Iterator[yaml.Event], path: Path) -> dict[str, Plain]:
        data: dict[str, Plain] = {}
        for key in events:
            if isinstance(key, yaml.MappingEndEvent):
                break
            name = self._key(key, events, path)
            self._once(name, key, path, data)
            self.lines[(*path, name)] = _line(key)
            data[name] = self._node(next(events), events, (*path, name))
        return data

    def _key(self, key: yaml.Event, events: Iterator[yaml.Event], path: Path) -> str:
        if not isinstance(key, yaml.ScalarEvent) or not key.value:
            self._refuse("yaml-key", key)
            self._node(key, events, (*path, "?"))
            return "?"
        if key.anchor is not None:
            self._refuse("yaml-alias", key)
        if key.tag is not None:
            self._refuse("yaml-tag", key)
        if key.value == "<<" and _is_plain(key):
            self._refuse("yaml-merge", key)
        return str(key.value)

    def _once(self, name: str, key: yaml.Event, path: Path, data: dict[str, Plain]) -> None:
        if name in data:
            first = self.lines[(*path, name)]
            self.found.append(issue("yaml-duplicate-key", self.file, _line(key), key=name, first=first))

    def _sequence(self, events: Iterator[yaml.Event], path: Path) -> list[Plain]:
        data: list[Plain] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            data.append(self._node(event, events, (*path, len(data))))
        return data

    def _refuse(self, code: str, event: yaml.Event) -> None:
        self.found.append(issue(code, self.file, _line(event)))


def _line(event: yaml.Event) -> int:
    mark = event.start_mark
    return 1 if mark is None else mark.line + 1


def _is_plain(event: yaml.ScalarEvent) -> bool:
    return not event.style


def _scalar(event: yaml.ScalarEvent) -> Plain:
    text = str(event.value)
    if not _is_plain(event):
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text):
        return int(text)
    return Decimal(text) if _DECIMAL.fullmatch(text) else text
