"""What was behind a hazard (原因分析): which side, which cause, in words, and what prevents it from now on."""

from collections.abc import Mapping

from checklists.words import Words
from dialogs.context import Context
from dialogs.hazards.narrowing import caused
from dialogs.hazards.ways import standing
from dialogs.talk import Argument, Json, Line
from dialogs.words import on_day
from safety.hazard_ledger import Hazard

Choice = tuple[Line | Words, Json]
NOTHING = ""  # what is said by the button that leaves something out


def sides(context: Context) -> list[Choice]:
    """People, machines, surroundings, management."""
    return [(group.name, group.id) for group in context.ledger.rules().causes.groups]


def roots(said: Mapping[str, Json], context: Context) -> list[Choice]:
    """The causes of the side that was chosen."""
    groups = context.ledger.rules().causes.groups
    return [
        (cause.name, cause.id) for group in groups if group.id == said.get("side") for cause in group.causes
    ]


def nothing() -> list[Choice]:
    """Words that may be left out."""
    return [(Line("cause-no-words"), NOTHING)]


def prevention(hazard: Hazard) -> list[Choice]:
    """Whoever puts a general hazard right may leave it at the cause."""
    return [] if standing(hazard).major else [(Line("cause-no-prevention"), NOTHING)]


def skipped(field: str, value: Json) -> dict[str, Json]:
    """Without a preventive action nobody is asked who and until when."""
    return {"owner": None, "day": None} if field == "measures" and value == NOTHING else {}


def read(text: str, _hazard: Hazard, context: Context) -> Json:
    """A cause by its name, in either language."""
    wanted = text.strip().casefold()
    found = [cause.id for _, cause in context.ledger.rules().causes.all() if wanted in _names(cause.name)]
    return found[0] if len(found) == 1 else None


def side_read(text: str, _hazard: Hazard, context: Context) -> Json:
    """A side by its name, or by the one character that it is called by."""
    wanted = text.strip().casefold()
    found = [
        group.id
        for group in context.ledger.rules().causes.groups
        if wanted and (wanted in _names(group.name) or wanted == group.name.zh[0])
    ]
    return found[0] if len(found) == 1 else None


def _names(name: Words) -> set[str]:
    return {name.zh.casefold(), name.en.casefold()}


def lines(hazard: Hazard, context: Context) -> list[Line]:
    """As the card shows it; that it is still wanted before the hazard can be closed."""
    case = hazard.case
    if case is None or case.cause is None:
        wanted = case is not None and (case.major or case.explained) and hazard.state.value == "evidence"
        return [Line("cause-wanted", {"major": "yes" if case.major else "no"})] if wanted and case else []
    cause = case.cause
    found = [
        Line(
            "cause-is",
            {"cause": caused(cause.root, context.ledger.rules().causes), "words": cause.words or "none"},
        )
    ]
    if cause.measures and cause.day is not None:
        args: dict[str, Argument] = {
            "measures": cause.measures,
            "owner": hazard.cause_owner or "—",
            "day": on_day(cause.day, context.today),
        }
        found.append(Line("cause-prevented", args))
    return found
