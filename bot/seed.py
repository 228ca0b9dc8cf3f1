"""Puts the made-up district into a database: enterprises, supervisors, a little history, and the people on the demo's phones.

Seeding again changes nothing, except that an invitation which has expired unused is replaced.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from bot.demo import drilling, offstage, rostering, visiting
from bot.demo.diary import Diary, Staff, join
from bot.demo.district import District
from bot.importing import SOURCE, plan_file
from bot.imports.reading import as_new
from bot.invite import link
from bot.routers import Speaker
from bot.sheets import Sheets, read_file
from checklists.catalogue import Catalogue
from safety.calendar import at, today
from safety.people import Role
from storage import content, duties, enterprises, invitations, invited, people, places
from storage.enterprises import Entry, Listed
from storage.invitations import Place
from storage.invited import Fate

DISTRICT_FILE = Path(__file__).parent / "demo" / "district.xlsx"
SUPERVISORS = "监管人员"
RESTAURANT = "小满家常菜馆"
MACHINE_SHOP = "安澜启明机械加工厂"
MONTHS_BEFORE = timedelta(days=45)
TRIAL = timedelta(days=360)  # since when there are texts that can be signed
FIRST_PERSON = 700_000_001
DEMO_CODE = "demo-restaurant-officer-"  # known to everybody: opens one seat of a made-up restaurant


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody whose phone can be picked up in the demo."""

    id: int
    listed: Listed
    place: Place
    seated: bool
    hint: tuple[str, str]

    @property
    def speaker(self) -> Speaker:
        return Speaker(self.id, self.listed.name, None, "zh-hans")

    def record(self) -> dict[str, Any]:
        """As the stand-in wants to know them."""
        return {
            "id": self.id,
            "name": self.listed.name,
            "phone": f"86{self.listed.phone}",
            "language_code": "zh-hans",
            "hint": " · ".join(self.hint),
        }


@dataclass(frozen=True, slots=True)
class Seeded:
    """What the demo needs: the people of the stand-in, what to try, and who has spoken with the bot already.

    offstage   people whose phones are not shown; they too have spoken with it
    """

    people: Sequence[dict[str, Any]]
    tips: Sequence[dict[str, Any]]
    seated: Sequence[int]
    offstage: Sequence[dict[str, Any]] = ()


def seed(connection: Connection, catalogue: Catalogue, now: datetime, bot_username: str) -> Seeded:
    """Fill the database if that has not been done; who plays, and the invitation that waits.

    All in the caller's one transaction: a demo that is killed while it is filled begins anew.
    """
    sheets = read_file(DISTRICT_FILE)
    entries = {one.name: as_new(one) for one in plan_file(DISTRICT_FILE, catalogue).drafted}
    supervisors = _supervisors(sheets)
    if enterprises.by_code(connection, entries[RESTAURANT].credit_code) is None:
        _fill(connection, catalogue, entries, supervisors, now)
    players = _players(connection, entries, supervisors)
    _seat(connection, catalogue, players, now)
    code = _waiting_code(connection, players[0].place, now)
    return Seeded(
        [player.record() for player in players],
        _tips(players, link(bot_username, code)),
        [player.id for player in players if player.seated],
        offstage.records(connection),
    )


def _seat(connection: Connection, catalogue: Catalogue, players: Sequence[Player], moment: datetime) -> None:
    """Whoever plays from a seat and has none yet takes it."""
    for player in players:
        if player.seated and people.meet(connection, player.speaker, player.id, moment).seat is None:
            join(connection, catalogue, player.speaker, player.place, player.listed.phone, moment)


def _fill(
    connection: Connection,
    catalogue: Catalogue,
    entries: dict[str, Entry],
    supervisors: Sequence[tuple[Listed, str]],
    now: datetime,
) -> None:
    begin = at(today(now - MONTHS_BEFORE).replace(day=1), time(9))
    district = next(area for listed, area in supervisors if listed.role is Role.DISTRICT)
    enterprises.name_district(connection, district)
    enterprises.save(connection, list(entries.values()), begin, SOURCE)
    for listed, area in supervisors:
        enterprises.list_supervisor(connection, _area(connection, listed, area), listed)
    content.publish(connection, catalogue, now - TRIAL)
    players = _players(connection, entries, supervisors)
    _seat(connection, catalogue, players, begin)
    _live(connection, Diary(catalogue, now), entries, players, begin)


def _live(
    connection: Connection,
    diary: Diary,
    entries: dict[str, Entry],
    players: Sequence[Player],
    begin: datetime,
) -> None:
    """Everything that has happened in the district, those on the demo's phones included."""
    _, principal, machinist, town, district, *_ = (player.speaker for player in players)
    restaurant, shop = entries[RESTAURANT], entries[MACHINE_SHOP]
    staff = Staff(diary)
    staff.seat(restaurant, Role.PRINCIPAL, principal)
    staff.seat(shop, Role.OFFICER, machinist)
    District(list(entries.values()), restaurant, shop, town).plan(diary, staff, begin)
    here = [one for one in entries.values() if one.town == restaurant.town]
    others = [one for one in here if one not in (restaurant, shop)]
    visiting.visit(diary, town, district, others[-2:])
    rostering.keep(diary, machinist, principal)
    drilling.plan(diary, principal, machinist)
    diary.live(connection)
    duties.refresh(connection, diary.catalogue, diary.now)
    offstage.leave(connection, diary, staff, here)


