"""Still fixed? Whoever found a hazard is asked once, four weeks after it was closed; a no opens it again."""

from safety.letters import Notice, Opens, Value
from safety.notices_hazards import About


def asked(one: About, key: str) -> Notice:
    """The question to who found it: `no` leads straight to why and until when."""
    args: dict[str, Value] = {"number": one.number, "what": one.what, "enterprise": one.enterprise}
    holds = Opens("still-yes", "hazards", "card", {"number": one.number})
    again = Opens("still-no", "hazards", "ask", {"number": one.number, "do": "reopen"})
    return Notice(one.found_by, "letter-still-fixed", key, args, (holds, again))
