"""The questionnaire the usual way with python-telegram-bot: ConversationHandler, its pickle file, aiosqlite."""

from collections.abc import Sequence
from typing import Any, Final, cast

from telegram import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    PersistenceInput,
    PicklePersistence,
)

from tests.bench.peers.book import Book
from tests.bench.peers.place import Place
from tests.bench.peers.questions import AGAIN, DONE, NO, QUESTIONS, YES, wording

ASKING, FINISHED = range(2)
PLACE: Final = Place.from_environment()
Context = ContextTypes.DEFAULT_TYPE


def keyboard(options: Sequence[tuple[str, str]]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(label, callback_data=data) for label, data in options]]
    )


ANSWERS: Final = keyboard([(YES, "answer:yes"), (NO, "answer:no")])
ONCE_MORE: Final = keyboard([(AGAIN, "again")])


def progress(context: Context) -> dict[str, int]:
    return cast("dict[str, int]", context.user_data)


async def begin(update: Update, context: Context) -> int:
    progress(context)["index"] = 0
    if update.message:
        await update.message.reply_text(wording(0), reply_markup=ANSWERS)
    return ASKING


async def answered(update: Update, context: Context) -> int:
    query = cast("CallbackQuery", update.callback_query)
    index = progress(context)["index"]
    book: Book = context.application.bot_data["book"]
    await book.save(query.from_user.id, index, (query.data or "").partition(":")[2])
    await query.answer()
    if index + 1 == len(QUESTIONS):
        await query.edit_message_text(DONE, reply_markup=ONCE_MORE)
        return FINISHED
    progress(context)["index"] = index + 1
    await query.edit_message_text(wording(index + 1), reply_markup=ANSWERS)
    return ASKING


async def again(update: Update, context: Context) -> int:
    query = cast("CallbackQuery", update.callback_query)
    progress(context)["index"] = 0
    await query.answer()
    await query.edit_message_text(wording(0), reply_markup=ANSWERS)
    return ASKING


async def open_book(application: "Application[Any, Any, Any, Any, Any, Any]") -> None:
    application.bot_data["book"] = await Book.open(PLACE.data)


async def close_book(application: "Application[Any, Any, Any, Any, Any, Any]") -> None:
    await application.bot_data.pop("book").close()


def main() -> None:
    memory = PicklePersistence(PLACE.data / "conversations.pickle", PersistenceInput(bot_data=False))
    application = (
        Application.builder()
        .token(PLACE.token)
        .base_url(f"{PLACE.api}/bot")
        .persistence(memory)
        .post_init(open_book)
        .post_shutdown(close_book)
        .build()
    )
    application.add_handler(
        ConversationHandler(
            entry_points=[CommandHandler("start", begin)],
            states={
                ASKING: [CallbackQueryHandler(answered, pattern="^answer:")],
                FINISHED: [CallbackQueryHandler(again, pattern="^again$")],
            },
            fallbacks=[CommandHandler("start", begin)],
            name="quiz",
            persistent=True,
        )
    )
    application.run_polling()


if __name__ == "__main__":
    main()
