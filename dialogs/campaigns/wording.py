"""What several screens of campaigns say: figures, towns, terms."""

from collections.abc import Sequence
from datetime import date

from checklists.words import Words
from dialogs.talk import Argument, Line
from dialogs.words import listed, on_day
from safety.campaigns import Found, Rhythm, Tally, Terms
from safety.shares import percent

TOWNS = 12  # towns that a screen names


def figures(tally: Tally, found: Found) -> list[Line | Words]:
    """Three numbers, what was found, and what is left out."""
    lines: list[Line | Words] = [
        Line(
            "campaign-figures",
            {
                "done": tally.reached,
                "n": tally.targets,
                "percent": percent(tally.reached, tally.targets),
                "late": tally.late,
            },
        ),
        Line("campaign-left", {"open": tally.open, "begun": tally.begun, "silent": tally.silent}),
    ]
    if tally.rests:
        lines.append(Line("campaign-rests", {"n": tally.rests}))
    lines.append(Line("campaign-found", {"n": found.hazards, "major": found.major, "closed": found.closed}))
    return lines


def by_town(towns: Sequence[Tally]) -> list[Line | Words]:
    """A line a town, the least done first; none where there is one alone."""
    if len(towns) < 2:  # noqa: PLR2004 - one town is the whole
        return []
    ranked = sorted(towns, key=lambda one: (percent(one.reached, one.targets), one.town))
    lines: list[Line | Words] = [
        Line(
            "campaign-town",
            {
                "town": one.town,
                "done": one.reached,
                "n": one.targets,
                "percent": percent(one.reached, one.targets),
            },
        )
        for one in ranked[:TOWNS]
    ]
    if len(ranked) > TOWNS:
        lines.append(Line("campaign-more-towns", {"n": len(ranked) - TOWNS}))
    return lines


def rhythm(terms: Terms) -> Line:
    """How often, and on which days of the week."""
    days = [Line("weekday", {"weekday": day}) for day in terms.weekdays]
    args: dict[str, Argument] = {"rhythm": terms.rhythm.value, "days": listed(days), "named": len(days)}
    return Line("campaign-rhythm", args)


def lasts(terms: Terms, today: date) -> Line:
    """From when, for how long, what becomes of what is late, who does it."""
    once = terms.rhythm is Rhythm.ONCE
    return Line(
        "campaign-terms",
        {
            "starts": on_day(terms.starts, today),
            "days": terms.days,
            "late": terms.late,
            "who": terms.who.value,
            "once": "yes" if once else "no",
            "until": on_day(terms.until, today) if terms.until else "none",
        },
    )
