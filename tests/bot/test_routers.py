"""Reading of raw updates, held against aiogram's own types."""

from datetime import UTC, datetime
from typing import Any

import pytest
from aiogram.types import Update

from bot.routers import Blocked, LetterTap, Utterance, lane_of, read, tap_of
from dialogs.talk import (
    Commanded,
    Input,
    SentFile,
    SentOther,
    SentPhoto,
    SentPlace,
    SharedContact,
    Tapped,
    Wrote,
)

PERSON = {"id": 5, "is_bot": False, "first_name": "张", "last_name": "伟", "language_code": "zh-hans"}
CHAT = {"id": 5, "type": "private", "first_name": "张"}
AT = 1_795_000_000


def message(**more: Any) -> dict[str, Any]:
    return {"update_id": 1, "message": {"message_id": 7, "date": AT, "chat": CHAT, "from": PERSON, **more}}


def sizes() -> list[dict[str, Any]]:
    return [
        {"file_id": "s", "file_unique_id": "us", "width": 90, "height": 60, "file_size": 900},
        {"file_id": "L", "file_unique_id": "uL", "width": 1280, "height": 960, "file_size": 90_000},
    ]


def document(mime: str) -> dict[str, Any]:
    return {"file_id": "d", "file_unique_id": "ud", "mime_type": mime, "file_size": 12, "file_name": "a"}


CASES: list[tuple[str, dict[str, Any], Input]] = [
    ("text", message(text="有一根软管"), Wrote("有一根软管", 7)),
    ("command", message(text="/start abc_-9"), Commanded("start", "abc_-9")),
    ("command to this bot", message(text="/Help@anwen_bot"), Commanded("help")),
    ("slash alone", message(text="/"), Commanded("")),
    ("photo", message(photo=sizes(), caption="后厨"), SentPhoto("L", "uL", 90_000, "后厨", message=7)),
    ("album", message(photo=sizes(), media_group_id="g"), SentPhoto("L", "uL", 90_000, "", "g", message=7)),
    (
        "image as a file",
        message(document=document("image/png")),
        SentPhoto("d", "ud", 12, as_file=True, mime="image/png", message=7),
    ),
    (
        "document",
        message(document=document("application/pdf"), caption="报告"),
        SentFile("d", "ud", "a", 12, "报告", None, "application/pdf", message=7),
    ),
    (
        "animation",
        message(
            animation={
                "file_id": "x",
                "file_unique_id": "y",
                "width": 1,
                "height": 1,
                "duration": 1,
            },
            document=document("video/mp4"),
        ),
        SentOther("animation"),
    ),
    (
        "own contact",
        message(contact={"phone_number": "+8613800000000", "first_name": "张", "user_id": 5}),
        SharedContact("+8613800000000", own=True),
    ),
    (
        "foreign contact",
        message(contact={"phone_number": "138", "first_name": "李", "user_id": 6}),
        SharedContact("138", own=False),
    ),
    (
        "contact without an account",
        message(contact={"phone_number": "138", "first_name": "李"}),
        SharedContact("138", own=False),
    ),
    (
        "sticker",
        message(
            sticker={
                "file_id": "x",
                "file_unique_id": "y",
                "type": "regular",
                "width": 1,
                "height": 1,
                "is_animated": False,
                "is_video": False,
            }
        ),
        SentOther("sticker"),
    ),
    ("voice", message(voice={"file_id": "x", "file_unique_id": "y", "duration": 3}), SentOther("voice")),
    ("pinned place", message(location={"latitude": 37.4, "longitude": 116.3}), SentPlace(37.4, 116.3)),
    (
        "live place",
        message(
            location={
                "latitude": 37.4,
                "longitude": 116.3,
                "horizontal_accuracy": 11.6,
                "live_period": 900,
            }
        ),
        SentPlace(37.4, 116.3, 12, live=True),
    ),
    (
        "venue",
        message(
            location={"latitude": 37.4, "longitude": 116.3},
            venue={
                "location": {"latitude": 37.4, "longitude": 116.3},
                "title": "老王饭店",
                "address": "天衢路1号",
            },
        ),
        SentPlace(37.4, 116.3, address="老王饭店 天衢路1号"),
    ),
]


