"""A module that several wait for at the same time is there whole for each of them."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from bot.telegram import loaded

SLOW = "import time\nbegun = True\ntime.sleep(0.2)\nwhole = True\n"


def test_nobody_gets_half_a_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "anwen_slow_module.py").write_text(SLOW)
    monkeypatch.syspath_prepend(tmp_path)

    async def first_and_late() -> list[Any]:
        first = asyncio.create_task(loaded("anwen_slow_module"))
        await asyncio.sleep(0.1)  # it stands in sys.modules by now, half loaded
        late = [loaded("anwen_slow_module") for _ in range(3)]
        return await asyncio.gather(first, *late)

    found = asyncio.run(first_and_late())
    assert len(found) == 4
    assert all(module.whole for module in found)
    assert asyncio.run(loaded("anwen_slow_module")) is found[0]
