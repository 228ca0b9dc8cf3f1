"""How people ask for enterprises (筛选企业) as content: a short label for each fact, and the everyday words that mean it."""

from collections.abc import Collection, Iterator
from typing import Annotated, ClassVar

from pydantic import Field

from checklists.issues import Issue, issue, meant
from checklists.parts import Part, Text
from checklists.reading.plain import plain
from checklists.tree import Tree


class AskedFact(Part):
    """A fact by which enterprises are asked for; its id is that of the fact.

    label   as a button and in sentences
    words   what people type for it, in both languages; the label is one of them anyway
    """

    limits: ClassVar = {"label": (10, 40)}

    id: str
    label: Text
    words: tuple[str, ...] = ()


class AskingRules(Part):
    """rules/asking.yaml. The facts in the order in which their buttons stand.

    days    without a self-check, as buttons offer them
    """

    days: Annotated[tuple[Annotated[int, Field(ge=1, le=3650)], ...], Field(min_length=1, max_length=4)] = (
        30,
        90,
        180,
    )
    facts: tuple[AskedFact, ...] = ()


def check_asking(rules: AskingRules, tree: Tree, facts: Collection[str] | None) -> Iterator[Issue]:
    """Check that every fact is known and that no words mean two of them; `facts` None: they cannot be read."""
    said: dict[str, str] = {}
    for place, one in enumerate(rules.facts):
        if facts is not None and one.id not in facts:
            line = tree.line(("facts", place, "id"))
            yield issue("unknown-fact", tree.file, line, meant(one.id, facts), id=one.id)
        for word in (one.label.zh, *one.words):
            other = said.setdefault(plain(word), one.id)
            if other != one.id:
                yield issue("asked-twice", tree.file, tree.line(("facts", place)), id=one.id, other=other)
