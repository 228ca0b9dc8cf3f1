"""How much of everything a made-up district has. The figures of the full size are those of a real district's first year.

Source: 人民网山东频道 2023-11-17: over ten thousand units supervised, 7,359 visits with 12,491 hazards, 34 hazchem
enterprises, 201 first lessons with 6,232 person-times; the rest is what a year of self-checks of such a district comes to.
"""

from dataclasses import dataclass, fields, replace


@dataclass(frozen=True, slots=True)
class Size:
    """What there is after the year.

    people        who have joined, supervisors included
    checks        self-checks handed in
    hazards       in all states; `visits` gave `visit_hazards` of them
    pledges       principals who have signed
    """

    enterprises: int
    towns: int
    people: int
    checks: int
    hazards: int
    visits: int
    visit_hazards: int
    hazchem: int
    pledges: int
    lessons: int
    exams: int

    def scaled(self, share: float) -> "Size":
        """The same mix, smaller or larger; of everything at least a little, of towns as many as there are."""
        scaled = {one.name: max(1, round(getattr(self, one.name) * share)) for one in fields(self)}
        return replace(
            self, **scaled | {"towns": self.towns if share >= 1 else max(2, round(self.towns * share**0.5))}
        )


DISTRICT = Size(10_500, 12, 13_000, 40_000, 50_000, 7_359, 12_491, 34, 6_300, 201, 1_500)
SIZES = {
    "district": DISTRICT,
    "town": DISTRICT.scaled(0.08),
    "street": DISTRICT.scaled(0.008),
}
