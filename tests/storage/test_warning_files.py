"""The file that goes out with a warning, on both databases: whose it is, when it may leave, who may see it again."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, func, select

from checklists.warnings import Level
from safety.errors import Refusal
from safety.events_hazards import Picture
from safety.events_warnings import WarningFileSent, WarningFileWanted, WarningIssued
from safety.warnings import Circle, Copied, Enclosed
from storage import media as keeping
from storage.media import Copy
from storage.tables.media import media
from storage.tables.post import due
from storage.tables.warnings import warning_files, warnings
from storage.warnings import files
from tests.cast import ALICE, BOB, CHARLIE, DONG, NOBODY, TANG, WALT, WEI, Cast, Speaker

NUMBER = "YJ-2026-000001"


@pytest.fixture
def connection(cast: Cast) -> Iterator[Connection]:
    with cast.database.writing() as connection:
        yield connection


def sends(
    connection: Connection, cast: Cast, who: Speaker = TANG, unique: str = "u1", *, document: bool = True
) -> None:
    picture = Picture(f"file-{unique}", unique, 1000, "")
    cast.does(connection, who, WarningFileSent(picture, document, "冬季用电.pdf" if document else ""))


def safe(connection: Connection, cast: Cast, ending: str = ".pdf") -> None:
    """Our copy of everything that waits is there."""
    for one in connection.execute(select(media.c.id).where(media.c.state == "pending")).scalars().all():
        keeping.keep(connection, one, Copy(f"ab/cd/{one}{ending}", "f" * 64, 1000, 0, 0), cast.now)


def issue(connection: Connection, cast: Cast, who: Speaker = TANG, file: str = "u1") -> None:
    said = WarningIssued("own", Level.BLUE, "通知", ("查电箱",), 24, Circle().to_json(), file=file)
    cast.does(connection, who, said)


def wanted(connection: Connection) -> list[str]:
    return list(connection.execute(select(due.c.subject).where(due.c.kind == "warning-file")).scalars())


@pytest.mark.parametrize("document", [True, False])
def test_it_leaves_only_when_our_own_copy_is_safe(connection: Connection, cast: Cast, document: bool) -> None:
    sends(connection, cast, document=document)
    with pytest.raises(Refusal, match="warning-file-waits"), connection.begin_nested():
        issue(connection, cast)
    assert connection.execute(select(func.count()).select_from(warnings)).scalar_one() == 0
    safe(connection, cast, ".pdf" if document else ".jpg")
    issue(connection, cast)
    one = cast.ledger(connection, ALICE).warnings().received(NUMBER)
    assert one is not None
    name = "冬季用电.pdf" if document else ""
    assert one.warned.file == Enclosed(name, document, Copied.SAFE)
    paper = files.paper(connection, connection.execute(select(warnings.c.id)).scalar_one())
    assert paper is not None
    ends = f".pdf#{NUMBER}.pdf" if document else ".jpg"
    assert paper.media.endswith(ends)
    assert paper.media.startswith("files/") == document
    kept = connection.execute(select(warnings.c.document)).scalar_one()
    assert kept["file_sha256"] == "f" * 64


def test_what_could_not_be_kept_or_is_no_pdf_does_not_leave(connection: Connection, cast: Cast) -> None:
    sends(connection, cast)
    safe(connection, cast, ".docx")
    sends(connection, cast, unique="u2")
    number = connection.execute(select(media.c.id).where(media.c.unique_name == "u2")).scalar_one()
    keeping.fail(connection, number, "not-a-document", cast.now)
    book = cast.ledger(connection, TANG).warnings()
    for unique in ("u1", "u2"):
        file = book.own_file(unique)
        assert file is not None
        assert file.copied is Copied.FAILED
        with pytest.raises(Refusal, match="warning-file-gone"), connection.begin_nested():
            issue(connection, cast, file=unique)
    sends(connection, cast, unique="u2")
    again = book.own_file("u2")
    assert again is not None
    assert again.copied is Copied.PENDING, "sent anew it is fetched anew"


@pytest.mark.parametrize("thief", [WEI, DONG])
def test_nobody_takes_the_file_of_another_sender(connection: Connection, cast: Cast, thief: Speaker) -> None:
    sends(connection, cast)
    safe(connection, cast)
    assert cast.ledger(connection, thief).warnings().own_file("u1") is None
    with pytest.raises(Refusal, match="warning-file-gone"), connection.begin_nested():
        issue(connection, cast, thief)
    issue(connection, cast)


@pytest.mark.parametrize("who", [ALICE, BOB, NOBODY])
def test_who_may_not_send_warnings_sends_no_file_for_one(
    connection: Connection, cast: Cast, who: Speaker
) -> None:
    with pytest.raises(Refusal, match="not-allowed"):
        sends(connection, cast, who)


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        *((one, True) for one in (ALICE, BOB, TANG, DONG)),
        *((one, False) for one in (CHARLIE, WALT, WEI, NOBODY)),
    ],
)
def test_it_is_seen_again_by_its_receivers_and_who_watches_over_them_alone(
    connection: Connection, cast: Cast, who: Speaker, sees: bool
) -> None:
    sends(connection, cast)
    safe(connection, cast)
    issue(connection, cast)
    if sees:
        for _twice in range(2):
            cast.does(connection, who, WarningFileWanted(NUMBER))
        person = cast.actor(connection, who).person
        assert [one.split("/")[1] for one in wanted(connection)] == [str(person)]
        return
    with pytest.raises(Refusal, match="warning-gone"), connection.begin_nested():
        cast.does(connection, who, WarningFileWanted(NUMBER))
    assert wanted(connection) == []


@pytest.mark.parametrize("number", [NUMBER, "", "YJ-2026-000009", "x' OR 1=1 --"])
def test_there_is_nothing_to_see_where_there_is_no_file(
    connection: Connection, cast: Cast, number: str
) -> None:
    issue(connection, cast, file="")
    assert connection.execute(select(func.count()).select_from(warning_files)).scalar_one() == 0
    with pytest.raises(Refusal, match="warning-gone"):
        cast.does(connection, ALICE, WarningFileWanted(number))
