"""Three colleagues on one self-check, on a real database, against a plain model of what may happen (promise P13).

Everybody has a screen of their own that grows old while others answer. What a tap must come to is said by the model
alone: it knows what stands, who said it, and what each person has seen on their screen. `clash` lets two people act on
the same moment, as on two workers: both are heard before either is recorded.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import Connection, select

from checklists.catalogue import Catalogue
from checklists.schema import (
    Checklist,
    MajorSource,
    Option,
    Outcome,
    Question,
    QuestionKind,
    Section,
    Severity,
)
from checklists.words import Language, Words
from dialogs import desk
from dialogs.codec import session_from_json, session_to_json
from dialogs.desk import Heard, Session
from dialogs.talk import Commanded, Input, Screen, Tapped, Wrote
from safety import notices
from safety.checks import CheckKey
from safety.errors import Refusal
from safety.events import (
    AnswerNoted,
    AnswerSaved,
    CheckBegun,
    CheckSubmitted,
    Event,
    SectionGivenBack,
    SectionHanded,
    SectionTaken,
)
from safety.people import Actor, Role
from storage import people
from storage.audience import AudienceOf
from storage.database import Database
from storage.invitations import Place
from storage.ledger import LedgerOf
from storage.record import record
from storage.tables.checks import checks, saves
from tests import cast as casting
from tests.cast import ALICE, BOB, NOBODY, Cast, Speaker
from tests.dialogs.talking import TEXTS

CAROL = replace(NOBODY, id=1009, name="周洁", phone="13800001009")
PEOPLE = (ALICE, BOB, CAROL)
FORM_ID = "shared"
CORRECT = "f"  # a correction after submission is one person's: tests/dialogs/test_selfcheck_corrections.py


def words(text: str) -> Words:
    return Words(text, text)


YES = Option(value="ok", label=words("是"), outcome=Outcome.OK, affirms=True)
NO = Option(value="bad", label=words("否"), outcome=Outcome.BAD, affirms=False)
MAYBE = Option(value="half", label=words("一部分"), outcome=Outcome.OK)


def ask(name: str, severity: Severity = Severity.GENERAL) -> Question:
    major = MajorSource(official=False) if severity is Severity.MAJOR else None
    return Question(
        id=name,
        kind=QuestionKind.SINGLE,
        text=words(f"{name}？"),
        options=(YES, NO, MAYBE),
        severity=severity,
        major=major,
        advice=words("改好。"),
    )


def section(name: str, *questions: Question) -> Section:
    return Section(id=name, title=words(f"{name}段"), questions=questions)


FORM = Checklist(
    id=FORM_ID,
    title=words("共用表"),
    colours=("white",),
    cycle_days=30,
    sections=(
        section("A", ask("A1"), ask("A2")),
        section("B", ask("B1"), ask("B2", Severity.MAJOR)),
        section("C", ask("C1")),
    ),
)
WHO = st.sampled_from([one.name for one in PEOPLE])
SECTION_OF = {question.id: section.id for section in FORM.sections for question in section.questions}


def stage(catalogue: Catalogue) -> Cast:
    """Alice and Bob of tests/cast.py, and Carol, on a database in memory, owing one form of three sections."""
    colours = catalogue.colours.model_copy(
        update={
            "colours": tuple(
                one.model_copy(update={"checklist": FORM_ID, "extra_checklists": ()})
                for one in catalogue.colours.colours
            )
        }
    )
    small = replace(catalogue, checklists={FORM_ID: FORM}, colours=colours)
    database = Database.open("sqlite://")
    database.migrate()
    cast = casting.seat(database, small)
    with database.writing() as connection:
        cast.list_phone(connection, cast.east, CAROL)
        casting.join(connection, cast, CAROL, Place(Role.OFFICER, enterprise=cast.east))
    return cast


@dataclass
class Said:
    """The answer that stands: its value (None: passed over), whose it is, how often the question was saved."""

    value: str | None
    author: str
    revision: int


@dataclass
class Model:
    """What is true of the self-check, and what each person has seen."""

    standing: dict[str, Said] = field(default_factory=dict)
    history: list[tuple[str, str | None, str]] = field(default_factory=list)
    holders: dict[str, str] = field(default_factory=dict)
    seen: dict[str, tuple[str, int] | None] = field(default_factory=dict)
    notes: list[tuple[str, str]] = field(default_factory=list)
    workers: set[str] = field(default_factory=set)  # who began or answered
    writers: set[str] = field(default_factory=set)  # who wrote beside a question
    submitted_by: str | None = None
    told: list[str] = field(default_factory=list)

    def revision(self, question: str) -> int:
        said = self.standing.get(question)
        return said.revision if said else 0

    def rivals(self, who: str, question: str) -> bool:
        """Whether a colleague's answer stands that this person has not seen."""
        said = self.standing.get(question)
        if said is None or said.value is None or said.author == who:
            return False
        return self.seen.get(who) != (question, said.revision)

    def happens(self, who: str, event: Event) -> None:
        """An event, as anybody would understand it."""
        if isinstance(event, CheckBegun | AnswerSaved):
            self.workers.add(who)
        if isinstance(event, AnswerSaved):
            value = event.value if isinstance(event.value, str) else None
            self.history.append((event.question, value, who))
            self.standing[event.question] = Said(value, who, self.revision(event.question) + 1)
        elif isinstance(event, AnswerNoted):
            self.notes.append((event.question, event.text))
            self.writers.add(who)
        elif isinstance(event, CheckSubmitted):
            self.submitted_by = who

    def shared(self, who: str, event: Event, names: dict[int, str]) -> None:
        """Who has which section; nobody loses one that they have not given away or been asked for by name."""
        if isinstance(event, SectionTaken):
            holder = self.holders.get(event.section)
            assert holder in {None, who} or (event.over is not None and names[event.over] == holder)
            self.holders[event.section] = who
        elif isinstance(event, SectionHanded):
            assert self.holders.get(event.section) in {None, who}
            self.holders[event.section] = names[event.to]
        elif isinstance(event, SectionGivenBack) and self.holders.get(event.section) == who:
            del self.holders[event.section]


