"""Repeats of an XLSForm: counted by an answer, or asked for one more at a time."""

from typing import Any

from checklists.repeats import MOST
from checklists.xlsform.conditions import FIGURES, Conditions
from checklists.xlsform.left import NotTakenError
from checklists.xlsform.survey import Group
from checklists.xlsform.xpath import NotReadError, Ref, parse

Plain = dict[str, Any]


def repeat_of(group: Group, title: str, conditions: Conditions) -> Plain:
    """How often its questions are asked. `more` is filled in when the question for one more is made."""
    if not group.count.strip():
        return {"more": "", "maximum": MOST, "title": title}
    try:
        counted = parse(group.count)
    except NotReadError as error:
        raise NotTakenError("repeat-count", str(error)) from None
    if isinstance(counted, Ref) and counted.name in conditions.facts:
        return {"fact": conditions.facts[counted.name], "maximum": MOST, "title": title}
    known = conditions.known.get(counted.name) if isinstance(counted, Ref) else None
    if known is None or known.kind not in FIGURES:
        raise NotTakenError("repeat-count", group.count)
    return {"answer": known.id, "maximum": MOST, "title": title}


def another(id_: str) -> tuple[Plain, Plain]:
    """The question whether there is another one, and its English."""
    options = [
        {"value": "yes", "label": "还有", "outcome": "neutral", "affirms": True},
        {"value": "no", "label": "没有了", "outcome": "neutral", "affirms": False},
    ]
    question = {
        "id": id_,
        "kind": "yesno",
        "text": "还有下一个吗？",
        "options": options,
        "advice": "有就继续填写。",
    }
    english = {
        "text": "Is there another one?",
        "advice": "If so, go on with it.",
        "options": {"yes": "One more", "no": "No more"},
    }
    return question, english
