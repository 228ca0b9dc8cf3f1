"""The slow and plain way to narrow a list of hazards down: one hazard after the other, as people would say it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from safety.calendar import today as day_of
from safety.deeds import Hand, waits
from safety.hazard_ledger import Hazard, HazardState
from safety.hazards import OVER
from safety.lists import Sieve, Stage
from safety.sources import sources


@dataclass(frozen=True)
class Reader:
    """Who looks, on which day; `names`: enterprises have names that can be looked for."""

    hand: Hand
    today: date
    names: bool
    closed_days: int = 90


def lets_through(sieve: Sieve, one: Hazard, reader: Reader, industry: str, question: str, kind: str) -> bool:
    """Whether the list shows it. `question` and `kind` are their words, in both languages."""
    if sieve.digits:
        return one.number.endswith(sieve.digits)
    case = one.case
    assert case is not None
    if sieve.again and not one.recurs:
        return False
    if sieve.timely and not (closed(one) and day_of(one.closed_at) <= one.due):
        return False
    if sieve.since or sieve.until:
        return _windowed(sieve, one, reader, industry, question, kind)
    return (
        (stands(sieve.stage, one, reader) or caused(sieve, one, reader))
        and (not sieve.cause or (case.cause is not None and case.cause.root == sieve.cause))
        and (not sieve.major or case.major)
        and (not sieve.mine or case.owner == reader.hand.person)
        and sieve.town in {"", one.town}
        and sieve.industry in {"", industry}
        and (not sieve.source or one.source in sources(sieve.source))
        and says(sieve.text, [one.words, one.place, question, kind, one.enterprise if reader.names else ""])
    )


def _windowed(sieve: Sieve, one: Hazard, reader: Reader, industry: str, question: str, kind: str) -> bool:
    """Days of the closure in the list of closed ones, else of the finding; the days that content says count for nothing then."""
    moment = one.closed_at if sieve.stage is Stage.CLOSED else one.found_at
    if sieve.stage is Stage.CLOSED and not closed(one):
        return False
    day = day_of(moment).isoformat()
    if (sieve.since and day < sieve.since) or (sieve.until and day > sieve.until):
        return False
    plain = replace(
        sieve, since="", until="", cause="", stage=Stage.FOUND if sieve.stage is Stage.CLOSED else sieve.stage
    )
    root = one.case.cause.root if one.case and one.case.cause else ""
    return sieve.cause in {"", root} and lets_through(plain, one, reader, industry, question, kind)


def closed(one: Hazard) -> bool:
    return one.state is HazardState.CLOSED and one.closed_at is not None


def caused(sieve: Sieve, one: Hazard, reader: Reader) -> bool:
    """A cause counts for what is open and what was closed lately."""
    return bool(sieve.cause) and sieve.stage is Stage.OPEN and stands(Stage.CLOSED, one, reader)


def stands(stage: Stage, one: Hazard, reader: Reader) -> bool:
    assert one.case is not None
    if stage is Stage.CLOSED:
        since = reader.today - timedelta(days=reader.closed_days)
        closed = one.state is HazardState.CLOSED and one.closed_at is not None
        return closed and one.closed_at is not None and day_of(one.closed_at) >= since
    if stage is Stage.FOUND:
        return one.state not in {HazardState.WITHDRAWN, HazardState.DUPLICATE}
    if stage is Stage.WAITING:
        return waits(one.case, reader.hand)
    return one.state not in OVER and (stage is Stage.OPEN or one.due < reader.today)


def says(text: str, words: Iterable[str]) -> bool:
    return not text or any(text.lower() in one.lower() for one in words)
