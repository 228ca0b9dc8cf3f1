"""A made-up district, its exported files, and the plain way to count their rows: one after the other, as a clerk would."""

import csv
import io
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from openpyxl import load_workbook
from sqlalchemy import Connection, insert, select, update

from bot.exports.kinds import KINDS, Asked
from bot.exports.plain import plainly
from bot.exports.speech import Speech, table_of
from bot.exports.workbook import bound
from checklists.reminders import Activity
from checklists.schema import Severity
from checklists.words import Language
from dialogs.talk import Line
from dialogs.texts import Texts
from safety.calendar import at
from safety.check_lists import EVERY_CHECK
from safety.digests import Window
from safety.enterprises import Colour
from safety.exported import Exported
from safety.hazard_ledger import HazardSource, HazardState
from safety.lists import Sieve, Stage
from safety.measures import Measure
from safety.people import Actor, Role, Seat
from safety.queries import EVERYBODY
from safety.visit_lists import EVERY_VISIT
from safety.visits import Ending, VisitKind, VisitState
from storage import content
from storage.places import TOWN, area_id
from storage.tables.checks import checks
from storage.tables.inspections import inspections
from storage.tables.ledger import areas, enterprises, hazards
from storage.tables.people import seats
from tests.cast import ALICE, Cast

TEXTS = Texts.load(strict=True)
BEGIN, END = date(2026, 1, 1), date(2026, 12, 31)
OVER = {HazardState.CLOSED, HazardState.WITHDRAWN, HazardState.DUPLICATE}
Row = Mapping[str, Any]


def moment(dice: random.Random, day: date) -> datetime:
    """Some moment of a day in China, its first and last second among them."""
    clock = dice.choice([time(0, 0), time(23, 59, 59), time(dice.randrange(24), dice.randrange(60))])
    return at(day, clock)


