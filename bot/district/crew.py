"""Who of a made-up district has joined: people of enterprises, supervisors. Joining goes by the same rules as everybody's."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from bot.demo.diary import join
from bot.district.names import DISTRICT, Names
from bot.district.size import Size
from bot.district.units import Unit
from bot.routers import Speaker
from checklists.catalogue import Catalogue
from checklists.departments import DepartmentRules
from safety.calendar import today
from safety.people import Actor, Role
from storage import enterprises, people, places, reachability
from storage.enterprises import Listed
from storage.invitations import Place

FIRST_ACCOUNT = 5_000_000_001  # numbers that the platform gives to nobody yet
IN_A_TOWN, IN_A_DEPARTMENT, IN_THE_DISTRICT, EXPERTS = 3, 2, 5, 6
OVER = {Role.TOWN: places.TOWN, Role.DEPARTMENT: places.DEPARTMENT, Role.GRID: places.GRID}
LOST = 0.022  # of people who cannot be reached any more
LATE_JOINERS = 0.16  # who join in the course of the year, not before


@dataclass(frozen=True, slots=True, eq=False)
class Member:
    """Somebody who joins an enterprise, or an area (by its name; empty: the whole district)."""

    account: int
    listed: Listed
    since: datetime
    unit: Unit | None = None
    area: str = ""

    @property
    def speaker(self) -> Speaker:
        return Speaker(self.account, self.listed.name, None, "zh-hans")


@dataclass(slots=True)
class Crew:
    """Everybody, by where they belong; as actors once they have joined."""

    members: Sequence[Member]
    lost: Sequence[tuple[Member, datetime]]
    of: Mapping[Unit, Sequence[Member]] = field(default_factory=dict)
    watching: Mapping[str, Sequence[Member]] = field(default_factory=dict)
    actors: dict[int, Actor] = field(default_factory=dict)

    def supervisors(self, area: str) -> Sequence[Member]:
        """Those of a town, a department or a grid; of "" those of the whole district and the experts."""
        return self.watching.get(area, ())

    def actor(self, member: Member) -> Actor:
        return self.actors[member.account]


def hire(
    all_units: Sequence[Unit],
    size: Size,
    areas: Sequence[tuple[Role, str]],
    begin: datetime,
    now: datetime,
    chance: random.Random,
) -> Crew:
    """Choose who joins when: supervisors first, then enterprises by chance until there are as many people as wanted."""
    accounts = iter(range(FIRST_ACCOUNT, FIRST_ACCOUNT + 10 * size.people + 1000))
    watchers = list(_supervisors(accounts, areas, begin, Names(chance)))
    wanted = max(1, size.people - len(watchers))
    order = chance.sample(list(all_units), len(all_units))
    joined: list[Member] = []
    for unit in order:
        if len(joined) >= wanted:
            break
        since = _since(begin, now, chance)
        joined += [
            Member(next(accounts), one, since + timedelta(hours=3 * n), unit)
            for n, one in enumerate(unit.entry.contacts)
        ]
    of: dict[Unit, list[Member]] = {}
    for member in joined:
        if member.unit is not None:
            of.setdefault(member.unit, []).append(member)
    watching: dict[str, list[Member]] = {}
    for member in watchers:
        watching.setdefault(member.area, []).append(member)
    gone = [(one, _gone_at(one, now, chance)) for one in chance.sample(joined, round(len(joined) * LOST))]
    return Crew([*watchers, *joined], gone, of, watching)


def _gone_at(member: Member, now: datetime, chance: random.Random) -> datetime:
    """Some time after they joined."""
    return max(member.since, now - timedelta(days=chance.randint(1, 200))) + timedelta(hours=1)


def _since(begin: datetime, now: datetime, chance: random.Random) -> datetime:
    """Most joined in the weeks before the year begins."""
    if chance.random() < LATE_JOINERS:
        return begin + (now - begin) * chance.random() * 0.9
    return begin - timedelta(days=chance.randint(1, 40), minutes=chance.randint(0, 600))


def _supervisors(
    accounts: Iterator[int], areas: Sequence[tuple[Role, str]], begin: datetime, names: Names
) -> Iterator[Member]:
    since = begin - timedelta(days=55)
    numbers = (f"1690000{number:04d}" for number in range(1, 10_000))
    each = {Role.TOWN: IN_A_TOWN, Role.DEPARTMENT: IN_A_DEPARTMENT, Role.GRID: 1}
    for role, area in areas:
        for _ in range(each[role]):
            yield Member(next(accounts), Listed(names.person(), next(numbers), role), since, None, area)
    for role, count in ((Role.DISTRICT, IN_THE_DISTRICT), (Role.EXPERT, EXPERTS)):
        for _ in range(count):
            yield Member(next(accounts), Listed(names.person(), next(numbers), role), since)


def areas_of(
    all_units: Sequence[Unit], towns: Sequence[str], rules: DepartmentRules
) -> Iterator[tuple[Role, str]]:
    """Towns, departments that answer for anybody, grids: what somebody watches over."""
    yield from ((Role.TOWN, town) for town in towns)
    found = {one.name.zh for unit in all_units if (one := rules.responsible(unit.facts)) is not None}
    yield from ((Role.DEPARTMENT, name) for name in sorted(found))
    grids = dict.fromkeys(places.grid_name(unit.entry.town, unit.entry.grid) for unit in all_units)
    yield from ((Role.GRID, name) for name in grids)


def list_supervisors(connection: Connection, crew: Crew) -> None:
    """Put the supervisors' phones on the lists of their areas, and name the district."""
    enterprises.name_district(connection, DISTRICT)
    for member in crew.members:
        if member.unit is None:
            enterprises.list_supervisor(connection, _area(connection, member), member.listed)


def _area(connection: Connection, member: Member) -> int | None:
    kind = OVER.get(member.listed.role or Role.DISTRICT)
    return None if kind is None else places.area_id(connection, kind, member.area)


def arrive(connection: Connection, catalogue: Catalogue, crew: Crew, member: Member) -> None:
    """Somebody joins by their own invitation."""
    role = member.listed.role or Role.OFFICER
    if member.unit is None:
        place = Place(role, area=_area(connection, member))
    else:
        place = Place(role, enterprise=enterprises.by_code(connection, member.unit.entry.credit_code))
    join(connection, catalogue, member.speaker, place, member.listed.phone, member.since)
    crew.actors[member.account] = people.meet(connection, member.speaker, member.account, member.since)


def leave(connection: Connection, member: Member, moment: datetime) -> None:
    """Somebody stopped the bot; the enterprise may be silent from then on."""
    reachability.lost(connection, member.account, moment)
    unit = member.unit
    own = enterprises.by_code(connection, unit.entry.credit_code) if unit is not None else None
    if own is not None:
        reachability.reckon(connection, own, moment)


def joined_on(crew: Crew) -> dict[Unit, date]:
    """Since when there is somebody in each enterprise."""
    return {unit: today(min(one.since for one in found)) for unit, found in crew.of.items()}
