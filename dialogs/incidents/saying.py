"""How an incident is told: its kind, what happened to people, what stands on its card."""

from checklists.incidents import IncidentKind
from checklists.words import Words
from dialogs.cards import GAP
from dialogs.context import Context
from dialogs.talk import Argument, Line
from dialogs.words import listed
from safety.incidents import ADDED, Harm, Incident, Note

NOTES = 6  # of its course that stand on the card


def calls(context: Context) -> Line:
    """Whom to call, always on top."""
    rules = context.ledger.rules()
    by_id = {one.id: one for one in rules.contacts}
    shown = [by_id[name] for name in rules.incidents.calls if name in by_id]
    named = [Line("incident-number", {"name": one.name, "number": one.number}) for one in shown]
    return Line("incident-calls", {"calls": listed(named)})


def kind_of(what: str, context: Context) -> IncidentKind | None:
    """The kind by its id; None for one that content no longer has."""
    return context.ledger.rules().incidents.kind(what)


def named(what: str, context: Context) -> Line | Words:
    """What it is called."""
    kind = kind_of(what, context)
    return kind.title if kind is not None else Line("incident-other")


def harm(said: tuple[Harm, ...]) -> Line | Words:
    """What happened to people, in words."""
    return listed([Line("incident-harm", {"harm": one.value}) for one in said])


def told(one: Incident, context: Context) -> list[Line | Words]:
    """The card of an incident."""
    head = "incident-card-near" if one.near else "incident-card"
    lines: list[Line | Words] = [
        Line(head, {"number": one.number, "kind": named(one.kind, context)}),
        Line(
            "incident-unit",
            {"enterprise": one.enterprise, "town": one.town, "address": one.address or "none"},
        ),
    ]
    if one.harm:
        lines.append(Line("incident-people-said", {"harm": harm(one.harm)}))
    if one.going:
        lines.append(Line("incident-going-said", {"going": one.going}))
    if one.place:
        lines.append(Line("incident-place-said", {"place": one.place}))
    if one.words:
        lines.append(Line("incident-words-said", {"words": one.words}))
    if one.photos or one.pending:
        lines.append(Line("incident-photos", {"n": len(one.photos) + one.pending, "pending": one.pending}))
    by: dict[str, Argument] = {"person": one.person, "time": one.reported_at, "phone": one.phone or "none"}
    lines.append(Line("incident-by", by, about=f"incident/{one.number}"))
    return [*lines, *_course(one), *_clock(one, context)]


def _course(one: Incident) -> list[Line | Words]:
    shown = one.notes[-NOTES:]
    return [GAP, *map(_note, shown)] if shown else []


def _note(note: Note) -> Line:
    args: dict[str, Argument] = {"person": note.person, "time": note.at, "words": note.words or "none"}
    what = "added" if note.what == ADDED else note.what
    return Line("incident-note", {**args, "what": what})


def _clock(one: Incident, context: Context) -> list[Line | Words]:
    """Until when the law wants a report; it is not the bot that makes it."""
    if one.near or one.over is not None:
        return []
    rules = context.ledger.rules().incidents
    clause = [basis.text for basis in rules.basis]
    args: dict[str, Argument] = {"hours": rules.report_hours, "time": one.due(rules.report_hours)}
    return [GAP, Line("incident-clock", {**args, "basis": listed([*clause])})]
