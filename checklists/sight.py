"""One checklist as the checks see it: the form, where each thing stands in its file, what it may refer to."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from checklists.facts import ColourSheet, FactSheet
from checklists.issues import Issue, issue, meant
from checklists.schema import Checklist, Question, Section
from checklists.tree import Path, Tree


@dataclass(slots=True)
class Sight:
    """What a check looks at, and where it complains. `places` knows broken questions too, by id."""

    form: Checklist
    tree: Tree
    facts: FactSheet | None
    colours: ColourSheet | None
    found: list[Issue]
    places: dict[str, Path] = field(init=False)

    def __post_init__(self) -> None:
        self.places = dict(reversed(list(written(self.tree))))

    @property
    def broken(self) -> frozenset[str]:
        """The questions that stand in the file and did not fit."""
        return frozenset(self.places) - frozenset(self.form.places)

    def complain(
        self, code: str, thing: Question | Section | None, *steps: str | int, **names: object
    ) -> None:
        """Complain about a question, a section or the head of the form."""
        known = names.pop("known", ())
        guess = meant(names.get("id"), known) if isinstance(known, list) else None
        path: Path = self.places.get(thing.id, ()) if isinstance(thing, Question) else ()
        if isinstance(thing, Section):
            path = self.section_path(thing)
        self.found.append(issue(code, self.tree.file, self.tree.line((*path, *steps)), guess, **names))

    def section_path(self, section: Section) -> Path:
        """Where a section stands in the file."""
        at = self.tree.at(("sections",))
        named = [
            one.get("id") if isinstance(one, dict) else None for one in (at if isinstance(at, list) else [])
        ]
        return ("sections", named.index(section.id)) if section.id in named else ()


def written(tree: Tree) -> Iterator[tuple[str, Path]]:
    """Yield every question id that stands in the file, fitting or not, with its place."""
    sections = tree.at(("sections",))
    for outer in range(len(sections) if isinstance(sections, list) else 0):
        questions = tree.at(("sections", outer, "questions"))
        for inner in range(len(questions) if isinstance(questions, list) else 0):
            path: Path = ("sections", outer, "questions", inner)
            name = tree.at((*path, "id"))
            if isinstance(name, str):
                yield name, path
