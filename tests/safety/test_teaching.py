"""What a self-check with hazards teaches: few questions, on its topics, never twice, the same for the same self-check."""

from hypothesis import given
from hypothesis import strategies as st

from checklists.catalogue import Catalogue
from safety.people import Role
from safety.teaching import lessons, topics_for

FACTS = {"catering": True, "uses_gas": True}


def taught(
    catalogue: Catalogue, kinds: list[str], role: Role = Role.OFFICER, known: frozenset[str] = frozenset()
) -> list[str]:
    bank, rules = catalogue.bank, catalogue.rules.exams
    return [item.id for item in lessons(bank, rules, kinds, role, FACTS, known, "general/2026-11/4")]


def test_kinds_lead_to_their_topics_in_turn(catalogue: Catalogue) -> None:
    rules = catalogue.rules.exams
    assert list(topics_for(["fire", "gas", "fire"], rules)) == ["fire", "gas", "emergency"]
    assert topics_for(["other", "unheard-of"], rules) == ()


def test_two_hazards_teach_a_question_of_each_topic(catalogue: Catalogue) -> None:
    topic_of = {item.id: topic.id for topic in catalogue.bank.topics for item in topic.items}
    assert sorted(topic_of[one] for one in taught(catalogue, ["gas", "fire"])) == ["fire", "gas"]


def test_who_is_not_examined_is_taught_nothing(catalogue: Catalogue) -> None:
    assert taught(catalogue, ["gas"], Role.TOWN) == []


@given(data=st.data())
def test_never_more_than_allowed_never_what_is_known_never_unsuitable(
    catalogue: Catalogue, data: st.DataObject
) -> None:
    rules, every = catalogue.rules.exams, sorted(catalogue.bank.items)
    kinds = data.draw(st.lists(st.sampled_from(sorted(rules.teach)), max_size=5))
    known = frozenset(data.draw(st.sets(st.sampled_from(every))))
    role = data.draw(st.sampled_from([Role.OFFICER, Role.PRINCIPAL, Role.WORKER]))
    found = taught(catalogue, kinds, role, known)
    assert len(found) == len(set(found)) <= rules.teach_most
    assert not known & set(found)
    for one in found:
        assert role.value in {who.value for who in catalogue.bank.items[one].roles}
    assert found == taught(catalogue, kinds, role, known)
    reach = set(topics_for(kinds, rules))
    assert all(
        any(one in {i.id for i in t.items} for t in catalogue.bank.topics if t.id in reach) for one in found
    )
