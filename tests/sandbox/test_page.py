"""The chat page in a real browser: everything by keyboard, live, on a small screen too."""

import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.sandbox.telegram.pictures import generated
from tests.sandbox.stage import MEI, TAO, TOKEN
from tests.sandbox.wire import Wire

playwright = pytest.importorskip("playwright.async_api", reason="the browser tests need playwright")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="the browser tests need Chromium"),
]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
YES_NO = {"inline_keyboard": [[{"text": "是", "callback_data": "y"}, {"text": "否", "callback_data": "n"}]]}
TIPS = [{"person": MEI, "link": "https://t.me/anwen_bot?start=tip-1", "zh": "打开邀请", "en": "Open it"}]


class Scene:
    """A sandbox, a page on it, and the bot's side of things."""

    def __init__(self, wire: Wire, page: Any) -> None:
        self.wire = wire
        self.page = page
        self.ground = wire.sandbox.ground

    def bot(self, method: str, **args: Any) -> Any:
        reply = self.ground.engine.call(TOKEN, method, args)
        assert reply.ok, reply.description
        return reply.result

    def phone(self, slot: int = 1) -> Any:
        return self.page.locator(f"[data-testid=phone][data-slot='{slot}']")

    def on(self, name: str, slot: int = 1) -> Any:
        return self.phone(slot).get_by_test_id(name)

    async def texts(self, slot: int = 1) -> list[str]:
        return await self.on("text", slot).all_inner_texts()


class Theatre:
    """One browser for all tests of this file."""

    def __init__(self, runner: asyncio.Runner, browser: Any) -> None:
        self.runner = runner
        self.browser = browser

    def play(self, act: Any, width: int = 1366, height: int = 820, *, started: bool = True) -> None:
        self.runner.run(self._play(act, {"width": width, "height": height}, started=started))

    async def _play(self, act: Any, viewport: Any, *, started: bool) -> None:
        async with Wire(tips=TIPS) as wire:
            context = await self.browser.new_context(viewport=viewport)
            page = await context.new_page()
            page.set_default_timeout(10_000)
            wrong: list[str] = []
            page.on("pageerror", lambda error: wrong.append(str(error)))
            page.on("console", lambda line: wrong.append(line.text) if line.type == "error" else None)
            if started:
                for person in (MEI, TAO):
                    wire.sandbox.ground.hands.start(person)
            await page.goto(f"{wire.base}/?left={MEI}&right={TAO}")
            await page.locator("body[data-live=yes]").wait_for()
            await act(Scene(wire, page))
            await context.close()
            assert [line for line in wrong if "ERR_INTERNET_DISCONNECTED" not in line] == []


@pytest.fixture(scope="module")
def theatre() -> Iterator[Theatre]:
    with asyncio.Runner() as runner:
        library = runner.run(playwright.async_playwright().start())
        browser = runner.run(library.chromium.launch(executable_path=CHROMIUM, args=FLAGS))
        yield Theatre(runner, browser)
        runner.run(browser.close())
        runner.run(library.stop())


def test_it_answers_by_keyboard_alone_and_keeps_the_focus_on_the_buttons(theatre: Theatre) -> None:
    async def act(scene: Scene) -> None:
        sent = scene.bot("sendMessage", chat_id=MEI, text="一", reply_markup=YES_NO)
        await scene.on("button").first.wait_for()
        await scene.on("messages").focus()
        await scene.page.keyboard.press("Tab")
        for _ in range(20):
            focused = await scene.page.evaluate("document.activeElement.dataset.testid")
            if focused == "button":
                break
            await scene.page.keyboard.press("Tab")
        await scene.page.keyboard.press("ArrowRight")
        await scene.page.keyboard.press("Enter")
        await scene.phone().locator(".waiting").wait_for()
        callback = next(iter(scene.ground.world.callbacks.values()))
        assert callback.data == "n"
        scene.bot("answerCallbackQuery", callback_query_id=callback.id, text="已记为“否”")
        edit = {"chat_id": MEI, "message_id": sent["message_id"], "text": "二"}
        scene.bot("editMessageText", **edit, reply_markup=YES_NO)
        assert await scene.on("toast").inner_text() == "已记为“否”"
        await scene.phone().locator("[data-testid=text]", has_text="二").wait_for()
        assert await scene.page.evaluate("document.activeElement.dataset.data") == "n"
        await scene.on("composer").focus()
        await scene.page.keyboard.type("你好")
        await scene.page.keyboard.press("Enter")
        await scene.phone().locator("[data-testid=text]", has_text="你好").wait_for()

    theatre.play(act)


