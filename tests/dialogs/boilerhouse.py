"""The shipped content with a checklist of the tests' own: the one of boilers."""

import tempfile
from functools import lru_cache
from pathlib import Path

from checklists.catalogue import Catalogue
from checklists.load import CONTENT, load_catalogue
from tests.checklists import boilers

KITCHEN = (
    "form: kitchen, answer: K-1, in: [wood, pipe]",
    "form: catering_gas, answer: CG-01, in: [lpg, pipe]",
)


@lru_cache(maxsize=1)
def with_boilers() -> Catalogue:
    """The shipped content with the checklist of boilers, which looks at the one of kitchens."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, text in (
            (boilers.BOILERS, boilers.TEXT.replace(*KITCHEN)),
            (boilers.BOILERS_EN, boilers.ENGLISH),
        ):
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).write_text(text, "utf-8")
        return load_catalogue(CONTENT, folder)
