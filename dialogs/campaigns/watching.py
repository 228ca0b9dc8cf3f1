"""Campaigns as supervisors watch them: the list, the card with live coverage, who has not done it, chase, pause, change, end."""

from checklists.words import Words
from dialogs import cards
from dialogs.campaigns.draft import FLOW, FORM, SURE, Draft, changing
from dialogs.campaigns.wording import by_town, figures, lasts, rhythm
from dialogs.cards import GAP, PAGE, Row, button
from dialogs.context import Context
from dialogs.groups.draft import listed_state
from dialogs.groups.sentence import sentence
from dialogs.talk import Argument, Line, Screen, State, Step
from dialogs.words import on_day, since
from safety.campaigns import Campaign, Rhythm, Round, Standing, Tally, Unreached, chasable, whole
from safety.errors import Refusal
from safety.events_campaigns import CampaignChased, CampaignEnded, CampaignPaused, CampaignResumed
from safety.lists import Sieve
from safety.people import Right
from safety.queries import Query
from safety.shares import percent

CARD, MISSING, END = "card", "missing", "end"
MOST = 8  # buttons of a screen
NAMED = 4  # enterprises on a page, with whom to call


def named(state: State, context: Context) -> State:
    """What a letter opens; Refusal when it lies outside the area."""
    if state.at in {CARD, MISSING}:
        campaign_of(state, context)
    return state


def campaign_of(state: State, context: Context) -> Campaign:
    """The campaign that a state names. Refusal outside the area."""
    found = context.ledger.campaigns().one(str(state.data.get("number", "")))
    if found is None:
        raise Refusal("campaign-gone")
    return found


def _at(at: str, campaign: Campaign, offset: int = 0) -> State:
    return State(FLOW, at, {"number": campaign.number} | ({"offset": offset} if offset else {}))


def step(state: State, option: str, context: Context) -> Step | None:
    """Open one, look again, act on it."""
    if state.at == "":
        return _on_list(state, option, context)
    campaign = campaign_of(state, context)
    if state.at == MISSING:
        return _on_missing(state, campaign, option, context)
    return _on_end(campaign, option, context) if state.at == END else _on_card(campaign, option, context)


def _on_list(state: State, option: str, context: Context) -> Step | None:
    if option == "n" and context.actor.may(Right.RUN_CAMPAIGN):
        return Step(Draft().state(FORM))
    if option == "b":
        return Step(State("supervise"))
    book = context.ledger.campaigns()
    total = book.count()
    offset = cards.offset_of(state, total)
    turned = cards.turned(option, offset, total)
    if turned is not None:
        return Step(State(FLOW, "", {"offset": turned}))
    place = cards.index_in("a", option, PAGE)
    shown = book.listed(offset=offset, limit=PAGE) if place is not None else ()
    return Step(_at(CARD, shown[place])) if place is not None and place < len(shown) else None


def _on_card(campaign: Campaign, option: str, context: Context) -> Step | None:
    here = _at(CARD, campaign)
    if option == "r":
        return Step(here, toast=Line("campaign-fresh"))
    if option == "m":
        return Step(_at(MISSING, campaign))
    if option == "b":
        return Step(State(FLOW))
    if option == "h":
        return Step(State("hazards", "", {"offset": 0, "f": Sieve(campaign=campaign.number).plain()}))
    if option == "c" and campaign.round is not None and not campaign.round.closed:
        return _chase(here, campaign, context)
    return _lead(here, campaign, option, context)


def _chase(here: State, campaign: Campaign, context: Context) -> Step:
    n = context.ledger.campaigns().tally(campaign.number).missing
    return Step(here, (CampaignChased(campaign.number),), say=Line("campaign-chasing", {"n": n}))


