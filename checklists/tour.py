"""Walks through content: every part of it with its place in the file."""

from collections.abc import Iterator

from pydantic import BaseModel

from checklists.tree import Path


def tour(thing: BaseModel, path: Path = ()) -> Iterator[tuple[Path, BaseModel]]:
    """Yield a piece of content and everything inside it, conditions and clauses too, each with its place."""
    yield path, thing
    for name in type(thing).model_fields:
        value = getattr(thing, name)
        if isinstance(value, BaseModel):
            yield from tour(value, (*path, name))
        elif isinstance(value, tuple):
            for place, one in enumerate(value):
                if isinstance(one, BaseModel):
                    yield from tour(one, (*path, name, place))
