"""May this person start work (能不能上岗)? Every ground that speaks against it, each with the article it rests on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from checklists.certificates import CertificateRules, Ground, Post
from checklists.parts import Clause
from checklists.veto_rules import Barred
from safety.certificates import Certificate, State
from safety.staff import Worker
from safety.vetoes import Veto


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours of training since somebody began, and those that the rule for them asks for before work."""

    done: Decimal
    needed: Decimal

    @property
    def short(self) -> bool:
        return self.done < self.needed


@dataclass(frozen=True, slots=True)
class Examined:
    """The newest exam of somebody, of whatever kind."""

    day: date
    passed: bool
    number: str


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of somebody. `hours` None: nobody keeps them here."""

    certificates: Sequence[Certificate] = ()
    hours: Hours | None = None
    tested: Examined | None = None
    vetoes: Sequence[Veto] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """One ground against it, what it is about, and what it rests on (empty: our default)."""

    ground: Ground
    basis: tuple[Clause, ...] = ()
    certificate: Certificate | None = None
    veto: Veto | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer. `unknown_post`: the post is not one of the content, so that certificates could not be looked at."""

    reasons: tuple[Reason, ...] = ()
    unknown_post: bool = False

    @property
    def may(self) -> bool:
        return not self.reasons


@dataclass(frozen=True, slots=True)
class _Look:
    """Everything that the grounds are looked for in."""

    worker: Worker
    post: Post | None
    known: Known
    rules: CertificateRules
    today: date
    found: list[Reason] = field(default_factory=list)


def may_start(worker: Worker, known: Known, rules: CertificateRules, today: date) -> Verdict:
    """Look at every ground that the content has switched on, in its order."""
    post = rules.posts_by_id.get(worker.post)
    look = _Look(worker, post, known, rules, today)
    found = dict(_grounds(look))
    reasons = [
        Reason(rule.id, rule.basis, *found[rule.id])
        for rule in rules.start
        if rule.active and rule.id in found
    ]
    return Verdict(tuple(reasons), unknown_post=post is None)


def _grounds(look: _Look) -> Iterator[tuple[Ground, tuple[Certificate | None, Veto | None]]]:
    yield from _of_certificates(look)
    if look.known.hours is not None and look.known.hours.short:
        yield Ground.HOURS_SHORT, (None, None)
    yield from _of_exams(look)
    for veto in look.known.vetoes:
        if veto.holds(look.today) and Barred.POST in veto.bars:
            yield Ground.VETOED, (None, veto)


def _of_certificates(look: _Look) -> Iterator[tuple[Ground, tuple[Certificate | None, Veto | None]]]:
    """One good certificate is enough; else the one that stands best says what is wrong."""
    needs = look.post.needs if look.post is not None else ()
    own = [one for one in look.known.certificates if one.current and one.kind in needs]
    if not needs:
        return
    if not own:
        yield Ground.NO_CERTIFICATE, (None, None)
        return
    states = {one.id: one.state(look.today, look.rules.soon_days) for one in own}
    bad = {State.EXPIRED: Ground.EXPIRED, State.OVERDUE: Ground.REVIEW_OVERDUE}
    if all(state in bad for state in states.values()):
        best = max(own, key=lambda one: (states[one.id] is State.OVERDUE, one.valid_to or date.min, one.id))
        yield bad[states[best.id]], (best, None)


def _of_exams(look: _Look) -> Iterator[tuple[Ground, tuple[Certificate | None, Veto | None]]]:
    """The newest exam counts, for so long as the content says. Exams are known of people with an account alone."""
    tested = look.known.tested
    if tested is None and look.worker.person is None:
        return
    if tested is None or tested.day < look.today - timedelta(days=look.rules.exam_days):
        yield Ground.NOT_EXAMINED, (None, None)
    elif not tested.passed:
        yield Ground.EXAM_FAILED, (None, None)
