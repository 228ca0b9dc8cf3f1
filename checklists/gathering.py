"""Documents, question bank and rules: their files into typed content, one way for all. Checklists: assemble.py."""

from collections.abc import Mapping
from typing import Any, Protocol, TypeVar

from checklists.asking_rules import AskingRules, check_asking
from checklists.assessment import Assessment
from checklists.bank import Bank, PaperSheet, Topic
from checklists.bilingual import Bilingual
from checklists.cause_rules import CauseRules
from checklists.certificates import CertificateRules
from checklists.courses import Course
from checklists.credit import Credit
from checklists.criteria import Criteria
from checklists.departments import DepartmentRules, check_departments
from checklists.documents import Commitment, CommitmentRules, CommitmentSheet, Contacts, Notice, NoticeSheet
from checklists.drilling import check_scripts
from checklists.drills import DrillRules, Script
from checklists.english import English
from checklists.evidence_rules import EvidenceRules
from checklists.exam_rules import ExamRules, check_teaching
from checklists.examining import Sheets, check_bank, check_papers
from checklists.facts import ColourSheet, FactSheet, Named
from checklists.grading import Grading
from checklists.hazard_kinds import HazardKinds, check_kinds
from checklists.incidents import IncidentRules, check_incidents
from checklists.issues import Issue, issue, meant
from checklists.learning import check_course, check_training
from checklists.listing_rules import ListingRules
from checklists.parts import Part
from checklists.placing import check_placeholders
from checklists.posting import check_posts
from checklists.recurring import check_reminders
from checklists.reminders import Reminders
from checklists.schema import Checklist
from checklists.supplies import SupplyRules
from checklists.training_rules import TrainingRules
from checklists.tree import Tree
from checklists.uniform import check_uniform
from checklists.veto_rules import VetoRules
from checklists.warnings import WarningRules, WarningTemplate, check_rules, check_template
from checklists.weighing import FactsAndFigures, check_assessment, check_credit, check_grading
from checklists.words import Words

P = TypeVar("P", bound=Part)

NOTICES, COMMITMENTS, BANK, WARNINGS, ENGLISH = "notices/", "commitments/", "bank/", "warnings/", "en/"
SCRIPTS, DRILLS = "drills/", "rules/drills.yaml"
COURSES, TRAINING = "courses/", "rules/training.yaml"
PAPERS, REMINDERS = "bank/papers.yaml", "rules/reminders.yaml"
GRADING, CREDIT, ASSESSMENT = "rules/grading.yaml", "rules/credit.yaml", "rules/assessment.yaml"
KINDS, LISTING, EXAMS = "rules/hazard_kinds.yaml", "rules/listing.yaml", "rules/exams.yaml"
WARNING_RULES, INCIDENTS = "rules/warnings.yaml", "rules/incidents.yaml"
SUPPLIES = "rules/supplies.yaml"
CERTIFICATES, VETO = "rules/certificates.yaml", "rules/veto.yaml"
DEPARTMENTS = "rules/departments.yaml"
EVIDENCE, CAUSES = "rules/evidence.yaml", "rules/causes.yaml"
ASKING = "rules/asking.yaml"
RULE_FILES: dict[str, type[Part]] = {
    "rules/contacts.yaml": Contacts,
    "rules/commitments.yaml": CommitmentRules,
    PAPERS: PaperSheet,
    REMINDERS: Reminders,
    GRADING: Grading,
    CREDIT: Credit,
    ASSESSMENT: Assessment,
    KINDS: HazardKinds,
    LISTING: ListingRules,
    EXAMS: ExamRules,
    WARNING_RULES: WarningRules,
    INCIDENTS: IncidentRules,
    SUPPLIES: SupplyRules,
    DRILLS: DrillRules,
    TRAINING: TrainingRules,
    CERTIFICATES: CertificateRules,
    VETO: VetoRules,
    EVIDENCE: EvidenceRules,
    CAUSES: CauseRules,
    DEPARTMENTS: DepartmentRules,
    ASKING: AskingRules,
}


