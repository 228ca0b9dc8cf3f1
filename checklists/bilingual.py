"""Any content in both languages: each text found in the English file by the names and ids that lead to it.

A part that has an id and one text only is written in English as `id: text`; others as `id: {field: text}`.
Checklists have their own joining (joining.py), because their authors may use short cuts.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar, get_args

from checklists.articles import is_article
from checklists.english import English
from checklists.issues import Issue, issue, meant
from checklists.parts import Clause, Part
from checklists.tree import Path, Tree
from checklists.words import Words

P = TypeVar("P", bound=Part)
Say = tuple[str, ...]


class Bilingual:
    """Joins the content of one file with its English; what is missing or leads nowhere goes into `found`."""

    def __init__(self, tree: Tree, english: English, laws: Mapping[str, Words], found: list[Issue]) -> None:
        self.tree = tree
        self.english = english
        self.laws = laws
        self.found = found

    def whole(self, part: P) -> P:
        """Return the content of the file in both languages; English that nobody took is complained about."""
        joined = self._part(part, (), ())
        self.english.finish()
        return joined

    def _part(self, part: P, path: Path, say: Say) -> P:
        changed: dict[str, object] = {}
        for name in type(part).model_fields:
            old = getattr(part, name)
            new = self._value(part, name, old, path, say)
            if new is not old:
                changed[name] = new
        return part.model_copy(update=changed) if changed else part

    def _value(self, part: Part, name: str, value: Any, path: Path, say: Say) -> Any:
        here = (*path, name)
        if isinstance(value, Words):
            step = () if say and hasattr(part, "id") and alone(type(part)) == name else (name,)
            return self._text(part, name, self.english.of(value, *say, *step), here)
        if isinstance(value, Part):
            return self._part(value, here, (*say, name))
        if isinstance(value, tuple) and any(isinstance(one, Part) for one in value):
            return tuple(self._one(one, (*here, place), (*say, name)) for place, one in enumerate(value))
        return value

    def _one(self, one: Part, path: Path, say: Say) -> Part:
        """One of several parts of a kind: found by its id, or by its place when it has none."""
        if isinstance(one, Clause):
            return self._clause(one, path)
        return self._part(one, path, (*say, str(getattr(one, "id", path[-1]))))

    def _text(self, part: Part, name: str, words: Words, path: Path) -> Words:
        if not words.zh.strip():
            self._complain("text-empty", path)
        limits: Mapping[str, tuple[int, int]] = getattr(type(part), "limits", {})
        for text, limit in zip((words.zh, words.en), limits.get(name, ()), strict=False):
            if len(text) > limit:
                self._complain("text-too-long", path, count=len(text), limit=limit)
        return words

    def _clause(self, clause: Clause, path: Path) -> Clause:
        law = clause.law.zh
        if law not in self.laws:
            guess = meant(law, self.laws)
            self.found.append(issue("unknown-law", self.tree.file, self.tree.line(path), guess, id=law))
        if not is_article(clause.article):
            self._complain("bad-article", (*path, "article"), article=clause.article)
        return clause.model_copy(update={"law": self.laws.get(law, clause.law)})

    def _complain(self, code: str, path: Path, **names: object) -> None:
        self.found.append(issue(code, self.tree.file, self.tree.line(path), None, **names))


@cache
def alone(model: type[Part]) -> str | None:
    """The only text of a model, None when it has several or holds parts with texts of their own."""
    texts = [name for name, field in model.model_fields.items() if Words in _types(field.annotation)]
    inside = [kind for field in model.model_fields.values() for kind in _types(field.annotation)]
    return None if len(texts) != 1 or any(map(_speaks, inside)) else texts[0]


@cache
def _speaks(kind: Any) -> bool:
    """Whether a type is a part with texts in it. The names of laws come from elsewhere."""
    if not (isinstance(kind, type) and issubclass(kind, Part)) or kind is Clause:
        return False
    found = [one for field in kind.model_fields.values() for one in _types(field.annotation)]
    return Words in found or any(map(_speaks, found))


def _types(annotation: Any) -> list[Any]:
    """Every type inside an annotation."""
    inside = [one for part in get_args(annotation) for one in _types(part)]
    return inside or [annotation]
