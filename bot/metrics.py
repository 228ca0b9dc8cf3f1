"""Figures for the operator at /metrics, in Prometheus' text form. Read from the sender's counters and the database."""

from typing import Protocol

from aiohttp import web
from prometheus_client import CollectorRegistry, Gauge, generate_latest

from bot.sender import Sender
from bot.turns import Writers
from storage import inbox


class Measured(Protocol):
    """What is measured: one running bot."""

    sender: Sender
    writers: Writers

    @property
    def bot_id(self) -> int:
        """The bot's own user id."""
        ...


def application(app: Measured) -> web.Application:
    """A web application with one page."""
    registry = CollectorRegistry()
    letters = Gauge(
        "anwen_letters", "Letters since the start, by what became of them", ["state"], registry=registry
    )
    waiting = Gauge("anwen_inbox_waiting", "Updates that wait for their turn", registry=registry)
    aside = Gauge("anwen_inbox_set_aside", "Updates that were set aside", registry=registry)

    async def show(_request: web.Request) -> web.Response:
        counts = app.sender.counts
        for state in ("sent", "failed", "kept", "merged", "limited", "doubted"):
            letters.labels(state).set(getattr(counts, state))
        waiting.set(await app.writers.run(lambda c: inbox.waiting(c, app.bot_id), "metrics"))
        aside.set(len(await app.writers.run(inbox.set_aside, "metrics")))
        return web.Response(body=generate_latest(registry), content_type="text/plain")

    page = web.Application()
    page.router.add_get("/metrics", show)
    return page
