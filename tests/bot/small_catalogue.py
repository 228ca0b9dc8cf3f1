"""A catalogue small enough to read, and spreadsheets to import. No tests here."""

import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from checklists.catalogue import Catalogue
from checklists.facts import ColourSheet, Fact, FactSheet, NoticeColour
from checklists.rules import Danger, Privacy, Rules
from checklists.schema import Checklist, Question, QuestionKind, Section
from checklists.words import Words
from safety.credit_code import check_character

HEADER = (
    "企业名称",
    "统一社会信用代码",
    "镇街",
    "行业",
    "颜色",
    "主要负责人",
    "负责人电话",
    "安全员",
    "安全员电话",
)


def code(number: int) -> str:
    """A credit code that nobody has, with a right check character."""
    first = f"91370199MA{number:07d}"
    return first + check_character(first)


def facts() -> FactSheet:
    return FactSheet(
        numbers=(
            Fact(
                id="staff",
                prompt=Words("从业人员总数（含劳务派遣）", "Staff (with dispatched workers)"),
                unit=Words("人", "people"),
            ),
        ),
        industries=(
            Fact(id="hazchem", prompt=Words("危险化学品（生产、经营）", "Hazardous chemicals")),
            Fact(id="construction", prompt=Words("建筑施工（房屋市政等）", "Construction")),
            Fact(id="industrial_trade", prompt=Words("工贸（机械、轻工）", "Industry and trade")),
            Fact(id="catering", prompt=Words("餐饮", "Catering")),
            Fact(id="retail_service", prompt=Words("商贸、办公、其他服务", "Retail and services")),
        ),
        asked=(
            Fact(id="gas_pipe", prompt=Words("用管道天然气吗", "Piped gas?")),
            Fact(id="gas_lpg", prompt=Words("用瓶装液化气吗", "Bottled gas?")),
            Fact(id="public_gathering", prompt=Words("是公众聚集场所吗", "A public gathering place?")),
        ),
        derived=(),
    )


def colours() -> ColourSheet:
    def colour(
        id_: str, zh: str, emoji: str, *industries: str, facts_any: tuple[str, ...] = ()
    ) -> NoticeColour:
        label = Words(zh, id_.capitalize())
        return NoticeColour(
            id=id_,
            label=label,
            emoji=emoji,
            group=label,
            industries=industries,
            facts_any=facts_any,
            checklist="small",
        )

    return ColourSheet(
        default="green",
        precedence=("orange", "yellow", "blue", "white", "green"),
        colours=(
            colour("orange", "橙色", "🟧", "hazchem"),
            colour("yellow", "黄色", "🟨", "construction"),
            colour("blue", "蓝色", "🟦", "industrial_trade"),
            colour("white", "白色", "⬜", "catering", facts_any=("public_gathering",)),
            colour("green", "绿色", "🟩", "retail_service"),
        ),
    )


def catalogue() -> Catalogue:
    words = Words("有吗", "Is there?")
    question = Question(id="q1", kind=QuestionKind.TEXT, text=words, advice=words)
    section = Section(id="s", title=words, questions=(question,))
    form = Checklist(id="small", title=words, colours=("white",), cycle_days=30, sections=(section,))
    return Catalogue(
        checklists={"small": form},
        facts=facts(),
        colours=colours(),
        rules=Rules(danger=Danger(words=("漏气",))),
        privacy=Privacy(version="1", text=words),
    )


def sheet(rows: Sequence[Sequence[Any]], *, name: str = "企业", top: int = 0) -> bytes:
    """An xlsx file with these rows, `top` rows below the first."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        page = book.add_worksheet(name)
        for number, row in enumerate(rows, top):
            page.write_row(number, 0, row)
    return out.getvalue()


def line(number: int, **changed: str) -> list[str]:
    """A good row of HEADER, with changes by column."""
    row = dict(
        zip(
            HEADER,
            (
                f"安澜第{number}饭店",
                code(number),
                "青溪镇",
                "餐饮",
                "",
                "王一",
                f"161000{number:05d}",
                "李二",
                f"161001{number:05d}",
            ),
            strict=True,
        )
    )
    return [changed.get(column, value) for column, value in row.items()]
