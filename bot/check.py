"""`python -m bot check`: looks at everything the bot needs and says in plain words what is missing or wrong.

Nothing is changed but a file that is made and removed to see whether the data folder can be written. What cannot be
looked at is a sentence too, never a traceback. The looks themselves stand in looks.py.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

import typer

from bot import looks
from bot.clock import RealClock
from bot.importing import LOCALES
from bot.log import Veil
from bot.looks import Finding, Grade, problem
from bot.settings import Settings, SettingsError, load, unknown
from checklists.words import Language
from dialogs.texts import Texts

MARKS = {Grade.OK: "✓", Grade.WARNING: "!", Grade.PROBLEM: "✗"}


def main() -> int:
    """Say what was found, in the language of the settings; 1 when anything is a problem."""
    try:
        settings = load()
    except SettingsError as error:
        for sentence in error.sentences:
            typer.echo(f"{MARKS[Grade.PROBLEM]} {sentence}")
        return 1
    return tell(findings(settings, RealClock().now()), settings)


def tell(found: Sequence[Finding], settings: Settings) -> int:
    """Print the findings; the exit code."""
    texts, veil = Texts.load(LOCALES), Veil(settings.secrets())
    for finding in found:
        typer.echo(f"{MARKS[finding.grade]} {veil.text(sentence(finding, texts, settings.language))}")
    return int(any(finding.grade is Grade.PROBLEM for finding in found))


def sentence(finding: Finding, texts: Texts, language: Language) -> str:
    """One finding in one language."""
    return finding.line if isinstance(finding.line, str) else texts.plain(finding.line, language)


def findings(settings: Settings, now: datetime) -> list[Finding]:
    """Look at everything, the quick and local first."""
    parts: tuple[tuple[str, Callable[[], Iterator[Finding]]], ...] = (
        ("settings", lambda: looks.names(unknown())),
        ("zone", looks.zone),
        ("data", lambda: looks.data(settings.data_dir)),
        ("database", lambda: looks.database(settings)),
        ("content", lambda: looks.content(settings, now)),
        ("photos", looks.photos),
        ("seals", lambda: looks.seals(settings)),
        ("tips", lambda: looks.tips(settings)),
        ("webhook", lambda: looks.webhook(settings)),
        ("telegram", lambda: looks.telegram(settings)),
    )
    return [finding for name, glance in parts for finding in _without_traceback(name, glance)]


def _without_traceback(name: str, glance: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
    try:
        yield from glance()
    except Exception as error:  # noqa: BLE001 - a look that fails is a finding as well
        yield problem("failed", what=name, why=type(error).__name__)
