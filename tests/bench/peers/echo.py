"""The yardstick: aiogram as its first page shows it, polling, every message answered with itself."""

import asyncio

from aiogram import Dispatcher
from aiogram.types import Message

from tests.bench.peers.place import Place

dispatcher = Dispatcher()


@dispatcher.message()
async def echo(message: Message) -> None:
    await message.answer(message.text or "?")


if __name__ == "__main__":
    asyncio.run(dispatcher.start_polling(Place.from_environment().aiogram_bot()))
