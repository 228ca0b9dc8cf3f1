"""A hazard as letters speak of it, and who has to do with it (safety.notices_hazards.About)."""

from datetime import datetime

from sqlalchemy import Connection, select

from checklists.catalogue import Catalogue
from checklists.words import Words
from safety.hazard_ledger import Hazard
from safety.notices_hazards import About
from safety.people import RIGHTS, Actor, Right
from storage import hazards as hazards_
from storage.ledger import LedgerOf
from storage.people import with_seat
from storage.places import seated_over
from storage.tables.ledger import hazards
from storage.tables.people import seats

NOBODY = 0
WATCHING = sorted(role for role, rights in RIGHTS.items() if Right.VERIFY_HAZARD in rights)
TREATING = sorted(role for role, rights in RIGHTS.items() if Right.TREAT_HAZARD in rights)


def about(connection: Connection, actor: Actor, catalogue: Catalogue, now: datetime, number: str) -> About:
    """A hazard of the actor's scope. LookupError when there is none."""
    hazard = LedgerOf(connection, actor, catalogue, now).hazard(number)
    if hazard is None:
        raise LookupError(f"no hazard {number}")
    return _about(connection, hazard, _enterprise(connection, number), actor.person, actor.name)


def by_clock(connection: Connection, catalogue: Catalogue, number: str) -> About:
    """A hazard as the clock speaks of it, in nobody's scope and by nobody's hand. NoResultFound when there is none."""
    enterprise = _enterprise(connection, number)
    (hazard,) = hazards_.numbered(connection, catalogue, enterprise, [number])
    return _about(connection, hazard, enterprise, NOBODY, "")


def _enterprise(connection: Connection, number: str) -> int:
    own = select(hazards.c.enterprise).where(hazards.c.number == number)
    return int(connection.execute(own).scalar_one())


def _about(connection: Connection, hazard: Hazard, enterprise: int, actor: int, person: str) -> About:
    assert hazard.case is not None  # noqa: S101 - storage always knows it
    return About(
        hazard.number,
        hazard.enterprise,
        hazard.town,
        what(hazard),
        hazard.due,
        hazard.case.major,
        hazard.case.owner,
        hazard.case.found_by,
        hazard.case.evidence_by,
        with_seat(connection, TREATING, seats.c.enterprise == enterprise),
        with_seat(connection, WATCHING, seated_over(enterprise)),
        actor,
        person,
        graded_up=hazard.case.graded_up,
        closure=hazard.closure,
        listing=hazard.case.listing.number if hazard.case.listing else "",
    )


def what(hazard: Hazard) -> Words:
    """The question that found it, or what was said when it was reported."""
    if hazard.form is not None and hazard.question in hazard.form.places:
        return hazard.form.told(hazard.question, hazard.instance)
    said = " · ".join(part for part in (hazard.place, hazard.words) if part) or hazard.number
    return Words(said, said)
