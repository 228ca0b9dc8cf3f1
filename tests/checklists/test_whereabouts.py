"""The place that words name: known ones first, then nouns with what stands before them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.load import load_catalogue
from checklists.whereabouts import LONGEST, place_in

SUGGESTER = load_catalogue().suggester


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("后厨电线裸露", "后厨"),
        ("2号车间配电箱没门", "2号车间"),
        ("二楼楼道堵了", "二楼楼道"),
        ("仓库东墙裂了", "仓库东墙"),
        ("东侧仓库进水", "仓库"),
        ("灭火器过期了", ""),
        ("", ""),
        ("Wires hang in the Kitchen", "Kitchen"),
        ("the tank farm 2 alarm is broken", "tank farm 2"),
        ("kitchenette", ""),
    ],
)
def test_the_place_that_is_named(words: str, place: str) -> None:
    assert SUGGESTER.place(words) == place


def test_a_known_place_comes_first_and_the_longest_of_them() -> None:
    assert SUGGESTER.place("三车间北角漏油", ["北角", "三车间北角", ""]) == "三车间北角"


def test_without_nouns_only_known_places_are_found() -> None:
    assert place_in("后厨电线裸露", ()) == ""
    assert place_in("后厨电线裸露", (), ["后厨"]) == "后厨"


@given(st.text(max_size=200))
def test_any_words_give_a_short_place_out_of_them(words: str) -> None:
    place = SUGGESTER.place(words)
    assert len(place) <= LONGEST
    assert place in words
