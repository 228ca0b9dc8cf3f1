"""What the saves of a check tell about how it was answered."""

from datetime import UTC, datetime, timedelta

import pytest

from safety.paradata import CheckTrace, Saving, traced

START = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
ALICE, BOB = 1, 2


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def saving(
    question: str,
    value: str | None,
    shown: float | None,
    saved: float,
    person: int = ALICE,
    *,
    carried: bool = False,
) -> Saving:
    return Saving(question, value, at(saved), person, None if shown is None else at(shown), carried)


@pytest.mark.parametrize(
    ("savings", "seconds", "changes", "people", "carried"),
    [
        ([saving("Q", "yes", 0, 4)], 4, 0, (ALICE,), False),
        ([saving("Q", "yes", 0, 4), saving("Q", "no", 10, 13)], 7, 1, (ALICE,), False),
        ([saving("Q", "yes", 0, 4), saving("Q", "yes", 10, 13)], 7, 0, (ALICE,), False),  # the same again
        ([saving("Q", None, 0, 1), saving("Q", "yes", 20, 25, BOB)], 6, 1, (ALICE, BOB), False),
        ([saving("Q", "yes", None, 4)], None, 0, (ALICE,), False),  # when it was asked is not known
        ([saving("Q", "yes", None, 4), saving("Q", "no", 5, 7)], 2, 1, (ALICE,), False),
        ([saving("Q", "yes", 0, 1, carried=True)], None, 0, (ALICE,), True),
        ([saving("Q", "yes", 0, 1, carried=True), saving("Q", "no", 5, 9)], 4, 1, (ALICE,), False),
        ([saving("Q", "yes", 0, 3), saving("Q", "no", 5, 9, carried=True)], 3, 1, (ALICE,), True),
        ([saving("Q", "yes", 9, 4)], 0, 0, (ALICE,), False),  # clocks that disagree do not make time negative
    ],
)
def test_a_question_tells_its_time_changes_and_people(
    savings: list[Saving], seconds: float | None, changes: int, people: tuple[int, ...], carried: bool
) -> None:
    for order in (savings, savings[::-1]):
        found = traced(order).of("Q")
        assert found is not None
        assert (found.seconds, found.changes, found.people, found.carried) == (
            seconds,
            changes,
            people,
            carried,
        )


def test_first_and_last_moments_are_kept() -> None:
    found = traced([saving("Q", "yes", 2, 4), saving("Q", "no", 10, 13)]).of("Q")
    assert found is not None
    assert (found.asked_at, found.answered_at, found.last_at) == (at(2), at(4), at(13))


def test_a_check_tells_its_time_with_and_without_pauses() -> None:
    trace = traced(
        [
            saving("A", "yes", 0, 5),
            saving("B", "yes", 5, 5 + 3600, BOB),  # lunch
            saving("C", "yes", 3700, 3703),
            saving("D", "yes", 3703, 3703, carried=True),
        ]
    )
    assert trace.duration == timedelta(seconds=3703)
    assert trace.worked == timedelta(seconds=5 + 600 + 3)
    assert trace.median_seconds == 5
    assert trace.people == (ALICE, BOB)
    assert [one.question for one in trace.fresh] == ["A", "B", "C"]


def test_questions_stand_in_the_order_in_which_their_answers_came_to_stand() -> None:
    trace = traced([saving("A", "yes", 0, 1), saving("B", "yes", 1, 2), saving("A", "no", 8, 9)])
    assert [one.question for one in trace.questions] == ["B", "A"]
    assert trace.changes == 1


def test_nothing_saved_tells_nothing() -> None:
    trace = traced([])
    assert (trace, trace.duration, trace.worked) == (CheckTrace(), timedelta(), timedelta())
    assert (trace.median_seconds, trace.changes, trace.people, trace.of("Q")) == (None, 0, (), None)
