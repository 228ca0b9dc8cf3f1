"""The option that rewrites the expected side of the transcripts, and the world on paper."""

from dataclasses import replace

import pytest

from checklists.catalogue import Catalogue
from checklists.load import CONTENT, load_catalogue
from tests.checklists import boilers
from tests.dialogs.kindsform import KINDS
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


@pytest.fixture(scope="session")
def boiler_catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The shipped content with the checklist of boilers, which looks at the one of kitchens."""
    folder = tmp_path_factory.mktemp("boilers")
    kitchen = "form: kitchen, answer: K-1, in: [wood, pipe]"
    text = boilers.TEXT.replace(kitchen, "form: catering_gas, answer: CG-01, in: [lpg, pipe]")
    for name, content in ((boilers.BOILERS, text), (boilers.BOILERS_EN, boilers.ENGLISH)):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content.replace("消防法, article: 16", "消防法, article: 16"), "utf-8")
    return load_catalogue(CONTENT, folder)


@pytest.fixture(scope="session")
def kind_catalogue(catalogue: Catalogue) -> Catalogue:
    """The shipped content with the form of all kinds."""
    return replace(catalogue, checklists={**catalogue.checklists, "kinds": KINDS})


@pytest.fixture
def boiler_house(boiler_catalogue: Catalogue) -> World:
    """A restaurant that owes it."""
    world = small_world(boiler_catalogue)
    world.owed = ("boilers",)
    return world


@pytest.fixture
def talker(small: World) -> Talker:
    """Its officer, at the first question."""
    return Talker(small, OFFICER).command("/check")
