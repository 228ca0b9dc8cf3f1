"""`python -m checklists`: the front door for content authors. Which command lives where; no command itself.

A command that draws screens or reads spreadsheets lives in a package above this one. It is named here, not imported,
and called only when it is asked for; tests/test_architecture.py holds that this is the one place that does so.
"""

import importlib
import os
import sys
from collections.abc import Mapping, Sequence

from checklists.issues import meant
from checklists.options import complain, language_spoken, say
from checklists.words import Words

COMMANDS: Mapping[str, tuple[str, Words]] = {
    "check": ("checklists.checking:main", Words("检查全部内容", "check all content")),
    "preview": (
        "bot.authoring.preview:main",
        Words("把每一屏画成网页", "draw every screen as one page"),
    ),
    "simulate": (
        "bot.authoring.simulate:main",
        Words("在终端里答一遍", "answer a checklist in the terminal"),
    ),
    "diff": (
        "bot.authoring.comparing:main",
        Words("说出两个版本之间改了什么", "say what changed between two versions"),
    ),
    "import-xlsform": (
        "bot.authoring.importing:main",
        Words("从 XLSForm 表格导入", "make a checklist of an XLSForm"),
    ),
    "export-xlsform": (
        "bot.authoring.exporting:main",
        Words("导出为 XLSForm 表格", "write a checklist as an XLSForm"),
    ),
    "kept": ("bot.authoring.kept:main", Words("列出展示过的自查表版本", "list the versions ever shown")),
    "schema": (
        "checklists.checking:schema",
        Words("写出编辑器用的 JSON Schema", "write the JSON Schemas for editors"),
    ),
}
_USAGE = Words(
    "用法：python -m checklists [命令] [选项]（不写命令就是 check）",
    "usage: python -m checklists [command] [options] (check when none is named)",
)
_MORE = Words(
    "python -m checklists 命令 --help 说明每个命令。", "python -m checklists COMMAND --help explains each."
)
_UNKNOWN = Words("没有“{name}”这个命令。", "there is no command “{name}”.")
_GUESS = Words(
    "没有“{name}”这个命令，是不是想写“{guess}”？", "there is no command “{name}”. Did you mean “{guess}”?"
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when there is nothing to complain about."""
    said = list(sys.argv[1:] if arguments is None else arguments)
    if said and said[0] in {"-h", "--help", "help"}:
        return _help()
    name = said.pop(0) if said and not said[0].startswith("-") else "check"
    if name not in COMMANDS:
        guess = meant(name, COMMANDS)
        return complain(_GUESS if guess else _UNKNOWN, language_spoken(), name=name, guess=guess)
    module, _, function = COMMANDS[name][0].partition(":")
    return int(getattr(importlib.import_module(module), function)(said))


def _help() -> int:
    language = language_spoken()
    say((_USAGE.to(language), ""))
    say(f"  {name:<16} {about.to(language)}" for name, (_place, about) in COMMANDS.items())
    say(("", _MORE.to(language)))
    return 0


def _run() -> int:
    """Run from a shell; a reader who closes the pipe (`| head`) ends it quietly."""
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


if __name__ == "__main__":
    sys.exit(_run())
