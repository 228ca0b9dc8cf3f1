"""Refusals in Telegram's own words: code, description, parameters. What is refused is decided where it happens."""

from bot.sandbox.telegram.shapes import Json


class Refused(Exception):  # noqa: N818 - Telegram refuses, nothing is broken
    """Telegram answers with `code` and `description` instead of a result."""

    def __init__(self, code: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


class Impossible(Exception):  # noqa: N818 - a person cannot do this, nothing is broken
    """A person tried what the app on a real phone would not offer."""


def bad_request(text: str) -> Refused:
    """400. Telegram lowers the first letter unless the second one is a capital or `_`."""
    return Refused(400, f"Bad Request: {_lowered(text)}")


def forbidden(text: str) -> Refused:
    """403: permanent until the person or the group changes something."""
    return Refused(403, f"Forbidden: {text}")


def too_many(seconds: int) -> Refused:
    """429 with the number of seconds to wait."""
    return Refused(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


def unauthorized() -> Refused:
    """401: nobody has this token."""
    return Refused(401, "Unauthorized")


def conflict(text: str) -> Refused:
    """409: two ways of getting updates at once."""
    return Refused(409, f"Conflict: {text}")


def upgraded(chat_id: int) -> Refused:
    """400 that names the supergroup a group has become."""
    text = "Bad Request: group chat was upgraded to a supergroup chat"
    return Refused(400, text, {"migrate_to_chat_id": chat_id})


def _lowered(text: str) -> str:
    second = text[1:2]
    return text if second == "_" or second.isupper() else text[:1].lower() + text[1:]
