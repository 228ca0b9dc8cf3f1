"""2,000 random walks through each checklist: nothing is raised, always a screen, and the record leads to the same findings."""

import pytest

from checklists.catalogue import Catalogue
from tests.dialogs.test_wandering import FORMS
from tests.dialogs.wandering import Wanderer, catalogue_with

WALKS = 2000
pytestmark = pytest.mark.proof


@pytest.mark.parametrize("checklist", FORMS)
def test_two_thousand_walks_raise_nothing(catalogue: Catalogue, checklist: str) -> None:
    whole = catalogue_with(catalogue)
    for seed in range(WALKS):
        Wanderer(whole, checklist, seed).walk()
