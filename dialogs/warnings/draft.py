"""A warning that is being made: what is chosen so far, kept in the state, and the event it becomes."""

from dataclasses import dataclass, field, replace

from checklists.warnings import Level, WarningTemplate
from checklists.words import Words
from dialogs.context import Context
from dialogs.talk import Json, State
from safety.events_warnings import WarningIssued
from safety.warnings import LONGEST_LINE, LONGEST_TITLE, MOST_LINES, OWN, Circle, Stage

FLOW = "warnings"
DANGERS = tuple(level for level in Level if level is not Level.CIRCULAR)
OWN_HOURS = 24


@dataclass(frozen=True, slots=True)
class Draft:
    """What will be sent. `written`: title and lines of the sender's own; empty: those of the template.

    hours   0: as long as the template says
    file    what the platform knows the enclosed photo or PDF by; empty: none
    """

    template: str
    level: Level
    written: tuple[str, ...] = ()
    hours: int = 0
    circle: Circle = field(default_factory=Circle)
    stage: Stage = Stage.FIRST
    follows: str = ""
    file: str = ""

    def state(self, at: str) -> State:
        """The state in which it goes on."""
        kept: dict[str, Json] = {
            "template": self.template,
            "level": self.level.value,
            "written": list(self.written),
            "hours": self.hours,
            "circle": _json(self.circle),
            "stage": self.stage.value,
            "follows": self.follows,
            "file": self.file,
        }
        return State(FLOW, at, kept)


def _json(circle: Circle) -> Json:
    return {name: list(one) if isinstance(one, list) else one for name, one in circle.to_json().items()}


def draft_of(state: State) -> Draft:
    """The draft that a state keeps."""
    kept = state.data
    level, stage, hours = kept.get("level"), kept.get("stage"), kept.get("hours")
    written = kept.get("written")
    return Draft(
        str(kept.get("template", OWN)),
        Level(str(level)) if level in set(Level) else Level.BLUE,
        tuple(str(one) for one in written) if isinstance(written, list) else (),
        hours if isinstance(hours, int) else 0,
        Circle.of_json(kept.get("circle")),
        Stage(str(stage)) if stage in set(Stage) else Stage.FIRST,
        str(kept.get("follows", "")),
        str(kept.get("file", "")),
    )


def begun(template: WarningTemplate) -> Draft:
    """A draft as the template proposes it."""
    return Draft(template.id, template.level, circle=Circle(facts=template.concerns))


def template_of(draft: Draft, context: Context) -> WarningTemplate | None:
    return context.ledger.warnings().templates().get(draft.template)


def title_of(draft: Draft, context: Context) -> Words:
    """What it is called."""
    template = template_of(draft, context)
    if draft.written and (template is None or draft.stage is Stage.FIRST):
        return Words(draft.written[0], draft.written[0])
    if template is not None:
        return template.title
    former = context.ledger.warnings().one(draft.follows) if draft.follows else None
    return former.title if former is not None else Words("", "")


def lines_of(draft: Draft, context: Context) -> tuple[Words, ...]:
    """What it says: what was typed, else the template's lines for the level."""
    if draft.written:
        typed = draft.written if draft.follows else draft.written[1:]
        return tuple(Words(one, one) for one in typed)
    template = template_of(draft, context)
    if template is None:
        return ()
    if draft.stage is Stage.CLEAR:
        return (template.clear,)
    return tuple(line.text for line in template.said_at(draft.level))


def hours_of(draft: Draft, context: Context) -> int:
    """For how long it holds."""
    template = template_of(draft, context)
    return draft.hours or (template.hours if template is not None else OWN_HOURS)


def levels_of(draft: Draft, context: Context) -> tuple[Level, ...]:
    """The levels it may have."""
    template = template_of(draft, context)
    return template.levels if template is not None else DANGERS


def typed(draft: Draft, text: str) -> Draft | None:
    """The draft with words of the sender's own: a title, then lines; what follows another warning has lines only.

    None when there is nothing to be sent.
    """
    lines = [" ".join(one.split()) for one in text.splitlines()]
    said = [one for one in lines if one]
    if draft.follows:
        return (
            replace(draft, written=tuple(one[:LONGEST_LINE] for one in said[:MOST_LINES])) if said else None
        )
    if len(said) == 1:
        said = [said[0][:LONGEST_TITLE], said[0]]
    if not said:
        return None
    kept = (said[0][:LONGEST_TITLE], *(one[:LONGEST_LINE] for one in said[1 : MOST_LINES + 1]))
    return replace(draft, written=kept)


def issued(draft: Draft, context: Context, most: int) -> WarningIssued:
    """The event that sends it."""
    title, lines = title_of(draft, context), lines_of(draft, context)
    return WarningIssued(
        draft.template if not draft.written or draft.follows else OWN,
        draft.level,
        title.zh,
        tuple(line.zh for line in lines),
        hours_of(draft, context),
        draft.circle.to_json(),
        title.en,
        tuple(line.en for line in lines),
        draft.stage,
        draft.follows,
        most,
        draft.file,
    )
