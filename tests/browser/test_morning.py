"""A supervisor's Monday in a browser: digest, list, card, photo, a decision, twelve weeks as a picture, chase; the officer's phone gets it."""

import re
from datetime import datetime, time
from zoneinfo import ZoneInfo

from playwright.sync_api import Locator, Page, expect

from tests.browser.page import PATIENCE, Handset, browser_page, shoot
from tests.browser.test_demo import demo

__all__ = ["demo"]
PLACE = "小满家常菜馆"
LIST = "发现的 · "


class Screen:
    """The newest message of a phone that says certain words, whatever has come in since."""

    def __init__(self, phone: Handset, words: str, patience: int = PATIENCE) -> None:
        self.page = phone.page
        self.message: Locator = phone.said.filter(has_text=words).last
        expect(self.message).to_be_visible(timeout=patience)

    def tap(self, label: str) -> None:
        """Tap one of its buttons."""
        self.message.get_by_test_id("button").filter(has_text=label).first.click()

    def offers(self, label: str) -> bool:
        return self.message.get_by_test_id("button").filter(has_text=label).count() > 0

    def text(self) -> str:
        return self.message.inner_text()


def joins_and_reports(page: Page, officer: Handset) -> None:
    """The officer joins and reports a gas hose with a photo, suspected major."""
    page.get_by_test_id("tip-link").first.click()
    Screen(officer, "同意").tap("同意")
    officer.sees("发送我的号码")
    officer.press()
    officer.sees("自查")
    officer.write("/hazard")
    officer.sees("是什么隐患")
    officer.photograph("hose")
    officer.write("厨房燃气软管老化漏气")
    officer.sees("有多严重")
    officer.tap("疑似重大")
    officer.sees("已上报")


def to_a_monday_after_today(page: Page, town: Handset) -> None:
    """Move the clock to a Monday 08:30 whose week before holds today; early on a Monday that is the next but one."""
    local = datetime.now(ZoneInfo("Asia/Shanghai"))
    button = page.get_by_role("button", name=re.compile("周一 08:30")).first
    if local.weekday() == 0 and local.time() < time(8, 30):
        button.click()
        Screen(town, "上周（", 4 * PATIENCE)
    button.click()


def number_of(text: str, name: str) -> str | None:
    """The number of the line that names an enterprise; None when the page has none."""
    return next((line.split(".")[0] for line in text.splitlines() if re.match(rf"\d+\. {name}", line)), None)


def open_listed(town: Handset, heading: str, name: str) -> None:
    """Turn the pages of a list until it names an enterprise, and open that line."""
    while (number := number_of((listed := Screen(town, heading)).text(), name)) is None:
        first_line = listed.text().splitlines()[1]
        listed.tap("下一页")
        expect(listed.message).not_to_contain_text(first_line, timeout=PATIENCE)
    listed.tap(number)


def test_a_supervisors_morning_reaches_the_officer(demo: str) -> None:
    with browser_page(demo) as page:
        officer, town = Handset(page, 0), Handset(page, 1)
        joins_and_reports(page, officer)
        to_a_monday_after_today(page, town)
        Screen(town, "上周（", 4 * PATIENCE).tap("发现")
        for _ in range(15):  # our own copy of the photo is made while the page is open
            open_listed(town, LIST, f"{PLACE}：⚠️ 疑似重大")
            card = Screen(town, "由监管人员判定")
            if "看照片" in card.text():
                break
            card.tap("回到列表")
            page.wait_for_timeout(1000)
        card.tap("看照片")
        photo = town.said.filter(has_text="的照片 1 / 1").last
        expect(photo.locator("img")).to_be_visible(timeout=PATIENCE)
        shoot(page, "morning-photo")
        Screen(town, "的照片 1 / 1").tap("回到隐患")
        Screen(town, "由监管人员判定").tap("是重大隐患")
        Screen(town, "认定为重大隐患").tap("回到列表")
        Screen(town, LIST)
        town.write("/digest")
        Screen(town, "今天新增").tap("更多")
        if (more := Screen(town, "更多简报")).offers("周月季年"):  # where much stands behind it
            more.tap("周月季年")
        Screen(town, "看哪一段").tap("上周")
        Screen(town, "发现隐患 ").tap("12 周曲线")
        chart = town.said.filter(has_text="上周发现").last
        expect(chart.locator("img")).to_be_visible(timeout=PATIENCE)
        shoot(page, "morning-chart")
        town.write("/digest")
        today = Screen(town, "今天新增")
        if today.offers("催办、更多"):  # where there are many cases
            today.tap("催办、更多")
            today = Screen(town, "更多简报")
        today.tap("催办")
        chase = Screen(town, "催哪一家")
        chase.tap(f"🔔 {number_of(chase.text(), PLACE) or 'missing'}")
        Screen(town, f"已催{PLACE}")
        expect(officer.said.filter(has_text="唐文静").filter(has_text="YH-").last).to_be_visible(
            timeout=PATIENCE
        )
        shoot(page, "morning")
