"""The clock of campaigns: a round takes its audience in, everybody owes the form beside the usual one, is chased once, and it ends."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, delete, func, select, update

from bot import campaign_rounds, owed_rounds
from bot.clock import RealClock
from bot.gate import may_leave
from bot.rounds import tick
from bot.turn import House
from checklists.period import is_special
from checklists.schema import Severity
from safety.calendar import Calendar, at, local
from safety.campaigns import Rhythm, Share, Terms, Who
from safety.checks import CheckKey
from safety.enterprises import Colour
from safety.errors import Refusal
from safety.events import CheckBegun, CheckSubmitted, HazardFound
from safety.events_campaigns import (
    CampaignChanged,
    CampaignChased,
    CampaignEnded,
    CampaignFilled,
    CampaignOpened,
    CampaignPaused,
    CampaignResumed,
    CampaignSigned,
)
from safety.events_groups import GroupDeleted, GroupSaved
from safety.lists import Sieve
from safety.queries import Query
from storage import enterprises, outbox
from storage.enterprises import Entry
from storage.outbox import Kind, Letter, Posted
from storage.prepared import savepoint
from storage.tables.campaigns import campaign_chases, campaign_targets, campaigns
from storage.tables.campaigns import campaign_rounds as rounds
from storage.tables.ledger import enterprises as table
from storage.tables.post import due
from storage.tables.post import outbox as letters
from tests.bot.pledged import TEXTS
from tests.cast import ALICE, BOB, CHARLIE, DONG, NOBODY, TANG, WALT, WEI, Cast, Speaker

MONDAY = date(2026, 11, 23)
FORM = "nine_small"


@pytest.fixture
def connection(cast: Cast) -> Iterator[Connection]:
    with cast.database.writing() as connection:
        yield connection


@pytest.fixture
def house(cast: Cast) -> House:
    return House(cast.catalogue, TEXTS, RealClock(), 1, "test")


def opened(cast: Cast, connection: Connection, who: Speaker = DONG, **more: object) -> str:
    """A campaign of 7 days from today on, for everybody of the area."""
    group = more.pop("group", 0)
    query = more.pop("query", Query())
    assert isinstance(query, Query)
    if "who_does" in more:
        more["who"] = more.pop("who_does")
    terms = Terms(**{"starts": local(cast.now).date(), "days": 7, **more})  # type: ignore[arg-type]
    event = CampaignOpened("燃气专项", FORM, query.to_json(), terms.to_json(), group)  # type: ignore[arg-type]
    cast.does(connection, who, event)
    return cast.ledger(connection, who).campaigns().listed()[0].number


def runs(cast: Cast, connection: Connection, house: House, **span: float) -> None:
    """The clock ticks until nothing is due, then what is owed is worked out."""
    cast.passes(**span)
    for _ in range(200):
        cast.passes(seconds=2)
        if not tick(connection, house, Calendar(), cast.now):
            break
    while owed_rounds.work_out(connection, house, Calendar(), cast.now):
        pass


def key(cast: Cast, connection: Connection, who: Speaker = ALICE) -> CheckKey:
    """The campaign's check among what an enterprise owes."""
    duties = cast.ledger(connection, who).duties(local(cast.now).date())
    return next(duty.key for duty in duties if duty.campaign)


def does(cast: Cast, connection: Connection, who: Speaker, its: CheckKey, *, submits: bool = True) -> None:
    form = cast.catalogue.checklists[its.checklist]
    cast.does(connection, who, CheckBegun(its, form.fingerprint, form.due_in(its.period)))
    if submits:
        cast.does(connection, who, CheckSubmitted(its, 100, 1, 1, 0))


