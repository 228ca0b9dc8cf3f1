"""Who acts: roles, the scope they see, and what a role may do. Nothing about storage or wording."""

from dataclasses import dataclass, field
from enum import StrEnum

from checklists.words import Language


class Role(StrEnum):
    """What a person is, in one enterprise or one area. 主要负责人, 安全管理员, 从业人员; 镇街, 部门, 专家, 区办, 网格员."""

    PRINCIPAL = "principal"
    OFFICER = "officer"
    WORKER = "worker"
    TOWN = "town"
    DEPARTMENT = "department"
    EXPERT = "expert"
    DISTRICT = "district"
    GRID = "grid"


SUPERVISORS = frozenset({Role.TOWN, Role.DEPARTMENT, Role.EXPERT, Role.DISTRICT, Role.GRID})


class AreaKind(StrEnum):
    """What an area is: the district, a town in it, a department with its industries, a grid (网格) of a town."""

    DISTRICT = "district"
    TOWN = "town"
    DEPARTMENT = "department"
    GRID = "grid"


class Right(StrEnum):
    """An action that a role may or may not do."""

    ANSWER_CHECK = "answer_check"
    SUBMIT_CHECK = "submit_check"
    SEE_HAZARDS = "see_hazards"
    REPORT_HAZARD = "report_hazard"
    TREAT_HAZARD = "treat_hazard"  # plan, put right, send evidence, verify what others have put right
    VERIFY_HAZARD = "verify_hazard"  # as a supervisor: review, accept, return, decide extensions
    EXPORT_HAZARDS = "export_hazards"
    SEE_DIGEST = "see_digest"
    APPROVE_JOIN = "approve_join"
    INVITE = "invite"
    SEE_SUBMISSIONS = "see_submissions"
    RETURN_CHECK = "return_check"
    SEE_QUALITY = "see_quality"
    READ_PACK = "read_pack"
    SIGN_COMMITMENT = "sign_commitment"
    SEE_PLEDGES = "see_pledges"
    SET_COLOUR = "set_colour"
    HANDLE_TIPS = "handle_tips"
    TAKE_EXAM = "take_exam"
    SEE_EXAMS = "see_exams"
    SEE_REACH = "see_reach"  # who cannot be reached, and whom to call
    SEND_WARNING = "send_warning"  # and see who has confirmed
    CONFIRM_WARNING = "confirm_warning"
    REPORT_INCIDENT = "report_incident"  # and see those of the own enterprise
    HANDLE_INCIDENT = "handle_incident"
    SEE_SUPPLIES = "see_supplies"
    KEEP_SUPPLIES = "keep_supplies"  # of the own enterprise, or of the own area
    HOLD_LESSON = "hold_lesson"  # announce, call the roll, close
    SEE_TRAINING = (
        "see_training"  # hours and courses of others: of one's enterprise by name, of an area in figures
    )
    SEE_RESPONDERS = "see_responders"  # whom to call in an emergency
    KEEP_RESPONDERS = "keep_responders"
    RUN_DRILL = "run_drill"  # plan, command, evaluate; register plans
    JOIN_DRILL = "join_drill"  # take part, call the roll in earnest
    SEE_DRILLS = "see_drills"

    KEEP_STAFF = "keep_staff"  # roster and papers of the enterprise
    SEE_OWN_PAPERS = "see_own_papers"
    INSPECT = "inspect"  # open an enterprise on site, read its roster
    OPEN_SPOT = "open_spot"  # a spot exam, there or of one's own people
    SET_VETO = "set_veto"
    HOLD_VISIT = "hold_visit"  # inspect an enterprise on site, with a record
    SEE_COVERAGE = (
        "see_coverage"  # who was reached in a quarter, samples, how self-checks and inspections agree
    )
    ASK_CHANGE = "ask_change"  # of what the own enterprise is, and confirm what is known of it
    DECIDE_CHANGE = "decide_change"
    SET_CLASS = "set_class"  # of supervision, by hand
    SEE_ENTERPRISES = "see_enterprises"  # the cards of one's reach; of one's own enterprise its own
    SEE_AUDIT = "see_audit"  # who has read whose personal data
    DECIDE_BULK = "decide_bulk"  # as the second person: exports of much, deletion of a person's data
    SIGN_STATISTICS = "sign_statistics"  # of hazards, a quarter or a year: in person, like a commitment
    SEE_STATISTICS = "see_statistics"
    SEND_UP = "send_up"  # the file for a platform above
    IMPORT = "import"  # lists of enterprises of the own area
    SET_DEPARTMENT = "set_department"  # which answers for an enterprise, by hand
    KEEP_GROUPS = "keep_groups"  # saved groups of enterprises in the own area
    SEE_CAMPAIGNS = "see_campaigns"  # and chase who has not done it
    RUN_CAMPAIGN = "run_campaign"  # open, pause, change, end
    HOLD_INTERVIEW = "hold_interview"  # write one down, and what had become of it


