"""A drill that is planned or runs, and a roll call in earnest: the page of who takes part, and the list of who commands."""

from datetime import datetime, timedelta

from checklists.reading.mustering import Called, read_call, says_more
from checklists.words import Words
from dialogs.cards import GAP, Row, button
from dialogs.context import Context
from dialogs.drills.wording import (
    FLOW,
    at_card,
    heading,
    name,
    names,
    numbers_to_call,
    place_line,
    runs,
    took,
)
from dialogs.talk import Argument, Line, Screen, SentPhoto, State, Step
from dialogs.texts import SHANGHAI
from safety.drills import (
    Answer,
    Drill,
    DrillState,
    Participant,
    hears,
    leads,
    muster,
    next_moment,
    photo_point,
    slowest,
    takes_answers,
)
from safety.events import Event
from safety.events_drills import (
    CommandTaken,
    DrillAnswered,
    DrillCancelled,
    DrillEnded,
    DrillPhotoSent,
    DrillStarted,
)
from safety.events_hazards import Picture

STOP = "stop"
SAID = {Called.SAFE: Answer.SAFE, Called.HELP: Answer.HELP}
HELPERS = 5  # people in need who are named one by one
LONGEST_WORDS = 300


# --- what is done -------------------------------------------------------------------------------------------------


def step(drill: Drill, option: str, context: Context) -> Step | None:
    """The buttons of a page: answers; start, command, stop and end for those who run drills."""
    answers = {"s": Answer.SAFE, "h": Answer.HELP}
    if option in answers:
        return answered(drill, answers[option], context)
    if option == "b":
        return Step(State(FLOW))
    return _led(drill, option, context) if _commands(drill, context) else None


def _led(drill: Drill, option: str, context: Context) -> Step | None:
    """What they do who run drills: begin or cancel a planned one, take command, ask for the end of one that runs."""
    here, planned = at_card(drill), drill.state is DrillState.PLANNED
    if option == "g" and planned:
        return _start(drill, context)
    if option == "x" and planned:
        return Step(here, (DrillCancelled(drill.number),))
    if option == "c" and not leads(drill, context.actor.person):
        return Step(here, (CommandTaken(drill.number),), say=Line("drill-you-command"))
    if option in {"z", "q"} and drill.state is DrillState.RUNNING:
        return Step(at_card(drill, STOP if option == "q" else "end"))
    return None


def _commands(drill: Drill, context: Context) -> bool:
    return runs(drill, context) or (drill.real and leads(drill, context.actor.person))


def _start(drill: Drill, context: Context) -> Step:
    """Begins when it is about time; earlier it says from when."""
    rules = context.ledger.rules().drills
    opens = drill.planned_at - timedelta(minutes=rules.early_minutes)
    if context.now < opens:
        return Step(at_card(drill), say=Line("drill-too-early", {"at": opens}))
    running = context.ledger.drills().running()
    if running is not None and running.real:
        return Step(at_card(running), say=Line("roll-runs"))
    newest = context.ledger.drills().scripts().get(drill.script.id) if drill.script is not None else None
    until = context.now + timedelta(minutes=rules.longest_minutes)
    event = DrillStarted(drill.number, until, newest.fingerprint if newest is not None else "")
    return Step(at_card(drill), (event,))


def answered(drill: Drill, answer: Answer, context: Context, words: str = "") -> Step:
    """An answer to the roll call, from a button, a letter or words. Saying the same once more changes nothing."""
    here, mine = at_card(drill), drill.part(context.actor.person)
    if drill.called_at is None:
        return Step(here, say=Line("drill-not-called"))
    if not takes_answers(drill, context.now):
        return Step(here, say=Line("drill-answer-late"))
    if mine is not None and answer is Answer.SAFE and mine.standing.answer is Answer.SAFE and not words:
        return Step(here, say=Line("drill-said-before", {"took": took(muster(drill, mine))}))
    event = DrillAnswered(drill.number, answer, words[:LONGEST_WORDS])
    return Step(here, (event,), say=Line("drill-noted", {"answer": answer.value, "real": _real(drill)}))


