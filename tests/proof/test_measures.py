"""A thousand random scopes and spans: the numbers of digests against a slow count over the exported files, 0 differences."""

import pytest

from tests.cast import Cast
from tests.storage.test_measures import differences

pytestmark = pytest.mark.proof


@pytest.mark.parametrize("seed", range(10))
def test_numbers_are_what_the_files_say(cast: Cast, seed: int) -> None:
    """Ten districts, 25 readers' files each, four spans over each: 1,000 on each database."""
    assert differences(cast, seed, 25, 4) == []
