"""What people of a made-up district do: hand in self-checks and correct them, sign commitments."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import Connection

from bot.demo.filling import fill, said, signed
from bot.district.checks import Visit
from bot.district.crew import Crew, Member
from bot.district.living import Year
from bot.district.matters import Matter, Matters
from bot.district.units import Unit
from checklists.catalogue import Catalogue
from checklists.period import period_of
from safety.calendar import today
from safety.checks import CheckKey
from safety.events import (
    AnswerSaved,
    CheckBegun,
    CheckCorrected,
    CorrectionBegun,
    Event,
    HazardWithdrawn,
)
from safety.events_pledges import CommitmentSigned, ItemRead
from safety.people import Actor
from storage import lived

CORRECTED = timedelta(minutes=35)  # after it was handed in
MISTAKEN = "看错了，已核对，现场是好的"
WITHDRAWN = 0.012  # of what checks found: the officer was mistaken
EACH, TAPS = timedelta(seconds=17), timedelta(seconds=8)  # to read one item; between the two taps


@dataclass(slots=True)
class Hands:
    """Everything that people do, noted down in the year."""

    catalogue: Catalogue
    year: Year
    crew: Crew
    matters: Matters
    chance: random.Random

    # --- self-checks ----------------------------------------------------------------------------------------------

    def hand_in(self, connection: Connection, visit: Visit) -> None:
        """Begun, answered, handed in; what was found begins its life."""
        member = self.officer(visit.unit, visit.at)
        if member is None:
            return
        actor, day = self.crew.actor(member), today(visit.at)
        form = self.catalogue.checklists[visit.form]
        filled = fill(form, visit.unit.facts, day, visit.bad)
        key = CheckKey(form.id, period_of(form.cycle_days, day))
        begun = CheckBegun(key, form.fingerprint, form.due_in(key.period))
        if not self.year.act(
            connection, actor, visit.at, begun, *said(key, filled, day), signed(key, filled)
        ):
            return
        if filled.score.bad:
            self._found(connection, visit, member, key, actor)

    def officer(self, unit: Unit, moment: datetime) -> Member | None:
        """Whoever fills the forms in: the officer where there is one who has joined, else the principal."""
        here = [one for one in self.crew.of[unit] if one.since < moment and one.account in self.crew.actors]
        return here[-1] if here else None

    def _found(
        self, connection: Connection, visit: Visit, member: Member, key: CheckKey, actor: Actor
    ) -> None:
        enterprise = actor.seat.enterprise if actor.seat is not None else None
        if enterprise is None:
            return
        corrected = False
        for row in lived.found_by(connection, enterprise, key):
            matter = Matter(row.number, visit.unit, member, row.due)
            if not corrected and not row.suspected_major and self.chance.random() < WITHDRAWN:
                when, corrected = visit.at + CORRECTED, True
                wrong = partial(self._mistaken, visit=visit, member=member, question=row.question, when=when)
                self.year.note(when, wrong)
            else:
                self.matters.begin(matter, visit.at, major=row.suspected_major)

    def _mistaken(
        self, connection: Connection, visit: Visit, member: Member, question: str, when: datetime
    ) -> None:
        """A corrected version, and the hazard is taken back with the reason."""
        form, day = self.catalogue.checklists[visit.form], today(visit.at)
        filled = fill(form, visit.unit.facts, day, visit.bad - {question})
        key = CheckKey(form.id, period_of(form.cycle_days, day))
        saved = (event for event in said(key, filled, day) if isinstance(event, AnswerSaved))
        answer = next((event for event in saved if event.question == question), None)
        if answer is None:
            return
        score = filled.score
        corrected = CheckCorrected(
            key,
            MISTAKEN,
            score.points,
            score.passed,
            score.asked,
            score.bad,
            zero=score.bad == 0,
            result=score.to_json(),
        )
        begun = CorrectionBegun(key, MISTAKEN, (question,))
        self.year.act(
            connection,
            self.crew.actor(member),
            when,
            begun,
            answer,
            HazardWithdrawn(key, question, MISTAKEN),
            corrected,
        )

    # --- commitments ----------------------------------------------------------------------------------------------

    def sign(self, _connection: Connection, member: Member, begin: datetime) -> None:
        """The principal reads every item, then signs with two taps."""
        unit, actor = member.unit, self.crew.actors.get(member.account)
        if unit is None or actor is None:
            return
        notice = self.catalogue.notices[unit.entry.colour]
        text = self.catalogue.commitments[unit.entry.colour]
        moment = begin
        for document in (notice, text):
            moment += EACH * len(document.items)
            read = [ItemRead(document.fingerprint, item.id) for item in document.items]
            self.later(actor, moment, read)
        phone, name = member.listed.phone, member.listed.name
        signed = CommitmentSigned(text.fingerprint, notice.fingerprint, phone, name, moment + EACH)
        self.later(actor, moment + EACH + TAPS, [signed])

    def later(self, actor: Actor, moment: datetime, events: Sequence[Event]) -> None:
        """Something that the same person does some minutes later."""

        def deed(connection: Connection) -> None:
            self.year.act(connection, actor, moment, *events)

        self.year.note(moment, deed)
