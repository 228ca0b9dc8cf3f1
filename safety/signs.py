"""All signs of safety/quality.py together: from a submission to its flags. Pure."""

from collections.abc import Callable, Iterator

from checklists.quality import Quality
from safety.haste import faster, hurried, straight
from safety.quality import Around, Flag, Sign, Submission
from safety.sameness import blank, one_photo, recycled, same_as_last, same_text

Finder = Callable[[Submission, Around, Quality], Iterator[Flag]]


def zero_again(_sent: Submission, around: Around, rules: Quality) -> Iterator[Flag]:
    """Zero reports in a row, told at every so many, so that a good enterprise does not come up each month."""
    if rules.zero_again is None:
        return
    wanted = rules.zero_again.wanted(around.colour)
    if around.zeros and around.zeros % wanted == 0:
        yield Flag(Sign.ZERO_AGAIN, figures={"n": around.zeros})


def set_aside(sent: Submission, _around: Around, rules: Quality) -> Iterator[Flag]:
    """Many questions that do not apply; each has its reason, which only somebody who knows the place can weigh."""
    given = [one for one in sent.answers.values() if one.given]
    aside = sum(one.not_applicable for one in given)
    rule = rules.set_aside
    if rule is not None and aside >= max(rule.least, float(rule.share) * len(given)):
        yield Flag(Sign.SET_ASIDE, figures={"n": aside, "of": len(given)})


FINDERS: tuple[Finder, ...] = (
    recycled,
    one_photo,
    blank,
    hurried,
    faster,
    straight,
    same_as_last,
    same_text,
    set_aside,
    zero_again,
)


def flags_of(sent: Submission, around: Around, rules: Quality) -> tuple[Flag, ...]:
    """Every sign that content asks for, in a steady order; none is the usual case."""
    return tuple(flag for find in FINDERS for flag in find(sent, around, rules))
