"""The sentences about documents, the question bank and rules, in both languages, by code. Others: complaints.py."""

from checklists.complaints import Complaint
from checklists.words import Words


def _said(zh: str, en: str, zh_todo: str, en_todo: str) -> Complaint:
    return Complaint(Words(zh, en), Words(zh_todo, en_todo))


RULE_COMPLAINTS = {
    "ground-missing": _said(
        "没有写依据",
        "it does not say what it rests on",
        "写basis；如果是本系统默认，写ours: true",
        "add basis, or ours: true when it is our own default",
    ),
    # --- commitments
    "placeholder-unknown": _said(
        "不认识占位符“{name}”",
        "the placeholder “{name}” is not known",
        "可用：{known}",
        "use one of: {known}",
    ),
    "placeholder-uneven": _said(
        "占位符“{name}”只在一种语言里有",
        "the placeholder “{name}” stands in one language only",
        "中文和英文用同样的占位符",
        "use the same ones in both languages",
    ),
}
