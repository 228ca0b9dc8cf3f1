"""What a bot says about itself: name, descriptions, commands, menu button."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from bot.sandbox.telegram.call import Call
from bot.sandbox.telegram.errors import bad_request
from bot.sandbox.telegram.people import BotAccount, Person
from bot.sandbox.telegram.shapes import Json

COMMANDS_LIMIT = 100
DESCRIPTION_LIMIT = 256
_command = re.compile(r"[a-z0-9_]{1,32}")


def get_me(call: Call) -> Json:
    """The bot's own account."""
    return call.bot.user | {
        "can_join_groups": True,
        "can_read_all_group_messages": call.bot.sees_all,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
    }


def done(call: Call) -> bool:  # noqa: ARG001 - every method takes the call
    """Nothing to do here."""
    return True


def set_my_commands(call: Call) -> bool:
    """The list behind the menu button, for a scope and a language."""
    commands = call.value("commands")
    if not isinstance(commands, list):
        raise bad_request("expected an Array of BotCommand")
    if len(commands) > COMMANDS_LIMIT:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    call.bot.commands[_scope(call)] = [_checked(command) for command in commands]
    call.world.save_bot(call.bot)
    return True


def get_my_commands(call: Call) -> list[Json]:
    """The list for exactly this scope and language."""
    return call.bot.commands.get(_scope(call), [])


def delete_my_commands(call: Call) -> bool:
    """Take the list of one scope and language away."""
    call.bot.commands.pop(_scope(call), None)
    call.world.save_bot(call.bot)
    return True


def commands_for(bot: BotAccount, person: Person) -> list[Json]:
    """What a person's phone shows in the private chat: the narrowest scope wins, the language before none."""
    scopes = (f"chat_member:{person.id}", f"chat:{person.id}", "all_private_chats:", "default:")
    languages = (person.language_code.partition("-")[0], "") if person.language_code else ("",)
    keys = (f"{scope}|{language}" for scope in scopes for language in languages)
    return next((bot.commands[key] for key in keys if bot.commands.get(key)), [])


def _scope(call: Call) -> str:
    scope = call.table("scope")
    return f"{scope.get('type', 'default')}:{scope.get('chat_id', '')}|{call.text('language_code')}"


def _checked(command: Any) -> Json:
    name = str(command.get("command", "")).removeprefix("/") if isinstance(command, dict) else ""
    if not _command.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    description = str(command.get("description", ""))
    if not 1 <= len(description) <= DESCRIPTION_LIMIT:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def _setter(name: str, argument: str) -> Callable[[Call], bool]:
    def keep(call: Call) -> bool:
        call.bot.about[f"{name}|{call.text('language_code')}"] = call.text(argument)
        call.world.save_bot(call.bot)
        return True

    return keep


def _getter(name: str) -> Callable[[Call], Json]:
    def read(call: Call) -> Json:
        kept = call.bot.about.get(f"{name}|{call.text('language_code')}", call.bot.about.get(f"{name}|", ""))
        return {name: kept or (call.bot.first_name if name == "name" else "")}

    return read


def set_chat_menu_button(call: Call) -> bool:
    """What the button beside the text field opens."""
    call.bot.about[f"menu_button|{call.text('chat_id')}"] = call.table("menu_button") or {"type": "default"}
    call.world.save_bot(call.bot)
    return True


def get_chat_menu_button(call: Call) -> Json:
    """The same, read back."""
    kept: Json = call.bot.about.get(f"menu_button|{call.text('chat_id')}", {"type": "default"})
    return kept


METHODS: Mapping[str, Callable[[Call], Any]] = {
    "getMe": get_me,
    "logOut": done,
    "close": done,
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setMyName": _setter("name", "name"),
    "getMyName": _getter("name"),
    "setMyDescription": _setter("description", "description"),
    "getMyDescription": _getter("description"),
    "setMyShortDescription": _setter("short_description", "short_description"),
    "getMyShortDescription": _getter("short_description"),
    "setChatMenuButton": set_chat_menu_button,
    "getChatMenuButton": get_chat_menu_button,
    "setMyDefaultAdministratorRights": done,
}
