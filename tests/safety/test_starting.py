"""May somebody start work: every ground by a table of cases; and the days of certificates, 29 February too."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.certificates import CertificateKind, CertificateRules, Family, Ground, Post, StartRule
from checklists.veto_rules import Barred
from checklists.words import Words
from safety.certificates import Certificate, State, by_urgency, ends, later, next_review, reviews
from safety.staff import Worker
from safety.starting import Examined, Hours, Known, may_start
from safety.vetoes import Veto

TODAY = date(2026, 11, 28)
DAY = timedelta(days=1)
KIND = CertificateKind(
    id="wiring", name=Words("电", "e"), short=Words("电", "e"), family=Family.SPECIAL, years=6, review_years=3
)
RULES = CertificateRules(
    kinds=(KIND,),
    posts=(
        Post(id="electrician", name=Words("电工", "e"), needs=("wiring", "high")),
        Post(id="general", name=Words("普工", "g")),
    ),
    start=tuple(StartRule(id=one, ours=True) for one in Ground),
)
WORKER = Worker(1, 1, "张三", "electrician", date(2026, 1, 1), person=9)
GOOD = Certificate(1, "wiring", 1, valid_to=date(2028, 1, 1), review=date(2027, 1, 1))
PASSED = Examined(TODAY - 10 * DAY, passed=True, number="KS-2026-000001")
FINE = Known((GOOD,), Hours(Decimal(24), Decimal(24)), PASSED)


def veto(*bars: Barred, until: date = TODAY, lifted: date | None = None) -> Veto:
    return Veto("FJ-1", "店", 1, "张三", "x", "", frozenset(bars), TODAY, until, "唐", lifted=lifted)


def grounds(known: Known, worker: Worker = WORKER, rules: CertificateRules = RULES) -> set[Ground]:
    return {one.ground for one in may_start(worker, known, rules, TODAY).reasons}


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, set()),
        ({"certificates": ()}, {Ground.NO_CERTIFICATE}),
        ({"certificates": (replace(GOOD, kind="other"),)}, {Ground.NO_CERTIFICATE}),
        ({"certificates": (replace(GOOD, current=False),)}, {Ground.NO_CERTIFICATE}),
        ({"certificates": (replace(GOOD, kind="high"),)}, set()),
        ({"certificates": (replace(GOOD, valid_to=TODAY - DAY),)}, {Ground.EXPIRED}),
        ({"certificates": (replace(GOOD, valid_to=TODAY, review=None),)}, set()),
        ({"certificates": (replace(GOOD, review=TODAY - DAY),)}, {Ground.REVIEW_OVERDUE}),
        ({"certificates": (replace(GOOD, valid_to=TODAY - DAY), replace(GOOD, id=2))}, set()),
        (
            {"certificates": (replace(GOOD, valid_to=TODAY - DAY), replace(GOOD, id=2, review=TODAY - DAY))},
            {Ground.REVIEW_OVERDUE},
        ),
        ({"hours": Hours(Decimal("23.5"), Decimal(24))}, {Ground.HOURS_SHORT}),
        ({"hours": None}, set()),
        ({"tested": None}, {Ground.NOT_EXAMINED}),
        ({"tested": replace(PASSED, day=TODAY - 366 * DAY)}, {Ground.NOT_EXAMINED}),
        ({"tested": replace(PASSED, day=TODAY - 365 * DAY)}, set()),
        ({"tested": replace(PASSED, passed=False)}, {Ground.EXAM_FAILED}),
        ({"vetoes": (veto(Barred.POST),)}, {Ground.VETOED}),
        ({"vetoes": (veto(Barred.PRAISE),)}, set()),
        ({"vetoes": (veto(Barred.POST, until=TODAY - DAY),)}, set()),
        ({"vetoes": (veto(Barred.POST, lifted=TODAY),)}, set()),
    ],
)
def test_each_ground_speaks_for_itself(changed: dict[str, object], expected: set[Ground]) -> None:
    assert grounds(replace(FINE, **changed)) == expected  # type: ignore[arg-type]  # by name


def test_a_post_without_needs_wants_no_certificate_and_an_unknown_one_is_said() -> None:
    bare = replace(FINE, certificates=())
    assert grounds(bare, replace(WORKER, post="general")) == set()
    verdict = may_start(replace(WORKER, post="采购"), bare, RULES, TODAY)
    assert (verdict.may, verdict.unknown_post) == (True, True)


def test_exams_of_who_has_no_account_are_not_known() -> None:
    bare = replace(FINE, tested=None)
    assert grounds(bare, replace(WORKER, person=None)) == set()
    assert grounds(replace(FINE, tested=replace(PASSED, passed=False)), replace(WORKER, person=None)) == {
        Ground.EXAM_FAILED
    }


def test_a_ground_that_content_has_switched_off_is_not_looked_at() -> None:
    quiet = RULES.model_copy(
        update={"start": tuple(one.model_copy(update={"active": False}) for one in RULES.start)}
    )
    assert grounds(Known(), rules=quiet) == set()


def test_every_ground_says_what_it_is_about() -> None:
    over = replace(GOOD, valid_to=TODAY - DAY)
    (reason,) = may_start(WORKER, replace(FINE, certificates=(over,)), RULES, TODAY).reasons
    assert reason.certificate == over
    (reason,) = may_start(WORKER, replace(FINE, vetoes=(veto(Barred.POST),)), RULES, TODAY).reasons
    assert reason.veto is not None


def test_a_certificate_of_a_leap_day_ends_and_is_reviewed() -> None:
    issued = date(2024, 2, 29)
    assert ends(KIND, issued) == date(2030, 2, 27)
    assert list(reviews(KIND, issued, ends(KIND, issued))) == [date(2027, 2, 28)]
    assert later(issued, 4) == date(2028, 2, 29)


def test_a_missed_review_stays_until_it_is_made_up_for() -> None:
    issued, end = date(2022, 3, 10), date(2028, 3, 9)
    assert next_review(KIND, issued, end, TODAY, missed=True) == date(2025, 3, 10)
    assert next_review(KIND, issued, end, TODAY, missed=False) is None
    assert next_review(KIND, issued, end, date(2025, 3, 10), missed=False) == date(2025, 3, 10)
    assert next_review(KIND, None, end, TODAY, missed=False) is None


@given(st.dates(date(1990, 1, 1), date(2080, 12, 31)), st.integers(1, 10), st.integers(1, 10))
def test_reviews_lie_within_the_time_in_order(issued: date, years: int, every: int) -> None:
    kind = KIND.model_copy(update={"years": years, "review_years": every})
    end = ends(kind, issued)
    assert end is not None
    days = list(reviews(kind, issued, end))
    assert days == sorted(set(days))
    assert all(issued < day <= end for day in days)
    assert len(days) == (years - 1) // every


@given(
    st.none() | st.dates(date(2025, 1, 1), date(2028, 12, 31)),
    st.none() | st.dates(date(2025, 1, 1), date(2028, 12, 31)),
)
def test_a_paper_stands_by_its_days(valid_to: date | None, review: date | None) -> None:
    one = Certificate(1, "wiring", valid_to=valid_to, review=review)
    state = one.state(TODAY, 90)
    known = [day for day in (valid_to, review) if day is not None]
    assert (state is State.UNDATED) == (not known)
    assert (state in {State.EXPIRED, State.OVERDUE}) == any(day < TODAY for day in known)
    if state is State.FINE:
        assert min(known) > TODAY + 90 * DAY
    better = Certificate(2, "wiring", valid_to=date(2040, 1, 1))
    if state is not State.FINE:
        assert by_urgency(one, TODAY, 90) < by_urgency(better, TODAY, 90)
