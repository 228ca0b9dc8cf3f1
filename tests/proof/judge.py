"""The verdict on a run: what people did and saw, held against what the database holds. Pure; knows no process, no clock.

People do each thing once; the transport delivers it up to three times and the bot is killed in between. So every
effect in the database has exactly one deed behind it, and every acknowledged deed exactly one effect.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

ANY: Final = ""  # a value that is not compared: a day that depends on the clock


class Does(StrEnum):
    """What a deed is meant to bring about."""

    ANSWER = "answer"
    SUBMIT = "submit"
    PHOTO = "photo"
    NOTHING = "nothing"  # moves about, asks for help, opens a menu


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing a person did on a screen that was current then. `acknowledged`: a screen or toast came back."""

    update: int
    person: int
    does: Does
    checklist: str = ""
    question: str = ""
    value: str = ANY
    acknowledged: bool = True


@dataclass(frozen=True, slots=True)
class Sight:
    """One screen that reached a person, with what was committed at that moment.

    `after` is the last update dealt with, `settled` whether the database knew of this screen, `committed` the
    questions of the checklist that were answered. `question` is set when the screen asks one.
    """

    person: int
    after: int
    checklist: str = ""
    question: str = ""
    committed: frozenset[str] = frozenset()
    settled: bool = True
    repeat_wanted: bool = False  # the person went back on purpose


@dataclass(frozen=True, slots=True)
class Saved:
    """One answer event of the append-only record."""

    update: int
    person: int
    checklist: str
    question: str
    value: str
    bad: bool = False


@dataclass(frozen=True, slots=True)
class Books:
    """The database after the run."""

    saved: Sequence[Saved]
    saves: Counter[tuple[int, str, str]]  # rows of the answers' history by person, checklist, question
    submitted: Counter[tuple[int, str]]  # submission events by person and checklist
    receipts: Sequence[tuple[int, str, str]]  # person, checklist, receipt
    hazards: Sequence[tuple[int, str, str]] = ()  # live ones by person, checklist, question
    asked: frozenset[tuple[int, str, str]] = (
        frozenset()
    )  # what counts in the end: an answer can hide a question
    photos: Counter[int] = field(default_factory=Counter)  # photos recorded, by update
    undone: Sequence[tuple[int, str]] = ()  # updates not dealt with, and why
    unsent: int = 0  # screens that wait or hang


