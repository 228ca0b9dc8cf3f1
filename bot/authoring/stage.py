"""A stage for content authors: one made-up enterprise and its safety officer in a database in memory.

The conversations that play on it are the real ones, and so is what records them; nothing is sent and nothing is kept.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from decimal import Decimal

from sqlalchemy import Connection

from bot.routers import Speaker
from checklists.answers import Answer, Facts, JsonValue
from checklists.catalogue import Catalogue
from checklists.codec import value_to_json
from checklists.period import due_of, period_of
from checklists.schema import Checklist, Outcome
from checklists.words import Language
from dialogs import desk
from dialogs.context import Context
from dialogs.desk import Session
from dialogs.talk import Input, Line, Says, Screen, State
from dialogs.texts import Texts
from safety.calendar import today
from safety.checks import CheckKey
from safety.enterprises import Colour
from safety.errors import Refusal
from safety.events import AnswerSaved, CheckBegun, ConsentGiven, Event, InvitationRedeemed
from safety.people import Actor, Role
from storage import content, enterprises, facts, invitations, people
from storage.database import Database
from storage.enterprises import Entry, Listed
from storage.facts import Statement
from storage.invitations import Place
from storage.ledger import LedgerOf
from storage.prepared import savepoint
from storage.readiness import MEMORY
from storage.record import record

CREDIT_CODE, PHONE = "91370000000000000X", "13800000000"
NAMES = {
    Language.ZH: ("示例企业", "示例镇街", "李梅"),
    Language.EN: ("Example enterprise", "Example town", "Li Mei"),
}
BETWEEN = timedelta(seconds=20)  # two inputs of one person
SOURCE = "preview"


@dataclass(slots=True)
class Stage:
    """The made-up world. `now` moves a little with every input, so that two texts are not taken for one."""

    connection: Connection
    catalogue: Catalogue
    actor: Actor
    enterprise: int
    now: datetime

    def ledger(self) -> LedgerOf:
        """What the officer may read."""
        return LedgerOf(self.connection, self.actor, self.catalogue, self.now)

    def context(self) -> Context:
        """One turn of the officer's."""
        return Context(self.actor, self.ledger(), self.now)

    def record(self, *events: Event) -> None:
        """Write down what happened; a Refusal travels and leaves nothing behind."""
        with savepoint(self.connection, "stage"):
            record(self.connection, self.actor, events, self.now, None)

    def know(self, known: Facts) -> None:
        """State facts of the enterprise."""
        rows = [Statement(self.enterprise, fact, _plain(value), SOURCE) for fact, value in known.items()]
        facts.state(self.connection, rows, self.now)

    def key(self, form: Checklist) -> CheckKey:
        """The self-check of this form in the present period."""
        return CheckKey(form.id, period_of(form.cycle_days, today(self.now)))

    def begin(self, form: Checklist, answers: Mapping[str, Answer]) -> CheckKey:
        """A draft of this form in which some questions are answered already."""
        key = self.key(form)
        self.record(CheckBegun(key, form.fingerprint, due_of(key.period)))
        for question, answer in answers.items():
            self.record(
                AnswerSaved(key, question, value_to_json(answer.value), Outcome.NEUTRAL.value, self.now)
            )
        return key

    @contextmanager
    def undone(self) -> Iterator[None]:
        """What happens inside has not happened afterwards."""
        before, back = self.now, self.connection.begin_nested()
        try:
            yield
        finally:
            back.rollback()
            self.now = before


def _plain(value: bool | int | Decimal) -> JsonValue:  # noqa: FBT001 - a fact is a flag or a number
    return value_to_json(value) if isinstance(value, Decimal) else value


@contextmanager
def stage(
    catalogue: Catalogue, language: Language, now: datetime, colour: Colour = Colour.WHITE
) -> Iterator[Stage]:
    """Build the world, play on it, and let it go."""
    database = Database.open(MEMORY)
    try:
        database.migrate()
        with database.writing() as connection:
            yield _built(connection, catalogue, language, now, colour)
            connection.rollback()
    finally:
        database.close()


def _built(
    connection: Connection, catalogue: Catalogue, language: Language, now: datetime, colour: Colour
) -> Stage:
    name, town, person = NAMES[language]
    listed = (Listed(person, PHONE, Role.OFFICER),)
    enterprises.save(connection, [Entry(CREDIT_CODE, name, colour, town, contacts=listed)], now, SOURCE)
    content.keep_forms(connection, catalogue, now)
    enterprise = enterprises.by_code(connection, CREDIT_CODE) or 0
    invitation = invitations.invite(connection, SOURCE, Place(Role.OFFICER, enterprise=enterprise), now)
    speaker = Speaker(1, person, None, language.value)
    actor = people.meet(connection, speaker, speaker.id, now)
    version = catalogue.privacy.version
    record(connection, actor, [ConsentGiven(version), InvitationRedeemed(invitation, PHONE)], now, None)
    actor = people.actor_of(connection, actor.person, privacy=version)
    return Stage(connection, catalogue, replace(actor, language=language), enterprise, now)


@dataclass(slots=True)
class Chat:
    """The officer's chat: the screen that is seen, the toast over it, and all that has happened."""

    stage: Stage
    texts: Texts | None = None  # with them the words of a button are as good as a tap
    session: Session = field(default_factory=Session)
    screen: Screen = field(default_factory=lambda: Screen(()))
    toast: Line | None = None
    events: list[Event] = field(default_factory=list)

    def stand(self, state: State) -> Screen:
        """Go to a state and draw it."""
        return self._draw(Session(state, self.session.screen), None)

    def does(self, told: Input) -> Screen:
        """One turn, as the bot runs it: hear, record, draw."""
        here = self.stage
        here.now += BETWEEN
        heard = desk.hear(self.session, told, here.actor, here.ledger(), here.now, self.texts)
        try:
            if heard.events:
                here.record(*heard.events)
                self.events += heard.events
        except Refusal as refusal:
            heard = desk.refused(self.session, refusal)
        self.toast = heard.toast
        if not heard.redraw:
            self.session = heard.session
            return self.screen
        return self._draw(heard.session, heard.say)

    def _draw(self, session: Session, say: Says | None) -> Screen:
        here = self.stage
        self.session = replace(session, screen=session.screen + 1)
        self.screen = desk.draw(self.session, here.actor, here.ledger(), here.now, say)
        return self.screen
