"""How a list of submitted self-checks is narrowed down, in its plain form. Hazards: lists.py."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from safety.lists import LONGEST_KEPT, day_text


@dataclass(frozen=True, slots=True)
class CheckSieve:
    """Everything holds together. Empty: no matter. Days are ISO text, in China.

    since, until  days of the submission
    on            only checks of the periods that run on this day, of forms that the enterprise owes
    checklist     of one form
    zero          zero reports (零报告)
    bad           something was found
    """

    since: str = ""
    until: str = ""
    on: str = ""
    checklist: str = ""
    zero: bool = False
    bad: bool = False

    @property
    def active(self) -> bool:
        """Whether it holds anything back."""
        return self != EVERY_CHECK

    def plain(self) -> dict[str, Any]:
        """What differs from the whole list, as JSON."""
        values = {one.name: getattr(self, one.name) for one in fields(self)}
        return {name: value for name, value in values.items() if value}

    @classmethod
    def read(cls, kept: object) -> "CheckSieve":
        """What `plain` gave; anything foreign counts for nothing."""
        if not isinstance(kept, Mapping):
            return EVERY_CHECK
        form = kept.get("checklist")
        return cls(
            since=day_text(kept.get("since")),
            until=day_text(kept.get("until")),
            on=day_text(kept.get("on")),
            checklist=form[:LONGEST_KEPT] if isinstance(form, str) else "",
            zero=kept.get("zero") is True,
            bad=kept.get("bad") is True,
        )


EVERY_CHECK = CheckSieve()
