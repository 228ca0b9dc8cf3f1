"""Places near and far, the photo that a place goes with, and the word of the day."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.words import Words
from safety.evidence import Place, metres, nearest, spot_of, word_of

NOON = datetime(2026, 11, 28, 4, tzinfo=UTC)
WORDS = [Words(f"词{n}", f"word {n}") for n in range(40)]
DAY = date(2026, 11, 28)


def sent(minutes: float, lat: float = 37.45, accuracy: int | None = None) -> Place:
    return Place(NOON + timedelta(minutes=minutes), lat, 116.3, accuracy)


@pytest.mark.parametrize(
    ("one", "other", "way"),
    [
        ((0, 0, 0, 0), 0, 0),
        ((37.45, 116.3, 37.45, 116.3), 0, 0),
        ((0, 0, 1, 0), 111_195, 1),
        ((37.45, 116.3, 39.9042, 116.4074), 273_000, 500),
        ((0, 179.5, 0, -179.5), 111_195, 1),
        ((90, 0, -90, 0), 20_015_087, 10),
    ],
)
def test_the_way_between_two_places(one: tuple[float, ...], other: int, way: int) -> None:
    assert abs(metres(*one) - other) <= way


PLACES = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@given(PLACES, PLACES)
def test_the_way_there_is_the_way_back_and_never_longer_than_half_round(
    one: tuple[float, float], other: tuple[float, float]
) -> None:
    assert metres(*one, *other) == metres(*other, *one)
    assert 0 <= metres(*one, *other) <= 20_015_088


@pytest.mark.parametrize(
    ("places", "minutes"),
    [([], None), ([15.1], None), ([15], 15), ([-15], 15), ([-3.5], 3), ([-9, 2, 14], 2), ([-1, 1], 1)],
)
def test_the_place_sent_nearest_to_the_photo(places: list[float], minutes: int | None) -> None:
    found = nearest(NOON, [sent(one) for one in places], 15)
    assert (found[1] if found else None) == minutes


@pytest.mark.parametrize(
    ("lat", "accuracy", "near"),
    [
        (37.45, None, True),
        (37.4544, None, True),
        (37.455, None, False),
        (37.455, 100, True),
        (38, 5000, False),
    ],
)
def test_near_is_judged_with_what_the_phone_may_be_wrong_by(
    lat: float, accuracy: int | None, near: bool
) -> None:
    spot = spot_of((sent(0, lat, accuracy), 0), (37.45, 116.3), 500)
    assert spot.near is near


def test_without_a_home_there_is_no_way() -> None:
    assert spot_of((sent(0), 2), None, 500).metres is None


@given(st.text(min_size=1, max_size=32), st.dates(), st.integers(1, 40))
def test_a_hazards_word_of_a_day_is_always_the_same_one_of_the_list(salt: str, day: date, many: int) -> None:
    word = word_of(salt, day, WORDS[:many])
    assert word in WORDS[:many]
    assert word == word_of(salt, day, WORDS[:many])


def test_words_differ_by_hazard_and_by_day() -> None:
    days = [DAY + timedelta(days=n) for n in range(60)]
    assert len({word_of("a", day, WORDS) for day in days}) > 20
    assert sum(word_of("a", day, WORDS) == word_of("b", day, WORDS) for day in days) < 10


@pytest.mark.parametrize(("salt", "words"), [("", WORDS), ("a", [])])
def test_without_salt_or_words_none_is_asked_for(salt: str, words: list[Words]) -> None:
    assert word_of(salt, DAY, words) is None
