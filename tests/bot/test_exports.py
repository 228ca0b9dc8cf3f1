"""A list of hazards as a table: exactly its rows, texts that stay texts, made beside the turn, sent once, on record."""

import asyncio
import io
import re
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import Connection, insert, select

from bot import child
from bot.exports import rounds
from bot.exports.orders import FIRST, TABLE
from bot.exports.rounds import SECONDS, ExportRounds
from bot.exports.speech import Speech, table_of
from bot.exports.table import Column, Look, Table
from bot.exports.words import COLUMNS
from bot.exports.workbook import bound
from bot.shelf import Shelf
from bot.turn import House
from checklists.catalogue import Catalogue
from checklists.schema import Severity
from checklists.words import Language, Words
from dialogs.talk import Line
from dialogs.texts import Texts
from safety.errors import Refusal
from safety.events import SeatRevoked
from safety.events_exports import ExportAsked
from safety.exported import FileForm
from safety.hazard_ledger import HazardSource, HazardState
from safety.lists import EVERYTHING, Sieve, Stage
from safety.people import Role, Seat
from storage import exporting, exports, facts
from storage.database import Database
from storage.exporting import Entry
from storage.facts import Statement
from storage.tables.events import events
from storage.tables.exports import exports as table
from storage.tables.ledger import hazards
from storage.tables.people import joins
from storage.tables.post import outbox
from tests.bot.world import world
from tests.cast import ALICE, BOB, CHARLIE, DONG, NOBODY, START, TANG, WEI, Cast, Speaker

TODAY = date(2026, 11, 23)
TEXTS, VEILED = Texts.load(strict=True), Texts.load(strict=True, minimal=True)
PAYLOADS = [
    "=1+1", "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", '=HYPERLINK("http://x","y")',
    "=2+5+cmd|' /C calc'!A0", "=IMPORTXML(CONCAT(1),2)", "＝1+1", "{=1}", "https://example.org/x", "mailto:x@y.z",
    "0012", "1e9", "2026-11-23", "<b>", "&amp;", "]]>", "\u202ename", "😀", "'", '"', "\x00\x07", "a\nb",
]  # fmt: skip


def entry(**more: Any) -> Entry:
    usual = Entry(
        number="YH-2026-000001", enterprise="东风面馆", town="东镇", industries=[Words("餐饮（全部）", "Catering (all)")],
        kind=Words("燃气", "Gas"), place="后厨", question=None, words="软管老化", severity=Severity.MAJOR,
        source=HazardSource.TIP, state=HazardState.PLANNED, found_at=START, found_by="李娜", owner="王强",
        due=date(2026, 11, 20), plan={"measures": "换管", "day": "2026-11-24", "money": 300, "contingency": "cut-off"},
        evidence=2, evidence_by="李娜", closed_at=None, closed_by="", extensions=1, returned=2, reopened=3,
        listing="GP-1", cost=120,
    )  # fmt: skip
    return replace(usual, **more)


def made(*entries: Entry, language: Language = Language.ZH, texts: Texts = TEXTS) -> Table:
    what = Line("sift-stage-is", {"stage": "open", "days": 90})
    return table_of(entries, what, START, "唐静", Speech(texts, language, TODAY), columns=COLUMNS)


def opened(document: bytes) -> Any:
    return load_workbook(io.BytesIO(document))


def row_of(document: bytes, number: int = 2) -> dict[str, Any]:
    sheet = opened(document).worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    return dict(zip(heads, [cell.value for cell in sheet[number]], strict=True))


def test_a_row_says_everything_in_words() -> None:
    assert row_of(bound(made(entry()))) == {
        "编号": "YH-2026-000001", "企业": "东风面馆", "镇街": "东镇", "行业": "餐饮", "类别": "燃气", "位置": "后厨",
        "检查内容": None, "情况描述": "软管老化", "等级": "重大", "来源": "举报", "状态": "已定方案",
        "发现时间": datetime.fromisoformat("2026-11-23T09:00"), "发现人": "李娜", "整改人": "王强",
        "整改期限": datetime.fromisoformat("2026-11-20T00:00"), "超期天数": 3,
        "整改方案": "换管\n完成期限：2026-11-24\n资金：300 元\n预案：断电断气停用", "整改后照片数": 2,
        "提交复查人": "李娜", "销号时间": None, "销号人": None, "延期次数": 1, "退回次数": 2, "重新打开次数": 3,
        "挂牌编号": "GP-1", "整改费用（元）": 120, "原因": None, "预防措施": None, "补充情况": None,
        "上次编号": None,
    }  # fmt: skip


