"""One inspection of the paper world: as it is kept, and what belongs to it in drafts, hazards and seats."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checklists import walk
from safety.checks import CheckKey
from safety.hazard_ledger import Hazard, HazardState
from safety.people import Right, Role
from safety.visits import Finding, Host, Officer, Visit, Walked, period_of, visit_of
from tests.dialogs.paperquarter import Compared

if TYPE_CHECKING:
    from tests.dialogs.paper import World

HOSTS = (Role.PRINCIPAL, Role.OFFICER, Role.WORKER)


@dataclass(frozen=True)
class Kept:
    """An inspection as it is kept: without forms and findings, which are read from drafts and hazards."""

    visit: Visit
    host: int | None = None
    compared: tuple[Compared, ...] = ()

    def inspects(self, person: int) -> bool:
        one = self.visit
        there = one.second is not None and one.second.confirmed_at is not None
        return person == one.lead.person or (there and one.second is not None and one.second.person == person)


def same_check(world: "World", one: Hazard, key: CheckKey) -> bool:
    """Whether a hazard was found by this check: a form that is walked on site finds its own."""
    return one.checklist == key.checklist and world.found_on_site.get(one.number) == visit_of(key.period)


def officer(world: "World", person: int) -> Officer | None:
    """Somebody as one who inspects; None when they may not."""
    actor = world.actor(person)
    if actor.seat is None or not actor.may(Right.HOLD_VISIT):
        return None
    one = world.people[person]
    place = one.seats[one.chosen][1] if actor.seat.area is not None else ""
    return Officer(person, one.name, actor.seat.role, place)


def content(world: "World", visit: Visit) -> dict[str, object]:
    """What lies before the enterprise, as plain JSON."""
    answers = {
        f"{key.checklist}/{question}": str(answer.value)
        for key, draft in world.drafts.items()
        if key.period == period_of(visit.id)
        for question, answer in draft.answers.items()
    }
    found = [one.number for one in findings(world, visit.id) if not one.gone]
    who = [visit.lead.person, visit.second.person if visit.second else None]
    return {"who": who, "kind": visit.kind.value, "remark": visit.remark, "answers": answers, "found": found}


def findings(world: "World", visit: int) -> tuple[Finding, ...]:
    """What one inspection found, in the order it was found; taken back ones too."""
    numbers = [number for number, of in world.found_on_site.items() if of == visit]
    found = {one.number: one for one in world.found}
    return tuple(_finding(world, found[number]) for number in numbers if number in found)


def _finding(world: "World", one: Hazard) -> Finding:
    kind = world.catalogue.suggester.kinds.get(one.kind)
    asked = one.form.question(one.question) if one.form is not None and one.question else None
    what = asked.text if asked is not None else one.words or (kind.name if kind else one.number)
    major = one.severity.value == "major"
    gone = one.state is HazardState.WITHDRAWN
    return Finding(one.number, one.question, what, one.place, one.due, major, one.note, gone=gone)


def walked(world: "World", visit: int) -> tuple[Walked, ...]:
    """The forms of one inspection, in the order they were opened."""
    known = world.catalogue.facts.derive(world.facts)  # type: ignore[arg-type]  # flags and numbers only
    bad = {one.question for one in findings(world, visit) if not one.gone}
    found = []
    for key, draft in world.drafts.items():
        if key.period == period_of(visit):
            asked = walk.outline(draft.form, draft.answers, known)
            said = [one.id for one in asked if one.id in draft.answers]
            given = [one for one in said if draft.answers[one].value is not None]
            wrong = sum(one in bad for one in given)
            found.append(Walked(key.checklist, draft.form, len(asked), len(given), wrong))
    return tuple(found)


def hosts(world: "World", one: Kept) -> list[Host]:
    """People of the enterprise, the principal first."""
    found = [
        Host(number, person.name, seat.role)
        for number, person in world.people.items()
        for seat, _place in person.seats[:1]
        if seat.enterprise is not None and seat.role in HOSTS
    ]
    inspectors = {one.visit.lead.person, one.visit.second.person if one.visit.second else 0}
    there = [host for host in found if host.person not in inspectors]
    return sorted(there, key=lambda host: (HOSTS.index(host.role), host.person))