def wrote(drill: Drill, text: str, context: Context) -> Step | None:
    """Words on a page of what runs: an answer, or a note that is kept with the person's answers."""
    if drill.state is not DrillState.RUNNING:
        return None
    said = read_call(text)
    if said is not None:
        words = text if said is Called.HELP and says_more(text) else ""
        return answered(drill, SAID[said], context, words)
    if drill.called_at is None:
        return None
    return answered(drill, Answer.NOTE, context, text.strip())


def photographed(drill: Drill, told: SentPhoto, context: Context) -> Step | None:
    """A photo belongs to the latest photo point that its sender has heard of."""
    if drill.state not in {DrillState.RUNNING, DrillState.ENDED} or drill.part(context.actor.person) is None:
        return None
    mine = drill.part(context.actor.person)
    point = photo_point(drill, mine) if mine is not None else None
    picture = Picture(told.file, told.unique, told.size, told.caption)
    event = DrillPhotoSent(drill.number, point.id if point is not None else "", picture)
    what: Line | Words = (
        point.photo if point is not None and point.photo is not None else Line("drill-photo-any")
    )
    return Step(at_card(drill), (event,), say=Line("drill-photo-kept", {"what": what}))


def stopping(drill: Drill, at: str, option: str, context: Context) -> Step | None:
    """The question before the end, or before it is broken off."""
    if option == "b":
        return Step(at_card(drill))
    if option != "y" or not _commands(drill, context):
        return None
    if drill.state is not DrillState.RUNNING:
        return Step(at_card(drill), say=Line("drill-moved-on"))
    event: Event = DrillEnded(drill.number, stopped=at == STOP)
    return Step(at_card(drill), (event,))


# --- what is seen -------------------------------------------------------------------------------------------------


def ask_end(drill: Drill, at: str, context: Context) -> Screen:
    """Whether it is really over."""
    del context
    open_ = len(drill.among(None))
    line = Line("drill-ask-stop" if at == STOP else "drill-ask-end", {"open": open_})
    yes = button("drill-stop-now" if at == STOP else "drill-end-now", "y")
    return Screen((heading(drill), line), ((yes,), (button("back", "b"),)))


def show(drill: Drill, context: Context) -> Screen:
    """The page of a planned or running one, by who looks at it."""
    if drill.state is DrillState.PLANNED:
        return _planned(drill, context)
    if drill.state is DrillState.RUNNING and _commands(drill, context):
        return board(drill, context)
    return _part(drill, context)


def _planned(drill: Drill, context: Context) -> Screen:
    figures: dict[str, Argument] = {"at": drill.planned_at, "person": drill.commander_name}
    lines: list[Line | Words] = [heading(drill), Line("drill-planned-for", figures), place_line(drill)]
    if drill.script is not None:
        lines += [GAP, drill.script.scenario]
        lines += [Line("drill-never", {"text": one.text}) for one in drill.script.never]
    if not runs(drill, context):
        return Screen((*lines, GAP, Line("drill-wait")), ((button("back", "b"),),))
    rows: list[Row] = [(button("drill-start", "g"),)]
    if not leads(drill, context.actor.person):
        rows.append((button("drill-take-command", "c"),))
    return Screen(lines, (*rows, (button("drill-cancel", "x"), button("back", "b"))))


def _part(drill: Drill, context: Context) -> Screen:
    """What somebody who takes part sees: the latest they were told, and their answer."""
    mine = drill.part(context.actor.person)
    lines: list[Line | Words] = [heading(drill), place_line(drill)]
    if drill.real:
        lines.insert(1, Line("roll-call-first", {"numbers": numbers_to_call(context)}))
    told = _told(drill, mine)
    lines += [GAP, *told] if told else []
    lines += [GAP, *_own(drill, mine)]
    running = drill.state is DrillState.RUNNING
    rows = (_answers(drill),) if running and drill.called_at is not None and mine is not None else ()
    return Screen(lines, (*rows, (button("back", "b"),)))


