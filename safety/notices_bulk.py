"""Letters of what needs a second person: one to each who may decide, and what became of it to who had asked."""

from datetime import datetime

from safety.audience import Audience
from safety.bulk import Appeal, BulkState
from safety.events_bulk import BulkAsked, BulkDecided, BulkExpired
from safety.letters import Notice, Opens, Value
from safety.notices import of


@of.register
def asked(event: BulkAsked, audience: Audience, _now: datetime) -> list[Notice]:
    """Approve or refuse, each with one tap; whoever is first decides."""
    told = audience.bulk(event.request)
    data = {"request": event.request}
    buttons = (
        Opens("bulk-approve", "bulk", "yes", data),
        Opens("bulk-refuse", "bulk", "no", data),
        Opens("bulk-look", "bulk", "card", data),
    )
    return [
        Notice(to, "letter-bulk-asked", f"bulk:{event.request}:{to}", _args(told), buttons)
        for to in told.deciders
    ]


@of.register
def decided(event: BulkDecided, audience: Audience, _now: datetime) -> list[Notice]:
    return _back(audience.bulk(event.request), event.request)


@of.register
def expired(event: BulkExpired, audience: Audience, _now: datetime) -> list[Notice]:
    return _back(audience.bulk(event.request), event.request)


def _back(told: Appeal, request: int) -> list[Notice]:
    """What became of it. Somebody whose data were deleted can be told no more."""
    if told.request.state is BulkState.WAITING:
        return []
    return [Notice(told.asker, "letter-bulk-decided", f"bulk-end:{request}:{told.asker}", _args(told))]


def _args(told: Appeal) -> dict[str, Value]:
    one = told.request
    return {
        "person": one.person,
        "role": one.role.value,
        "place": one.place,
        "kind": one.kind.value,
        "table": one.table or "none",
        "n": one.rows,
        "until": one.until,
        "state": one.state.value,
        "officer": one.by or "none",
    }
