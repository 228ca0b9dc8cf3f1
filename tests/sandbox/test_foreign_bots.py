"""Bots written with other people's libraries run on the stand-in unchanged, polling and by webhook.

Each bot echoes texts under a button, and on a tap edits its message and shows a toast.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
import telegram
from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
)
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from tests.sandbox.stage import MEI, TOKEN
from tests.sandbox.wire import Wire

SECRET = "kept-secret_1"


async def ptb_start(update: telegram.Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    await update.message.reply_html(f"<b>start</b> {context.args[0]}")


async def ptb_echo(update: telegram.Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    button = telegram.InlineKeyboardButton("是", callback_data="yes")
    await update.message.reply_text(
        update.message.text, reply_markup=telegram.InlineKeyboardMarkup([[button]])
    )


async def ptb_photo(update: telegram.Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    file = await update.message.photo[-1].get_file()
    await update.message.reply_document(bytes(await file.download_as_bytearray()), filename="back.jpg")


async def ptb_tap(update: telegram.Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    await update.callback_query.answer("好")
    await update.callback_query.edit_message_text(f"got {update.callback_query.data}")


def ptb_application(base: str) -> Application:
    building = Application.builder().token(TOKEN).base_url(f"{base}/bot").base_file_url(f"{base}/file/bot")
    application = building.build()
    application.add_handler(CommandHandler("start", ptb_start))
    application.add_handler(MessageHandler(filters.TEXT, ptb_echo))
    application.add_handler(MessageHandler(filters.PHOTO, ptb_photo))
    application.add_handler(CallbackQueryHandler(ptb_tap))
    return application


@asynccontextmanager
async def ptb_polling(wire: Wire) -> AsyncIterator[None]:
    application = ptb_application(wire.base)
    async with application:
        await application.start()
        await application.updater.start_polling()
        yield
        await application.updater.stop()
        await application.stop()


@asynccontextmanager
async def ptb_webhook(wire: Wire) -> AsyncIterator[None]:
    application = ptb_application(wire.base)

    async def receive(request: web.Request) -> web.Response:
        if request.headers["X-Telegram-Bot-Api-Secret-Token"] != SECRET:
            return web.Response(status=403)
        await application.update_queue.put(telegram.Update.de_json(await request.json(), application.bot))
        return web.Response()

    async with application, listening("POST", receive) as url:
        await application.start()
        await application.bot.set_webhook(url, secret_token=SECRET)
        yield
        await application.bot.delete_webhook()
        await application.stop()


@asynccontextmanager
async def listening(method: str, handle: Any) -> AsyncIterator[str]:
    place = web.Application()
    place.router.add_route(method, "/hook", handle)
    async with serving(place) as url:
        yield url


@asynccontextmanager
async def serving(place: web.Application) -> AsyncIterator[str]:
    runner = web.AppRunner(place)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    await runner.cleanup()


def aiogram_bot(base: str) -> tuple[Bot, Dispatcher]:
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(base)))
    dispatcher = Dispatcher()

    @dispatcher.message(F.text.startswith("/start"))
    async def start(message: Message) -> Any:
        return message.answer(f"<b>start</b> {message.text.split()[1]}", parse_mode="HTML")

    @dispatcher.message(F.text)
    async def echo(message: Message) -> Any:
        markup = InlineKeyboardMarkup(
            inline_keyboard=[[InlineKeyboardButton(text="是", callback_data="yes")]]
        )
        return message.answer(message.text, reply_markup=markup)

    @dispatcher.message(F.photo)
    async def photo(message: Message) -> Any:
        data = await bot.download(message.photo[-1])
        return await message.answer_document(BufferedInputFile(data.read(), "back.jpg"))

    @dispatcher.callback_query()
    async def tap(query: CallbackQuery) -> None:
        await query.answer("好")
        await query.message.edit_text(f"got {query.data}")

    return bot, dispatcher


@asynccontextmanager
async def aiogram_polling(wire: Wire) -> AsyncIterator[None]:
    bot, dispatcher = aiogram_bot(wire.base)
    polling = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False, polling_timeout=2))
    yield
    await dispatcher.stop_polling()
    await polling
    await bot.session.close()


@asynccontextmanager
async def aiogram_webhook(wire: Wire) -> AsyncIterator[None]:
    bot, dispatcher = aiogram_bot(wire.base)
    place = web.Application()
    SimpleRequestHandler(dispatcher, bot, handle_in_background=False, secret_token=SECRET).register(
        place, "/hook"
    )
    async with serving(place) as url:
        await bot.set_webhook(url, secret_token=SECRET)
        yield
        await bot.delete_webhook()
    await bot.session.close()


async def until(wire: Wire, text: str) -> dict[str, Any]:
    for _ in range(250):
        for message in (await wire.sees(f"chat?person={MEI}"))["messages"]:
            if message["author"] != MEI and text in (
                message.get("text"),
                message.get("document", {}).get("file_name"),
            ):
                return message
        await asyncio.sleep(0.02)
    raise AssertionError(f"{text} was never seen")


async def conversation(wire: Wire) -> None:
    await wire.does("start", person=MEI, payload="abc")
    assert (await until(wire, "start abc"))["entities"][0]["type"] == "bold"
    await wire.does("text", person=MEI, text="你好")
    echo = await until(wire, "你好")
    tap = await wire.does("tap", person=MEI, message_id=echo["message_id"], label="是")
    assert (await until(wire, "got yes"))["message_id"] == echo["message_id"]
    assert (await wire.sees(f"callbacks/{tap['id']}"))["answer"]["text"] == "好"
    sent = await wire.does("photo", person=MEI, generate={"width": 200, "height": 100})
    back = await until(wire, "back.jpg")
    assert back["document"]["file_size"] == sent["messages"][0]["photo"][-1]["file_size"]


@pytest.mark.parametrize("running", [ptb_polling, ptb_webhook, aiogram_polling, aiogram_webhook])
def test_it_carries_a_bot_it_does_not_know(running: Any) -> None:
    async def play() -> None:
        async with Wire() as wire:
            async with running(wire):
                await asyncio.wait_for(conversation(wire), 30)
            log = await wire.sees("log")
            refused = [call for call in log["calls"] if not call["ok"]]
            assert refused == []

    asyncio.run(play())
