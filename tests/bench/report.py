"""The tables that `make bench` prints."""

from collections.abc import Mapping, Sequence

from tests.bench.figures import Figures, Spread, middle

HEADINGS = (
    "bot",
    "upd/s",
    "to echo",
    "p50/p95/p99 ms",
    "at 100/s: p50/p95/p99 ms",
    "µs cpu/upd",
    "first tap s",
    "MB start/end",
    "stand-in",
    "errors",
)


def table(runs: Mapping[str, Sequence[Figures]], yardstick: str) -> str:
    """Return medians, one line a bot, with the throughput next to the yardstick's."""
    echo = middle(runs[yardstick]) if runs.get(yardstick) else None
    rows = [HEADINGS, *(row(name, several, echo) for name, several in runs.items() if several)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(cell.rjust(width) for cell, width in zip(line, widths, strict=True)) for line in rows]
    return "\n".join([*lines, *remarks(runs)])


def row(name: str, several: Sequence[Figures], echo: Figures | None) -> tuple[str, ...]:
    found = middle(several)
    low, high = min(run.rate for run in several), max(run.rate for run in several)
    return (
        name,
        f"{found.rate:.0f} ({low:.0f}-{high:.0f})",
        f"{found.rate / echo.rate:.2f}" if echo else "-",
        waits(found.closed),
        waits(found.steady),
        f"{found.cpu:.0f}",
        f"{found.first_tap:.2f}",
        f"{found.idle:.0f}/{found.resident:.0f}",
        f"{found.load:.0%}",
        str(found.errors),
    )


def waits(of: Spread) -> str:
    return " / ".join(f"{value:.1f}" for value in of)


def remarks(runs: Mapping[str, Sequence[Figures]]) -> list[str]:
    """Return what was refused, by bot; nothing when nothing was."""
    return [
        f"  {name}: {count} x {what}"
        for name, several in runs.items()
        if several
        for what, count in middle(several).refusals.items()
    ]
