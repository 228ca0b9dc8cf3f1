"""After a drill: three questions to who took part, the evaluation of who commands, weaknesses into hazards, the record."""

from datetime import timedelta

from checklists.drills import Measure, Point
from checklists.hazard_kinds import HazardKind
from checklists.schema import Severity
from checklists.words import Words
from dialogs.cards import GAP, Row, button
from dialogs.context import Context
from dialogs.drills.wording import at_card, heading, names, place_line, runs, took
from dialogs.talk import Argument, Line, Screen, State, Step
from dialogs.words import on_day
from safety.drills import Answer, Drill, DrillState, next_day, slowest
from safety.errors import Refusal
from safety.events import Event
from safety.events_drills import DrillClosed, DrillHazardReported, DrillMarked, DrillWashed
from safety.hazard_ledger import HazardSource

WASH, JUDGE, SUM = "wash", "judge", "sum"
STEPS = frozenset({WASH, JUDGE, SUM})
USUAL_DAYS = 7  # when content has no kind for a weakness
LONGEST = 500  # characters
LATE = 3  # who came last, named in the record


# --- questions to who took part -----------------------------------------------------------------------------------


def question_of(state: State, drill: Drill) -> Point | None:
    """The question where somebody stands; None after the last."""
    points = drill.script.hotwash if drill.script is not None else ()
    place = state.data.get("place", 0)
    return points[place] if isinstance(place, int) and 0 <= place < len(points) else None


def _washed(state: State, drill: Drill, *, fine: bool, words: str = "") -> Step | None:
    question = question_of(state, drill)
    if question is None:
        return None
    if drill.state is not DrillState.ENDED:
        return Step(at_card(drill), say=Line("drill-over"))
    place = state.data.get("place", 0)
    after = State(state.flow, WASH, {**state.data, "place": (place if isinstance(place, int) else 0) + 1})
    return Step(after, (DrillWashed(drill.number, question.id, fine, words[:LONGEST]),))


# --- the evaluation -----------------------------------------------------------------------------------------------


def measure_of(state: State, drill: Drill) -> Measure | None:
    """The point that is evaluated: the one that was asked for, else the first open one."""
    measures = drill.script.measures if drill.script is not None else ()
    wanted = state.data.get("measure") or next(iter(drill.unmarked), None)
    return next((one for one in measures if one.id == wanted), None)


def _marked(state: State, drill: Drill, *, fine: bool, words: str = "") -> Step | None:
    measure = measure_of(state, drill)
    if measure is None:
        return None
    left = [one for one in drill.unmarked if one != measure.id]
    event = DrillMarked(drill.number, measure.id, fine, words[:LONGEST])
    return Step(at_card(drill, JUDGE if left else SUM), (event,))


def step(state: State, drill: Drill, option: str, context: Context) -> Step | None:
    """The buttons of questions, of the evaluation and of its sum."""
    if option == "b":
        return Step(at_card(drill))
    if state.at == WASH:
        return _washed(state, drill, fine=option == "f") if option in {"f", "p"} else None
    if not runs(drill, context):
        raise Refusal("not-allowed")
    if drill.state is not DrillState.ENDED:
        return Step(at_card(drill), say=Line("drill-over"))
    if state.at == JUDGE:
        return _marked(state, drill, fine=option == "f") if option in {"f", "p"} else None
    return _sum(drill, option, context)


def wrote(state: State, drill: Drill, text: str, context: Context) -> Step | None:
    """Words are a problem, or what was weak."""
    if state.at == WASH:
        return _washed(state, drill, fine=False, words=text.strip())
    if state.at == JUDGE and runs(drill, context) and drill.state is DrillState.ENDED:
        return _marked(state, drill, fine=False, words=text.strip())
    return None


