"""The control API's deeds: tests and the page play people with it. One small function a request; HTTP is elsewhere."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.sandbox.http.asking import Ask
from bot.sandbox.playground import Playground
from bot.sandbox.telegram import places
from bot.sandbox.telegram.chats import Message
from bot.sandbox.telegram.errors import Impossible, bad_request
from bot.sandbox.telegram.people import Group, Person, Standing
from bot.sandbox.telegram.places import Spot
from bot.sandbox.telegram.shapes import Json
from bot.sandbox.telegram.view import bot_view, chat_view, message_view

LOG_PAGE = 10_000


class Control:
    """Requests by method and path; `{}` in a path stands for a name or number, given as `name`."""

    def __init__(self, ground: Playground) -> None:
        self._ground = ground
        self._world = ground.world
        self._hands = ground.hands
        self._engine = ground.engine

    def add_person(self, ask: Ask) -> Json:
        """Somebody new, or new facts about somebody."""
        known = {"first_name", "last_name", "username", "phone", "language_code", "hint"}
        facts = {name: ask.text(name) for name in known if name in ask.args}
        if "name" in ask.args:
            facts["first_name"] = ask.text("name")
        return self._ground.add_person(ask.maybe_number("id"), **facts).record()

    def people(self, ask: Ask) -> Json:  # noqa: ARG002 - one shape for all requests
        """Everybody, and where each can be met."""
        return {
            "people": [self._card(person) for person in self._world.people.values() if not person.offstage]
        }

    def add_group(self, ask: Ask) -> Json:
        """A group with people and the bot."""
        members = {int(member) for member in ask.args.get("members", ())}
        supergroup = ask.text("type") == "supergroup"
        group = self._ground.rooms.create(
            ask.text("title"), members, supergroup=supergroup, admin=ask.flag("admin")
        )
        return group.record()

    def change_group(self, ask: Ask) -> Json:
        """Throw the bot out, take it in, make it administrator, migrate, let people join and leave."""
        rooms, chat, action = self._ground.rooms, ask.number("chat"), ask.text("action")
        standings = {"kick": Standing.KICKED, "add": Standing.MEMBER, "admin": Standing.ADMINISTRATOR}
        if action in standings:
            rooms.set_standing(chat, standings[action], ask.number("person"))
        elif action in {"join", "leave"}:
            rooms.set_member(chat, ask.number("person"), inside=action == "join")
        elif action == "migrate":
            return rooms.migrate(chat).record()
        else:
            raise bad_request("action is one of kick, add, admin, join, leave, migrate")
        return self._world.group(chat).record()

    def text(self, ask: Ask) -> Json:
        """Write."""
        reply_to = ask.maybe_number("reply_to")
        return _sent(self._hands.write(ask.number("person"), ask.text("text"), _chat(ask), reply_to))

    def start(self, ask: Ask) -> Json:
        """Press start."""
        return _sent(self._hands.start(ask.number("person"), ask.text("payload")))

    def photo(self, ask: Ask) -> Json:
        """Send a photo, or an album of several."""
        sent = self._hands.photograph(ask.number("person"), ask.pictures(), ask.text("caption"), _chat(ask))
        return _sent(*sent)

    def file(self, ask: Ask) -> Json:
        """Send files as they are."""
        sent = self._hands.send_files(ask.number("person"), ask.documents(), ask.text("caption"), _chat(ask))
        return _sent(*sent)

    def album(self, ask: Ask) -> Json:
        """Send several photos, or with kind=document several files."""
        return self.file(ask) if ask.text("kind") == "document" else self.photo(ask)

    def contact(self, ask: Ask) -> Json:
        """Share a card."""
        return _sent(self._hands.share_contact(ask.number("person"), ask.maybe_number("of"), _chat(ask)))

    def place(self, ask: Ask) -> Json:
        """Share a place; with `message_id`, walk on while it is shared live."""
        spot = Spot(
            ask.degrees("lat"),
            ask.degrees("lon"),
            ask.maybe_decimal("accuracy"),
            ask.maybe_number("live") or 0,
            ask.text("title"),
            ask.text("address"),
        )
        person, moved = ask.number("person"), ask.maybe_number("message_id")
        if moved is not None:
            return _sent(places.move(self._hands, person, moved, spot, _chat(ask)))
        return _sent(places.share(self._hands, person, spot, _chat(ask)))

    def other(self, ask: Ask) -> Json:
        """Send a sticker, a voice message, a die."""
        return _sent(
            self._hands.send_other(ask.number("person"), ask.text("kind"), ask.text("text"), _chat(ask))
        )

    def tap(self, ask: Ask) -> Json:
        """Tap an inline button."""
        person, message = ask.number("person"), ask.number("message_id")
        data, label, force = (ask.maybe_text(name) for name in ("data", "label", "force_data"))
        return self._hands.tap(person, message, data, label, _chat(ask), force_data=force).record()

    def press(self, ask: Ask) -> Json:
        """Press a key of the reply keyboard."""
        return _sent(self._hands.press(ask.number("person"), ask.text("label"), _chat(ask)))

    def edit(self, ask: Ask) -> Json:
        """Change one's own message."""
        person, message = ask.number("person"), ask.number("message_id")
        return _sent(self._hands.edit(person, message, ask.text("text"), _chat(ask)))

    def block(self, ask: Ask) -> Json:
        """Block the bot."""
        self._hands.block(ask.number("person"))
        return self._world.person(ask.number("person")).record()

    def unblock(self, ask: Ask) -> Json:
        """Unblock it."""
        self._hands.unblock(ask.number("person"))
        return self._world.person(ask.number("person")).record()

    def deactivate(self, ask: Ask) -> Json:
        """Give up the account."""
        self._hands.deactivate(ask.number("person"))
        return self._world.person(ask.number("person")).record()

    def chat(self, ask: Ask) -> Json:
        """What a person sees."""
        since = ask.maybe_number("since") or 0
        return chat_view(self._world, self._hands, ask.number("person"), _chat(ask), since)

    def callback(self, ask: Ask) -> Json:
        """What became of a tap."""
        found = self._world.callbacks.get(ask.text("name"))
        if found is None:
            raise Impossible("there is no such tap")
        return found.record()

    def log(self, ask: Ask) -> Json:
        """Calls of the bot after an id, and bans."""
        since, limit = ask.maybe_number("since") or 0, ask.maybe_number("limit") or LOG_PAGE
        entries = [entry.record(full=ask.flag("full")) for entry in self._engine.log.since(since, limit)]
        flood = self._engine.flood
        bans = [
            {"at": ban.at, "bot": ban.bot, "scope": ban.scope, "ignored": ban.ignored} for ban in flood.bans
        ]
        return {"last": self._engine.log.last, "calls": entries, "bans": bans, "refused": flood.refused}

    def add_fault(self, ask: Ask) -> Json:
        """Play a fault from now on."""
        return self._engine.faults.add(ask.args).record()

    def faults(self, ask: Ask) -> Json:  # noqa: ARG002 - one shape for all requests
        """The faults in force."""
        return {"faults": [rule.record() for rule in self._engine.faults.rules]}

    def clear_faults(self, ask: Ask) -> Json:
        """End one fault, or all."""
        self._engine.faults.clear(ask.maybe_number("id"))
        return self.faults(ask)

    def limits(self, ask: Ask) -> Json:
        """Set switches; without any, show them."""
        self._engine.flood.limits = self._engine.flood.limits.changed(ask.args)
        return self._engine.flood.limits.record()

    def clock(self, ask: Ask) -> Json:
        """Show the clock, or move it: `to` a time, `advance` by seconds, `reset`."""
        return self._ground.move_clock(ask.args)

    def page(self, ask: Ask) -> Json:  # noqa: ARG002 - one shape for all requests
        """What the page needs to begin."""
        bots = [bot_view(bot) for bot in self._world.bots.values()]
        return {
            "boot": self._world.numbers.boot,
            "bots": bots,
            "tips": self._ground.tips,
            **self.clock(Ask({})),
        }

    def _card(self, person: Person) -> Json:
        groups = [group for group in self._world.groups.values() if _inside(group, person)]
        return person.record() | {"name": person.name, "groups": [group.chat for group in groups]}

    def requests(self) -> Mapping[tuple[str, str], Callable[[Ask], Any]]:
        """The table of all requests."""
        deeds = (
            "text",
            "start",
            "photo",
            "file",
            "album",
            "contact",
            "place",
            "other",
            "tap",
            "press",
            "edit",
        )
        states = ("block", "unblock", "deactivate", "limits", "clock")
        reads = ("people", "chat", "log", "faults", "limits", "clock", "page")
        posts = {("POST", name): getattr(self, name) for name in (*deeds, *states)}
        return (
            posts
            | {("GET", name): getattr(self, name) for name in reads}
            | {
                ("POST", "people"): self.add_person,
                ("POST", "groups"): self.add_group,
                ("POST", "groups/{}"): self.change_group,
                ("GET", "callbacks/{}"): self.callback,
                ("POST", "faults"): self.add_fault,
                ("DELETE", "faults"): self.clear_faults,
            }
        )


def _chat(ask: Ask) -> int | None:
    return ask.maybe_number("chat")


def _sent(*messages: Message) -> Json:
    return {"message_id": messages[0].id, "messages": [message_view(message) for message in messages]}


def _inside(group: Group, person: Person) -> bool:
    return person.id in group.members and group.became is None
