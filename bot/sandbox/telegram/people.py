"""Who takes part: people with their phones, groups, and bots with what they have set about themselves."""

from dataclasses import dataclass, field
from enum import StrEnum

from bot.sandbox.telegram.shapes import Chat, Json
from bot.sandbox.telegram.updates import UpdateQueue


@dataclass(slots=True)
class Person:
    """Somebody with a phone. `hint` says on the page who this is, Telegram never sees it.

    offstage   not empty: their phone is not shown on the page
    """

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    phone: str = ""
    language_code: str = ""
    hint: str = ""
    offstage: str = ""
    deactivated: bool = False
    started: set[int] = field(default_factory=set)
    blocked: set[int] = field(default_factory=set)
    user: Json = field(init=False, repr=False)
    chat: Chat = field(init=False, repr=False)

    def __post_init__(self) -> None:
        names = {"first_name": self.first_name, "last_name": self.last_name, "username": self.username}
        given = {key: value for key, value in names.items() if value}
        self.chat = {"id": self.id, "type": "private", **given}
        self.user = {"id": self.id, "is_bot": False, **given}
        if self.language_code:
            self.user["language_code"] = self.language_code

    @property
    def name(self) -> str:
        """The name as chats show it."""
        return f"{self.first_name} {self.last_name}".strip()

    def record(self) -> Json:
        """Everything, as it is kept and shown to the page."""
        return {
            "id": self.id,
            "first_name": self.first_name,
            "last_name": self.last_name,
            "username": self.username,
            "phone": self.phone,
            "language_code": self.language_code,
            "hint": self.hint,
            "offstage": self.offstage,
            "deactivated": self.deactivated,
            "started": sorted(self.started),
            "blocked": sorted(self.blocked),
        }

    @classmethod
    def of(cls, record: Json) -> "Person":
        """Back from a record."""
        sets = {"started": set(record.get("started", ())), "blocked": set(record.get("blocked", ()))}
        return cls(**{**record, **sets})


class Standing(StrEnum):
    """What a bot is in a group."""

    MEMBER = "member"
    ADMINISTRATOR = "administrator"
    KICKED = "kicked"
    LEFT = "left"


@dataclass(slots=True)
class Group:
    """A group or supergroup. After migration `became` names the supergroup."""

    id: int
    title: str
    members: set[int] = field(default_factory=set)
    bots: dict[int, Standing] = field(default_factory=dict)
    became: int | None = None
    last_message_id: int = 0

    @property
    def is_super(self) -> bool:
        """Supergroups have ids of their own."""
        return self.id <= SUPERGROUPS

    @property
    def kind(self) -> str:
        """As Telegram names it in a chat."""
        return "supergroup" if self.is_super else "group"

    @property
    def chat(self) -> Chat:
        """The chat object inside messages."""
        return {"id": self.id, "type": self.kind, "title": self.title}

    def record(self) -> Json:
        """Everything, as it is kept."""
        return {
            "id": self.id,
            "title": self.title,
            "members": sorted(self.members),
            "bots": {str(bot): str(standing) for bot, standing in self.bots.items()},
            "became": self.became,
            "last_message_id": self.last_message_id,
        }

    @classmethod
    def of(cls, record: Json) -> "Group":
        """Back from a record."""
        bots = {int(bot): Standing(standing) for bot, standing in record["bots"].items()}
        return cls(**{**record, "members": set(record["members"]), "bots": bots})


SUPERGROUPS = -1_000_000_000_000


@dataclass(slots=True)
class BotAccount:
    """A bot as @BotFather made it, and what it has set about itself."""

    token: str
    username: str
    first_name: str
    commands: dict[str, list[Json]] = field(default_factory=dict)
    about: Json = field(default_factory=dict)
    webhook: Json = field(default_factory=dict)
    sees_all: bool = False
    last_message_id: int = 0
    queue: UpdateQueue = field(default_factory=UpdateQueue)
    id: int = field(init=False)
    user: Json = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.id = int(self.token.partition(":")[0])
        self.user = {"id": self.id, "is_bot": True, "first_name": self.first_name, "username": self.username}

    def record(self) -> Json:
        """What is kept; the queue is kept update by update."""
        return {
            "token": self.token,
            "username": self.username,
            "first_name": self.first_name,
            "commands": self.commands,
            "about": self.about,
            "webhook": self.webhook,
            "sees_all": self.sees_all,
            "last_message_id": self.last_message_id,
            "next_update": self.queue.next_id,
            "allowed": None if self.queue.allowed is None else sorted(self.queue.allowed),
        }

    @classmethod
    def of(cls, record: Json) -> "BotAccount":
        """Back from a record."""
        fields = {key: value for key, value in record.items() if key not in {"next_update", "allowed"}}
        bot = cls(**fields)
        bot.queue.next_id = record["next_update"]
        bot.queue.allowed = None if record["allowed"] is None else frozenset(record["allowed"])
        return bot
