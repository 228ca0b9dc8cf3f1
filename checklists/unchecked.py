"""What was not held against an official text yet (checked: false): clauses by file and line, and published lists. Reads files as they are written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checklists.articles import article_words
from checklists.criteria import Criteria, Standard
from checklists.tree import Path, Plain, Tree
from checklists.words import Words

_NAMES = ("id", "code")  # what the thing around a clause is called by
_LIST = Words(
    "{number}：{count}条里有{open}条没有核对。{check}",
    "{number}: {open} of {count} items not checked. {check}",
)


@dataclass(frozen=True, slots=True)
class Unchecked:
    """One place: the file, the line, the id of what stands there, and what was not checked."""

    file: str
    line: int
    thing: str
    what: Words


def unchecked_clauses(trees: Mapping[str, Tree]) -> Iterator[Unchecked]:
    """Every clause that says `checked: false`, in all content files."""
    titles = _titles(trees)
    for file, tree in trees.items():
        for path, thing in _written(tree.data, (), ""):
            clause = tree.at(path)
            if path and isinstance(clause, dict) and "law" in clause and clause.get("checked") is False:
                yield Unchecked(file, tree.line(path), thing or _nearest(path), _said(clause, titles))


def unchecked_lists(criteria: Criteria, trees: Mapping[str, Tree]) -> Iterator[Unchecked]:
    """Every published list of major hazards with items that were not checked."""
    for standard in criteria.standards:
        open_ = sum(not standard.holds(item) for item in standard.items)
        if open_:
            file = f"criteria/{standard.id}.yaml"
            line = trees[file].line(("check",)) if file in trees else 1
            yield Unchecked(file, line, standard.id, _counted(standard, open_))


def _written(data: Plain, path: Path, thing: str) -> Iterator[tuple[Path, str]]:
    """Every mapping of a file with the id that stands nearest around it."""
    if isinstance(data, dict):
        thing = next((str(data[name]) for name in _NAMES if isinstance(data.get(name), str)), thing)
        yield path, thing
    parts = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, part in parts:
        yield from _written(part, (*path, step), thing)


def _nearest(path: Path) -> str:
    """The part of the file that a clause without an id around it stands in."""
    return next((step for step in path if isinstance(step, str)), "")


def _said(clause: dict[str, Plain], titles: Mapping[str, Words]) -> Words:
    law, article = str(clause["law"]), clause.get("article")
    place = "" if article is None else str(article)
    return article_words(titles.get(law, Words(law, law)), place, analogy=clause.get("analogy") is True)


def _titles(trees: Mapping[str, Tree]) -> Mapping[str, Words]:
    """Titles of laws in both languages, by short name."""

    def laws(file: str) -> dict[str, Plain]:
        found = trees[file].at(("laws",)) if file in trees else None
        return found if isinstance(found, dict) else {}

    english = laws("en/laws.yaml")
    return {
        name: Words(str(title), str(english.get(name, title))) for name, title in laws("laws.yaml").items()
    }


def _counted(standard: Standard, open_: int) -> Words:
    names = {"count": standard.count, "open": open_}
    return Words(
        _LIST.zh.format(number=standard.number.zh, check=standard.check.zh, **names),
        _LIST.en.format(number=standard.number.en, check=standard.check.en, **names),
    )
