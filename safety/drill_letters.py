"""A drill as letters speak of it, and who hears of it. Which letters there are: notices_drills.py."""

from collections.abc import Sequence
from dataclasses import dataclass

from safety.drills import Drill


@dataclass(frozen=True, slots=True)
class Course:
    """One drill. `everybody` has a seat in the enterprise; `leaders` are its officers and principals."""

    drill: Drill
    everybody: Sequence[int]
    leaders: Sequence[int]
