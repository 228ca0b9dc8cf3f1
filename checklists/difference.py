"""What changed between two versions of content, in words. Pure: where the versions come from is the caller's matter."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from pydantic import BaseModel

from checklists.catalogue import Catalogue
from checklists.conditions import Condition
from checklists.difference_words import FIELDS, KINDS, SAID, field_words
from checklists.parts import Clause
from checklists.schema import (
    Accept,
    Checklist,
    MajorSource,
    Option,
    PhotoRule,
    Question,
    Rule,
    Section,
    Severity,
)
from checklists.telling import Teller, filled, listed, plain, quoted
from checklists.words import Words

IDS = ("id", "value", "name")


@dataclass(frozen=True, slots=True)
class Change:
    """One change: which checklist or file, which thing in it, and what became of it."""

    part: str
    thing: Words
    said: Words

    @property
    def told(self) -> Words:
        """The change in one sentence."""
        return filled(Words("{thing}：{said}", "{thing}: {said}"), thing=self.thing, said=self.said)


def catalogue_changes(old: Catalogue, new: Catalogue) -> Iterator[Change]:
    """Everything that differs between two folders of content: the checklists first, then what stands beside them."""
    for name in dict.fromkeys((*old.checklists, *new.checklists)):
        yield from form_changes(old.checklists.get(name), new.checklists.get(name), old, new)
    for part in (field for field in Catalogue.__dataclass_fields__ if field != "checklists"):
        walk = _Walk(part, Teller(facts=old.facts), Teller(facts=new.facts))
        yield from walk.value(getattr(old, part), getattr(new, part), (), part)


def form_changes(
    old: Checklist | None,
    new: Checklist | None,
    before: Catalogue | None = None,
    after: Catalogue | None = None,
) -> Iterator[Change]:
    """What differs between two versions of a checklist. None: there is none; both given and no change: same text."""
    form = new or old
    if form is None:
        return
    facts = [side.facts if side is not None else None for side in (before, after)]
    walk = _Walk(form.id, Teller(old or form, facts[0]), Teller(new or form, facts[1]))
    if old is None or new is None:
        yield walk.change(
            (),
            SAID["form-new" if old is None else "form-gone"],
            title=quoted(form.title),
            n=len(form.questions),
        )
        return
    yield from walk.fields(old, new, (), {"sections"})
    yield from walk.keyed(old.sections, new.sections, (), "sections")
    yield from walk.questions(old, new)


@dataclass(frozen=True, slots=True)
class _Walk:
    """Goes through two versions side by side; `path` names the thing they are at, kind and id in turn."""

    part: str
    old: Teller
    new: Teller

    def change(self, path: tuple[str, ...], said: Words, **names: object) -> Change:
        """A change of the thing at a path."""
        steps = [
            filled(KINDS.get(kind, plain(kind + " {id}")), id=id_)
            for kind, id_ in zip(path[::2], path[1::2], strict=True)
        ]
        thing = listed(steps, "的", ", ") if steps else KINDS["itself"]
        return Change(self.part, thing, filled(said, **names))

    def fields(
        self, old: BaseModel, new: BaseModel, path: tuple[str, ...], besides: set[str]
    ) -> Iterator[Change]:
        """Every field that differs, `besides` those that are looked at otherwise."""
        for field in type(new).model_fields:
            if field not in besides:
                yield from self.value(getattr(old, field), getattr(new, field), path, field)

    def value(self, old: object, new: object, path: tuple[str, ...], field: str) -> Iterator[Change]:
        """What became of one value: nothing, other parts, or another value."""
        if old == new:
            return
        if field == "na_reasons" and not (old and new):
            yield self.change(path, SAID["na-came" if new else "na-gone"])
            return
        if isinstance(old, tuple) and isinstance(new, tuple) and field not in _WHOLE:
            yield from self.row(old, new, path, field)
        elif isinstance(old, Mapping) and isinstance(new, Mapping) and old and new:
            yield from self.mapping(old, new, path, field)
        elif isinstance(old, BaseModel) and isinstance(new, BaseModel) and not isinstance(old, _ONE):
            yield from self.fields(old, new, path, set())
        else:
            yield self.changed(old, new, path, field)

    def row(
        self, old: tuple[object, ...], new: tuple[object, ...], path: tuple[str, ...], field: str
    ) -> Iterator[Change]:
        """Rows of things with names are compared by name, other rows by what is gone and what is new."""
        if all(_id(one) is not None for one in (*old, *new)):
            yield from self.keyed(old, new, path, field)
            return
        gone, came = [one for one in old if one not in new], [one for one in new if one not in old]
        if not gone and not came:
            yield self.change(path, SAID["order"], field=field_words(field))
        yield from self.clauses(gone, came, path) if field == "basis" else ()
        for one in gone:
            yield self.change(path, SAID["gone"], field=field_words(field), old=self.old.value(one))
        for one in came:
            yield self.change(path, SAID["came"], field=field_words(field), new=self.new.value(one))

    def clauses(self, gone: list[object], came: list[object], path: tuple[str, ...]) -> Iterator[Change]:
        """A clause that was only held against the official text (or no longer counts as such) is the same clause."""
        for one in [clause for clause in gone if isinstance(clause, Clause)]:
            for other in [clause for clause in came if isinstance(clause, Clause)]:
                if one.model_copy(update={"checked": other.checked}) == other:
                    gone.remove(one)
                    came.remove(other)
                    yield self.change(
                        path, SAID["checked" if other.checked else "unchecked"], clause=other.text
                    )

    def keyed(
        self, old: Sequence[object], new: Sequence[object], path: tuple[str, ...], field: str
    ) -> Iterator[Change]:
        """Things that have a name: gone, new, moved, or changed inside."""
        was, now = {_id(one): one for one in old}, {_id(one): one for one in new}
        for name, one in was.items():
            if name not in now:
                yield self.change(
                    (*path, field, str(name)), SAID["thing-gone"], what=self.old.value(_title(one))
                )
        for name, one in now.items():
            if name not in was:
                yield self.change(
                    (*path, field, str(name)), SAID["thing-new"], what=self.new.value(_title(one))
                )
            elif isinstance(one, BaseModel) and isinstance(before := was[name], BaseModel):
                besides = {"questions"} if isinstance(one, Section) else set()
                yield from self.fields(before, one, (*path, field, str(name)), besides)
        for name in moved([str(one) for one in was if one in now], [str(one) for one in now if one in was]):
            yield self.change((*path, field, name), SAID["moved"])

    def mapping(
        self, old: Mapping[object, object], new: Mapping[object, object], path: tuple[str, ...], field: str
    ) -> Iterator[Change]:
        """Name by name."""
        for name in dict.fromkeys((*old, *new)):
            if name not in new:
                yield self.change(
                    (*path, field, str(name)), SAID["thing-gone"], what=self.old.value(old[name])
                )
            elif name not in old:
                yield self.change(
                    (*path, field, str(name)), SAID["thing-new"], what=self.new.value(new[name])
                )
            else:
                yield from self.value(old[name], new[name], (*path, field, str(name)), "text")

    def changed(self, old: object, new: object, path: tuple[str, ...], field: str) -> Change:
        """One value became another, said as one would say it."""
        special = None if path[-2:-1] == ("derived",) else _special(field, old, new)
        if special is not None:
            return self.change(path, special, old=self.old.value(old), new=self.new.value(new))
        name = field_words(field)
        if isinstance(old, Words) and isinstance(new, Words) and (old.zh == new.zh or old.en == new.en):
            one = "english" if old.zh == new.zh else "chinese"
            return self.change(path, SAID[one], field=name, old=old, new=new, was=old.zh, now=new.zh)
        said = "came" if old in _EMPTY else "gone" if new in _EMPTY else "changed"
        return self.change(path, SAID[said], field=name, old=self.old.value(old), new=self.new.value(new))

    def questions(self, old: Checklist, new: Checklist) -> Iterator[Change]:
        """Questions by their id, wherever they stand."""
        for question in old.questions:
            if question.id not in new.places:
                yield self.change(("questions", question.id), SAID["thing-gone"], what=quoted(question.text))
        stay = [
            [one.id for one in form.questions if one.id in old.places and one.id in new.places]
            for form in (old, new)
        ]
        swapped = moved(*stay)
        for question in new.questions:
            yield from self.question(old, new, question, swapped)

    def question(
        self, old: Checklist, new: Checklist, question: Question, swapped: set[str]
    ) -> Iterator[Change]:
        """One question: new, somewhere else, or changed inside."""
        path = ("questions", question.id)
        if question.id not in old.places:
            yield self.change(path, SAID["thing-new"], what=quoted(question.text))
            return
        was, now = old.section_of(question.id), new.section_of(question.id)
        if was.id != now.id:
            yield self.change(path, SAID["other-section"], old=quoted(was.title), new=quoted(now.title))
        elif question.id in swapped:
            yield self.change(path, SAID["moved"])
        yield from self.fields(old.question(question.id), question, path, {"id"})


_EMPTY: tuple[object, ...] = (None, (), "")
_WHOLE = frozenset({"presets", "accept_when"})  # rows that are told as a whole
_ONE = (Condition, Accept, Clause, MajorSource, PhotoRule, Rule)  # parts that are told as a whole


def _special(field: str, old: object, new: object) -> Words | None:
    """Changes that have a sentence of their own."""
    if field == "when":
        return SAID["when-came" if old is None else "when-gone" if new is None else "when"]
    if field == "severity" and Severity.MAJOR in {old, new}:
        return SAID["raised" if new is Severity.MAJOR else "lowered"]
    return FIELDS[field].flag(new) if isinstance(new, bool) and field in FIELDS else None


def _id(one: object) -> str | None:
    """The name a thing goes by, None when it has none."""
    if not isinstance(one, BaseModel):
        return None
    field = next((name for name in IDS if name in type(one).model_fields), None)
    return str(getattr(one, field)) if field is not None else None


def _title(one: object) -> object:
    """What a thing is shown by when it is new or gone."""
    if isinstance(one, Option):
        return one
    return next(
        (getattr(one, name) for name in ("title", "text", "prompt", "label", "when") if hasattr(one, name)),
        one,
    )


def moved(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """Which of the same things stand in another order: as few as possible are said to have moved."""
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    stayed = {old[place] for block in blocks for place in range(block.a, block.a + block.size)}
    return set(new) - stayed