_ANSWERS = frozenset(
    {
        Right.ANSWER_CHECK,
        Right.SUBMIT_CHECK,
        Right.SEE_HAZARDS,
        Right.REPORT_HAZARD,
        Right.TREAT_HAZARD,
        Right.EXPORT_HAZARDS,
        Right.SEE_SUBMISSIONS,
        Right.SEE_TRAINING,
        Right.HOLD_LESSON,
        Right.OPEN_SPOT,
        Right.KEEP_STAFF,
        Right.SEE_STATISTICS,
        Right.SEE_ENTERPRISES,
        Right.ASK_CHANGE,
    }
)
_WATCHES = frozenset(
    {
        Right.SEE_HAZARDS,
        Right.VERIFY_HAZARD,
        Right.EXPORT_HAZARDS,
        Right.SEE_DIGEST,
        Right.SEE_SUBMISSIONS,
        Right.RETURN_CHECK,
        Right.SEE_QUALITY,
        Right.HANDLE_TIPS,
        Right.SEE_EXAMS,
        Right.SEE_REACH,
        Right.SEE_TRAINING,
        Right.HOLD_LESSON,
        Right.INSPECT,
        Right.OPEN_SPOT,
        Right.SET_VETO,
        Right.KEEP_GROUPS,
        Right.SEE_CAMPAIGNS,
        Right.RUN_CAMPAIGN,
        Right.SEE_COVERAGE,
        Right.SEE_ENTERPRISES,
        Right.HOLD_VISIT,
    }
)
_ADMITS = frozenset({Right.APPROVE_JOIN, Right.INVITE})
_READS = frozenset({Right.READ_PACK})
_SIGNS = frozenset(
    {Right.SIGN_COMMITMENT, Right.SIGN_STATISTICS}
)  # in person (安全生产法 art. 5), never by somebody else
_KEEPS = frozenset({Right.SEE_SUPPLIES, Right.KEEP_SUPPLIES})
_HEEDS = frozenset({Right.CONFIRM_WARNING, Right.REPORT_INCIDENT, Right.SEE_RESPONDERS})
_WARNS = frozenset({Right.SEND_WARNING, Right.HANDLE_INCIDENT, Right.SEE_RESPONDERS, Right.KEEP_RESPONDERS})
_LEARNS = frozenset({Right.TAKE_EXAM, Right.SEE_OWN_PAPERS})
_PLEDGES = frozenset(
    {
        Right.SEE_PLEDGES,
        Right.SET_COLOUR,
        Right.SET_CLASS,
        Right.DECIDE_CHANGE,
        Right.DECIDE_BULK,
        Right.HOLD_INTERVIEW,
        Right.SEE_STATISTICS,
    }
)
_IMPORTS = frozenset({Right.IMPORT})

_DRILLS = frozenset({Right.RUN_DRILL, Right.JOIN_DRILL, Right.SEE_DRILLS})
_JOINS = frozenset({Right.JOIN_DRILL, Right.SEE_DRILLS})
_SEES_DRILLS = frozenset({Right.SEE_DRILLS})
_WALKS = frozenset(  # a grid officer sees and chases; what has to be decided is the town's
    {
        Right.SEE_ENTERPRISES,
        Right.SEE_HAZARDS,
        Right.SEE_DIGEST,
        Right.SEE_SUBMISSIONS,
        Right.SEE_REACH,
        Right.SEE_SUPPLIES,
        Right.SEE_RESPONDERS,
        Right.SEE_DRILLS,
        Right.SEE_STATISTICS,
        Right.SEE_COVERAGE,
        Right.INSPECT,
        Right.OPEN_SPOT,
        Right.KEEP_GROUPS,
        Right.SEE_CAMPAIGNS,
    }
)

_AUDITS = frozenset({Right.SEE_AUDIT, Right.SEND_UP})

_NAMES = frozenset({Right.SET_DEPARTMENT})

RIGHTS: dict[Role, frozenset[Right]] = {
    Role.PRINCIPAL: _ANSWERS | _READS | _SIGNS | _LEARNS | _HEEDS | _KEEPS | _DRILLS,
    Role.OFFICER: _ANSWERS | _READS | _LEARNS | _HEEDS | _KEEPS | _DRILLS,
    Role.WORKER: frozenset({Right.SEE_HAZARDS, Right.REPORT_HAZARD})
    | _LEARNS
    | _HEEDS
    | {Right.SEE_SUPPLIES}
    | _JOINS,
    Role.TOWN: _IMPORTS | _WATCHES | _ADMITS | _PLEDGES | _WARNS | _KEEPS | _SEES_DRILLS,
    Role.DEPARTMENT: _WATCHES | _PLEDGES | _WARNS | _KEEPS | _SEES_DRILLS,
    Role.DISTRICT: _IMPORTS
    | _WATCHES
    | _ADMITS
    | _PLEDGES
    | _WARNS
    | _KEEPS
    | _SEES_DRILLS
    | _AUDITS
    | _NAMES,
    Role.EXPERT: frozenset(
        {Right.SEE_HAZARDS, Right.INSPECT, Right.OPEN_SPOT, Right.SEE_ENTERPRISES, Right.HOLD_VISIT}
    ),
    Role.GRID: _WALKS,
}


_OVER = {Role.DEPARTMENT: AreaKind.DEPARTMENT, Role.GRID: AreaKind.GRID}


@dataclass(frozen=True, slots=True)
class Seat:
    """A person's place: a role in one enterprise, or a role over one area (area None: the whole district).

    kind   what the area is, as the database knows it; None: what the role says
    """

    role: Role
    enterprise: int | None = None
    area: int | None = None
    kind: AreaKind | None = field(default=None, compare=False)

    @property
    def supervises(self) -> bool:
        return self.role in SUPERVISORS

    @property
    def over(self) -> AreaKind:
        """What a supervisor watches over. A department's seat may be limited to one town, like an expert's."""
        if self.area is None:
            return AreaKind.DISTRICT
        return self.kind or _OVER.get(self.role, AreaKind.TOWN)


@dataclass(frozen=True, slots=True)
class Actor:
    """The person who speaks in this turn, with the one seat in which they act (None: not joined yet)."""

    person: int
    name: str
    language: Language
    consented: bool
    seat: Seat | None = None

    def may(self, right: Right) -> bool:
        """Whether the seat allows an action; without a seat nothing is allowed."""
        return self.seat is not None and right in RIGHTS[self.seat.role]