def _supervisors(sheets: Sheets) -> list[tuple[Listed, str]]:
    """Name, role, area and phone of each row below the header."""
    roles = {"镇街": Role.TOWN, "区县": Role.DISTRICT, "部门": Role.DEPARTMENT, "网格员": Role.GRID}
    rows = [row.cells for row in sheets[SUPERVISORS][1:]]
    return [(Listed(name, phone, roles[role]), area) for name, role, area, phone in rows]


def _area(connection: Connection, listed: Listed, area: str) -> int | None:
    kinds = {Role.TOWN: places.TOWN, Role.DEPARTMENT: places.DEPARTMENT, Role.GRID: places.GRID}
    kind = kinds.get(listed.role or Role.DISTRICT)
    return places.area_id(connection, kind, area) if kind is not None else None


def _players(
    connection: Connection, entries: dict[str, Entry], supervisors: Sequence[tuple[Listed, str]]
) -> list[Player]:
    restaurant, shop = entries[RESTAURANT], entries[MACHINE_SHOP]
    at_restaurant, at_shop = (
        enterprises.by_code(connection, entry.credit_code) for entry in (restaurant, shop)
    )
    principal, officer = restaurant.contacts
    town = next(listed for listed, area in supervisors if area == restaurant.town)
    district = next(listed for listed, _ in supervisors if listed.role is Role.DISTRICT)
    area = places.area_id(connection, places.TOWN, restaurant.town)
    bureau, grid = (
        next(one for one in supervisors if one[0].role is role) for role in (Role.DEPARTMENT, Role.GRID)
    )
    cast = (
        (officer, Place(Role.OFFICER, enterprise=at_restaurant), False, _hint(RESTAURANT, "安全员，还没加入", "safety officer of a small restaurant, not joined yet")),
        (principal, Place(Role.PRINCIPAL, enterprise=at_restaurant), True, _hint(RESTAURANT, "主要负责人", "principal of the small restaurant")),
        (shop.contacts[-1], Place(Role.OFFICER, enterprise=at_shop), True, _hint(MACHINE_SHOP, "安全员", "safety officer of a machine shop")),
        (town, Place(Role.TOWN, area=area), True, _hint(restaurant.town, "监管员", "supervisor of the restaurant's town")),
        (district, Place(Role.DISTRICT), True, _hint("区应急局", "监管员", "supervisor of the district")),
        (bureau[0], Place(Role.DEPARTMENT, area=_area(connection, *bureau)), True, _hint(bureau[1], "监管员，管餐饮和商贸", "a department: caterers and shops of all towns")),
        (grid[0], Place(Role.GRID, area=_area(connection, *grid)), True, _hint(grid[1], "网格员", "grid officer of the restaurant's grid")),
    )  # fmt: skip
    return [Player(id_, *one) for id_, one in zip(count(FIRST_PERSON), cast)]


def _hint(place: str, zh: str, en: str) -> tuple[str, str]:
    return f"{place}{zh}", en


def _waiting_code(connection: Connection, place: Place, now: datetime) -> str:
    """The newest code of the demo's invitation; a new one when the last has expired unused."""
    for number in count(1):
        code = f"{DEMO_CODE}{number}"
        known = invited.by_code(connection, code, now)
        if known is None:
            invitations.invite(connection, code, place, now)
        if known is None or known.fate in {Fate.WAITING, Fate.USED}:
            return code
    raise AssertionError("count() ends never")


def _tips(players: Sequence[Player], address: str) -> list[dict[str, Any]]:
    """What to try, in order, and on whose phone."""
    officer, _, _, town, district, *_ = (player.id for player in players)
    return [
        {
            "person": officer,
            "link": address,
            "zh": "点邀请链接，同意，分享名片，发 /check，开始“餐饮场所燃气安全自查表”；可燃气体报警器那一题故意答“没装”。",
            "en": "Open the invitation, agree, share the contact card, send /check and begin the gas check; say that there is no gas alarm.",
        },
        {
            "person": town,
            "zh": "把镇街监管员的手机放在旁边：疑似重大隐患马上到。",
            "en": "Put the town supervisor's phone beside it: a suspected major hazard arrives at once.",
        },
        {
            "person": district,
            "zh": "时钟拨到“周一 08:30”：这里收到每周简报，安全员的手机收到合并的待办提醒和演练通知；/digest、/todo 随时看。",
            "en": "Move the clock to Monday 08:30: the weekly digest here, on the officer's phone one reminder of what is owed and the drill; /digest and /todo show them at any time.",
        },
    ]
