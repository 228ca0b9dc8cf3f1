"""Who does which section of a self-check, and who could: colleagues with an open seat in the same enterprise."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, Select, bindparam, exists, func, or_, select, union

from safety.checks import CheckKey, Colleague, Holder
from safety.people import RIGHTS, Right
from storage.prepared import Prepared
from storage.tables.checks import answers, checks, saves, taken_sections
from storage.tables.people import people, seats

ANSWERING = sorted(role for role, rights in RIGHTS.items() if Right.ANSWER_CHECK in rights)


def seated(enterprise: ColumnElement[int], person: ColumnElement[int]) -> ColumnElement[bool]:
    """The person has an open seat in this enterprise from which self-checks are answered."""
    open_seat = (seats.c.person == person) & (seats.c.enterprise == enterprise) & seats.c.until.is_(None)
    return exists().where(open_seat, or_(*(seats.c.role == role for role in ANSWERING)))


_HOLDERS = Prepared(
    select(taken_sections.c.section, people.c.id, people.c.name, taken_sections.c.since)
    .select_from(
        checks.join(taken_sections, taken_sections.c.check_id == checks.c.id).join(
            people, people.c.id == taken_sections.c.person
        )
    )
    .where(
        checks.c.enterprise == bindparam("enterprise"),
        checks.c.checklist == bindparam("checklist"),
        checks.c.period == bindparam("period"),
        seated(checks.c.enterprise, people.c.id),
    )
)
_COLLEAGUES: Select[tuple[int, str, str]] = (
    select(people.c.id, people.c.name, func.min(seats.c.role).label("role"))
    .join(seats, seats.c.person == people.c.id)
    .where(
        seats.c.enterprise == bindparam("enterprise"),
        seats.c.until.is_(None),
        seats.c.role.in_(ANSWERING),
        people.c.id != bindparam("person"),
        people.c.consent_at.is_not(None),
    )
    .group_by(people.c.id, people.c.name)
    .order_by(people.c.id)
)


_check = (
    select(checks.c.id)
    .where(
        checks.c.enterprise == bindparam("enterprise"),
        checks.c.checklist == bindparam("checklist"),
        checks.c.period == bindparam("period"),
    )
    .scalar_subquery()
)
_hands = union(
    select(answers.c.person).where(answers.c.check_id == _check),
    select(saves.c.person).where(saves.c.check_id == _check),
    select(taken_sections.c.person).where(taken_sections.c.check_id == _check),
    select(checks.c.begun_by).where(checks.c.id == _check),
)
_SHARING = (
    select(people.c.id)
    .where(
        people.c.id.in_(_hands),
        people.c.id != bindparam("person"),
        seated(bindparam("enterprise"), people.c.id),
    )
    .order_by(people.c.id)
)


def holders(connection: Connection, enterprise: int, key: CheckKey) -> dict[str, Holder]:
    """Who has which section; what somebody had who has left is free again."""
    place = {"enterprise": enterprise, "checklist": key.checklist, "period": key.period}
    return {row.section: Holder(row.id, row.name, row.since) for row in _HOLDERS.rows(connection, place)}


def colleagues(connection: Connection, enterprise: int, person: int) -> Sequence[Colleague]:
    """Who else of the enterprise may answer, in the order in which they met the bot."""
    rows = connection.execute(_COLLEAGUES, {"enterprise": enterprise, "person": person})
    return tuple(Colleague(row.id, row.name, row.role) for row in rows)


def sharing(connection: Connection, enterprise: int, key: CheckKey, person: int) -> Sequence[int]:
    """Colleagues with an open seat who have had a hand in a check, without the person themself."""
    place = {"enterprise": enterprise, "checklist": key.checklist, "period": key.period, "person": person}
    return connection.execute(_SHARING, place).scalars().all()