def _sum(drill: Drill, option: str, context: Context) -> Step | None:
    if option == "j":
        data = {"number": drill.number, "measure": drill.script.measures[0].id if drill.script else ""}
        return Step(State("drill", JUDGE, {**data}))
    if option not in {"y", "o"} or drill.unmarked:
        return None
    hazards = hazards_of(drill, context) if option == "y" else []
    began = drill.started_at or context.now
    rules, facts = context.ledger.rules().reminders, context.ledger.facts()
    day = next_day(rules, facts, began, context.ledger.calendar())
    events: list[Event] = [*hazards, DrillClosed(drill.number, day)]
    return Step(at_card(drill), events, say=Line("drill-closed-now", {"n": len(hazards)}))


def hazards_of(drill: Drill, context: Context) -> list[DrillHazardReported]:
    """The hazards that weaknesses become: kind, words and day by content."""
    kinds = context.ledger.suggester().kinds
    measures = {one.id: one for one in drill.script.measures} if drill.script is not None else {}
    language = context.actor.language
    return [
        _hazard(
            drill, measures[one], kinds.get(measures[one].category), context, measures[one].text.to(language)
        )
        for one in drill.weak
        if not drill.marks[one].hazard
    ]


def _hazard(
    drill: Drill, measure: Measure, kind: HazardKind | None, context: Context, weak: str
) -> DrillHazardReported:
    days = kind.days if kind is not None else USUAL_DAYS
    said = drill.marks[measure.id].words
    return DrillHazardReported(
        f"{drill.number} {weak}{': ' + said if said else ''}",
        drill.place,
        measure.category if kind is not None else "",
        Severity.GENERAL,
        context.today + timedelta(days=max(1, days)),
        HazardSource.DRILL,
        drill=drill.number,
        measure=measure.id,
    )


# --- what is seen -------------------------------------------------------------------------------------------------


def show(state: State, drill: Drill, context: Context) -> Screen:
    """A question, a point of the evaluation, or its sum."""
    if state.at == WASH:
        return _ask(state, drill)
    if not runs(drill, context):
        raise Refusal("not-allowed")
    measure = measure_of(state, drill) if state.at == JUDGE else None
    return _sum_up(drill, context) if measure is None else _judge(drill, measure)


def _ask(state: State, drill: Drill) -> Screen:
    question = question_of(state, drill)
    if question is None or drill.script is None:
        return Screen((heading(drill), Line("drill-wash-thanks")), ((button("back", "b"),),))
    place = drill.script.hotwash.index(question) + 1
    total = len(drill.script.hotwash)
    figures: dict[str, Argument] = {"n": place, "total": total, "text": question.text}
    rows = ((button("drill-wash-fine", "f"), button("drill-wash-problem", "p")), (button("back", "b"),))
    return Screen((heading(drill), Line("drill-wash-ask", figures), Line("drill-wash-how")), rows)


def _judge(drill: Drill, measure: Measure) -> Screen:
    measures = drill.script.measures if drill.script is not None else ()
    figures: dict[str, Argument] = {
        "n": measures.index(measure) + 1,
        "total": len(measures),
        "text": measure.text,
    }
    lines: list[Line | Words] = [heading(drill), Line("drill-judge-ask", figures)]
    lines += [Line("drill-judge-basis", {"basis": clause.text}) for clause in measure.basis]
    lines.append(Line("drill-judge-how"))
    rows = ((button("drill-judge-fine", "f"), button("drill-judge-weak", "p")), (button("back", "b"),))
    return Screen(lines, rows)


def _sum_up(drill: Drill, context: Context) -> Screen:
    del context
    total = len(drill.script.measures) if drill.script is not None else 0
    lines: list[Line | Words] = [heading(drill), Line("drill-sum", {"total": total, "weak": len(drill.weak)})]
    lines += weaknesses(drill)
    open_ = [one for one in drill.weak if not drill.marks[one].hazard]
    lines += [Line("drill-sum-hazards", {"n": len(open_)})] if open_ else []
    yes = button("drill-close-hazards" if open_ else "drill-close", "y", n=len(open_))
    only: Row = (button("drill-close-only", "o"),) if open_ else ()
    return Screen(lines, ((yes,), (*only, button("drill-judge-again", "j")), (button("back", "b"),)))


