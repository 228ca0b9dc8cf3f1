"""Fetches files that people sent, through aiogram. Loaded with the first file (telegram.py says why)."""

from collections.abc import AsyncIterator

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramNotFound
from aiohttp import ClientError, ClientResponseError

from bot.media import Refused

CHUNK = 64 * 1024
SECONDS = 120
NOT_FOUND = 404


async def fetch(token: str, base: str, reference: str) -> AsyncIterator[bytes]:
    """The bytes of a file in chunks. Refused: never to be had; OSError: another try may help.

    The link with the token never leaves this function.
    """
    server = TelegramAPIServer.from_base(base)
    async with Bot(token, AiohttpSession(api=server)) as bot:
        try:
            found = await bot.get_file(reference)
            link = server.file_url(token, found.file_path or "")
            async for chunk in bot.session.stream_content(link, timeout=SECONDS, chunk_size=CHUNK):
                yield chunk
        except (TelegramBadRequest, TelegramNotFound) as error:
            raise Refused(error.message) from None
        except ClientResponseError as error:
            if error.status == NOT_FOUND:
                raise Refused("the file link is gone") from None
            raise ConnectionError(f"HTTP {error.status}") from None
        except (TelegramAPIError, ClientError) as error:
            raise ConnectionError(type(error).__name__) from None
