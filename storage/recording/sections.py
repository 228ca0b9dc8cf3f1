"""Writes down who does which section: taken, given back, handed on. Nobody loses one without its being said."""

from typing import Any

from sqlalchemy import bindparam, delete, select, update

from safety.errors import Refusal
from safety.events import SectionGivenBack, SectionHanded, SectionTaken
from storage.recording.opened import open_check, place
from storage.recording.turn import Turn, Written, subject_of
from storage.sections import seated
from storage.tables.checks import checks
from storage.tables.checks import taken_sections as taken
from storage.tables.people import people
from storage.upsert import Upsert

_THIS = (taken.c.check_id == bindparam("b_check")) & (taken.c.section == bindparam("b_section"))
_SHARED = update(checks).where(checks.c.id == bindparam("b_check"), ~checks.c.shared).values(shared=True)
_OF_NOBODY = delete(taken).where(_THIS, ~seated(bindparam("b_enterprise"), taken.c.person))
_TAKE = Upsert(lambda insert: insert(taken).on_conflict_do_nothing())
_MOVE = (
    update(taken)
    .where(_THIS, taken.c.person == bindparam("b_from"))
    .values(person=bindparam("b_to"), since=bindparam("b_at"))
)
_GIVE_BACK = delete(taken).where(_THIS, taken.c.person == bindparam("b_person"))
_HOLDER = select(taken.c.person).where(_THIS)
_SEATED = select(people.c.id).where(
    people.c.id == bindparam("b_to"), seated(bindparam("b_enterprise"), people.c.id)
)

Sections = SectionTaken | SectionGivenBack | SectionHanded


def section_taken(turn: Turn, event: SectionTaken) -> Written:
    """Free sections are simply taken; a colleague's only by naming whose it was."""
    row = _row(turn, event)
    if event.over is None:
        _put(turn, row, turn.actor.person)
    elif (
        turn.connection.execute(_MOVE, row | {"b_from": event.over, "b_to": turn.actor.person}).rowcount != 1
    ):
        raise Refusal("section-taken")
    return _written(event)


def section_given_back(turn: Turn, event: SectionGivenBack) -> Written:
    """Nothing happens when somebody else has it by now."""
    turn.connection.execute(_GIVE_BACK, _row(turn, event))
    return _written(event)


def section_handed(turn: Turn, event: SectionHanded) -> Written:
    """To a colleague of the same enterprise. Refusal when there is none such, or when a third person has the section."""
    row = _row(turn, event) | {"b_to": event.to}
    if turn.connection.execute(_SEATED, row).scalar_one_or_none() is None:
        raise Refusal("not-allowed")
    moved = turn.connection.execute(_MOVE, row | {"b_from": turn.actor.person}).rowcount
    if not moved:
        _put(turn, row, event.to)
    return _written(event)


def _put(turn: Turn, row: dict[str, Any], person: int) -> None:
    """Give a free section to a person. Refusal when another one has it."""
    free = {"check_id": row["b_check"], "section": row["b_section"], "person": person, "since": turn.now}
    _TAKE.run(turn.connection, free)
    if turn.connection.execute(_HOLDER, row).scalar_one_or_none() != person:
        raise Refusal("section-taken")


def _row(turn: Turn, event: Sections) -> dict[str, Any]:
    """What these statements bind; a section of somebody who has left is free, and the check counts as shared."""
    row = place(turn, event) | {"b_check": open_check(turn, event), "b_section": event.section}
    turn.connection.execute(_SHARED, row)
    turn.connection.execute(_OF_NOBODY, row)
    return row


def _written(event: Sections) -> Written:
    return Written(subject_of(event.key, event.section))
