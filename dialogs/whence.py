"""Where a list or a card was opened from, and the way back there (回简报): the conversation that waits right below it."""

from dialogs import cards
from dialogs.context import Context
from dialogs.talk import Button, State

BACK = "w"  # the option of the way back
ASIDE = "aside"  # a draft that was left for later is no place to go back to
PLACES = frozenset({"digest", "supervise", "enterprise", "campaigns", "quarter"})


def before(context: Context) -> State | None:
    """What waits right below; None where that is the menu, which has a button of its own, or nothing that lists anything."""
    waiting = [one for one in context.under if not one.data.get(ASIDE)]
    last = waiting[-1] if waiting else None
    return last if last is not None and last.flow in PLACES else None


def ways(context: Context) -> tuple[Button, ...]:
    """The button that ends this conversation and gives way to the one below, which stands as it was left."""
    place = before(context)
    return () if place is None else (cards.button("back-whence", BACK, place=_named(place)),)


def _named(place: State) -> str:
    """What it is called: a digest by its span, an enterprise's card apart from lists of them, samples apart from the quarter."""
    if place.flow == "digest":
        span = place.data.get("span") if place.at == "span" else "day"
        return f"digest-{span}"
    if place.flow == "quarter" and place.at in {"sample", "samples"}:
        return "samples"
    return "card" if place.flow == "enterprise" and place.at in {"card", "more"} else place.flow