@dataclass
class Person:
    """One colleague: their session, kept as JSON, and the screen before their eyes."""

    speaker: Speaker
    kept: str = ""
    screen: Screen | None = None

    @property
    def session(self) -> Session:
        return session_from_json(self.kept)

    @property
    def at(self) -> str:
        state = self.session.state
        return f"{state.flow}.{state.at}"

    @property
    def question(self) -> str:
        return str(self.session.state.data.get("q", ""))

    def text(self) -> str:
        """What stands on the screen."""
        assert self.screen is not None
        return "\n".join(TEXTS.plain(line, Language.ZH) for line in self.screen.lines)

    def options(self) -> list[str]:
        assert self.screen is not None
        return [button.option for row in self.screen.rows for button in row]


@dataclass(frozen=True)
class Turn:
    """What an input came to, the ledger it was judged by, and how often each question had been answered then."""

    heard: Heard
    ledger: LedgerOf
    read: dict[str, int]


class Colleagues(RuleBasedStateMachine):
    """The state machine. `cast` is put there by the test; every run ends as if it had never been."""

    cast: Cast

    def __init__(self) -> None:
        super().__init__()
        self.connection: Connection = self.cast.database.engine.connect()
        self.undone = self.connection.begin()
        self.now: datetime = self.cast.now
        self.key: CheckKey = self.cast.key(FORM_ID)
        self.model = Model()
        self.people = {one.name: Person(one) for one in PEOPLE}
        self.numbers = {one.name: self.actor(one).person for one in PEOPLE}
        self.names = {number: name for name, number in self.numbers.items()}

    def teardown(self) -> None:
        self.compare()
        self.undone.rollback()
        self.connection.close()

    def actor(self, speaker: Speaker) -> Actor:
        return people.meet(self.connection, speaker, speaker.id, self.now)

    def ledger(self, actor: Actor) -> LedgerOf:
        return LedgerOf(self.connection, actor, self.cast.catalogue, self.now)

    # --- one turn, in the three parts that a worker does ---

    def hear(self, who: str, told: Input) -> Turn:
        """What it comes to, and what was read for it: the screen is drawn from the same."""
        person = self.people[who]
        actor = self.actor(person.speaker)
        ledger = self.ledger(actor)
        heard = desk.hear(person.session, told, actor, ledger, self.now, TEXTS)
        return Turn(heard, ledger, {one: said.revision for one, said in self.model.standing.items()})

    def settle(self, who: str, turn: Turn) -> Sequence[Event]:
        """Record and draw; a refusal of storage is said on the same screen, as in bot/turn.py."""
        person = self.people[who]
        actor = self.actor(person.speaker)
        events = turn.heard.events
        try:
            with self.connection.begin_nested():
                written = record(self.connection, actor, events, self.now, None)
        except Refusal as refusal:
            events, written = (), None
            turn = replace(turn, heard=desk.refused(person.session, refusal), ledger=self.ledger(actor))
        for event in written or ():
            self.model.happens(who, event)
            self.model.shared(who, event, self.names)
            self.letters(actor, event)
        ledger = turn.ledger.after(events) if events else turn.ledger
        self.draw(who, replace(turn, ledger=ledger), actor, refused=written is None)
        return events

    def letters(self, actor: Actor, event: Event) -> None:
        audience = AudienceOf(self.connection, actor, self.cast.catalogue, self.now)
        for notice in notices.of(event, audience, self.now):
            if notice.line == "letter-submitted":
                self.model.told.append(self.names[notice.to])

    def draw(self, who: str, turn: Turn, actor: Actor, *, refused: bool) -> None:
        person, heard = self.people[who], turn.heard
        session = heard.session
        if heard.redraw:
            session = replace(session, screen=session.screen + 1)
            person.screen = desk.draw(session, actor, turn.ledger, self.now, heard.say)
        person.kept = session_to_json(session)
        shown = person.question if person.at in {"check.ask", "check.rival"} else None
        if heard.redraw and shown and not refused:
            own = sum(isinstance(one, AnswerSaved) and one.question == shown for one in heard.events)
            self.model.seen[who] = (shown, turn.read.get(shown, 0) + own)

    def does(self, who: str, told: Input) -> Sequence[Event]:
        self.now += timedelta(seconds=4)
        return self.settle(who, self.hear(who, told))

    # --- what people do ---

    @initialize()
    def begin(self) -> None:
        """Alice begins; the others come in."""
        assert any(isinstance(one, CheckBegun) for one in self.does(ALICE.name, Commanded("check")))
        for one in PEOPLE[1:]:
            assert not self.does(one.name, Commanded("check"))

    @rule(who=WHO, place=st.integers(0, 7))
    def tap(self, who: str, place: int) -> None:
        """Any button of the screen; who has strayed from the self-check comes back to it."""
        if self.people[who].session.state.flow != "check":
            self.come_back(who)
        submitted = self.model.submitted_by is not None
        options = [one for one in self.people[who].options() if not (submitted and one == CORRECT)]
        self.press(who, options[place % len(options)])

    @rule(who=WHO, section=st.integers(0, 2), place=st.integers(0, 3))
    def share(self, who: str, section: int, place: int) -> None:
        """To the card of a section, and one of its buttons: take, hand on, take over, give back, do it."""
        self.does(who, Commanded("review"))
        for option in ("w", f"a{section}"):
            if option in self.people[who].options() and self.people[who].at in {
                "check.review",
                "check.parts",
            }:
                self.press(who, option)
        if self.people[who].at == "check.part":
            self.tap(who, place)
            if self.people[who].at == "check.hand":
                self.press(who, f"a{place % 2}")

    @rule(who=WHO, places=st.lists(st.sampled_from([0, 0, 0, 1, 2]), min_size=1, max_size=3))
    def answer(self, who: str, places: list[int]) -> None:
        """Answers, wherever they are asked for."""
        for place in places:
            if self.people[who].at == "check.ask":
                self.press(who, f"a{place}")

    def press(self, who: str, option: str) -> None:
        person = self.people[who]
        where, question, tap = person.at, person.question, self.tapped(person, option)
        expected = self.expected(who, where, question, option)
        before, jumped = self.model.standing.get(question), "then" in person.session.state.data
        text, events = person.text(), self.does(who, tap)
        saved = [event.value for event in events if isinstance(event, AnswerSaved)]
        if expected is not None:
            kind, value = expected
            found = (
                f"{where} {question} {option} of {who}: {saved}, not {expected}; {person.at}: {person.text()}"
            )
            assert saved == ([value] if kind == "saved" else []), found
            assert kind not in {"rival", "sure"} or (person.at, person.question) == (
                f"check.{kind}",
                question,
            )
        if saved and before is not None and before.author != who and before.value not in {None, *saved}:
            seen = where == "check.sure" or before.author in text  # asked twice: shown before the second look
            assert seen, f"{before.author}'s answer was replaced unseen at {where}: {text}"
        if saved and not jumped and person.at == "check.ask":
            holder = self.model.holders.get(SECTION_OF[person.question])
            assert holder in {None, who}, "led into a colleague's section"

    def tapped(self, person: Person, option: str) -> Tapped:
        return Tapped(person.session.state.flow, person.session.screen, option)

    def expected(self, who: str, where: str, question: str, option: str) -> tuple[str, str | None] | None:
        """What an answer must come to: saved, asked about because of a colleague, asked because it is grave."""
        value = self.chosen(who, where, option)
        if value is None:
            return None
        if self.model.submitted_by is not None:
            return "nothing", None
        said = self.model.standing.get(question)
        if said is not None and said.value == value:
            return "nothing", None
        if self.model.rivals(who, question):
            return "rival", value
        grave = question == "B2" and value == "bad"
        return ("sure", value) if grave and where != "check.sure" else ("saved", value)

    def chosen(self, who: str, where: str, option: str) -> str | None:
        """The value a tap stands for."""
        if where == "check.ask" and option in {"a0", "a1", "a2"}:
            return ("ok", "bad", "half")[int(option[1])]
        kept = self.people[who].session.state.data.get("value")
        return str(kept) if where in {"check.rival", "check.sure"} and option == "ok" else None

    @rule(who=WHO, what=st.sampled_from(["write", "old", "back", "forget", "总览", "分工", "返回"]))
    def do_something_else(self, who: str, what: str) -> None:
        """Words, an old button, another phone, a look around."""
        ways = {
            "write": self.write,
            "old": self.tap_an_old_screen,
            "back": self.come_back,
            "forget": self.forget,
        }
        if what in ways:
            ways[what](who)
        else:
            self.does(who, Wrote(what, 99))

    def write(self, who: str) -> None:
        """Words that are no answer, somewhere in the self-check."""
        text = f"备注{len(self.model.notes)}，先放着"
        at = self.people[who].at
        events = self.does(who, Wrote(text, 7))
        kept = [event for event in events if getattr(event, "text", "") == text]
        assert kept, f"a text was lost at {at}: {self.people[who].text()}"

    def tap_an_old_screen(self, who: str) -> None:
        session = self.people[who].session
        for option in ("a0", "a1", "ok"):
            assert not self.does(who, Tapped(session.state.flow, session.screen - 1, option))

    def come_back(self, who: str) -> None:
        """Away to the menu and back."""
        self.does(who, Commanded("start"))
        assert not self.does(who, Commanded("check"))

    def forget(self, who: str) -> None:
        """A new phone that knows nothing."""
        self.people[who].kept = ""
        self.come_back(who)

    @precondition(lambda self: self.model.submitted_by is None)
    @rule(
        pair=st.sampled_from([(a.name, b.name) for a in PEOPLE for b in PEOPLE if a is not b]),
        places=st.tuples(st.integers(0, 2), st.integers(0, 2)),
    )
    def clash(self, pair: tuple[str, str], places: tuple[int, int]) -> None:
        """Two answers at the same moment: both are heard before either is recorded."""
        if any(self.people[who].at != "check.ask" for who in pair):
            return
        self.now += timedelta(seconds=4)
        questions = [self.people[who].question for who in pair]
        heard = [
            self.hear(who, self.tapped(self.people[who], f"a{place}"))
            for who, place in zip(pair, places, strict=True)
        ]
        first, second = (self.settle(who, one) for who, one in zip(pair, heard, strict=True))
        both = all(any(isinstance(event, AnswerSaved) for event in events) for events in (first, second))
        assert not (both and questions[0] == questions[1]), "two answers to one question at the same moment"

    # --- what always holds ---

    @invariant()
    def one_submission(self) -> None:
        rows = self.connection.execute(select(checks.c.receipt, checks.c.submitted_by)).all()
        receipts = [row for row in rows if row.receipt is not None]
        assert len(receipts) == (self.model.submitted_by is not None)
        if receipts:
            assert self.names[receipts[0].submitted_by] == self.model.submitted_by
            me = {self.model.submitted_by or ""}
            worked = self.model.workers | {*self.model.holders.values()}
            assert worked - me <= {*self.model.told} <= (worked | self.model.writers) - me
            assert len(self.model.told) == len({*self.model.told}), "told twice"

    @invariant()
    def sections_have_who_the_model_says(self) -> None:
        held = self.ledger(self.actor(ALICE)).holders(self.key)
        assert {section: holder.name for section, holder in held.items()} == self.model.holders

    def compare(self) -> None:
        """What is on record is what the model has seen happen, down to each single save."""
        if not self.model.workers:
            return
        draft = self.ledger(self.actor(ALICE)).draft(self.key)
        assert draft is not None
        found = {name: answer.value for name, answer in draft.answers.items() if draft.saves.get(name)}
        assert found == {name: said.value for name, said in self.model.standing.items()}
        assert {name: (self.names[save.person], save.revision) for name, save in draft.saves.items()} == {
            name: (said.author, said.revision) for name, said in self.model.standing.items()
        }
        rows = self.connection.execute(
            select(saves.c.question, saves.c.value, saves.c.person).order_by(saves.c.id)
        )
        assert [(row.question, row.value, self.names[row.person]) for row in rows] == self.model.history
        for question, text in self.model.notes:
            assert text in draft.answers[question].note
