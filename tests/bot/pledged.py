"""Signed commitments for tests of papers: read and signed in a minute, and a sheet of each colour."""

from datetime import UTC, datetime

from sqlalchemy import Connection

from bot.papers.sheet import Sheet
from bot.papers.words import sheet_of
from checklists.catalogue import Catalogue
from checklists.words import Language
from dialogs.render import Texts
from safety.events_pledges import CommitmentSigned, ItemRead
from storage.papers import Unprinted
from tests.cast import Cast, Speaker

TEXTS = Texts.load(strict=True)
SIGNED = datetime(2026, 11, 25, 1, 31, 5, tzinfo=UTC)
RARE = "王㛃䶮"  # neither character is in GB 2312
PLACE = "安澜小满家常菜馆"


def sheet(catalogue: Catalogue, colour: str, name: str = RARE) -> Sheet:
    """What is printed of the shipped commitment of a colour."""
    text = catalogue.commitments[colour]
    said = {
        "enterprise": PLACE,
        "credit_code": "91379901MA00000001",
        "principal": name,
        "authority": "天衢新区",
    }
    said |= {"date": "2026-11-25", "valid_to": "2027-11-25"}
    signed = {
        "title": text.title.to(Language.ZH),
        "enterprise": PLACE,
        "credit_code": "91379901MA00000001",
        "name": name,
        "phone": "138****1002",
        "preamble": text.preamble.zh.format_map(said),
        "items": [[item.id, item.text.zh] for item in text.items],
        "closing": text.closing.zh.format_map(said),
        "text": text.fingerprint,
        "valid_to": "2027-11-25",
    }
    return sheet_of(
        Unprinted(1, "CN-2026-000001", 2, colour, signed, "0123456789abcdef" * 4, SIGNED, SIGNED), TEXTS
    )


def sign(connection: Connection, cast: Cast, who: Speaker) -> str:
    """Read everything and sign it; the number."""
    pack = cast.ledger(connection, who).pack(cast.now.date())
    assert pack is not None
    for text, left in ((pack.notice, pack.notice_left), (pack.commitment, pack.commitment_left)):
        for item in left:
            cast.does(connection, who, ItemRead(text.fingerprint, item))
    first = cast.now
    cast.passes(seconds=6)
    fingerprints = (pack.commitment.fingerprint, pack.notice.fingerprint)
    cast.does(connection, who, CommitmentSigned(*fingerprints, who.phone, who.name, first))
    signed = cast.ledger(connection, who).pack(cast.now.date())
    assert signed is not None
    assert signed.pledge is not None
    return signed.pledge.number
