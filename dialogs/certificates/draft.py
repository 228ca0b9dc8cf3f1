"""A paper that is being entered: what is known of it, what is asked next, and the event it becomes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from checklists.certificates import CertificateKind, Family
from dialogs.talk import Json, SentPhoto, State
from safety.certificates import Certificate, ends, next_review, reviews
from safety.events_hazards import Picture
from safety.events_staff import CertificateAdded

FLOW = "papers"
FAMILY, KIND, WHO, DATE, PLACE, CHECK = "family", "kind", "who", "date", "place", "check"
END, REVIEW = "end", "review"  # a date that is corrected
STEPS = frozenset({FAMILY, KIND, WHO, DATE, PLACE, CHECK, END, REVIEW})
PHOTOS = 4


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known so far. `missed`: whether a review that is over was missed; None: nobody has said."""

    family: Family | None = None
    kind: str = ""
    worker: int | None = None
    number: str = ""
    issued: date | None = None
    valid_to: date | None = None
    review: date | None = None
    place: str | None = None
    pictures: tuple[Picture, ...] = ()
    replaces: int | None = None
    missed: bool | None = None
    only: int | None = None  # whose list it was begun from
    kept: Mapping[str, Json] = field(default_factory=dict)

    def state(self, at: str) -> State:
        """The draft at a step."""
        dates = {"issued": self.issued, "valid_to": self.valid_to, "review": self.review}
        data: dict[str, Json] = {name: day.isoformat() for name, day in dates.items() if day is not None}
        plain: dict[str, Json] = {
            "family": self.family.value if self.family else None,
            "kind": self.kind,
            "holder": self.worker,
            "number": self.number,
            "place": self.place,
            "replaces": self.replaces,
            "missed": self.missed,
            "worker": self.only,
            "pictures": [[one.file, one.unique, one.size] for one in self.pictures],
        }
        data |= {name: kept for name, kept in plain.items() if kept not in (None, "", [])}
        return State(FLOW, at, data)

    def step_of(self, kind: CertificateKind | None) -> str:
        """What is asked next; at the end whether all of it is right."""
        if kind is None:
            return KIND if self.family is not None else FAMILY
        if kind.family.personal and self.worker is None:
            return WHO
        if self.day(kind) is None:
            return DATE
        return PLACE if kind.family is Family.EQUIPMENT and self.place is None else CHECK

    def day(self, kind: CertificateKind) -> date | None:
        """The one day that has to be said: of issue where the rule says the rest, else the end or the inspection."""
        if kind.family is Family.EQUIPMENT:
            return self.review
        return self.issued if kind.years is not None else self.valid_to

    def with_day(self, kind: CertificateKind, day: date, today: date) -> "Draft":
        """The day that was said, and what follows from it by the rule of the kind."""
        if kind.family is Family.EQUIPMENT:
            return replace(self, review=day)
        if kind.years is None:
            return replace(self, valid_to=day)
        return replace(self, issued=day, valid_to=ends(kind, day), missed=None).reviewed(kind, today)

    def reviewed(self, kind: CertificateKind, today: date) -> "Draft":
        """The next review, as far as it follows from the rule."""
        missed = bool(self.missed)
        return replace(self, review=next_review(kind, self.issued, self.valid_to, today, missed=missed))

    def asks_review(self, kind: CertificateKind, today: date) -> bool:
        """Whether a review lies behind of which nobody has said that it happened."""
        if self.missed is not None or self.issued is None:
            return False
        return any(day < today for day in reviews(kind, self.issued, self.valid_to))

    def event(self, kind: CertificateKind) -> CertificateAdded:
        """What is recorded."""
        return CertificateAdded(
            self.worker if kind.family.personal else None,
            kind.id,
            kind.family,
            self.number,
            self.issued,
            self.valid_to,
            self.review,
            self.place or "",
            self.pictures,
            self.replaces,
        )

    def photographed(self, photo: SentPhoto) -> "Draft":
        """One photo more; the same one once."""
        one = Picture(photo.file, photo.unique, photo.size)
        same = any(kept.unique == one.unique for kept in self.pictures)
        return self if same or len(self.pictures) >= PHOTOS else replace(self, pictures=(*self.pictures, one))


def draft_of(state: State) -> Draft:
    """What a state holds."""
    kept = state.data
    family = str(kept.get("family", ""))
    return Draft(
        Family(family) if family in set(Family) else None,
        str(kept.get("kind", "")),
        _number(kept.get("holder")),
        str(kept.get("number", "")),
        _date(kept.get("issued")),
        _date(kept.get("valid_to")),
        _date(kept.get("review")),
        str(kept["place"]) if "place" in kept else None,
        tuple(_pictures(kept.get("pictures"))),
        _number(kept.get("replaces")),
        bool(kept["missed"]) if "missed" in kept else None,
        _number(kept.get("worker")),
    )


def renewal_of(one: Certificate, kind: CertificateKind, only: int | None) -> Draft:
    """The next version of a paper: everything but its days."""
    place = one.place if kind.family is Family.EQUIPMENT else None
    return Draft(kind.family, kind.id, one.worker, one.number, place=place, replaces=one.id, only=only)


def known_of(one: Certificate, kind: CertificateKind, only: int | None) -> Draft:
    """A paper as it stands, to be completed: the same days, a photo more."""
    days = replace(renewal_of(one, kind, only), issued=one.issued, valid_to=one.valid_to, review=one.review)
    return replace(days, place=one.place, missed=False)


def _pictures(kept: Json) -> list[Picture]:
    found = []
    for one in kept if isinstance(kept, list) else []:
        if isinstance(one, list) and len(one) == len(("file", "unique", "size")):
            size = one[2]
            found.append(Picture(str(one[0]), str(one[1]), size if isinstance(size, int) else None))
    return found


def _date(kept: Json) -> date | None:
    return date.fromisoformat(kept) if isinstance(kept, str) else None


def _number(kept: Json) -> int | None:
    return kept if isinstance(kept, int) and not isinstance(kept, bool) else None