def test_extra_fields_stand_in_one_cell_line_by_line_as_words() -> None:
    details = [
        (Words("气瓶数量", "Cylinders"), Words("3 瓶", "3")),
        (Words("品牌", "Brand"), Words("=1+1", "=1+1")),
    ]
    assert row_of(bound(made(entry(details=details))))["补充情况"] == "气瓶数量：3 瓶\n品牌：=1+1"
    english = row_of(bound(made(entry(details=details), language=Language.EN)))
    assert english["Details"] == "Cylinders: 3\nBrand: =1+1"


def test_the_headings_are_in_the_language_of_who_asked_and_tell_apart() -> None:
    for language in Language:
        heads = [column.head for column in made(language=language).columns]
        assert len(set(heads)) == len(heads) == len(COLUMNS)
        assert all(bool(re.search("[㐀-鿿]", head)) is (language is Language.ZH) for head in heads)
    english = row_of(bound(made(entry(), language=Language.EN)))
    assert (english["Industry"], english["Kind"], english["Severity"]) == ("Catering", "Gas", "Major")


def test_names_are_veiled_where_messages_veil_them() -> None:
    table = made(entry(closed_by="唐静"), texts=VEILED)
    text = repr(table)
    assert "李*" in text
    assert not any(name in text for name in ("李娜", "王强", "唐静"))


@pytest.mark.parametrize(
    ("state", "closed", "days"),
    [
        (HazardState.REPORTED, None, 3),
        (HazardState.CLOSED, START - timedelta(days=1), 2),
        (HazardState.CLOSED, START - timedelta(days=9), 0),
        (HazardState.WITHDRAWN, None, None),
    ],
)
def test_days_overdue_end_with_the_closure(
    state: HazardState, closed: datetime | None, days: int | None
) -> None:
    assert row_of(bound(made(entry(state=state, closed_at=closed))))["超期天数"] == days


def test_what_people_wrote_stays_text() -> None:
    document = bound(made(*(entry(words=text, place=text, enterprise=text) for text in PAYLOADS)))
    sheet = opened(document).worksheets[0]
    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    words = [row[7] for row in sheet.iter_rows(min_row=2)]
    assert {cell.data_type for cell in words if cell.value is not None} == {"s"}
    assert [cell.value for cell in words][:6] == [*PAYLOADS[:5], "=1"]
    risky = [cell for cell in words if str(cell.value).startswith(("=", "+", "-", "@"))]
    assert risky
    assert all(cell.quotePrefix for cell in risky)
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        whole = b"".join(
            archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets")
        )
    assert b"<f>" not in whole
    assert b"<hyperlink" not in whole


def test_a_cell_too_long_is_cut_and_an_empty_table_is_one() -> None:
    assert len(str(row_of(bound(made(entry(words="长" * 50_000))))["情况描述"])) == 32_767
    sheet = opened(bound(made())).worksheets[0]
    assert sheet.max_row == 1


def test_the_page_beside_it_says_what_it_is() -> None:
    about = opened(bound(made(entry()))).worksheets[1]
    said = {row[0].value: row[1].value for row in about.iter_rows()}
    assert said["筛选"] == "未销号"
    assert said["数量"] == "1"
    assert said["导出人"] == "唐静"


def test_ten_thousand_rows_come_out_of_the_child() -> None:
    table = made(*[entry(number=f"YH-2026-{number:06d}", words="=1+1" * 20) for number in range(10_000)])
    document = asyncio.run(child.made(TABLE, table.to_json(), SECONDS, FIRST[FileForm.XLSX]))
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        assert archive.read("xl/worksheets/sheet1.xml").count(b"<row ") == 10_001


@pytest.mark.parametrize("body", [b"", b"{}", b"nonsense"])
def test_a_child_that_cannot_says_so(body: bytes) -> None:
    with pytest.raises(child.ChildFailed):
        asyncio.run(child.made(TABLE, body, SECONDS, FIRST[FileForm.XLSX]))


def test_a_child_that_takes_too_long_is_ended() -> None:
    with pytest.raises(child.ChildFailed, match="too long"):
        asyncio.run(child.made(TABLE, made(entry()).to_json(), 0.001, FIRST[FileForm.XLSX]))


def test_a_table_survives_the_way_to_the_child() -> None:
    table = Table("a", [Column("b", Look.DAY, 3)], [["2026-11-23"], [None]], "c", [("d", "e")])
    kept = Table.from_json(table.to_json())
    assert [list(row) for row in kept.rows] == [["2026-11-23"], [None]]
    assert list(kept.columns) == list(table.columns)


