"""A little life before the demo begins: some officers have joined, checked, and found things. Written as events."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import Connection

from bot.demo.filling import Filled, fill, possible_faults
from bot.routers import Speaker
from checklists.answers import Facts
from checklists.catalogue import Catalogue
from checklists.codec import value_to_json
from checklists.period import due_of, period_of
from safety.calendar import at, today
from safety.events import (
    AnswerNoted,
    AnswerSaved,
    CheckBegun,
    CheckSubmitted,
    ConsentGiven,
    Event,
    HazardFound,
    InvitationRedeemed,
)
from safety.ledger import CheckKey
from safety.people import Role
from storage import enterprises, invitations, people
from storage.enterprises import Entry
from storage.invitations import Place
from storage.record import record

SEED = 7
JOINED = 60
FIRST_ACCOUNT = 799_000_000  # of people who have no phone in the demo
LATEST = 3  # periods of a form that may have been handed in: a weekly one has many
OFTEN = 0.15  # how often a check finds something that is still open
NOTHING = ""
NOTE = "已拍照留底，正在安排整改。"


@dataclass(frozen=True, slots=True, eq=False)
class Visit:
    """One officer handing in one check at a moment."""

    entry: Entry
    speaker: Speaker
    checklist: str
    at: datetime


def live(
    connection: Connection,
    catalogue: Catalogue,
    entries: Sequence[Entry],
    begin: datetime,
    now: datetime,
    quiet: str,
) -> None:
    """Let a fifth of the enterprises join after `begin` and hand in checks until `now`, in order of time.

    One of the last checks outside the town `quiet` finds a suspected major hazard.
    """
    chance = random.Random(SEED)  # noqa: S311 - the same history every time
    visits: list[Visit] = []
    for number, entry in enumerate(chance.sample(list(entries), min(JOINED, len(entries))), 1):
        speaker = Speaker(FIRST_ACCOUNT + number, entry.contacts[-1].name, None, "zh-hans")
        since = begin + timedelta(days=chance.randint(1, 12), hours=chance.randint(0, 7))
        _arrive(connection, catalogue, entry, speaker, since)
        visits += [Visit(entry, speaker, *check) for check in _checks(catalogue, entry, since, now, chance)]
    visits.sort(key=lambda visit: visit.at)
    bad = _found(catalogue, visits, quiet, chance)
    for visit in visits:
        _hand_in(connection, catalogue, visit, frozenset({bad[visit]} if visit in bad else ()))
    for number in range(1, JOINED + 1):
        people.set_reachable(connection, FIRST_ACCOUNT + number, False, now)  # noqa: FBT003 - nobody holds this phone


def _found(
    catalogue: Catalogue, visits: Sequence[Visit], quiet: str, chance: random.Random
) -> Mapping[Visit, str]:
    """Which visits find what: a few by chance, in each town an old one and a new one with time left, one suspected major."""
    bad = {visit: _fault(catalogue, visit, chance) for visit in visits if chance.random() < OFTEN}
    for town in dict.fromkeys(visit.entry.town for visit in visits):
        there = [visit for visit in visits if visit.entry.town == town]
        bad[there[0]] = _fault(catalogue, there[0], chance)
        bad[there[-1]] = _slowest(catalogue, there[-1])
    elsewhere = [visit for visit in visits[:-1] if visit.entry.town != quiet and visit not in bad]
    worst = {visit: _faults(catalogue, visit, major=True) for visit in elsewhere[-20:]}
    newest = [(visit, faults[0]) for visit, faults in worst.items() if faults][-1:]
    return bad | dict(newest)


def _fault(catalogue: Catalogue, visit: Visit, chance: random.Random) -> str:
    faults = _faults(catalogue, visit, major=False)
    return chance.choice(faults) if faults else NOTHING


def _slowest(catalogue: Catalogue, visit: Visit) -> str:
    """The fault that may take longest to put right."""
    form = catalogue.checklists[visit.checklist]
    faults = _faults(catalogue, visit, major=False)
    return max(faults, key=lambda one: form.question(one).rectify_days, default=NOTHING)


def join(
    connection: Connection, catalogue: Catalogue, speaker: Speaker, place: Place, phone: str, now: datetime
) -> None:
    """Consent and take a seat by an invitation of one's own."""
    invitation = invitations.invite(connection, invitations.new_code(), place, now)
    actor = people.meet(connection, speaker, speaker.id, now)
    consent = ConsentGiven(catalogue.privacy.version)
    record(connection, actor, [consent, InvitationRedeemed(invitation, phone)], now, None)


