"""The week's question about a listed hazard (挂牌督办), and what the supervisor hears when no progress came."""

from collections.abc import Sequence
from datetime import date, timedelta

from safety.letters import Notice, Opens, Value
from safety.listing import Listing
from safety.notices_hazards import About

LIVES = timedelta(days=5)  # a question of last week is none


def question(one: About, listing: Listing, day: date) -> list[Notice]:
    """To the owner; to everybody who may put it right when the owner has left."""
    to = [one.owner] if one.owner in one.treating else one.treating
    answer = Opens("do-progress", "hazards", "ask", {"number": one.number, "do": "progress"})
    return _letters("letter-listing-asked", to, one, listing, day, (answer, _card(one)))


def silence(one: About, listing: Listing, day: date) -> list[Notice]:
    """To the supervisor in charge; to all who watch over it when that one has left."""
    to = [listing.person] if listing.person in one.supervisors else one.supervisors
    return _letters("letter-listing-silent", to, one, listing, day, (_card(one),))


def _card(one: About) -> Opens:
    return Opens("open-hazard", "hazards", "card", {"number": one.number})


def _letters(
    line: str, to: Sequence[int], one: About, listing: Listing, day: date, buttons: Sequence[Opens]
) -> list[Notice]:
    args: dict[str, Value] = {
        "listing": listing.number,
        "number": one.number,
        "what": one.what,
        "enterprise": one.enterprise,
        "town": one.town,
        "due": one.due,
        "days": abs((one.due - day).days),
        "late": "yes" if one.due < day else "no",
        "missed": listing.missed,
    }
    key = f"listing:{listing.number}:{line}:{day:%Y%m%d}"
    return [
        Notice(person, line, f"{key}:{person}", args, buttons, expires_in=LIVES)
        for person in dict.fromkeys(to)
    ]
