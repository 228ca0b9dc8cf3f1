"""The English beside the Chinese: one file beside each content file, by id. Says what is missing and what is left over."""

from checklists.issues import Issue, issue, meant
from checklists.tree import Plain, Tree
from checklists.words import Words


class English:
    """The English texts of one content file. Each is taken by its path; what nobody takes is an orphan."""

    def __init__(self, file: str, tree: Tree | None, found: list[Issue], *, absent: bool = False) -> None:
        self.file = file
        self.found = found
        self._tree = tree
        self._texts = _leaves(tree.data) if tree is not None else {}
        self._taken: set[tuple[str, ...]] = set()
        if absent:
            found.append(issue("file-missing", file, 1))

    def of(self, words: Words, *path: str) -> Words:
        """Return a text in both languages."""
        self._taken.add(path)
        text = self._texts.get(path)
        if isinstance(text, str) and text.strip():
            return Words(words.zh, text)
        if self._tree is not None:
            code = "english-missing" if text is None or text == "" else "not-text"
            named = {"path": " / ".join(path), "file": self.file}
            self.found.append(issue(code, self.file, self._tree.line(path), **named))
        return words

    def maybe(self, words: Words | None, *path: str) -> Words | None:
        """Return a text that need not be there."""
        return None if words is None else self.of(words, *path)

    def finish(self) -> None:
        """Complain about everything that nobody took."""
        if self._tree is None:
            return
        known = [" / ".join(path) for path in self._taken]
        for path in self._texts:
            if path not in self._taken:
                name = " / ".join(path)
                line = self._tree.line(path)
                self.found.append(issue("english-orphan", self.file, line, meant(name, known), path=name))


def _leaves(data: Plain, path: tuple[str, ...] = ()) -> dict[tuple[str, ...], Plain]:
    if not isinstance(data, dict):
        return {path: data} if path else {}
    return {leaf: text for key, value in data.items() for leaf, text in _leaves(value, (*path, key)).items()}
