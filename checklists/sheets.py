"""Content files as their authors write them: Chinese only, with short cuts. How they become content: assemble.py."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from checklists.conditions import Condition
from checklists.parts import Part, Text, Whole
from checklists.schema import Option, Question, Section
from checklists.seasons import Season

NOT_APPLICABLE = "not_applicable"  # the usual reasons, among the sets of choices.yaml


def _reasons(value: Any) -> Any:
    """`na: true` means the usual reasons; a word names another set of them."""
    if isinstance(value, bool):
        return NOT_APPLICABLE if value else None
    if not isinstance(value, str | None):
        raise PydanticCustomError("bool_type", "true, false or the name of a set of reasons")
    return value


class QuestionSheet(Question):
    """A question; `choice` names a set of options of choices.yaml, `na` a set of reasons why it may not apply."""

    choice: str | None = None
    na: Annotated[str | None, BeforeValidator(_reasons), WithJsonSchema({"type": ["boolean", "string"]})] = (
        None
    )


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
