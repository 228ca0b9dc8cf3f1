"""One self-check as it stands: its form, answers and facts, read from the ledger once. Nothing is changed here."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from checklists import carrying, judging, walk
from checklists import findings as counting
from checklists.answers import Answer, Facts, Value
from checklists.elsewhere import with_elsewhere
from checklists.findings import Finding, Review, Score
from checklists.judging import Judgement, PhotoNeed, PhotoWish
from checklists.repeats import parted
from checklists.schema import Checklist, Outcome, Question
from checklists.words import Words
from dialogs.context import Context
from dialogs.talk import Argument, Json, Line
from safety.checks import Author, CheckKey, Correction, Draft, Holder, Previous, StatedFact, Submission
from safety.errors import Refusal
from safety.hazard_ledger import Hazard
from safety.hazards import UNREPORTED
from safety.ledger import Ledger
from safety.recurrence import counts_from, days_left, earlier
from safety.visits import visit_of

NONE = Answer()


@dataclass(frozen=True, slots=True)
class Recall:
    """What the enterprise has said before, read only when it is wanted: most taps do not ask for all of it."""

    ledger: Ledger
    key: CheckKey
    now: datetime

    def previous(self) -> Previous | None:
        """The last submitted check of the same form."""
        return self.ledger.previous(self.key)

    def stated(self) -> Mapping[str, StatedFact]:
        """Facts with where and when they were stated."""
        return self.ledger.stated_facts()

    def closed(self, question: str, today: date) -> str:
        """Number of the enterprise's hazard of this question that a new one would repeat; empty when none does."""
        since = counts_from(today, self.ledger.rules().defaults.recurring)
        return earlier(question, "", "", self.ledger.closed_since(since))

    def title(self, checklist: str) -> Words | None:
        """The title of a form, None when there is no such form any more."""
        try:
            return self.ledger.form(checklist).title
        except KeyError:
            return None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A draft with what is known around it. `draft` is None only in the turn that begins it.

    me       the person at this screen
    authors  who gave each answer that stands; empty as long as nobody else has given one
    held     who does which section, by section
    """

    key: CheckKey
    form: Checklist
    answers: Mapping[str, Answer]
    facts: Facts
    today: date
    draft: Draft | None = field(default=None, compare=False)
    me: int = 0
    authors: Mapping[str, Author] = field(default_factory=dict)
    held: Mapping[str, Holder] = field(default_factory=dict)
    recall: Recall | None = field(default=None, compare=False)
    version: Submission | None = None  # while it is corrected: the version that is
    reported: Mapping[str, Hazard] = field(default_factory=dict)  # and its hazards, by question
    _having: dict[tuple[str, Answer], "Sheet"] = field(default_factory=dict, compare=False, repr=False)

    @property
    def submitted(self) -> bool:
        """Handed in, and not being corrected."""
        return self.draft is not None and self.draft.receipt is not None and self.draft.correcting is None

    @property
    def correcting(self) -> Correction | None:
        return self.draft.correcting if self.draft is not None else None

    def before_correction(self) -> "Sheet":
        """The sheet as it was submitted last."""
        return self if self.version is None else self.on(self.form, self.version.answers)

    def may_change(self, question: Question) -> bool:
        """A correction reaches the questions that were chosen, and those that are asked only because of it."""
        if self.correcting is None or question.id in self.correcting.questions:
            return True
        return question.id not in {one.id for one in self.before_correction().asked()}

    def answer(self, question: Question) -> Answer:
        """What is known of a question; of a worked out value, what it is now."""
        if question.calculate is None:
            return self.answers.get(question.id, NONE)
        return walk.answer_of(self.form, self.answers, self.facts, question) or NONE

    def revision(self, question: Question) -> int:
        """How often the question has been answered or passed over; 0 never."""
        saved = self.draft.saves.get(question.id) if self.draft else None
        return saved.revision if saved else 0

    def other(self, question: Question) -> Author | None:
        """The colleague whose answer stands; None when it is one's own, or when there is none."""
        author = self.authors.get(question.id)
        return None if author is None or author.person == self.me else author

    def question(self, wanted: Json) -> Question:
        """The question by its id, as people see it; a form that has none ends in a sentence, not in an error."""
        if not isinstance(wanted, str) or wanted not in self.form.places:
            raise Refusal("check-gone")
        if self.form.plain:
            return self.form.question(wanted)
        if self.form.section_of(wanted).repeat is not None and parted(wanted)[1] is None:
            raise Refusal("check-gone")  # a repeated question is always one of its instances
        return walk.shown(self.form, self.answers, self.facts, wanted)

    def place(self, question: Question) -> Words | Line:
        """The section a question stands in; of a repeated one which instance, by number and name."""
        one = None if self.form.plain else walk.instance_of(self.form, self.answers, self.facts, question.id)
        if one is None:
            return self.form.section_of(question.id).title
        args: dict[str, Argument] = {"title": one.title, "n": one.number, "total": one.total}
        return Line("instance-named", {**args, "name": one.name}) if one.name else Line("instance", args)

    def worked(self) -> list[Question]:
        """The values that are worked out and known, in order."""
        return [one for one in walk.judged(self.form, self.answers, self.facts) if one.calculate is not None]

    def having(self, question: Question, answer: Answer) -> "Sheet":
        """The sheet as it will be with this answer; the same one again for the same answer."""
        known = self._having.get((question.id, answer))
        if known is None:
            known = replace(self, answers={**self.answers, question.id: answer}, _having={})
            self._having[question.id, answer] = known
        return known

    def on(self, form: Checklist, answers: Mapping[str, Answer]) -> "Sheet":
        """The sheet on another version of its form."""
        return replace(self, form=form, answers=answers, _having={})

    def outcome(self, question: str) -> str | None:
        """What the answer that stands means; None for one that was passed over."""
        judged = self.judgement(self.question(question))
        return None if judged is None else judged.outcome.value

    def is_open(self, question: Question) -> bool:
        """Neither answered nor passed over."""
        return walk.is_open(self.answers.get(question.id))

    def judge(self, question: Question, value: Value) -> Judgement:
        """What this value would mean here."""
        sheet = self
        if self.answer(question).value != value:
            sheet = self.having(question, replace(self.answer(question), value=value, skipped=False))
        known = walk.known_facts(self.form, sheet.answers, self.facts)
        return judging.judge(question, value, known, self.today)

    def judgement(self, question: Question) -> Judgement | None:
        value = self.answer(question).value
        return None if value is None else self.judge(question, value)

    def bad(self, question: Question) -> bool:
        """Whether it is a finding; what is not asked (a colleague's answer has hidden it) is none."""
        judged = self.judgement(question)
        return judged is not None and judged.outcome is Outcome.BAD and self.counts(question)

    def counts(self, question: Question) -> bool:
        """Whether the question is asked, or worked out."""
        counted = walk.judged(self.form, self.answers, self.facts)
        return any(one.id == question.id for one in counted)

    def due(self, question: str, judgement: Judgement) -> date:
        """When a finding has to be put right; sooner when it recurs."""
        recall, days = self.recall, judgement.rectify_days
        if recall is None:
            return self.today + timedelta(days=days)
        if self.recurs(question):
            days = days_left(days, recall.ledger.rules().defaults.recurring)
        return recall.ledger.calendar().after(self.today, days, working=judgement.working)

    def recurs(self, question: str) -> str:
        """Number of the hazard of this question that was closed not long ago; empty when there is none."""
        return self.recall.closed(question, self.today) if self.recall is not None else ""

    def wish(self, question: Question) -> PhotoWish:
        lot = carrying.may_be_drawn(question) and question.id in self.drawn()
        return judging.photo_wish(question, self.answer(question), self.judgement(question), drawn=lot)

    def by_lot(self, question: Question) -> bool:
        """Whether a photo is wanted only because the lot fell on the question."""
        without = judging.photo_wish(question, self.answer(question), self.judgement(question))
        return without.need is PhotoNeed.NONE and self.wish(question).need is not PhotoNeed.NONE

    def drawn(self) -> frozenset[str]:
        """The questions that the lot fell on in this check; in an inspection none."""
        if visit_of(self.key.period) is not None:
            return frozenset()
        return carrying.drawn(walk.outline(self.form, self.answers, self.facts), self.seed)

    @property
    def seed(self) -> str:
        return self.draft.seed if self.draft is not None else ""

    def asks_photo(self, question: Question) -> bool:
        """Whether a photo is to be asked for now."""
        wish = self.wish(question)
        return (
            wish.need is not PhotoNeed.NONE and wish.missing > 0 and not self.answer(question).photos_skipped
        )

    def next_open(self, after: Question | None = None) -> Question | None:
        """The open question to go on with: one's own sections first, those that colleagues do never."""
        if not self.held:
            return walk.next_open(self.form, self.answers, self.facts, after.id if after else None)
        waiting = [*walk.all_open(self.form, self.answers, self.facts, after.id if after else None)]
        free = [one for one in waiting if self.holder(one) is None]
        return next((one for one in waiting if self.mine(one)), free[0] if free else None)

    def holder(self, question: Question) -> Holder | None:
        """Who does the section of a question; None when nobody has taken it."""
        return self.held.get(self.form.section_of(question.id).id) if self.held else None

    def colleagues(self, question: Question) -> bool:
        """Whether somebody else does the section of a question."""
        return self.holder(question) is not None and not self.mine(question)

    def mine(self, question: Question) -> bool:
        """Whether the person at this screen does the section of a question."""
        holder = self.holder(question)
        return holder is not None and holder.person == self.me

    def all_open(self) -> tuple[Question, ...]:
        """Those of them that are neither answered nor passed over."""
        return tuple(question for question in self.asked() if self.is_open(question))

    def following(self, question: Question) -> Question | None:
        """The question behind this one, answered or not."""
        asked = walk.outline(self.form, self.answers, self.facts)
        place = next((index for index, one in enumerate(asked) if one.id == question.id), len(asked))
        return asked[place + 1] if place + 1 < len(asked) else None

    def last(self) -> Question | None:
        """The last question that is asked."""
        asked = walk.outline(self.form, self.answers, self.facts)
        return asked[-1] if asked else None

    def before(self, question: Question) -> Question | None:
        return walk.before(self.form, self.answers, self.facts, question.id)

    def position(self, question: Question) -> tuple[int, int]:
        return walk.position(self.form, self.answers, self.facts, question.id)

    def asked(self) -> tuple[Question, ...]:
        """The questions that are asked, in order."""
        return walk.outline(self.form, self.answers, self.facts)

    def number(self, question: str) -> int:
        """The place of a question among those asked, from 1."""
        return walk.position(self.form, self.answers, self.facts, question)[0]

    def seen(self) -> tuple[tuple[str, ...], Facts]:
        """Which questions are asked, and the facts they are judged by."""
        asked = walk.outline(self.form, self.answers, self.facts)
        return tuple(one.id for one in asked), walk.known_facts(self.form, self.answers, self.facts)

    def figures(self) -> Mapping[str, Decimal]:
        """The worked out values by id."""
        return walk.figures(self.form, self.answers, self.facts)

    def findings(self) -> tuple[Finding, ...]:
        return counting.findings(self.form, self.answers, self.facts, self.today)

    def review(self) -> Review:
        return counting.review(self.form, self.answers, self.facts, self.today, self.seed)

    def score(self) -> Score:
        """As it was handed in; of a draft, as it stands."""
        if self.draft is not None and self.draft.score is not None and self.submitted:
            return self.draft.score
        return counting.score(self.form, self.answers, self.facts, self.today, self.seed)


