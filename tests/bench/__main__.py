"""`python -m tests.bench`: how fast the bot is next to a bare echo and to the usual ways. Prints, keeps nothing.

`python -m tests.bench engine` measures the questionnaire engine alone, `papers` the printing of commitments, `seals` the sealing and verifying of a million events, `import` a list of 10,500 enterprises, `notices` a broadcast, `campaigns` one opened for 10,000 enterprises, `flood` the waits of others while one account floods the bot, `district` digests and screens of a district of real size. `python -m tests.bench cost` prints what one update costs next to the echo. Figures depend on the machine and on what
else runs on it: compare ratios, from runs that took turns.
"""

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.bench import campaigns, district, engine, flood, importing, notices, papers, seals
from tests.bench.contenders import ECHO, EVERYBODY, OURS, Contender
from tests.bench.figures import Figures, middle
from tests.bench.measure import NotAnswering, Plan, run
from tests.bench.process import part_cores
from tests.bench.report import table

Runs = dict[str, list[Figures]]
QUICK_NOTICES = 600
QUICK = Plan(seconds=3.0, warm_up=1.5)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    kinds = (
        "table",
        "cost",
        "engine",
        "papers",
        "seals",
        "notices",
        "flood",
        "import",
        "campaigns",
        "district",
    )
    parser.add_argument("what", nargs="?", choices=kinds, default="table")
    parser.add_argument("--seconds", type=float, help="length of each measured stretch (10)")
    parser.add_argument("--people", type=int, default=200, help="how many people at once (200)")
    parser.add_argument("--rounds", type=int, help="how often every bot takes its turn (3)")
    parser.add_argument("--count", type=int, help="notices to send (15,000; with --quick 600)")
    parser.add_argument("--faults", action="store_true", help="notices: 429, 5xx, no answer, resets")
    parser.add_argument("--kills", type=int, default=0, help="notices: how often the process is killed (0)")
    parser.add_argument("--rate", type=float, default=0.0, help="notices: updates a second meanwhile (0)")
    parser.add_argument("--quick", action="store_true", help="one short round")
    parser.add_argument("--data", type=Path, help="district: a folder that `python -m bot seed` has filled")
    parser.add_argument(
        "--size", default="district", help="district: how large it is when it is seeded first"
    )
    parser.add_argument("--times", type=int, default=1, help="district: so many times the size")
    parser.add_argument("--on", default="", help="district: only sqlite, or only postgresql")
    parser.add_argument(
        "--only", action="append", metavar="TEXT", help="only bots whose name holds this text"
    )
    return parser.parse_args()


def plan_of(given: argparse.Namespace) -> Plan:
    usual = QUICK if given.quick else Plan()
    return Plan(given.people, given.seconds or usual.seconds, usual.warm_up, part_cores())


def chosen(given: argparse.Namespace) -> Sequence[Contender]:
    if given.what == "cost":
        return [contender for contender in EVERYBODY if contender in (ECHO, OURS)]
    if not given.only:
        return EVERYBODY
    return [contender for contender in EVERYBODY if any(text in contender.name for text in given.only)]


def measure(contenders: Sequence[Contender], plan: Plan, rounds: int, folder: Path) -> Runs:
    """Let the bots take turns, so that whatever else happens on the machine hits all alike."""
    for contender in contenders:
        (folder / contender.name).mkdir(parents=True)
        contender.prepare(folder / contender.name, plan.people)
    runs: Runs = {contender.name: [] for contender in contenders}
    for turn in range(rounds):
        for contender in contenders:
            say(f"round {turn + 1} of {rounds}: {contender.name}")
            once(contender, plan, folder, turn, runs)
    return runs


def once(contender: Contender, plan: Plan, folder: Path, turn: int, runs: Runs) -> None:
    prepared = folder / contender.name
    try:
        runs[contender.name].append(go(contender, plan, prepared, folder / f"{contender.name}.{turn}"))
    except NotAnswering as words:
        say(f"{contender.name} does not answer:\n{words}")


def go(contender: Contender, plan: Plan, prepared: Path, folder: Path) -> Figures:
    import uvloop  # noqa: PLC0415 - the stand-in needs it, an import of this module does not

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(run(contender, plan, prepared, folder))


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def cost(runs: Runs) -> str:
    """Return what one update costs, inbox to sent reply, next to the echo."""
    echo, ours = middle(runs[ECHO.name]), middle(runs[OURS.name])
    return (
        f"one update: {ours.cpu:.0f} µs of processor time, echo {echo.cpu:.0f} µs, ratio {ours.cpu / echo.cpu:.2f}\n"
        f"throughput: {ours.rate:.0f} updates/s, echo {echo.rate:.0f}, ratio {ours.rate / echo.rate:.2f}"
    )


def flooded(given: argparse.Namespace, rounds: int) -> str:
    """Return what people wait for while one account floods the bot."""
    import uvloop  # noqa: PLC0415 - as above

    with (
        tempfile.TemporaryDirectory(prefix="anwen-bench-") as folder,
        asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner,
    ):
        return flood.report(runner.run(flood.compare(plan_of(given), rounds, Path(folder))))


def show_district(given: argparse.Namespace) -> None:
    """Print the figures of the district, a database at a time."""
    size = "town" if given.quick and given.data is None else given.size
    for found in district.measure(given.data, size, only=given.on, times=given.times):
        print(district.told(found), flush=True)


def alone(given: argparse.Namespace) -> str | None:
    """Return the figures of the one part that was asked for; None when bots are to be compared."""
    if given.what == "notices":
        count = given.count or (QUICK_NOTICES if given.quick else None)
        return notices.run(notices.plan_of(count, given.kills, given.rate, faults=given.faults))
    parts: dict[str, Callable[[], str]] = {
        "engine": lambda: engine.told(engine.measure()),
        "papers": lambda: papers.told(papers.measure()),
        "import": lambda: importing.told(importing.measure(), importing.bombs()),
        "campaigns": lambda: campaigns.told(campaigns.measure(given.count or campaigns.MANY)),
        "seals": lambda: seals.told(seals.measure()),
    }
    return parts[given.what]() if given.what in parts else None


def main() -> None:
    given = arguments()
    if given.what == "district":
        show_district(given)
        return
    told = alone(given)
    if told is not None:
        print(told)
        return
    rounds = given.rounds or (1 if given.quick else 3)
    if given.what == "flood":
        print(flooded(given, rounds))
        return
    with tempfile.TemporaryDirectory(prefix="anwen-bench-") as folder:
        runs = measure(chosen(given), plan_of(given), rounds, Path(folder))
    print(cost(runs) if given.what == "cost" else table(runs, ECHO.name))
    print(engine.told(engine.measure()))
    print(papers.told(papers.measure()))
    print(seals.told(seals.measure(seals.MILLION // 10 if given.quick else seals.MILLION)))
    show_district(given)


if __name__ == "__main__":
    main()
