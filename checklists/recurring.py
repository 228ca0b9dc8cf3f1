"""Checks of the reminder rules: names that lead somewhere, reminders and ladders in order. How they run: safety/reminders.py."""

from collections.abc import Collection, Iterator

from checklists.issues import Issue, issue, meant
from checklists.reminders import LADDER, Reminder, Reminders, Source, Window
from checklists.tree import Path, Tree

DAYS_OF = {"days": 1, "working_days": 1, "months": 28}


def check_reminders(sheet: Reminders, tree: Tree, colours: Collection[str]) -> Iterator[Issue]:
    """Check all rules; `colours` are those that exist, empty when they could not be read."""
    for place, window in enumerate(sheet.hours.windows):
        yield from _window(window, tree, place)
    for place, rule in enumerate(sheet.rules):
        path: Path = ("rules", place)
        yield from _colours(rule, tree, path, colours)
        yield from _order(rule, tree, path)
        yield from _ladder(rule, tree, path)
        if not rule.basis and rule.source is not Source.OURS:
            yield issue("source-bare", tree.file, tree.line((*path, "source")), source=rule.source.value)


def _window(window: Window, tree: Tree, place: int) -> Iterator[Issue]:
    if window.begin >= window.end:
        yield issue("window-empty", tree.file, tree.line(("hours", "windows", place)))


def _colours(rule: Reminder, tree: Tree, path: Path, known: Collection[str]) -> Iterator[Issue]:
    for place, name in enumerate(rule.colours if known else ()):
        if name not in known:
            line = tree.line((*path, "colours", place))
            yield issue("unknown-colour", tree.file, line, meant(name, known), id=name)


def _order(rule: Reminder, tree: Tree, path: Path) -> Iterator[Issue]:
    """Reminders run from early to late, each once, and none lies before the last time it was done."""
    line = tree.line((*path, "remind"))
    if list(rule.remind) != sorted(set(rule.remind)):
        yield issue("reminder-order", tree.file, line)
    cycle = _cycle_days(rule)
    if cycle is not None and min(rule.remind) <= -cycle:
        yield issue("reminder-early", tree.file, line, days=cycle)


def _cycle_days(rule: Reminder) -> int | None:
    """The shortest length of the cycle in days; one of hours counts as one day."""
    every = rule.due.every
    if every is None:
        return None
    known = [amount * days for unit, days in DAYS_OF.items() if (amount := getattr(every, unit)) is not None]
    return known[0] if known else 1


def _ladder(rule: Reminder, tree: Tree, path: Path) -> Iterator[Issue]:
    """Each step goes higher up and not earlier than the one before; none comes before it is due."""
    seen = [LADDER.index(step.to) for step in rule.escalate]
    days = [step.at for step in rule.escalate]
    if seen != sorted(set(seen)) or days != sorted(days):
        yield issue("ladder-order", tree.file, tree.line((*path, "escalate")))
    if days and days[0] < 0:
        yield issue("ladder-early", tree.file, tree.line((*path, "escalate")))
