"""What a file really is; documents kept as they were sent, everything else refused."""

import asyncio
import io
import stat
import zipfile
from pathlib import Path

import pytest

from bot.documents import OLD_OFFICE, ending_of
from bot.media import Failed, Passing, Reason, Safe
from tests.bot.pictures import JPEG, desk, files, picture, source


def archive(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name in names:
            made.writestr(zipfile.ZipInfo(name), "x")
    return out.getvalue()


WORD = archive("[Content_Types].xml", "word/document.xml")
EXCEL = archive("[Content_Types].xml", "xl/workbook.xml")


@pytest.mark.parametrize(
    ("raw", "ending"),
    [
        (b"%PDF-1.7\n...", ".pdf"),
        (WORD, ".docx"),
        (EXCEL, ".xlsx"),
        (OLD_OFFICE + b"x" * 600, ".ole"),
        (JPEG, ".jpg"),
        (picture("PNG"), ".png"),
        (archive("word/document.xml", "word/vbaProject.bin"), None),
        (archive("a.exe"), None),
        (archive("AndroidManifest.xml", "classes.dex"), None),
        (WORD[:60], None),
        (b"PK\x03\x04" + b"\xff" * 200, None),
        (b"MZ\x90\x00", None),
        (b"#!/bin/sh\n", None),
        (b"<html>%PDF-", None),
        (b"", None),
    ],
    ids=range(15),
)
def test_a_file_is_what_its_bytes_say(raw: bytes, ending: str | None) -> None:
    assert ending_of(raw) == ending


def taken(folder: Path, raw: bytes, attempt: int = 3, largest: int = 20_000_000) -> Safe | Failed:
    async def go() -> Safe | Failed:
        made = desk(folder, source(raw), largest=largest)
        try:
            return await made.take_file("ref", attempt)
        finally:
            await made.close()

    return asyncio.run(go())


def test_a_document_is_kept_byte_by_byte_where_nothing_shows_it(tmp_path: Path) -> None:
    safe = taken(tmp_path, WORD)
    assert isinstance(safe, Safe)
    kept = tmp_path / "files" / safe.name
    assert kept.read_bytes() == WORD
    assert kept.suffix == ".docx"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o640
    assert safe.sha256 == safe.original_sha256
    assert not files(tmp_path / "media")
    assert not files(tmp_path / "incoming")


def test_what_is_no_document_is_refused_for_good(tmp_path: Path) -> None:
    assert taken(tmp_path, b"MZ\x90\x00" * 100) == Failed(Reason.NOT_A_DOCUMENT)
    assert not files(tmp_path)


def test_a_file_that_is_larger_than_it_said_is_refused(tmp_path: Path) -> None:
    assert taken(tmp_path, b"%PDF-" + b"x" * 100, largest=50) == Failed(Reason.TOO_BIG)


def test_an_empty_file_is_tried_again_before_it_is_believed(tmp_path: Path) -> None:
    with pytest.raises(Passing):
        taken(tmp_path, b"", attempt=1)
    assert taken(tmp_path, b"", attempt=3) == Failed(Reason.BROKEN)
