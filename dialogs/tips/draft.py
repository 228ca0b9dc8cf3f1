"""A tip that somebody is about to send: what is known of it so far, as plain JSON in a state that is kept locked. Nothing is written here."""

from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from dialogs.context import Context
from dialogs.talk import Json, SentPhoto, State
from safety.events_hazards import Picture
from safety.events_tips import TipSent
from safety.tips import Unit

FLOW = "tip"
BETWEEN = "；"
MOST_WORDS, LONGEST_PLACE, LONGEST_NAME = 4000, 200, 60  # characters
AT_ONCE = timedelta(seconds=2)  # in which a second text belongs to the first


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known.

    enterprise, name   credit code and name of one in the register; else `named` is what was typed
    place              None: not asked yet; empty: left out
    said, at           the message that gave the words, and when
    """

    enterprise: str = ""
    name: str = ""
    named: str = ""
    words: str = ""
    place: str | None = None
    pictures: tuple[Picture, ...] = ()
    said: int = 0
    at: str = ""

    @property
    def whose(self) -> str:
        return self.name or self.named

    @property
    def empty(self) -> bool:
        """Whether nothing would be lost without it."""
        return not (self.whose or self.words or self.pictures)


def read(state: State) -> Draft:
    """The draft of a state; what cannot be read is left out."""
    data = state.data
    pictures = data.get("pictures")
    shots = [one for one in pictures if isinstance(one, dict)] if isinstance(pictures, list) else []
    place, said = data.get("place"), data.get("said")
    return Draft(
        **{name: _text(data.get(name)) for name in ("enterprise", "name", "named", "words", "at")},
        place=place if isinstance(place, str) else None,
        pictures=tuple(_picture(one) for one in shots),
        said=said if isinstance(said, int) else 0,
    )


def _picture(kept: dict[str, Any]) -> Picture:
    return Picture(_text(kept.get("file")), _text(kept.get("unique")), kept.get("size"))


def _text(kept: Json) -> str:
    return kept if isinstance(kept, str) else ""


def state_of(draft: Draft, at: str, **more: Json) -> State:
    """The state that remembers a draft."""
    whole = {name: value for name, value in asdict(draft).items() if value not in ("", None, 0)}
    whole["pictures"] = [asdict(one) for one in draft.pictures]
    if draft.place == "":
        whole["place"] = ""
    return State(FLOW, at, {**whole, **more})


def standing(draft: Draft, **more: Json) -> State:
    """The step that comes next: whose, what, where, then the whole."""
    if not draft.whose:
        return state_of(draft, "which", **more)
    if not draft.words and not (draft.pictures and draft.place is not None):
        return state_of(draft, "what", **more)
    return state_of(draft, "where" if draft.place is None else "review", **more)


def lasts(state: State) -> bool:
    """Only a draft waits: which tip was looked at is not remembered."""
    return not read(state).empty


def waiting(context: Context) -> State | None:
    """The draft that waits below the present conversation."""
    found = [state for state in context.under if state.flow == FLOW and not read(state).empty]
    return found[-1] if found else None


def about(draft: Draft, unit: Unit) -> Draft:
    """The enterprise is one of the register."""
    return replace(draft, enterprise=unit.credit_code, name=unit.name, named="")


def named(draft: Draft, text: str) -> Draft:
    """The enterprise is not in the register, or not by this name."""
    return replace(draft, enterprise="", name="", named=" ".join(text.split())[:LONGEST_NAME])


def with_words(draft: Draft, text: str, message: int, context: Context) -> Draft:
    """What is wrong, or more of it."""
    said = cut(text, context)
    words = f"{draft.words}{BETWEEN}{said}" if draft.words and said else draft.words or said
    return replace(draft, words=words[:MOST_WORDS], said=message, at=context.now.isoformat())


def cut(text: str, context: Context) -> str:
    """One message in one line, no longer than the content allows."""
    return " ".join(text.split())[: context.ledger.rules().tips.characters]


def with_photo(draft: Draft, photo: SentPhoto, context: Context) -> Draft:
    """One photo more, and the words beside it. The same file again, or one too many, adds nothing."""
    full = len(draft.pictures) >= context.ledger.rules().tips.photos
    more = with_words(draft, photo.caption, 0, context) if photo.caption.strip() else draft
    if full or any(one.unique == photo.unique for one in draft.pictures):
        return more
    return replace(more, pictures=(*draft.pictures, Picture(photo.file, photo.unique, photo.size)))


def at_once(draft: Draft, context: Context) -> bool:
    """Whether the words came so lately that the next ones belong to them."""
    try:
        return bool(draft.said) and abs(context.now - datetime.fromisoformat(draft.at)) <= AT_ONCE
    except ValueError:
        return False


def event_of(draft: Draft, context: Context) -> TipSent:
    """The tip as it is sent, with the figures of the content."""
    rules = context.ledger.rules().tips
    until = context.today + timedelta(days=rules.quiet_days)
    place = draft.place or ""
    return TipSent(draft.enterprise, draft.named, draft.words, place, rules.per_day, until, draft.pictures)
