"""The drawing of a hazard's life in the docs is the table of the code, as it is now."""

from pathlib import Path

from safety.drawing import diagram, rules
from safety.hazards import TRANSITIONS

PAGE = Path(__file__).parent.parent.parent / "docs" / "hazards.md"


def test_the_page_shows_the_table_of_the_code() -> None:
    page = PAGE.read_text("utf-8")
    assert diagram() in page, "run `python -m safety.drawing` and put what it prints into docs/hazards.md"
    assert rules() in page, "run `python -m safety.drawing` and put what it prints into docs/hazards.md"


def test_every_state_and_every_way_is_drawn() -> None:
    drawn = diagram()
    for state, actions in TRANSITIONS.items():
        for action, end in actions.items():
            assert end is state or any(
                line.strip().startswith(f"{state.value} --> {end.value}:") and action.value in line
                for line in drawn.splitlines()
            )
