"""An officer's own lists: what rows say, what is wrong with them, hostile files, brought in once, bad rows given back, nobody else's."""

import asyncio
import io
from collections.abc import AsyncIterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from sqlalchemy import Connection, select, update

from bot.own_lists.reading import OwnReading, read
from bot.own_lists.rounds import OwnListRounds
from bot.sandbox.telegram.files import Upload
from bot.sheets import Book, Row, SheetRefused
from bot.shelf import Shelf
from bot.turn import House
from checklists.catalogue import Catalogue
from checklists.load import load_catalogue
from dialogs.texts import Texts
from safety.errors import Refusal
from safety.events_own_lists import OwnListConfirmed, OwnListDropped, OwnListRowsAsked, OwnListSent
from safety.events_staff import WorkerAdded
from safety.events_supplies import DepotMade, SupplyAdded
from safety.own_lists import MOST_ROWS, OwnListKind, OwnListState
from safety.supplies import DepotKind
from storage import own_lists
from storage.database import Database
from storage.tables.certificates import certificates
from storage.tables.events import events
from storage.tables.own_lists import own_lists as table
from storage.tables.people import seats
from storage.tables.post import outbox
from storage.tables.staff import workers
from storage.tables.supplies import supplies
from tests.bot.hostile import BOMBS
from tests.bot.test_import_life import XLSX
from tests.bot.world import world
from tests.cast import ALICE, BOB, CHARLIE, NOBODY, TANG, Cast, Speaker

TEXTS = Texts.load(strict=True)
TODAY = date(2026, 11, 23)
STAFF, SUPPLIES = OwnListKind.STAFF, OwnListKind.SUPPLIES
HEAD = ("姓名", "岗位", "入职日期", "证件", "证件号码", "发证日期", "到期日期", "复审日期")


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load_catalogue()


def book(*rows: Sequence[str]) -> Book:
    return Book({"名册": [Row(number, tuple(cells)) for number, cells in enumerate(rows, 1)]})


def said(shipped: Catalogue, *rows: Sequence[str], kind: OwnListKind = STAFF) -> OwnReading:
    head = HEAD if kind is STAFF else ("名称", "数量", "单位", "到期日期")
    return read(book(("某某公司名册",), head, *rows), kind, shipped, TODAY)


# --- what a row says ----------------------------------------------------------------------------------------------


def test_rows_of_one_person_are_one_entry_with_several_papers(shipped: Catalogue) -> None:
    found = said(
        shipped,
        ("张三", "电工", "2020-03-04", "低压电工作业", "T37-1", "2024-05-01"),
        ("张三", "电工", "2020-03-04", "N1叉车", "", "", ""),
        ("张三", "维修电工", "", "叉车司机", "N1-9", "", "2028-01-31"),
        ("李四", "自己写的岗位", "2026-11-20"),
    )
    assert [fault.code for fault in found.faults] == ["kind"]
    assert found.bad == [["张三", "电工", "2020-03-04", "N1叉车", "", "", "", ""]]
    zhang, li = found.entries
    assert (zhang["name"], zhang["post"], zhang["fresh"]) == ("张三", "electrician", False)
    assert [(one["kind"], one["number"], one["valid_to"]) for one in zhang["papers"]] == [
        ("low_voltage", "T37-1", "2030-04-30"),
        ("forklift", "N1-9", "2028-01-31"),
    ]
    assert zhang["papers"][0]["review"] == "2027-05-01"
    assert (li["post"], li["since"], li["fresh"], li["papers"]) == ("自己写的岗位", "2026-11-20", True, [])


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (("", "电工"), "no-name"),
        (("13800001111", "电工"), "name"),
        (("张三", "电工", "去年吧"), "day"),
        (("张三", "电工", "2027-01-01"), "day-ahead"),
        (("张三", "", "", "", "T37"), "no-kind"),
        (("张三", "", "", "电工本", "T37", "", "2028-01-01"), "kind"),
        (("张三", "", "", "安全生产许可证", "A1", "", "2028-01-01"), "kind-of-enterprise"),
        (("张三", "", "", "低压电工", "T37"), "no-end"),
        (("张三", "", "", "低压电工", "T37", "2026-01-01", "2025-01-01"), "days"),
    ],
)
def test_a_row_that_cannot_be_taken_says_why(shipped: Catalogue, row: Sequence[str], code: str) -> None:
    found = said(shipped, row)
    assert [(one.row, one.code) for one in found.faults] == [(3, code)]
    assert not found.entries