class Desk(Protocol):
    """Where the files lie (assemble.py)."""

    trees: dict[str, Tree]
    found: list[Issue]
    used: set[str]

    def plain(self, model: type[P], file: str) -> P | None: ...
    def english(self, file: str) -> English: ...
    def missing(self, file: str) -> None: ...


class Gathering:
    """Reads these files. What the rest of the content could not give (None) is not checked against."""

    def __init__(
        self,
        desk: Desk,
        laws: Mapping[str, Words] | None,
        facts: FactSheet | None,
        colours: ColourSheet | None,
    ) -> None:
        self.desk = desk
        self.laws = laws
        self.facts = facts
        self.colours = [colour.id for colour in colours.colours] if colours is not None else []
        self.contacts = self._file(Contacts, "rules/contacts.yaml")
        self.commitment = self._file(CommitmentRules, "rules/commitments.yaml")
        self.reminders = self._reminders()
        self.credit = self._credit()
        self.grading = self._grading()
        self.assessment = self._assessment()
        self.listing = self._file(ListingRules, LISTING)
        self.exams = self._file(ExamRules, EXAMS)
        self.warning = self._warning()
        self.incidents = self._incidents()
        self.supplies = self._file(SupplyRules, SUPPLIES)
        self.drills = self._file(DrillRules, DRILLS)
        self.training = self._training()
        self.certificates = self._certificates()
        self.veto = self._file(VetoRules, VETO)
        self.evidence = self._file(EvidenceRules, EVIDENCE)
        self.causes = self._file(CauseRules, CAUSES)
        self.departments = self._departments()
        self.asking = self._asking()

    def rules(self) -> dict[str, Any]:
        """Return the rules by their names in Rules; nothing for what could not be read."""
        return {
            "contacts": self.contacts.contacts if self.contacts else (),
            "renew_on": self.commitment.renew_on if self.commitment else (),
            "reminders": self.reminders,
            "grading": self.grading,
            "credit": self.credit,
            "assessment": self.assessment,
            "listing": self.listing or ListingRules(),
            "exams": self.exams or ExamRules(),
            "warnings": self.warning or WarningRules(),
            "incidents": self.incidents or IncidentRules(),
            "supplies": self.supplies or SupplyRules(),
            "drills": self.drills or DrillRules(),
            "training": self.training,
            "certificates": self.certificates,
            "veto": self.veto or VetoRules(),
            "evidence": self.evidence or EvidenceRules(),
            "causes": self.causes or CauseRules(),
            "departments": self.departments or DepartmentRules(),
            "asking": self.asking,
        }

    def _reminders(self) -> Reminders:
        rules = self._file(Reminders, REMINDERS)
        if rules is None:
            return Reminders()
        self.desk.found.extend(check_reminders(rules, self.desk.trees[REMINDERS], self.colours))
        return rules

    def _warning(self) -> WarningRules | None:
        rules = self._file(WarningRules, WARNING_RULES)
        if rules is not None:
            self.desk.found.extend(check_rules(rules, self.desk.trees[WARNING_RULES]))
        return rules

    def _asking(self) -> AskingRules:
        rules = self._file(AskingRules, ASKING)
        if rules is None:
            return AskingRules()
        known = self.facts.ids if self.facts is not None else None
        self.desk.found.extend(check_asking(rules, self.desk.trees[ASKING], known))
        return rules

    def _incidents(self) -> IncidentRules | None:
        rules = self._file(IncidentRules, INCIDENTS)
        if rules is not None and self.contacts is not None:
            known = [one.id for one in self.contacts.contacts]
            self.desk.found.extend(check_incidents(rules, self.desk.trees[INCIDENTS], known))
        return rules

    def _training(self) -> TrainingRules:
        rules = self._file(TrainingRules, TRAINING)
        if rules is None:
            return TrainingRules()
        if self.reminders.rules:  # else every rule would seem to be missing
            self.desk.found.extend(check_training(rules, self.desk.trees[TRAINING], self.reminders))
        return rules

    def _certificates(self) -> CertificateRules:
        rules = self._file(CertificateRules, CERTIFICATES)
        if rules is None:
            return CertificateRules()
        self.desk.found.extend(check_posts(rules, self.desk.trees[CERTIFICATES]))
        return rules

    def _departments(self) -> DepartmentRules | None:
        rules = self._file(DepartmentRules, DEPARTMENTS)
        if rules is not None:
            self.desk.found.extend(check_departments(rules, self.desk.trees[DEPARTMENTS], self.facts))
        return rules

    def _credit(self) -> Credit | None:
        rules = self._file(Credit, CREDIT)
        if rules is not None:
            self.desk.found.extend(check_credit(rules, self.desk.trees[CREDIT]))
        return rules

    def _grading(self) -> Grading | None:
        known = FactsAndFigures(self.facts) if self.facts is not None else None
        rules = self._file(Grading, GRADING, known)
        if rules is not None:
            self.desk.found.extend(check_grading(rules, self.desk.trees[GRADING], self.credit))
        return rules

    def _assessment(self) -> Assessment | None:
        rules = self._file(Assessment, ASSESSMENT)
        if rules is not None:
            self.desk.found.extend(check_assessment(rules, self.desk.trees[ASSESSMENT]))
        return rules

    def kinds(self, forms: Mapping[str, Checklist], criteria: Criteria | None) -> HazardKinds | None:
        """Return the kinds of hazards; what they cover is looked for when everything else could be read."""
        sheet = self._file(HazardKinds, KINDS)
        if sheet is not None and criteria is not None and not self.desk.found:
            self.desk.found.extend(check_kinds(sheet, self.desk.trees[KINDS], forms.values(), criteria))
        return sheet

    def teaching(self, kinds: HazardKinds | None, bank: Bank) -> None:
        """Check what is taught after self-checks, when the kinds of hazards and the bank could be read."""
        if self.exams is not None and kinds is not None and not self.desk.found:
            known = [kind.id for kind in kinds.kinds]
            topics = [topic.id for topic in bank.topics]
            self.desk.found.extend(check_teaching(self.exams, self.desk.trees[EXAMS], known, topics))

    def notices(self) -> dict[str, Notice]:
        """Return the notice of each colour."""
        said = self.contacts.contacts if self.contacts else ()
        sheets = self._by_colour(NoticeSheet, NOTICES)
        return {colour: Notice(**_fields(sheet), contacts=said) for colour, sheet in sheets.items()}

    def commitments(self) -> dict[str, Commitment]:
        """Return the commitment of each colour."""
        sheets = self._by_colour(CommitmentSheet, COMMITMENTS)
        if self.commitment is None:
            return {}
        check_placeholders(self.commitment, self.desk.trees["rules/commitments.yaml"], self.desk.found)
        rules = _fields(self.commitment)
        shared = {name: rules[name] for name in ("preamble", "closing", "valid_days", "signer")}
        return {colour: Commitment(**_fields(sheet), **shared) for colour, sheet in sheets.items()}

    def warnings(self) -> dict[str, WarningTemplate]:
        """Return the templates of warnings by id, in the order of their files."""
        files = [file for file in self.desk.trees if file.startswith(WARNINGS)]
        read = {file: self._file(WarningTemplate, file) for file in files}
        sheets = {file: sheet for file, sheet in read.items() if sheet is not None}
        known = self.facts.ids if self.facts is not None else None
        for file, sheet in sheets.items():
            tree = self.desk.trees[file]
            self.desk.found.extend(check_template(sheet, tree, known))
            if file != f"{WARNINGS}{sheet.id}.yaml":
                self.desk.found.append(issue("file-name", file, tree.line(("id",)), id=sheet.id))
        return {sheet.id: sheet for sheet in sheets.values()}

    def bank(self) -> Bank:
        """Return the question bank; judge questions get their two answers."""
        papers = self._file(PaperSheet, PAPERS)
        files = [file for file in self.desk.trees if file.startswith(BANK) and file != PAPERS]
        read = {file: self._file(Topic, file) for file in files}
        topics = {file: topic for file, topic in read.items() if topic is not None}
        sheets = Sheets(topics, self.desk.trees)
        self.desk.found.extend(check_bank(sheets))
        if papers is None:
            return Bank()
        if len(topics) == len(files):  # else questions of broken files would seem to be missing
            self.desk.found.extend(check_papers(papers, self.desk.trees[PAPERS], sheets))
        whole = tuple(topic.judged(papers.judge) for topic in topics.values())
        return Bank(topics=whole, papers=papers.papers, partly=papers.partly, judge=papers.judge)

    def courses(self, bank: Bank) -> dict[str, Course]:
        """Return the training courses by id; judge questions of their own get their two answers."""
        files = [file for file in self.desk.trees if file.startswith(COURSES)]
        read = {file: self._file(Course, file) for file in files}
        subjects = [one.id for one in self.training.subjects]
        found = {file: course for file, course in read.items() if course is not None}
        if not self.desk.found:  # else what stands in broken files would seem to be missing
            for file, course in found.items():
                tree = self.desk.trees[file]
                self.desk.found.extend(check_course(course, tree, bank, subjects, self.colours))
        return {course.id: course.judged(bank.judge) for course in found.values()}

    def scripts(self, kinds: HazardKinds | None) -> dict[str, Script]:
        """Return the scripts of drills by their ids."""
        files = [file for file in self.desk.trees if file.startswith(SCRIPTS)]
        read = {file: self._file(Script, file) for file in files}
        scripts = {file: script for file, script in read.items() if script is not None}
        self.desk.found.extend(check_scripts(scripts, self.desk.trees, kinds))
        return {script.id: script for script in scripts.values()}

    def _file(self, model: type[P], file: str, known: Named | None = None) -> P | None:
        """One file in both languages, checked as all files are; None when it cannot be used."""
        sheet = self.desk.plain(model, file)
        self.desk.used.add(ENGLISH + file)
        if sheet is None:
            return None
        tree = self.desk.trees[file]
        check_uniform(sheet, tree, known or self.facts, self.desk.found)
        if self.laws is None:
            return None
        return Bilingual(tree, self.desk.english(file), self.laws, self.desk.found).whole(sheet)

    def _by_colour(self, model: type[P], folder: str) -> dict[str, P]:
        """The files of a folder by colour: one for each colour, named after it."""
        files = [file for file in self.desk.trees if file.startswith(folder)]
        for colour in self.colours:
            if f"{folder}{colour}.yaml" not in files:
                self.desk.missing(f"{folder}{colour}.yaml")
        sheets = {file: self._file(model, file) for file in files}
        kept = {file: sheet for file, sheet in sheets.items() if sheet is not None}
        for file, sheet in kept.items():
            self._check_colour(file, str(_fields(sheet)["colour"]), folder)
        return {str(_fields(sheet)["colour"]): sheet for sheet in kept.values()}

    def _check_colour(self, file: str, colour: str, folder: str) -> None:
        line = self.desk.trees[file].line(("colour",))
        if self.colours and colour not in self.colours:
            guess = meant(colour, self.colours)
            self.desk.found.append(issue("unknown-colour", file, line, guess, id=colour))
        elif file != f"{folder}{colour}.yaml":
            self.desk.found.append(issue("file-name", file, line, id=colour))


def _fields(part: Part) -> dict[str, Any]:
    return {name: getattr(part, name) for name in type(part).model_fields}
