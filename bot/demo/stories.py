"""The lives of the demo's hazards, as plain data: where, what, who did which step, how many days ago. Nothing is written here."""

from dataclasses import dataclass

from bot.demo.brush import Stage
from safety.hazards import HazardAction
from safety.people import Role

A = HazardAction
OFFICER, PRINCIPAL, TOWN = Role.OFFICER, Role.PRINCIPAL, Role.TOWN


@dataclass(frozen=True, slots=True)
class Step:
    """One step, `ago` days before today at a time of the local clock. `days` count from that day to the day that is meant.

    shot   the stage of the photo "after" that goes with it · to: whose it is from then on · same: key of the original
    root   what was behind it · words  of weekly progress, of what was behind it · text: a note, beside the action or alone
    """

    ago: int
    clock: str
    who: Role
    action: HazardAction | None = None
    shot: Stage | None = None
    reason: str = ""
    days: int | None = None
    to: Role | None = None
    measures: str = ""
    money: int | None = None
    contingency: str = ""
    same: str = ""
    text: str = ""
    words: str = ""
    root: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """A hazard that somebody reports. `of`: the kind of business (the end of its name) in the supervisor's town, or a whole name."""

    key: str
    of: str
    scene: str
    words: str
    spot: str
    category: str
    due: int
    ago: int
    clock: str
    who: Role = OFFICER
    major: bool = False
    steps: tuple[Step, ...] = ()
    time: int = 1  # which photo of the scene it is


def stories(restaurant: str, shop: str) -> tuple[Story, ...]:
    """All of them; two enterprises are those of people on the demo's phones."""
    return (*_at_home(restaurant), *_at_the_shop(shop), *_on_their_way(), *_looked_at(), *_grave(), *_over())


def _at_home(restaurant: str) -> tuple[Story, ...]:
    return (
        Story("hood", restaurant, "hood", "灶台上方油烟罩积油，往下滴", "后厨", "fire", 3, 19, "20:40", PRINCIPAL, steps=(
            Step(19, "20:46", PRINCIPAL, A.PLAN, to=PRINCIPAL, days=2, measures="请清洗公司上门清洗烟罩和烟道，留清洗记录"),
            Step(18, "15:10", PRINCIPAL, A.SEND_EVIDENCE, Stage.AFTER),
            Step(17, "09:25", TOWN, A.ACCEPT),
            Step(17, "20:15", PRINCIPAL, A.COST, money=680))),
        Story("sacks", restaurant, "extinguisher", "灭火器箱前堆了大米，拿不到", "后厨门口", "fire", 3, 2, "10:15", PRINCIPAL, steps=(
            Step(2, "10:32", PRINCIPAL, A.FIX_ON_SPOT, Stage.AFTER),)),
        Story("light", restaurant, "exit_light", "应急灯不亮，线掉下来了", "后门过道", "fire", 3, 1, "21:05", PRINCIPAL),
    )  # fmt: skip


def _at_the_shop(shop: str) -> tuple[Story, ...]:
    return (
        Story("belt", shop, "belt", "空压机皮带轮防护罩拆了没装回去", "车间", "machinery", 1, 2, "08:50", steps=(
            Step(2, "09:05", OFFICER, A.PLAN, to=OFFICER, days=1, measures="停机挂牌，做一个带网的防护罩用螺丝固定"),
            Step(1, "13:30", OFFICER, A.START))),
    )  # fmt: skip


def _on_their_way() -> tuple[Story, ...]:
    """Planned and being put right: in time, late, with more time asked for or given, with another owner, suspended."""
    return (
        Story("exit", "便民超市", "exit_blocked", "后面安全出口堆了纸箱，门推不开", "仓库", "fire", 3, 16, "09:40", steps=(
            Step(16, "10:20", OFFICER, A.PLAN, to=OFFICER, days=3, measures="纸箱搬到二楼库房，门前划黄线禁放"),
            Step(9, "16:00", TOWN, text="电话问过，说等周末人手"),
            Step(6, "10:30", TOWN, A.GRADE_UP, reason="超期一周没有动静"))),
        Story("board", "火锅店", "switchbox", "配电箱没有盖，线头露在外面", "后厨", "electricity", 5, 4, "14:20", steps=(
            Step(4, "14:35", OFFICER, A.PLAN, to=OFFICER, days=4, measures="请持证电工整理线路、装箱盖、贴警示标志"),
            Step(3, "09:10", OFFICER, A.START),
            Step(1, "17:20", OFFICER, A.ASK_EXTENSION, reason="crew", days=6))),
        Story("drums", "塑料制品厂", "drums", "稀释剂桶漏液，地上一滩，没有托盘", "仓库", "hazchem", 3, 21, "10:05", steps=(
            Step(21, "10:40", OFFICER, A.PLAN, to=OFFICER, days=3, measures="换桶、擦净，买防渗漏托盘，贴标签"),
            Step(20, "08:30", OFFICER, A.START),
            Step(19, "11:00", OFFICER, A.ASK_EXTENSION, reason="parts", days=10),
            Step(19, "15:45", TOWN, A.GRANT_EXTENSION),
            Step(18, "09:00", OFFICER, A.DIVIDE, to=OFFICER, days=8, words="渗到地面的稀释剂要清干净"))),
        Story("sockets", "网吧", "sockets", "插线板一个接一个，插了十几个充电器", "吧台", "electricity", 5, 3, "19:30", steps=(
            Step(3, "19:50", OFFICER, A.PLAN, to=OFFICER, days=5, measures="墙上加装固定插座，收走串接的插线板"),
            Step(2, "10:15", OFFICER, A.TRANSFER, to=PRINCIPAL, reason="away"))),
        Story("pit", "物业服务有限公司", "manhole", "化粪池井盖开着，没有围挡", "院子", "confined_space", 2, 12, "08:20", steps=(
            Step(12, "08:35", OFFICER, A.PLAN, to=OFFICER, days=1, measures="盖好井盖，围起来，立警示牌"),
            Step(11, "10:00", TOWN, A.SUSPEND, reason="stopped"))),
    )  # fmt: skip


