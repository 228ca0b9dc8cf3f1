"""The option that rewrites the expected side of the transcripts, and the world on paper."""

from dataclasses import replace

import pytest

from checklists.catalogue import Catalogue
from tests.dialogs.boilerhouse import with_boilers
from tests.dialogs.paper import OFFICER, World, small_world
from tests.dialogs.smallform import FORM
from tests.dialogs.talking import Talker


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-transcripts", action="store_true", help="rewrite what the transcripts expect")


@pytest.fixture
def world(catalogue: Catalogue) -> World:
    """A restaurant, its people, its town."""
    return small_world(catalogue)


@pytest.fixture
def officer(world: World) -> Talker:
    """The restaurant's safety officer."""
    return Talker(world, OFFICER)


@pytest.fixture
def small(catalogue: Catalogue) -> World:
    """A restaurant that owes the small form."""
    world = small_world(replace(catalogue, checklists={**catalogue.checklists, "small": FORM}))
    world.owed = ("small",)
    return world


@pytest.fixture
def boiler_house() -> World:
    """A restaurant that owes it."""
    world = small_world(with_boilers())
    world.owed = ("boilers",)
    return world


@pytest.fixture
def talker(small: World) -> Talker:
    """Its officer, at the first question."""
    return Talker(small, OFFICER).command("/check")
