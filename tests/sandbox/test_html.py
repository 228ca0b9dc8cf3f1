"""Telegram's HTML is read and refused as Telegram does it."""

import pytest

from bot.sandbox.telegram.errors import Refused
from bot.sandbox.telegram.html import parse_html

LINK = {"type": "text_link", "url": "https://a.cn/"}
CASES = [
    ("a&lt;b&gt;&amp;&quot;&#26800;&#x1F600;&nbsp;&", 'a<b>&"械😀&nbsp;&', []),
    ("<b>一</b><i>二</i>", "一二", [("bold", 0, 1), ("italic", 1, 1)]),
    ("😀<u>x</u>", "😀x", [("underline", 2, 1)]),
    ("<b>a<i>b</i></b>", "ab", [("italic", 1, 1), ("bold", 0, 2)]),
    ("<s>a</s><code>b</code><pre>c</pre>", "abc", [("strikethrough", 0, 1), ("code", 1, 1), ("pre", 2, 1)]),
    ("<tg-spoiler>a</tg-spoiler>", "a", [("spoiler", 0, 1)]),
    ("<span class='tg-spoiler'>a</span>", "a", [("spoiler", 0, 1)]),
    ("<blockquote>a</blockquote>", "a", [("blockquote", 0, 1)]),
    ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
    ("<B>a</b >", "a", [("bold", 0, 1)]),
    ("<b></b>", "", []),
    ("<a href='javascript:x'>a</a>", "a", []),
]
BROKEN = [
    ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
    ("a</b>", "Unexpected end tag at byte offset 1"),
    ("安<div>", 'Unsupported start tag "div" at byte offset 3'),
    ("a < b", 'Unsupported start tag "" at byte offset 2'),
    ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
    ("<b", "Unclosed start tag at byte offset 0"),
    ("<a href='x", "Unclosed start tag at byte offset 0"),
    ("<b>x</b", "Unclosed end tag at byte offset 4"),
    ("<i   =a>", 'Empty attribute name in the tag "i" at byte offset 0'),
    ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
]


@pytest.mark.parametrize(("source", "text", "marks"), CASES)
def test_it_reads(source: str, text: str, marks: list) -> None:
    plain, entities = parse_html(source)
    assert plain == text
    assert [(mark["type"], mark["offset"], mark["length"]) for mark in entities] == marks


def test_it_reads_links_and_languages() -> None:
    assert parse_html('<a href="https://a.cn/">x</a>')[1] == [LINK | {"offset": 0, "length": 1}]
    assert parse_html("<a>a.cn</a>")[1][0]["url"] == "http://a.cn"
    assert parse_html('<pre><code class="language-py">x</code></pre>')[1] == [
        {"type": "pre", "language": "py", "offset": 0, "length": 1}
    ]


@pytest.mark.parametrize(("source", "text"), BROKEN)
def test_it_refuses(source: str, text: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {text}"
