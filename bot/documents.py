"""What a file really is, told by its bytes and never by its name. Files are kept as they were sent and never opened here.

Of an Office file only the list of names in its archive is read, to tell a text from a table.
"""

import io
import zipfile

PDF = b"%PDF-"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ARCHIVE = b"PK\x03\x04"
PICTURES = {b"\xff\xd8\xff": ".jpg", b"\x89PNG\r\n\x1a\n": ".png"}
MOST_NAMES = 10_000  # an Office file has some dozens
MACROS = "vbaproject.bin"


def ending_of(raw: bytes) -> str | None:
    """The ending under which a file is kept; None for what is not kept: programs, archives, macros, scripts."""
    if raw.startswith(PDF):
        return ".pdf"
    if raw.startswith(OLD_OFFICE):
        return ".ole"  # old Word and Excel share one wrapping
    if raw.startswith(ARCHIVE):
        return _office(raw)
    return next((ending for head, ending in PICTURES.items() if raw.startswith(head)), None)


def _office(raw: bytes) -> str | None:
    """A text or a table of today's Office; any other archive is refused, and so are macros."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            names = [name.lower() for name in archive.namelist()[:MOST_NAMES]]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeDecodeError):
        return None
    if any(name.endswith(MACROS) for name in names):
        return None
    parts = {"word/document.xml": ".docx", "xl/workbook.xml": ".xlsx"}
    return next((ending for part, ending in parts.items() if part in names), None)
