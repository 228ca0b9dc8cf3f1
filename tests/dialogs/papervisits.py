"""Inspections of the paper world: what each event changes, and what is refused as storage refuses it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from safety.calendar import today
from safety.checks import CheckKey, Draft
from safety.errors import Refusal
from safety.events_visits import (
    FindingDropped,
    FindingReported,
    FormOpened,
    SecondConfirmed,
    SecondNamed,
    VisitBegun,
    VisitClosed,
    VisitConfirmed,
    VisitCorrected,
    VisitDropped,
    VisitObjected,
    VisitPlaced,
    VisitPresented,
    VisitRemarked,
    VisitTakenBack,
)
from safety.hazard_ledger import Hazard, HazardSource, HazardState
from safety.hazards import TRANSITIONS, HazardAction, entered
from safety.people import Right, Role
from safety.spots import Firm
from safety.visits import (
    UNFINISHED,
    Ending,
    Note,
    Officer,
    Visit,
    VisitState,
    counts_as,
    kinds_of,
    needs_second,
    period_of,
    source_of,
)
from storage.receipts import fingerprint_over
from tests.dialogs import paperhazards
from tests.dialogs.paperonsite import Kept, content, findings, hosts, officer, walked
from tests.dialogs.paperquarter import clean_before, compared

if TYPE_CHECKING:
    from tests.dialogs.paper import World

WITHDRAWS = {state for state, actions in TRANSITIONS.items() if HazardAction.WITHDRAW in actions}


class VisitDesk:
    """What events do to the inspections of a World. Numbers are counted from 1; an ended one is JC-2026-000001 …"""

    def _visit_begun(self: "World", person: int, event: VisitBegun) -> None:
        lead = officer(self, person)
        if lead is None or event.what not in kinds_of(lead.role):
            raise Refusal("not-allowed")
        place = self.enterprise
        if event.enterprise != place.credit_code:
            raise Refusal("enterprise-gone")
        if event.second is None and needs_second(lead.role):
            raise Refusal("visit-needs-second")
        firm, number = Firm(place.credit_code, place.name, place.town), len(self.inspected) + 1
        second = None if event.second is None else self._coming(person, event.second)
        lead = replace(lead, confirmed_at=self.now)
        new = Visit(number, firm, event.what, VisitState.OPEN, lead, self.now, second)
        self.inspected[number] = Kept(new)

    def _coming(self: "World", person: int, second: int) -> Officer:
        found = officer(self, second)
        if found is None or second == person:
            raise Refusal("visit-not-second")
        return found

    def _of_visit(self: "World", visit: int) -> Kept:
        if visit not in self.inspected:
            raise Refusal("visit-gone")
        return self.inspected[visit]

    def _open_to(self: "World", person: int, visit: int) -> Kept:
        one = self._of_visit(visit)
        if not one.inspects(person) or not self.actor(person).may(Right.HOLD_VISIT):
            raise Refusal("visit-gone")
        if one.visit.state is VisitState.PRESENTED:
            raise Refusal("visit-is-presented")
        if one.visit.state is not VisitState.OPEN:
            raise Refusal("visit-over")
        return one

    def _led_by(self: "World", person: int, visit: int) -> Kept:
        one = self._of_visit(visit)
        if one.visit.lead.person != person:
            raise Refusal("visit-gone")
        if one.visit.state not in UNFINISHED:
            raise Refusal("visit-over")
        return one

    def _put_visit(self: "World", one: Kept, **changed: object) -> None:
        visit = replace(one.visit, **changed)  # type: ignore[arg-type]  # by name
        self.inspected[visit.id] = replace(one, visit=visit)

    def _second_named(self: "World", person: int, event: SecondNamed) -> None:
        one = self._led_by(person, event.visit)
        if one.visit.second is not None and one.visit.second.confirmed_at is not None:
            raise Refusal("visit-second-there")
        self._put_visit(one, second=self._coming(person, event.second))

    def _second_confirmed(self: "World", person: int, event: SecondConfirmed) -> None:
        one = self._of_visit(event.visit)
        second = one.visit.second
        if second is None or second.person != person:
            raise Refusal("visit-gone")
        if second.confirmed_at is not None:
            raise Refusal("visit-second-there")
        if one.visit.state is not VisitState.OPEN:
            raise Refusal("visit-over")
        self._put_visit(one, second=replace(second, confirmed_at=self.now) if event.there else None)

    def _form_opened(self: "World", person: int, event: FormOpened) -> None:
        self._open_to(person, event.visit)
        form = self.catalogue.checklists[event.checklist]
        if form.fingerprint != event.fingerprint:
            raise Refusal("check-gone")
        key = CheckKey(event.checklist, period_of(event.visit))
        self.drafts.setdefault(key, Draft(key, form, {}, self.now, today(self.now)))

    def _visit_placed(self: "World", person: int, event: VisitPlaced) -> None:
        one = self._open_to(person, event.visit)
        spot = (self.now, event.lat, event.lon, event.accuracy)
        self._put_visit(one, places=(*one.visit.places, spot))

    def _visit_remarked(self: "World", person: int, event: VisitRemarked) -> None:
        one = self._open_to(person, event.visit)
        both = "\n".join(part for part in (one.visit.remark, event.words.strip()) if part)
        self._put_visit(one, remark=both)

    def _finding_reported(self: "World", person: int, event: FindingReported) -> None:
        self._open_to(person, event.visit)
        self._hazard_reported(person, event)
        number = self.found[-1].number
        paperhazards.change(self, number, lambda one: replace(one, state=HazardState.FOUND))
        self._on_site(event.visit, number)

    def _on_site(self: "World", visit: int, number: str) -> None:
        """A hazard of an inspection: its source, an owner of the enterprise, and a supervisor closes it."""
        kept = self.inspected[visit].visit
        owner = next(
            one.name for one in self.people.values() if one.seats and one.seats[0][0].role is Role.OFFICER
        )
        source = HazardSource(source_of(kept.kind, kept.lead.role))

        def marked(one: Hazard) -> Hazard:
            case = paperhazards.case_of(self, replace(one, owner=owner)).case
            assert case is not None
            return replace(one, source=source, owner=owner, case=replace(case, graded_up=True))

        paperhazards.change(self, number, marked)
        self.found_on_site[number] = visit

    def _finding_dropped(self: "World", person: int, event: FindingDropped) -> None:
        self._open_to(person, event.visit)
        one = next((one for one in self.found if one.number == event.number), None)
        mine = self.found_on_site.get(event.number) == event.visit
        if one is None or one.checklist or not mine or one.state is not HazardState.FOUND:
            raise Refusal("hazard-gone")
        paperhazards.change(self, event.number, lambda one: replace(one, state=HazardState.WITHDRAWN))

    def _visit_presented(self: "World", person: int, event: VisitPresented) -> None:
        one = self._open_to(person, event.visit)
        if one.visit.ready:
            raise Refusal(one.visit.ready)
        if event.to not in {host.person for host in hosts(self, one)}:
            raise Refusal("visit-not-host")
        state, name = VisitState.PRESENTED, self.people[event.to].name
        digest = fingerprint_over(content(self, one.visit))
        said = {"present": name, "presented_at": self.now, "presented": digest, "objection": ""}
        self._put_visit(replace(one, host=event.to), state=state, **said)

    def _visit_taken_back(self: "World", person: int, event: VisitTakenBack) -> None:
        one = self._of_visit(event.visit)
        if not one.inspects(person):
            raise Refusal("visit-gone")
        if one.visit.state is not VisitState.PRESENTED:
            raise Refusal("visit-over")
        gone = {"present": "", "presented": "", "presented_at": None}
        self._put_visit(replace(one, host=None), state=VisitState.OPEN, **gone)

    def _asked(self: "World", person: int, visit: int) -> Kept:
        one = self._of_visit(visit)
        if one.host != person:
            raise Refusal("visit-gone")
        if one.visit.state is not VisitState.PRESENTED:
            raise Refusal("visit-taken-back" if one.visit.state in UNFINISHED else "visit-over")
        return one

    def _visit_objected(self: "World", person: int, event: VisitObjected) -> None:
        one = self._asked(person, event.visit)
        self._put_visit(one, state=VisitState.OPEN, objection=event.words.strip(), presented="")

    def _visit_confirmed(self: "World", person: int, event: VisitConfirmed) -> None:
        one = self._asked(person, event.visit)
        if event.fingerprint != one.visit.presented:
            raise Refusal("visit-changed")
        self._end(one, Ending.CONFIRMED, "")

    def _visit_closed(self: "World", person: int, event: VisitClosed) -> None:
        one = self._of_visit(event.visit)
        if not one.inspects(person):
            raise Refusal("visit-gone")
        if one.visit.state not in UNFINISHED:
            raise Refusal("visit-over")
        if not event.reason.strip():
            raise Refusal("visit-needs-reason")
        self._end(one, event.ending, event.reason.strip())

    def _end(self: "World", one: Kept, ending: Ending, reason: str) -> None:
        """Findings are reported, the answers held against the self-checks, the enterprise is covered."""
        visit = one.visit
        looked = sum(it.answered for it in walked(self, visit.id))
        seen = bool(looked or findings(self, visit.id))
        if not (seen or visit.remark):
            raise Refusal("visit-empty")
        if visit.ready:
            raise Refusal(visit.ready)
        number = f"JC-2026-{1 + sum(bool(it.visit.number) for it in self.inspected.values()):06d}"
        for it in findings(self, visit.id):
            state = entered(suspected_major=it.major)
            if not it.gone:
                paperhazards.change(self, it.number, lambda one, s=state: replace(one, state=s))
        rows, agreement = compared(self, visit)
        ended = {"ending": ending, "reason": reason, "closed_at": self.now, "number": number}
        digest = fingerprint_over({**content(self, visit), "number": number, "ending": ending.value})
        more = {"agreement": agreement, "clean": clean_before(self, visit), "sha256": digest}
        self._put_visit(replace(one, compared=rows), state=VisitState.CLOSED, **ended, **more)
        self.reached_in.append(
            (visit.firm.credit_code, counts_as(visit.lead.role, ending, looked=seen), self.now)
        )

    def _visit_dropped(self: "World", person: int, event: VisitDropped) -> None:
        one = self._led_by(person, event.visit)
        if one.visit.state is not VisitState.OPEN:
            raise Refusal("visit-is-presented")
        for it in findings(self, event.visit):
            paperhazards.change(self, it.number, lambda one: replace(one, state=HazardState.WITHDRAWN))
        self._put_visit(one, state=VisitState.DROPPED, reason=event.reason)

    def _visit_corrected(self: "World", person: int, event: VisitCorrected) -> None:
        one = self._of_visit(event.visit)
        if not one.inspects(person) or one.visit.state is not VisitState.CLOSED:
            raise Refusal("visit-gone")
        if not event.words.strip():
            raise Refusal("visit-needs-reason")
        if event.hazard:
            self._taken_off(event)
        number = f"{one.visit.number}-{len(one.visit.notes) + 2}"
        note = Note(number, self.now, self.people[person].name, event.words.strip(), event.hazard)
        self._put_visit(one, notes=(*one.visit.notes, note))

    def _taken_off(self: "World", event: VisitCorrected) -> None:
        mine = self.found_on_site.get(event.hazard) == event.visit
        if not mine or paperhazards.meet(self, event.hazard).state not in WITHDRAWS:
            raise Refusal("visit-finding-moved-on")
        gone = {"state": HazardState.WITHDRAWN, "withdrawn_reason": event.words.strip()}
        paperhazards.change(self, event.hazard, lambda one: replace(one, **gone))  # type: ignore[arg-type]  # by name
