"""Lists as towns have them: headings over two rows, merged, hidden, twice the same; columns named by hand; cells as people fill them in."""

import io
from collections.abc import Mapping, Sequence

import pytest
import xlsxwriter

from bot.imports.reading import Reading, read
from bot.imports.sheet import bound
from bot.imports.sheets import Voice, bad_rows, template
from bot.sheets import Book, Row, open_book
from checklists.reading.headings import HEADERS
from checklists.reminders import Activity
from checklists.words import Language
from dialogs.texts import Texts
from safety.imports import Field, How, fields_of
from safety.people import Role
from storage.enterprises import Listed
from tests.bot.small_catalogue import HEADER, catalogue, code, line

CATALOGUE = catalogue()
NAMED = fields_of(CATALOGUE.facts)
TEXTS = Texts.load(strict=True)


def found(*rows: Sequence[str], by_hand: Mapping[str, str] | None = None) -> Reading:
    book = Book({"": [Row(number, tuple(row)) for number, row in enumerate(rows, 1)]})
    return read(book, CATALOGUE, lambda _columns: by_hand or {})


def meanings(reading: Reading) -> dict[str, str]:
    return {one.label: one.field for one in reading.columns.headings}


def test_every_field_has_headings_of_its_own() -> None:
    assert set(HEADERS) == set(Field)
    every = [name for names in HEADERS.values() for name in names]
    assert len(every) == len(set(every))


def test_a_heading_over_two_rows_belongs_to_each_column_below_it() -> None:
    reading = found(
        ("2026 年企业名单",),
        ("企业名称", "统一社会信用代码", "镇街", "主要负责人", "", "安全员", ""),
        ("", "", "", "姓名", "电话", "姓名", "电话"),
        ("一店", code(1), "青溪镇", "王一", "13800000001", "李二", "13800000002"),
    )
    assert list(meanings(reading).values()) == [
        "name", "credit-code", "town", "principal", "principal-phone", "officer", "officer-phone",
    ]  # fmt: skip
    assert [one.row for one in reading.drafted] == [4]


def test_merged_cells_say_the_same_in_each_of_them() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        page = book.add_worksheet("名单")
        page.merge_range(0, 0, 0, 4, "企业名单")
        for place, label in enumerate(("企业名称", "信用代码", "镇街")):
            page.merge_range(1, place, 2, place, label)
        page.merge_range(1, 3, 1, 4, "负责人")
        page.write_row(2, 3, ["姓名", "手机号"])
        page.merge_range(3, 2, 4, 2, "青溪镇")
        page.write_row(3, 0, ["一店", code(1)])
        page.write_row(4, 0, ["二店", code(2)])
        page.write(3, 4, "13800000001")
    reading = read(open_book(out.getvalue()), CATALOGUE)
    assert [one.town for one in reading.drafted] == ["青溪镇", "青溪镇"]
    assert reading.drafted[0].contacts == (Listed("", "13800000001", Role.PRINCIPAL),)


def test_hidden_sheets_are_not_read_and_said() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.add_worksheet("说明")
        page = book.add_worksheet("旧名单")
        page.write_row(0, 0, HEADER)
        page.write_row(1, 0, line(1))
        page.hide()
    reading = read(open_book(out.getvalue()), CATALOGUE)
    assert not reading.drafted
    assert [(one.what, one.args) for one in reading.notes] == [("hidden", {"sheet": "旧名单"})]


def test_a_phone_belongs_to_the_person_on_its_left_and_twice_the_same_heading_is_told_apart() -> None:
    reading = found(
        (
            "单位名称",
            "统一社会信用代码",
            "镇街",
            "法定代表人",
            "联系电话",
            "安全管理员",
            "联系电话",
            "联系电话",
        ),
        ("一店", code(1), "青溪镇", "王一", "13800000001", "李二", "１３８００００００02 ", "123"),
    )
    assert meanings(reading) == {
        "单位名称": "name", "统一社会信用代码": "credit-code", "镇街": "town", "法定代表人": "principal",
        "联系电话": "principal-phone", "安全管理员": "officer", "联系电话 (2)": "officer-phone", "联系电话 (3)": "",
    }  # fmt: skip
    assert [one.phone for one in reading.drafted[0].contacts] == ["13800000001", "13800000002"]


