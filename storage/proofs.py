"""What is known of a hazard's photos beside what they show (safety.evidence.Proofs), always inside the seat's scope.

Another enterprise's photo is found, but named only to who may see that enterprise (kin.py).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, select

from checklists.catalogue import Catalogue
from checklists.words import Words
from safety.calendar import today
from safety.evidence import Kin, Place, Proof, nearest, spot_of, word_of
from safety.people import Actor, Right
from storage import facts
from storage.cases import albums
from storage.hazards import visible
from storage.kin import Viewed, kin
from storage.scope import Scope, scope_of
from storage.tables.evidence import hazard_places
from storage.tables.ledger import hazards
from storage.tables.media import media

MOST = 3  # earlier photos that are told of one
LATITUDE, LONGITUDE = "latitude", "longitude"  # facts of an enterprise
Home = tuple[float, float] | None
_COLUMNS = ("id", "unique_name", "sha256", "plain", "received_at", "person", "word", "word_seen")
_OWN = select(*(media.c[name] for name in _COLUMNS)).where(
    media.c.id.in_(bindparam("photos", expanding=True))
)
_PLACES = select(hazard_places).where(hazard_places.c.hazard == bindparam("hazard"))


@dataclass(frozen=True, slots=True)
class ProofsOf:
    """Implements safety.evidence.Proofs for one actor."""

    connection: Connection
    actor: Actor
    catalogue: Catalogue
    now: datetime

    def of(self, number: str) -> Sequence[Proof]:
        found = self._hazard(number)
        if found is None:
            return ()
        scope, row = found
        album = albums(self.connection, [row])[row.id]
        before = frozenset(one.id for one in album.before)
        wanted = {"photos": [*before, *(one.id for one in album.after)]}
        photos = {one.id: one for one in self.connection.execute(_OWN.order_by(media.c.id), wanted)}
        rule = self.catalogue.rules.quality.photos
        allowed = timedelta(hours=rule.allowed_hours if rule is not None else 0)
        known = kin(self.connection, Viewed(scope, row, before, photos, allowed))
        places, home = self._places(row.id), self._home(row.enterprise)
        return tuple(
            self._proof(one, known.get(name, ()), () if name in before else places.get(one.person, ()), home)
            for name, one in photos.items()
        )

    def word(self, number: str) -> Words | None:
        found = self._hazard(number)
        if found is None or not found[1].suspected_major:
            return None
        words = [one.word for one in self.catalogue.rules.evidence.words]
        return word_of(found[1].salt or "", today(self.now), words)

    def place(self, number: str) -> datetime | None:
        found = self._hazard(number)
        if found is None:
            return None
        since = self.now - timedelta(minutes=self.catalogue.rules.evidence.place_minutes)
        mine = (hazard_places.c.hazard == found[1].id) & (hazard_places.c.person == self.actor.person)
        last = select(func.max(hazard_places.c.at)).where(mine, hazard_places.c.at >= since)
        moment: datetime | None = self.connection.execute(last).scalar_one()
        return moment

    def _hazard(self, number: str) -> tuple[Scope, Row[Any]] | None:
        scope = scope_of(self.actor, Right.SEE_HAZARDS)
        if scope is None:
            return None
        found = select(hazards).where(visible(scope.reach), hazards.c.number == number)
        row = self.connection.execute(found, {"place": scope.place}).one_or_none()
        return None if row is None else (scope, row)

    def _proof(self, one: Row[Any], known: Sequence[Kin], places: Sequence[Place], home: Home) -> Proof:
        """`places`: of its sender; none for photos of how it was found, which may well be taken elsewhere."""
        rules = self.catalogue.rules.evidence
        beside = nearest(one.received_at, places, rules.place_minutes)
        return Proof(
            name=one.unique_name,
            at=one.received_at,
            kin=tuple(known[:MOST]),
            blank=bool(one.plain),
            spot=None if beside is None else spot_of(beside, home, rules.near_metres),
            word=self._said(one.word),
            seen=one.word_seen,
        )

    def _said(self, word: str | None) -> Words | None:
        """The word as it was asked for, in both languages while content knows it."""
        known = (one.word for one in self.catalogue.rules.evidence.words if one.word.zh == word)
        return next(known, Words(word, word)) if word else None

    def _places(self, hazard: int) -> Mapping[int, list[Place]]:
        """Who sent which places."""
        places: dict[int, list[Place]] = {}
        for one in self.connection.execute(_PLACES, {"hazard": hazard}):
            places.setdefault(one.person, []).append(Place(one.at, one.lat, one.lon, one.accuracy, one.live))
        return places

    def _home(self, enterprise: int) -> Home:
        said = facts.stated(self.connection, enterprise)
        if LATITUDE not in said or LONGITUDE not in said:
            return None
        return float(said[LATITUDE]), float(said[LONGITUDE])
