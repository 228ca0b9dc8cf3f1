"""Typed words as options: labels in both languages, yes and no in the ways people say them, nothing by halves."""

import re
from collections.abc import Callable, Iterable, Sequence

from checklists.reading.agreeing import Stance, stance
from checklists.reading.likeness import ALIKE, stripped
from checklists.reading.plain import plain
from checklists.reading.wishes import place, unmarked
from checklists.schema import Option, Outcome

_MARKS = re.compile(r"[,，。;；!！]")
_MARKS_OR_BLANK = re.compile(r"[,，。;；!！ ]")
_UNSURE = re.compile(
    r"但|不过|可是|只是|除了|除开|吗|嘛|\?|不知道|不清楚|也许|可能|还是"
    r"|\b(?:but|except|maybe|although|only|or|idea|clue|know|perhaps)\b"
)
_DENIAL = re.compile(r"不|没|无|非|别|未|\b(?:no|not|none|never|without)\b|n't")
_HAVING = re.compile(r"(?<!没)有")
_JOINTS = re.compile(r"[、,;/+&和与及跟]|还有|以及|加上| and ")
_BLANKS = re.compile(r"[、,;/+&和与及跟\s]+")
_PARTLY = re.compile(
    r"一[个处扇道具台间层半瓶]|个别|部分|有时|偶尔|少数|几[个处]|坏|锁了|堵|过期|到期|正在|准备"
)
_SOME_OF = re.compile(r"(.)[不没]有?\1|有[的些](?=.*[没不])|部分|基本|多数|少数")
_SMALL = re.compile(r"[都全已了,\s]|已经")
_STILL = re.compile(r"(?:还|从来|从|一直|都)没")
_FIGURE = re.compile(r"[0-9]|^[一二两三四五六七八九十]")
_PARTS = re.compile(r"/|或| or ")


def read_one(options: Sequence[Option], said: str, about: str = "") -> str | None:
    """Return the one option meant, None when it is not clear. `about` is the question."""
    whole = _whole(options, said, about)
    return whole if whole is not None else _with_a_tail(options, said, about) or _near(options, said)


def _whole(options: Sequence[Option], said: str, about: str) -> str | None:
    """The words as a label, or as yes and no."""
    return _unmarked(options, said) or _squeezed(options, said) or _said_so(options, said, about)


def read_many(options: Sequence[Option], said: str, about: str = "") -> tuple[str, ...] | None:
    """Return the options meant, in the order of the form; every part of the text has to be clear."""
    if (one := _one_of_many(options, said, about)) is not None:
        return (one,)
    for joints in (_JOINTS, _BLANKS):
        parts = [part.strip() for part in joints.split(said) if part.strip()]
        found = {_one_of_many(options, part, about) for part in parts}
        if len(parts) > 1 and None not in found:
            return tuple(option.value for option in options if option.value in found)
    return _alone(options, said)


def _one_of_many(options: Sequence[Option], said: str, about: str) -> str | None:
    return _whole(options, said, about) or _near(options, said)


def _alone(options: Sequence[Option], said: str) -> tuple[str, ...] | None:
    """`都没有，新换的`: none of them, and a word more that names none."""
    found = _with_a_tail([option for option in options if option.alone], said, "")
    tail = _MARKS.split(said, maxsplit=1)[-1]
    names = any(_near([option], tail) or _common(option, tail) for option in options if not option.alone)
    return (found,) if found is not None and not names else None


def _common(option: Option, said: str) -> bool:
    """Whether two signs of a label stand in the words as well."""
    return any(
        label[place : place + 2] in said for label in _labels(option) for place in range(len(label) - 1)
    )


def _unmarked(options: Sequence[Option], said: str) -> str | None:
    """A label with the marks that a button carries."""
    return _exact(options, said) or _exact(options, unmarked(said))


