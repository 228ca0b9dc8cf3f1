"""Emergency supplies of the demo: a cabinet in the restaurant in which something runs out soon, a depot of the town's."""

from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import Connection

from bot.demo.diary import Diary, act
from bot.routers import Speaker
from safety.calendar import today
from safety.events_responders import ResponderAdded
from safety.events_supplies import DepotMade, DepotPlaced, SupplyAdded, SupplyCounted, SupplyDated
from safety.responders import ResponderKind
from safety.supplies import DepotKind
from storage.ledger import LedgerOf

MADE, CHECK_DAYS = 27, 30  # days ago; days after which it is looked at again
SOON = {"extinguisher": 9, "first_aid": 200}  # days until they run out

OFFICE = ("镇应急物资库", "镇政府一楼", "值班室", "05340000119")
STOCK = (("防汛沙袋", "个", 2000), ("排水泵", "台", 4), ("救生衣", "件", 30), ("强光手电", "只", 40))

CALLED = (
    (ResponderKind.TEAM, "镇应急救援队", "孙队长", "05340000120", "破拆、排水，两台水泵"),
    (ResponderKind.REPAIR, "燃气抢修", "值班室", "05340000121", "24小时"),
    (ResponderKind.EXPERT, "周工", "市安全专家库", "05340000122", "消防、燃气"),
)


def keep(diary: Diary, principal: Speaker, town: Speaker) -> None:
    """Note down that both have entered what they have."""
    when = diary.ago(MADE, "10:20")
    diary.note(when, partial(_cabinet, diary=diary, principal=principal, when=when))
    diary.note(when, partial(_depot, diary=diary, town=town, when=when))


def _cabinet(connection: Connection, diary: Diary, principal: Speaker, when: datetime) -> None:
    ledger = LedgerOf(connection, act(connection, principal, when), diary.catalogue, when)
    items = ledger.supplies().suggested()
    things = tuple((one.id, one.title.zh, one.unit.zh, one.quantity) for one in items)
    check = today(when) + timedelta(days=CHECK_DAYS)
    act(connection, principal, when, DepotMade(DepotKind.ENTERPRISE, check, things=things))
    depot = ledger.supplies().last()
    if depot is None:
        raise LookupError("the cabinet was not made")
    known = {one.item: one.id for one in depot.supplies}
    days = {known[item]: today(diary.now) + timedelta(days=n) for item, n in SOON.items() if item in known}
    dated = [SupplyDated(supply, day) for supply, day in days.items()]
    act(connection, principal, when, DepotPlaced(depot.id, "应急柜", "后厨门内", "", ""), *dated)
    if "torch" in known:
        act(connection, principal, when, SupplyCounted(known["torch"], 1))


def _depot(connection: Connection, diary: Diary, town: Speaker, when: datetime) -> None:
    check = today(when) + timedelta(days=CHECK_DAYS)
    made = DepotMade(DepotKind.GOVERNMENT, check, *OFFICE)
    actor = act(connection, town, when, made)
    depot = LedgerOf(connection, actor, diary.catalogue, when).supplies().last()
    if depot is None:
        raise LookupError("the depot was not made")
    added = [SupplyAdded(depot.id, name, unit, count) for name, unit, count in STOCK]
    act(connection, town, when, *added, *(ResponderAdded(*one) for one in CALLED))
