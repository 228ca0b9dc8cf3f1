"""How problems of content are shown: with their line for people, as JSON for editors and CI."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import orjson

from checklists.issues import Issue
from checklists.words import Language, Words

EXCERPT = 100  # characters of a line that are shown
_WHOLE = ("file-", "folder-")  # complaints about a file, not about a line of it
_SUMMARY = Words("共{count}个问题，在{files}个文件里。", "{count} problems in {files} files.")
_BOLD, _RED, _GREEN, _GREY, _PLAIN = "\x1b[1m", "\x1b[31m", "\x1b[32m", "\x1b[90m", "\x1b[0m"


def problems_told(
    issues: Sequence[Issue], roots: Sequence[Path], language: Language, *, coloured: bool = False
) -> Iterator[str]:
    """Every problem with its line and what to do, then how many there are."""
    for issue in issues:
        yield from _told(issue, roots, language, coloured=coloured)
    files = len({issue.file for issue in issues})
    yield _SUMMARY.to(language).format(count=len(issues), files=files)


def _told(issue: Issue, roots: Sequence[Path], language: Language, *, coloured: bool) -> Iterator[str]:
    path = where(issue.file, roots)
    place, code = f"{shown(path)}:{issue.line}", issue.code
    if coloured:
        place, code = f"{_BOLD}{place}{_PLAIN}", f"{_RED}{code}{_PLAIN}"
    yield f"{place}: {code}: {visible(issue.what.to(language))}"
    line = "" if issue.code.startswith(_WHOLE) else _excerpt(path, issue.line)
    if line:
        excerpt = f"{issue.line:>6} | {line}"
        yield f"{_GREY}{excerpt}{_PLAIN}" if coloured else excerpt
    arrow = f"{_GREEN}→{_PLAIN}" if coloured else "→"
    yield f"    {arrow} {visible(issue.todo.to(language))}"


def problems_json(issues: Sequence[Issue], roots: Sequence[Path], figures: dict[str, int]) -> str:
    """The same for programs: one object with `problems` (both languages) and the figures of the content."""
    problems = [
        {
            "file": issue.file,
            "path": str(where(issue.file, roots)),
            "line": issue.line,
            "code": issue.code,
            "what": _both(issue.what),
            "todo": _both(issue.todo),
        }
        for issue in issues
    ]
    return orjson.dumps({"problems": problems, **figures}, option=orjson.OPT_INDENT_2).decode()


def _both(words: Words) -> dict[str, str]:
    return {language.value: words.to(language) for language in Language}


def where(file: str, roots: Sequence[Path]) -> Path:
    """The path of a content file: of the last folder that has it."""
    return next((root / file for root in reversed(roots) if (root / file).exists()), roots[-1] / file)


def shown(path: Path) -> str:
    """As one would type it: below the present folder without what leads there."""
    here = Path.cwd()
    return str(path.resolve().relative_to(here)) if path.resolve().is_relative_to(here) else str(path)


def _excerpt(path: Path, line: int) -> str:
    """The text of one line, without what a terminal would obey."""
    try:
        with path.open("rb") as file:
            raw = next((text for number, text in enumerate(file, 1) if number == line), b"")
    except OSError:
        return ""
    text = visible(raw[: 4 * EXCERPT].decode(errors="replace").rstrip())
    return text if len(text) <= EXCERPT else text[: EXCERPT - 1] + "…"


def visible(text: str) -> str:
    """Text with every character that does not print shown as a box, tabs as an arrow."""
    return "".join("⇥" if sign == "\t" else sign if sign.isprintable() else "□" for sign in text)
