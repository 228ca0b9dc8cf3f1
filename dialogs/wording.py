"""The messages of one language, each parsed when it is first asked for: nobody waits at the start for thousands."""

import re
from collections.abc import Iterator
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

from checklists.words import Language

_ENTRIES = re.compile(r"\n(?=[A-Za-z-])")  # a line that is not indented begins the next message or term
_NAMED = re.compile(r"(-?[A-Za-z][\w-]*)[ \t]*=")
_REFERENCES = re.compile(r"\{\s*(-?[A-Za-z][\w-]*)")


class Wording:
    """Messages in Fluent's syntax by id. Of two with the same id the first counts; what is no message is left out."""

    def __init__(self, language: Language, source: str) -> None:
        self.bundle = FluentBundle([language.value], use_isolating=False)
        self._unread: dict[str, str] = {}
        for name, entry in _entries(source):
            self._unread.setdefault(name, entry)

    def pattern(self, text_id: str) -> Any:
        """The compiled value of a message, None when there is none."""
        self._read(text_id, frozenset())
        return self.bundle.get_message(text_id).value if self.bundle.has_message(text_id) else None

    def _read(self, name: str, above: frozenset[str]) -> None:
        """Parse an entry, after what it refers to: another thread never finds half of it."""
        entry = self._unread.get(name)
        if entry is None or name in above:
            return
        for referred in _REFERENCES.findall(entry):
            self._read(referred, above | {name})
        self.bundle.add_resource(FluentResource(entry))
        self._unread.pop(name, None)


def _entries(source: str) -> Iterator[tuple[str, str]]:
    for entry in _ENTRIES.split(source):
        if named := _NAMED.match(entry):
            yield named[1], entry
