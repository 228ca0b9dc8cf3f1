"""What a YAML error means to a content author: the usual slips of the hand by name, the parser's words in both languages."""

import re
from collections.abc import Iterator, Mapping

import yaml

from checklists.issues import Issue, issue
from checklists.words import Words

# A slip of the hand, its code, and what it looks like on a line. Full-width signs come from a Chinese keyboard.
_SLIPS = (
    ("yaml-full-width", re.compile(r"^\s*(?:- )?[A-Za-z_][\w-]*\s*(?P<sign>：)")),
    ("yaml-full-width", re.compile(r":\s*(?P<sign>[｛［])")),
    ("yaml-full-width", re.compile(r"^[^#]*[{\[][^}\]]*(?P<sign>[，：｝］])\s*[\w｝］}\]]")),
    ("yaml-tab", re.compile(r"^ *(?P<sign>\t)")),
    ("yaml-no-blank", re.compile(r"^\s*(?:- )?[A-Za-z_][\w-]*(?P<sign>:)[^\s:]")),
)
_HALF = {"：": ": ", "，": ", ", "｛": "{", "［": "[", "｝": "}", "］": "]"}

# The parsers' own words (libyaml's and the pure one's), as far as an author meets them.
_PROBLEMS: Mapping[str, Words] = {
    "mapping values are not allowed": Words(
        "这里不能再写“名称: 内容”", "there is one “name: content” too many"
    ),
    "could not find expected ':'": Words("名称后面没有冒号", "there is no colon behind the name"),
    "did not find expected key": Words("缩进与上面对不齐", "the indent does not match what stands above"),
    "did not find expected '-' indicator": Words(
        "列表项的“- ”对不齐", "the “- ” of a list item is not in line"
    ),
    "expected <block end>": Words("缩进与上面对不齐", "the indent does not match what stands above"),
    "did not find expected ',' or": Words(
        "方括号或花括号里少了逗号或没有写完", "a comma is missing in brackets, or they are not closed"
    ),
    "expected ',' or": Words(
        "方括号或花括号里少了逗号或没有写完", "a comma is missing in brackets, or they are not closed"
    ),
    "did not find expected node content": Words(
        "方括号或花括号里有多余的符号", "there is a sign too many in brackets"
    ),
    "found unexpected end of stream": Words("引号没有写完", "a quote is not closed"),
    "found character that cannot start any token": Words(
        "有一个符号不能放在开头", "there is a sign that cannot stand first"
    ),
    "found unknown escape character": Words(
        "双引号里的反斜杠写法不对", "a backslash in double quotes means nothing"
    ),
}


def explained(error: yaml.YAMLError, text: str, file: str) -> Issue:
    """The issue an error of the parser becomes: a slip by name where one stands near, else the parser's words."""
    mark = getattr(error, "problem_mark", None)
    place = min(mark.line, text.count("\n")) if mark else 0
    lines = text.split("\n")
    for number in _near(place, lines):
        for code, shape in _SLIPS:
            if found := shape.search(lines[number]):
                sign = found["sign"]
                return issue(code, file, number + 1, sign=sign, half=_HALF.get(sign, sign))
    problem = _words(str(getattr(error, "problem", None) or "?"))
    return issue("yaml-syntax", file, place + 1, problem=problem)


def _near(place: int, lines: list[str]) -> Iterator[int]:
    """The line the parser points at, and the one with something on it before: it often notices one line late."""
    yield place
    before = next((number for number in range(place - 1, -1, -1) if lines[number].strip()), None)
    if before is not None:
        yield before


def _words(problem: str) -> Words:
    return next(
        (words for start, words in _PROBLEMS.items() if problem.startswith(start)), Words(problem, problem)
    )
