"""Any list as a table (导出表格): how a flow asks for one, by button or in words. The table is made after the turn."""

from dataclasses import replace

from dialogs import bulk
from dialogs.context import Context
from dialogs.talk import Line, State, Step
from safety.events_exports import ExportAsked
from safety.people import Right

SHORT = 9  # characters of a wish for a file: the name of its form with a word before it


def wants_csv(text: str) -> bool:
    """Whether somebody wrote that they want the list as a CSV file."""
    said = "".join(text.split()).casefold().strip("\u3002.\uff01!")
    return len(said) <= SHORT and said.endswith("csv")


def begun(
    after: State, rows: int, event: ExportAsked, context: Context, *, stays: State | None = None
) -> Step:
    """Ask for the table and go on at `after`; an empty list or one too long is said where it stands (`stays`)."""
    context.need(Right.EXPORT_HAZARDS)
    most = context.ledger.rules().defaults.ledger.most_rows
    if not rows or rows > most:
        kind = {"kind": event.what}
        say = (
            Line("export-none", kind) if not rows else Line("export-many", {"n": rows, "most": most, **kind})
        )
        return Step(stays or after, say=say)
    usual = Line("export-begun", {"n": rows, "kind": event.what})
    return Step(after, (replace(event, rows=rows),), say=bulk.begun(rows, context, usual))