def sheet_of(key: CheckKey, context: Context) -> Sheet:
    """The self-check as recorded; a Refusal when there is none any more."""
    draft = context.ledger.draft(key)
    if draft is None:
        raise Refusal("check-gone")
    me = context.actor.person
    shared = any(save.person != me for save in draft.saves.values())
    authors = context.ledger.authors(key) if shared else {}
    recall = Recall(context.ledger, key, context.now)
    held = context.ledger.holders(key) if draft.shared else {}
    facts, today = facts_for(draft.form, context), context.today
    sheet = Sheet(key, draft.form, draft.answers, facts, today, draft, me, authors, held, recall)
    return sheet if draft.correcting is None else _correcting(sheet, context)


def facts_for(form: Checklist, context: Context) -> Facts:
    """What is known of the enterprise, with what this form wants to know of other checklists."""
    return with_elsewhere(form, context.ledger.facts(), context.ledger.last_answers)


def _correcting(sheet: Sheet, context: Context) -> Sheet:
    """With what was submitted last, and the hazards that were reported with it."""
    versions = context.ledger.versions(sheet.key)
    reported = {
        one.question: one for one in context.ledger.hazards_of(sheet.key) if one.state not in UNREPORTED
    }
    return replace(sheet, version=versions[-1] if versions else None, reported=reported, _having={})


def new_sheet(key: CheckKey, context: Context) -> Sheet:
    """The self-check in the turn that begins it."""
    form, me = context.ledger.form(key.checklist), context.actor.person
    recall = Recall(context.ledger, key, context.now)
    return Sheet(key, form, {}, facts_for(form, context), context.today, me=me, recall=recall)