def filled(connection: Connection, cast: Cast, dice: random.Random, many: int = 300) -> None:
    """Towns, departments, grids, enterprises with skew, hazards and self-checks of a year."""
    towns = [cast.east_town, cast.west_town, *(area_id(connection, TOWN, f"{n}号镇") for n in range(3))]
    others = {
        kind: [
            connection.execute(
                insert(areas).values(kind=kind, name=f"{kind}{n}").returning(areas.c.id)
            ).scalar_one()
            for n in range(2)
        ]
        for kind in ("department", "grid")
    }
    person = cast.actor(connection, ALICE).person
    entered = [_enterprise(dice, number, towns, others) for number in range(many // 8)]
    connection.execute(insert(enterprises), entered)
    ids = list(connection.execute(select(enterprises.c.id).order_by(enterprises.c.id)).scalars())
    joined = [one for one in ids[2:] if dice.random() < 0.5]
    connection.execute(
        insert(seats),
        [
            {"person": person, "role": Role.WORKER, "enterprise": one, "since": at(BEGIN, time(8))}
            for one in joined
        ],
    )
    connection.execute(insert(hazards), [_hazard(dice, number, ids, person) for number in range(1, many + 1)])
    content.publish(connection, cast.catalogue, cast.now)
    connection.execute(
        insert(inspections), [_visit(dice, number, ids, person) for number in range(many // 3)]
    )
    _found_on_site(connection, dice)
    connection.execute(insert(checks), _checks(dice, cast, ids, person, many // 2))


def _found_on_site(connection: Connection, dice: random.Random) -> None:
    """Some of the hazards were found by inspections, each by one of them; some inspections have found nothing."""
    visits = list(connection.execute(select(inspections.c.id)).scalars())
    for number in connection.execute(select(hazards.c.id).order_by(hazards.c.id)).scalars().all():
        if dice.random() < 0.4:
            found = update(hazards).where(hazards.c.id == number).values(visit=dice.choice(visits))
            connection.execute(found)


def _enterprise(
    dice: random.Random, number: int, towns: Sequence[int], others: Mapping[str, Sequence[int]]
) -> dict[str, Any]:
    return {
        "credit_code": f"{number:0>18}", "name": f"第{number}店", "colour": dice.choice(list(Colour)),
        "town": dice.choice([towns[0], *towns]), "added_at": moment(dice, BEGIN), "activity": dice.choice(list(Activity)),
        "department": dice.choice([None, *others["department"]]), "grid": dice.choice([None, *others["grid"]]),
    }  # fmt: skip


def _hazard(dice: random.Random, number: int, ids: Sequence[int], person: int) -> dict[str, Any]:
    found = BEGIN + timedelta(days=dice.randrange(365))
    state, major = dice.choice([*HazardState, HazardState.CLOSED, HazardState.CLOSED]), dice.random() < 0.2
    took = timedelta(days=dice.choice([0, 0, 1, 3, 7, 30, 90]))
    reported = moment(dice, found) if state is not HazardState.FOUND and dice.random() < 0.95 else None
    over = state in {HazardState.CLOSED, HazardState.DUPLICATE}
    return {
        "number": f"YH-2026-{number:06d}", "enterprise": ids[int(len(ids) * dice.random() ** 2)],
        "severity": Severity.MAJOR if major else Severity.GENERAL, "suspected_major": major, "state": state,
        "found_at": moment(dice, found), "found_by": person, "reported_at": reported,
        "due": found + timedelta(days=dice.choice([0, 1, 3, 7, 30])),
        "closed_at": moment(dice, found + took) if over else None,
        "withdrawn_at": moment(dice, found + took) if state is HazardState.WITHDRAWN else None,
        "recurs": "YH-2025-000001" if dice.random() < 0.15 else None, "source": dice.choice(list(HazardSource)),
        "words": "=1+1", "place": "+后厨",
    }  # fmt: skip


def _checks(
    dice: random.Random, cast: Cast, ids: Sequence[int], person: int, many: int
) -> list[dict[str, Any]]:
    forms = list(cast.catalogue.checklists.values())
    rows, known = [], set()
    for number in range(1, many + 1):
        form, month, one = dice.choice(forms), dice.randrange(1, 13), dice.choice(ids)
        key = (one, form.id, f"2026-{month:02}")
        if key in known:
            continue
        known.add(key)
        day, bad = date(2026, month, dice.randrange(1, 29)), dice.choice([0, 0, 1, 4])
        handed = dice.random() < 0.8
        rows.append({
            "enterprise": one, "checklist": form.id, "period": key[2], "form": form.fingerprint, "due": day,
            "begun_at": at(day, time(0)), "begun_by": person, "submitted_at": moment(dice, day) if handed else None,
            "submitted_by": person if handed else None, "receipt": f"ZC-2026-{number:06d}" if handed else None,
            "score": 90, "passed": 9, "asked": 10, "bad": bad, "zero": handed and bad == 0, "version": int(handed),
        })  # fmt: skip
    return rows


def _visit(dice: random.Random, number: int, ids: Sequence[int], person: int) -> dict[str, Any]:
    day, closed = BEGIN + timedelta(days=dice.randrange(365)), dice.random() < 0.8
    return {
        "enterprise": dice.choice(ids), "kind": dice.choice(list(VisitKind)), "lead": person, "role": Role.TOWN,
        "state": VisitState.CLOSED if closed else dice.choice([VisitState.OPEN, VisitState.DROPPED]),
        "begun_at": moment(dice, day), "closed_at": moment(dice, day) if closed else None,
        "number": f"JC-2026-{number:06d}" if closed else None, "items": dice.choice([0, 0, 1, 5]) if closed else None,
        "ending": dice.choice(list(Ending)) if closed else None, "compared": dice.choice([None, 4]),
        "agreed": dice.choice([None, 3]),
    }  # fmt: skip


def readers(connection: Connection) -> list[Actor]:
    """A supervisor of the district, of each town, department and grid."""
    found = [Actor(1, "x", Language.ZH, consented=True, seat=Seat(Role.DISTRICT))]
    roles = {
        "town": Role.TOWN,
        "department": Role.DEPARTMENT,
        "grid": Role.TOWN,
    }  # a grid's own may take nothing out
    for row in connection.execute(select(areas).where(areas.c.kind.in_(roles))):
        seat = Seat(roles[row.kind], area=row.id, kind=row.kind)
        found.append(Actor(1, "x", Language.ZH, consented=True, seat=seat))
    return found


# --- the files ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Files:
    """The rows of the three files of one reader, by the words of their headings."""

    hazards: Sequence[Row]
    checks: Sequence[Row]
    enterprises: Sequence[Row]
    visits: Sequence[Row] = ()


def files_of(connection: Connection, cast: Cast, actor: Actor, today: date, *, csv_files: bool) -> Files:
    """Everything the reader can take out, as a workbook or as CSV, read again from the file."""
    sieves = {
        Exported.HAZARDS: Sieve(Stage.FOUND).plain(),
        Exported.CHECKS: EVERY_CHECK.plain(),
        Exported.ENTERPRISES: EVERYBODY.to_json(),
        Exported.INSPECTIONS: EVERY_VISIT.plain(),
    }
    found = []
    for what, sieve in sieves.items():
        now = at(today, time(12))
        asked = Asked(connection, cast.catalogue, actor, sieve, today, 99_999, now)
        kind, say = KINDS[what], Speech(TEXTS, Language.ZH, today)
        table = table_of(
            kind.read(asked),
            Line("export-sheet", {"kind": what}),
            now,
            "x",
            say,
            columns=kind.columns,
            kind=what,
        )
        found.append(_from_csv(plainly(table)) if csv_files else _from_workbook(bound(table)))
    return Files(*found)


def _from_workbook(document: bytes) -> list[Row]:
    book = load_workbook(io.BytesIO(document), read_only=True)
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def _from_csv(document: bytes) -> list[Row]:
    return list(csv.DictReader(io.StringIO(document.decode("utf-8-sig"), newline="")))


def _day(cell: Any) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    return date.fromisoformat(str(cell)[:10]) if cell else None


# --- counted slowly -----------------------------------------------------------------------------------------------


def counted(files: Files, window: Window, today: date) -> dict[Measure, int]:
    """Every measure that a file can tell, by hand."""
    within = {
        name: [row for row in files.hazards if _inside(_day(row[name]), window)]
        for name in ("发现时间", "销号时间")
    }
    closed = [row for row in within["销号时间"] if row["状态"] == "已销号"]
    standing = [row for row in files.hazards if row["状态"] != "已销号"]
    late = [row for row in standing if (_day(row["整改期限"]) or today) < today]
    major = [row for row in standing if row["等级"] != "一般"]
    visits = [row for row in files.visits if _inside(_day(row["结束时间"]), window)]
    handed = [row for row in files.checks if _inside(_day(row["提交时间"]), window)]
    return {
        Measure.FOUND: len(within["发现时间"]),
        Measure.CLOSED: len(closed),
        Measure.TIMELY: sum(_day(row["销号时间"]) <= _day(row["整改期限"]) for row in closed),  # type: ignore[operator]
        Measure.AGAIN: sum(bool(row["上次编号"]) for row in within["发现时间"]),
        Measure.DAYS: sum((_day(row["销号时间"]) - _day(row["发现时间"])).days for row in closed),  # type: ignore[operator]
        Measure.OPEN: len(standing),
        Measure.OVERDUE: len(late),
        Measure.MAJOR: len(major),
        Measure.MAJOR_OVERDUE: sum(row in late for row in major),
        Measure.SUBMITTED: len(handed),
        Measure.ZERO: sum(row["零报告"] == "是" for row in handed),
        Measure.VISITS: len(visits),
        Measure.ITEMS: sum(int(row["查出隐患数"] or 0) for row in visits),
        Measure.COMPARED: sum(int(row["与自查可比题数"] or 0) for row in visits),
        Measure.AGREED: sum(int(row["其中一致"] or 0) for row in visits),
        Measure.ENTERPRISES: len(files.enterprises),
        Measure.NEVER_JOINED: sum(row["已加入"] == "否" for row in files.enterprises),
        Measure.WITH_OVERDUE: sum(int(row["超期隐患"] or 0) > 0 for row in files.enterprises),
    }


def _inside(day: date | None, window: Window) -> bool:
    return day is not None and window.first <= day <= window.last


def some_window(dice: random.Random) -> Window:
    """Some days of the year; a single one often."""
    first = BEGIN + timedelta(days=dice.randrange(365))
    return Window(first, min(END, first + timedelta(days=dice.choice([0, 0, 6, 30, 91, 364]))))
