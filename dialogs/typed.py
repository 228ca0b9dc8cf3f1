"""Typed words that stand for a button or a command: whatever can be tapped can be typed, for when buttons fail.

A button is meant by its label in either language, by a word of the locales that stands for it (`said-…`), or by its
number among the choices. The bottom row of several buttons decides things, so it takes words only.
"""

import re
from collections.abc import Iterable, Sequence

from checklists.reading.plain import plain
from checklists.reading.wishes import names_question, place, unmarked, wish
from checklists.words import Language, Words
from dialogs.talk import Button, Line, Screen
from dialogs.texts import Texts

LONGEST = 30  # characters in which a button is looked for; more is a story
DOUBT = re.compile(r"[?\uff1f\u5417\u5427]")  # ? and the particles of asking and guessing
COMMANDS = {
    "to-menu": "menu",
    "pause": "cancel",
    "overview": "review",
    "submit": "review",
    "to-check": "check",
    "to-hazards": "hazards",
    "to-report": "hazard",
    "to-digest": "digest",
    "to-approvals": "approvals",
    "to-unreachable": "unreachable",
    "to-pack": "pledge",
    "to-language": "language",
    "to-privacy": "privacy",
    "to-help": "help",
    "to-verify": "verify",
    "to-tip": "tip",
    "to-exam": "exam",
    "to-courses": "course",
    "to-lessons": "lesson",
    "to-spot": "inspect",
    "to-enterprises": "enterprise",
    "to-own-card": "enterprise",
    "to-warnings": "warn",
    "to-supplies": "supplies",
    "to-responders": "call",
    "to-incident": "incident",
    "to-hours": "hours",
    "to-learning": "training",
    "to-emergency": "emergency",
    "to-supervise": "supervise",
    "to-campaigns": "campaign",
    "to-groups": "groups",
    "to-interviews": "interview",
    "to-sheets": "invite",
    "to-rollcall": "rollcall",
    "to-drills": "drill",
    "to-seats": "seats",
    "to-records": "records",
    "to-statistics": "statistics",
    "to-audit": "audit",
    "to-todo": "todo",
    "to-import": "import",
}
STRONG = frozenset(
    {"to-menu", "pause", "overview", "to-rollcall"}
)  # understood even where any words would be an answer


def option_of(text: str, screen: Screen, texts: Texts, *, numbers: bool = True) -> str | None:
    """The option of the button that is meant, None when none is, or when it is not clear which."""
    if len(text) > LONGEST:
        return None
    buttons = [button for row in screen.rows for button in row if button.option]
    for same in (_exactly, _barely, _likewise):
        found = {button.option for button in buttons if same(text, button, texts)}
        if found:
            return found.pop() if len(found) == 1 else None
    return _numbered(text, screen, texts) if numbers else None


def command_of(text: str, texts: Texts, *, strong: bool = False) -> str | None:
    """The command that a few words stand for; `strong`: only what can hardly be an answer."""
    if len(text) > LONGEST:
        return None
    said = {unmarked(text), wish(text)}
    names = {name for name in COMMANDS if (not strong or name in STRONG) and said & _words(Line(name), texts)}
    commands = {COMMANDS[name] for name in names}
    return commands.pop() if len(commands) == 1 else None


def _exactly(text: str, button: Button, texts: Texts) -> bool:
    return plain(text) in _labels(button, texts)


def _barely(text: str, button: Button, texts: Texts) -> bool:
    return not _doubted(text, button) and unmarked(text) in map(unmarked, _labels(button, texts))


def _doubted(text: str, button: Button) -> bool:
    """An answer that is asked back (`会吧？`) is none."""
    return isinstance(button.label, Words) and DOUBT.search(text) is not None


def _likewise(text: str, button: Button, texts: Texts) -> bool:
    if _doubted(text, button):
        return False
    labels = {unmarked(label) for label in _labels(button, texts)} | _words(button.label, texts)
    return bool({unmarked(text), wish(text)} & labels)


def _labels(button: Button, texts: Texts) -> set[str]:
    return {plain(texts.label(button.label, language)) for language in Language}


def _words(label: Line | Words, texts: Texts) -> frozenset[str]:
    """Other words for a button, in both languages."""
    while isinstance(label, Line) and label.id == "chosen":
        inner = label.args["label"]
        label = inner if isinstance(inner, Line | Words) else Words("", "")
    if not isinstance(label, Line):
        return frozenset()
    return frozenset().union(*(texts.alternatives(f"said-{label.id}", language) for language in Language))


def _numbered(text: str, screen: Screen, texts: Texts) -> str | None:
    """The number that a choice is called by (`第5题`), else its place among the choices."""
    number, buttons = place(text), list(_choices(screen.rows))
    called = {button.option: place(texts.label(button.label, Language.ZH)) for button in buttons}
    if any(called.values()):
        found = [option for option, name in called.items() if name == number is not None]
        return found[0] if len(found) == 1 else None
    if names_question(text):
        return None
    return buttons[number - 1].option if number is not None and 1 <= number <= len(buttons) else None


def _choices(rows: Sequence[Sequence[Button]]) -> Iterable[Button]:
    """The buttons of all rows but a bottom row of several."""
    kept = rows[:-1] if rows and len(rows[-1]) > 1 else rows
    return (button for row in kept for button in row if button.option)
