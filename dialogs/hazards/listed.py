"""Listed supervision (挂牌督办) on the card: the listing itself, what is usually demanded, and progress with its photo."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from checklists.words import Language, Words
from dialogs.context import Context
from dialogs.hazards.ways import ASK, CARD, act, at, reason
from dialogs.talk import Argument, Json, Line, SentPhoto, State, Step
from dialogs.words import on_day
from safety.deeds import Deed
from safety.errors import Refusal
from safety.events_hazards import HazardPhotoSent, Picture
from safety.hazard_ledger import Hazard
from safety.hazards import HazardAction
from safety.listing import Listing

USUAL = ("under-way", "parts", "almost", "stuck")  # how progress is usually told


def demands(context: Context) -> list[tuple[Line | Words, Json]]:
    """What is usually demanded; it is kept in the language of who demands it."""
    chinese = context.actor.language is Language.ZH
    rules = context.ledger.rules().listing
    return [(one.title, one.text.zh if chinese else one.text.en) for one in rules.demands]


def days(context: Context) -> list[date]:
    """The usual days by which a listed hazard has to be put right."""
    return [context.today + timedelta(days=more) for more in context.ledger.rules().listing.days]


def progress() -> list[tuple[Line | Words, Json]]:
    """How progress is usually told."""
    return [(reason(one), one) for one in USUAL]


def photographed(state: State, told: SentPhoto, hazard: Hazard, context: Context) -> Step:
    """A photo with progress: the words beside it are the progress, without words they are asked for."""
    sent = _sent(told, hazard)
    if not told.caption.strip():
        return Step(
            at(state, ASK, do=HazardAction.PROGRESS.value, said={}), (sent,), say=Line("progress-photo")
        )
    done = act(state, hazard, HazardAction.PROGRESS, Deed(words=told.caption.strip()), context)
    return replace(done, state=at(state, CARD, album=told.album), events=(sent, *done.events))


def another(state: State, told: SentPhoto, hazard: Hazard) -> Step | None:
    """One more photo of the album that came with progress; any other photo is none of the card."""
    if told.album is None or state.data.get("album") != told.album:
        return None
    return Step(at(state, CARD, album=told.album), (_sent(told, hazard),), say=Line("progress-photo-too"))


def _sent(told: SentPhoto, hazard: Hazard) -> HazardPhotoSent:
    if told.unique in {shot.name for shot in (*hazard.shots, *hazard.answers, *hazard.notes)}:
        raise Refusal("hazard-photo-same")
    picture = Picture(told.file, told.unique, told.size, told.caption)
    return HazardPhotoSent(hazard.number, picture, progress=True)


def lines(hazard: Hazard, today: date) -> Sequence[Line]:
    """The listing as the card shows it; nothing for a hazard that was never listed."""
    listing = hazard.case.listing if hazard.case is not None else None
    if listing is None:
        return ()
    args: dict[str, Argument] = {
        "listing": listing.number,
        "day": on_day(listing.removed or listing.since, today),
        "person": hazard.in_charge,
    }
    if listing.removed is not None:
        return (Line("hazard-delisted", args),)
    demand = Line("hazard-demand", {"demand": listing.demand})
    return (Line("hazard-listed-at", args), demand, _told(listing, today))


def _told(listing: Listing, today: date) -> Line:
    """The last progress, and how many weeks none came."""
    if listing.reported is None:
        return Line("hazard-no-progress", {"missed": listing.missed})
    args: dict[str, Argument] = {
        "day": on_day(listing.reported, today),
        "said": reason(listing.said),
        "missed": listing.missed,
    }
    return Line("hazard-progress", args)
