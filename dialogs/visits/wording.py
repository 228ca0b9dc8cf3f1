"""What cards of inspections say: who came, what was walked, what was found. Nothing is decided here."""

from checklists.words import Words
from dialogs.context import Context
from dialogs.talk import Argument, Line
from dialogs.words import on_day
from safety.visits import Finding, Officer, Visit

LISTED = 6  # findings on a card


def named(one: Visit) -> dict[str, Argument]:
    """How lists name one."""
    return {
        "enterprise": one.firm.name,
        "kind": one.kind.value,
        "state": one.state.value,
        "mine": "yes" if one.mine else "no",
    }


def title(one: Visit) -> list[Line | Words]:
    """What it is, where, and who came."""
    args: dict[str, Argument] = {"kind": one.kind.value, "enterprise": one.firm.name, "town": one.firm.town}
    return [Line("visit-title", args), officers(one)]


def officers(one: Visit) -> Line:
    """Both officers, and whether the second has confirmed; an expert who came alone is called so."""
    if one.second is None:
        alone = "expert" if one.lead.role.value == "expert" else "missing"
        return Line("visit-alone", {"officer": one.lead.name, "alone": alone})
    there = "yes" if one.second.confirmed_at is not None else "no"
    return Line("visit-officers", {"officer": one.lead.name, "person": one.second.name, "there": there})


def known(one: Officer) -> dict[str, Argument]:
    """How a possible second officer is named."""
    return {"person": one.name, "role": one.role.value, "place": one.place or "none"}


def forms(one: Visit) -> list[Line | Words]:
    """How far each form is."""
    return [
        Line(
            "visit-form",
            {"form": it.form.title, "answered": it.answered, "asked": it.asked, "bad": it.bad},
        )
        for it in one.walked
    ]


def findings(one: Visit, context: Context) -> list[Line | Words]:
    """What was found, the first of them by name."""
    standing, walked = one.standing, any(it.answered for it in one.walked)
    major = sum(it.major for it in standing)
    lines: list[Line | Words] = [
        Line("visit-findings", {"n": len(standing), "major": major, "walked": "yes" if walked else "no"})
    ]
    lines += [finding(n, it, context) for n, it in enumerate(standing[:LISTED], 1)]
    if len(standing) > LISTED:
        lines.append(Line("visit-findings-more", {"n": len(standing) - LISTED}))
    return lines


def finding(n: int, one: Finding, context: Context) -> Line:
    """One line of it."""
    args: dict[str, Argument] = {
        "n": n,
        "what": one.what,
        "place": one.place or "none",
        "due": on_day(one.due, context.today),
        "severity": "major" if one.major else "general",
        "listed": "yes" if one.question else "no",
    }
    return Line("visit-finding", args)