def test_things_are_counted_and_the_last_word_counts(shipped: Catalogue) -> None:
    found = said(
        shipped,
        ("灭火毯", "2", "张", "2027年5月1日"),
        ("灭火毯", "3.0", "张", ""),
        ("绳子", "几根"),
        ("手电", "-1"),
        ("沙袋", "99999999999"),
        ("", "1"),
        kind=SUPPLIES,
    )
    assert [(one.row, one.code) for one in found.faults] == [
        (5, "quantity"),
        (6, "quantity"),
        (7, "quantity"),
        (8, "no-name"),
    ]
    assert found.entries == [{"name": "灭火毯", "quantity": 3, "unit": "张", "until": None}]


def test_without_headings_or_with_too_many_rows_nothing_is_read(shipped: Catalogue) -> None:
    with pytest.raises(SheetRefused, match="headings"):
        read(book(("甲", "乙"), ("张三", "电工")), STAFF, shipped, TODAY)
    many = [("张三",)] * (MOST_ROWS + 1)
    with pytest.raises(SheetRefused, match="too-many"):
        read(book(HEAD, *many), STAFF, shipped, TODAY)


@given(st.lists(st.lists(st.text(max_size=12), max_size=9), max_size=8))
def test_whatever_stands_there_each_row_is_taken_or_told(shipped: Catalogue, rows: list[list[str]]) -> None:
    for kind in OwnListKind:
        found = said(shipped, *rows, kind=kind)
        assert len(found.faults) == len(found.bad)
        told = {one.row for one in found.faults}
        full = {number for number, row in enumerate(rows, 3) if any(cell.strip() for cell in row)}
        assert told <= full
        assert len(found.entries) <= len(full - told)
        assert bool(found.entries) == bool(full - told)


# --- the whole way ------------------------------------------------------------------------------------------------


