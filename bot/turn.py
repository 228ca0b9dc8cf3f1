"""One update from the inbox to its commit: who speaks, what they meant, what happened, what is said back.

Plain synchronous code in a database thread. Several turns share one commit, each in a savepoint of its own; an update
that keeps failing is set aside with its reason after five attempts and the person is told.
"""

import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import orjson
import structlog
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from bot import discreet, groups, relay, routers
from bot.clock import Clock
from bot.routers import Blocked, LetterTap, Removed, Utterance
from bot.screens import Posting, Shown, post_notice, show
from bot.sender import Answer
from bot.tempo import Tempo
from checklists.buckets import Limit
from checklists.catalogue import Catalogue
from dialogs import desk
from dialogs.codec import state_from_json
from dialogs.render import Texts
from dialogs.talk import Commanded, Input, Line, Opened, Screen, State, Tapped
from safety import (
    notices,
    notices_attached,
    notices_bulk,
    notices_campaigns,
    notices_changes,
    notices_digests,
    notices_drills,
    notices_handovers,
    notices_incidents,
    notices_ladder,
    notices_owed,
    notices_pledges,
    notices_reports,
    notices_staff,
    notices_statistics,
    notices_tips,
    notices_visits,
)
from safety.audits import Personal
from safety.errors import Refusal
from safety.events import (
    ConsentGiven,
    ConsentWithdrawn,
    Event,
    InvitationRedeemed,
    LanguageChosen,
    SeatChosen,
    SeatRevoked,
)
from safety.events_handovers import HandoverAccepted
from safety.people import Actor, Seat
from safety.reachability import family
from storage import digest_groups, guesses, inbox, outbox, people, reachability, sessions, whose
from storage.audience import AudienceOf
from storage.inbox import Taken
from storage.ledger import LedgerOf
from storage.outbox import Kind, Letter, Posted
from storage.prepared import savepoint
from storage.record import record
from storage.sessions import Place
from storage.tips.vault import Vault

LETTERS = (
    notices,
    notices_attached,
    notices_bulk,
    notices_digests,
    notices_changes,
    notices_campaigns,
    notices_drills,
    notices_handovers,
    notices_incidents,
    notices_ladder,
    notices_owed,
    notices_pledges,
    notices_reports,
    notices_staff,
    notices_statistics,
    notices_visits,
    notices_tips,
)  # each makes notices.of know its events
log = structlog.get_logger(__name__)

ATTEMPTS = 5
PAUSES = (0.05, 0.1, 0.2, 0.4)  # seconds before attempts 2 to 5: the next update is not held up for long
OUTAGE = timedelta(minutes=2)
CHANGES_ACTOR = (
    ConsentGiven,
    ConsentWithdrawn,
    LanguageChosen,
    SeatChosen,
    InvitationRedeemed,
    SeatRevoked,
    HandoverAccepted,
)


class TurnTimedOut(Exception):  # noqa: N818 - raised into the turn by the watchdog
    """The turn took longer than the watchdog allows."""


@dataclass(slots=True)
class House:
    """What every turn needs, one for each database thread.

    began    the running turn's start, read by the watchdog
    tempo    holds up who is too quick; None: nobody is
    vault    locks what must not be read without its key
    acted    how many letters of each family were acted on
    cleared  how much of each class of personal data was cleared
    places   where the conversations of this batch stand; a lane has one turn in it, and one save ends it
    """

    catalogue: Catalogue
    texts: Texts
    clock: Clock
    bot: int
    name: str
    vault: Vault | None = None
    began: float | None = None
    tempo: Tempo | None = None
    places: dict[int, Place] = field(default_factory=dict)
    acted: Counter[str] = field(default_factory=Counter)
    cleared: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Done:
    """What leaves after the commit: replies of this process, and whether other letters or photos wait.

    forget   what the person said in this turn does not stay in the inbox
    """

    letters: Sequence[Posted] = ()
    answer: Answer | None = None
    wakes: bool = False
    forget: bool = False


@dataclass(slots=True)
class Talk:
    """One turn in progress."""

    connection: Connection
    house: House
    utterance: Utterance
    actor: Actor
    acted: datetime
    now: datetime
    key: str
    place: Place | None = None
    wakes: bool = False
    events: list[Event] = field(default_factory=list)
    before: Seat | None = None  # the seat they had acted from until then
    moved: str = ""  # the place whose seat was taken because the letter that was tapped is about it


