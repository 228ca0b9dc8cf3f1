"""A typed line of the roster: a name, a post, a day, in any order behind the name; `张三 电工 2026-11-01`, `李四，焊工`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from checklists.certificates import Post
from checklists.reading.dates import Side, read_date
from checklists.reading.plain import plain

_BETWEEN = re.compile(r"[\s,，;；、\t|]+")
_NAME = re.compile(r"[^\W\d_][\w·.'’ -]{0,39}")
LONGEST_POST = 40


@dataclass(frozen=True, slots=True)
class RosterLine:
    """What a line says. `post`: id of a known post, else the words as they stand; None: not said."""

    name: str
    post: str | None
    since: date | None


def read_line(text: str, posts: Sequence[Post], today: date) -> RosterLine | None:
    """Read one line; None when it does not begin with a name."""
    parts = [one for one in _BETWEEN.split(text.strip()) if one]
    name = parts[0] if parts else ""
    if (
        len(parts) > 1
        and name.isascii()
        and parts[1].isascii()
        and parts[1][:1].isupper()
        and read_post(parts[1], posts) is None
    ):
        name, parts = f"{name} {parts[1]}", [name, *parts[2:]]  # a Western first and last name
    if not _NAME.fullmatch(name) or read_date(plain(name), today, Side.BACK) is not None:
        return None
    post, since = None, None
    said = []
    for one in parts[1:]:
        day = read_date(plain(one), today, Side.BACK)
        if day is not None and since is None:
            since = day
        else:
            said.append(one)
    if said:
        words = " ".join(said)
        post = read_post(words, posts) or words[:LONGEST_POST]
    return RosterLine(name, post, since)


def read_post(text: str, posts: Sequence[Post]) -> str | None:
    """The id of the post that is meant: by its name or another word for it, in both languages. None: none of them."""
    said = plain(text)
    for post in posts:
        if said in {plain(post.name.zh), plain(post.name.en), post.id, *map(plain, post.other)}:
            return post.id
    return None
