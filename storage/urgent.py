"""An urgent obligation as it stands at the moment somebody is to be told: still open, and who has to do it now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from checklists.catalogue import Catalogue
from checklists.reminders import Reminder
from storage import recipients
from storage.tables.ledger import hazards
from storage.tables.obligations import obligations


@dataclass(frozen=True, slots=True)
class Urgent:
    """One open obligation of an urgent rule."""

    id: int
    rule: Reminder
    due: datetime
    people: Sequence[int]


def standing(connection: Connection, catalogue: Catalogue, number: int) -> Urgent | None:
    """The obligation with whom it is for; None when it is done, or its rule is there no more."""
    found = select(obligations).where(obligations.c.id == number, obligations.c.state == "open")
    row = connection.execute(found).one_or_none()
    rules = {rule.id: rule for rule in catalogue.rules.reminders.rules}
    if row is None or row.rule not in rules or _reported(connection, row.about):
        return None
    rule = rules[row.rule]
    people = (row.holder,) if row.holder else recipients.of(connection, row.enterprise, row.about, rule.who)
    return Urgent(row.id, rule, row.due_at, people)


def _reported(connection: Connection, about: str) -> bool:
    """A major hazard that was reported a moment ago: the clock has not looked yet."""
    number = about.removeprefix("hazard:")
    reported = select(hazards.c.id).where(hazards.c.number == number, hazards.c.reported_at.is_not(None))
    return about.startswith("hazard:") and connection.execute(reported).first() is not None
