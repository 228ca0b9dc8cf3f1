"""How often exams may be tried, when one has to wait, and how failed questions come back, as content."""

from collections.abc import Collection, Iterator, Mapping
from datetime import time
from typing import Annotated

from pydantic import Field

from checklists.issues import Issue, issue, meant
from checklists.parts import Clock, Grounded, Whole
from checklists.tree import Path, Tree

Days = Annotated[Whole, Field(ge=1, le=366)]


class ExamRules(Grounded):
    """rules/exams.yaml. How often a paper may be tried on one day stands in its plan (bank/papers.yaml).

    fails          so many failures in a row on one paper, and one has to wait
    wait_hours     for how long, counted from the end of the last of them
    leaves_after   right answers in a row after which a question leaves the wrong-answer book
    refresh_days   days after the last failure on which its owner is reminded of the book
    refresh_hour   at which that is, on a working day
    spot_paper     the plan of a spot exam on site
    spot_minutes   how long people can come in to one
    spot_digits    of the code by which they do
    spot_guests    so many people without a seat in one at most
    teach          topics of the bank by kind of hazard: who hands in a self-check with one practises a question on it
    teach_most     so many questions for one self-check
    """

    fails: Annotated[Whole, Field(ge=1, le=10)] = 3
    wait_hours: Annotated[Whole, Field(ge=1, le=240)] = 24
    leaves_after: Annotated[Whole, Field(ge=1, le=10)] = 2
    refresh_days: Annotated[tuple[Days, ...], Field(max_length=6)] = (7, 21)
    refresh_hour: Clock = time(9)
    spot_paper: str = "spot"
    spot_minutes: Annotated[Whole, Field(ge=5, le=120)] = 30
    spot_digits: Annotated[Whole, Field(ge=6, le=10)] = 6
    spot_guests: Annotated[Whole, Field(ge=0, le=1000)] = 100
    teach: Mapping[str, Annotated[tuple[str, ...], Field(min_length=1)]] = {}
    teach_most: Annotated[Whole, Field(ge=0, le=10)] = 2


def check_teaching(
    rules: ExamRules, tree: Tree, kinds: Collection[str], topics: Collection[str]
) -> Iterator[Issue]:
    """The kinds of hazards and the topics of the bank are there."""
    for kind, taught in rules.teach.items():
        path: Path = ("teach", kind)
        if kind not in kinds:
            yield issue("unknown-kind", tree.file, tree.line(path), meant(kind, kinds), id=kind)
        for number, topic in enumerate(taught):
            if topic not in topics:
                yield issue(
                    "unknown-topic", tree.file, tree.line((*path, number)), meant(topic, topics), id=topic
                )
