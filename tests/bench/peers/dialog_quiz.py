"""The questionnaire the usual way with aiogram-dialog: two windows, answers through aiosqlite."""

import asyncio

from aiogram import Dispatcher
from aiogram.filters import CommandStart
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, StartMode, Window, setup_dialogs
from aiogram_dialog.widgets.kbd import Button, Row
from aiogram_dialog.widgets.text import Const, Format

from tests.bench.peers.book import Book
from tests.bench.peers.place import Place
from tests.bench.peers.questions import AGAIN, DONE, NO, QUESTIONS, YES, wording


class Quiz(StatesGroup):
    """The windows."""

    asking = State()
    finished = State()


async def question(dialog_manager: DialogManager, **_: object) -> dict[str, str]:
    return {"question": wording(int(dialog_manager.dialog_data.get("index", 0)))}


async def answered(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    index = int(manager.dialog_data.get("index", 0))
    book: Book = manager.middleware_data["book"]
    await book.save(query.from_user.id, index, str(button.widget_id))
    if index + 1 < len(QUESTIONS):
        manager.dialog_data["index"] = index + 1
    else:
        await manager.switch_to(Quiz.finished)


async def again(_query: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data["index"] = 0
    await manager.switch_to(Quiz.asking)


quiz = Dialog(
    Window(
        Format("{question}"),
        Row(Button(Const(YES), id="yes", on_click=answered), Button(Const(NO), id="no", on_click=answered)),
        state=Quiz.asking,
        getter=question,
    ),
    Window(Const(DONE), Button(Const(AGAIN), id="again", on_click=again), state=Quiz.finished),
)


async def begin(_message: Message, dialog_manager: DialogManager) -> None:
    await dialog_manager.start(Quiz.asking, mode=StartMode.RESET_STACK)


async def main() -> None:
    place = Place.from_environment()
    book = await Book.open(place.data)
    dispatcher = Dispatcher()
    dispatcher.message.register(begin, CommandStart())
    dispatcher.include_router(quiz)
    setup_dialogs(dispatcher)
    await dispatcher.start_polling(place.aiogram_bot(), book=book)
    await book.close()


if __name__ == "__main__":
    asyncio.run(main())