def _lead(here: State, campaign: Campaign, option: str, context: Context) -> Step | None:
    """What only the area that opened it may do."""
    if campaign.standing is Standing.ENDED or not context.ledger.campaigns().may_lead(campaign.number):
        return None
    if option == "p":
        paused = campaign.standing is Standing.PAUSED
        event = CampaignResumed(campaign.number) if paused else CampaignPaused(campaign.number)
        return Step(here, (event,))
    if option == "x":
        return Step(_at(END, campaign))
    if option == "g" and campaign.following is not None:
        group = context.ledger.groups().named(campaign.group) if campaign.group else None
        return Step(changing(campaign, group.number if group else 0).state(SURE))
    return None


def _on_end(campaign: Campaign, option: str, context: Context) -> Step | None:
    if option == "b":
        return Step(_at(CARD, campaign))
    if option != "k" or not context.ledger.campaigns().may_lead(campaign.number):
        return None
    return Step(_at(CARD, campaign), (CampaignEnded(campaign.number),), say=Line("campaign-ended"))


def _on_missing(state: State, campaign: Campaign, option: str, context: Context) -> Step | None:
    if option == "b":
        return Step(_at(CARD, campaign))
    if option == "x":
        return Step(listed_state(Query(missed=campaign.number), campaign.title))
    book = context.ledger.campaigns()
    total = book.tally(campaign.number).missing
    offset = cards.offset_of(state, total)
    turned = cards.turned(option, offset, total, NAMED)
    if turned is not None:
        return Step(_at(MISSING, campaign, turned))
    place = cards.index_in("a", option, NAMED)
    shown = book.missing(campaign.number, offset=offset, limit=NAMED) if place is not None else ()
    if place is None or place >= len(shown):
        return None
    return Step(State("enterprise", "card", {"code": shown[place].credit_code}))


# --- what is seen -------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen:
    """Draw one of the screens."""
    if state.at == "":
        return _list(state, context)
    campaign = campaign_of(state, context)
    if state.at == MISSING:
        return _missing(state, campaign, context)
    if state.at == END:
        asked = Line("campaign-end-sure", {"title": campaign.title})
        return Screen((asked,), ((button("campaign-end", "k"), button("back", "b")),))
    return _card(campaign, context)


def _list(state: State, context: Context) -> Screen:
    book = context.ledger.campaigns()
    total = book.count()
    offset = cards.offset_of(state, total)
    shown = book.listed(offset=offset, limit=PAGE)
    lines: list[Line | Words] = [Line("campaigns-title", {"n": total})]
    lines += [_item(number, one, context) for number, one in enumerate(shown, offset + 1)]
    new: Row = (button("campaign-new", "n"),) if context.actor.may(Right.RUN_CAMPAIGN) else ()
    rows = cards.list_rows(len(shown), offset, total)
    return Screen(lines, (*rows, (*new, button("back", "b"), button("to-menu", "e"))))


def _item(number: int, one: Campaign, context: Context) -> Line:
    done, every = context.ledger.campaigns().progress(one.number)
    args: dict[str, Argument] = {
        "n": number,
        "title": one.title,
        "done": done,
        "all": every,
        "percent": percent(done, every),
        "state": _state(one),
        "due": on_day(one.round.due, context.today) if one.round else "",
        "starts": on_day(one.following, context.today) if one.following else "",
    }
    return Line("campaign-item", args)


def _state(one: Campaign) -> str:
    """Ended, paused, before its first round, or running."""
    if one.standing is not Standing.RUNNING:
        return one.standing.value
    if one.round is None:
        return "coming"
    return "between" if one.round.closed and one.following else "over" if one.round.closed else "on"


def _card(campaign: Campaign, context: Context) -> Screen:
    book, newest = context.ledger.campaigns(), campaign.round
    lines: list[Line | Words] = [
        Line(
            "campaign-heading",
            {"title": campaign.title, "number": campaign.number, "state": _state(campaign)},
        ),
        Line("campaign-form", {"form": campaign.form}),
        sentence(campaign.query, context),
        rhythm(campaign.terms),
        lasts(campaign.terms, context.today),
    ]
    towns = book.towns(campaign.number)
    tally, hazards = whole(towns), book.found(campaign.number)
    if newest is not None:
        lines += [GAP, _round(campaign, newest, context), *figures(tally, hazards), *by_town(towns)]
        lines += _chased(campaign, newest, context)
    if campaign.following is not None:
        following = {"starts": on_day(campaign.following, context.today)}
        lines += [GAP, Line("campaign-following", following)]
    lines.append(Line("campaign-by", {"person": campaign.person, "place": campaign.place}))
    return Screen(lines, _card_rows(campaign, tally, hazards.hazards, context))