def _looked_at() -> tuple[Story, ...]:
    """Put right, and waiting for somebody's look."""
    return (
        Story("hose", "面馆", "hose", "灶上用的橡胶软管开裂，离火太近", "后厨", "gas", 1, 2, "06:40", steps=(
            Step(2, "07:00", OFFICER, A.PLAN, to=OFFICER, days=1, measures="关阀停用，换不锈钢波纹管，装燃气报警器"),
            Step(1, "14:15", OFFICER, A.SEND_EVIDENCE, Stage.AFTER))),
        Story("hydrant", "大酒店", "hydrant", "消火栓箱里没有水带，塞了纸箱", "三楼走廊", "fire", 18, 15, "09:00", steps=(
            Step(15, "09:30", OFFICER, A.PLAN, to=OFFICER, days=7, measures="配齐水带、水枪，箱体上封条，每月检查"),
            Step(13, "16:10", OFFICER, A.SEND_EVIDENCE, Stage.BEFORE),
            Step(12, "09:20", TOWN, A.RETURN, reason="unclear"),
            Step(9, "11:00", OFFICER, A.SEND_EVIDENCE, Stage.HALF),
            Step(8, "09:15", TOWN, A.RETURN, reason="还缺水枪，箱门没有封"),
            Step(3, "15:40", OFFICER, A.SEND_EVIDENCE, Stage.AFTER),
            Step(3, "15:42", OFFICER, A.COST, money=2600))),
        Story("gas", "机械加工厂", "cylinders", "氧气乙炔瓶混放，一瓶倒在地上", "车间", "hot_work", 7, 5, "13:10", steps=(
            Step(5, "13:40", OFFICER, A.PLAN, to=OFFICER, days=3, measures="分开放，相距五米，立放加防倒链"),
            Step(2, "16:50", OFFICER, A.SEND_EVIDENCE, Stage.AFTER),
            Step(1, "10:30", TOWN, A.VISIT))),
    )  # fmt: skip


def _grave() -> tuple[Story, ...]:
    """Suspected major ones: waiting for a supervisor's word, confirmed with all five implements and listed, found to be none."""
    return (
        Story("weld", "木器厂", "welding", "喷漆房隔壁动火焊接，旁边放着油漆和棉纱", "车间", "hot_work", 1, 1, "15:55", major=True),
        Story("edge", "建筑工程有限公司", "edge", "六层楼板临边没有护栏，下面有人走", "工地", "height", 10, 9, "08:15", major=True, steps=(
            Step(9, "09:05", TOWN, A.CONFIRM_MAJOR),
            Step(9, "11:30", OFFICER, A.PLAN, to=PRINCIPAL, days=9, money=60000, contingency="clear-out",
                 measures="立即停止六层作业，沿边装双道护栏、踢脚板、密目网，验收后复工"),
            Step(8, "07:40", PRINCIPAL, A.START),
            Step(8, "10:20", TOWN, A.LIST, days=14, reason="全部临边装好护栏，经验收合格后复工"),
            Step(2, "17:00", PRINCIPAL, A.PROGRESS, words="东侧护栏已装好，西侧材料明天到"),
            Step(1, "11:05", PRINCIPAL, A.CAUSE, to=OFFICER, days=20, root="not_carried_out", words="赶工期，护栏没跟上",
                 measures="楼板浇完当天装临边护栏，班组长验收后才能上人"))),
        Story("racks", "物流有限公司", "racks", "货架堆得太高，整排往外歪", "仓库", "other", 7, 4, "09:35", major=True, steps=(
            Step(4, "10:20", TOWN, A.NOT_MAJOR),
            Step(4, "11:00", OFFICER, A.PLAN, to=OFFICER, days=6, measures="卸下顶层货物，校正立柱，挂限重牌"))),
    )  # fmt: skip


def _over() -> tuple[Story, ...]:
    """Closed, closed and opened again, reported twice."""
    return (
        Story("bike", "早餐店", "charging", "电动车停在楼梯口充电", "楼梯间", "fire", 3, 11, "06:10", steps=(
            Step(11, "06:25", OFFICER, A.FIX_ON_SPOT, Stage.AFTER),
            Step(11, "12:05", PRINCIPAL, A.ACCEPT))),
        Story("lock", "快捷宾馆", "exit_locked", "二楼安全出口用铁链锁着", "楼道", "fire", 3, 24, "22:10", steps=(
            Step(24, "22:30", OFFICER, A.PLAN, to=OFFICER, days=1, measures="剪掉铁链，换推杆锁"),
            Step(23, "11:20", OFFICER, A.SEND_EVIDENCE, Stage.AFTER),
            Step(22, "09:30", TOWN, A.ACCEPT),
            Step(2, "21:45", PRINCIPAL, A.REOPEN, reason="again", days=3))),
        Story("exit-again", "便民超市", "exit_blocked", "后门被纸箱堵住了", "仓库", "fire", 3, 13, "18:20", PRINCIPAL, time=2, steps=(
            Step(12, "08:50", OFFICER, A.MARK_DUPLICATE, reason="twice", same="exit"),)),
    )  # fmt: skip
