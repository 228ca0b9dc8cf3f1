"""How hazards of a made-up district go on: who does which step when. Pure: what is allowed is said when it is done.

Most are put right in time and looked at; some at once, some late, some after a second look; a few are never touched.
What would happen after today has not happened: so there are hazards in every state.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.district.days import Days
from safety.calendar import today
from safety.hazards import HazardAction as A

SOON = timedelta(minutes=4)


class Who(StrEnum):
    """Whose hand: whoever found it, another of the enterprise (else the town), a supervisor of the town."""

    FINDER = "finder"
    SECOND = "second"
    TOWN = "town"


@dataclass(frozen=True, slots=True)
class Step:
    """One step at a moment. `days` count from that day to the day that is meant. `shot`: a photo "after" goes with it."""

    at: datetime
    who: Who
    action: A
    reason: str = ""
    days: int | None = None
    measures: str = ""
    money: int | None = None
    contingency: str = ""
    words: str = ""
    root: str = ""
    shot: bool = False


MEASURES = (
    "清出通道，划黄线禁止堆放",
    "请持证电工整改线路，做好记录",
    "换新件，旧件当场拆下",
    "补齐缺的器材，挂检查卡",
    "停用，挂牌上锁，修好再用",
    "当班清理，班后再看一遍",
    "请厂家上门检修，留单据",
    "贴好标识，告诉当班的人",
)
GRAVE_MEASURES = ("停下相关作业，按方案整改，验收后恢复", "撤人、断电、封住现场，请有资质单位整改")
RETURNED = ("照片看不清", "只改了一半", "还缺检查记录")
DELAYS = ("配件没到", "施工队排不上", "要停产才能改")
PROGRESS = ("材料已进场，本周开工", "已完成一半，下周验收", "改完了，等检测报告")
ROOTS = ("untrained", "careless", "worn", "unmaintained", "clutter", "crowded")


@dataclass(slots=True)
class _Pen:
    """Writes one life down, always forward in time."""

    days: Days
    chance: random.Random
    now: datetime
    steps: list[Step] = field(default_factory=list)

    def wait(self, least: int, most: int, *, working: bool = False) -> datetime:
        """Some time later: minutes on the same day for 0 days, else somewhere in working hours."""
        first = today(self.now) + timedelta(days=least)
        if most == 0:
            return self.now + timedelta(minutes=self.chance.randint(6, 95))
        day = self.days.between(first, first + timedelta(days=most - least))
        if working:
            day = self.days.calendar.next_working(day)
        return max(self.days.moment(day), self.now + SOON)

    def write(self, at: datetime, who: Who, action: A, **more: object) -> None:
        self.now = at
        self.steps.append(Step(at, who, action, **more))  # type: ignore[arg-type]  # the fields of Step

    @property
    def today(self) -> date:
        return today(self.now)


def life(
    found: datetime, due: date, days: Days, chance: random.Random, *, major: bool, on_site: bool = False
) -> tuple[Step, ...]:
    """The steps after a hazard was reported, oldest first; those after the last day of the year too. `on_site`: by inspectors."""
    pen = _Pen(days, chance, found)
    if major:
        _review(pen, due)
    elif on_site:
        _inspected(pen, due)
    else:
        _general(pen, due)
    return tuple(pen.steps)


def _general(pen: _Pen, due: date) -> None:
    lot = pen.chance.random()
    if lot < 0.33:  # noqa: PLR2004 - shares of the ways in which a life may go
        _on_the_spot(pen)
    elif lot < 0.84:  # noqa: PLR2004
        _planned(pen, due)
    elif lot < 0.93:  # noqa: PLR2004
        _slow(pen)
    elif lot < 0.95:  # noqa: PLR2004
        pen.write(pen.wait(2, 30, working=True), Who.TOWN, A.GRADE_UP, reason="多次提醒没有整改")
        _end(pen)


def _inspected(pen: _Pen, due: date) -> None:
    """Found by inspectors: mostly planned and put right in time, a few late."""
    lot = pen.chance.random()
    if lot < 0.9:  # noqa: PLR2004
        _planned(pen, due)
    elif lot < 0.98:  # noqa: PLR2004
        _slow(pen)


def _on_the_spot(pen: _Pen) -> None:
    pen.write(pen.wait(0, 0), Who.FINDER, A.FIX_ON_SPOT, shot=True)
    _look(pen)


def _plan(pen: _Pen, due: date) -> None:
    left = max(1, (due - pen.today).days)
    days = pen.chance.randint(1, max(1, min(left, 14)))
    pen.write(pen.wait(0, 2), Who.FINDER, A.PLAN, days=days, measures=pen.chance.choice(MEASURES))


def _planned(pen: _Pen, due: date) -> None:
    _plan(pen, due)
    lot = pen.chance.random()
    if lot < 0.05:  # noqa: PLR2004
        _more_time(pen, due)
    elif lot < 0.06:  # noqa: PLR2004
        pen.write(pen.wait(1, 4, working=True), Who.TOWN, A.SUSPEND, reason="停用后整改")
        pen.write(pen.wait(3, 20, working=True), Who.TOWN, A.RESUME)
    elif lot < 0.36:  # noqa: PLR2004
        pen.write(pen.wait(0, 2), Who.FINDER, A.START)
    _end(pen, most=max(2, round(max(1, (due - pen.today).days) * 1.3)))


def _more_time(pen: _Pen, due: date) -> None:
    pen.write(pen.wait(0, 2), Who.FINDER, A.START)
    days = max(0, (due - pen.today).days) + pen.chance.randint(5, 15)
    pen.write(pen.wait(0, 1), Who.FINDER, A.ASK_EXTENSION, reason=pen.chance.choice(DELAYS), days=days)
    decision = A.GRANT_EXTENSION if pen.chance.random() < 0.8 else A.REFUSE_EXTENSION  # noqa: PLR2004
    pen.write(pen.wait(0, 3, working=True), Who.TOWN, decision)


def _slow(pen: _Pen) -> None:
    """Touched late, put right later."""
    left = pen.chance.randint(8, 30)
    pen.write(pen.wait(5, 25), Who.FINDER, A.PLAN, days=left, measures=pen.chance.choice(MEASURES))
    _end(pen, least=10, most=70)


def _end(pen: _Pen, least: int = 0, most: int = 7) -> None:
    """Evidence, and somebody's look; what was graded up needs a plan before."""
    if pen.steps[-1].action is A.GRADE_UP:
        pen.write(pen.wait(1, 5), Who.FINDER, A.PLAN, days=7, measures=pen.chance.choice(MEASURES))
    pen.write(pen.wait(least, most), Who.FINDER, A.SEND_EVIDENCE, shot=True)
    while pen.chance.random() < 0.08:  # noqa: PLR2004
        pen.write(pen.wait(0, 4, working=True), Who.TOWN, A.RETURN, reason=pen.chance.choice(RETURNED))
        pen.write(pen.wait(1, 6), Who.FINDER, A.SEND_EVIDENCE, shot=True)
    _look(pen)