def take_turns(connection: Connection, house: House, most: int = 64) -> list[Done]:
    """Run the first waiting update of up to `most` lanes. The caller commits."""
    now = house.clock.now()
    taken = _in_time(connection, house, inbox.take(connection, house.bot, most, now), now)
    done: list[Done] = []
    finished: list[int] = []
    house.places.clear()
    for update in taken:
        outcome = one(connection, house, update, now)
        if outcome is not None:
            done.append(outcome)
            finished.append(update.update_id)
        else:
            done.append(Done())
    sessions.save(connection, house.places, now)
    inbox.finish(connection, house.bot, finished, now)
    said = [update.update_id for update, turn_ in zip(taken, done, strict=True) if turn_.forget]
    inbox.empty(connection, house.bot, said, now)
    return done


def _in_time(connection: Connection, house: House, taken: list[Taken], now: datetime) -> list[Taken]:
    """Without those whose lanes have been too quick: they wait a little."""
    if house.tempo is None:
        return taken
    rules, steady = house.catalogue.rules.defaults.flooding, time.monotonic()
    waits = {one.update_id: house.tempo.wait(one.lane, rules, steady) for one in taken}
    until = {number: now + wait for number, wait in waits.items() if wait is not None}
    if until:
        inbox.postpone(connection, house.bot, until)
    return [one for one in taken if one.update_id not in until]


def one(connection: Connection, house: House, update: Taken, now: datetime) -> Done | None:
    """One turn in its savepoint. None: it failed and was postponed or set aside."""
    house.began = time.monotonic()
    try:
        return allowed(connection, house, update, now)
    except DBAPIError as error:
        if error.connection_invalidated or not in_transaction(connection):
            raise  # the database is away: this is not the update's fault
        return failed(connection, house, update, now)
    except Exception:  # noqa: BLE001 - a bug in one turn must not stop the others
        return failed(connection, house, update, now)
    finally:
        house.began = None


def allowed(connection: Connection, house: House, update: Taken, now: datetime) -> Done:
    """The turn; when storage refuses an event (somebody was quicker), the same turn again, saying why."""
    try:
        with savepoint(connection, "turn"):
            return turn(connection, house, update, now)
    except Refusal as refusal:
        with savepoint(connection, "turn"):
            return turn(connection, house, update, now, refusal)


def in_transaction(connection: Connection) -> bool:
    return connection.in_transaction() and not connection.invalidated


def failed(connection: Connection, house: House, update: Taken, now: datetime) -> Done | None:
    """The turn is undone; try again soon, or set the update aside and tell the person."""
    quiet = discreet.suspected(connection, update)
    reason = bare_reason() if quiet else traceback.format_exc(limit=-12)
    last = update.attempts + 1 >= ATTEMPTS
    again = None if last else now + timedelta(seconds=PAUSES[min(update.attempts, len(PAUSES) - 1)])
    inbox.fail(connection, house.bot, update, reason, again)
    log.error("turn failed", update=update.update_id, attempt=update.attempts + 1, aside=last, reason=reason)
    if last and quiet:
        inbox.empty(connection, house.bot, [update.update_id], now)
    if last:
        apologise(connection, house, update, now, "turn-not-kept" if quiet else "turn-set-aside")
    return None


def bare_reason() -> str:
    """Where it went wrong and what kind of error it was, without the error's own words: they may hold what was said."""
    kind, _error, trace = sys.exc_info()
    places = [f"{one.filename}:{one.lineno} {one.name}" for one in traceback.extract_tb(trace)[-12:]]
    return "\n".join([*places, kind.__name__ if kind else ""])


def apologise(connection: Connection, house: House, update: Taken, now: datetime, said: str) -> None:
    """Say that this one message was not understood, whether it is kept, and that everything before it is safe."""
    text = house.texts.say(Line(said), people.language_of(connection, update.lane))
    body = orjson.dumps({"text": text, "parse_mode": "HTML"}).decode()
    letter = Letter(update.lane, Kind.ALERT, "sendMessage", body, key=f"aside:{update.update_id}")
    outbox.post(connection, letter, now)


