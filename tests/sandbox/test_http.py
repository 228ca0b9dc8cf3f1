"""The Bot API over HTTP takes what every client library sends, and faults look like faults."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import orjson
import pytest
from aiohttp import ClientConnectionError, ClientTimeout, FormData, ServerDisconnectedError, web

from bot.sandbox.telegram.pictures import generated
from tests.sandbox.stage import MEI, TOKEN
from tests.sandbox.wire import Wire

ADDRESSED = {"chat_id": str(MEI), "text": "安", "reply_markup": orjson.dumps({"keyboard": [["好"]]}).decode()}


def play(scene: Any, **options: Any) -> None:
    """Run a scene on a sandbox of its own."""

    async def run() -> None:
        async with Wire(**options) as wire:
            await wire.does("start", person=MEI)
            await asyncio.wait_for(scene(wire), 20)

    asyncio.run(run())


def test_it_reads_json_forms_multipart_and_query_strings() -> None:
    async def scene(wire: Wire) -> None:
        form = FormData(default_to_multipart=True)
        for name, value in ADDRESSED.items():
            form.add_field(name, value)
        for options in ({"json": ADDRESSED}, {"data": ADDRESSED}, {"data": form}, {"params": ADDRESSED}):
            status, body = await wire.call("sendMessage", **options)
            assert (status, body["result"]["text"]) == (200, "安")
        response = await wire.asks("GET", f"/bot{TOKEN}/getMe")
        assert response.status == 200

    play(scene)


def test_it_answers_refusals_with_their_code() -> None:
    async def scene(wire: Wire) -> None:
        status, body = await wire.call("sendMessage", json={"chat_id": MEI})
        assert (status, body["error_code"], body["ok"]) == (400, 400, False)
        assert (await wire.call("sendMessage", data=b"{", headers={"Content-Type": "application/json"}))[
            0
        ] == 400
        assert (await wire.asks("POST", "/bot42:OTHER/getMe")).status == 401
        assert (await wire.asks("POST", "/botx/getMe")).status == 404
        entities = [{"type": "bold"}]
        assert (await wire.call("sendMessage", json={"chat_id": MEI, "text": "x ", "entities": entities}))[
            0
        ] == 400

    play(scene)


def test_it_takes_an_upload_and_gives_the_same_bytes_back() -> None:
    async def scene(wire: Wire) -> None:
        form = FormData({"chat_id": str(MEI), "document": "attach://f"})
        form.add_field("f", b"abc" * 9, filename="a.bin")
        _, body = await wire.call("sendDocument", data=form)
        _, file = await wire.call("getFile", json={"file_id": body["result"]["document"]["file_id"]})
        path = f"/file/bot{TOKEN}/{file['result']['file_path']}"
        response = await wire.asks("GET", path)
        assert response.body == b"abc" * 9
        assert (await wire.asks("GET", f"/file/bot42:OTHER/{file['result']['file_path']}")).status == 401
        assert (await wire.asks("GET", f"/file/bot{TOKEN}/../../telegram.jsonl")).status == 404

    play(scene)


def test_it_holds_a_poll_until_something_comes() -> None:
    async def scene(wire: Wire) -> None:
        _, body = await wire.call("getUpdates", json={"offset": -1})
        after = body["result"][0]["update_id"] + 1
        poll = asyncio.create_task(wire.call("getUpdates", json={"offset": after, "timeout": 20}))
        await asyncio.sleep(0.05)
        assert not poll.done()
        await wire.does("text", person=MEI, text="da")
        _, body = await poll
        assert body["result"][0]["message"]["text"] == "da"
        _, body = await wire.call("getUpdates", json={"offset": after + 1, "timeout": 0})
        assert body["result"] == []

    play(scene)


def test_it_ends_the_poll_of_a_first_reader_when_a_second_comes() -> None:
    async def scene(wire: Wire) -> None:
        await wire.call("getUpdates", json={"offset": -1})
        args = {"offset": 2_000_000_000, "timeout": 20}
        first = asyncio.create_task(wire.call("getUpdates", json=args))
        await asyncio.sleep(0.05)
        second = asyncio.create_task(wire.call("getUpdates", json=args))
        status, body = await first
        assert status == 409
        assert body["description"] == (
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
        )
        await wire.call("setWebhook", json={"url": "https://example.org/"})
        status, body = await second
        assert body["description"] == "Conflict: terminated by setWebhook request"

    play(scene)


def test_it_serves_only_local_names_and_its_own_page() -> None:
    async def scene(wire: Wire) -> None:
        for path in ("/control/page", f"/bot{TOKEN}/getMe", "/"):
            assert (await wire.asks("GET", path, headers={"Host": "evil.example"})).status == 403
        body = {"json": {"person": MEI, "text": "x"}, "headers": {"Origin": "https://evil.example"}}
        assert (await wire.asks("POST", "/control/text", **body)).status == 403
        assert (await wire.asks("GET", "/control/page")).status == 200
        assert (await wire.asks("GET", "/../sandbox.py")).status == 404

    play(scene)


def hurt(kind: str, **fault: Any) -> Any:
    async def scene(wire: Wire) -> None:
        await wire.does("faults", kind=kind, method="sendMessage", count=1, **fault)
        asked = wire.call(
            "sendMessage", json={"chat_id": MEI, "text": kind}, timeout=ClientTimeout(total=0.4)
        )
        scene.outcome = await outcome(asked)
        seen = await wire.sees(f"chat?person={MEI}")
        scene.arrived = any(message.get("text") == kind for message in seen["messages"])
        log = await wire.sees("log?full=1")
        scene.logged = [call["fault"] for call in log["calls"] if call["method"] == "sendMessage"]
        assert (await wire.call("sendMessage", json={"chat_id": MEI, "text": "next"}))[0] == 200

    return scene


async def outcome(asked: Coroutine[Any, Any, tuple[int, Any]]) -> object:
    try:
        return (await asked)[0]
    except TimeoutError:
        return "silence"
    except (ServerDisconnectedError, ClientConnectionError):
        return "cut"


@pytest.mark.parametrize(
    ("kind", "seen", "arrived"),
    [
        ("drop", "silence", False),
        ("timeout_after_delivery", "silence", True),
        ("reset", "cut", False),
        ("reset_after_delivery", "cut", True),
        ("error_5xx", 502, False),
        ("429", 429, False),
        ("delay", 200, True),
    ],
)
def test_it_plays_a_fault(kind: str, seen: object, arrived: bool) -> None:
    scene = hurt(kind, seconds=0.05 if kind in {"delay", "429"} else 1.0)
    play(scene)
    assert (scene.outcome, scene.arrived, scene.logged) == (seen, arrived, [kind])


def test_it_hits_at_a_rate_and_stops_when_told() -> None:
    async def scene(wire: Wire) -> None:
        rule = await wire.does("faults", kind="error_5xx", rate=0.3)
        codes = [(await wire.call("getMe"))[0] for _ in range(60)]
        assert 5 < codes.count(502) < 35
        assert (await wire.asks("DELETE", f"/control/faults?id={rule['id']}")).status == 200
        assert [(await wire.call("getMe"))[0] for _ in range(10)] == [200] * 10

    play(scene)


def test_it_spoils_downloads() -> None:
    async def scene(wire: Wire) -> None:
        sent = await wire.does("photo", person=MEI, generate={"width": 50, "height": 40})
        _, file = await wire.call("getFile", json={"file_id": sent["messages"][0]["photo"][-1]["file_id"]})
        path = f"/file/bot{TOKEN}/{file['result']['file_path']}"
        whole = (await wire.asks("GET", path)).body
        await wire.does("faults", kind="truncate", method="file", count=1)
        assert len((await wire.asks("GET", path)).body) == len(whole) // 2
        await wire.does("faults", kind="missing", method="file", count=1)
        assert (await wire.asks("GET", path)).status == 404
        assert (await wire.asks("GET", path)).status == 200

    play(scene)


class Receiver:
    """A webhook that fails first and then takes everything."""

    def __init__(self, failures: int, answer: Any = None) -> None:
        self.failures = failures
        self.answer = answer
        self.taken: list[dict[str, Any]] = []
        self.secrets: set[str] = set()
        self.done = asyncio.Event()

    async def handle(self, request: web.BaseRequest) -> web.Response:
        self.secrets.add(request.headers.get("X-Telegram-Bot-Api-Secret-Token", ""))
        if self.failures:
            self.failures -= 1
            return web.Response(status=503)
        self.taken.append(await request.json())
        if self.taken[-1].get("message", {}).get("text") == "ende":
            self.done.set()
        return web.json_response(self.answer) if self.answer else web.Response()

    async def open(self) -> str:
        self.runner = web.ServerRunner(web.Server(self.handle))
        await self.runner.setup()
        await web.TCPSite(self.runner, "127.0.0.1", 0).start()
        return f"http://127.0.0.1:{self.runner.addresses[0][1]}/hook"


def test_it_delivers_to_a_webhook_in_order_again_and_again() -> None:
    async def scene(wire: Wire) -> None:
        receiver = Receiver(failures=2, answer={"method": "sendMessage", "chat_id": MEI, "text": "ok"})
        url = await receiver.open()
        await wire.call("setWebhook", json={"url": url, "secret_token": "s-1", "drop_pending_updates": True})
        for word in ("一", "二", "三", "ende"):
            await wire.does("text", person=MEI, text=word)
        await receiver.done.wait()
        assert [update["message"]["text"] for update in receiver.taken] == ["一", "二", "三", "ende"]
        assert receiver.secrets == {"s-1"}
        _, info = await wire.call("getWebhookInfo")
        assert "503" in info["result"]["last_error_message"]
        for _ in range(50):
            seen = [m.get("text") for m in (await wire.sees(f"chat?person={MEI}"))["messages"]]
            if seen.count("ok") == 4:
                break
            await asyncio.sleep(0.02)
        assert seen.count("ok") == 4
        assert (await wire.call("deleteWebhook"))[0] == 200
        assert (await wire.call("getUpdates"))[1]["result"] == []
        await receiver.runner.cleanup()

    play(scene)


def test_it_tells_a_page_what_happens() -> None:
    async def scene(wire: Wire) -> None:
        async with wire.http.get(f"{wire.base}/control/stream") as stream:
            assert orjson.loads((await stream.content.readline())[6:])["kind"] == "hello"
            await wire.does("text", person=MEI, text="live")
            await stream.content.readline()
            event = orjson.loads((await stream.content.readline())[6:])
            assert (event["kind"], event["chat"], event["message"]["text"]) == ("message", MEI, "live")

    play(scene)


def test_it_moves_the_clock_and_dates_messages_by_it() -> None:
    async def scene(wire: Wire) -> None:
        moved = await wire.does("clock", to="2027-02-01 08:30")
        assert moved["local"].startswith("2027-02-01T08:30:00")
        sent = await wire.does("text", person=MEI, text="x")
        assert sent["messages"][0]["date"] - 1801441800 < 60
        await wire.does("clock", advance=3600)
        monday = await wire.does("clock", to="monday 08:30")
        assert monday["local"].startswith("2027-02-08T08:30")
        assert (await wire.does("clock", reset=True))["offset_seconds"] == 0
        assert (await wire.asks("POST", "/control/clock", json={"to": "never"})).status == 400

    play(scene)


def test_it_plays_people_by_the_control_api() -> None:
    async def scene(wire: Wire) -> None:
        fresh = await wire.does("people", name="新人", phone="139")
        await wire.does("start", person=fresh["id"], payload="abc")
        upload = FormData({"person": str(MEI), "caption": "两张"})
        for name in ("a.jpg", "b.jpg"):
            upload.add_field("file", generated(60, 40), filename=name)
        response = await wire.asks("POST", "/control/album", data=upload)
        assert len(orjson.loads(response.body)["messages"]) == 2
        button = {"inline_keyboard": [[{"text": "是", "callback_data": "y"}]]}
        _, body = await wire.call("sendMessage", json={"chat_id": MEI, "text": "?", "reply_markup": button})
        number = body["result"]["message_id"]
        wrong = {"person": MEI, "message_id": number, "label": "否"}
        assert (await wire.asks("POST", "/control/tap", json=wrong)).status == 409
        tap = await wire.does("tap", person=MEI, message_id=number, label="是")
        await wire.call("answerCallbackQuery", json={"callback_query_id": tap["id"], "text": "好"})
        answered = await wire.sees(f"callbacks/{tap['id']}")
        assert answered["answer"]["text"] == "好"
        seen = await wire.sees(f"chat?person={MEI}")
        later = await wire.sees(f"chat?person={MEI}&since={seen['seq']}")
        assert (len(later["messages"]), later["toasts"]) == (0, [])
        assert (await wire.asks("POST", "/control/text", json={"person": "x"})).status == 400
        assert (await wire.asks("POST", "/control/limits", json={"nonsense": 1})).status == 400
        assert (await wire.does("limits", flood=True))["flood"] is True

    play(scene)
