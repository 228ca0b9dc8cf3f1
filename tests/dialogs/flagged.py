"""Submissions with signs, for conversations of supervisors."""

from datetime import timedelta

from checklists.catalogue import Catalogue
from safety.quality import Flag, Flagged, Sign
from tests.dialogs.paper import START

WHEN = START - timedelta(hours=2)
EVERY = (
    Flag(Sign.RECYCLED, "CG-01", {"own": 1, "day": "2026-10-12", "earlier": "CG-02"}),
    Flag(Sign.RECYCLED, "CG-02", {"own": 0}),
    Flag(Sign.ONE_PHOTO, "CG-01", {"n": 3}),
    Flag(Sign.BLANK, "CG-03"),
    Flag(Sign.HURRIED, "", {"quick": 17, "of": 20, "seconds": 1.3, "reading": 2.4}),
    Flag(Sign.FASTER, "", {"seconds": 1.3, "usual": 9.0}),
    Flag(Sign.STRAIGHT, "", {"n": 12, "seconds": 2.0}),
    Flag(Sign.SAME_AS_LAST, "", {"n": 20, "words": 2, "numbers": 1, "day": "2025-10-12"}),
    Flag(Sign.SAME_TEXT, "CG-04", {"n": 4, "days": 45}),
    Flag(Sign.SET_ASIDE, "", {"n": 5, "of": 20}),
    Flag(Sign.ZERO_AGAIN, "", {"n": 3}),
    Flag(Sign.FOUND_LATER, "", {"n": 2, "days": 5, "number": "JC-2026-000001"}),
)


def flagged(catalogue: Catalogue, number: int = 1, *flags: Flag, enterprise: str = "老王饭店") -> Flagged:
    """One submission of the restaurant."""
    return Flagged(
        f"ZC-2026-{number:06d}",
        enterprise,
        "宋官屯街道",
        catalogue.checklists["catering_gas"],
        "2026-11",
        WHEN,
        "李梅",
        flags or EVERY[4:5],
        photos=("proof-1", "proof-2") if not flags or flags[0].sign is Sign.RECYCLED else (),
        seconds=83,
        changes=1,
    )
