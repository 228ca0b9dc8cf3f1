"""The kinds of hazards (隐患种类) as content: names, words that point to them, what belongs to which. Searching: suggest.py."""

from collections.abc import Iterable, Iterator
from typing import Annotated, ClassVar

from pydantic import Field

from checklists.criteria import Criteria
from checklists.extra_fields import MOST, ExtraField
from checklists.issues import Issue, issue, meant
from checklists.parts import Flag, Part, Text, Whole
from checklists.schema import Checklist
from checklists.tree import Path, Tree


class HazardKind(Part):
    """One kind.

    advice, days   what is suggested when no question fits; days until it is put right (our defaults)
    working        whether these are working days, make-up days included
    words          what people say when they mean it
    covers         what belongs to it: `form`, `form/section`, a question; `list`, `list/group`, the code of an item
    fields         what else is good to know of such a hazard; asked afterwards, never needed
    """

    limits: ClassVar = {"name": (8, 30), "advice": (60, 160)}

    id: str
    name: Text
    advice: Text
    days: Annotated[Whole, Field(ge=0, le=365)]
    working: Flag = False
    words: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    fields: Annotated[tuple[ExtraField, ...], Field(max_length=MOST)] = ()


class Same(Part):
    """Everyday words (`said`) for what the checklists call otherwise (`means`)."""

    means: str
    said: tuple[str, ...]


class HazardKinds(Part):
    """rules/hazard_kinds.yaml. The last kind is taken where none fits.

    places   nouns that name a place in a report's words
    """

    kinds: Annotated[tuple[HazardKind, ...], Field(min_length=1)]
    same: tuple[Same, ...] = ()
    places: tuple[str, ...] = ()


def belonging(forms: Iterable[Checklist], criteria: Criteria) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every question and item by its id, with the names it can be covered by, the finest first."""
    for form in forms:
        for section in form.sections:
            names = (f"{form.id}/{section.id}", form.id)
            yield from ((question.id, (question.id, *names)) for question in section.questions)
    for standard in criteria.standards:
        for item in standard.coded:
            group = f"{standard.id}/{item.group}"
            yield item.code, (item.code, group, standard.id)


def check_kinds(
    sheet: HazardKinds, tree: Tree, forms: Iterable[Checklist], criteria: Criteria
) -> Iterator[Issue]:
    """What is covered exists and is covered once."""
    known = {name for _, names in belonging(forms, criteria) for name in names}
    seen: set[str] = set()
    for place, kind in enumerate(sheet.kinds):
        for number, name in enumerate(kind.covers):
            path: Path = ("kinds", place, "covers", number)
            if name not in known:
                yield issue("unknown-cover", tree.file, tree.line(path), meant(name, known), id=name)
            if name in seen:
                yield issue("covered-twice", tree.file, tree.line(path), id=name)
            seen.add(name)
    yield from _check_fields(sheet, tree)


def _check_fields(sheet: HazardKinds, tree: Tree) -> Iterator[Issue]:
    """Every field has an id of its own among all kinds, and what its kind needs."""
    seen: set[str] = set()
    for place, kind in enumerate(sheet.kinds):
        for number, field in enumerate(kind.fields):
            line = tree.line(("kinds", place, "fields", number))
            if field.id in seen:
                yield issue("field-twice", tree.file, line, id=field.id)
            if not field.whole:
                yield issue("field-parts", tree.file, line, id=field.id)
            seen.add(field.id)
