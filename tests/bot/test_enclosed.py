"""A file for very many: uploaded once, sent on by the platform's reference, uploaded anew when that is refused."""

import asyncio
from pathlib import Path
from typing import Any

import orjson
import pytest

from bot.enclosed import Enclosed, reference_of
from bot.shelf import lying
from bot.telegram import Reply

FILE, BODY = "files/ab/cd/x.pdf#YJ-1.pdf", '{"chat_id":5,"caption":"x"}'
LARGEST = {"photo": [{"file_id": "small"}, {"file_id": "large"}]}


class Platform:
    """Counts what is uploaded; knows the references that it gave out until it forgets them."""

    def __init__(self) -> None:
        self.uploads = 0
        self.known: set[str] = set()
        self.script: list[Reply] = []
        self.calls: list[dict[str, Any]] = []

    async def call_raw(self, _method: str, body: bytes) -> Reply:
        self.calls.append(orjson.loads(body))
        await asyncio.sleep(0)
        if self.script:
            return self.script.pop(0)
        if self.calls[-1]["document"] not in self.known:
            return Reply(
                ok=False, code=400, description="Bad Request: wrong file identifier/HTTP URL specified"
            )
        return Reply(ok=True, result={"message_id": 1})

    async def upload(self) -> Reply:
        self.uploads += 1
        await asyncio.sleep(0.001)
        if self.script:
            return self.script.pop(0)
        self.known.add(f"r{self.uploads}")
        return Reply(ok=True, result={"message_id": 1, "document": {"file_id": f"r{self.uploads}"}})


def sent(platform: Platform, enclosed: Enclosed, count: int = 1, media: str = FILE) -> list[Reply]:
    async def go() -> list[Reply]:
        each = (enclosed.send("sendDocument", BODY, media, platform.upload) for _ in range(count))
        return list(await asyncio.gather(*each))

    return asyncio.run(go())


def test_ten_thousand_letters_upload_once() -> None:
    platform = Platform()
    enclosed = Enclosed(platform)  # type: ignore[arg-type]  # it has what is called
    assert all(one.ok for one in sent(platform, enclosed, 10_000))
    assert (platform.uploads, len(platform.calls)) == (1, 9_999)
    assert platform.calls[0] == {"chat_id": 5, "caption": "x", "document": "r1"}
    sent(platform, enclosed, media="files/other.pdf")
    assert platform.uploads == 2


def test_a_reference_that_is_refused_is_forgotten_and_the_file_uploaded_anew() -> None:
    platform = Platform()
    enclosed = Enclosed(platform)  # type: ignore[arg-type]
    sent(platform, enclosed)
    platform.known.clear()
    assert sent(platform, enclosed)[0].ok
    assert platform.uploads == 2
    assert sent(platform, enclosed)[0].ok
    assert platform.uploads == 2


@pytest.mark.parametrize(
    "refused",
    [
        Reply(ok=False, code=429, description="Too Many Requests", retry_after=3),
        Reply(ok=False, code=403, description="Forbidden: bot was blocked by the user"),
        Reply(ok=False, code=400, description="Bad Request: chat not found"),
    ],
)
def test_a_refusal_that_is_not_the_files_goes_back_as_it_is(refused: Reply) -> None:
    platform = Platform()
    enclosed = Enclosed(platform)  # type: ignore[arg-type]
    sent(platform, enclosed)
    platform.script = [refused]
    assert sent(platform, enclosed) == [refused]
    assert platform.uploads == 1


def test_when_the_first_upload_fails_the_next_letter_uploads() -> None:
    platform = Platform()
    enclosed = Enclosed(platform)  # type: ignore[arg-type]
    platform.script = [Reply(ok=False, code=500, description="Internal")]
    answers = sent(platform, enclosed, 20)
    assert sorted(one.ok for one in answers) == [False] + [True] * 19
    assert platform.uploads == 2


@pytest.mark.parametrize("result", [None, [], {}, {"photo": []}, {"photo": [{}]}, {"document": None}, True])
def test_an_answer_that_names_no_file_is_no_reference(result: object) -> None:
    assert reference_of("sendPhoto", result) is None
    assert reference_of("sendPhoto", LARGEST) == "large"


def test_a_document_lies_beside_the_clean_copies_and_arrives_under_its_number() -> None:
    media = Path("/data/media")
    assert lying(media, FILE) == (Path("/data/files/ab/cd/x.pdf"), "YJ-1.pdf")
    assert lying(media, "ab/cd/x.jpg") == (Path("/data/media/ab/cd/x.jpg"), "x.jpg")
