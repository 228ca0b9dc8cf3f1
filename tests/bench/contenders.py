"""Who is measured: how each bot is started, what it needs beforehand, and which script its people play."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.bench import ours
from tests.bench.scripts import Buttons, Echo, Script


def nothing(_data: Path, _people: int) -> None:
    """Most bots need nothing beforehand."""


@dataclass(frozen=True, slots=True)
class Contender:
    """One bot. `{folder}` in `environment` is the run's data folder. `prepare` fills a data folder for so many people, once; every run starts from a copy of it."""

    name: str
    command: tuple[str, ...]
    script: Callable[[], Script]
    prepare: Callable[[Path, int], None] = nothing
    environment: Mapping[str, str] = field(default_factory=dict)


ECHO: Final = Contender("aiogram echo", ("tests.bench.peers.echo",), Echo)
PEERS: Final = (
    ECHO,
    Contender("aiogram FSM + aiosqlite", ("tests.bench.peers.fsm_quiz",), Buttons),
    Contender("aiogram-dialog", ("tests.bench.peers.dialog_quiz",), Buttons),
    Contender("ptb ConversationHandler", ("tests.bench.peers.ptb_quiz",), Buttons),
)
OURS: Final = Contender(
    "anwen",
    ("bot", "run"),
    ours.Officer,
    ours.prepare,
    {"ANWEN_CONTENT_DIR": f"{{folder}}/{ours.CONTENT_FOLDER}"},
)
EVERYBODY: Final = (OURS, *PEERS)
