"""What people call the instances of repeated sections (which boiler), by the answers that name them. Reading only."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, bindparam, select

from checklists.schema import Checklist
from storage.tables.checks import answers

_SAID = select(answers.c.check_id, answers.c.question, answers.c.value).where(
    answers.c.check_id.in_(bindparam("checks", expanding=True)),
    answers.c.question.in_(bindparam("questions", expanding=True)),
)

Place = tuple[int, str]  # a check and a question of it


def named(connection: Connection, asked: Iterable[tuple[int, str, Checklist]]) -> Mapping[Place, str]:
    """The name of the instance by check and question; those without a name are left out. No query where nothing repeats."""
    naming = {
        (check, question): name
        for check, question, form in asked
        if question in form.places and (name := form.naming(question)) is not None
    }
    if not naming:
        return {}
    found = {"checks": sorted({check for check, _ in naming}), "questions": sorted({*naming.values()})}
    said = {(row.check_id, row.question): row.value for row in connection.execute(_SAID, found)}
    names = {place: said.get((place[0], name)) for place, name in naming.items()}
    return {place: name for place, name in names.items() if isinstance(name, str)}
