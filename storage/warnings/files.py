"""The file that goes out with a warning: entered while the warning is made, found by its sender alone, sent as our own copy."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from safety.warnings import Copied, Enclosed
from storage.tables.media import media
from storage.tables.warnings import warning_files, warnings

PDF, FILES = ".pdf", "files/"  # where documents lie, beside the clean copies


def subject(person: int) -> str:
    """What a sender's files are kept under."""
    return f"notice/{person}"


def found(connection: Connection, person: int, unique: str) -> Row[Any] | None:
    """The row of a file that somebody has sent."""
    mine = (media.c.subject == subject(person)) & (media.c.unique_name == unique)
    return connection.execute(select(media).where(mine)).one_or_none()


def of_media(connection: Connection, number: int | None) -> Enclosed | None:
    """By the row of its copy; None of none."""
    if number is None:
        return None
    return enclosed(connection.execute(select(media).where(media.c.id == number)).one())


def enclosed(row: Row[Any]) -> Enclosed:
    """A document is one only when its bytes are a PDF's."""
    document = row.kind == "file"
    copied = Copied(row.state)
    if document and copied is Copied.SAFE and not row.path.endswith(PDF):
        copied = Copied.FAILED
    return Enclosed(row.name, document, copied)


@dataclass(frozen=True, slots=True)
class Paper:
    """Our own copy as a letter carries it: below the media folder, a document with the name under which it arrives."""

    number: str
    media: str
    document: bool
    name: str


def paper(connection: Connection, warning: int) -> Paper | None:
    """What goes out with a warning; None when nothing does."""
    joined = warnings.join(warning_files, warning_files.c.warning == warnings.c.id).join(
        media, media.c.id == warning_files.c.media
    )
    columns = (warnings.c.number, media.c.path, media.c.kind, media.c.name)
    row = connection.execute(
        select(*columns).select_from(joined).where(warnings.c.id == warning)
    ).one_or_none()
    if row is None:
        return None
    document = row.kind == "file"
    lies = f"{FILES}{row.path}#{row.number}{PDF}" if document else row.path
    return Paper(row.number, lies, document, row.name)
