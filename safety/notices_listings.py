"""The week's question about a listed hazard (挂牌督办), and what the supervisor hears when no progress came."""

from collections.abc import Sequence
from datetime import date, timedelta

from safety.letters import Notice, Opens, Value
from safety.listing import Listing
from safety.notices_hazards import About

LIVES = timedelta(days=5)


def asked(one: About) -> Sequence[int]:
    """Who is asked: the owner; everybody who may put it right when the owner has left."""
    return [one.owner] if one.owner is not None and one.owner in one.treating else one.treating


def silence(one: About, listing: Listing, day: date) -> list[Notice]:
    """To the supervisor in charge; to all who watch over it when that one has left."""
    to = [listing.person] if listing.person in one.supervisors else one.supervisors
    key, card = f"listing:{listing.number}:letter-listing-silent:{day:%Y%m%d}", _card(one)
    args = args_of(one, listing, day)
    return [
        Notice(person, "letter-listing-silent", f"{key}:{person}", args, (card,), expires_in=LIVES)
        for person in dict.fromkeys(to)
    ]


def _card(one: About) -> Opens:
    return Opens("open-hazard", "hazards", "card", {"number": one.number})


def args_of(one: About, listing: Listing, day: date) -> dict[str, Value]:
    """What the question and the word of silence say."""
    return {
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
