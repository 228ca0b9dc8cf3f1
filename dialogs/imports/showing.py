"""The screens of imports: home, one import as it stands, the question before it is written."""

from collections.abc import Sequence

from checklists.words import Words
from dialogs.cards import GAP, Row, button
from dialogs.context import Context
from dialogs.imports.finding import RECENT
from dialogs.imports.saying import called, noted, refused, wrong
from dialogs.talk import Button, Line, Screen
from safety.imports import UNUSED, Field, Import, ImportState, Named

NAMES = 10  # of columns that one line lists
NOTES = 4

Lines = list[Line | Words]


def home(context: Context) -> Screen:
    """How it is done, and what was sent lately."""
    book = context.ledger.imports()
    lines: Lines = [Line("upload-heading")]
    lines += [] if book.whole() else [Line("upload-heading-town")]
    latest = book.recent(RECENT)
    if latest:
        lines += [GAP, Line("upload-recent")]
    lines += [
        Line("upload-recent-one", {"n": n, "name": one.name, "sent": one.sent_at, "state": one.state.value})
        for n, one in enumerate(latest, 1)
    ]
    numbers = tuple(button("item-number", f"a{place}", n=place + 1) for place in range(len(latest)))
    rows = (numbers, (button("upload-template", "f"),), (button("to-menu", "e"),))
    return Screen(lines, tuple(row for row in rows if row))


def ways(one: Import) -> frozenset[str]:
    """The options that its card has: w write, m columns, f bad rows, t try again, d cancel, r look, b back."""
    seen = one.understood
    if one.state is ImportState.READY:
        known = {"w"} if seen.good else set()
        return frozenset({"m", "t", "d", "b"} | known | ({"f"} if seen.bad else set()))
    if one.state is ImportState.READING:
        return frozenset({"r", "d", "b"})
    if one.state is ImportState.WRITING:
        return frozenset({"r", "b"})
    if one.state in {ImportState.WRITTEN, ImportState.STOPPED}:
        return frozenset({"b"} | ({"f"} if seen.bad else set()))
    return frozenset({"b"} | ({"t"} if one.reason == "fetching" else set()))


def card(one: Import, context: Context) -> Screen:
    """One import as it stands."""
    lines = {
        ImportState.READING: _reading,
        ImportState.READY: _ready,
        ImportState.WRITING: _writing,
        ImportState.WRITTEN: _written,
        ImportState.STOPPED: _stopped,
        ImportState.REFUSED: _refused,
        ImportState.DROPPED: _dropped,
    }[one.state](one, context)
    return Screen(lines, _rows(one))


def _rows(one: Import) -> tuple[Row, ...]:
    may, seen = ways(one), one.understood
    every: tuple[tuple[Button, ...], ...] = (
        (button("upload-write", "w", n=seen.good),),
        (button("upload-map", "m"), button("upload-bad-rows", "f", n=seen.bad)),
        (button("upload-try", "t"), button("upload-drop", "d")),
        (button("upload-look", "r"),),
        (button("upload-to-list", "b"),),
    )
    rows = tuple(tuple(one for one in row if one.option in may) for row in every)
    return (*(row for row in rows if row), (button("to-menu", "e"),))


def _reading(one: Import, _context: Context) -> Lines:
    return [Line("upload-reading", {"name": one.name})]


def _refused(one: Import, _context: Context) -> Lines:
    head = Line("upload-refused", {"name": one.name})
    return [head, refused(one.reason), GAP, Line("upload-send-again")]


def _dropped(one: Import, _context: Context) -> Lines:
    return [Line("upload-is-dropped", {"name": one.name})]


def _ready(one: Import, context: Context) -> Lines:
    seen, named = one.understood, context.ledger.imports().fields()
    lines: Lines = [Line("upload-ready", {"name": one.name, "rows": seen.rows})]
    if Field.CODE.value not in {heading.field for heading in seen.headings}:
        return [*lines, Line("upload-no-code"), GAP, *_columns(one, named)]
    if not seen.rows:
        return [*lines, Line("upload-no-rows")]
    lines.append(_counts(one))
    if not seen.good:
        lines.append(Line("upload-nothing-to-write"))
    return [*lines, GAP, *_columns(one, named), *_bad(one, named), *_notes(one)]


def _counts(one: Import) -> Line:
    seen = one.understood
    args = {"new": seen.new, "changed": seen.changed, "same": seen.same, "bad": seen.bad}
    return Line("upload-counts", dict(args))


def _columns(one: Import, named: Sequence[Named]) -> Lines:
    headings = one.understood.headings
    known = [called(heading.field, named) for heading in headings if heading.field != UNUSED]
    unknown = [Line("upload-label", {"label": headings[place].label}) for place in one.understood.unknown]
    lines: Lines = []
    if known:
        lines.append(Line("upload-columns-understood", {"n": len(known), "names": listed(known)}))
    if unknown:
        lines.append(Line("upload-columns-unknown", {"n": len(unknown), "names": listed(unknown)}))
    if one.remembered:
        lines.append(Line("upload-columns-remembered"))
    return lines


def _bad(one: Import, named: Sequence[Named]) -> Lines:
    faults = one.understood.faults
    if not faults:
        return []
    said = [Line("upload-row", {"row": fault.row, "what": wrong(fault, named)}) for fault in faults]
    return [GAP, Line("upload-bad-first"), *said]


def _notes(one: Import) -> Lines:
    notes = one.understood.notes[:NOTES]
    return [GAP, *(Line("upload-note", {"what": noted(note)}) for note in notes)] if notes else []


def _writing(one: Import, _context: Context) -> Lines:
    seen = one.understood
    total = one.total or seen.rows - seen.bad
    return [Line("upload-writing", {"name": one.name, "done": one.done, "total": total})]


def _written(one: Import, _context: Context) -> Lines:
    seen = one.understood
    args = {"new": seen.new, "changed": seen.changed, "same": seen.same}
    lines: Lines = [Line("upload-written", {"name": one.name, **args})]
    if seen.bad:
        lines.append(Line("upload-left-out", {"bad": seen.bad}))
    return [*lines, *([Line("upload-written-next")] if seen.new else [])]


def _stopped(one: Import, _context: Context) -> Lines:
    said = {"done": one.done, "total": one.total}
    return [Line("upload-stopped", {"name": one.name, "why": refused(one.reason), **said})]


def sure(one: Import) -> Screen:
    """What the second tap would do."""
    seen = one.understood
    args = {"new": seen.new, "changed": seen.changed}
    lines: Lines = [Line("upload-sure", {"name": one.name, **args})]
    lines += [Line("upload-sure-bad", {"bad": seen.bad})] if seen.bad else []
    return Screen(lines, ((button("upload-sure-yes", "y"), button("back", "b")),))


def listed(names: Sequence[Line | Words]) -> Line | Words:
    """Several names in one line; of many only the first."""
    shown = names[:NAMES]
    whole = shown[0]
    for one in shown[1:]:
        whole = Line("upload-both", {"a": whole, "b": one})
    more = Line("upload-more-names")
    return whole if len(names) <= NAMES else Line("upload-both", {"a": whole, "b": more})
