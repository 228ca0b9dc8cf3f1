"""`python -m checklists`: check all content and say every problem at once; `schema` writes the files for editors."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from checklists.catalogue import Catalogue
from checklists.editors import write_schemas
from checklists.issues import ContentError
from checklists.load import CONTENT, load_catalogue
from checklists.words import Language, Words

_GOOD = Words(
    "没有问题：{forms}张自查表，{questions}个问题，{facts}项企业情况。",
    "No problems: {forms} checklists, {questions} questions, {facts} facts.",
)
_BAD = Words("共{count}个问题。", "{count} problems.")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when there is nothing to complain about."""
    said = _parser().parse_args(arguments)
    if said.command == "schema":
        for path in write_schemas(said.content / "schema"):
            _say(str(path))
        return 0
    return check(said.content, Language(said.language))


def check(content: Path, language: Language) -> int:
    """Check all content below a folder and print the result."""
    try:
        catalogue = load_catalogue(content)
    except ContentError as error:
        for issue in error.issues:
            _say(issue.told(language))
        _say(_BAD.to(language).format(count=len(error.issues)))
        return 1
    _say(_GOOD.to(language).format(**_figures(catalogue)))
    return 0


def _figures(catalogue: Catalogue) -> dict[str, int]:
    questions = sum(len(form.questions) for form in catalogue.checklists.values())
    return {"forms": len(catalogue.checklists), "questions": questions, "facts": len(catalogue.facts.ids)}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m checklists", description=__doc__)
    parser.add_argument("command", nargs="?", choices=("check", "schema"), default="check")
    parser.add_argument("--content", type=Path, default=CONTENT, help="folder of the content files")
    parser.add_argument("--language", choices=[language.value for language in Language], default=_spoken())
    return parser


def _spoken() -> str:
    spoken = os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return (Language.ZH if spoken.lower().startswith("zh") else Language.EN).value


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main())
