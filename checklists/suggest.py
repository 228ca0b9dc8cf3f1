"""What a report's words are probably about: kind of hazard, question or criterion, clause, advice, days. The person decides.

The questions of all checklists and the criteria in force are searched (searching.py); lists that were replaced are
left out, because new judgements may not point at them. The index is built by the first report, not at the start.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from checklists.criteria import Criteria, Status
from checklists.extra_fields import ExtraField
from checklists.hazard_kinds import HazardKind, HazardKinds, belonging
from checklists.parts import Clause, Criterion
from checklists.schema import Checklist, Outcome, Question, Section, Severity
from checklists.searching import Index, Texts, normal, stem, tokens
from checklists.whereabouts import place_in
from checklists.words import Words

HITS = 3
MEANT = 0.75  # what a word counts that was not said but is meant by one that was
OWED = 1.15  # how much more a question counts that the enterprise is asked anyway
AKIN = 1.2  # how much more a hit counts whose kind is meant by words of its own
SAID_KIND, SIGNS = (
    4.0,
    4,
)  # points of a kind for each two signs of a word of its own, and how many signs count
VOTERS = 6  # hits that speak for their kinds
LEAST = 6.0  # points below which a hit is chance
NEAR = 0.35  # a hit with a smaller share of the best one's points is not worth a line


@dataclass(frozen=True, slots=True)
class Hit:
    """A question or criterion that fits. `form` is empty for a criterion; `advice` and `days` are those of its kind then."""

    id: str
    text: Words
    kind: str
    severity: Severity
    advice: Words
    days: int
    clause: Clause | None = None
    criteria: tuple[str, ...] = ()
    form: str = ""
    working: bool = False  # whether `days` are working days


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What words are probably about, best first; all may be empty. `named`: kinds that were meant by words of their own."""

    kinds: Sequence[HazardKind] = ()
    hits: Sequence[Hit] = field(default_factory=tuple)
    named: frozenset[str] = frozenset()