def weaknesses(drill: Drill) -> list[Line | Words]:
    """What was weak, with the words, what helps, and the hazard that it became."""
    measures = {one.id: one for one in drill.script.measures} if drill.script is not None else {}
    return [
        Line(
            "drill-weak-line",
            {
                "text": measures[one].text,
                "words": drill.marks[one].words or "none",
                "advice": measures[one].advice,
                "hazard": drill.marks[one].hazard or "none",
            },
        )
        for one in drill.weak
    ]


def record(drill: Drill, context: Context) -> Screen:
    """A drill that is over: its record as it writes itself."""
    lines: list[Line | Words] = [
        heading(drill),
        Line("drill-number", {"number": drill.number}),
        place_line(drill),
    ]
    lines += _times(drill)
    lines += [Line("drill-record-led", {"person": drill.commander_name}), *_who(drill)]
    late = sum(1 for one in drill.sent.values() if one.late)
    if drill.script is not None:
        told = {"n": len(drill.sent), "total": len(drill.script.injects), "late": late}
        lines.append(Line("drill-record-told", told))
        lines.append(Line("drill-board-photos", {"n": sum(drill.photos.values())}))
        lines += _washes(drill)
    lines += weaknesses(drill)
    lines += _end(drill, context)
    return Screen(lines, (*_ways(drill, context), (button("back", "b"),)))


def _times(drill: Drill) -> list[Line]:
    if drill.started_at is None or drill.ended_at is None:
        return []
    minutes = int((drill.ended_at - drill.started_at).total_seconds()) // 60
    return [
        Line("drill-record-times", {"from": drill.started_at, "until": drill.ended_at, "minutes": minutes})
    ]


def _who(drill: Drill) -> list[Line]:
    safe, open_ = drill.among(Answer.SAFE), drill.among(None)
    figures: dict[str, Argument] = {
        "total": len(drill.people),
        "extra": drill.extra,
        "safe": len(safe),
        "help": len(drill.among(Answer.HELP)),
        "open": len(open_),
        "slowest": took(slowest(drill)),
    }
    lines = [Line("drill-record-who", figures)]
    return [*lines, Line("drill-board-open", {"list": names(open_)})] if open_ else lines


def _washes(drill: Drill) -> list[Line | Words]:
    """What was said afterwards: how many found each question fine, and the problems in words."""
    points = {one.id: one for one in drill.script.hotwash} if drill.script is not None else {}
    lines: list[Line | Words] = []
    for id_, point in points.items():
        said = [one for one in drill.washes if one.question == id_]
        if said:
            fine = sum(one.fine for one in said)
            lines.append(Line("drill-wash-line", {"text": point.text, "fine": fine, "total": len(said)}))
    return (
        lines
        + [
            Line("drill-wash-words", {"person": one.person, "words": one.words})
            for one in drill.washes
            if one.words
        ][:LATE]
    )


def _end(drill: Drill, context: Context) -> list[Line | Words]:
    lines: list[Line | Words] = []
    if drill.next_due is not None:
        lines.append(Line("drill-next-due", {"day": on_day(drill.next_due, context.today)}))
    if drill.sha256:
        lines.append(Line("drill-sha", {"sha": drill.sha256[:16]}))
    if drill.state is DrillState.STOPPED:
        lines.append(Line("drill-record-stopped", {"reason": drill.reason or "none"}))
    return [GAP, *lines] if lines else []


def _ways(drill: Drill, context: Context) -> tuple[Row, ...]:
    if drill.state is not DrillState.ENDED:
        return ()
    rows: list[Row] = []
    if runs(drill, context):
        rows.append((button("drill-judge", "j"),))
    if drill.part(context.actor.person) is not None:
        rows.append((button("drill-wash", "w"),))
    return tuple(rows)


def on_record(drill: Drill, option: str, context: Context) -> Step | None:
    """The ways on from a record."""
    if option == "j" and runs(drill, context) and drill.state is DrillState.ENDED:
        return Step(at_card(drill, JUDGE if drill.unmarked else SUM))
    if option == "w" and drill.state is DrillState.ENDED:
        return Step(at_card(drill, WASH))
    return None