@pytest.mark.parametrize(
    ("update", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_it_reads_messages(update: dict[str, Any], expected: Input) -> None:
    utterance = read(update)
    assert isinstance(utterance, Utterance)
    assert utterance.input == expected
    assert (utterance.chat, utterance.private, utterance.message) == (5, True, 7)
    assert utterance.at == datetime.fromtimestamp(AT, UTC)


@pytest.mark.parametrize("update", [case[1] for case in CASES], ids=[case[0] for case in CASES])
def test_it_agrees_with_aiogram(update: dict[str, Any]) -> None:
    typed = Update.model_validate(update).message
    ours = read(update)
    assert typed is not None
    assert typed.from_user is not None
    assert isinstance(ours, Utterance)
    assert (ours.chat, ours.message, ours.at) == (typed.chat.id, typed.message_id, typed.date)
    assert (ours.speaker.id, ours.speaker.name) == (typed.from_user.id, typed.from_user.full_name)
    assert ours.speaker.language == typed.from_user.language_code
    what = ours.input
    if isinstance(what, Wrote):
        assert what.text == typed.text
    if isinstance(what, SentPhoto) and typed.photo:
        assert what.file == typed.photo[-1].file_id
    if isinstance(what, SharedContact):
        assert typed.contact is not None
        assert what.own == (typed.contact.user_id == typed.from_user.id)
    if isinstance(what, SentFile):
        assert typed.document is not None
        assert (what.file, what.name) == (typed.document.file_id, typed.document.file_name)
    if isinstance(what, SentPlace):
        assert typed.location is not None
        assert (what.lat, what.lon) == (typed.location.latitude, typed.location.longitude)
    if isinstance(what, SentOther):
        assert what.what == typed.content_type.value


def tap(data: str) -> dict[str, Any]:
    shown = {"message_id": 9, "date": AT, "chat": CHAT, "text": "?"}
    return {
        "update_id": 2,
        "callback_query": {"id": "77", "from": PERSON, "chat_instance": "1", "data": data, "message": shown},
    }


def test_it_reads_a_tap() -> None:
    utterance = read(tap("check.12.ok"))
    assert isinstance(utterance, Utterance)
    assert utterance.input == Tapped("check", 12, "ok")
    assert (utterance.callback, utterance.message, utterance.at) == ("77", 9, None)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("check.12.a.b", Tapped("check", 12, "a.b")),
        ("!.tok_en-9.1", LetterTap("tok_en-9", 1)),
        ("!.tok.x", LetterTap("tok", -1)),
        ("!.tok.²", LetterTap("tok", -1)),
        ("check.-1.ok", Tapped("check", -1, "ok")),
        ("check.99999999999999999.ok", Tapped("check", -1, "ok")),
        ("check.٣.ok", Tapped("check", -1, "ok")),
        ("garbage", Tapped("garbage", -1, "")),
        ("", Tapped("", -1, "")),
    ],
)
def test_it_reads_any_callback_data(data: str, expected: Input | LetterTap) -> None:
    assert tap_of(data) == expected


def test_an_edited_command_is_text() -> None:
    update = message(text="/start x", edit_date=AT + 5)
    utterance = read({"update_id": 1, "edited_message": update["message"]})
    assert isinstance(utterance, Utterance)
    assert utterance.input == Wrote("/start x", 7, edited=True)
    assert utterance.at == datetime.fromtimestamp(AT + 5, UTC)


def test_a_reply_names_the_message_it_answers() -> None:
    quoted = {"message_id": 3, "date": AT, "chat": CHAT, "text": "?"}
    utterance = read(message(text="是", reply_to_message=quoted))
    assert isinstance(utterance, Utterance)
    assert utterance.input == Wrote("是", 7, reply_to=3)
    photo = read(message(photo=sizes(), reply_to_message=quoted))
    assert isinstance(photo, Utterance)
    assert isinstance(photo.input, SentPhoto)
    assert (photo.input.message, photo.input.reply_to) == (7, 3)


@pytest.mark.parametrize(("status", "reachable"), [("kicked", False), ("member", True)])
def test_it_sees_that_the_bot_was_blocked(status: str, reachable: bool) -> None:
    member = {"user": {"id": 1, "is_bot": True, "first_name": "b"}, "status": status}
    change = {"chat": CHAT, "from": PERSON, "date": AT, "old_chat_member": member, "new_chat_member": member}
    seen = read({"update_id": 3, "my_chat_member": change})
    assert isinstance(seen, Blocked)
    assert seen.reachable is reachable


def test_it_passes_over_what_means_nothing() -> None:
    assert read({"update_id": 4, "poll": {"id": "1"}}) is None
    assert read({"update_id": 4, "message": {"message_id": 1, "date": AT, "chat": CHAT}}) is None
    bot = {**PERSON, "is_bot": True}
    assert read({"update_id": 4, "message": {"message_id": 1, "date": AT, "chat": CHAT, "from": bot}}) is None


@pytest.mark.parametrize(
    ("update", "lane"),
    [
        (message(text="x"), 5),
        (tap("a.1.b"), 5),
        ({"update_id": 1, "message": {"chat": {"id": -100}, "from": PERSON}}, -100),
        ({"update_id": 1, "inline_query": {"from": PERSON}}, 5),
        ({"update_id": 1}, 0),
        ({"update_id": 1, "poll": {"id": "9"}}, 0),
        ({"update_id": 1, "strange": 5}, 0),
    ],
)
def test_a_lane_is_the_chat_or_the_person(update: dict[str, Any], lane: int) -> None:
    assert lane_of(update) == lane


def test_a_live_place_that_moves_on_says_nothing_new() -> None:
    moved = message(location={"latitude": 37.5, "longitude": 116.3, "live_period": 900}, edit_date=AT + 30)
    assert read({"update_id": 2, "edited_message": moved["message"]}) is None
