"""Writes district.xlsx, the made-up district of the demo: `python -m bot.demo.generate`. The same bytes every time.

Nothing in it belongs to anybody: the district does not exist, its credit codes carry a region that is not assigned
(with a right check character), and its phone numbers are made up.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import xlsxwriter

from bot.demo.kinds import DISTRICT, FACTS, KINDS, ONLY_FOR, TOWNS, Kind
from safety.credit_code import ALPHABET, check_character

TARGET = Path(__file__).parent / "district.xlsx"
SEED = 2026
REGION = "379901"
PLACE = "安澜"
ENTERPRISES = "企业"
SUPERVISORS = "监管人员"
NOTES = "说明"
HEADER = (
    "企业名称",
    "统一社会信用代码",
    "区县",
    "镇街",
    "网格",
    "地址",
    "行业",
    "颜色",
    "主要负责人",
    "负责人电话",
    "安全员",
    "安全员电话",
)
SUPERVISOR_HEADER = ("姓名", "角色", "辖区", "电话")
FIRST = "安福广恒嘉金康隆美宁庆瑞盛顺泰祥兴永裕源正志中德"
SECOND = "达丰和华佳杰利茂鹏润升实通旺新信亚益悦泽众洲"
BORNE = frozenset(
    {"顺丰", "安利", "康佳", "广达", "中华", "中信", "中升", "永和", "嘉实", "福华"}
)  # by somebody real
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧"
GIVEN = "伟芳敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂文辉玲华红玉萍健凯"
ROADS = (
    "长安路",
    "河滨街",
    "新园路",
    "振兴街",
    "南湖路",
    "工业一路",
    "工业二路",
    "学府街",
    "民生巷",
    "清风路",
)
GRIDS = ("第一网格", "第二网格", "第三网格")
DEPARTMENTS = ("商务局", "应急管理局")
STARRING = (
    ("小满", "家常菜馆", TOWNS[0], ("周建国", "李小燕")),
    ("启明", "机械加工厂", TOWNS[1], ("赵志强", "王海波")),
)


@dataclass(frozen=True, slots=True)
class Made:
    """One made-up enterprise."""

    number: int
    brand: str
    town: str
    kind: Kind
    staff: int
    people: tuple[str, str]
    road: str

    @property
    def name(self) -> str:
        return f"{'' if self.kind.self_employed else PLACE}{self.brand}{self.kind.ending}"

    @property
    def code(self) -> str:
        """A credit code in an unassigned region, unlike its neighbours', with a right check character."""
        body, rest = "", self.number * 7_919_017
        for _ in range(7):
            rest, place = divmod(rest, len(ALPHABET))
            body += ALPHABET[place]
        first = f"{'92' if self.kind.self_employed else '91'}{REGION}MA{body}"
        return first + check_character(first)

    @property
    def grid(self) -> str:
        """Every town has three of the same names; whoever stars belongs to the first."""
        starring = (self.brand, self.kind.ending) in {(brand, ending) for brand, ending, _, _ in STARRING}
        return GRIDS[0 if starring else self.number % len(GRIDS)]

    @property
    def phones(self) -> tuple[str, str]:
        return f"1610000{self.number:04d}", f"1610001{self.number:04d}"

    def row(self) -> list[str | int]:
        """As it stands in the spreadsheet."""
        principal, officer = self.people
        return [
            self.name,
            self.code,
            DISTRICT,
            self.town,
            self.grid,
            f"{self.town}{self.road}",
            self.kind.industry,
            "",
            principal,
            self.phones[0],
            officer,
            self.phones[1],
            *(self.cell(fact) for fact in FACTS),
        ]

    def cell(self, fact: str) -> str | int:
        """One fact as it stands in the spreadsheet; empty where nobody is asked for it."""
        if fact == "staff":
            return self.staff
        if ONLY_FOR.get(fact, self.kind.industry) != self.kind.industry:
            return ""
        if fact == "site_area":
            least, most = self.kind.area
            return least + self.number * 9_973 % (most - least)
        return "是" if fact in self.kind.true else "否"


def enterprises() -> list[Made]:
    """All enterprises in the order of the spreadsheet."""
    chance = random.Random(SEED)  # noqa: S311 - made-up names want to be the same every time
    kinds = [kind for kind in KINDS for _ in range(kind.count)]
    chance.shuffle(kinds)
    brands = [first + second for first in FIRST for second in SECOND if first + second not in BORNE]
    chance.shuffle(brands)
    made = [_one(number, kind, brands.pop(), chance) for number, kind in enumerate(kinds, 1)]
    return [_starring(one, made) for one in made]


def _one(number: int, kind: Kind, brand: str, chance: random.Random) -> Made:
    staff = chance.randint(*kind.staff)
    people = _person(chance), _person(chance)
    road = f"{chance.choice(ROADS)}{chance.randint(1, 199)}号"
    return Made(number, brand, chance.choices(TOWNS, (4, 5, 3))[0], kind, staff, people, road)


def _person(chance: random.Random) -> str:
    return chance.choice(SURNAMES) + "".join(chance.sample(GIVEN, chance.choice((1, 2, 2))))


def _starring(one: Made, made: list[Made]) -> Made:
    """The first restaurant and the first machine shop are the ones on the demo's phones."""
    for brand, ending, town, people in STARRING:
        if one is next(other for other in made if other.kind.ending == ending):
            return replace(one, brand=brand, town=town, staff=9, people=people)
    return one


def supervisors() -> list[tuple[str, str, str, str]]:
    """Three towns, the district, two departments with their industries, a grid officer."""
    names = ("唐文静", "魏国强", "孔令平", "董建华", "商丽华", "安国栋", "葛小川")
    areas = (*TOWNS, DISTRICT, *DEPARTMENTS, f"{TOWNS[0]}{GRIDS[0]}")
    roles = ("镇街", "镇街", "镇街", "区县", "部门", "部门", "网格员")
    phones = [f"1610002{number:04d}" for number in range(1, 8)]
    return list(zip(names, roles, areas, phones, strict=True))


def notes() -> Iterator[str]:
    yield f"{DISTRICT}是虚构的，企业、人员、信用代码、电话都不是真的，只用于演示。"
    yield "颜色空着：按行业自动确定。带括号英文的列是企业情况，导入时按括号里的名字识别。"
    yield "Everything here is made up and serves the demo only. An empty colour is derived from the industry."


def write(target: Path = TARGET) -> None:
    """Write the spreadsheet."""
    with xlsxwriter.Workbook(target) as book:
        book.set_properties(
            {"title": DISTRICT, "created": datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)}
        )
        bold = book.add_format({"bold": True})
        page = book.add_worksheet(ENTERPRISES)
        page.freeze_panes(1, 1)
        page.set_column(0, 1, 26)
        page.write_row(0, 0, [*HEADER, *FACTS.values()], bold)
        for place, one in enumerate(enterprises(), 1):
            page.write_row(place, 0, one.row())
        _write_rest(book.add_worksheet(SUPERVISORS), [SUPERVISOR_HEADER, *supervisors()])
        _write_rest(book.add_worksheet(NOTES), [(note,) for note in notes()])


def _write_rest(page: xlsxwriter.worksheet.Worksheet, rows: list[tuple[str, ...]]) -> None:
    for place, row in enumerate(rows):
        page.write_row(place, 0, row)


if __name__ == "__main__":
    write()
