"""Groups and campaigns of the paper world: what each event changes, and what one person may read (GroupBook, CampaignBook).

A round takes its audience in at once; of the world's enterprises only its own one does anything.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from checklists.period import special
from checklists.words import Words
from safety.calendar import Calendar, today
from safety.campaigns import (
    Assignment,
    Campaign,
    Found,
    Rhythm,
    Round,
    Share,
    Standing,
    Tally,
    Terms,
    Unreached,
    Who,
    audience,
    next_round,
    window,
)
from safety.checks import CheckKey, Duty, DutyState
from safety.errors import Refusal
from safety.events_campaigns import (
    CampaignChanged,
    CampaignChased,
    CampaignEnded,
    CampaignOpened,
    CampaignPaused,
    CampaignResumed,
    CampaignSigned,
)
from safety.events_groups import GroupDeleted, GroupSaved
from safety.groups import Group
from safety.people import Right
from safety.queries import Query
from tests.dialogs.paperqueries import PaperQueries
from tests.queried import Known

if TYPE_CHECKING:
    from tests.dialogs.paper import World


@dataclass
class Kept:
    """A campaign, the enterprises of its newest round, and when it was chased."""

    campaign: Campaign
    targets: list[Known] = field(default_factory=list)
    period: str = ""
    chased: datetime | None = None
    signed: set[int] = field(default_factory=set)


class CampaignDesk:
    """What events do to the groups and campaigns of a World."""

    def _group_saved(self: "World", person: int, event: GroupSaved) -> None:
        number = event.group or len(self.groups) + 1
        name = self.people[person].name
        query = Query.from_json(dict(event.query))
        self.groups[number] = Group(number, event.name, query, name, self.now)

    def _group_deleted(self: "World", person: int, event: GroupDeleted) -> None:
        del person
        del self.groups[event.group]

    def _campaign_opened(self: "World", person: int, event: CampaignOpened) -> None:
        if not self.actor(person).may(Right.RUN_CAMPAIGN):
            raise Refusal("not-allowed")
        number = f"ZX-2026-{len(self.campaigns) + 1:06d}"
        group = self.groups.get(event.group)
        form = self.catalogue.checklists[event.checklist]
        made = Campaign(
            number,
            event.title,
            event.checklist,
            form.title,
            Query.from_json(dict(event.query)),
            group.name if group else "",
            Terms.from_json(event.terms),
            Standing.RUNNING,
            self.people[person].name,
            PaperQueries(self, person).place(),
            self.now,
        )
        self.campaigns[number] = Kept(made)
        self._begin_round(person, self.campaigns[number])

    def _begin_round(self: "World", person: int, kept: Kept) -> None:
        terms, day = kept.campaign.terms, today(self.now)
        starts = next_round(terms, day, Calendar())
        if starts != day:
            kept.campaign = replace(kept.campaign, following=starts)
            return
        one = window(terms, day, Calendar())
        kept.targets = list(PaperQueries(self, person).meant(audience(kept.campaign.query)))
        kept.period = special(len(self.campaigns), one.due)
        newest = Round(len(self.campaigns), 1, one.starts, one.due, one.closes, opened=True, closed=False)
        once = terms.rhythm is Rhythm.ONCE
        following = None if once else next_round(terms, day + timedelta(days=1), Calendar())
        kept.campaign = replace(kept.campaign, round=newest, following=following)

    def _campaign_changed(self: "World", person: int, event: CampaignChanged) -> None:
        del person
        kept = self.campaigns[event.number]
        terms, query = Terms.from_json(event.terms), Query.from_json(dict(event.query))
        kept.campaign = replace(kept.campaign, title=event.title, terms=terms, query=query)

    def _campaign_paused(self: "World", person: int, event: CampaignPaused) -> None:
        self._campaign_stands(person, event.number, Standing.PAUSED)

    def _campaign_resumed(self: "World", person: int, event: CampaignResumed) -> None:
        self._campaign_stands(person, event.number, Standing.RUNNING)

    def _campaign_ended(self: "World", person: int, event: CampaignEnded) -> None:
        self._campaign_stands(person, event.number, Standing.ENDED)
        kept = self.campaigns[event.number]
        if kept.campaign.round is not None:
            closed = replace(kept.campaign.round, closed=True)
            kept.campaign = replace(kept.campaign, round=closed, following=None)

    def _campaign_stands(self: "World", person: int, number: str, after: Standing) -> None:
        assert self.actor(person).may(Right.RUN_CAMPAIGN), "storage would refuse"
        kept = self.campaigns[number]
        kept.campaign = replace(kept.campaign, standing=after)

    def _campaign_chased(self: "World", person: int, event: CampaignChased) -> None:
        assert self.actor(person).may(Right.SEE_CAMPAIGNS), "storage would refuse"
        kept = self.campaigns[event.number]
        if kept.chased is not None and self.now - kept.chased < timedelta(hours=20):
            raise Refusal("campaign-chased-lately", {"time": kept.chased})
        kept.chased = self.now
        if kept.campaign.round is not None:
            again = replace(kept.campaign.round, chased=kept.campaign.round.chased + 1)
            kept.campaign = replace(kept.campaign, round=again)

    def _campaign_signed(self: "World", person: int, event: CampaignSigned) -> None:
        kept = next(one for one in self.campaigns.values() if one.period == event.period)
        kept.signed.add(person)


def special_duties(world: "World", day: date) -> list[Duty]:
    """What campaigns ask of the world's own enterprise."""
    found = []
    for kept in world.campaigns.values():
        newest = kept.campaign.round
        if newest is None or newest.closed or newest.closes < day or not _ours(world, kept):
            continue
        key = CheckKey(kept.campaign.checklist, kept.period)
        draft = world.drafts.get(key)
        if draft is None or draft.receipt is None:
            state = DutyState.OPEN if draft is None else DutyState.BEGUN
            answered = len(draft.answers) if draft else 0
            found.append(Duty(key, newest.due, state, answered, kept.campaign.title))
    return found


