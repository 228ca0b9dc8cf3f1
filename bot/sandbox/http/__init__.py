"""The wire of the stand-in: Bot API, webhooks, control API, the page. Behaviour is in bot.sandbox.telegram."""
