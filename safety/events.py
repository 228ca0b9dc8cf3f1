"""Domain events: what happened, said once. Dialogs return them, storage writes them down, notices react to them.

An event names its subject by what the actor's scope already fixes (the seat's enterprise, a check key, a hazard
number), never by a row id. `kind` is the name kept in the append-only record and never changes once released.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar

from checklists.answers import Carried, JsonValue
from checklists.schema import Severity
from checklists.words import Language
from safety.checks import CheckKey
from safety.people import Role


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in a turn; who and when belong to the turn."""

    kind: ClassVar[str] = "event"


@dataclass(frozen=True, slots=True)
class ConsentGiven(Event):
    """The person agreed to the privacy notice of this version (个人信息保护法 art. 14)."""

    kind: ClassVar[str] = "person:consent:given"
    version: str


@dataclass(frozen=True, slots=True)
class ConsentWithdrawn(Event):
    kind: ClassVar[str] = "person:consent:withdrawn"


@dataclass(frozen=True, slots=True)
class LanguageChosen(Event):
    kind: ClassVar[str] = "person:language:chosen"
    language: Language


@dataclass(frozen=True, slots=True)
class SeatChosen(Event):
    """The person acts from another of their own seats from now on; `index` counts in Ledger.seats()."""

    kind: ClassVar[str] = "person:seat:chosen"
    index: int


@dataclass(frozen=True, slots=True)
class InvitationRedeemed(Event):
    """The invitation is used up and the person has the seat. Storage refuses when somebody was quicker."""

    kind: ClassVar[str] = "join:invitation:redeemed"
    invitation: int
    phone: str


@dataclass(frozen=True, slots=True)
class JoinRequested(Event):
    """The phone is not on the enterprise's list: a supervisor has to approve. The invitation is used up."""

    kind: ClassVar[str] = "join:request:made"
    invitation: int
    phone: str


@dataclass(frozen=True, slots=True)
class JoinApproved(Event):
    kind: ClassVar[str] = "join:request:approved"
    request: int


@dataclass(frozen=True, slots=True)
class JoinRefused(Event):
    kind: ClassVar[str] = "join:request:refused"
    request: int


@dataclass(frozen=True, slots=True)
class SeatRevoked(Event):
    """The principal or a supervisor ended a seat that was given by this join."""

    kind: ClassVar[str] = "join:seat:revoked"
    request: int


@dataclass(frozen=True, slots=True)
class CheckBegun(Event):
    kind: ClassVar[str] = "check:begun"
    key: CheckKey
    fingerprint: str  # exact version of the form
    due: date


@dataclass(frozen=True, slots=True)
class DraftMoved(Event):
    """An open draft moved to a newer version of its form: answers that moved, those to be confirmed, those left behind.

    outcomes   what each answer that moved means under the newer version
    """

    kind: ClassVar[str] = "check:draft:moved"
    key: CheckKey
    old: str
    new: str
    kept: tuple[str, ...]
    confirm: tuple[str, ...]
    left: tuple[str, ...]
    outcomes: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class DraftStayed(Event):
    """An open draft stays on its version of the form although there is a newer one; this is not asked again."""

    kind: ClassVar[str] = "check:draft:stayed"
    key: CheckKey
    new: str


@dataclass(frozen=True, slots=True)
class AnswerSaved(Event):
    """One answer, saved at once. `value` None means skipped. `shown_at` is when the question was put (paradata).

    `carried` says how it was taken over instead of given anew, `since` when the value was last given anew.

    over   how often the answer had been saved when this one was given (0: never): storage refuses to replace a newer
           answer of somebody else by it; None replaces whatever stands
    """

    kind: ClassVar[str] = "check:answer:saved"
    key: CheckKey
    question: str
    value: JsonValue
    outcome: str
    shown_at: datetime | None = None
    carried: Carried | None = None
    since: date | None = None
    over: int | None = None


@dataclass(frozen=True, slots=True)
class SectionTaken(Event):
    """The person does this section from now on (分工). `over`: the colleague it is taken over from.

    Storage refuses when somebody else has it who is not `over`.
    """

    kind: ClassVar[str] = "check:section:taken"
    key: CheckKey
    section: str
    over: int | None = None


@dataclass(frozen=True, slots=True)
class SectionGivenBack(Event):
    """The person does not do this section any more; anybody may take it."""

    kind: ClassVar[str] = "check:section:given_back"
    key: CheckKey
    section: str


@dataclass(frozen=True, slots=True)
class SectionHanded(Event):
    """A section of one's own, or one that nobody has, goes to a colleague, who gets a letter."""

    kind: ClassVar[str] = "check:section:handed"
    key: CheckKey
    section: str
    to: int


@dataclass(frozen=True, slots=True)
class AnswerNoted(Event):
    """Words kept beside a question: an explanation, or a text that came when a button was expected."""

    kind: ClassVar[str] = "check:answer:noted"
    key: CheckKey
    question: str
    text: str