def test_it_shares_the_contact_only_after_asking(theatre: Theatre) -> None:
    async def act(scene: Scene) -> None:
        keys = [[{"text": "分享名片", "request_contact": True}]]
        scene.bot("sendMessage", chat_id=MEI, text="?", reply_markup={"keyboard": keys})
        await scene.on("key").click()
        await scene.page.get_by_role("button", name="分享", exact=True).click()
        await scene.phone().locator(".card", has_text="13800000001").wait_for()
        scene.bot("sendMessage", chat_id=MEI, text="!", reply_markup={"remove_keyboard": True})
        await scene.on("key").wait_for(state="detached")

    theatre.play(act)


def test_it_opens_links_with_a_payload_on_the_phone(theatre: Theatre) -> None:
    async def act(scene: Scene) -> None:
        await scene.page.get_by_test_id("tip-link").click()
        await scene.phone().locator("[data-testid=text]", has_text="/start tip-1").wait_for()
        link = '<a href="https://t.me/anwen_bot?start=mail-2">hier</a>'
        scene.bot("sendMessage", chat_id=MEI, text=link, parse_mode="HTML")
        await scene.phone().get_by_role("link", name="hier").click()
        await scene.phone().locator("[data-testid=text]", has_text="/start mail-2").wait_for()

    theatre.play(act, started=False)


def test_it_sends_photos_with_a_caption_and_shows_them_large(theatre: Theatre, tmp_path: Path) -> None:
    async def act(scene: Scene) -> None:
        pictures = [tmp_path / "a.jpg", tmp_path / "b.jpg"]
        for number, picture in enumerate(pictures):
            picture.write_bytes(generated(400, 300, number))
        await scene.on("photo-input").set_input_files([str(picture) for picture in pictures])
        await scene.on("composer").fill("灶台")
        await scene.on("send").click()
        await scene.on("photo").nth(1).wait_for()
        assert await scene.texts() == ["/start", "灶台"]
        await scene.on("photo").first.click()
        shown = scene.page.locator("dialog img")
        await shown.wait_for()
        assert await shown.evaluate("image => image.decode().then(() => image.naturalWidth)") == 400
        await scene.page.keyboard.press("Escape")
        document = tmp_path / "报告.pdf"
        document.write_bytes(b"%PDF-1.4")
        await scene.on("file-input").set_input_files(str(document))
        await scene.on("send").click()
        await scene.phone().locator("[data-testid=document]", has_text="报告.pdf").wait_for()

    theatre.play(act)


def test_it_shares_a_place_by_keyboard(theatre: Theatre) -> None:
    async def act(scene: Scene) -> None:
        await scene.on("attach").focus()
        await scene.page.keyboard.press("Enter")
        await scene.page.get_by_test_id("attach-location").click()
        await scene.page.get_by_test_id("place-latitude").fill("37.4501")
        await scene.page.get_by_test_id("place-name").fill("老王饭店")
        await scene.page.get_by_test_id("place-live").focus()
        await scene.page.keyboard.press("Space")
        await scene.page.locator("dialog .primary").click()
        await scene.phone().locator(".card", has_text="老王饭店").wait_for()
        await scene.phone().locator(".card", has_text="37.4501, 116.3574").wait_for()
        world = scene.ground.world
        sent = [*world.private_chat(world.bot(), world.person(MEI)).messages.values()][-1].body
        assert sent["location"]["live_period"] == 900
        assert sent["venue"]["title"] == "老王饭店"

    theatre.play(act)


def test_it_edits_and_answers_messages(theatre: Theatre) -> None:
    async def act(scene: Scene) -> None:
        await scene.on("composer").fill("3")
        await scene.page.keyboard.press("Enter")
        await scene.phone().locator("[data-testid=text]", has_text="3").wait_for()
        await scene.page.keyboard.press("ArrowUp")
        assert await scene.on("composer").input_value() == "3"
        await scene.on("composer").fill("4")
        await scene.page.keyboard.press("Enter")
        await scene.phone().locator("[data-testid=text]", has_text="4").wait_for()
        assert (await scene.texts())[-1] == "4"
        last = scene.on("message").last
        await last.hover()
        await last.get_by_test_id("reply").click()
        await scene.on("composer").fill("dazu")
        await scene.page.keyboard.press("Enter")
        await scene.phone().locator(".quote-line", has_text="4").wait_for()

    theatre.play(act)


