"""Importing enterprises: every bad row with its reason, dry run, update by credit code, both languages."""

import csv
import io
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

import pytest
import xlsxwriter
from sqlalchemy import Connection

from bot import importing, worded
from bot.importing import Report, say
from bot.imports import writing
from bot.imports.judging import Limit, judge
from bot.imports.reading import Reading, as_new, read
from bot.imports.writing import Script
from bot.settings import load
from bot.sheets import SheetRefused, open_book
from checklists.words import Language
from safety import credit_code
from safety.enterprises import Colour
from safety.imports import fields_of
from safety.people import Role
from storage import enterprises, facts, imports, places
from storage.bringing import Saved
from storage.database import Database
from storage.enterprises import Listed
from storage.invitations import listed_phones
from tests.bot.small_catalogue import HEADER, catalogue, code, line, sheet

NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)
CATALOGUE = catalogue()
DRY = "试运行，没有写入：共 {rows} 行，将新增 {new} 家、更新 0 家、不变 0 家，有问题 {bad} 行。确认后加 --write 再运行一次。"


@pytest.fixture
def connection(database: Database) -> Iterator[Connection]:
    with database.writing() as connection:
        yield connection


def planned(rows: Sequence[Sequence[str]], header: Sequence[str] = HEADER) -> Reading:
    return read(open_book(sheet([header, *rows])), CATALOGUE)


@lru_cache
def empty_ledger() -> Database:
    """A ledger that knows nothing, made once."""
    database = Database.open(f"sqlite:///{tempfile.mkdtemp()}/empty.db")
    database.migrate()
    with database.writing() as connection:
        for town in ("青溪镇", "石桥镇"):
            places.area_id(connection, places.TOWN, town)
    return database


def said(found: Reading, language: Language = Language.ZH) -> list[str]:
    """What the command says of a list, held against an empty ledger."""
    with empty_ledger().reading() as connection:
        report = Report(found, judge(connection, found, Limit()))
    return list(say(report, fields_of(CATALOGUE.facts), worded.load(strict=True), language))


def bring_in(connection: Connection, found: Reading, *, write: bool, limit: Limit | None = None) -> Report:
    """Judge a list against the ledger, and write it portion by portion."""
    judged = judge(connection, found, limit or Limit())
    if not write:
        return Report(found, judged)
    job = imports.enter_writing(connection, "list.xlsx", "0" * 64, {}, judged.understood, NOW)
    script, done, saved = Script(job.id, found, limit or Limit(), CATALOGUE), 0, Saved(0, 0, 0)
    while done < script.total:
        written = writing.portion(connection, script, done, NOW)
        done, saved = written.done, saved + written.saved
    assert writing.finish(connection, job, script, NOW)
    return Report(found, judged, saved)


def counts(report: Report) -> Saved:
    seen = report.judged.understood
    return Saved(seen.new, seen.changed, seen.same)


def test_it_reads_a_good_row() -> None:
    found = planned([line(7, 安全员电话="+86 161-0010-0007")])
    assert not found.faults
    entry = as_new(found.drafted[0])
    assert (entry.name, entry.credit_code, entry.town) == ("安澜第7饭店", code(7), "青溪镇")
    assert entry.colour is Colour.WHITE
    assert entry.facts == {"catering": True}
    assert entry.contacts == (
        Listed("王一", "16100000007", Role.PRINCIPAL),
        Listed("李二", "16100100007", Role.OFFICER),
    )