@dataclass(frozen=True, slots=True)
class PhotoReceived(Event):
    """A photo for a question. Our own copy is fetched after the commit; until then it counts as pending."""

    kind: ClassVar[str] = "check:photo:received"
    key: CheckKey
    question: str
    file: str  # the platform's reference, needed once to fetch the copy
    unique: str  # the platform's stable name of the same file
    size: int | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class FileReceived(Event):
    """A file that answers a question. Our own copy is fetched after the commit, as with photos; `mime` is what it says it is."""

    kind: ClassVar[str] = "check:file:received"
    key: CheckKey
    question: str
    file: str
    unique: str
    size: int | None
    name: str
    mime: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class PhotosSkipped(Event):
    """The wished photo will not come; a required one still blocks submission."""

    kind: ClassVar[str] = "check:photos:skipped"
    key: CheckKey
    question: str


@dataclass(frozen=True, slots=True)
class HazardFound(Event):
    """A bad answer opened a hazard (or changed the one this question had opened in this check).

    recurs   number of the closed hazard that this one is again; storage forgets it when that is not closed any more
    """

    kind: ClassVar[str] = "hazard:found"
    key: CheckKey
    question: str
    severity: Severity
    due: date
    suspected_major: bool
    recurs: str = ""


@dataclass(frozen=True, slots=True)
class HazardWithdrawn(Event):
    """The answer was corrected; the hazard it had opened never was one.

    reason            of the correction, when the hazard was reported already; empty before submission
    suspected_major   it was one, and the supervisors were told
    """

    kind: ClassVar[str] = "hazard:withdrawn"
    key: CheckKey
    question: str
    reason: str = ""
    suspected_major: bool = False


@dataclass(frozen=True, slots=True)
class CheckSubmitted(Event):
    """The self-check is complete and signed by a tap; its hazards are reported with it.

    zero     nothing was found, and that was declared on a screen of its own (零报告)
    result   the whole score as checklists/scoring.py writes it; None in older records
    """

    kind: ClassVar[str] = "check:submitted"
    key: CheckKey
    score: int
    passed: int
    asked: int
    bad: int
    zero: bool = False
    result: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class CorrectionBegun(Event):
    """A submitted self-check is being corrected (更正): why, and which questions are answered again.

    returned   a supervisor asked for it
    """

    kind: ClassVar[str] = "check:correction:begun"
    key: CheckKey
    reason: str
    questions: tuple[str, ...]
    returned: bool = False


@dataclass(frozen=True, slots=True)
class AnswersReopened(Event):
    """More questions belong to a correction: chosen, or asked because of an answer that was corrected."""

    kind: ClassVar[str] = "check:answers:reopened"
    key: CheckKey
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CorrectionDropped(Event):
    """The correction is given up; the last version stands."""

    kind: ClassVar[str] = "check:correction:dropped"
    key: CheckKey


@dataclass(frozen=True, slots=True)
class CheckCorrected(Event):
    """A corrected version is signed by a tap, with its reason. The version before stays as it was."""

    kind: ClassVar[str] = "check:corrected"
    key: CheckKey
    reason: str
    score: int
    passed: int
    asked: int
    bad: int
    zero: bool = False
    result: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class CheckReturned(Event):
    """A supervisor gave a submission back (退回更正): why, and which questions are meant."""

    kind: ClassVar[str] = "check:returned"
    receipt: str
    reason: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QualityLooked(Event):
    """A supervisor has opened a submission that signs were found at (质量提示). Nothing is said of what was thought."""

    kind: ClassVar[str] = "quality:looked"
    receipt: str


@dataclass(frozen=True, slots=True)
class FactStated(Event):
    """A fact about the enterprise as stated in an answer (问一次)."""

    kind: ClassVar[str] = "enterprise:fact:stated"
    fact: str
    value: JsonValue
    source: str


@dataclass(frozen=True, slots=True)
class Said(Event):
    """A message that fits nowhere and is kept all the same, with what kind of thing it was."""

    kind: ClassVar[str] = "person:said"
    what: str
    text: str


@dataclass(frozen=True, slots=True)
class MemberJoined(Event):
    """Derived by storage from a redeemed or approved join, for notices to the principal and the newcomer."""

    kind: ClassVar[str] = "join:member:joined"
    request: int
    person: str
    role: Role
    place: str


@dataclass(frozen=True, slots=True)
class PhotoKept(Event):
    """Our own copy of a photo is safe: checked, without metadata, hashed, on our disk (P11)."""

    kind: ClassVar[str] = "photo:kept"
    photo: int
    sha256: str


@dataclass(frozen=True, slots=True)
class PhotoFailed(Event):
    """A photo or file could not be kept; `reason` is a text id of the locales. `sender` is told by name of the question."""

    kind: ClassVar[str] = "photo:failed"
    photo: int
    sender: int
    key: CheckKey
    question: str
    reason: str
    what: str = "photo"  # or "file"
