"""What a conversation is to the desk, and the one list of conversations."""

from collections.abc import Callable
from dataclasses import dataclass

from dialogs import (
    approvals,
    auditing,
    bulk,
    campaigns,
    certificates,
    chores,
    courses,
    departments,
    digest,
    drills,
    emergency,
    enterprise,
    exams,
    groups,
    guide,
    handover,
    hazards,
    imports,
    incidents,
    interviews,
    invites,
    language,
    learning,
    lessons,
    menu,
    owing,
    own_lists,
    plans,
    pledges,
    privacy,
    quality,
    quarter,
    records,
    register,
    report,
    responders,
    seats,
    selfcheck,
    sendup,
    spots,
    staff,
    statistics,
    submissions,
    supervision,
    supplies,
    tips,
    training,
    unreachable,
    verifying,
    veto,
    visits,
    warnings,
)
from dialogs.context import Context
from dialogs.spots import guest
from dialogs.talk import Input, Line, Screen, State, Step, Wrote
from dialogs.tips import office

Hear = Callable[[State, Input, Context], Step | None]
Show = Callable[[State, Context], Screen]


@dataclass(frozen=True, slots=True)
class Flow:
    """A conversation: `step` answers an input (None: it means nothing here), `show` draws where it stands.

    open     may be used before the privacy notice is agreed to and without a seat
    accepts  says what can be sent where it stands (None: its buttons)
    claims   whether typed words are an answer here, so that no button is looked for that has the same words
    writes   whether any words may be an answer here: only the plainest commands are looked for in them
    unnumbered  steps in which a number is never the number of a button
    noticed  remembers what the person is about to see, whenever a screen is drawn
    discreet what is said and seen in it is kept locked and forgotten at once (bot/discreet.py)
    lasts    whether a conversation that was left may wait below others (None: always)
    ends     steps whose screen stays in the chat for good: what is said after them begins anew
    """

    name: str
    step: Hear
    show: Show
    version: int = 1
    open: bool = False
    accepts: Callable[[State, Context], Line] | None = None
    ends: frozenset[str] = frozenset()
    noticed: Callable[[State, Context], State] | None = None
    claims: Callable[[State, Wrote, Context], bool] | None = None
    writes: Callable[[State, Context], bool] | None = None
    unnumbered: frozenset[str] = frozenset()
    discreet: bool = False
    lasts: Callable[[State], bool] | None = None


