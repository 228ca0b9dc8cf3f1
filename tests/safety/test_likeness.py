"""Prints: how they are written, cut into bands, and when two of them are the same picture."""

import pytest

from safety.likeness import Nearness, Print, apart

ALL = (1 << 64) - 1
CHECKERED = 0x5555_5555_5555_5555
NEAR = Nearness(together=12, each=8)


def flipped(hash_: int, bits: int) -> int:
    return hash_ ^ (1 << bits) - 1


@pytest.mark.parametrize(
    ("gradient", "cosine", "same"),
    [(0, 0, True), (8, 4, True), (4, 8, True), (8, 5, False), (9, 0, False), (0, 9, False), (64, 64, False)],
)
def test_two_prints_are_the_same_picture_when_both_hashes_are_near(
    gradient: int, cosine: int, same: bool
) -> None:
    one = Print(CHECKERED, CHECKERED)
    other = Print(flipped(CHECKERED, gradient), flipped(CHECKERED, cosine))
    assert apart(one, other) == gradient + cosine
    assert NEAR.holds(one, other) is same
    assert NEAR.holds(other, one) is same


@pytest.mark.parametrize("one", [Print(0, 0), Print(ALL, ALL), Print(CHECKERED, 0x0123_4567_89AB_CDEF)])
def test_a_print_is_read_back_as_it_was_written(one: Print) -> None:
    assert Print.from_text(one.to_text()) == one


@pytest.mark.parametrize("text", ["", "ab", "g" * 32, "0" * 31, "0" * 33])
def test_what_is_no_print_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"hex|invalid"):
        Print.from_text(text)


def test_bands_are_the_pieces_of_both_hashes_lowest_first() -> None:
    it = Print(0x0123_4567_89AB_CDEF, CHECKERED)
    assert it.bands == (0xCDEF, 0x89AB, 0x4567, 0x0123, *[0x5555] * 4)


@pytest.mark.parametrize(
    ("piece", "tells"),
    [(0x0000, False), (0x0001, False), (0x0003, True), (0xFFFF, False), (0xFFFE, False), (0xFFFC, True)],
)
def test_a_band_of_a_flat_patch_tells_nothing(piece: int, tells: bool) -> None:
    assert (Print(piece, CHECKERED).bands[0] is not None) is tells


def test_near_prints_share_a_band_or_cannot_be_found_by_one() -> None:
    """Seven bits in which two prints differ can touch at most seven of the eight bands."""
    one = Print(CHECKERED, CHECKERED)
    spread = 0x0001_0001_0001_0001
    other = Print(CHECKERED ^ spread, CHECKERED ^ (spread & (1 << 48) - 1))
    assert apart(one, other) == 7
    assert [a == b for a, b in zip(one.bands, other.bands, strict=True)].count(True) == 1
