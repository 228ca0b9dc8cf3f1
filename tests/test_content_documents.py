"""The documents that are shipped: five colour packs, whole, in both languages, each item on one screen."""

from collections.abc import Iterator

import pytest

from checklists.documents import PLACEHOLDERS, CommitmentItem, ItemKind, NoticeItem, Renewal, placeholders
from checklists.load import load_catalogue
from checklists.words import Words
from safety.enterprises import Colour

CATALOGUE = load_catalogue()
NOTICES, COMMITMENTS = CATALOGUE.notices, CATALOGUE.commitments


def items() -> Iterator[NoticeItem | CommitmentItem]:
    for document in (*NOTICES.values(), *COMMITMENTS.values()):
        yield from document.items


ITEMS = list(items())
every_item = pytest.mark.parametrize("item", ITEMS, ids=[item.id for item in ITEMS])


def test_each_colour_has_its_pack() -> None:
    assert {colour: len(one.items) for colour, one in NOTICES.items()} == {
        "green": 9,
        "blue": 11,
        "yellow": 10,
        "white": 11,
        "orange": 12,
    }
    assert {colour: len(one.items) for colour, one in COMMITMENTS.items()} == {
        "green": 10,
        "blue": 12,
        "yellow": 12,
        "white": 12,
        "orange": 12,
    }
    assert set(NOTICES) == set(COMMITMENTS) == set(Colour)


def test_items_are_numbered_once() -> None:
    assert len({item.id for item in ITEMS}) == len(ITEMS) == 111


@every_item
def test_an_item_is_one_thing_in_two_languages(item: NoticeItem | CommitmentItem) -> None:
    assert any("\u4e00" <= sign <= "\u9fff" for sign in item.text.zh)
    assert not any("\u4e00" <= sign <= "\u9fff" for sign in item.text.en)
    assert item.text.zh.endswith("。")
    assert item.text.en.endswith(".")
    assert len(item.text.zh) <= 80
    assert len(item.text.en) <= 260


@every_item
def test_an_item_says_what_it_rests_on(item: NoticeItem | CommitmentItem) -> None:
    assert item.basis or item.ours
    assert all(clause.law.en != clause.law.zh or clause.law.zh.isascii() for clause in item.basis)


def test_a_notice_tells_duties_bans_and_what_follows_from_a_breach() -> None:
    for notice in NOTICES.values():
        kinds = {item.kind for item in notice.items}
        assert {ItemKind.DUTY, ItemKind.BAN, ItemKind.LIABILITY} <= kinds


def test_the_numbers_to_call_stand_below_every_notice() -> None:
    for notice in NOTICES.values():
        assert [one.number for one in notice.contacts] == ["119", "120", "110", "12350", "12345"]


def test_what_is_signed_names_who_to_whom_and_how_long() -> None:
    for commitment in COMMITMENTS.values():
        for text in ("zh", "en"):
            said = getattr(commitment.preamble, text) + getattr(commitment.closing, text)
            assert placeholders(said) == set(PLACEHOLDERS)
        assert commitment.valid_days == 365


def test_a_commitment_is_renewed_on_each_trigger() -> None:
    assert set(CATALOGUE.rules.renew_on) == set(Renewal)


def test_no_two_documents_are_the_same_version() -> None:
    prints = [one.fingerprint for one in (*NOTICES.values(), *COMMITMENTS.values())]
    assert len(set(prints)) == 10


def test_what_was_not_held_against_the_source_is_marked() -> None:
    unchecked = {item.id for item in ITEMS if not all(clause.checked for clause in item.basis)}
    assert unchecked == {"NY3", "NY9", "B3", "Y10", "O3"}


def test_an_inserted_article_reads_well() -> None:
    (item,) = (item for item in NOTICES["blue"].items if item.id == "NB8")
    assert item.basis[0].text == Words("《刑法》第134条之一", "Criminal Law, art. 134-1")
