"""Content files as their authors write them: Chinese only, with short cuts. How they become content: assemble.py."""

from typing import Annotated

from pydantic import Field

from checklists.conditions import Condition
from checklists.parts import Part, Text, Whole
from checklists.schema import Option, Question, Section
from checklists.seasons import Season


class QuestionSheet(Question):
    """A question; `choice` names a set of options of choices.yaml."""

    choice: str | None = None


class SectionSheet(Section):
    """A section of questions."""

    questions: tuple[QuestionSheet, ...]


class ChecklistSheet(Part):
    """One checklist file."""

    id: str
    title: Text
    colours: tuple[str, ...]
    cycle_days: Annotated[Whole, Field(ge=1, le=366)]
    when: Condition | None = None
    seasons: tuple[Season, ...] = ()
    sections: tuple[SectionSheet, ...]


class ChoicesSheet(Part):
    """choices.yaml: sets of options by name."""

    choices: dict[str, tuple[Option, ...]]


class LawsSheet(Part):
    """laws.yaml: full titles by short name."""

    laws: dict[str, Text]
