"""The load driver itself, with a bot of five lines in place of a process."""

import asyncio
import math

import orjson

from tests.bench.figures import percentile, spread
from tests.bench.people import Crowd, moments
from tests.bench.scripts import Buttons, Echo
from tests.bench.standin import TOKEN, Json, StandIn
from tests.bench.wire import Call, fields_of, head_of


def call(standin: StandIn, method: str, **fields: object) -> Json:
    answer = standin.answer(Call(TOKEN, method.lower(), fields))
    assert isinstance(answer, tuple)
    return dict(orjson.loads(answer[1]))


async def echoing(standin: StandIn, *, silent_to: int = 0) -> None:
    offset = 0
    while True:
        for update in call(standin, "getUpdates", offset=offset)["result"]:
            offset = update["update_id"] + 1
            message = update["message"]
            if message["from"]["id"] != silent_to:
                call(standin, "sendMessage", chat_id=message["chat"]["id"], text=message["text"])
        await asyncio.sleep(0.001)


async def crowd_with_a_bot(seconds: float, *, silent_to: int = 0) -> Crowd:
    standin = StandIn()
    crowd = Crowd(standin, Echo(), 3)
    bot = asyncio.create_task(echoing(standin, silent_to=silent_to))
    await crowd.hurry(seconds)
    assert await crowd.settle(1) is not bool(silent_to)
    bot.cancel()
    return crowd


def test_it_counts_one_sample_for_every_move() -> None:
    crowd = asyncio.run(crowd_with_a_bot(0.1))
    assert crowd.standin.calls["sendmessage"] == len(crowd.samples) > 3


def test_it_notices_a_person_who_never_gets_a_reply() -> None:
    crowd = asyncio.run(crowd_with_a_bot(0.05, silent_to=1001))
    assert 1001 not in {person.chat for person in crowd._idle}


def test_it_counts_waiting_from_the_moment_a_move_was_due() -> None:
    async def late() -> Crowd:
        standin = StandIn()
        crowd = Crowd(standin, Echo(), 1)
        rate = asyncio.create_task(crowd.at_rate(200, 0.1, seed=1))
        await asyncio.sleep(0.2)
        bot = asyncio.create_task(echoing(standin))
        await rate
        bot.cancel()
        return crowd

    crowd = asyncio.run(late())
    assert len(crowd.samples) == len(list(moments(200, 0.1, 1)))
    assert all(sample.waited > 0.05 for sample in crowd.samples)


def test_it_taps_the_first_button_and_sees_a_spinner_left_hanging() -> None:
    standin = StandIn()
    crowd = Crowd(standin, Buttons(), 1)
    crowd.open()
    rows = [[{"text": "yes", "callback_data": "a"}, {"text": "no", "callback_data": "b"}]]
    call(standin, "sendMessage", chat_id=1000, text="?", reply_markup={"inline_keyboard": rows})
    crowd.go_on_alone()
    assert call(standin, "getUpdates", offset=2)["result"][0]["callback_query"]["data"] == "a"
    assert standin.spinning == 1


def test_it_refuses_an_edit_that_changes_nothing() -> None:
    standin = StandIn()
    message = call(standin, "sendMessage", chat_id=1000, text="same")["result"]["message_id"]
    assert not call(standin, "editMessageText", chat_id=1000, message_id=message, text="same")["ok"]
    assert standin.refusals.total() == 1


def test_it_reads_bodies_of_all_three_kinds() -> None:
    multipart = b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\n\xe6\x98\xaf\r\n--x--\r\n'
    assert fields_of("application/json", "", '{"text":"是"}'.encode()) == {"text": "是"}
    assert fields_of("application/x-www-form-urlencoded", "", b"text=%E6%98%AF") == {"text": "是"}
    assert fields_of("multipart/form-data; boundary=x", "", multipart) == {"text": "是"}
    assert head_of(b"POST /bot1:x/getMe HTTP/1.1\r\nContent-Length: 7").length == 7


def test_it_says_percentiles_by_nearest_rank() -> None:
    assert percentile([4, 1, 3, 2], 0.5) == 2
    assert spread([0.001] * 99 + [1.0]) == (1.0, 1.0, 1.0)
    assert math.isnan(percentile([], 0.5))
