"""Hashes, trees, heads and receipt files: what is proved, and that one changed byte anywhere ends the proof."""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.keys import checks
from safety.events import CheckCorrected, CheckSubmitted, Said
from safety.seals import heads, merkle, receipts
from safety.seals.entries import START, Row, Seal, canonical, differing, links, parts_of, seal_of
from safety.seals.heads import FIRST, Head, NoHead
from safety.seals.merkle import EMPTY, Tree, climbed, leaf, node, path
from safety.seals.receipts import NoReceipt, Receipt
from safety.seals.register import CHECK, CORRECTION, ZERO, receipt_of, what_of

SEALED_AT = "2026-11-25T01:00:00.000000+00:00"


def row(number: int, **changes: object) -> Row:
    plain = Row(
        number,
        "2026-11-25T00:00:00.000000+00:00",
        "person:said",
        "x",
        1,
        "officer",
        2,
        None,
        {"n": number},
        None,
        0,
    )
    return plain._replace(**changes)


def chain(rows: Sequence[Row]) -> list[Seal]:
    made: list[Seal] = []
    for entry, one in enumerate(rows, 1):
        made.append(seal_of(one, entry, made[-1].chained if made else START, SEALED_AT))
    return made


def test_parts_name_what_was_changed() -> None:
    was = parts_of(row(7))
    assert differing(was, parts_of(row(7, at="2026-11-24T00:00:00.000000+00:00"))) == {"when"}
    assert differing(was, parts_of(row(7, person=9))) == {"who"}
    assert differing(was, parts_of(row(7, body={"n": 8}))) == {"what"}
    assert differing(was, parts_of(row(8, body={"n": 7}))) == set()


@pytest.mark.parametrize(
    "change",
    [
        {"entry": 3},
        {"event": 9},
        {"digest": bytes(32)},
        {"parts": bytes(12)},
        {"sealed_at": ""},
        {"chained": bytes(32)},
    ],
)
def test_nothing_of_a_seal_can_be_changed(change: dict[str, object]) -> None:
    first, second = chain([row(1), row(2)])
    assert links(second, first.chained)
    assert not links(second._replace(**change), first.chained)
    assert not links(second, START)


def test_canonical_json_has_sorted_keys_no_spaces_and_plain_unicode() -> None:
    assert canonical({"b": [1, None], "a": "二"}) == '{"a":"二","b":[1,null]}'.encode()
    assert canonical({"raw": b"x"}) == b'{"raw":"b\'x\'"}'  # a tampered row must not stop a check


def plain_root(leaves: Sequence[bytes]) -> bytes:
    """RFC 6962, section 2.1, word for word."""
    if not leaves:
        return sha256().digest()
    if len(leaves) == 1:
        return leaf(leaves[0])
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return node(plain_root(leaves[:split]), plain_root(leaves[split:]))


@given(st.lists(st.binary(max_size=4), max_size=40))
def test_the_tree_is_the_one_of_the_rfc(leaves: list[bytes]) -> None:
    assert Tree(leaves).root() == plain_root(leaves)


def test_known_roots() -> None:
    """The vectors of certificate-transparency-go's merkle tests."""
    leaves = [bytes.fromhex(one) for one in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657")]
    leaves.append(bytes.fromhex("606162636465666768696a6b6c6d6e6f"))
    assert EMPTY.hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert Tree(leaves[:1]).root().hex() == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
    assert Tree(leaves).root().hex() == "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"


@given(st.integers(1, 70), st.data())
def test_a_path_leads_from_its_leaf_to_the_root_and_from_no_other(size: int, data: st.DataObject) -> None:
    leaves = [str(number).encode() for number in range(size)]
    index = data.draw(st.integers(0, size - 1))
    hashes, root = path(leaves, index), Tree(leaves).root()
    assert climbed(leaves[index], index, size, hashes) == root
    assert climbed(b"another", index, size, hashes) != root
    assert climbed(leaves[index], index, size, [*hashes, root]) is None
    assert climbed(leaves[index], size, size, hashes) is None
    if hashes:
        assert climbed(leaves[index], index, size, hashes[:-1]) != root


# --- heads and receipts -------------------------------------------------------------------------------------------


def key() -> tuple[str, heads.Signs]:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415

    private = Ed25519PrivateKey.from_private_bytes(b"7" * 32)
    return private.public_key().public_bytes_raw().hex(), private.sign


PUBLIC, SIGNS = key()


def head_over(made: Sequence[Seal], first: int = 1) -> Head:
    covered = [one.chained for one in made[first - 1 :]]
    plain = Head(
        "2026-11-26",
        first,
        len(made),
        made[-1].chained.hex(),
        Tree(covered).root().hex(),
        "",
        FIRST,
        SEALED_AT,
        PUBLIC,
    )
    return heads.sign(plain, SIGNS)


def test_a_signed_head_is_genuine_and_none_that_was_changed() -> None:
    head = head_over(chain([row(1), row(2)]))
    assert heads.read(head.text()) == head
    assert heads.genuine(head, checks)
    for name, value in (
        ("last", 3),
        ("chained", "00"),
        ("day", "2026-11-27"),
        ("signature", "zz"),
        ("key", "00" * 32),
    ):
        assert not heads.genuine(replace(head, **{name: value}), checks)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"day":1}', "null"])