# --- what is in it ------------------------------------------------------------------------------------------------


def filled(connection: Connection, cast: Cast, many: int = 40) -> None:
    """Hazards of both enterprises, a third of them closed, some not reported."""
    found_by = cast.actor(connection, ALICE).person
    states = [HazardState.REPORTED, HazardState.PLANNED, HazardState.CLOSED]
    rows = [
        {
            "number": f"YH-2026-{number:06d}", "enterprise": cast.west if number % 4 == 0 else cast.east,
            "severity": Severity.GENERAL, "suspected_major": False, "state": states[number % 3],
            "due": TODAY + timedelta(days=number % 7 - 3), "found_at": cast.now, "found_by": found_by, "owner": found_by,
            "reported_at": None if number % 5 == 0 else cast.now, "words": f"=第{number}处", "place": "后厨",
            "closed_at": cast.now if number % 3 == 2 else None, "closed_by": found_by if number % 3 == 2 else None,
        }
        for number in range(1, many + 1)
    ]  # fmt: skip
    connection.execute(insert(hazards), rows)
    facts.state(connection, [Statement(cast.east, "catering", value=True, source="import")], cast.now)


@pytest.mark.parametrize("sieve", [EVERYTHING, Sieve(Stage.CLOSED), Sieve(text="第1"), Sieve(digits="7")])
@pytest.mark.parametrize("speaker", [ALICE, CHARLIE, TANG, WEI, DONG, NOBODY])
def test_it_holds_exactly_what_the_list_shows(
    cast: Cast, sieve: Sieve, speaker: Speaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "PORTION", 7)
    with cast.database.writing() as connection:
        filled(connection, cast)
        actor = cast.actor(connection, speaker)
        ledger = cast.ledger(connection, speaker)
        found = exporting.entries(connection, cast.catalogue, actor, sieve, TODAY, 1000)
        listed = [one.number for one in ledger.hazards(limit=1000, sieve=sieve)]
        assert [one.number for one in found] == listed
        few = exporting.entries(connection, cast.catalogue, actor, sieve, TODAY, 3)
        assert [one.number for one in few] == listed[:3]


def test_who_may_not_export_gets_nothing(cast: Cast) -> None:
    with cast.database.writing() as connection:
        filled(connection, cast)
        actor = cast.actor(connection, ALICE)
        for seat in (Seat(Role.WORKER, enterprise=cast.east), Seat(Role.EXPERT), None):
            nobody = replace(actor, seat=seat)
            assert list(exporting.entries(connection, cast.catalogue, nobody, EVERYTHING, TODAY, 9)) == []


def test_one_at_a_time_for_each_person(cast: Cast) -> None:
    with cast.database.writing() as connection:
        cast.does(connection, TANG, ExportAsked({}, 3))
        with pytest.raises(Refusal, match="export-running"):
            cast.does(connection, TANG, ExportAsked({"stage": "closed"}, 3))
        cast.does(connection, DONG, ExportAsked({}, 3))
        with pytest.raises(Refusal, match="not-allowed"):
            cast.does(connection, NOBODY, ExportAsked({}, 3))
        first, _second = exports.waiting(connection, 9)
        assert exports.drop(connection, first, cast.now)
        assert not exports.keep(connection, first, 1, "x", "y", cast.now)
        cast.does(connection, TANG, ExportAsked({}, 3))


# --- made and sent ------------------------------------------------------------------------------------------------


class Office:
    """The rounds of one process, on a cast of its own."""

    def __init__(self, cast: Cast, folder: Path) -> None:
        self.cast, self.folder, self.woken = cast, folder, 0
        self.clock = type("Clock", (), {"now": lambda _self: cast.now})()
        house = House(cast.catalogue, TEXTS, self.clock, 1, "test")
        self.rounds = ExportRounds(self, cast.database, house, Shelf(folder), self.wake)  # type: ignore[arg-type]

    def wake(self) -> None:
        self.woken += 1

    async def run(self, job: Any, _name: str) -> Any:
        with self.cast.database.writing() as connection:
            return job(connection)

    def tick(self) -> None:
        asyncio.run(self.rounds._work())

    def letters(self) -> list[Any]:
        with self.cast.database.reading() as connection:
            return list(connection.execute(select(outbox).where(outbox.c.key.startswith("export:"))))

    def kinds(self) -> list[tuple[str, Any]]:
        with self.cast.database.reading() as connection:
            found = select(events.c.kind, events.c.body).where(events.c.kind.startswith("hazards:export"))
            return [(row.kind, row.body) for row in connection.execute(found.order_by(events.c.id))]


