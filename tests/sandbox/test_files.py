"""Photos lose their EXIF, files keep every byte, and sizes are limited as on Telegram."""

from io import BytesIO

import pytest
from PIL import Image

from bot.sandbox.telegram.errors import Refused
from bot.sandbox.telegram.files import Upload
from bot.sandbox.telegram.limits import Limits
from bot.sandbox.telegram.pictures import generated
from tests.sandbox.stage import MEI, Stage


def fetched(stage: Stage, file_id: str) -> bytes:
    path = stage.done("getFile", file_id=file_id)["file_path"]
    return stage.world.files.read(stage.world.files.by_path[path])


def test_it_strips_a_photo_and_keeps_it_in_several_sizes(stage: Stage) -> None:
    source = generated(2000, 1500, 3)
    assert Image.open(BytesIO(source)).getexif()
    sizes = stage.hands.photograph(MEI, [Upload(source)])[0].body["photo"]
    assert [size["width"] for size in sizes] == [90, 320, 800, 1280]
    kept = Image.open(BytesIO(fetched(stage, sizes[-1]["file_id"])))
    assert kept.size == (1280, 960)
    assert not kept.getexif()


def test_it_keeps_a_file_as_it_is(stage: Stage) -> None:
    source = generated(400, 300)
    document = stage.hands.send_files(MEI, [Upload(source, "现场.jpg")])[0].body["document"]
    assert document["file_name"] == "现场.jpg"
    assert document["mime_type"] == "image/jpeg"
    assert fetched(stage, document["file_id"]) == source


def test_it_sends_an_album_as_single_updates_with_one_number(stage: Stage) -> None:
    before = len(stage.updates())
    stage.hands.photograph(MEI, [stage.picture(), stage.picture(), stage.picture()], "三张")
    fresh = [update["message"] for update in stage.updates()[before:]]
    assert len(fresh) == 3
    assert len({body["media_group_id"] for body in fresh}) == 1
    assert [body.get("caption") for body in fresh] == ["三张", None, None]


def test_it_gives_a_single_photo_no_album_number(stage: Stage) -> None:
    stage.hands.photograph(MEI, [stage.picture()])
    assert "media_group_id" not in stage.newest()["message"]


def test_it_hands_out_files_up_to_20_mb(stage: Stage) -> None:
    limit = 20 * 1024 * 1024
    for size, fits in ((limit, True), (limit + 1, False)):
        big = stage.hands.send_files(MEI, [Upload(b"x", "big.bin", size=size)])[0].body["document"]
        reply = stage.call("getFile", file_id=big["file_id"])
        assert reply.ok is fits
    assert reply.description == "Bad Request: file is too big"


def test_it_knows_its_files(stage: Stage) -> None:
    assert stage.refused("getFile", file_id="nonsense")[1] == (
        "Bad Request: wrong file_id or the file is temporarily unavailable"
    )


def test_it_takes_uploads_of_a_bot(stage: Stage) -> None:
    uploads = {
        "photo": stage.picture(),
        "pic": stage.picture(),
        "a": Upload(b"1", "a.txt"),
        "b": Upload(b"2"),
    }
    sent = stage.done("sendPhoto", uploads, chat_id=MEI, caption="<b>x</b>", parse_mode="HTML")
    assert sent["caption_entities"][0]["type"] == "bold"
    again = stage.done("sendPhoto", chat_id=MEI, photo=sent["photo"][-1]["file_id"])
    assert again["photo"] == sent["photo"]
    other = {"type": "photo", "media": "attach://pic", "caption": "y"}
    edit = {"chat_id": MEI, "message_id": sent["message_id"]}
    edited = stage.done("editMessageMedia", uploads, **edit, media=other)
    assert edited["photo"] != sent["photo"]
    assert edited["caption"] == "y"
    album = [{"type": "document", "media": f"attach://{name}"} for name in "ab"]
    pair = stage.done("sendMediaGroup", uploads, chat_id=MEI, media=album)
    assert [body["document"]["file_name"] for body in pair] == ["a.txt", "file"]


@pytest.mark.parametrize(
    ("method", "args", "text"),
    [
        ("sendPhoto", {}, "there is no photo in the request"),
        ("sendPhoto", {"photo": "https://a.cn/x.jpg"}, "failed to get HTTP URL content"),
        ("sendPhoto", {"photo": "nonsense"}, "wrong file identifier/HTTP URL specified"),
        ("sendDocument", {"document": "nonsense"}, "wrong file identifier/HTTP URL specified"),
        ("sendMediaGroup", {"media": []}, "there are no messages to send"),
    ],
)
def test_it_refuses_what_is_no_file(stage: Stage, method: str, args: dict, text: str) -> None:
    assert stage.refused(method, chat_id=MEI, **args) == (400, f"Bad Request: {text}")


def test_it_refuses_uploads_that_are_too_large() -> None:
    stage = Stage(Limits(flood=False, upload_bytes=2000, photo_bytes=1000))
    stage.hands.start(MEI)
    photo = stage.refused("sendPhoto", {"photo": Upload(b"x" * 1001)}, chat_id=MEI)
    assert photo == (
        400,
        "Bad Request: file of size 1001 bytes is too big for a photo; the maximum size is 1000 bytes",
    )
    file = stage.refused("sendDocument", {"document": Upload(b"x" * 2001)}, chat_id=MEI)
    assert file == (413, "Request Entity Too Large")


def test_it_refuses_captions_over_1024(stage: Stage) -> None:
    stage.done("sendPhoto", {"photo": stage.picture()}, chat_id=MEI, caption="字" * 1024)
    assert stage.refused("sendPhoto", {"photo": stage.picture()}, chat_id=MEI, caption="字" * 1025)[1] == (
        "Bad Request: message caption is too long"
    )


@pytest.mark.parametrize("data", [b"no picture", generated(40, 4)[:-300]])
def test_it_refuses_what_is_no_picture(stage: Stage, data: bytes) -> None:
    assert (
        stage.refused("sendPhoto", {"photo": Upload(data)}, chat_id=MEI)[1]
        == "Bad Request: IMAGE_PROCESS_FAILED"
    )


def test_it_refuses_pictures_with_strange_sides(stage: Stage) -> None:
    with pytest.raises(Refused, match="PHOTO_INVALID_DIMENSIONS"):
        stage.hands.photograph(MEI, [Upload(generated(2100, 100))])


def test_a_photo_of_before_is_drawn_once_and_keeps_its_id(stage: Stage) -> None:
    drawn: list[str] = []

    def draw() -> bytes:
        drawn.append("once")
        return generated(400, 300)

    stage.world.files.sent_before({"old-photo": draw})
    assert drawn == []
    first = fetched(stage, "old-photo")
    assert Image.open(BytesIO(first)).size == (400, 300)
    assert not Image.open(BytesIO(first)).getexif()
    assert stage.done("getFile", file_id="old-photo")["file_id"] == "old-photo"
    assert fetched(stage, "old-photo") == first
    assert drawn == ["once"]
    with pytest.raises(Refused):
        stage.world.files.find("older-photo")
