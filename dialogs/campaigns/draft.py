"""A campaign that is being made or changed: what is chosen so far, kept in the state, and the event it becomes."""

from dataclasses import dataclass, field

from dialogs.context import Context
from dialogs.groups.draft import query_json
from dialogs.talk import Json, State
from safety.campaigns import Campaign, Terms, audience
from safety.events_campaigns import CampaignChanged, CampaignOpened
from safety.queries import EVERYBODY, Query

FLOW = "campaigns"
FORM, WHOM, WHEN, SURE, TITLE, DAYS = "form", "whom", "when", "sure", "title", "weekdays"


@dataclass(frozen=True, slots=True)
class Draft:
    """What is chosen so far.

    given    the audience was chosen before, so it is not asked for
    number   of the campaign that is changed; empty: a new one
    """

    checklist: str = ""
    query: Query = field(default=EVERYBODY)
    group: int = 0
    given: bool = False
    title: str = ""
    terms: Terms | None = None
    number: str = ""

    def state(self, at: str, offset: int = 0) -> State:
        """The state in which it goes on."""
        kept: dict[str, Json] = {
            "form": self.checklist,
            "query": query_json(self.query),
            "group": self.group,
            "given": self.given,
            "title": self.title,
            "terms": self.terms.to_json() if self.terms else None,
            "number": self.number,
        }
        return State(FLOW, at, kept | ({"offset": offset} if offset else {}))

    def named(self, context: Context) -> str:
        """Its title: the one that was typed, else that of the form, in the language that enterprises read."""
        form = context.ledger.campaigns().forms().get(self.checklist)
        return self.title or (form.zh if form else "")


def draft_of(state: State) -> Draft:
    """The draft that a state keeps. A group's card gives the audience alone."""
    kept = state.data
    group, query = kept.get("group"), kept.get("query")
    return Draft(
        str(kept.get("form") or ""),
        EVERYBODY if query is None else Query.from_json(query),
        group if isinstance(group, int) else 0,
        bool(kept.get("given", query is not None)),
        str(kept.get("title") or ""),
        terms_of(kept.get("terms")),
        str(kept.get("number") or ""),
    )


def terms_of(kept: Json) -> Terms | None:
    """Terms as a state keeps them."""
    try:
        return Terms.from_json(kept) if kept is not None else None
    except ValueError:
        return None


def changing(campaign: Campaign, group: int) -> Draft:
    """What the next round of a campaign will be like, to be changed."""
    return Draft(
        checklist=campaign.checklist,
        query=campaign.query,
        group=group,
        given=True,
        title=campaign.title,
        terms=campaign.terms,
        number=campaign.number,
    )


def event_of(draft: Draft, context: Context) -> CampaignOpened | CampaignChanged:
    """What is recorded when it is sent off."""
    terms = draft.terms or Terms(context.today, 7)
    title, query = draft.named(context), draft.query.to_json()
    if draft.number:
        return CampaignChanged(draft.number, title, draft.checklist, query, terms.to_json(), draft.group)
    most = context.ledger.queries().count(audience(draft.query))
    return CampaignOpened(title, draft.checklist, query, terms.to_json(), draft.group, most)
