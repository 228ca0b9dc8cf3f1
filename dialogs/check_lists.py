"""What a list of submitted self-checks is narrowed down to, in one line."""

from collections.abc import Mapping

from checklists.words import Words
from dialogs.talk import Line
from dialogs.words import days_of, dotted
from safety.check_lists import CheckSieve


def described(sieve: CheckSieve, titles: Mapping[str, Words]) -> Line | Words:
    """提交的自查 · 11月16日—11月22日 · 零报告. `titles`: of the forms."""
    parts: list[Line | Words] = [Line("checks-are", {"what": "on" if sieve.on else "all"})]
    if sieve.since or sieve.until:
        parts.append(days_of(sieve.since, sieve.until))
    parts += [Line("checks-are", {"what": what}) for what in ("zero", "bad") if getattr(sieve, what)]
    if sieve.checklist:
        parts.append(titles.get(sieve.checklist, Words(sieve.checklist, sieve.checklist)))
    return dotted(parts)
