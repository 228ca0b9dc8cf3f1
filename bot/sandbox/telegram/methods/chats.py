"""Looking at chats and their members, leaving a group."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.sandbox.telegram.access import readable
from bot.sandbox.telegram.call import Call
from bot.sandbox.telegram.errors import bad_request
from bot.sandbox.telegram.people import Group, Standing
from bot.sandbox.telegram.shapes import Json

GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
MAY_SEND = ("messages", "audios", "documents", "photos", "videos", "video_notes", "voice_notes", "polls")


def get_chat(call: Call) -> Json:
    """A chat with everything known of it."""
    found = readable(call.world, call.bot, call.chat_id())
    details: Json = {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(GIFTS, False),
    }
    if isinstance(found, Group):
        details["permissions"] = {f"can_send_{kind}": True for kind in MAY_SEND}
    return found.chat | details


def get_chat_member(call: Call) -> Json:
    """What somebody is in a chat."""
    found = readable(call.world, call.bot, call.chat_id())
    user_id = call.integer("user_id")
    if isinstance(found, Group):
        return _member(call, found, user_id)
    person = call.world.people.get(user_id)
    if person is None:
        raise bad_request("user not found")
    return {"status": "member", "user": person.user}


def get_chat_member_count(call: Call) -> int:
    """How many people and bots are in a chat."""
    found = readable(call.world, call.bot, call.chat_id())
    return 2 if not isinstance(found, Group) else len(found.members) + len(_present(found))


def get_chat_administrators(call: Call) -> list[Json]:
    """The bots that are administrators; people are not in this stand-in."""
    found = readable(call.world, call.bot, call.chat_id())
    if not isinstance(found, Group):
        raise bad_request("there are no administrators in the private chat")
    admins = [bot for bot, standing in found.bots.items() if standing is Standing.ADMINISTRATOR]
    return [{"status": "administrator", "user": call.world.bot(bot).user, **_rights()} for bot in admins]


def leave_chat(call: Call) -> bool:
    """The bot goes out of a group."""
    found = readable(call.world, call.bot, call.chat_id())
    if not isinstance(found, Group):
        raise bad_request("chat member status can't be changed in private chats")
    found.bots[call.bot.id] = Standing.LEFT
    call.world.save_group(found)
    return True


def _member(call: Call, group: Group, user_id: int) -> Json:
    if user_id in group.bots:
        standing = group.bots[user_id]
        rights = _rights() if standing is Standing.ADMINISTRATOR else {}
        return {"status": str(standing), "user": call.world.bot(user_id).user, **rights}
    person = call.world.people.get(user_id)
    if person is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return {"status": "member" if user_id in group.members else "left", "user": person.user}


def _present(group: Group) -> list[int]:
    here = {Standing.MEMBER, Standing.ADMINISTRATOR}
    return [bot for bot, standing in group.bots.items() if standing in here]


def _rights() -> Json:
    names = ("manage_chat", "delete_messages", "manage_video_chats", "restrict_members", "promote_members")
    more = ("change_info", "invite_users", "post_stories", "edit_stories", "delete_stories")
    rights: Json = {f"can_{name}": name == "delete_messages" for name in (*names, *more)}
    return rights | {"can_be_edited": False, "is_anonymous": False}


METHODS: Mapping[str, Callable[[Call], Any]] = {
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatMemberCount": get_chat_member_count,
    "getChatAdministrators": get_chat_administrators,
    "leaveChat": leave_chat,
}