def test_everybody_owes_the_form_beside_the_usual_one(
    cast: Cast, connection: Connection, house: House
) -> None:
    number = opened(cast, connection)
    runs(cast, connection, house)
    for officer in (ALICE, CHARLIE):
        duties = cast.ledger(connection, officer).duties(MONDAY)
        special = [duty for duty in duties if duty.campaign]
        assert [(d.campaign, d.due, d.key.checklist) for d in special] == [
            ("燃气专项", date(2026, 11, 30), FORM)
        ]
        assert is_special(special[0].key.period)
        assert FORM in [duty.key.checklist for duty in duties if not duty.campaign]
        owed = cast.ledger(connection, officer).owed().open(limit=50)
        assert [one.detail for one in owed if one.rule == "R44"] == ["燃气专项"]
    card = cast.ledger(connection, DONG).campaigns().one(number)
    assert card is not None
    assert card.round is not None
    assert card.round.opened
    assert card.following is None
    tally = cast.ledger(connection, DONG).campaigns().tally(number)
    assert (tally.targets, tally.open, tally.reached) == (2, 2, 0)


def test_doing_it_settles_it_and_not_the_usual_check(
    cast: Cast, connection: Connection, house: House
) -> None:
    number = opened(cast, connection)
    runs(cast, connection, house)
    its = key(cast, connection)
    does(cast, connection, ALICE, its, submits=False)
    assert cast.ledger(connection, DONG).campaigns().tally(number).begun == 1
    hazard = HazardFound(its, "NS-01", Severity.GENERAL, date(2026, 12, 8), suspected_major=False)
    cast.does(connection, ALICE, hazard)
    cast.does(connection, ALICE, CheckSubmitted(its, 90, 0, 1, 1))
    runs(cast, connection, house)
    book = cast.ledger(connection, DONG).campaigns()
    assert (book.tally(number).done, book.tally(number).open) == (1, 1)
    assert book.progress(number) == (1, 2)
    assert cast.ledger(connection, WEI).campaigns().progress(number) == (0, 1)
    assert cast.ledger(connection, ALICE).campaigns().progress(number) == (0, 0)
    lists = cast.ledger(connection, DONG).queries()
    assert [one.name for one in lists.page(Query(missed=number))] == ["西风面馆"]
    assert cast.ledger(connection, TANG).queries().count(Query(missed=number)) == 0
    assert lists.count(Query(missed="ZX-2026-999999")) == 0
    assert [(one.town, one.reached) for one in book.towns(number)] == [("东镇", 1), ("西镇", 0)]
    assert (book.found(number).hazards, book.found(number).closed) == (1, 0)
    ledger = cast.ledger(connection, DONG)
    assert [one.campaign for one in ledger.hazards(sieve=Sieve(campaign=number))] == ["燃气专项"]
    assert ledger.count_hazards(Sieve(campaign="ZX-2026-999999")) == 0
    rules = [one.rule for one in cast.ledger(connection, ALICE).owed().open(limit=50)]
    assert "R44" not in rules
    assert "R37" in rules
    usual = cast.key(FORM)
    does(cast, connection, CHARLIE, usual)
    runs(cast, connection, house)
    assert "R44" in [one.rule for one in cast.ledger(connection, CHARLIE).owed().open(limit=50)]


