"""The chat page as a person uses it: open phones, read, tap, send photos. Needs Chromium."""

import io
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import Locator, Page, expect, sync_playwright

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 15_000


def chromium() -> str:
    """Where Chromium is; skipped loudly without one, a failure where ANWEN_REQUIRE_CHROMIUM is set."""
    found = next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))),
        None,
    )
    if found is None and os.environ.get("ANWEN_REQUIRE_CHROMIUM"):
        pytest.fail("Chromium is required here and not installed (apt-get install chromium)")
    if found is None:
        pytest.skip("NO BROWSER TEST: Chromium is not installed (apt-get install chromium)")
    return found


@contextmanager
def browser_page(address: str, *, width: int = 1280, height: int = 900) -> Iterator[Page]:
    """The demo's page in a fresh browser; errors on its console fail the test."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        page = browser.new_page(viewport={"width": width, "height": height})
        page.set_default_timeout(PATIENCE)
        troubles: list[str] = []
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.goto(address)
        yield page
        browser.close()
        assert not troubles, troubles


class Handset:
    """One phone on the page."""

    def __init__(self, page: Page, number: int) -> None:
        self.page = page
        self.root = page.get_by_test_id("phone").nth(number)

    @property
    def said(self) -> Locator:
        """What the bot has said, newest last; not the files that it sends whenever they are ready."""
        return self.root.locator("article[data-author=bot]:not(:has([data-testid=document]))")

    def text(self) -> str:
        """The newest message of the bot."""
        return self.said.last.inner_text()

    def sees(self, words: str) -> None:
        """Wait until the newest message of the bot says this."""
        expect(self.said.last).to_contain_text(words, timeout=PATIENCE)

    def buttons(self) -> list[str]:
        return [label.strip() for label in self.said.last.get_by_test_id("button").all_inner_texts()]

    def tap(self, label: str) -> None:
        """Tap a button of the newest message and wait until the screen has changed."""
        before = self.said.last.inner_text()
        exact = self.said.last.get_by_test_id("button").get_by_text(label, exact=True)
        button = exact if exact.count() else self.said.last.get_by_test_id("button").filter(has_text=label)
        button.first.click()
        expect(self.said.last).not_to_have_text(before, use_inner_text=True, timeout=PATIENCE)

    def press(self) -> None:
        """Press the key under the text field (share the own card) and confirm."""
        self.root.get_by_test_id("key").first.click()
        share = self.page.get_by_test_id("share")
        if share.count():
            share.locator("button.primary").click()

    def write(self, text: str) -> None:
        self.root.get_by_test_id("composer").fill(text)
        self.root.get_by_test_id("composer").press("Enter")

    def photograph(self, words: str) -> None:
        """Send a photo and wait for the next screen."""
        before = self.said.last.inner_text()
        file = {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": picture(words)}
        self.root.get_by_test_id("photo-input").set_input_files([file])
        self.root.get_by_test_id("send").click()
        expect(self.said.last).not_to_have_text(before, use_inner_text=True, timeout=PATIENCE)


def picture(words: str) -> bytes:
    """A small photo of a made-up kitchen wall."""
    image = Image.new("RGB", (960, 720), (214, 205, 188))
    draw = ImageDraw.Draw(image)
    for x in range(0, 960, 80):
        draw.line((x, 0, x, 720), fill=(196, 186, 168), width=3)
    for y in range(0, 720, 80):
        draw.line((0, y, 960, y), fill=(196, 186, 168), width=3)
    draw.rounded_rectangle((330, 210, 630, 470), 24, fill=(247, 247, 244), outline=(120, 120, 120), width=4)
    draw.ellipse((455, 300, 505, 350), fill=(46, 160, 90))
    draw.text((400, 400), words, fill=(60, 60, 60))
    kept = io.BytesIO()
    image.save(kept, "JPEG", quality=80)
    return kept.getvalue()


def shoot(page: Page, name: str) -> None:
    """Keep a screenshot when ANWEN_SCREENSHOTS names a folder (`make screenshots` does)."""
    folder = os.environ.get("ANWEN_SCREENSHOTS")
    if folder:
        page.wait_for_timeout(400)
        page.screenshot(path=Path(folder) / f"{name}.png")
