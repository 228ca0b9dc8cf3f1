"""What an import could not take, and why. The sentences stand with the command, by code."""

from dataclasses import dataclass
from enum import StrEnum


class Weight(StrEnum):
    """How much is lost.

    ROW    the row itself
    RULE   the row is there, but it asks or accepts something else than before
    LOOK   only how it looked, or what stood in it beforehand
    """

    ROW = "row"
    RULE = "rule"
    LOOK = "look"


@dataclass(frozen=True, slots=True)
class Left:
    """One thing that was left: where it stands, the code of the reason, and the part that is meant."""

    weight: Weight
    code: str
    row: int | None = None
    name: str = ""
    detail: str = ""


class NotTakenError(Exception):
    """Something cannot be said in a checklist; `code` is the reason, `detail` the part that is meant."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.detail = detail
