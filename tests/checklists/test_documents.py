"""Notices and commitments: both languages, what all share, placeholders, versions."""

import pytest

from checklists.catalogue import Catalogue
from checklists.documents import Commitment, Notice, Renewal, Signer, filled, placeholders
from checklists.load import load_catalogue
from checklists.words import Words
from tests.checklists.conftest import Write
from tests.checklists.smallrules import TERMS


def test_a_notice_stands_in_both_languages_with_the_numbers_to_call(small: Catalogue) -> None:
    notice = small.notices["white"]
    assert notice.title == Words("告知书", "Notice")
    assert [item.text.en for item in notice.items] == ["Somebody is in charge.", "You may ask for help."]
    assert notice.items[0].basis[0].text == Words("《消防法》第16条", "Fire Law, art. 16")
    assert [(one.name.en, one.number) for one in notice.contacts] == [("Fire", "119")]
    assert small.rules.contacts == notice.contacts


def test_a_commitment_holds_the_whole_text_that_is_signed(small: Catalogue) -> None:
    commitment = small.commitments["white"]
    assert (commitment.valid_days, commitment.signer) == (365, Signer.PRINCIPAL)
    assert commitment.preamble == Words(
        "{enterprise}由{principal}承诺：", "{principal} commits for {enterprise}:"
    )
    assert [item.ours for item in commitment.items] == [False, True]
    assert small.rules.renew_on == (Renewal.ACCIDENT, Renewal.TEXT_CHANGED)


@pytest.mark.parametrize("kind", ["notices", "commitments"])
def test_a_kept_document_is_the_same_to_the_last_character(small: Catalogue, kind: str) -> None:
    document: Notice | Commitment = getattr(small, kind)["white"]
    again = type(document).from_json(document.to_json())
    assert again == document
    assert again.fingerprint == document.fingerprint


@pytest.mark.parametrize(
    ("file", "old", "new", "changed"),
    [
        (TERMS, "至{valid_to}止", "到{valid_to}止", {"white", "green"}),
        (TERMS, "valid_days: 365", "valid_days: 364", {"white", "green"}),
        (TERMS, "[accident, text_changed]", "[accident]", set()),
        ("commitments/white.yaml", "如实填写", "按实填写", {"white"}),
        ("en/commitments/white.yaml", "truthfully", "honestly", {"white"}),
        ("notices/white.yaml", "要有人管", "应有人管", set()),
    ],
)
def test_a_changed_character_is_a_new_version_of_what_it_stands_in(
    small: Catalogue, write: Write, texts: dict[str, str], file: str, old: str, new: str, changed: set[str]
) -> None:
    assert old in texts[file]
    other = load_catalogue(write({file: texts[file].replace(old, new)}))
    moved = {
        colour
        for colour, commitment in other.commitments.items()
        if commitment.fingerprint != small.commitments[colour].fingerprint
    }
    assert moved == changed


def test_placeholders_are_filled_in_both_languages(small: Catalogue) -> None:
    preamble = small.commitments["white"].preamble
    names = {"enterprise": Words("面馆{甲}", "Noodles"), "principal": Words("王强", "Wang Qiang")}
    assert filled(preamble, names) == Words("面馆{甲}由王强承诺：", "Wang Qiang commits for Noodles:")
    with pytest.raises(KeyError):
        filled(preamble, {"enterprise": Words("甲", "A")})


def test_placeholders_are_found() -> None:
    assert placeholders("{a}和{b}") == {"a", "b"}
    assert placeholders("没有") == frozenset()
    with pytest.raises(ValueError, match="encountered"):
        placeholders("{")


def test_a_changed_copy_is_another_version(small: Catalogue) -> None:
    notice = small.notices["white"]
    before = notice.fingerprint
    assert notice.model_copy().fingerprint == before
    assert notice.model_copy(update={"title": Words("改了", "Changed")}).fingerprint != before
