"""Where hazards come from, as lists are narrowed down by it and timelines begin with it."""

from safety.hazard_ledger import HazardSource

# found first and reported with the rest, when a self-check is handed in or an inspection ends
WALKED = frozenset(
    {HazardSource.CHECK, HazardSource.DEPARTMENT, HazardSource.EXPERT, HazardSource.SUPERVISION}
)
# what a list offers: what a supervisor has said outside of an inspection stands with what was found in one
OFFERED = tuple(one for one in HazardSource if one is not HazardSource.INSPECTION)


def sources(wanted: str) -> frozenset[HazardSource]:
    """The sources that a list means by one of them. ValueError when there is no such source."""
    one = HazardSource(wanted)
    both = {HazardSource.DEPARTMENT, HazardSource.INSPECTION}
    return frozenset(both if one is HazardSource.DEPARTMENT else {one})
