"""The coded criteria of major hazards where people see them: behind `?` and on the card of a hazard."""

from checklists.parts import Clause, Criterion
from checklists.schema import MajorSource, QuestionKind
from checklists.words import Language, Words
from dialogs.selfcheck.asides import basis
from tests.dialogs.smallform import YES_NO, question
from tests.dialogs.talking import TEXTS

LAW = Clause(law=Words("《某标准》", "Some Standard"), article="3(2)")
CODED = Criterion(code="GM10-3-2", text=Words("特种作业人员未取证上岗", "No certificate"), clause=LAW)


def test_a_criterion_is_said_with_its_code_its_text_and_where_it_stands() -> None:
    asked = question(
        9, QuestionKind.YESNO, options=YES_NO, major=MajorSource(official=True, criteria=(CODED,))
    )
    said = [TEXTS.plain(line, Language.ZH) for line in basis(asked)]
    assert said == ["对照条目 GM10-3-2：特种作业人员未取证上岗（《某标准》第3条第(2)项）"]
    english = [TEXTS.plain(line, Language.EN) for line in basis(asked)]
    assert english == ["Criterion GM10-3-2: No certificate (Some Standard, art. 3 (2))"]


def test_the_clause_comes_first_and_a_question_without_criteria_names_none() -> None:
    official = MajorSource(official=True, criteria=(CODED,))
    asked = question(9, QuestionKind.YESNO, options=YES_NO, basis=(LAW,), major=official)
    assert len(basis(asked)) == 2
    assert TEXTS.plain(basis(asked)[0], Language.ZH).startswith("依据：")
    ours = question(9, QuestionKind.YESNO, options=YES_NO, basis=(LAW,), major=MajorSource(official=False))
    assert len(basis(ours)) == 1
