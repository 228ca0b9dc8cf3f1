"""The sentences of the authors' commands, in the language of the command line."""

import sys
from argparse import Namespace
from pathlib import Path

from checklists.words import Language
from dialogs.talk import Argument, Line
from dialogs.texts import Texts

LOCALES = Path(__file__).parent.parent / "locales"


class Speaker:
    """Says lines of bot/locales in one language, on the terminal."""

    def __init__(self, language: Language, texts: Texts | None = None) -> None:
        self.language = language
        self.texts = texts or Texts.load(LOCALES)

    @classmethod
    def of(cls, said: Namespace) -> "Speaker":
        """In the language that the options name."""
        return cls(Language(said.language))

    def text(self, line: str, **args: Argument) -> str:
        """One sentence."""
        return self.texts.plain(Line(line, args), self.language)

    def say(self, line: str, **args: Argument) -> None:
        """Print one sentence."""
        sys.stdout.write(f"{self.text(line, **args)}\n")

    def complain(self, line: str, **args: Argument) -> int:
        """Print why it cannot go on; the exit code of a wrong call."""
        sys.stderr.write(f"{self.text(line, **args)}\n")
        return 2
