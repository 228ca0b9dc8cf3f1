"""A content file after reading: plain data, and the line of every key and item. No YAML and no sense in here."""

from dataclasses import dataclass
from decimal import Decimal

Plain = str | int | Decimal | bool | None | list["Plain"] | dict[str, "Plain"]
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """Plain data of one file; `file` is its path below the content folder."""

    file: str
    data: Plain
    lines: dict[Path, int]

    def line(self, path: Path) -> int:
        """Return the line of a place, or of the nearest known place around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def place(self, path: Path) -> Path:
        """Return the part of a path that really stands in the file, leaving out steps that do not."""
        known: Path = ()
        for step in path:
            if (*known, step) in self.lines:
                known = (*known, step)
        return known

    def at(self, path: Path) -> Plain:
        """Return what stands at a place, None when nothing does."""
        here: Plain = self.data
        for step in path:
            if isinstance(here, dict) and isinstance(step, str):
                here = here.get(step)
            elif isinstance(here, list) and isinstance(step, int) and step < len(here):
                here = here[step]
            else:
                return None
        return here
