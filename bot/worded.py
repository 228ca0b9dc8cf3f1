"""The words of the command line together with those of conversations, for commands that say what the chat says as well."""

from pathlib import Path

from checklists.words import Language
from dialogs import texts
from dialogs.texts import Texts, read_source

LOCALES = Path(__file__).parent / "locales"


def load(*, strict: bool = False) -> Texts:
    """Both, in both languages; no text id stands in both."""
    sources = {
        language: f"{read_source(texts.LOCALES, language)}\n{read_source(LOCALES, language)}"
        for language in Language
    }
    return Texts(sources, strict=strict)
