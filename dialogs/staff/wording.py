"""Lines that the screens of people and papers share: a person, their post, a paper, why somebody may not start."""

from collections.abc import Sequence
from datetime import date

from checklists.certificates import CertificateRules, Ground, Post
from checklists.parts import Clause
from checklists.words import Words
from dialogs.context import Context
from dialogs.talk import Argument, Line
from dialogs.words import listed, on_day
from safety.certificates import Certificate, State
from safety.staff import Worker
from safety.starting import Known, Reason, Verdict, may_start

DAY_GROUNDS = frozenset({Ground.EXPIRED, Ground.REVIEW_OVERDUE})


def rules(context: Context) -> CertificateRules:
    """Posts and certificates as the content has them now."""
    return context.ledger.rules().certificates


def post_line(post: str, context: Context) -> Line | Words:
    """A post by its name, else in the words it was said in."""
    known = rules(context).posts_by_id.get(post)
    if known is not None:
        return known.name
    return Line("typed", {"text": post}) if post else Line("staff-no-post")


def worker_line(one: Worker, context: Context) -> Line:
    """Who, at what, since when."""
    return Line("staff-worker", {"person": one.name, "post": post_line(one.post, context)})


def kind_words(one: Certificate, context: Context) -> Words:
    """The name of a paper's kind; its id when the content has it no more."""
    known = rules(context).by_id.get(one.kind)
    return known.name if known is not None else Words(one.kind, one.kind)


def standing(one: Certificate, context: Context) -> Line:
    """How a paper stands, with the day that matters."""
    state = one.state(context.today, rules(context).soon_days)
    if state is State.UNDATED or one.due is None:
        return Line("paper-undated")
    ends = one.valid_to is not None and one.due == one.valid_to
    if state is State.EXPIRED:
        ends = True
    day = one.valid_to if ends and one.valid_to is not None else one.due
    args: dict[str, Argument] = {
        "state": state.value,
        "what": "end" if ends else "review",
        "day": on_day(day, context.today),
        "n": abs((day - context.today).days),
    }
    return Line("paper-standing", args)


def verdict_of(one: Worker, known: Known, context: Context) -> Verdict:
    """Whether somebody may start work today."""
    return may_start(one, known, rules(context), context.today)


def reason_line(reason: Reason, one: Worker, known: Known, context: Context) -> Line:
    """One ground with its figures and the articles it rests on."""
    args: dict[str, Argument] = {
        "ground": reason.ground.value,
        "basis": basis_line(reason.basis),
        **_figures(reason, one, known, context),
    }
    return Line("start-reason", {"why": Line("start-why", args), "basis": args["basis"]})


def _figures(reason: Reason, one: Worker, known: Known, context: Context) -> dict[str, Argument]:
    post = rules(context).posts_by_id.get(one.post)
    args: dict[str, Argument] = {"what": "", "day": "", "done": "", "needed": "", "until": ""}
    if reason.ground is Ground.NO_CERTIFICATE and post is not None:
        args["what"] = _needed(post, context)
    if reason.certificate is not None:
        paper = reason.certificate
        day = paper.valid_to if reason.ground is Ground.EXPIRED else paper.review
        args |= {"what": kind_words(paper, context), "day": _day(day, context)}
    if known.hours is not None:
        args |= {"done": known.hours.done, "needed": known.hours.needed}
    if known.tested is not None:
        args["day"] = args["day"] or _day(known.tested.day, context)
    if reason.veto is not None:
        found = context.ledger.rules().veto.reason(reason.veto.reason)
        args["what"] = found.title if found is not None else reason.veto.words
        args["until"] = _day(reason.veto.until, context)
    return args


def _needed(post: Post, context: Context) -> Line | Words:
    kinds = rules(context).by_id
    names: Sequence[Line | Words] = [kinds[one].short for one in post.needs if one in kinds]
    return listed(names)


def _day(day: date | None, context: Context) -> Argument:
    return "" if day is None else on_day(day, context.today)


def basis_line(basis: Sequence[Clause]) -> Line | Words:
    """The articles; our own rule is called that."""
    return listed([one.text for one in basis]) if basis else Line("start-ours")
