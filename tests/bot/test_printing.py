"""Prints of made-up photos: what is the same picture is known again, what is another one is not (tests/bench/likeness.py measures more)."""

import random
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import combinations

import pytest
from PIL import Image

from bot import photo_worker
from bot.printing import prints_of
from safety.likeness import WINDOWS, Nearness, Print
from tests.bot.scenes import BEYOND, SAME, Change, jpeg, scene, sheet

NEAR = Nearness()
COUNT = 16


@lru_cache(maxsize=1)
def scenes() -> Sequence[Image.Image]:
    chance = random.Random(11)
    return [scene(chance) for _ in range(COUNT)]


@lru_cache(maxsize=1)
def printed() -> Sequence[Sequence[Print]]:
    return [prints_of(one) for one in scenes()]


def known_again(change: Change) -> int:
    """How many of the scenes are known again after a change, each by an index entry that both share."""
    chance = random.Random(5)
    hits = 0
    for picture, kept in zip(scenes(), printed(), strict=True):
        new = prints_of(change(picture, chance))[0]
        hits += any(NEAR.holds(new, one) and shares_a_band(new, one) for one in kept)
    return hits


def shares_a_band(one: Print, other: Print) -> bool:
    return any(a is not None and a == b for a, b in zip(one.bands, other.bands, strict=True))


@pytest.mark.parametrize("change", SAME.values(), ids=SAME)
def test_a_photo_that_is_sent_again_is_known_again(change: Change) -> None:
    assert known_again(change) >= COUNT * 3 // 4


@pytest.mark.parametrize("name", ["compressed again (60)", "half the size", "edge cut by 4 %"])
def test_the_usual_ways_to_send_it_again_are_known_again_every_time(name: str) -> None:
    assert known_again(SAME[name]) == COUNT


def test_a_mirrored_photo_is_another_picture() -> None:
    assert known_again(BEYOND["mirrored"]) == 0


@pytest.mark.parametrize("make", [scene, sheet])
def test_no_two_different_pictures_are_the_same(make: Callable[[random.Random], Image.Image]) -> None:
    chance = random.Random(23)
    prints = [prints_of(make(chance)) for _ in range(COUNT)]
    for one, other in combinations(prints, 2):
        assert not any(NEAR.holds(one[0], it) for it in other)
        assert not any(NEAR.holds(other[0], it) for it in one)


@pytest.mark.parametrize("colour", ["black", "white", "grey", "#803020"])
def test_a_picture_of_one_colour_has_no_print(colour: str) -> None:
    assert prints_of(Image.new("RGB", (640, 480), colour)) == ()


def test_a_covered_lens_has_no_print() -> None:
    dark = Image.effect_noise((640, 480), 6).point(lambda value: value // 8)
    assert prints_of(dark.convert("RGB")) == ()


@pytest.mark.parametrize("size", [(1, 1), (20, 3000), (2560, 1920)])
def test_pictures_of_every_shape_can_be_printed(size: tuple[int, int]) -> None:
    gradient = Image.linear_gradient("L").resize(size).convert("RGB")
    assert len(prints_of(gradient)) in {0, len(WINDOWS)}


def test_the_child_hands_out_prints_with_the_clean_copy() -> None:
    said, clean = photo_worker.answer(jpeg(scenes()[0]))
    assert clean
    (whole, *others) = [Print.from_text(text) for text in said["prints"]]
    assert NEAR.holds(whole, printed()[0][0])
    assert len(others) == len(WINDOWS) - 1
    assert photo_worker.answer(b"\xff\xd8\xff")[0] == {"failed": "broken"}
