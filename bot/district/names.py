"""Names of a made-up district: towns, enterprises, people. Nothing in it belongs to anybody; the same ones every time."""

import random
from collections.abc import Iterator

from bot.demo.generate import BORNE, FIRST, GIVEN, ROADS, SECOND, SURNAMES

DISTRICT = "安澜新区"
PLACE = "安澜"
TOWNS = (  # with how much of the district lies there: towns are of very different size
    ("石桥街道", 19),
    ("青溪镇", 16),
    ("长河街道", 14),
    ("云台镇", 11),
    ("开发区", 10),
    ("柳林镇", 8),
    ("平川镇", 6),
    ("东湖街道", 5),
    ("南陈镇", 4),
    ("北渡镇", 3),
    ("黄庙镇", 2.5),
    ("沙河乡", 1.5),
)
ENDS = ("镇", "街道", "乡", "区")


def brands() -> list[str]:
    """Two-character brands that nobody real bears."""
    return [first + second for first in FIRST for second in SECOND if first + second not in BORNE]


def short(town: str) -> str:
    """A town as a sign above a door says it: 青溪."""
    end = next((end for end in ENDS if town.endswith(end)), "")
    return town.removesuffix(end) if len(town) > len(end) + 1 else town


class Names:
    """Hands out names; no enterprise gets one twice."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._brands = brands()
        self._given: set[str] = set()

    def enterprise(self, town: str, ending: str, *, self_employed: bool) -> str:
        """A shop is called by its town, a company by the district; a third character where all are taken."""
        place = short(town) if self_employed else PLACE
        while True:
            for _ in range(4):
                name = f"{place}{self._chance.choice(self._brands)}{ending}"
                if name not in self._given:
                    self._given.add(name)
                    return name
            place = f"{place[:2]}{self._chance.choice(FIRST)}"

    def person(self) -> str:
        return self._chance.choice(SURNAMES) + "".join(
            self._chance.sample(GIVEN, self._chance.choice((1, 2, 2)))
        )

    def road(self) -> str:
        return f"{self._chance.choice(ROADS)}{self._chance.randint(1, 299)}号"


def phones() -> Iterator[str]:
    """Numbers of eleven digits that no operator gives out."""
    yield from (f"16{number:09d}" for number in range(1, 1_000_000_000))
