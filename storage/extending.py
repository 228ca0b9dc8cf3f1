"""Extensions as letters and supervisors read them."""

from typing import Any

from sqlalchemy import Connection, func, select

from checklists.catalogue import Catalogue
from checklists.reminders import Recipient, Source
from safety.calendar import today
from safety.ladder import Answer, Wanted
from storage import owedbook, recipients
from storage.tables.ladder import extensions
from storage.tables.ledger import enterprises
from storage.tables.obligations import obligations
from storage.tables.people import people

_ROW = (
    select(
        extensions,
        obligations.c.rule,
        obligations.c.about,
        obligations.c.due_at,
        obligations.c.enterprise,
        enterprises.c.name.label("place"),
        people.c.name.label("person"),
    )
    .join(obligations, obligations.c.id == extensions.c.obligation)
    .join(enterprises, enterprises.c.id == obligations.c.enterprise)
    .join(people, people.c.id == extensions.c.asked_by)
)


def wanted(connection: Connection, catalogue: Catalogue, number: int) -> Wanted:
    """One request by its number. NoResultFound when there is none; KeyError when its rule is there no more."""
    return _wanted(connection, catalogue, connection.execute(_ROW.where(extensions.c.id == number)).one())


def newest(connection: Connection, catalogue: Catalogue, obligation: int) -> Wanted:
    """The newest request for a matter."""
    found = _ROW.where(extensions.c.obligation == obligation).order_by(extensions.c.id.desc()).limit(1)
    return _wanted(connection, catalogue, connection.execute(found).one())


def _wanted(connection: Connection, catalogue: Catalogue, row: Any) -> Wanted:
    rule = catalogue.rules.reminders.rule(row.rule)
    deciders = recipients.of(connection, row.enterprise, row.about, row.decider)
    if row.decider is Recipient.TOWN and not deciders:
        deciders = recipients.of(connection, row.enterprise, row.about, Recipient.DISTRICT)
    own = (extensions.c.obligation == row.obligation) & (extensions.c.answer == Answer.GRANTED)
    count = connection.execute(select(func.count()).select_from(extensions).where(own)).scalar_one()
    return Wanted(
        number=row.id,
        obligation=row.obligation,
        enterprise=row.place,
        title=rule.title,
        detail=owedbook.details_of(connection, catalogue, [row.about]).get(row.about, owedbook.NOTHING),
        due=today(row.due_at),
        until=row.until,
        reason=row.reason,
        asker=row.asked_by,
        person=row.person,
        deciders=tuple(one for one in deciders if one != row.asked_by),
        count=int(count),
        legal=rule.source is Source.STATUTE,
    )
