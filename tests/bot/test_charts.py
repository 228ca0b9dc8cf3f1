"""The chart of twelve weeks and the monthly report: drawn beside the bot, read on a small phone, Chinese whole, nobody by name."""

import asyncio
import io
from datetime import date, timedelta
from pathlib import Path

import orjson
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot import child
from bot.charts.chart import Chart, Series
from bot.charts.line import BOTTOM, FONT, HEIGHT, RIGHT, SMALL, TOP, WIDTH, beside, drawn, step_of
from bot.charts.words import CLOSED, FOUND, chart_of, message
from bot.exports.orders import CHART, FIRST, REPORT
from bot.reports.words import Said, sheet_of
from checklists.words import Language
from dialogs.talk import Line
from dialogs.texts import Texts
from safety.areas import Concern
from safety.digests import Report, Span, ended
from safety.errors import Refusal
from safety.events_digests import DigestWished
from safety.events_exports import ExportAsked
from safety.exported import Exported, FileForm
from safety.measures import MEASURES, Measure
from storage import exports
from tests.bot.test_digest_rounds import Mornings
from tests.bot.test_exports import Office
from tests.cast import ALICE, DONG, START, TANG, Cast

TEXTS = Texts.load(strict=True)
TODAY = date(2026, 11, 23)


def weeks(*values: int) -> list[tuple[date, int]]:
    first = date(2026, 11, 16) - timedelta(days=7 * (len(values) - 1))
    return [(first + timedelta(days=7 * place), value) for place, value in enumerate(values)]


FOUNDS, CLOSEDS = weeks(12, 18, 25, 20, 9, 31, 28, 22, 19, 24, 27, 40), weeks(*range(12))


def chart(language: Language = Language.ZH) -> Chart:
    return chart_of("宋官屯街道", FOUNDS, CLOSEDS, TEXTS, language)


def test_the_child_draws_a_picture_that_a_small_phone_can_show() -> None:
    picture = Image.open(
        io.BytesIO(asyncio.run(child.made(CHART, chart().to_json(), 20, FIRST[FileForm.PNG])))
    )
    assert picture.size == (WIDTH, HEIGHT)
    assert SMALL * 360 / WIDTH >= 12  # pixels of the smallest letters on a phone of 360 px
    colours = {colour for _, colour in picture.convert("RGB").getcolors(1 << 20) or []}
    assert {FOUND, CLOSED} <= colours


def test_a_chart_survives_the_way_to_the_child() -> None:
    assert Chart.from_json(chart().to_json()) == Chart.from_json(Chart.from_json(chart().to_json()).to_json())


@given(highest=st.integers(1, 10**7))
def test_a_scale_has_few_round_lines_and_reaches_the_highest(highest: int) -> None:
    step = step_of(highest)
    assert step * 4 >= highest
    assert str(step).rstrip("0") in {"1", "2", "5"}
    smaller = [one * 10**ten for ten in range(8) for one in (1, 2, 5) if one * 10**ten < step]
    assert all(one * 4 < highest for one in smaller)


@settings(max_examples=25, deadline=None)
@given(
    values=st.lists(st.integers(0, 10**6), min_size=1, max_size=12),
    title=st.text(max_size=200),
    names=st.lists(st.text(max_size=8), min_size=1, max_size=2),
)
def test_whatever_is_counted_can_be_drawn(values: list[int], title: str, names: list[str]) -> None:
    series = [Series(name, FOUND, values) for name in names]
    assert drawn(Chart(title, title, ["11月1日"] * len(values), series)).startswith(FIRST[FileForm.PNG])


def test_its_message_says_what_is_to_be_seen() -> None:
    said = [
        TEXTS.say(message(weeks(*values), CLOSEDS), language)
        for values in ([2, 4, 9], [9, 9, 3], [5, 5])
        for language in (Language.ZH, Language.EN)
    ]
    assert said == [
        "上周发现 9 处，比前 2 周平均（3）多 6；销号 11 处",
        "Last week 9 found, 6 more than the average of 2 weeks before (3); 11 closed",
        "上周发现 3 处，比前 2 周平均（9）少 6；销号 11 处",
        "Last week 3 found, 6 fewer than the average of 2 weeks before (9); 11 closed",
        "上周发现 5 处，和前 1 周平均一样；销号 11 处",
        "Last week 5 found, as in the 1 weeks before; 11 closed",
    ]


def test_its_font_has_every_character_of_its_words() -> None:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - only here

    known = TTFont(FONT).getBestCmap()
    one = chart()
    text = "".join([one.title, one.message, *one.labels, *(series.name for series in one.series)])
    assert {char for char in text if ord(char) not in known} == set()


