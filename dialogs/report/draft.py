"""One hazard that somebody is about to report: what is known of it so far, as plain JSON in the state. Nothing is written here.

A draft that is left waits below other conversations and comes back; one that is not finished when another begins
stands behind it (`others`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from dialogs.context import Context
from dialogs.talk import Json, SentPhoto, State
from safety.alike import Reporting, likely
from safety.events_hazards import Picture
from safety.hazard_ledger import Hazard

FLOW = "report"
LONGEST_WORDS, LONGEST_PLACE = 1000, 60  # characters
MOST_PICTURES = 20
SAME = timedelta(minutes=10)  # in which a photo sent from elsewhere still belongs to the draft that waits
AT_ONCE = timedelta(seconds=2)  # in which a second text belongs to the first
BETWEEN = "；"


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known.

    words, kind   what it is; a kind alone is enough
    place         None: not asked yet; empty: left out
    hit           id of the question or criterion that the person took from those suggested; None: the first one
    refused       numbers of hazards that it is not
    said          the message that gave `words`, and the one that gave `place`: an edit changes them
    at            when something was last added
    seat          the enterprise in which it was begun
    visit         the inspection on site that it belongs to
    """

    words: str = ""
    kind: str = ""
    place: str | None = None
    hit: str | None = None
    pictures: tuple[Picture, ...] = ()
    album: str | None = None
    refused: tuple[str, ...] = ()
    said: tuple[int, int] = (0, 0)
    at: str = ""
    seat: int = 0
    others: tuple[Mapping[str, Any], ...] = ()
    visit: int = 0

    @property
    def empty(self) -> bool:
        """Whether nothing would be lost without it."""
        return not (self.words or self.kind or self.pictures)

    def within(self, span: timedelta, now: datetime) -> bool:
        """Whether something was added so lately."""
        try:
            return abs(now - datetime.fromisoformat(self.at)) <= span
        except (ValueError, TypeError):
            return False


def begun(context: Context) -> Draft:
    """A new one."""
    seat = context.actor.seat
    enterprise = (seat.enterprise if seat else None) or 0
    return Draft(at=context.now.isoformat(), seat=enterprise, visit=context.visit or 0)


def read(state: State) -> Draft:
    """The draft of a state; what cannot be read is left out."""
    data = dict(state.data)
    pictures = tuple(Picture(**one) for one in _dicts(data.get("pictures")) if set(one) <= _PICTURE)
    return Draft(
        words=_text(data.get("words")),
        kind=_text(data.get("kind")),
        place=_text(data["place"]) if isinstance(data.get("place"), str) else None,
        hit=_text(data.get("hit")) or None,
        pictures=pictures,
        album=_text(data.get("album")) or None,
        refused=tuple(_texts(data.get("refused"))),
        said=_pair(data.get("said")),
        at=_text(data.get("at")),
        seat=seat if isinstance(seat := data.get("seat"), int) else 0,
        visit=visit if isinstance(visit := data.get("visit"), int) else 0,
        others=tuple(_dicts(data.get("others"))),
    )


_PICTURE = {"file", "unique", "size", "note"}


def kept(draft: Draft) -> dict[str, Json]:
    """The draft as a state keeps it."""
    whole = asdict(draft)
    plain = {name: list(value) if isinstance(value, tuple) else value for name, value in whole.items()}
    return {name: value for name, value in plain.items() if value not in (None, "", [], [0, 0], 0)} | (
        {"place": ""} if draft.place == "" else {}
    )


def standing(draft: Draft, context: Context, *, settle: bool = False) -> State:
    """The state at the step that comes next: what is it, where, is it known already, how bad."""
    data = kept(draft) | ({"settle": True} if settle else {})
    return State(FLOW, next_step(draft, context), data)


def begin_behind(draft: Draft, context: Context) -> State:
    """A new draft, with one that waits unfinished behind it."""
    return standing(behind(draft, waiting(context)), context)


