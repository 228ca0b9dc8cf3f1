"""How Telegram behaves towards a bot, as plain synchronous objects in memory. No HTTP, no asyncio, no page."""
