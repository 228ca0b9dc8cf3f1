"""Tables of every kind: the rows of the list and no others, no names of people in self-checks, texts that stay texts in both files."""

import asyncio
import csv
import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from bot import child
from bot.exports import kinds
from bot.exports.kinds import KINDS
from bot.exports.orders import TABLE
from bot.exports.plain import MARK, plainly
from bot.exports.rounds import SECONDS
from bot.exports.speech import Speech
from bot.exports.table import Column, Look, Table
from checklists.words import Language
from dialogs import taking
from safety.events_exports import ExportAsked
from safety.exported import Exported, FileForm
from safety.queries import Query
from storage import exports
from tests.bot.payloads import PAYLOADS
from tests.bot.test_exports import TEXTS, Office, filled
from tests.cast import DONG, TANG, Cast

TODAY = date(2026, 11, 23)


def hostile(form: str = "xlsx") -> Table:
    columns = [Column("a", Look.TEXT, 9), Column("b", Look.NUMBER, 9), Column("c", Look.MOMENT, 9)]
    rows: list[list[Any]] = [[text, 1, "2026-11-23T09:00"] for text in PAYLOADS]
    return Table("s", columns, rows, "t", [("x", "=1+1")], form)


def test_the_corpus_has_sixty_payloads_that_differ() -> None:
    assert len(set(PAYLOADS)) == len(PAYLOADS) == 60


def test_no_payload_is_a_formula_or_a_link_in_a_workbook() -> None:
    document = asyncio.run(child.made(TABLE, hostile().to_json(), SECONDS, b"PK\x03\x04"))
    book = load_workbook(io.BytesIO(document))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert [cell for cell in cells if cell.data_type == "f" or cell.hyperlink] == []


def test_no_payload_begins_a_cell_of_a_csv_file_like_a_formula() -> None:
    document = asyncio.run(child.made(TABLE, hostile("csv").to_json(), SECONDS, MARK))
    rows = list(csv.reader(io.StringIO(document.decode("utf-8-sig"), newline="")))
    assert len(rows) == len(PAYLOADS) + 1
    for row, payload in zip(rows[1:], PAYLOADS, strict=True):
        assert not row[0].lstrip("\ufeff\u00a0\u3000 \t\r\n").startswith(tuple("=+-@＝＋－＠")), payload
        assert row[0].removeprefix("'") == payload.replace("\x00", "").removeprefix("'")
        assert row[1:] == ["1", "2026-11-23 09:00"]


def test_every_cell_of_a_csv_file_is_quoted_and_a_negative_number_stays_one() -> None:
    table = Table("s", [Column("n", Look.NUMBER, 9), Column("d", Look.DAY, 9)], [[-3, None]], "t", [])
    assert plainly(table) == MARK + b'"n","d"\r\n"-3",""\r\n'


# --- sent ---------------------------------------------------------------------------------------------------------


def test_english_headings_tell_apart() -> None:
    for kind in KINDS.values():
        heads = [
            Speech(TEXTS, Language.EN, TODAY).line("export-head", column=one) for one, *_ in kind.columns
        ]
        assert len(set(heads)) == len(heads)
        assert all(head.isascii() for head in heads)


def test_a_csv_file_is_made_and_sent(cast: Cast, tmp_path: Path) -> None:
    with cast.database.writing() as connection:
        filled(connection, cast)
        cast.does(connection, TANG, ExportAsked({"stage": "closed"}, 1, Exported.HAZARDS, FileForm.CSV))
    office = Office(cast, tmp_path)
    office.tick()
    (letter,) = office.letters()
    assert letter.media == "exports/隐患台账-20261123-1.csv"
    text = (tmp_path / "media" / letter.media).read_bytes().decode("utf-8-sig")
    assert len(text.splitlines()) == 9
    assert "隐患台账，共 8 处" in letter.body


def test_every_kind_of_row_that_can_be_asked_for_has_its_table(cast: Cast) -> None:
    with cast.database.writing() as connection:
        for kind in (Exported.HAZARDS, Exported.CHECKS, Exported.ENTERPRISES, Exported.INSPECTIONS):
            assert kind in kinds.KINDS
            cast.does(connection, TANG, ExportAsked({}, 1, kind))
            (one,) = exports.waiting(connection, 9)
            assert one.what is kind
            exports.drop(connection, one, cast.now)


@pytest.mark.parametrize("text", ["csv", "CSV", "导出 csv", "导出csv。", "Export CSV"])
def test_a_csv_file_is_asked_for_in_words(text: str) -> None:
    assert taking.wants_csv(text)


@pytest.mark.parametrize("text", ["csvx", "灭火器", "", "上个月的隐患台账导出csv"])
def test_other_words_are_looked_for(text: str) -> None:
    assert not taking.wants_csv(text)


def test_a_table_of_enterprises_says_its_query_in_words(cast: Cast) -> None:
    query = Query(towns=("东镇",), never_joined=True)
    with cast.database.writing() as connection:
        actor = cast.actor(connection, DONG)
        for sieve, words in ((query.to_json(), ("东镇", "没")), ({}, ("全部",))):
            asked = kinds.Asked(connection, cast.catalogue, actor, sieve, TODAY, 9, cast.now)
            said = TEXTS.plain(kinds.KINDS[Exported.ENTERPRISES].described(asked), Language.ZH)
            assert all(word in said for word in words), said