def test_an_audience_is_taken_in_by_chunks_and_whoever_rests_is_left_out(
    cast: Cast, connection: Connection, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(campaign_rounds, "ENTERED", 3)
    more = [Entry(f"9137000000000{n:04d}C", f"单位{n}", Colour.WHITE, "东镇") for n in range(7)]
    enterprises.save(connection, more, cast.now, "test")
    connection.execute(
        update(table).where(table.c.credit_code == more[0].credit_code).values(activity="stopped")
    )
    number = opened(cast, connection, TANG)
    cast.passes(seconds=2)
    assert tick(connection, house, Calendar(), cast.now)
    runs(cast, connection, house)
    assert cast.ledger(connection, TANG).campaigns().tally(number).targets == 7
    assert connection.execute(select(func.count()).select_from(campaign_targets)).scalar_one() == 7
    assert cast.ledger(connection, WEI).campaigns().one(number) is None
    assert cast.ledger(connection, DONG).campaigns().one(number) is not None
    connection.execute(
        update(table).where(table.c.credit_code == more[1].credit_code).values(activity="stopped")
    )
    tally = cast.ledger(connection, TANG).campaigns().tally(number)
    assert (tally.targets, tally.rests) == (6, 1)


def test_a_group_is_asked_anew_for_each_round(cast: Cast, connection: Connection, house: House) -> None:
    cast.does(connection, DONG, GroupSaved("东镇的", Query(towns=("东镇",)).to_json()))
    group = cast.ledger(connection, DONG).groups().listed()[0]
    number = opened(cast, connection, query=group.query, group=group.number, rhythm=Rhythm.WEEKLY, days=5)
    runs(cast, connection, house)
    assert cast.ledger(connection, DONG).campaigns().tally(number).targets == 1
    cast.does(connection, DONG, GroupSaved("东镇的", Query().to_json(), group.number))
    runs(cast, connection, house, days=7)
    card = cast.ledger(connection, DONG).campaigns().one(number)
    assert card is not None
    assert card.round is not None
    assert card.round.sequence == 2
    assert cast.ledger(connection, DONG).campaigns().tally(number).targets == 2


def test_what_is_late_is_taken_or_not(cast: Cast, connection: Connection, house: House) -> None:
    strict, kind = opened(cast, connection, days=1), opened(cast, connection, days=1, late=7)
    runs(cast, connection, house)
    periods = {number: period(connection, number) for number in (strict, kind)}
    runs(cast, connection, house, days=1)
    book = cast.ledger(connection, DONG).campaigns()
    assert [one.share for one in book.missing(strict)] == [Share.MISSED, Share.MISSED]
    with pytest.raises(Refusal) as refused:
        does(cast, connection, ALICE, CheckKey(FORM, periods[strict]))
    assert refused.value.line == "campaign-closed"
    does(cast, connection, ALICE, CheckKey(FORM, periods[kind]))
    tally = cast.ledger(connection, DONG).campaigns().tally(kind)
    assert (tally.done, tally.late) == (0, 1)
    assert len(posted(connection, "campaign-close:")) == 1


def posted(connection: Connection, key: str) -> list[Any]:
    found = select(letters).where(letters.c.key.startswith(key, autoescape=True)).order_by(letters.c.id)
    return list(connection.execute(found).all())


def period(connection: Connection, number: str) -> str:
    """The period of the checks of a campaign's newest round."""
    found = (
        select(rounds.c.period)
        .join(campaigns, campaigns.c.id == rounds.c.campaign)
        .where(campaigns.c.number == number)
        .order_by(rounds.c.sequence.desc())
        .limit(1)
    )
    return str(connection.execute(found).scalar_one())


def test_a_paused_plan_begins_no_round_and_goes_on_with_the_next(
    cast: Cast, connection: Connection, house: House
) -> None:
    number = opened(cast, connection, rhythm=Rhythm.DAILY, days=1)
    runs(cast, connection, house)
    assert sequences(connection) == [(1, MONDAY)]
    cast.does(connection, DONG, CampaignPaused(number))
    runs(cast, connection, house, days=2)
    assert len(sequences(connection)) == 1
    cast.does(connection, DONG, CampaignResumed(number))
    runs(cast, connection, house)
    assert sequences(connection) == [(1, MONDAY), (2, date(2026, 11, 25))]
    runs(
        cast, connection, house, days=3
    )  # a Saturday: the working days between were not looked at, and are not made up for
    assert len(sequences(connection)) == 2
    with pytest.raises(Refusal, match="campaign-stands"):
        cast.does(connection, DONG, CampaignResumed(number))


def sequences(connection: Connection) -> list[tuple[int, date]]:
    found = select(rounds.c.sequence, rounds.c.starts).order_by(rounds.c.id)
    return [(row.sequence, row.starts) for row in connection.execute(found)]


def test_what_is_changed_counts_from_the_next_round_on(
    cast: Cast, connection: Connection, house: House
) -> None:
    number = opened(cast, connection, rhythm=Rhythm.WEEKLY, days=5)
    runs(cast, connection, house)
    terms = Terms(MONDAY, 3, Rhythm.WEEKLY)
    changed = CampaignChanged(number, "新名", FORM, Query(towns=("西镇",)).to_json(), terms.to_json())
    cast.does(connection, DONG, changed)
    runs(cast, connection, house)
    first = cast.ledger(connection, ALICE).duties(MONDAY)
    assert [duty.campaign for duty in first if duty.campaign] == ["燃气专项"]
    runs(cast, connection, house, days=7)
    day = MONDAY + timedelta(days=7)
    found = {
        who: [d.campaign for d in cast.ledger(connection, who).duties(day) if d.campaign]
        for who in (ALICE, CHARLIE)
    }
    assert found == {ALICE: [], CHARLIE: ["新名"]}


def test_an_ended_one_is_owed_no_more_and_sums_up(cast: Cast, connection: Connection, house: House) -> None:
    number = opened(cast, connection)
    runs(cast, connection, house)
    its = key(cast, connection)
    does(cast, connection, ALICE, its, submits=False)
    cast.does(connection, DONG, CampaignEnded(number))
    runs(cast, connection, house)
    assert not [duty for duty in cast.ledger(connection, ALICE).duties(MONDAY) if duty.campaign]
    with pytest.raises(Refusal, match="campaign-closed"):
        cast.does(connection, ALICE, CheckSubmitted(its, 100, 1, 1, 0))
    assert [row.person for row in posted(connection, "campaign-close:")] == [
        cast.actor(connection, DONG).person
    ]
    for event in (CampaignEnded(number), CampaignPaused(number)):
        with pytest.raises(Refusal, match="campaign-over"):
            cast.does(connection, DONG, event)
    assert "R44" not in [one.rule for one in cast.ledger(connection, ALICE).owed().open(limit=50)]


def test_the_principal_in_person(cast: Cast, connection: Connection, house: House) -> None:
    number = opened(cast, connection, DONG, who_does=Who.PRINCIPAL)
    runs(cast, connection, house)
    its = key(cast, connection)
    with pytest.raises(Refusal, match="campaign-principal"), savepoint(connection, "one"):
        does(cast, connection, ALICE, its)
    does(cast, connection, BOB, its)
    assert cast.ledger(connection, DONG).campaigns().tally(number).done == 1


def test_all_have_to_confirm(cast: Cast, connection: Connection, house: House) -> None:
    number = opened(cast, connection, DONG, who_does=Who.ALL)
    runs(cast, connection, house)
    its = key(cast, connection)
    form = cast.catalogue.checklists[FORM]
    cast.does(connection, ALICE, CheckBegun(its, form.fingerprint, form.due_in(its.period)))
    written = cast.does(connection, ALICE, CheckSubmitted(its, 100, 1, 1, 0))
    bob = cast.actor(connection, BOB).person
    assert [one.to for one in written if isinstance(one, CampaignFilled)] == [(bob,)]
    assert cast.ledger(connection, DONG).campaigns().tally(number).done == 0
    told = cast.ledger(connection, BOB).campaigns().assignment(its.period)
    assert told is not None
    assert (told.signs, told.signed) == (True, 1)
    mine = cast.ledger(connection, ALICE).campaigns().assignment(its.period)
    assert mine is not None
    assert not mine.signs
    with pytest.raises(Refusal, match="campaign-nothing-to-sign"):
        cast.does(connection, ALICE, CampaignSigned(its.period))
    with pytest.raises(Refusal, match="campaign-nothing-to-sign"):
        cast.does(connection, WALT, CampaignSigned(its.period))
    cast.does(connection, BOB, CampaignSigned(its.period))
    assert cast.ledger(connection, DONG).campaigns().tally(number).done == 1


def test_a_chase_reaches_who_has_not_done_it_once_a_day(
    cast: Cast, connection: Connection, house: House
) -> None:
    number = opened(cast, connection)
    runs(cast, connection, house)
    does(cast, connection, CHARLIE, key(cast, connection, CHARLIE))
    connection.execute(delete(due).where(due.c.kind == owed_rounds.DAY))  # the day's message has been read
    _told_today(cast, connection)
    cast.does(connection, TANG, CampaignChased(number))
    with pytest.raises(Refusal, match="campaign-chased-lately"):
        cast.does(connection, TANG, CampaignChased(number))
    runs(cast, connection, house)
    people = [cast.actor(connection, who).person for who in (ALICE, BOB)]
    assert sorted(row.person for row in posted(connection, "campaign-chase:")) == sorted(people)
    chase = connection.execute(select(campaign_chases)).one()
    assert (chase.enterprises, chase.letters) == (1, 2)
    assert cast.ledger(connection, TANG).campaigns().chased(number) is not None
    letter = posted(connection, "campaign-chase:")[0]
    ready = Posted(
        letter.id, letter.chat, letter.person, letter.kind, letter.method, letter.body, None, None, None
    )
    ready = replace(ready, condition=letter.condition)
    assert may_leave(connection, house, ready, cast.now)
    does(cast, connection, ALICE, key(cast, connection))
    assert not may_leave(connection, house, ready, cast.now)
    cast.passes(days=1)
    cast.does(connection, TANG, CampaignChased(number))


def _told_today(cast: Cast, connection: Connection) -> None:
    """The day's message of everybody has left already."""
    for who in (ALICE, BOB):
        person = cast.actor(connection, who).person
        note = Letter(
            who.id, Kind.NOTICE, "sendMessage", "{}", person=person, key=f"owed:{person}:{MONDAY:%Y%m%d}"
        )
        outbox.post(connection, note, cast.now)
    connection.execute(update(letters).where(letters.c.key.startswith("owed:")).values(state="sent"))


def test_a_chase_rides_in_the_day_s_message_that_has_not_left(
    cast: Cast, connection: Connection, house: House
) -> None:
    number = opened(cast, connection)
    runs(cast, connection, house)
    connection.execute(delete(letters).where(letters.c.key.startswith("owed:")))
    cast.does(connection, DONG, CampaignChased(number))
    cast.passes(seconds=2)
    tick(connection, house, Calendar(), cast.now)
    alice = cast.actor(connection, ALICE).person
    assert alice not in [row.person for row in posted(connection, "campaign-chase:")]
    runs(cast, connection, house)
    assert [row.person for row in posted(connection, f"owed:{alice}:")] == [alice]


@pytest.mark.parametrize("who", [ALICE, NOBODY, WEI])
def test_nobody_else_leads_it(cast: Cast, connection: Connection, house: House, who: Speaker) -> None:
    """Own people of an enterprise, a stranger, another town's supervisor."""
    number = opened(cast, connection, TANG)
    runs(cast, connection, house)
    terms, query = Terms(MONDAY, 5).to_json(), Query().to_json()
    for event in (
        CampaignPaused(number),
        CampaignResumed(number),
        CampaignEnded(number),
        CampaignChanged(number, "x", FORM, query, terms),
    ):
        with pytest.raises(Refusal, match=r"not-allowed|campaign-gone"):
            cast.does(connection, who, event)
    if who is not WEI:
        for event in (CampaignChased(number), CampaignOpened("x", FORM, query, terms)):
            with pytest.raises(Refusal, match="not-allowed"):
                cast.does(connection, who, event)
    book = cast.ledger(connection, who).campaigns()
    assert (book.one(number), book.count(), book.towns(number), book.missing(number)) == (None, 0, (), ())
    assert (book.found(number).hazards, book.chased(number), book.may_lead(number)) == (0, None, False)


def test_an_enterprise_has_no_part_in_another_town_s_campaign(
    cast: Cast, connection: Connection, house: House
) -> None:
    number = opened(cast, connection, TANG)
    runs(cast, connection, house)
    its = period(connection, number)
    assert cast.ledger(connection, CHARLIE).campaigns().assignment(its) is None
    with pytest.raises(Refusal, match="campaign-gone"):
        does(cast, connection, CHARLIE, CheckKey(FORM, its))
    with pytest.raises(Refusal, match="campaign-gone"):
        does(cast, connection, ALICE, CheckKey("general", its))


@pytest.mark.parametrize(
    "wrong", [{"days": 0}, {"late": -1}, {"weekdays": [8]}, {"rhythm": "hourly"}, {"who": "x"}]
)
def test_terms_that_make_no_sense_are_refused(
    cast: Cast, connection: Connection, wrong: dict[str, object]
) -> None:
    terms = Terms(MONDAY, 7).to_json() | wrong
    with pytest.raises(Refusal, match="campaign-terms-refused"):
        cast.does(connection, DONG, CampaignOpened("x", FORM, {}, terms))  # type: ignore[arg-type]
    past = Terms(MONDAY - timedelta(days=1), 7).to_json()
    with pytest.raises(Refusal, match="campaign-past"):
        cast.does(connection, DONG, CampaignOpened("x", FORM, {}, past))
    for title, query in (("", {}), ("x", {"tows": ["东镇"]})):
        with pytest.raises(Refusal, match="campaign-terms-refused"):
            cast.does(connection, DONG, CampaignOpened(title, FORM, query, Terms(MONDAY, 7).to_json()))


def test_a_campaign_made_before_its_day_waits_for_it(
    cast: Cast, connection: Connection, house: House
) -> None:
    number = opened(cast, connection, starts=MONDAY + timedelta(days=2))
    runs(cast, connection, house)
    card = cast.ledger(connection, DONG).campaigns().one(number)
    assert card is not None
    assert (card.round, card.following) == (None, MONDAY + timedelta(days=2))
    cast.now = at(MONDAY + timedelta(days=2), time(6, 29))
    runs(cast, connection, house)
    assert sequences(connection) == []
    runs(cast, connection, house, minutes=2)
    assert sequences(connection) == [(1, MONDAY + timedelta(days=2))]
    assert cast.ledger(connection, DONG).campaigns().one(number).following is None  # type: ignore[union-attr]


def test_a_group_is_kept_by_its_area_alone(cast: Cast, connection: Connection) -> None:
    query = Query(towns=("东镇",)).to_json()
    cast.does(connection, TANG, GroupSaved(" 东镇  的 ", query))
    mine = cast.ledger(connection, TANG).groups().listed()[0]
    assert (mine.name, mine.person, mine.query) == ("东镇 的", "唐静", Query(towns=("东镇",)))
    for who in (WEI, DONG, ALICE):
        book = cast.ledger(connection, who).groups()
        assert (book.count(), book.one(mine.number), book.named(mine.name)) == (0, None, None)
        with pytest.raises(Refusal, match=r"group-missing|not-allowed"):
            cast.does(connection, who, GroupDeleted(mine.number))
        with pytest.raises(Refusal, match=r"group-missing|not-allowed"):
            cast.does(connection, who, GroupSaved("x", query, mine.number))
    with pytest.raises(Refusal, match="group-taken"):
        cast.does(connection, TANG, GroupSaved("东镇 的", query))
    for name, kept in (("", query), ("x", {"tows": 1})):
        with pytest.raises(Refusal, match="group-nameless"):
            cast.does(connection, TANG, GroupSaved(name, kept))
    with pytest.raises(Refusal, match="group-missing"):
        cast.does(connection, WEI, CampaignOpened("x", FORM, query, Terms(MONDAY, 5).to_json(), mine.number))
    cast.does(connection, TANG, GroupDeleted(mine.number))
    assert cast.ledger(connection, TANG).groups().count() == 0
    cast.does(connection, TANG, GroupSaved("东镇 的", query))
