"""Checks that documents, the question bank and rules share: ids, grounds, conditions. What only one kind needs stands with it."""

from collections.abc import Iterator

from pydantic import BaseModel

from checklists.conditions import Condition
from checklists.facts import Named
from checklists.issues import Issue, issue, meant
from checklists.names import ID, wrong_fact
from checklists.parts import Grounded
from checklists.tour import tour
from checklists.tree import Path, Tree


def check_uniform(content: BaseModel, tree: Tree, known: Named | None, found: list[Issue]) -> None:
    """Check one file; `known` None: the facts cannot be read, so conditions are not looked at."""
    for path, part in tour(content):
        found.extend(_ids(part, tree, path))
        if isinstance(part, Grounded) and not part.basis and not part.ours:
            found.append(issue("ground-missing", tree.file, tree.line(path)))
        if isinstance(part, Condition) and known is not None:
            found.extend(_condition(part, tree, path, known))


def _ids(part: BaseModel, tree: Tree, path: Path) -> Iterator[Issue]:
    """The ids of everything that stands in one list of this part."""
    for name in type(part).model_fields:
        value = getattr(part, name)
        seen: set[str] = set()
        for place, one in enumerate(value if isinstance(value, tuple) else ()):
            id_ = getattr(one, "id", None)
            if not isinstance(id_, str):
                continue
            line = tree.line((*path, name, place, "id"))
            if not ID.fullmatch(id_):
                yield issue("bad-id", tree.file, line, id=id_)
            if id_ in seen:
                yield issue("duplicate-id", tree.file, line, id=id_)
            seen.add(id_)


def _condition(part: Condition, tree: Tree, path: Path, known: Named) -> Iterator[Issue]:
    line = tree.line(path)
    if part.answer is not None:
        yield issue("answer-in-rule", tree.file, line)
    elif part.fact is not None:
        code = wrong_fact(part, known)
        if code is not None:
            yield issue(code, tree.file, line, meant(part.fact, known.ids), id=part.fact)
