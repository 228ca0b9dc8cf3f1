"""The roster (人员名册): who works in an enterprise, at what, since when. An account is not needed to stand in it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Worker:
    """One person of an enterprise.

    post         id of a post of the content, or how people call it when there is none
    since        first day in this post; `back_since`: first day back after an absence
    person       whose account it is; None: has none
    until        last day; None: still here
    came         first day in the enterprise, when their present post is not their first one
    """

    id: int
    enterprise: int
    name: str
    post: str
    since: date
    back_since: date | None = None
    person: int | None = None
    until: date | None = None
    came: date | None = None

    @property
    def here(self) -> bool:
        """Whether they work there now."""
        return self.until is None

    @property
    def new(self) -> date:
        """The day on which they were new in the enterprise."""
        return self.came or self.since

    @property
    def posted(self) -> date | None:
        """The day on which they took another post (转岗); None: it is still their first."""
        return None if self.came is None else self.since

    @property
    def began(self) -> date:
        """The day from which training before work counts: the last time they came."""
        return max(self.since, self.back_since or self.since)
