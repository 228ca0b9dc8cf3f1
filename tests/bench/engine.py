"""The questionnaire engine alone: microseconds a question, memory of open drafts, time from process start to the first answer.

No database, no network, no Telegram: what the conversation itself costs. Figures of one process, by the processor's clock.
"""

import gc
import os
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from checklists.answers import Answer, Facts, Value
from checklists.cases import samples
from checklists.catalogue import Catalogue
from checklists.findings import findings, score
from checklists.load import load_catalogue
from checklists.schema import Checklist
from checklists.walk import judge, known_facts, next_open, position

TODAY = date(2026, 11, 23)
ROUNDS = 20
DRAFTS = 10_000
STARTS = 5
FIRST_ANSWER = """
from datetime import date
from checklists.load import load_catalogue
from checklists.walk import judge, next_open
form = load_catalogue().checklists["catering_gas"]
question = next_open(form, {}, {})
judge(question, question.options[0].value, {}, date(2026, 11, 23))
"""


@dataclass(frozen=True, slots=True)
class Engine:
    """What was measured.

    asked     microseconds to find the next question, its number, and to judge its answer, over all checklists
    reviewed  microseconds to judge and score a whole filled form once, for each of its questions
    draft     bytes of one open draft, half filled, all of them on the same forms
    started   seconds from the start of a process to the first judged answer, all content loaded
    """

    asked: float
    reviewed: float
    draft: float
    started: float


def measure() -> Engine:
    """Measure all four."""
    catalogue = load_catalogue()
    facts = catalogue.facts.derive(everything(catalogue))
    forms = list(catalogue.checklists.values())
    filled = {form.id: answers(form, facts) for form in forms}
    questions = sum(len(one) for one in filled.values())
    asked = best(lambda: [answers(form, facts) for form in forms]) / questions
    reviewed = best(lambda: [reviewed_once(form, filled[form.id], facts) for form in forms]) / questions
    return Engine(asked * 1e6, reviewed * 1e6, memory(filled), started())


def everything(catalogue: Catalogue) -> dict[str, bool | int]:
    """An enterprise that is asked nearly everything."""
    flags = catalogue.facts.ids - catalogue.facts.number_ids - {"all_electric"}
    return {**dict.fromkeys(flags, True), "staff": 400}


def answers(form: Checklist, facts: Facts) -> dict[str, Answer]:
    """Answer a form from the first question to the last, as a conversation does."""
    given: dict[str, Answer] = {}
    while (question := next_open(form, given, facts)) is not None:
        position(form, given, facts, question.id)
        value = answer(form, question.id, facts)
        given = {**given, question.id: Answer(value=value, skipped=value is None)}
        if value is not None:
            judge(question, value, known_facts(form, given, facts), TODAY)
    return given


_values: dict[tuple[str, str], Value | None] = {}


def answer(form: Checklist, question: str, facts: Facts) -> Value | None:
    """Some answer that can be given; looked for once."""
    key = (form.id, question)
    if key not in _values:
        _values[key] = next((value for value, _ in samples(form.question(question), facts, TODAY)), None)
    return _values[key]


def reviewed_once(form: Checklist, given: Mapping[str, Answer], facts: Facts) -> None:
    fresh = dict(given)  # a mapping nobody has looked at, so that nothing is remembered
    findings(form, fresh, facts, TODAY)
    score(form, fresh, facts, TODAY)


def best(work: Callable[[], object]) -> float:
    """Seconds of processor time of the quickest of several rounds: the others were disturbed."""
    times = []
    gc.disable()
    for _ in range(ROUNDS):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    gc.enable()
    return min(times)


def memory(filled: Mapping[str, Mapping[str, Answer]]) -> float:
    """Bytes of one open draft: its own answers, half of them given; forms and values are shared as they are in the bot."""
    several = [dict(list(one.items())[: len(one) // 2]) for one in filled.values()]
    gc.collect()
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    kept = [
        {name: Answer(one.value, one.skipped) for name, one in several[n % len(several)].items()}
        for n in range(DRAFTS)
    ]
    used = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    return used / len(kept)


def started() -> float:
    """Seconds from the start of a process to its first judged answer, the quickest of a few."""
    return min(start_once() for _ in range(STARTS))


def start_once() -> float:
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", FIRST_ANSWER], check=True, capture_output=True, env=dict(os.environ)
    )
    return time.perf_counter() - began


def told(found: Engine) -> str:
    """The lines that `make bench` prints."""
    return "\n".join(
        [
            f"engine: {found.asked:.1f} µs a question to ask and judge it, {found.reviewed:.1f} µs to review and score it",
            f"engine: {found.draft / 1000:.1f} kB an open draft, {found.draft * DRAFTS / 1e6:.0f} MB for {DRAFTS:,} of them",
            f"engine: {found.started:.2f} s from process start to the first judged answer, all content loaded",
        ]
    )