def _round(campaign: Campaign, newest: Round, context: Context) -> Line:
    late = (context.today - newest.due).days
    args: dict[str, Argument] = {
        "n": newest.sequence,
        "several": "no" if campaign.terms.rhythm is Rhythm.ONCE else "yes",
        "starts": on_day(newest.starts, context.today),
        "due": on_day(newest.due, context.today),
        "state": "closed"
        if newest.closed
        else "filling"
        if not newest.opened
        else "late"
        if late > 0
        else "on",
        "closes": on_day(newest.closes, context.today),
    }
    return Line("campaign-round-on", args)


def _chased(campaign: Campaign, newest: Round, context: Context) -> list[Line | Words]:
    last = context.ledger.campaigns().chased(campaign.number)
    if last is None:
        return []
    return [Line("campaign-chased", {"n": newest.chased, "time": since(last, context.now)})]


def _card_rows(campaign: Campaign, tally: Tally, hazards: int, context: Context) -> tuple[Row, ...]:
    newest = campaign.round
    first: Row = (button("campaign-refresh", "r"),)
    if tally.missing:
        first = (*first, button("campaign-missing", "m", n=tally.missing))
    second: Row = ()
    if tally.missing and _may_chase(campaign, context):
        second = (button("campaign-chase", "c"),)
    if hazards and context.actor.may(Right.SEE_HAZARDS):
        second = (*second, button("campaign-hazards", "h", n=hazards))
    leads: Row = ()
    if campaign.standing is not Standing.ENDED and context.ledger.campaigns().may_lead(campaign.number):
        paused = campaign.standing is Standing.PAUSED
        plan = campaign.terms.rhythm is not Rhythm.ONCE or newest is None
        leads = (button("campaign-resume" if paused else "campaign-pause", "p"),) if plan else ()
        leads = (*leads, button("campaign-change", "g")) if plan and campaign.following else leads
        leads = (*leads, button("campaign-end", "x"))
    full = len(first) + len(second) + len(leads) + 2 > MOST
    last: Row = (
        (button("back-to-list", "b"),) if full else (button("back-to-list", "b"), button("to-menu", "e"))
    )
    return tuple(row for row in (first, second, leads, last) if row)


def _may_chase(campaign: Campaign, context: Context) -> bool:
    """While a round runs, once a day."""
    if campaign.round is None or campaign.round.closed:
        return False
    return chasable(
        context.ledger.campaigns().chased(campaign.number),
        context.now,
        context.ledger.rules().defaults.campaigns.chase_hours,
    )


def _missing(state: State, campaign: Campaign, context: Context) -> Screen:
    book = context.ledger.campaigns()
    total = book.tally(campaign.number).missing
    offset = cards.offset_of(state, total)
    shown = book.missing(campaign.number, offset=offset, limit=NAMED)
    lines: list[Line | Words] = [Line("campaign-missing-title", {"title": campaign.title, "n": total})]
    lines += [_unreached(number, one) for number, one in enumerate(shown, offset + 1)]
    paging = cards.list_rows(len(shown), offset, total)
    whole: Row = (button("campaign-table", "x"),) if total else ()
    return Screen(lines, (*paging, (*whole, button("back", "b"))))


def _unreached(number: int, one: Unreached) -> Line:
    args: dict[str, Argument] = {
        "n": number,
        "enterprise": one.enterprise,
        "town": one.town,
        "person": one.person or "—",
        "phone": one.phone or "—",
        "share": "silent" if one.silent else one.share.value,
    }
    return Line("campaign-unreached", args, about=one.about)