def _told(drill: Drill, mine: Participant | None) -> list[Line | Words]:
    if drill.script is None or mine is None:
        return []
    heard = [one for one in drill.script.injects if one.id in drill.sent and hears(one, mine, drill)]
    return [Line("drill-now", {"minute": heard[-1].minute, "text": heard[-1].text})] if heard else []


def _own(drill: Drill, mine: Participant | None) -> list[Line]:
    if mine is None:
        return []
    if drill.called_at is None:
        return [Line("drill-not-called")]
    said = mine.standing.answer
    own = Line("drill-own", {"answer": said.value if said else "none", "took": took(muster(drill, mine))})
    point = photo_point(drill, mine)
    photo = [Line("drill-photo-here", {"what": point.photo})] if point is not None and point.photo else []
    return [own, *photo]


def _answers(drill: Drill) -> Row:
    real = drill.real
    return (button("roll-safe" if real else "drill-safe", "s"), button("drill-help", "h"))


def board(drill: Drill, context: Context) -> Screen:
    """The list of who commands: what was told, who is safe, who needs help, who is missing. It is drawn again as answers come."""
    lines: list[Line | Words] = [heading(drill)]
    if drill.real:
        lines.append(Line("roll-call-first", {"numbers": numbers_to_call(context)}))
    lines += _course(drill)
    lines += [GAP, *_roll(drill)] if drill.called_at is not None else []
    if not drill.here and not leads(drill, context.actor.person):
        lines.append(Line("drill-commander-gone", {"person": drill.commander_name}))
    lines.append(Line("drill-as-of", {"clock": _clock(context.now)}))
    rows: list[Row] = []
    mine = drill.part(context.actor.person)
    if drill.called_at is not None and mine is not None and mine.standing.answer is not Answer.SAFE:
        rows.append(_answers(drill))
    if not leads(drill, context.actor.person):
        rows.append((button("drill-take-command", "c"),))
    end = (button("roll-end" if drill.real else "drill-end", "z"),)
    stop = () if drill.real else (button("drill-stop", "q"),)
    return Screen(lines, (*rows, (*end, *stop), (button("back", "b"),)))


def _clock(now: datetime) -> str:
    return f"{now.astimezone(SHANGHAI):%H:%M:%S}"


def _course(drill: Drill) -> list[Line | Words]:
    if drill.script is None or drill.started_at is None:
        return []
    told = [one for one in drill.script.injects if one.id in drill.sent]
    lines: list[Line | Words] = []
    for one in told[-2:]:
        figures: dict[str, Argument] = {
            "minute": one.minute,
            "text": one.text,
            "late": drill.sent[one.id].late,
            "to": one.to.value,
        }
        lines.append(Line("drill-board-told", figures))
        lines += [Line("drill-board-expects", {"text": point.text}) for point in one.expects[:2]]
    coming = next_moment(drill.script, drill.started_at, drill.sent.keys())
    lines.append(Line("drill-board-all-told") if coming is None else Line("drill-board-next", {"at": coming}))
    photos = sum(drill.photos.values())
    return [*lines, Line("drill-board-photos", {"n": photos})] if photos else lines


def _roll(drill: Drill) -> list[Line | Words]:
    safe, help_, open_ = drill.among(Answer.SAFE), drill.among(Answer.HELP), drill.among(None)
    figures: dict[str, Argument] = {
        "safe": len(safe),
        "help": len(help_),
        "open": len(open_),
        "total": len(drill.people),
        "slowest": took(slowest(drill)),
    }
    lines: list[Line | Words] = [Line("drill-board-roll", figures)]
    lines += [
        Line("drill-board-help", {"who": name(one), "words": one.standing.words or "none"})
        for one in help_[:HELPERS]
    ]
    lines += [Line("drill-board-open", {"list": names(open_)})] if open_ else []
    return [*lines, Line("drill-extra", {"extra": drill.extra})] if drill.extra else lines


def _real(drill: Drill) -> str:
    return "yes" if drill.real else "no"
