"""Spreadsheets from strangers: what is read, and that bombs are refused while the bot lives (S7)."""

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from bot.sheets import Row, SheetRefused, read_bytes, read_file
from dialogs.imports.saying import REFUSED
from tests.bot.small_catalogue import sheet

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
BOOK = (
    f'<workbook {MAIN} xmlns:r="{OFFICE}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>'
)
BOOK_RELS = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'


def cell(place: str, text: str = "1") -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def book(data: str, *, prologue: str = "", more: dict[str, bytes] | None = None) -> bytes:
    """A hand-made xlsx around the XML of one sheet."""
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELS,
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": BOOK_RELS,
        "xl/worksheets/sheet1.xml": f"{prologue}<worksheet {MAIN}><sheetData>{data}</sheetData></worksheet>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, text in {**parts, **(more or {})}.items():
            archive.writestr(name, text)
    return out.getvalue()


def row(number: int, cells: str) -> str:
    return f'<row r="{number}">{cells}</row>'


def lying() -> bytes:
    """A packed bomb whose header promises ten bytes."""
    raw = bytearray(book(row(1, cell("A1", "A" * 150_000_000))))
    place = raw.rindex(b"PK\x01\x02")
    struct.pack_into("<I", raw, place + 24, 10)
    return bytes(raw)


def overlapping() -> bytes:
    """Many entries of the directory that all point to the same packed megabytes."""
    inner = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = inner.compress(b"\0" * (30 << 20)) + inner.flush()
    crc = zlib.crc32(b"\0" * (30 << 20))
    local = (
        struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 8, 0, 0, crc, len(packed), 30 << 20, 1, 0)
        + b"a"
        + packed
    )
    entries = b""
    for index in range(400):
        name = f"xl/{index}".encode() if index else b"xl/workbook.xml"
        entries += (
            struct.pack(
                "<IHHHHHHIIIHHHHHII",
                0x02014B50,
                20,
                20,
                0,
                8,
                0,
                0,
                crc,
                len(packed),
                30 << 20,
                len(name),
                0,
                0,
                0,
                0,
                0,
                0,
            )
            + name
        )
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 400, 400, len(entries), len(local), 0)
    return local + entries + end


def laughs() -> str:
    names = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    return f'<?xml version="1.0"?><!DOCTYPE worksheet [{names}]>'


def many_entries() -> bytes:
    return book("", more={f"xl/junk{n}.xml": b"" for n in range(2000)})


def inner_zip() -> bytes:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("x", b"\0" * (120 << 20))
    return bomb.getvalue()


FAR = row(1, cell("A1")) + row(1048576, cell("XFD1048576"))
BOMBS: dict[str, tuple[Callable[[], bytes], set[str]]] = {
    "one huge cell": (lambda: book(row(1, cell("A1", "A" * 150_000_000))), {"too-much"}),
    "a header that lies": (lying, {"too-much", "broken"}),
    "overlapping entries": (overlapping, {"too-much", "broken"}),
    "huge strings": (
        lambda: book("", more={"xl/sharedStrings.xml": b"<sst>" + b"<si/>" * 30_000_000}),
        {"too-much"},
    ),
    "huge junk beside it": (lambda: book("", more={"docProps/x.bin": b"\0" * (200 << 20)}), {"too-much"}),
    "a quiet ratio": (lambda: book("", more={"x": b"\0" * (9 << 20)}), {"too-much"}),
    "many entries": (many_entries, {"too-much"}),
    "two far corners": (lambda: book(FAR), {"too-much", "too-many-rows", "broken"}),
    "many rows far apart": (
        lambda: book(row(1, cell("A1")) + row(900_000, cell("Z900000"))),
        {"too-much", "too-many-rows"},
    ),
    "too many rows": (
        lambda: book("".join(row(n, cell(f"A{n}")) for n in range(1, 60_000))),
        {"too-many-rows", "too-much"},
    ),
    "too many columns": (lambda: sheet([["a"] * 300]), {"too-many-columns"}),
    "a far column": (lambda: book(row(1, cell("A1") + cell("XFD1"))), {"too-many-columns"}),
    "a long cell": (lambda: sheet([["A" * 30_000]]), {"long-cell"}),
    "entities in entities": (lambda: book(row(1, cell("A1", "&l11;")), prologue=laughs()), {"broken"}),
    "a zip of zeros": (inner_zip, {"not-a-sheet"}),
    "a zip cut off": (lambda: sheet([["a"]])[:-30], {"broken"}),
    "a zip with a broken part": (
        lambda: sheet([["a" * 500]]).replace(b"PK\x03\x04", b"PK\x03\x05", 3)[4:],
        {"broken", "not-a-sheet"},
    ),
    "noise behind a zip's mark": (lambda: b"PK\x03\x04" + random.Random(1).randbytes(5000), {"broken"}),
    "noise": (lambda: random.Random(2).randbytes(5000), {"not-a-sheet"}),
    "an old file": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 5000, {"old-format"}),
    "a program": (lambda: b"\x7fELF" + b"\0" * 500, {"not-a-sheet"}),
    "csv of one endless field": (lambda: b'"' + b"a," * 5_000_000, {"broken", "long-cell"}),
    "csv of endless rows": (lambda: b"a\n" * 3_000_000, {"too-many-rows"}),
    "csv of endless columns": (lambda: b"a," * 3_000_000, {"too-many-columns", "too-much"}),
    "csv with an open quote": (lambda: b'a,b\n"c,d\n', {"broken"}),
    "empty": (lambda: b"", {"empty"}),
}


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
