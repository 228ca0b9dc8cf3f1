"""The facts and colours that are shipped: whole, confirmed as often as the domain guide says. And: all content loads quickly."""

import time

from checklists.load import load_catalogue

CATALOGUE = load_catalogue()
FACTS, COLOURS = CATALOGUE.facts, CATALOGUE.colours
LOADED_SECONDS = 0.5  # of processor time, the best of three: 0.15 on the machine of docs/decisions.md


def test_the_facts_are_whole() -> None:
    assert (len(FACTS.industries), len(FACTS.numbers), len(FACTS.asked), len(FACTS.derived)) == (10, 4, 44, 9)


def test_an_industry_is_confirmed_yearly_and_all_else_quarterly() -> None:
    assert {fact.valid_days for fact in FACTS.industries} == {365}
    stays = {"latitude", "longitude"}  # where the enterprise is
    others = [fact for fact in (*FACTS.numbers, *FACTS.asked) if fact.id not in stays]
    assert {fact.valid_days for fact in others} == {90}


def test_facts_are_asked_only_where_they_mean_something() -> None:
    asked = {fact.id: fact.only_if for fact in (*FACTS.numbers, *FACTS.asked) if fact.only_if is not None}
    assert {when.fact for when in asked.values()} == {
        "construction",
        "hazchem",
        "hazchem_production",
        "major_hazard_source",
        "gas_lpg",
    }
    assert len(asked) == 19


def test_the_five_colours_share_the_industries() -> None:
    named = [industry for colour in COLOURS.colours for industry in colour.industries]
    assert sorted(named) == sorted(fact.id for fact in FACTS.industries)
    assert [colour.id for colour in COLOURS.colours] == list(COLOURS.precedence)
    assert {colour.id: colour.cycle_days for colour in COLOURS.colours} == {
        "orange": 30,
        "yellow": 30,
        "blue": 30,
        "white": 30,
        "green": 90,
    }


def test_all_content_loads_quickly() -> None:
    taken = []
    for _ in range(3):
        begun = time.process_time()
        load_catalogue()
        taken.append(time.process_time() - begun)
    assert min(taken) < LOADED_SECONDS
