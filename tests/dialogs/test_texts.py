"""Texts: arguments of every kind, escaping once, missing words, days in Shanghai; rendering within the limits."""

import logging
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from checklists.words import Language, Words
from dialogs.render import length, letter, render, toast
from dialogs.talk import Button, Line, Screen
from dialogs.texts import Texts, WordsMissing, clean
from tests.dialogs.talking import TEXTS

ZH, EN = Language.ZH, Language.EN
SOURCE = """
plain = Hello
given = { $a } and { $b }
some = { $n ->
    [one] one thing
   *[other] { $n } things
}
kind = { $kind ->
    [x] a cross
   *[other] something by { $kind }
}
cut-short = (cut)
bold = <b>{ $a }</b>
broken = { other-message }
"""
SMALL = Texts(dict.fromkeys(Language, SOURCE), strict=True)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (Line("plain"), "Hello"),
        (Line("given", {"a": "x", "b": 1234}), "x and 1234"),
        (Line("given", {"a": Decimal("12.50"), "b": Decimal("1E+2")}), "12.5 and 100"),
        (Line("given", {"a": Words("中", "en"), "b": Line("plain")}), "en and Hello"),
        (Line("some", {"n": 1}), "one thing"),
        (Line("some", {"n": 2026}), "2026 things"),
        (Line("kind", {"kind": "x"}), "a cross"),
        (Line("kind", {"kind": "y"}), "something by y"),
    ],
)
def test_it_says_a_line(line: Line, expected: str) -> None:
    assert SMALL.plain(line, EN) == expected


def test_it_escapes_arguments_once_and_only_in_messages() -> None:
    line = Line("given", {"a": "<i>&", "b": Line("bold", {"a": "1<2"})})
    assert SMALL.say(line, ZH) == "&lt;i&gt;&amp; and <b>1&lt;2</b>"
    assert SMALL.plain(Line("given", {"a": "<i>&", "b": "x"}), ZH) == "<i>& and x"
    assert SMALL.say(Line("kind", {"kind": "<y>"}), ZH) == "something by &lt;y&gt;"
    assert SMALL.say(Words("a<b", ""), ZH) == "a&lt;b"


def test_it_shows_days_and_times_of_shanghai() -> None:
    moment = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
    assert TEXTS.plain(Line("typed", {"text": moment}), ZH) == "“11月23日 周一 08:30”"
    assert TEXTS.plain(Line("typed", {"text": moment}), EN) == "“Mon 23 Nov 08:30”"
    late = datetime(2026, 11, 22, 16, 0, tzinfo=UTC)
    assert "11月23日 周一 00:00" in TEXTS.plain(Line("typed", {"text": late}), ZH)
    assert TEXTS.plain(Line("on-day", {"day": date(2026, 3, 1)}), EN) == "Sun 1 Mar"


@pytest.mark.parametrize("line", [Line("nowhere"), Line("given", {"a": "x"}), Line("some"), Line("broken")])
def test_it_takes_missing_words_as_a_bug(
    line: Line, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(WordsMissing):
        SMALL.say(line, ZH)
    monkeypatch.setattr(SMALL, "strict", False)
    with caplog.at_level(logging.ERROR):
        assert SMALL.say(line, ZH) == line.id
    assert line.id in caplog.text


def test_it_cleans_and_cuts_what_people_write() -> None:
    assert clean("a\u202eb\x00c\u200b\ud800 \n d") == "abc d"
    assert clean("长" * 400) == "长" * 299 + "…"
    assert len(TEXTS.label(Line("typed", {"text": "长" * 400}), ZH)) == 60


def test_it_lets_no_address_come_to_life() -> None:
    said = SMALL.say(Line("bold", {"a": "看 https://a.example/x @me #tag /start 3.5 GB/T 50493"}), ZH)
    assert "://" not in said
    assert "a.example" not in said
    assert "@me" not in said
    assert "#tag" not in said
    assert " /start" not in said
    assert "3.5 GB/T 50493" in said


def test_it_gives_buttons_their_flow_and_number() -> None:
    screen = Screen(
        [Line("plain")],
        [[Button(Line("plain"), "a0"), Button(Words("网", "web"), url="https://x.example")], []],
    )
    rendered = render(replace(screen, flow="check"), EN, SMALL, 12)
    assert rendered.rows == ((("Hello", "check.12.a0"), ("web", "https://x.example")),)
    assert rendered.contact_label is None


def test_it_refuses_callback_data_over_64_bytes() -> None:
    screen = Screen([Line("plain")], [[Button(Line("plain"), "x" * 60)]], flow="check")
    with pytest.raises(ValueError, match="too long"):
        render(screen, EN, SMALL, 1)


def test_it_asks_for_the_contact_card_and_shows_a_photo() -> None:
    rendered = render(Screen([Line("plain")], ask_contact=Line("plain"), photo="p1"), EN, SMALL, 1)
    assert (rendered.contact_label, rendered.photo) == ("Hello", "p1")


@pytest.mark.parametrize("photo", [None, "p"])
def test_it_cuts_a_message_honestly_and_never_within_an_entity(photo: str | None) -> None:
    limit = 1024 if photo else 4096
    lines = [Line("bold", {"a": "&<" * 100}) for _ in range(60)]
    body = render(Screen(lines, photo=photo), ZH, SMALL, 1).html
    assert length(body) <= limit
    assert body.endswith("(cut)")
    assert body.count("<b>") == body.count("</b>")


def test_it_cuts_a_single_line_that_is_too_long() -> None:
    body = render(Screen([Words("😀&" * 5000, "")]), ZH, SMALL, 1).html
    assert length(body) <= 4096
    assert body.endswith("\n(cut)")
    assert render(Screen([Words("字" * 4000, "")]), ZH, SMALL, 1).html == "字" * 4000


def test_it_writes_letters_and_toasts() -> None:
    written = letter([Line("plain")], [Line("plain"), Line("plain")], EN, SMALL, "tok")
    assert written.rows == ((("Hello", "!.tok.0"),), (("Hello", "!.tok.1"),))
    assert toast(Line("given", {"a": "长" * 290, "b": 1}), ZH, SMALL) == "长" * 200
