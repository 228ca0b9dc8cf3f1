"""All content together: checklists, documents, facts, colours, rules, criteria. Which forms an enterprise owes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from pydantic import BaseModel

from checklists.answers import Facts
from checklists.bank import Bank
from checklists.courses import Course
from checklists.criteria import Criteria
from checklists.documents import Commitment, Notice
from checklists.drills import Script
from checklists.facts import ColourSheet, FactSheet
from checklists.hazard_kinds import HazardKinds
from checklists.rules import Holidays, Privacy, Rules
from checklists.schema import Checklist
from checklists.suggest import Suggester
from checklists.warnings import WarningTemplate


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The content of one installation."""

    checklists: Mapping[str, Checklist]
    facts: FactSheet
    colours: ColourSheet
    rules: Rules
    privacy: Privacy
    holidays: Holidays = field(default_factory=Holidays)
    criteria: Criteria = field(default_factory=Criteria)
    notices: Mapping[str, Notice] = field(default_factory=dict)  # by colour
    commitments: Mapping[str, Commitment] = field(default_factory=dict)  # by colour
    bank: Bank = field(default_factory=Bank)
    courses: Mapping[str, Course] = field(default_factory=dict)  # by id
    kinds: HazardKinds | None = None  # None only in a catalogue that was made by hand
    warnings: Mapping[str, WarningTemplate] = field(default_factory=dict)  # by id
    scripts: Mapping[str, Script] = field(default_factory=dict)  # of drills
    _made: dict[str, Suggester] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def suggester(self) -> Suggester:
        """Suggests what the words of a report are about; made when first asked for, and kept."""
        if "one" not in self._made:
            self._made["one"] = Suggester(self.checklists, self.criteria, self.kinds)
        return self._made["one"]

    def documents(self) -> Iterator[Notice | Commitment]:
        """Every notice and commitment."""
        yield from self.notices.values()
        yield from self.commitments.values()

    def grounded(self) -> Iterator[tuple[str, BaseModel]]:
        """Everything that is no checklist and says what it rests on, by the name of its file."""
        yield from ((f"notices/{colour}", one) for colour, one in self.notices.items())
        yield from ((f"commitments/{colour}", one) for colour, one in self.commitments.items())
        rules = self.rules
        named = {
            "reminders": rules.reminders,
            "grading": rules.grading,
            "credit": rules.credit,
            "listing": rules.listing,
            "exams": rules.exams,
            "warnings": rules.warnings,
            "incidents": rules.incidents,
            "supplies": rules.supplies,
            "drills": rules.drills,
            "training": rules.training,
            "certificates": rules.certificates,
            "veto": rules.veto,
            "evidence": rules.evidence,
            "causes": rules.causes,
            "departments": rules.departments,
            "asking": rules.asking,
        }
        yield from ((f"rules/{name}", one) for name, one in named.items() if one is not None)
        yield from ((f"warnings/{one.id}", one) for one in self.warnings.values())
        yield from ((f"bank/{topic.id}", topic) for topic in self.bank.topics)
        yield from ((f"drills/{script.id}", script) for script in self.scripts.values())
        yield from ((f"courses/{course.id}", course) for course in self.courses.values())

    def for_enterprise(self, colour: str, facts: Facts) -> tuple[str, ...]:
        """The checklists an enterprise of this colour and with these facts owes in the course of a year, main form first."""
        sheet = self.colours.colour(colour)
        wanted = dict.fromkeys((sheet.checklist, *sheet.extra_checklists))
        return tuple(one for one in wanted if one in self.checklists and self.applies(one, facts))

    def owed_on(self, colour: str, facts: Facts, day: date) -> tuple[str, ...]:
        """Those that are owed on a day: in their season, when they have one."""
        return tuple(one for one in self.for_enterprise(colour, facts) if self.checklists[one].open_on(day))

    def open_on(self, day: date) -> tuple[str, ...]:
        """The checklists that anybody can owe on a day."""
        return tuple(name for name, form in self.checklists.items() if form.open_on(day))

    def cycle_of(self, checklist: str, colour: str) -> int:
        """The days within which a form is owed again: the form's own, or those of the colour when they are fewer."""
        own, wanted = self.checklists[checklist].cycle_days, self.colours.colour(colour).cycle_days
        return own if wanted is None else min(own, wanted)

    def applies(self, checklist: str, facts: Facts) -> bool:
        """Whether a form means anything to an enterprise with these facts."""
        when = self.checklists[checklist].when
        return when is None or when.compiled()({}, facts)
