"""Hazards under any mix of hands: who may do what, what is required, and what always holds (a model of random lives)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safety.deeds import Deed, Hand, done, may, parties, possible
from safety.errors import Refusal
from safety.hazard_ledger import Case, Cause, HazardState, Plan
from safety.hazards import ENDS, LISTED, NEEDS, OPEN, TRANSITIONS, WHO, HazardAction, Party, needs, who_may
from safety.listing import Listing

TODAY = date(2026, 11, 25)
DUE = TODAY + timedelta(days=5)
FINDER, OWNER, SECOND, SUPERVISOR, WORKER, OUTSIDER = 1, 2, 3, 4, 5, 6
HANDS = {
    FINDER: Hand(FINDER, inside=True),
    OWNER: Hand(OWNER, inside=True),
    SECOND: Hand(SECOND, inside=True),
    SUPERVISOR: Hand(SUPERVISOR, supervises=True),
    WORKER: Hand(WORKER),
    OUTSIDER: Hand(OUTSIDER),
}
FULL = Deed("缘由", DUE, SECOND, "换线", 800, "断电看守", "YH-2026-000009", "拆了一半", "worn")
CAUSE = Cause("worn", "用了十年", "每季换一次", OWNER, DUE)
LISTING = Listing("GP-2026-000001", TODAY, DUE, "停产整改", SUPERVISOR)
A, S = HazardAction, HazardState


def case(state: HazardState, *, major: bool = False, **more: object) -> Case:
    base = Case(state, major, OWNER, DUE, FINDER, evidence_by=OWNER, photos=1, fresh=1, cause=CAUSE)
    return replace(base, **more)  # type: ignore[arg-type]  # fields by name


def test_what_ends_one_that_is_graded_up_is_a_supervisors_word() -> None:
    one = case(S.EVIDENCE, graded_up=True)
    for action in (A.ACCEPT, A.RETURN):
        assert {person for person, hand in HANDS.items() if may(one, action, hand)} == {SUPERVISOR}
    fixing = case(S.FIXING, graded_up=True)
    assert {person for person, hand in HANDS.items() if may(fixing, A.MARK_DUPLICATE, hand)} == {SUPERVISOR}
    assert not may(one, A.GRADE_UP, HANDS[SUPERVISOR])
    assert done(case(S.FIXING), A.GRADE_UP, FULL, HANDS[SUPERVISOR], TODAY).graded_up


# --- who ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("action", "state", "major", "allowed"),
    [
        (A.ACCEPT, S.EVIDENCE, False, {SECOND, SUPERVISOR}),
        (A.ACCEPT, S.EVIDENCE, True, {SUPERVISOR}),
        (A.RETURN, S.EVIDENCE, False, {SECOND, SUPERVISOR}),
        (A.RETURN, S.EVIDENCE, True, {SUPERVISOR}),
        (A.VISIT, S.EVIDENCE, False, {SUPERVISOR}),
        (A.CONFIRM_MAJOR, S.REVIEW, True, {SUPERVISOR}),
        (A.NOT_MAJOR, S.REVIEW, True, {SUPERVISOR}),
        (A.GRADE_UP, S.EVIDENCE, False, {SUPERVISOR}),
        (A.GRADE_UP, S.EVIDENCE, True, set()),
        (A.PLAN, S.REPORTED, True, {FINDER, OWNER, SECOND}),
        (A.START, S.PLANNED, False, {FINDER, OWNER, SECOND}),
        (A.FIX_ON_SPOT, S.REPORTED, False, {FINDER, OWNER, SECOND}),
        (A.FIX_ON_SPOT, S.REPORTED, True, set()),
        (A.SEND_EVIDENCE, S.FIXING, True, {FINDER, OWNER, SECOND}),
        (A.TRANSFER, S.FIXING, False, {FINDER, OWNER, SECOND}),
        (A.SUSPEND, S.FIXING, False, {SUPERVISOR}),
        (A.RESUME, S.SUSPENDED, False, {SUPERVISOR}),
        (A.MARK_DUPLICATE, S.REPORTED, False, {FINDER, OWNER, SECOND, SUPERVISOR}),
        (A.MARK_DUPLICATE, S.REPORTED, True, {SUPERVISOR}),
        (A.REOPEN, S.CLOSED, True, {FINDER, OWNER, SECOND, SUPERVISOR}),
        (A.LIST, S.PLANNED, True, {SUPERVISOR}),
        (A.LIST, S.PLANNED, False, set()),
        (A.LIST, S.REVIEW, True, set()),
        (A.PROGRESS, S.PLANNED, True, set()),
        (A.COST, S.FIXING, False, {FINDER, OWNER, SECOND}),
        (A.COST, S.CLOSED, True, {FINDER, OWNER, SECOND}),
        (A.COST, S.DUPLICATE, False, set()),
        (A.DIVIDE, S.PLANNED, True, {FINDER, OWNER, SECOND, SUPERVISOR}),
        (A.DIVIDE, S.EVIDENCE, False, set()),
        (A.DELIST, S.EVIDENCE, True, set()),
    ],
)
def test_who_may(action: HazardAction, state: HazardState, *, major: bool, allowed: set[int]) -> None:
    one = case(state, major=major)
    assert {person for person, hand in HANDS.items() if may(one, action, hand)} == allowed


@pytest.mark.parametrize(
    ("action", "state", "allowed"),
    [
        (A.LIST, S.PLANNED, set()),
        (A.PROGRESS, S.PLANNED, {FINDER, OWNER, SECOND}),
        (A.PROGRESS, S.FIXING, {FINDER, OWNER, SECOND}),
        (A.PROGRESS, S.EVIDENCE, set()),
        (A.ACCEPT, S.EVIDENCE, set()),
        (A.DELIST, S.EVIDENCE, {SUPERVISOR}),
        (A.MARK_DUPLICATE, S.PLANNED, set()),
    ],
)
def test_who_may_while_it_is_listed(action: HazardAction, state: HazardState, allowed: set[int]) -> None:
    one = case(state, major=True, listing=LISTING)
    assert {person for person, hand in HANDS.items() if may(one, action, hand)} == allowed


def test_a_worker_who_reported_it_may_open_it_again_and_nothing_else() -> None:
    one = case(S.CLOSED, found_by=WORKER)
    assert possible(one, HANDS[WORKER]) == (A.REOPEN,)
    assert parties(one, HANDS[WORKER]) == {Party.REPORTER}
    assert possible(case(S.FIXING, found_by=WORKER), HANDS[WORKER]) == ()


def test_an_outsider_may_nothing() -> None:
    for state in HazardState:
        assert possible(case(state), HANDS[OUTSIDER]) == ()


# --- what is required ---------------------------------------------------------------------------------------------

LACKING = [
    (A.PLAN, S.REPORTED, False, {"measures": ""}, "measures"),
    (A.PLAN, S.REPORTED, False, {"owner": None}, "owner"),
    (A.PLAN, S.REPORTED, False, {"day": None}, "day"),
    (A.PLAN, S.REPORTED, False, {"day": DUE + timedelta(days=1)}, "day"),
    (A.PLAN, S.REPORTED, False, {"day": TODAY - timedelta(days=1)}, "day"),
    (A.PLAN, S.REPORTED, True, {"money": None}, "money"),
    (A.PLAN, S.REPORTED, True, {"money": -1}, "money"),
    (A.PLAN, S.REPORTED, True, {"contingency": " "}, "contingency"),
    (A.RETURN, S.EVIDENCE, False, {"reason": " "}, "reason"),
    (A.TRANSFER, S.FIXING, False, {"reason": ""}, "reason"),
    (A.TRANSFER, S.FIXING, False, {"owner": OWNER}, "owner"),
    (A.ASK_EXTENSION, S.FIXING, False, {"reason": ""}, "reason"),
    (A.ASK_EXTENSION, S.FIXING, False, {"day": DUE}, "day"),
    (A.SUSPEND, S.FIXING, False, {"reason": ""}, "reason"),
    (A.MARK_DUPLICATE, S.REPORTED, False, {"of": ""}, "original"),
    (A.MARK_DUPLICATE, S.REPORTED, False, {"reason": ""}, "reason"),
    (A.REOPEN, S.CLOSED, False, {"reason": ""}, "reason"),
    (A.LIST, S.FIXING, True, {"reason": " "}, "reason"),
    (A.LIST, S.FIXING, True, {"day": None}, "day"),
    (A.LIST, S.FIXING, True, {"day": TODAY - timedelta(days=1)}, "day"),
    (A.PROGRESS, S.FIXING, True, {"words": " "}, "words"),
    (A.COST, S.EVIDENCE, False, {"money": None}, "money"),
    (A.DIVIDE, S.FIXING, False, {"words": " "}, "words"),
    (A.DIVIDE, S.FIXING, False, {"owner": None}, "owner"),
    (A.DIVIDE, S.FIXING, False, {"day": None}, "day"),
    (A.DIVIDE, S.FIXING, False, {"day": DUE + timedelta(days=1)}, "day"),
    (A.COST, S.CLOSED, True, {"money": -1}, "money"),
    (A.REOPEN, S.CLOSED, False, {"day": TODAY - timedelta(days=1)}, "day"),
]


def actor(action: HazardAction, *, major: bool) -> Hand:
    allowed = who_may(action, major=major)
    return HANDS[SUPERVISOR] if Party.SUPERVISOR in allowed else HANDS[OWNER]


@pytest.mark.parametrize(("action", "state", "major", "lacks", "need"), LACKING)
def test_what_is_missing_is_said(
    action: HazardAction, state: HazardState, *, major: bool, lacks: dict[str, object], need: str
) -> None:
    day = DUE + timedelta(days=9) if action is A.ASK_EXTENSION else DUE
    whole = replace(FULL, day=day)
    listing = LISTING if LISTED.get(action) else None
    one, hand = case(state, major=major, listing=listing), actor(action, major=major)
    assert done(one, action, whole, hand, TODAY).state is TRANSITIONS[state][action]
    with pytest.raises(Refusal, match=f"hazard-needs-{need}"):
        done(one, action, replace(whole, **lacks), hand, TODAY)  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize("action", [A.SEND_EVIDENCE, A.ACCEPT, A.FIX_ON_SPOT])
@pytest.mark.parametrize("missing", [{"unanswered": 1}, {"fresh": 0}])
def test_nothing_goes_on_while_a_pair_is_missing(action: HazardAction, missing: dict[str, int]) -> None:
    state = {A.SEND_EVIDENCE: S.FIXING, A.ACCEPT: S.EVIDENCE, A.FIX_ON_SPOT: S.REPORTED}[action]
    hand = HANDS[SUPERVISOR if action is A.ACCEPT else OWNER]
    with pytest.raises(Refusal, match="hazard-needs-pairs"):
        done(case(state, **missing), action, FULL, hand, TODAY)


def test_every_rule_speaks_of_an_action_of_the_table() -> None:
    known = {action for actions in TRANSITIONS.values() for action in actions}
    assert set(WHO) <= known
    assert set(NEEDS) <= set(WHO)
    by_itself = {A.FIND_AGAIN, A.FIND_GRAVER, A.WITHDRAW, A.REPORT, A.REPORT_MAJOR, A.REOPEN_DOUBTED}
    assert known - set(WHO) == by_itself


# --- what it changes ----------------------------------------------------------------------------------------------


def test_an_extension_is_asked_once_decided_once_and_counted() -> None:
    later = DUE + timedelta(days=10)
    asked = done(case(S.FIXING), A.ASK_EXTENSION, replace(FULL, day=later), HANDS[OWNER], TODAY)
    assert asked.due == DUE
    with pytest.raises(Refusal, match="hazard-asked-already"):
        done(asked, A.ASK_EXTENSION, replace(FULL, day=later), HANDS[OWNER], TODAY)
    granted = done(asked, A.GRANT_EXTENSION, Deed(), HANDS[SUPERVISOR], TODAY)
    assert (granted.due, granted.extensions, granted.wanted) == (later, 1, None)
    refused = done(asked, A.REFUSE_EXTENSION, Deed(), HANDS[SUPERVISOR], TODAY)
    assert (refused.due, refused.extensions, refused.wanted) == (DUE, 0, None)
    with pytest.raises(Refusal, match="hazard-needs-request"):
        done(refused, A.GRANT_EXTENSION, Deed(), HANDS[SUPERVISOR], TODAY)


def test_opened_again_it_begins_anew() -> None:
    plan = Plan("换线", DUE)
    one = case(S.CLOSED, plan=plan, photos=2)
    again = done(one, A.REOPEN, FULL, HANDS[SECOND], TODAY)
    assert (again.state, again.reopened, again.plan, again.evidence_by) == (S.REPORTED, 1, None, None)
    assert (again.unanswered, again.fresh, again.due) == (2, 0, DUE)


def test_a_listing_sets_the_day_takes_progress_and_ends_with_the_verdict() -> None:
    later = DUE + timedelta(days=20)
    plan = Plan("换线", DUE, 800, "断电看守")
    listed = done(
        case(S.FIXING, major=True, plan=plan), A.LIST, replace(FULL, day=later), HANDS[SUPERVISOR], TODAY
    )
    assert (listed.state, listed.due, listed.listed) == (S.FIXING, later, True)
    assert listed.listing == Listing("", TODAY, later, "缘由", SUPERVISOR)
    told = done(listed, A.PROGRESS, FULL, HANDS[SECOND], TODAY)
    assert told.listing is not None
    assert (told.listing.said, told.listing.reported, told.listing.missed) == ("拆了一半", TODAY, 0)
    sent = done(told, A.SEND_EVIDENCE, Deed(), HANDS[OWNER], TODAY)
    for action, hand in ((A.ACCEPT, SUPERVISOR), (A.LIST, SUPERVISOR), (A.DELIST, OWNER)):
        with pytest.raises(Refusal):
            done(sent, action, FULL, HANDS[hand], TODAY)
    with pytest.raises(Refusal, match="hazard-listed"):
        done(sent, A.ACCEPT, FULL, HANDS[SUPERVISOR], TODAY)
    ended = done(sent, A.DELIST, Deed(), HANDS[SUPERVISOR], TODAY)
    assert ended.listing is not None
    assert (ended.state, ended.listed, ended.listing.removed) == (S.CLOSED, False, TODAY)
    assert done(ended, A.REOPEN, FULL, HANDS[OWNER], TODAY).listing is None


@pytest.mark.parametrize(
    ("action", "state", "person"),
    [
        (A.ACCEPT, S.EVIDENCE, SUPERVISOR),
        (A.MARK_DUPLICATE, S.PLANNED, OWNER),
        (A.DELIST, S.EVIDENCE, SUPERVISOR),
    ],
)
def test_it_does_not_end_while_a_part_is_open(action: HazardAction, state: HazardState, person: int) -> None:
    delisted = action is A.DELIST
    one = case(state, major=delisted, listing=LISTING if delisted else None, parts=("YH-2026-000002",))
    with pytest.raises(Refusal, match="hazard-parts-open") as refused:
        done(one, action, FULL, HANDS[person], TODAY)
    assert refused.value.arguments == {"numbers": "YH-2026-000002", "n": 1}
    assert (
        done(replace(one, parts=()), action, FULL, HANDS[person], TODAY).state is TRANSITIONS[state][action]
    )


def test_a_part_has_no_parts_and_opens_again_only_with_its_parent() -> None:
    part = case(S.FIXING, parent="YH-2026-000001", latest=DUE)
    assert not may(part, A.DIVIDE, HANDS[SUPERVISOR])
    with pytest.raises(Refusal, match="hazard-is-part"):
        done(part, A.DIVIDE, FULL, HANDS[SUPERVISOR], TODAY)
    closed = replace(part, state=S.CLOSED, orphaned=True)
    with pytest.raises(Refusal, match="hazard-parent-over"):
        done(closed, A.REOPEN, FULL, HANDS[OWNER], TODAY)
    assert done(replace(closed, orphaned=False), A.REOPEN, FULL, HANDS[OWNER], TODAY).state is S.REPORTED


@pytest.mark.parametrize("action", [A.ASK_EXTENSION, A.REOPEN])
def test_a_part_gets_no_more_time_than_its_parent_has(action: HazardAction) -> None:
    state = S.CLOSED if action is A.REOPEN else S.FIXING
    latest = DUE + timedelta(days=5)
    part = case(state, parent="YH-2026-000001", latest=latest)
    done(part, action, replace(FULL, day=latest), HANDS[OWNER], TODAY)
    with pytest.raises(Refusal, match="hazard-needs-day"):
        done(part, action, replace(FULL, day=latest + timedelta(days=1)), HANDS[OWNER], TODAY)
    late = replace(part, latest=TODAY - timedelta(days=1))  # the parent has no time left to keep within
    done(late, action, replace(FULL, day=latest + timedelta(days=1)), HANDS[OWNER], TODAY)


def test_an_overdue_hazard_can_still_be_planned_and_its_due_day_stays() -> None:
    late = case(S.REPORTED, due=TODAY - timedelta(days=3))
    planned = done(late, A.PLAN, FULL, HANDS[OWNER], TODAY)
    assert (planned.due, planned.plan) == (late.due, Plan("换线", DUE, 800, "断电看守"))


# --- any life -----------------------------------------------------------------------------------------------------

DEEDS = st.builds(
    Deed,
    st.sampled_from(["", " ", "缘由"]),
    st.sampled_from([None, *(TODAY + timedelta(days=days) for days in (-1, 0, 3, 5, 6, 40))]),
    st.sampled_from([None, OWNER, SECOND]),
    st.sampled_from(["", "换线"]),
    st.sampled_from([None, -1, 0, 900]),
    st.sampled_from(["", "断电"]),
    st.sampled_from(["", "YH-2026-000009"]),
    st.sampled_from(["", " ", "拆了一半"]),
)
MOVES = st.lists(
    st.tuples(st.sampled_from(HazardAction), DEEDS, st.sampled_from(list(HANDS)), st.integers(0, 3)),
    max_size=40,
)


def holds(one: Case) -> None:
    """What is true of every hazard at every moment."""
    if one.state in OPEN:
        assert one.owner
        assert one.due
    assert one.wanted is None or one.state in {S.PLANNED, S.FIXING}
    assert one.latest is None or one.due <= one.latest or one.listing is not None
    if one.state is S.DUPLICATE:
        assert one.of
        assert one.listing is None
    if one.listed:
        assert one.major
        assert one.state in {S.REPORTED, S.PLANNED, S.FIXING, S.EVIDENCE, S.SUSPENDED}
    if one.listing is not None and not one.listed:
        assert one.state is S.CLOSED
    if one.major and one.state in {S.PLANNED, S.FIXING, S.EVIDENCE, S.SUSPENDED, S.CLOSED}:
        assert one.plan is not None
        assert one.plan.measures
        assert one.plan.contingency
        assert one.plan.money is not None


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(moves=MOVES, major=st.booleans(), photos=st.integers(0, 2), part=st.booleans())
def test_no_life_leads_where_the_table_does_not(
    *, moves: list[tuple[HazardAction, Deed, int, int]], major: bool, photos: int, part: bool
) -> None:
    one = Case(S.REVIEW if major else S.REPORTED, major, OWNER, DUE, FINDER, photos=photos, unanswered=photos)
    one = replace(one, parent="YH-2026-000001", latest=DUE + timedelta(days=3)) if part else one
    for action, deed, person, sent in moves:
        if sent and one.state not in {S.CLOSED, S.DUPLICATE, S.WITHDRAWN}:
            one = replace(one, fresh=one.fresh + sent, unanswered=max(0, one.unanswered - sent))
        one = replace(one, parts=("YH-2026-000002",) if sent == 2 and not part else ())
        hand, before = HANDS[person], one
        try:
            one = done(before, action, deed, hand, TODAY)
        except Refusal:
            holds(before)
            continue
        assert one.state is TRANSITIONS[before.state][action]
        assert may(before, action, hand)
        assert who_may(action, major=before.major, graded_up=before.graded_up) & parties(before, hand)
        assert LISTED.get(action, before.listed) is before.listed
        if action in {A.ACCEPT, A.DELIST}:
            assert (before.unanswered, before.fresh > 0) == (0, True)
            assert hand.supervises or (
                not (before.major or before.graded_up)
                and person not in {FINDER, before.owner, before.evidence_by}
            )
        assert not (before.parts and action in ENDS)
        if action is A.DIVIDE:
            assert not before.parent
            assert deed.words.strip()
            assert deed.day is not None
            assert TODAY <= deed.day <= before.due or before.due < TODAY
        assert one.due == before.due or action in {A.LIST, A.GRANT_EXTENSION, A.REOPEN}
        if action is A.PLAN:
            assert one.plan is not None
            assert not before.major or (one.plan.money is not None and one.plan.contingency)
        for need in needs(action, major=before.major):
            assert need.value != "reason" or deed.reason.strip()
        assert one.graded_up >= before.graded_up
        holds(one)


def test_a_duplicate_that_was_in_review_goes_back_there() -> None:
    doubted = done(case(S.REVIEW, major=True), A.MARK_DUPLICATE, FULL, HANDS[SUPERVISOR], TODAY)
    assert doubted.doubted
    again = done(doubted, A.REOPEN, FULL, HANDS[FINDER], TODAY)
    assert (again.state, again.doubted, again.major) == (S.REVIEW, False, True)
    confirmed = done(case(S.PLANNED, major=True), A.MARK_DUPLICATE, FULL, HANDS[SUPERVISOR], TODAY)
    assert not confirmed.doubted
    assert done(confirmed, A.REOPEN, FULL, HANDS[FINDER], TODAY).state is S.REPORTED


@pytest.mark.parametrize("action", [A.ACCEPT, A.DELIST])
def test_a_major_one_does_not_end_before_its_cause_and_prevention_are_said(action: HazardAction) -> None:
    listing = LISTING if action is A.DELIST else None
    one = case(S.EVIDENCE, major=True, listing=listing)
    assert done(one, action, FULL, HANDS[SUPERVISOR], TODAY).state is S.CLOSED
    for cause in (None, Cause("worn")):
        with pytest.raises(Refusal, match="hazard-needs-cause"):
            done(replace(one, cause=cause), action, FULL, HANDS[SUPERVISOR], TODAY)


def test_a_general_one_is_explained_only_where_content_wants_it() -> None:
    one = case(S.EVIDENCE, cause=None)
    assert done(one, A.ACCEPT, FULL, HANDS[SECOND], TODAY).state is S.CLOSED
    with pytest.raises(Refusal, match="hazard-needs-cause"):
        done(replace(one, explained=True), A.ACCEPT, FULL, HANDS[SECOND], TODAY)
    said = done(replace(one, explained=True), A.CAUSE, Deed(root="worn"), HANDS[OWNER], TODAY)
    assert said.cause == Cause("worn")
    assert done(said, A.ACCEPT, FULL, HANDS[SECOND], TODAY).state is S.CLOSED


def test_a_cause_is_said_with_prevention_and_begins_anew_when_it_opens_again() -> None:
    grave = case(S.FIXING, major=True, cause=None)
    with pytest.raises(Refusal, match="hazard-needs-root"):
        done(grave, A.CAUSE, replace(FULL, root=""), HANDS[OWNER], TODAY)
    with pytest.raises(Refusal, match="hazard-needs-measures"):
        done(grave, A.CAUSE, replace(FULL, measures=" "), HANDS[OWNER], TODAY)
    later = replace(FULL, day=DUE + timedelta(days=90))
    said = done(grave, A.CAUSE, later, HANDS[OWNER], TODAY).cause
    assert said == Cause("worn", "拆了一半", "换线", SECOND, DUE + timedelta(days=90))
    with pytest.raises(Refusal, match="hazard-needs-day"):
        done(grave, A.CAUSE, replace(FULL, day=TODAY - timedelta(days=1)), HANDS[OWNER], TODAY)
    for person in (SUPERVISOR, WORKER, OUTSIDER):
        assert not may(grave, A.CAUSE, HANDS[person])
    assert done(case(S.CLOSED), A.REOPEN, FULL, HANDS[OWNER], TODAY).cause is None
