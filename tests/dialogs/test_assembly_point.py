"""Where people gather is asked for once: the next drill and a roll call in earnest take it over, and another word replaces it."""

from checklists.catalogue import Catalogue
from tests.dialogs.paper import OFFICER, PRINCIPAL, WORKER, small_world
from tests.dialogs.talking import Talker


def test_it_is_taken_over_and_can_be_replaced(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    officer = Talker(world, OFFICER).open("drill", "pick").press("a0").press("t1")
    assert "集合点：没有写" in officer.page()
    officer.write("门口停车场").tap("通知大家")
    other = Talker(world, PRINCIPAL).open("drill", "pick").press("a0").press("t2")
    assert "集合点：门口停车场" in other.page()
    assert "集合点：后院空地" in other.write("后院空地").page()
    other.tap("通知大家")
    assert [one.place for one in world.drilled.values()] == ["门口停车场", "后院空地"]


def test_a_roll_call_in_earnest_names_it(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    Talker(world, OFFICER).open("drill", "pick").press("a0").press("t1").write("门口停车场").tap("通知大家")
    Talker(world, WORKER).command("/rollcall").press("y")
    assert [one.place for one in world.drilled.values() if one.real] == ["门口停车场"]
