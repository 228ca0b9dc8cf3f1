"""The smaller content files: thresholds that code needs, words of danger, public holidays, the privacy notice."""

from collections.abc import Iterator, Mapping
from datetime import date, time, timedelta
from typing import Annotated

from pydantic import Field

from checklists.asking_rules import AskingRules
from checklists.assessment import Assessment
from checklists.buckets import Limit
from checklists.cause_rules import CauseRules
from checklists.certificates import CertificateRules
from checklists.credit import Credit
from checklists.departments import DepartmentRules
from checklists.documents import Contact, Renewal
from checklists.drills import DrillRules
from checklists.evidence_rules import EvidenceRules
from checklists.exam_rules import ExamRules
from checklists.grading import Grading
from checklists.incidents import IncidentRules
from checklists.listing_rules import ListingRules
from checklists.parts import Clock, Flag, Part, Text, Whole
from checklists.quality import Quality
from checklists.reminders import Reminders
from checklists.supplies import SupplyRules
from checklists.tips import Tips
from checklists.training_rules import TrainingRules
from checklists.veto_rules import VetoRules
from checklists.warnings import WarningRules


class Danger(Part):
    """Words in a message that mean danger now (漏气 冒烟 …)."""

    words: tuple[str, ...]


class Scoring(Part):
    """How answers become points of a hundred.

    major_cap      the most points that an open suspected major hazard leaves
    critical_cap   the most points that a failed critical question leaves; left out: no more than any other
    pass_mark      points that are enough; left out: nothing is said about it
    """

    major_cap: Annotated[Whole, Field(ge=0, le=100)] = 59
    critical_cap: Annotated[Whole, Field(ge=0, le=100)] | None = None
    pass_mark: Annotated[Whole, Field(ge=1, le=100)] | None = None


class Dates(Part):
    """How far back and ahead of today a date may lie when a question says nothing else."""

    oldest_days: Annotated[Whole, Field(ge=1)] = 10958
    ahead_days: Annotated[Whole, Field(ge=1)] = 10958


class Correcting(Part):
    """Until when an enterprise may correct what it has submitted without being asked to.

    days_after_period   days after the last day of the period; 0: until that day itself
    """

    days_after_period: Annotated[Whole, Field(ge=0, le=366)] = 0


class Reporting(Part):
    """How reports of hazards are judged.

    alike_days   days in which an open hazard of the same kind and place may be the one that is reported again
    """

    alike_days: Annotated[Whole, Field(ge=1, le=366)] = 30


class Listing(Part):
    """How much of the hazard ledger is shown, exported and changed at once.

    closed_days   days for which a closed hazard stands in the list of closed ones
    most_rows     rows of one exported table
    most_moved    hazards that are handed over or decided at once
    """

    closed_days: Annotated[Whole, Field(ge=1, le=3660)] = 90
    most_rows: Annotated[Whole, Field(ge=1, le=100_000)] = 20_000
    most_moved: Annotated[Whole, Field(ge=1, le=500)] = 100


class Bulk(Part):
    """What one person may not do alone (S17).

    rows    an export of more rows by a supervisor waits for a second person
    hours   after which a request that nobody has decided runs out
    """

    rows: Annotated[Whole, Field(ge=1, le=100_000)] = 1000
    hours: Annotated[Whole, Field(ge=1, le=720)] = 72


class StatisticsRules(Part):
    """Which reminder rules ask for the statistics of hazards: of a quarter, of a year."""

    quarter_rule: Annotated[str, Field(pattern=r"R\d+")] = "R05"
    year_rule: Annotated[str, Field(pattern=r"R\d+")] = "R06"


class Campaigning(Part):
    """Campaigns and plans.

    chase_hours   after which an area may chase those who have not done it once more
    """

    chase_hours: Annotated[Whole, Field(ge=1, le=720)] = 20


class Recurring(Part):
    """What is found again soon after it was closed.

    months    so many months after its closure it counts as the same one again
    percent   of the usual days to put it right are left then, rounded up
    explained its cause has to be said before it is closed
    """

    months: Annotated[Whole, Field(ge=1, le=60)] = 12
    percent: Annotated[Whole, Field(ge=1, le=100)] = 50
    explained: Flag = False


