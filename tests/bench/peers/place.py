"""What a peer bot is told from outside: token, Bot API address and folder, by environment."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer


@dataclass(frozen=True, slots=True)
class Place:
    """Where a peer runs."""

    token: str
    api: str
    data: Path

    @classmethod
    def from_environment(cls) -> Self:
        return cls(
            os.environ["ANWEN_TOKEN"], os.environ["ANWEN_API_BASE"], Path(os.environ["ANWEN_DATA_DIR"])
        )

    def aiogram_bot(self) -> Bot:
        """Return an aiogram bot with its defaults, pointed at this Bot API server."""
        return Bot(self.token, AiohttpSession(api=TelegramAPIServer.from_base(self.api)))
