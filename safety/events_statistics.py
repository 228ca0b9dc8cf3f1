"""Events of the statistics of hazards (order 16 art. 14): signed by the principal in person, or asked for by their officer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from safety.events import Event


@dataclass(frozen=True, slots=True)
class StatisticsSigned(Event):
    """The principal signed the form of a period: own contact card, full name typed, two taps.

    period       2026-Q3, 2026
    seen         the figures counted from the ledger, as the signer saw them
    corrections  field to value and reason, where the signer says otherwise
    phone        from the person's own card; the record keeps it masked
    """

    kind: ClassVar[str] = "statistics:signed"
    period: str
    seen: Mapping[str, Any]
    corrections: Mapping[str, Any]
    phone: str
    name: str
    first_at: datetime


@dataclass(frozen=True, slots=True)
class StatisticsAsked(Event):
    """An officer has looked through the figures and asks the principal to sign."""

    kind: ClassVar[str] = "statistics:asked"
    period: str
