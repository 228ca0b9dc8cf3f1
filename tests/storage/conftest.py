"""Storage is tested on content of its own, small and known by heart, so that shipped content may change freely."""

import pytest

from checklists.catalogue import Catalogue
from checklists.conditions import Condition
from checklists.facts import ColourSheet, DerivedFact, Fact, FactSheet, NoticeColour
from checklists.parts import Criterion
from checklists.rules import Danger, Privacy, Rules
from checklists.schema import (
    Checklist,
    MajorSource,
    Option,
    Outcome,
    Question,
    QuestionKind,
    Section,
    Severity,
)
from checklists.words import Words
from safety.enterprises import Colour
from storage.database import Database
from tests import cast as casting
from tests.cast import Cast


def words(text: str) -> Words:
    return Words(text, text)


YES = Option(value="yes", label=words("是"), outcome=Outcome.OK)
NO = Option(value="no", label=words("否"), outcome=Outcome.BAD)


CODED = MajorSource(official=True, criteria=(Criterion(code="LIST-1", text=words("漏气")),))


def yesno(name: str, severity: Severity = Severity.GENERAL) -> Question:
    return Question(
        id=name,
        kind=QuestionKind.YESNO,
        text=words(f"{name}?"),
        options=(YES, NO),
        severity=severity,
        major=CODED if severity is Severity.MAJOR else None,
        advice=words("改"),
    )


def other(name: str, kind: QuestionKind, *options: Option) -> Question:
    return Question(id=name, kind=kind, text=words(f"{name}?"), options=options, advice=words("改"))


def checklist(name: str, cycle_days: int, *questions: Question, when: Condition | None = None) -> Checklist:
    section = Section(id="s", title=words("节"), questions=questions)
    return Checklist(
        id=name, title=words(name), colours=("white",), cycle_days=cycle_days, sections=(section,), when=when
    )


KITCHEN = checklist(
    "kitchen",
    30,
    yesno("exit"),
    yesno("gas", Severity.MAJOR),
    yesno("wiring"),
    other("staff", QuestionKind.NUMBER),
    other("trained", QuestionKind.DATE),
    other("fuels", QuestionKind.MULTI, YES, NO),
    other("remarks", QuestionKind.TEXT),
)
BOTTLES = checklist("bottles", 30, yesno("chained"), when=Condition(fact="uses_lpg"))
FLOOD = checklist("flood", 90, yesno("drain"))


def notice(colour: Colour) -> NoticeColour:
    return NoticeColour(
        id=colour,
        label=words(colour),
        emoji="⬜",
        group=words(colour),
        industries=(),
        checklist="kitchen",
        extra_checklists=("bottles", "flood") if colour is Colour.WHITE else (),
    )


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """Three forms: `kitchen` (monthly), `bottles` (only with LPG), `flood` (quarterly)."""
    facts = FactSheet(
        numbers=(Fact(id="staff", prompt=words("人数"), unit=words("人")),),
        industries=(),
        asked=(Fact(id="gas_lpg", prompt=words("瓶装气")),),
        derived=(DerivedFact(id="uses_lpg", when=Condition(fact="gas_lpg")),),
    )
    colours = ColourSheet(
        default="white", precedence=("white",), colours=tuple(notice(colour) for colour in Colour)
    )
    forms = {form.id: form for form in (KITCHEN, BOTTLES, FLOOD)}
    rules = Rules(danger=Danger(words=("漏气",)))
    return Catalogue(forms, facts, colours, rules, Privacy(version="1", text=words("告知")))


@pytest.fixture
def cast(database: Database, catalogue: Catalogue) -> Cast:
    """The people of tests/cast.py, of two white enterprises without LPG."""
    return casting.seat(database, catalogue)
