"""The columns of an enterprise list: which header names mean what, in Chinese and English. Nothing about their values."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.sheets import Row, Sheets
from checklists.facts import Fact, FactSheet

SEARCHED = 15  # rows from the top in which the header may stand, below titles and notes
NOISE = re.compile(r"[\s*:：?？_\-/·.。]")
BRACKET = re.compile(r"[(\[【<]([^)\]】>]*)[)\]】>]$")


class Column(StrEnum):
    """A column that is not a fact."""

    NAME = "name"
    CODE = "credit-code"
    DISTRICT = "district"
    TOWN = "town"
    GRID = "grid"
    DEPARTMENT = "department"
    INDUSTRY = "industry"
    COLOUR = "colour"
    ADDRESS = "address"
    PRINCIPAL = "principal"
    PRINCIPAL_PHONE = "principal-phone"
    OFFICER = "officer"
    OFFICER_PHONE = "officer-phone"


HEADERS: Mapping[Column, tuple[str, ...]] = {
    Column.NAME: ("企业名称", "单位名称", "名称", "场所名称", "name", "enterprise", "company"),
    Column.CODE: (
        "统一社会信用代码",
        "社会信用代码",
        "信用代码",
        "credit code",
        "uscc",
        "unified social credit code",
    ),
    Column.DISTRICT: ("区县", "县区", "县市区", "所属区县", "district", "county"),
    Column.TOWN: ("镇街", "乡镇街道", "镇街道", "街道", "所属镇街", "所属街道", "town", "subdistrict"),
    Column.GRID: ("网格", "所属网格", "网格名称", "grid"),
    Column.DEPARTMENT: (
        "负责部门",
        "主管部门",
        "行业主管部门",
        "行业监管部门",
        "监管部门",
        "部门",
        "department",
        "responsible department",
    ),
    Column.INDUSTRY: ("行业", "行业类别", "行业领域", "所属行业", "industry"),
    Column.COLOUR: ("颜色", "告知书颜色", "五色", "colour", "color", "notice colour"),
    Column.ADDRESS: ("地址", "经营地址", "生产经营地址", "address"),
    Column.PRINCIPAL: ("主要负责人", "负责人", "principal", "person in charge"),
    Column.PRINCIPAL_PHONE: (
        "负责人电话",
        "主要负责人电话",
        "负责人手机",
        "主要负责人手机",
        "principal phone",
        "principal's phone",
    ),
    Column.OFFICER: ("安全员", "安全管理员", "安全管理人员", "officer", "safety officer"),
    Column.OFFICER_PHONE: (
        "安全员电话",
        "安全管理员电话",
        "安全管理人员电话",
        "安全员手机",
        "officer phone",
        "safety officer phone",
    ),
}
NEEDED = (Column.NAME, Column.CODE, Column.TOWN)


def normal(text: str) -> str:
    """A header or cell word as it is compared: half-width, small letters, no spaces or marks."""
    return NOISE.sub("", unicodedata.normalize("NFKC", text).lower())


def names_of(fact: Fact) -> tuple[str, ...]:
    """What a fact's column may be called: its id, its question in both languages, with or without the bracket."""
    asked = (normal(fact.prompt.zh), normal(fact.prompt.en))
    short = tuple(BRACKET.sub("", name) for name in asked)
    return tuple(name for name in dict.fromkeys((normal(fact.id), *asked, *short)) if name)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where everything stands in a row; `ignored` are headers that mean nothing here."""

    places: Mapping[Column, int]
    facts: Mapping[str, int]
    ignored: Sequence[str]

    @property
    def missing(self) -> tuple[Column, ...]:
        """Columns that a list cannot do without."""
        return tuple(column for column in NEEDED if column not in self.places)

    def cell(self, row: Row, column: Column) -> str:
        """The text of one cell; empty when the list has no such column."""
        return at(row, self.places.get(column))


def at(row: Row, place: int | None) -> str:
    """The text at a place of a row; rows may be shorter than the header."""
    return row.cells[place] if place is not None and place < len(row.cells) else ""


def find(sheets: Sheets, facts: FactSheet) -> tuple[Columns, Sequence[Row]]:
    """The list among the sheets: the header that says most, and the rows below it."""
    known = _dictionary(facts)
    best = Columns({}, {}, ())
    below: Sequence[Row] = ()
    for rows in sheets.values():
        for index, row in enumerate(rows[:SEARCHED]):
            columns = _columns(row, known)
            if len(columns.places) > len(best.places):
                best, below = columns, tuple(rows[index + 1 :])
    return best, below


def _dictionary(facts: FactSheet) -> Mapping[str, Column | Fact]:
    known: dict[str, Column | Fact] = {
        name: fact for fact in (*facts.numbers, *facts.industries, *facts.asked) for name in names_of(fact)
    }
    return known | {normal(name): column for column, names in HEADERS.items() for name in names}


def _columns(row: Row, known: Mapping[str, Column | Fact]) -> Columns:
    places: dict[Column, int] = {}
    facts: dict[str, int] = {}
    ignored = []
    for place, header in enumerate(row.cells):
        meant = _meant(header, known)
        if isinstance(meant, Column):
            places.setdefault(meant, place)
        elif meant is not None:
            facts.setdefault(meant.id, place)
        elif header:
            ignored.append(header)
    return Columns(places, facts, ignored)


def _meant(header: str, known: Mapping[str, Column | Fact]) -> Column | Fact | None:
    """The whole header, what stands before its bracket, or what stands in it."""
    name = normal(header)
    bracket = BRACKET.search(unicodedata.normalize("NFKC", header.lower()).strip())
    inside = normal(bracket[1]) if bracket else ""
    return known.get(name) or known.get(inside) or known.get(BRACKET.sub("", name))
