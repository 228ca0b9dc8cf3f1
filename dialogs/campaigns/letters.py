"""Letters of campaigns: to whoever has not done it, to whoever has to confirm it, to whoever leads it when it is over."""

from collections.abc import Sequence
from datetime import date

from dialogs.campaigns.wording import by_town, figures
from dialogs.cards import GAP
from dialogs.talk import Argument, Button, Line, Screen, State
from dialogs.words import on_day
from safety.campaigns import Found, Tally

FLOW, GO, CARD = "campaigns", "go", "card"


def chase(title: str, enterprise: str, period: str, due: date, day: date) -> Screen:
    """A supervisor asks once more."""
    late = (day - due).days
    args: dict[str, Argument] = {
        "title": title,
        "enterprise": enterprise,
        "due": on_day(due, day),
        "late": max(0, late),
        "soon": "today" if late == 0 else "later",
    }
    opens = State(FLOW, GO, {"period": period})
    return Screen((Line("letter-campaign-chase", args),), ((Button(Line("campaign-do"), opens=opens),),))


def summary(number: str, title: str, whole: Tally, found: Found, towns: Sequence[Tally]) -> Screen:
    """How a round went."""
    lines = [Line("letter-campaign-over", {"title": title}), *figures(whole, found), GAP, *by_town(towns)]
    opens = State(FLOW, CARD, {"number": number})
    return Screen(lines, ((Button(Line("campaign-look"), opens=opens),),))