class Reviewing(Part):
    """Suspected major hazards that wait for a supervisor's word.

    chased_after   working days after which supervisors are reminded, and again after as many more
    hour           at which that is
    """

    chased_after: Annotated[Whole, Field(ge=1, le=30)] = 2
    hour: Clock = time(9)


class Closing(Part):
    """What happens after a hazard is closed.

    asked_after_days   then whoever found it is asked once whether it still holds
    """

    asked_after_days: Annotated[Whole, Field(ge=1, le=366)] = 28


class Pledging(Part):
    """Signing a commitment, and the end of one.

    soon_days            so many days before its end it may be renewed, and stands in the list of those that expire
    second_tap_seconds   between the two taps of a signature at least
    """

    soon_days: Annotated[Whole, Field(ge=1, le=366)] = 30
    second_tap_seconds: Annotated[Whole, Field(ge=0, le=60)] = 5


class Guessing(Part):
    """How often one person may give a wrong code (S2): so many at once, and as many again in so many minutes."""

    codes: Annotated[Whole, Field(ge=1, le=100)] = 5
    minutes: Annotated[Whole, Field(ge=1, le=1440)] = 60

    @property
    def limit(self) -> Limit:
        """The bucket that it makes."""
        return Limit(self.codes, timedelta(minutes=self.minutes))


class Inviting(Part):
    """How long invitations may be used: those that are sent, one by one (`hours`), and those that are printed and carried out."""

    hours: Annotated[Whole, Field(ge=1, le=720)] = 72
    sheet_days: Annotated[Whole, Field(ge=1, le=90)] = 14


class Importing(Part):
    """Lists of enterprises that are brought in. `facts`: ids of the facts that an empty list has columns for."""

    facts: tuple[str, ...] = ()


class Handing(Part):
    """Seats that are handed over: of which roles the town and the district are told (principal, officer), how long an offer stands."""

    tell: tuple[str, ...] = ("principal",)
    offer_days: Annotated[Whole, Field(ge=1, le=90)] = 7


class Flooding(Part):
    """How much one account may ask for (S12). So many at once, and from then on so many in a minute.

    turns       what is answered; the rest waits for its turn
    strangers   the same for who has no seat
    arrivals    what is kept in line at all; of the rest as many a day are set aside for somebody to look at
    """

    turns: Annotated[Whole, Field(ge=10, le=10_000)] = 120
    turns_a_minute: Annotated[Whole, Field(ge=10, le=10_000)] = 600
    strangers: Annotated[Whole, Field(ge=10, le=10_000)] = 30
    strangers_a_minute: Annotated[Whole, Field(ge=1, le=10_000)] = 30
    arrivals: Annotated[Whole, Field(ge=100, le=100_000)] = 1000
    arrivals_a_minute: Annotated[Whole, Field(ge=10, le=10_000)] = 600

    @property
    def turns_limit(self) -> Limit:
        return Limit(self.turns, timedelta(minutes=self.turns / self.turns_a_minute))

    @property
    def strangers_limit(self) -> Limit:
        return Limit(self.strangers, timedelta(minutes=self.strangers / self.strangers_a_minute))

    @property
    def arrivals_limit(self) -> Limit:
        return Limit(self.arrivals, timedelta(minutes=self.arrivals / self.arrivals_a_minute))


class Visiting(Part):
    """Inspections on site (现场检查).

    compare_days   how old a self-check may be that its answers are held against
    clean_days     the same for one that had found nothing (自查无隐患、随后查出)
    remind_hours   after so many hours who leads one that is still open is reminded, and then once a day
    """

    compare_days: Annotated[Whole, Field(ge=1, le=366)] = 30
    clean_days: Annotated[Whole, Field(ge=1, le=366)] = 30
    remind_hours: Annotated[Whole, Field(ge=1, le=72)] = 6


class Idling(Part):
    """A self-check that was begun and lies still.

    days   so many days after the last answer whoever gave it is reminded of it; a new answer counts anew
    """

    days: Annotated[tuple[Annotated[Whole, Field(ge=1, le=60)], ...], Field(max_length=3)] = (2, 7)


