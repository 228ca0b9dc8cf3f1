"""What is wrong with content: code, file, line, what, and what to do. The sentences stand in complaints*.py."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from checklists.complaints import COMPLAINTS, DID_YOU_MEAN
from checklists.complaints_rules import RULE_COMPLAINTS
from checklists.words import Language, Words

_ALL = COMPLAINTS | RULE_COMPLAINTS


@dataclass(frozen=True, slots=True)
class Issue:
    """One problem of one content file, for its author to read."""

    file: str
    line: int
    code: str
    what: Words
    todo: Words

    def told(self, language: Language) -> str:
        """Return it as two lines of text."""
        arrow = "→"
        head = f"{self.file}:{self.line}: {self.code}: {self.what.to(language)}"
        return f"{head}\n    {arrow} {self.todo.to(language)}"

    def __str__(self) -> str:
        return self.told(Language.EN)


class ContentError(Exception):
    """Content is refused whole; `issues` are all problems found, by file and line."""

    def __init__(self, issues: Sequence[Issue]) -> None:
        self.issues = tuple(sorted(issues, key=lambda one: (one.file, one.line, one.code)))
        super().__init__("\n".join(str(issue) for issue in self.issues))


def issue(code: str, file: str, line: int, guess: str | None = None, /, **names: object) -> Issue:
    """Make an issue of a known code; `guess` is a name that was probably meant."""
    complaint = _ALL[code]
    hint = DID_YOU_MEAN if guess is not None else Words("", "")
    what, todo = _filled(complaint.what, names), _filled(complaint.todo, names)
    return Issue(
        file, line, code, what, Words(hint.zh.format(guess) + todo.zh, hint.en.format(guess) + todo.en)
    )


def _filled(words: Words, names: dict[str, object]) -> Words:
    """The sentence in both languages; a name may itself be words in both."""
    zh, en = (
        {name: value.to(language) if isinstance(value, Words) else value for name, value in names.items()}
        for language in Language
    )
    return Words(words.zh.format(**zh), words.en.format(**en))


def meant(name: object, known: Iterable[str]) -> str | None:
    """Return the known name that looks most like this one, None when none does."""
    near = get_close_matches(str(name), sorted(known), n=1, cutoff=0.6)
    return near[0] if near else None
