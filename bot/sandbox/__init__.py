"""A strict local stand-in for Telegram, with a chat page in the browser. The bot knows it only as an address."""
