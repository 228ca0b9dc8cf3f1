"""Lists of submitted self-checks and their tables: the same rows, in scope only, and nobody by name."""

import io
from datetime import date
from typing import Any

import pytest
from openpyxl import load_workbook

from bot.exports.kinds import KINDS, Asked
from bot.exports.speech import Speech, table_of
from bot.exports.workbook import bound
from checklists.words import Language
from dialogs.texts import Texts
from safety.check_lists import EVERY_CHECK, CheckSieve
from safety.events import CheckSubmitted
from safety.exported import Exported
from safety.people import Actor, Role, Seat
from storage import exporting_checks
from tests.cast import ALICE, BOB, CHARLIE, DONG, NOBODY, START, TANG, WEI, Cast, Speaker

TODAY = date(2026, 11, 23)
TEXTS = Texts.load(strict=True)


def submitted(cast: Cast, connection: Any) -> None:
    """Two of this week in the east, one of them a zero report; one later in the west."""
    for speaker, form, zero in (
        (ALICE, "kitchen", True),
        (ALICE, "flood", False),
        (CHARLIE, "kitchen", False),
    ):
        said = CheckSubmitted(cast.key(form), 90, 9, 10, 0 if zero else 1, zero=zero)
        cast.does(connection, speaker, cast.begun(form), said)
        cast.passes(days=1)


SIEVES = [
    EVERY_CHECK,
    CheckSieve(zero=True),
    CheckSieve(bad=True),
    CheckSieve(checklist="kitchen"),
    CheckSieve(since="2026-11-24"),
    CheckSieve(until="2026-11-24"),
    CheckSieve(since="2026-11-24", until="2026-11-24"),
    CheckSieve(on="2026-11-25"),
    CheckSieve(on="2026-09-25"),
]


def asked(connection: Any, cast: Cast, speaker: Speaker, sieve: CheckSieve, most: int = 99) -> Asked:
    return Asked(
        connection, cast.catalogue, cast.actor(connection, speaker), sieve.plain(), TODAY, most, cast.now
    )


@pytest.mark.parametrize("sieve", SIEVES)
@pytest.mark.parametrize("speaker", [ALICE, CHARLIE, TANG, WEI, DONG, NOBODY])
def test_a_table_of_checks_holds_what_the_list_shows(cast: Cast, sieve: CheckSieve, speaker: Speaker) -> None:
    with cast.database.writing() as connection:
        submitted(cast, connection)
        ledger = cast.ledger(connection, speaker)
        listed = [one.receipt for one in ledger.submissions(limit=99, sieve=sieve)]
        table = [one.receipt for one in KINDS[Exported.CHECKS].read(asked(connection, cast, speaker, sieve))]
        assert (table, len(table)) == (listed, ledger.count_submissions(sieve))


def test_a_list_of_checks_is_narrowed_down_by_day_form_and_result(cast: Cast) -> None:
    with cast.database.writing() as connection:
        submitted(cast, connection)
        counts = [cast.ledger(connection, DONG).count_submissions(sieve) for sieve in SIEVES]
    assert counts == [3, 1, 2, 2, 2, 2, 1, 3, 0]


def test_a_table_of_checks_names_nobody_and_is_for_who_may_take_it(cast: Cast) -> None:
    with cast.database.writing() as connection:
        submitted(cast, connection)
        kind, one = KINDS[Exported.CHECKS], asked(connection, cast, DONG, EVERY_CHECK)
        say = Speech(TEXTS, Language.ZH, TODAY)
        table = table_of(
            kind.read(one),
            kind.described(one),
            START,
            "董华",
            say,
            columns=kind.columns,
            kind=Exported.CHECKS,
        )
        said = repr(table.rows)
        assert not any(speaker.name in said or speaker.phone in said for speaker in (ALICE, BOB, CHARLIE))
        assert table.name == "自查记录"
        sheet = load_workbook(io.BytesIO(bound(table))).worksheets[0]
        assert [cell.value for cell in sheet[1]][:4] == ["回执编号", "企业", "镇街", "自查表"]
        actor = Actor(1, "x", Language.ZH, consented=True, seat=Seat(Role.EXPERT))
        assert list(exporting_checks.entries(connection, cast.catalogue, actor, EVERY_CHECK, 9)) == []


def test_the_ledger_gives_nothing_without_a_seat(cast: Cast) -> None:
    with cast.database.writing() as connection:
        submitted(cast, connection)
        ledger = cast.ledger(connection, NOBODY)
        assert (ledger.submissions(sieve=CheckSieve(zero=True)), ledger.count_submissions()) == ((), 0)
