"""Lists held against the ledger: whose rows may be written, what stays, what changes, what an interrupted one leaves."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, func, select

from bot.imports import writing
from bot.imports.judging import Limit, judge
from bot.imports.reading import Reading, read
from bot.imports.writing import Overtaken, Script
from bot.sheets import Book, Row
from checklists.answers import JsonValue
from checklists.catalogue import Catalogue
from checklists.reminders import Activity
from checklists.words import Language
from dialogs.imports.saying import noted, wrong
from dialogs.texts import Texts
from safety.enterprises import Colour
from safety.imports import ImportState, fields_of
from storage import enterprises, facts, imports
from storage.database import Database
from storage.enterprises import Entry, Listed
from storage.invitations import listed_phones
from storage.places import TOWN, area_id
from storage.tables.events import events
from storage.tables.imports import imports as table
from storage.tables.ledger import duties
from storage.tables.ledger import enterprises as ledger
from tests.bot.small_catalogue import HEADER, catalogue, code, line

NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)
CATALOGUE = catalogue()
TEXTS = Texts.load(strict=True)


@pytest.fixture
def connection(database: Database) -> Iterator[Connection]:
    with database.writing() as connection:
        for town in ("青溪镇", "石桥镇"):
            area_id(connection, TOWN, town)
        yield connection


def found(*rows: Sequence[str], head: Sequence[str] = HEADER) -> Reading:
    every = [head, *rows]
    book = Book({"": [Row(number, tuple(row)) for number, row in enumerate(every, 1)]})
    return read(book, CATALOGUE)


def town(connection: Connection, name: str = "青溪镇") -> Limit:
    return Limit.of(connection, area_id(connection, TOWN, name))


def said(connection: Connection, reading: Reading, limit: Limit) -> list[str]:
    judged = judge(connection, reading, limit)
    named = fields_of(CATALOGUE.facts)
    lines = [wrong(fault, named) for fault in judged.faults] + [
        noted(note) for note in judged.understood.notes
    ]
    return [TEXTS.plain(one, Language.ZH) for one in lines]


def begun(connection: Connection, reading: Reading, limit: Limit | None = None) -> Script:
    seen = judge(connection, reading, limit or Limit()).understood
    job = imports.enter_writing(connection, "list.xlsx", "0" * 64, {}, seen, NOW)
    return Script(job.id, reading, limit or Limit(), CATALOGUE)


def written(connection: Connection, reading: Reading, limit: Limit | None = None) -> Script:
    script, done = begun(connection, reading, limit), 0
    while done < script.total:
        done = writing.portion(connection, script, done, NOW).done
    job = imports.job(connection, script.number)
    assert job is not None
    assert writing.finish(connection, job, script, NOW)
    return script


def row_of(connection: Connection, number: int = 1) -> Mapping[str, object]:
    one = connection.execute(select(ledger).where(ledger.c.credit_code == code(number))).mappings().one()
    return dict(one)


def test_a_town_brings_in_its_own_and_need_not_say_which_town(connection: Connection) -> None:
    reading = found(line(1, 镇街=""), line(2), line(3, 镇街="石桥镇"))
    assert said(connection, reading, town(connection)) == ["镇街填的是“石桥镇”，你只能导入青溪镇的企业。"]
    written(connection, reading, town(connection))
    assert [enterprises.by_code(connection, code(n)) is not None for n in (1, 2, 3)] == [True, True, False]
    assert "“镇街”是空的。" in said(connection, found(line(4, 镇街="")), Limit())


def test_a_town_cannot_touch_another_towns_enterprise_nor_draw_it_over(connection: Connection) -> None:
    written(connection, found(line(1, 镇街="石桥镇"), line(2)))
    before = row_of(connection)
    for cell in ("", "青溪镇", "石桥镇"):
        reading = found(line(1, 镇街=cell, 企业名称="抢过来"))
        lines = said(connection, reading, town(connection))
        assert lines == ["这家企业登记在别的镇街，你改不了。要转过来，请区里办理。"]
        written(connection, reading, town(connection))
    assert row_of(connection) == before
    moved = found(line(2, 镇街="石桥镇"))
    assert said(connection, moved, town(connection)) == ["镇街填的是“石桥镇”，你只能导入青溪镇的企业。"]


def test_a_towns_name_may_leave_its_ending_out(connection: Connection) -> None:
    reading = found(line(1, 镇街="青溪"), line(2, 镇街="青溪街道"))
    assert said(connection, reading, Limit()) == ["新镇街：青溪街道。如果是写错了，请改正后再导入。"]
    assert said(connection, found(line(1, 镇街="青溪")), town(connection)) == []


def test_an_update_needs_the_code_and_what_changes_only(connection: Connection) -> None:
    written(connection, found([*line(1), "一路 1 号", "12"], head=(*HEADER, "地址", "staff")))
    before = row_of(connection)
    reading = found((code(1), "是"), (code(9), "否"), head=("统一社会信用代码", "gas_lpg"))
    assert said(connection, reading, Limit()) == ["“企业名称”是空的。", "“镇街”是空的。"]
    written(connection, reading)
    assert {**row_of(connection), "stale": 0, "ungraded": 0} == {**before, "stale": 0, "ungraded": 0}
    number = enterprises.by_code(connection, code(1)) or 0
    assert facts.stated(connection, number) == {"staff": 12, "catering": True, "gas_lpg": True}


def test_clear_takes_away_what_can_be_taken_away(connection: Connection) -> None:
    head = ("统一社会信用代码", "地址", "staff", "负责人电话", "安全员电话")
    written(connection, found([*line(1), "一路 1 号", "12"], head=(*HEADER, "地址", "staff")))
    number = enterprises.by_code(connection, code(1)) or 0
    assert listed_phones(connection, number, None) == {"16100000001", "16100100001"}
    written(connection, found((code(1), "清空", "清空", "", "清空"), head=head))
    assert row_of(connection)["address"] == ""
    assert facts.stated(connection, number) == {"catering": True}
    assert listed_phones(connection, number, None) == {"16100000001"}


def test_there_is_one_principal_and_one_main_industry(connection: Connection) -> None:
    written(connection, found(line(1)))
    number = enterprises.by_code(connection, code(1)) or 0
    written(connection, found(line(1, 行业="建筑施工", 负责人电话="13900000000")))
    assert listed_phones(connection, number, None) == {"13900000000", "16100100001"}
    assert facts.stated(connection, number) == {"construction": True}
    assert row_of(connection)["colour"] is Colour.WHITE  # a list changes the colour where it says one


def test_a_stop_and_a_closure_are_taken_over(connection: Connection) -> None:
    head = (*HEADER, "生产状态")
    written(connection, found([*line(1), "停产"], [*line(2), ""], head=head))
    assert row_of(connection)["activity"] is Activity.STOPPED
    assert row_of(connection, 2)["activity"] is Activity.PRODUCING
    written(connection, found([*line(1), ""], [*line(2), "注销"], head=head))
    assert row_of(connection)["activity"] is Activity.STOPPED
    assert row_of(connection, 2)["activity"] is Activity.CLOSED


def test_what_a_list_changes_of_known_enterprises_stands_in_the_record(connection: Connection) -> None:
    written(connection, found(line(1), line(2)))
    written(
        connection,
        found([*line(1, 企业名称="新名", 镇街="石桥镇"), "停产"], [*line(2), ""], head=(*HEADER, "生产状态")),
    )
    rows = connection.execute(select(events).where(events.c.kind == "enterprise:imported")).all()
    changes: Mapping[str, JsonValue] = {
        "name": ["安澜第1饭店", "新名"], "town": ["青溪镇", "石桥镇"], "activity": ["producing", "stopped"],
    }  # fmt: skip
    assert [(row.subject, row.body) for row in rows] == [(code(1), {"source": "import", "changes": changes})]


def test_the_same_list_again_changes_nothing_and_says_so(connection: Connection) -> None:
    reading = found(*(line(n) for n in range(1, 30)))
    written(connection, reading)
    seen = judge(connection, reading, Limit()).understood
    assert (seen.new, seen.changed, seen.same, seen.good) == (0, 0, 29, 0)
    before = connection.execute(select(func.count()).select_from(events)).scalar_one()
    written(connection, reading)
    assert connection.execute(select(func.count()).select_from(events)).scalar_one() == before


def test_a_namesake_in_the_ledger_is_worth_a_look(connection: Connection) -> None:
    written(connection, found(line(1)))
    assert said(connection, found(line(2, 企业名称="安澜第1饭店")), Limit()) == [
        "青溪镇有两家以上同名企业：安澜第1饭店。信用代码不同，请核对。"
    ]
    assert said(connection, found(line(2, 企业名称="安澜第1饭店", 镇街="石桥镇")), Limit()) == []


def test_it_is_written_in_portions_that_say_how_far_they_have_come(connection: Connection) -> None:
    count = writing.PORTION + 7
    script = begun(connection, found(*(line(n) for n in range(1, count + 1))))
    first = writing.portion(connection, script, 0, NOW)
    assert first.done == writing.PORTION
    row = connection.execute(select(table)).one()
    assert (row.done, row.total, row.new, row.state) == (
        writing.PORTION,
        count,
        writing.PORTION,
        ImportState.WRITING,
    )
    assert connection.execute(select(func.count()).select_from(duties)).scalar_one() == writing.PORTION
    with pytest.raises(Overtaken), connection.begin_nested():
        writing.portion(connection, script, 0, NOW)  # another process has been quicker: nothing of it counts
    assert connection.execute(select(table.c.done)).scalar_one() == writing.PORTION
    assert writing.portion(connection, script, first.done, NOW).done == count


def test_the_command_goes_on_with_what_was_interrupted(connection: Connection) -> None:
    reading = found(*(line(n) for n in range(1, writing.PORTION + 3)))
    script = begun(connection, reading)
    writing.portion(connection, script, 0, NOW)
    seen = judge(connection, reading, Limit()).understood
    again = imports.enter_writing(connection, "list.xlsx", "0" * 64, {}, seen, NOW)
    assert (again.id, again.done) == (script.number, writing.PORTION)
    other = imports.enter_writing(connection, "list.xlsx", "1" * 64, {}, seen, NOW)
    assert (other.id, other.done) == (script.number + 1, 0)


def test_what_was_good_when_it_was_judged_is_judged_again_when_it_is_written(connection: Connection) -> None:
    reading, limit = found(line(1), line(2)), town(connection)
    script = begun(connection, reading, limit)
    entry = Entry(code(1), "别人先来", Colour.BLUE, "石桥镇", contacts=(Listed("", "13811112222"),))
    enterprises.save(connection, [entry], NOW, "test")
    assert writing.portion(connection, script, 0, NOW).saved.new == 1
    assert row_of(connection)["name"] == "别人先来"


def test_a_fact_that_many_rows_clear_is_cleared_on_both_databases(connection: Connection) -> None:
    head = ("统一社会信用代码", "staff")
    count = facts.FEW + 5
    written(connection, found(*([*line(n), "7"] for n in range(1, count)), head=(*HEADER, "staff")))
    written(connection, found(*((code(n), "清空") for n in range(1, count)), head=head))
    number = enterprises.by_code(connection, code(1)) or 0
    assert facts.stated(connection, number) == {"catering": True}
    assert facts.stated_of(connection, [number])[number] == {"catering": True}


def test_a_colour_set_by_hand_stays(connection: Connection) -> None:
    written(connection, found(line(1)))
    connection.execute(ledger.update().values(colour=Colour.ORANGE, colour_reason="储存危化品"))
    reading = found(line(1, 颜色="蓝"))
    assert judge(connection, reading, Limit()).understood.same == 1
    written(connection, reading)
    assert row_of(connection)["colour"] is Colour.ORANGE


def test_the_empty_list_of_shipped_content_asks_for_facts_that_there_are(catalogue: Catalogue) -> None:
    known = {one.id for one in fields_of(catalogue.facts)}
    assert {f"fact:{fact}" for fact in catalogue.rules.defaults.importing.facts} <= known