class Defaults(Part):
    """What a question gets when it says nothing itself."""

    scoring: Scoring = Scoring()
    dates: Dates = Dates()
    longest_text: Annotated[Whole, Field(ge=1)] = 500
    carry_days: Annotated[Whole, Field(ge=1)] = 366
    correction: Correcting = Correcting()
    reporting: Reporting = Reporting()
    ledger: Listing = Listing()
    bulk: Bulk = Bulk()
    statistics: StatisticsRules = StatisticsRules()
    campaigns: Campaigning = Campaigning()
    recurring: Recurring = Recurring()
    closing: Closing = Closing()
    review: Reviewing = Reviewing()
    pledging: Pledging = Pledging()
    guessing: Guessing = Guessing()
    inviting: Inviting = Inviting()
    handover: Handing = Handing()
    flooding: Flooding = Flooding()
    importing: Importing = Importing()
    visits: Visiting = Visiting()
    idling: Idling = Idling()


class Rules(Part):
    """Figures and word lists that belong to content, not code.

    quality    when a submission is worth a supervisor's look
    tips       how anonymous tips are limited, and for how long a reporter can be reached
    contacts   the numbers to call in an emergency and for advice
    renew_on   what makes a signed commitment due again before it expires
    listing    when progress of listed hazards is asked for, what is usually demanded
    exams      how often exams may be tried, and how failed questions come back
    warnings   how warnings are sent, and who does not confirm them chased
    incidents  what an incident can be, what to do first, how soon the law wants a report
    drills     when drills are announced, chased, counted as late and as ended
    training   hours of training by role, what lessons are about
    certificates   posts, kinds of certificates, what keeps somebody from starting work
    veto       for what somebody is put on the veto list
    asking     words by which enterprises are asked for
    causes     what is mostly behind hazards (人机环管)
    departments   which department answers for which enterprises (三管三必须)
    evidence   what is asked for beside photos of what was put right
    supplies   what a class of enterprises should have ready, and how often it is looked at
    grading, credit, assessment   None only in a catalogue that was made by hand
    """

    danger: Danger
    defaults: Defaults = Defaults()
    quality: Quality = Quality()
    tips: Tips = Tips()
    contacts: tuple[Contact, ...] = ()
    renew_on: tuple[Renewal, ...] = ()
    reminders: Reminders = Reminders()
    grading: Grading | None = None
    credit: Credit | None = None
    assessment: Assessment | None = None
    listing: ListingRules = ListingRules()
    exams: ExamRules = ExamRules()
    warnings: WarningRules = WarningRules(ours=True)
    incidents: IncidentRules = IncidentRules(ours=True)
    supplies: SupplyRules = SupplyRules(ours=True)
    drills: DrillRules = DrillRules()
    training: TrainingRules = TrainingRules()
    certificates: CertificateRules = CertificateRules()
    veto: VetoRules = VetoRules()
    evidence: EvidenceRules = EvidenceRules()
    causes: CauseRules = CauseRules()
    departments: DepartmentRules = DepartmentRules()
    asking: AskingRules = AskingRules()


class HolidayYear(Part):
    """One year's arrangement: days off, and weekend days worked instead."""

    off: tuple[date, ...] = ()
    worked: tuple[date, ...] = ()


class Holidays(Part):
    """Years that the calendar library does not know yet."""

    years: Mapping[int, HolidayYear] = Field(default_factory=dict)

    def items(self) -> Iterator[tuple[int, HolidayYear]]:
        """Year by year."""
        yield from self.years.items()


class PrivacyClass(Part):
    """One class of personal data (个人信息保护法 art. 17, 19).

    kept    for how long, in words
    days    after which it is cleared by itself; left out: it stays as long as the law asks
    basis   where purpose and term rest; `basis_checked` once that was held against the official text
    """

    id: str
    title: Text
    purpose: Text
    kept: Text
    days: Annotated[Whole, Field(ge=1, le=36500)] | None = None
    basis: Text
    basis_checked: Flag = False


class Privacy(Part):
    """The privacy notice and consent text; a new version asks everybody again. `classes`: what is kept, for what, how long."""

    version: str
    text: Text
    classes: tuple[PrivacyClass, ...] = ()
