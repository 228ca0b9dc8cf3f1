"""The minimal mode: no conversation says a name or a phone of anybody."""

from pathlib import Path
from typing import Any

import pytest

from checklists.catalogue import Catalogue
from checklists.words import Language
from dialogs.talk import Line
from dialogs.texts import Texts
from dialogs.veiled import alias
from tests.dialogs import talking
from tests.dialogs import transcript as playing
from tests.dialogs.paper import small_world
from tests.dialogs.test_transcripts import paths

WHOLE, VEILED = Texts.load(strict=True), Texts.load(strict=True, minimal=True)


def tapping_aliases(transcript: dict[str, Any], names: list[str]) -> dict[str, Any]:
    """A button that names somebody says the alias."""
    for turn in transcript["turns"]:
        if "taps" in turn:
            taps = turn["taps"] if isinstance(turn["taps"], list) else [turn["taps"]]
            turn["taps"] = [alias(one) if one in names else one for one in taps]
    return transcript


@pytest.mark.parametrize("path", paths(), ids=lambda path: path.stem)
def test_no_conversation_names_anybody(
    path: Path, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(talking, "TEXTS", VEILED)
    names = [person.name for person in small_world(catalogue).people.values()]
    for turn in playing.played(tapping_aliases(playing.read(path), names), catalogue):
        said = str({side: turn[side] for side in ("sees", "toast") if side in turn})
        assert not [name for name in names if name in said]


def test_a_name_becomes_an_alias_and_a_phone_its_last_digits() -> None:
    assert alias(" 王芳") == "王*"
    assert alias("wang") == "W*"
    assert alias("") == ""
    line = Line("approval-phone", {"phone": "13900001234", "time": "x"})
    assert "*1234" in VEILED.say(line, Language.ZH)
    assert "13900001234" not in VEILED.say(line, Language.EN)
    assert "13900001234" in WHOLE.say(line, Language.ZH)