def sheet_of(*rows: Sequence[str | int]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as made:
        page = made.add_worksheet("名册")
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    return out.getvalue()


class Desk:
    """The rounds of one process on a cast of its own, with files by their reference."""

    def __init__(self, cast: Cast, folder: Path, shipped: Catalogue) -> None:
        self.cast, self.folder, self.files = cast, folder, {}  # type: ignore[var-annotated]  # bytes by reference
        cast.catalogue = shipped
        clock = SimpleNamespace(now=lambda: cast.now)
        house = House(shipped, TEXTS, clock, 1, "test")  # type: ignore[arg-type]  # a clock that stands
        self.rounds = OwnListRounds(self, house, Shelf(folder), self.fetch, lambda: None)  # type: ignore[arg-type]

    async def fetch(self, file: str) -> AsyncIterator[bytes]:
        if file not in self.files:
            raise OSError("away")
        yield self.files[file]

    async def run(self, job: Any, _name: str) -> Any:
        with self.cast.database.writing() as connection:
            return job(connection)

    def tick(self) -> None:
        asyncio.run(self.rounds._work())

    def does(self, who: Speaker, *happened: Any) -> None:
        with self.cast.database.writing() as connection:
            self.cast.does(connection, who, *happened)

    def sends(
        self, raw: bytes, who: Speaker = ALICE, kind: OwnListKind = STAFF, depot: int | None = None
    ) -> None:
        file = f"file-{len(self.files)}"
        self.files[file] = raw
        self.does(who, OwnListSent(kind, depot, file, file, "名册.xlsx"))

    def row(self) -> Any:
        with self.cast.database.reading() as connection:
            return connection.execute(select(table).order_by(table.c.id.desc()).limit(1)).one()

    def all(self, what: Any) -> list[Any]:
        with self.cast.database.reading() as connection:
            return list(connection.execute(select(what)))

    def letters(self, prefix: str) -> list[Any]:
        return [one for one in self.all(outbox) if (one.key or "").startswith(prefix)]


@pytest.fixture
def desk(cast: Cast, tmp_path: Path, shipped: Catalogue) -> Desk:
    return Desk(cast, tmp_path, shipped)


GOOD = ("张三", "电工", "2020-03-04", "低压电工", "T37-1", "2024-05-01")
ROSTER = sheet_of(HEAD, GOOD, ("李四", "焊工"), ("王五", "", "", "电工本", "X", "", "2028-01-01"))


def test_a_roster_is_shown_first_and_brought_in_once(desk: Desk) -> None:
    desk.does(ALICE, WorkerAdded("李四", "welder", TODAY))
    before = len(desk.all(workers))
    desk.sends(ROSTER)
    desk.tick()
    row = desk.row()
    assert (row.state, row.good, row.new, row.papers) == (OwnListState.READY, 2, 1, 1)
    assert len(desk.all(workers)) == before, "nothing is written before it is confirmed"
    assert len(desk.letters("ownlist:")) == 1
    with pytest.raises(Refusal, match="ownlist-changed"):
        desk.does(ALICE, OwnListConfirmed(row.id, 3))
    desk.does(ALICE, OwnListConfirmed(row.id, 2))
    assert len(desk.all(workers)) == before + 1
    (paper,) = desk.all(certificates)
    assert (paper.kind, paper.number, paper.valid_to) == ("low_voltage", "T37-1", date(2030, 4, 30))
    with pytest.raises(Refusal, match="ownlist-changed"):
        desk.does(ALICE, OwnListConfirmed(row.id, 2))
    assert desk.row().entries is None, "what was read goes"
    bodies = [str(one.body) for one in desk.all(events) if one.kind.startswith(("ownlist", "staff"))]
    assert not any("张三" in body or "T37-1" in body or "名册" in body for body in bodies)
    desk.sends(ROSTER)
    desk.tick()
    desk.does(ALICE, OwnListConfirmed(desk.row().id, 2))
    assert len(desk.all(workers)) == before + 1
    assert len(desk.all(certificates)) == 1, "a paper that stands there is not entered again"


def test_bad_rows_come_back_with_their_problem_and_can_be_sent_again(desk: Desk) -> None:
    desk.sends(ROSTER)
    desk.tick()
    desk.does(ALICE, OwnListRowsAsked(desk.row().id))
    desk.tick()
    desk.tick()
    (letter,) = desk.letters("ownlist-rows:")
    page = load_workbook(desk.folder / "media" / letter.media).worksheets[0]
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    assert rows[0][:2] == ["姓名", "岗位"]
    assert len(rows) == 2
    assert rows[1][0] == "王五"
    assert "电工本" in str(rows[1][-1])
    page.cell(2, 4).value = "低压电工"
    out = io.BytesIO()
    page.parent.save(out)
    desk.sends(out.getvalue())
    desk.tick()
    assert (desk.row().good, desk.row().papers, desk.row().bad) == (1, 1, None)


def test_supplies_are_added_counted_and_dated(desk: Desk) -> None:
    check = TODAY + timedelta(days=30)
    desk.does(ALICE, DepotMade(DepotKind.ENTERPRISE, check), SupplyAdded(1, "灭火毯", "张", 2))
    desk.sends(
        sheet_of(
            ("名称", "数量", "单位", "有效期"), ("灭火毯", 4, "张", "2028-05-01"), ("绳子", 2, "根", "")
        ),
        kind=SUPPLIES,
        depot=1,
    )
    desk.tick()
    assert (desk.row().good, desk.row().new) == (2, 1)
    desk.does(ALICE, OwnListConfirmed(desk.row().id, 2))
    assert [(one.name, one.quantity, one.expires) for one in desk.all(supplies)] == [
        ("灭火毯", 4, date(2028, 5, 1)),
        ("绳子", 2, None),
    ]


@pytest.mark.parametrize("name", ["a header that lies", "a picture called xlsx", "a program"])
def test_a_bomb_is_refused_and_the_list_says_so(desk: Desk, name: str) -> None:
    desk.sends(BOMBS[name][0]())
    desk.tick()
    assert desk.row().state is OwnListState.REFUSED
    assert desk.row().reason


def test_a_network_that_is_away_is_tried_again_three_times(desk: Desk) -> None:
    desk.does(ALICE, OwnListSent(STAFF, None, "nowhere", "n", "名册.xlsx"))
    for attempt in range(3):
        desk.tick()
        assert (desk.row().state is OwnListState.REFUSED) is (attempt == 2)
        desk.cast.passes(minutes=2)
    assert desk.row().reason == "fetching"


def test_nobody_elses_list_can_be_seen_confirmed_or_dropped(desk: Desk) -> None:
    desk.sends(ROSTER)
    desk.tick()
    number = desk.row().id
    for who in (BOB, CHARLIE, TANG, NOBODY):
        with desk.cast.database.writing() as connection:
            assert desk.cast.ledger(connection, who).own_lists().one(number) is None
        for event in (OwnListConfirmed(number, 2), OwnListDropped(number), OwnListRowsAsked(number)):
            with pytest.raises(Refusal):
                desk.does(who, event)
    for who in (TANG, NOBODY):
        with pytest.raises(Refusal):
            desk.sends(ROSTER, who)
    with pytest.raises(Refusal):
        desk.sends(ROSTER, ALICE, SUPPLIES, 99)
    with desk.cast.database.writing() as connection:
        connection.execute(update(seats).values(until=desk.cast.now))
    with pytest.raises(Refusal):
        desk.does(ALICE, OwnListConfirmed(number, 2))
    assert not desk.all(certificates)


def test_what_nobody_brings_in_goes_after_a_week(desk: Desk) -> None:
    desk.sends(ROSTER)
    desk.tick()

    def later(connection: Connection) -> int:
        return own_lists.forget(connection, desk.cast.now)

    with desk.cast.database.writing() as connection:
        assert later(connection) == 0
        desk.cast.passes(days=8)
        assert later(connection) == 1
        assert later(connection) == 0
    assert (desk.row().state, desk.row().entries, desk.row().bad) == (OwnListState.DROPPED, None, None)


def test_the_whole_program_reads_it_and_brings_it_in(
    sqlite_database: Database, shipped: Catalogue, tmp_path: Path
) -> None:
    async def play() -> None:
        async with world(sqlite_database, shipped, tmp_path) as here:
            here.hands.start(ALICE.id)
            await here.until(lambda: bool(here.sees(ALICE.id)))
            here.hands.send_files(ALICE.id, [Upload(ROSTER, "名册.xlsx", XLSX)])
            await here.until(lambda: "哪一种清单" in here.sees(ALICE.id))
            here.tap(ALICE.id, "人员名册")
            await here.until(lambda: "还没有写入" in here.sees(ALICE.id))
            assert "电工本" in here.sees(ALICE.id)
            here.tap(ALICE.id, "导入 2")
            await here.until(lambda: "已导入" in here.sees(ALICE.id))
            here.tap(ALICE.id, "问题行")
            await here.until(lambda: "有问题的 1 行" in here.sees(ALICE.id))

    asyncio.run(play())
    with sqlite_database.reading() as connection:
        names = set(connection.execute(select(workers.c.name)).scalars())
    assert {"张三", "李四"} <= names
    assert "王五" not in names
