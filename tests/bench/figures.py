"""What one run measured, and what several runs of the same bot say together. No wording, no processes."""

import math
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Spread = tuple[float, float, float]  # p50, p95, p99 in milliseconds


def percentile(values: Sequence[float], share: float) -> float:
    """Return the nearest-rank percentile; not a number when nothing was measured."""
    if not values:
        return math.nan
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def spread(waits: Sequence[float]) -> Spread:
    """Return p50, p95 and p99 of waits given in seconds, as milliseconds."""
    p50, p95, p99 = (percentile(waits, share) * 1000 for share in (0.50, 0.95, 0.99))
    return p50, p95, p99


@dataclass(frozen=True, slots=True)
class Figures:
    """One run of one bot."""

    rate: float  # updates answered a second, everybody in a closed loop
    closed: Spread  # waits in the closed loop
    cpu: float  # processor time of the bot for one update, microseconds
    load: float  # share of its core that the stand-in used: above two thirds it is what is measured
    steady: Spread  # waits at a fixed rate
    first_tap: float  # seconds from process start to the first answered tap
    idle: float  # megabytes in memory after the first tap
    resident: float  # megabytes in memory after the run
    errors: int  # refused calls, people who got no reply
    refusals: Mapping[str, int]


def middle(runs: Sequence[Figures]) -> Figures:
    """Return the median of each figure over several runs."""

    def of(*names: str) -> list[float]:
        return [statistics.median(getattr(run, name) for run in runs) for name in names]

    def of_spread(name: str) -> Spread:
        p50, p95, p99 = (statistics.median(getattr(run, name)[rank] for run in runs) for rank in range(3))
        return p50, p95, p99

    rate, cpu, load, first_tap, idle, resident = of("rate", "cpu", "load", "first_tap", "idle", "resident")
    refusals: dict[str, int] = {}
    for run in runs:
        for what, count in run.refusals.items():
            refusals[what] = refusals.get(what, 0) + count
    return Figures(
        rate=rate,
        closed=of_spread("closed"),
        cpu=cpu,
        load=load,
        steady=of_spread("steady"),
        first_tap=first_tap,
        idle=idle,
        resident=resident,
        errors=sum(run.errors for run in runs),
        refusals=refusals,
    )
