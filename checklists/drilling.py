"""Checks of drill scripts: they run forwards, call the roll once, end within their time, and say into what a weakness turns."""

from collections.abc import Iterator, Mapping

from checklists.drills import Script
from checklists.hazard_kinds import HazardKinds
from checklists.issues import Issue, issue, meant
from checklists.tree import Tree


def check_scripts(
    scripts: Mapping[str, Script], trees: Mapping[str, Tree], kinds: HazardKinds | None
) -> Iterator[Issue]:
    """Check all scripts, by their files."""
    for file, script in scripts.items():
        tree = trees[file]
        if file != f"drills/{script.id}.yaml":
            yield issue("file-name", file, tree.line(("id",)), id=script.id)
        yield from _course(script, tree)
        yield from _roll(script, tree)
        yield from _kinds(script, tree, kinds)


def _course(script: Script, tree: Tree) -> Iterator[Issue]:
    """The first one comes at the start, each later one not before the one above, the last within the time."""
    last = 0
    for place, one in enumerate(script.injects):
        line = tree.line(("injects", place, "minute"))
        if place == 0 and one.minute:
            yield issue("drill-start", tree.file, line)
        if one.minute < last:
            yield issue("drill-order", tree.file, line, minute=one.minute, before=last)
        last = max(last, one.minute)
    if last >= script.minutes:
        yield issue("drill-too-short", tree.file, tree.line(("minutes",)), minutes=script.minutes, last=last)


def _roll(script: Script, tree: Tree) -> Iterator[Issue]:
    calls = [one for one in script.injects if one.rollcall]
    if len(calls) != 1 or calls[0].to.value != "all":
        yield issue("drill-rollcall", tree.file, tree.line(("injects",)), count=len(calls))


def _kinds(script: Script, tree: Tree, kinds: HazardKinds | None) -> Iterator[Issue]:
    known = [one.id for one in kinds.kinds] if kinds is not None else []
    for place, one in enumerate(script.measures):
        if known and one.category not in known:
            line = tree.line(("measures", place, "category"))
            yield issue("unknown-kind", tree.file, line, meant(one.category, known), id=one.category)
