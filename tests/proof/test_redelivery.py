"""The repeating queue does what it says: everything comes, some of it again, a chat in its order, nothing for ever."""

from collections import Counter
from random import Random

from tests.proof.redelivery import COPIES, RepeatingQueue


def filled(seed: int, count: int = 60) -> RepeatingQueue:
    queue = RepeatingQueue(Random(seed))
    for number in range(count):
        queue.add("message", {"n": number}, lane=number % 7, at=0)
    return queue


def drained(queue: RepeatingQueue) -> list[list[int]]:
    batches, offset = [], 0
    queue.flush = True
    while queue.pending or queue.copies_left:
        queue.confirm(offset)
        batch = [update.id for update in queue.first(10, offset)]
        batches.append(batch)
        offset = max([offset, *(number + 1 for number in batch)])
    return batches


def test_it_delivers_everything_up_to_three_times() -> None:
    queue = filled(1)
    times = Counter(number for batch in drained(queue) for number in batch)
    assert set(times) == set(range(queue.next_id - 60, queue.next_id))
    assert set(times.values()) == {1, 2, COPIES + 1}


def test_it_keeps_the_order_of_first_copies_in_a_chat() -> None:
    seen: list[int] = []
    for batch in drained(filled(2)):
        seen += [number for number in batch if number not in seen]
    for lane in range(7):
        own = [number for number in seen if (number - min(seen)) % 7 == lane]
        assert own == sorted(own)
    assert seen != sorted(seen)


def test_it_repeats_a_batch_that_was_never_confirmed() -> None:
    queue = filled(3, 5)
    first = {update.id for update in queue.first(100)}
    queue.confirm(0)
    assert first <= {update.id for _ in range(20) for update in queue.first(100)}
    assert len(queue.pending) == 5
