"""An incident while it is being reported: kept in the state, and the event it becomes. Nothing of it is required."""

from dataclasses import dataclass, replace

from dialogs.talk import Json, SentPhoto, State
from safety.events_hazards import Picture
from safety.events_incidents import IncidentReported
from safety.incidents import LONGEST_PLACE, LONGEST_WORDS, Harm

FLOW = "incident"
WHAT, PEOPLE, GOING, WHERE, SEND = "", "people", "going", "where", "send"
ORDER = (PEOPLE, GOING, WHERE, SEND)
MOST_PHOTOS = 10
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known so far. `going`: yes, no, or nothing said."""

    what: str = ""
    words: str = ""
    place: str = ""
    harm: tuple[Harm, ...] = ()
    going: str = ""
    near: bool = False
    pictures: tuple[Picture, ...] = ()

    def at(self, step: str) -> State:
        """The state in which it goes on."""
        kept: dict[str, Json] = {
            "what": self.what,
            "words": self.words,
            "place": self.place,
            "harm": [one.value for one in self.harm],
            "going": self.going,
            "near": self.near,
            "photos": [[one.file, one.unique, one.size, one.note] for one in self.pictures],
        }
        return State(FLOW, step, kept)

    def with_photo(self, photo: SentPhoto) -> "Draft":
        """One more photo; its caption is words. The same one again, and one too many, change nothing."""
        known = {one.unique for one in self.pictures}
        if photo.unique in known or len(self.pictures) >= MOST_PHOTOS:
            return self
        picture = Picture(photo.file, photo.unique, photo.size, photo.caption)
        said = self.with_words(photo.caption) if photo.caption else self
        return replace(said, pictures=(*self.pictures, picture))

    def with_words(self, text: str) -> "Draft":
        """More words behind those before."""
        whole = f"{self.words}；{text}" if self.words else text
        return replace(self, words=whole.strip()[:LONGEST_WORDS])

    def reported(self) -> IncidentReported:
        """The event that sends it."""
        what = self.what or OTHER
        return IncidentReported(
            what, self.words, self.place[:LONGEST_PLACE], self.harm, self.going, self.near, self.pictures
        )


def draft_of(state: State) -> Draft:
    """The draft that a state keeps; an empty one when it keeps none."""
    kept = state.data
    harm = kept.get("harm")
    said = [str(one) for one in harm] if isinstance(harm, list) else []
    return Draft(
        str(kept.get("what", "")),
        str(kept.get("words", "")),
        str(kept.get("place", "")),
        tuple(one for one in Harm if one.value in said),
        str(kept.get("going", "")),
        kept.get("near") is True,
        _pictures(kept.get("photos")),
    )


def _pictures(kept: Json) -> tuple[Picture, ...]:
    found = []
    for one in kept if isinstance(kept, list) else []:
        if isinstance(one, list) and len(one) == len(("file", "unique", "size", "note")):
            file, unique, size, note = one
            found.append(Picture(str(file), str(unique), size if isinstance(size, int) else None, str(note)))
    return tuple(found)
