"""Reads what the control API is asked: fields of the right kind, files, or pictures to make up."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.sandbox.telegram.errors import bad_request
from bot.sandbox.telegram.files import Upload
from bot.sandbox.telegram.pictures import generated
from bot.sandbox.telegram.shapes import Json

SIDE = 640
MOST_GENERATED = 20


@dataclass(frozen=True, slots=True)
class Ask:
    """One request: arguments from path, query and body, and files."""

    args: Json
    files: Sequence[Upload] = ()

    def number(self, name: str) -> int:
        """A whole number that has to be there."""
        value = self.maybe_number(name)
        if value is None:
            raise bad_request(f"{name} is missing")
        return value

    def maybe_number(self, name: str) -> int | None:
        """A whole number, or None."""
        value = self.args.get(name)
        if value is None or value == "":
            return None
        try:
            return int(value)
        except (TypeError, ValueError) as error:
            raise bad_request(f"{name} is not a whole number") from error

    def degrees(self, name: str) -> float:
        """A decimal number that has to be there."""
        value = self.maybe_decimal(name)
        if value is None:
            raise bad_request(f"{name} is missing")
        return value

    def maybe_decimal(self, name: str) -> float | None:
        """A decimal number, or None."""
        value = self.args.get(name)
        if value is None or value == "":
            return None
        try:
            return float(value)
        except (TypeError, ValueError) as error:
            raise bad_request(f"{name} is not a number") from error

    def text(self, name: str) -> str:
        """A string; empty when it is not there."""
        value = self.args.get(name)
        return "" if value is None else str(value)

    def maybe_text(self, name: str) -> str | None:
        """A string, or None."""
        value = self.args.get(name)
        return None if value is None else str(value)

    def flag(self, name: str) -> bool:
        """A switch."""
        return self.args.get(name) in {True, "1", "true"}

    def pictures(self) -> list[Upload]:
        """The files that came, or pictures made up from `generate` (one object or a list of them)."""
        if self.files:
            return list(self.files)
        wish = self.args.get("generate") or {}
        wishes: list[Any] = wish if isinstance(wish, list) else [wish]
        return [_made_up(at, item) for at, item in enumerate(wishes[:MOST_GENERATED])]

    def documents(self) -> list[Upload]:
        """The files that came; else a picture as a file, or with `size` a file that only claims to be so large."""
        size = self.maybe_number("size")
        if self.files or size is None:
            return self.pictures()
        return [Upload(b"\0" * min(size, 1024), self.text("name") or "file.bin", self.text("mime"), size)]


def _made_up(at: int, wish: Any) -> Upload:
    given = wish if isinstance(wish, dict) else {}
    width, height = int(given.get("width", SIDE)), int(given.get("height", SIDE * 3 // 4))
    seed = int(given.get("seed", at))
    return Upload(generated(width, height, seed), f"IMG_{seed:04}.jpg", "image/jpeg")
