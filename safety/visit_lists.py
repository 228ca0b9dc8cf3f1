"""How a list of inspections on site that have ended is narrowed down, in its plain form."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from safety.lists import day_text

LENGTH = 18  # characters of a credit code


@dataclass(frozen=True, slots=True)
class VisitSieve:
    """Everything holds together. Empty: no matter. Days are ISO text, in China.

    since, until  days on which it ended
    code          credit code of one enterprise
    """

    since: str = ""
    until: str = ""
    code: str = ""

    def plain(self) -> dict[str, Any]:
        """What differs from the whole list, as JSON."""
        values = {one.name: getattr(self, one.name) for one in fields(self)}
        return {name: value for name, value in values.items() if value}

    @classmethod
    def read(cls, kept: object) -> "VisitSieve":
        """What `plain` gave; anything foreign counts for nothing."""
        if not isinstance(kept, Mapping):
            return EVERY_VISIT
        code = kept.get("code")
        return cls(
            since=day_text(kept.get("since")),
            until=day_text(kept.get("until")),
            code=code[:LENGTH] if isinstance(code, str) else "",
        )


EVERY_VISIT = VisitSieve()