@pytest.mark.parametrize(
    ("column", "cell", "reason"),
    [
        ("企业名称", "", "“企业名称”是空的。"),
        ("企业名称", "\u200b\u202e ", "“企业名称”是空的。"),
        ("企业名称", "店" * 101, "“企业名称”太长，最多 100 个字。"),
        ("统一社会信用代码", "", "“统一社会信用代码”是空的。"),
        ("统一社会信用代码", "9137019", "信用代码 9137019 不是 18 位。"),
        (
            "统一社会信用代码",
            code(1)[:-2] + "IO",
            f"信用代码 {code(1)[:-2]}IO 里有不该有的字符（不用字母 I、O、S、V、Z）。",
        ),
        (
            "统一社会信用代码",
            "9.13701020123457e+17",
            "信用代码 9.13701020123457E+17 被表格当成了数字，后几位已经丢失。请把这一列改成文本格式，重新填写。",
        ),
        ("镇街", " ", "“镇街”是空的。"),
        ("行业", "修仙", "行业“修仙”不认识，也没有填颜色，定不了颜色。请改行业或填颜色。"),
        ("颜色", "紫色", "颜色“紫色”不认识，只有橙、黄、蓝、白、绿五种；空着就按行业确定。"),
        ("负责人电话", "1234", "“负责人电话”不是手机号码（11 位）。"),
        ("安全员电话", "问老板要", "“安全员电话”不是手机号码（11 位）。"),
        ("安全员电话", "16100000001 16100000002", "“安全员电话”不是手机号码（11 位）。"),
    ],
)
def test_it_says_why_a_row_is_bad(column: str, cell: str, reason: str) -> None:
    found = planned([line(1), line(2, **{column: cell})])
    assert said(found) == [DRY.format(rows=2, new=1, bad=1), f"第 3 行：{reason}"]


def test_it_says_everything_that_is_wrong_in_a_row() -> None:
    found = planned([line(1, 企业名称="", 颜色="紫", 安全员电话="x")])
    assert [one.partition("：")[0] for one in said(found)[1:]] == ["第 2 行"] * 3


def test_it_speaks_english_too() -> None:
    header = (*HEADER, "用瓶装液化气吗", "nonsense")
    found = planned([[*line(1, 企业名称="", 颜色="purple"), "maybe"], [*line(2), "", "x"], line(2)], header)
    assert said(found, Language.EN) == [
        "Dry run, nothing was written: 3 rows, 1 new, 0 changed, 0 unchanged, 2 with problems. If this is right, run it again with --write.",
        "Row 2: “Name” is empty.",
        "Row 2: “purple” is not a colour of notices: orange, yellow, blue, white or green; leave it empty to go by the industry.",
        "Row 2: “Bottled gas?” says “maybe”; write yes or no.",
        "Row 4: The credit code stands in row 3 already.",
        "This column was not used: nonsense",
    ]


def test_it_finds_doubles_and_namesakes() -> None:
    found = planned([line(1), line(2, 企业名称="安澜第1饭店"), line(1, 企业名称="另一家")])
    assert [entry.code for entry in found.drafted] == [code(1), code(2)]
    assert said(found)[1:] == [
        "第 4 行：信用代码和第 2 行重复。",
        "青溪镇有两家以上同名企业：安澜第1饭店。信用代码不同，请核对。",
    ]


@pytest.mark.parametrize(
    ("industry", "colour", "expected"),
    [
        ("餐饮", "", Colour.WHITE),
        ("餐饮业", "", Colour.WHITE),
        ("catering", "", Colour.WHITE),
        ("工贸", "", Colour.BLUE),
        ("工贸（机械）", "", Colour.BLUE),
        ("建筑施工", "", Colour.YELLOW),
        ("危险化学品经营", "", Colour.ORANGE),
        ("办公", "", Colour.GREEN),
        ("商贸业", "", Colour.GREEN),
        ("", "", Colour.GREEN),
        ("修仙", "蓝色", Colour.BLUE),
        ("餐饮", "橙", Colour.ORANGE),
        ("餐饮", "Orange", Colour.ORANGE),
        ("餐饮", "🟧", Colour.ORANGE),
        ("餐饮", "orange", Colour.ORANGE),
    ],
)
def test_it_derives_the_colour_from_the_industry(industry: str, colour: str, expected: Colour) -> None:
    found = planned([line(1, 行业=industry, 颜色=colour)])
    assert [as_new(entry).colour for entry in found.drafted] == [expected]


