"""Which department answers for which enterprises (三管三必须, 安全生产法 art. 3), as content: by their facts, and by what lists call it."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Annotated, ClassVar

from pydantic import Field

from checklists.answers import Facts
from checklists.conditions import Condition
from checklists.facts import FactSheet
from checklists.issues import Issue, issue
from checklists.parts import Grounded, Part, Text
from checklists.tree import Tree

PLACES = ("区", "县", "市")  # a list may write 区应急管理局 for 应急管理局


class Department(Part):
    """One department of the district.

    also   what else lists call it
    when   the facts of the enterprises it answers for; None: all that no department before it answers for
    """

    limits: ClassVar = {"name": (16, 60)}

    id: str
    name: Text
    also: tuple[str, ...] = ()
    when: Condition | None = None


class DepartmentRules(Grounded):
    """rules/departments.yaml: the first department that fits answers for an enterprise; a supervisor may name another one."""

    departments: Annotated[tuple[Department, ...], Field(max_length=40)] = ()

    def responsible(self, facts: Facts) -> Department | None:
        """Which answers for an enterprise with these facts (derived ones included); None when none fits."""
        fits = (one for one in self.departments if one.when is None or one.when.compiled()({}, facts))
        return next(fits, None)

    def of(self, department: str) -> Department | None:
        """A department by its id; None when content has it no more."""
        return next((one for one in self.departments if one.id == department), None)

    def called(self, name: str) -> Department | None:
        """A department by what a list calls it, with or without 区 before it; None: content does not know it."""
        wanted = _plain(name)
        found = self._names.get(wanted)
        if found is None and wanted[:1] in PLACES:
            found = self._names.get(wanted[1:])
        return found

    @cached_property
    def _names(self) -> Mapping[str, Department]:
        return {name: one for one in self.departments for name in names(one)}


def names(department: Department) -> Sequence[str]:
    """Everything a department is called, as names are compared."""
    said = (department.name.zh, department.name.en, department.id, *department.also)
    return tuple(dict.fromkeys(_plain(name) for name in said if name))


def _plain(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).lower().split())


def check_departments(rules: DepartmentRules, tree: Tree, facts: FactSheet | None) -> Iterator[Issue]:
    """Check rules/departments.yaml: names are not shared, each can be reached, every industry has one."""
    seen: dict[str, str] = {}
    open_end = ""
    for place, one in enumerate(rules.departments):
        line = tree.line(("departments", place))
        if open_end:
            yield issue("department-unreachable", tree.file, line, id=one.id, other=open_end)
        for name in names(one):
            if seen.setdefault(name, one.id) != one.id:
                yield issue("department-name-twice", tree.file, line, id=name, other=seen[name])
        open_end = open_end or (one.id if one.when is None else "")
    yield from _check_industries(rules, tree, facts) if facts is not None else ()


def _check_industries(rules: DepartmentRules, tree: Tree, facts: FactSheet) -> Iterator[Issue]:
    line = tree.line(("departments", len(rules.departments) - 1) if rules.departments else ())
    for industry in facts.industries:
        if rules.responsible(facts.derive({industry.id: True})) is None:
            yield issue("industry-no-department", tree.file, line, id=industry.id)
