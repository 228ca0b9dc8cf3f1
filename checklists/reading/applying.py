"""Typed words that say a question does not apply, and why: `不适用`, `不适用，我们没有食堂`, `N/A: no canteen`."""

import re
from unicodedata import normalize

from checklists.answers import NotApplicable
from checklists.reading.choices import read_one
from checklists.reading.plain import plain
from checklists.reading.wishes import unmarked
from checklists.schema import Question

_SAID = re.compile(
    r"^\W*(?:(?:本题|这题|这一题|这个|这项|对我们|我们|本单位)?(?:不适用|不涉及)(?:于?(?:本题|我们|本单位))?|(?:n\s?/\s?a|n\.a\.|not applicable|does not apply)(?![a-z0-9])|na(?=\W*$))"
    r"[\s,，、:：;；。.!！()（）—-]*(?P<why>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_BECAUSE = re.compile(r"^(?:因为|由于|原因是?|because(?: of)?|since|as)[\s:：,，]*", re.IGNORECASE)
_DOUBT = re.compile(r"[?？吗嘛]\W*$")
_ENDS = " )）。.!！"
_NONE = frozenset({"没有这个", "没有这项"})


def inapplicable(question: Question, text: str) -> str | None:
    """Return the reason somebody gave, "" when they gave none; None when the words do not say that it does not apply.

    What is an option of the question by itself (an own 不适用 that its author wrote) is an answer like any other.
    """
    if question.may_not_apply and plain(text) in _NONE:
        return ""
    found = _SAID.match(normalize("NFKC", text))
    if found is None or _DOUBT.search(text) or read_one(question.options, "不适用") is not None:
        return None
    return _BECAUSE.sub("", " ".join(found["why"].split())).strip(_ENDS)


def reason(question: Question, text: str) -> NotApplicable:
    """A reason as it is kept: one of the usual ones by its words, else as it was written."""
    said = unmarked(text)
    usual = {
        one.value for one in question.na_reasons if said in {unmarked(one.label.zh), unmarked(one.label.en)}
    }
    return NotApplicable(usual.pop() if len(usual) == 1 else text)