def test_it_derives_the_colour_from_a_fact() -> None:
    found = planned([[*line(1, 行业="商贸、办公、其他服务"), "是"]], (*HEADER, "public_gathering"))
    assert found.drafted[0].derived is Colour.WHITE


def test_it_reads_facts_from_columns() -> None:
    header = (*HEADER, "从业人员总数", "用管道天然气吗？", "用瓶装液化气（gas_lpg）", "Public_Gathering")
    found = planned([[*line(1), "1,200", "√", "否", ""], [*line(2), "12.0", "有", "X", "no"]], header)
    assert not found.faults
    assert [entry.facts for entry in found.drafted] == [
        {"staff": 1200, "gas_pipe": True, "gas_lpg": False, "catering": True},
        {"staff": 12, "gas_pipe": True, "gas_lpg": False, "public_gathering": False, "catering": True},
    ]


@pytest.mark.parametrize("cell", ["很多", "-1", "1e99", "nan", "inf", "1/2", "99999999"])
def test_it_refuses_what_is_no_number(cell: str) -> None:
    found = planned([[*line(1), cell]], (*HEADER, "staff"))
    assert said(found)[1:] == [f"第 2 行：“从业人员总数（含劳务派遣）”填的是“{cell}”，请只填数字。"]


def test_it_finds_the_header_below_a_title_on_another_sheet() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.add_worksheet("说明").write(0, 0, "请按说明填写企业名称")
        page = book.add_worksheet("名单")
        page.write(0, 0, "安澜新区企业名单")
        page.write_row(3, 0, ["Name", " Credit Code ", "TOWN"])
        page.write_row(4, 0, ["一店", code(1).lower() + " ", "青溪镇"])
        page.write_row(5, 0, ["二店", "bad", "青溪镇"])
    found = read(open_book(out.getvalue()), CATALOGUE)
    assert [entry.code for entry in found.drafted] == [code(1)]
    assert found.faults[0].row == 6


def test_it_says_when_there_is_no_list() -> None:
    found = planned([["x", "y"]], ("甲", "乙"))
    assert said(found) == [
        '没有找到“统一社会信用代码”这一列。表头放在前 15 行以内；列名不一样的，用 --map "列名=credit-code" 指出来。',
        "没有用到这一列：甲",
        "没有用到这一列：乙",
    ]


def test_it_reads_csv_of_an_office(tmp_path: Path) -> None:
    out = io.StringIO()
    csv.writer(out).writerows([HEADER, line(1)])
    path = tmp_path / "名单.csv"
    path.write_bytes(out.getvalue().encode("gb18030"))
    assert len(importing.plan_file(path, CATALOGUE).drafted) == 1
    with pytest.raises(SheetRefused, match="unreadable"):
        importing.plan_file(tmp_path / "none.csv", CATALOGUE)


def test_a_dry_run_writes_nothing_and_tells_what_would_happen(connection: Connection) -> None:
    bring_in(connection, planned([line(1), line(2)]), write=True)
    found = planned([line(1), line(2, 企业名称="改名饭店"), line(3, 镇街="新镇"), line(4, 企业名称="")])
    report = bring_in(connection, found, write=False)
    assert counts(report) == Saved(new=1, changed=1, same=1)
    assert enterprises.by_code(connection, code(3)) is None
    assert places.towns(connection) == {"青溪镇"}
    written = bring_in(connection, found, write=True)
    assert written.saved == counts(report)
    sentences = list(say(written, fields_of(CATALOGUE.facts), worded.load(), Language.ZH))
    assert sentences == [
        "已写入：共 4 行，新增 1 家、更新 1 家、不变 1 家，有问题没有写入的 1 行。",
        "第 5 行：“企业名称”是空的。",
        "新镇街：新镇。如果是写错了，请改正后再导入。",
    ]


