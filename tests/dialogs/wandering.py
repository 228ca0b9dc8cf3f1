"""People who wander through a self-check at random: answers, backs, jumps, edits, restarts, colleagues, nonsense.

Whatever they do, nothing is raised, a screen is always shown, the state survives JSON, and what was recorded leads to
the same findings when it is replayed.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from random import Random

from checklists.answers import Answer
from checklists.catalogue import Catalogue
from checklists.codec import value_from_json
from checklists.elsewhere import with_elsewhere
from checklists.findings import findings
from checklists.schema import Checklist
from dialogs.codec import session_from_json, session_to_json
from dialogs.context import Context
from dialogs.talk import Tapped
from safety.checks import CheckKey
from safety.events import AnswerSaved, DraftMoved, Event
from safety.hazard_ledger import HazardState
from tests.dialogs.everything import EVERYTHING
from tests.dialogs.paper import OFFICER, PRINCIPAL, World, small_world
from tests.dialogs.talking import Talker

STEPS = 45
WORDS = (
    "是", "否", "没有", "都没有", "不知道", "3", "两台", "三百五", "0", "-1", "99999", "今天", "去年5月", "2027-05-01", "8点半", "晚上十点", "25点",
    "东车间", "GL0012", "gl 0012", "看不清", "天衢路1号", "甲、乙", "没做过", "改第2题", "第3题：是", "上一题改成3", "改第40题", "漏气了", "{n}", "<b>粗</b>", "", "x" * 200, "还有", "没有了",
)  # fmt: skip
COMMANDS = ("/check", "/menu", "/start", "/help", "/cancel", "/hazards")


def catalogue_with(catalogue: Catalogue) -> Catalogue:
    return replace(catalogue, checklists={**catalogue.checklists, EVERYTHING.id: EVERYTHING})


class Wanderer:
    """One walk: an enterprise, its officer and its principal, a form."""

    def __init__(self, catalogue: Catalogue, checklist: str, seed: int) -> None:
        self.dice = Random(f"{checklist}/{seed}")
        self.world = self.worldly(catalogue, checklist)
        self.people = [Talker(self.world, person).command("/check") for person in (OFFICER, PRINCIPAL)]
        self.events: list[Event] = []
        self.messages: list[int] = [1]
        self.number = 1

    def worldly(self, catalogue: Catalogue, checklist: str) -> World:
        world = small_world(catalogue)
        world.owed = (checklist,)
        flags = sorted(catalogue.facts.ids - catalogue.facts.number_ids)
        world.facts = {name: True for name in flags if self.dice.random() < 0.5}
        if self.dice.random() < 0.7:
            world.facts["staff"] = self.dice.choice([0, 1, 6, 99, 100, 400])
        return world

    def walk(self, steps: int = STEPS) -> None:
        """Wander, and look after each step."""
        for _ in range(steps):
            talker = self.dice.choice(self.people)
            before = len(talker.all_events)
            self.dice.choices(DOES, WEIGHTS)[0](self, talker)
            self.events += talker.all_events[before:]
            self.look(talker)
        self.replay()

    def look(self, talker: Talker) -> None:
        """What holds after every step."""
        assert talker.seen is not None
        assert talker.screen is not None
        assert talker.seen.html.strip()
        assert talker.seen.rows or talker.screen.final or talker.seen.contact_label, talker.page()
        assert session_to_json(session_from_json(talker.kept)) == talker.kept

    # --- what people do ---

    def taps(self, talker: Talker) -> None:
        assert talker.screen is not None
        options = [button.option for row in talker.screen.rows for button in row]
        talker.press(self.dice.choice(options) if options else "x")

    def answers(self, talker: Talker) -> None:
        """A tap on an answer rather than on the bottom row."""
        assert talker.screen is not None
        options = [button.option for row in talker.screen.rows for button in row]
        marked = [one for one in options if one[:1] in {"a", "t", "p", "d", "g", "w", "k"}]
        talker.press(self.dice.choice(marked or options or ["x"]))

    def writes(self, talker: Talker) -> None:
        self.number += 1
        self.messages.append(self.number)
        talker.write(self.dice.choice(WORDS), message=self.number)

    def edits(self, talker: Talker) -> None:
        talker.write(self.dice.choice(WORDS), message=self.dice.choice(self.messages), edited=True)

    def sends(self, talker: Talker) -> None:
        self.number += 1
        what = self.dice.randrange(5)
        if what == 0:
            talker.photo(f"u{self.number}", caption=self.dice.choice(["", "GL0034", "看"]))
        elif what == 1:
            talker.photo(f"u{self.number}", album=f"al{self.number // 4}")
        elif what == 2:
            talker.file(self.dice.choice(["a.pdf", "b.exe", ""]), f"f{self.number}")
        elif what == 3:
            talker.place(self.dice.choice([37.4, 99.0]), 116.3, live=bool(self.dice.getrandbits(1)))
        else:
            talker.other(self.dice.choice(["voice", "sticker"]))

    def commands(self, talker: Talker) -> None:
        talker.command(self.dice.choice(COMMANDS))

    def restarts(self, talker: Talker) -> None:
        """The session is lost altogether."""
        talker.kept = ""
        talker.command("/check")

    def taps_old(self, talker: Talker) -> None:
        session = session_from_json(talker.kept)
        talker.does(Tapped(session.state.flow, session.screen - 1, self.dice.choice(["a0", "ok", "b", "s"])))

    # --- what was recorded ---

    def replay(self) -> None:
        """The recorded answers, one after the other, come to the draft's findings and to the open hazards."""
        for key, draft in self.world.drafts.items():
            form, facts = draft.form, self.facts(draft.form)
            again = replayed(form, self.saved(key))
            live = {name: one.value for name, one in draft.answers.items() if one.value is not None}
            assert {name: one.value for name, one in again.items() if one.value is not None} == live
            today = Context(self.world.actor(OFFICER), self.world.ledger(OFFICER), self.world.now).today
            bad = {(one.question.id, one.judgement) for one in findings(form, draft.answers, facts, today)}
            assert {(one.question.id, one.judgement) for one in findings(form, again, facts, today)} == bad
            self.hazards(key, {name for name, _judgement in bad})

    def hazards(self, key: CheckKey, bad: set[str]) -> None:
        """Each finding has its hazard and no other is open."""
        known = [one for one in self.world.found if one.checklist == key.checklist]
        assert {one.question for one in known if one.state is not HazardState.WITHDRAWN} == bad

    def facts(self, form: Checklist) -> dict[str, object]:
        ledger = self.world.ledger(OFFICER)
        return dict(with_elsewhere(form, ledger.facts(), ledger.last_answers))

    def saved(self, key: CheckKey) -> Iterable[AnswerSaved]:
        assert not any(isinstance(event, DraftMoved) for event in self.events)
        return (event for event in self.events if isinstance(event, AnswerSaved) and event.key == key)


def replayed(form: Checklist, saves: Iterable[AnswerSaved]) -> dict[str, Answer]:
    answers: dict[str, Answer] = {}
    for event in saves:
        value = value_from_json(form.question(event.question), event.value)
        answers[event.question] = Answer(value=value, skipped=value is None)
    return answers


Does = Callable[[Wanderer, Talker], None]
DOES: tuple[Does, ...] = (
    Wanderer.answers,
    Wanderer.taps,
    Wanderer.writes,
    Wanderer.sends,
    Wanderer.edits,
    Wanderer.commands,
    Wanderer.restarts,
    Wanderer.taps_old,
)
WEIGHTS = (40, 20, 20, 12, 4, 3, 1, 1)
