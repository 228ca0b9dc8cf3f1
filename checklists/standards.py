"""Checks of the published lists of major hazards. How questions point at them is checked in joining.py."""

import re
from collections.abc import Iterator, Mapping, Sequence

from checklists.articles import is_article
from checklists.criteria import Item, Standard, Status
from checklists.issues import Issue, issue, meant
from checklists.sense import ADVICE_EN, QUESTION
from checklists.tree import Path, Tree
from checklists.words import Words

_NUMBER = re.compile(r"[0-9]+([.-][0-9]+)*")


def check_standard(sheet: Standard, tree: Tree, laws: Mapping[str, Words] | None, found: list[Issue]) -> None:
    """Check one list: its own name, its codes and groups, whether it is whole."""
    found.extend(_Look(sheet, tree).issues(laws))


def check_codes(sheets: Sequence[tuple[Standard, Tree]], found: list[Issue]) -> None:
    """Check that a code belongs to one item of one list only."""
    seen: set[str] = set()
    for sheet, tree in sheets:
        for item, path in _coded(sheet):
            if item.code in seen:
                found.append(issue("duplicate-id", tree.file, tree.line((*path, "code")), id=item.code))
            seen.add(item.code)


def _coded(sheet: Standard) -> Iterator[tuple[Item, Path]]:
    for key, items in (("rules", sheet.rules), ("items", sheet.items)):
        yield from ((item, (key, place)) for place, item in enumerate(items))


class _Look:
    """One list and its file."""

    def __init__(self, sheet: Standard, tree: Tree) -> None:
        self.sheet = sheet
        self.tree = tree

    def issues(self, laws: Mapping[str, Words] | None) -> Iterator[Issue]:
        yield from self._head(laws)
        yield from self._groups()
        for item, path in _coded(self.sheet):
            yield from self._item(item, path)

    def _issue(self, code: str, *path: str | int, guess: str | None = None, **names: object) -> Issue:
        return issue(code, self.tree.file, self.tree.line(path), guess, **names)

    def _head(self, laws: Mapping[str, Words] | None) -> Iterator[Issue]:
        sheet, count = self.sheet, len(self.sheet.items)
        if not self.tree.file.endswith(f"/{sheet.id}.yaml"):
            yield self._issue("file-name", "id", id=sheet.id)
        if laws is not None and sheet.law not in laws:
            yield self._issue("unknown-law", "law", guess=meant(sheet.law, laws), id=sheet.law)
        if count != sheet.count:
            yield self._issue("criteria-count", "count", count=count, wanted=sheet.count)
        if (sheet.replaced_by is None) != (sheet.status is Status.IN_FORCE):
            yield self._issue("criteria-followed", "status")

    def _groups(self) -> Iterator[Issue]:
        used = {item.group for item in self.sheet.items}
        for name in self.sheet.groups:
            if name not in used:
                yield self._issue("group-empty", "groups", name, id=name)

    def _item(self, item: Item, path: Path) -> Iterator[Issue]:
        standard = self.tree.file.rpartition("/")[2].removesuffix(".yaml")
        begins = f"{standard}-"
        if not (item.code.startswith(begins) and _NUMBER.fullmatch(item.code.removeprefix(begins))):
            yield self._issue("criterion-code", *path, "code", id=item.code, standard=standard)
        if not is_article(item.article):
            yield self._issue("bad-article", *path, "article", article=item.article)
        groups = self.sheet.groups
        if item.group is None and path[0] == "items":
            yield self._issue("missing-key", *path, key="group")
        if item.group is not None and item.group not in groups:
            yield self._issue("unknown-group", *path, "group", guess=meant(item.group, groups), id=item.group)
        yield from self._text(item.text, *path, "text")

    def _text(self, words: Words, *path: str | int) -> Iterator[Issue]:
        if not words.zh.strip():
            yield self._issue("text-empty", *path)
        for text, limit in ((words.zh, QUESTION), (words.en, ADVICE_EN)):
            if len(text) > limit:
                yield self._issue("text-too-long", *path, count=len(text), limit=limit)