def _arrive(
    connection: Connection, catalogue: Catalogue, entry: Entry, speaker: Speaker, since: datetime
) -> None:
    number = enterprises.by_code(connection, entry.credit_code)
    place = Place(Role.OFFICER, enterprise=number)
    join(connection, catalogue, speaker, place, entry.contacts[-1].phone, since)


def _checks(
    catalogue: Catalogue, entry: Entry, since: datetime, now: datetime, chance: random.Random
) -> Iterator[tuple[str, datetime]]:
    """Most periods of most forms, each somewhere between its beginning and its end."""
    facts = catalogue.facts.derive(
        {fact: value for fact, value in entry.facts.items() if isinstance(value, int)}
    )
    for checklist in catalogue.for_enterprise(entry.colour, facts):
        form, cycle = catalogue.checklists[checklist], catalogue.checklists[checklist].cycle_days
        for first, last in tuple(_periods(cycle, today(since), today(now)))[-LATEST:]:
            begin, end = (
                max(first, today(since) + timedelta(days=1)),
                min(last, today(now) - timedelta(days=1)),
            )
            if begin <= end and chance.random() < (0.8 if last < today(now) else 0.5):
                day = begin + timedelta(days=chance.randint(0, (end - begin).days))
                if not form.open_on(day):
                    continue
                yield checklist, at(day, time(chance.randint(8, 17), chance.randint(0, 59)))


def _periods(cycle: int, since: date, until: date) -> Iterator[tuple[date, date]]:
    """First and last day of each period that has a day between the two."""
    day = since
    while day <= until:
        last = due_of(period_of(cycle, day))
        yield day, last
        day = last + timedelta(days=1)


def _facts(catalogue: Catalogue, entry: Entry) -> Facts:
    return catalogue.facts.derive(
        {fact: value for fact, value in entry.facts.items() if isinstance(value, int)}
    )


def _faults(catalogue: Catalogue, visit: Visit, *, major: bool) -> Sequence[str]:
    form, facts = catalogue.checklists[visit.checklist], _facts(catalogue, visit.entry)
    return possible_faults(form, facts, today(visit.at), major=major)


def _hand_in(connection: Connection, catalogue: Catalogue, visit: Visit, bad: frozenset[str]) -> None:
    form, day = catalogue.checklists[visit.checklist], today(visit.at)
    filled = fill(form, _facts(catalogue, visit.entry), day, bad)
    key = CheckKey(visit.checklist, period_of(form.cycle_days, day))
    actor = people.meet(connection, visit.speaker, visit.speaker.id, visit.at)
    begun = CheckBegun(key, form.fingerprint, form.due_in(key.period))
    record(connection, actor, [begun, *_said(key, filled, day)], visit.at, None)


def _said(key: CheckKey, filled: Filled, day: date) -> Iterator[Event]:
    for question, answer in filled.answers.items():
        means = filled.judged[question]
        yield AnswerSaved(key, question, value_to_json(answer.value), means.outcome.value)
        if means.bad:
            due = day + timedelta(days=means.rectify_days)
            yield HazardFound(key, question, means.severity, due, means.suspected_major)
            yield AnswerNoted(key, question, NOTE)
    made = filled.score
    zero = made.bad == 0
    yield CheckSubmitted(
        key, made.points, made.passed, made.asked, made.bad, zero=zero, result=made.to_json()
    )
