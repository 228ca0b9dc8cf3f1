"""The questionnaire the usual way with aiogram: its finite state machine in memory, answers through aiosqlite."""

import asyncio
from typing import Final

from aiogram import Dispatcher, F
from aiogram.filters import CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from tests.bench.peers.book import Book
from tests.bench.peers.place import Place
from tests.bench.peers.questions import AGAIN, DONE, NO, QUESTIONS, YES, wording


class Quiz(StatesGroup):
    """Where a person stands."""

    asking = State()
    finished = State()


def keyboard(*options: tuple[str, str]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(text=label, callback_data=data) for label, data in options]]
    )


ANSWERS: Final = keyboard((YES, "answer:yes"), (NO, "answer:no"))
ONCE_MORE: Final = keyboard((AGAIN, "again"))
dispatcher = Dispatcher()


@dispatcher.message(CommandStart())
async def begin(message: Message, state: FSMContext) -> None:
    await state.set_state(Quiz.asking)
    await state.set_data({"index": 0})
    await message.answer(wording(0), reply_markup=ANSWERS)


@dispatcher.callback_query(Quiz.asking, F.data.startswith("answer:"))
async def answered(query: CallbackQuery, state: FSMContext, book: Book) -> None:
    index = int((await state.get_data())["index"])
    await book.save(query.from_user.id, index, (query.data or "").partition(":")[2])
    await query.answer()
    if index + 1 < len(QUESTIONS):
        await state.update_data(index=index + 1)
        await put(query, wording(index + 1), ANSWERS)
    else:
        await state.set_state(Quiz.finished)
        await put(query, DONE, ONCE_MORE)


@dispatcher.callback_query(Quiz.finished, F.data == "again")
async def again(query: CallbackQuery, state: FSMContext) -> None:
    await state.set_state(Quiz.asking)
    await state.set_data({"index": 0})
    await query.answer()
    await put(query, wording(0), ANSWERS)


async def put(query: CallbackQuery, text: str, buttons: InlineKeyboardMarkup) -> None:
    if isinstance(query.message, Message):
        await query.message.edit_text(text, reply_markup=buttons)


async def main() -> None:
    place = Place.from_environment()
    book = await Book.open(place.data)
    await dispatcher.start_polling(place.aiogram_bot(), book=book)
    await book.close()


if __name__ == "__main__":
    asyncio.run(main())
