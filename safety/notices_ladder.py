"""Letters about more time: to who decides, with both answers as buttons, and back to who asked."""

from datetime import datetime

from safety.audience import Audience
from safety.events_ladder import ExtensionAsked, ExtensionDecided
from safety.ladder import Wanted, why_of
from safety.letters import LetterKind, Notice, Opens, Value
from safety.notices import of


@of.register
def _asked(event: ExtensionAsked, audience: Audience, _now: datetime) -> list[Notice]:
    wanted = audience.newest_extension(event.number)
    yes = Opens("extension-yes", "todo", "grant", {"x": wanted.number, "yes": 1})
    no = Opens("extension-no", "todo", "grant", {"x": wanted.number, "yes": 0})
    return [
        Notice(
            to,
            "letter-extension-asked",
            f"extension:{wanted.number}:{to}",
            _said(wanted),
            (yes, no),
            LetterKind.ALERT,
        )
        for to in wanted.deciders
    ]


@of.register
def _decided(event: ExtensionDecided, audience: Audience, _now: datetime) -> list[Notice]:
    wanted = audience.extension(event.number)
    _person, name = audience.acting()
    args = {**_said(wanted), "person": name, "granted": "yes" if event.granted else "no"}
    opens = Opens("open-owed", "todo", "card", {"n": wanted.obligation})
    key = f"extension-decided:{wanted.number}:{wanted.asker}"
    return [Notice(wanted.asker, "letter-extension-decided", key, args, (opens,), LetterKind.ALERT)]


def _said(wanted: Wanted) -> dict[str, Value]:
    why, words = why_of(wanted.reason)
    return {
        "enterprise": wanted.enterprise,
        "title": wanted.title,
        "detail": wanted.detail,
        "person": wanted.person,
        "due": wanted.due,
        "until": wanted.until,
        "why": why,
        "reason": words,
        "count": wanted.count,
        "legal": "yes" if wanted.legal else "no",
    }
