"""Spreadsheets from strangers: what is read, and that bombs are refused while the bot lives (S7)."""

import io
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from bot.sheets import Row, SheetRefused, read_bytes, read_file
from dialogs.imports.saying import REFUSED
from tests.bot.hostile import BOMBS, book, cell, row
from tests.bot.small_catalogue import sheet


@pytest.mark.parametrize("name", BOMBS)
def test_it_refuses_bombs(name: str) -> None:
    make, reasons = BOMBS[name]
    with pytest.raises(SheetRefused) as refused:
        read_bytes(make(), seconds=10)
    assert refused.value.reason in reasons


@pytest.mark.parametrize(
    "data", ["<row>" * 1_500_000, row(1, cell("ZZZZZZZ99999999999")), row(0, cell("A0"))]
)
def test_it_is_not_confused_by_odd_sheets(data: str) -> None:
    try:
        read = str(read_bytes(book(data), seconds=10))
    except SheetRefused as refused:
        read = refused.reason
    assert len(read) < 1000


def test_it_does_not_read_more_of_a_file_than_allowed(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(b"a" * 101)
    with pytest.raises(SheetRefused, match="too-big"):
        read_file(path, largest=100)
    with pytest.raises(SheetRefused, match="unreadable"):
        read_file(tmp_path / "none.csv")


def test_it_stops_a_child_that_takes_too_long() -> None:
    with pytest.raises(SheetRefused, match="too-much"):
        read_bytes(sheet([["a"]]), seconds=0.001)


def test_its_reasons_all_have_words() -> None:
    reasons = {reason for _, reasons in BOMBS.values() for reason in reasons}
    assert reasons | {"too-big", "unreadable", "password"} <= REFUSED.keys()


def test_it_numbers_rows_as_the_spreadsheet_does() -> None:
    assert read_bytes(sheet([["a", "b"], [], ["c"]], top=4)) == {
        "企业": [Row(5, ("a", "b")), Row(7, ("c", ""))]
    }
    assert read_bytes(b'a,b\n\n"c\nd",e\nf,g\n') == {
        "": [Row(1, ("a", "b")), Row(3, ("c\nd", "e")), Row(5, ("f", "g"))]
    }


def test_it_reads_values_as_they_are_shown() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as made:
        page = made.add_worksheet()
        day = made.add_format({"num_format": "yyyy-mm-dd"})
        page.write_row(0, 0, [12, 12.5, True, " 文字 ", 913701020123456789])
        page.write_datetime(0, 5, date(2026, 11, 23), day)
        page.write_formula(0, 6, "=1+1", value=2)
        page.write_string(0, 7, "=1+1")
    assert read_bytes(out.getvalue())["Sheet1"][0].cells == (
        "12",
        "12.5",
        "1",
        "文字",
        "9.137010201234568e+17",
        date(2026, 11, 23).isoformat(),
        "2",
        "=1+1",
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_it_reads_csv_as_offices_save_it(encoding: str, mark: str) -> None:
    text = f"企业名称{mark}镇街\r\n“安澜”饭店㐂{mark}青溪镇\r\n"
    assert read_bytes(text.encode(encoding)) == {
        "": [Row(1, ("企业名称", "镇街")), Row(2, ("“安澜”饭店㐂", "青溪镇"))]
    }
