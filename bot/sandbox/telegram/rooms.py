"""Groups: who is in them, what happens to them, and which bots see what is written there."""

from collections.abc import Iterator

from bot.sandbox.telegram.chats import History, Message
from bot.sandbox.telegram.errors import Impossible
from bot.sandbox.telegram.people import SUPERGROUPS, BotAccount, Group, Person, Standing
from bot.sandbox.telegram.shapes import Chat, Json
from bot.sandbox.telegram.world import World

HERE = {Standing.MEMBER, Standing.ADMINISTRATOR}


def visible(world: World, history: History, bot: BotAccount, message: Message) -> Iterator[BotAccount]:
    """The bots that get a person's message. In groups only what is meant for them, unless they may see all."""
    if history.private:
        yield bot
        return
    group = world.groups[history.id]
    for account in world.bots.values():
        standing = group.bots.get(account.id, Standing.LEFT)
        if standing in HERE and (standing is Standing.ADMINISTRATOR or _meant(account, message)):
            yield account


def member_update(world: World, bot: BotAccount, person: Person, chat: Chat, before: str, after: str) -> Json:
    """A `my_chat_member` payload."""
    return {
        "chat": chat,
        "from": person.user,
        "date": world.now(),
        "old_chat_member": _member(bot, before),
        "new_chat_member": _member(bot, after),
    }


class Rooms:
    """What can be done to groups from outside."""

    def __init__(self, world: World) -> None:
        self.world = world

    def create(
        self, title: str, members: set[int], *, supergroup: bool = False, admin: bool = False
    ) -> Group:
        """A group with people and the first bot in it."""
        for member in members:
            self.world.person(member)
        base = SUPERGROUPS if supergroup else -1000
        taken = [group.id for group in self.world.groups.values() if group.is_super == supergroup]
        standing = Standing.ADMINISTRATOR if admin else Standing.MEMBER
        bot = self.world.bot()
        group = Group(min(taken, default=base) - 1, title, set(members), {bot.id: standing})
        self.world.save_group(group)
        by = self.world.people[min(members)] if members else None
        if by:
            self._tell(group, bot, by, Standing.LEFT, standing)
        return group

    def set_standing(self, chat_id: int, standing: Standing, by: int, bot_id: int | None = None) -> None:
        """Make a bot member, administrator, or throw it out."""
        group, bot = self.world.group(chat_id), self.world.bot(bot_id)
        before = group.bots.get(bot.id, Standing.LEFT)
        group.bots[bot.id] = standing
        self.world.save_group(group)
        self._tell(group, bot, self.world.person(by), before, standing)

    def set_member(self, chat_id: int, person_id: int, *, inside: bool) -> None:
        """Somebody joins or leaves."""
        group = self.world.group(chat_id)
        person = self.world.person(person_id)
        if (person_id in group.members) == inside:
            return
        (group.members.add if inside else group.members.discard)(person_id)
        self.world.save_group(group)
        self._service(
            group,
            person,
            {"new_chat_members": [person.user]} if inside else {"left_chat_member": person.user},
        )

    def migrate(self, chat_id: int) -> Group:
        """A group becomes a supergroup with another id."""
        group = self.world.group(chat_id)
        if group.is_super or group.became is not None:
            raise Impossible("this is not a plain group any more")
        fresh = self.create(group.title, set(), supergroup=True)
        fresh.members, fresh.bots = set(group.members), dict(group.bots)
        group.became = fresh.id
        self.world.save_group(fresh)
        self.world.save_group(group)
        by = self.world.people[min(group.members)]
        self._service(group, by, {"migrate_to_chat_id": fresh.id})
        self._service(fresh, by, {"migrate_from_chat_id": group.id})
        return fresh

    def _service(self, group: Group, by: Person, content: Json) -> None:
        history = self.world.group_chat(group)
        number = self.world.next_message_id(history)
        body = {"message_id": number, "from": by.user, "chat": group.chat, "date": self.world.now()} | content
        self.world.keep(history, Message(body, by.id), "message")
        for bot in self.world.bots.values():
            if group.bots.get(bot.id, Standing.LEFT) in HERE:
                self.world.offer(bot, "message", body, group.id)

    def _tell(self, group: Group, bot: BotAccount, by: Person, before: Standing, after: Standing) -> None:
        payload = member_update(self.world, bot, by, group.chat, before, after)
        self.world.offer(bot, "my_chat_member", payload, group.id)


def _meant(bot: BotAccount, message: Message) -> bool:
    body = message.body
    text = str(body.get("text") or body.get("caption") or "")
    if bot.sees_all or f"@{bot.username}".lower() in text.lower():
        return True
    if body.get("reply_to_message", {}).get("from", {}).get("id") == bot.id:
        return True
    return text.startswith("/") and "@" not in text.split(maxsplit=1)[0]


def _member(bot: BotAccount, status: str) -> Json:
    member: Json = {"user": bot.user, "status": status}
    return member | {"until_date": 0} if status == Standing.KICKED else member
