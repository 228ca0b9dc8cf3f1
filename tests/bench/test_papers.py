"""The benchmark of papers measures real papers and says its figures with their units."""

from tests.bench.papers import Papers, measure, told


def test_it_measures_every_colour() -> None:
    found = measure(times=1)
    assert 0 < found.laid_out < found.printed
    assert 10_000 < found.largest < 300_000


def test_it_says_its_figures_with_their_units() -> None:
    said = told(Papers(181.4, 902.0, 64_100))
    assert said == "papers: 181 ms to lay out a commitment, 902 ms with the start of its child, 64 kB at most"
