"""What every command for content authors has in common: its options, the language it speaks, how it reads content."""

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from checklists.catalogue import Catalogue
from checklists.issues import ContentError
from checklists.load import CONTENT, load_catalogue
from checklists.report import problems_told
from checklists.words import Language, Words

HELP = {
    "content": Words("内容文件夹", "folder of the content files"),
    "draft": Words(
        "草稿文件夹：其中的文件代替或补充内容文件夹里的文件",
        "folder of a draft: its files replace or add to those of the content folder",
    ),
    "language": Words("用哪种语言说", "language to speak"),
}


def parser(command: str, about: Words) -> argparse.ArgumentParser:
    """A parser with the options that every command knows."""
    spoken = language_spoken()
    made = argparse.ArgumentParser(prog=f"python -m checklists {command}", description=about.to(spoken))
    made.add_argument("--content", type=Path, default=CONTENT, metavar="DIR", help=HELP["content"].to(spoken))
    made.add_argument("--draft", type=Path, metavar="DIR", help=HELP["draft"].to(spoken))
    languages = [language.value for language in Language]
    made.add_argument("--language", choices=languages, default=spoken.value, help=HELP["language"].to(spoken))
    return made


def language_spoken() -> Language:
    """Chinese where the terminal is Chinese, else English."""
    spoken = os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return Language.ZH if spoken.lower().startswith("zh") else Language.EN


def roots(said: argparse.Namespace) -> tuple[Path, ...]:
    """The folders content is read from, what stands in a later one wins."""
    return (said.content, said.draft) if said.draft is not None else (said.content,)


def read_content(said: argparse.Namespace) -> Catalogue | None:
    """All content as the options name it; None when it is refused, and every problem is printed."""
    folders = roots(said)
    try:
        return load_catalogue(*folders)
    except ContentError as error:
        say(problems_told(error.issues, folders, Language(said.language), coloured=coloured()))
        return None


def say(lines: Iterable[str] | str) -> None:
    """Print lines of text."""
    for line in [lines] if isinstance(lines, str) else lines:
        sys.stdout.write(f"{line}\n")


def complain(words: Words, language: Language, **names: object) -> int:
    """Print why a command cannot go on; the exit code of a wrong call."""
    sys.stderr.write(f"{words.to(language).format(**names)}\n")
    return 2


def coloured() -> bool:
    """Whether the terminal shows colours and nobody asked it not to (https://no-color.org)."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def strings(values: Sequence[Path | str]) -> list[str]:
    """Paths as they are written on a command line."""
    return [str(value) for value in values]
