"""The locales: the same ids and arguments in both languages, each used, each in its own script, read by Fluent whole."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.runtime import FluentResource
from fluent.syntax import ast as ftl

from checklists.words import Language
from dialogs.texts import LOCALES, read_source

ROOT = LOCALES.parent.parent
CHINESE = re.compile(r"[㐀-鿿]")
SENTENCE = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,} [A-Za-z]{2,}")
OTHER_TONGUE = {"language-zh", "language-en", "language-other"}  # each language is offered in its own name
CALLS = {"Line", "button", "Refusal", "Problem", "Opens"}


def messages(language: Language) -> dict[str, ftl.Message]:
    body = FluentResource(read_source(LOCALES, language)).body
    return {one.id.name: one for one in body if isinstance(one, ftl.Message)}


def walk(node: object) -> Iterator[object]:
    yield node
    if isinstance(node, ftl.BaseNode):
        for value in vars(node).values():
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ftl.BaseNode):
                    yield from walk(child)


def variables(message: ftl.Message) -> set[str]:
    return {one.id.name for one in walk(message) if isinstance(one, ftl.VariableReference)}


def words(message: ftl.Message) -> str:
    texts = [one.value for one in walk(message) if isinstance(one, ftl.TextElement | ftl.StringLiteral)]
    return " ".join(texts)


def constants(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    if isinstance(node, ast.IfExp):
        yield from constants(node.body)
        yield from constants(node.orelse)


def used() -> set[str]:
    """Text ids that the program names outright."""
    found: set[str] = set()
    for folder in ("dialogs", "safety", "bot", "storage", "checklists"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and node.args:
                    name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                    if name in CALLS:
                        found |= set(constants(node.args[0]))
    return {
        one for one in found if not one.startswith(("import-", "publish-", "verify-"))
    }  # bot/locales has its own


def mentioned() -> str:
    files = [
        path
        for folder in ("dialogs", "safety", "bot", "storage", "checklists")
        for path in (ROOT / folder).rglob("*.py")
    ]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


@pytest.mark.parametrize("language", list(Language))
def test_a_locale_is_read_whole(language: Language) -> None:
    body = FluentResource(read_source(LOCALES, language)).body
    assert [one.content for one in body if isinstance(one, ftl.Junk)] == []
    names = [one.id.name for one in body if isinstance(one, ftl.Message)]
    assert sorted(names) == sorted(set(names))


def test_both_languages_have_the_same_ids_and_arguments() -> None:
    zh, en = messages(Language.ZH), messages(Language.EN)
    assert set(zh) == set(en)
    calendar = {"day", "month"}  # month names are words in one language and figures in the other
    assert [one for one in zh if one not in calendar and variables(zh[one]) != variables(en[one])] == []


def test_both_languages_are_kept_in_files_of_the_same_names() -> None:
    files = [{path.name for path in (LOCALES / language.value).glob("*.ftl")} for language in Language]
    assert files[0] == files[1]


def test_each_id_that_is_used_exists() -> None:
    assert used() - set(messages(Language.ZH)) == set()


def test_each_id_is_used() -> None:
    source = mentioned()
    spare = {one for one in messages(Language.ZH) if f'"{one}"' not in source}
    prefixed = {
        one for one in spare if one.startswith(("command-", "said-"))
    }  # named by the menu, by buttons
    planned = {"letter-check-due"}  # the daily notice of what is owed
    assert spare - prefixed - planned == set()


def test_english_has_no_chinese_and_chinese_no_english_sentence() -> None:
    zh, en = messages(Language.ZH), messages(Language.EN)
    assert [one for one in en if one not in OTHER_TONGUE and CHINESE.search(words(en[one]))] == []
    assert [one for one in zh if one not in OTHER_TONGUE and SENTENCE.search(words(zh[one]))] == []


@pytest.mark.parametrize("language", list(Language))
def test_only_bold_and_italic_are_markup(language: Language) -> None:
    for name, message in messages(language).items():
        bare = re.sub(r"</?[bi]>", "", words(message))
        assert not re.search(r"[<>&]", bare), name
        assert words(message).count("<b>") == words(message).count("</b>")


def test_labels_and_toasts_carry_no_markup() -> None:
    labels = called("button") | {
        "toast-stale",
        "toast-not-yours",
        "share-contact",
        "already-submitted",
    }
    for language in Language:
        known = messages(language)
        assert [one for one in labels if "<" in words(known[one])] == []


def test_a_chinese_label_is_eight_characters_at_most() -> None:
    zh = messages(Language.ZH)
    assert [
        one for one in called("button") if len(CHINESE.findall(words(zh[one]))) > 8 and one != "weekday"
    ] == []


def called(name: str) -> set[str]:
    found: set[str] = set()
    for path in (ROOT / "dialogs").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == name and node.args:
                found |= set(constants(node.args[0]))
    return found


def test_no_wording_stands_in_the_code() -> None:
    for path in (ROOT / "dialogs").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docs = {ast.get_docstring(node, clean=False) for node in ast.walk(tree) if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)}  # fmt: skip
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value not in docs:
                assert not CHINESE.search(node.value), f"{path.name}: {node.value}"


def test_the_command_menus_are_short_and_have_words() -> None:
    tree = ast.parse((ROOT / "bot" / "commands.py").read_text(encoding="utf-8"))
    menus = {
        node.targets[0].id: ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and isinstance(node.value, ast.Tuple)
        and all(isinstance(one, ast.Constant) and isinstance(one.value, str) for one in node.value.elts)
    }
    assert 0 < len(menus["OFFICER"]) <= 5
    assert 0 < len(menus["SUPERVISOR"]) <= 7
    assert {f"command-{name}" for name in (*menus["OFFICER"], *menus["SUPERVISOR"])} <= set(
        messages(Language.EN)
    )


def test_locales_lie_beside_the_code() -> None:
    assert Path(LOCALES).is_dir()
