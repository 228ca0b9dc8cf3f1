"""So many people and their names, as they are typed: 3人 张三 李四 王五."""

import re

_COUNT = re.compile(r"[0-9]{1,4}")
_AROUND = "人个位名，、,。:： "


def read_headcount(text: str) -> tuple[int, str] | None:
    """The number and the names beside it; None when there is no number."""
    found = _COUNT.search(text)
    if found is None:
        return None
    names = f"{text[: found.start()].strip(_AROUND)} {text[found.end() :].strip(_AROUND)}"
    return int(found.group()), " ".join(names.split())
