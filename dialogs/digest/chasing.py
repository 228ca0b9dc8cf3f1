"""A supervisor has the enterprises of the named cases told (催办): one by one or all at once, each once a day whoever asks."""

from collections.abc import Mapping, Sequence

from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, Row, button
from dialogs.context import Context
from dialogs.digest.cases import FLOW
from dialogs.digest.lines import ordered, said
from dialogs.talk import Line, Screen, State, Step
from safety.areas import Concern
from safety.digests import Chase, may_come_at
from safety.events_digests import EnterpriseChased
from safety.news import RED

AT = "chase"
MOST = 6  # cases on the screen: with “all” and the way back eight buttons
CHASED = frozenset({"listed", "major", "overdue", "unsubmitted"})  # where somebody can be told in the chat


def chaseable(named: Sequence[Concern]) -> list[Concern]:
    """Those of them whose enterprise can be told, as many as the screen has buttons for."""
    return [one for one in named if one.kind in CHASED and one.code][:MOST]


def _open(context: Context) -> tuple[list[Concern], Mapping[str, Chase]]:
    named = chaseable(ordered(context.ledger.area(context.today)))
    return named, context.ledger.digests().chased([one.code for one in named])


def show(context: Context) -> Screen:
    """The cases, and who has been told today."""
    named, chased = _open(context)
    lines: list[Line | Words] = [Line("chase-title" if named else "chase-none"), GAP]
    for number, one in enumerate(named, 1):
        by = chased.get(one.code)
        lines.append(
            Line(
                "chase-item",
                {
                    "n": number,
                    "concern": said(one),
                    "chased": Line("chase-by", {"person": by.person}) if by else GAP,
                },
            )
        )
    left = _left(named, chased)
    every = ((button("chase-all", "all", n=len(left)),),) if len(left) > 1 else ()
    numbers: Row = tuple(
        button("chase-one", f"a{place}", n=place + 1)
        for place, one in enumerate(named)
        if one.code not in chased
    )
    rows = (numbers,) if numbers else ()
    return Screen(lines, (*rows, *every, (button("back", "b"),)))


def step(option: str, context: Context) -> Step | None:
    """Have one told, or all that were not told today."""
    if option == "b":
        return Step(State(FLOW))
    named, chased = _open(context)
    if option == "all":
        return _told(_now(_left(named, chased), context), context)
    place = cards.index_in("a", option, len(named))
    if place is None:
        return None
    one = named[place]
    if one.code in chased:
        return Step(State(FLOW, AT), say=Line("chased-today"))
    return _told(_now([one], context), context)


def _now(cases: Sequence[Concern], context: Context) -> list[Concern]:
    """Whom a letter may reach now: in the quiet hours only where it is red."""
    awake = may_come_at(context.clock.hour * 60 + context.clock.minute)
    return [one for one in cases if awake or one.kind in RED]


def _left(named: Sequence[Concern], chased: Mapping[str, Chase]) -> list[Concern]:
    """One case of each enterprise that was not told today, the gravest."""
    first: dict[str, Concern] = {}
    for one in named:
        if one.code not in chased:
            first.setdefault(one.code, one)
    return list(first.values())


def _told(cases: Sequence[Concern], context: Context) -> Step:
    if not cases:
        awake = may_come_at(context.clock.hour * 60 + context.clock.minute)
        return Step(State(FLOW, AT), say=Line("chased-today" if awake else "chase-quiet"))
    events = tuple(EnterpriseChased(one.code, one.kind, one.hazard or "", one.days) for one in cases)
    names = cases[0].enterprise
    say = Line("chase-said", {"enterprise": names, "n": len(cases)})
    return Step(State(FLOW, AT), events, say=say)