def test_what_is_no_head_is_told(text: str) -> None:
    with pytest.raises(NoHead):
        heads.read(text)


def submitted(number: str = "ZC-2026-000001") -> tuple[Receipt, dict[str, object]]:
    document: dict[str, object] = {"receipt": number, "answers": [{"question": "exit", "value": "no"}]}
    body = {"receipt": number, "fingerprint": sha256(canonical(document)).hexdigest(), "score": 67}
    rows = [row(n) for n in range(1, 12)]
    rows[6] = row(7, kind=CheckSubmitted.kind, body=body)
    made = chain(rows)
    head = head_over(made, first=3)
    hashes = path([one.chained for one in made[2:]], 6 - 2)
    found = Receipt(number, rows[6], made[6], made[5].chained, head, hashes, document, {"person": "李娜"})
    return found, document


def test_a_receipt_file_proves_itself() -> None:
    found, _ = submitted()
    again = receipts.read(found.text())
    assert again == found
    assert receipts.wrong(again, {PUBLIC}, checks) is None


def test_a_receipt_without_its_document_proves_the_event_alone() -> None:
    found, _ = submitted()
    assert receipts.wrong(replace(found, document=None), {PUBLIC}, checks) is None


def test_any_changed_value_of_a_receipt_file_ends_the_proof() -> None:
    """Every single value in the file is changed in turn, names excepted, which are not proved."""
    found, _ = submitted()
    kept = orjson.loads(found.text())
    places = [one for one in leaves_of(kept) if one[0] not in {"names", "form"}]
    assert len(places) > 30
    for place in places:
        changed = orjson.loads(found.text())
        spoil(changed, place)
        try:
            again = receipts.read(orjson.dumps(changed))
        except NoReceipt:
            continue
        assert receipts.wrong(again, {PUBLIC}, checks) is not None, place


def leaves_of(value: object, at: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    pairs = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    )
    if pairs is None:
        return [at]
    return [leaf for name, one in pairs for leaf in leaves_of(one, (*at, name))]


def spoil(kept: object, place: tuple[object, ...]) -> None:
    *way, last = place
    for name in way:
        kept = kept[name]  # type: ignore[index]
    old = kept[last]  # type: ignore[index]
    new = old[:-1] + ("0" if old[-1:] != "0" else "1") if isinstance(old, str) else (old or 0) + 1
    kept[last] = new  # type: ignore[index]


def test_what_does_not_hold_is_named() -> None:
    found, document = submitted()
    bad = {
        receipts.EVENT: replace(found, row=found.row._replace(person=5)),
        receipts.DOCUMENT: replace(found, document=document | {"answers": []}),
        receipts.NUMBER: replace(found, number="ZC-2026-000002"),
        receipts.ENTRY: replace(found, before=START),
        receipts.PATH: replace(found, hashes=found.hashes[1:]),
        receipts.SIGNATURE: replace(found, head=replace(found.head, made_at="")),
    }
    for name, one in bad.items():
        assert receipts.wrong(one, {PUBLIC}, checks) == name
    assert receipts.wrong(found, {"00" * 32}, checks) == receipts.KEY


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"form":"anwen-receipt-1"}', '{"form":"another"}'])
def test_what_is_no_receipt_is_told(text: str) -> None:
    with pytest.raises(NoReceipt):
        receipts.read(text)


def test_the_register_knows_which_events_give_receipts() -> None:
    assert receipt_of(CheckSubmitted.kind, {"receipt": "ZC-1", "fingerprint": "00" * 32}) == "ZC-1"
    assert receipt_of(CheckSubmitted.kind, {"receipt": "ZC-1"}) is None  # nothing that it could prove
    assert receipt_of(Said.kind, {"receipt": "ZC-1"}) is None
    assert receipt_of(CheckSubmitted.kind, "broken") is None
    assert what_of(CheckSubmitted.kind, {"zero": False}) == CHECK
    assert what_of(CheckSubmitted.kind, {"zero": True}) == ZERO
    assert what_of(CheckCorrected.kind, {"zero": True}) == CORRECTION
    assert merkle.EMPTY == EMPTY
