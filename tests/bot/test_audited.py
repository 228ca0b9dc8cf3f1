"""`python -m bot audit`, and comma separated text in which no formula comes to life."""

import csv
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.audited import told
from bot.separated import MARK, harmless, separated
from bot.settings import Settings
from checklists.catalogue import Catalogue
from safety.audits import AuditSieve, Personal
from safety.events_audit import PersonalDataRead
from storage.database import Database
from tests import cast as casting
from tests.cast import ALICE, TANG

BAD = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\u3000=1", "＝1", "＋1", "－1", "＠1")


@pytest.mark.parametrize("text", BAD)
def test_a_text_that_begins_like_a_formula_is_set_off(text: str) -> None:
    assert harmless(text).startswith("'")


def test_texts_are_quoted_and_numbers_are_not() -> None:
    lines = list(separated(("a",), [["x", 'y"z', 3, -4, None, True, "0012"]]))
    assert lines == [MARK + '"a"\r\n', '"x","y""z",3,-4,,true,"0012"\r\n']


def test_the_operator_reads_it_and_gets_a_file(
    sqlite_database: Database, catalogue: Catalogue, tmp_path: Path
) -> None:
    cast = casting.seat(sqlite_database, catalogue)
    with sqlite_database.writing() as connection:
        alice = cast.actor(connection, ALICE).person
        read = PersonalDataRead(Personal.PHONE, (f"person/{alice}",), "reach/card")
        cast.does(connection, TANG, read)
    url = sqlite_database.engine.url.render_as_string(hide_password=False)
    settings = Settings(token=SecretStr("1:x"), data_dir=tmp_path, database_url=url)
    line = told(settings, AuditSieve(), 10, None)
    assert TANG.name in line
    assert ALICE.name in line
    assert "联系不上" in line
    assert told(settings, AuditSieve(reader="nobody"), 10, None) == ""
    out = tmp_path / "audit.csv"
    assert told(settings, AuditSieve(), 10, out).startswith("1 lines")
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["reader"], row["whose"]) for row in rows] == [(TANG.name, ALICE.name)]