def waiting(context: Context) -> State | None:
    """The draft that waits below the present conversation."""
    found = [state for state in context.under if state.flow == FLOW and not read(state).empty]
    return State(FLOW, found[-1].at, kept(read(found[-1]))) if found else None


def behind(draft: Draft, state: State | None) -> Draft:
    """A new draft, with the one that is not finished behind it."""
    if state is None:
        return draft
    old = read(state)
    return replace(draft, others=(*old.others, kept(replace(old, others=()))))


def next_step(draft: Draft, context: Context) -> str:
    """What is still missing."""
    if not draft.words and not draft.kind:
        return "what"
    if draft.place is None:
        return "where"
    return "like" if known(draft, context) else "how"


# --- what is added ------------------------------------------------------------------------------------------------


def with_photo(draft: Draft, photo: SentPhoto, context: Context) -> Draft:
    """One photo more, with the words beside it. The same file again adds nothing."""
    now = context.now.isoformat()
    if any(one.unique == photo.unique for one in draft.pictures) or len(draft.pictures) >= MOST_PICTURES:
        return replace(draft, at=now)
    picture = Picture(photo.file, photo.unique, photo.size, photo.caption[:LONGEST_WORDS])
    more = replace(draft, pictures=(*draft.pictures, picture), album=photo.album or draft.album, at=now)
    return with_words(more, photo.caption, 0, context) if photo.caption else more


def with_words(draft: Draft, text: str, message: int, context: Context) -> Draft:
    """What it is, said in words; the place and kind that they name are taken along."""
    said = " ".join(text.split())
    words = f"{draft.words}{BETWEEN}{said}" if draft.words else said
    more = replace(draft, words=words[:LONGEST_WORDS], at=context.now.isoformat())
    return understood(replace(more, said=(message, more.said[1])) if message else more, context)


def understood(draft: Draft, context: Context) -> Draft:
    """With the place and the kind that the words name, where the person has not said them."""
    suggester = context.ledger.suggester()
    place = draft.place
    if place is None:
        place = suggester.place(draft.words, context.ledger.places_named()) or None
    kinds = suggester.suggest(draft.words, owed(context)).kinds
    return replace(draft, place=place, kind=draft.kind or (kinds[0].id if kinds else ""))


def with_place(draft: Draft, place: str, message: int, context: Context) -> Draft:
    """Where it is."""
    where = " ".join(place.split())[:LONGEST_PLACE]
    return replace(draft, place=where, said=(draft.said[0], message), at=context.now.isoformat())


def owed(context: Context) -> Sequence[str]:
    """The checklists that the enterprise is asked anyway."""
    return [duty.key.checklist for duty in context.ledger.duties(context.today)]


def known(draft: Draft, context: Context) -> tuple[Hazard, ...]:
    """Hazards that are reported already and may be this one, without those that it is not."""
    suggester = context.ledger.suggester()
    hits = suggester.suggest(draft.words, owed(context)).hits
    report = Reporting(draft.kind, draft.place or "", [hit.id for hit in hits[:1]])
    lately = timedelta(days=context.ledger.rules().defaults.reporting.alike_days)
    hazards = context.ledger.recent_hazards(context.now - lately)
    recent = [one for one in hazards if one.number not in draft.refused]
    return likely(report, recent, lambda id_: hit.kind if (hit := suggester.hit(id_)) else "")


# --- reading ------------------------------------------------------------------------------------------------------


def _text(kept_: Json) -> str:
    return kept_ if isinstance(kept_, str) else ""


def _texts(kept_: Json) -> list[str]:
    return [one for one in kept_ if isinstance(one, str)] if isinstance(kept_, list) else []


def _dicts(kept_: Json) -> list[dict[str, Any]]:
    return [one for one in kept_ if isinstance(one, dict)] if isinstance(kept_, list) else []


def _pair(kept_: Json) -> tuple[int, int]:
    numbers = [one for one in kept_ if isinstance(one, int)] if isinstance(kept_, list) else []
    return (numbers[0], numbers[1]) if len(numbers) == len(("what", "where")) else (0, 0)
