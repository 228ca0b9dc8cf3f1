"""The language of everything that follows."""

from checklists.words import Language
from dialogs.cards import button
from dialogs.context import Context
from dialogs.talk import Input, Line, Screen, State, Step, Tapped
from safety.events import LanguageChosen

OPTIONS = {"zh": Language.ZH, "en": Language.EN}


def step(_state: State, told: Input, _context: Context) -> Step | None:
    """Choose, and go back to where one was."""
    if not isinstance(told, Tapped):
        return None
    if told.option == "b":
        return Step(None)
    chosen = OPTIONS.get(told.option)
    return Step(None, (LanguageChosen(chosen),), say=Line("language-chosen")) if chosen else None


def show(_state: State, _context: Context) -> Screen:
    """Both names, each in its own language."""
    names = (button("language-zh", "zh"), button("language-en", "en"))
    return Screen((Line("language-title"),), (names, (button("back", "b"),)))
