"""The life of hazards on paper: the same rules as storage asks (safety/deeds.py), applied to hazards in memory."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from checklists.schema import Severity
from safety.closures import Closure
from safety.deeds import Hand, done
from safety.events_chores import ChoreMade
from safety.events_hazards import HazardDetailed, HazardMoved, HazardNoted, HazardPhotoSent
from safety.hazard_ledger import Case, Hazard, HazardSource, HazardState, Move, Part, Shot
from safety.hazards import OVER, HazardAction
from safety.people import RIGHTS, Right
from tests.dialogs import paperchores

if TYPE_CHECKING:
    from tests.dialogs.paper import World

LISTED = {HazardAction.LIST, HazardAction.DELIST}  # their number stands in the timeline


def case_of(world: "World", one: Hazard) -> Hazard:
    """With what the rules know of it, as storage would read it."""
    people = {person.name: number for number, person in world.people.items()}
    kept = one.case
    finder = people.get(one.found_by, 0)
    before = {shot.name for shot in one.shots}
    said = {shot.answers for shot in one.answers}
    fresh = Case(one.state, one.severity is Severity.MAJOR, people.get(one.owner, finder), one.due, finder)
    base = fresh if kept is None else replace(kept, state=one.state, due=one.due, major=fresh.major)
    base = replace(base, graded_up=base.graded_up or bool(one.recurs))
    base = with_family(world, one, base)
    case = replace(base, photos=len(before), unanswered=len(before - said))
    return replace(one, case=case, owner=one.owner or one.found_by, parts=parts_of(world, one.number))


def with_family(world: "World", one: Hazard, case: Case) -> Case:
    """With its open parts, or with what its parent allows."""
    own = tuple(
        part.number
        for part in world.found
        if part.case and part.case.parent == one.number and part.state not in OVER
    )
    parent = next((other for other in world.found if case.parent and other.number == case.parent), None)
    if parent is None:
        return replace(case, parts=own)
    return replace(case, parts=own, latest=parent.due, orphaned=parent.state in OVER)


def parts_of(world: "World", number: str) -> tuple[Part, ...]:
    found = [one for one in world.found if one.case is not None and one.case.parent == number]
    return tuple(Part(one.number, one.place, one.words, one.state, one.due, one.owner) for one in found)


def divided(world: "World", person: int, event: HazardMoved) -> str:
    """A new hazard, a part of this one; its number."""
    parent = meet(world, event.number)
    assert event.owner is not None
    assert event.day is not None
    number = f"YH-2026-{len(world.found) + 1:06d}"
    case = Case(HazardState.REPORTED, False, event.owner, event.day, person, parent=event.number)
    source = HazardSource.REPORT if hand(world, person).inside else HazardSource.INSPECTION
    part = Hazard(
        number, parent.enterprise, parent.town, "", "", Severity.GENERAL, HazardState.REPORTED, world.now, event.day,
        world.people[person].name, source=source, kind=parent.kind, place=parent.place, words=event.words,
        owner=world.people[event.owner].name, case=case, code=parent.code,
    )  # fmt: skip
    world.found.append(case_of(world, part))
    note(world, person, part, "divided", HazardState.REPORTED, of=event.number)
    return number


def change(world: "World", number: str, how: Callable[[Hazard], Hazard]) -> None:
    world.found = [case_of(world, how(one)) if one.number == number else one for one in world.found]


def meet(world: "World", number: str) -> Hazard:
    return case_of(world, next(one for one in world.found if one.number == number))


def hand(world: "World", person: int) -> Hand:
    seat = world.actor(person).seat
    rights = RIGHTS[seat.role] if seat else frozenset()
    return Hand(person, Right.TREAT_HAZARD in rights, Right.VERIFY_HAZARD in rights)


def note(world: "World", person: int, one: Hazard, action: str, after: HazardState, **body: object) -> None:
    said = {name: value for name, value in body.items() if value not in {None, ""}}
    step = Move(world.now, world.people[person].name, action, one.state, after, said)  # type: ignore[arg-type]  # JSON only
    world.moves[one.number] = (*world.moves.get(one.number, ()), step)


def moved(world: "World", person: int, event: HazardMoved) -> None:
    one = meet(world, event.number)
    assert one.case is not None
    case = done(one.case, event.action, event.deed(), hand(world, person), world.now.date())
    if event.action is HazardAction.LIST and case.listing is not None:
        world.listings += 1
        case = replace(case, listing=replace(case.listing, number=f"GP-2026-{world.listings:06d}"))
    if event.action is HazardAction.CAUSE and event.measures and event.owner and event.day:
        paperchores.made(
            world, person, ChoreMade(event.measures, event.owner, event.day, hazard=event.number)
        )
    part = divided(world, person, event) if event.action is HazardAction.DIVIDE else ""
    to = world.people[event.owner].name if event.owner is not None else ""
    day = event.day or (one.case.wanted.day if one.case.wanted and not case.wanted else None)
    note(
        world, person, one, event.action.value, case.state,
        reason=event.reason, to=to, day=day.isoformat() if day else None, measures=event.measures,
        money=event.money, contingency=event.contingency, root=event.root, of=part or event.of,
        text=case.listing.number if event.action in LISTED and case.listing else event.words,
    )  # fmt: skip
    severity = Severity.MAJOR if case.major else Severity.GENERAL
    answers = () if event.action.value == "reopen" else one.answers
    after = replace(
        one, state=case.state, due=case.due, severity=severity, answers=answers, case=case,
        owner=world.people[case.owner].name, closed_at=ended(world, one, case.state),
        cause_owner=world.people[case.cause.owner].name if case.cause and case.cause.owner else "",
        in_charge=world.people[case.listing.person].name if case.listing else "",
    )  # fmt: skip
    change(world, event.number, lambda _one: after)
    if event.action in {HazardAction.ACCEPT, HazardAction.DELIST}:
        closed(world, person, one)


def ended(world: "World", one: Hazard, state: HazardState) -> datetime | None:
    """When it ended; what is told afterwards does not change it."""
    return (one.closed_at if one.state is state else world.now) if state in OVER else None


def closed(world: "World", person: int, one: Hazard) -> None:
    receipt = f"XH-2026-{len(world.closures) + 1:06d}"
    by = world.people[person].name
    world.closures.append(Closure(receipt, one.number, one.enterprise, world.now, by, "c" * 64))
    change(world, one.number, lambda one: replace(one, closure=receipt))


def photo_sent(world: "World", person: int, event: HazardPhotoSent) -> None:
    one = meet(world, event.number)
    assert hand(world, person).inside
    assert event.picture.unique not in {shot.name for shot in (*one.shots, *one.answers, *one.notes)}, (
        "storage would refuse"
    )
    assert one.case is not None
    if event.progress:
        added = (*one.notes, Shot(event.picture.unique, None))
        change(world, event.number, lambda one: replace(one, notes=added))
        return
    room, name = world.darkroom, event.picture.unique
    words = {**room.words, name: (event.word, None)} if event.word else room.words
    world.darkroom = replace(room, arrived={**room.arrived, name: world.now}, words=words)
    others = [shot for shot in one.answers if not event.answers or shot.answers != event.answers]
    answers = (*others, Shot(event.picture.unique, None, event.answers))
    case = replace(one.case, fresh=one.case.fresh + 1)
    change(world, event.number, lambda one: replace(one, answers=answers, case=case))


def noted(world: "World", person: int, event: HazardNoted) -> None:
    one = meet(world, event.number)
    assert one.state not in OVER
    note(world, person, one, "note", one.state, text=event.text)


def detailed(world: "World", person: int, event: HazardDetailed) -> None:
    one = meet(world, event.number)
    assert one.state not in OVER
    assert hand(world, person).inside or hand(world, person).supervises, "storage would refuse"
    former = one.details.get(event.field, "")
    said = {"field": event.field, "value": event.value, "former": former}
    note(world, person, one, event.MOVE, one.state, **said)
    change(world, event.number, lambda one: replace(one, details={**one.details, event.field: event.value}))


def copies_safe(world: "World") -> None:
    """Our copies of all photos are safe, and both sides stand in one picture where there are both."""
    for one in world.found:
        shots = tuple(replace(shot, path=f"{shot.name}.jpg") for shot in one.shots)
        answers = tuple(
            replace(
                shot,
                path=f"{shot.name}.jpg",
                pair=f"{shot.answers}+{shot.name}.jpg" if shot.answers else None,
            )
            for shot in one.answers
        )
        notes = tuple(replace(shot, path=f"{shot.name}.jpg") for shot in one.notes)
        photos = tuple(shot.path for shot in shots if shot.path)
        change(
            world,
            one.number,
            lambda old, s=shots, a=answers, p=photos, n=notes: replace(  # type: ignore[misc]  # bound here
                old, shots=s, answers=a, photos=p, notes=n, photos_pending=0
            ),
        )
