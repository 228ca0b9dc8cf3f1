"""What somebody does to a hazard, and what it changes: the table of hazards.py applied to one case. Nothing is stored here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from safety import listing
from safety.errors import Refusal
from safety.hazard_ledger import Case, Cause, HazardState, Plan, Wanted
from safety.hazards import ENDS, WHO, HazardAction, Need, Party, after, fits_listing, needs, who_may

LACKS = {
    Need.REASON: "hazard-needs-reason",
    Need.DAY: "hazard-needs-day",
    Need.OWNER: "hazard-needs-owner",
    Need.MEASURES: "hazard-needs-measures",
    Need.MONEY: "hazard-needs-money",
    Need.CONTINGENCY: "hazard-needs-contingency",
    Need.ORIGINAL: "hazard-needs-original",
    Need.PAIRS: "hazard-needs-pairs",
    Need.REQUEST: "hazard-needs-request",
    Need.WORDS: "hazard-needs-words",
    Need.ROOT: "hazard-needs-root",
    Need.CAUSE: "hazard-needs-cause",
}
_ANYONE = frozenset(
    {HazardAction.PLAN, HazardAction.DIVIDE, HazardAction.CAUSE}
)  # whoever has it may have it, and keeps within its day
EXPLAINED = frozenset({HazardAction.ACCEPT, HazardAction.DELIST})
_LATER = frozenset({HazardAction.ASK_EXTENSION, HazardAction.REOPEN})
_GOES_ON = frozenset({HazardState.PLANNED, HazardState.FIXING})  # in which an extension may be wanted


@dataclass(frozen=True, slots=True)
class Hand:
    """Who acts. `inside`: an officer or principal of the enterprise; `supervises`: watches over it."""

    person: int
    inside: bool = False
    supervises: bool = False


@dataclass(frozen=True, slots=True)
class Deed:
    """What the action has to say for itself.

    day     of a plan, an extension, a listing, or the new due day of a reopened one
    words   what was done, of weekly progress; what a part is about
    root    id of the cause; `measures`, `owner` and `day` are then of what prevents it
    money   yuan, as planned or as it has cost
    """

    reason: str = ""
    day: date | None = None
    owner: int | None = None
    measures: str = ""
    money: int | None = None
    contingency: str = ""
    of: str = ""
    words: str = ""
    root: str = ""


def parties(case: Case, hand: Hand) -> frozenset[Party]:
    """What this person is to this hazard."""
    found: set[Party] = set()
    if hand.inside:
        found.add(Party.ENTERPRISE)
        if hand.person not in {case.found_by, case.owner, case.evidence_by}:
            found.add(Party.SECOND)
    if hand.supervises:
        found.add(Party.SUPERVISOR)
    if hand.person == case.found_by:
        found.add(Party.REPORTER)
    return frozenset(found)


# What would change nothing, or cannot be, at some hazards although the table knows it.
_POINTLESS: Mapping[HazardAction, Callable[[Case], bool]] = {
    HazardAction.GRANT_EXTENSION: lambda case: case.wanted is None,
    HazardAction.REFUSE_EXTENSION: lambda case: case.wanted is None,
    HazardAction.ASK_EXTENSION: lambda case: case.wanted is not None,
    HazardAction.GRADE_UP: lambda case: case.graded_up,
    HazardAction.DIVIDE: lambda case: bool(case.parent),
}


def may(case: Case, action: HazardAction, hand: Hand) -> bool:
    """Whether the table knows the action now and this person may do it; what it needs is not looked at."""
    try:
        after(case.state, action)
    except Refusal:
        return False
    if not fits_listing(action, listed=case.listed):
        return False
    if action in _POINTLESS and _POINTLESS[action](case):
        return False
    return bool(whose(case, action) & parties(case, hand))


def whose(case: Case, action: HazardAction) -> frozenset[Party]:
    """Whose hand the action is for, at this hazard."""
    return who_may(action, major=case.major, graded_up=case.graded_up)


def possible(case: Case, hand: Hand) -> tuple[HazardAction, ...]:
    """Everything this person may do to this hazard now, in the order of the table."""
    return tuple(action for action in WHO if may(case, action, hand))


DECISIONS = (
    HazardAction.CONFIRM_MAJOR,
    HazardAction.NOT_MAJOR,
    HazardAction.ACCEPT,
    HazardAction.DELIST,
    HazardAction.RETURN,
    HazardAction.GRANT_EXTENSION,
    HazardAction.REFUSE_EXTENSION,
)


def waits(case: Case, hand: Hand) -> bool:
    """Whether it waits for a verdict that this person may give now. As SQL: storage/sifting.py."""
    return any(may(case, action, hand) for action in DECISIONS)


def done(case: Case, action: HazardAction, deed: Deed, hand: Hand, today: date) -> Case:
    """The hazard after the action. Refusal: not now, not this person, or something it needs is missing."""
    state = after(case.state, HazardAction.REOPEN_DOUBTED if _doubted(case, action) else action)
    if not whose(case, action) & parties(case, hand):
        raise Refusal("hazard-not-yours")
    if not fits_listing(action, listed=case.listed):
        raise Refusal("hazard-listed" if case.listed else "hazard-not-now")
    _family(case, action)
    for need in sorted(wanted(case, action)):
        if _missing(need, case, action, deed, today):
            raise Refusal(lack(need, case, action))
    if action is HazardAction.ASK_EXTENSION and case.wanted is not None:
        raise Refusal("hazard-asked-already")
    if action is HazardAction.GRADE_UP and case.graded_up:
        raise Refusal("hazard-not-now")
    doubted = state is HazardState.DUPLICATE and case.state is HazardState.REVIEW
    moved = replace(case, state=state, wanted=case.wanted if state in _GOES_ON else None, doubted=doubted)
    if action in _OF_LISTING:
        return _OF_LISTING[action](moved, deed, hand, today)
    return _EFFECTS.get(action, _nothing)(moved, deed, hand)


def wanted(case: Case, action: HazardAction) -> frozenset[Need]:
    """What the action cannot do without, at this hazard: one that recurs may have to be explained before it ends."""
    found = needs(action, major=case.major)
    return found | {Need.CAUSE} if case.explained and action in EXPLAINED else found


def _doubted(case: Case, action: HazardAction) -> bool:
    """It was marked a duplicate before anybody had said whether it is a major one: that is still to be said."""
    return action is HazardAction.REOPEN and case.doubted


def lack(need: Need, case: Case, action: HazardAction) -> str:
    """The sentence that says what is missing, or does not fit."""
    part = action is HazardAction.DIVIDE or (action in _LATER and case.parent)
    return "hazard-needs-day-of-part" if need is Need.DAY and part else LACKS[need]


def _family(case: Case, action: HazardAction) -> None:
    """Refusal: parts of it are open, it is a part itself, or its parent is over."""
    if action in ENDS and case.parts:
        raise Refusal("hazard-parts-open", {"numbers": ", ".join(case.parts), "n": len(case.parts)})
    if action is HazardAction.DIVIDE and case.parent:
        raise Refusal("hazard-is-part", {"number": case.parent})
    if action is HazardAction.REOPEN and case.orphaned:
        raise Refusal("hazard-parent-over", {"number": case.parent})


def _missing(need: Need, case: Case, action: HazardAction, deed: Deed, today: date) -> bool:
    said: Mapping[Need, object] = {
        Need.REASON: deed.reason.strip(),
        Need.OWNER: deed.owner is not None and (action in _ANYONE or deed.owner != case.owner),
        Need.MEASURES: deed.measures.strip(),
        Need.MONEY: deed.money is not None and deed.money >= 0,
        Need.CONTINGENCY: deed.contingency.strip(),
        Need.ORIGINAL: deed.of,
        Need.DAY: deed.day is not None and fits(case, action, deed.day, today),
        Need.PAIRS: case.unanswered == 0 and case.fresh > 0,
        Need.REQUEST: case.wanted,
        Need.WORDS: deed.words.strip(),
        Need.ROOT: deed.root,
        Need.CAUSE: case.cause is not None and (case.cause.measures or not case.major),
    }
    return not said[need]


def fits(case: Case, action: HazardAction, day: date, today: date) -> bool:
    """A plan and a part keep the due day while there is time, an extension is later than it, nothing lies in the past.

    Nothing gives a part more time than its parent has, as long as that has any.
    """
    if action in _LATER and case.latest is not None and today <= case.latest < day:
        return False
    if action is HazardAction.ASK_EXTENSION:
        return day > max(case.due, today)
    if action is HazardAction.CAUSE:
        return day >= today
    if action in _ANYONE and case.due >= today:
        return today <= day <= case.due
    return day >= today


def _nothing(case: Case, _deed: Deed, _hand: Hand) -> Case:
    return case


def _plan(case: Case, deed: Deed, _hand: Hand) -> Case:
    plan = Plan(deed.measures.strip(), deed.day or case.due, deed.money, deed.contingency.strip())
    return replace(case, plan=plan, owner=deed.owner or case.owner)


def _owner(case: Case, deed: Deed, _hand: Hand) -> Case:
    return replace(case, owner=deed.owner or case.owner)


def _evidence(case: Case, _deed: Deed, hand: Hand) -> Case:
    return replace(case, evidence_by=hand.person)


def _returned(case: Case, _deed: Deed, _hand: Hand) -> Case:
    return replace(case, returned=case.returned + 1, fresh=0)


def _asked(case: Case, deed: Deed, hand: Hand) -> Case:
    return replace(case, wanted=Wanted(deed.day or case.due, deed.reason.strip(), hand.person))


def _granted(case: Case, _deed: Deed, _hand: Hand) -> Case:
    day = case.wanted.day if case.wanted else case.due
    return replace(case, due=day, extensions=case.extensions + 1, wanted=None)


def _refused(case: Case, _deed: Deed, _hand: Hand) -> Case:
    return replace(case, wanted=None)


def _duplicate(case: Case, deed: Deed, _hand: Hand) -> Case:
    return replace(case, of=deed.of)


def _reopened(case: Case, deed: Deed, _hand: Hand) -> Case:
    """It begins anew: another plan, other photos."""
    new = replace(case, due=deed.day or case.due, reopened=case.reopened + 1, of="", plan=None)
    return replace(new, evidence_by=None, fresh=0, unanswered=case.photos, listing=None, cause=None)


def _major(case: Case, _deed: Deed, _hand: Hand) -> Case:
    return replace(case, major=True)


def _graded_up(case: Case, _deed: Deed, _hand: Hand) -> Case:
    return replace(case, graded_up=True)


def _cost(case: Case, deed: Deed, _hand: Hand) -> Case:
    return replace(case, cost=deed.money)


def _cause(case: Case, deed: Deed, _hand: Hand) -> Case:
    prevents = bool(deed.measures.strip())
    owner, day = (deed.owner, deed.day) if prevents else (None, None)
    return replace(case, cause=Cause(deed.root, deed.words.strip(), deed.measures.strip(), owner, day))


def _general(case: Case, _deed: Deed, _hand: Hand) -> Case:
    return replace(case, major=False)


def _listed(case: Case, deed: Deed, hand: Hand, today: date) -> Case:
    """The day set with the listing is the day by which it is to be put right."""
    until = deed.day or case.due
    return replace(case, due=until, listing=listing.begun(today, until, deed.reason.strip(), hand.person))


def _progress(case: Case, deed: Deed, _hand: Hand, today: date) -> Case:
    standing = case.listing and listing.told(case.listing, deed.words.strip(), today)
    return replace(case, listing=standing)


def _delisted(case: Case, _deed: Deed, _hand: Hand, today: date) -> Case:
    return replace(case, listing=case.listing and listing.removed(case.listing, today))


_OF_LISTING = {
    HazardAction.LIST: _listed,
    HazardAction.PROGRESS: _progress,
    HazardAction.DELIST: _delisted,
}
_EFFECTS = {
    HazardAction.COST: _cost,
    HazardAction.CAUSE: _cause,
    HazardAction.CONFIRM_MAJOR: _major,
    HazardAction.NOT_MAJOR: _general,
    HazardAction.GRADE_UP: _graded_up,
    HazardAction.PLAN: _plan,
    HazardAction.TRANSFER: _owner,
    HazardAction.FIX_ON_SPOT: _evidence,
    HazardAction.SEND_EVIDENCE: _evidence,
    HazardAction.RETURN: _returned,
    HazardAction.ASK_EXTENSION: _asked,
    HazardAction.GRANT_EXTENSION: _granted,
    HazardAction.REFUSE_EXTENSION: _refused,
    HazardAction.MARK_DUPLICATE: _duplicate,
    HazardAction.REOPEN: _reopened,
}
