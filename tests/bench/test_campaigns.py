"""The measurement of campaigns itself, small: everybody is taken in, everybody owes it. No figure is judged."""

from tests.bench import campaigns


def test_it_measures_a_small_one() -> None:
    found = campaigns.measure(count=30, alone=0.1)
    assert (found.count, found.owed) == (30, 30)
    assert "30 of them owe it" in campaigns.told(found)