def _ours(world: "World", kept: Kept) -> bool:
    return any(one.code == world.enterprise.credit_code for one in kept.targets)


@dataclass
class PaperGroups:
    """Groups as one person may read them; in the paper world all are of one area."""

    world: "World"
    person: int

    def _all(self) -> list[Group]:
        may = self.world.actor(self.person).may(Right.KEEP_GROUPS)
        return sorted(self.world.groups.values(), key=lambda one: one.name) if may else []

    def count(self) -> int:
        return len(self._all())

    def listed(self, *, offset: int = 0, limit: int = 5) -> Sequence[Group]:
        return self._all()[offset : offset + limit]

    def one(self, number: int) -> Group | None:
        return next((one for one in self._all() if one.number == number), None)

    def named(self, name: str) -> Group | None:
        return next((one for one in self._all() if one.name == name), None)


@dataclass
class PaperCampaigns:
    """Campaigns as one person may read them."""

    world: "World"
    person: int

    def forms(self) -> Mapping[str, Words]:
        return {name: form.title for name, form in self.world.catalogue.checklists.items()}

    def _all(self) -> list[Kept]:
        may = self.world.actor(self.person).may(Right.SEE_CAMPAIGNS)
        return list(reversed(self.world.campaigns.values())) if may else []

    def _of(self, number: str) -> Kept | None:
        return next((one for one in self._all() if one.campaign.number == number), None)

    def count(self) -> int:
        return len(self._all())

    def listed(self, *, offset: int = 0, limit: int = 5) -> Sequence[Campaign]:
        return [one.campaign for one in self._all()[offset : offset + limit]]

    def one(self, number: str) -> Campaign | None:
        kept = self._of(number)
        return kept.campaign if kept else None

    def may_lead(self, number: str) -> bool:
        return self._of(number) is not None and self.world.actor(self.person).may(Right.RUN_CAMPAIGN)

    def _share(self, kept: Kept, one: Known) -> Share:
        draft = self.world.drafts.get(CheckKey(kept.campaign.checklist, kept.period))
        if one.activity in {"stopped", "closed"}:
            return Share.RESTS
        if one.code != self.world.enterprise.credit_code or draft is None:
            return Share.OPEN
        return Share.DONE if draft.receipt is not None else Share.BEGUN

    def progress(self, number: str) -> tuple[int, int]:
        tally = self.tally(number)
        return tally.reached, tally.targets

    def tally(self, number: str) -> Tally:
        kept = self._of(number)
        return self._tally("", kept, kept.targets) if kept else Tally("", 0, 0, 0, 0, 0)

    def _tally(self, town: str, kept: Kept, targets: Sequence[Known]) -> Tally:
        shares = [self._share(kept, one) for one in targets]
        counts = {share: shares.count(share) for share in Share}
        silent = sum(one.silent for one in targets)
        return Tally(
            town, counts[Share.DONE], 0, counts[Share.BEGUN], counts[Share.OPEN], counts[Share.RESTS], silent
        )

    def towns(self, number: str) -> Sequence[Tally]:
        kept = self._of(number)
        if kept is None:
            return ()
        names = sorted({one.town for one in kept.targets})
        return [self._tally(name, kept, [one for one in kept.targets if one.town == name]) for name in names]

    def missing(self, number: str, *, offset: int = 0, limit: int = 5) -> Sequence[Unreached]:
        kept = self._of(number)
        if kept is None:
            return ()
        undone = {Share.OPEN, Share.BEGUN}
        found = [one for one in kept.targets if self._share(kept, one) in undone]
        return [
            Unreached(
                one.name,
                one.code,
                one.town,
                "王强",
                "13800001002",
                self._share(kept, one),
                one.silent,
                "contact/1",
            )
            for one in found[offset : offset + limit]
        ]

    def found(self, number: str) -> Found:
        kept = self._of(number)
        if kept is None:
            return Found(0, 0, 0)
        form = kept.campaign.checklist
        return Found(len([one for one in self.world.found if one.checklist == form]), 0, 0)

    def chased(self, number: str) -> datetime | None:
        kept = self._of(number)
        return kept.chased if kept else None

    def assignment(self, period: str) -> Assignment | None:
        seat = self.world.actor(self.person).seat
        kept = next((one for one in self.world.campaigns.values() if one.period == period and period), None)
        if kept is None or seat is None or seat.enterprise is None or kept.campaign.round is None:
            return None
        draft = self.world.drafts.get(CheckKey(kept.campaign.checklist, period))
        done, every = draft is not None and draft.receipt is not None, kept.campaign.terms.who is Who.ALL
        signs = done and every and self.person not in kept.signed
        newest = kept.campaign.round
        return Assignment(
            kept.campaign.number,
            kept.campaign.title,
            kept.campaign.checklist,
            period,
            newest.due,
            newest.closes,
            kept.campaign.terms.who,
            done=done and not signs,
            signs=signs,
            signed=1 + len(kept.signed),
        )
