"""What a self-check with hazards teaches who hands it in (自查出错、事后复习): a question or two on the same topics. Pure."""

from collections.abc import Collection, Iterable, Sequence

from checklists.answers import Facts
from checklists.bank import Bank, ExamItem
from checklists.exam_rules import ExamRules
from safety.exams import TRAINEES, lot
from safety.people import Role


def topics_for(kinds: Iterable[str], rules: ExamRules) -> Sequence[str]:
    """The topics of the bank that these kinds of hazards lead to: the first of each kind, then the second of each."""
    lists = [rules.teach.get(kind, ()) for kind in dict.fromkeys(kinds)]
    deepest = max(map(len, lists), default=0)
    return tuple(dict.fromkeys(one[place] for place in range(deepest) for one in lists if place < len(one)))


def lessons(
    bank: Bank,
    rules: ExamRules,
    kinds: Iterable[str],
    role: Role,
    facts: Facts,
    known: Collection[str],
    seed: str,
) -> tuple[ExamItem, ...]:
    """At most `rules.teach_most` questions for this role, one a topic in turn; none that is in the book already (`known`).

    They follow from the seed alone, so that the same self-check teaches the same.
    """
    trainee = TRAINEES.get(role)
    if trainee is None:
        return ()
    chosen: list[ExamItem] = []
    piles = [
        sorted(
            (item for item in topic.items if item.id not in known and item.suits(trainee, facts)),
            key=lambda item: lot(seed, item.id),
        )
        for wanted in topics_for(kinds, rules)
        for topic in bank.topics
        if topic.id == wanted
    ]
    while len(chosen) < rules.teach_most and any(piles):
        for pile in piles:
            if pile and len(chosen) < rules.teach_most:
                chosen.append(pile.pop(0))
    return tuple(chosen)
