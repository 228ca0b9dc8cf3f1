"""The operator's table of what became of letters."""

from bot.delivering import table
from safety.delivery import Delivered


def test_a_row_each_family_and_all_of_them_last() -> None:
    said = table([Delivered("digest", 5, 5, 1), Delivered("hazard", 40, 30, 20, 2, 1, 3)])
    assert said.splitlines() == [
        "family  written  delivered  acted on  waiting  kept  failed  late",
        "digest        5          5         1        0     0       0     0",
        "hazard       40         30        20        4     2       1     3",
        "all          45         35        21        4     2       1     3",
    ]
