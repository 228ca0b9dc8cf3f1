"""Exams on both databases: one at a time, answers at once, one result, the wrong-answer book, nobody else's business."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Connection, func, select, update
from sqlalchemy.exc import DBAPIError

from checklists.bank import Bank, ExamChoice, ExamItem, ExamKind, Paper, PaperPart, Topic, Trainee
from checklists.catalogue import Catalogue
from checklists.words import Words
from safety.errors import Refusal
from safety.events_exams import ExamAnswered, ExamBegun, ExamHandedIn, ExamMarked, PracticeAnswered, Taught
from safety.exams import Sitting, draw
from safety.mistakes import book
from safety.spots import NO_EXAMS
from storage import due
from storage.database import Database
from storage.exams import document
from storage.receipts import fingerprint_over
from storage.sealing import proving
from storage.tables.exams import exam_results, exams
from storage.tables.post import due as due_rows
from tests import cast as casting
from tests.cast import ALICE, BOB, CHARLIE, DONG, TANG, WEI, Cast, Speaker
from tests.tampering import seal_now

JUDGE = (
    ExamChoice(id="T", label=Words("对", "True")),
    ExamChoice(id="F", label=Words("错", "False")),
)


def words(text: str) -> Words:
    return Words(text, text)


def item(name: str, kind: ExamKind, *right: str, text: str = "") -> ExamItem:
    letters = ("T", "F") if kind is ExamKind.JUDGE else ("A", "B", "C", "D")
    choices = (
        JUDGE
        if kind is ExamKind.JUDGE
        else tuple(ExamChoice(id=one, label=words(f"{name}{one}")) for one in letters)
    )
    return ExamItem(
        id=name,
        kind=kind,
        text=words(text or f"{name}？"),
        choices=choices,
        right=right,
        why=words("因为"),
        roles=tuple(Trainee),
    )


ITEMS = (
    item("S1", ExamKind.SINGLE, "A"),
    item("S2", ExamKind.SINGLE, "B"),
    item("M1", ExamKind.MULTI, "A", "C"),
    item("J1", ExamKind.JUDGE, "F"),
)
RIGHT = {one.id: one.right for one in ITEMS}
PAPER = Paper(
    id="small",
    title=words("小考"),
    roles=tuple(Trainee),
    parts=(
        PaperPart(kind=ExamKind.SINGLE, count=2, points=30),
        PaperPart(kind=ExamKind.MULTI, count=1, points=15),
        PaperPart(kind=ExamKind.JUDGE, count=1, points=25),
    ),
    pass_points=60,
    minutes=10,
    attempts_a_day=2,
)
BANK = Bank(topics=(Topic(id="t", title=words("专题"), items=ITEMS),), papers=(PAPER,), partly="0.5")


def examined(catalogue: Catalogue) -> Catalogue:
    return replace(catalogue, bank=BANK)


@pytest.fixture
def cast(database: Database, catalogue: Catalogue) -> Cast:
    """The people of tests/cast.py, with a bank of four questions."""
    return casting.seat(database, examined(catalogue))


@pytest.fixture
def connection(database: Database, cast: Cast) -> Iterator[Connection]:
    with database.writing() as connection:
        yield connection


def begins(connection: Connection, cast: Cast, who: Speaker = ALICE, seed: str = "s") -> Sitting:
    sheet = draw(BANK, PAPER, Trainee.OFFICER, {}, seed)
    cast.does(connection, who, ExamBegun(sheet.to_json(), PAPER.attempts_a_day))
    return running(connection, cast, who)


def running(connection: Connection, cast: Cast, who: Speaker = ALICE) -> Sitting:
    found = cast.ledger(connection, who).exams().sitting()
    assert found is not None
    return found


def place(sitting: Sitting, name: str) -> int:
    return next(n for n, one in enumerate(sitting.sheet.drawn) if one.item == name)


def says(connection: Connection, cast: Cast, name: str, *chosen: str) -> None:
    sitting = running(connection, cast)
    cast.does(connection, ALICE, ExamAnswered(sitting.exam, place(sitting, name), chosen))


def test_what_was_drawn_stands_as_it_was_drawn_and_answers_are_saved_at_once(
    connection: Connection, cast: Cast
) -> None:
    sitting = begins(connection, cast)
    says(connection, cast, "S1", "A")
    says(connection, cast, "S1", "C")
    cast.does(connection, ALICE, ExamMarked(sitting.exam, place(sitting, "S1"), marked=True))
    again = running(connection, cast)
    assert again.sheet == draw(BANK, PAPER, Trainee.OFFICER, {}, "s")
    assert again.answers == {place(sitting, "S1"): ("C",)}
    assert again.marked == {place(sitting, "S1")}
    assert (again.deadline - again.begun_at).total_seconds() == 600
    assert not any(
        "right" in vars(type(one)) or hasattr(one, "right") or hasattr(one, "why") for one in again.asked
    )


def test_it_is_judged_by_the_questions_that_were_asked(connection: Connection, cast: Cast) -> None:
    sitting = begins(connection, cast)
    says(connection, cast, "S1", "A")
    says(connection, cast, "M1", "C")
    says(connection, cast, "J1", "F")
    cast.passes(minutes=3)
    changed = item("S1", ExamKind.SINGLE, "D", text="换过的题")
    other = BANK.model_copy(
        update={"topics": (Topic(id="t", title=words("专题"), items=(changed, *ITEMS[1:])),)}
    )
    cast.catalogue = replace(cast.catalogue, bank=other)
    cast.does(connection, ALICE, ExamHandedIn(sitting.exam))
    result = cast.ledger(connection, ALICE).exams().result(sitting.exam)
    assert result is not None
    assert (str(result.points), result.passed, result.by_time) == ("62.5", True, False)
    assert result.number == "KS-2026-000001"
    assert [one.text.zh for one in result.items if one.id == "S1"] == ["S1？"]
    assert {result.sheet.drawn[n].item for n in result.wrong} == {"S2", "M1"}
    kept = document(connection, result.number)
    assert kept is not None
    assert fingerprint_over(kept) == result.sha256
    assert kept["sheet"]["seed"] == "s"
    assert (
        connection.execute(
            select(func.count()).select_from(due_rows).where(due_rows.c.kind == "exam")
        ).scalar_one()
        == 0
    )


def test_it_is_handed_in_once(connection: Connection, cast: Cast) -> None:
    sitting = begins(connection, cast)
    cast.does(connection, ALICE, ExamHandedIn(sitting.exam))
    for event in (
        ExamHandedIn(sitting.exam),
        ExamAnswered(sitting.exam, 0, ("A",)),
        ExamMarked(sitting.exam, 0, marked=True),
    ):
        with pytest.raises(Refusal, match="exam-over-already"):
            cast.does(connection, ALICE, event)
    assert connection.execute(select(func.count()).select_from(exam_results)).scalar_one() == 1


def test_nothing_is_taken_once_time_is_up(connection: Connection, cast: Cast) -> None:
    sitting = begins(connection, cast)
    says(connection, cast, "S1", "A")
    cast.passes(minutes=10)
    with pytest.raises(Refusal, match="exam-time-over"):
        says(connection, cast, "S2", "B")
    cast.passes(hours=1)
    cast.does(connection, ALICE, ExamHandedIn(sitting.exam))
    result = cast.ledger(connection, ALICE).exams().result(sitting.exam)
    assert result is not None
    assert (result.by_time, result.ended_at, int(result.points)) == (True, sitting.deadline, 30)


@pytest.mark.parametrize(
    ("place_", "chosen"), [(0, ("Z",)), (0, ("A", "B")), (9, ("A",)), (-1, ("A",)), (2, ("A", "A"))]
)
def test_what_can_be_no_answer_is_refused(
    connection: Connection, cast: Cast, place_: int, chosen: tuple[str, ...]
) -> None:
    sitting = begins(connection, cast)
    with pytest.raises(Refusal, match="exam-changed"):
        cast.does(connection, ALICE, ExamAnswered(sitting.exam, place_, chosen))


def test_one_at_a_time_and_so_many_a_day(connection: Connection, cast: Cast) -> None:
    sitting = begins(connection, cast)
    with pytest.raises(Refusal, match="exam-runs"):
        begins(connection, cast)
    cast.does(connection, ALICE, ExamHandedIn(sitting.exam))
    cast.does(connection, ALICE, ExamHandedIn(begins(connection, cast).exam))
    with pytest.raises(Refusal, match="exam-no-tries"):
        begins(connection, cast)
    cast.passes(days=1)
    assert begins(connection, cast).exam


def test_nobody_touches_or_sees_anybody_elses(connection: Connection, cast: Cast) -> None:
    sitting = begins(connection, cast)
    for who in (BOB, CHARLIE, TANG):
        for event in (ExamAnswered(sitting.exam, 0, ("A",)), ExamHandedIn(sitting.exam)):
            with pytest.raises(Refusal, match="not-allowed"):
                cast.does(connection, who, event)
    cast.does(connection, ALICE, ExamHandedIn(sitting.exam))
    assert all(
        cast.ledger(connection, who).exams().result(sitting.exam) is None for who in (BOB, CHARLIE, TANG)
    )
    with pytest.raises(Refusal, match="not-allowed"):
        begins(connection, cast, TANG)


def test_a_sheet_that_was_never_published_is_refused(connection: Connection, cast: Cast) -> None:
    sheet = draw(BANK, PAPER, Trainee.OFFICER, {}, "s")
    for drawn in (
        replace(sheet.drawn[0], fingerprint="0" * 64),
        replace(sheet.drawn[0], item="S9"),
        replace(sheet.drawn[0], order=("A",)),
    ):
        made = replace(sheet, drawn=(drawn, *sheet.drawn[1:]))
        with pytest.raises(Refusal, match="exam-changed"):
            cast.does(connection, ALICE, ExamBegun(made.to_json(), 3))


def test_the_book_fills_and_empties(connection: Connection, cast: Cast) -> None:
    sitting = begins(connection, cast)
    says(connection, cast, "S1", "A")
    says(connection, cast, "J1", "F")
    cast.does(connection, ALICE, ExamHandedIn(sitting.exam))
    version = {one.id: one.fingerprint for one in ITEMS}

    def kept() -> set[str]:
        return {one.item for one in book(cast.ledger(connection, ALICE).exams().tries(), 2)}

    assert kept() == {"S2", "M1"}
    for chosen in (("B",), ("A",), ("B",), ("B",)):
        assert kept() == {"S2", "M1"}
        cast.passes(minutes=1)
        cast.does(connection, ALICE, PracticeAnswered("S2", version["S2"], chosen))
    assert kept() == {"M1"}
    with pytest.raises(Refusal, match="exam-changed"):
        cast.does(connection, BOB, PracticeAnswered("S2", version["S2"], ("B",)))
    with pytest.raises(Refusal, match="exam-changed"):
        cast.does(connection, ALICE, PracticeAnswered("S2", version["S1"], ("B",)))
    with pytest.raises(Refusal, match="exam-changed"):
        cast.does(connection, ALICE, PracticeAnswered("S2", version["S2"], ()))


def test_one_reminder_at_the_earlier_time(connection: Connection, cast: Cast) -> None:
    sitting = begins(connection, cast)
    later = cast.now.replace(day=30)
    cast.does(connection, ALICE, ExamHandedIn(sitting.exam, later))
    person = cast.actor(connection, ALICE).person
    earlier = cast.now.replace(day=27)
    for moment in (earlier, later):
        cast.does(connection, ALICE, PracticeAnswered("S2", ITEMS[1].fingerprint, ("A",), moment))
    row = due.of(connection, f"exam-refresh:{person}")
    assert row is not None
    assert row.due_at == earlier


def test_supervisors_count_inside_their_scope(connection: Connection, cast: Cast) -> None:
    since = cast.now
    for who, right in ((ALICE, True), (BOB, False), (CHARLIE, False)):
        sitting = begins(connection, cast, who)
        if right:
            for n, drawn in enumerate(sitting.sheet.drawn):
                cast.does(connection, who, ExamAnswered(sitting.exam, n, RIGHT[drawn.item]))
        cast.does(connection, who, ExamHandedIn(sitting.exam))
    cast.does(connection, ALICE, ExamHandedIn(begins(connection, cast).exam))

    def seen(who: Speaker) -> list[tuple[str, int, int]]:
        exams_ = cast.ledger(connection, who).exams()
        found = exams_.tallies(since, offset=0, limit=5)
        assert exams_.count_tallies(since) == len(found)
        assert all(one.spots == NO_EXAMS for one in found)
        return [(one.enterprise, one.own.wrote, one.own.passed) for one in found]

    east, west = ("东风面馆", 2, 1), ("西风面馆", 1, 0)
    assert seen(TANG) == [east]
    assert seen(WEI) == [west]
    assert seen(DONG) == [east, west]
    assert seen(ALICE) == []
    assert cast.ledger(connection, DONG).exams().count_tallies(since.replace(year=2027)) == 0


def test_results_and_papers_are_never_changed(connection: Connection, cast: Cast) -> None:
    sitting = begins(connection, cast)
    cast.does(connection, ALICE, ExamHandedIn(sitting.exam))
    for table in (exams, exam_results):
        with pytest.raises(DBAPIError), connection.begin_nested():
            connection.execute(update(table).values({"paper": "x"} if table is exams else {"passed": True}))


def test_a_result_is_a_receipt_that_can_be_verified(connection: Connection, cast: Cast) -> None:
    sitting = begins(connection, cast)
    cast.does(connection, ALICE, ExamHandedIn(sitting.exam))
    seal_now(connection, cast.now)
    found = proving.verified(connection, "KS-2026-000001")
    assert found is not None
    assert (found.what, found.unchanged) == ("exam", True)


def test_what_a_self_check_teaches_stands_in_the_book_until_it_is_known(
    connection: Connection, cast: Cast
) -> None:
    item = ITEMS[0]
    again = cast.now + timedelta(days=7)
    cast.does(connection, ALICE, Taught(((item.id, item.fingerprint),), again))
    (kept,) = book(cast.ledger(connection, ALICE).exams().tries(), 1)
    assert (kept.item, kept.failed) == ("S1", 0)
    waiting = select(due_rows.c.due_at).where(due_rows.c.kind == "exam-refresh")
    assert connection.execute(waiting).scalars().all() == [again]
    cast.does(connection, ALICE, PracticeAnswered("S1", item.fingerprint, ("A",), None))
    assert book(cast.ledger(connection, ALICE).exams().tries(), 1) == ()
    assert book(cast.ledger(connection, BOB).exams().tries(), 1) == ()


@pytest.mark.parametrize("items", [(("S2", ITEMS[0].fingerprint),), (("S1", "0" * 64),)])
def test_only_published_questions_are_taught(
    connection: Connection, cast: Cast, items: tuple[tuple[str, str], ...]
) -> None:
    with pytest.raises(Refusal):
        cast.does(connection, ALICE, Taught(items, None))
