"""Messages parsed when they are asked for are those that are parsed all at once."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

from checklists.words import Language
from dialogs.talk import Line
from dialogs.texts import LOCALES, Texts, read_source
from dialogs.wording import Wording

CHAIN = """# a comment
first = { second } and { -brand }
# another = no message
second = { third }!
third = three
    lines
third = never

-brand = Anwen
round = { about }
about = { round }
broken { = nothing
last = end
"""


def said(wording: Wording, text_id: str) -> str:
    """What a message says, through the bundle that knows its references."""
    pattern = wording.pattern(text_id)
    assert pattern is not None
    text, errors = wording.bundle.format_pattern(pattern, {})
    assert errors == []
    return str(text)


@pytest.mark.parametrize("language", Language)
def test_every_message_of_the_locales_is_found_and_the_same(language: Language) -> None:
    source = read_source(LOCALES, language)
    whole = FluentResource(source)
    eager = FluentBundle([language.value], use_isolating=False)
    eager.add_resource(whole)
    lazy = Wording(language, source)
    names = [entry.id.name for entry in whole.body if isinstance(entry, ast.Message)]
    assert len(names) > 2000
    for name in names:
        assert lazy.pattern(name).equals(eager.get_message(name).value), name


def test_references_are_read_with_what_refers_to_them() -> None:
    assert said(Wording(Language.EN, CHAIN), "first") == "three\nlines! and Anwen"


def test_of_two_with_one_id_the_first_counts() -> None:
    assert said(Wording(Language.EN, CHAIN), "third") == "three\nlines"


@pytest.mark.parametrize("text_id", ["another", "broken", "missing", "-brand", ""])
def test_what_is_no_message_is_not_found(text_id: str) -> None:
    assert Wording(Language.EN, CHAIN).pattern(text_id) is None


def test_messages_that_refer_to_each_other_do_not_hang() -> None:
    wording = Wording(Language.EN, CHAIN)
    assert wording.pattern("round") is not None
    assert said(wording, "last") == "end"


def test_many_threads_that_ask_at_once_hear_the_same() -> None:
    links = "".join(f"link{n} = {{ link{n + 1} }}\n" for n in range(50)) + "link50 = end\n"
    for _ in range(20):
        texts = Texts({Language.EN: links}, strict=True)
        with ThreadPoolExecutor(8) as pool:
            heard = list(pool.map(texts.plain, [Line("link0")] * 16, [Language.EN] * 16))
        assert set(heard) == {"end"}
