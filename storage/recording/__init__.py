"""How each kind of event is written down: one small function an event, one module a noun. record.py calls them."""