@pytest.fixture
def office(cast: Cast, tmp_path: Path) -> Office:
    with cast.database.writing() as connection:
        filled(connection, cast)
        cast.does(connection, TANG, ExportAsked(Sieve(Stage.CLOSED).plain(), 9))
    return Office(cast, tmp_path)


def test_it_is_made_and_sent_and_on_record(office: Office) -> None:
    office.tick()
    (letter,) = office.letters()
    assert (letter.method, letter.media) == ("sendDocument", "exports/隐患台账-20261123-1.xlsx")
    document = (office.folder / "media" / letter.media).read_bytes()
    rows = opened(document).worksheets[0].max_row - 1
    (asked, was), (done, of) = office.kinds()
    assert (asked, was) == (
        "hazards:export:asked",
        {"sieve": {"stage": "closed"}, "rows": 9, "what": "hazards", "form": "xlsx"},
    )
    assert (done, of["rows"], of["export"]) == ("hazards:export:made", rows, 1)
    assert rows == 8
    office.tick()
    assert len(office.letters()) == 1


def test_killed_in_the_middle_it_is_made_again_and_sent_once(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file lies there and nobody wrote down that it does; then two processes make it at once."""
    with office.cast.database.reading() as connection:
        (export,) = exports.waiting(connection, 9)
    broken = office.rounds._settle
    monkeypatch.setattr(office.rounds, "_settle", lambda *_: (_ for _ in ()).throw(SystemExit))
    with pytest.raises(SystemExit):
        asyncio.run(office.rounds._one(export))
    assert office.letters() == []
    monkeypatch.setattr(office.rounds, "_settle", broken)
    asyncio.run(office.rounds._one(export))
    asyncio.run(office.rounds._one(export))
    assert len(office.letters()) == 1
    assert [kind for kind, _ in office.kinds()] == ["hazards:export:asked", "hazards:export:made"]


def test_who_lost_the_seat_gets_no_table_and_is_told(office: Office) -> None:
    with office.cast.database.writing() as connection:
        person = office.cast.actor(connection, TANG).person
        join = connection.execute(select(joins.c.id).where(joins.c.person == person)).scalar_one()
        office.cast.does(connection, DONG, SeatRevoked(join))
    office.tick()
    (letter,) = office.letters()
    assert (letter.method, letter.media) == ("sendMessage", None)
    with office.cast.database.reading() as connection:
        assert connection.execute(select(table.c.state)).scalar_one() == "dropped"


def test_what_cannot_be_made_is_given_up_and_said(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rounds, "SECONDS", 0.001)
    for left in (0, 0, 1):
        office.tick()
        assert len(office.letters()) == left
    with office.cast.database.writing() as connection:
        office.cast.does(connection, TANG, ExportAsked({}, 1))


def test_files_go_after_their_time(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    kept = tmp_path / "media" / shelf.keep_export("a.xlsx", b"x")
    now = datetime.fromtimestamp(kept.stat().st_mtime, UTC)
    shelf.tidy(now + timedelta(days=2))
    assert kept.exists()
    shelf.tidy(now + timedelta(days=4))
    assert not kept.exists()


def test_it_arrives_in_the_chat(sqlite_database: Database, catalogue: Catalogue, tmp_path: Path) -> None:
    async def go() -> None:
        async with world(sqlite_database, catalogue, tmp_path) as one:
            with sqlite_database.writing() as connection:
                filled(connection, one.cast, 12)
            one.hands.start(BOB.id)
            await one.until(lambda: bool(one.sees(BOB.id)), "menu")
            one.hands.write(BOB.id, "/hazards")
            await one.until(lambda: "隐患" in one.sees(BOB.id), "list")
            one.tap(BOB.id, "筛选")
            await one.until(lambda: "未销号" in one.sees(BOB.id), "filter")
            one.tap(BOB.id, "导出表格")
            await one.until(lambda: any("document" in m.body for m in one.bot_messages(BOB.id)), "file")
            (sent,) = [m.body["document"] for m in one.bot_messages(BOB.id) if "document" in m.body]
            assert sent["file_name"] == "隐患台账-20261123-1.xlsx"
            assert sent["mime_type"].endswith("spreadsheetml.sheet")

    asyncio.run(go())