def test_what_is_named_by_hand_wins_and_takes_the_field_from_other_columns() -> None:
    head, row = ("单位", "代号", "归谁管", "企业名称"), ("一店", code(1), "青溪镇", "旧名")
    alone = found(head, row)
    assert not alone.coded
    assert [one.how for one in alone.columns.headings] == [How.UNKNOWN, How.UNKNOWN, How.UNKNOWN, How.KNOWN]
    said = {
        "单位": "name",
        "代号": "credit-code",
        "归谁管": "town",
        "没有": "address",
        "企业名称 ": "nonsense",
    }
    reading = found(head, row, by_hand=said)
    assert meanings(reading) == {"单位": "name", "代号": "credit-code", "归谁管": "town", "企业名称": ""}
    assert (reading.drafted[0].name, reading.drafted[0].town) == ("一店", "青溪镇")
    assert alone.columns.fingerprint == reading.columns.fingerprint
    moved = found(tuple(reversed(head)), tuple(reversed(row)))
    assert moved.columns.fingerprint == alone.columns.fingerprint
    assert found((*head, "多一列"), row).columns.fingerprint != alone.columns.fingerprint


@pytest.mark.parametrize(
    ("cell", "activity"),
    [("停产", Activity.STOPPED), ("正常生产", Activity.PRODUCING), ("复工", Activity.RESUMED), ("注销", Activity.CLOSED), ("closed", Activity.CLOSED), ("", None), ("—", None)],
)  # fmt: skip
def test_the_state_of_production_is_read(cell: str, activity: Activity | None) -> None:
    assert found((*HEADER, "生产状态"), [*line(1), cell]).drafted[0].activity is activity


@pytest.mark.parametrize(
    ("column", "cell", "reason"),
    [
        ("生产状态", "冬眠", "activity"),
        ("企业名称", "=cmd|' /C calc'!A0", "formula"),
        ("地址", "@SUM(A1)", "formula"),
        ("企业名称", "清空", "clear"),
        ("镇街", "删除", "clear"),
        ("负责人电话", "1.38E+10", "phone-number"),
    ],
)
def test_what_must_not_be_written_keeps_the_row_out(column: str, cell: str, reason: str) -> None:
    head = (*HEADER, "生产状态", "地址")
    row = dict(zip(head, [*line(1), "生产", "一路"], strict=True)) | {column: cell}
    reading = found(head, tuple(row.values()))
    assert [one.reason for one in reading.faults] == [reason]
    assert not reading.drafted


def test_empty_says_nothing_and_clear_takes_away() -> None:
    head = (*HEADER, "地址", "staff", "gas_lpg")
    one = found(head, [*line(1, 安全员电话="清空"), "清空", "清空", ""]).drafted[0]
    assert one.address == ""
    assert "staff" in one.cleared
    assert "gas_lpg" not in one.facts
    assert Role.OFFICER in one.unlisted
    other = found(head, [*line(1), "/", "12人", "是"]).drafted[0]
    assert other.address is None
    assert other.facts == {"staff": 12, "gas_lpg": True, "catering": True}


def test_bad_rows_come_back_with_their_columns_and_marks_and_only_they_are_read_again() -> None:
    first = found((*HEADER, "自己的列"), [*line(1), "甲"], [*line(2, 企业名称="", 负责人电话="12"), "=1+1"])
    faults = [*first.faults]
    made = bad_rows(first, faults, NAMED, Voice(TEXTS, Language.ZH))
    assert made.head == [*HEADER, "自己的列", "问题"]
    assert made.rows == [
        [*line(2, 企业名称="", 负责人电话="12"), "=1+1", "“负责人电话”不是手机号码（11 位）。"]
    ]
    assert made.marks == [(0, HEADER.index("负责人电话"))]
    again = read(open_book(bound(made)), CATALOGUE)
    assert len(again.rows) == 1
    assert again.columns.fingerprint == first.columns.fingerprint
    assert bad_rows(again, again.faults, NAMED, Voice(TEXTS, Language.ZH)).head == made.head


@pytest.mark.parametrize("language", list(Language))
def test_an_empty_list_is_understood_when_it_comes_back(language: Language) -> None:
    made = template(CATALOGUE, NAMED, Voice(TEXTS, language))
    filled = {"name": "一店", "credit-code": code(1), "town": "青溪镇"}
    fields = [one.field for one in found(made.head, ["x"] * len(made.head)).columns.headings]
    assert "" not in fields
    row = [filled.get(field, "") for field in fields]
    reading = found(made.head, row)
    assert not reading.faults
    assert reading.drafted[0].code == code(1)
    for place, offered in made.choices.items():
        for choice in offered:
            cells = [*row]
            cells[int(place)] = choice
            assert not found(made.head, cells).faults, choice