def turn(
    connection: Connection, house: House, update: Taken, now: datetime, refusal: Refusal | None = None
) -> Done:
    """The turn itself."""
    heard = routers.read(orjson.loads(update.body))
    if heard is None:
        return Done()
    if isinstance(heard, Removed):
        digest_groups.left(connection, heard.chat, now)
        return Done()
    if isinstance(heard, Blocked):
        noted = reachability.found if heard.reachable else reachability.lost
        noted(connection, heard.speaker.id, now)
        return Done()
    if not heard.private:
        return in_group(connection, house, heard, now)
    return in_private(connection, house, heard, update, now, refusal)


def in_group(connection: Connection, house: House, heard: Utterance, now: datetime) -> Done:
    """In groups the bot speaks only when called, and sends people to the private chat."""
    if not isinstance(heard.input, Commanded):
        answer = Answer(heard.callback) if heard.callback else None
        return Done(answer=answer)
    known = groups.asked(connection, house.texts, heard, now)
    line = Line("group-asked" if known else "group-private-only")
    text = house.texts.say(line, people.language_of(connection, heard.speaker.id))
    body = orjson.dumps({"text": text, "parse_mode": "HTML"}).decode()
    key = f"group:{heard.chat}:{now:%Y%m%d%H}" + (":asked" if known else "")
    outbox.post(connection, Letter(heard.chat, Kind.NOTICE, "sendMessage", body, key=key), now)
    return Done(wakes=True)


def in_private(
    connection: Connection,
    house: House,
    heard: Utterance,
    update: Taken,
    now: datetime,
    refusal: Refusal | None,
) -> Done:
    """A person in their own chat: the whole conversation."""
    actor = people.meet(connection, heard.speaker, heard.chat, now, privacy=house.catalogue.privacy.version)
    acted = min(heard.at or update.received_at, now)
    talk = Talk(connection, house, heard, actor, acted, now, key=f"{house.bot}:{update.update_id}")
    talk.place = sessions.load(connection, actor.person)
    if house.tempo is not None:
        house.tempo.know(update.lane, stranger=actor.seat is None)
    told = meaning(talk)
    if told is None:
        return Done(answer=toast(talk, Line("toast-not-yours")))
    return respond(talk, told, refusal)


def meaning(talk: Talk) -> Input | None:
    """The input; a letter's button is looked up and must be the speaker's own."""
    told = talk.utterance.input
    if not isinstance(told, LetterTap):
        return told
    relayed = discreet.of_letter(told)
    if relayed is not None:
        return Opened(relayed)
    letter = outbox.opened(talk.connection, told.token, talk.now)
    if letter is None or letter.person != talk.actor.person or not 0 <= told.index < len(letter.opens):
        return None
    talk.house.acted[family(letter.key)] += 1
    opened = state_from_json(letter.opens[told.index])
    _take_seat_of(talk, opened)
    return Opened(opened)


def _take_seat_of(talk: Talk, opened: State) -> None:
    """Who serves several enterprises acts, from here on, for the one that the letter is about."""
    found = whose.seat_for(talk.connection, talk.actor, opened.flow, opened.data)
    if found is not None:
        talk.moved, talk.before = found.place, talk.actor.seat
        note(talk, [SeatChosen(found.index)])


