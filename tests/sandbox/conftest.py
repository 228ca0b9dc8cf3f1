"""The stage every test of the stand-in plays on."""

from collections.abc import Iterator

import pytest

from tests.sandbox.stage import MEI, Stage


@pytest.fixture
def stage() -> Iterator[Stage]:
    playing = Stage()
    playing.hands.start(MEI)
    yield playing
    playing.ground.close()