# --- the report ---------------------------------------------------------------------------------------------------


def said(**more: object) -> Said:
    now = dict.fromkeys(MEASURES, 7) | {Measure.OWED: 9, Measure.DONE: 8}
    then = dict.fromkeys(MEASURES, 9)
    report = Report(Span.MONTH, ended(Span.MONTH, TODAY), now, then)
    towns = {"东镇": {Measure.FOUND: 3}, "西镇": {Measure.CLOSED: 2}}
    cases = [Concern("overdue", "龘龖饭店", "YH-1", 9, "王强"), Concern("silent", "𠮷店", None, 3, "李娜")]
    usual = {
        "name": "天衢新区",
        "report": report,
        "towns": towns,
        "exceptions": cases,
        "chart": chart(),
        "now": START,
    }
    return Said(**{**usual, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize("language", list(Language))
def test_a_report_is_whole_and_names_nobody(language: Language) -> None:
    sheet = sheet_of(said(), TEXTS, language)
    document = asyncio.run(child.made(REPORT, sheet.to_json(), 60, FIRST[FileForm.PDF]))
    pages = pypdfium2.PdfDocument(document)
    text = "".join(page.get_textpage().get_text_bounded() for page in pages)
    for part in ("天衢新区", "东镇", "西镇", "龘龖饭店", "𠮷店"):
        assert part in text
    assert "安全生产月报" in text if language is Language.ZH else "monthly report" in text
    assert not any(name in text for name in ("王强", "李娜", "YH-1"))
    assert any(one.type == 3 for page in pages for one in page.get_objects())  # a picture


def test_one_town_alone_gets_no_table_of_towns() -> None:
    grids = [one.title for one in sheet_of(said(towns={"东镇": {}}), TEXTS, Language.ZH).grids]
    assert grids == ["主要数字", "要关注的企业"]


# --- asked for and sent -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("what", "form", "method", "name"),
    [
        (Exported.CHART, FileForm.PNG, "sendPhoto", "exports/近12周曲线-20261123-1.png"),
        (Exported.REPORT, FileForm.PDF, "sendDocument", "exports/月报-20261123-1.pdf"),
    ],
)
def test_it_is_made_beside_the_bot_and_sent_once(
    cast: Cast, tmp_path: Path, what: Exported, form: FileForm, method: str, name: str
) -> None:
    with cast.database.writing() as connection:
        Mornings(cast, connection).found(1, date(2026, 11, 18))
        cast.does(connection, TANG, ExportAsked({}, 0, what, form))
    office = Office(cast, tmp_path)
    office.tick()
    office.tick()
    (letter,) = office.letters()
    assert (letter.method, letter.media) == (method, name)
    assert "发现" in orjson.loads(letter.body)["caption"]
    assert (tmp_path / "media" / name).read_bytes().startswith(FIRST[form])


def test_who_watches_over_nothing_gets_neither(cast: Cast) -> None:
    with cast.database.writing() as connection:
        for what, form in ((Exported.CHART, FileForm.PNG), (Exported.REPORT, FileForm.PDF)):
            with pytest.raises(Refusal, match="not-allowed"):
                cast.does(connection, ALICE, ExportAsked({}, 0, what, form))


def test_the_report_comes_with_the_months_digest_for_who_wants_it(cast: Cast) -> None:
    with cast.database.writing() as connection:
        mornings = Mornings(cast, connection)
        cast.does(connection, DONG, DigestWished(8 * 60 + 30, report=True))
        mornings.at(date(2026, 11, 30))
        assert exports.waiting(connection, 9) == []
        mornings.at(date(2026, 12, 1))
        (one,) = exports.waiting(connection, 9)
        assert (one.what, one.form, one.person) == (
            Exported.REPORT,
            FileForm.PDF,
            cast.actor(connection, DONG).person,
        )


def test_a_message_is_never_without_its_weeks() -> None:
    assert isinstance(message(weeks(3), weeks(1)), Line)


@given(st.integers(TOP, HEIGHT - BOTTOM), st.booleans())
def test_no_number_runs_into_the_days_below(y: int, under: bool) -> None:
    (x, top), anchor = beside(WIDTH - RIGHT, y, under=under)
    lower = {"ms": top, "ma": top + SMALL, "lm": top + SMALL / 2}[anchor]
    assert lower <= HEIGHT - BOTTOM
    assert x <= WIDTH - RIGHT / 2