def numbered(options: Sequence[Option], said: str, most: int = 9) -> tuple[str, ...]:
    """Return the options meant by their places: `2`, `第二个`, `1、3`; () when a number may mean something else.

    It may where the options speak of numbers themselves, and where 没有 stands before 有: there `1` may be how many.
    """
    counts = bool(options) and options[0].affirms is False and any(option.affirms for option in options)
    if counts or any(_FIGURE.search(option.label.zh) for option in options):
        return ()
    joints = _BLANKS if re.fullmatch(r"[\d\s]+", said) else _JOINTS
    parts = [part for part in joints.split(said) if part.strip()] if most > 1 else [said]
    places = [place(part) for part in parts]
    if not places or not all(one is not None and 1 <= one <= len(options) for one in places):
        return ()
    return tuple(option.value for number, option in enumerate(options, 1) if number in places)


def _exact(options: Sequence[Option], said: str) -> str | None:
    return _only(option for option in options if said in _labels(option))


def _labels(option: Option) -> set[str]:
    zh, en = plain(option.label.zh), plain(option.label.en)
    return {one for one in (zh, en, zh.replace(",", ""), *_PARTS.split(zh), *_PARTS.split(en)) if one}


def _squeezed(options: Sequence[Option], said: str) -> str | None:
    """A label but for small words: `检过，都改完了` is `检过，已改完`, `没有检过` is `没检过`."""
    bare = _squeeze(said)
    if len(bare) < 2 and (len(said) < 2 or said.endswith("了")):  # noqa: PLR2004 - one sign says too little
        return None
    return _only(option for option in options if bare in map(_squeeze, _labels(option)))


def _squeeze(text: str) -> str:
    return _SMALL.sub(
        "", _STILL.sub("没", text.replace("没有", "没").replace("清楚", "清").replace("其它", "其他"))
    )


def _said_so(options: Sequence[Option], said: str, about: str) -> str | None:
    """Yes, no, fine and the like, for options that say which they are."""
    meant = stance(said, about)
    if meant is Stance.NOT_OURS:
        return _only(option for option in options if option.outcome is Outcome.NEUTRAL)
    if meant is None or all(option.affirms is None for option in options):
        return None
    fits = _FITS[meant]
    return _only(option for option in options if fits(option))


_FITS: dict[Stance, Callable[[Option], bool]] = {
    Stance.YES: lambda option: option.affirms is True,
    Stance.NO: lambda option: option.affirms is False,
    Stance.FINE: lambda option: option.outcome is Outcome.OK,
    Stance.POOR: lambda option: option.outcome is Outcome.BAD,
    Stance.AGREE: lambda option: option.affirms is True and option.outcome is Outcome.OK,
    Stance.DISAGREE: lambda option: option.affirms is False and option.outcome is Outcome.BAD,
    Stance.CLEAR: lambda option: option.affirms is False and option.outcome is Outcome.OK,
    Stance.SOME: lambda option: option.affirms is True and option.outcome is Outcome.BAD,
}


def _with_a_tail(options: Sequence[Option], said: str, about: str) -> str | None:
    """`是的，都打开了`: the first word is the answer, unless what follows may take something back."""
    breaks = _MARKS if said[:1].isascii() else _MARKS_OR_BLANK
    head, *tail = breaks.split(said, maxsplit=1)
    if not tail or _UNSURE.search(tail[0]) or _PARTLY.search(tail[0]):
        return None
    denies = bool(_DENIAL.search(head))
    against = _HAVING if denies else _DENIAL
    return None if against.search(tail[0]) else _whole(options, head, about)


def _near(options: Sequence[Option], said: str) -> str | None:
    """A part of one label, a label with little around it, one shortened, one slip of the pen; never for yes and no."""
    bare = stripped(said)
    shortest = 3 if _DENIAL.search(bare) and not bare.isascii() else 2  # 没人 stands in too many words
    if len(bare) < shortest or _UNSURE.search(said) or _SOME_OF.search(said) or bare == "没有":
        return None
    others = [option for option in options if option.affirms is None]
    for alike in ALIKE:
        found = [option for option in others if any(alike(label, bare) for label in _labels(option))]
        if found:
            return (
                found[0].value
                if len(found) == 1 and _denies(found[0]) == bool(_DENIAL.search(said))
                else None
            )
    return None


def _denies(option: Option) -> bool:
    return _DENIAL.search(option.label.zh + option.label.en) is not None


def _only(options: Iterable[Option]) -> str | None:
    found = list(options)
    return found[0].value if len(found) == 1 else None
