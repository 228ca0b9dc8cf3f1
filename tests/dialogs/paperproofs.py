"""What goes with photos of hazards, on paper: places that were sent, words that were looked for, photos that are old."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from checklists.words import Words
from safety.calendar import today
from safety.events_evidence import HazardPlaceSent, HazardWordLooked
from safety.evidence import Kin, Place, Proof, nearest, spot_of, word_of
from safety.hazard_ledger import Case, Hazard
from tests.dialogs import paperhazards

if TYPE_CHECKING:
    from tests.dialogs.paper import World


@dataclass
class Darkroom:
    """What is known of photos. `kin`: earlier ones by the photo's name; `home`: where the enterprise is."""

    kin: dict[str, tuple[Kin, ...]] = field(default_factory=dict)
    places: list[tuple[str, Place]] = field(default_factory=list)
    words: dict[str, tuple[str, bool | None]] = field(default_factory=dict)
    arrived: dict[str, datetime] = field(default_factory=dict)
    home: tuple[float, float] | None = (37.45, 116.3)


def place_sent(world: "World", person: int, event: HazardPlaceSent) -> None:
    assert paperhazards.hand(world, person).inside, "storage would refuse"
    place = Place(world.now, event.lat, event.lon, event.accuracy, event.live)
    world.darkroom = replace(world.darkroom, places=[*world.darkroom.places, (event.number, place)])


def word_looked(world: "World", person: int, event: HazardWordLooked) -> None:
    assert paperhazards.hand(world, person).supervises, "storage would refuse"
    one = paperhazards.meet(world, event.number)
    word, _seen = world.darkroom.words[event.photo]
    words = {**world.darkroom.words, event.photo: (word, event.seen)}
    world.darkroom = replace(world.darkroom, words=words)
    action = "word_seen" if event.seen else "word_missed"
    paperhazards.note(world, person, one, action, one.state, text=word)


@dataclass(frozen=True)
class PaperProofs:
    """Implements safety.evidence.Proofs."""

    world: "World"

    def of(self, number: str) -> Sequence[Proof]:
        one = paperhazards.meet(self.world, number)
        return [self._proof(number, shot.name) for shot in (*one.shots, *one.answers)]

    def _proof(self, number: str, name: str) -> Proof:
        world, rules = self.world, self.world.catalogue.rules.evidence
        at = world.darkroom.arrived.get(name, world.now)
        places = (
            [place for of, place in world.darkroom.places if of == number]
            if name in world.darkroom.arrived
            else []
        )
        beside = nearest(at, places, rules.place_minutes)
        word, seen = world.darkroom.words.get(name, ("", None))
        return Proof(
            name,
            at,
            world.darkroom.kin.get(name, ()),
            blank=name.startswith("blank"),
            spot=spot_of(beside, world.darkroom.home, rules.near_metres) if beside else None,
            word=next((one.word for one in rules.words if one.word.zh == word), None),
            seen=seen,
        )

    def word(self, number: str) -> Words | None:
        hazard = self._hazard(number)
        words = [one.word for one in self.world.catalogue.rules.evidence.words]
        major = isinstance(hazard.case, Case) and hazard.case.major
        return word_of(f"salt of {number}", today(self.world.now), words) if major else None

    def place(self, number: str) -> datetime | None:
        since = self.world.now - timedelta(minutes=self.world.catalogue.rules.evidence.place_minutes)
        return max(
            (one.at for of, one in self.world.darkroom.places if of == number and one.at >= since),
            default=None,
        )

    def _hazard(self, number: str) -> Hazard:
        return paperhazards.meet(self.world, number)
