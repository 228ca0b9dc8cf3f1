"""Random walks through every shipped checklist and through the form that has everything (tests/proof has 2,000 each)."""

import pytest

from checklists.catalogue import Catalogue
from checklists.load import CONTENT
from tests.dialogs.everything import EVERYTHING
from tests.dialogs.wandering import Wanderer, catalogue_with

FORMS = [*sorted(path.stem for path in (CONTENT / "checklists").glob("*.yaml")), EVERYTHING.id]
WALKS = 8


@pytest.mark.parametrize("checklist", FORMS)
def test_whatever_people_do_the_conversation_goes_on(catalogue: Catalogue, checklist: str) -> None:
    whole = catalogue_with(catalogue)
    for seed in range(WALKS):
        Wanderer(whole, checklist, seed).walk()
