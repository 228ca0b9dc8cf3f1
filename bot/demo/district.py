"""Puts the life of the district together: who has joined, checked, found, put right and signed before the demo begins."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.demo import history
from bot.demo.campaigning import campaign
from bot.demo.counting import Counting
from bot.demo.diary import Diary, Staff
from bot.demo.keeping import keep
from bot.demo.pledging import FIRST_YEAR, Signing
from bot.demo.stories import Story, stories
from bot.demo.teaching import KITCHEN, SHOP, teach
from bot.demo.telling import Teller
from bot.demo.warning import warn
from bot.routers import Speaker
from safety.enterprises import Colour
from safety.people import Role
from storage.enterprises import Entry

SIGNED_JOINED, SIGNED_ONLY = (
    44,
    36,
)  # whose officer checks as well; of whom only the principal has joined, to sign
MOVED = ("面馆", "商贸有限公司")  # what those are whose colour a supervisor has changed since
ALWAYS = "建筑工程有限公司"  # had signed before a major hazard was confirmed


@dataclass(frozen=True, slots=True)
class District:
    """All enterprises; those of people on the demo's phones; who supervises the restaurant's town."""

    entries: Sequence[Entry]
    restaurant: Entry
    shop: Entry
    town: Speaker

    def plan(self, diary: Diary, staff: Staff, begin: datetime) -> None:
        """Note down everything that has happened."""
        chance = random.Random(history.SEED)  # noqa: S311 - the same history every time
        told = [(story, self._of(story)) for story in stories(self.restaurant.name, self.shop.name)]
        first = _but(_once(entry for _, entry in told), (self.restaurant, self.shop))
        rest = _but(self.entries, (self.restaurant, self.shop, *first))
        joined = [*first, *chance.sample(rest, history.JOINED - len(first))]
        history.plan(diary, staff, joined, begin, self.restaurant.town, chance)
        teller = Teller(diary, staff, self.town, begin)
        for story, entry in told:
            teller.tell(story, entry)
        principal = staff.speaker(self.restaurant, Role.PRINCIPAL)
        keep(diary, principal, self.town)
        teach(diary, staff.speaker(self.shop, Role.OFFICER), SHOP)
        teach(diary, principal, KITCHEN)
        warn(diary, self.town, [staff.speaker(entry, Role.OFFICER) for entry in self._here(joined)])
        officers = [one for one in self._here(joined) if one.colour is Colour.YELLOW]
        campaign(diary, self.town, [staff.speaker(entry, Role.OFFICER) for entry in officers])
        self._sign(Signing(diary, staff, self.town), joined, begin, chance)
        Counting(diary, staff, self.town).signed_by(_but(self.entries, (self.restaurant, self.shop)))

    def _of(self, story: Story) -> Entry:
        """The enterprise of a story: the one of this name, else the last of its kind in the supervisor's town."""
        named = (one for one in self.entries if one.name == story.of)
        return next(named, None) or self._last(story.of, self._here(self.entries))

    def _here(self, entries: Sequence[Entry]) -> list[Entry]:
        return [one for one in entries if one.town == self.restaurant.town]

    @staticmethod
    def _last(kind: str, entries: Sequence[Entry]) -> Entry:
        return next(one for one in reversed(entries) if one.name.endswith(kind))

    def _sign(
        self, signing: Signing, joined: Sequence[Entry], begin: datetime, chance: random.Random
    ) -> None:
        """Some of each: who checks as well, who only signed, almost a year ago, and for a colour that is no longer theirs."""
        only = _but(self.entries, (self.restaurant, self.shop, *joined))
        trial = self._here(only)[: len(FIRST_YEAR)]
        moved = [self._last(kind, self._here(_but(only, trial))) for kind in MOVED]
        signing.in_the_first_year(trial)
        always = [self.shop, self._last(ALWAYS, self._here(joined)), *moved]
        some = chance.sample(_but(joined, always), SIGNED_JOINED)
        more = chance.sample(_but(only, (*trial, *moved)), SIGNED_ONLY)
        signing.by_everybody([*always, *some, *more], begin, chance)
        signing.moved_since(moved)


def _once(entries: Iterable[Entry]) -> list[Entry]:
    return list({entry.credit_code: entry for entry in entries}.values())


def _but(entries: Sequence[Entry], without: Sequence[Entry]) -> list[Entry]:
    codes = {entry.credit_code for entry in without}
    return [entry for entry in entries if entry.credit_code not in codes]
