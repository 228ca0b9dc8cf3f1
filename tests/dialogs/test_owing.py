"""The day's message as it is read, in both languages; an urgent matter; a digest in a year that nobody knows."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from checklists.catalogue import Catalogue
from checklists.words import Language
from dialogs import digest
from dialogs.owing.letter import SHOWN, Ride, alert, letter, room
from dialogs.owing.lines import put_off
from dialogs.talk import Button, Line, Screen, State
from safety.areas import Area, Figures
from safety.calendar import today
from tests.dialogs.paper import OFFICER, small_world
from tests.dialogs.paperowed import matter
from tests.dialogs.talking import TEXTS

CHINESE = (
    "⏰ 有 3 件事要办\n1. 每月防火检查：已超期 2 天，约 10 分钟\n2. 单位综合隐患排查：今天到期，约 10 分钟\n"
    "3. 自查表（餐饮场所燃气安全自查表）：明天到期，约 8 分钟\n\n另有 4 件还没到提醒的日子，都在待办里。\n"
    "[▶️ 现在办]\n[🌅 明早再说] [👤 交给别人]"
)
LATER = datetime(2026, 11, 24, 0, 30, tzinfo=UTC)  # Tuesday, half past eight in China
ENGLISH = (
    "⏰ 3 things to do\n1. Monthly fire check: 2 days late, about 10 min\n2. General search for hazards: due today, about 10 min\n"
    "3. Self-check (Gas safety self-check for catering): due tomorrow, about 8 min\n\n"
    "4 others are not due to be told yet; they stand in the to-do list.\n"
    "[▶️ Do it now]\n[🌅 Tomorrow morning] [👤 Hand to someone]"
)


def read(screen: Screen, language: Language) -> str:
    lines = "\n".join(TEXTS.say(line, language) for line in screen.lines)
    rows = "\n".join(" ".join(f"[{TEXTS.label(one.label, language)}]" for one in row) for row in screen.rows)
    return f"{lines}\n{rows}"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            Language.ZH,
            CHINESE,
        ),
        (
            Language.EN,
            ENGLISH,
        ),
    ],
)
def test_the_days_message_in_both_languages(catalogue: Catalogue, language: Language, expected: str) -> None:
    world = small_world(catalogue)
    about = "check:1/catering_gas/2026-11"
    owed = [
        matter(world, 1, "R25", -2, whose=OFFICER),
        matter(world, 2, "R02", 0, whose=OFFICER),
        matter(world, 3, "R37", 1, whose=OFFICER, about=about),
    ]
    assert read(letter(owed, today(world.now), later=LATER, others=4), language) == expected


def test_one_thing_many_things_and_people_of_several_enterprises(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    one = matter(world, 1, "R25", 3, whose=OFFICER)
    assert read(letter([one], today(world.now), later=LATER), Language.ZH).startswith(
        "⏰ 有一件事要办\n1. 每月防火检查：11月26日 周四前"
    )
    many = [replace(one, number=number) for number in range(9)]
    whole = letter(many, today(world.now), later=LATER)
    assert "还有 3 件，见待办。" in read(whole, Language.ZH)
    assert len(whole.lines) == 1 + SHOWN + 1
    opens = whole.rows[0][0].opens
    assert opens is not None
    assert opens.data["ids"] == list(range(9)), "the buttons are about all of them"
    both = letter([one, replace(one, enterprise="分店")], today(world.now), later=LATER)
    assert "2. 分店·每月防火检查" in read(both, Language.ZH)


RIDES = (
    Ride(
        Line("letter-chore", {"title": "清理油烟罩", "days": 0, "hazard": "none"}),
        Button(Line("open-chore"), opens=State("chores")),
    ),
    Ride(Line("letter-standing-in", {"person": "王强"})),
    Ride(
        Line("ride-copy", {"n": 1, "person": "王强", "text": "隐患退回"}),
        Button(Line("ride-open-copy", {"n": 1}), opens=State("hazards")),
    ),
)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            Language.ZH,
            (
                "⏰ 有一件事要办\n1. 每月防火检查：明天到期，约 10 分钟\n\n🔁 清理油烟罩：今天该做了。\n\n"
                "📵 王强暂时收不到消息（可能停用了机器人或换了号）。\n单位的通知先发给您，等王强回来就停。方便的话请告诉王强一声。\n\n"
                "📨 1. 代王强收：隐患退回\n[▶️ 现在办]\n[🌅 明早再说] [👤 交给别人]\n[去看看]\n[📨 1]"
            ),
        ),
        (
            Language.EN,
            (
                "⏰ One thing to do\n1. Monthly fire check: due tomorrow, about 10 min\n\n🔁 清理油烟罩: it is due today.\n\n"
                "📵 王强 gets no messages at present (the bot was stopped, or the number has changed).\n"
                "What concerns the enterprise comes to you until 王强 is back. Please tell 王强 when you can.\n\n"
                "📨 1. For 王强: 隐患退回\n[▶️ Do it now]\n[🌅 Tomorrow morning] [👤 Hand to someone]\n[Open it]\n[📨 1]"
            ),
        ),
    ],
)
def test_what_rides_has_a_line_and_a_button_each(
    catalogue: Catalogue, language: Language, expected: str
) -> None:
    world = small_world(catalogue)
    owed = [matter(world, 1, "R25", 1, whose=OFFICER)]
    assert room(owed) == 5
    assert read(letter(owed, today(world.now), later=LATER, rides=RIDES), language) == expected
    alone = read(letter((), today(world.now), later=LATER, rides=RIDES[:1]), language)
    assert alone.count("\n") == 1, "no heading where one thing rides alone"
    assert room(()) == 8


@pytest.mark.parametrize(
    ("day", "until", "chinese", "english"),
    [
        ("2026-11-26", "2026-11-27T08:30", "明早再说", "Tomorrow morning"),
        ("2026-11-27", "2026-11-30T08:30", "周一早上再说", "Monday morning"),
        ("2026-11-28", "2026-11-30T08:30", "周一早上再说", "Monday morning"),
        ("2026-11-29", "2026-11-30T08:30", "明早再说", "Tomorrow morning"),
        ("2026-11-26", "2026-11-27T14:00", "明天再说", "Tomorrow"),
        ("2026-11-27", "2026-11-30T16:30", "周一再说", "Monday"),
        ("2026-09-30", "2026-10-08T08:30", "10月8日早上再说", "8 Oct morning"),
        ("2026-02-13", "2026-02-14T08:30", "明早再说", "Tomorrow morning"),
    ],
)
def test_the_button_says_the_day_that_it_means(day: str, until: str, chinese: str, english: str) -> None:
    moment = datetime.fromisoformat(f"{until}:00+08:00").astimezone(UTC)
    line = put_off(moment, date.fromisoformat(day))
    assert TEXTS.label(line, Language.ZH) == f"🌅 {chinese}"
    assert TEXTS.label(line, Language.EN) == f"🌅 {english}"


def test_an_urgent_matter_stands_alone(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    one = replace(
        matter(world, 1, "R07", 0, whose=OFFICER, about="hazard:YH-2026-000001"), detail="YH-2026-000001"
    )
    assert read(alert(one, today(world.now)), Language.ZH) == (
        "🔴 <b>重大事故隐患报告</b>（YH-2026-000001），11月23日 周一前要办。请马上办。\n[▶️ 现在办] [👤 交给别人]"
    )


def test_a_digest_says_that_the_holidays_of_a_year_are_guessed(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    fine = Area("东镇", Figures(1, 1, 1, 1, 0, 0, 0, 0), None)
    assert "节假日" not in read(digest.letter(fine, world.now), Language.ZH)
    for language, said in (
        (Language.ZH, "2027 年的节假日安排还没有录入"),
        (Language.EN, "public holidays of 2027"),
    ):
        assert said in read(digest.letter(replace(fine, guessed_year=2027), world.now), language)
    late = replace(fine, late=12)
    assert "到期没办的 12 件，见逾期清单" in read(digest.letter(late, world.now), Language.ZH)
