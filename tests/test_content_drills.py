"""The scripts of drills that are shipped: whole, in both languages, safe, and fit for a phone and a small shop."""

import pytest

from checklists.drills import PlanKind, Script, To, offered
from checklists.load import load_catalogue

CATALOGUE = load_catalogue()
SCRIPTS = CATALOGUE.scripts
every_script = pytest.mark.parametrize("script", SCRIPTS.values(), ids=list(SCRIPTS))


def chinese(text: str) -> bool:
    return any("\u4e00" <= sign <= "\u9fff" for sign in text)


def test_the_scripts_are_whole() -> None:
    assert set(SCRIPTS) == {
        "fire_evacuation",
        "gas_leak",
        "confined_space",
        "chemical_spill",
        "electric_shock",
        "flood",
        "power_trapped",
    }
    assert {one.plan for one in SCRIPTS.values()} == {PlanKind.SPECIAL, PlanKind.ON_SITE}


@every_script
def test_a_script_is_one_thing_in_two_languages(script: Script) -> None:
    injects = [one.text for one in script.injects] + [one.photo for one in script.photo_points if one.photo]
    points = [*script.never, *script.hotwash, *(point for one in script.injects for point in one.expects)]
    measures = [words for one in script.measures for words in (one.text, one.advice)]
    for words in (script.title, script.scenario, *injects, *measures, *(one.text for one in points)):
        assert chinese(words.zh)
        assert not chinese(words.en)


@every_script
def test_a_script_gives_everybody_something_and_is_seen_in_photos(script: Script) -> None:
    heard = {one.to for one in script.injects}
    assert {To.ALL, To.COMMANDER} <= heard
    assert 1 <= len(script.photo_points) <= 3
    assert len(script.hotwash) == 3
    assert 5 <= len(script.measures) <= 6
    assert script.never


@every_script
def test_a_script_is_read_back_as_it_was_kept(script: Script) -> None:
    again = Script.from_json(script.to_json())
    assert again == script
    assert again.fingerprint == script.fingerprint


def test_nobody_is_sent_into_a_confined_space_without_air() -> None:
    script = SCRIPTS["confined_space"]
    said = " ".join(one.text.zh for one in (*script.never, *script.injects, *script.measures))
    assert "谁也不许下去" in said
    assert "盲目" in said
    assert "空气呼吸器" in said
    vent = next(place for place, one in enumerate(script.injects) if one.id == "vent")
    lift = next(place for place, one in enumerate(script.injects) if one.id == "lift")
    assert vent < lift  # air before anybody is lifted


@pytest.mark.parametrize(
    ("facts", "first"),
    [
        ({"uses_gas": True}, "gas_leak"),
        ({"limited_space": True}, "confined_space"),
        ({"uses_chemicals": True}, "chemical_spill"),
        ({}, "electric_shock"),
    ],
)
def test_the_scripts_made_for_an_enterprise_come_first(facts: dict[str, bool], first: str) -> None:
    order = [one.id for one in offered(SCRIPTS, facts)]
    assert order[0] == first
    assert set(order) == set(SCRIPTS)
    assert all(not SCRIPTS[one].suits(facts) for one in order[-(3 - bool(facts)) :])