FLOWS: dict[str, Flow] = {
    flow.name: flow
    for flow in (
        Flow("menu", menu.step, menu.show),
        Flow("join", register.step, register.show, open=True, accepts=register.accepts),
        Flow(
            "check",
            selfcheck.step,
            selfcheck.show,
            accepts=selfcheck.accepts,
            ends=frozenset({"receipt"}),
            noticed=selfcheck.noticed,
            claims=selfcheck.claims,
            writes=selfcheck.writes,
            unnumbered=frozenset({"ask", "calendar", "sure", "zero", "fixwhy", "fixpick"}),
        ),
        Flow(
            "report",
            report.step,
            report.show,
            accepts=report.accepts,
            noticed=report.noticed,
            writes=report.writes,
            unnumbered=frozenset({"what", "words", "where", "how"}),
        ),
        Flow(
            "hazards",
            hazards.step,
            hazards.show,
            accepts=hazards.accepts,
            claims=hazards.claims,
            writes=hazards.writes,
            unnumbered=frozenset({"ask", "evidence", "details"}),
        ),
        Flow("approvals", approvals.step, approvals.show),
        Flow(
            chores.FLOW,
            chores.step,
            chores.show,
            accepts=chores.accepts,
            writes=chores.writes,
        ),
        Flow(
            "submissions",
            submissions.step,
            submissions.show,
            writes=submissions.writes,
            unnumbered=frozenset({"why", "pick"}),
        ),
        Flow(
            digest.FLOW,
            digest.step,
            digest.show,
            accepts=digest.accepts,
            writes=digest.writes,
            unnumbered=frozenset({"wishes"}),
        ),
        Flow(unreachable.FLOW, unreachable.step, unreachable.show),
        Flow("quality", quality.step, quality.show),
        Flow(
            "pledges",
            pledges.step,
            pledges.show,
            accepts=pledges.accepts,
            ends=frozenset({pledges.RECEIPT}),
            claims=pledges.claims,
            writes=pledges.writes,
            unnumbered=pledges.UNNUMBERED,
        ),
        Flow(
            "verify",
            verifying.step,
            verifying.show,
            open=True,
            accepts=verifying.accepts,
            claims=verifying.claims,
            writes=verifying.writes,
            unnumbered=frozenset({""}),
        ),
        Flow(
            tips.FLOW,
            tips.step,
            tips.show,
            open=True,
            accepts=tips.accepts,
            writes=tips.writes,
            unnumbered=tips.UNNUMBERED,
            discreet=True,
            lasts=tips.lasts,
        ),
        Flow(
            office.FLOW,
            office.step,
            office.show,
            accepts=office.accepts,
            claims=office.claims,
            writes=office.writes,
            unnumbered=office.TYPED - {"place"},
        ),
        Flow(
            exams.FLOW,
            exams.step,
            exams.show,
            accepts=exams.accepts,
            claims=exams.claims,
            ends=exams.ENDS,
            unnumbered=exams.UNNUMBERED,
        ),
        Flow(
            courses.FLOW,
            courses.step,
            courses.show,
            accepts=courses.accepts,
            claims=courses.claims,
            ends=courses.ENDS,
            unnumbered=courses.UNNUMBERED,
        ),
        Flow(
            lessons.FLOW,
            lessons.step,
            lessons.show,
            accepts=lessons.accepts,
            writes=lessons.writes,
            ends=lessons.ENDS,
            unnumbered=lessons.UNNUMBERED,
        ),
        Flow(
            spots.FLOW,
            spots.step,
            spots.show,
            accepts=spots.accepts,
            writes=spots.writes,
            unnumbered=spots.UNNUMBERED,
        ),
        Flow(
            guest.FLOW,
            guest.step,
            guest.show,
            open=True,
            accepts=guest.accepts,
            claims=guest.claims,
            writes=guest.writes,
            unnumbered=guest.UNNUMBERED,
        ),
        Flow(
            own_lists.FLOW,
            own_lists.step,
            own_lists.show,
            accepts=own_lists.accepts,
        ),
        Flow(
            visits.FLOW,
            visits.step,
            visits.show,
            accepts=visits.accepts,
            writes=visits.writes,
            unnumbered=visits.UNNUMBERED,
            noticed=visits.noticed,
        ),
        Flow(quarter.FLOW, quarter.step, quarter.show),
        Flow(
            interviews.FLOW,
            interviews.step,
            interviews.show,
            accepts=interviews.accepts,
            writes=interviews.writes,
            unnumbered=interviews.UNNUMBERED,
        ),
        Flow(training.FLOW, training.step, training.show),
        Flow(
            enterprise.FLOW,
            enterprise.step,
            enterprise.show,
            accepts=enterprise.accepts,
            writes=enterprise.writes,
            unnumbered=enterprise.UNNUMBERED,
        ),
        Flow(
            staff.FLOW,
            staff.step,
            staff.show,
            accepts=staff.accepts,
            writes=staff.writes,
            unnumbered=staff.UNNUMBERED,
        ),
        Flow(
            certificates.FLOW,
            certificates.step,
            certificates.show,
            accepts=certificates.accepts,
            writes=certificates.writes,
            unnumbered=certificates.UNNUMBERED,
        ),
        Flow(
            veto.FLOW,
            veto.step,
            veto.show,
            accepts=veto.accepts,
            writes=veto.writes,
            unnumbered=veto.TYPED - {veto.FIRM},
        ),
        Flow(
            imports.FLOW,
            imports.step,
            imports.show,
            accepts=imports.accepts,
            writes=imports.writes,
            unnumbered=imports.UNNUMBERED,
        ),
        Flow(learning.FLOW, learning.HUB.step, learning.HUB.show),
        Flow(bulk.FLOW, bulk.step, bulk.show),
        Flow(sendup.FLOW, sendup.step, sendup.show),
        Flow(
            statistics.FLOW,
            statistics.step,
            statistics.show,
            accepts=statistics.accepts,
            claims=statistics.claims,
            writes=statistics.writes,
            ends=statistics.ENDS,
            unnumbered=statistics.UNNUMBERED,
        ),
        Flow(records.FLOW, records.HUB.step, records.HUB.show),
        Flow(
            auditing.FLOW,
            auditing.step,
            auditing.show,
            accepts=auditing.accepts,
            writes=auditing.writes,
            unnumbered=frozenset({"", auditing.ASK}),
        ),
        Flow(emergency.FLOW, emergency.HUB.step, emergency.HUB.show),
        Flow(
            incidents.FLOW,
            incidents.step,
            incidents.show,
            accepts=incidents.accepts,
            claims=incidents.claims,
            writes=incidents.writes,
            unnumbered=incidents.UNNUMBERED,
        ),
        Flow(
            responders.FLOW,
            responders.step,
            responders.show,
            accepts=responders.accepts,
            claims=responders.claims,
            writes=responders.writes,
            unnumbered=responders.UNNUMBERED,
        ),
        Flow(
            supplies.FLOW,
            supplies.step,
            supplies.show,
            accepts=supplies.accepts,
            claims=supplies.claims,
            writes=supplies.writes,
            unnumbered=supplies.UNNUMBERED,
        ),
        Flow(
            warnings.FLOW,
            warnings.step,
            warnings.show,
            accepts=warnings.accepts,
            claims=warnings.claims,
            writes=warnings.writes,
            unnumbered=warnings.UNNUMBERED,
        ),
        Flow(
            groups.FLOW,
            groups.step,
            groups.show,
            accepts=groups.accepts,
            writes=groups.writes,
            unnumbered=groups.UNNUMBERED,
        ),
        Flow(
            campaigns.FLOW,
            campaigns.step,
            campaigns.show,
            accepts=campaigns.accepts,
            writes=campaigns.writes,
            unnumbered=campaigns.UNNUMBERED,
        ),
        Flow(
            owing.FLOW,
            owing.step,
            owing.show,
            accepts=owing.accepts,
            writes=owing.writes,
            unnumbered=owing.TYPED,
        ),
        Flow(
            plans.FLOW,
            plans.step,
            plans.show,
            accepts=plans.accepts,
            writes=plans.writes,
            unnumbered=plans.TYPED,
        ),
        Flow(
            drills.FLOW,
            drills.step,
            drills.show,
            accepts=drills.accepts,
            writes=drills.writes,
            unnumbered=drills.UNNUMBERED,
        ),
        Flow(supervision.FLOW, supervision.HUB.step, supervision.HUB.show),
        Flow(
            departments.FLOW,
            departments.step,
            departments.show,
            accepts=departments.accepts,
            writes=departments.writes,
        ),
        Flow("language", language.step, language.show, open=True),
        Flow("privacy", privacy.step, privacy.show, open=True, accepts=privacy.accepts),
        Flow("help", guide.step, guide.show, open=True),
        Flow("seats", seats.step, seats.show, accepts=seats.accepts, writes=seats.writes),
        Flow(
            handover.FLOW,
            handover.step,
            handover.show,
            accepts=handover.accepts,
            writes=handover.writes,
        ),
        Flow(
            invites.FLOW,
            invites.step,
            invites.show,
            accepts=invites.accepts,
            writes=invites.writes,
        ),
    )
}
