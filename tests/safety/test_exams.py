"""Drawing, judging, tries and waiting, the wrong-answer book: the rules of exams without anything around them."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.bank import ExamKind, Trainee
from checklists.catalogue import Catalogue
from checklists.exam_rules import ExamRules
from safety.attempts import Attempt, standing
from safety.calendar import Calendar
from safety.exams import Sheet, asked, draw, judged, papers_for
from safety.mistakes import Try, book, refresher_at
from safety.people import Role

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
RULES = ExamRules(ours=True)


@given(seed=st.text(max_size=20))
def test_a_paper_is_drawn_as_planned_and_by_the_seed_alone(catalogue: Catalogue, seed: str) -> None:
    bank = catalogue.bank
    for paper in bank.papers:
        for role in paper.roles:
            sheet = draw(bank, paper, role, {}, seed)
            assert sheet == draw(bank, paper, role, {}, seed) == Sheet.from_json(sheet.to_json())
            assert sheet.total == paper.total == 100
            items = [bank.items[one.item] for one in sheet.drawn]
            assert len({one.id for one in items}) == len(items)
            assert [item.kind for item in items] == [
                part.kind for part in paper.parts for _n in range(part.count)
            ]
            for item, drawn in zip(items, sheet.drawn, strict=True):
                assert item.suits(role, {})
                assert sorted(drawn.order) == sorted(choice.id for choice in item.choices)
                assert [choice.id for choice in asked(item, drawn).choices] == list(drawn.order)


def test_two_people_see_another_order(catalogue: Catalogue) -> None:
    paper = catalogue.bank.paper("worker")
    one, other = (draw(catalogue.bank, paper, Trainee.WORKER, {}, seed) for seed in ("a", "b"))
    assert [drawn.item for drawn in one.drawn] != [drawn.item for drawn in other.drawn]
    orders = {drawn.order for drawn in one.drawn if catalogue.bank.items[drawn.item].kind is ExamKind.SINGLE}
    assert len(orders) > 1


def test_points_are_all_nothing_or_a_part(catalogue: Catalogue) -> None:
    bank = catalogue.bank
    sheet = draw(bank, bank.paper("worker"), Trainee.WORKER, {}, "s")
    items = [bank.items[one.item] for one in sheet.drawn]
    every = {n: item.right for n, item in enumerate(items)}
    assert judged(sheet, items, every).total == 100
    assert judged(sheet, items, {}).total == 0
    multi = next(n for n, item in enumerate(items) if item.kind is ExamKind.MULTI)
    some = judged(sheet, items, {**every, multi: items[multi].right[:1]})
    assert some.total == Decimal("97.50")
    assert not some.right[multi]


@pytest.mark.parametrize(
    ("role", "papers"),
    [
        (Role.WORKER, ["worker"]),
        (Role.OFFICER, ["annual"]),
        (Role.PRINCIPAL, ["annual"]),
        (Role.TOWN, []),
        (Role.EXPERT, []),
    ],
)
def test_each_role_has_its_papers(catalogue: Catalogue, role: Role, papers: list[str]) -> None:
    assert [one.id for one in papers_for(catalogue.bank, role, {})] == papers


def tries_at(*ended: tuple[float, bool]) -> list[Attempt]:
    """Tries by how many hours ago each was handed in, and whether it was passed."""
    return [
        Attempt(
            n, NOW - timedelta(hours=ago, minutes=9), NOW - timedelta(hours=ago), Decimal(50), passed=passed
        )
        for n, (ago, passed) in enumerate(ended)
    ]


@pytest.mark.parametrize(
    ("ended", "left", "opens"),
    [
        ([], 3, None),
        ([(0.5, False)], 2, None),
        ([(30, False), (29, False)], 3, None),
        ([(30, False), (29, False), (25, False)], 3, None),
        ([(30, False), (29, False), (23, False)], 3, NOW + timedelta(hours=1)),
        ([(30, False), (29, True), (23, False)], 3, None),
        ([(3, True), (2, True), (1, True)], 0, datetime(2026, 11, 23, 16, 0, tzinfo=UTC)),
        ([(3, False), (2, False), (1, False)], 0, NOW + timedelta(hours=23)),
        ([(30, False), (29, False), (28, False), (0.5, False)], 2, None),
    ],
)
def test_so_many_a_day_and_a_pause_after_failures(
    catalogue: Catalogue, ended: Sequence[tuple[float, bool]], left: int, opens: datetime | None
) -> None:
    found = standing(catalogue.bank.paper("worker"), tries_at(*ended), RULES, NOW)
    assert (found.left, found.opens_at) == (left, opens)


@given(
    rights=st.lists(st.tuples(st.sampled_from("ABC"), st.booleans()), max_size=40), times=st.integers(1, 4)
)
def test_the_book_holds_what_was_failed_and_not_right_often_enough_since(
    rights: list[tuple[str, bool]], times: int
) -> None:
    tries = [Try(name, "f", right, NOW + timedelta(minutes=n)) for n, (name, right) in enumerate(rights)]
    kept = {one.item: one for one in book(tries, times)}
    for name in "ABC":
        own = [right for item, right in rights if item == name]
        since = own[::-1].index(False) if False in own else None
        assert (name in kept) == (since is not None and since < times)
        if name in kept:
            assert kept[name].right == since
    assert [one.last_at for one in book(tries, times)] == sorted(one.last_at for one in kept.values())


def test_reminders_come_on_working_days_and_end() -> None:
    calendar, failed = Calendar(), datetime(2026, 11, 21, 1, 0, tzinfo=UTC)  # a Saturday
    first = refresher_at(failed, failed, RULES, calendar)
    assert first == datetime(2026, 11, 30, 1, 0, tzinfo=UTC)
    assert refresher_at(failed, first, RULES, calendar) == datetime(2026, 12, 14, 1, 0, tzinfo=UTC)
    assert refresher_at(failed, datetime(2026, 12, 14, 1, 0, tzinfo=UTC), RULES, calendar) is None
