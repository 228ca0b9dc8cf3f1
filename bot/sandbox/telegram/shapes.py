"""Names for the JSON that goes through the stand-in. Nothing is validated here."""

from typing import Any

Json = dict[str, Any]
Chat = Json
"""A Bot API `Chat`, as it stands inside messages."""
