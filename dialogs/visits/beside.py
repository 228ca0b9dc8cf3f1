"""The record of an inspection that is ended, as its inspectors, their area and the enterprise read it."""

from checklists.words import Words
from dialogs.cards import GAP, Row, button
from dialogs.context import Context
from dialogs.selfcheck.receipt import short
from dialogs.talk import Argument, Line, Screen, State, Step
from dialogs.visits.meant import at
from dialogs.visits.wording import findings, forms, title
from safety.people import Right
from safety.visits import Visit


def show(one: Visit, context: Context) -> Screen:
    """Number, how it ended, what was found; to supervisors how it agrees with the self-check before it."""
    lines: list[Line | Words] = [*title(one), *_ended(one), GAP, *forms(one), *findings(one, context)]
    lines += [Line("visit-remark", {"words": one.remark})] if one.remark else []
    lines += _agreed(one) if context.actor.may(Right.SEE_COVERAGE) else []
    for note in one.notes:
        args: dict[str, Argument] = {"number": note.number, "words": note.words, "person": note.person}
        lines.append(Line("visit-note", {**args, "hazard": note.hazard or "none"}))
    ways: list[Row] = []
    if one.mine:
        ways.append((button("visit-correct", "f"),))
    if one.standing and context.actor.may(Right.SEE_HAZARDS):
        ways.append((button("to-hazards", "z"),))
    return Screen(lines, (*ways, (button("to-menu", "e"),)))


def _ended(one: Visit) -> list[Line | Words]:
    args: dict[str, Argument] = {
        "number": one.number,
        "time": one.closed_at or one.begun_at,
        "ending": one.ending.value if one.ending is not None else "none",
        "person": one.present or "none",
        "reason": one.reason or "none",
    }
    return [Line("visit-record", args), Line("receipt-fingerprint", {"fingerprint": short(one.sha256)})]


def _agreed(one: Visit) -> list[Line | Words]:
    """Held against the self-check before it; nothing where there was none."""
    lines: list[Line | Words] = []
    agreement = one.agreement
    if agreement is not None and agreement.compared:
        args: dict[str, Argument] = {"n": agreement.compared, "percent": agreement.percent}
        lines.append(Line("visit-agreed", {**args, "missed": agreement.missed}))
    if one.clean and one.standing:
        lines.append(Line("visit-clean-then-found"))
    return lines


def tapped(one: Visit, option: str, context: Context) -> Step | None:
    """To the hazards, or to a correction."""
    if option == "z":
        return Step(State("hazards"))
    if option == "f" and one.mine:
        context.need(Right.HOLD_VISIT)
        return Step(at("fix", one))
    return None
