"""Checks of the question bank: right answers exist, no question twice, every paper can be drawn for everybody who writes it."""

import re
from collections.abc import Iterator, Mapping

from checklists.bank import ExamItem, ExamKind, Paper, PaperSheet, Topic, Trainee
from checklists.issues import Issue, issue, meant
from checklists.tree import Path, Tree

MOST_CHOICES = 8  # buttons on a screen
LEAST = {ExamKind.SINGLE: 2, ExamKind.MULTI: 3}
_SIGNS = re.compile(r"[\W_]+")


class Sheets:
    """The topics of a bank by their files, with the trees they were read from."""

    def __init__(self, topics: Mapping[str, Topic], trees: Mapping[str, Tree]) -> None:
        self.topics = topics
        self.trees = trees

    def items(self) -> Iterator[tuple[ExamItem, Tree, Path]]:
        """Every question with its place."""
        for file, topic in self.topics.items():
            for place, item in enumerate(topic.items):
                yield item, self.trees[file], ("items", place)


def check_bank(sheets: Sheets) -> Iterator[Issue]:
    """Check all questions."""
    for file, topic in sheets.topics.items():
        if file != f"bank/{topic.id}.yaml":
            yield issue("file-name", file, sheets.trees[file].line(("id",)), id=topic.id)
    for item, tree, path in sheets.items():
        yield from check_item(item, tree, path)
    yield from _twice(sheets)


def check_item(item: ExamItem, tree: Tree, path: Path) -> Iterator[Issue]:
    """Check one question, wherever it stands."""
    yield from _choices(item, tree, path)
    yield from _right(item, tree, path)


def _choices(item: ExamItem, tree: Tree, path: Path) -> Iterator[Issue]:
    line = tree.line((*path, "choices"))
    if item.kind is ExamKind.JUDGE:
        if item.choices:
            yield issue("exam-judge-choices", tree.file, line)
        return
    if len(item.choices) < LEAST[item.kind]:
        yield issue("options-missing", tree.file, line, least=LEAST[item.kind])
    if len(item.choices) > MOST_CHOICES:
        yield issue("options-too-many", tree.file, line, limit=MOST_CHOICES)
    labels = [choice.label.zh for choice in item.choices]
    for place, label in enumerate(labels):
        if label in labels[:place]:
            yield issue(
                "option-same-label", tree.file, tree.line((*path, "choices", place, "label")), label=label
            )


def _right(item: ExamItem, tree: Tree, path: Path) -> Iterator[Issue]:
    line = tree.line((*path, "right"))
    known = [choice.id for choice in item.choices] if item.kind is not ExamKind.JUDGE else ["T", "F"]
    for letter in item.right:
        if letter not in known:
            yield issue(
                "exam-right-unknown", tree.file, line, meant(letter, known), id=letter, known=", ".join(known)
            )
    if (len(item.right) > 1) != (item.kind is ExamKind.MULTI):
        yield issue("exam-right-count", tree.file, line, count=len(item.right))
    elif len(set(item.right)) < len(item.right):
        yield issue("exam-right-count", tree.file, line, count=len(set(item.right)))


def _twice(sheets: Sheets) -> Iterator[Issue]:
    """The same question or the same id in any two places of the bank."""
    ids: dict[str, str] = {}
    stems: dict[str, str] = {}
    for item, tree, path in sheets.items():
        if ids.get(item.id, tree.file) != tree.file:  # twice in one file is complained about already
            yield issue("duplicate-id", tree.file, tree.line((*path, "id")), id=item.id)
        ids.setdefault(item.id, tree.file)
        stem = _SIGNS.sub("", item.text.zh).casefold()
        if stem in stems:
            yield issue("exam-twice", tree.file, tree.line((*path, "text")), id=stems[stem])
        stems.setdefault(stem, item.id)


def check_papers(sheet: PaperSheet, tree: Tree, sheets: Sheets) -> Iterator[Issue]:
    """Check that every paper adds up and can be drawn."""
    letters = [choice.id for choice in sheet.judge]
    if letters != ["T", "F"]:
        yield issue("exam-judge-letters", tree.file, tree.line(("judge",)))
    for place, paper in enumerate(sheet.papers):
        path: Path = ("papers", place)
        yield from _sum(paper, tree, path)
        known = [topic.id for topic in sheets.topics.values()]
        for where, topic in enumerate(paper.topics):
            if topic not in known:
                line = tree.line((*path, "topics", where))
                yield issue("unknown-topic", tree.file, line, meant(topic, known), id=topic)
        yield from _enough(paper, tree, path, sheets)


def _sum(paper: Paper, tree: Tree, path: Path) -> Iterator[Issue]:
    if paper.pass_points > paper.total:
        line = tree.line((*path, "pass_points"))
        yield issue("paper-not-passable", tree.file, line, wanted=paper.pass_points, total=paper.total)
    kinds = [part.kind for part in paper.parts]
    for place, kind in enumerate(kinds):
        if kind in kinds[:place]:
            line = tree.line((*path, "parts", place, "kind"))
            yield issue("duplicate-id", tree.file, line, id=kind.value)


def _enough(paper: Paper, tree: Tree, path: Path, sheets: Sheets) -> Iterator[Issue]:
    """Count what can be asked in every enterprise: questions without a condition, or with the paper's own."""
    for place, part in enumerate(paper.parts):
        for role in paper.roles:
            count = sum(_counts(item, part.kind, role, paper) for item in _of(paper, sheets))
            if count < part.count:
                line = tree.line((*path, "parts", place, "count"))
                names = {"count": count, "wanted": part.count, "role": role.value, "kind": part.kind.value}
                yield issue("paper-too-few", tree.file, line, None, **names)


def _of(paper: Paper, sheets: Sheets) -> Iterator[ExamItem]:
    for topic in sheets.topics.values():
        if not paper.topics or topic.id in paper.topics:
            yield from topic.items


def _counts(item: ExamItem, kind: ExamKind, role: Trainee, paper: Paper) -> bool:
    return item.kind is kind and role in item.roles and item.when in (None, paper.when)
