"""Answers to a roll call in words: I am safe, I need help. What is doubtful is neither; a wrong “safe” is worse than a question."""

import re
from enum import Enum

from checklists.reading.plain import plain
from checklists.reading.wishes import unmarked


class Called(Enum):
    """What a few words say to a roll call."""

    SAFE = "safe"
    HELP = "help"


_SAFE = frozenset(
    [
        "安全",
        "我安全",
        "我很安全",
        "我安全了",
        "平安",
        "我平安",
        "报平安",
        "已到集合点",
        "到集合点",
        "我到集合点了",
        "到集合点了",
        "已到",
        "我到了",
        "到了",
        "已撤离",
        "已撤出",
        "撤出来了",
        "出来了",
        "我出来了",
        "我没事",
        "没事",
        "我在集合点",
        "在集合点",
        "我在集合点,安全",
        "我在集合点 安全",
        "我在集合点，安全",
        "safe",
        "i am safe",
        "i'm safe",
        "im safe",
        "i am ok",
        "i'm ok",
        "at the muster point",
        "i am at the muster point",
        "i'm at the muster point",
        "i am out",
        "i'm out",
    ]
)
_HELP = re.compile(
    r"救命|救我|快来人|需要帮助|要帮助|求助|被困|困住|受伤了|我受伤|走不动|出不去|出不来|动不了"
    r"|\bhelp\b|\btrapped\b|\binjured\b|\bhurt\b|\bstuck\b"
)
_NOT = re.compile(
    r"(?:没有?人?|不|无|未|无人|不用|不再)(?:需要|要)?(?:被困|困住|受伤|求助|帮助)|\b(?:no|not|nobody|don't|do not)\b[a-z ]*\b(?:help|trapped|injured|hurt|stuck)\b"
)


_BARE = frozenset(["需要帮助", "我需要帮助", "要帮助", "i need help", "need help", "help"])


def says_more(text: str) -> bool:
    """Whether a call for help says more than that help is needed: where, what, how many."""
    return unmarked(text) not in _BARE


def read_call(text: str) -> Called | None:
    """What the words say; None when it is not clear. Help is looked for anywhere in them, safety only in a few plain phrases."""
    said = plain(text)
    left = _NOT.sub(" ", said)
    if _HELP.search(left):
        return Called.HELP
    return Called.SAFE if said.strip(" .,!。，！") in _SAFE else None