def respond(talk: Talk, told: Input, refusal: Refusal | None) -> Done:
    """Hear, record, draw."""
    actor, vault = talk.actor, talk.house.vault
    session = discreet.session_of(talk.place.state, vault, actor.person) if talk.place else desk.Session()
    if talk.moved and talk.before is not None and actor.seat is not None:
        session = desk.reseated(session, talk.before, actor.seat)
    ledger = LedgerOf(talk.connection, actor, talk.house.catalogue, talk.now, vault)
    heard = (
        desk.refused(session, refusal)
        if refusal
        else desk.hear(session, told, actor, ledger, talk.acted, talk.house.texts)
    )
    if heard.events:
        note(talk, heard.events)
    if heard.guess is not None:
        guesses.count(talk.connection, actor.person, heard.guess, guessing_of(talk), talk.now)
    answer = toast(talk, heard.toast)
    before, after = discreet.discreet(session.state), discreet.discreet(heard.session.state)
    quiet = before or after
    forget = quiet or discreet.presented(told)
    if not heard.redraw:
        keep(talk, Shown(heard.session, talk.place))
        return Done(answer=answer, wakes=talk.wakes, forget=forget)
    say = heard.say or (Line("seat-chosen", {"place": talk.moved}) if talk.moved else late_line(talk))
    if actor.seat is not None and talk.actor.seat is not None and talk.actor.seat != actor.seat:
        kept = desk.reseated(heard.session, actor.seat, talk.actor.seat)
        heard = replace(heard, session=replace(kept, state=heard.session.state))
    if talk.actor is actor:
        ledger = ledger.after(heard.events) if heard.events else ledger
    else:
        ledger = LedgerOf(talk.connection, talk.actor, talk.house.catalogue, talk.now, vault)
    screen = desk.draw(heard.session, talk.actor, ledger, talk.now, say)
    seen(talk, screen)
    posting = Posting(
        talk.connection,
        talk.house.texts,
        talk.actor,
        talk.utterance.chat,
        talk.now,
        talk.house.name,
        sealer(talk) if quiet else None,
        after,
    )
    below = not isinstance(told, Tapped) or (before and not after)  # the last screen of it leaves the chat
    shown = show(posting, heard.session, screen, talk.place, below=below)
    keep(talk, shown)
    return Done(shown.letters, answer, wakes=talk.wakes or shown.waits, forget=forget)


def guessing_of(talk: Talk) -> Limit:
    """How often secrets may be given wrongly."""
    return talk.house.catalogue.rules.defaults.guessing.limit


def sealer(talk: Talk) -> Callable[[str], str] | None:
    """How letters of a discreet conversation are locked."""
    vault = talk.house.vault
    return None if vault is None else lambda body: vault.lock_text(body, discreet.LETTER)


def note(talk: Talk, events: Sequence[Event]) -> None:
    """Write the events down and post the letters they send."""
    catalogue, vault = talk.house.catalogue, talk.house.vault
    rules = catalogue.rules.defaults
    recorded = record(
        talk.connection, talk.actor, events, talk.acted, talk.key, vault, rules, catalogue=catalogue
    )
    audience = AudienceOf(talk.connection, talk.actor, talk.house.catalogue, talk.now)
    for event in recorded:
        for notice in notices.of(event, audience, talk.acted):
            post_notice(talk.connection, talk.house.texts, notice, talk.now)
            talk.wakes = True
    if relay.carry(talk.connection, talk.house, recorded, talk.now):
        talk.wakes = True
    talk.wakes = talk.wakes or any(
        event.kind.endswith(("photo:received", "file:received")) or getattr(event, "pictures", ())
        for event in recorded
    )
    if any(isinstance(event, CHANGES_ACTOR) for event in recorded):
        talk.actor = people.actor_of(
            talk.connection, talk.actor.person, privacy=talk.house.catalogue.privacy.version
        )


def seen(talk: Talk, screen: Screen) -> None:
    """Write down whose personal data the screen shows, with the same commit. Aliases show nobody's."""
    shown = [
        one
        for one in screen.reads
        if not (talk.house.texts.minimal and one.what in (Personal.PHONE, Personal.NUMBER))
    ]
    if shown:
        record(talk.connection, talk.actor, shown, talk.acted, f"{talk.key}:seen", talk.house.vault)


def late_line(talk: Talk) -> Line | None:
    """After an outage one line says that answers are safe (rule 20)."""
    return Line("after-outage") if talk.now - talk.acted > OUTAGE else None


def toast(talk: Talk, line: Line | None) -> Answer | None:
    """The answer to the tap, if it was one."""
    if talk.utterance.callback is None:
        return None
    text = talk.house.texts.plain(line, talk.actor.language) if line else None
    return Answer(talk.utterance.callback, text)


def keep(talk: Talk, shown: Shown) -> None:
    """Keep where the conversation stands."""
    place = shown.place or Place("", None)
    text = discreet.kept(shown.session, talk.house.vault, talk.actor.person)
    kept = Place(text, place.live, place.form, place.settling)
    talk.house.places[talk.actor.person] = kept