def _look(pen: _Pen) -> None:
    """Somebody else accepts it; a few cost money, a few come back."""
    if pen.chance.random() < 0.05:  # noqa: PLR2004 - nobody has looked for long
        pen.now += timedelta(days=pen.chance.randint(10, 120))
    supervised = any(step.action is A.GRADE_UP for step in pen.steps) or pen.chance.random() < 0.55  # noqa: PLR2004
    who = Who.TOWN if supervised else Who.SECOND
    pen.write(pen.wait(0, 5, working=who is Who.TOWN), who, A.ACCEPT)
    if pen.chance.random() < 0.2:  # noqa: PLR2004
        pen.write(
            pen.wait(0, 2), Who.FINDER, A.COST, money=pen.chance.choice((60, 120, 280, 450, 900, 2600, 8000))
        )
    if pen.chance.random() < 0.012:  # noqa: PLR2004
        pen.write(pen.wait(10, 60), Who.FINDER, A.REOPEN, reason="again", days=7)
        _planned(pen, pen.today + timedelta(days=7))


def _review(pen: _Pen, due: date) -> None:
    """Suspected to be a major one: a supervisor says within days what it is."""
    if pen.chance.random() < 0.62:  # noqa: PLR2004
        pen.write(pen.wait(0, 3, working=True), Who.TOWN, A.NOT_MAJOR)
        _planned(pen, due)
        return
    pen.write(pen.wait(0, 2, working=True), Who.TOWN, A.CONFIRM_MAJOR)
    pen.write(
        pen.wait(0, 2),
        Who.FINDER,
        A.PLAN,
        days=pen.chance.randint(1, 3),
        measures=pen.chance.choice(GRAVE_MEASURES),
        money=pen.chance.choice((3000, 12000, 60000, 180000)),
        contingency="clear-out",
    )
    listed = pen.chance.random() < 0.4  # noqa: PLR2004
    if listed:
        _listed(pen)
    pen.write(
        pen.wait(1, 9),
        Who.FINDER,
        A.CAUSE,
        root=pen.chance.choice(ROOTS),
        days=30,
        words="现场管理没有跟上",
        measures="列入每班检查，班组长签字",
    )
    pen.write(pen.wait(0, 10), Who.FINDER, A.SEND_EVIDENCE, shot=True)
    pen.write(pen.wait(0, 4, working=True), Who.TOWN, A.DELIST if listed else A.ACCEPT)


def _listed(pen: _Pen) -> None:
    pen.write(pen.wait(0, 2, working=True), Who.TOWN, A.LIST, days=30, reason="限期整改，验收合格后恢复使用")
    for words in _some(pen.chance):
        pen.write(pen.wait(5, 8), Who.FINDER, A.PROGRESS, words=words)


def _some(chance: random.Random) -> Iterator[str]:
    yield from PROGRESS[: chance.randint(1, 3)]
