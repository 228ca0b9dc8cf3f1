"""Yes and no in the ways people say them, in Chinese, in dialect, in pinyin, in English and by signs."""

import re
from enum import Enum


class Stance(Enum):
    """What a few words say to a question that is answered by yes or no.

    AGREE and DISAGREE are clear only where yes is also the good answer; CLEAR (“none found”) only where no is.
    SOME (“there are two”) is clear only where yes is the bad answer.
    """

    YES = "yes"
    NO = "no"
    FINE = "fine"
    POOR = "poor"
    AGREE = "agree"
    DISAGREE = "disagree"
    CLEAR = "clear"
    SOME = "some"
    NOT_OURS = "not ours"


_WORDS = {
    Stance.YES: (
        "是|是的|是啊|是呀|是得|对|对的|对啊|对得|对头|嗯|嗯哪|嗯嗯|恩|昂|有|有的|有啊|有得|在|在的|会|会的|能|能的|用|用了|装了|签了|做了|都有|都是|都会|都能|都对|确实|没错|当然|必须"
        "|shi|shide|dui|duide|youde"
        "|yes|y|yeah|yep|yup|yes sir|of course|correct|right|true|sure|yeah sure|yes sure|we do|we have|we have one"
        "|yes we do|yes we have|yes we are|yes it is|yes they do|yes they are|yes they can|yes i do|yes it does"
    ),
    Stance.NO: (
        "否|不|不是|不对|没有|没|没有的|没有啊|无|不在|不会|不能|没用|没装|没签|没做|没的|没得|没滴|没呢|没有得|木有|木得|莫得|么有|没油|冇|都没有|都没|都不|都不是|并没有|从没|还没有|还没"
        "|meiyou|mei you|bushi|buhui"
        "|no|n|nope|nah|none|never|false|no sir|we don't|we do not|we have none|we don't have one|we don't have any|we don't have it"
        "|no we don't|no we do not|no it isn't|no it is not|no they can't|no they cannot|no they don't|no it doesn't"
    ),
    Stance.FINE: "没问题|没有问题|正常|合格|符合|达标|良好|完好|都好|一切正常|没毛病|fine|good|all good|no problem",
    Stance.POOR: "不合格|有问题|不正常|异常|不符合|不达标|不行|bad|not ok|not good",
    Stance.AGREE: "好|好的|好啊|行|可以|中|要得|成|妥|ok|okay|okk|👌|✅|👍|√|✓|✔|☑",
    Stance.DISAGREE: "❌|✖|✗|✘|×|👎|🙅",
    Stance.CLEAR: (
        "没发现|未发现|没有发现|没看到|没见到|不存在|暂无|没发现问题|没有这种情况|没有这些情况|没有这些|没有以上情况|以上都没有|没这情况|没这种情况|上面都没有"
        "|一个都没有|一个也没有|一样都没有|一处都没有|一项都没有|没有一个|全都没有|none found|none of them|nothing found|nothing like that"
    ),
    Stance.NOT_OURS: "不适用|不涉及|没有这个|没有这项|n/a|na|not applicable",
}
_KNOWN = {word: stance for stance, words in _WORDS.items() for word in words.split("|")}
_KNOWN |= {f"{verb}{end}": Stance.YES for verb in "签装用做" for end in ("过了", "过", "好了")}
_KNOWN |= {
    f"{no}{verb}{end}": Stance.NO for verb in "签装用做" for no in ("没", "没有", "未") for end in ("", "过")
}
_NEVER = re.compile(r"(从来?|还|一直)?(都)?没有?(做|搞|弄|测|测试|洗|清洗|演练|检查|排查)过?")
_SOME = re.compile(r"有(?:[一二两三四五六七八九十几]|[0-9]+)(?:个|瓶|处|台|具|条|根|扇|辆|间|只|块)(?:地方)?")
_OTHERWISE = frozenset(
    ["好了", "行了", "对了", "是了", "得了", "算了", "可以了", "好吧", "不过", "不得", "在了", "能了"]
)
_AGAIN = re.compile(r"(.{1,4}?)[,\s]?(?:\1[,\s]?)+")
_BEFORE = re.compile(
    r"^(?:那是?|当然是?|肯定是?|必须|绝对|确实|其实|早就|早|已经|已|全都|全部|都|全|大家|一直|我们|咱们?|我家|咱家|店里|这里|嗯+|啊|哦|噢|目前|暂时|现在|真的?|从来|根本|压根|还(?=[没不未木]))(?=.)"
)
_BEHIND = re.compile(r"(?<=.)(?:啊|呀|呢|哦|喔|哟|哈|呐|诶|欸|哎|啦|咯|喽|噻|嗷|滴|哒|的|呗|哩|捏|～|~)$")
_JOINED = re.compile(r"[、，,并或及]|(?<!^)和")
_DONE = re.compile(r"(?:已经?|早就?)?(.{1,4}?)(?:好了|过了|上了|了|过|好|着|啦)+")
_NOT_DONE = re.compile(r"(?:还|从来|从|一直)?(?:没有?|未|木有?|冇)(.{1,4}?)(?:过|上|好)?(?:的|呢|啊|呀)?")
_HELD = re.compile(r"(有|没有?|木有|无)(.{2,8})")
_HOLDS = "[有签装配设定建办]"


def stance(said: str, about: str = "") -> Stance | None:
    """Return what the words say; `about` is the question, whose own verb or thing may be named again (`装了`, `没合同`)."""
    for bare in _shorter(said):
        if bare in _OTHERWISE:
            return None
        if bare in _KNOWN:
            return _KNOWN[bare]
        if (found := _NEVER.fullmatch(bare)) and (not about or found.group(3) in about):
            return Stance.NO
        if _SOME.fullmatch(bare):
            return Stance.SOME
        if about and (meant := _named(bare, about)) is not None:
            return meant
    return None


def _shorter(said: str) -> list[str]:
    """The words as they are, then without repetition, adverbs and particles, one after the other."""
    ways = [said]
    again = _AGAIN.fullmatch(said)
    if again is not None:
        ways.append(again.group(1))
    for strip in (_BEHIND, _BEFORE):
        while (shorter := strip.sub("", ways[-1]).strip()) != ways[-1] and shorter:
            ways.append(shorter)
            if shorter in _KNOWN or shorter in _OTHERWISE:
                return ways
    return ways


def _named(said: str, about: str) -> Stance | None:
    """The question's own verb, done or not; the thing it asks for, there or not. Never where it asks two things at once."""
    if _JOINED.search(about):
        return None
    if (found := _NOT_DONE.fullmatch(said)) and _asks_whether(found.group(1), about):
        return Stance.NO
    if (found := _DONE.fullmatch(said)) and _asks_whether(found.group(1), about):
        return Stance.YES
    found = _HELD.fullmatch(said)
    if found is None or not re.search(f"{_HOLDS}.*{re.escape(found.group(2))}", about):
        return None
    return Stance.YES if found.group(1) == "有" else Stance.NO


def _asks_whether(verb: str, about: str) -> bool:
    """Whether the question asks if this was done, and does not itself deny it."""
    done = re.search(f"{re.escape(verb)}(?:了|过|好)", about)
    return done is not None and re.search(f"[不没未无]{re.escape(verb)}", about) is None
