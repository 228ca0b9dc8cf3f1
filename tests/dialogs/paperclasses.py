"""Classes of the paper world: of the one enterprise with its people, by its facts; set by hand (safety.classes.ClassBook)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from checklists.grading import Figure
from safety.calendar import today
from safety.classes import Change, ClassCard, Kept, Looked
from safety.events_classes import ClassSet
from safety.grading import Profile, frequency, grade
from safety.people import Right

START = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)  # when it came into the ledger and got its first class

if TYPE_CHECKING:
    from tests.dialogs.paper import World

CREDIT = Decimal(82)


def profile_of(world: "World") -> Profile:
    """The facts of the enterprise, a grade B, and major hazards that were confirmed."""
    facts = world.catalogue.facts.derive(world.facts)  # type: ignore[arg-type]  # flags and numbers only
    return Profile(facts, {Figure.MONTHS_WITHOUT_ACCIDENT: 10}, CREDIT, "B")


class ClassDesk:
    """What events do to the class of a World."""

    def _class_set(self: "World", person: int, event: ClassSet) -> None:
        assert self.actor(person).may(Right.SET_CLASS), "storage would refuse"
        assert event.enterprise == self.enterprise.credit_code, "storage would refuse"
        rules = self.catalogue.rules.grading
        assert rules is not None
        worked = grade(rules, profile_of(self)).supervision
        before = self.classed or Kept(worked)
        given = event.supervision
        self.classed = Kept(worked) if given is None else Kept(worked, given, worked)
        name = self.people[person].name
        line = Change(self.now, before.holds, self.classed.holds, name, event.reason, given is not None)
        self.class_changes = [line, *self.class_changes]


@dataclass
class PaperClasses:
    """What one person may read of classes in a paper world."""

    world: "World"
    person: int

    def _seen(self, credit_code: str) -> bool:
        may = self.world.actor(self.person).may(Right.SEE_ENTERPRISES)
        return may and credit_code == self.world.enterprise.credit_code

    def one(self, credit_code: str) -> ClassCard | None:
        rules = self.world.catalogue.rules.grading
        if rules is None or not self._seen(credit_code):
            return None
        graded = grade(rules, profile_of(self.world))
        kept = self.world.classed or Kept(graded.supervision)
        day = today(START)
        looked = Looked(None, day, None)
        often = frequency(rules, kept.holds, Decimal(1), 30)
        return ClassCard(kept, graded, often, looked, int(CREDIT), "B", day, day, START)

    def history(self, credit_code: str, *, limit: int = 5) -> Sequence[Change]:
        if not self._seen(credit_code):
            return ()
        rules = self.world.catalogue.rules.grading
        assert rules is not None
        first = grade(rules, profile_of(self.world))
        ids = ",".join(one.id for one, _ in first.moved)
        began = Change(START, None, first.supervision, "", ids, hand=False)
        return [*self.world.class_changes, began][:limit]
