"""How the place in a law is written in both languages: 22, 9(1), 134之一, 10章, 7项, 5.1.4, 附录A. Which law says what is content."""

import re

from checklists.words import Words

_PLACES = (
    (re.compile(r"(\d+)"), "第{0}条", "art. {0}"),
    (re.compile(r"(\d+)\((\d+)\)"), "第{0}条第({1})项", "art. {0} ({1})"),
    (re.compile(r"(\d+)之([一二三四五六七八九])"), "第{0}条之{1}", "art. {0}-{1}"),
    (re.compile(r"(\d+)章"), "第{0}章", "ch. {0}"),
    (re.compile(r"(\d+)项"), "第{0}项", "item {0}"),
    (re.compile(r"(\d+(?:\.\d+)+)"), "第{0}条", "cl. {0}"),
    (re.compile(r"附录([A-Z])"), "附录{0}", "annex {0}"),
)
_DIGITS = str.maketrans("一二三四五六七八九", "123456789")


def is_article(article: str) -> bool:
    """Whether a place in a law is written in one of the known ways; empty is the whole instrument."""
    return not article or any(shape.fullmatch(article) for shape, _, _ in _PLACES)


def article_words(law: Words, article: str, *, analogy: bool = False) -> Words:
    """Return law and place as people read them."""
    zh, en = _place(article)
    mark = Words("（参照）", " (by analogy)") if analogy else Words("", "")
    return Words(f"{law.zh}{zh}{mark.zh}", f"{law.en}{', ' * bool(en)}{en}{mark.en}")


def _place(article: str) -> tuple[str, str]:
    for shape, zh, en in _PLACES:
        if found := shape.fullmatch(article):
            digits = [group.translate(_DIGITS) for group in found.groups()]
            return zh.format(*found.groups()), en.format(*digits)
    return article, article
