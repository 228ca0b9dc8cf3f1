"""Figures for the operator at /metrics, in Prometheus' text form. Read from the counters of this process and the database."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol

from aiohttp import web
from prometheus_client import CollectorRegistry, Gauge, generate_latest
from prometheus_client.core import CounterMetricFamily
from prometheus_client.registry import Collector
from sqlalchemy import Connection

from bot.clock import Clock
from bot.sender import Sender
from bot.tempo import Tempo
from bot.turns import Writers
from safety.delivery import SPAN, Delivered
from storage import delivery, inbox

STATES = ("sent", "failed", "kept", "merged", "limited", "doubted")


TOLD = ("written", "delivered", "acted", "kept", "failed", "late")


class Measured(Protocol):
    """What is measured: one running bot."""

    sender: Sender
    writers: Writers
    tempo: Tempo
    clock: Clock

    @property
    def bot_id(self) -> int:
        """The bot's own user id."""
        ...


class Letters(Collector):
    """Letters with a key by what they are about: what became of them, and how many were acted on, since the start."""

    def __init__(self, app: Measured) -> None:
        self._app = app

    def collect(self) -> Iterator[CounterMetricFamily]:
        """Read the counters of the sender and of the database threads."""
        left = CounterMetricFamily(
            "anwen_letters_of",
            "Letters by what they are about and what became of them",
            labels=["family", "state"],
        )
        for (family, state), n in sorted(self._app.sender.counts.families.items()):
            left.add_metric([family, state], n)
        acted = CounterMetricFamily(
            "anwen_letters_acted_on", "Letters of which a button was used", labels=["family"]
        )
        total: Counter[str] = Counter()
        for house in self._app.writers.houses:
            total.update(house.acted.copy())
        for family, n in sorted(total.items()):
            acted.add_metric([family], n)
        yield from (left, acted, self._cleared())

    def _cleared(self) -> CounterMetricFamily:
        """Personal data whose time had come, by class (content/privacy.yaml)."""
        family = CounterMetricFamily(
            "anwen_retention_cleared", "Personal data cleared when its time had come", labels=["class"]
        )
        total: Counter[str] = Counter()
        for house in self._app.writers.houses:
            total.update(house.cleared.copy())
        for name, n in sorted(total.items()):
            family.add_metric([name], n)
        return family


def _of_rules(connection: Connection, now: datetime) -> Sequence[Delivered]:
    return delivery.by_rule(connection, now - SPAN, now + timedelta(minutes=1))


def application(app: Measured) -> web.Application:
    """A web application with one page."""
    registry = CollectorRegistry()
    registry.register(Letters(app))
    letters = Gauge(
        "anwen_letters", "Letters since the start, by what became of them", ["state"], registry=registry
    )
    waiting = Gauge("anwen_inbox_waiting", "Updates that wait for their turn", registry=registry)
    aside = Gauge("anwen_inbox_set_aside", "Updates that were set aside", registry=registry)

    told = Gauge(
        "anwen_rule_letters",
        "Letters of the last seven days that tell of a reminder rule, by what became of them",
        ["rule", "state"],
        registry=registry,
    )
    dropped = Gauge(
        "anwen_inbox_dropped", "Updates of floods that were not kept, since the start", registry=registry
    )

    async def show(_request: web.Request) -> web.Response:
        counts = app.sender.counts
        for state in STATES:
            letters.labels(state).set(getattr(counts, state))
        waiting.set(await app.writers.run(lambda c: inbox.waiting(c, app.bot_id), "metrics"))
        aside.set(len(await app.writers.run(inbox.set_aside, "metrics")))
        dropped.set(app.tempo.dropped)
        for one in await app.writers.run(partial(_of_rules, now=app.clock.now()), "metrics"):
            for state in TOLD:
                told.labels(one.name, state).set(getattr(one, state))
        return web.Response(body=generate_latest(registry), content_type="text/plain")

    page = web.Application()
    page.router.add_get("/metrics", show)
    return page
