"""What became of letters, by what they are about: written, brought to Telegram, acted on. Screens are not counted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

SPAN = timedelta(days=7)  # what supervisors are shown: letters live about as long


class Topic(StrEnum):
    """What letters are about, as supervisors call it; each stands for one or more families of keys."""

    HAZARD = "hazard"
    MAJOR = "major"
    LISTING = "listing"
    CHECK = "check"
    OWED = "owed"
    COMMITMENT = "commitment"
    EXAM = "exam"
    DRILL = "drill"
    WARNING = "warning"
    DIGEST = "digest"
    REACH = "reach"
    JOIN = "join"
    TIP = "tip"
    OTHER = "other"


FAMILIES: Mapping[Topic, frozenset[str]] = {
    Topic.HAZARD: frozenset({"hazard", "together", "reported", "still"}),
    Topic.MAJOR: frozenset({"major", "unmajor"}),
    Topic.LISTING: frozenset({"listing"}),
    Topic.CHECK: frozenset({"returned", "corrected", "section", "submitted", "photo"}),
    Topic.OWED: frozenset({"owed", "reminder", "daily"}),
    Topic.COMMITMENT: frozenset({"pledge", "pledge-text", "colour", "recall", "broken", "asked", "paper"}),
    Topic.EXAM: frozenset({"exam-over", "exam-refresh"}),
    Topic.DIGEST: frozenset({"digest"}),
    Topic.REACH: frozenset({"stand-in", "kept", "silence"}),
    Topic.JOIN: frozenset({"join", "joined", "decided"}),
    Topic.TIP: frozenset({"tip", "tip-hazard"}),
}
_TOPICS = {name: topic for topic, names in FAMILIES.items() for name in names}


def topic_of(family: str) -> Topic:
    """What a family of letters is about."""
    return _TOPICS.get(family, Topic.OTHER)


@dataclass(frozen=True, slots=True)
class Delivered:
    """Letters of one family or topic.

    written     posted, whatever became of them
    delivered   taken by Telegram
    acted       one of their buttons was used
    kept        their reader is out of reach; they wait
    failed      refused for good, or in doubt too often
    late        nobody needed them any more, or one letter told of several
    """

    name: str
    written: int = 0
    delivered: int = 0
    acted: int = 0
    kept: int = 0
    failed: int = 0
    late: int = 0

    @property
    def waiting(self) -> int:
        """Still to leave."""
        return self.written - self.delivered - self.kept - self.failed - self.late

    def plus(self, other: "Delivered") -> "Delivered":
        """Both together, under the first one's name."""
        return Delivered(
            self.name,
            self.written + other.written,
            self.delivered + other.delivered,
            self.acted + other.acted,
            self.kept + other.kept,
            self.failed + other.failed,
            self.late + other.late,
        )


def by_topic(families: Iterable[Delivered]) -> list[Delivered]:
    """The figures of each topic of which letters were written, in the order of the topics."""
    sums: dict[Topic, Delivered] = {}
    for one in families:
        topic = topic_of(one.name)
        sums[topic] = sums.get(topic, Delivered(topic.value)).plus(one)
    return [sums[topic] for topic in Topic if topic in sums]


def whole(those: Iterable[Delivered]) -> Delivered:
    """All of them together."""
    total = Delivered("")
    for one in those:
        total = total.plus(one)
    return total
