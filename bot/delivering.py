"""What became of letters, for the operator. The work of `python -m bot delivery`."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from bot.settings import Settings
from safety.delivery import Delivered, whole
from storage import delivery
from storage.database import Database

HEADINGS = ("family", "written", "delivered", "acted on", "waiting", "kept", "failed", "late")


def told(settings: Settings, days: int) -> str:
    """The table of the last days, a row each family of letters, all of them last; then a row each reminder rule."""
    now = datetime.now(UTC)
    database = Database.open(settings.database)
    with database.reading() as connection:
        since, until = now - timedelta(days=days), now + timedelta(minutes=1)
        found = delivery.figures(connection, since, until)
        rules = delivery.by_rule(connection, since, until)
    database.close()
    return f"{table(found)}\n\n{table(rules, 'rule', total=False)}" if rules else table(found)


def table(found: Sequence[Delivered], first: str = HEADINGS[0], *, total: bool = True) -> str:
    """Columns as wide as what stands in them. `total`: with all of them last; letters that tell of several rules have none."""
    last = [_row(whole(found), "all")] if total else []
    rows = [(first, *HEADINGS[1:]), *(_row(one, one.name) for one in found), *last]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    return "\n".join(_line(row, widths) for row in rows)


def _row(one: Delivered, name: str) -> tuple[str, ...]:
    counts = (one.written, one.delivered, one.acted, one.waiting, one.kept, one.failed, one.late)
    return (name, *map(str, counts))


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    name, *counts = row
    return "  ".join(
        [name.ljust(widths[0]), *(one.rjust(wide) for one, wide in zip(counts, widths[1:], strict=True))]
    )