@dataclass(frozen=True, slots=True)
class Record:
    """What people did and saw, in order."""

    deeds: Sequence[Deed]
    sights: Sequence[Sight]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Every violation as a sentence; a clean run has none."""

    lost: tuple[str, ...] = field(default=())
    doubled: tuple[str, ...] = field(default=())
    ahead: tuple[str, ...] = field(default=())
    asked_twice: tuple[str, ...] = field(default=())

    @property
    def clean(self) -> bool:
        return not (self.lost or self.doubled or self.ahead or self.asked_twice)

    def __str__(self) -> str:
        names = ("lost", "doubled", "ahead", "asked_twice")
        counts = ", ".join(f"{name} {len(getattr(self, name))}" for name in names)
        examples = [line for name in names for line in getattr(self, name)[:5]]
        return "\n  ".join([counts, *examples])


def verdict(record: Record, books: Books) -> Verdict:
    """Hold a run against the database."""
    return Verdict(
        lost=tuple(lost(record, books)),
        doubled=tuple(doubled(record, books)),
        ahead=tuple(ahead(record)),
        asked_twice=tuple(asked_twice(record)),
    )


def lost(record: Record, books: Books) -> Iterator[str]:
    """What was acknowledged and is not there, what was never dealt with, and replies that never came."""
    saved = {(one.update, one.question, value) for one in books.saved for value in (one.value, ANY)}
    handed_in = {(person, checklist) for person, checklist, _ in books.receipts}
    for deed in record.deeds:
        if not deed.acknowledged:
            yield f"no reply to update {deed.update} of {deed.person}"
        elif deed.does is Does.ANSWER and (deed.update, deed.question, deed.value) not in saved:
            yield f"answer {deed.question}={deed.value} of update {deed.update} is not recorded"
        elif deed.does is Does.PHOTO and not books.photos[deed.update]:
            yield f"the photo of update {deed.update} is not recorded"
        elif deed.does is Does.SUBMIT and (deed.person, deed.checklist) not in handed_in:
            yield f"{deed.checklist} of {deed.person} was submitted and has no receipt"
    yield from (f"update {update} was never dealt with: {why}" for update, why in books.undone)
    yield from (
        f"{missing} rows of history for {of}" for of, missing in (recorded(books) - books.saves).items()
    )
    yield from (
        f"no hazard for the bad answer {of}"
        for of in sorted(bad_ones(books) & books.asked - set(books.hazards))
    )
    if books.unsent:
        yield f"{books.unsent} screens were never sent"


def said_again(record: Record, books: Books) -> set[int]:
    """Answers after which the very question was drawn once more: the officer takes them for nothing, they are what was said."""
    said = {(deed.update, deed.question, deed.value) for deed in record.deeds if deed.question}
    return {one.update for one in books.saved if (one.update, one.question, one.value) in said}


def doubled(record: Record, books: Books) -> Iterator[str]:
    """Effects without a deed of their own."""
    did = {deed.update for deed in record.deeds if deed.does is Does.ANSWER}
    did |= said_again(record, books)
    times = Counter(one.update for one in books.saved)
    yield from (f"update {update} was recorded {count} times" for update, count in times.items() if count > 1)
    yield from (f"update {update} was recorded and answered nothing" for update in times if update not in did)
    yield from (
        f"{extra} rows of history too many for {of}" for of, extra in (books.saves - recorded(books)).items()
    )
    yield from (f"{of} was submitted {count} times" for of, count in books.submitted.items() if count > 1)
    twice = [update for update, count in books.photos.items() if count > 1]
    yield from (f"the photo of update {update} was recorded more than once" for update in twice)
    asked = {(deed.person, deed.checklist) for deed in record.deeds if deed.does is Does.SUBMIT}
    yield from (f"{of} was submitted by nobody" for of in books.submitted if of not in asked)
    receipts = Counter(receipt for *_, receipt in books.receipts)
    yield from (
        f"receipt {receipt} was given {count} times" for receipt, count in receipts.items() if count > 1
    )
    hazards = Counter(books.hazards)
    yield from (f"{count} hazards for {of}" for of, count in hazards.items() if count > 1)
    yield from (f"a hazard without a bad answer: {of}" for of in hazards if of not in bad_ones(books))


def ahead(record: Record) -> Iterator[str]:
    """Screens that said more than was committed when they came."""
    done: dict[tuple[int, str], list[Deed]] = {}
    for deed in record.deeds:
        if deed.does is Does.ANSWER:
            done.setdefault((deed.person, deed.checklist), []).append(deed)
    for sight in record.sights:
        if not sight.settled:
            yield f"{sight.person} saw {sight.question or 'a screen'} after update {sight.after}, not committed"
        if not sight.checklist:
            continue
        for deed in done.get((sight.person, sight.checklist), ()):
            if deed.update <= sight.after and deed.question not in sight.committed:
                yield f"{sight.person} saw {sight.question or sight.checklist} while {deed.question} was not in the database"


def asked_twice(record: Record) -> Iterator[str]:
    """Questions put again although their answer was in the database and nobody went back."""
    for sight in record.sights:
        if sight.question and sight.question in sight.committed and not sight.repeat_wanted:
            yield f"{sight.person} was asked {sight.question} again after update {sight.after}"


def recorded(books: Books) -> Counter[tuple[int, str, str]]:
    return Counter((one.person, one.checklist, one.question) for one in books.saved)


def bad_ones(books: Books) -> set[tuple[int, str, str]]:
    """Questions whose last answer is bad."""
    last = {(one.person, one.checklist, one.question): one.bad for one in books.saved}
    return {of for of, bad in last.items() if bad}
