"""Notices and commitments of the paper world, changed only by applying events."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from checklists.documents import Commitment, filled
from checklists.words import Words
from safety.calendar import today as day_of
from safety.events_pledges import (
    ColourChanged,
    CommitmentBroken,
    CommitmentRecalled,
    CommitmentSigned,
    ItemRead,
)
from safety.pledges import (
    PRINCIPAL,
    Breach,
    Coverage,
    Covered,
    Holding,
    Owed,
    Pack,
    Pile,
    Pledge,
    expires_soon,
    name_fault,
    still_to_wait,
    valid_to,
    why_owed,
)

if TYPE_CHECKING:
    from tests.dialogs.paper import World

PHONE = "13800000004"  # of the principal, as the enterprise's list has it
NAME = "王老板"


@dataclass
class Shelf:
    """What was read and signed. Worlds without a shelf have no packs."""

    signatories: dict[str, str] = field(default_factory=lambda: {PHONE: NAME})
    readings: dict[tuple[int, str], dict[str, datetime]] = field(default_factory=dict)
    pledges: list[Pledge] = field(default_factory=list)
    holds: bool = True
    colour_reason: str = ""
    neighbours: list[Holding] = field(default_factory=list)


def pack_of(world: "World", person: int, today: date) -> Pack | None:
    shelf, colour = world.shelf, world.enterprise.colour.value
    notice, text = world.catalogue.notices.get(colour), world.catalogue.commitments.get(colour)
    if shelf is None or notice is None or text is None:
        return None
    pledge = newest(shelf)
    preamble, closing = filled_in(world, text, PRINCIPAL, today)
    return Pack(
        colour,
        notice,
        text,
        preamble,
        closing,
        shelf.readings.get((person, notice.fingerprint), {}),
        shelf.readings.get((person, text.fingerprint), {}),
        NAME,
        pledge,
        why_owed(pledge, colour, text.fingerprint, world.catalogue.rules.renew_on, today),
        expires_soon(pledge, today, world.catalogue.rules.defaults.pledging),
    )


def newest(shelf: Shelf) -> Pledge | None:
    return replace(shelf.pledges[-1], holds=shelf.holds) if shelf.pledges else None


def filled_in(world: "World", text: Commitment, name: str, today: date) -> tuple[Words, Words]:
    place = world.enterprise
    said: Mapping[str, object] = {
        "enterprise": place.name,
        "credit_code": place.credit_code,
        "principal": name,
        "authority": "天衢新区",
        "date": today.isoformat(),
        "valid_to": valid_to(today, text).isoformat(),
    }
    names = {key: Words(str(value), str(value)) for key, value in said.items()}
    return filled(text.preamble, names), filled(text.closing, names)


def read(world: "World", person: int, event: ItemRead) -> None:
    assert world.shelf is not None
    world.shelf.readings.setdefault((person, event.fingerprint), {})[event.item] = world.now


def sign(world: "World", person: int, event: CommitmentSigned) -> None:
    """As storage does it: everything read, the number and the name known, the taps apart."""
    shelf, today = world.shelf, day_of(world.now)
    assert shelf is not None
    pack = pack_of(world, person, today)
    assert pack is not None
    assert not pack.notice_left
    assert not pack.commitment_left
    assert name_fault(event.name, shelf.signatories[event.phone]) is None
    assert still_to_wait(event.first_at, world.now, world.catalogue.rules.defaults.pledging) == 0
    text, place = pack.commitment, world.enterprise
    preamble, closing = filled_in(world, text, event.name, today)
    times = (
        min(pack.commitment_read.values()),
        max(pack.commitment_read.values()),
        world.now,
        valid_to(today, text),
    )
    number = f"CN-{today.year}-{len(shelf.pledges) + 1:06d}"
    shelf.pledges.append(
        Pledge(
            number,
            place.name,
            place.credit_code,
            place.town,
            pack.colour,
            text,
            preamble.zh,
            closing.zh,
            person,
            event.name,
            *times,
            text.fingerprint,
            "0123456789abcdef" * 4,
        )
    )
    _new_round(shelf, text)


def recall(world: "World", event: CommitmentRecalled) -> None:
    shelf = world.shelf
    assert shelf is not None
    shelf.pledges = [
        replace(one, recalled=event.why) if one.number == event.number else one for one in shelf.pledges
    ]
    _new_round(shelf, shelf.pledges[-1].text)


def broken(world: "World", event: CommitmentBroken) -> None:
    shelf = world.shelf
    assert shelf is not None
    assert any(one.number == event.number for one in shelf.pledges)
    breach = Breach(event.item, world.now, event.reason)
    shelf.pledges = [
        replace(one, breaches=[*one.breaches, breach]) if one.number == event.number else one
        for one in shelf.pledges
    ]


def holdings(world: "World") -> list[Holding]:
    """The world's own enterprise, and those of the shelf's neighbours."""
    pack = pack_of(world, 0, day_of(world.now))
    if world.shelf is None or pack is None:
        return []
    place = world.enterprise
    own = Holding(
        place.credit_code,
        place.name,
        place.town,
        pack.colour,
        pack.pledge,
        pack.owed,
        pack.expiring,
        world.shelf.colour_reason,
        1,
        world.activity.value,
    )
    return [own, *world.shelf.neighbours]


def piled(world: "World", pile: Pile) -> list[Holding]:
    unsigned = {Owed.NEVER, Owed.EXPIRED, Owed.ACCIDENT, Owed.MAJOR_HAZARD_CONFIRMED, Owed.MOVED_OR_EXTENDED}

    def of(one: Holding) -> Pile | None:
        if one.owed is None:
            return Pile.EXPIRING if one.expiring else None
        return Pile.UNSIGNED if one.owed in unsigned else Pile.OLD

    return [one for one in holdings(world) if of(one) is pile]


def coverage(world: "World") -> Coverage:
    every = holdings(world)
    colours = [_covered(every, name, "colour") for name in sorted({one.colour for one in every})]
    towns = [_covered(every, name, "town") for name in sorted({one.town for one in every})]
    piles = {pile: len(piled(world, pile)) for pile in Pile}
    return Coverage(sum(one.owed is None for one in every), len(every), colours, towns, piles)


def _covered(every: list[Holding], name: str, by: str) -> Covered:
    own = [one for one in every if getattr(one, by) == name]
    return Covered(name, sum(one.owed is None for one in own), len(own))


def neighbours() -> list[Holding]:
    """Enterprises that have not signed."""
    return [
        Holding(f"9137000000000000{n}X", f"{name}饭店", "东镇", "green", None, Owed.NEVER, principals=n % 2)
        for n, name in enumerate("一二三四五六七", 1)
    ]


def recolour(world: "World", event: ColourChanged) -> None:
    assert world.shelf is not None
    world.enterprise = replace(world.enterprise, colour=event.colour)
    world.shelf.colour_reason = event.reason


def _new_round(shelf: Shelf, text: Commitment) -> None:
    shelf.readings = {key: items for key, items in shelf.readings.items() if key[1] != text.fingerprint}
