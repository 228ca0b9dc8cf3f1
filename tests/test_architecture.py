"""Holds the arrows of docs/architecture.md: who may import whom, what stays out of the pure packages, no cycles."""

import ast
import graphlib
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from checklists.__main__ import COMMANDS

ROOT = Path(__file__).parent.parent
PACKAGES = ("checklists", "safety", "dialogs", "storage", "bot")
MAY_IMPORT = {
    "checklists": {"checklists"},
    "safety": {"safety", "checklists"},
    "dialogs": {"dialogs", "safety", "checklists"},
    "storage": {"storage", "safety", "checklists"},
    "bot": set(PACKAGES),
}
ONLY_IN = {"aiogram": "bot", "apscheduler": "bot", "sqlalchemy": "storage", "alembic": "storage"}
PURE = ("checklists", "safety", "dialogs")
IMPURE_MODULES = {"asyncio", "random", "secrets", "time", "threading", "socket", "subprocess"}
BY_NAME = {"importlib", "runpy", "pkgutil"}
IMPURE_CALLS = {("datetime", "now"), ("datetime", "utcnow"), ("date", "today"), ("datetime", "today")}


def modules() -> Iterator[tuple[str, Path, ast.Module]]:
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            yield package, path, ast.parse(path.read_text("utf-8"))


MODULES = list(modules())


def imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide arrows"
            yield node.lineno, node.module or ""
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_packages_import_only_what_stands_below_them() -> None:
    wrong = [
        f"{name(path)}:{line} imports {target}"
        for package, path, tree in MODULES
        for line, target in imports(tree)
        if target.split(".")[0] in PACKAGES and target.split(".")[0] not in MAY_IMPORT[package]
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(("library", "home"), ONLY_IN.items())
def test_a_library_stays_in_its_package(library: str, home: str) -> None:
    # connections and their errors pass through the bot's database jobs by type only
    allowed = {
        "sqlalchemy": {"sqlalchemy", "sqlalchemy.Connection", "sqlalchemy.exc", "sqlalchemy.exc.DBAPIError"}
    }
    wrong = [
        f"{name(path)}:{line} imports {target}"
        for package, path, tree in MODULES
        for line, target in imports(tree)
        if target.split(".")[0] == library and package != home
        if not (package == "bot" and target in allowed.get(library, set()))
    ]
    assert not wrong, "\n".join(wrong)


def test_yaml_is_read_in_one_place() -> None:
    readers = {name(path) for _, path, tree in MODULES for _, target in imports(tree) if target == "yaml"}
    assert all(reader.startswith("checklists/load") for reader in readers), readers


@pytest.mark.parametrize("package", PURE)
def test_the_pure_packages_know_no_clock_no_chance_no_waiting(package: str) -> None:
    wrong = []
    for home, path, tree in MODULES:
        if home != package:
            continue
        wrong += [
            f"{name(path)}:{line} {target}" for line, target in imports(tree) if target in IMPURE_MODULES
        ]
        for node in ast.walk(tree):
            if isinstance(node, ast.AsyncFunctionDef | ast.Await):
                wrong.append(f"{name(path)}:{node.lineno} async")
            called = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
            if called and (node.value.id, node.attr) in IMPURE_CALLS:
                wrong.append(f"{name(path)}:{node.lineno} {node.value.id}.{node.attr}")
    assert not wrong, "\n".join(wrong)


def test_no_import_cycles() -> None:
    known = {".".join(path.relative_to(ROOT).with_suffix("").parts): tree for _, path, tree in MODULES}
    graph = {
        module: {
            target
            for node in tree.body
            if isinstance(node, ast.Import | ast.ImportFrom)
            for _, target in imports(ast.Module([node], []))
            if target in known and target != module
        }
        for module, tree in known.items()
    }
    graphlib.TopologicalSorter(graph).prepare()


def test_modules_are_named_instead_of_imported_in_one_place() -> None:
    """The front door for authors hands over to commands above it; nobody else goes round the arrows like that."""
    users = {
        name(path)
        for package, path, tree in MODULES
        for _, target in imports(tree)
        if package != "bot" and target.split(".")[0] in BY_NAME
    }
    assert users <= {"checklists/__main__.py"}, users
    for place, _about in COMMANDS.values():
        module, _, function = place.partition(":")
        assert callable(getattr(importlib.import_module(module), function)), place


def test_commit_is_called_in_one_place() -> None:
    wrong = [
        f"{name(path)}:{node.lineno}"
        for _, path, tree in MODULES
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr == "commit"
    ]
    assert not wrong, "transactions end with their block in storage/unit.py: " + ", ".join(wrong)


def test_each_module_says_what_lives_in_it() -> None:
    silent = [name(path) for _, path, tree in MODULES if tree.body and ast.get_docstring(tree) is None]
    assert not silent, silent


def test_code_holds_no_chinese_sentences() -> None:
    """Wording lives in the locales, content in YAML; a word in a docstring or comment is fine."""
    wrong = []
    for package, path, tree in MODULES:
        if package in {
            "checklists",
            "bot",
        }:  # reading typed Chinese and column names of spreadsheets is their job
            continue
        docstrings = {
            id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
            and node.body
            and isinstance(node.body[0], ast.Expr)
        }
        wrong += [
            f"{name(path)}:{node.lineno} {node.value!r}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
            if any("\u4e00" <= char <= "\u9fff" for char in node.value)
        ]
    assert not wrong, "\n".join(wrong)
