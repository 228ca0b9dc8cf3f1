"""`python -m checklists preview`: every screen of a checklist, drawn by the real conversation, on one page."""

import html
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.authoring.drawing import question_shots, walk_shots
from bot.authoring.stage import Stage, stage
from checklists.__main__ import main
from checklists.catalogue import Catalogue
from checklists.words import Language
from dialogs.render import Texts, render
from tests.checklists.conftest import SMALL, written

NOW = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)
TEXTS = Texts.load(strict=True)
KITCHEN = "checklists/kitchen.yaml"


@pytest.fixture(scope="module")
def world(small_kitchen: Catalogue) -> Stage:  # type: ignore[misc]
    with stage(small_kitchen, Language.ZH, NOW) as made:
        yield made


@pytest.fixture(scope="module")
def small_kitchen(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    from checklists.load import load_catalogue  # noqa: PLC0415

    return load_catalogue(written(tmp_path_factory.mktemp("kitchen"), {}))


STEPS = {
    "K-1": ["ask", "why", "sure", "bad", "photo"],
    "K-2": ["ask", "why", "bad"],
    "K-3": ["ask", "why", "bad"],
    "K-4": ["ask", "why", "bad"],
    "K-5": ["ask", "calendar", "why", "bad"],
    "K-6": ["ask", "why", "bad"],
    "K-7": ["ask", "why"],
}


@pytest.mark.parametrize("question", STEPS)
def test_it_finds_every_screen_of_a_question(world: Stage, small_kitchen: Catalogue, question: str) -> None:
    form = small_kitchen.checklists["kitchen"]
    drawn = question_shots(world, form, form.question(question))
    assert drawn.asked
    assert [shot.at for shot in drawn.shots] == STEPS[question]
    for shot in drawn.shots:
        for language in Language:
            seen = render(shot.screen, language, TEXTS, 1)
            assert form.question(question).text.to(language) in html.unescape(seen.html)


def test_the_example_ends_with_a_receipt(world: Stage, small_kitchen: Catalogue) -> None:
    shots = walk_shots(world, small_kitchen.checklists["kitchen"])
    assert shots[0].at == "review"
    assert shots[-1].at == "receipt"


def test_drawing_leaves_nothing_behind(world: Stage, small_kitchen: Catalogue) -> None:
    form = small_kitchen.checklists["kitchen"]
    walk_shots(world, form)
    assert world.ledger().draft(world.key(form)) is None
    assert not world.ledger().facts().get("gas")
    assert world.now == NOW


@pytest.mark.parametrize("form", ["catering_gas", "nine_small"])
def test_it_draws_the_shipped_checklists(catalogue: Catalogue, form: str) -> None:
    with stage(catalogue, Language.EN, NOW) as made:
        for question in catalogue.checklists[form].questions:
            drawn = question_shots(made, catalogue.checklists[form], question)
            assert drawn.asked
            assert {"ask", "why"} <= {shot.at for shot in drawn.shots}
        assert [shot.at for shot in walk_shots(made, catalogue.checklists[form])][-1] == "receipt"


def preview(root: Path, out: Path, *arguments: str) -> str:
    assert main(["preview", "--content", str(root), "-o", str(out), "--today", "2026-11-25", *arguments]) == 0
    return out.read_text("utf-8")


def test_the_page_is_whole_in_itself_and_shows_both_languages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = preview(written(tmp_path / "c", {}), tmp_path / "p.html", "--language", "zh-CN")
    assert str(tmp_path / "p.html") in capsys.readouterr().out
    assert not re.search(r'(src|href)="(?!#)', page)
    assert "http" not in page.replace("http-equiv", "")
    for text in (
        "用什么燃料？",
        "Which fuel?",
        "隐患卡",
        "关键题",
        "合格：不多于2",
        "尚未与官方文本核对：《消防法》第16条",
    ):
        assert text in page
    assert (
        len(re.findall(r'<div class="phone one" lang="zh-CN">', page))
        == len(re.findall(r'lang="en">', page))
        > 25
    )


def test_a_draft_that_is_not_published_is_drawn(tmp_path: Path) -> None:
    root, draft = written(tmp_path / "c", {}), tmp_path / "draft"
    (draft / "checklists").mkdir(parents=True)
    (draft / KITCHEN).write_text(SMALL[KITCHEN].replace("text: 有人管吗？", "text: 有人负责吗？"), "utf-8")
    page = preview(root, tmp_path / "p.html", "--draft", str(draft), "kitchen", "--language", "en")
    assert "有人负责吗？" in page
    assert "The hazard card" in page


def test_content_cannot_break_out_of_the_page(tmp_path: Path) -> None:
    evil = "<script>alert(1)</script>"
    text = SMALL[KITCHEN].replace("text: 有人管吗？", f"text: {evil}").replace("label: 老化", "label: <b>x")
    page = preview(written(tmp_path / "c", {KITCHEN: text}), tmp_path / "p.html")
    assert evil not in page
    assert html.escape(evil, quote=False) in page
    assert "<b>x" not in page


def test_it_says_what_it_cannot_draw(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = str(written(tmp_path / "c", {}))
    assert main(["preview", "kitchn", "--content", root, "--language", "en"]) == 2
    assert "Did you mean “kitchen”" in capsys.readouterr().err
    assert main(["preview", "xyz", "--content", root, "--language", "en"]) == 2
    assert "There are: kitchen" in capsys.readouterr().err
    broken = str(written(tmp_path / "b", {KITCHEN: "id: x\n"}))
    assert main(["preview", "--content", broken]) == 1
    assert "missing-key" in capsys.readouterr().out