def test_it_updates_by_credit_code(connection: Connection) -> None:
    header = (*HEADER, "staff")
    bring_in(connection, planned([[*line(1), "5"]], header), write=True)
    number = enterprises.by_code(connection, code(1)) or 0
    changed = [
        *line(1, 企业名称="新店名", 颜色="蓝", 镇街="石桥镇", 安全员="赵三", 安全员电话="16109999999"),
        "8",
    ]
    report = bring_in(connection, planned([changed], header), write=True)
    assert report.saved == Saved(new=0, changed=1, same=0)
    assert enterprises.by_code(connection, code(1)) == number
    one = enterprises.one(connection, number)
    assert (one.name, one.colour, one.town) == ("新店名", Colour.BLUE, "石桥镇")
    assert facts.stated(connection, number) == {"staff": 8, "catering": True}
    assert "16109999999" in listed_phones(connection, number, None)


def test_the_same_file_twice_changes_nothing(connection: Connection) -> None:
    found = planned([[*line(n), str(n)] for n in range(1, 30)], (*HEADER, "staff"))
    assert bring_in(connection, found, write=True).saved == Saved(29, 0, 0)
    before = contents(connection)
    assert bring_in(connection, found, write=True).saved == Saved(0, 0, 29)
    assert contents(connection) == before


def contents(connection: Connection) -> dict[str, list[tuple[object, ...]]]:
    names = ("areas", "enterprises", "contacts", "facts", "duties")
    return {
        name: sorted((tuple(row) for row in connection.exec_driver_sql(f"SELECT * FROM {name}")), key=repr)
        for name in names
    }


def test_it_works_out_what_is_owed_and_names_the_district(connection: Connection) -> None:
    header = (*HEADER, "区县")
    bring_in(connection, planned([[*line(1), "安澜新区"]], header), write=True)
    assert places.area_name(connection, None) == "安澜新区"
    assert contents(connection)["duties"]
    bring_in(connection, planned([[*line(2), "别的区"]], header), write=True)
    assert places.area_name(connection, None) == "安澜新区"


def test_the_command_reads_checks_and_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(importing, "load_catalogue", lambda _root: CATALOGUE)
    settings = load(data_dir=tmp_path / "data", database_url="")
    path = tmp_path / "a.xlsx"
    path.write_bytes(sheet([HEADER, line(1), line(2, 企业名称="")]))
    assert importing.main(settings, path, write=False) == 1
    assert "试运行，没有写入：共 2 行，将新增 1 家" in capsys.readouterr().out
    path.write_bytes(sheet([HEADER, line(1)]))
    assert importing.main(settings, path, write=True) == 0
    assert importing.main(settings, path, write=True) == 0
    assert "不变 1 家" in capsys.readouterr().out
    assert importing.main(settings, tmp_path / "none", write=True) == 1


def test_both_languages_have_the_same_words() -> None:
    ids = [
        [
            row.split(" =")[0]
            for row in (importing.LOCALES / each / "import.ftl").read_text("utf-8").splitlines()
            if " =" in row
        ]
        for each in Language
    ]
    assert ids[0] == ids[1]
    assert len(ids[0]) == len(set(ids[0]))


@pytest.mark.parametrize(
    "known", ["914403001922038216", "91330100799655058B", "9144030071526726XG", "91110000802100433B"]
)
def test_the_check_character_agrees_with_published_codes(known: str) -> None:
    assert credit_code.fault(known) is None
    assert credit_code.fault(credit_code.normal(" " + known.lower()[:9] + "　" + known[9:])) is None


def test_the_check_character_finds_each_wrong_character_and_each_swap() -> None:
    right = code(31)
    for place in range(18):
        for char in credit_code.ALPHABET:
            if char != right[place]:
                assert credit_code.fault(right[:place] + char + right[place + 1 :]) == "check"
    for place in range(17):
        swapped = right[:place] + right[place + 1] + right[place] + right[place + 2 :]
        assert swapped == right or credit_code.fault(swapped) == "check"
