"""The preview of a checklist in a browser: nothing overflows, phones switch language, the page needs no network."""

from pathlib import Path

import pytest

from checklists.__main__ import main
from tests.browser.page import browser_page
from tests.checklists.conftest import written

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("preview")
    out = folder / "preview.html"
    content = str(written(folder / "content", {}))
    assert (
        main(
            ["preview", "--content", content, "-o", str(out), "--language", "zh-CN", "--today", "2026-11-25"]
        )
        == 0
    )
    return out.as_uri()


def shown(page, language: str) -> int:  # noqa: ANN001 - a page of playwright
    return sum(phone.is_visible() for phone in page.locator(f'.phone[lang="{language}"]').all())


@pytest.mark.parametrize(("width", "both"), [(360, False), (1280, True)])
def test_it_fits_and_switches_language(address: str, width: int, both: bool) -> None:
    with browser_page(address, width=width) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert (shown(page, "zh-CN") > 0, shown(page, "en") > 0) == (True, both)
        page.get_by_role("button", name="English").click()
        assert shown(page, "zh-CN") == 0
        assert shown(page, "en") > 25
        assert page.get_by_role("button", name="English").get_attribute("aria-pressed") == "true"


def test_the_contents_lead_to_a_question(address: str, tmp_path: Path) -> None:
    with browser_page(address) as page:
        page.locator("summary").click()
        page.get_by_role("link", name="K-5").click()
        assert page.locator("#kitchen\\.K-5 h4").is_visible()
        assert page.evaluate("location.hash") == "#kitchen.K-5"
        page.screenshot(path=str(tmp_path / "preview.png"))