def test_it_counts_what_is_unread_and_finds_people_by_their_role(theatre: Theatre) -> None:
    async def act(scene: Scene) -> None:
        third = scene.ground.add_person(None, first_name="赵敏", hint="加工厂安全员 · machine shop").id
        scene.ground.hands.start(third)
        scene.bot("sendMessage", chat_id=third, text="一")
        scene.bot("sendMessage", chat_id=third, text="二")
        unread = scene.on("person-picker").get_by_test_id("unread")
        await unread.get_by_text("2").wait_for()
        await scene.on("person-picker").focus()
        await scene.page.keyboard.press("Enter")
        await scene.page.keyboard.type("加工厂")
        await scene.page.keyboard.press("Enter")
        await scene.phone().locator("[data-testid=text]", has_text="二").wait_for()
        await unread.wait_for(state="detached")
        assert "赵敏" in await scene.on("person-picker").inner_text()

    theatre.play(act)


def test_it_shows_commands_blocks_the_bot_and_moves_the_clock(theatre: Theatre) -> None:
    async def act(scene: Scene) -> None:
        scene.bot("setMyCommands", commands=[{"command": "digest", "description": "简报"}])
        await scene.on("commands").click()
        await scene.on("command").click()
        await scene.phone().locator("[data-testid=text]", has_text="/digest").wait_for()
        await scene.on("phone-menu").click()
        await scene.on("block").click()
        await scene.on("unblock").wait_for()
        assert scene.ground.engine.call(TOKEN, "sendMessage", {"chat_id": MEI, "text": "x"}).code == 403
        await scene.on("unblock").click()
        await scene.on("composer").wait_for()
        await scene.page.get_by_test_id("clock-monday").click()
        await scene.page.get_by_test_id("clock-now").get_by_text("周一 08:30").wait_for()
        assert scene.ground.clock.offset.total_seconds() > 0
        await scene.page.get_by_test_id("language").click()
        await scene.page.get_by_text("Back to real time").click()
        await scene.page.locator("[data-testid=clock-reset]:disabled").wait_for()
        assert scene.ground.clock.offset.total_seconds() == 0

    theatre.play(act)


def test_it_fits_a_screen_of_360_pixels_and_shows_one_phone(theatre: Theatre) -> None:
    async def act(scene: Scene) -> None:
        rows = [
            [{"text": "是的没有问题", "callback_data": f"{row}{at}"} for at in range(3)] for row in range(3)
        ]
        scene.bot("sendMessage", chat_id=MEI, text="长" * 300, reply_markup={"inline_keyboard": rows})
        await scene.on("button").first.wait_for()
        assert await scene.phone(2).is_hidden()
        widths = await scene.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert widths[0] <= widths[1]
        inside = """() => [...document.querySelectorAll("[data-slot='1'] *")].every((element) => {
            const box = element.getBoundingClientRect();
            return !box.width || (box.left >= -1 && box.right <= innerWidth + 1) || element.closest(".skip");
        })"""
        assert await scene.page.evaluate(inside)
        end = "list => list.scrollHeight - list.scrollTop - list.clientHeight"
        assert await scene.on("messages").evaluate(end) < 2
        scene.bot("sendMessage", chat_id=TAO, text="x")
        await scene.page.get_by_test_id("tab").nth(1).get_by_test_id("unread").wait_for()
        await scene.page.get_by_test_id("tab").nth(1).click()
        assert (await scene.texts(2))[-1] == "x"

    theatre.play(act, 360, 640)


def test_it_finds_its_way_back_after_the_stream_broke(theatre: Theatre) -> None:
    async def act(scene: Scene) -> None:
        await scene.on("composer").wait_for()
        await scene.page.context.set_offline(offline=True)
        scene.wire.sandbox._streams.close()
        await scene.page.get_by_test_id("offline").wait_for()
        scene.bot("sendMessage", chat_id=MEI, text="inzwischen")
        await scene.page.context.set_offline(offline=False)
        await scene.phone().locator("[data-testid=text]", has_text="inzwischen").wait_for()

    theatre.play(act)
