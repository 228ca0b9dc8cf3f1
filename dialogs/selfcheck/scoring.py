"""A score in plain words: the points and whether they are enough, what keeps them down, where they were lost."""

from checklists.scoring import FULL, Cap, Limit, Score
from checklists.words import Words
from dialogs.selfcheck.sheet import Sheet
from dialogs.talk import Line
from dialogs.words import listed

MARKS = {None: "none", True: "reached", False: "missed"}
SECTIONS = 5  # named at most; the lowest


def points(score: Score) -> Line:
    """The points, and whether they reach the mark."""
    mark = MARKS[score.reached]
    return Line("score-points", {"points": score.points, "mark": mark, "needed": score.mark or 0})


def reasons(sheet: Sheet, score: Score) -> list[Line | Words]:
    """Why it is not full; nothing when it is."""
    lines: list[Line | Words] = [_limit(sheet, limit) for limit in score.limits]
    if score.uncounted:
        lines.append(Line("score-uncounted", {"n": score.uncounted}))
    lost = _lost(sheet, score)
    if lost:
        lines.append(Line("score-sections", {"sections": listed(lost)}))
    if lost and score.weighted:
        lines.append(Line("score-weighted"))
    return lines


def _limit(sheet: Sheet, limit: Limit) -> Line:
    numbers = [Line("score-question", {"n": sheet.number(question)}) for question in limit.questions]
    major = "major" if limit.cap is Cap.MAJOR else "critical"
    return Line("score-limit", {"cap": major, "questions": listed(numbers), "points": limit.points})


def _lost(sheet: Sheet, score: Score) -> list[Line | Words]:
    """The sections that are not full, the lowest first; of a form with one section there is nothing to tell."""
    titles = {section.id: section.title for section in sheet.form.sections}
    lower = sorted((one for one in score.sections if one.points < FULL), key=lambda one: one.points)
    if len(score.sections) < 2:  # noqa: PLR2004 - one section is the whole form
        return []
    return [
        Line("score-section", {"section": titles[one.section], "points": one.points})
        for one in lower[:SECTIONS]
        if one.section in titles
    ]
