"""Photos that are the same picture again are found, on both databases, in whichever order their copies arrive."""

import random

import pytest
from sqlalchemy import Connection, select

from safety.events import PhotoReceived
from safety.likeness import Nearness, Print
from storage import likeness, media
from storage.media import Copy
from storage.tables.likeness import prints, twins
from tests.cast import ALICE, CHARLIE, Cast, Speaker
from tests.storage.test_statements import cost

NEAR = Nearness(together=12, each=8)
TOP = 1 << 63  # the sign in the database


def some_print(seed: int) -> Print:
    chance = random.Random(seed)
    return Print(chance.getrandbits(64), chance.getrandbits(64))


def whole(seed: int) -> list[Print]:
    """A photo's three prints."""
    return [some_print(seed), some_print(seed + 1000), some_print(seed + 2000)]


def changed(one: Print, bits: int) -> Print:
    return Print(one.gradient ^ (1 << bits) - 1, one.cosine)


def sent(connection: Connection, cast: Cast, name: str, by: Speaker = ALICE) -> int:
    """A photo that is safe; its row."""
    photo = PhotoReceived(cast.key("kitchen"), "exit", f"file-{name}", name, 100)
    cast.does(connection, by, cast.begun("kitchen"), photo)
    (pending,) = media.claim(connection, cast.now)
    media.keep(connection, pending.id, Copy("p", "s", 1, 1, 1, plain=False), cast.now)
    return pending.id


def pairs(connection: Connection) -> list[tuple[int, int, int]]:
    found = select(twins.c.photo, twins.c.earlier, twins.c.bits).order_by(twins.c.photo, twins.c.bits)
    return [tuple(row) for row in connection.execute(found)]


@pytest.mark.parametrize(("bits", "found"), [(0, True), (5, True), (8, True), (9, False)])
def test_a_photo_meets_an_earlier_one_that_is_near(cast: Cast, bits: int, found: bool) -> None:
    with cast.database.writing() as connection:
        old, new = sent(connection, cast, "a"), sent(connection, cast, "b")
        assert likeness.enter(connection, old, whole(1), NEAR) == []
        again = [changed(one, bits) for one in whole(1)]
        assert likeness.enter(connection, new, again, NEAR) == ([new] if found else [])
        assert pairs(connection) == ([(new, old, bits)] if found else [])


def test_a_cut_photo_meets_the_print_without_the_edge(cast: Cast) -> None:
    with cast.database.writing() as connection:
        old, new = sent(connection, cast, "a"), sent(connection, cast, "b")
        likeness.enter(connection, old, whole(1), NEAR)
        likeness.enter(connection, new, [whole(1)[2], some_print(7), some_print(8)], NEAR)
        assert pairs(connection) == [(new, old, 0)]


def test_a_copy_that_comes_late_still_finds_the_later_photo(cast: Cast) -> None:
    with cast.database.writing() as connection:
        old, new = sent(connection, cast, "a"), sent(connection, cast, "b")
        cut = [whole(1)[1], some_print(7), some_print(8)]
        likeness.enter(connection, new, cut, NEAR)
        assert likeness.enter(connection, old, whole(1), NEAR) == [new]
        assert pairs(connection) == [(new, old, 0)]


def test_it_looks_across_enterprises(cast: Cast) -> None:
    with cast.database.writing() as connection:
        east, west = sent(connection, cast, "a"), sent(connection, cast, "b", CHARLIE)
        likeness.enter(connection, east, whole(1), NEAR)
        assert likeness.enter(connection, west, whole(1), NEAR) == [west]


def test_only_the_nearest_few_are_kept(cast: Cast) -> None:
    with cast.database.writing() as connection:
        olds = [sent(connection, cast, f"a{number}") for number in range(8)]
        for number, old in enumerate(olds):
            likeness.enter(connection, old, [changed(some_print(1), number)], Nearness(0, 0))
        new = sent(connection, cast, "b")
        likeness.enter(connection, new, [some_print(1)], NEAR)
        assert [(earlier, bits) for _, earlier, bits in pairs(connection)] == [
            (old, bits) for bits, old in enumerate(olds[:5])
        ]


def test_a_photo_with_nothing_to_see_has_no_print_and_meets_nobody(cast: Cast) -> None:
    with cast.database.writing() as connection:
        one = sent(connection, cast, "a")
        assert likeness.enter(connection, one, [], NEAR) == []
        assert connection.execute(select(prints)).all() == []


@pytest.mark.parametrize("extreme", [0, TOP - 1, TOP, 2 * TOP - 1, 0xFFFF_0000_8000_7FFF])
def test_hashes_of_every_size_are_kept_and_found(cast: Cast, extreme: int) -> None:
    it = Print(extreme, 0x8001_7FFE_8001_7FFE)
    with cast.database.writing() as connection:
        old, new = sent(connection, cast, "a"), sent(connection, cast, "b")
        likeness.enter(connection, old, [it], NEAR)
        assert likeness.enter(connection, new, [it], NEAR) == [new]
        assert {likeness._print(row) for row in connection.execute(select(prints))} == {it}


def test_flat_patches_do_not_find_each_other(cast: Cast) -> None:
    """Two prints with nothing but flat bands share no index entry, however near they are."""
    with cast.database.writing() as connection:
        old, new = sent(connection, cast, "a"), sent(connection, cast, "b")
        likeness.enter(connection, old, [Print(0, 1)], NEAR)
        assert likeness.enter(connection, new, [Print(0, 1)], NEAR) == []


def test_finding_costs_one_look_up(cast: Cast) -> None:
    with cast.database.writing() as connection:
        photos = [sent(connection, cast, f"{number}") for number in range(4)]
        for photo in photos[:3]:
            likeness.enter(connection, photo, whole(photo), NEAR)
        assert cost(cast, lambda: likeness.enter(connection, photos[3], whole(99), NEAR)) == 3
