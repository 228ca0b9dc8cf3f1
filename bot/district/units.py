"""The enterprises of a made-up district: what kind, in which town, how large, who is listed. As an import would bring them."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.columns import names_of, normal
from bot.demo.generate import REGION
from bot.demo.kinds import FACTS, HAZCHEM, KINDS, ONLY_FOR, Kind
from bot.district.names import Names, phones
from bot.district.size import Size
from checklists.answers import Facts, JsonValue
from checklists.catalogue import Catalogue
from safety.credit_code import ALPHABET, check_character
from safety.enterprises import Colour
from safety.people import Role
from storage.enterprises import Entry, Listed

TWO_CONTACTS = 30  # staff from which there is an officer beside the principal
IN_A_GRID, MOST_GRIDS = 110, 8  # enterprises of a list that lie side by side; grids of a town
SOME_TWO = 0.16  # of the smaller ones too


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """One enterprise with its kind of business and all of its facts."""

    entry: Entry
    kind: Kind
    facts: Facts

    @property
    def staff(self) -> int:
        """How many work there."""
        return int(self.facts.get("staff", 0))


def units(
    catalogue: Catalogue, size: Size, towns: Sequence[tuple[str, float]], chance: random.Random
) -> list[Unit]:
    """All of them, in the order in which a list of the district has them: town by town."""
    names, numbers = Names(chance), phones()
    kinds = list(_kinds(size))
    chance.shuffle(kinds)
    places = chance.choices([name for name, _ in towns], [share for _, share in towns], k=len(kinds))
    places[: len(towns)] = [name for name, _ in towns[: len(places)]]  # nobody's town is empty
    order = {name: place for place, (name, _) in enumerate(towns)}
    pairs = sorted(zip(places, kinds, strict=True), key=lambda pair: order[pair[0]])
    maker = _Maker(catalogue, names, numbers, chance)
    return [maker.unit(number, town, kind) for number, (town, kind) in enumerate(pairs, 1)]


def grid(number: int) -> str:
    """The grid of an enterprise; grids of every town have the same names, as they have in life."""
    return f"第{'一二三四五六七八'[number // IN_A_GRID % MOST_GRIDS]}网格"


def _kinds(size: Size) -> Iterator[Kind]:
    """So many of each kind; of hazchem enterprises exactly as many as the size says."""
    grave = [kind for kind in KINDS if kind.industry == HAZCHEM]
    rest = [kind for kind in KINDS if kind.industry != HAZCHEM]
    yield from _shared(grave, min(size.hazchem, size.enterprises))
    yield from _shared(rest, size.enterprises - min(size.hazchem, size.enterprises))


def _shared(kinds: Sequence[Kind], total: int) -> Iterator[Kind]:
    whole = sum(kind.count for kind in kinds)
    left = total
    for kind in kinds[1:]:
        number = min(left, round(total * kind.count / whole))
        left -= number
        yield from [kind] * number
    yield from [kinds[0]] * left


class _Maker:
    def __init__(
        self, catalogue: Catalogue, names: Names, numbers: Iterator[str], chance: random.Random
    ) -> None:
        self._catalogue = catalogue
        self._names = names
        self._phones = numbers
        self._chance = chance
        self._industries = {name: fact.id for fact in catalogue.facts.industries for name in names_of(fact)}

    def unit(self, number: int, town: str, kind: Kind) -> Unit:
        stated = self._facts(number, kind)
        industry = self._industries[normal(kind.industry)]
        flags = {name: value for name, value in stated.items() if isinstance(value, bool)}
        colour = Colour(self._catalogue.colours.of(industry, self._catalogue.facts.derive(flags)))
        self_employed = kind.self_employed
        entry = Entry(
            code(number, self_employed=self_employed),
            self._names.enterprise(town, kind.ending, self_employed=self_employed),
            colour,
            town,
            f"{town}{self._names.road()}",
            stated,
            self._contacts(int(str(stated["staff"]))),
            grid=grid(number),
        )
        plain = {name: value for name, value in stated.items() if isinstance(value, int)}
        return Unit(entry, kind, self._catalogue.facts.derive(plain))

    def _facts(self, number: int, kind: Kind) -> Mapping[str, JsonValue]:
        facts: dict[str, JsonValue] = {self._industries[normal(kind.industry)]: True}
        for fact in FACTS:
            if ONLY_FOR.get(fact, kind.industry) == kind.industry:
                facts[fact] = self._fact(fact, number, kind)
        return facts

    def _fact(self, fact: str, number: int, kind: Kind) -> JsonValue:
        if fact == "staff":
            least, most = kind.staff
            return int(least + (most - least) * self._chance.random() ** 2.2)  # most are small
        if fact == "site_area":
            least, most = kind.area
            return int(least + number * 9_973 % max(1, most - least))
        return fact in kind.true

    def _contacts(self, staff: int) -> tuple[Listed, ...]:
        """The principal; in larger ones an officer too."""
        principal = Listed(self._names.person(), next(self._phones), Role.PRINCIPAL)
        two = staff >= TWO_CONTACTS or self._chance.random() < SOME_TWO
        if not two:
            return (principal,)
        return principal, Listed(self._names.person(), next(self._phones), Role.OFFICER)


def code(number: int, *, self_employed: bool) -> str:
    """A credit code in a region that is not assigned, with a right check character."""
    body, rest = "", number * 7_919_017 % len(ALPHABET) ** 7
    for _ in range(7):
        rest, place = divmod(rest, len(ALPHABET))
        body += ALPHABET[place]
    first = f"{'92' if self_employed else '91'}{REGION}MA{body}"
    return first + check_character(first)
