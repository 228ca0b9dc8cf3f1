"""The list of whom to call from a spreadsheet: good rows, bad rows, twice, the sentences in both languages."""

from pathlib import Path

import pytest

from bot.clock import RealClock
from bot.responder_list import LOCALES, Plan, bring_in, plan, read_list, say
from bot.settings import Settings
from bot.sheets import Row
from checklists.words import Language
from dialogs.texts import Texts
from safety.responders import ResponderKind, Spot
from tests.cast import ALICE, Cast

HEAD = ("类别", "名称", "镇街", "联系人", "电话", "专长", "纬度", "经度")


def read(*rows: tuple[str, ...]) -> Plan:
    table = [("应急力量表",), HEAD, *rows]
    return plan({"": [Row(number, cells) for number, cells in enumerate(table, 1)]})


TEAM = ("救援队", "东镇救援队", "东镇", "孙队长", "119", "水泵", "37.45", "116.35")
EXPERT = ("expert", "周工", "", "专家库", "138", "", "", "")


def test_good_rows_are_read_and_bad_ones_named() -> None:
    found = read(TEAM, EXPERT, ("", "", ""), ("神仙", "x", "", "", "1"), ("救援队", "没电话"))
    assert [(one.kind, one.town, one.spot) for one in found.rows] == [
        (ResponderKind.TEAM, "东镇", Spot(37.45, 116.35)),
        (ResponderKind.EXPERT, "", None),
    ]
    assert [line.args["row"] for line in found.problems] == [6, 7]


def test_without_a_header_nothing_is_read() -> None:
    found = plan({"": [Row(1, ("x", "y"))]})
    assert (found.rows, [line.id for line in found.problems]) == ((), ["import-call-no-header"])


def test_twice_is_once_and_people_of_the_district_read_it(cast: Cast) -> None:
    with cast.database.writing() as connection:
        assert bring_in(connection, read(TEAM, EXPERT), RealClock()) == (2, 0)
        assert bring_in(connection, read(TEAM), RealClock()) == (0, 1)
        found = cast.ledger(connection, ALICE).responders().of_kind(ResponderKind.TEAM)
        assert [(one.name, one.town, one.phone) for one in found] == [("东镇救援队", "东镇", "119")]


def test_it_is_said_in_both_languages() -> None:
    texts = Texts.load(LOCALES, strict=True)
    for language in Language:
        settings = Settings.model_construct(language=language)
        for written in (None, (1, 2)):
            assert all(say(read(TEAM, ("x",)), written, texts, settings))
        assert all(say(plan({}), None, texts, settings))


def written(folder: Path, text: str) -> Plan:
    file = folder / "call.yaml"
    file.write_text(text, encoding="utf-8")
    return read_list(file)


def test_yaml_says_the_same(tmp_path: Path) -> None:
    found = written(
        tmp_path,
        """responders:
- {kind: team, name: 东镇救援队, town: 东镇, person: 孙队长, phone: 119, words: 水泵, lat: 37.45, lon: 116.35}
- {类别: 专家, 名称: 周工, 电话: "0534-138", 专长: 消防}
- {kind: 神仙, name: x, phone: 1}
- only words
- {kind: team, name: 没电话}
""",
    )
    assert [(one.kind, one.name, one.town, one.phone, one.spot) for one in found.rows] == [
        (ResponderKind.TEAM, "东镇救援队", "东镇", "119", Spot(37.45, 116.35)),
        (ResponderKind.EXPERT, "周工", "", "0534-138", None),
    ]
    assert [line.args["row"] for line in found.problems] == [4, 5, 6]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("responders: {a: 1}\n", "import-call-no-list"),
        ("- {kind: team}\n", "import-call-no-list"),
        ("responders: [&a {kind: team}, *a]\n", "import-call-yaml"),
        ("responders: [{kind: team, kind: team}]\n", "import-call-yaml"),
        ("responders: !!python/object/apply:os.system [ls]\n", "import-call-yaml"),
        ("responders: [" + "[" * 200 + "]" * 200 + "]\n", "import-call-yaml"),
        ("responders: [{kind: team, name: 坏: 的}]\n", "import-call-yaml"),
        ("", "import-call-no-list"),
    ],
)
def test_hostile_yaml_is_refused_in_a_sentence(tmp_path: Path, text: str, said: str) -> None:
    found = written(tmp_path, text)
    assert not found.rows
    assert {line.id for line in found.problems} == {said}
