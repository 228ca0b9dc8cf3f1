"""Hostile spreadsheets (S7), made here, with the reasons for which each may be refused. No tests here."""

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable

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


def merged_without_end() -> bytes:
    """A sheet whose merged ranges name the same cells again and again."""
    ranges = "".join('<mergeCell ref="A1:CV5000"/>' for _ in range(2000))
    rows = "".join(row(n, cell(f"A{n}") + cell(f"CV{n}")) for n in (1, 5000))
    raw = book(rows)
    parts = {}
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    page = parts["xl/worksheets/sheet1.xml"].decode()
    merged = f"</sheetData><mergeCells>{ranges}</mergeCells>"
    parts["xl/worksheets/sheet1.xml"] = page.replace("</sheetData>", merged).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


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
    "a program inside": (lambda: book("", more={"xl/vbaProject.bin": b"\xd0\xcf" * 50}), {"macros"}),
    "links to other files": (
        lambda: book("", more={"xl/externalLinks/externalLink1.xml": b"<externalLink/>"}),
        {"links"},
    ),
    "a spreadsheet in a spreadsheet": (
        lambda: book("", more={f"xl/embeddings/{n}.xlsx": inner_zip() for n in range(4)}),
        {"embedded"},
    ),
    "a million columns": (lambda: book(row(1, cell("A1") + cell("BCDEF1"))), {"broken", "too-many-columns"}),
    "entities in the strings": (
        lambda: book(
            row(1, '<c r="A1" t="s"><v>0</v></c>'),
            more={"xl/sharedStrings.xml": f"{laughs()}<sst {MAIN}><si><t>&l11;</t></si></sst>".encode()},
        ),
        {"broken", "not-a-sheet"},
    ),
    "csv of one endless line": (lambda: b"a" * (19 << 20), {"broken", "long-cell"}),
    "csv of NULs": (lambda: b"a,b\n" + b"\0" * 5_000_000, {"not-a-sheet"}),
    "a picture called xlsx": (lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 4000, {"not-a-sheet"}),
    "merged cells without end": (
        merged_without_end,
        {"too-much", "broken"},
    ),
}
