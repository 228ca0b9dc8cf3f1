"""Documents that are read item by item and confirmed: responsibility notices (告知书) and commitments (承诺书).

A new field needs a default, so that the fingerprints of documents signed earlier stay what they were.
"""

from collections.abc import Mapping
from enum import StrEnum
from string import Formatter
from typing import Annotated, ClassVar

from pydantic import Field

from checklists.kept import Kept
from checklists.parts import Grounded, Part, Text, Whole
from checklists.words import Words

PLACEHOLDERS = ("enterprise", "credit_code", "principal", "authority", "date", "valid_to")


class ItemKind(StrEnum):
    """What an item of a notice tells: a duty, a ban, what follows from a breach, what to report, a right."""

    DUTY = "duty"
    BAN = "ban"
    LIABILITY = "liability"
    REPORT = "report"
    RIGHT = "right"


class Signer(StrEnum):
    """Who has to sign in person; a value is that of the role."""

    PRINCIPAL = "principal"


class Renewal(StrEnum):
    """What makes a signed commitment due again before it expires."""

    PRINCIPAL_CHANGED = "principal_changed"
    COLOUR_CHANGED = "colour_changed"  # the colour, or the industry it follows from
    TEXT_CHANGED = "text_changed"
    MAJOR_HAZARD_CONFIRMED = "major_hazard_confirmed"
    ACCIDENT = "accident"
    MOVED_OR_EXTENDED = "moved_or_extended"


class Contact(Part):
    """A number to call, as every notice ends with."""

    limits: ClassVar = {"name": (12, 40)}

    id: str
    name: Text
    number: str


class Contacts(Part):
    """rules/contacts.yaml."""

    contacts: tuple[Contact, ...]


class NoticeItem(Grounded):
    """One item of a notice, shown alone and confirmed as read."""

    limits: ClassVar = {"text": (120, 360)}

    id: str
    kind: ItemKind
    text: Text


class NoticeSheet(Part):
    """notices/<colour>.yaml as its author writes it."""

    limits: ClassVar = {"title": (40, 120)}

    colour: str
    title: Text
    items: Annotated[tuple[NoticeItem, ...], Field(min_length=1)]


class Notice(NoticeSheet, Kept):
    """A responsibility notice (告知书) for the enterprises of one colour."""

    contacts: tuple[Contact, ...] = ()


class CommitmentItem(Grounded):
    """One item of a commitment, shown alone and promised."""

    limits: ClassVar = {"text": (120, 360)}

    id: str
    text: Text


class CommitmentSheet(Part):
    """commitments/<colour>.yaml as its author writes it."""

    limits: ClassVar = {"title": (40, 120)}

    colour: str
    title: Text
    items: Annotated[tuple[CommitmentItem, ...], Field(min_length=1)]


class CommitmentRules(Part):
    """rules/commitments.yaml: what all commitments share.

    valid_days   days from signing to the day it expires (our default)
    renew_on     what makes it due again earlier
    """

    limits: ClassVar = {"preamble": (200, 500), "closing": (200, 500)}

    valid_days: Annotated[Whole, Field(ge=1, le=1096)]
    signer: Signer
    renew_on: tuple[Renewal, ...]
    preamble: Text
    closing: Text


class Commitment(CommitmentSheet, Kept):
    """A commitment (承诺书) of one colour: the whole text that is signed.

    Preamble and closing hold PLACEHOLDERS in braces. When it has to be renewed is a rule and no part of the text.
    """

    preamble: Text
    closing: Text
    valid_days: Whole
    signer: Signer = Signer.PRINCIPAL


def placeholders(text: str) -> frozenset[str]:
    """The names in braces; ValueError when a brace stands alone."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def filled(words: Words, names: Mapping[str, Words]) -> Words:
    """A text with its placeholders filled in; KeyError when one of them is not given."""
    return Words(
        words.zh.format_map({name: said.zh for name, said in names.items()}),
        words.en.format_map({name: said.en for name, said in names.items()}),
    )