class Suggester:
    """Searches one catalogue's questions and criteria."""

    def __init__(self, forms: Mapping[str, Checklist], criteria: Criteria, sheet: HazardKinds | None) -> None:
        self._forms = forms
        self._criteria = criteria
        self.kinds: Mapping[str, HazardKind] = {kind.id: kind for kind in sheet.kinds} if sheet else {}
        self._places = sheet.places if sheet else ()
        self._same = (
            [(normal(said), same.means) for same in sheet.same for said in same.said] if sheet else []
        )

    def suggest(self, words: str, owed: Sequence[str] = ()) -> Suggestion:
        """Say what these words are about; `owed` are checklists of the enterprise, whose questions come first."""
        if not self.kinds:
            return Suggestion()
        said = normal(words)
        named = self._named(said)
        searched = self._index.search(self._meant(said))
        found = [self._weighed(place, points, owed, named) for place, points in searched]
        found.sort(key=lambda hit: -hit[1])
        return Suggestion(self._ranked(named, found[:VOTERS]), self._best(found), frozenset(named))

    def place(self, words: str, known: Iterable[str] = ()) -> str:
        """The place that these words name, if any; `known` are places that were named before."""
        return place_in(words, self._places, known)

    def hit(self, id_: str) -> Hit | None:
        """A question or criterion by its id."""
        return next((hit for hit in self._hits if hit.id == id_), None)

    def kind_of(self, kind: str, question: str) -> HazardKind | None:
        """The kind that was said, else that of the question that found it; None when content knows neither."""
        if kind or not self.kinds:
            return self.kinds.get(kind)
        return self._kind_of.get(question.partition("@")[0])

    def field(self, id_: str) -> ExtraField | None:
        """An extra field of any kind by its id."""
        return next((one for kind in self.kinds.values() for one in kind.fields if one.id == id_), None)

    def _meant(self, said: str) -> dict[str, float]:
        """The words said, and those that they mean."""
        wanted: dict[str, float] = {}
        for means in (means for one, means in self._same if one in said):
            for token, weight in tokens(means):
                wanted[token] = max(wanted.get(token, 0.0), weight * MEANT)
        for token, weight in tokens(said):
            wanted[token] = max(wanted.get(token, 0.0), weight)
        return wanted

    def _named(self, said: str) -> Mapping[str, float]:
        """The kinds that are meant by words of their own."""
        points = {
            kind: sum(SAID_KIND * min(len(word), SIGNS) / 2 for word in words if _says(said, word))
            for kind, words in self._words
        }
        return {kind: worth for kind, worth in points.items() if worth}

    def _weighed(
        self, place: int, points: float, owed: Sequence[str], named: Mapping[str, float]
    ) -> tuple[Hit, float]:
        hit = self._hits[place]
        return hit, points * (OWED if hit.form in owed else 1.0) * (AKIN if hit.kind in named else 1.0)

    def _best(self, found: Sequence[tuple[Hit, float]]) -> tuple[Hit, ...]:
        """The best hits; a criterion that the question before it rests on already says nothing new."""
        best: list[Hit] = []
        named: set[str] = set()
        most = found[0][1] if found else 0.0
        for hit, points in found:
            if len(best) == HITS or points < max(LEAST, NEAR * most):
                break
            if hit.id not in named:
                best.append(hit)
                named.update(hit.criteria)
        return tuple(best)

    def _ranked(
        self, named: Mapping[str, float], voters: Sequence[tuple[Hit, float]]
    ) -> tuple[HazardKind, ...]:
        """The kinds by what was said and by what was found."""
        points: dict[str, float] = defaultdict(float, named)
        for rank, (hit, worth) in enumerate(voters):
            points[hit.kind] += worth / (rank + 1)
        ranked = sorted((kind for kind in points if points[kind] >= LEAST / 2), key=lambda one: -points[one])
        return tuple(self.kinds[kind] for kind in ranked)

    @cached_property
    def _words(self) -> list[tuple[str, list[str]]]:
        return [(kind.id, [normal(word) for word in kind.words]) for kind in self.kinds.values()]

    @cached_property
    def _index(self) -> Index:
        return Index([text for _, text in self._pairs])

    @cached_property
    def _hits(self) -> list[Hit]:
        return [hit for hit, _ in self._pairs]

    @cached_property
    def _pairs(self) -> list[tuple[Hit, Texts]]:
        kind_of = self._kind_of
        pairs = [
            self._question(form, section, question, kind_of[question.id])
            for form in self._forms.values()
            for section in form.sections
            for question in section.questions
        ]
        for standard in self._criteria.standards:
            if standard.status is Status.IN_FORCE:
                groups = [standard.groups.get(item.group or "", standard.name) for item in standard.items]
                found = [self._criteria.by_code[item.code] for item in standard.items]
                pairs += [
                    self._criterion(one, group, kind_of[one.code])
                    for one, group in zip(found, groups, strict=True)
                ]
        return pairs

    @cached_property
    def _kind_of(self) -> Mapping[str, HazardKind]:
        """The kind of everything: the finest name that a kind covers, else the last kind."""
        covered = {name: kind for kind in self.kinds.values() for name in kind.covers}
        last = list(self.kinds.values())[-1]
        return {
            id_: next((covered[name] for name in names if name in covered), last)
            for id_, names in belonging(self._forms.values(), self._criteria)
        }

    def _question(
        self, form: Checklist, section: Section, question: Question, kind: HazardKind
    ) -> tuple[Hit, Texts]:
        major = question.major
        coded = major.criteria if major else ()
        hit = Hit(
            question.id,
            question.text,
            kind.id,
            question.severity,
            question.advice,
            question.rectify_days,
            clause=next(iter(question.basis), None),
            criteria=tuple(one.code for one in coded),
            form=form.id,
            working=question.rectify_working,
        )
        bad = [option.label for option in question.options if option.outcome is Outcome.BAD]
        parts = [(question.text, 2.0), (question.advice, 0.7), (section.title, 0.5), (kind.name, 0.5)]
        parts += [(label, 2.0) for label in bad] + [(one.text, 0.7) for one in coded]
        parts += [(words, 0.5) for words in (question.note, major.criterion if major else None) if words]
        return hit, _both(parts)

    def _criterion(self, criterion: Criterion, group: Words, kind: HazardKind) -> tuple[Hit, Texts]:
        hit = Hit(
            criterion.code,
            criterion.text,
            kind.id,
            Severity.MAJOR,
            kind.advice,
            kind.days,
            clause=criterion.clause,
            criteria=(criterion.code,),
            working=kind.working,
        )
        return hit, _both([(criterion.text, 2.0), (group, 0.7), (kind.name, 0.5)])


def _both(parts: Iterable[tuple[Words, float]]) -> Texts:
    return [(text, weight) for words, weight in parts for text in (words.zh, words.en)]


def _says(said: str, word: str) -> bool:
    """Whether the word was said; an English one as a word of its own, in any of its forms."""
    if word[0] > "\u4dff":
        return word in said
    return f" {' '.join(map(stem, word.split()))} " in f" {' '.join(map(stem, said.split()))} "
