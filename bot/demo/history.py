"""A little life before the demo begins: some officers have joined, checked, and found things. Written as events."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial

from sqlalchemy import Connection

from bot.demo.diary import Diary, Staff, act
from bot.demo.filling import Filled, fill, possible_faults, said, signed
from bot.routers import Speaker
from checklists.answers import Facts
from checklists.catalogue import Catalogue
from checklists.period import due_of, period_of
from safety.calendar import at, today
from safety.checks import CheckKey
from safety.events import (
    AnswerSaved,
    CheckBegun,
    CheckCorrected,
    CorrectionBegun,
    Event,
    HazardFound,
    HazardWithdrawn,
)
from safety.people import Role
from storage.enterprises import Entry

SEED = 7
JOINED = 60
LATEST = 3  # periods of a form that may have been handed in: a weekly one has many
OFTEN = 0.07  # how often a check finds something that is still open
NOTHING = ""
MISTAKEN = "看错了，证在墙上，已核对"
THIS_MORNING = timedelta(minutes=50)
CORRECTED_AFTER = timedelta(minutes=35)
UNDER_WAY = "catering_gas"  # the form that somebody is filling in just now


@dataclass(frozen=True, slots=True, eq=False)
class Visit:
    """One officer handing in one check at a moment."""

    entry: Entry
    speaker: Speaker
    checklist: str
    at: datetime


def plan(
    diary: Diary, staff: Staff, joined: Sequence[Entry], begin: datetime, quiet: str, chance: random.Random
) -> None:
    """Let these enterprises' officers join after `begin` and hand in checks until now.

    One of the last checks outside the town `quiet` finds a suspected major hazard. In that town one check is under way
    and has just found one, and another was corrected.
    """
    visits: list[Visit] = []
    for entry in joined:
        since = begin + timedelta(days=chance.randint(1, 12), hours=chance.randint(0, 7))
        speaker = staff.hire(entry, Role.OFFICER, since)
        checks = _checks(diary.catalogue, entry, since, diary.now, chance)
        visits += [Visit(entry, speaker, *check) for check in checks]
    visits.sort(key=lambda visit: visit.at)
    current = _under_way(diary, visits, quiet)
    visits = [visit for visit in visits if not _same(diary, visit, current)]
    bad = _found(diary.catalogue, visits, quiet, chance)
    mistaken = _mistaken(diary.catalogue, visits, quiet, bad)
    for visit in visits:
        found = frozenset({bad[visit]} if visit in bad else ())
        diary.note(visit.at, partial(_hand_in, catalogue=diary.catalogue, visit=visit, bad=found))
    diary.note(current.at, partial(_begin, catalogue=diary.catalogue, visit=current))
    visit, fault = mistaken
    corrected = visit.at + CORRECTED_AFTER
    diary.note(visit.at, partial(_hand_in, catalogue=diary.catalogue, visit=visit, bad=frozenset({fault})))
    diary.note(corrected, partial(_correct, catalogue=diary.catalogue, visit=visit, fault=fault))


def _under_way(diary: Diary, visits: Sequence[Visit], town: str) -> Visit:
    """A check of somebody in this town that is being filled in just now."""
    found = next(visit for visit in visits if visit.checklist == UNDER_WAY and visit.entry.town == town)
    return Visit(found.entry, found.speaker, UNDER_WAY, diary.now - THIS_MORNING)


def _same(diary: Diary, visit: Visit, current: Visit) -> bool:
    """Whether it is the same check: enterprise, form and period."""
    cycle = diary.catalogue.checklists[visit.checklist].cycle_days
    alike = (visit.entry, visit.checklist) == (current.entry, current.checklist)
    return alike and period_of(cycle, today(visit.at)) == period_of(cycle, today(current.at))


def _mistaken(
    catalogue: Catalogue, visits: list[Visit], town: str, bad: Mapping[Visit, str]
) -> tuple[Visit, str]:
    """A check of this town whose officer saw something wrong by mistake; it is taken out of `visits`."""
    fine = [visit for visit in visits if visit.entry.town == town and visit not in bad]
    faults = ((visit, _faults(catalogue, visit, major=False)) for visit in reversed(fine[:-1]))
    visit, found = next((visit, faults) for visit, faults in faults if faults)
    visits.remove(visit)
    return visit, found[-1]


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
    key, filled, begun = _filled(catalogue, visit, bad)
    day = today(visit.at)
    act(connection, visit.speaker, visit.at, begun, *said(key, filled, day), signed(key, filled))


def _filled(catalogue: Catalogue, visit: Visit, bad: frozenset[str]) -> tuple[CheckKey, Filled, CheckBegun]:
    form, day = catalogue.checklists[visit.checklist], today(visit.at)
    filled = fill(form, _facts(catalogue, visit.entry), day, bad)
    key = CheckKey(visit.checklist, period_of(form.cycle_days, day))
    return key, filled, CheckBegun(key, form.fingerprint, form.due_in(key.period))


def _begin(connection: Connection, catalogue: Catalogue, visit: Visit) -> None:
    """Begin a check and answer it up to something that may be a major hazard."""
    fault = _faults(catalogue, visit, major=True)[0]
    key, filled, begun = _filled(catalogue, visit, frozenset({fault}))
    until: list[Event] = []
    for event in said(key, filled, today(visit.at)):
        until.append(event)
        if isinstance(event, HazardFound):
            break
    act(connection, visit.speaker, visit.at, begun, *until)


def _correct(connection: Connection, catalogue: Catalogue, visit: Visit, fault: str) -> None:
    """The officer was mistaken: a corrected version, and the hazard is taken back with the reason."""
    key, filled, _begun = _filled(catalogue, visit, frozenset())
    saved = (event for event in said(key, filled, today(visit.at)) if isinstance(event, AnswerSaved))
    answer = next(event for event in saved if event.question == fault)
    act(
        connection,
        visit.speaker,
        visit.at + CORRECTED_AFTER,
        CorrectionBegun(key, MISTAKEN, (fault,)),
        answer,
        HazardWithdrawn(key, fault, MISTAKEN),
        CheckCorrected(
            key, MISTAKEN, *_score(filled), zero=filled.score.bad == 0, result=filled.score.to_json()
        ),
    )


def _score(filled: Filled) -> tuple[int, int, int, int]:
    made = filled.score
    return made.points, made.passed, made.asked, made.bad
