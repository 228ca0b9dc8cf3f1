"""What a person does with a bot: the first move, and the next one on what is seen."""

from dataclasses import dataclass
from typing import Protocol

from tests.bench.standin import Said


@dataclass(frozen=True, slots=True)
class Writes:
    """A person writes a text."""

    text: str


@dataclass(frozen=True, slots=True)
class Taps:
    """A person taps a button of the last screen."""

    data: str


Move = Writes | Taps


class Script(Protocol):
    """What a person does. `reply` says whether a message ends the wait for the last move."""

    def opening(self) -> Move: ...
    def reply(self, said: Said) -> bool: ...
    def next(self, said: Said) -> Move: ...


@dataclass(frozen=True, slots=True)
class Echo:
    """Write, read the echo, write again."""

    def opening(self) -> Move:
        return Writes("第 1 条,请回复")

    def reply(self, said: Said) -> bool:
        return bool(said.text)

    def next(self, said: Said) -> Move:
        return self.opening()


@dataclass(frozen=True, slots=True)
class Buttons:
    """Start, then tap the first button of every screen."""

    def opening(self) -> Move:
        return Writes("/start")

    def reply(self, said: Said) -> bool:
        return bool(said.rows)

    def next(self, said: Said) -> Move:
        return Taps(str(said.rows[0][0]["callback_data"]))
